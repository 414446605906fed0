/*
 * test_pick_commands.c - stock-outs, bins passed over, empty bins, totes.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "picks.h"

/* --- Commands ------------------------------------------------------------------------------ */

static void xcxshort__holds_what_is_missing__and_finds_others(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" }, { "A-02", "ok" },
		{ "S1", "done" },
		{ "XCXSHORT", "done: DRILL short in A-02: 2 held for a count, 1 of 2 "
		    "promised elsewhere; go to A-03" },
		{ "S2", "refuse unit.on-hold: count" },
		{ "XCXUNDO", "done: DRILL short in A-02" },
		{ "XCXSHORT", "done" },
		{ "A-03", "ok: take 2 of DRILL, 1 of SAW" },
		{ "S4", "done" }, { "S5", "done: 3 of 4" }, { "W1", "done" },
		{ "XCXSHORT", "refuse command.not-here: nothing is left to pick" },
		{ "XCXDONE", "ask order.short: 4 of 5" },
		{ "XCXDONE", "ok" },
	};
	struct player *p = with_order(state);

	play_at(p, scenes, 4, __FILE__, __LINE__);
	assert_string_equal(house_unit(p->house, "DRILL", "S2"),
	    "available bin=A-02 holds=count");
	assert_string_equal(house_unit(p->house, "DRILL", "S5"),
	    "allocated bin=A-03 out=SO:5001/1");
	assert_string_equal(counts(p), "A-02 short");
	play_at(p, scenes + 4, 2, __FILE__, __LINE__);
	assert_string_equal(house_unit(p->house, "DRILL", "S2"),
	    "allocated bin=A-02 out=SO:5001/1");
	assert_string_equal(house_unit(p->house, "DRILL", "S5"), "available bin=A-03");
	assert_string_equal(counts(p), "");
	play_at(p, scenes + 6, sizeof scenes / sizeof scenes[0] - 6, __FILE__, __LINE__);
}

/* Before the bin is scanned it is about the bin that is suggested. */
static void xcxshort__without_a_bin__is_about_the_next_one(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" },
		{ "XCXSHORT", "done: DRILL short in A-02: 3 held" },
		{ "A-01", "ok" },
		{ "XCXSHORT", "refuse command.not-here: nothing is to be taken from A-01" },
	};

	play(with_order(state), scenes);
}

static void xcxskip__puts_a_bin_last(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" }, { "A-02", "ok" },
		{ "XCXSKIP", "ok: A-02 comes last; go to A-03" },
		{ "A-03", "ok" }, { "S4", "done" },
		{ "XCXSKIP", "ok: A-03 comes last; go to A-02" },
		{ "XCXSKIP", "ok: A-02 comes last; go to A-03" },
		{ "A-03", "ok" }, { "W1", "done" },
		{ "XCXSKIP", "ok: A-02 is the only bin left" },
		{ "A-02", "ok" }, { "S1", "done" }, { "S2", "done" }, { "S3", "done" },
		{ "XCXSKIP", "refuse command.not-here: nothing is left" },
	};
	struct player *p = with_order(state);

	play(p, scenes);
	assert_string_equal(view_of(p)->big, "");
}

static void bin__that_is_not_empty__is_counted(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" }, { "A-02", "ok" }, { "S1", "done" }, { "S2", "done" },
		{ "S3", "done: is A-02 empty now?" },
		{ "XCXNO", "ok: A-02 will be counted" },
		{ "XCXNO", "ok: left as it was" },
		{ "XCXUNDO", "done: S3" },
		{ "S3", "done: is A-02 empty now?" },
		{ "XCXOK", "ok" },
		{ "XCXNO", "ok: left as it was" },
	};
	struct player *p = with_order(state);

	play(p, scenes);
	assert_string_equal(counts(p), "A-02 not-empty");
}

