/*
 * test_allocation.c - promises made, hard and soft, and respected.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: what order_allocate promises.  Method: allocations.h.
 */
#include "allocations.h"

/* --- Hard promises --------------------------------------------------------------- */

static void
order_allocate__promises__by_the_rule_and_only_once(void **state)
{
	struct house *h = *state;
	int64_t events;

	house_stock(h, "DRILL", "A-02", "D1 D2 D3");
	house_stock(h, "DRILL", "A-01", "D10 D9");
	house_order(h, "SO:1", "DRILL:2 DRILL:2");
	assert_true(allocate(h, "SO:1"));
	promised(h, "SO:1", 1, "D9 D10");	/* A-01 comes first on the walk */
	promised(h, "SO:1", 2, "D1 D2");
	assert_int_equal(result.want, 4);
	assert_int_equal(result.got, 4);

	events = house_events(h);
	assert_true(allocate(h, "SO:1"));
	assert_int_equal(result.want, 0);
	assert_int_equal(house_events(h), events);
	house_order(h, "SO:2", "DRILL:2");
	assert_false(allocate(h, "SO:2"));
	assert_string_equal(last.code, "order.short");
	says(last.detail, "1 of 2");
	says(last.detail, "4 promised already");
	promised(h, "SO:2", 1, "");
	assert_true(allocate_part(h, "SO:2"));
	promised(h, "SO:2", 1, "D3");
}

static void
order_allocate__leaves__what_may_not_be_given(void **state)
{
	struct house *h = *state;

	house_stock(h, "DRILL", "A-01", "D1");
	house_stock(h, "DRILL", "A-02", "D2");
	house_stock(h, "DRILL", "QUAR-1", "D3");
	hold(h, "DRILL", "D1", "quality");
	tell(h, EV_UNIT_MOVED, "DRILL", "D2",
	    &(struct event_body){ .bin = "QUAR-1" });
	house_order(h, "SO:1", "DRILL:1");
	assert_false(allocate_part(h, "SO:1") && result.got > 0);
	says(result.lines.at[0].why, "none is free");
	says(result.lines.at[0].why, "on hold");
}

static void
order_allocate__keeps__to_the_life_a_customer_asks(void **state)
{
	struct house *h = *state;
	struct party p = { .code = "PICKY", .name = "Picky", .kind = PARTY_CUSTOMER,
	    .min_remaining_days = 60 };
	struct order o;
	struct err err;
	bool changed;

	open_unit(h, "MASK", "A-02", "M1", "2026-03-01", "L1");	/* expired */
	open_unit(h, "MASK", "A-02", "M2", "2026-04-01", "L1");
	open_unit(h, "MASK", "A-02", "M3", "2026-09-01", "L1");
	must(ledger_begin(h->l, -1, &err));
	must(party_define(h->l, &p, BY_FILE, &changed, &err));
	must(ledger_commit(h->l, &err));
	house_order(h, "SO:1", "MASK:2");
	find(h, "SO:1", &o);
	str_copy(o.party, sizeof o.party, "PICKY");
	must(ledger_begin(h->l, -1, &err));
	must(order_define(h->l, &o, BY_FILE, &changed, &err));
	must(ledger_commit(h->l, &err));
	order_done(&o);
	assert_false(allocate(h, "SO:1"));
	says(last.detail, "1 expired");
	says(last.detail, "1 with less than 60 days left");
	assert_true(allocate_part(h, "SO:1"));
	promised(h, "SO:1", 1, "M3");
	house_order(h, "SO:2", "MASK:1");	/* JONES asks nothing */
	assert_true(allocate(h, "SO:2"));
	promised(h, "SO:2", 1, "M2");
}

static void
order_allocate__prefers__a_range_and_says_when_it_is_empty(void **state)
{
	struct house *h = *state;
	struct order_line line;

	house_stock(h, "SAW", "A-02", "S1 S2 S3 S4");
	house_order(h, "SO:1", "SAW:2");
	line = line_of(h, "SO:1", 0);
	str_copy(line.serial_from, sizeof line.serial_from, "S3");
	str_copy(line.serial_to, sizeof line.serial_to, "S9");
	amend_line(h, "SO:1", 0, &line);
	assert_true(allocate(h, "SO:1"));
	promised(h, "SO:1", 1, "S3 S4");
	assert_string_equal(result.lines.at[0].note, "");
	house_order(h, "SO:2", "SAW:1");
	line.qty = 1;
	amend_line(h, "SO:2", 0, &line);
	assert_true(allocate(h, "SO:2"));
	promised(h, "SO:2", 1, "S1");
	says(result.lines.at[0].note, "nothing from S3 to S9 is free");
}

static void
order_allocate__keeps__a_line_to_one_lot(void **state)
{
	struct house *h = *state;
	struct order_line line;

	open_unit(h, "MILK", "A-02", "K1", "", "L1");
	open_unit(h, "MILK", "A-02", "K2", "", "L2");
	open_unit(h, "MILK", "A-02", "K3", "", "L2");
	house_order(h, "SO:1", "MILK:2");
	line = line_of(h, "SO:1", 0);
	str_copy(line.lots, sizeof line.lots, "one");
	amend_line(h, "SO:1", 0, &line);
	assert_true(allocate(h, "SO:1"));
	promised(h, "SO:1", 1, "K2 K3");
	line.qty = 3;			/* grows: L2 it is and stays */
	amend_line(h, "SO:1", 0, &line);
	assert_false(allocate(h, "SO:1"));
	says(last.detail, "1 of other lots");
	open_unit(h, "MILK", "A-03", "K4", "", "L2");
	assert_true(allocate(h, "SO:1"));
	promised(h, "SO:1", 1, "K2 K3 K4");
}

