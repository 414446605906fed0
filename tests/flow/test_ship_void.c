/*
 * test_ship_void.c - shipments taken back by a supervisor, the cover that a
 * shipment starts, and what the screen shows of goods that wait.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "ships.h"
#include "base/clock.h"
#include "base/xalloc.h"

static int64_t
march_2nd(void *ctx)
{
	(void)ctx;
	return INT64_C(1772438400000);	/* 2026-03-02T08:00:00Z */
}

static int64_t
always(void *ctx)
{
	(void)ctx;
	return 1000000;
}

/* --- void ---------------------------------------------------------------------- */

static void void__takes_back__a_carton_by_badge_and_reason(void **state)
{
	static const struct scene scenes[] = {
		{ SCAN(BOX1), "ok" }, { "DHL", "ok" }, { "T1", "done" },
		{ SCAN(BOX1), "warn unit.already-done" },
		{ "XCXNO", "refuse operator.permission: supervisor" },
		{ "SUPER1", "ask override.reason" },
		{ "wrong carrier", "done: carton " BOX1 " is voided: 2 units are here" },
		{ "XCXNO", "ok: left as it was" },
		{ "XCXUNDO", "refuse command.not-here" },
		{ SCAN(BOX1), "ok: 2 units" }, { "UPS", "ok" }, { "T2", "done: UPS T2" },
	};
	struct player *p = with_cartons(state);
	struct event e;

	play_at(p, scenes, 7, __FILE__, __LINE__);
	assert_int_equal(p->last.n_events, 3);
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "packed bin=PACK-1 out=SO:5001/1 carton=" BOX1);
	e = last_of(p->house, "DRILL", "S1");
	assert_int_equal(e.type, EV_UNIT_SHIP_VOIDED);
	assert_string_equal(e.body.reason, "wrong carrier");
	assert_string_equal(e.body.override_by, "SUPER1");
	assert_string_equal(e.operator, "CLERK1");
	assert_int_equal(carton_of(p->house, BOX1).state, CARTON_CLOSED);
	assert_string_equal(carton_of(p->house, BOX1).bin, "PACK-1");
	play_at(p, scenes + 7, sizeof scenes / sizeof scenes[0] - 7, __FILE__,
	    __LINE__);
}

static void void__takes_back__an_order_with_loose_units(void **state)
{
	static const struct scene scenes[] = {
		{ "SO:5001", "ok: 4 units" }, { "XCXDONE", "done" },
		{ "SO:5001", "warn unit.already-done" },
		{ "XCXNO", "refuse operator.permission" },
		{ "SUPER2", "ask pin.needed" }, { "keyed:2468", "ask override.reason" },
		{ "truck broke down", "done: SO:5001 is voided: 4 units are here" },
		{ "SO:5001", "ok: 4 units" },
	};
	struct player *p = with_cartons(state);

	pack_units(p->house, "SO:5001", 1, "DRILL", "", "S4");
	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S4"),
	    "picked bin=PACK-1 out=SO:5001/1");
}

static void void__needs__a_supervisor_and_the_notice(void **state)
{
	static const struct scene scenes[] = {
		{ SCAN(BOX1), "ok" }, { "XCXDONE", "done" },
		{ "XCXNO", "ok: left as it was" },
		{ SCAN(BOX1), "warn unit.already-done" },
		{ "XCXNO", "refuse operator.permission" },
		{ "CLERK2", "ok: CLERK2 works here now" },
		{ SCAN(BOX1), "warn unit.already-done" },
		{ "XCXNO", "refuse operator.permission" },
		{ SCAN(BOX2), "ok" },
		{ "SUPER1", "ok: SUPER1 works here now" },
		{ "XCXNO", "ok: left as it was" },
		{ "XCXDONE", "done" },
	};
	struct player *p = with_cartons(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "shipped out=SO:5001/1 carton=" BOX1 " party=JONES");
}

static void void__takes__a_pallet_as_a_whole(void **state)
{
	static const struct scene scenes[] = {
		{ SCAN(PALLET), "ok" }, { "XCXDONE", "done" },
		{ SCAN(BOX1), "warn unit.already-done" },
		{ "XCXNO", "refuse carton.nested: left on pallet " PALLET },
		{ "SO:5001", "warn unit.already-done" },
		{ "XCXNO", "refuse carton.nested: with other orders" },
		{ SCAN(PALLET), "warn unit.already-done" },
		{ "XCXNO", "refuse operator.permission" },
		{ "SUPER1", "ask override.reason" },
		{ "refused at the gate", "done: pallet " PALLET " is voided: 4 units" },
	};
	struct player *p = with_cartons(state);

	house_order(p->house, "SO:5002", "SAW:1");
	packed(p->house, "SO:5002", "SAW", BOX3, "W1");
	carton_start(p->house, PALLET, "pallet", "");
	carton_nest(p->house, BOX1, PALLET);
	carton_nest(p->house, BOX2, PALLET);
	carton_nest(p->house, BOX3, PALLET);
	play(p, scenes);
	assert_int_equal(carton_of(p->house, PALLET).state, CARTON_CLOSED);
	assert_string_equal(house_unit(p->house, "SAW", "W1"),
	    "packed bin=PACK-1 out=SO:5002/1 carton=" BOX3);
}

/* --- cover ------------------------------------------------------------------------ */

