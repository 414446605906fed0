/*
 * cmd_tasks.c - work that somebody asked for: counts of bins.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/cmd.h"
#include "app/list.h"
#include "base/clock.h"
#include "report/lists.h"

static const struct print_column columns[] = {
	{ "TASK", 22 }, { "STATE", 7 }, { "SINCE", 16 }, { "BIN", 12 },
	{ "ITEM", 14 }, { "REASON", 12 }, { "ORDER", 14 }, { "BY", 0 },
};

static bool
page(struct ledger *l, const void *filter, const void *last, void *rows,
    size_t max, size_t *n, struct err *err)
{
	const struct task *row = last;
	const bool *open = filter;

	return task_page(l, *open, PAGE_AFTER, row == NULL ? "" : row->code, rows,
	    max, n, err);
}

static void
row_text(const void *row, struct list_cells *cells)
{
	const struct task *t = row;

	list_text(cells, 0, t->code);
	list_text(cells, 1, task_state_name(t->state));
	clock_local(t->opened_at, cells->text[2]);
	list_text(cells, 3, t->bin);
	list_text(cells, 4, t->item);
	list_text(cells, 5, t->reason);
	list_text(cells, 6, t->order);
	list_text(cells, 7, t->operator);
}

static void
row_json(const void *row, struct json_out *j)
{
	const struct task *t = row;

	json_object(j);
	json_kv(j, "task", t->code);
	json_kv(j, "kind", t->kind);
	json_kv_opt(j, "bin", t->bin);
	json_kv_opt(j, "item", t->item);
	json_kv_opt(j, "order", t->order);
	json_kv_opt(j, "reason", t->reason);
	json_kv(j, "state", task_state_name(t->state));
	json_kv_time(j, "opened_at", t->opened_at);
	json_kv(j, "operator", t->operator);
	json_kv_opt(j, "taken_by", t->taken_by);
	json_kv_opt(j, "note", t->note);
	json_object_end(j);
}

static int
tasks_run(struct app *app, const struct args *args)
{
	static const struct lister lister = { columns,
	    sizeof columns / sizeof columns[0], sizeof(struct task), page,
	    NULL, row_text, row_json };
	bool open = args_has(args, "open");

	return list_print(app, &lister, &open);
}

static const struct option_row tasks_options[] = {
	{ "open", NULL, "only those that nobody has closed" },
	{ NULL, NULL, NULL }
};

const struct command cmd_tasks = {
	.name = "tasks", .usage = "[--open]",
	.words = "List the counts that somebody asked for, oldest first.",
	.options = tasks_options, .needs = NEEDS_READING,
	.permission = ANYBODY, .run = tasks_run,
};
