/*
 * test_pack.c - picked units into cartons: the whole way.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: what the pack flow books, and what it says on the way.  Every wrong
 * scan is in test_pack_wrong.c.
 */
#include "packing.h"

static void pack__fills__a_carton(void **state)
{
	static const struct scene scenes[] = {
		{ "SO:1", "ok: SO:1 for JONES: 5 picked, 0 packed of 6" },
		{ "XCXBEGIN", "done: carton " SSCC_0 " started for SO:1" },
		{ "S1", "done: S1 of DRILL packed into carton " SSCC_0 ", 1 of 4" },
		{ "(01)04006381333931(21)S2", "done: 2 of 4" },
		{ "]C1010400638133394821W1", "done: W1 of SAW" },
		{ "12.5 kg", "ok: carton " SSCC_0 " weighs 12.5 kg" },
		{ "XCXFULL", "done: closed, 3 units, 12.5 kg" },
		{ "XCXBEGIN", "done: carton " SSCC_1 " started" },
		{ "S3", "done: 3 of 4; empty is tote T-1" },
		{ "S4", "done: 4 of 4" },
		{ "XCXDONE", "done: carton " SSCC_1 " closed, 2 units; 5 of 6 packed" },
		{ "XCXDONE", "ask order.short: 1 of 6 units are not packed, 0 of them" },
		{ "XCXDONE", "ok: 5 of 6 units packed in 2 cartons, the rest stays" },
		{ "XCXDONE", "ok: nothing is open" },
	};
	struct player *p = packing(state, "pack");
	struct carton c;

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "packed bin=PACK-1 out=SO:1/1 carton=" SSCC_0);
	c = packing_find(p, SSCC_0);
	assert_int_equal(c.state, CARTON_CLOSED);
	assert_int_equal(c.weight_g, 12500);
	assert_string_equal(c.order, "SO:1");
	assert_string_equal(c.party, "JONES");
	assert_string_equal(c.bin, "PACK-1");
	assert_int_equal(packing_find(p, "T-1").state, CARTON_ENDED);
	assert_int_equal(packing_find(p, SSCC_1).weight_g, 0);
}

static void pack__ends__a_complete_order(void **state)
{
	static const struct scene scenes[] = {
		{ "T-2", "ok: tote T-2: 1 units of SO:2" },
		{ "XCXBEGIN", "done" },
		{ "D1", "done: the order is complete; empty is tote T-2" },
		{ "XCXDONE", "done: 1 of 1 packed" },
		{ "XCXDONE", "ok: SO:2: 1 of 1 units packed in 1 carton, complete" },
		{ "XCXDONE", "ok: nothing is open" },
	};

	play(packing(state, "pack"), scenes);
}

/* The unit itself is packed only when a carton is open. */
static void pack__is_opened__by_a_unit(void **state)
{
	static const struct scene scenes[] = {
		{ "(01)04006381333931(21)S1", "ok: SO:1 for JONES" },
		{ "S1", "refuse scan.wrong-kind: unit S1 of DRILL, wanted is a carton" },
		{ "(01)04006381333931(21)S1", "refuse scan.wrong-kind: unit S1" },
		{ "XCXBEGIN", "done" },
		{ "S1", "done: S1" },
		{ "2", "ok: SO:2" },
		{ "D1", "refuse scan.wrong-kind" },
		{ "SO-1", "ok: 4 picked, 1 packed of 6" },
		{ "TRANSFER:7", "ok: TRANSFER:7 for ACME" },
		{ "XCXBEGIN", "done: TRANSFER:7" },
		{ "M1", "done: M1 of MASK packed" },
	};
	struct player *p = packing(state, "pack");

	play(p, scenes);
	player_flow(p, "pack", "CLERK1");
	assert_string_equal(player_scan(p, "S1"), "ok");	/* packed, and known */
	assert_string_equal(player_scan(p, "S1"), "warn unit.already-done");
}

static void pack__opens__a_carton_again(void **state)
{
	static const struct scene scenes[] = {
		{ "1", "ok" },
		{ "XCXBEGIN", "done" },
		{ "XCXBEGIN", "warn carton.open: " SSCC_0 " is open and empty" },
		{ "S1", "done" },
		{ "XCXBEGIN", "done: carton " SSCC_1 " started for SO:1; " SSCC_0
		    " stays open" },
		{ "S2", "done: " SSCC_1 },
		{ "(00)" SSCC_0, "ok: carton " SSCC_0 " of SO:1: 1 units in it" },
		{ "S3", "done: " SSCC_0 },
		{ SSCC_1, "ok: 1 units" },
		{ "00" SSCC_1, "ok: 1 units" },
		{ "]C100" SSCC_1, "ok: 1 units" },
		{ "S4", "done: " SSCC_1 },
	};
	static const struct scene again[] = {
		{ SSCC_1, "ok: carton " SSCC_1 " of SO:1: 2 units" },
		{ "W1", "done: W1 of SAW packed into carton " SSCC_1 },
	};
	struct player *p = packing(state, "pack");

	play(p, scenes);
	player_flow(p, "pack", "CLERK2");
	play(p, again);	/* the carton's order comes with it */
}

