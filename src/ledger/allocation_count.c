/*
 * allocation_count.c - how many free units of an item there are.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The sum of the item's available units that are on no hold is kept; what is
 * counted are the few that do not go: in bins one may not pick from, or
 * expired, by the indexes of free units.
 */
#include <string.h>
#include "domain/serial_key.h"
#include "ledger/allocation_private.h"

/* Free units in a bin; 0: in none. */
static bool
count_in(struct ledger *l, int64_t item, int64_t bin, int64_t *n, struct err *err)
{
	int rc = store_first(l->store, Q_ALLOCATION_COUNT, err, "iz", item, bin);

	*n = rc > 0 ? store_int(l->store, Q_ALLOCATION_COUNT, 0) : 0;
	store_end(l->store, Q_ALLOCATION_COUNT);
	return rc > 0;
}

static bool
count_free(struct ledger *l, int64_t item, const struct places *places,
    int64_t *n, struct err *err)
{
	int64_t away;

	if (!ledger_tally(l, TALLY_STATUS, item, (int64_t)UNIT_AVAILABLE * 2, n,
	    err) || !count_in(l, item, 0, &away, err))
		return false;
	*n -= away;
	for (size_t i = 0; i < places->list.n; i++) {
		if (places->list.at[i].pickable)
			continue;
		if (!count_in(l, item, places->list.at[i].id, &away, err))
			return false;
		*n -= away;
	}
	return true;
}

bool
stock_free(struct ledger *l, int64_t item, int64_t *n, struct err *err)
{
	struct places places;
	bool ok;

	*n = 0;
	if (!places_read(l, item, &places, err))
		return false;
	ok = count_free(l, item, &places, n, err);
	vec_done(&places.list);
	return ok;
}

/* --- Those that do not fit --------------------------------------------------- */

static bool
count_unfit_in(struct ledger *l, int64_t item, int64_t bin, const struct wish *w,
    const char *until, struct stock_count *n, struct err *err)
{
	struct store *s = l->store;
	const enum query q = Q_ALLOCATION_COUNT_UNFIT;
	int rc = store_first(s, q, err, "iitt", item, bin, w->today, until);

	if (rc > 0) {
		n->expired += store_int(s, q, 0);
		n->life += store_int(s, q, 1) - store_int(s, q, 0);
	}
	store_end(s, q);
	return rc > 0;
}

static bool
count_unfit(struct ledger *l, int64_t item, const struct places *places,
    const struct wish *w, const char *until, struct stock_count *n,
    struct err *err)
{
	int rc = store_first(l->store, Q_ALLOCATION_DATED, err, "i", item);

	store_end(l->store, Q_ALLOCATION_DATED);
	for (size_t i = 0; rc > 0 && i < places->list.n; i++)
		if (places->list.at[i].pickable && !count_unfit_in(l, item,
		    places->list.at[i].id, w, until, n, err))
			return false;
	return rc >= 0;
}

/* --- Those that are left out ---------------------------------------------------- */

static bool
may_be_picked(const struct places *places, int64_t bin)
{
	for (size_t i = 0; i < places->list.n; i++)
		if (places->list.at[i].id == bin)
			return places->list.at[i].pickable;
	return false;
}

static bool
leave_out(struct ledger *l, int64_t item, const struct places *places,
    const struct wish *w, const char *serial, struct stock_count *n,
    struct err *err)
{
	struct store *s = l->store;
	const enum query q = Q_ALLOCATION_ONE;
	unsigned char key[SERIAL_KEY_MAX];
	size_t len = serial_key(serial, key, sizeof key);
	int rc = store_first(s, q, err, "ib", item, (const void *)key, len);

	if (rc > 0 && may_be_picked(places, store_int(s, q, 0))) {
		enum unfit unfit = candidate_unfit(w, store_text(s, q, 1));

		n->expired -= unfit == UNFIT_EXPIRED;
		n->life -= unfit == UNFIT_LIFE;
		n->fit -= unfit == UNFIT_NONE;
	}
	store_end(s, q);
	return rc >= 0;
}

bool
stock_count(struct ledger *l, int64_t item, const struct places *places,
    const struct wish *w, const char *until, const struct serials *but,
    struct stock_count *n, struct err *err)
{
	memset(n, 0, sizeof *n);
	if (!count_free(l, item, places, &n->fit, err) ||
	    !count_unfit(l, item, places, w, until, n, err))
		return false;
	n->fit -= n->expired + n->life;
	for (size_t i = 0; but != NULL && i < but->list.n; i++)
		if (!leave_out(l, item, places, w, but->list.at[i], n, err))
			return false;
	return true;
}
