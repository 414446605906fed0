/*
 * test_putaway.c - units to bins: putaway, moves, every wrong scan there.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "flows.h"

static struct player *
with_stock(void **state, const char *flow)
{
	struct stage *stage = *state;

	house_stock(&stage->house, "DRILL", "DOCK-1", "S1 S2 S3 S4 S5");
	house_stock(&stage->house, "SAW", "DOCK-1", "W1 W2");
	player_flow(&stage->p, flow, "CLERK1");
	return &stage->p;
}

static void putaway__moves__one_and_many(void **state)
{
	static const struct scene scenes[] = {
		{ "S1", "ok: S1 of DRILL from DOCK-1, 1 scanned" },
		{ "A-02", "done: S1 of DRILL is in A-02 now" },
		{ "S2", "ok" },
		{ "(01)04006381333931(21)S3", "ok: 2 scanned" },
		{ "]C1010400638133394821W1", "ok: W1 of SAW" },
		{ "A-02", "done: 3 units are in A-02 now" },
		{ "XCXDONE", "ok: 2 acts" },
	};
	struct player *p = with_stock(state, "putaway");

	play(p, scenes);
	assert_int_equal(house_bin_units(p->house, "A-02"), 4);
	assert_int_equal(house_bin_units(p->house, "DOCK-1"), 3);
	assert_string_equal(house_unit(p->house, "SAW", "W1"), "available bin=A-02");
}

static void putaway__names__what_the_unit_scan_is(void **state)
{
	static const struct scene scenes[] = {
		{ "A-02", "refuse scan.wrong-kind: bin A-02" },
		{ "DRILL", "refuse scan.wrong-kind: item DRILL" },
		{ "4006381333931", "refuse scan.wrong-kind" },
		{ "PO:1", "refuse scan.wrong-kind: order PO 1" },
		{ "ACME", "refuse scan.wrong-kind" },
		{ "S9", "refuse scan.unknown: S1" },
		{ "", "refuse scan.unknown" },
		{ "(01)04006381333931(21)S9", "refuse unit.unknown: S9" },
		{ "(01)04012345678901(21)S1", "refuse item.unknown" },
		{ "]C1010400638133393221S1", "refuse code.check-digit" },
		{ "4006381333930", "refuse code.check-digit: GTIN of DRILL" },
		{ "W1", "ok" },
		{ "W1", "warn unit.already-done" },
		{ "BOTH", "refuse scan.ambiguous: DRILL" },
		{ "(01)04006381333931(21)BOTH", "ok: BOTH of DRILL" },
		{ "XCXDONE", "refuse command.not-here: 2 units wait" },
		{ "COMING", "refuse unit.wrong-status: expected" },
		{ "GONE", "refuse unit.wrong-status: shipped" },
		{ "LOST", "ok: LOST of DRILL" },
	};
	struct stage *stage = *state;
	struct player *p = with_stock(state, "putaway");

	house_order(&stage->house, "PO:1", "DRILL:1");
	house_stock(&stage->house, "DRILL", "A-03", "BOTH GONE LOST");
	house_stock(&stage->house, "SAW", "A-03", "BOTH");
	house_expect(&stage->house, "PO:1", 1, "DRILL", "COMING");
	house_tell(&stage->house, "DRILL", "GONE", "picked; shipped party=JONES");
	house_tell(&stage->house, "DRILL", "LOST", "missed");
	play(p, scenes);
}

static void putaway__names__what_the_bin_scan_is(void **state)
{
	static const struct scene scenes[] = {
		{ "S1", "ok" },
		{ "DOCK-2", "refuse bin.kind: dock" },
		{ "QUAR-1", "refuse bin.kind: quarantine" },
		{ "R-01", "refuse bin.reserved" },
		{ "DRILL", "refuse scan.wrong-kind: item DRILL, wanted is a bin" },
		{ "A-09", "refuse scan.unknown: A-02" },
		{ "S2", "ok" }, { "S3", "ok" }, { "S4", "ok" },
		{ "A-01", "refuse bin.full: 0 of 3" },
		{ "XCXUNDO", "ok: S4" },
		{ "A-01", "done: 3 units" },
		{ "S4", "ok" },
		{ "A-01", "refuse bin.full: 3 of 3" },
		{ "A-03", "done" },
		{ "W1", "ok" },
		{ "R-01", "done" },
		{ "S4", "warn unit.already-done" },
	};
	struct player *p = with_stock(state, "putaway");

	play(p, scenes);
	assert_int_equal(house_bin_units(p->house, "A-01"), 3);
}

/* Whoever mixes items in one go is held to the room for all of them. */
static void putaway__counts__all_that_comes(void **state)
{
	static const struct scene scenes[] = {
		{ "S1", "ok" }, { "S2", "ok" }, { "W1", "ok" }, { "W2", "ok" },
		{ "A-01", "refuse bin.full" },
		{ "XCXUNDO", "ok" },
		{ "A-01", "done: 3 units" },
	};

	play(with_stock(state, "putaway"), scenes);
}