/* Whoever closed it too early needs a supervisor. */
static void supervisor__lets__a_carton_be_opened_again(void **state)
{
	static const struct scene scenes[] = {
		{ "SO:1", "ok" },
		{ "XCXBEGIN", "done: " SSCC_0 },
		{ "S1", "done" },
		{ "XCXFULL", "done" },
		{ SSCC_0, "refuse carton.closed: carton " SSCC_0 " is closed" },
		{ "SUPER1", "ask override.reason" },
		{ "one was left out", "done: carton " SSCC_0 " of SO:1 is open again" },
		{ "S2", "done: S2 of DRILL packed into carton " SSCC_0 },
		{ "XCXUNDO", "done: packed S2" },
		{ "XCXUNDO", "done: opened carton " SSCC_0 " again" },
		{ "S2", "refuse scan.wrong-kind" },
	};
	struct player *p = packing(state, "pack");

	struct event e;
	struct str json;
	struct err err;

	play(p, scenes);
	assert_int_equal(packing_find(p, SSCC_0).state, CARTON_CLOSED);
	assert_int_equal(carton_last(p->house->l, SSCC_0, EV_CARTON_REOPENED, &e, &err), 1);
	str_init(&json);
	assert_int_equal(ledger_event(p->house->l, e.id, &e, &json, &err), 1);
	assert_non_null(strstr(json.p, "\"note\":\"allowed by SUPER1\""));
	assert_non_null(strstr(json.p, "\"reason\":\"one was left out\""));
	str_done(&json);
}

static void pack__ends__an_empty_carton(void **state)
{
	static const struct scene scenes[] = {
		{ "SO:1", "ok" },
		{ "XCXFULL", "refuse carton.unknown: no carton is open" },
		{ "XCXBEGIN", "done: " SSCC_0 },
		{ "XCXFULL", "refuse carton.empty" },
		{ "XCXDONE", "ok: carton " SSCC_0 " was empty" },
		{ SSCC_0, "refuse carton.closed: ended" },
		{ "XCXBEGIN", "done: " SSCC_1 },	/* never the same again */
	};
	struct player *p = packing(state, "pack");

	play(p, scenes);
	assert_int_equal(packing_find(p, SSCC_0).state, CARTON_ENDED);
}

static void pack__takes__a_unit_out(void **state)
{
	static const struct scene scenes[] = {
		{ "SO:1", "ok" },
		{ "XCXNO", "ok: left as it was" },
		{ "XCXBEGIN", "done" },
		{ "S1", "done" },
		{ "XCXNO", "ok: left as it was" },
		{ "S1", "warn unit.already-done: S1 was packed into carton " SSCC_0 },
		{ "XCXNO", "done: S1 of DRILL is out of carton " SSCC_0 },
		{ "XCXNO", "ok: left as it was" },
		{ "S1", "done: S1" },
		{ "XCXUNDO", "done: packed S1" },
		{ "XCXUNDO", "done: took S1 of DRILL out" },
		{ "S1", "warn unit.already-done" },
		{ "XCXFULL", "done" },
		{ "S1", "warn unit.already-done" },
		{ "XCXNO", "refuse carton.closed" },
	};
	struct player *p = packing(state, "pack");

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "packed bin=PACK-1 out=SO:1/1 carton=" SSCC_0);
}

static void undo__reaches__back_over_cartons(void **state)
{
	static const struct scene scenes[] = {
		{ "T-2", "ok" },
		{ "XCXBEGIN", "done: " SSCC_0 },
		{ "D1", "done: empty is tote T-2" },
		{ "3 kg", "ok" },
		{ "XCXFULL", "done" },
		{ "XCXUNDO", "done: taken back: closed carton " SSCC_0 },
		{ "D1", "warn unit.already-done" },
		{ "XCXUNDO", "done: taken back: packed D1" },
		{ "XCXUNDO", "done: taken back: started carton " SSCC_0 },
		{ "D1", "refuse scan.wrong-kind" },
		{ "XCXBEGIN", "done: " SSCC_1 },
		{ "D1", "done: empty is tote T-2" },
		{ "XCXPREV", "ok: Carton " SSCC_1 },
		{ "XCXUNDO", "done: taken back: packed D1" },
		{ "T-2", "ok: 1 units of SO:2" },
	};
	struct player *p = packing(state, "pack");

	play(p, scenes);
	assert_int_equal(packing_find(p, "T-2").state, CARTON_OPEN);
	assert_string_equal(packing_find(p, "T-2").order, "SO:2");
	assert_int_equal(packing_find(p, SSCC_0).state, CARTON_ENDED);
	assert_string_equal(house_unit(p->house, "DRILL", "D1"),
	    "picked bin=STAGE-1 out=SO:2/1 carton=T-2");
}

