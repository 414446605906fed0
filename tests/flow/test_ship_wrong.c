/*
 * test_ship_wrong.c - every wrong scan of the design's table, in ship.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "ships.h"

static void ship__names__what_the_first_scan_is(void **state)
{
	static const struct scene scenes[] = {
		{ "A-02", "refuse scan.wrong-kind: bin A-02" },
		{ "DRILL", "refuse scan.wrong-kind: item DRILL" },
		{ "JONES", "refuse scan.wrong-kind: customer JONES" },
		{ "S1", "refuse scan.wrong-kind: unit S1 of DRILL" },
		{ "PO:1", "refuse scan.wrong-kind: PO 1 does not go out" },
		{ "SO:5009", "refuse scan.unknown: SO:5009" },
		{ "50O1", "refuse scan.unknown" },
		{ SCAN(BOX4), "refuse carton.unknown: " BOX4 },
		{ "(00)004000000000000016", "refuse code.check-digit" },
		{ "(00)" PALLET, "refuse carton.empty" },
		{ "", "refuse scan.unknown" },
		{ "77", "refuse scan.ambiguous: TRANSFER" },
		{ "T-1", "refuse scan.wrong-kind: T-1 is a tote" },
		{ BOX1, "ok: carton " BOX1 },
		{ "XCXUNDO", "ok: Carton" },
		{ "XCXFULL", "refuse command.not-here" },
	};
	struct player *p = with_cartons(state);

	house_order(p->house, "PO:1", "DRILL:1");
	house_order(p->house, "SO:77", "DRILL:1");
	house_order(p->house, "TRANSFER:77", "DRILL:1");
	carton_start(p->house, PALLET, "pallet", "");
	carton_start(p->house, "T-1", "tote", "SO:5001");
	play(p, scenes);
}

static void ship__names__what_carrier_and_tracking_are(void **state)
{
	static const struct scene scenes[] = {
		{ SCAN(BOX1), "ok" },
		{ "JONES", "refuse party.mismatch: customer" },
		{ "DHK", "refuse scan.unknown: DHL" },
		{ SCAN(BOX2), "refuse scan.wrong-kind: carton " BOX2 },
		{ "A-02", "refuse scan.wrong-kind: bin" },
		{ "S3", "refuse scan.wrong-kind: unit S3" },
		{ "DHL", "ok" },
		{ SCAN(BOX2), "refuse scan.wrong-kind: carton" },
		{ "A-02", "refuse scan.wrong-kind: bin A-02, wanted is a tracking" },
		{ "SO:5001", "refuse scan.wrong-kind: order SO 5001" },
		{ "S3", "refuse scan.wrong-kind: unit S3" },
		{ "UPS", "refuse scan.wrong-kind: carrier UPS" },
		{ "123456789012345678901234567890123456789012345678901",
		    "refuse scan.too-long" },
		{ "XCXPREV", "ok: Carrier DHL taken out" },
		{ "UPS", "ok" },
		{ "1Z999AA10123456784", "done: UPS 1Z999AA10123456784" },
	};

	play(with_cartons(state), scenes);
}

static void ship__refuses__containers_that_are_not_ready(void **state)
{
	static const struct scene alone[] = {
		{ SCAN(BOX3), "refuse carton.open: " BOX3 },
		{ SCAN(BOX4), "refuse carton.closed: emptied" },
	};
	static const struct scene nested[] = {
		{ SCAN(PALLET), "refuse carton.open: " BOX3 " is open" },
	};
	struct player *p = with_cartons(state);

	carton_start(p->house, BOX3, "carton", "SO:5001");
	pack_units(p->house, "SO:5001", 1, "DRILL", BOX3, "S4");
	carton_start(p->house, BOX4, "carton", "SO:5001");
	carton_tell(p->house, BOX4, EV_CARTON_ENDED, NULL);
	carton_start(p->house, PALLET, "pallet", "");
	play(p, alone);
	carton_nest(p->house, BOX3, PALLET);
	play(p, nested);
}

static void ship__refuses__orders_that_are_not_open(void **state)
{
	static const struct scene held[] = {
		{ "SO:5001", "refuse order.closed: SO:5001 is held" },
		{ SCAN(BOX1), "refuse order.closed: SO:5001 is held" },
	};
	static const struct scene released[] = {
		{ SCAN(BOX1), "ok" },
	};
	static const struct scene nothing[] = {
		{ "XCXUNDO", "ok: taken out" },
		{ "SO:5003", "refuse order.short: nothing was picked" },
		{ "SO:5004", "refuse order.short: 1 not picked" },
	};
	struct player *p = with_cartons(state);

	house_order(p->house, "SO:5003", "DRILL:1");
	house_order(p->house, "SO:5004", "DRILL:1");
	house_stock(p->house, "DRILL", "A-02", "S9");
	house_tell(p->house, "DRILL", "S9", "allocated order=SO:5004 line=1");
	house_order_state(p->house, "SO:5001", EV_ORDER_HELD);
	play(p, held);
	house_order_state(p->house, "SO:5001", EV_ORDER_RELEASED);
	play(p, released);
	play(p, nothing);
}

/* A hold put at the last moment keeps the whole carton. */
static void ship__refuses__all_of_a_carton_for_one_unit_on_hold(void **state)
{
	static const struct scene first[] = {
		{ SCAN(BOX1), "ok" },
		{ "DHL", "ok" },
	};
	static const struct scene then[] = {
		{ "T1", "refuse unit.on-hold: S2 of DRILL in carton " BOX1
		    " is on hold (recall)" },
		{ "XCXINFO", "ok: Take it out and to QUAR-1" },
		{ "XCXDONE", "refuse unit.on-hold" },
		{ "XCXPREV", "ok" }, { "XCXPREV", "ok" },
		{ SCAN(BOX1), "refuse unit.on-hold" },
		{ "SO:5001", "refuse unit.on-hold: S2" },
	};
	struct player *p = with_cartons(state);
	int64_t before;

	play(p, first);
	house_tell(p->house, "DRILL", "S2", "held reason=recall");
	before = house_events(p->house);
	play(p, then);
	assert_int_equal(house_events(p->house), before);
	assert_int_equal(carton_of(p->house, BOX1).state, CARTON_CLOSED);
}

