/*
 * order_amend.c - orders defined, and amended while they are open.
 * SPDX-License-Identifier: Apache-2.0
 *
 * An amendment may not contradict what units say: a line that units are bound
 * to keeps its item and at least as many pieces.  A promise binds less than
 * that: what an amended line has no room for is given back.
 */
#include <assert.h>
#include <string.h>
#include "ledger/allocation_private.h"
#include "ledger/orders_private.h"

static bool
append_definition(struct ledger *l, const struct order *o, enum order_state state,
    enum event_entry entry, struct err *err)
{
	struct str body;
	bool ok;

	str_init(&body);
	order_body(o, state, &body);
	ok = order_append(l, o, EV_ORDER_DEFINED, body.p, entry, err);
	str_done(&body);
	return ok;
}

static bool
same_words(const struct order *a, const struct order *b)
{
	struct str one, other;
	bool same;

	str_init(&one);
	str_init(&other);
	order_body(a, ORDER_OPEN, &one);
	order_body(b, ORDER_OPEN, &other);
	same = strcmp(one.p, other.p) == 0;
	str_done(&one);
	str_done(&other);
	return same;
}

/* --- What may become of a line -------------------------------------------- */

struct bound_line {
	int64_t all;		/* units bound to it */
	int64_t firm;		/* of them, those that are more than promised */
};

/* A line that units are bound to, against what it shall be (NULL: gone). */
static bool
line_may_become(const struct order *was, const struct order_line *old,
    const struct order_line *now, int64_t firm, struct err *err)
{
	if (firm == 0)
		return true;
	if (now == NULL)
		err_code(err, ERR_CLASH, "order.closed",
		    "line %lld of %s cannot go: %lld units are bound to it",
		    (long long)old->line, was->key, (long long)firm);
	else if (strcmp(now->item, old->item) != 0)
		err_code(err, ERR_CLASH, "unit.wrong-item",
		    "line %lld of %s has %lld units of %s, not of %s",
		    (long long)old->line, was->key, (long long)firm, old->item,
		    now->item);
	else if (now->qty < firm)
		err_code(err, ERR_CLASH, "order.over",
		    "line %lld of %s has %lld units already, more than %lld",
		    (long long)old->line, was->key, (long long)firm,
		    (long long)now->qty);
	else
		return true;
	return err_hint(err, "Add a line, or take the units off this one first.");
}

/* A promise is given back where it must be; what is picked, packed, shipped,
 * received or announced stays. */
static bool
read_bound(struct ledger *l, const struct order *was,
    const struct order_line *old, struct bound_line *bound, struct err *err)
{
	int64_t stages[STAGES];

	memset(bound, 0, sizeof *bound);
	if (!ledger_line_progress(l, was->key, old->line, stages, err))
		return false;
	for (int s = 0; s < STAGES; s++)
		bound->all += stages[s];
	bound->firm = bound->all - stages[STAGE_ALLOCATED];
	return true;
}

static bool
may_amend(struct ledger *l, const struct order *was, const struct order *now,
    struct err *err)
{
	struct bound_line bound;
	int64_t all = 0;

	if (was->state == ORDER_CLOSED || was->state == ORDER_CANCELLED) {
		err_code(err, ERR_CLASH, "order.closed", "%s is %s and cannot be amended",
		    was->key, order_state_name(was->state));
		return err_hint(err, "Reopen it first, or give the new order a new number.");
	}
	for (size_t i = 0; i < was->lines.n; i++) {
		const struct order_line *old = &was->lines.at[i];

		if (!read_bound(l, was, old, &bound, err) || !line_may_become(was,
		    old, order_line_of(now, old->line), bound.firm, err))
			return false;
		all += bound.all;
	}
	if (all == 0 || strcmp(was->party, now->party) == 0)
		return true;
	err_code(err, ERR_CLASH, "party.mismatch",
	    "%s is with %s and has units already", was->key, was->party);
	return err_hint(err, "Take its units and promises back first.");
}

/* Promises that the amended order has no room for go back to the stock. */
static bool
release_surplus(struct ledger *l, const struct order *was,
    const struct order *now, enum event_entry entry, struct err *err)
{
	struct allocation_ask ask = { .entry = entry, .reason = "amended" };

	for (size_t i = 0; order_goes_out(was->kind) && i < was->lines.n; i++) {
		const struct order_line *old = &was->lines.at[i];
		const struct order_line *new = order_line_of(now, old->line);

		if (!allocation_shrink(l, was, old, new == NULL ||
		    strcmp(new->item, old->item) != 0 ? 0 : new->qty, &ask, err))
			return false;
	}
	return true;
}

/* An order that stands: amend it where the words differ, release it where it
 * was kept back and is not any more. */
static bool
amend(struct ledger *l, const struct order *was, const struct order *now,
    enum event_entry entry, bool *changed, struct err *err)
{
	bool release = was->state == ORDER_DRAFT && now->state == ORDER_OPEN;
	bool differs = !same_words(was, now);

	if (differs && (!may_amend(l, was, now, err) ||
	    !release_surplus(l, was, now, entry, err) ||
	    !append_definition(l, now, was->state, entry, err)))
		return false;
	if (release && !order_set_state(l, was, EV_ORDER_RELEASED, "", entry, err))
		return false;
	*changed = differs || release;
	return true;
}

bool
order_define(struct ledger *l, const struct order *o, enum event_entry entry,
    bool *changed, struct err *err)
{
	struct order was;
	bool ok = false;
	int rc;

	assert(o->number[0] != '\0');
	assert(o->state == ORDER_DRAFT || o->state == ORDER_OPEN);
	for (size_t i = 1; i < o->lines.n; i++)
		assert(o->lines.at[i - 1].line < o->lines.at[i].line);
	order_init(&was);
	rc = order_find(l, o->kind, o->number, &was, err);
	if (rc > 0) {
		ok = amend(l, &was, o, entry, changed, err);
	} else if (rc == 0) {
		ok = append_definition(l, o, o->state, entry, err);
		*changed = ok;
	}
	order_done(&was);
	return ok;
}
