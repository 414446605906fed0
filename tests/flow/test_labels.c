/*
 * test_labels.c - labels that fill several slots at once, and lots and dates.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "flows.h"

static struct player *
receiving(void **state)
{
	struct stage *stage = *state;

	house_order(&stage->house, "PO:4711", "DRILL:50 MASK:50 MILK:50");
	player_flow(&stage->p, "receiving", "CLERK1");
	assert_string_equal(player_scan(&stage->p, "4711"), "ok");
	return &stage->p;
}

static void label__fills__every_slot(void **state)
{
	static const struct scene scenes[] = {
		/* GS1 DataMatrix, with and without what the item does not need */
		{ "]d201095212345432132101\\x1D17271231\\x1D10L9", "done: 01 of MASK" },
		{ "]d2010952123454321310L9\\x1D172712312102", "done: 02 of MASK" },
		{ "]d20104006381333931\\x1D2103", "done: 03 of DRILL" },
		{ "]d201040063813339312104\\x1D10IGNORED", "done: 04 of DRILL" },
		/* GS1-128 and QR */
		{ "]C101095212345432131727123110L9\\x1D2105", "done: 05 of MASK" },
		{ "]Q301040063813339312106", "done: 06 of DRILL" },
		/* Digital Link */
		{ "https://example.com/01/04006381333931/21/07", "done: 07 of DRILL" },
		{ "]Q1https://id.gs1.org/01/09521234543213/10/L9/21/08?17=271231",
		  "done: 08 of MASK" },
		/* ISO/IEC 15434 with data identifiers; the item is its code */
		{ "[)>\\x1E06\\x1D1PDRILL\\x1DS09\\x1E\\x04", "done: 09 of DRILL" },
		/* no identifier of the symbology: the text says it itself */
		{ "010400638133393121T10", "done: T10 of DRILL" },
		{ "(01)04006381333931(21)T11", "done: T11 of DRILL" },
		/* the item is kept: a serial alone is enough */
		{ "]C121T12", "done: T12 of DRILL" },
		{ "T13", "done: T13 of DRILL" },
	};
	struct player *p = receiving(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "MASK", "08"), "available "
	    "bin=DOCK-1 lot=L9 expires=2027-12-31 in=PO:4711/2 party=ACME");
	assert_string_equal(house_unit(p->house, "DRILL", "04"), "available "
	    "bin=DOCK-1 lot=IGNORED in=PO:4711/1 party=ACME");
	assert_string_equal(house_unit(p->house, "DRILL", "07"), "available "
	    "bin=DOCK-1 in=PO:4711/1 party=ACME");
}

static void label__hibc__fills__when_the_item_matches(void **state)
{
	struct stage *stage = *state;
	struct item item = { .code = "HDRIVE", .name = "Drive",
	    .min_remaining_days = -1 };
	struct player *p;

	house_item(&stage->house, &item);
	house_order(&stage->house, "PO:5", "HDRIVE:5");
	player_flow(&stage->p, "receiving", "CLERK1");
	p = &stage->p;
	player_scan(p, "5");
	assert_string_equal(player_scan(p, "+A123HDRIVE0/$+S77 "), "done");
}

static void label__wants__what_it_does_not_say(void **state)
{
	static const struct scene scenes[] = {
		{ "]d2010952123454321321M1", "ok: serial M1" },
		{ "]d201095212345432132101\\x1D17271231\\x1D10L8",
		  "refuse scan.wrong-kind: M1 is not complete" },
		{ "A-01", "refuse scan.wrong-kind: wanted is a lot" },
		{ "XCXDONE", "refuse lot.required" },
		{ "]C110L7", "ok: lot L7" },
		{ "31.12.2027", "refuse date.invalid" },
		{ "271332", "refuse date.invalid" },
		{ "XCXDONE", "refuse date.required" },
		{ "271231", "done: M1 of MASK" },
		/* what was scanned by itself is kept for the next */
		{ "]d2010952123454321321M2", "done: M2" },
		{ "M3", "done: M3" },
		/* what stands beside a serial is not */
		{ "]d2010952123454321321M4\\x1D10L5\\x1D17280101", "done: M4" },
		{ "M5", "ok: serial M5" },
		{ "L6", "ok: lot L6" },
		{ "2028-02-29", "done: M5" },
		{ "M6", "done: M6" },
	};
	struct player *p = receiving(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "MASK", "M1"), "available "
	    "bin=DOCK-1 lot=L7 expires=2027-12-31 in=PO:4711/2 party=ACME");
	assert_string_equal(house_unit(p->house, "MASK", "M3"), "available "
	    "bin=DOCK-1 lot=L7 expires=2027-12-31 in=PO:4711/2 party=ACME");
	assert_string_equal(house_unit(p->house, "MASK", "M4"), "available "
	    "bin=DOCK-1 lot=L5 expires=2028-01-01 in=PO:4711/2 party=ACME");
	assert_string_equal(house_unit(p->house, "MASK", "M6"), "available "
	    "bin=DOCK-1 lot=L6 expires=2028-02-29 in=PO:4711/2 party=ACME");
}

/* Product, lot and date in one bar code, the serial in another: every unit
 * has both. */
