/*
 * test_promises.c - a unit promised to an order is put on hold in a flow.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: the order gets another unit in the same act, it is said in words, and
 * taking the act back gives the first one back.
 */
#include "flows.h"
#include "base/str.h"
#include "ledger/allocation.h"

static void
allocate(struct house *h, const char *number)
{
	struct allocation_ask ask = { .entry = BY_KEYS };
	struct allocation_result result;
	struct order o;
	struct err err;

	order_init(&o);
	must(order_find(h->l, ORDER_SO, number, &o, &err) > 0);
	must(ledger_begin(h->l, -1, &err));
	must(order_allocate(h->l, &o, &ask, &result, &err));
	must(ledger_commit(h->l, &err));
	allocation_result_done(&result);
	order_done(&o);
}

static void
is_promised(struct house *h, const char *serial, bool promised)
{
	struct unit u;
	struct err err;

	must(ledger_unit(h->l, "DRILL", serial, &u, &err) > 0);
	assert_int_equal(u.status == UNIT_ALLOCATED, promised);
	assert_string_equal(u.out_order, promised ? "SO:1" : "");
}

static void
dispute__gives__the_order_another_unit(void **state)
{
	struct stage *stage = *state;
	struct house *h = &stage->house;
	static const struct scene day[] = {
		{ "4711", "ok" }, { "DRILL", "ok" }, { "E1", "done" },
		{ "D1", "refuse unit.duplicate" },
		{ "XCXBEGIN", "done: SO:1 gets D2 instead" },
	};

	house_stock(h, "DRILL", "A-02", "D1 D2");
	house_order(h, "PO:4711", "DRILL:5");
	house_order(h, "SO:1", "DRILL:1");
	allocate(h, "1");
	is_promised(h, "D1", true);
	player_flow(&stage->p, "receiving", "CLERK1");
	play(&stage->p, day);
	is_promised(h, "D1", false);
	is_promised(h, "D2", true);
	if (!str_starts(player_scan(&stage->p, "XCXUNDO"), "done"))
		fail_msg("%s", stage->p.last.text);
	is_promised(h, "D1", true);
	is_promised(h, "D2", false);
}

static void
parking__says__that_an_order_is_short(void **state)
{
	struct stage *stage = *state;
	struct house *h = &stage->house;
	static const struct scene begin[] = {
		{ "4711", "ok" }, { "DRILL", "ok" }, { "D1", "done" },
	};
	static const struct scene park[] = {
		{ "XCXNO", "done: SO:1 is short of one now" },
	};

	house_order(h, "PO:4711", "DRILL:5");
	house_order(h, "SO:1", "DRILL:1");
	player_flow(&stage->p, "receiving", "CLERK1");
	play(&stage->p, begin);
	allocate(h, "1");
	is_promised(h, "D1", true);
	play(&stage->p, park);
	is_promised(h, "D1", false);
}

UNIT_MAIN(
    flow_test(dispute__gives__the_order_another_unit),
    flow_test(parking__says__that_an_order_is_short),
)
