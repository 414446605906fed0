/*
 * list.h - a list printed page by page, as text or as JSON.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What differs between lists is data: columns, how a page is read, how a row
 * looks.  Rows are held a page at a time, however long the list is.
 */
#ifndef APP_LIST_H
#define APP_LIST_H
#include "app/app.h"

#define LIST_CELLS 10
#define LIST_CELL_SIZE 200

/* The cells of a row as text; a cell that is left alone is empty. */
struct list_cells { char text[LIST_CELLS][LIST_CELL_SIZE]; };

struct lister {
	const struct print_column *columns;
	size_t n_columns;
	size_t row_size;
	/* At most max rows after last (NULL: from the start). */
	bool (*page)(struct ledger *, const void *filter, const void *last,
	    void *rows, size_t max, size_t *n, struct err *);
	bool (*wanted)(const void *filter, const void *row);	/* NULL: all are */
	void (*text)(const void *row, struct list_cells *);
	void (*json)(const void *row, struct json_out *);	/* one object */
};
/* Print it all; returns the exit status. */
int list_print(struct app *, const struct lister *, const void *filter);
void list_number(struct list_cells *, size_t cell, int64_t n);
void list_text(struct list_cells *, size_t cell, const char *text);
#endif
