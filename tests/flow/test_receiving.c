/*
 * test_receiving.c - deliveries received by scans, and every wrong scan there.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "flows.h"

static struct player *
receiving(void **state)
{
	struct stage *stage = *state;

	house_order(&stage->house, "PO:4711", "DRILL:5:20 MASK:10 METER:3 SAW:2");
	player_flow(&stage->p, "receiving", "CLERK1");
	return &stage->p;
}

static void receiving__books__a_plain_day(void **state)
{
	static const struct scene day[] = {
		{ "4711", "ok: PO 4711 from ACME, 4 lines" },
		{ "4006381333931", "ok: DRILL" },
		{ "S1", "done: S1 of DRILL received into DOCK-1, 1 of 5" },
		{ "S2", "done: 2 of 5" },
		{ "4006381333931", "ok" },
		{ "S3", "done" },
		{ "4006381333948", "ok: SAW" },
		{ "S1", "refuse unit.wrong-item: S1 is a unit of DRILL, wanted is SAW" },
		{ "W1", "done: W1 of SAW" },
		{ "XCXDONE", "ask order.short: 16 of 20" },
		{ "XCXDONE", "done: PO:4711: 4 of 20 units received, the rest" },
	};
	struct player *p = receiving(state);

	play(p, day);
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "available bin=DOCK-1 in=PO:4711/1 party=ACME");
	assert_int_equal(house_received(p->house, "PO:4711", 1), 3);
	assert_int_equal(house_received(p->house, "PO:4711", 4), 1);
	assert_int_equal(house_bin_units(p->house, "DOCK-1"), 4);
}

static void receiving__names__what_the_order_scan_is(void **state)
{
	static const struct scene scenes[] = {
		{ "A-01", "refuse scan.wrong-kind: bin A-01" },
		{ "4006381333931", "refuse scan.wrong-kind: item DRILL" },
		{ "ACME", "refuse scan.wrong-kind: supplier ACME" },
		{ "SO-1", "refuse scan.wrong-kind: SO" },
		{ "4712", "refuse scan.unknown: 4711" },
		{ "nothing at all", "refuse scan.unknown" },
		{ "4713", "refuse order.closed: cancelled" },
		{ "4714", "refuse scan.ambiguous" },
		{ "ASN:4714", "ok: ASN 4714" },
	};
	struct stage *stage = *state;
	struct player *p = receiving(state);

	house_order(&stage->house, "SO:1", "DRILL:1");
	house_order(&stage->house, "PO:4713", "DRILL:1");
	house_order_state(&stage->house, "PO:4713", EV_ORDER_CANCELLED);
	house_order(&stage->house, "PO:4714", "DRILL:1");
	house_order(&stage->house, "ASN:4714", "DRILL:1");
	play(p, scenes);
}

static void receiving__takes__every_way_to_write_an_order(void **state)
{
	static const char *const ways[] = { "4711", "PO:4711", "po:4711",
	    "PO-4711", "PO 4711" };
	struct player *p = receiving(state);

	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		assert_string_equal(player_scan(p, ways[i]), "ok");
		assert_string_equal(player_scan(p, "XCXPREV"), "ok");
	}
}

static void receiving__names__what_the_item_scan_is(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "ok" },
		{ "A-01", "refuse scan.wrong-kind: bin A-01" },
		{ "9521234543220", "refuse item.not-on-order: MILK" },
		{ "4006381333932", "refuse code.check-digit" },
		{ "]E04006381333932", "refuse code.check-digit" },
		{ "4012345678901", "refuse item.unknown" },
		{ "DRIL", "refuse scan.unknown: DRILL" },
		{ "]C1010952123454322021X1", "refuse item.not-on-order" },
		{ "]C1010401234567890121X1", "refuse item.unknown" },
		{ "DRILL", "ok" },
	};

	play(receiving(state), scenes);
}

static void receiving__names__what_the_serial_scan_is(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "ok" },
		{ "DRILL", "ok" },
		{ "A-01", "refuse scan.wrong-kind: bin A-01" },
		{ "QUAR-1", "refuse scan.wrong-kind" },
		{ "ACME", "refuse scan.wrong-kind" },
		{ "4012345678901", "ask scan.ambiguous" },
		{ "]E04012345678901", "refuse item.unknown" },
		{ "]C10104012345678901\\x1D21X1", "refuse item.unknown" },
		{ "]C100395201230123456789", "refuse scan.wrong-kind: carton" },
		{ "9521234543220", "refuse item.not-on-order" },
		{ "4006381333932", "refuse code.check-digit" },
		{ "", "refuse scan.unknown" },
		{ "9521234543237", "ok: METER" },
		{ "M12345", "refuse serial.format: M12345" },
		{ "M12345X", "refuse serial.format" },
		{ "N123456", "refuse serial.format" },
		{ "M123456", "done" },
		{ "S/N:M123457", "done: M123457" },
		{ "SM123458", "done: M123458" },
		{ "DRILL", "ok" },
		{ "XCXNOTHING", "refuse serial.format" },
		{ "a\\x01b", "refuse serial.format" },
	};

	play(receiving(state), scenes);
}

/* Design section 6: shows the rule and the first wrong character. */
static void receiving__shows__the_rule_and_the_wrong_character(void **state)
{
	struct player *p = receiving(state);

	player_scan(p, "4711");
	player_scan(p, "METER");
	assert_string_equal(player_scan(p, "M12X456"), "refuse serial.format");
	assert_non_null(strstr(p->last.text, "M and six digits"));
	assert_non_null(strstr(p->last.text, "X"));
}

