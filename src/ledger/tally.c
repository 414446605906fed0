/*
 * tally.c - sums over units, kept as differences until an act is complete.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A changed unit takes its old contribution away and adds its new one.
 * Within a transaction the differences gather in a table and reach the
 * database once, so that an import of a million units does not write a
 * million sums; what cancels out is never written.  The table has room for a
 * large import, and an act touches only the few slots that it uses.
 */
#include <assert.h>
#include <string.h>
#include "ledger/ledger_private.h"

#define HELD_BIT 1
#define STATUS_KEY(status, held) ((int64_t)(status) * 2 + ((held) ? HELD_BIT : 0))

_Static_assert(TALLY_SLOTS - 1 <= UINT16_MAX, "used holds slots as uint16_t");
_Static_assert((TALLY_SLOTS & (TALLY_SLOTS - 1)) == 0, "slots wrap by a mask");

void
tally_forget(struct ledger *l)
{
	for (size_t i = 0; i < l->n_deltas; i++)
		l->deltas[l->used[i]].kind = 0;
	l->n_deltas = 0;
}

bool
tally_flush(struct ledger *l, struct err *err)
{
	for (size_t i = 0; i < l->n_deltas; i++) {
		const struct tally_delta *d = &l->deltas[l->used[i]];

		if (d->n != 0 && !store_run(l->store, Q_TALLY_ADD, err,
		    "iiii", (int64_t)d->kind, d->a, d->b, d->n))
			return false;
	}
	tally_forget(l);
	return true;
}

bool
ledger_settle(struct ledger *l, struct err *err)
{
	return tally_flush(l, err);
}

static bool
add(struct ledger *l, int kind, int64_t a, int64_t b, int64_t n, struct err *err)
{
	uint64_t h = ((uint64_t)a * 0x9E3779B97F4A7C15u) ^
	    ((uint64_t)b * 0xC2B2AE3D27D4EB4Fu) ^ (uint64_t)kind;
	size_t at = (size_t)(h >> 32) & (TALLY_SLOTS - 1);

	if (l->n_deltas > TALLY_SLOTS / 2 && !tally_flush(l, err))
		return false;
	for (;; at = (at + 1) & (TALLY_SLOTS - 1)) {
		struct tally_delta *d = &l->deltas[at];

		if (d->kind == 0) {
			*d = (struct tally_delta){ .kind = kind, .a = a, .b = b };
			l->used[l->n_deltas++] = (uint16_t)at;
		}
		if (d->kind == kind && d->a == a && d->b == b) {
			d->n += n;
			return true;
		}
	}
}

static bool
add_contribution(struct ledger *l, const struct contribution *c, int64_t n,
    struct err *err)
{
	int64_t item, place, order;

	switch (c->kind) {
	case TALLY_STATUS:
		return store_name(l->store, NAME_ITEM, c->item, &item, err) &&
		    add(l, c->kind, item, STATUS_KEY(c->status, c->held), n, err);
	case TALLY_BIN:
		return store_name(l->store, NAME_ITEM, c->item, &item, err) &&
		    store_name(l->store, NAME_BIN, c->bin, &place, err) &&
		    add(l, c->kind, place, item, n, err);
	case TALLY_ORDER:
		return store_name(l->store, NAME_ORDER, c->order, &order, err) &&
		    add(l, c->kind, order, c->line * 8 + c->stage, n, err);
	}
	assert(!"kind of contribution");
	return false;
}

bool
tally_change(struct ledger *l, const struct unit *was, const struct unit *now,
    struct err *err)
{
	struct contribution c[CONTRIBUTIONS_MAX];
	size_t n;

	n = was == NULL ? 0 : unit_contribution(was, c);
	for (size_t i = 0; i < n; i++)
		if (!add_contribution(l, &c[i], -1, err))
			return false;
	n = now == NULL ? 0 : unit_contribution(now, c);
	for (size_t i = 0; i < n; i++)
		if (!add_contribution(l, &c[i], 1, err))
			return false;
	return true;
}

/* What waits in this transaction and is not in the database yet. */
static int64_t
pending(const struct ledger *l, int kind, int64_t a, int64_t from, int64_t to)
{
	int64_t n = 0;

	for (size_t i = 0; i < l->n_deltas; i++) {
		const struct tally_delta *d = &l->deltas[l->used[i]];

		if (d->kind == kind && d->a == a && d->b >= from && d->b < to)
			n += d->n;
	}
	return n;
}

bool
ledger_tally(struct ledger *l, enum tally_kind kind, int64_t a, int64_t b,
    int64_t *n, struct err *err)
{
	int rc = store_first(l->store, Q_TALLY_GET, err, "iii", (int64_t)kind, a, b);

	if (rc < 0)
		return false;
	*n = pending(l, (int)kind, a, b, b + 1);
	if (rc > 0) {
		*n += store_int(l->store, Q_TALLY_GET, 0);
		store_end(l->store, Q_TALLY_GET);
	}
	return true;
}

/* By stage, what stands between two keys of an order's sums (line * 8 + stage). */
static bool
order_stages(struct ledger *l, const char *order, int64_t from, int64_t to,
    int64_t stages[STAGES], struct err *err)
{
	int64_t id;
	int rc;

	memset(stages, 0, STAGES * sizeof stages[0]);
	if (!store_name_find(l->store, NAME_ORDER, order, &id, err))
		return false;
	if (id == 0)
		return true;
	if (!store_walk(l->store, Q_TALLY_BETWEEN, err, "iiii",
	    (int64_t)TALLY_ORDER, id, from, to))
		return false;
	while ((rc = store_next(l->store, Q_TALLY_BETWEEN, err)) > 0)
		stages[store_int(l->store, Q_TALLY_BETWEEN, 0) % 8] +=
		    store_int(l->store, Q_TALLY_BETWEEN, 1);
	for (size_t i = 0; i < l->n_deltas; i++) {
		const struct tally_delta *d = &l->deltas[l->used[i]];

		if (d->kind == TALLY_ORDER && d->a == id && d->b >= from && d->b < to)
			stages[d->b % 8] += d->n;
	}
	return rc == 0;
}

bool
ledger_line_progress(struct ledger *l, const char *order, int64_t line,
    int64_t stages[STAGES], struct err *err)
{
	return order_stages(l, order, line * 8, line * 8 + STAGES, stages, err);
}

bool
ledger_order_progress(struct ledger *l, const char *order,
    int64_t stages[STAGES], struct err *err)
{
	return order_stages(l, order, 0, INT64_MAX, stages, err);
}

bool
ledger_bin_units(struct ledger *l, const char *bin, int64_t *n, struct err *err)
{
	int64_t id;

	*n = 0;
	if (!store_name_find(l->store, NAME_BIN, bin, &id, err))
		return false;
	if (id == 0)
		return true;
	if (store_first(l->store, Q_TALLY_SUM, err, "ii", (int64_t)TALLY_BIN, id) < 1)
		return false;
	*n = store_int(l->store, Q_TALLY_SUM, 0) +
	    pending(l, TALLY_BIN, id, 0, INT64_MAX);
	store_end(l->store, Q_TALLY_SUM);
	return true;
}

bool
ledger_bin_item_units(struct ledger *l, const char *bin, const char *item,
    int64_t *n, struct err *err)
{
	int64_t bin_id, item_id;

	*n = 0;
	if (!store_name_find(l->store, NAME_BIN, bin, &bin_id, err) ||
	    !store_name_find(l->store, NAME_ITEM, item, &item_id, err))
		return false;
	return bin_id == 0 || item_id == 0 ||
	    ledger_tally(l, TALLY_BIN, bin_id, item_id, n, err);
}
