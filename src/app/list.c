/*
 * list.c - a list printed page by page, as text or as JSON.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "app/list.h"
#include "base/xalloc.h"

#define PAGE 100

void
list_number(struct list_cells *cells, size_t cell, int64_t n)
{
	str_print(cells->text[cell], LIST_CELL_SIZE, "%lld", (long long)n);
}

void
list_text(struct list_cells *cells, size_t cell, const char *text)
{
	str_copy(cells->text[cell], LIST_CELL_SIZE, text);
}

static void
print_text(const struct lister *l, const void *row)
{
	const char *cells[LIST_CELLS];
	struct list_cells texts;

	memset(&texts, 0, sizeof texts);
	l->text(row, &texts);
	for (size_t i = 0; i < l->n_columns; i++)
		cells[i] = texts.text[i];
	print_row(l->columns, l->n_columns, cells);
}

static void
print_one(struct app *app, const struct lister *l, const void *row,
    struct str *line)
{
	struct json_out j;

	if (!app->globals.json) {
		print_text(l, row);
		return;
	}
	json_begin(&j, line);
	l->json(row, &j);
	print_json(line);
}

static bool
print_pages(struct app *app, const struct lister *l, const void *filter,
    char *rows, struct str *line, struct err *err)
{
	char *last = NULL;
	size_t n = PAGE;

	while (n == PAGE && !ferror(stdout)) {
		if (!l->page(app->ledger, filter, last, rows, PAGE, &n, err))
			return false;
		for (size_t i = 0; i < n; i++)
			if (l->wanted == NULL ||
			    l->wanted(filter, rows + i * l->row_size))
				print_one(app, l, rows + i * l->row_size, line);
		if (n > 0) {	/* the next page begins after a copy of it */
			last = rows + PAGE * l->row_size;
			memcpy(last, rows + (n - 1) * l->row_size, l->row_size);
		}
	}
	return true;
}

int
list_print(struct app *app, const struct lister *l, const void *filter)
{
	char *rows = xcalloc(PAGE + 1, l->row_size);
	struct str line;
	struct err err;
	bool ok;

	assert(l->n_columns <= LIST_CELLS);
	str_init(&line);
	if (!app->globals.json)
		print_head(l->columns, l->n_columns);
	ok = print_pages(app, l, filter, rows, &line, &err);
	str_done(&line);
	free(rows);
	return ok ? EXIT_DONE : app_fail(&err);
}
