/*
 * test_pick_units.c - every answer to a unit in a picker's hand.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "picks.h"
#include <stdlib.h>
#include "base/clock.h"

/* --- The unit -------------------------------------------------------------------------- */

static void unit__that_is_not_wanted__is_refused(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" }, { "A-02", "ok" },
		{ "X1", "refuse scan.unknown" },
		{ "(01)04006381333931(21)X1", "refuse unit.unknown: X1" },
		{ "S8", "refuse scan.unknown: S1" },
		{ "]C1010400638133393221S1", "refuse code.check-digit" },
		{ "4006381333930", "refuse code.check-digit: GTIN of DRILL" },
		{ "(01)04012345678901(21)S1", "refuse item.unknown" },
		{ "SAW", "refuse scan.wrong-kind: item SAW, wanted is a known unit" },
		{ "BOTH", "refuse scan.ambiguous: DRILL" },
		{ "M000001", "refuse unit.wrong-item: M000001 is METER, which is not on "
		    "SO:5001; wanted is 3 of DRILL" },
		{ "HELD", "refuse unit.on-hold: quality" },
		{ "COMING", "refuse unit.wrong-status: expected" },
		{ "OTHERS", "refuse unit.wrong-status: promised to SO:6000" },
		{ "S1", "done" },
		{ "S1", "warn unit.already-done: S1 of DRILL was picked for SO:5001" },
		{ "S2", "done" }, { "S3", "done" }, { "A-03", "ok" }, { "S4", "done" },
		{ "S5", "refuse order.over: all 4 of DRILL" },
		{ "W1", "done" },
		{ "W2", "refuse order.over: all 1 of SAW" },
	};
	struct player *p = with_order(state);
	struct house *h = p->house;

	house_stock(h, "METER", "A-02", "M000001");
	house_stock(h, "DRILL", "A-02", "HELD BOTH OTHERS");
	house_stock(h, "SAW", "A-02", "BOTH");
	house_order(h, "PO:1", "DRILL:1");
	house_order(h, "SO:6000", "DRILL:1");
	house_expect(h, "PO:1", 1, "DRILL", "COMING");
	house_tell(h, "DRILL", "HELD", "held reason=quality");
	house_tell(h, "DRILL", "OTHERS", "allocated order=SO:6000 line=1");
	play(p, scenes);
	assert_string_equal(counts(p), "");
}

static void unit__on_hold__says_where_to_take_it(void **state)
{
	struct player *p = with_order(state);

	house_stock(p->house, "DRILL", "A-02", "HELD");
	house_tell(p->house, "DRILL", "HELD", "held reason=recall");
	player_scan(p, "5001");
	player_scan(p, "A-02");
	assert_string_equal(player_scan(p, "HELD"), "refuse unit.on-hold");
	assert_non_null(strstr(p->last.hint, "QUAR-1"));
	assert_string_equal(p->last.detail, "recall");
	assert_string_equal(player_scan(p, "XCXINFO"), "ok");
	assert_non_null(strstr(p->last.text, "unit.on-hold"));
}

static void unit__elsewhere__asks_a_count_of_both_bins(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" }, { "A-02", "ok" },
		{ "S4", "refuse unit.wrong-place: S4 of DRILL should be in A-03, not in "
		    "A-02" },
		{ "S5", "refuse unit.wrong-place" },
		{ "S1", "done" },
		{ "XCXUNDO", "done" },
		{ "XCXUNDO", "ok: bin A-02 taken out" },
	};
	struct player *p = with_order(state);

	play_at(p, scenes, 3, __FILE__, __LINE__);
	assert_int_equal(p->last.n_events, 2);
	assert_string_equal(counts(p), "A-02 wrong-place A-03 wrong-place");
	play_at(p, scenes + 3, 3, __FILE__, __LINE__);
	assert_string_equal(counts(p), "A-02 wrong-place A-03 wrong-place");
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "allocated bin=A-02 out=SO:5001/1");
}

static void unit__that_is_free__is_swapped_on_a_second_scan(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" }, { "A-03", "ok" },
		{ "S5", "ask unit.swap: S5 instead of S4?" },
		{ "XCXNO", "ok" },
		{ "S5", "ask unit.swap" },
		{ "W1", "done" },
		{ "S5", "ask unit.swap" },
		{ "S5", "done: S5 of DRILL picked for SO:5001 instead of S4, 1 of 4" },
	};
	struct player *p = with_order(state);
	struct event e;
	struct err err;

	play(p, scenes);
	assert_int_equal(p->last.n_events, 2);
	assert_int_equal(ledger_event(p->house->l, p->last.events[1].id, &e, NULL,
	    &err), 1);
	assert_string_equal(e.body.replaces, "S4");
	assert_string_equal(e.body.reason, "swap");
	assert_string_equal(house_unit(p->house, "DRILL", "S4"), "available bin=A-03");
	assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	assert_string_equal(house_unit(p->house, "DRILL", "S4"),
	    "allocated bin=A-03 out=SO:5001/1");
	assert_string_equal(house_unit(p->house, "DRILL", "S5"), "available bin=A-03");
}

