/*
 * demo_table.c - a CSV file of the demonstration as rows.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "app/demo.h"
#include "base/xalloc.h"
#include "exchange/csv.h"

const char *
demo_file(const char *name)
{
	for (size_t i = 0; demo_files[i] != NULL; i += 2)
		if (strcmp(demo_files[i], name) == 0)
			return demo_files[i + 1];
	assert(!"demo/ has no such file");
	return NULL;
}

struct memory { const char *at; size_t left; };

static long
read_memory(void *ctx, char *to, size_t n)
{
	struct memory *m = ctx;

	if (n > m->left)
		n = m->left;
	memcpy(to, m->at, n);
	m->at += n;
	m->left -= n;
	return (long)n;
}

static bool
take_row(struct demo_table *t, const struct csv_row *row)
{
	char **cells;

	if (row->n > DEMO_CELLS_MAX || (t->n_columns > 0 && row->n != t->n_columns))
		return false;
	cells = t->n_columns == 0 ? t->columns :
	    ((struct demo_row *)vec_push(&t->rows))->cells;
	for (size_t i = 0; i < row->n; i++)
		cells[i] = xstrdup(row->at[i].p);
	if (t->n_columns == 0)
		t->n_columns = row->n;
	return true;
}

bool
demo_table_read(struct demo_table *t, const char *name, const char *text,
    struct err *err)
{
	struct memory memory = { text, strlen(text) };
	struct csv *csv = csv_new(read_memory, &memory);
	enum csv_result got;
	struct csv_row row;

	memset(t, 0, sizeof *t);
	while ((got = csv_next(csv, &row)) == CSV_ROW)
		if (!take_row(t, &row)) {
			got = CSV_WRONG;
			break;
		}
	csv_free(csv);
	if (got == CSV_END)
		return true;
	demo_table_done(t);
	return err_set(err, ERR_BUG, "%s of the demonstration is no table", name);
}

void
demo_table_done(struct demo_table *t)
{
	for (size_t i = 0; i < t->n_columns; i++)
		free(t->columns[i]);
	for (size_t i = 0; i < t->rows.n; i++)
		for (size_t k = 0; k < t->n_columns; k++)
			free(t->rows.at[i].cells[k]);
	vec_done(&t->rows);
	t->n_columns = 0;
}

const char *
demo_cell(const struct demo_table *t, size_t row, const char *column)
{
	assert(row < t->rows.n);
	for (size_t i = 0; i < t->n_columns; i++)
		if (strcmp(t->columns[i], column) == 0)
			return t->rows.at[row].cells[i];
	assert(!"the table has no such column");
	return "";
}

int64_t
demo_number(const struct demo_table *t, size_t row, const char *column)
{
	return strtoll(demo_cell(t, row, column), NULL, 10);
}
