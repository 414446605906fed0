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
	vec_done(&st->sorted);
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

/* Days since 0001-01-01. */
static uint32_t
day_of(const char *date)
{
	if (date[0] == '\0')
		return STOCK_NONE;
	return (uint32_t)date_days_between("0001-01-01", date);
}

void
stock_date(char out[DATE_SIZE], uint32_t day)
{
	bool ok;

	out[0] = '\0';
	if (day == STOCK_NONE)
		return;
	ok = date_from_days((int64_t)day + date_to_days("0001-01-01"), out);
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
is_sorted(struct stock *st)
{
	for (size_t i = 1; i < st->sorted.n; i++)
		if (by_serial(st, st->sorted.at[i - 1], st->sorted.at[i]) > 0)
			return false;
	return true;
}

void
stock_sort(struct import *im)
{
	struct stock *st = im->state;

	for (size_t i = 0; i < st->units.n; i++) {
		struct stock_unit *u = &st->units.at[i];
		size_t n;

		key_of(st, u, &n);
		if (u->item_id != 0 && n > 0)
			*vec_push(&st->sorted) = u;
	}
	if (!is_sorted(st))
		qsort_r(st->sorted.at, st->sorted.n, sizeof st->sorted.at[0],
		    by_place, st);
	for (size_t i = 1; i < st->sorted.n; i++)
		if (by_serial(st, st->sorted.at[i - 1], st->sorted.at[i]) == 0)
			import_say(im, &st->sorted.at[i]->row, "serial",
			    "stands in line %lld already",
			    (long long)st->sorted.at[i - 1]->row.line);
}
