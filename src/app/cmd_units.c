/*
 * cmd_units.c - the units that match, or how many.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Rows are printed as they are read; a million of them need no more memory
 * than one.
 */
#include <string.h>
#include "app/cmd.h"
#include "report/unit_json.h"
#include "report/unit_list.h"
#include "ledger/masters.h"

static const struct print_column columns[] = {
	{ "ITEM", 16 }, { "SERIAL", 20 }, { "STATUS", 11 }, { "BIN", 10 },
	{ "LOT", 10 }, { "EXPIRES", 10 }, { "ORDER", 14 }, { "HELD FOR", 0 },
};
#define COLUMNS (sizeof columns / sizeof columns[0])

/* Options that are texts of the filter as they stand. */
#define AT(field) offsetof(struct unit_filter, field), \
	sizeof ((struct unit_filter *)0)->field
static const struct {
	const char *option;
	size_t at, size;
} texts[] = {
	{ "item", AT(item) }, { "bin", AT(bin) }, { "carton", AT(carton) },
	{ "lot", AT(lot) }, { "from", AT(from) }, { "to", AT(to) },
	{ "party", AT(party) }, { "supplier", AT(supplier) },
	{ "made-from", AT(made_from) }, { "made-to", AT(made_to) },
	{ "expires-before", AT(expires_before) }, { "where-made", AT(country) },
};

static bool
take_texts(const struct args *args, struct unit_filter *f, struct err *err)
{
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		const char *value = args_value(args, texts[i].option);

		if (value == NULL)
			continue;
		if (value[0] == '\0')
			return err_set(err, ERR_USAGE, "--%s is empty",
			    texts[i].option);
		if (!str_copy((char *)f + texts[i].at, texts[i].size, value))
			return err_set(err, ERR_USAGE, "--%s has at most %zu bytes",
			    texts[i].option, texts[i].size - 1);
	}
	return true;
}

static bool
take_words(const struct args *args, struct unit_filter *f, struct err *err)
{
	const char *status = args_value(args, "status");
	const char *reason = args_value(args, "hold");
	int found;

	if (status != NULL) {
		found = unit_status_find(status);
		if (found <= UNIT_NONE)
			return err_set(err, ERR_USAGE, "there is no status \"%s\"",
			    status);
		f->status = (enum unit_status)found;
	}
	if (args_has(args, "held"))
		f->holds = HOLDS_ANY;
	if (reason != NULL) {
		found = hold_find(reason);
		if (found < 0)
			return err_set(err, ERR_USAGE, "there is no hold \"%s\"",
			    reason);
		f->holds = (unsigned)found;
	}
	return true;
}

/* "PO:4711", or a number that only one kind of order bears. */
static bool
take_order(struct ledger *l, const char *order, struct unit_filter *f,
    struct err *err)
{
	enum order_kind kinds[ORDER_KINDS];
	size_t n;

	if (order == NULL)
		return true;
	if (strchr(order, ':') != NULL)
		return str_copy(f->order, sizeof f->order, order) ||
		    err_set(err, ERR_USAGE, "--order is too long");
	if (!order_kinds_of(l, order, kinds, &n, err))
		return false;
	if (n == 0) {
		err_code(err, ERR_ABSENT, "order.unknown", "there is no order %s",
		    order);
		return err_hint(err, "'dockledger orders' lists them.");
	}
	if (n > 1) {
		err_code(err, ERR_INPUT, "scan.ambiguous",
		    "several orders bear the number %s", order);
		return err_hint(err, "Write KIND:NUMBER, such as %s:%s.",
		    order_kind_name(kinds[0]), order);
	}
	order_key(f->order, kinds[0], order);
	return true;
}

/* --- Printing ------------------------------------------------------------- */

struct printer {
	struct app *app;
	struct str line;
	char item[CODE_SIZE];		/* whose GTIN is remembered */
	char gtin[15];
	bool failed;
	struct err err;
};

