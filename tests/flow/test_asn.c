/*
 * test_asn.c - deliveries whose serials were announced: matched, extra, missing.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "flows.h"

static struct player *
receiving(void **state)
{
	struct stage *stage = *state;

	house_order(&stage->house, "ASN:77", "DRILL:5 SAW:2");
	house_expect(&stage->house, "ASN:77", 1, "DRILL", "D1 D2 D3");
	house_expect(&stage->house, "ASN:77", 2, "SAW", "W1");
	player_flow(&stage->p, "receiving", "CLERK1");
	assert_string_equal(player_scan(&stage->p, "77"), "ok");
	return &stage->p;
}

static void asn__all_there__closes_at_once(void **state)
{
	static const struct scene scenes[] = {
		{ "8", "ok" }, { "DRILL", "ok" }, { "E1", "done" }, { "E2", "done" },
		{ "XCXDONE", "done: complete" },
		{ "XCXDONE", "ok: nothing is open" },
	};
	struct stage *stage = *state;
	struct player *p = receiving(state);

	house_order(&stage->house, "ASN:8", "DRILL:2");
	house_expect(&stage->house, "ASN:8", 1, "DRILL", "E1 E2");
	player_flow(p, "receiving", "CLERK1");
	play(p, scenes);
	assert_int_equal(house_incidents(p->house), 0);
	assert_string_equal(house_unit(p->house, "DRILL", "E1"),
	    "available bin=DOCK-1 in=ASN:8/1 party=ACME announced");
}

static void asn__missing_and_extra__are_told_at_the_end(void **state)
{
	static const struct scene scenes[] = {
		{ "DRILL", "ok" },
		{ "D1", "done" },
		{ "D2", "done" },
		{ "D9", "ask unit.not-expected" },
		{ "D9", "done" },
		{ "D8", "ask unit.not-expected" },
		{ "XCXNO", "ok: left as it was" },
		{ "D8", "ask unit.not-expected" },
		{ "XCXOK", "done: D8" },
		{ "D3", "done" },
		{ "D7", "ask unit.not-expected" },
		{ "D7", "refuse order.over" },
		{ "XCXDONE", "ask order.short: 1 missing (W1), 2 extra" },
		{ "SAW", "ok" },
		{ "XCXDONE", "ask order.short" },
		{ "XCXDONE", "done: 1 missing (W1), 2 extra" },
	};
	struct player *p = receiving(state);

	play(p, scenes);
	assert_int_equal(house_incidents(p->house), 1);
	assert_string_equal(house_unit(p->house, "DRILL", "D9"),
	    "available bin=DOCK-1 in=ASN:77/1 party=ACME");
	assert_string_equal(house_unit(p->house, "SAW", "W1"),
	    "expected in=ASN:77/2 party=ACME announced");
}

/* A known serial decides its item. */
static void asn__serial__finds_its_item(void **state)
{
	static const struct scene scenes[] = {
		{ "W1", "done: W1 of SAW" },
		{ "D1", "done: D1 of DRILL" },
		{ "XCXPREV", "ok" },
		{ "]C121D2", "done: D2 of DRILL" },
		{ "XCXPREV", "ok" },
		{ "OLD", "refuse item.not-on-order" },
		{ "NEW", "refuse scan.unknown" },
		{ "DRILL", "ok" },
		{ "D3", "done: D3 of DRILL" },
	};

	struct stage *stage = *state;

	house_stock(&stage->house, "MILK", "A-02", "OLD");
	play(receiving(state), scenes);
}

static void asn__of_another__is_asked_about(void **state)
{
	static const struct scene scenes[] = {
		{ "DRILL", "ok" },
		{ "F1", "ask unit.not-expected: ASN:88" },
		{ "F1", "done" },
	};
	struct stage *stage = *state;
	struct player *p = receiving(state);

	house_order(&stage->house, "ASN:88", "DRILL:1");
	house_expect(&stage->house, "ASN:88", 1, "DRILL", "F1");
	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "F1"),
	    "available bin=DOCK-1 in=ASN:77/1 party=ACME announced");
}

