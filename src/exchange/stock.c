/*
 * stock.c - rows about units: packed, shared texts, sorted.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Of a serial its key is kept: it sorts by memcmp, and the serial can be made
 * of it again (domain/serial_key.h).  A row's own texts are one byte with the
 * key's length, the key, the lot with NUL, the carton with NUL.
 */
#include "exchange/stock.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "domain/date.h"
#include "domain/serial_key.h"

#define DAY_ONE (-719162)	/* date_to_days("0001-01-01") */

_Static_assert(SERIAL_KEY_MAX < 256, "a key's length is one byte");
_Static_assert(sizeof(struct stock_unit) <= 64, "a million rows are 64 MB");

void *
stock_open(struct import *im)
{
	struct stock *st = xcalloc(1, sizeof *st);

	(void)im;
	str_init(&st->texts);
	return st;
}

static void
refs_done(struct stock_refs *refs)
{
	for (size_t i = 0; i < refs->list.n; i++)
		if (refs->list.at[i].thing != NULL)
			refs->free(refs->list.at[i].thing);
	vec_done(&refs->list);
	text_map_done(&refs->map);
}

void
stock_close(void *state)
{
	struct stock *st = state;

	refs_done(&st->items);
	refs_done(&st->bins);
	refs_done(&st->parties);
	refs_done(&st->orders);
	vec_done(&st->units);
	free(st->sorted);
	str_done(&st->texts);
	free(st);
}

/* --- Shared texts ---------------------------------------------------------- */

uint32_t
stock_ref(struct stock_refs *refs, const char *text)
{
	size_t n = refs->list.n;
	bool is_new;
	size_t *at;

	if (text[0] == '\0')
		return STOCK_NONE;
	if (n > 0 && strcmp(refs->list.at[n - 1].text, text) == 0)
		return (uint32_t)(n - 1);	/* the usual case in the first stock */
	at = text_map_at(&refs->map, text, &is_new);
	if (is_new) {
		*at = refs->list.n;
		assert(*at < STOCK_NONE);
		str_copy(vec_push(&refs->list)->text, ORDER_SIZE, text);
	}
	return (uint32_t)*at;
}

const char *
stock_text(const struct stock_refs *refs, uint32_t ref)
{
	assert(ref == STOCK_NONE || ref < refs->list.n);
	return ref == STOCK_NONE ? "" : refs->list.at[ref].text;
}

void *
stock_thing(const struct stock_refs *refs, uint32_t ref)
{
	assert(ref == STOCK_NONE || ref < refs->list.n);
	return ref == STOCK_NONE ? NULL : refs->list.at[ref].thing;
}

/* --- Packing ------------------------------------------------------------- */

/* Days since 0001-01-01, so that none is negative. */
static uint32_t
day_of(const char *date)
{
	if (date[0] == '\0')
		return STOCK_NONE;
	return (uint32_t)(date_to_days(date) - DAY_ONE);
}

void
stock_date(char out[DATE_SIZE], uint32_t day)
{
	bool ok;

	out[0] = '\0';
	if (day == STOCK_NONE)
		return;
	ok = date_from_days((int64_t)day + DAY_ONE, out);
	assert(ok);
	(void)ok;
}

void
stock_keep(struct import *im, const void *row)
{
	const struct stock_row *r = row;
	struct stock *st = im->state;
	struct stock_unit *u = vec_push(&st->units);
	unsigned char key[SERIAL_KEY_MAX];
	size_t n = serial_key(r->serial, key, sizeof key);

	u->row = r->row;
	u->item = stock_ref(&st->items, r->item);
	u->bin = stock_ref(&st->bins, r->bin);
	u->party = stock_ref(&st->parties, r->party);
	u->order = stock_ref(&st->orders, r->order);
	u->made_on = day_of(r->made_on);
	u->expires_on = day_of(r->expires_on);
	u->received_on = day_of(r->received_on);
	u->line = (uint32_t)r->line;
	u->texts = st->texts.len;
	str_addc(&st->texts, (char)(unsigned char)n);
	str_addn(&st->texts, key, n);
	str_addn(&st->texts, r->lot, strlen(r->lot) + 1);
	str_addn(&st->texts, r->carton, strlen(r->carton) + 1);
}

static const unsigned char *
key_of(const struct stock *st, const struct stock_unit *u, size_t *n)
{
	const unsigned char *p = (unsigned char *)st->texts.p + u->texts;

	*n = p[0];
	return p + 1;
}

