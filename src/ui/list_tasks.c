/*
 * list_tasks.c - counts that somebody asked for, oldest first.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "ui/lists.h"
#include "ui/words.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

enum { CELL_BIN = 1 };
static const struct table_column columns[] = {
	{ N_("Asked for"), 16, 0, 5, PAINT_LEFT },
	{ N_("Bin"), 10, 1, 9, PAINT_LEFT },
	{ N_("Item"), 10, 2, 8, PAINT_LEFT },
	{ N_("Reason"), 11, 0, 6, PAINT_LEFT },
	{ N_("State"), 6, 0, 7, PAINT_LEFT },
	{ N_("Order"), 10, 1, 3, PAINT_LEFT },
	{ N_("By"), 8, 1, 2, PAINT_LEFT },
	{ N_("Task"), 12, 2, 1, PAINT_LEFT },
};

static void task_cells(const struct task *task, struct table_row *row)
{
	key_of_text(&row->key, task->code);
	clock_local(task->opened_at, row->cells[0]);
	row_put_text(row, CELL_BIN, task->bin);
	row_put_text(row, 2, task->item);
	row_put_text(row, 3, task->reason);
	row_put_text(row, 4, task_state_name(task->state));
	row_put_text(row, 5, task->order);
	row_put_text(row, 6, task->operator);
	row_put_text(row, 7, task->code);
	row->style = task->state == TASK_CLOSED ? STYLE_DIM : STYLE_NORMAL;
}

static bool tasks_page(struct list *list, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	struct task *page = xcalloc(max, sizeof *page);
	char code[CODE_SIZE];
	bool ok;

	key_text(key, code, sizeof code);
	ok = task_page(list->ledger, false, way, code, page, max, n, err);
	for (size_t i = 0; ok && i < *n; i++)
		task_cells(&page[i], &rows[i]);
	free(page);
	return ok;
}

static struct outcome task_chosen(struct ui *ui, struct list *list,
    const struct table_row *row)
{
	(void)ui, (void)list;
	return open_units("", row->cells[CELL_BIN], "");
}

/* A task's code goes to its row; anything else may be a bin. */
static struct outcome task_found(struct ui *ui, struct list *list,
    const struct scan_parsed *parsed, const char *text)
{
	struct table_key key;
	struct task task;
	struct bin bin;
	struct err err;

	(void)parsed;
	if (task_find(list->ledger, text, &task, &err) > 0) {
		key_of_text(&key, text);
		table_go(list->table, &key);
		return outcome_of(STAY);
	}
	if (bin_find(list->ledger, text, &bin, &err) > 0)
		return open_units("", bin.code, "");
	ui_note(ui, _("there is no task %s"), text);
	ui_sound(ui, SOUND_WARN);
	return outcome_of(STAY);
}

const struct list_kind tasks_list = {
	.name = "tasks", .title = N_("REQUESTED COUNTS"),
	.empty = N_("nobody asked for a count"),
	.columns = columns, .n_columns = COUNT(columns), .page = tasks_page,
	.choose = task_chosen, .find = task_found, .at = AT_LIST,
	.help = N_("Bins that somebody wants counted, the oldest request first. "
	    "Enter shows the units the book has there."),
};
