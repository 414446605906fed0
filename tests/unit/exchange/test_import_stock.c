/*
 * test_import_stock.c - files of units and of expected serials.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: each row is one event on its unit, the same file again is none, and
 * what contradicts is said with the place of the unit that is known.
 */
#include "imports.h"
#include "base/clock.h"

#define NOW INT64_C(1772438400000)	/* 2026-03-02T08:00:00Z */

static int64_t
stopped_wall(void *ctx)
{
	(void)ctx;
	return NOW;
}

static int64_t
stopped_mono(void *ctx)
{
	(void)ctx;
	return 0;
}

static struct unit
unit_of(struct ledger *l, const char *item, const char *serial)
{
	struct unit unit;
	struct err err;

	assert_int_equal(ledger_unit(l, item, serial, &unit, &err), 1);
	return unit;
}

static int64_t
in_bin(struct ledger *l, const char *bin)
{
	struct err err;
	int64_t n;

	must(ledger_bin_units(l, bin, &n, &err));
	return n;
}

static void
units__are_opened__where_the_file_says(void **state)
{
	static const char text[] =
	    "item,serial,bin,lot,made_on,expires_on,received_on,supplier,order\n"
	    "PUMP,18,A-01,L1,2025-01-31,2027-01-31,2026-02-28,ACME,1\n"
	    "HOSE,\"a,b\",Q-01,,,,,,\n"
	    "HOSE,18,D-01,,,,,,ASN:55\n"
	    "HOSE,19,D-01,,,,,,2\n"
	    "HOSE,20,D-01,,,,,,old-9\n";
	struct ledger *l = *state;
	struct unit u;

	takes(l, "units", text, 5, 0);
	u = unit_of(l, "PUMP", "18");
	assert_int_equal(u.status, UNIT_AVAILABLE);
	assert_int_equal(u.holds, 0);
	assert_string_equal(u.bin, "A-01");
	assert_string_equal(u.lot, "L1");
	assert_string_equal(u.made_on, "2025-01-31");
	assert_string_equal(u.expires_on, "2027-01-31");
	assert_int_equal(u.received_at, INT64_C(1772236800000));
	assert_string_equal(u.party, "ACME");
	assert_string_equal(u.in_order, "PO:1");
	u = unit_of(l, "HOSE", "a,b");
	assert_int_equal(u.holds, HOLD_QUARANTINE);
	assert_string_equal(u.bin, "Q-01");
	assert_int_equal(u.received_at, NOW);
	assert_string_equal(unit_of(l, "HOSE", "18").in_order, "ASN:55");
	assert_string_equal(unit_of(l, "HOSE", "19").in_order, "ASN:2");
	assert_string_equal(unit_of(l, "HOSE", "20").in_order, "PO:old-9");
	assert_int_equal(in_bin(l, "D-01"), 3);
	takes(l, "units", text, 0, 5);
	must_verify(l);
}

static void
units__that_moved_on__are_the_same_opening_still(void **state)
{
	static const char text[] = "item,serial,bin\nHOSE,1,A-01\nHOSE,2,A-01\n";
	struct event e = { .type = EV_UNIT_MOVED, .subject_kind = SUBJECT_UNIT,
	    .item = "HOSE", .subject = "1", .body = { .bin = "D-01" } };
	struct ledger *l = *state;
	struct anomaly odd;
	struct err err;

	takes(l, "units", text, 2, 0);
	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(ledger_append(l, &e, &odd, &err));
	must(ledger_commit(l, &err));
	takes(l, "units", text, 0, 2);
	assert_string_equal(unit_of(l, "HOSE", "1").bin, "D-01");
	refuses(l, "units", "item,serial,bin\nHOSE,3,A-01\nHOSE,1,D-01\n",
	    "F:3: serial: HOSE 1 is known already: available in D-01 since 2026-03-02\n");
	takes(l, "units", "item,serial,bin\nHOSE,3,A-01\nHOSE,1,A-01\n", 1, 1);
}

