/*
 * table.c - a list of any length: the window of rows and how it moves.
 * SPDX-License-Identifier: Apache-2.0
 *
 * rows[0..n) are in sight, rows[at] is chosen.  The window moves by asking
 * the source for the rows next to its edges; it is never wider than max, and
 * narrower only when there are no more rows at all.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "table_private.h"

struct table *table_new(const struct table_column columns[], size_t n,
    const struct table_source *source)
{
	struct table *table = xcalloc(1, sizeof *table);

	assert(n > 0 && n <= TABLE_COLUMNS && source->fetch != NULL);
	table->columns = columns;
	table->column_count = n;
	table->source = *source;
	table->before = -1;
	table->total = -1;
	return table;
}

void table_free(struct table *table)
{
	if (table == NULL)
		return;
	free(table->rows);
	free(table->fetched);
	free(table);
}

/* --- Reading --------------------------------------------------------------- */

/* At most max rows into table->fetched; returns how many. */
static size_t fetch(struct table *table, enum table_seek seek,
    const struct table_key *anchor, size_t max)
{
	size_t n;

	if (max == 0)
		return 0;
	assert(max <= table->max);
	memset(table->fetched, 0, max * sizeof *table->fetched);
	n = table->source.fetch(table->source.ctx, seek, anchor, max,
	    table->fetched);
	assert(n <= max);
	for (size_t i = 0; i < n; i++)
		assert(table->fetched[i].key.len <= TABLE_KEY_BYTES);
	return n;
}

static void take_all(struct table *table, size_t n)
{
	memcpy(table->rows, table->fetched, n * sizeof *table->rows);
	table->n = n;
}

/* The fetched rows come behind the last; as many leave at the front. */
static void take_behind(struct table *table, size_t n)
{
	size_t out = table->n + n > table->max ?
	    table->n + n - table->max : 0;

	memmove(table->rows, table->rows + out,
	    (table->n - out) * sizeof *table->rows);
	memcpy(table->rows + table->n - out, table->fetched,
	    n * sizeof *table->rows);
	table->n = table->n - out + n;
	if (table->before >= 0)
		table->before += (int64_t)out;
}

/* The fetched rows come before the first; as many leave at the end. */
static void take_before(struct table *table, size_t n)
{
	size_t kept = table->n + n > table->max ? table->max - n : table->n;

	memmove(table->rows + n, table->rows, kept * sizeof *table->rows);
	memcpy(table->rows, table->fetched, n * sizeof *table->rows);
	table->n = kept + n;
	if (table->before >= 0)
		table->before = table->before > (int64_t)n ?
		    table->before - (int64_t)n : 0;
}

static size_t fetch_behind(struct table *table, size_t max)
{
	if (table->n == 0)
		return fetch(table, TABLE_FIRST, NULL, max);
	return fetch(table, TABLE_AFTER, &table->rows[table->n - 1].key, max);
}

static size_t fetch_before(struct table *table, size_t max)
{
	size_t n;

	if (table->n == 0 || max == 0)
		return 0;
	n = fetch(table, TABLE_BEFORE, &table->rows[0].key, max);
	if (n < max)		/* these are the first rows there are */
		table->before = (int64_t)n;
	return n;
}

static void count(struct table *table)
{
	table->total = table->source.total == NULL ? -1 :
	    table->source.total(table->source.ctx);
}

/* A window that is not full while there are rows above it takes them. */
static void fill_up(struct table *table)
{
	size_t n = fetch_before(table, table->max - table->n);

	take_before(table, n);
	table->at += n;
}

/* --- Going ----------------------------------------------------------------- */

static void go_first(struct table *table)
{
	take_all(table, fetch(table, TABLE_FIRST, NULL, table->max));
	table->before = 0;
	table->at = 0;
}

static void go_last(struct table *table)
{
	take_all(table, fetch(table, TABLE_LAST, NULL, table->max));
	table->before = table->total < 0 ? -1 :
	    table->total - (int64_t)table->n;
	if (table->before < 0 || table->n < table->max)
		table->before = table->n < table->max ? 0 : -1;
	table->at = table->n > 0 ? table->n - 1 : 0;
}

/* The first row in sight is at key or after it. */
static void go_from(struct table *table, const struct table_key *key)
{
	take_all(table, fetch(table, TABLE_FROM, key, table->max));
	table->before = -1;
	table->at = 0;
	if (table->n == 0)
		go_last(table);
	else
		fill_up(table);
}

void table_go(struct table *table, const struct table_key *key)
{
	count(table);
	go_from(table, key);
}