/* Taking a received one back makes it expected again. */
static void asn__undo__expects_it_again(void **state)
{
	static const struct scene scenes[] = {
		{ "DRILL", "ok" }, { "D1", "done" }, { "XCXUNDO", "done" },
		{ "D1", "done" }, { "D2", "done" }, { "XCXUNDO", "done" },
		{ "D3", "done" },
		{ "XCXDONE", "ask order.short: 2 missing (D2 W1), 0 extra" },
	};

	play(receiving(state), scenes);
}

static void asn__parked__is_not_missing(void **state)
{
	static const struct scene scenes[] = {
		{ "DRILL", "ok" }, { "D1", "done" }, { "D2", "done" }, { "D3", "done" },
		{ "XCXNO", "done: D3 of DRILL parked" },
		{ "SAW", "ok" }, { "W1", "done" },
		{ "XCXDONE", "ask order.short" },
	};
	struct player *p = receiving(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "D3"), "available "
	    "bin=QUAR-1 in=ASN:77/1 party=ACME holds=incident,quality announced");
}

static void range__books__all_or_none(void **state)
{
	static const struct scene scenes[] = {
		{ "9", "ok" }, { "DRILL", "ok" },
		{ "A0012..A0014", "ask serial.range: 3 units of DRILL, A0012 to A0014" },
		{ "A0012..A0015", "ask serial.range: 4 units" },
		{ "XCXNO", "ok" },
		{ "A0012..A0014", "ask serial.range" },
		{ "A0012..A0014", "done: 3 units of DRILL received into DOCK-1" },
		{ "A0014 x3", "refuse unit.duplicate: 1 of the 3" },
		{ "A0015 x3", "ask serial.range" },
		{ "XCXOK", "done: 3 units" },
		{ "A0018", "done: 7 of 8" },
		{ "A0019 x9", "refuse order.over: 9 more are too many" },
		{ "A0019 x2", "refuse order.over: tolerance" },
		{ "SUPER1", "ask override.reason" },
		{ "they came", "ask serial.range: 2 units" },
		{ "A0019 x2", "done: 2 units" },
		{ "A0030..A0020", "refuse serial.format" },
		{ "A0030..B0040", "refuse serial.format" },
		{ "A1 x99999999", "refuse serial.format" },
		{ "XCXUNDO", "done: taken back: received 2 units" },
		{ "A0020", "done: 8 of 8" },
		{ "A0021", "refuse order.over: tolerance" },
	};
	struct stage *stage = *state;
	struct player *p = receiving(state);

	house_order(&stage->house, "PO:9", "DRILL:8:25");
	player_flow(p, "receiving", "CLERK1");
	play(p, scenes);
	assert_int_equal(house_received(p->house, "PO:9", 1), 8);
	assert_string_equal(house_unit(p->house, "DRILL", "A0019"), "none");
	assert_string_equal(house_unit(p->house, "DRILL", "A0016"),
	    "available bin=DOCK-1 in=PO:9/1 party=ACME");
}

static void range__is__held_to_the_rule_and_the_lot(void **state)
{
	static const struct scene scenes[] = {
		{ "10", "ok" },
		{ "METER", "ok" },
		{ "M000001..M000003", "ask serial.range" },
		{ "M000001..M000003", "done" },
		{ "M1..M3", "refuse serial.format" },
		{ "MASK", "ok" },
		{ "L1", "ok" },
		{ "K1..K3", "refuse date.invalid" },
		{ "271231", "ok" },
		{ "K1..K3", "ask serial.range" },
		{ "K1..K3", "done" },
	};
	struct stage *stage = *state;
	struct player *p = receiving(state);

	house_order(&stage->house, "PO:10", "METER:9 MASK:9");
	player_flow(p, "receiving", "CLERK1");
	play(p, scenes);
	assert_string_equal(house_unit(p->house, "MASK", "K2"), "available "
	    "bin=DOCK-1 lot=L1 expires=2027-12-31 in=PO:10/2 party=ACME");
}

UNIT_MAIN(
    flow_test(asn__all_there__closes_at_once),
    flow_test(asn__missing_and_extra__are_told_at_the_end),
    flow_test(asn__serial__finds_its_item),
    flow_test(asn__of_another__is_asked_about),
    flow_test(asn__undo__expects_it_again),
    flow_test(asn__parked__is_not_missing),
    flow_test(range__books__all_or_none),
    flow_test(range__is__held_to_the_rule_and_the_lot),
)
