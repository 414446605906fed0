/*
 * carton_show.c - the cartons there are, and one with all that is in it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/cmd_carton.h"
#include "app/list.h"
#include "base/clock.h"
#include "domain/weight.h"
#include "report/carton_report.h"

/* --- The list ------------------------------------------------------------- */

static const struct print_column columns[] = {
	{ "CODE", 20 }, { "KIND", 7 }, { "STATE", 8 }, { "ORDER", 16 },
	{ "PARTY", 12 }, { "UNITS", 6 }, { "CARTONS", 7 }, { "WEIGHT", 10 },
	{ "IN", 0 },
};

static bool
page(struct ledger *l, const void *filter, const void *last, void *rows,
    size_t max, size_t *n, struct err *err)
{
	const struct carton_line *row = last;

	return carton_list_page(l, filter, PAGE_AFTER,
	    row == NULL ? "" : row->carton.code, rows, max, n, err);
}

static void
row_text(const void *row, struct list_cells *cells)
{
	const struct carton_line *r = row;

	list_text(cells, 0, r->carton.code);
	list_text(cells, 1, carton_kind_name(r->carton.kind));
	list_text(cells, 2, carton_state_name(r->carton.state));
	list_text(cells, 3, r->carton.order);
	list_text(cells, 4, r->carton.party);
	list_number(cells, 5, r->units);
	list_number(cells, 6, r->cartons);
	weight_words(r->carton.weight_g, cells->text[7], LIST_CELL_SIZE);
	list_text(cells, 8, r->carton.parent);
}

/* Numbers here, where `show` names what is in it. */
static void
row_json(const void *row, struct json_out *j)
{
	const struct carton_line *r = row;

	json_object(j);
	carton_json(&r->carton, j);
	json_kv_int(j, "n_units", r->units);
	json_kv_int(j, "n_cartons", r->cartons);
	json_object_end(j);
}

static int
list_run(struct app *app, const struct args *args)
{
	static const struct lister lister = { columns,
	    sizeof columns / sizeof columns[0], sizeof(struct carton_line), page,
	    NULL, row_text, row_json };
	struct carton_filter f = { .here = args_has(args, "open") };
	int status;

	if (!carton_order(args, f.order, &status))
		return status;
	return list_print(app, &lister, &f);
}

const struct carton_verb carton_list_verb = { "list",
    "[--open] [--order KIND NUMBER]", 0, 1, ANYBODY, list_run };

/* --- One ------------------------------------------------------------------ */

static void
fact(const char *label, const char *value)
{
	if (value[0] != '\0')
		printf("  %-9s %s\n", label, value);
}

static void
fact_time(const char *label, int64_t ms)
{
	char when[17];

	clock_local(ms, when);
	fact(label, ms == 0 ? "" : when);
}

static void
print_facts(const struct carton *c)
{
	char weight[32];

	weight_words(c->weight_g, weight, sizeof weight);
	printf("%s %s, %s\n", carton_kind_name(c->kind), c->code,
	    carton_state_name(c->state));
	fact("order", c->order);
	fact("party", c->party);
	fact("in", c->parent);
	fact("bin", c->bin);
	fact("weight", weight);
	fact("carrier", c->carrier);
	fact("tracking", c->tracking);
	fact_time("opened", c->opened_at);
	fact_time("closed", c->closed_at);
	fact_time("shipped", c->shipped_at);
}

/* What is in it, each container's contents below it and further in. */
static bool
print_contents(struct ledger *l, const struct carton_report *r, int deep,
    struct err *err)
{
	bool ok = true;

	for (size_t i = 0; i < r->units.n; i++)
		printf("%*s%s %s\n", 2 + 2 * deep, "", r->units.at[i].item,
		    r->units.at[i].serial);
	for (size_t i = 0; ok && i < r->cartons.n && deep < CARTONS_DEEP_MAX; i++) {
		const struct carton *c = &r->cartons.at[i].carton;
		struct carton_report inner;

		printf("%*s%s %s, %s\n", 2 + 2 * deep, "", carton_kind_name(c->kind),
		    c->code, carton_state_name(c->state));
		if (!carton_report_read(l, c->code, &inner, err))
			return false;
		ok = print_contents(l, &inner, deep + 1, err);
		carton_report_done(&inner);
	}
	return ok;
}

static bool
print_text(struct ledger *l, const struct carton_report *r, struct err *err)
{
	print_facts(&r->carton);
	puts(r->units.n + r->cartons.n == 0 ? "  empty" : "  contents:");
	return print_contents(l, r, 1, err);
}

static bool
print_as_json(struct ledger *l, const struct carton_report *r, struct err *err)
{
	struct json_out j;
	struct str line;
	bool ok;

	str_init(&line);
	json_begin(&j, &line);
	ok = carton_report_json(l, r, &j, err);
	if (ok)
		print_json(&line);
	str_done(&line);
	return ok;
}

int
carton_print(struct app *app, const char *code)
{
	struct carton_report r;
	struct err err;
	bool ok;

	if (!carton_report_read(app->ledger, code, &r, &err))
		return app_fail(&err);
	ok = app->globals.json ? print_as_json(app->ledger, &r, &err) :
	    print_text(app->ledger, &r, &err);
	carton_report_done(&r);
	return ok ? EXIT_DONE : app_fail(&err);
}

static int
show_run(struct app *app, const struct args *args)
{
	return carton_print(app, args->operands[1]);
}

const struct carton_verb carton_show_verb = { "show", "CODE", 1, 1, ANYBODY,
    show_run };
