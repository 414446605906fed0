/*
 * memory_rows.c - a table over rows that are in memory.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The key of a row is its number, high byte first, so that keys are in the
 * order of rows.
 */
#include <assert.h>
#include "ui/lists.h"

#define KEY_BYTES 8

static void set_key(struct table_key *key, size_t i)
{
	key->len = KEY_BYTES;
	for (int b = 0; b < KEY_BYTES; b++)
		key->bytes[b] = (unsigned char)(i >> (8 * (KEY_BYTES - 1 - b)));
}

static size_t number_of(const struct table_key *key)
{
	size_t i = 0;

	assert(key->len == KEY_BYTES);
	for (int b = 0; b < KEY_BYTES; b++)
		i = i << 8 | key->bytes[b];
	return i;
}

size_t memory_row(const struct table_row *row)
{
	return number_of(&row->key);
}

/* The first row of a page; *n is how many there are from it on, at most max. */
static size_t page_start(const struct memory_rows *rows, enum table_seek seek,
    const struct table_key *anchor, size_t max, size_t *n)
{
	size_t at = seek == TABLE_FIRST || seek == TABLE_LAST ? 0 :
	    number_of(anchor);
	size_t first, end = rows->n;

	if (seek == TABLE_BEFORE)
		end = at < rows->n ? at : rows->n;
	if (seek == TABLE_LAST || seek == TABLE_BEFORE)
		first = end > max ? end - max : 0;
	else
		first = seek == TABLE_AFTER ? at + 1 : at;
	*n = first < end ? end - first : 0;
	if (*n > max)
		*n = max;
	return first;
}

static size_t fetch(void *ctx, enum table_seek seek,
    const struct table_key *anchor, size_t max, struct table_row *out)
{
	const struct memory_rows *rows = ctx;
	size_t n, first = page_start(rows, seek, anchor, max, &n);

	for (size_t i = 0; i < n; i++) {
		set_key(&out[i].key, first + i);
		rows->fill(rows->ctx, first + i, &out[i]);
	}
	return n;
}

static int64_t total(void *ctx)
{
	return (int64_t)((const struct memory_rows *)ctx)->n;
}

struct table_source memory_source(struct memory_rows *rows)
{
	return (struct table_source){ .fetch = fetch, .total = total,
		.ctx = rows };
}
