/*
 * allocation_read.c - the free units of an item, the rule's first ones first.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Units are read bin by bin, in each bin in the order of the rule: a bin is
 * left at the first unit that the chooser would not keep, for those behind it
 * in the bin have no better claim.  So an order costs what it wants and a
 * look into each bin that holds the item, however many units lie there and
 * however many came on one day.
 *
 *	preferred serials	first, by their range
 *	with the rule's date	by the index of that date
 *	without			by the index of bins, if any could be kept
 *
 * Of a single lot every unit counts, so each is read.
 */
#include <string.h>
#include "domain/date.h"
#include "domain/serial_key.h"
#include "ledger/allocation_private.h"

/* --- Bins ------------------------------------------------------------------- */

bool
places_read(struct ledger *l, int64_t item, struct places *places,
    struct err *err)
{
	struct store *s = l->store;
	const enum query q = Q_ALLOCATION_BINS;
	int rc;

	memset(places, 0, sizeof *places);
	if (!store_walk(s, q, err, "i", item))
		return false;
	while ((rc = store_next(s, q, err)) > 0) {
		struct place *p = vec_push(&places->list);

		p->id = store_int(s, q, 0);
		str_copy(p->about.bin, sizeof p->about.bin, store_text(s, q, 1));
		p->pickable = !store_is_null(s, q, 2) &&
		    bin_kind_pickable((enum bin_kind)store_int(s, q, 2));
		p->about.sequence = store_int(s, q, 3);
	}
	if (rc < 0)
		vec_done(&places->list);
	return rc == 0;
}

/* --- Units of a bin ----------------------------------------------------------- */

struct reading {
	struct ledger *l;
	int64_t item;
	const struct wish *wish;
	const struct serials *but;
	struct chooser *chooser;
	bool ranged;			/* preferred ones were offered before */
	char until[DATE_SIZE];
	const struct place *place;
	bool enough;			/* no more of this bin */
	int64_t received_at;		/* of the last one that was read */
};

#define TEXT(column, field) \
	str_copy(c->field, sizeof c->field, store_text(s, q, column))

static void
candidate_read(struct store *s, enum query q, const struct place *p,
    struct candidate *c)
{
	*c = p->about;
	TEXT(0, serial);
	TEXT(1, lot);
	TEXT(2, made_on);
	TEXT(3, expires_on);
	c->received_at = store_int(s, q, 4);
}

/* Offer what a query gives, as it comes. */
static bool
offer_each(struct reading *r, enum query q, struct err *err)
{
	struct store *s = r->l->store;
	struct candidate c;
	int rc;

	while ((rc = store_next(s, q, err)) > 0) {
		candidate_read(s, q, r->place, &c);
		if (!serials_have(r->but, c.serial))
			chooser_offer(r->chooser, &c);
	}
	return rc == 0;
}

/* Offer what a query gives in the order of the rule, until there is enough. */
static bool
offer_in_order(struct reading *r, enum query q, struct err *err)
{
	struct store *s = r->l->store;
	struct candidate c;
	int rc = 0;

	while (!r->enough && (rc = store_next(s, q, err)) > 0) {
		candidate_read(s, q, r->place, &c);
		r->received_at = c.received_at;
		if (serials_have(r->but, c.serial) ||
		    (r->ranged && wish_prefers(r->wish, c.serial)))
			continue;
		r->enough = !chooser_wants(r->chooser, &c);
		if (!r->enough)
			chooser_offer(r->chooser, &c);
	}
	store_end(s, q);
	return rc >= 0;
}

/* --- A bin, in the order of a rule ---------------------------------------------- */

static bool
read_fifo(struct reading *r, struct err *err)
{
	return store_walk(r->l->store, Q_ALLOCATION_FIFO, err, "ii", r->item,
	    r->place->id) && offer_in_order(r, Q_ALLOCATION_FIFO, err);
}

/* Backwards through the moments, but in each the serials go forwards. */
static bool
read_lifo(struct reading *r, struct err *err)
{
	int64_t before = INT64_MAX;

	for (;;) {
		r->received_at = before;	/* stays so when there is none */
		if (!store_walk(r->l->store, Q_ALLOCATION_LIFO, err, "iii",
		    r->item, r->place->id, before) ||
		    !offer_in_order(r, Q_ALLOCATION_LIFO, err))
			return false;
		if (r->enough || r->received_at == before)
			return true;
		before = r->received_at;
	}
}

static bool
read_fefo(struct reading *r, struct err *err)
{
	return store_walk(r->l->store, Q_ALLOCATION_FEFO, err, "iit", r->item,
	    r->place->id, r->until) && offer_in_order(r, Q_ALLOCATION_FEFO, err);
}

static bool
read_made(struct reading *r, struct err *err)
{
	return store_walk(r->l->store, Q_ALLOCATION_MADE, err, "ii", r->item,
	    r->place->id) && offer_in_order(r, Q_ALLOCATION_MADE, err);
}

