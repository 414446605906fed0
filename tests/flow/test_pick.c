/*
 * test_pick.c - units for one order: the walk, the act, every answer to a
 * unit that is not the one.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "flows.h"
#include <stdio.h>
#include <stdlib.h>
#include "base/clock.h"
#include "ledger/tasks.h"

/* Five drills in two bins, two saws in one of them; SO:5001 wants four drills
 * and a saw.  Received in this order, so fifo promises S1 to S4 and W1. */
static struct player *
with_order(void **state)
{
	struct stage *stage = *state;
	struct house *h = &stage->house;

	house_bin(h, "STAGE-1", BIN_STAGE, 31, -1, "");
	house_stock(h, "DRILL", "A-02", "S1 S2 S3");
	house_stock(h, "DRILL", "A-03", "S4 S5");
	house_stock(h, "SAW", "A-03", "W1 W2");
	house_order(h, "SO:5001", "DRILL:4 SAW:1");
	player_flow(&stage->p, "pick", "CLERK1");
	return &stage->p;
}

static struct flow_view *
view_of(struct player *p)
{
	static struct flow_view view;
	struct err err;

	err_clear(&err);
	must(flow_view(p->flow, &view, &err));
	return &view;
}

/* Counts that were asked for: "BIN reason BIN reason". */
static const char *
counts(struct player *p)
{
	static char out[200];
	struct task tasks[8];
	struct err err;
	size_t n;

	out[0] = '\0';
	must(task_list_page(p->house->l, true, "", tasks, 8, &n, &err));
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(out);

		str_print(out + len, sizeof out - len, "%s%s %s", i > 0 ? " " : "",
		    tasks[i].bin, tasks[i].reason);
	}
	return out;
}

/* --- The way it goes ---------------------------------------------------------- */

static void pick__walks__the_bins_to_the_end(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok: go to A-02: 3 of DRILL" },
		{ "A-02", "ok: A-02: take 3 of DRILL" },
		{ "S1", "done: S1 of DRILL picked for SO:5001, 1 of 4" },
		{ "(01)04006381333931(21)S2", "done: 2 of 4" },
		{ "S3", "done: 3 of 4; is A-02 empty now?" },
		{ "A-03", "ok: take 1 of DRILL, 1 of SAW" },
		{ "W1", "done: W1 of SAW picked for SO:5001, 1 of 1" },
		{ "S4", "done: 4 of 4" },
		{ "XCXDONE", "ok: 5 of 5 picked, all of it" },
		{ "XCXDONE", "ok: nothing is open" },
	};
	struct player *p = with_order(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "picked bin=STAGE-1 out=SO:5001/1");
	assert_string_equal(house_unit(p->house, "SAW", "W1"),
	    "picked bin=STAGE-1 out=SO:5001/2");
	assert_string_equal(counts(p), "");
	assert_int_equal(house_bin_units(p->house, "STAGE-1"), 5);
}

static void pick__prompts__for_what_comes_next(void **state)
{
	struct player *p = with_order(state);

	player_scan(p, "5001");
	assert_string_equal(p->last.prompt, "SCAN THE BIN");
	player_scan(p, "A-02");
	player_scan(p, "S1");
	assert_string_equal(p->last.prompt, "SCAN A UNIT");
	player_scan(p, "S2");
	player_scan(p, "S3");
	assert_string_equal(p->last.prompt,
	    "IS A-02 EMPTY? ELSE XCXNO. GO TO A-03");
	player_scan(p, "A-03");
	assert_string_equal(p->last.prompt, "SCAN A UNIT");
	player_scan(p, "W1");
	player_scan(p, "S4");
	assert_string_equal(p->last.prompt, "ALL IS PICKED: XCXDONE");
	assert_string_equal(view_of(p)->prompt, "ALL IS PICKED: XCXDONE");
	player_scan(p, "XCXUNDO");
	assert_string_equal(p->last.prompt, "SCAN A UNIT");
}

