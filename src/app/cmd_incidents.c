/*
 * cmd_incidents.c - open questions, and how the others were settled.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/cmd.h"
#include "app/list.h"
#include "base/clock.h"
#include "report/lists.h"
#include "report/unit_json.h"

static const struct print_column columns[] = {
	{ "ID", 30 }, { "STATE", 8 }, { "SINCE", 16 }, { "ABOUT", 28 },
	{ "DETAIL", 0 },
};

static bool
page(struct ledger *l, const void *filter, const void *last, void *rows,
    size_t max, size_t *n, struct err *err)
{
	const struct incident *row = last;
	const bool *open = filter;

	return incident_list_page(l, *open, PAGE_AFTER,
	    row == NULL ? "" : row->key, rows, max, n, err);
}

static void
row_text(const void *row, struct list_cells *cells)
{
	const struct incident *i = row;

	list_text(cells, 0, i->key);
	list_text(cells, 1, i->open ? "open" : i->outcome);
	clock_local(i->opened_at, cells->text[2]);
	incident_subject(i, cells->text[3], LIST_CELL_SIZE);
	list_text(cells, 4, i->detail);
}

static void
row_json(const void *row, struct json_out *j)
{
	incident_json(row, j);
}

static int
incidents_run(struct app *app, const struct args *args)
{
	static const struct lister lister = { columns,
	    sizeof columns / sizeof columns[0], sizeof(struct incident), page,
	    NULL, row_text, row_json };
	bool open = args_has(args, "open");

	return list_print(app, &lister, &open);
}

static const struct option_row incidents_options[] = {
	{ "open", NULL, "only those that nobody has settled" },
	{ NULL, NULL, NULL }
};

const struct command cmd_incidents = {
	.name = "incidents", .usage = "[--open]",
	.words = "List the questions that somebody must settle, oldest first.",
	.options = incidents_options, .needs = NEEDS_READING,
	.permission = ANYBODY, .run = incidents_run,
};