static void label__of_two_codes__is_one_unit(void **state)
{
	static const struct scene scenes[] = {
		{ "]C101095212345432131727123110LA", "ok" },
		{ "]C121U1", "done" },
		{ "]C121U2", "done" },
		{ "]C101095212345432131728063010LB", "ok" },
		{ "]C121U3", "done" },
		{ "9521234543213", "ok" },
		{ "U4", "done" },
	};
	struct player *p = receiving(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "MASK", "U2"), "available "
	    "bin=DOCK-1 lot=LA expires=2027-12-31 in=PO:4711/2 party=ACME");
	assert_string_equal(house_unit(p->house, "MASK", "U3"), "available "
	    "bin=DOCK-1 lot=LB expires=2028-06-30 in=PO:4711/2 party=ACME");
	assert_string_equal(house_unit(p->house, "MASK", "U4"), "available "
	    "bin=DOCK-1 lot=LB expires=2028-06-30 in=PO:4711/2 party=ACME");
}

static void lot__belongs__to_its_item(void **state)
{
	struct player *p = receiving(state);

	assert_string_equal(player_scan(p, "9521234543213"), "ok");
	assert_string_equal(player_scan(p, "LOT-1"), "ok");
	assert_string_equal(player_scan(p, "271231"), "ok");
	assert_string_equal(player_scan(p, "X1"), "done");
	assert_string_equal(player_scan(p, "4006381333931"), "ok");
	assert_string_equal(player_scan(p, "X2"), "done");
	assert_string_equal(house_unit(p->house, "DRILL", "X2"),
	    "available bin=DOCK-1 in=PO:4711/1 party=ACME");
	assert_string_equal(player_scan(p, "9521234543213"), "ok");
	assert_string_equal(p->last.prompt, "SCAN THE LOT");
}

static void label__broken__is_refused_whole(void **state)
{
	static const struct scene scenes[] = {
		{ "]C1010400638133393221S1", "refuse code.check-digit" },
		{ "]C10104006381333931", "ok" },
		{ "]C1010400638133393121", "refuse code.syntax" },
		{ "]C1010400638133393199", "refuse code.syntax" },
		{ "]C101040063813339311713132121S2", "refuse code.syntax" },
		{ "[)>\\x1E06\\x1D1PDRILL\\x1DS09", "done" },
		{ "]E0400638133393", "refuse code.syntax" },
	};

	play(receiving(state), scenes);
}

/* Refused for its serial, the label changes nothing else either. */
static void label__refused__changes_nothing(void **state)
{
	static const struct scene scenes[] = {
		{ "]C10104006381333931", "ok" },
		{ "D1", "done" },
		{ "]d2010952123454321321OLD\\x1D10LX\\x1D17271231",
		  "refuse unit.duplicate" },
		{ "D2", "done: D2 of DRILL" },
		{ "]d20109521234543220\\x1D10L1", "ok: lot L1" },
		{ "]d2010952123454321321OLD\\x1D10LX\\x1D17271231",
		  "refuse unit.duplicate" },
		{ "K1", "done: K1 of MILK" },
	};
	struct stage *stage = *state;
	struct player *p;

	house_stock(&stage->house, "MASK", "A-02", "OLD");
	p = receiving(state);
	play(p, scenes);
	assert_string_equal(house_unit(p->house, "MILK", "K1"), "available "
	    "bin=DOCK-1 lot=L1 in=PO:4711/3 party=ACME");
}

static void label__expired__needs_a_supervisor(void **state)
{
	static const struct scene scenes[] = {
		{ "]d2010952123454321321E1\\x1D10L\\x1D17200101",
		  "refuse unit.expired" },
		{ "SUPER1", "ask override.reason" },
		{ "for the trial", "done: E1" },
		{ "]d2010952123454321321E2\\x1D10K\\x1D17210101",
		  "refuse unit.expired" },
		{ "XCXNO", "done: QUAR-1" },
	};
	struct player *p = receiving(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "MASK", "E2"), "available "
	    "bin=QUAR-1 lot=K expires=2021-01-01 in=PO:4711/2 party=ACME "
	    "holds=incident,quality");
}

/* The order on the label opens it when nothing is open, and does not change
 * the one at work. */
static void label__with_an_order__keeps_the_order_at_work(void **state)
{
	static const struct scene scenes[] = {
		{ "]C10104006381333931400OTHER\\x1D21S1", "done: 1 of 50" },
		{ "XCXPREV", "ok" }, { "XCXPREV", "ok" },
		{ "]C10104006381333931400OTHER\\x1D21S2", "done: 1 of 3" },
	};
	struct stage *stage = *state;
	struct player *p = receiving(state);

	house_order(&stage->house, "PO:OTHER", "DRILL:3");
	play(p, scenes);
	assert_int_equal(house_received(p->house, "PO:4711", 1), 1);
	assert_int_equal(house_received(p->house, "PO:OTHER", 1), 1);
}

UNIT_MAIN(
    flow_test(label__fills__every_slot),
    flow_test(label__hibc__fills__when_the_item_matches),
    flow_test(label__wants__what_it_does_not_say),
    flow_test(label__of_two_codes__is_one_unit),
    flow_test(lot__belongs__to_its_item),
    flow_test(label__broken__is_refused_whole),
    flow_test(label__refused__changes_nothing),
    flow_test(label__expired__needs_a_supervisor),
    flow_test(label__with_an_order__keeps_the_order_at_work),
)