static void pick__says__what_event_it_was(void **state)
{
	struct player *p = with_order(state);
	struct event e;
	struct err err;

	player_scan(p, "5001");
	player_scan(p, "A-02");
	player_scan(p, "S1");
	assert_int_equal(p->last.n_events, 1);
	assert_int_equal(ledger_event(p->house->l, p->last.events[0].id, &e, NULL,
	    &err), 1);
	assert_int_equal(e.type, EV_UNIT_PICKED);
	assert_string_equal(e.body.order, "SO:5001");
	assert_int_equal(e.body.line, 1);
	assert_string_equal(e.body.from, "A-02");
	assert_string_equal(e.body.bin, "STAGE-1");
	assert_string_equal(e.body.replaces, "");
	assert_string_equal(e.operator, "CLERK1");
}

static void pick__shows__the_walk_ahead(void **state)
{
	struct player *p = with_order(state);
	struct flow_view *v = view_of(p);

	assert_string_equal(v->big, "");
	player_scan(p, "5001");
	v = view_of(p);
	assert_string_equal(v->title, "PICK SO-5001");
	assert_string_equal(v->subtitle, "JONES");
	assert_string_equal(v->big, "A-02");
	assert_string_equal(v->big_label, "GO TO");
	assert_int_equal(v->total, 5);
	assert_int_equal(v->done, 0);
	assert_int_equal(v->n_suggestions, 2);
	assert_string_equal(v->suggestions[0].why, "3 of DRILL");
	assert_string_equal(v->suggestions[1].code, "A-03");
	assert_string_equal(v->suggestions[1].why, "1 of DRILL, 1 of SAW");
	assert_int_equal(v->n_rows, 2);
	assert_string_equal(v->rows[0].cells[3], "A-02");
	assert_string_equal(v->rows[1].cells[3], "A-03");
	player_scan(p, "A-03");
	v = view_of(p);
	assert_string_equal(v->big, "A-03");
	assert_string_equal(v->big_label, "AT");
	player_scan(p, "W1");
	v = view_of(p);
	assert_int_equal(v->done, 1);
	assert_string_equal(v->suggestions[0].why, "1 of DRILL");
	assert_string_equal(v->rows[1].cells[1], "SAW");
	assert_true(v->rows[1].complete);
}

/* --- The order -------------------------------------------------------------------- */

static void pick__names__what_the_order_scan_is(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "refuse scan.wrong-kind: PO 4711 is nothing to pick" },
		{ "A-02", "refuse scan.wrong-kind: bin A-02" },
		{ "S1", "refuse scan.wrong-kind: unit S1 of DRILL, wanted is an order" },
		{ "DRILL", "refuse scan.wrong-kind: item DRILL" },
		{ "]C1010400638133393121S1", "refuse scan.wrong-kind" },
		{ "5002", "refuse order.closed: SO 5002 is held" },
		{ "5003", "refuse order.closed: SO 5003 is cancelled" },
		{ "5004", "refuse order.short: SO:5004: nothing can be picked" },
		{ "5009", "refuse scan.unknown: 5001" },
		{ "77", "refuse scan.ambiguous: SO and of a TRANSFER" },
		{ "XCXSHORT", "refuse command.not-here" },
		{ "XCXSKIP", "refuse command.not-here" },
		{ "XCXFULL", "refuse command.not-here" },
		{ "XCXDONE", "ok: nothing is open" },
		{ "TRANSFER:77", "ok: TRANSFER:77" },
		{ "5001", "ok: SO:5001" },
	};
	struct player *p = with_order(state);
	struct house *h = p->house;

	house_order(h, "PO:4711", "DRILL:1");
	house_order(h, "SO:5002", "DRILL:1");
	house_order_state(h, "SO:5002", EV_ORDER_HELD);
	house_order(h, "SO:5003", "DRILL:1");
	house_order_state(h, "SO:5003", EV_ORDER_CANCELLED);
	house_order(h, "SO:5004", "METER:3");
	house_order(h, "SO:77", "SAW:1");
	house_order(h, "TRANSFER:77", "SAW:1");
	play(p, scenes);
}

