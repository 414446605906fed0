/*
 * test_promises.c - random days of promising, holding, moving and amending.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: whatever happens, no unit is promised twice or while it may not be
 * given, no line has more than it wants, no promise takes away what is promised
 * softly, and the sums are those of the units themselves.  Method: after each
 * act everything is counted again from the units; at the end `verify`, which
 * folds the events anew, finds no difference.
 */
#include "../unit/unit.h"
#include <string.h>
#include "../support/dice.h"
#include "../support/house.h"
#include "ledger/allocation.h"

#define UNITS 14
#define ORDERS 4
#define LINES 2
#define ACTS 40

static const char *const items[] = { "DRILL", "SAW" };
static const char *const bins[] = { "A-01", "A-02", "A-03", "DOCK-1", "QUAR-1" };

static void
key_of(size_t i, char out[ORDER_SIZE])
{
	str_print(out, ORDER_SIZE, "SO:%zu", i);
}

static void
unit_of(struct house *h, struct dice *d, struct unit *u)
{
	char serial[TEXT_SIZE];
	struct err err;

	str_print(serial, sizeof serial, "U%zu", dice_below(d, UNITS));
	must(ledger_unit(h->l, items[dice_below(d, 2)], serial, u, &err) > 0);
}

/* An event on a unit, if its rules allow it. */
static bool
tell(struct house *h, enum event_type type, const struct unit *u,
    const struct event_body *body)
{
	struct event e = { .type = type, .subject_kind = SUBJECT_UNIT,
	    .body = *body };
	struct anomaly odd;
	struct err err;
	char code[32];

	if (!unit_may(u, type, code))
		return false;
	str_copy(e.item, sizeof e.item, u->item);
	str_copy(e.subject, sizeof e.subject, u->serial);
	must(ledger_append(h->l, &e, &odd, &err));
	assert_string_equal(odd.code, "");
	return true;
}

static void
open_house(struct house *h, struct dice *d)
{
	house_memory(h);
	house_furnish(h);
	for (size_t item = 0; item < 2; item++)
		for (size_t i = 0; i < UNITS; i++) {
			char serial[8];

			str_print(serial, sizeof serial, "U%zu", i);
			house_stock(h, items[item], bins[dice_below(d, 4)], serial);
		}
	for (size_t i = 0; i < ORDERS; i++) {
		char key[ORDER_SIZE], lines[64];

		key_of(i, key);
		str_print(lines, sizeof lines, "%s:%zu %s:%zu",
		    items[dice_below(d, 2)], 1 + dice_below(d, 6),
		    items[dice_below(d, 2)], 1 + dice_below(d, 6));
		house_order(h, key, lines);
	}
}

/* --- Acts ---------------------------------------------------------------------- */

static void
find_order(struct house *h, struct dice *d, struct order *o)
{
	char number[8];
	struct err err;

	order_init(o);
	str_print(number, sizeof number, "%zu", dice_below(d, ORDERS));
	must(order_find(h->l, ORDER_SO, number, o, &err) > 0);
}

static void
act_allocate(struct house *h, struct dice *d)
{
	struct allocation_ask ask = { .entry = BY_KEYS,
	    .partial = dice_one_in(d, 2), .soft = dice_one_in(d, 3),
	    .line = dice_one_in(d, 4) ? 1 + (int64_t)dice_below(d, LINES) : 0 };
	struct allocation_result r;
	struct order o;
	struct err err;

	find_order(h, d, &o);
	if (!order_allocate(h->l, &o, &ask, &r, &err))
		assert_string_equal(err.code,
		    o.state == ORDER_OPEN ? "order.short" : "order.closed");
	else if (!ask.partial)
		assert_int_equal(r.got, r.want);
	allocation_result_done(&r);
	order_done(&o);
}

static void
act_deallocate(struct house *h, struct dice *d)
{
	struct allocation_ask ask = { .entry = BY_KEYS };
	struct order o;
	struct err err;

	find_order(h, d, &o);
	must(order_deallocate(h->l, &o, &ask, &err));
	order_done(&o);
}

static void
act_hold(struct house *h, struct dice *d)
{
	struct allocation_ask ask = { .entry = BY_KEYS, .reason = "hold" };
	struct event_body body = { .reason = "quality" };
	char other[TEXT_SIZE];
	struct unit u;
	struct err err;
	bool found;

	unit_of(h, d, &u);
	if (dice_one_in(d, 3)) {
		tell(h, EV_UNIT_RELEASED, &u, &body);
	} else if (tell(h, EV_UNIT_HELD, &u, &body)) {
		must(allocation_replace(h->l, &u, &ask, &found, other, &err));
		assert_int_equal(found, other[0] != '\0');
	}
}

static void
act_move(struct house *h, struct dice *d)
{
	struct event_body body = { .line = 0 };
	struct unit u;

	unit_of(h, d, &u);
	str_copy(body.bin, sizeof body.bin, bins[dice_below(d, 5)]);
	if (u.status == UNIT_AVAILABLE)
		tell(h, EV_UNIT_MOVED, &u, &body);
}

/* A picker takes what is promised, or puts it back. */
static void
act_pick(struct house *h, struct dice *d)
{
	struct event_body body = { .line = 0 };
	struct unit u;

	unit_of(h, d, &u);
	str_copy(body.order, sizeof body.order, u.out_order);
	body.line = u.out_line;
	if (u.status == UNIT_ALLOCATED)
		tell(h, EV_UNIT_PICKED, &u, &body);
	else if (u.status == UNIT_PICKED && dice_one_in(d, 2))
		tell(h, EV_UNIT_UNPICKED, &u, &body);
	else if (u.status == UNIT_PICKED)
		tell(h, EV_UNIT_SHIPPED, &u, &body);
}

