/*
 * test_pack_wrong.c - every wrong scan at the packing bench, and its answer.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: the table of the design's section 6 with its exact codes.
 */
#include "packing.h"

static void order__slot__names_what_is_wrong(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "refuse scan.wrong-kind: PO 4711 is no order to ship" },
		{ "A-02", "refuse scan.wrong-kind: bin A-02" },
		{ "DRILL", "refuse scan.wrong-kind: item DRILL" },
		{ "ACME", "refuse scan.wrong-kind" },
		{ "SO:9", "refuse scan.unknown" },
		{ "S9", "refuse scan.unknown: S1" },
		{ "", "refuse scan.unknown" },
		{ "12.5 kg", "refuse carton.unknown: no carton is open" },
		{ "T-9", "refuse scan.unknown" },
		{ "W3", "refuse unit.wrong-status: W3 of SAW is available" },
		{ "W2", "refuse unit.wrong-status: allocated: it is picked for no" },
		{ "(01)04006381333931(21)XX", "refuse unit.unknown: XX" },
		{ "(01)04012345678901(21)S1", "refuse item.unknown" },
		{ "]C1010400638133393221S1", "refuse code.check-digit" },
		{ "]C100395201230123456799", "refuse code.check-digit" },
		{ "395201230123456796", "refuse carton.unknown" },
		{ "(00)395201230123456796", "refuse carton.unknown" },
		{ "XCXBEGIN", "refuse order.unknown" },
		{ "XCXFULL", "refuse carton.unknown" },
		{ "XCXDONE", "ok: nothing is open" },
		{ "XCXSHORT", "refuse command.not-here" },
		{ "XCXSKIP", "refuse command.not-here" },
		{ "XCXREPRINT", "ask label.reason" }, { "XCXNO", "ok" },
		{ "SO:3", "refuse order.closed: SO:3 is held" },
		{ "SO:4", "refuse order.closed: SO:4 is cancelled" },
		{ "SO:5", "refuse order.closed: SO:5 is closed" },
		{ "TWIN", "refuse scan.ambiguous: SO and of a TRANSFER" },
		{ "SO:TWIN", "ok: SO:TWIN" },
	};
	struct player *p = packing(state, "pack");

	house_order(p->house, "SO:3", "DRILL:1");
	house_order(p->house, "SO:4", "DRILL:1");
	house_order(p->house, "SO:5", "DRILL:1");
	house_order(p->house, "SO:TWIN", "DRILL:1");
	house_order(p->house, "TRANSFER:TWIN", "DRILL:1");
	house_order_state(p->house, "SO:3", EV_ORDER_HELD);
	house_order_state(p->house, "SO:4", EV_ORDER_CANCELLED);
	house_order_state(p->house, "SO:5", EV_ORDER_CLOSED);
	play(p, scenes);
}

static void carton__slot__names_what_is_wrong(void **state)
{
	static const struct scene scenes[] = {
		{ "SO:2", "ok" },
		{ "XCXBEGIN", "done: " SSCC_0 },
		{ "D1", "done" },
		{ "SO:1", "ok" },
		{ "A-02", "refuse scan.wrong-kind: bin A-02, wanted is a carton" },
		{ "DRILL", "refuse scan.wrong-kind: item DRILL" },
		{ "PO:4711", "refuse scan.wrong-kind" },
		{ "NIX", "refuse scan.unknown" },
		{ "(00)395201230123456796", "refuse carton.unknown" },
		{ "395201230123456796", "refuse carton.unknown" },
		{ "(00)" SSCC_0, "refuse carton.other-order: is of SO:2, at work is SO:1" },
		{ SSCC_0, "refuse carton.other-order" },
		{ "D1", "refuse unit.wrong-place: SO:2, carton " SSCC_0 },
		{ "PAL", "refuse scan.wrong-kind: pallet PAL" },
		{ "SHUT", "refuse carton.closed: carton SHUT is closed" },
		{ "GONE", "refuse carton.closed: carton GONE is shipped" },
		{ "T-3", "refuse carton.closed: tote T-3 is empty" },
		{ "S1", "refuse scan.wrong-kind: unit S1 of DRILL, wanted is a carton" },
		{ "12 kg", "refuse carton.unknown" },
		{ "XCXBEGIN", "done: " SSCC_1 },
		{ SSCC_0, "refuse carton.other-order" },
		{ "T-2", "refuse carton.closed: tote T-2 is empty" },
		{ "T-1", "ok: tote T-1: 4 units of SO:1" },
		{ "S1", "done: " SSCC_1 },
	};
	struct player *p = packing(state, "pack");

	packing_carton(p->house, "PAL", EV_CARTON_STARTED, "pallet", "");
	packing_carton(p->house, "SHUT", EV_CARTON_STARTED, "carton", "SO:1");
	packing_carton(p->house, "SHUT", EV_CARTON_CLOSED, "", "");
	packing_carton(p->house, "GONE", EV_CARTON_STARTED, "carton", "SO:1");
	packing_carton(p->house, "GONE", EV_CARTON_SHIPPED, "", "");
	packing_carton(p->house, "T-3", EV_CARTON_STARTED, "tote", "SO:1");
	play(p, scenes);
}