/* Units come item by item: one look-up for all of an item. */
static bool
note_gtin(struct printer *p, const char *code)
{
	struct item item;
	int rc;

	if (strcmp(p->item, code) == 0)
		return true;
	rc = item_find(p->app->ledger, code, &item, &p->err);
	str_copy(p->item, sizeof p->item, code);
	str_copy(p->gtin, sizeof p->gtin, rc > 0 ? item.gtin : "");
	p->failed = rc < 0;
	return rc >= 0;
}

static bool
print_as_json(void *ctx, const struct unit *u)
{
	struct printer *p = ctx;
	struct json_out j;

	if (!note_gtin(p, u->item))
		return false;
	json_begin(&j, &p->line);
	unit_json(u, p->gtin, &j);
	print_json(&p->line);
	return !ferror(stdout);
}

static bool
print_text(void *ctx, const struct unit *u)
{
	char held[96];
	const char *cells[COLUMNS] = { u->item, u->serial,
	    unit_status_name(u->status), u->bin, u->lot, u->expires_on,
	    unit_order(u), held };

	(void)ctx;
	holds_words(u->holds, held, sizeof held);
	print_row(columns, COLUMNS, cells);
	return !ferror(stdout);
}

static int
print_all(struct app *app, const struct unit_filter *f)
{
	struct printer p = { .app = app };
	struct err err;
	bool ok;

	str_init(&p.line);
	if (!app->globals.json)
		print_head(columns, COLUMNS);
	ok = unit_list_each(app->ledger, f,
	    app->globals.json ? print_as_json : print_text, &p, &err);
	str_done(&p.line);
	if (ok && p.failed)
		return app_fail(&p.err);
	return ok ? EXIT_DONE : app_fail(&err);
}

static int
print_count(struct app *app, const struct unit_filter *f)
{
	struct err err;
	int64_t n;

	if (!unit_list_count(app->ledger, f, &n, &err))
		return app_fail(&err);
	printf("%lld\n", (long long)n);
	return EXIT_DONE;
}

static int
units_run(struct app *app, const struct args *args)
{
	struct unit_filter f = { 0 };
	struct err err;

	if (!take_texts(args, &f, &err) || !take_words(args, &f, &err))
		return app_usage(args->command, "%s", err.what);
	if (!take_order(app->ledger, args_value(args, "order"), &f, &err))
		return err.kind == ERR_USAGE ?
		    app_usage(args->command, "%s", err.what) : app_fail(&err);
	return args_has(args, "count") ? print_count(app, &f) :
	    print_all(app, &f);
}

static const struct option_row units_options[] = {
	{ "item", "CODE", "of this item" },
	{ "status", "STATUS", "available, shipped ..." },
	{ "bin", "CODE", "in this bin" },
	{ "carton", "SSCC", "in this carton" },
	{ "lot", "LOT", "of this lot" },
	{ "from", "SERIAL", "from this serial on, in the natural order" },
	{ "to", "SERIAL", "up to this serial, it included" },
	{ "order", "NUMBER", "came or left on it; KIND:NUMBER where needed" },
	{ "party", "CODE", "came from or went to it last" },
	{ "supplier", "CODE", "came from it first" },
	{ "made-from", "DATE", "made on this day or later" },
	{ "made-to", "DATE", "made on this day or earlier" },
	{ "expires-before", "DATE", "of use only before this day" },
	{ "where-made", "COUNTRY", "made there (two letters)" },
	{ "held", NULL, "on hold, for whatever reason" },
	{ "hold", "REASON", "quarantine, recall, incident, count or quality" },
	{ "count", NULL, "print their number alone" },
	{ NULL, NULL, NULL }
};

const struct command cmd_units = {
	.name = "units", .usage = "[FILTER]... [--count]",
	.words = "List the units that match, by item and natural order of serials.",
	.options = units_options, .needs = NEEDS_READING,
	.permission = ANYBODY, .run = units_run,
};