void
stock_serial(const struct stock *st, const struct stock_unit *u,
    char out[SERIAL_SIZE])
{
	size_t n;
	const unsigned char *key = key_of(st, u, &n);

	if (n == 0 || !serial_from_key(key, n, out))
		out[0] = '\0';
}

const char *
stock_lot(const struct stock *st, const struct stock_unit *u)
{
	size_t n;

	return (const char *)key_of(st, u, &n) + n;
}

const char *
stock_carton(const struct stock *st, const struct stock_unit *u)
{
	const char *lot = stock_lot(st, u);

	return lot + strlen(lot) + 1;
}

/* --- Sorting ------------------------------------------------------------- */

static int
by_serial(const struct stock *st, const struct stock_unit *x,
    const struct stock_unit *y)
{
	const unsigned char *a, *b;
	size_t n, m;
	int order;

	if (x->item_id != y->item_id)
		return x->item_id < y->item_id ? -1 : 1;
	a = key_of(st, x, &n);
	b = key_of(st, y, &m);
	order = memcmp(a, b, n < m ? n : m);
	return order != 0 ? order : n < m ? -1 : n > m;
}

static int
by_place(const void *a, const void *b, void *ctx)
{
	const struct stock_unit *x = *(const struct stock_unit *const *)a;
	const struct stock_unit *y = *(const struct stock_unit *const *)b;
	int order = by_serial(ctx, x, y);

	return order != 0 ? order : x->row.line < y->row.line ? -1 : 1;
}

static bool
is_sorted(const struct stock *st, struct stock_unit *const *at, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (by_serial(st, at[i - 1], at[i]) > 0)
			return false;
	return true;
}

static int64_t
id_of(const struct stock *st, uint32_t ref)
{
	const struct stock_item *it = stock_thing(&st->items, ref);

	return it == NULL ? 0 : it->item.id;
}

static int
by_id(const void *a, const void *b, void *ctx)
{
	int64_t x = id_of(ctx, *(const uint32_t *)a);
	int64_t y = id_of(ctx, *(const uint32_t *)b);

	return x < y ? -1 : x > y;
}

/* Where in the sorted rows each item of the list begins, told by how many
 * rows there are of each; returns the rows in all. */
static size_t
place_items(const struct stock *st, size_t counts[])
{
	size_t n = st->items.list.n, rows = 0;
	uint32_t *order = xcalloc(n + 1, sizeof order[0]);

	for (size_t i = 0; i < n; i++)
		order[i] = (uint32_t)i;
	qsort_r(order, n, sizeof order[0], by_id, (void *)(uintptr_t)st);
	for (size_t i = 0; i < n; i++) {
		size_t mine = counts[order[i]];

		counts[order[i]] = rows;
		rows += mine;
	}
	free(order);
	return rows;
}

static bool
is_sortable(const struct stock *st, const struct stock_unit *u)
{
	size_t n;

	key_of(st, u, &n);
	return u->item_id != 0 && n > 0;
}

/* Rows item by item, those of one item as they stand in the file: they are
 * often in order there, and a sort of what is far apart in memory is slow. */
static void
group(struct stock *st)
{
	size_t *at = xcalloc(st->items.list.n + 1, sizeof at[0]);

	for (size_t i = 0; i < st->units.n; i++)
		if (is_sortable(st, &st->units.at[i]))
			at[st->units.at[i].item]++;
	st->n_sorted = place_items(st, at);
	st->sorted = xcalloc(st->n_sorted + 1, sizeof st->sorted[0]);
	for (size_t i = 0; i < st->units.n; i++)
		if (is_sortable(st, &st->units.at[i]))
			st->sorted[at[st->units.at[i].item]++] = &st->units.at[i];
	free(at);
}

void
stock_sort(struct import *im)
{
	struct stock *st = im->state;
	size_t n;

	group(st);
	for (size_t i = 0; i < st->n_sorted; i += n) {
		n = 1;
		while (i + n < st->n_sorted &&
		    st->sorted[i + n]->item_id == st->sorted[i]->item_id)
			n++;
		if (!is_sorted(st, st->sorted + i, n))
			qsort_r(st->sorted + i, n, sizeof st->sorted[0], by_place, st);
	}
	for (size_t i = 1; i < st->n_sorted; i++)
		if (by_serial(st, st->sorted[i - 1], st->sorted[i]) == 0)
			import_say(im, &st->sorted[i]->row, "serial",
			    "stands in line %lld already",
			    (long long)st->sorted[i - 1]->row.line);
}
