/*
 * test_lookup.c - scan anything, get its card; nothing is ever booked.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "packing.h"

static struct player *
furnished(void **state)
{
	struct stage *stage = *state;

	house_order(&stage->house, "PO:4711", "DRILL:5");
	house_order(&stage->house, "SO:12", "DRILL:1");
	house_stock(&stage->house, "DRILL", "A-02", "S1 BOTH");
	house_stock(&stage->house, "SAW", "A-02", "BOTH W1");
	house_tell(&stage->house, "DRILL", "S1", "held reason=recall");
	house_tell(&stage->house, "SAW", "W1", "picked order=SO:12 line=1; "
	    "packed carton=395201230123456789");
	player_flow(&stage->p, "lookup", "CLERK1");
	return &stage->p;
}

static void lookup__answers__what_it_is(void **state)
{
	static const struct scene scenes[] = {
		{ "S1", "ok: unit S1 of DRILL: available in A-02, on hold: recall" },
		{ "(01)04006381333931(21)S1", "ok: unit S1 of DRILL" },
		{ "BOTH", "warn scan.ambiguous: DRILL, SAW" },
		{ "(01)04006381333948(21)BOTH", "ok: unit BOTH of SAW" },
		{ "A-02", "ok: bin A-02 (storage, zone A): 4 units" },
		{ "4711", "ok: PO 4711 of ACME: open, 1 lines" },
		{ "SO-12", "ok: SO 12 of JONES" },
		{ "DRILL", "ok: item DRILL Drill: 2 units known, 1 available" },
		{ "4006381333931", "ok: item DRILL" },
		{ "]E04006381333931", "ok: item DRILL" },
		{ "CLERK1", "ok: badge of Name of CLERK1 (clerk)" },
		{ "ACME", "ok: supplier ACME" },
		{ "]C100395201230123456789", "ok: carton 395201230123456789: 1 units" },
		{ "]C100395201230123456796", "refuse carton.unknown" },
		{ "4012345678901", "refuse scan.unknown" },
		{ "]E04012345678901", "refuse item.unknown" },
		{ "(01)04012345678901(21)X", "refuse item.unknown" },
		{ "(01)04006381333931(21)X", "refuse unit.unknown: X of DRILL" },
		{ "]C1010400638133393221S1", "refuse code.check-digit" },
		{ "S", "refuse scan.unknown" },
		{ "S2", "refuse scan.unknown: S1" },
		{ "", "refuse scan.unknown" },
		{ "XCXINFO", "ok: scan.unknown" },
		{ "XCXUNDO", "refuse command.not-here" },
		{ "XCXDONE", "ok" },
	};
	struct player *p = furnished(state);
	int64_t events = house_events(p->house);

	play(p, scenes);
	assert_int_equal(house_events(p->house), events);
}

static const char *
card_says(const struct flow_view *view, const char *label)
{
	for (size_t i = 0; i < view->n_card; i++)
		if (strcmp(view->card[i].label, label) == 0)
			return view->card[i].value;
	return "";
}

static void lookup__shows__what_a_container_is(void **state)
{
	static const struct scene scenes[] = {
		{ "SO:1", "ok" }, { "XCXBEGIN", "done" }, { "S1", "done" },
		{ "2.5 kg", "ok" }, { "XCXFULL", "done" },
	};
	struct player *p = packing(state, "pack");
	struct flow_view view;
	struct err err;

	play(p, scenes);
	player_flow(p, "lookup", "CLERK1");
	assert_string_equal(player_scan(p, SSCC_0), "ok");
	must(flow_view(p->flow, &view, &err));
	assert_string_equal(card_says(&view, "Carton"), SSCC_0);
	assert_string_equal(card_says(&view, "State"), "closed");
	assert_string_equal(card_says(&view, "Order"), "SO:1");
	assert_string_equal(card_says(&view, "Party"), "JONES");
	assert_string_equal(card_says(&view, "Weight"), "2.5 kg");
	assert_string_equal(card_says(&view, "Units"), "1");
	assert_string_equal(card_says(&view, "DRILL"), "S1");
	assert_string_equal(player_scan(p, "T-1"), "ok");
	assert_string_equal(p->last.text, "tote T-1: open, SO:1, 3 units");
	must(flow_view(p->flow, &view, &err));
	assert_string_equal(card_says(&view, "Tote"), "T-1");
	assert_string_equal(player_scan(p, "395201230123456796"), "refuse carton.unknown");
	assert_string_equal(player_scan(p, "00395201230123456796"),
	    "refuse carton.unknown");
	assert_string_equal(player_scan(p, "395201230123456797"), "refuse scan.unknown");
}

/* A tote's code is no serial, wherever it is scanned. */
static void receiving__takes__no_tote_for_a_serial(void **state)
{
	struct player *p = packing(state, "receiving");

	player_scan(p, "PO:4711");
	player_scan(p, "DRILL");
	assert_string_equal(player_scan(p, "T-1"), "refuse scan.wrong-kind");
	assert_non_null(strstr(p->last.text, "tote T-1"));
	assert_string_equal(player_scan(p, "T-9"), "done");
}

