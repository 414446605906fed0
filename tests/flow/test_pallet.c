/*
 * test_pallet.c - closed cartons onto pallets; numbers that are never reused.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "packing.h"

static void
packed_carton(struct player *p, const char *order, const char *serial, bool close)
{
	player_flow(p, "pack", "CLERK1");
	assert_string_equal(player_scan(p, order), "ok");
	assert_string_equal(player_scan(p, "XCXBEGIN"), "done");
	assert_string_equal(player_scan(p, serial), "done");
	if (close)
		assert_string_equal(player_scan(p, "XCXFULL"), "done");
}

/* SSCC_0 and SSCC_1 for JONES, SSCC_2 for ACME, SSCC_3 for JONES and open. */
static struct player *
with_cartons(void **state)
{
	struct player *p = packing(state, "pack");

	packed_carton(p, "SO:1", "S1", true);
	packed_carton(p, "SO:2", "D1", true);
	packed_carton(p, "TRANSFER:7", "M1", true);
	packed_carton(p, "SO:1", "S2", false);
	player_flow(p, "pallet", "CLERK1");
	return p;
}

static void pallet__takes__closed_cartons_of_one_party(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXBEGIN", "done: pallet " SSCC_4 " started" },
		{ "XCXBEGIN", "warn carton.open" },
		{ "XCXFULL", "refuse carton.empty" },
		{ SSCC_3, "refuse carton.open" },
		{ "(00)" SSCC_0, "done: carton " SSCC_0 " is on pallet " SSCC_4 ", 1 on" },
		{ "]C100" SSCC_2, "refuse party.mismatch: ACME" },
		{ SSCC_0, "warn unit.already-done: by CLERK1" },
		{ SSCC_1, "done: 2 on it" },
		{ "T-1", "refuse scan.wrong-kind: tote T-1" },
		{ "GONE", "refuse carton.closed: shipped" },
		{ "(00)395201230123456796", "refuse carton.unknown" },
		{ "395201230123456796", "refuse carton.unknown" },
		{ "S1", "refuse scan.wrong-kind: unit S1" },
		{ "A-02", "refuse scan.wrong-kind: bin" },
		{ "SO:1", "refuse scan.wrong-kind: order" },
		{ "NIX", "refuse scan.unknown" },
		{ "", "refuse scan.unknown" },
		{ "XCXSHORT", "refuse command.not-here" },
		{ "XCXREPRINT", "ask label.reason" }, { "XCXNO", "ok" },
		{ "240 kg", "ok: pallet " SSCC_4 " weighs 240 kg" },
		{ "XCXDONE", "done: pallet " SSCC_4 " closed, 2 cartons, 240 kg" },
		{ "XCXDONE", "ok: 4 acts" },
	};
	struct player *p = with_cartons(state);

	packing_carton(p->house, "GONE", EV_CARTON_STARTED, "carton", "SO:1");
	packing_carton(p->house, "GONE", EV_CARTON_SHIPPED, "", "");
	play(p, scenes);
	assert_string_equal(packing_find(p, SSCC_0).parent, SSCC_4);
	assert_int_equal(packing_find(p, SSCC_4).kind, CARTON_PALLET);
	assert_int_equal(packing_find(p, SSCC_4).weight_g, 240000);
	assert_string_equal(packing_find(p, SSCC_4).bin, "PACK-1");
}

static void pallet__slot__names_what_is_wrong(void **state)
{
	static const struct scene scenes[] = {
		{ SSCC_0, "refuse scan.wrong-kind: carton " SSCC_0 ", wanted is a pallet" },
		{ "T-1", "refuse scan.wrong-kind: tote" },
		{ "(00)395201230123456796", "refuse carton.unknown" },
		{ "S1", "refuse scan.wrong-kind" },
		{ "5 kg", "refuse carton.unknown: no pallet is open" },
		{ "XCXFULL", "refuse carton.unknown" },
		{ "XCXNO", "ok: left as it was" },
		{ "XCXBEGIN", "done: " SSCC_4 },
		{ "XCXDONE", "ok: pallet " SSCC_4 " was empty" },
		{ SSCC_4, "refuse carton.closed: ended" },
	};

	play(with_cartons(state), scenes);
}

static void pallet__gives__a_carton_back(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXBEGIN", "done" },
		{ SSCC_0, "done" },
		{ SSCC_0, "warn unit.already-done" },
		{ "XCXNO", "done: carton " SSCC_0 " is off pallet " SSCC_4 },
		{ "XCXNO", "ok: left as it was" },
		{ SSCC_2, "done: 1 on it" },	/* empty again: for anybody */
		{ SSCC_0, "refuse party.mismatch" },
		{ "XCXUNDO", "done: taken back" },
		{ "XCXUNDO", "done: taken back: took " SSCC_0 " off" },
		{ SSCC_0, "warn unit.already-done" },
		{ "XCXFULL", "done" },
		{ "XCXBEGIN", "done" },
		{ SSCC_0, "refuse carton.nested: is in " SSCC_4 },
		{ SSCC_4, "refuse carton.closed" },
		{ "XCXUNDO", "done: started pallet" },
		{ "XCXUNDO", "done: closed pallet " SSCC_4 },
		{ "XCXUNDO", "done: onto pallet" },
		{ "XCXUNDO", "done: started pallet " SSCC_4 },
		{ SSCC_0, "refuse scan.wrong-kind: wanted is a pallet" },
	};
	struct player *p = with_cartons(state);

	play(p, scenes);
	assert_string_equal(packing_find(p, SSCC_0).parent, "");
}