static void ship__warns__of_what_left_already(void **state)
{
	static const struct scene scenes[] = {
		{ SCAN(BOX1), "ok" },
		{ "XCXDONE", "done" },
		{ SCAN(BOX1), "warn unit.already-done: by CLERK1" },
		{ "XCXUNDO", "refuse command.not-here: voided" },
		{ SCAN(BOX2), "ok" },
		{ "XCXUNDO", "ok: Carton " BOX2 " taken out" },
		{ "XCXUNDO", "refuse command.not-here: voided" },
	};

	play(with_cartons(state), scenes);
}

/* Two terminals at the same carton: the second is told, and may take it. */
static void ship__asks__before_it_takes_over(void **state)
{
	static const struct scene first[] = {
		{ SCAN(BOX1), "ok" },
	};
	static const struct scene second[] = {
		{ SCAN(BOX1), "ask work.taken: in the hands of CLERK1 at test (ship)" },
		{ SCAN(BOX2), "ok" },
		{ "XCXDONE", "done" },
		{ SCAN(BOX1), "ask work.taken" },
		{ SCAN(BOX1), "ok: 2 units" },
		{ "DHL", "ok" },
	};
	static const struct scene left[] = {
		{ "DHL", "refuse scan.wrong-kind: wanted is" },
		{ "XCXDONE", "ok: 0 shipments" },
	};
	static const struct scene late[] = {
		{ "T1", "refuse carton.closed: " BOX1 " is shipped" },
		{ "XCXPREV", "ok" }, { "XCXPREV", "ok" },
		{ SCAN(BOX1), "warn unit.already-done" },
	};
	struct player *p = with_cartons(state), other;
	struct carton_say nothing = { .bin = "" };

	play(p, first);
	player_init(&other, p->house, NULL);
	str_copy(other.st.terminal, sizeof other.st.terminal, "other");
	player_flow(&other, "ship", "CLERK2");
	play(&other, second);
	play(p, left);
	house_tell(p->house, "DRILL", "S1", "shipped party=JONES");
	house_tell(p->house, "DRILL", "S2", "shipped party=JONES");
	carton_tell(p->house, BOX1, EV_CARTON_SHIPPED, &nothing);
	play(&other, late);
	player_done(&other);
}

UNIT_MAIN(
    flow_test(ship__names__what_the_first_scan_is),
    flow_test(ship__names__what_carrier_and_tracking_are),
    flow_test(ship__refuses__containers_that_are_not_ready),
    flow_test(ship__refuses__orders_that_are_not_open),
    flow_test(ship__refuses__all_of_a_carton_for_one_unit_on_hold),
    flow_test(ship__warns__of_what_left_already),
    flow_test(ship__asks__before_it_takes_over),
)