static void held__units__go_to_quarantine_only(void **state)
{
	static const struct scene scenes[] = {
		{ "S1", "ok: on hold (quality)" },
		{ "A-02", "refuse unit.on-hold: quality" },
		{ "QUAR-1", "done" },
		{ "S2", "ok" },
		{ "S3", "ok: on hold" },
		{ "A-02", "refuse unit.on-hold: S3" },
		{ "QUAR-1", "refuse bin.kind" },
	};
	static const char *const flows[] = { "putaway", "move" };
	struct stage *stage = *state;
	struct player *p = with_stock(state, "putaway");

	house_tell(&stage->house, "DRILL", "S1", "held reason=quality");
	house_tell(&stage->house, "DRILL", "S3", "held reason=recall");
	play(p, scenes);
	assert_non_null(strstr(p->last.hint, "bin"));
	for (size_t i = 0; i < 2; i++) {
		player_flow(p, flows[i], "CLERK1");
		assert_string_equal(player_scan(p, "S1"), "ok");
		assert_string_equal(player_scan(p, "A-03"), "refuse unit.on-hold");
		assert_non_null(strstr(p->last.hint, "QUAR-1"));
	}
}

static void move__goes__between_any_bins(void **state)
{
	static const struct scene scenes[] = {
		{ "S1", "ok" }, { "DOCK-2", "done" },
		{ "S1", "ok" }, { "QUAR-1", "done" },
		{ "S1", "ok" }, { "A-02", "done" },
		{ "S1", "ok" },
		{ "A-02", "warn unit.already-done" },
		{ "R-01", "refuse bin.reserved" },
		{ "A-03", "done" },
		{ "S2", "ok" }, { "S2", "warn unit.already-done" },
		{ "CLERK2", "ok: works here" },
		{ "A-03", "done" },
		{ "XCXUNDO", "done" },
		{ "XCXUNDO", "done" },
	};
	struct player *p = with_stock(state, "move");

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S1"), "available bin=A-02");
	assert_string_equal(house_unit(p->house, "DRILL", "S2"), "available bin=DOCK-1");
}

/* Some lie there already: the others come. */
static void move__takes__only_what_is_not_there(void **state)
{
	static const struct scene scenes[] = {
		{ "S1", "ok" }, { "A-01", "done" },
		{ "S1", "ok" }, { "S2", "ok" }, { "S3", "ok" },
		{ "A-01", "done: 2 units are in A-01 now" },
		{ "XCXUNDO", "done: 2 units into A-01" },
		{ "S1", "ok" }, { "S2", "ok" },
		{ "A-01", "done: S2 of DRILL is in A-01 now" },
		{ "S3", "ok" }, { "A-01", "done" },
		{ "S1", "ok" }, { "S4", "ok" },
		{ "A-01", "refuse bin.full" },
	};
	struct player *p = with_stock(state, "move");

	play(p, scenes);
	assert_int_equal(p->last.n_events, 0);
	assert_int_equal(house_bin_units(p->house, "A-01"), 3);
}

/* Another terminal moved it between the scan of the unit and of the bin. */
static void move__says__where_it_really_came_from(void **state)
{
	struct player *p = with_stock(state, "move");
	struct event e;
	struct err err;

	assert_string_equal(player_scan(p, "S1"), "ok");
	house_tell(p->house, "DRILL", "S1", "moved bin=A-03");
	assert_string_equal(player_scan(p, "A-02"), "done");
	assert_int_equal(ledger_event(p->house->l, p->last.events[0].id, &e, NULL,
	    &err), 1);
	assert_string_equal(e.body.from, "A-03");
	assert_string_equal(player_scan(p, "S1"), "ok");
	house_tell(p->house, "DRILL", "S1", "moved bin=A-03");
	assert_string_equal(player_scan(p, "A-03"), "warn unit.already-done");
	house_tell(p->house, "DRILL", "S1", "picked; shipped");
	assert_string_equal(player_scan(p, "A-02"), "refuse unit.wrong-status");
	assert_string_equal(player_scan(p, "XCXUNDO"), "ok");
	assert_string_equal(player_scan(p, "A-02"), "refuse scan.wrong-kind");
}

