/*
 * test_cluster.c - a batch of orders in one walk, each into its own tote.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "flows.h"

static struct player *
with_orders(void **state)
{
	struct stage *stage = *state;
	struct house *h = &stage->house;

	house_bin(h, "STAGE-1", BIN_STAGE, 31, -1, "");
	house_stock(h, "DRILL", "A-02", "S1 S2 S3");
	house_stock(h, "SAW", "A-02", "W1");
	house_stock(h, "SAW", "A-03", "W2 W3");
	house_order(h, "SO:1", "DRILL:1 SAW:1");
	house_order(h, "SO:2", "DRILL:1 SAW:1");
	player_flow(&stage->p, "cluster", "CLERK1");
	return &stage->p;
}

static void batch__goes__once_through_the_bins(void **state)
{
	static const struct scene scenes[] = {
		{ "1", "ok: SO:1 for JONES" },
		{ "1", "warn unit.already-done: in the batch already" },
		{ "2", "ok: SO:2 for JONES" },
		{ "A-02", "ok: take 1 of DRILL for SO:1, 1 of SAW for SO:1, 1 of DRILL "
		    "for SO:2" },
		{ "S1", "ok: S1 of DRILL is for SO:1: take a free tote" },
		{ "A-03", "refuse scan.wrong-kind: wanted is a tote" },
		{ "T-1", "done: S1 of DRILL picked for SO:1, in T-1, 1 of 1" },
		{ "S2", "ok: is for SO:2: take a free tote" },
		{ "T-1", "refuse carton.other-order: T-1 is the tote of SO:1" },
		{ "S3", "refuse scan.wrong-kind: wanted is a tote" },
		{ "T-2", "done: for SO:2, in T-2" },
		{ "W1", "ok: is for SO:1: into T-1" },
		{ "T-2", "refuse carton.other-order: T-2 is the tote of SO:2" },
		{ "T-3", "refuse carton.unknown: SO:1 goes into T-1" },
		{ "XCXDONE", "refuse command.not-here: W1 waits for its tote" },
		{ "T-1", "done: in T-1, 1 of 1" },
		{ "A-03", "ok: take 1 of SAW for SO:2" },
		{ "W2", "ok: into T-2" },
		{ "T-2", "done" },
		{ "XCXDONE", "ok: the batch of 2 orders: 4 of 4 picked" },
	};
	struct player *p = with_orders(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "SAW", "W1"),
	    "picked bin=STAGE-1 out=SO:1/2 carton=T-1");
	assert_string_equal(house_unit(p->house, "SAW", "W2"),
	    "picked bin=STAGE-1 out=SO:2/2 carton=T-2");
}

static void batch__answers__as_a_pick_does(void **state)
{
	static const struct scene scenes[] = {
		{ "A-02", "refuse scan.wrong-kind" },
		{ "PO:7", "refuse scan.wrong-kind: PO 7 is nothing to pick" },
		{ "3", "refuse order.closed: held" },
		{ "9", "refuse scan.unknown" },
		{ "1", "ok" }, { "2", "ok" },
		{ "S1", "refuse scan.wrong-kind: wanted is a bin" },
		{ "A-02", "ok" },
		{ "M000001", "refuse unit.wrong-item: any order of the batch" },
		{ "HELD", "refuse unit.on-hold" },
		{ "W2", "refuse unit.wrong-place" },
		{ "X9", "refuse scan.unknown" },
		{ "S9", "refuse scan.unknown: S1" },
		{ "]C1010400638133393221S1", "refuse code.check-digit" },
		{ "BOTH", "refuse scan.ambiguous" },
		{ "S3", "ask unit.swap: instead of S1" },
		{ "S3", "ok: is for SO:1" },
		{ "XCXUNDO", "ok: Unit S3 taken out" },
		{ "S3", "ask unit.swap" },
		{ "S3", "ok" },
		{ "T-1", "done: instead of S1, in T-1" },
		{ "S3", "warn unit.already-done" },
		{ "S2", "ok" }, { "T-2", "done" },
		{ "S1", "refuse order.over" },
		{ "XCXSHORT", "done: SAW short in A-02: 1 held for a count, 1 of 1" },
		{ "XCXSKIP", "ok: A-03" },
		{ "A-03", "ok: take 1 of SAW for SO:1, 1 of SAW for SO:2" },
		{ "W2", "ok" }, { "XCXFULL", "done: put down" },
		{ "T-2", "refuse carton.closed" },
		{ "T-7", "done: in T-7" },
		{ "XCXFULL", "refuse command.not-here: which tote is full?" },
		{ "XCXDONE", "ask order.short: 3 of 4" },
		{ "XCXDONE", "ok: the rest stays open" },
	};
	struct player *p = with_orders(state);
	struct house *h = p->house;

	house_order(h, "PO:7", "DRILL:1");
	house_order(h, "SO:3", "DRILL:1");
	house_order_state(h, "SO:3", EV_ORDER_HELD);
	house_stock(h, "METER", "A-02", "M000001");
	house_stock(h, "DRILL", "A-02", "HELD BOTH");
	house_stock(h, "SAW", "A-02", "BOTH");
	house_tell(h, "DRILL", "HELD", "held reason=quality");
	house_tell(h, "DRILL", "BOTH", "held reason=quality");
	house_tell(h, "SAW", "BOTH", "held reason=quality");
	play(p, scenes);
}

static void batch__shows__whose_the_unit_is(void **state)
{
	struct player *p = with_orders(state);
	struct flow_view view;
	struct err err;

	player_scan(p, "1");
	player_scan(p, "2");
	must(flow_view(p->flow, &view, &err));
	assert_string_equal(view.title, "PICK BATCH: 2 orders");
	assert_string_equal(view.big, "A-02");
	assert_int_equal(view.total, 4);
	assert_string_equal(view.slots[0].value, "2 orders");
	assert_string_equal(p->last.prompt, "SCAN THE BIN, OR ANOTHER ORDER");
	player_scan(p, "A-02");
	player_scan(p, "S1");
	must(flow_view(p->flow, &view, &err));
	assert_string_equal(view.big_label, "NEW TOTE");
	assert_string_equal(view.big, "SO:1");
	player_scan(p, "T-1");
	player_scan(p, "W1");
	must(flow_view(p->flow, &view, &err));
	assert_string_equal(view.big_label, "INTO");
	assert_string_equal(view.big, "T-1");
}

/* What a supervisor allowed is in the event, though the tote came later. */
static void batch__keeps__what_was_allowed(void **state)
{
	static const struct scene scenes[] = {
		{ "4", "ok" }, { "A-03", "ok" },
		{ "NEW", "ok" }, { "T-1", "done" },
		{ "OLD", "refuse order.over: within the tolerance" },
		{ "SUPER1", "ask override.reason" },
		{ "agreed by phone", "ok: OLD of MILK is for SO:4: into T-1" },
		{ "T-1", "done: 2 of 1" },
	};
	struct stage *stage = *state;
	struct player *p = with_orders(state);
	struct event e;
	struct err err;

	house_stock(&stage->house, "MILK", "A-03", "NEW OLD");
	house_order(&stage->house, "SO:4", "MILK:1:100");
	play(p, scenes);
	assert_int_equal(ledger_event(p->house->l, p->last.events[0].id, &e, NULL,
	    &err), 1);
	assert_string_equal(e.body.override_by, "SUPER1");
	assert_string_equal(e.body.override_of, "order.over");
	assert_string_equal(e.body.reason, "agreed by phone");
}

UNIT_MAIN(
    flow_test(batch__goes__once_through_the_bins),
    flow_test(batch__answers__as_a_pick_does),
    flow_test(batch__shows__whose_the_unit_is),
    flow_test(batch__keeps__what_was_allowed),
)