/* Others went on with the carton, or with the tote. */
static void undo__is_refused__when_others_went_on(void **state)
{
	struct player *p = packing(state, "pack");

	player_scan(p, "T-2");
	player_scan(p, "XCXBEGIN");
	assert_string_equal(player_scan(p, "D1"), "done");
	packing_carton(p->house, "T-2", EV_CARTON_STARTED, "tote", "SO:1");
	assert_string_equal(player_scan(p, "XCXUNDO"), "refuse carton.closed");
	packing_carton(p->house, "T-2", EV_CARTON_ENDED, "", "");
	packing_carton(p->house, SSCC_0, EV_CARTON_CLOSED, "", "");
	assert_string_equal(player_scan(p, "XCXUNDO"), "refuse carton.closed");
	packing_carton(p->house, SSCC_0, EV_CARTON_REOPENED, "", "");
	assert_string_equal(player_scan(p, "XCXFULL"), "done");
	packing_carton(p->house, SSCC_0, EV_CARTON_SHIPPED, "", "");
	assert_string_equal(player_scan(p, "XCXUNDO"), "refuse carton.closed");
	assert_non_null(strstr(p->last.text, "shipped"));
	packing_carton(p->house, SSCC_0, EV_CARTON_SHIP_VOIDED, "", "");
	assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	assert_string_equal(house_unit(p->house, "DRILL", "D1"),
	    "picked bin=STAGE-1 out=SO:2/1 carton=T-2");
}

static void pack__goes_on__after_a_restart(void **state)
{
	struct player *p = packing(state, "pack");
	struct flow_unfinished open[4];
	struct worker worker = { .badge = "CLERK1", .role = ROLE_CLERK };
	struct flow_view view;
	struct err err;
	size_t n;

	player_scan(p, "SO:1");
	player_scan(p, "XCXBEGIN");
	player_scan(p, "S1");
	player_scan(p, "2,5 kg");
	player_leave(p, true);
	must(flow_unfinished(&p->st, false, open, 4, &n, &err));
	assert_int_equal(n, 1);
	assert_string_equal(open[0].flow, "pack");
	must(flow_resume(&p->flow, &p->st, open[0].job, &worker, &err));
	must(flow_view(p->flow, &view, &err));
	assert_non_null(strstr(view.big_label, "2.5 kg"));
	assert_string_equal(player_scan(p, "S2"), "done");
	assert_string_equal(player_scan(p, "XCXFULL"), "done");
	assert_int_equal(packing_find(p, SSCC_0).weight_g, 2500);
	assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "picked bin=STAGE-1 out=SO:1/1 carton=T-1");
	assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	assert_int_equal(packing_find(p, SSCC_0).state, CARTON_ENDED);
}

static void work__is_taken__from_another_bench(void **state)
{
	struct player *p = packing(state, "pack");
	struct player other;

	player_scan(p, "SO:1");
	player_scan(p, "XCXBEGIN");
	player_scan(p, "S1");
	player_init(&other, p->house, NULL);
	player_flow(&other, "pack", "CLERK2");
	assert_string_equal(player_scan(&other, "SO:1"), "ok");
	assert_string_equal(player_scan(&other, SSCC_0), "ask work.taken");
	assert_non_null(strstr(other.last.text, "CLERK1"));
	assert_string_equal(player_scan(&other, SSCC_0), "ok");
	assert_string_equal(player_scan(&other, "S2"), "done");
	assert_string_equal(player_scan(p, "S3"), "refuse scan.wrong-kind");
	assert_string_equal(player_scan(p, "XCXBEGIN"), "done");
	assert_string_equal(player_scan(p, "S3"), "done");
	player_done(&other);
}

