/*
 * test_print.c - labels asked for at the accepting scan, and at none other.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "desk.h"
#include "packing.h"

static struct player *
receiving(void **state, const char *print, const char *templates)
{
	struct stage *stage = *state;

	desk_put(stage, "receiving", print);
	desk_open(stage, templates);
	house_order(&stage->house, "PO:4711", "DRILL:50 METER:5");
	player_flow(&stage->p, "receiving", "CLERK1");
	return &stage->p;
}

static const struct scene two[] = {
	{ "4711", "ok" }, { "(01)04006381333931(21)S1", "done" }, { "S2", "done" },
};

static void print__at_each_act__asks_for_a_label(void **state)
{
	static const struct scene more[] = {
		{ "S1", "warn unit.already-done" },
		{ "A0001..A0003", "ask serial.range" }, { "A0001..A0003", "done" },
	};
	struct player *p = receiving(state, "true", "unit");
	struct str fields;
	struct err err;

	play(p, two);
	assert_string_equal(p->last.hint, "");
	play(p, more);
	assert_string_equal(desk_labels(*state), "unit S1 waiting; unit S2 waiting; "
	    "unit A0001 waiting; unit A0002 waiting; unit A0003 waiting");
	str_init(&fields);
	must(ledger_print_fields(p->house->l, 1, &fields, &err));
	assert_string_equal(fields.p, "{\"item_name\":\"Drill\","
	    "\"gtin\":\"04006381333931\",\"serial\":\"S1\"}");
	str_done(&fields);
}

static void print__false__asks_for_none(void **state)
{
	struct player *p = receiving(state, "false", "unit");

	play(p, two);
	assert_string_equal(p->last.hint, "");
	assert_string_equal(desk_labels(*state), "");
}

static void print__of_another_template__is_taken(void **state)
{
	play(receiving(state, "\"unit-small\"", "unit unit-small"), two);
	assert_string_equal(desk_labels(*state),
	    "unit-small S1 waiting; unit-small S2 waiting");
}

/* What cannot be printed is said, and the unit is there all the same. */
static void print__that_fails__never_stands_against_the_act(void **state)
{
	static const struct scene strange[] = {
		{ "4711", "ok" },
		{ "DRILL", "ok" },
		{ "S1", "done: received into DOCK-1, 1 of 50; no label: there is no "
		  "label \"nothing\"" },
	};
	static const struct scene too_long[] = {
		{ "4711", "ok" }, { "DRILL", "ok" },
		{ "SERIALS-LONGER-THAN-GS1-ALLOWS-1", "done: no label: " },
		{ "S3", "done" },
	};
	struct player *p = receiving(state, "\"nothing\"", "unit");

	play(p, strange);
	assert_non_null(strstr(p->last.hint, "The form names it"));
	assert_string_equal(desk_labels(*state), "");
	desk_put(*state, "receiving", "true");
	desk_open(*state, "unit");
	player_flow(p, "receiving", "CLERK1");
	play(p, too_long);
	assert_string_equal(desk_labels(*state), "unit S3 waiting");
	assert_int_equal(house_bin_units(p->house, "DOCK-1"), 3);
}

static void print__without_a_printer__is_said_once(void **state)
{
	static const struct scene one[] = { { "4711", "ok" }, { "DRILL", "ok" },
		{ "S1", "done" } };
	struct player *p = receiving(state, "true", "carton");

	play(p, one);
	assert_non_null(strstr(p->last.hint, "no printer here takes the label"));
	assert_string_equal(player_scan(p, "S2"), "done");
	assert_string_equal(p->last.hint, "");
	assert_string_equal(desk_labels(*state), "");
}

/* Taken back: the label that waits is cancelled, one that is out is told of. */
static void print__of_an_act_taken_back__is_cancelled(void **state)
{
	static const struct scene back[] = {
		{ "XCXUNDO", "done: taken back: received S2" } };
	static const struct scene again[] = { { "S2", "done: no label: DRILL S2 has a "
		"label \"unit\" already" } };
	struct player *p = receiving(state, "true", "unit");

	play(p, two);
	play(p, back);
	assert_string_equal(p->last.hint, "");
	assert_string_equal(desk_labels(*state), "unit S1 waiting; unit S2 cancelled");
	assert_string_equal(player_scan(p, "S2"), "done");
	desk_print(*state);
	assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	assert_string_equal(p->last.hint,
	    "Destroy its label: 1 may be printed already.");
	play(p, again);
}

