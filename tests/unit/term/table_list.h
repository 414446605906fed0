/*
 * table_list.h - a long list as a model, for the tests of table.h.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A set of numbers, of which some are taken out; it counts what is read of
 * it.
 */
#ifndef UNIT_TABLE_LIST_H
#define UNIT_TABLE_LIST_H
#include "term_unit.h"
#include <inttypes.h>
#include "base/str.h"
#include "term/table.h"

#define LIST_MAX 1000000

static struct {
	int64_t n;
	bool gone[LIST_MAX];
	bool counts;		/* it knows its total */
	size_t read;		/* rows given out */
	struct table *table;
} list;

static const struct table_column columns[] = {
	{ "#", 7, 0, 5, PAINT_RIGHT }, { "serial", 8, 1, 9, PAINT_LEFT },
	{ "item", 10, 2, 1, PAINT_LEFT },
};

static inline int64_t number_of(const struct table_key *key)
{
	int64_t n;

	assert_int_equal(key->len, sizeof n);
	memcpy(&n, key->bytes, sizeof n);
	return n;
}

static inline struct table_key key_of(int64_t n)
{
	struct table_key key = { .len = sizeof n };

	memcpy(key.bytes, &n, sizeof n);
	return key;
}

static inline void give(struct table_row *row, int64_t n)
{
	assert_int_equal(row->key.len, 0);	/* it is given zeroed rows */
	row->key = key_of(n);
	str_print(row->cells[0], TABLE_CELL_BYTES, "%" PRId64, n);
	str_print(row->cells[1], TABLE_CELL_BYTES, "SN-%" PRId64, n);
	str_copy(row->cells[2], TABLE_CELL_BYTES, "HEX BOLT M8x40");
	list.read++;
}

/* Up to max numbers from start on, in steps of +1 or -1. */
static inline size_t collect(int64_t start, int step, size_t max, int64_t found[])
{
	size_t n = 0;

	for (int64_t i = start; i >= 0 && i < list.n && n < max; i += step)
		if (!list.gone[i])
			found[n++] = i;
	return n;
}

static inline size_t fetch(void *ctx, enum table_seek seek,
    const struct table_key *anchor, size_t max, struct table_row *rows)
{
	bool down = seek == TABLE_LAST || seek == TABLE_BEFORE;
	int64_t found[64], start = seek == TABLE_LAST ? list.n - 1 : 0;
	size_t n;

	(void)ctx;
	assert_true(max > 0 && max <= 64);
	assert_true((anchor == NULL) ==
	    (seek == TABLE_FIRST || seek == TABLE_LAST));
	if (anchor != NULL)
		start = number_of(anchor) + (seek == TABLE_AFTER) -
		    (seek == TABLE_BEFORE);
	n = collect(start, down ? -1 : 1, max, found);
	for (size_t i = 0; i < n; i++)
		give(&rows[i], found[down ? n - 1 - i : i]);
	return n;
}

static inline int64_t total(void *ctx)
{
	int64_t n = 0;

	(void)ctx;
	if (!list.counts)
		return -1;
	for (int64_t i = 0; i < list.n; i++)
		n += list.gone[i] ? 0 : 1;
	return n;
}

static inline void begin(int64_t n, int rows)
{
	const struct table_source source = { fetch, total, NULL };

	memset(&list, 0, sizeof list);
	list.n = n;
	list.counts = true;
	list.table = table_new(columns, 3, &source);
	table_layout(list.table, rows);
}

static inline int end(void **state)
{
	(void)state;
	table_free(list.table);
	list.table = NULL;
	return 0;
}

static inline void press(enum key key)
{
	struct press one = press_of(key);

	assert_int_equal(table_press(list.table, &one), TABLE_MOVED);
}

static inline int64_t chosen(void)
{
	return number_of(&table_chosen(list.table)->key);
}

static inline int64_t first(void)
{
	return number_of(&table_at(list.table, 0)->key);
}
#endif