static void receiving__says__what_is_known_already(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "ok" },
		{ "DRILL", "ok" },
		{ "S1", "done" },
		{ "S1", "warn unit.already-done: CLERK1" },
		{ "OLD1", "refuse unit.duplicate: A-02" },
		{ "XCXINFO", "ok: unit.duplicate" },
		{ "XCXBEGIN", "done: incident opened" },
		{ "XCXBEGIN", "refuse command.not-here" },
		{ "S2", "done" },
		{ "S2", "warn unit.already-done" },
		{ "XCXBEGIN", "done" },
	};
	struct stage *stage = *state;
	struct player *p;

	house_stock(&stage->house, "DRILL", "A-02", "OLD1");
	p = receiving(state);
	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "OLD1"),
	    "available bin=A-02 holds=incident");
	assert_string_equal(house_unit(p->house, "DRILL", "S2"),
	    "available bin=DOCK-1 in=PO:4711/1 party=ACME holds=incident");
	assert_int_equal(house_incidents(p->house), 2);
	assert_int_equal(house_received(p->house, "PO:4711", 1), 2);
}

/* What was received on this order is done, wherever it is by now; what left
 * the house and comes again is a duplicate. */
static void receiving__knows__units_that_moved_on(void **state)
{
	struct player *p = receiving(state);

	player_scan(p, "4711");
	player_scan(p, "DRILL");
	player_scan(p, "S1");
	house_tell(p->house, "DRILL", "S1", "moved bin=A-02");
	assert_string_equal(player_scan(p, "S1"), "warn unit.already-done");
	house_tell(p->house, "DRILL", "S1", "held reason=count");
	assert_string_equal(player_scan(p, "S1"), "warn unit.already-done");
	house_tell(p->house, "DRILL", "S1", "released reason=count; picked; shipped");
	assert_string_equal(player_scan(p, "S1"), "refuse unit.duplicate");
	house_tell(p->house, "DRILL", "S1", "returned bin=RET-1");
	assert_string_equal(player_scan(p, "S1"), "refuse unit.duplicate");
}

