/*
 * test_deallocation.c - promises taken back, replaced, given up.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: what becomes of promises when units, orders and lines change.
 * Method: allocations.h.
 */
#include "allocations.h"

/* --- Taking back ------------------------------------------------------------------------ */

static void
order_deallocate__gives__everything_back(void **state)
{
	struct allocation_ask ask = { .entry = BY_KEYS };
	struct house *h = *state;
	struct order o;
	struct err err;

	house_stock(h, "DRILL", "A-02", "D1 D2 D3");
	house_stock(h, "SAW", "A-02", "S1 S2");
	house_order(h, "SO:1", "DRILL:2 SAW:2");
	assert_true(allocate(h, "SO:1"));
	tell(h, EV_UNIT_PICKED, "DRILL", "D1",
	    &(struct event_body){ .order = "SO:1", .line = 1 });
	find(h, "SO:1", &o);
	must(ledger_begin(h->l, -1, &err));
	must(order_deallocate(h->l, &o, &ask, &err));
	must(ledger_commit(h->l, &err));
	order_done(&o);
	promised(h, "SO:1", 1, "");
	promised(h, "SO:1", 2, "");
	assert_true(allocate(h, "SO:1"));
	promised(h, "SO:1", 1, "D2");
}

static void
order_allocate__replaces__promises_that_cannot_stand(void **state)
{
	struct house *h = *state;

	house_stock(h, "DRILL", "A-01", "D1 D2");
	house_stock(h, "DRILL", "A-02", "D3");
	house_order(h, "SO:1", "DRILL:2");
	assert_true(allocate(h, "SO:1"));
	hold(h, "DRILL", "D1", "quality");
	assert_true(allocate(h, "SO:1"));
	promised(h, "SO:1", 1, "D2 D3");
	says(result.lines.at[0].note, "1 promised before is given back (hold)");
	tell(h, EV_UNIT_MOVED, "DRILL", "D3",
	    &(struct event_body){ .bin = "QUAR-1" });
	assert_false(allocate(h, "SO:1"));	/* nothing changes when it is short */
	promised(h, "SO:1", 1, "D2 D3");
	assert_true(allocate_part(h, "SO:1"));
	promised(h, "SO:1", 1, "D2");
}

static bool
replace(struct house *h, const char *serial, char other[TEXT_SIZE])
{
	struct allocation_ask ask = { .entry = BY_KEYS, .reason = "hold" };
	struct unit u;
	struct err err;
	bool found;

	must(ledger_unit(h->l, "DRILL", serial, &u, &err) > 0);
	must(ledger_begin(h->l, -1, &err));
	must(allocation_replace(h->l, &u, &ask, &found, other, &err));
	must(ledger_commit(h->l, &err));
	return found;
}

static void
allocation_replace__promises__the_next_best(void **state)
{
	struct house *h = *state;
	char other[TEXT_SIZE];

	house_stock(h, "DRILL", "A-01", "D1 D2");
	house_stock(h, "DRILL", "A-02", "D3");
	house_order(h, "SO:1", "DRILL:2");
	assert_true(allocate(h, "SO:1"));
	hold(h, "DRILL", "D1", "count");
	assert_true(replace(h, "D1", other));
	assert_string_equal(other, "D3");
	promised(h, "SO:1", 1, "D2 D3");
	hold(h, "DRILL", "D2", "count");
	assert_false(replace(h, "D2", other));
	assert_string_equal(other, "");
	promised(h, "SO:1", 1, "D3");
	assert_false(replace(h, "D2", other));	/* it is promised no more */
}

static void
allocation_replace__leaves__what_others_are_promised(void **state)
{
	struct house *h = *state;
	char other[TEXT_SIZE];

	house_stock(h, "DRILL", "A-02", "D1 D2");
	house_order(h, "SO:1", "DRILL:1");
	house_order(h, "SO:2", "DRILL:1");
	assert_true(allocate(h, "SO:1"));
	assert_true(allocate_soft(h, "SO:2"));
	hold(h, "DRILL", "D1", "count");
	assert_false(replace(h, "D1", other));
	assert_int_equal(softly(h, "SO:2", 1), 1);
}