static void
units__that_were_taken_back__are_opened_again(void **state)
{
	static const char text[] = "item,serial,bin\nHOSE,1,A-01\n";
	struct ledger *l = *state;
	struct event undone;
	struct err err;

	takes(l, "units", text, 1, 0);
	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(ledger_undo(l, unit_of(l, "HOSE", "1").last_event, BY_KEYS, &undone,
	    NULL, &err));
	must(ledger_commit(l, &err));
	assert_int_equal(in_bin(l, "A-01"), 0);
	takes(l, "units", text, 1, 0);
	assert_int_equal(in_bin(l, "A-01"), 1);
	must_verify(l);
}

static void
units__are_refused__row_by_row(void **state)
{
	refuses(*state, "units",
	    "item,serial,bin,lot,made_on,expires_on,received_on,supplier\n"
	    "PUMP,18,A-01,,,,,\n"
	    "NONE,1,Z-99,,2026-01-02,2026-01-01,26-01-01,NOBODY\n"
	    "HOSE,XCX1,A-01,,,,,\n"
	    "HOSE,1 ,A-01,,,,,\n"
	    "HOSE,7,A-01, L,,,,\n"
	    "HOSE,7,D-01,,,,,\n"
	    "HOSE,8,,,,,,\n",
	    "F:2: lot: must be filled for item PUMP\n"
	    "F:3: received_on: \"26-01-01\" is no day as YYYY-MM-DD\n"
	    "F:3: item: there is no item \"NONE\"\n"
	    "F:3: bin: there is no bin \"Z-99\"\n"
	    "F:3: supplier: there is no party \"NOBODY\"\n"
	    "F:3: expires_on: comes before made_on\n"
	    "F:4: serial: \"XCX1\" is no serial: XCX begins a command code, never a serial\n"
	    "F:5: serial: \"1 \" is no serial: a serial cannot end with a space\n"
	    "F:6: lot: \" L\" begins or ends with a space\n"
	    "F:7: serial: stands in line 6 already\n"
	    "F:8: bin: must be filled\n");
}

static void
units__are_held__to_the_rule_of_their_item(void **state)
{
	struct imported done = import_text(*state, "units", "item,serial,bin,lot\n"
	    "PUMP,18,A-01,L\nPUMP,19,A-01,L\nPUMP,2x,A-01,L\nHOSE,2x,A-01,\n");

	assert_false(done.ok);
	assert_int_equal(done.result.wrong, 2);
	assert_ptr_equal(strstr(done.complaints, "F:3: serial: \"19\": "),
	    done.complaints);
	assert_non_null(strstr(done.complaints, "\nF:4: serial: \"2x\": "));
	done = import_text(*state, "expected", "order,line,serial\n1,1,19\n1,2,19\n");
	assert_int_equal(done.result.wrong, 1);
	assert_ptr_equal(strstr(done.complaints, "F:2: serial: \"19\": "),
	    done.complaints);
}

static void
expected__are_bound__to_their_line(void **state)
{
	static const char text[] =
	    "order,line,serial,lot,made_on,expires_on,carton\n"
	    "1,1,18,L1,2026-01-01,2027-01-01,123456789012345675\n"
	    "PO:1,2,18,,,,box-1\n"
	    "2,1,x,,,,\n";
	struct ledger *l = *state;
	int64_t stages[STAGES];
	struct unit u;
	struct err err;

	takes(l, "expected", text, 3, 0);
	u = unit_of(l, "PUMP", "18");
	assert_int_equal(u.status, UNIT_EXPECTED);
	assert_true(u.was_expected);
	assert_string_equal(u.in_order, "PO:1");
	assert_int_equal(u.in_line, 1);
	assert_string_equal(u.lot, "L1");
	assert_string_equal(u.expires_on, "2027-01-01");
	assert_string_equal(u.carton, "123456789012345675");
	assert_string_equal(u.party, "ACME");
	u = unit_of(l, "HOSE", "18");
	assert_int_equal(u.in_line, 2);
	assert_string_equal(unit_of(l, "HOSE", "x").in_order, "ASN:2");
	must(ledger_line_progress(l, "PO:1", 1, stages, &err));
	assert_int_equal(stages[STAGE_EXPECTED], 1);
	takes(l, "expected", text, 0, 3);
	/* opened or received later, it was announced all the same */
	takes(l, "units", "item,serial,bin,lot\nPUMP,18,A-01,L1\n", 1, 0);
	takes(l, "expected", text, 0, 3);
	must_verify(l);
}

