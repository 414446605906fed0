/*
 * test_orders.c - orders: found as said, moved by events, amended while open.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: the states and amendments that masters.h promises, against units that
 * are really bound to lines.  Method: a ledger in memory, units by events.
 */
#include "ledgers.h"
#include "base/str.h"

static void
line(struct order *o, int64_t number, const char *item, int64_t qty)
{
	struct order_line *new = vec_push(&o->lines);

	new->line = number;
	new->qty = qty;
	str_copy(new->item, sizeof new->item, item);
}

static void
order_start(struct order *o, enum order_kind kind, const char *number)
{
	order_init(o);
	o->kind = kind;
	o->state = ORDER_OPEN;
	str_copy(o->number, sizeof o->number, number);
	str_copy(o->party, sizeof o->party, "ACME");
	order_key(o->key, kind, number);
}

static bool
define(struct ledger *l, const struct order *o, bool *changed, struct err *err)
{
	bool ok;

	err_clear(err);
	if (!ledger_begin(l, 0, err))
		return false;
	ok = order_define(l, o, BY_FILE, changed, err);
	if (ok)
		return ledger_commit(l, err);
	ledger_rollback(l);
	return false;
}

static bool
act(struct ledger *l, const struct order *o, enum event_type type, struct err *err)
{
	err_clear(err);
	if (!ledger_begin(l, 0, err))
		return false;
	if (order_set_state(l, o, type, "because", BY_KEYS, err))
		return ledger_commit(l, err);
	ledger_rollback(l);
	return false;
}

static void
bind_unit(struct ledger *l, enum event_type type, const char *serial,
    const char *order, int64_t number)
{
	struct event e = { .type = type, .subject_kind = SUBJECT_UNIT };
	struct anomaly odd;
	struct err err;

	err_clear(&err);
	str_copy(e.item, sizeof e.item, "PUMP");
	str_copy(e.subject, sizeof e.subject, serial);
	str_copy(e.body.order, sizeof e.body.order, order);
	str_copy(e.body.bin, sizeof e.body.bin, "D1");
	e.body.line = number;
	must(ledger_begin(l, 0, &err));
	must(ledger_append(l, &e, &odd, &err));
	assert_string_equal(odd.code, "");
	must(ledger_commit(l, &err));
}

static const char *
status(struct ledger *l, enum order_kind kind, const char *number)
{
	const char *words;
	struct order o;
	struct err err;

	order_init(&o);
	assert_int_equal(order_find(l, kind, number, &o, &err), 1);
	words = order_status(l, &o, &err);
	assert_non_null(words);
	order_done(&o);
	return words;
}

static void
order_define__is_found__as_it_was_said(void **state)
{
	struct ledger *l = *state;
	struct order o, out;
	struct err err;
	bool changed;

	order_start(&o, ORDER_PO, "47:11");
	line(&o, 1, "PUMP", 5);
	line(&o, 7, "HOSE", 2);
	str_copy(o.note, sizeof o.note, "by truck");
	str_copy(o.lines.at[1].due, DATE_SIZE, "2026-12-24");
	o.lines.at[1].over_pct = 10;
	str_copy(o.lines.at[1].serial_from, TEXT_SIZE, "A1");
	str_copy(o.lines.at[1].serial_to, TEXT_SIZE, "A9");
	str_copy(o.lines.at[1].note, NOTE_SIZE, "blue");
	must(define(l, &o, &changed, &err));
	assert_true(changed);

	order_init(&out);
	assert_int_equal(order_find(l, ORDER_PO, "47:11", &out, &err), 1);
	assert_string_equal(out.key, "PO:47:11");
	assert_string_equal(out.number, "47:11");
	assert_string_equal(out.party, "ACME");
	assert_string_equal(out.note, "by truck");
	assert_int_equal(out.state, ORDER_OPEN);
	assert_true(out.opened_at > 0);
	assert_int_equal(out.lines.n, 2);
	assert_string_equal(out.lines.at[0].item, "PUMP");
	assert_int_equal(out.lines.at[0].qty, 5);
	assert_null(order_line_of(&out, 2));
	assert_ptr_equal(order_line_of(&out, 7), &out.lines.at[1]);
	assert_string_equal(out.lines.at[1].item, "HOSE");
	assert_string_equal(out.lines.at[1].due, "2026-12-24");
	assert_int_equal(out.lines.at[1].over_pct, 10);
	assert_string_equal(out.lines.at[1].serial_from, "A1");
	assert_string_equal(out.lines.at[1].serial_to, "A9");
	assert_string_equal(out.lines.at[1].note, "blue");
	assert_int_equal(order_find(l, ORDER_SO, "47:11", &out, &err), 0);
	order_done(&out);

	must(define(l, &o, &changed, &err));
	assert_false(changed);
	assert_int_equal(must_verify(l), 2);
	order_done(&o);
}

