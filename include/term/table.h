/*
 * table.h - a list of any length, of which only the rows in sight are read.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The rows belong to a source that is asked by key: "the 20 rows after this
 * one".  A table of a million rows costs as much as one of twenty.  A key is
 * bytes that mean something to the source alone; keys are in order and
 * unique.  The table holds the rows in sight and which of them is chosen.
 *
 * Rows may appear and vanish between two calls: table_reload reads again from
 * the first row in sight, and stays on the chosen key or its successor.
 */
#ifndef TERM_TABLE_H
#define TERM_TABLE_H
#include "term/keys.h"
#include "term/paint.h"

#define TABLE_KEY_BYTES 160
#define TABLE_COLUMNS 12
#define TABLE_CELL_BYTES 128

struct table_key {
	size_t len;
	unsigned char bytes[TABLE_KEY_BYTES];
};

struct table_row {
	struct table_key key;
	unsigned style;
	char cells[TABLE_COLUMNS][TABLE_CELL_BYTES];
};

enum table_seek {
	TABLE_FIRST,		/* from the first row on; no anchor */
	TABLE_LAST,		/* the last rows; no anchor */
	TABLE_AFTER,		/* rows after the anchor */
	TABLE_BEFORE,		/* the rows just before the anchor */
	TABLE_FROM		/* the anchor, if it is there, and rows after it */
};

struct table_source {
	/* Fill up to max rows (zeroed) in ascending order; returns how many.
	 * Fewer than max: there are no more that way. */
	size_t (*fetch)(void *ctx, enum table_seek seek,
	    const struct table_key *anchor, size_t max, struct table_row *rows);
	/* How many rows there are, or -1: that would cost too much.  NULL: -1. */
	int64_t (*total)(void *ctx);
	void *ctx;
};

struct table_column {
	const char *title;
	int width;		/* cells it needs */
	int grow;		/* its share of what is left over; 0: none */
	int rank;		/* the highest goes last when narrow; equal: rightmost first */
	enum paint_align align;
};

struct table;

/* columns (n of them, at most TABLE_COLUMNS) and source are borrowed; the
 * source's struct is copied. */
struct table *table_new(const struct table_column columns[], size_t n,
    const struct table_source *source);
void table_free(struct table *table);

/* Say how many rows are in sight and read them; the chosen row stays. */
void table_layout(struct table *table, int rows);
/* The data changed. */
void table_reload(struct table *table);
/* Go to the row with this key, or the next one after it. */
void table_go(struct table *table, const struct table_key *key);

enum table_answer { TABLE_IGNORED, TABLE_MOVED, TABLE_CHOSEN };
/* Up, Down, PgUp, PgDn, Home, End; Enter chooses. */
enum table_answer table_press(struct table *table, const struct press *press);

/* The row under the bar; NULL when there are none. */
const struct table_row *table_chosen(const struct table *table);
size_t table_in_sight(const struct table *table);
const struct table_row *table_at(const struct table *table, size_t i);
/* Rows before the first in sight; -1: not known (it was found by key). */
int64_t table_before(const struct table *table);
int64_t table_total(const struct table *table);	/* -1: not known */

/* Titles, rows, and the foot "rows 1-20 of 1000000" in p; lays itself out for
 * p.  empty is said when there are no rows. */
void table_draw(struct table *table, const struct paint *p, const char *empty);
#endif