/* --- Orders that change -------------------------------------------------------------- */

static bool
set_state(struct house *h, const char *key, enum event_type type)
{
	struct order o;
	struct err err;
	bool ok;

	find(h, key, &o);
	err_clear(&last);
	must(ledger_begin(h->l, -1, &err));
	ok = order_set_state(h->l, &o, type, "", BY_KEYS, &last);
	if (ok)
		must(ledger_commit(h->l, &err));
	else
		ledger_rollback(h->l);
	order_done(&o);
	return ok;
}

static void
order__that_ends__gives_its_promises_back(void **state)
{
	struct event_body b = { .order = "SO:1", .line = 1 };
	struct house *h = *state;
	struct err err;
	int64_t n;

	house_stock(h, "DRILL", "A-02", "D1 D2 D3");
	house_order(h, "SO:1", "DRILL:2");
	house_order(h, "SO:2", "DRILL:1");
	assert_true(allocate(h, "SO:1"));
	assert_true(allocate_soft(h, "SO:2"));
	assert_true(set_state(h, "SO:1", EV_ORDER_HELD));
	promised(h, "SO:1", 1, "D1 D2");
	assert_true(set_state(h, "SO:1", EV_ORDER_RELEASED));
	tell(h, EV_UNIT_PICKED, "DRILL", "D1", &b);
	assert_false(set_state(h, "SO:1", EV_ORDER_CANCELLED));
	assert_string_equal(last.code, "order.closed");
	says(last.what, "1 unit is picked");
	assert_false(set_state(h, "SO:1", EV_ORDER_CLOSED));
	tell(h, EV_UNIT_UNPICKED, "DRILL", "D1", &b);
	assert_true(set_state(h, "SO:1", EV_ORDER_CANCELLED));
	promised(h, "SO:1", 1, "");
	assert_true(set_state(h, "SO:2", EV_ORDER_CANCELLED));
	must(allocation_free(h->l, "DRILL", "", &n, &err));
	assert_int_equal(n, 3);
}

static void
order__that_shrinks__gives_the_last_ones_back(void **state)
{
	struct house *h = *state;
	struct order_line line;

	house_stock(h, "DRILL", "A-01", "D1 D2");
	house_stock(h, "DRILL", "A-02", "D3 D4");
	house_order(h, "SO:1", "DRILL:4");
	assert_true(allocate(h, "SO:1"));
	tell(h, EV_UNIT_PICKED, "DRILL", "D4",
	    &(struct event_body){ .order = "SO:1", .line = 1 });
	line = line_of(h, "SO:1", 0);
	line.qty = 2;
	amend_line(h, "SO:1", 0, &line);
	promised(h, "SO:1", 1, "D1");
	line.qty = 1;
	amend_line(h, "SO:1", 0, &line);
	promised(h, "SO:1", 1, "");

	house_order(h, "SO:2", "DRILL:2");
	assert_true(allocate_soft(h, "SO:2"));
	line = line_of(h, "SO:2", 0);
	str_copy(line.item, sizeof line.item, "SAW");
	amend_line(h, "SO:2", 0, &line);
	assert_int_equal(softly(h, "SO:2", 1), 0);
}

UNIT_MAIN(
    allocation_test(order_deallocate__gives__everything_back),
    allocation_test(order_allocate__replaces__promises_that_cannot_stand),
    allocation_test(allocation_replace__promises__the_next_best),
    allocation_test(allocation_replace__leaves__what_others_are_promised),
    allocation_test(order__that_ends__gives_its_promises_back),
    allocation_test(order__that_shrinks__gives_the_last_ones_back),
)