static void
order_kinds_of__names__every_kind_with_a_number(void **state)
{
	enum order_kind kinds[ORDER_KINDS];
	struct ledger *l = *state;
	struct order o;
	struct err err;
	bool changed;
	size_t n;

	order_start(&o, ORDER_SO, "1");
	line(&o, 1, "PUMP", 1);
	must(define(l, &o, &changed, &err));
	o.kind = ORDER_PO;
	must(define(l, &o, &changed, &err));
	must(order_kinds_of(l, "1", kinds, &n, &err));
	assert_int_equal(n, 2);
	assert_int_equal(kinds[0], ORDER_PO);
	assert_int_equal(kinds[1], ORDER_SO);
	must(order_kinds_of(l, "2", kinds, &n, &err));
	assert_int_equal(n, 0);
	order_done(&o);
}

static void
order_define__releases__what_was_kept_back(void **state)
{
	struct ledger *l = *state;
	struct order o;
	struct err err;
	bool changed;

	order_start(&o, ORDER_SO, "9");
	line(&o, 1, "PUMP", 1);
	o.state = ORDER_DRAFT;
	must(define(l, &o, &changed, &err));
	assert_string_equal(status(l, ORDER_SO, "9"), "draft");
	must(define(l, &o, &changed, &err));
	assert_false(changed);
	o.state = ORDER_OPEN;
	must(define(l, &o, &changed, &err));
	assert_true(changed);
	assert_string_equal(status(l, ORDER_SO, "9"), "open");
	must(define(l, &o, &changed, &err));
	assert_false(changed);
	o.state = ORDER_DRAFT;	/* what was released stays released */
	must(define(l, &o, &changed, &err));
	assert_false(changed);
	assert_string_equal(status(l, ORDER_SO, "9"), "open");
	assert_int_equal(must_verify(l), 3);
	order_done(&o);
}

static void
order_set_state__moves__along_its_table(void **state)
{
	struct ledger *l = *state;
	struct order o;
	struct err err;
	bool changed;

	order_start(&o, ORDER_SO, "9");
	line(&o, 1, "PUMP", 1);
	assert_false(act(l, &o, EV_ORDER_HELD, &err));
	assert_string_equal(err.code, "order.unknown");
	must(define(l, &o, &changed, &err));
	assert_false(act(l, &o, EV_ORDER_RELEASED, &err));
	assert_string_equal(err.code, "order.closed");
	assert_string_equal(err.what, "SO:9 is released already");
	must(act(l, &o, EV_ORDER_HELD, &err));
	assert_string_equal(status(l, ORDER_SO, "9"), "held");
	must(act(l, &o, EV_ORDER_RELEASED, &err));
	must(act(l, &o, EV_ORDER_CLOSED, &err));
	assert_string_equal(status(l, ORDER_SO, "9"), "closed");
	assert_false(act(l, &o, EV_ORDER_HELD, &err));
	assert_false(act(l, &o, EV_ORDER_CANCELLED, &err));
	must(act(l, &o, EV_ORDER_REOPENED, &err));
	must(act(l, &o, EV_ORDER_CANCELLED, &err));
	assert_string_equal(status(l, ORDER_SO, "9"), "cancelled");
	must_verify(l);
	order_done(&o);
}