static void undo__is_refused__on_a_closed_pallet(void **state)
{
	struct player *p = with_cartons(state);

	player_scan(p, "XCXBEGIN");
	assert_string_equal(player_scan(p, SSCC_0), "done");
	packing_carton(p->house, SSCC_4, EV_CARTON_CLOSED, "", "");
	assert_string_equal(player_scan(p, "XCXUNDO"), "refuse carton.closed");
	assert_string_equal(packing_find(p, SSCC_0).parent, SSCC_4);
	assert_string_equal(player_scan(p, SSCC_1), "refuse carton.closed");
	/* what stands on a pallet stays closed */
	player_flow(p, "pack", "CLERK1");
	player_scan(p, "SO:1");
	player_scan(p, SSCC_3);
	assert_string_equal(player_scan(p, "XCXFULL"), "done");
	packing_carton(p->house, SSCC_4, EV_CARTON_REOPENED, "", "");
	{
		struct carton_say what = { .parent = SSCC_4 };
		struct err err;

		must(ledger_begin(p->house->l, -1, &err));
		must(carton_append(p->house->l, SSCC_3, EV_CARTON_NESTED, &what,
		    BY_FILE, &err));
		must(ledger_commit(p->house->l, &err));
	}
	assert_string_equal(player_scan(p, "XCXUNDO"), "refuse carton.nested");
}

static void view__shows__the_pallet(void **state)
{
	struct player *p = with_cartons(state);
	struct flow_view view;
	struct err err;

	must(flow_view(p->flow, &view, &err));
	assert_int_equal(view.n_suggestions, 3);
	assert_string_equal(view.suggestions[0].code, SSCC_0);
	player_scan(p, "XCXBEGIN");
	player_scan(p, SSCC_0);
	must(flow_view(p->flow, &view, &err));
	assert_string_equal(view.subtitle, "JONES");
	assert_string_equal(view.big, SSCC_4 + 12);
	assert_string_equal(view.big_label, "PALLET, 1 CARTON");
	assert_int_equal(view.done, 1);
	assert_int_equal(view.n_rows, 1);
	assert_string_equal(view.rows[0].cells[0], SSCC_0);
	assert_string_equal(view.rows[0].cells[1], "SO:1");
	assert_string_equal(view.rows[0].cells[2], "1");
	assert_int_equal(view.n_suggestions, 1);	/* of JONES alone */
	assert_string_equal(view.suggestions[0].code, SSCC_1);
}

/* --- Numbers -------------------------------------------------------------- */

static void sscc__is__of_the_plan_and_never_reused(void **state)
{
	static const struct scene scenes[] = {
		{ "SO:1", "ok" },
		{ "XCXBEGIN", "done: 340123450000000079" },
		{ "XCXUNDO", "done" },
		{ "XCXBEGIN", "done: 340123450000000086" },
		{ "S1", "done" },
		{ "XCXBEGIN", "done: 340123450000000093" },
		{ "S2", "done" },
		{ "XCXBEGIN", "refuse carton.unknown: no SSCC left under the prefix" },
		{ "S3", "done: 340123450000000093" },
	};
	struct player *p = packing(state, "pack");
	struct sscc_plan plan = { "4012345", 3, 7, 9 };

	p->st.sscc = plan;
	play(p, scenes);
	assert_non_null(strstr(p->last.text, "340123450000000093"));
	player_scan(p, "XCXBEGIN");
	assert_non_null(strstr(p->last.hint, "dockledger.conf"));
}

/* Two benches, each with the file open for itself. */
static void sscc__is__one_count_for_all(void **state)
{
	struct player *p = packing(state, "pack");
	struct house second = *p->house;
	struct player other;
	struct err err;

	must(ledger_open(&second.l, p->house->path, false, 0, &err));
	player_init(&other, &second, NULL);
	player_flow(&other, "pack", "CLERK2");
	player_scan(p, "SO:1");
	player_scan(&other, "SO:2");
	assert_string_equal(player_scan(p, "XCXBEGIN"), "done");
	assert_non_null(strstr(p->last.text, SSCC_0));
	assert_string_equal(player_scan(&other, "XCXBEGIN"), "done");
	assert_non_null(strstr(other.last.text, SSCC_1));
	player_scan(p, "XCXUNDO");
	assert_string_equal(player_scan(&other, "D1"), "done");
	assert_string_equal(player_scan(p, "XCXBEGIN"), "done");
	assert_non_null(strstr(p->last.text, SSCC_2));
	player_done(&other);
	ledger_close(second.l);
}

UNIT_MAIN(
    flow_test(pallet__takes__closed_cartons_of_one_party),
    flow_test(pallet__slot__names_what_is_wrong),
    flow_test(pallet__gives__a_carton_back),
    flow_test(undo__is_refused__on_a_closed_pallet),
    flow_test(view__shows__the_pallet),
    flow_test(sscc__is__of_the_plan_and_never_reused),
    flow_test(sscc__is__one_count_for_all),
)