static void order__that_is_short__is_picked_in_two_goes(void **state)
{
	static const struct scene first[] = {
		{ "5005", "ask order.short: SO:5005 is short" },
		{ "XCXNO", "ok: left as it was" },
		{ "5005", "ask order.short" },
		{ "5005", "ok: SO:5005 for JONES: 0 of 7 picked; go to A-02" },
		{ "A-02", "ok" },
		{ "S1", "done: 1 of 7" }, { "S2", "done" }, { "S3", "done" },
		{ "A-03", "ok: take 2 of DRILL" },
		{ "S4", "done" }, { "S5", "done: 5 of 7" },
		{ "XCXDONE", "ask order.short: 5 of 7" },
		{ "XCXDONE", "ok: the rest stays open" },
		{ "5005", "refuse order.short: nothing can be picked" },
	};
	static const struct scene second[] = {
		{ "5005", "ok: 5 of 7 picked; go to A-02: 2 of DRILL" },
		{ "A-02", "ok" },
		{ "S6", "done: 6 of 7" },
		{ "S7", "done: 7 of 7" },
		{ "XCXDONE", "ok: 7 of 7 picked, all of it" },
	};
	struct player *p = with_order(state);

	house_order(p->house, "SO:5005", "DRILL:7");
	play(p, first);
	house_stock(p->house, "DRILL", "A-02", "S6 S7 S8");
	play(p, second);
	assert_string_equal(house_unit(p->house, "DRILL", "S8"), "available bin=A-02");
}

/* --- The bin ------------------------------------------------------------------------ */

static void pick__names__what_the_bin_scan_is(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" },
		{ "S1", "refuse scan.wrong-kind: unit S1 of DRILL, wanted is a bin" },
		{ "SAW", "refuse scan.wrong-kind" },
		{ "QUAR-1", "refuse bin.kind: quarantine" },
		{ "A-99", "refuse scan.unknown" },
		{ "A-04", "refuse scan.unknown: A-0" },
		{ "A-01", "ok: nothing is promised here; go to A-02" },
		{ "A-02", "ok: A-02: take 3" },
		{ "A-03", "ok: A-03: take" },
		{ "SUPER1", "ok: works here now" },
		{ "]C1010400638133393221S1", "refuse code.check-digit" },
		{ "(01)04012345678901(21)S1", "refuse item.unknown" },
	};

	play(with_order(state), scenes);
}

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

/* --- Work that others have, and work that goes on ------------------------------------------ */

static void order__of_a_living_terminal__is_taken_over(void **state)
{
	static const struct scene first[] = {
		{ "5001", "ok" }, { "A-02", "ok" }, { "S1", "done" },
	};
	static const struct scene second[] = {
		{ "5001", "ask work.taken: SO 5001 is picked by CLERK1 at test" },
		{ "XCXNO", "ok" },
		{ "5001", "ask work.taken" },
		{ "5001", "ok: 1 of 5 picked; go to A-02" },
		{ "A-02", "ok" }, { "S2", "done" },
	};
	static const struct scene third[] = {
		{ "S3", "refuse scan.wrong-kind: wanted is an order" },
		{ "5001", "ask work.taken: CLERK2" },
	};
	struct player *p = with_order(state), other;

	player_init(&other, p->house, NULL);
	player_flow(&other, "pick", "CLERK2");
	play(p, first);
	play(&other, second);
	play(p, third);
	player_done(&other);
	assert_string_equal(player_scan(p, "5001"), "ok");
}

UNIT_MAIN(
    flow_test(pick__walks__the_bins_to_the_end),
    flow_test(pick__prompts__for_what_comes_next),
    flow_test(pick__says__what_event_it_was),
    flow_test(pick__shows__the_walk_ahead),
    flow_test(pick__names__what_the_order_scan_is),
    flow_test(order__that_is_short__is_picked_in_two_goes),
    flow_test(pick__names__what_the_bin_scan_is),
    flow_test(unit__that_is_not_wanted__is_refused),
    flow_test(unit__on_hold__says_where_to_take_it),
    flow_test(unit__elsewhere__asks_a_count_of_both_bins),
    flow_test(unit__that_is_free__is_swapped_on_a_second_scan),
    flow_test(unit__of_another_picker_s_putaway__is_asked_about),
    flow_test(expired__or_too_old__needs_a_supervisor),
    flow_test(xcxshort__holds_what_is_missing__and_finds_others),
    flow_test(xcxshort__without_a_bin__is_about_the_next_one),
    flow_test(xcxskip__puts_a_bin_last),
    flow_test(bin__that_is_not_empty__is_counted),
    flow_test(picked_before__goes_back__on_xcxno),
    flow_test(xcxinfo__says__why_this_bin),
    flow_test(totes__hold_one_order_each),
    flow_test(xcxfull__without_totes__says_where_to),
    flow_test(order__of_a_living_terminal__is_taken_over),
)