static void print__of_a_carton__comes_when_it_is_closed(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "refuse scan.unknown" },
		{ "S1", "ok" }, { "XCXBEGIN", "done" }, { "S1", "done" }, { "S2", "done" },
		{ "12.5 kg", "ok" }, { "XCXFULL", "done: closed, 2 units, 12.5 kg" },
	};
	struct stage *stage = *state;
	struct player *p;
	struct str fields;
	struct err err;

	desk_put(stage, "pack", "true");
	desk_open(stage, "carton");
	p = packing(state, "pack");
	play(p, scenes);
	assert_string_equal(desk_labels(stage), "carton - waiting");
	str_init(&fields);
	must(ledger_print_fields(p->house->l, 1, &fields, &err));
	assert_non_null(strstr(fields.p, "\"order\":\"SO:1\""));
	assert_non_null(strstr(fields.p, "\"sscc\":\"" SSCC_0 "\""));
	assert_non_null(strstr(fields.p, "\"units\":\"2\""));
	assert_non_null(strstr(fields.p, "\"weight\":\"12.5 kg\""));
	str_done(&fields);
	assert_string_equal(player_scan(p, "XCXUNDO"), "done");
	assert_string_equal(desk_labels(stage), "carton - cancelled");
}

/* A serial of ours has its label when it is issued; scanned on its unit, the
 * label is read back. */
static void print__of_a_serial__comes_when_it_is_issued(void **state)
{
	static const struct scene issue[] = {
		{ "PUMP", "ok" }, { "XCXBEGIN", "ok: apply H1" },
		{ "XCXNO", "ok: H1 is void; apply H2" },
	};
	static const struct scene apply[] = {
		{ "H2", "done: H2 of PUMP" }, { "XCXUNDO", "done" },
		{ "H2", "done: H2 of PUMP" },
	};
	static const struct serial_rule_def rule = { .code = "OURS",
	    .pattern = "H[0-9]", .mask = "H{SEQ:1}" };
	static const struct item pump = { .code = "PUMP", .name = "Pump",
	    .serial_rule = "OURS", .min_remaining_days = -1 };
	struct stage *stage = *state;
	struct err err;
	bool changed;

	desk_put(stage, "commission", "true");
	desk_open(stage, "unit");
	must(ledger_begin(stage->house.l, -1, &err));
	must(serial_rule_define(stage->house.l, &rule, BY_FILE, &changed, &err));
	must(ledger_commit(stage->house.l, &err));
	house_item(&stage->house, &pump);
	player_flow(&stage->p, "commission", "CLERK1");
	play(&stage->p, issue);
	assert_string_equal(desk_labels(stage), "unit H1 cancelled; unit H2 waiting");
	desk_print(stage);
	play(&stage->p, apply);
	assert_string_equal(desk_labels(stage), "unit H1 cancelled; unit H2 confirmed");
}

static void form__print__is_checked(void **state)
{
	static const struct { const char *form, *print, *words; } wrong[] = {
		{ "move", "true", "move prints no labels" },
		{ "receiving", "3", "print" },
		{ "receiving", "\"\"", "print is true, false or the name of a label" },
	};
	struct stage *stage = *state;

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		desk_put(stage, wrong[i].form, wrong[i].print);
		player_done(&stage->p);
		player_init(&stage->p, &stage->house, stage->house.folder);
		assert_int_equal(stage->p.complaints, 1);
		assert_non_null(strstr(stage->p.complaint.what, wrong[i].words));
		desk_put(stage, wrong[i].form, "false");
	}
}

UNIT_MAIN(
    flow_test(print__at_each_act__asks_for_a_label),
    flow_test(print__false__asks_for_none),
    flow_test(print__of_another_template__is_taken),
    flow_test(print__that_fails__never_stands_against_the_act),
    flow_test(print__without_a_printer__is_said_once),
    flow_test(print__of_an_act_taken_back__is_cancelled),
    flow_test(print__of_a_carton__comes_when_it_is_closed),
    flow_test(print__of_a_serial__comes_when_it_is_issued),
    flow_test(form__print__is_checked),
)
