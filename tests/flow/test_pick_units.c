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

UNIT_MAIN(
    flow_test(unit__that_is_not_wanted__is_refused),
    flow_test(unit__on_hold__says_where_to_take_it),
    flow_test(unit__elsewhere__asks_a_count_of_both_bins),
    flow_test(unit__that_is_free__is_swapped_on_a_second_scan),
    flow_test(unit__of_another_picker_s_putaway__is_asked_about),
    flow_test(expired__or_too_old__needs_a_supervisor),
)
