/*
 * test_ship.c - goods out by carton, pallet and order, few and many.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "ships.h"

/* --- what is right ----------------------------------------------------------- */

static void ship__books__a_carton_with_carrier_and_tracking(void **state)
{
	static const struct scene scenes[] = {
		{ SCAN(BOX1), "ok: carton " BOX1 " for JONES: 2 units" },
		{ "DHL", "ok: carrier DHL" },
		{ "JD0146", "done: carton " BOX1 " shipped to JONES: 2 units, DHL "
		    "JD0146; SO:5001: 2 of 6 shipped, 4 stay open" },
	};
	struct player *p = with_cartons(state);
	struct event e;

	play(p, scenes);
	assert_int_equal(p->last.n_events, 3);
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "shipped out=SO:5001/1 carton=" BOX1 " party=JONES");
	e = last_of(p->house, "DRILL", "S2");
	assert_int_equal(e.type, EV_UNIT_SHIPPED);
	assert_string_equal(e.body.order, "SO:5001");
	assert_int_equal(e.body.line, 1);
	assert_string_equal(e.body.party, "JONES");
	assert_string_equal(e.body.carton, BOX1);
	assert_string_equal(e.body.pallet, "");
	assert_string_equal(e.body.carrier, "DHL");
	assert_string_equal(e.body.tracking, "JD0146");
	assert_string_equal(e.body.until, "");
	assert_int_equal(carton_of(p->house, BOX1).state, CARTON_SHIPPED);
	assert_string_equal(carton_of(p->house, BOX1).tracking, "JD0146");
}

static void ship__leaves_out__carrier_and_tracking(void **state)
{
	static const struct scene scenes[] = {
		{ SCAN(BOX1), "ok" },
		{ "XCXDONE", "done: 2 units; SO:5001: 2 of 6" },
		{ SCAN(BOX2), "ok" },
		{ "UPS", "ok" },
		{ "XCXDONE", "done: 1 unit, UPS; SO:5001: 3 of 6" },
		{ "XCXDONE", "ok: 2 shipments" },
		{ "XCXDONE", "ok: 0 shipments" },
	};
	struct player *p = with_cartons(state);

	play(p, scenes);
	assert_string_equal(carton_of(p->house, BOX2).carrier, "UPS");
	assert_string_equal(carton_of(p->house, BOX2).tracking, "");
}

static void ship__takes__a_pallet_with_all_on_it(void **state)
{
	static const struct scene scenes[] = {
		{ SCAN(BOX1), "refuse carton.nested: on pallet " PALLET },
		{ SCAN(PALLET), "ok: pallet " PALLET " for JONES: 4 units" },
		{ "DHL", "ok" },
		{ "T1", "done: pallet " PALLET " shipped to JONES: 4 units in 4 "
		    "containers, DHL T1; SO:5001: 3 of 6 shipped, 3 stay open; "
		    "SO:5002 is complete" },
	};
	struct player *p = with_cartons(state);
	struct event e;

	house_order(p->house, "SO:5002", "SAW:1");
	packed(p->house, "SO:5002", "SAW", BOX3, "W1");
	carton_start(p->house, PALLET, "pallet", "");
	carton_nest(p->house, BOX1, PALLET);
	carton_nest(p->house, BOX2, PALLET);
	carton_nest(p->house, BOX3, PALLET);
	play(p, scenes);
	assert_int_equal(p->last.n_events, 8);
	e = last_of(p->house, "SAW", "W1");
	assert_string_equal(e.body.pallet, PALLET);
	assert_string_equal(e.body.carton, BOX3);
	assert_string_equal(e.body.order, "SO:5002");
	assert_int_equal(carton_of(p->house, PALLET).state, CARTON_SHIPPED);
	assert_int_equal(carton_of(p->house, BOX3).state, CARTON_SHIPPED);
}

static void ship__takes__all_that_is_ready_of_an_order(void **state)
{
	static const struct scene scenes[] = {
		{ "SO:5001", "ok: SO:5001 for JONES: 5 units" },
		{ "DHL", "ok" },
		{ "T1", "done: SO:5001 shipped to JONES: 5 units in 3 containers, "
		    "DHL T1; SO:5001: 5 of 6 shipped, 1 stays open" },
		{ "SO:5001", "warn unit.already-done: by CLERK1" },
	};
	struct player *p = with_cartons(state);

	pack_units(p->house, "SO:5001", 1, "DRILL", "", "S4 S5");	/* loose */
	carton_start(p->house, PALLET, "pallet", "");
	carton_nest(p->house, BOX1, PALLET);
	play(p, scenes);
	assert_string_equal(last_of(p->house, "DRILL", "S1").body.pallet, PALLET);
	assert_string_equal(last_of(p->house, "DRILL", "S3").body.pallet, "");
	assert_string_equal(last_of(p->house, "DRILL", "S4").body.carton, "");
	assert_string_equal(house_unit(p->house, "DRILL", "S5"),
	    "shipped out=SO:5001/1 party=JONES");
}