static void receiving__parks__what_looks_wrong(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXNO", "refuse command.not-here" },
		{ "4711", "ok" },
		{ "XCXNO", "refuse command.not-here" },
		{ "METER", "ok" },
		{ "N1", "refuse serial.format" },
		{ "XCXNO", "done: QUAR-1" },
		{ "M000001", "done" },
		{ "XCXNO", "done: QUAR-1" },
		{ "XCXNO", "refuse command.not-here" },
		{ "A-01", "refuse scan.wrong-kind" },
		{ "XCXNO", "refuse command.not-here" },
		{ "N1", "warn unit.already-done" },
		{ "M000001", "warn unit.already-done" },
		{ "XCXNO", "refuse command.not-here" },
		{ "M000002", "done" },
		{ "A-01", "refuse scan.wrong-kind" },
		{ "M000002", "warn unit.already-done" },
		{ "XCXNO", "done: M000002 of METER parked" },
	};
	struct player *p = receiving(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "METER", "N1"),
	    "available bin=QUAR-1 in=PO:4711/3 party=ACME holds=incident,quality");
	assert_string_equal(house_unit(p->house, "METER", "M000001"),
	    "available bin=QUAR-1 in=PO:4711/3 party=ACME holds=incident,quality");
	assert_int_equal(house_incidents(p->house), 3);
}

static void receiving__keeps_to__the_quantity(void **state)
{
	static const struct scene clerk[] = {
		{ "4711", "ok" }, { "DRILL", "ok" }, { "S1", "done" },
		{ "S2", "done" }, { "S3", "done" }, { "S4", "done" },
		{ "S5", "done: 5 of 5" },
		{ "S6", "refuse order.over: tolerance" },
		{ "S6", "refuse order.over" },
		{ "SUPER1", "ask override.reason" },
		{ "XCXNO", "ok: left as it was" },
		{ "S6", "refuse order.over" },
		{ "SUPER1", "ask override.reason" },
		{ "one too many", "done: 6 of 5" },
		{ "S7", "refuse order.over: full" },
		{ "SUPER1", "ok: works here now" },
		{ "S7", "refuse order.over" },
		{ "SAW", "ok" }, { "W1", "done" }, { "W2", "done" },
		{ "W3", "refuse order.over: full" },
	};
	struct player *p = receiving(state);
	struct event e;
	struct err err;

	play(p, clerk);
	assert_int_equal(house_received(p->house, "PO:4711", 1), 6);
	assert_string_equal(house_unit(p->house, "DRILL", "S7"), "");
	/* who allowed it, what and why, is in the event */
	assert_int_equal(ledger_event(p->house->l, p->last.events[0].id, &e, NULL,
	    &err), 0);
}

static void receiving__records__who_allowed_what(void **state)
{
	struct player *p = receiving(state);
	struct event e;
	struct err err;

	for (size_t i = 0; i < 7; i++)
		player_scan(p, (const char *const[]){ "4711", "DRILL", "S1", "S2",
		    "S3", "S4", "S5" }[i]);
	player_scan(p, "S6");
	player_scan(p, "SUPER1");
	assert_string_equal(player_scan(p, "broken pallet"), "done");
	assert_int_equal(ledger_event(p->house->l, p->last.events[0].id, &e, NULL,
	    &err), 1);
	assert_string_equal(e.operator, "CLERK1");
	assert_string_equal(e.subject, "S6");
	assert_string_equal(e.body.override_by, "SUPER1");
	assert_string_equal(e.body.override_of, "order.over");
	assert_string_equal(e.body.reason, "broken pallet");
	/* and the next act is not allowed by it */
	assert_string_equal(player_scan(p, "SAW"), "ok");
	assert_string_equal(player_scan(p, "W1"), "done");
	assert_int_equal(ledger_event(p->house->l, p->last.events[0].id, &e, NULL,
	    &err), 1);
	assert_string_equal(e.body.override_by, "");
}

static void receiving__asks__for_the_pin_of_who_allows(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "ok" }, { "DRILL", "ok" }, { "S1", "done" },
		{ "S2", "done" }, { "S3", "done" }, { "S4", "done" },
		{ "S5", "done" },
		{ "S6", "refuse order.over" },
		{ "SUPER2", "ask pin.needed" },
		{ "keyed:1111", "refuse pin.wrong" },
		{ "keyed:2468", "ask override.reason" },
		{ "one more came", "done" },
	};
	struct player *p = receiving(state);
	struct flow_view view;
	struct err err;

	play(p, scenes);
	assert_true(flow_view(p->flow, &view, &err));
	for (size_t i = 0; i < view.n_tape; i++)
		assert_null(strstr(view.tape[i].scan, "2468"));
}