static void
act_amend(struct house *h, struct dice *d)
{
	struct order o;
	struct err err;
	bool changed;

	find_order(h, d, &o);
	o.state = ORDER_OPEN;
	o.lines.at[dice_below(d, o.lines.n)].qty = 1 + (int64_t)dice_below(d, 6);
	if (!order_define(h->l, &o, BY_FILE, &changed, &err))
		assert_int_equal(err.kind, ERR_CLASH);
	order_done(&o);
}

static void
act_state(struct house *h, struct dice *d)
{
	static const enum event_type types[] = { EV_ORDER_HELD, EV_ORDER_RELEASED,
	    EV_ORDER_CANCELLED, EV_ORDER_REOPENED, EV_ORDER_RELEASED };
	struct order o;
	struct err err;

	find_order(h, d, &o);
	if (!order_set_state(h->l, &o, types[dice_below(d, 5)], "", BY_KEYS, &err))
		assert_int_equal(err.kind, ERR_CLASH);
	order_done(&o);
}

/* True: only promises were made. */
static bool
act(struct house *h, struct dice *d)
{
	static void (*const acts[])(struct house *, struct dice *) = {
		act_allocate, act_allocate, act_allocate, act_deallocate, act_hold,
		act_move, act_pick, act_pick, act_amend, act_state };
	size_t which = dice_below(d, sizeof acts / sizeof acts[0]);
	struct err err;

	must(ledger_begin(h->l, -1, &err));
	acts[which](h, d);
	if (dice_one_in(d, 8))
		ledger_rollback(h->l);
	else
		must(ledger_commit(h->l, &err));
	return acts[which] == act_allocate;
}

/* --- What must hold ---------------------------------------------------------------- */

struct counts {
	int64_t bound[ORDERS][LINES];		/* promised or further */
	int64_t available[2];			/* that may be picked, by item */
	int64_t soft[2];
};

static void
count_unit(struct counts *n, size_t item, const struct unit *u)
{
	if (u->status == UNIT_AVAILABLE && u->holds == 0 &&
	    strcmp(u->bin, "QUAR-1") != 0)
		n->available[item]++;
	assert_int_equal(u->out_order[0] != '\0', u->status == UNIT_ALLOCATED ||
	    u->status == UNIT_PICKED || u->status == UNIT_SHIPPED);
	if (u->status == UNIT_ALLOCATED)
		assert_int_equal(u->holds, 0);
	if (u->out_order[0] != '\0')
		n->bound[u->out_order[3] - '0'][u->out_line - 1]++;
}

static void
check_line(struct house *h, const struct order *o, size_t order, size_t line,
    struct counts *n)
{
	const struct order_line *l = &o->lines.at[line];
	int64_t stages[STAGES], bound = 0, soft;
	struct err err;

	must(ledger_line_progress(h->l, o->key, l->line, stages, &err));
	for (int s = STAGE_ALLOCATED; s < STAGES; s++)
		bound += stages[s];
	assert_int_equal(bound, n->bound[order][line]);
	must(allocation_soft(h->l, o->key, l->line, &soft, &err));
	assert_true(bound + soft <= l->qty);
	if (o->state == ORDER_CANCELLED)
		assert_int_equal(soft + stages[STAGE_ALLOCATED], 0);
	n->soft[strcmp(l->item, items[1]) == 0] += soft;
}

/* lacking: pieces promised softly that are not there (any more). */
static void
check(struct house *h, int64_t lacking[2])
{
	struct counts n = { .soft = { 0, 0 } };
	struct err err;

	for (size_t item = 0; item < 2; item++)
		for (size_t i = 0; i < UNITS; i++) {
			char serial[8];
			struct unit u;

			str_print(serial, sizeof serial, "U%zu", i);
			must(ledger_unit(h->l, items[item], serial, &u, &err) > 0);
			count_unit(&n, item, &u);
		}
	for (size_t i = 0; i < ORDERS; i++) {
		char number[8];
		struct order o;

		order_init(&o);
		str_print(number, sizeof number, "%zu", i);
		must(order_find(h->l, ORDER_SO, number, &o, &err) > 0);
		for (size_t line = 0; line < o.lines.n; line++)
			check_line(h, &o, i, line, &n);
		order_done(&o);
	}
	for (size_t item = 0; item < 2; item++) {
		int64_t left = n.available[item] - n.soft[item], free;

		must(allocation_free(h->l, items[item], "", &free, &err));
		assert_int_equal(free, left < 0 ? 0 : left);
		lacking[item] = left < 0 ? -left : 0;
	}
}

static void
promises__hold__on_random_days(void **state)
{
	uint64_t seed = dice_seed();

	(void)state;
	dice_say(seed);
	for (size_t round = 0; round < dice_rounds(25); round++) {
		struct dice d = dice_of(seed, round);
		int64_t before[2] = { 0, 0 }, after[2];
		struct house h;

		open_house(&h, &d);
		for (int i = 0; i < ACTS; i++) {
			bool promised = act(&h, &d);

			check(&h, after);
			for (size_t item = 0; item < 2; item++) {
				assert_true(!promised || after[item] <= before[item]);
				before[item] = after[item];
			}
		}
		assert_int_equal(house_faults(&h), 0);
		house_close(&h);
	}
}

UNIT_MAIN(
    cmocka_unit_test(promises__hold__on_random_days),
)