static void
policy(struct house *h, const char *code, const char *starts, int64_t months,
    const char *cap_from, int64_t cap_months)
{
	struct warranty_def w = { .months = months, .cap_months = cap_months };
	struct err err;
	bool changed;

	err_clear(&err);
	str_copy(w.code, sizeof w.code, code);
	str_copy(w.name, sizeof w.name, code);
	str_copy(w.starts, sizeof w.starts, starts);
	str_copy(w.cap_from, sizeof w.cap_from, cap_from);
	must(ledger_begin(h->l, -1, &err));
	must(warranty_define(h->l, &w, BY_FILE, &changed, &err));
	must(ledger_commit(h->l, &err));
}

static void
item_with(struct house *h, const char *code, const char *warranty)
{
	struct item item = { .min_remaining_days = -1 };

	str_copy(item.code, sizeof item.code, code);
	str_copy(item.name, sizeof item.name, code);
	str_copy(item.warranty, sizeof item.warranty, warranty);
	house_item(h, &item);
}

static void
with_cover(struct house *h)
{
	policy(h, "W24", "ship", 24, "", 0);
	policy(h, "W24C", "ship", 24, "made", 30);
	policy(h, "WINST", "install", 24, "", 0);
	item_with(h, "PUMP", "W24");
	item_with(h, "VALVE", "W24C");
	item_with(h, "FAN", "WINST");
}

static void ship__starts__the_cover_of_the_policy(void **state)
{
	static const struct scene scenes[] = {
		{ SCAN(BOX1), "ok" }, { "XCXDONE", "done" },
		{ SCAN(BOX2), "ok" }, { "XCXDONE", "done" },
	};
	static const struct scene voided[] = {
		{ SCAN(BOX1), "warn unit.already-done" },
		{ "XCXNO", "refuse operator.permission" },
		{ "SUPER1", "ask override.reason" },
		{ "mistake", "done" },
	};
	struct clock_source clock = { march_2nd, always, NULL };
	struct player *p = ship_begin(state);
	struct house *h = p->house;

	with_cover(h);
	house_order(h, "SO:7", "PUMP:1 VALVE:2 FAN:1");
	house_order(h, "TRANSFER:8", "PUMP:1");
	carton_start(h, BOX1, "carton", "SO:7");
	pack_units(h, "SO:7", 1, "PUMP", BOX1, "P1");
	pack_units(h, "SO:7", 2, "VALVE", BOX1, "V1 V2");
	pack_units(h, "SO:7", 3, "FAN", BOX1, "F1");
	house_tell(h, "VALVE", "V1", "corrected made_on=2025-03-31");
	house_tell(h, "FAN", "F1", "warranty-set until=2026-12-24");
	carton_tell(h, BOX1, EV_CARTON_CLOSED, NULL);
	packed(h, "TRANSFER:8", "PUMP", BOX2, "P2");
	clock_use(&clock);
	play(p, scenes);
	assert_string_equal(unit_of(h, "PUMP", "P1").warranty_until, "2028-03-02");
	assert_string_equal(unit_of(h, "VALVE", "V1").warranty_until, "2027-09-30");
	assert_string_equal(unit_of(h, "VALVE", "V2").warranty_until, "2028-03-02");
	assert_string_equal(unit_of(h, "FAN", "F1").warranty_until, "2026-12-24");
	assert_string_equal(unit_of(h, "PUMP", "P2").warranty_until, "");
	play(p, voided);
	clock_use(NULL);
	assert_string_equal(unit_of(h, "PUMP", "P1").warranty_until, "");
	assert_string_equal(unit_of(h, "FAN", "F1").warranty_until, "2026-12-24");
}

/* --- the view ---------------------------------------------------------------------- */

static void view__lists__what_waits_due_first(void **state)
{
	struct player *p = with_cartons(state);
	struct flow_view *view = xcalloc(1, sizeof *view);
	struct err err;

	err_clear(&err);
	carton_start(p->house, PALLET, "pallet", "");
	carton_nest(p->house, BOX2, PALLET);
	must(flow_view(p->flow, view, &err));
	assert_string_equal(view->big, "2");
	assert_string_equal(view->big_label, "CARTONS WAIT");
	assert_int_equal(view->total, 2);
	assert_int_equal(view->n_rows, 2);
	assert_string_equal(view->rows[0].cells[0], "SO:5001");
	assert_string_equal(view->rows[0].cells[2], BOX1);
	assert_string_equal(view->rows[0].cells[3], "2");
	assert_string_equal(view->rows[0].cells[4], "JONES");
	assert_string_equal(view->rows[1].cells[5], &PALLET[10]);
	assert_string_equal(view->suggestions[1].code, PALLET);
	assert_string_equal(player_scan(p, SCAN(BOX1)), "ok");
	must(flow_view(p->flow, view, &err));
	assert_true(view->rows[0].current);
	assert_string_equal(view->title, "SHIP carton " BOX1);
	assert_string_equal(player_scan(p, "XCXDONE"), "done");
	must(flow_view(p->flow, view, &err));
	assert_int_equal(view->done, 1);
	assert_int_equal(view->total, 2);
	assert_int_equal(view->n_rows, 1);
	free(view);
}

UNIT_MAIN(
    flow_test(void__takes_back__a_carton_by_badge_and_reason),
    flow_test(void__takes_back__an_order_with_loose_units),
    flow_test(void__needs__a_supervisor_and_the_notice),
    flow_test(void__takes__a_pallet_as_a_whole),
    flow_test(ship__starts__the_cover_of_the_policy),
    flow_test(view__lists__what_waits_due_first),
)