static void lookup__shows__a_card(void **state)
{
	struct player *p = furnished(state);
	struct flow_view view;
	struct err err;
	bool held = false;

	player_scan(p, "S1");
	assert_true(flow_view(p->flow, &view, &err));
	assert_string_equal(view.card_item, "DRILL");
	assert_string_equal(view.card_serial, "S1");
	for (size_t i = 0; i < view.n_card; i++)
		held |= strcmp(view.card[i].label, "On hold") == 0 &&
		    strcmp(view.card[i].value, "recall") == 0;
	assert_true(held);
	player_scan(p, "A-02");
	assert_true(flow_view(p->flow, &view, &err));
	assert_string_equal(view.card_serial, "");
	assert_true(view.n_card > 3);
}

static void
assert_card(const struct flow_view *view, const char *label, const char *value)
{
	for (size_t i = 0; i < view->n_card; i++)
		if (strcmp(view->card[i].label, label) == 0) {
			assert_string_equal(view->card[i].value, value);
			return;
		}
	fail_msg("the card has no %s", label);
}

static void lookup__shows__how_a_unit_left(void **state)
{
	struct player *p = furnished(state);
	struct flow_view view;
	struct err err;

	house_tell(p->house, "SAW", "W1", "shipped order=SO:12 line=1 party=JONES "
	    "carton=395201230123456789 pallet=395201230123456796 carrier=DHL "
	    "tracking=T9");
	assert_string_equal(player_scan(p, "W1"), "ok");
	assert_non_null(strstr(p->last.text, "shipped to JONES since"));
	assert_true(flow_view(p->flow, &view, &err));
	assert_card(&view, "Pallet", "395201230123456796");
	assert_card(&view, "Carrier", "DHL");
	assert_card(&view, "Tracking", "T9");
}

/* Undone arrivals leave no unit behind. */
static void lookup__forgets__what_was_undone(void **state)
{
	struct stage *stage = *state;
	struct player *p = furnished(state);

	house_order(&stage->house, "PO:1", "DRILL:1");
	player_flow(p, "receiving", "CLERK1");
	player_scan(p, "1");
	player_scan(p, "DRILL");
	player_scan(p, "QQ1");
	player_scan(p, "XCXUNDO");
	player_flow(p, "lookup", "CLERK1");
	assert_string_equal(player_scan(p, "QQ1"), "refuse scan.unknown");
	assert_string_equal(player_scan(p, "(01)04006381333931(21)QQ1"),
	    "refuse unit.unknown");
}

static void flow_for_scan__starts__receiving_by_its_order(void **state)
{
	static const struct { const char *scan, *flow; } scans[] = {
		{ "4711", "receiving" }, { "PO:4711", "receiving" }, { "SO:12", "ship" },
		{ "S1", "" }, { "A-02", "" }, { "nonsense", "" }, { "", "" },
	};
	struct player *p = furnished(state);
	struct err err;
	char flow[32];

	for (size_t i = 0; i < sizeof scans / sizeof scans[0]; i++) {
		struct scan_in in = { scans[i].scan, strlen(scans[i].scan),
		    ENTRY_SCANNED, 0 };

		assert_true(flow_for_scan(&p->st, &in, flow, &err));
		assert_string_equal(flow, scans[i].flow);
	}
}

UNIT_MAIN(
    flow_test(lookup__shows__what_a_container_is),
    flow_test(receiving__takes__no_tote_for_a_serial),
    flow_test(lookup__answers__what_it_is),
    flow_test(lookup__shows__a_card),
    flow_test(lookup__shows__how_a_unit_left),
    flow_test(lookup__forgets__what_was_undone),
    flow_test(flow_for_scan__starts__receiving_by_its_order),
)
