/*
 * verify_units.c - every unit folded anew and held against its row.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Events come sorted by unit and so do the rows, so the two walks are merged
 * and no more than one unit's events are in memory.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "ledger/verify.h"

enum { COL_ITEM = 6, COL_BEFORE = 10 };	/* of an event */

struct pass {
	struct verify *v;
	struct pasts hand;		/* events of the unit at hand */
	int64_t hand_item;		/* number of its item */
	struct unit row;		/* where the walk over units stands */
	int64_t row_item;
	bool row_there;
};

#define SAME_TEXT(field) (strcmp(a->field, b->field) == 0)
#define SAME(field) (a->field == b->field)

/* The name of the first field that differs, or NULL. */
static const char *
difference(const struct unit *a, const struct unit *b)
{
	return !SAME(status) ? "status" : !SAME(holds) ? "holds" :
	    !SAME(was_expected) ? "was_expected" : !SAME_TEXT(bin) ? "bin" :
	    !SAME_TEXT(lot) ? "lot" : !SAME_TEXT(made_on) ? "made_on" :
	    !SAME_TEXT(expires_on) ? "expires_on" :
	    !SAME_TEXT(country) ? "country" :
	    !SAME_TEXT(in_order) || !SAME(in_line) ? "inbound order" :
	    !SAME_TEXT(out_order) || !SAME(out_line) ? "outbound order" :
	    !SAME_TEXT(carton) ? "carton" : !SAME_TEXT(party) ? "party" :
	    !SAME_TEXT(owner) ? "owner" :
	    !SAME_TEXT(parent_item) || !SAME_TEXT(parent_serial) ? "parent" :
	    !SAME_TEXT(warranty_until) ? "warranty_until" :
	    !SAME(received_at) ? "received_at" : !SAME(shipped_at) ? "shipped_at" :
	    !SAME(changed_at) ? "changed_at" :
	    !SAME(incidents) ? "incidents" : NULL;
}

/* --- the chain by which a history is read --- */

static int
by_id(const void *a, const void *b)
{
	int64_t x = (*(const struct past *const *)a)->event.id;
	int64_t y = (*(const struct past *const *)b)->event.id;

	return x < y ? -1 : x > y;
}

static const struct past *
past_find(const struct past *const *sorted, size_t n, int64_t id)
{
	const struct past key = { .event.id = id }, *p = &key;
	const struct past *const *found =
	    bsearch(&p, sorted, n, sizeof sorted[0], by_id);

	return found == NULL ? NULL : *found;
}

/* From the unit's last event backwards, each of its events once. */
static bool
chain_is_whole(const struct pass *p)
{
	VEC(const struct past *) sorted = { 0 };
	const struct past *at;
	size_t seen = 0;

	for (size_t i = 0; i < p->hand.list.n; i++)
		*vec_push(&sorted) = &p->hand.list.at[i];
	qsort(sorted.at, sorted.n, sizeof sorted.at[0], by_id);
	at = past_find(sorted.at, sorted.n, p->row.last_event);
	while (at != NULL && ++seen < sorted.n)
		at = past_find(sorted.at, sorted.n, at->before);
	seen += at != NULL && at->before == 0;
	vec_done(&sorted);
	return seen == p->hand.list.n + 1;
}

/* --- one unit --- */

static void
facts_at_hand(struct pass *p, struct unit_facts *facts)
{
	unit_facts_of(facts, &p->hand, NULL);
	verify_keep_incidents(p->v, facts);
	p->v->census->units++;
}

/* Does the row stand before (-1), at or after the unit at hand? */
static int
row_place(const struct pass *p)
{
	const struct event *e = &p->hand.list.at[0].event;

	if (!p->row_there)
		return 1;
	if (p->row_item != p->hand_item)
		return p->row_item < p->hand_item ? -1 : 1;
	return strcmp(p->row.serial, e->subject);
}

static bool
next_row(struct pass *p, struct err *err)
{
	struct ledger *l = p->v->l;
	int rc;

	while ((rc = store_next(l->store, Q_UNIT_ALL, err)) > 0) {
		p->row_item = store_int(l->store, Q_UNIT_ALL, 0);
		if (ledger_unit_row(l, Q_UNIT_ALL, &p->row, err))
			break;
		if (!verify_goes_on(p->v, err))
			return false;
	}
	p->row_there = rc > 0;
	return rc >= 0;
}

static bool
row_without_events(struct pass *p, struct err *err)
{
	verify_fault(p->v, "unit %s %s: has a row and no events", p->row.item,
	    p->row.serial);
	return next_row(p, err);
}

static bool
compare_row(struct pass *p, const struct unit *fold, struct err *err)
{
	const char *what = difference(fold, &p->row);

	if (what != NULL)
		verify_fault(p->v, "unit %s %s: its row differs from its events: %s",
		    fold->item, fold->serial, what);
	if (!chain_is_whole(p))
		verify_fault(p->v, "unit %s %s: its events do not follow each other",
		    fold->item, fold->serial);
	return next_row(p, err);
}

static bool
compare(struct pass *p, struct err *err)
{
	struct unit_facts facts;
	bool ok;

	while (p->row_there && row_place(p) < 0)
		if (!row_without_events(p, err))
			return false;
	facts_at_hand(p, &facts);
	ok = verify_sum_unit(p->v, &facts.unit, err);
	if (ok && row_place(p) == 0)
		ok = compare_row(p, &facts.unit, err);
	else if (ok)
		verify_fault(p->v, "unit %s %s: its events are there, its row is not",
		    facts.unit.item, facts.unit.serial);
	unit_facts_done(&facts);
	return ok;
}

/* --- the merged walks --- */

static bool
is_other_unit(const struct pass *p, const struct event *e, int64_t item)
{
	return p->hand.list.n > 0 && (p->hand_item != item ||
	    strcmp(p->hand.list.at[0].event.subject, e->subject) != 0);
}

static bool
take_event(struct pass *p, struct err *err)
{
	struct store *s = p->v->l->store;
	int64_t item = store_int(s, Q_EVENT_BY_UNIT, COL_ITEM);
	int64_t before = store_int(s, Q_EVENT_BY_UNIT, COL_BEFORE);
	struct past *past;
	struct event e;

	if (!event_row(p->v->l, Q_EVENT_BY_UNIT, &e, NULL, err))
		return verify_goes_on(p->v, err);
	if (is_other_unit(p, &e, item)) {
		if (!compare(p, err))
			return false;
		vec_clear(&p->hand.list);
	}
	past = vec_push(&p->hand.list);
	past->event = e;
	past->before = before;
	p->hand_item = item;
	return true;
}

static bool
walk_units(struct pass *p, struct err *err)
{
	struct store *s = p->v->l->store;
	int rc;

	if (!store_walk(s, Q_UNIT_ALL, err, "") || !next_row(p, err) ||
	    !store_walk(s, Q_EVENT_BY_UNIT, err, ""))
		return false;
	while ((rc = store_next(s, Q_EVENT_BY_UNIT, err)) > 0)
		if (!take_event(p, err))
			return false;
	if (rc == 0 && p->hand.list.n > 0 && !compare(p, err))
		return false;
	while (rc == 0 && p->row_there)
		if (!row_without_events(p, err))
			return false;
	return rc == 0;
}

bool
verify_units(struct verify *v, struct err *err)
{
	struct pass p = { .v = v };
	bool ok = walk_units(&p, err);

	vec_done(&p.hand.list);
	return ok;
}