static void ship__asks__when_part_of_an_order_is_not_ready(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ask order.short: 1 not picked, 1 not packed, in tote T-1, "
		    "1 in open carton " BOX4 },
		{ "XCXNO", "ok: left as it was" },
		{ "5001", "ask order.short" },
		{ "5001", "ok: SO:5001 for JONES: 3 units, 3 stay here" },
		{ "XCXDONE", "done: 3 units in 2 containers; SO:5001: 3 of 6" },
		{ "SO:5001", "refuse carton.open: " BOX4 },
	};
	struct player *p = with_cartons(state);

	house_stock(p->house, "DRILL", "A-02", "S7");
	house_tell(p->house, "DRILL", "S7", "allocated order=SO:5001 line=1");
	carton_start(p->house, "T-1", "tote", "SO:5001");
	house_stock(p->house, "DRILL", "A-02", "S8");
	house_tell(p->house, "DRILL", "S8", "picked order=SO:5001 line=1 carton=T-1");
	carton_start(p->house, BOX4, "carton", "SO:5001");
	pack_units(p->house, "SO:5001", 1, "DRILL", BOX4, "S9");
	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S9"),
	    "packed bin=PACK-1 out=SO:5001/1 carton=" BOX4);
}

static void ship__leaves__a_shared_pallet_here(void **state)
{
	static const struct scene scenes[] = {
		{ "SO:5002", "refuse carton.nested: SO:5002 is on pallet " PALLET },
		{ "SO:5001", "ask order.short: 2 on shared pallet " PALLET },
		{ "SO:5001", "ok: 1 unit, 2 stay here" },
		{ "XCXDONE", "done: 1 unit" },
		{ SCAN(PALLET), "ok: 3 units" },
		{ "XCXDONE", "done: SO:5001: 3 of 6" },
	};
	struct player *p = with_cartons(state);

	house_order(p->house, "SO:5002", "SAW:1");
	packed(p->house, "SO:5002", "SAW", BOX3, "W1");
	carton_start(p->house, PALLET, "pallet", "");
	carton_nest(p->house, BOX1, PALLET);
	carton_nest(p->house, BOX3, PALLET);
	play(p, scenes);
}

static void ship__fills__slots_by_name(void **state)
{
	struct player *p = with_cartons(state);
	struct verdict v;
	struct err err;

	must(flow_set(p->flow, "order", "SO:5001", &v, &err));
	assert_int_equal(v.kind, VERDICT_OK);
	must(flow_set(p->flow, "carrier", "DHL", &v, &err));
	assert_int_equal(v.kind, VERDICT_OK);
	assert_string_equal(player_scan(p, "JD77"), "done");
	must(flow_set(p->flow, "order", "9999", &v, &err));
	assert_string_equal(v.code, "order.unknown");
	must(flow_set(p->flow, "carrier", "JONES", &v, &err));
	assert_string_equal(v.code, "party.mismatch");
	assert_false(flow_set(p->flow, "bin", "A-01", &v, &err));
	assert_int_equal(err.kind, ERR_USAGE);
}

/* --- what is big ------------------------------------------------------------------ */

#define MANY 20000

static void
fill_pallet(struct house *h)
{
	struct anomaly odd;
	struct err err;
	char serial[24];

	err_clear(&err);
	must(ledger_begin(h->l, -1, &err));
	for (int i = 0; i < MANY; i++) {
		static const enum event_type types[] = { EV_UNIT_OPENED,
		    EV_UNIT_PICKED, EV_UNIT_PACKED };

		str_print(serial, sizeof serial, "B%05d", i);
		for (size_t t = 0; t < 3; t++) {
			struct event e = { .type = types[t],
			    .subject_kind = SUBJECT_UNIT, .entry = BY_FILE };

			str_copy(e.item, sizeof e.item, "DRILL");
			str_copy(e.subject, sizeof e.subject, serial);
			str_copy(e.body.bin, sizeof e.body.bin, "PACK-1");
			str_copy(e.body.order, sizeof e.body.order,
			    t == 0 ? "" : "SO:6000");
			e.body.line = t == 0 ? 0 : 1;
			str_copy(e.body.carton, sizeof e.body.carton,
			    t < 2 ? "" : i % 2 == 0 ? BOX3 : BOX4);
			must(ledger_append(h->l, &e, &odd, &err));
		}
	}
	must(ledger_commit(h->l, &err));
}

static void ship__takes__twenty_thousand_units_at_once(void **state)
{
	static const struct scene scenes[] = {
		{ SCAN(PALLET), "ok: 20000 units" },
		{ "DHL", "ok" },
		{ "T1", "done: 20000 units in 3 containers, DHL T1; SO:6000 is complete" },
	};
	struct player *p = with_cartons(state);
	int64_t before;

	house_order(p->house, "SO:6000", "DRILL:20000");
	carton_start(p->house, BOX3, "carton", "SO:6000");
	carton_start(p->house, BOX4, "carton", "SO:6000");
	fill_pallet(p->house);
	carton_tell(p->house, BOX3, EV_CARTON_CLOSED, NULL);
	carton_tell(p->house, BOX4, EV_CARTON_CLOSED, NULL);
	carton_start(p->house, PALLET, "pallet", "");
	carton_nest(p->house, BOX3, PALLET);
	carton_nest(p->house, BOX4, PALLET);
	before = house_events(p->house);
	play(p, scenes);
	assert_int_equal(house_events(p->house), before + MANY + 3);
	assert_int_equal(p->last.n_events, MANY + 3);
}

UNIT_MAIN(
    flow_test(ship__books__a_carton_with_carrier_and_tracking),
    flow_test(ship__leaves_out__carrier_and_tracking),
    flow_test(ship__takes__a_pallet_with_all_on_it),
    flow_test(ship__takes__all_that_is_ready_of_an_order),
    flow_test(ship__asks__when_part_of_an_order_is_not_ready),
    flow_test(ship__leaves__a_shared_pallet_here),
    flow_test(ship__fills__slots_by_name),
    flow_test(ship__takes__twenty_thousand_units_at_once),
)