/* Those without the rule's date: not even looked for where the first of them
 * there could be would not be kept. */
static bool
read_without(struct reading *r, enum query q, struct err *err)
{
	return !chooser_wants(r->chooser, &r->place->about) ||
	    (store_walk(r->l->store, q, err, "ii", r->item, r->place->id) &&
	    offer_in_order(r, q, err));
}

static bool
read_undated(struct reading *r, struct err *err)
{
	return read_without(r, Q_ALLOCATION_UNDATED, err);
}

static bool
read_unmade(struct reading *r, struct err *err)
{
	return read_without(r, Q_ALLOCATION_UNMADE, err);
}

/* The steps of each rule, each through all bins before the next. */
static bool (*const rule_steps[ALLOCATIONS][2])(struct reading *, struct err *) = {
	[ALLOC_FIFO] = { read_fifo },
	[ALLOC_LIFO] = { read_lifo },
	[ALLOC_FEFO] = { read_fefo, read_undated },
	[ALLOC_OLDEST_MADE] = { read_made, read_unmade },
};

/* --- The preferred range ----------------------------------------------------------- */

struct range { unsigned char from[SERIAL_KEY_MAX], to[SERIAL_KEY_MAX]; size_t n, m; };

/* False: there are no keys for it. */
static bool
range_of(const struct wish *w, struct range *range)
{
	range->n = w->from[0] == '\0' ? 0 :
	    serial_key(w->from, range->from, sizeof range->from);
	range->m = 1;
	range->to[0] = 0xff;	/* behind every key */
	if (w->to[0] != '\0')
		range->m = serial_key(w->to, range->to, sizeof range->to);
	return range->m > 0 && (range->n > 0 || w->from[0] == '\0');
}

static bool
read_range(struct reading *r, const struct range *range, struct err *err)
{
	return store_walk(r->l->store, Q_ALLOCATION_RANGE, err, "iibb", r->item,
	    r->place->id, (const void *)range->from, range->n,
	    (const void *)range->to, range->m) &&
	    offer_each(r, Q_ALLOCATION_RANGE, err);
}

/* --- All bins ------------------------------------------------------------------------ */

static bool
read_bins(struct reading *r, const struct places *places,
    const struct range *range, struct err *err)
{
	for (size_t i = 0; r->ranged && i < places->list.n; i++) {
		r->place = &places->list.at[i];
		if (r->place->pickable && !read_range(r, range, err))
			return false;
	}
	for (size_t step = 0; step < 2; step++)
		for (size_t i = 0; rule_steps[r->wish->rule][step] != NULL &&
		    i < places->list.n; i++) {
			r->place = &places->list.at[i];
			r->enough = !r->place->pickable;
			if (!r->enough &&
			    !rule_steps[r->wish->rule][step](r, err))
				return false;
		}
	return true;
}

bool
stock_offer_all(struct ledger *l, int64_t item, const struct serials *but,
    struct chooser *chooser, struct stock_count *n, struct err *err)
{
	struct reading r = { .l = l, .item = item, .but = but, .chooser = chooser };
	struct places places;
	bool ok = true;

	if (!places_read(l, item, &places, err))
		return false;
	for (size_t i = 0; ok && i < places.list.n; i++) {
		r.place = &places.list.at[i];
		ok = !r.place->pickable || (store_walk(l->store, Q_ALLOCATION_UNITS,
		    err, "ii", item, r.place->id) &&
		    offer_each(&r, Q_ALLOCATION_UNITS, err));
	}
	vec_done(&places.list);
	*n = (struct stock_count){ chooser_offered(chooser),
	    chooser_unfit(chooser, UNFIT_EXPIRED),
	    chooser_unfit(chooser, UNFIT_LIFE), chooser_unfit(chooser, UNFIT_LOT) };
	return ok;
}

bool
stock_offer(struct ledger *l, int64_t item, const struct wish *w,
    const struct serials *but, struct chooser *chooser, struct stock_count *n,
    struct err *err)
{
	struct reading r = { .l = l, .item = item, .wish = w, .but = but,
	    .chooser = chooser, .ranged = w->from[0] != '\0' || w->to[0] != '\0' };
	struct places places;
	struct range range;
	bool ok;

	if (w->one_lot || w->lot[0] != '\0' || (r.ranged && !range_of(w, &range)) ||
	    !date_add_days(w->today, w->min_days, r.until))
		return stock_offer_all(l, item, but, chooser, n, err);
	if (!places_read(l, item, &places, err))
		return false;
	ok = stock_count(l, item, &places, w, r.until, but, n, err) &&
	    (w->want <= 0 || w->rule == ALLOC_MANUAL ||
	    read_bins(&r, &places, &range, err));
	vec_done(&places.list);
	return ok;
}
