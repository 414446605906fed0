/*
 * test_undo.c - XCXUNDO and XCXPREV at every point of the work.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "flows.h"

static struct player *
receiving(void **state)
{
	struct stage *stage = *state;

	house_order(&stage->house, "PO:4711", "DRILL:50 MASK:50");
	player_flow(&stage->p, "receiving", "CLERK1");
	return &stage->p;
}

static void undo__takes__the_last_scan_first(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXUNDO", "refuse command.not-here" },
		{ "4711", "ok" },
		{ "XCXUNDO", "ok: Order 4711 taken out" },
		{ "XCXUNDO", "refuse command.not-here" },
		{ "4711", "ok" },
		{ "DRILL", "ok" },
		{ "XCXUNDO", "ok: Item DRILL taken out" },
		{ "DRILL", "ok" },
		{ "S1", "done" },
		{ "S2", "done" },
		/* another item, scanned by mistake: nothing booked goes */
		{ "MASK", "ok" },
		{ "XCXUNDO", "ok: Item MASK taken out" },
		{ "XCXUNDO", "done: taken back: received S2 of DRILL" },
		{ "XCXUNDO", "done: taken back: received S1 of DRILL" },
		{ "XCXUNDO", "refuse command.not-here" },
		{ "DRILL", "ok" },
		{ "S1", "done" },
	};
	struct player *p = receiving(state);

	play(p, scenes);
	assert_int_equal(house_received(p->house, "PO:4711", 1), 1);
	assert_string_equal(house_unit(p->house, "DRILL", "S2"), "none");
}

static void undo__takes__a_unit_apart(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "ok" },
		{ "]d2010952123454321321M1", "ok" },
		{ "L1", "ok" },
		{ "XCXUNDO", "ok: Serial M1 taken out" },
		{ "XCXUNDO", "ok: Lot L1 taken out" },
		{ "L2", "ok" },
		{ "271231", "ok" },
		{ "M1", "done" },
		{ "XCXUNDO", "done" },
		{ "XCXUNDO", "refuse command.not-here" },
		{ "M2", "done" },
	};
	struct player *p = receiving(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "MASK", "M2"), "available "
	    "bin=DOCK-1 lot=L2 expires=2027-12-31 in=PO:4711/2 party=ACME");
}

static void undo__after_a_refusal__takes_the_act_before(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "ok" }, { "DRILL", "ok" }, { "S1", "done" },
		{ "A-01", "refuse scan.wrong-kind" },
		{ "XCXUNDO", "done: received S1" },
		{ "S1", "done" },
		{ "S1", "warn unit.already-done" },
		{ "XCXBEGIN", "done" },
		{ "XCXUNDO", "done: taken back: incident about S1" },
		{ "XCXUNDO", "done: received S1" },
		{ "N1", "done" },
		{ "XCXNO", "done: parked" },
		{ "XCXUNDO", "done: taken back: parked N1" },
	};
	struct player *p = receiving(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "N1"),
	    "available bin=DOCK-1 in=PO:4711/1 party=ACME");
	assert_int_equal(house_incidents(p->house), 0);
}

static void undo__reaches__twenty_acts_back(void **state)
{
	struct player *p = receiving(state);
	char serial[8];

	player_scan(p, "4711");
	player_scan(p, "DRILL");
	for (int i = 0; i < 25; i++) {
		str_print(serial, sizeof serial, "S%02d", i);
		assert_string_equal(player_scan(p, serial), "done");
	}
	for (int i = 0; i < 20; i++)
		assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	assert_string_equal(player_scan(p, "XCXUNDO"), "refuse command.not-here");
	assert_int_equal(house_received(p->house, "PO:4711", 1), 5);
}

