/*
 * test_import_orders.c - files of orders.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "imports.h"

static void
orders__are_put_together__from_their_rows(void **state)
{
	static const char text[] =
	    "kind,number,party,line,item,qty,due,over_pct,serial_from,serial_to,note\n"
	    "PO,77,ACME,20,HOSE,3,2026-12-24,10,,,\n"
	    "RMA,77,CUST,1,PUMP,1,,,,,\n"
	    "PO,77,ACME,10,PUMP,2,,,9,10,\"blue, please\"\n";
	struct ledger *l = *state;
	struct order o;
	struct err err;

	takes(l, "orders", text, 2, 0);
	takes(l, "orders", text, 0, 2);
	order_init(&o);
	assert_int_equal(order_find(l, ORDER_PO, "77", &o, &err), 1);
	assert_string_equal(o.party, "ACME");
	assert_int_equal(o.state, ORDER_OPEN);
	assert_int_equal(o.lines.n, 2);
	assert_int_equal(o.lines.at[0].line, 10);
	assert_string_equal(o.lines.at[0].item, "PUMP");
	assert_string_equal(o.lines.at[0].serial_from, "9");
	assert_string_equal(o.lines.at[0].serial_to, "10");
	assert_string_equal(o.lines.at[0].note, "blue, please");
	assert_int_equal(o.lines.at[1].qty, 3);
	assert_string_equal(o.lines.at[1].due, "2026-12-24");
	assert_int_equal(o.lines.at[1].over_pct, 10);
	order_done(&o);
	must_verify(l);
}

/* What a line asks of its units, and what an order is worth. */
static void
orders__say__how_they_are_allocated(void **state)
{
	static const char text[] =
	    "kind,number,party,line,item,qty,allocation,lots,priority\n"
	    "SO,9,CUST,1,PUMP,1,oldest_made,one,\n"
	    "SO,9,CUST,2,HOSE,1,,any,3\n";
	struct ledger *l = *state;
	struct order o;
	struct err err;

	takes(l, "orders", text, 1, 0);
	takes(l, "orders", text, 0, 1);
	order_init(&o);
	assert_int_equal(order_find(l, ORDER_SO, "9", &o, &err), 1);
	assert_int_equal(o.priority, 3);
	assert_string_equal(o.lines.at[0].allocation, "oldest_made");
	assert_string_equal(o.lines.at[0].lots, "one");
	assert_string_equal(o.lines.at[1].allocation, "");
	assert_string_equal(o.lines.at[1].lots, "");
	order_done(&o);
	refuses(l, "orders", "kind,number,party,line,item,qty,allocation,lots,priority\n"
	    "SO,10,CUST,1,PUMP,1,best,two,10\n"
	    "SO,11,CUST,1,PUMP,1,,,1\nSO,11,CUST,2,PUMP,1,,,2\n",
	    "F:2: allocation: \"best\" is none of: fifo lifo fefo oldest_made manual\n"
	    "F:2: lots: \"two\" is none of: any one\n"
	    "F:2: priority: \"10\" is not between 1 and 9\n"
	    "F:4: priority: SO:11 has the priority 1 already\n");
	must_verify(l);
}

static enum order_state
state_of(struct ledger *l, enum order_kind kind, const char *number)
{
	enum order_state state;
	struct order o;
	struct err err;

	order_init(&o);
	assert_int_equal(order_find(l, kind, number, &o, &err), 1);
	state = o.state;
	order_done(&o);
	return state;
}

static void
orders__of_sales__are_released_unless_held(void **state)
{
	static const char text[] = "kind,number,party,line,item,qty\n"
	    "SO,8,CUST,1,HOSE,1\nPO,8,ACME,1,HOSE,1\n";
	const struct import_options held = { .held = true };
	struct ledger *l = *state;
	struct imported done = import_as(l, "orders", text, strlen(text), held);

	assert_true(done.ok);
	assert_int_equal(state_of(l, ORDER_SO, "8"), ORDER_DRAFT);
	assert_int_equal(state_of(l, ORDER_PO, "8"), ORDER_OPEN);
	done = import_as(l, "orders", text, strlen(text), held);
	assert_int_equal(done.result.said, 0);
	takes(l, "orders", text, 1, 1);		/* now it is released */
	assert_int_equal(state_of(l, ORDER_SO, "8"), ORDER_OPEN);
	takes(l, "orders", text, 0, 2);
	done = import_as(l, "orders", text, strlen(text), held);
	assert_int_equal(done.result.said, 0);	/* and stays so */
	assert_int_equal(state_of(l, ORDER_SO, "8"), ORDER_OPEN);
	must_verify(l);
}

static void
orders__are_refused__row_by_row(void **state)
{
	refuses(*state, "orders",
	    "kind,number,party,line,item,qty,due,over_pct,serial_from,serial_to\n"
	    "WORK,1,ACME,1,PUMP,1,,,,\n"
	    "PO,PO:5,NO,0,NONE,0,2026-02-29,1001,,\n"
	    "PO,6,ACME,1,PUMP,1,,,B2,\n"
	    "PO,6,ACME,2,PUMP,1,,,B10,B2\n"
	    "PO,7,ACME,1,PUMP,1,,,B2,B10\n"
	    "PO,7,CUST,2,PUMP,1,,,,\n"
	    "PO,7,ACME,1,HOSE,1,,,,\n"
	    "PO,7,ACME,3,HOSE,1,,,\" A\",A\n",
	    "F:2: kind: \"WORK\" is none of: PO ASN SO RMA TRANSFER\n"
	    "F:3: number: \"PO:5\" begins with PO:, as orders do\n"
	    "F:3: line: \"0\" is not between 1 and 1000000\n"
	    "F:3: qty: \"0\" is not between 1 and 10000000\n"
	    "F:3: due: \"2026-02-29\" is no day as YYYY-MM-DD\n"
	    "F:3: over_pct: \"1001\" is not between 0 and 1000\n"
	    "F:3: party: there is no party \"NO\"\n"
	    "F:3: item: there is no item \"NONE\"\n"
	    "F:4: serial_to: must be filled, as the other end of the range is\n"
	    "F:5: serial_to: comes before serial_from\n"
	    "F:7: party: PO:7 is with ACME in line 6\n"
	    "F:8: line: PO:7 has a line 1 already\n"
	    "F:9: serial_from: \" A\" is no serial: a serial cannot begin with a space\n");
}

static void
orders__are_amended__as_far_as_units_allow(void **state)
{
	struct ledger *l = *state;

	takes(l, "expected", "order,line,serial\n1,1,18\n1,1,26\n", 2, 0);
	takes(l, "orders", "kind,number,party,line,item,qty\nPO,1,ACME,1,PUMP,5\n", 1, 0);
	refuses(l, "orders", "kind,number,party,line,item,qty\nSO,4,CUST,1,PUMP,1\n"
	    "PO,1,ACME,2,HOSE,1\nPO,1,ACME,1,PUMP,1\n",
	    "F:3: number: line 1 of PO:1 has 2 units already, more than 1\n");
	refuses(l, "orders", "kind,number,party,line,item,qty\nPO,1,CUST,1,PUMP,5\n",
	    "F:2: number: PO:1 is with ACME and has units already\n");
}

UNIT_MAIN(
    import_test(orders__are_put_together__from_their_rows),
    import_test(orders__say__how_they_are_allocated),
    import_test(orders__of_sales__are_released_unless_held),
    import_test(orders__are_refused__row_by_row),
    import_test(orders__are_amended__as_far_as_units_allow),
)
