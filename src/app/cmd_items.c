/*
 * cmd_items.c - the items and their stock.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/cmd.h"
#include "app/list.h"
#include "report/lists.h"

static const struct print_column columns[] = {
	{ "ITEM", 16 }, { "GTIN", 14 }, { "AVAILABLE", 9 }, { "IN HOUSE", 9 },
	{ "HELD", 7 }, { "NAME", 0 },
};

static bool
page(struct ledger *l, const void *filter, const void *last, void *rows,
    size_t max, size_t *n, struct err *err)
{
	const struct item_row *row = last;

	(void)filter;
	return item_list_page(l, PAGE_AFTER, row == NULL ? "" : row->item.code,
	    rows, max, n, err);
}

static int64_t
in_house(const struct item_row *r)
{
	int64_t n = 0;

	for (int s = 0; s < UNIT_STATUSES; s++)
		if (unit_status_in_house((enum unit_status)s))
			n += r->units[s];
	return n;
}

static void
row_text(const void *row, struct list_cells *cells)
{
	const struct item_row *r = row;

	list_text(cells, 0, r->item.code);
	list_text(cells, 1, r->item.gtin);
	list_number(cells, 2, r->units[UNIT_AVAILABLE]);
	list_number(cells, 3, in_house(r));
	list_number(cells, 4, r->held);
	list_text(cells, 5, r->item.name);
}

static void
definition_json(const struct item *i, struct json_out *j)
{
	json_kv(j, "code", i->code);
	json_kv(j, "name", i->name);
	json_kv_opt(j, "gtin", i->gtin);
	json_kv_opt(j, "serial_rule", i->serial_rule);
	json_kv(j, "lot", need_name(i->lot));
	json_kv(j, "made_on", need_name(i->made_on));
	json_kv(j, "expires_on", need_name(i->expires_on));
	json_kv_opt(j, "warranty", i->warranty);
	json_kv_opt(j, "abc", i->abc);
	json_kv(j, "allocation", allocation_name(i->allocation));
	json_kv_opt(j, "default_bin", i->default_bin);
	json_kv_count(j, "min_remaining_days", i->min_remaining_days);
	json_kv_count(j, "gcp_len", i->gcp_len == 0 ? -1 : i->gcp_len);
	json_kv_opt(j, "max_temp_note", i->max_temp_note);
}

static void
row_json(const void *row, struct json_out *j)
{
	const struct item_row *r = row;

	json_object(j);
	definition_json(&r->item, j);
	json_kv_int(j, "in_house", in_house(r));
	json_kv_int(j, "held", r->held);
	json_key(j, "units");
	json_object(j);
	for (int s = 1; s < UNIT_STATUSES; s++)
		json_kv_int(j, unit_status_name((enum unit_status)s), r->units[s]);
	json_object_end(j);
	json_object_end(j);
}

static int
items_run(struct app *app, const struct args *args)
{
	static const struct lister lister = { columns,
	    sizeof columns / sizeof columns[0], sizeof(struct item_row), page,
	    NULL, row_text, row_json };

	(void)args;
	return list_print(app, &lister, NULL);
}

const struct command cmd_items = {
	.name = "items", .usage = "", .words = "List the items and their stock.",
	.needs = NEEDS_READING, .permission = ANYBODY, .run = items_run,
};