static void
order_allocate__says__what_it_cannot_do(void **state)
{
	struct house *h = *state;
	struct order o;
	struct err err;
	bool changed;

	house_order(h, "PO:1", "DRILL:1");
	assert_false(allocate(h, "PO:1"));
	assert_string_equal(last.code, "scan.wrong-kind");
	house_order(h, "SO:1", "DRILL:1");
	house_order_state(h, "SO:1", EV_ORDER_HELD);
	assert_false(allocate(h, "SO:1"));
	assert_string_equal(last.code, "order.closed");

	order_init(&o);
	o.kind = ORDER_SO;
	o.state = ORDER_OPEN;
	str_copy(o.number, sizeof o.number, "2");
	*vec_push(&o.lines) = (struct order_line){ .line = 1, .item = "NOSUCH",
	    .qty = 1 };
	must(ledger_begin(h->l, -1, &err));
	must(order_define(h->l, &o, BY_FILE, &changed, &err));
	must(ledger_commit(h->l, &err));
	order_done(&o);
	assert_false(allocate(h, "SO:2"));
	assert_string_equal(last.code, "order.short");
	says(last.detail, "there is no item NOSUCH");
}

/* --- Soft promises ------------------------------------------------------------------ */

static void
order_allocate__respects__soft_promises_both_ways(void **state)
{
	struct house *h = *state;
	struct err err;
	int64_t n;

	house_stock(h, "DRILL", "A-02", "D1 D2 D3 D4 D5");
	house_order(h, "SO:1", "DRILL:3");
	house_order(h, "SO:2", "DRILL:3");
	assert_true(allocate_soft(h, "SO:1"));
	assert_int_equal(softly(h, "SO:1", 1), 3);
	promised(h, "SO:1", 1, "");
	must(allocation_free(h->l, "DRILL", "", &n, &err));
	assert_int_equal(n, 2);
	must(allocation_free(h->l, "DRILL", "SO:1", &n, &err));
	assert_int_equal(n, 5);

	assert_false(allocate(h, "SO:2"));
	says(last.detail, "2 of 3");
	says(last.detail, "3 kept for others");
	assert_true(allocate_part(h, "SO:2"));
	promised(h, "SO:2", 1, "D1 D2");
	assert_true(allocate_soft(h, "SO:2"));	/* nothing is left to promise */
	assert_int_equal(softly(h, "SO:2", 1), 0);

	assert_true(allocate(h, "SO:1"));	/* its own pieces get names */
	promised(h, "SO:1", 1, "D3 D4 D5");
	assert_int_equal(softly(h, "SO:1", 1), 0);
}

static void
soft_promise__is_used_up__by_what_is_picked(void **state)
{
	struct house *h = *state;
	struct event_body b = { .order = "SO:1", .line = 1 };

	house_stock(h, "DRILL", "A-02", "D1 D2 D3");
	house_order(h, "SO:1", "DRILL:2");
	assert_true(allocate_soft(h, "SO:1"));
	tell(h, EV_UNIT_PICKED, "DRILL", "D2", &b);
	assert_int_equal(softly(h, "SO:1", 1), 1);
	house_order(h, "SO:2", "DRILL:2");
	assert_true(allocate_part(h, "SO:2"));
	promised(h, "SO:2", 1, "D1");
	assert_true(allocate_soft(h, "SO:1"));	/* as it was: no event */
	assert_int_equal(softly(h, "SO:1", 1), 1);
}

static void
manual_line__is_promised__by_number(void **state)
{
	struct house *h = *state;
	struct order_line line;

	house_stock(h, "DRILL", "A-02", "D1 D2");
	house_order(h, "SO:1", "DRILL:2");
	line = line_of(h, "SO:1", 0);
	str_copy(line.allocation, sizeof line.allocation, "manual");
	amend_line(h, "SO:1", 0, &line);
	assert_true(allocate(h, "SO:1"));
	assert_true(result.lines.at[0].soft);
	assert_int_equal(result.got, 2);
	promised(h, "SO:1", 1, "");
	assert_int_equal(softly(h, "SO:1", 1), 2);
}

static void
allocation_why__says__why_this_one(void **state)
{
	struct house *h = *state;
	char why[NOTE_SIZE];
	struct unit u;
	struct err err;

	open_unit(h, "DRILL", "A-02", "D1", "", "");
	house_order(h, "SO:1", "DRILL:1");
	assert_true(allocate(h, "SO:1"));
	must(ledger_unit(h->l, "DRILL", "D1", &u, &err) > 0);
	must(allocation_why(h->l, &u, why, sizeof why, &err));
	assert_string_equal(why, "received first (2026-01-05), bin A-02");
}

UNIT_MAIN(
    allocation_test(order_allocate__promises__by_the_rule_and_only_once),
    allocation_test(order_allocate__leaves__what_may_not_be_given),
    allocation_test(order_allocate__keeps__to_the_life_a_customer_asks),
    allocation_test(order_allocate__prefers__a_range_and_says_when_it_is_empty),
    allocation_test(order_allocate__keeps__a_line_to_one_lot),
    allocation_test(order_allocate__says__what_it_cannot_do),
    allocation_test(order_allocate__respects__soft_promises_both_ways),
    allocation_test(soft_promise__is_used_up__by_what_is_picked),
    allocation_test(manual_line__is_promised__by_number),
    allocation_test(allocation_why__says__why_this_one),
)
