/*
 * unit_walk.c - the ways to units: which statement for which question.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "base/vec.h"
#include "report/unit_ask.h"

/* The ways in; a pair of statements each, and the items to go through. */
enum way_in { BY_UNIT, BY_BIN, BY_CARTON, BY_ORDER };
static const struct {
	enum query units, units_back, items;
} ways[] = {
	[BY_UNIT] = { Q_LIST_BY_UNIT, Q_LIST_BY_UNIT_BACK, Q_LIST_UNIT_ITEMS },
	[BY_BIN] = { Q_LIST_BY_BIN, Q_LIST_BY_BIN_BACK, Q_LIST_BIN_ITEMS },
	[BY_CARTON] = { Q_LIST_BY_CARTON, Q_LIST_BY_CARTON_BACK,
	    Q_LIST_CARTON_ITEMS },
	[BY_ORDER] = { Q_LIST_BY_ORDER, Q_LIST_BY_ORDER_BACK,
	    Q_LIST_ORDER_ITEMS },
};

static enum way_in
way_of(const struct asked *a)
{
	if (a->carton != 0)
		return BY_CARTON;
	if (a->order != 0)
		return BY_ORDER;
	return a->bin != 0 ? BY_BIN : BY_UNIT;
}

/* --- Units of one item --------------------------------------------------------- */

enum query
units_query(const struct asked *a)
{
	return a->back ? ways[way_of(a)].units_back : ways[way_of(a)].units;
}

bool
units_walk(const struct asked *a, int64_t item, const struct bound *low,
    const struct bound *high, struct err *err)
{
	const struct unit_filter *f = a->f;

	return store_walk(a->store, units_query(a), err, "ibbzz" "oooo" "zozzz" "o",
	    item, (const void *)low->bytes, low->n, (const void *)high->bytes,
	    high->n, (int64_t)f->status, (int64_t)f->holds, f->lot, f->made_from,
	    f->made_to, f->expires_before, a->party, f->country, a->bin,
	    a->carton, a->order, f->supplier);
}

/* Opening stock has no order: its supplier is in the event that opened it. */
static bool
note_origin(void *ctx, const struct event *e, bool undone)
{
	char *party = ctx;

	if (undone || (e->type != EV_UNIT_OPENED && e->type != EV_UNIT_RECEIVED))
		return true;
	str_copy(party, CODE_SIZE, e->body.party);
	return false;
}

static bool
supplier_is(const struct asked *a, const struct unit *u, bool *yes,
    struct err *err)
{
	char party[CODE_SIZE] = "";

	*yes = true;
	if (a->f->supplier[0] == '\0' || u->in_order[0] != '\0')
		return true;
	if (!ledger_history(a->ledger, u->item, u->serial, note_origin, party, err))
		return false;
	*yes = strcmp(party, a->f->supplier) == 0;
	return true;
}

/* Units of one item between two keys to each; *more is false when it wants
 * no more. */
bool
units_each(const struct asked *a, int64_t item, const struct bound *low,
    const struct bound *high, bool (*each)(void *, const struct unit *),
    void *ctx, bool *more, struct err *err)
{
	enum query q = units_query(a);
	struct unit unit;
	bool yes, ok = true;
	int rc = 1;

	if (!units_walk(a, item, low, high, err))
		return false;
	while (ok && *more && (rc = store_next(a->store, q, err)) > 0) {
		ok = ledger_unit_row(a->ledger, q, &unit, err) &&
		    supplier_is(a, &unit, &yes, err);
		if (ok && yes)
			*more = each(ctx, &unit);
	}
	store_end(a->store, q);
	return ok && rc >= 0;
}

/* --- Items ------------------------------------------------------------------------ */

#define CODE_LAST "\xff"	/* after every code */

static bool
items_walk(const struct asked *a, enum query q, const char *from, struct err *err)
{
	switch (way_of(a)) {
	case BY_UNIT:
		return store_walk(a->store, q, err, "tz", from,
		    (int64_t)a->f->status);
	case BY_BIN:
		return store_walk(a->store, q, err, "i", a->bin);
	case BY_CARTON:
		return store_walk(a->store, q, err, "i", a->carton);
	case BY_ORDER:
		return store_walk(a->store, q, err, "i", a->order);
	}
	assert(!"a way in");
	return false;
}

static enum query
items_of(const struct asked *a)
{
	return way_of(a) == BY_UNIT && a->back ? Q_LIST_UNIT_ITEMS_BACK :
	    ways[way_of(a)].items;
}

/* Does this item lie on the wanted side of the anchor, or at it? */
static bool
in_question(const struct asked *a, int64_t id, const char *code,
    const char *anchor)
{
	int order = strcmp(code, anchor);

	if (a->item != 0 && id != a->item)
		return false;
	if (anchor[0] == '\0')
		return true;
	return a->back ? order <= 0 : order >= 0;
}

/* Items of a bin, a carton or an order are few: turned round here. */
static bool
items_turned(const struct asked *a, enum query q, const char *anchor,
    item_each *each, void *ctx, struct err *err)
{
	VEC(struct item_ref) list = { 0 };
	bool more = true, ok;
	int rc;

	while ((rc = store_next(a->store, q, err)) > 0) {
		struct item_ref ref = { .id = store_int(a->store, q, 0) };

		str_copy(ref.code, sizeof ref.code, store_text(a->store, q, 1));
		if (in_question(a, ref.id, ref.code, anchor))
			*vec_push(&list) = ref;
	}
	ok = rc == 0;
	for (size_t i = 0; ok && more && i < list.n; i++)
		ok = each(ctx, &list.at[a->back ? list.n - 1 - i : i], &more, err);
	vec_done(&list);
	return ok;
}

static bool
items_streamed(const struct asked *a, enum query q, const char *anchor,
    item_each *each, void *ctx, struct err *err)
{
	bool more = true, ok = true;
	struct item_ref ref;
	int rc = 1;

	while (ok && more && (rc = store_next(a->store, q, err)) > 0) {
		ref.id = store_int(a->store, q, 0);
		str_copy(ref.code, sizeof ref.code, store_text(a->store, q, 1));
		if (in_question(a, ref.id, ref.code, anchor))
			ok = each(ctx, &ref, &more, err);
	}
	store_end(a->store, q);
	return ok && rc >= 0;
}

bool
items_each(const struct asked *a, const char *anchor, item_each *each, void *ctx,
    struct err *err)
{
	const char *from = a->back && anchor[0] == '\0' ? CODE_LAST : anchor;
	enum query q = items_of(a);
	bool more = true;

	if (a->nothing)
		return true;
	if (a->item != 0) {
		struct item_ref ref = { .id = a->item };

		str_copy(ref.code, sizeof ref.code, a->f->item);
		return !in_question(a, ref.id, ref.code, anchor) ||
		    each(ctx, &ref, &more, err);
	}
	if (!items_walk(a, q, from, err))
		return false;
	return way_of(a) == BY_UNIT ?
	    items_streamed(a, q, anchor, each, ctx, err) :
	    items_turned(a, q, anchor, each, ctx, err);
}