static void unit__of_another_picker_s_putaway__is_asked_about(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" }, { "A-02", "ok" },
		{ "S1", "ask work.taken: in the hands of CLERK2" },
		{ "S1", "done" },
	};
	struct player *p = with_order(state), other;

	player_init(&other, p->house, NULL);
	player_flow(&other, "move", "CLERK2");
	assert_string_equal(player_scan(&other, "S1"), "ok");
	play(p, scenes);
	assert_string_equal(player_scan(&other, "A-01"), "refuse scan.wrong-kind");
	player_done(&other);
}

static void expired__or_too_old__needs_a_supervisor(void **state)
{
	static const struct scene scenes[] = {
		{ "5007", "ok" }, { "A-02", "ok" },
		{ "OLD", "refuse unit.expired: expired on 2026-02-01" },
		{ "NEW", "done" },
		{ "OLD", "refuse order.over" },
		{ "XCXUNDO", "done" },
		{ "OLD", "refuse unit.expired" },
		{ "SUPER1", "ask override.reason" },
		{ "customer agreed", "ask unit.swap" },
		{ "OLD", "done: instead of NEW" },
	};
	struct player *p = with_order(state);
	struct house *h = p->house;
	struct event e;
	struct err err;

	setenv("DOCKLEDGER_NOW", "2026-03-02T08:00:00.000Z", 1);
	clock_use(NULL);
	house_tell(h, "MASK", "OLD", "opened bin=A-02 lot=L1 expires_on=2026-02-01");
	house_tell(h, "MASK", "NEW", "opened bin=A-02 lot=L1 expires_on=2027-02-01");
	house_order(h, "SO:5007", "MASK:1");
	play(p, scenes);
	assert_int_equal(ledger_event(h->l, p->last.events[1].id, &e, NULL, &err), 1);
	assert_string_equal(e.body.override_by, "SUPER1");
	assert_string_equal(e.body.override_of, "unit.expired");
	unsetenv("DOCKLEDGER_NOW");
	clock_use(NULL);
}

/* --- Lines without named units --------------------------------------------------- */

/* An order of one line with a rule of its own. */
static void
order_of(struct house *h, const char *number, struct order_line line,
    const char *party)
{
	struct order o;
	struct err err;
	bool changed;

	order_init(&o);
	o.kind = ORDER_SO;
	o.state = ORDER_OPEN;
	str_copy(o.number, sizeof o.number, number);
	str_copy(o.party, sizeof o.party, party);
	line.line = 1;
	*vec_push(&o.lines) = line;
	must(ledger_begin(h->l, -1, &err));
	must(order_define(h->l, &o, BY_FILE, &changed, &err));
	must(ledger_commit(h->l, &err));
	order_done(&o);
}

static void manual__line__is_bound_at_the_scan(void **state)
{
	static const struct scene scenes[] = {
		{ "M1", "ok: go to A-02: 2 of DRILL (any)" },
		{ "XCXINFO", "ok: any DRILL that is free will do" },
		{ "A-03", "ok: A-03: nothing is promised here; go to A-02" },
		{ "S5", "done: S5 of DRILL picked for SO:M1, 1 of 2" },
		{ "A-02", "ok: take 1 of DRILL (any)" },
		{ "S3", "done: 2 of 2" },
		{ "S2", "refuse order.over" },
		{ "XCXUNDO", "done" },
		{ "XCXSHORT", "done: 3 held for a count, 0 of 0" },
		{ "A-03", "ok: take 1 of DRILL (any)" },
		{ "S4", "done" },
		{ "XCXDONE", "ok: 2 of 2" },
	};
	struct player *p = with_order(state);

	order_of(p->house, "M1", (struct order_line){ .item = "DRILL", .qty = 2,
	    .allocation = "manual" }, "JONES");
	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S3"),
	    "available bin=A-02 holds=count");
}

/* What others were promised by number is not given to whoever comes first. */
static void free__units__that_others_wait_for_stay(void **state)
{
	static const struct scene scenes[] = {
		{ "M2", "ok" },
		{ "5005", "ask order.short" }, { "5005", "ok: go to A-02" },
		{ "A-03", "ok" },
		{ "S4", "refuse unit.wrong-status: all DRILL that are left are promised" },
		{ "A-02", "ok" }, { "S1", "done" },
		{ "M2", "ok" }, { "A-03", "ok" }, { "S4", "done" },
	};
	struct player *p = with_order(state);

	house_order_state(p->house, "SO:5001", EV_ORDER_HELD);
	order_of(p->house, "M2", (struct order_line){ .item = "DRILL", .qty = 4,
	    .allocation = "manual" }, "JONES");
	house_order(p->house, "SO:5005", "DRILL:3");
	play(p, scenes);
}