/* The lines of one item fill one after the other; what is allowed over comes
 * on the line that allows it. */
static void receiving__fills__lines_in_turn(void **state)
{
	static const struct scene scenes[] = {
		{ "88", "ok" }, { "DRILL", "ok: line 1" },
		{ "A1", "done" }, { "A2", "done" },
		{ "A3", "done" },
		{ "A4", "refuse order.over: tolerance" },
		{ "SUPER1", "ask override.reason" },
		{ "extra", "done" },
		{ "A5", "refuse order.over: full" },
	};
	struct stage *stage = *state;
	struct player *p = receiving(state);

	house_order(&stage->house, "PO:88", "DRILL:2:50 DRILL:1");
	play(p, scenes);
	assert_int_equal(house_received(p->house, "PO:88", 1), 3);
	assert_int_equal(house_received(p->house, "PO:88", 2), 1);
}

static void receiving__goes_into__the_dock_named(void **state)
{
	struct player *p = receiving(state);
	struct verdict v;
	struct err err;

	assert_true(flow_set(p->flow, "bin", "A-01", &v, &err));
	assert_string_equal(v.code, "bin.kind");
	assert_true(flow_set(p->flow, "bin", "NONE", &v, &err));
	assert_string_equal(v.code, "bin.unknown");
	assert_true(flow_set(p->flow, "bin", "DOCK-2", &v, &err));
	assert_int_equal(v.kind, VERDICT_OK);
	assert_true(flow_set(p->flow, "order", "4711", &v, &err));
	assert_int_equal(v.kind, VERDICT_OK);
	assert_true(flow_set(p->flow, "item", "DRILL", &v, &err));
	assert_int_equal(v.kind, VERDICT_OK);
	assert_string_equal(player_scan(p, "S1"), "done");
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "available bin=DOCK-2 in=PO:4711/1 party=ACME");
	assert_false(flow_set(p->flow, "colour", "red", &v, &err));
	assert_int_equal(err.kind, ERR_USAGE);
}

static void flow_set__refuses__what_does_not_fit(void **state)
{
	struct player *p = receiving(state);
	struct verdict v;
	struct err err;

	assert_true(flow_set(p->flow, "item", "DRILL", &v, &err));
	assert_int_equal(v.kind, VERDICT_REFUSE);	/* the order first */
	assert_true(flow_set(p->flow, "serial", "S1", &v, &err));
	assert_int_equal(v.kind, VERDICT_REFUSE);
	assert_true(flow_set(p->flow, "order", "A-01", &v, &err));
	assert_string_equal(v.code, "scan.wrong-kind");
	assert_true(flow_set(p->flow, "order", "99", &v, &err));
	assert_string_equal(v.code, "scan.unknown");
	assert_int_equal(house_events(p->house), house_events(p->house));
	assert_string_equal(player_scan(p, "4711"), "ok");
}

UNIT_MAIN(
    flow_test(receiving__books__a_plain_day),
    flow_test(receiving__names__what_the_order_scan_is),
    flow_test(receiving__takes__every_way_to_write_an_order),
    flow_test(receiving__names__what_the_item_scan_is),
    flow_test(receiving__names__what_the_serial_scan_is),
    flow_test(receiving__shows__the_rule_and_the_wrong_character),
    flow_test(receiving__says__what_is_known_already),
    flow_test(receiving__knows__units_that_moved_on),
    flow_test(receiving__parks__what_looks_wrong),
    flow_test(receiving__keeps_to__the_quantity),
    flow_test(receiving__records__who_allowed_what),
    flow_test(receiving__asks__for_the_pin_of_who_allows),
    flow_test(receiving__fills__lines_in_turn),
    flow_test(receiving__goes_into__the_dock_named),
    flow_test(flow_set__refuses__what_does_not_fit),
)