static void picked_before__goes_back__on_xcxno(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" }, { "A-02", "ok" }, { "S1", "done" },
		{ "S1", "warn unit.already-done: by CLERK1" },
		{ "XCXNO", "done: S1 of DRILL is off SO:5001 again: put it back into A-02" },
		{ "XCXUNDO", "done: S1 of DRILL put back" },
		{ "S1", "warn unit.already-done" },
		{ "XCXNO", "done" },
		{ "S1", "done: 1 of 4" },
	};
	struct player *p = with_order(state);

	play_at(p, scenes, 5, __FILE__, __LINE__);
	assert_string_equal(house_unit(p->house, "DRILL", "S1"), "available bin=A-02");
	play_at(p, scenes + 5, 4, __FILE__, __LINE__);
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "picked bin=STAGE-1 out=SO:5001/1");
}

static void xcxinfo__says__why_this_bin(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" },
		{ "XCXINFO", "ok: A-02: S1 of DRILL is promised to SO:5001: received first" },
		{ "A-02", "ok" }, { "S1", "done" },
		{ "XCXINFO", "ok: A-02: S2 of DRILL" },
		{ "W1", "refuse unit.wrong-place" },
		{ "XCXINFO", "ok: unit.wrong-place" },
	};

	play(with_order(state), scenes);
}

static void totes__hold_one_order_each(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXBEGIN", "ok: scan the label of the tote" },
		{ "5001", "ok" },
		{ "A-02", "ok" },
		{ "S1", "refuse carton.unknown: S1" },
		{ "T-1", "ok: units go into T-1" },
		{ "S1", "done: picked for SO:5001, in T-1, 1 of 4" },
		{ "XCXFULL", "done: T-1 with 1 units of SO:5001 is put down; take it to STAGE-1" },
		{ "S2", "refuse carton.unknown" },
		{ "A-03", "ok" },
		{ "DRILL", "refuse scan.wrong-kind" },
		{ "T-1", "refuse carton.closed: T-1" },
		{ "T-9", "refuse carton.other-order: SO:6000" },
		{ "T-2", "ok" },
		{ "S4", "done: in T-2" },
		{ "XCXUNDO", "done: S4" },
		{ "XCXUNDO", "done: tote T-1 put down" },
		{ "T-1", "ok" },
		{ "A-03", "ok" },
		{ "W1", "done: in T-1" },
		{ "XCXDONE", "ask order.short" },
	};
	struct player *p = with_order(state);
	struct carton_say say = { .kind = "tote", .order = "SO:6000" };
	struct carton c;
	struct err err;

	must(ledger_begin(p->house->l, -1, &err));
	must(carton_append(p->house->l, "T-9", EV_CARTON_STARTED, &say, BY_SCAN, &err));
	must(ledger_commit(p->house->l, &err));
	play(p, scenes);
	assert_int_equal(carton_find(p->house->l, "T-1", &c, &err), 1);
	assert_int_equal(c.kind, CARTON_TOTE);
	assert_string_equal(c.order, "SO:5001");
	assert_string_equal(house_unit(p->house, "SAW", "W1"),
	    "picked bin=STAGE-1 out=SO:5001/2 carton=T-1");
}

static void xcxfull__without_totes__says_where_to(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" }, { "A-02", "ok" }, { "S1", "done" },
		{ "XCXFULL", "ok: take what you have to STAGE-1" },
		{ "S2", "done" },
	};

	play(with_order(state), scenes);
}

UNIT_MAIN(
    flow_test(xcxshort__holds_what_is_missing__and_finds_others),
    flow_test(xcxshort__without_a_bin__is_about_the_next_one),
    flow_test(xcxskip__puts_a_bin_last),
    flow_test(bin__that_is_not_empty__is_counted),
    flow_test(picked_before__goes_back__on_xcxno),
    flow_test(xcxinfo__says__why_this_bin),
    flow_test(totes__hold_one_order_each),
    flow_test(xcxfull__without_totes__says_where_to),
)