static void unit__slot__names_what_is_wrong(void **state)
{
	static const struct scene scenes[] = {
		{ "SO:1", "ok" },
		{ "XCXBEGIN", "done" },
		{ "D1", "refuse unit.wrong-place: D1 belongs to SO:2, tote T-2" },
		{ "M1", "refuse unit.wrong-place: M1 belongs to TRANSFER:7, bin STAGE-1" },
		{ "K1", "refuse unit.wrong-item: K1 is a unit of MILK, SO:1 wants DRILL" },
		{ "W2", "refuse unit.wrong-status: W2 of SAW is allocated, not picked" },
		{ "W3", "refuse unit.wrong-status: W3 of SAW is available, not picked" },
		{ "LEFT", "refuse unit.wrong-status: shipped" },
		{ "BOTH", "refuse scan.ambiguous: DRILL, SAW" },
		{ "(01)04006381333931(21)BOTH", "done: BOTH of DRILL" },
		{ "S2", "refuse unit.on-hold: quality; take it to QUAR-1" },
		{ "XCXINFO", "ok: unit.on-hold" },
		{ "S9", "refuse scan.unknown: S1" },
		{ "(01)04006381333931(21)XX", "refuse unit.unknown" },
		{ "(01)04012345678901(21)S1", "refuse item.unknown" },
		{ "]C1010400638133393221S1", "refuse code.check-digit" },
		{ "A-02", "refuse scan.wrong-kind: bin A-02, wanted is a known unit" },
		{ "DRILL", "refuse scan.wrong-kind: item DRILL" },
		{ "ACME", "refuse scan.wrong-kind" },
		{ "PO:4711", "refuse scan.wrong-kind" },
		{ "kg", "refuse scan.unknown" },
		{ "0 kg", "refuse scan.unknown" },
		{ "S1", "done" },
		{ "S1", "warn unit.already-done: by CLERK1" },
		{ "pasted:S3", "refuse entry.keyed-not-allowed" },
		{ "keyed:S3", "done" },
		{ "CLERK2", "ok: works here now" },
		{ "OUT", "warn unit.already-done: OUT was shipped" },
		{ "XCXNO", "ok: left as it was" },
		{ "XCXREPRINT", "ask label.reason" }, { "XCXNO", "ok" },
	};
	struct player *p = packing(state, "pack");
	struct house *h = p->house;

	packing_picked(h, "DRILL", "BOTH", "SO:1", 1, "");
	house_stock(h, "SAW", "A-03", "BOTH");
	packing_picked(h, "DRILL", "LEFT", "SO:2", 1, "");
	house_tell(h, "DRILL", "LEFT", "shipped order=SO:2 line=1 party=JONES");
	packing_picked(h, "SAW", "OUT", "SO:1", 2, "");
	house_tell(h, "SAW", "OUT", "shipped order=SO:1 line=2 party=JONES");
	house_tell(h, "DRILL", "S2", "held reason=quality");
	play(p, scenes);
}

/* Somebody else changed what was settled a scan ago. */
static void pack__looks__again_at_each_scan(void **state)
{
	struct player *p = packing(state, "pack");

	player_scan(p, "SO:1");
	player_scan(p, "XCXBEGIN");
	assert_string_equal(player_scan(p, "S1"), "done");
	packing_carton(p->house, SSCC_0, EV_CARTON_CLOSED, "", "");
	assert_string_equal(player_scan(p, "S2"), "refuse carton.closed");
	packing_carton(p->house, SSCC_0, EV_CARTON_REOPENED, "", "");
	house_order_state(p->house, "SO:1", EV_ORDER_HELD);
	assert_string_equal(player_scan(p, "S2"), "refuse order.closed");
	house_order_state(p->house, "SO:1", EV_ORDER_RELEASED);
	assert_string_equal(player_scan(p, "S2"), "done");
}

static void pack__is__for_packers(void **state)
{
	struct player *p = packing(state, "pack");
	struct worker nobody = { .badge = "X", .role = ROLE_CLERK };
	struct err err;

	flow_close(p->flow, false);
	p->flow = NULL;
	assert_int_equal(role_may(nobody.role, MAY_PACK), true);
	must(flow_open(&p->flow, &p->st, "pallet", &nobody, &err));
}

UNIT_MAIN(
    flow_test(order__slot__names_what_is_wrong),
    flow_test(carton__slot__names_what_is_wrong),
    flow_test(unit__slot__names_what_is_wrong),
    flow_test(pack__looks__again_at_each_scan),
    flow_test(pack__is__for_packers),
)
