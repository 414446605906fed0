/*
 * lists.h - the lists there are, each a few functions for one list screen.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A list is read by pages beside a key, so that a million rows cost as much as
 * twenty.  What is typed or scanned goes to find: it moves to a row, narrows
 * the list, or opens what was meant.
 */
#ifndef UI_LISTS_H
#define UI_LISTS_H
#include "report/lists.h"
#include "report/unit_list.h"
#include "term/table.h"
#include "ui/ui_private.h"

struct list {
	struct screen screen;
	const struct list_kind *kind;
	struct ledger *ledger;
	const struct ui_printing *printing;
	struct table *table;
	struct unit_filter units;	/* of the list of units */
	struct order_filter orders;	/* of the lists of orders, when narrowed */
	bool narrowed;
	bool all;			/* of the list of labels: the settled ones too */
	char subtitle[120];
	struct err err;			/* why the last page could not be read */
};

struct list_kind {
	const char *name;		/* opening.name */
	const char *title;
	const char *empty;
	const struct table_column *columns;
	size_t n_columns;
	/* Say in subtitle what narrows it; NULL: nothing does. */
	void (*say)(struct list *);
	/* As a table source does; errors go to list->err. */
	bool (*page)(struct list *, enum page_way, const struct table_key *,
	    size_t max, struct table_row *rows, size_t *n, struct err *);
	int64_t (*total)(struct list *);	/* NULL: not known */
	/* What choosing a row does; NULL: nothing. */
	struct outcome (*choose)(struct ui *, struct list *,
	    const struct table_row *);
	/* What was typed or scanned.  NULL: a code to go to. */
	struct outcome (*find)(struct ui *, struct list *,
	    const struct scan_parsed *, const char *text);
	struct outcome (*act)(struct ui *, struct list *, enum action);
	enum situation at;
	const char *help;
};

const struct list_kind *list_kind_find(const char *name);
extern const struct list_kind orders_open_list, orders_list, units_list,
    items_list, bins_list, incidents_open_list, incidents_list,
    operators_list, cartons_open_list, cartons_list, tasks_list,
    prints_list, printers_list;

/* What narrows it changed: from the first row on. */
void list_restart(struct list *list);

/* A key that is one text, and its text. */
void key_of_text(struct table_key *key, const char *text);
void key_text(const struct table_key *key, char *out, size_t size);
/* Two texts, ordered by the first. */
void key_of_pair(struct table_key *key, const char *a, const char *b);
void key_pair(const struct table_key *key, char *a, size_t a_size, char *b,
    size_t b_size);
/* Narrow a list of units by an item, bin, order ("" leaves it as it is). */
struct outcome open_units(const char *item, const char *bin, const char *order);
struct outcome open_unit(const char *item, const char *serial);
void row_put_number(struct table_row *row, size_t column, int64_t n);
void row_put_text(struct table_row *row, size_t column, const char *text);

/* --- Rows that are in memory ------------------------------------------------ */

struct memory_rows {
	size_t n;
	void (*fill)(void *ctx, size_t i, struct table_row *row);
	void *ctx;
};
/* A source over them; the struct must outlive the table. */
struct table_source memory_source(struct memory_rows *rows);
/* The number of a row. */
size_t memory_row(const struct table_row *row);
#endif