static void xcxfull__passes_over__the_best_bin(void **state)
{
	struct player *p = with_stock(state, "putaway");
	struct flow_view view;
	struct err err;
	char first[CODE_SIZE];

	assert_string_equal(player_scan(p, "XCXFULL"), "refuse command.not-here");
	assert_string_equal(player_scan(p, "W1"), "ok");
	assert_true(flow_view(p->flow, &view, &err));
	assert_string_equal(view.suggestions[0].code, "R-01");
	assert_string_equal(view.big, "R-01");
	assert_string_equal(player_scan(p, "XCXFULL"), "ok");
	assert_true(flow_view(p->flow, &view, &err));
	assert_string_not_equal(view.suggestions[0].code, "R-01");
	str_copy(first, sizeof first, view.suggestions[0].code);
	for (int i = 0; i < 20 && view.n_suggestions > 0; i++) {
		assert_string_equal(player_scan(p, "XCXFULL"), "ok");
		assert_true(flow_view(p->flow, &view, &err));
	}
	assert_int_equal(view.n_suggestions, 0);
	assert_string_equal(player_scan(p, "XCXFULL"), "refuse bin.full");
	/* a bin passed over may still be used, and next time all are offered */
	assert_string_equal(player_scan(p, "R-01"), "done");
	assert_string_equal(player_scan(p, "W2"), "ok");
	assert_true(flow_view(p->flow, &view, &err));
	assert_string_equal(view.suggestions[0].code, "R-01");
}

static void putaway__suggests__where_there_is_room(void **state)
{
	struct player *p = with_stock(state, "putaway");
	struct flow_view view;
	struct err err;

	house_tell(p->house, "DRILL", "S1", "moved bin=A-03");
	player_scan(p, "S2");
	assert_true(flow_view(p->flow, &view, &err));
	assert_string_equal(view.suggestions[0].code, "A-03");	/* lies there */
	assert_non_null(strstr(view.suggestions[0].why, "1 of it there"));
	for (size_t i = 0; i < view.n_suggestions; i++)
		assert_string_not_equal(view.suggestions[i].code, "R-01");
	player_scan(p, "S3");
	player_scan(p, "S4");
	player_scan(p, "S5");
	assert_true(flow_view(p->flow, &view, &err));
	for (size_t i = 0; i < view.n_suggestions; i++)	/* no room for four */
		assert_string_not_equal(view.suggestions[i].code, "A-01");
}

static void putaway__shows__progress(void **state)
{
	struct player *p = with_stock(state, "putaway");
	struct flow_view view;
	struct err err;

	assert_true(flow_view(p->flow, &view, &err));
	assert_int_equal(view.total, 7);
	assert_int_equal(view.done, 0);
	assert_int_equal(view.n_rows, 7);
	player_scan(p, "S1");
	player_scan(p, "S2");
	player_scan(p, "A-02");
	assert_true(flow_view(p->flow, &view, &err));
	assert_int_equal(view.total, 7);
	assert_int_equal(view.done, 2);
	player_scan(p, "XCXUNDO");
	assert_true(flow_view(p->flow, &view, &err));
	assert_int_equal(view.done, 0);
}

UNIT_MAIN(
    flow_test(putaway__moves__one_and_many),
    flow_test(putaway__names__what_the_unit_scan_is),
    flow_test(putaway__names__what_the_bin_scan_is),
    flow_test(putaway__counts__all_that_comes),
    flow_test(held__units__go_to_quarantine_only),
    flow_test(move__goes__between_any_bins),
    flow_test(move__takes__only_what_is_not_there),
    flow_test(move__says__where_it_really_came_from),
    flow_test(xcxfull__passes_over__the_best_bin),
    flow_test(putaway__suggests__where_there_is_room),
    flow_test(putaway__shows__progress),
)