static void
expected__are_refused__row_by_row(void **state)
{
	struct ledger *l = *state;

	takes(l, "orders", "kind,number,party,line,item,qty\nPO,2,ACME,1,HOSE,1\n"
	    "ASN,9,ACME,1,HOSE,1\n", 2, 0);
	takes(l, "expected", "order,line,serial\n9,1,a\n", 1, 0);
	refuses(l, "expected", "order,line,serial,carton,made_on,expires_on\n"
	    "4,1,1,,,\n"
	    "SO:3,1,1,,,\n"
	    "2,1,1,,,\n"
	    "1,3,1,,,\n"
	    "1,1,18,,,x\n"
	    "1,2,b,123456789012345670,2026-01-02,2026-01-01\n"
	    "1,2,c,,,\n"
	    "PO:1,2,c,,,\n"
	    "9,1,b,,,\n"
	    "PO:1,2,a,,,\n"
	    "PO:,1,a,,,\n"
	    "1,x,,,,\n",
	    "F:2: order: there is no PO or ASN \"4\"\n"
	    "F:3: order: there is no PO or ASN \"SO:3\"\n"
	    "F:4: order: a PO and an ASN are called 2: write PO:2 or ASN:2\n"
	    "F:5: line: PO:1 has no line 3\n"
	    "F:6: expires_on: \"x\" is no day as YYYY-MM-DD\n"
	    "F:7: carton: \"123456789012345670\" is no SSCC: its check digit is wrong\n"
	    "F:7: expires_on: comes before made_on\n"
	    "F:9: serial: stands in line 8 already\n"
	    "F:10: serial: stands in line 7 already\n"
	    "F:11: serial: HOSE a is known already: expected since 2026-03-02\n"
	    "F:12: order: \"PO:\" has no number\n"
	    "F:13: line: \"x\" is no whole number\n"
	    "F:13: serial: must be filled\n");
}

static void
expected__are_no_more__than_the_line_has_pieces(void **state)
{
	struct ledger *l = *state;

	takes(l, "expected", "order,line,serial\n2,1,a\n", 1, 0);
	refuses(l, "expected", "order,line,serial\n2,1,b\n2,1,a\n2,1,c\n2,1,d\n",
	    "F:4: serial: is one too many: line 1 of ASN:2 has 2 pieces and as many serials\n"
	    "F:5: serial: is one too many: line 1 of ASN:2 has 2 pieces and as many serials\n");
	takes(l, "expected", "order,line,serial\n2,1,b\n2,1,a\n", 1, 1);
}

static void
expected__are_refused__on_a_closed_order(void **state)
{
	struct ledger *l = *state;
	struct order o;
	struct err err;

	order_init(&o);
	err_clear(&err);
	assert_int_equal(order_find(l, ORDER_ASN, "2", &o, &err), 1);
	must(ledger_begin(l, 0, &err));
	must(order_set_state(l, &o, EV_ORDER_CLOSED, "", BY_KEYS, &err));
	must(ledger_commit(l, &err));
	order_done(&o);
	refuses(l, "expected", "order,line,serial\n2,1,a\n",
	    "F:2: order: ASN:2 is closed\n");
}

static int
stock_setup(void **state)
{
	static const struct clock_source stopped = { stopped_wall, stopped_mono, NULL };

	clock_use(&stopped);
	return import_setup(state);
}

static int
stock_teardown(void **state)
{
	clock_use(NULL);
	return ledger_teardown(state);
}

#define stock_test(f) \
	cmocka_unit_test_setup_teardown(f, stock_setup, stock_teardown)

UNIT_MAIN(
    stock_test(units__are_opened__where_the_file_says),
    stock_test(units__that_moved_on__are_the_same_opening_still),
    stock_test(units__that_were_taken_back__are_opened_again),
    stock_test(units__are_refused__row_by_row),
    stock_test(units__are_held__to_the_rule_of_their_item),
    stock_test(expected__are_bound__to_their_line),
    stock_test(expected__are_refused__row_by_row),
    stock_test(expected__are_no_more__than_the_line_has_pieces),
    stock_test(expected__are_refused__on_a_closed_order),
)
