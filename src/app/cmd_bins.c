/*
 * cmd_bins.c - the bins and how full they are.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/cmd.h"
#include "app/list.h"
#include "report/lists.h"

static const struct print_column columns[] = {
	{ "BIN", 14 }, { "ZONE", 10 }, { "KIND", 10 }, { "UNITS", 9 },
	{ "CAPACITY", 9 }, { "ONLY FOR", 0 },
};

static bool
page(struct ledger *l, const void *filter, const void *last, void *rows,
    size_t max, size_t *n, struct err *err)
{
	const struct bin_row *row = last;

	(void)filter;
	return bin_list_page(l, PAGE_AFTER, row == NULL ? "" : row->bin.code, rows,
	    max, n, err);
}

static void
row_text(const void *row, struct list_cells *cells)
{
	const struct bin_row *r = row;
	char reserved[BIN_RESERVED_SIZE];

	list_text(cells, 0, r->bin.code);
	list_text(cells, 1, r->bin.zone);
	list_text(cells, 2, bin_kind_name(r->bin.kind));
	list_number(cells, 3, r->units);
	if (r->bin.capacity >= 0)
		list_number(cells, 4, r->bin.capacity);
	bin_reserved_words(&r->bin, reserved);
	list_text(cells, 5, reserved);
}

static void
row_json(const void *row, struct json_out *j)
{
	const struct bin_row *r = row;
	char reserved[BIN_RESERVED_SIZE];

	json_object(j);
	json_kv(j, "code", r->bin.code);
	json_kv(j, "zone", r->bin.zone);
	json_kv(j, "kind", bin_kind_name(r->bin.kind));
	json_kv_count(j, "capacity", r->bin.capacity);
	json_kv_int(j, "units", r->units);
	json_kv_int(j, "sequence", r->bin.sequence);
	bin_reserved_words(&r->bin, reserved);
	json_kv_opt(j, "reserved", reserved);
	json_object_end(j);
}

static int
bins_run(struct app *app, const struct args *args)
{
	static const struct lister lister = { columns,
	    sizeof columns / sizeof columns[0], sizeof(struct bin_row), page,
	    NULL, row_text, row_json };

	(void)args;
	return list_print(app, &lister, NULL);
}

const struct command cmd_bins = {
	.name = "bins", .usage = "", .words = "List the bins and how full they are.",
	.needs = NEEDS_READING, .permission = ANYBODY, .run = bins_run,
};