static bool same_key(const struct table_key *a, const struct table_key *b)
{
	return a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

static bool choose(struct table *table, const struct table_key *key)
{
	for (size_t i = 0; i < table->n; i++)
		if (same_key(&table->rows[i].key, key)) {
			table->at = i;
			return true;
		}
	return false;
}

/* The chosen key is gone: its successor, when it is in sight. */
static void choose_next(struct table *table, const struct table_key *key,
    size_t at)
{
	struct table_key next;

	table->at = at < table->n ? at : table->n > 0 ? table->n - 1 : 0;
	if (fetch(table, TABLE_FROM, key, 1) == 0)
		return;
	next = table->fetched[0].key;
	(void)choose(table, &next);
}

void table_reload(struct table *table)
{
	int64_t total = table->total, before = table->before;
	struct table_key first, chosen;
	size_t at = table->at;

	count(table);
	if (table->max == 0)
		return;
	if (table->n == 0) {
		go_first(table);
		return;
	}
	first = table->rows[0].key;
	chosen = table->rows[at].key;
	if (before == 0)
		go_first(table);	/* new rows at the front are seen */
	else
		go_from(table, &first);
	if (table->before < 0 && total == table->total)
		table->before = before;
	if (!choose(table, &chosen))
		choose_next(table, &chosen, at);
}

/* --- Size ------------------------------------------------------------------ */

static void shrink(struct table *table, size_t max)
{
	size_t out = table->at >= max ? table->at - max + 1 : 0;

	memmove(table->rows, table->rows + out,
	    (table->n - out) * sizeof *table->rows);
	table->n -= out;
	table->n = table->n < max ? table->n : max;
	table->at -= out;
	if (table->before >= 0)
		table->before += (int64_t)out;
	table->max = max;
}

static void widen(struct table *table, size_t max)
{
	table->rows = xrealloc(table->rows, max * sizeof *table->rows);
	table->fetched = xrealloc(table->fetched, max * sizeof *table->fetched);
	table->max = max;
	take_behind(table, fetch_behind(table, max - table->n));
	fill_up(table);
}

void table_layout(struct table *table, int rows)
{
	size_t max = rows > 0 ? (size_t)rows : 0;

	if (max == table->max)
		return;
	if (table->total < 0)
		count(table);
	if (table->n == 0)
		table->before = 0;	/* it begins at the first row */
	if (max < table->max)
		shrink(table, max);
	else
		widen(table, max);
	assert(table->n <= table->max);
}

/* --- Keys ------------------------------------------------------------------ */

static void line_down(struct table *table)
{
	if (table->at + 1 < table->n) {
		table->at++;
		return;
	}
	take_behind(table, fetch_behind(table, 1));
	table->at = table->n > 0 ? table->n - 1 : 0;
}

static void line_up(struct table *table)
{
	if (table->at > 0)
		table->at--;
	else
		take_before(table, fetch_before(table, 1));
}

static void page_down(struct table *table)
{
	size_t n = fetch_behind(table, table->max);

	take_behind(table, n);
	if (n < table->max && table->n > 0)
		table->at = table->n - 1;
}

static void page_up(struct table *table)
{
	size_t n = fetch_before(table, table->max);

	take_before(table, n);
	if (n < table->max)
		table->at = 0;
}

static const struct { enum key key; void (*move)(struct table *); } moves[] = {
	{ K_DOWN, line_down }, { K_UP, line_up },
	{ K_PAGE_DOWN, page_down }, { K_PAGE_UP, page_up },
	{ K_HOME, go_first }, { K_END, go_last },
};

enum table_answer table_press(struct table *table, const struct press *press)
{
	if (table->max == 0)
		return TABLE_IGNORED;
	if (press->key == K_ENTER)
		return table->n > 0 ? TABLE_CHOSEN : TABLE_IGNORED;
	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
		if (moves[i].key == press->key) {
			moves[i].move(table);
			assert(table->n == 0 || table->at < table->n);
			return TABLE_MOVED;
		}
	return TABLE_IGNORED;
}

/* --- Asking ---------------------------------------------------------------- */

const struct table_row *table_chosen(const struct table *table)
{
	return table->n > 0 ? &table->rows[table->at] : NULL;
}

size_t table_in_sight(const struct table *table)
{
	return table->n;
}

const struct table_row *table_at(const struct table *table, size_t i)
{
	assert(i < table->n);
	return &table->rows[i];
}

int64_t table_before(const struct table *table)
{
	return table->before;
}

int64_t table_total(const struct table *table)
{
	return table->total;
}