static void one_lot__line__keeps_to_its_lot(void **state)
{
	static const struct scene scenes[] = {
		{ "L1", "ok" }, { "A-02", "ok" },
		{ "B3", "refuse unit.wrong-lot: lot L2; line 1 takes a single lot, L1" },
		{ "B0", "refuse unit.wrong-lot: of no lot" },
		{ "B1", "done" }, { "B2", "done" },
	};
	struct player *p = with_order(state);
	struct house *h = p->house;

	house_tell(h, "MILK", "B1", "opened bin=A-02 lot=L1");
	house_tell(h, "MILK", "B2", "opened bin=A-02 lot=L1");
	house_tell(h, "MILK", "B3", "opened bin=A-02 lot=L2");
	house_tell(h, "MILK", "B0", "opened bin=A-02");
	order_of(h, "L1", (struct order_line){ .item = "MILK", .qty = 2,
	    .lots = "one" }, "JONES");
	play(p, scenes);
}

static void customer__who_wants_life__gets_no_old_unit(void **state)
{
	static const struct scene scenes[] = {
		{ "5007", "ok" }, { "A-02", "ok" },
		{ "OLD", "refuse unit.expired: expires on 2026-03-20; SO:5007 wants 60 days" },
		{ "NEW", "done" },
		{ "5008", "refuse order.short: nothing can be picked" },
	};
	struct player *p = with_order(state);
	struct house *h = p->house;
	struct party party = { .code = "FRESH", .name = "Fresh", .kind = PARTY_CUSTOMER,
	    .min_remaining_days = 60 };
	struct err err;
	bool changed;

	setenv("DOCKLEDGER_NOW", "2026-03-02T08:00:00.000Z", 1);
	clock_use(NULL);
	must(ledger_begin(h->l, -1, &err));
	must(party_define(h->l, &party, BY_FILE, &changed, &err));
	must(ledger_commit(h->l, &err));
	house_tell(h, "MASK", "OLD", "opened bin=A-02 lot=L1 expires_on=2026-03-20");
	house_tell(h, "MASK", "NEW", "opened bin=A-02 lot=L1 expires_on=2027-02-01");
	order_of(h, "5007", (struct order_line){ .item = "MASK", .qty = 1 }, "FRESH");
	order_of(h, "5008", (struct order_line){ .item = "MASK", .qty = 1 }, "FRESH");
	play(p, scenes);
	unsetenv("DOCKLEDGER_NOW");
	clock_use(NULL);
}

static void more__than_ordered__needs_a_supervisor(void **state)
{
	static const struct scene scenes[] = {
		{ "5009", "ok" }, { "A-03", "ok" },
		{ "W1", "done: 1 of 1" },
		{ "W2", "refuse order.over: within the tolerance" },
		{ "CLERK2", "ok: works here now" },
		{ "W2", "refuse order.over" },
		{ "SUPER2", "ask pin.needed" }, { "keyed:1", "refuse pin.wrong" },
		{ "keyed:2468", "ask override.reason" },
		{ "customer agreed", "done: W2 of SAW picked for SO:5009, 2 of 1" },
		{ "W3", "refuse order.over: all 1 of SAW" },
	};
	struct player *p = with_order(state);
	struct event e;
	struct err err;

	house_stock(p->house, "SAW", "A-03", "W3");
	house_order(p->house, "SO:5009", "SAW:1:100");
	play_at(p, scenes, 10, __FILE__, __LINE__);
	assert_int_equal(ledger_event(p->house->l, p->last.events[0].id, &e, NULL,
	    &err), 1);
	assert_string_equal(e.body.override_by, "SUPER2");
	assert_string_equal(e.body.override_of, "order.over");
	play_at(p, scenes + 10, 1, __FILE__, __LINE__);
}

UNIT_MAIN(
    flow_test(unit__that_is_not_wanted__is_refused),
    flow_test(unit__on_hold__says_where_to_take_it),
    flow_test(unit__elsewhere__asks_a_count_of_both_bins),
    flow_test(unit__that_is_free__is_swapped_on_a_second_scan),
    flow_test(unit__of_another_picker_s_putaway__is_asked_about),
    flow_test(expired__or_too_old__needs_a_supervisor),
    flow_test(manual__line__is_bound_at_the_scan),
    flow_test(free__units__that_others_wait_for_stay),
    flow_test(one_lot__line__keeps_to_its_lot),
    flow_test(customer__who_wants_life__gets_no_old_unit),
    flow_test(more__than_ordered__needs_a_supervisor),
)
