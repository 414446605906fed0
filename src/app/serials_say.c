/*
 * serials_say.c - serials that were issued, and who holds which numbers.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/list.h"
#include "app/serials_say.h"
#include "base/clock.h"

/* --- What was issued ------------------------------------------------------------- */

static const struct print_column columns[] = {
	{ "ITEM", 16 }, { "SERIAL", 20 }, { "STATE", 8 }, { "RULE", 12 },
	{ "FOR", 10 }, { "ISSUED", 16 }, { "REASON", 0 },
};

static const char *
state_of(const struct issued *i)
{
	return i->voided ? "voided" : i->applied ? "applied" : "issued";
}

static bool
page(struct ledger *l, const void *filter, const void *last, void *rows,
    size_t max, size_t *n, struct err *err)
{
	return issued_page(l, filter, last, rows, max, n, err);
}

static void
row_text(const void *row, struct list_cells *cells)
{
	const struct issued *i = row;
	char when[17];

	clock_local(i->at, when);
	list_text(cells, 0, i->item);
	list_text(cells, 1, i->serial);
	list_text(cells, 2, state_of(i));
	list_text(cells, 3, i->rule);
	list_text(cells, 4, i->purpose);
	list_text(cells, 5, when);
	list_text(cells, 6, i->reason);
}

static void
row_json(const void *row, struct json_out *j)
{
	const struct issued *i = row;

	json_object(j);
	json_kv(j, "item", i->item);
	json_kv(j, "serial", i->serial);
	json_kv(j, "state", state_of(i));
	json_kv(j, "rule", i->rule);
	json_kv_opt(j, "purpose", i->purpose);
	json_kv(j, "station", i->station);
	json_kv_time(j, "issued_at", i->at);
	json_kv_opt(j, "reason", i->reason);
	json_object_end(j);
}

int
serials_list(struct app *app, const struct issued_filter *filter)
{
	static const struct lister lister = { columns,
	    sizeof columns / sizeof columns[0], sizeof(struct issued), page, NULL,
	    row_text, row_json };

	return list_print(app, &lister, filter);
}

/* --- Who holds which numbers ------------------------------------------------------ */

struct rule_facts {
	struct serial_rule_def def;
	struct serial_mask mask;
	char example[SERIAL_MADE_SIZE];
	int64_t issued, voided, applied;
	struct leases leases;
};

static bool
is_of_mask(const struct rule_facts *r, const struct lease *lease)
{
	return strcmp(lease->mask, r->mask.text) == 0 &&
	    strcmp(lease->alphabet, r->mask.alphabet) == 0;
}

static bool
facts_read(struct app *app, const char *code, struct rule_facts *r, struct err *err)
{
	char today[CLOCK_DATE_SIZE];
	int rc = serial_rule_find(app->ledger, code, &r->def, err);

	if (rc < 0)
		return false;
	if (rc == 0)
		return err_code(err, ERR_ABSENT, "serial.no-mask",
		    "there is no serial rule %s", code);
	if (r->def.mask[0] == '\0')
		return err_code(err, ERR_ABSENT, "serial.no-mask",
		    "serial rule %s has no mask: no serials are made by it", code);
	if (!serial_mask_parse(r->def.mask, r->def.alphabet, &r->mask, err))
		return false;
	clock_today(today);
	serial_mask_example(&r->mask, today, app->settings.site, r->example);
	return issued_counts(app->ledger, code, &r->issued, &r->voided, &r->applied,
	    err) && leases_of(app->ledger, code, &r->leases, err);
}

static void
lease_json(const struct lease *lease, const struct rule_facts *r, struct json_out *j)
{
	json_object(j);
	json_kv(j, "lease", lease->code);
	json_kv(j, "station", lease->holder);
	json_kv_opt(j, "giver", lease->giver);
	json_kv_int(j, "from", lease->lo);
	json_kv_int(j, "to", lease->hi);
	json_kv_int(j, "issued", lease->issued);
	json_kv_int(j, "left", lease_left(lease, &r->mask));
	json_object_end(j);
}

static void
show_json(const struct rule_facts *r)
{
	struct json_out j;
	struct str line;

	str_init(&line);
	json_begin(&j, &line);
	json_object(&j);
	json_kv(&j, "rule", r->def.code);
	json_kv(&j, "mask", r->mask.text);
	json_kv(&j, "alphabet", r->mask.alphabet);
	json_kv(&j, "kind", r->mask.counted ? "counted" : "drawn");
	json_kv_int(&j, "numbers", r->mask.space);
	json_kv(&j, "example", r->example);
	json_kv_int(&j, "issued", r->issued);
	json_kv_int(&j, "applied", r->applied);
	json_kv_int(&j, "voided", r->voided);
	json_key(&j, "leases");
	json_array(&j);
	for (size_t i = 0; i < r->leases.list.n; i++)
		if (is_of_mask(r, &r->leases.list.at[i]))
			lease_json(&r->leases.list.at[i], r, &j);
	json_array_end(&j);
	json_object_end(&j);
	print_json(&line);
	str_done(&line);
}

static void
show_text(const struct rule_facts *r)
{
	printf("rule %s makes serials as %s, by the mask %s (%s), %lld numbers\n",
	    r->def.code, r->example, r->mask.text, r->mask.alphabet,
	    (long long)r->mask.space);
	printf("issued %lld, of them applied %lld, voided %lld\n",
	    (long long)r->issued, (long long)r->applied, (long long)r->voided);
	for (size_t i = 0; i < r->leases.list.n; i++) {
		const struct lease *lease = &r->leases.list.at[i];

		if (is_of_mask(r, lease))
			printf("  %-15s %s%s, %lld to %lld: %lld issued, %lld left\n",
			    lease->holder, lease->giver[0] == '\0' ? "owner" : "by ",
			    lease->giver, (long long)lease->lo, (long long)lease->hi,
			    (long long)lease->issued,
			    (long long)lease_left(lease, &r->mask));
	}
}

int
serials_show(struct app *app, const char *rule)
{
	struct rule_facts r = { .issued = 0 };
	struct err err;
	bool ok = facts_read(app, rule, &r, &err);

	if (ok && app->globals.json)
		show_json(&r);
	else if (ok)
		show_text(&r);
	vec_done(&r.leases.list);
	return ok ? EXIT_DONE : app_fail(&err);
}

void
serials_say_lease(struct app *app, const struct lease *lease, const char *print,
    const char *done)
{
	struct json_out j;
	struct str line;

	if (!app->globals.json) {
		printf("lease %s of rule %s: %lld to %lld for %s, %s\n", lease->code,
		    lease->rule, (long long)lease->lo, (long long)lease->hi,
		    lease->holder, done);
		if (print[0] != '\0')
			printf("the key of this station: %s\n", print);
		return;
	}
	str_init(&line);
	json_begin(&j, &line);
	json_object(&j);
	json_kv(&j, "lease", lease->code);
	json_kv(&j, "rule", lease->rule);
	json_kv(&j, "station", lease->holder);
	json_kv(&j, "giver", lease->giver);
	json_kv_int(&j, "from", lease->lo);
	json_kv_int(&j, "to", lease->hi);
	json_kv(&j, "state", done);
	json_kv_opt(&j, "key", print);
	json_object_end(&j);
	print_json(&line);
	str_done(&line);
}