static void
order_status__follows__the_units(void **state)
{
	struct ledger *l = *state;
	struct order po, so;
	struct err err;
	int64_t done;
	bool changed;

	order_start(&po, ORDER_PO, "1");
	line(&po, 1, "PUMP", 2);
	must(define(l, &po, &changed, &err));
	order_start(&so, ORDER_SO, "1");
	line(&so, 1, "PUMP", 1);
	must(define(l, &so, &changed, &err));
	bind_unit(l, EV_UNIT_EXPECTED, "S1", "PO:1", 1);
	assert_string_equal(status(l, ORDER_PO, "1"), "open");
	bind_unit(l, EV_UNIT_RECEIVED, "S1", "PO:1", 1);
	assert_string_equal(status(l, ORDER_PO, "1"), "part");
	bind_unit(l, EV_UNIT_RECEIVED, "S2", "PO:1", 1);
	assert_string_equal(status(l, ORDER_PO, "1"), "complete");

	bind_unit(l, EV_UNIT_PICKED, "S1", "SO:1", 1);
	assert_string_equal(status(l, ORDER_SO, "1"), "open");
	bind_unit(l, EV_UNIT_PACKED, "S1", "SO:1", 1);
	bind_unit(l, EV_UNIT_SHIPPED, "S1", "SO:1", 1);
	assert_string_equal(status(l, ORDER_SO, "1"), "complete");
	must(order_line_done(l, &so, &so.lines.at[0], &done, &err));
	assert_int_equal(done, 1);
	must(order_line_done(l, &po, &po.lines.at[0], &done, &err));
	assert_int_equal(done, 2);
	assert_false(act(l, &so, EV_ORDER_CANCELLED, &err));
	assert_string_equal(err.code, "order.closed");
	/* what came back had been shipped, and stays received */
	bind_unit(l, EV_UNIT_RETURNED, "S1", "", 0);
	assert_string_equal(status(l, ORDER_SO, "1"), "complete");
	assert_string_equal(status(l, ORDER_PO, "1"), "complete");
	must_verify(l);
	order_done(&po);
	order_done(&so);
}

static void
order_define__amends__what_units_do_not_contradict(void **state)
{
	struct ledger *l = *state;
	struct order o, out;
	struct err err;
	bool changed;

	order_start(&o, ORDER_PO, "1");
	line(&o, 1, "PUMP", 3);
	line(&o, 2, "HOSE", 1);
	must(define(l, &o, &changed, &err));
	bind_unit(l, EV_UNIT_RECEIVED, "S1", "PO:1", 1);
	bind_unit(l, EV_UNIT_EXPECTED, "S2", "PO:1", 1);

	o.lines.at[0].qty = 2;
	vec_clear(&o.lines);
	line(&o, 1, "PUMP", 2);
	line(&o, 3, "VALVE", 4);
	must(define(l, &o, &changed, &err));
	assert_true(changed);
	order_init(&out);
	assert_int_equal(order_find(l, ORDER_PO, "1", &out, &err), 1);
	assert_int_equal(out.lines.n, 2);
	assert_string_equal(out.lines.at[1].item, "VALVE");
	order_done(&out);

	o.lines.at[0].qty = 1;
	assert_false(define(l, &o, &changed, &err));
	assert_string_equal(err.code, "order.over");
	assert_int_equal(err.kind, ERR_CLASH);
	o.lines.at[0].qty = 2;
	str_copy(o.lines.at[0].item, CODE_SIZE, "HOSE");
	assert_false(define(l, &o, &changed, &err));
	assert_string_equal(err.code, "unit.wrong-item");
	str_copy(o.lines.at[0].item, CODE_SIZE, "PUMP");
	str_copy(o.party, sizeof o.party, "OTHER");
	assert_false(define(l, &o, &changed, &err));
	assert_string_equal(err.code, "party.mismatch");
	str_copy(o.party, sizeof o.party, "ACME");
	o.lines.at[0].line = 2;
	assert_false(define(l, &o, &changed, &err));
	assert_string_equal(err.code, "order.closed");
	o.lines.at[0].line = 1;

	must(act(l, &o, EV_ORDER_CLOSED, &err));
	must(define(l, &o, &changed, &err));
	assert_false(changed);
	o.lines.at[0].qty = 20;
	assert_false(define(l, &o, &changed, &err));
	assert_string_equal(err.code, "order.closed");
	must_verify(l);
	order_done(&o);
}

UNIT_MAIN(
    ledger_test(order_define__is_found__as_it_was_said),
    ledger_test(order_kinds_of__names__every_kind_with_a_number),
    ledger_test(order_define__releases__what_was_kept_back),
    ledger_test(order_set_state__moves__along_its_table),
    ledger_test(order_status__follows__the_units),
    ledger_test(order_define__amends__what_units_do_not_contradict),
)
