/*
 * allocation_stock.c - what there is to promise, and who has a claim on it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Units are read bin by bin through the index of bins: an item's shipped
 * history, which grows for ever, is never touched.
 */
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "ledger/allocation_private.h"

bool
stock_settle(struct ledger *l, struct err *err)
{
	return tally_flush(l, err);
}

/* --- Claims ----------------------------------------------------------------- */

bool
claims_read(struct ledger *l, struct claims *claims, struct err *err)
{
	struct store *s = l->store;
	int rc;

	memset(claims, 0, sizeof *claims);
	if (!store_walk(s, Q_ALLOCATION_CLAIMS, err, ""))
		return false;
	while ((rc = store_next(s, Q_ALLOCATION_CLAIMS, err)) > 0)
		if (store_int(s, Q_ALLOCATION_CLAIMS, 3) > 0)
			*vec_push(&claims->list) = (struct claim){
			    store_int(s, Q_ALLOCATION_CLAIMS, 0),
			    store_int(s, Q_ALLOCATION_CLAIMS, 1),
			    store_int(s, Q_ALLOCATION_CLAIMS, 2),
			    store_int(s, Q_ALLOCATION_CLAIMS, 3) };
	if (rc < 0)
		vec_done(&claims->list);
	return rc == 0;
}

int64_t
claims_of(const struct claims *claims, int64_t item, int64_t but_order,
    int64_t but_line)
{
	int64_t n = 0;

	for (size_t i = 0; i < claims->list.n; i++) {
		const struct claim *c = &claims->list.at[i];

		if (c->item == item && (c->order != but_order ||
		    (but_line != 0 && c->line != but_line)))
			n += c->n;
	}
	return n;
}

/* --- Serials ------------------------------------------------------------------ */

void
serials_add(struct serials *s, const char *serial)
{
	*vec_push(&s->list) = xstrdup(serial);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
serials_sort(struct serials *s)
{
	if (s->list.n > 1)
		qsort(s->list.at, s->list.n, sizeof s->list.at[0], by_text);
}

bool
serials_have(const struct serials *s, const char *serial)
{
	return s != NULL && s->list.n > 0 && bsearch(&serial, s->list.at,
	    s->list.n, sizeof s->list.at[0], by_text) != NULL;
}

void
serials_done(struct serials *s)
{
	for (size_t i = 0; i < s->list.n; i++)
		free(s->list.at[i]);
	vec_done(&s->list);
}

/* --- Units -------------------------------------------------------------------- */

struct place { int64_t id; struct candidate about; };
struct places { VEC(struct place) list; };

/* The bins that hold the item and may be picked from. */
static bool
places_read(struct ledger *l, int64_t item, struct places *places,
    struct err *err)
{
	struct store *s = l->store;
	int rc;

	memset(places, 0, sizeof *places);
	if (!store_walk(s, Q_ALLOCATION_BINS, err, "i", item))
		return false;
	while ((rc = store_next(s, Q_ALLOCATION_BINS, err)) > 0) {
		struct place *p;

		if (!bin_kind_pickable((enum bin_kind)store_int(s,
		    Q_ALLOCATION_BINS, 2)))
			continue;
		p = vec_push(&places->list);
		p->id = store_int(s, Q_ALLOCATION_BINS, 0);
		str_copy(p->about.bin, sizeof p->about.bin,
		    store_text(s, Q_ALLOCATION_BINS, 1));
		p->about.sequence = store_int(s, Q_ALLOCATION_BINS, 3);
	}
	if (rc < 0)
		vec_done(&places->list);
	return rc == 0;
}

#define TEXT(column, field) \
	str_copy(c.field, sizeof c.field, store_text(s, Q_ALLOCATION_UNITS, column))

static bool
place_offer(struct ledger *l, const struct place *p, int64_t item,
    const struct serials *but, struct chooser *chooser, struct err *err)
{
	struct store *s = l->store;
	struct candidate c = p->about;
	int rc;

	if (!store_walk(s, Q_ALLOCATION_UNITS, err, "ii", p->id, item))
		return false;
	while ((rc = store_next(s, Q_ALLOCATION_UNITS, err)) > 0) {
		TEXT(0, serial);
		if (serials_have(but, c.serial))
			continue;
		TEXT(1, lot);
		TEXT(2, made_on);
		TEXT(3, expires_on);
		c.received_at = store_int(s, Q_ALLOCATION_UNITS, 4);
		chooser_offer(chooser, &c);
	}
	return rc == 0;
}

bool
stock_offer(struct ledger *l, int64_t item, const struct serials *but,
    struct chooser *chooser, struct err *err)
{
	struct places places;
	bool ok = true;

	if (!places_read(l, item, &places, err))
		return false;
	for (size_t i = 0; ok && i < places.list.n; i++)
		ok = place_offer(l, &places.list.at[i], item, but, chooser, err);
	vec_done(&places.list);
	return ok;
}

/* --- How many are free ----------------------------------------------------------- */

static bool
count_available(struct ledger *l, int64_t item, int64_t *n, struct err *err)
{
	struct places places;
	int rc = 1;

	*n = 0;
	if (!places_read(l, item, &places, err))
		return false;
	for (size_t i = 0; rc > 0 && i < places.list.n; i++) {
		rc = store_first(l->store, Q_ALLOCATION_COUNT, err, "ii",
		    places.list.at[i].id, item);
		if (rc > 0)
			*n += store_int(l->store, Q_ALLOCATION_COUNT, 0);
		store_end(l->store, Q_ALLOCATION_COUNT);
	}
	vec_done(&places.list);
	return rc >= 0;
}

bool
allocation_free(struct ledger *l, const char *item, const char *but_order,
    int64_t *n, struct err *err)
{
	struct claims claims;
	int64_t id, order, there;

	*n = 0;
	if (!store_name_find(l->store, NAME_ITEM, item, &id, err) ||
	    !store_name_find(l->store, NAME_ORDER,
	    but_order == NULL ? "" : but_order, &order, err) ||
	    !stock_settle(l, err) || !count_available(l, id, &there, err) ||
	    !claims_read(l, &claims, err))
		return false;
	there -= claims_of(&claims, id, order, 0);
	vec_done(&claims.list);
	*n = there < 0 ? 0 : there;
	return true;
}

bool
allocation_soft(struct ledger *l, const char *order, int64_t line, int64_t *n,
    struct err *err)
{
	int64_t promised, bound;

	if (!order_promised(l, order, line, &promised, err) ||
	    !bound_count(l, order, line, &bound, NULL, err))
		return false;
	*n = promised > bound ? promised - bound : 0;
	return true;
}