static void slots__are_filled__from_outside(void **state)
{
	struct player *p = packing(state, "pack");
	struct verdict v;
	struct err err;

	house_bin(p->house, "PACK-2", BIN_PACK, 52, -1, "");
	must(flow_set(p->flow, "weight", "12.5", &v, &err));
	assert_int_equal(v.kind, VERDICT_OK);
	must(flow_set(p->flow, "bin", "PACK-2", &v, &err));
	assert_int_equal(v.kind, VERDICT_OK);
	must(flow_set(p->flow, "bin", "A-01", &v, &err));
	assert_string_equal(v.code, "bin.kind");
	must(flow_set(p->flow, "bin", "NIX", &v, &err));
	assert_string_equal(v.code, "bin.unknown");
	must(flow_set(p->flow, "weight", "heavy", &v, &err));
	assert_string_equal(v.code, "scan.unknown");
	assert_false(flow_set(p->flow, "colour", "red", &v, &err));
	assert_int_equal(err.kind, ERR_USAGE);
	must(flow_set(p->flow, "order", "SO:1", &v, &err));
	assert_int_equal(v.kind, VERDICT_OK);
	assert_string_equal(player_scan(p, "XCXBEGIN"), "done");
	assert_string_equal(player_scan(p, "S1"), "done");
	assert_string_equal(player_scan(p, "XCXFULL"), "done");
	assert_int_equal(packing_find(p, SSCC_0).weight_g, 12500);
	assert_string_equal(packing_find(p, SSCC_0).bin, "PACK-2");
	player_flow(p, "pack", "CLERK1");
	assert_string_equal(player_scan(p, "SO:1"), "ok");
	assert_string_equal(player_scan(p, "XCXBEGIN"), "done");
	assert_string_equal(player_scan(p, "S2"), "done");
	player_flow(p, "pack", "CLERK1");
	must(flow_set(p->flow, "carton", SSCC_1, &v, &err));
	assert_int_equal(v.kind, VERDICT_OK);
	assert_string_equal(player_scan(p, "S3"), "done");
	must(flow_set(p->flow, "carton", "S4", &v, &err));
	assert_string_equal(v.code, "scan.wrong-kind");
}

/* Without a pack bin units keep the bin they are in. */
static void pack__needs__no_bin(void **state)
{
	struct stage *stage = *state;
	struct player *p = &stage->p;

	house_order(p->house, "SO:1", "DRILL:1");
	packing_picked(p->house, "DRILL", "S1", "SO:1", 1, "");
	player_flow(p, "pack", "CLERK1");
	player_scan(p, "S1");
	player_scan(p, "XCXBEGIN");
	assert_string_equal(player_scan(p, "S1"), "done");
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "packed bin=STAGE-1 out=SO:1/1 carton=" SSCC_0);
}

static void view__shows__the_bench(void **state)
{
	struct player *p = packing(state, "pack");
	struct flow_view view;
	struct err err;

	must(flow_view(p->flow, &view, &err));
	assert_int_equal(view.total, 0);
	player_scan(p, "SO:1");
	must(flow_view(p->flow, &view, &err));
	assert_string_equal(view.title, "PACK SO-1");
	assert_string_equal(view.subtitle, "JONES");
	assert_int_equal(view.total, 6);
	assert_int_equal(view.done, 0);
	assert_string_equal(view.big_label, "PACKED OF 6, 0 CARTONS");
	assert_int_equal(view.n_rows, 2);
	assert_string_equal(view.rows[0].cells[1], "DRILL");
	assert_string_equal(view.rows[0].cells[3], "4");
	assert_string_equal(view.rows[0].cells[4], "4");
	assert_string_equal(view.suggestions[0].code, "T-1");
	assert_non_null(strstr(view.suggestions[0].why, "4 picked units wait in it"));
	assert_string_equal(view.suggestions[1].code, "STAGE-1");
	player_scan(p, "XCXBEGIN");
	player_scan(p, "S1");
	player_scan(p, "W1");
	player_scan(p, "1 kg");
	must(flow_view(p->flow, &view, &err));
	assert_int_equal(view.done, 2);
	assert_string_equal(view.big, SSCC_0 + 12);
	assert_string_equal(view.big_label, "CARTON, 2 UNITS, 1 kg");
	assert_string_equal(view.rows[0].cells[5], "1");
	assert_string_equal(view.rows[0].cells[2], "1");
	assert_string_equal(view.rows[0].cells[3], "3");
	assert_true(view.rows[1].current);	/* the saw's line */
}

UNIT_MAIN(
    flow_test(pack__fills__a_carton),
    flow_test(pack__ends__a_complete_order),
    flow_test(pack__is_opened__by_a_unit),
    flow_test(pack__opens__a_carton_again),
    flow_test(supervisor__lets__a_carton_be_opened_again),
    flow_test(pack__ends__an_empty_carton),
    flow_test(pack__takes__a_unit_out),
    flow_test(undo__reaches__back_over_cartons),
    flow_test(undo__is_refused__when_others_went_on),
    flow_test(pack__goes_on__after_a_restart),
    flow_test(work__is_taken__from_another_bench),
    flow_test(slots__are_filled__from_outside),
    flow_test(pack__needs__no_bin),
    flow_test(view__shows__the_bench),
)