/* Something later stands on the act: nothing is half undone. */
static void undo__that_cannot_be__changes_nothing(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "ok" }, { "DRILL", "ok" },
		{ "A1..A3", "ask serial.range" }, { "A1..A3", "done" },
	};
	struct player *p = receiving(state);
	int64_t events;

	play(p, scenes);
	house_tell(p->house, "DRILL", "A1", "moved bin=A-02");
	events = house_events(p->house);
	assert_string_equal(player_scan(p, "XCXUNDO"), "refuse unit.wrong-status");
	assert_int_equal(house_events(p->house), events);
	assert_string_equal(house_unit(p->house, "DRILL", "A3"),
	    "available bin=DOCK-1 in=PO:4711/1 party=ACME");
	assert_string_equal(player_scan(p, "A4"), "done");
	assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	assert_string_equal(player_scan(p, "XCXUNDO"), "refuse unit.wrong-status");
}

static void undo__of_a_carried_unit__opens_the_list(void **state)
{
	static const struct scene scenes[] = {
		{ "S1", "ok" }, { "S2", "ok" }, { "S3", "ok" },
		{ "XCXUNDO", "ok: Units S3 taken out" },
		{ "S3", "ok" },
		{ "A-02", "done: 3 units" },
		{ "S4", "ok" },
		{ "XCXUNDO", "ok: Units S4 taken out" },
		{ "XCXUNDO", "done: taken back: 3 units into A-02" },
		{ "S1", "ok: from DOCK-1" },
		{ "A-03", "done" },
		{ "XCXUNDO", "done" },
		{ "XCXUNDO", "refuse command.not-here" },
	};
	struct stage *stage = *state;

	house_stock(&stage->house, "DRILL", "DOCK-1", "S1 S2 S3 S4");
	player_flow(&stage->p, "putaway", "CLERK1");
	play(&stage->p, scenes);
	assert_int_equal(house_bin_units(&stage->house, "DOCK-1"), 4);
}

/* XCXPREV opens the last filled slot, what is kept too; nothing is booked. */
static void xcxprev__opens__slot_after_slot(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXPREV", "refuse command.not-here" },
		{ "4711", "ok" }, { "DRILL", "ok" }, { "S1", "done" },
		{ "XCXPREV", "ok: Item DRILL taken out" },
		{ "XCXPREV", "ok: Order 4711 taken out" },
		{ "XCXPREV", "refuse command.not-here" },
		{ "4711", "ok" }, { "DRILL", "ok" }, { "S2", "done: 2 of 50" },
		{ "XCXNEXT", "ok: next item" },
		{ "MASK", "ok" },
		{ "L1", "ok" },
		{ "XCXPREV", "ok: Lot L1 taken out" },
		{ "L2", "ok" },
		{ "XCXNEXT", "ok" },
		{ "DRILL", "ok" },
		{ "S3", "done" },
	};
	struct player *p = receiving(state);

	play(p, scenes);
	assert_int_equal(house_received(p->house, "PO:4711", 1), 3);
}

/* Undone and received again, as often as one likes. */
static void undo__again_and_again__frees_the_serial(void **state)
{
	struct player *p = receiving(state);

	player_scan(p, "4711");
	player_scan(p, "DRILL");
	for (int i = 0; i < 30; i++) {
		assert_string_equal(player_scan(p, "S1"), "done");
		assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	}
	assert_string_equal(house_unit(p->house, "DRILL", "S1"), "none");
	assert_string_equal(player_scan(p, "S1"), "done");
	assert_string_equal(player_scan(p, "S1"), "warn unit.already-done");
}

UNIT_MAIN(
    flow_test(undo__takes__the_last_scan_first),
    flow_test(undo__takes__a_unit_apart),
    flow_test(undo__after_a_refusal__takes_the_act_before),
    flow_test(undo__reaches__twenty_acts_back),
    flow_test(undo__that_cannot_be__changes_nothing),
    flow_test(undo__of_a_carried_unit__opens_the_list),
    flow_test(xcxprev__opens__slot_after_slot),
    flow_test(undo__again_and_again__frees_the_serial),
)
