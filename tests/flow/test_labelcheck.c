/*
 * test_labelcheck.c - printed labels are scanned back, and nothing else is taken
 * for it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "desk.h"

/* S1 S2 of DRILL and K1 of MILK, lot L7, have printed labels; S3's waits. */
static struct player *
at_desk(void **state)
{
	static const struct scene printed[] = {
		{ "4711", "ok" }, { "(01)04006381333931(21)S1", "done" },
		{ "S2", "done" }, { "(01)09521234543220(21)K1(10)L7", "done" },
	};
	static const struct scene waits[] = {
		{ "(01)04006381333931(21)S3", "done" },
	};
	struct stage *stage = *state;

	desk_put(stage, "receiving", "true");
	desk_open(stage, "unit");
	house_order(&stage->house, "PO:4711", "DRILL:50 MILK:5");
	player_flow(&stage->p, "receiving", "CLERK1");
	play(&stage->p, printed);
	desk_print(stage);
	play(&stage->p, waits);
	player_flow(&stage->p, "labelcheck", "CLERK1");
	return &stage->p;
}

/* The types of a unit's events after its receipt, blanks between. */
static bool
add_type(void *ctx, const struct event *e, bool undone)
{
	char *said = ctx;
	size_t len = strlen(said);

	if (!undone && e->type != EV_UNIT_RECEIVED)
		str_print(said + len, 300 - len, "%s%s", len > 0 ? " " : "",
		    event_type_name(e->type));
	return true;
}

static const char *
events(struct player *p, const char *item, const char *serial)
{
	static char said[300];
	struct err err;

	said[0] = '\0';
	must(ledger_history(p->house->l, item, serial, add_type, said, &err));
	return said;
}

static void check__of_the_right_label__settles_it(void **state)
{
	static const struct scene scenes[] = {
		{ "(01)04006381333931(21)S2", "done: S2 of DRILL is right; 2 wait" },
		{ "S1", "done: S1 of DRILL is right; 1 waits" },
		{ "]d2010952123454322021K1\\x1D10L7", "done: K1 of MILK is right; 0 wait" },
		{ "S1", "refuse label.mismatch: no label waits" },
	};
	struct player *p = at_desk(state);

	play(p, scenes);
	assert_string_equal(desk_labels(*state), "unit S1 confirmed; "
	    "unit S2 confirmed; unit K1 confirmed; unit S3 waiting");
	assert_string_equal(events(p, "DRILL", "S1"), "unit.label-verified");
}

static void check__of_another_label__is_refused(void **state)
{
	static const struct scene scenes[] = {
		{ "S3", "refuse label.mismatch: due is S1 of DRILL" },	/* not printed */
		{ "(01)04006381333948(21)S1", "refuse label.mismatch: due is S1" },
		{ "4006381333931", "refuse scan.wrong-kind" },
		{ "(01)09521234543220(21)K1(10)L8",
		  "refuse label.mismatch: says lot L8, known is L7" },
		{ "keyed:S1", "refuse entry.keyed-not-allowed" },
		{ "pasted:S1", "refuse entry.keyed-not-allowed" },
	};
	struct player *p = at_desk(state);

	play(p, scenes);
	assert_string_equal(desk_labels(*state), "unit S1 printed; unit S2 printed; "
	    "unit K1 printed; unit S3 waiting");
	assert_string_equal(events(p, "DRILL", "S1"), "");
}

/* Whatever a site's form allows: a keyed serial shows nothing of a label. */
static void check__keyed__is_refused_by_any_form(void **state)
{
	static const char form[] = "title = \"CHECK\"; slots = ( { name = \"label\";"
	    " prompt = \"LABEL\"; accepts = [ \"serial\" ]; required = true; } );";
	struct stage *stage = *state;
	struct player *p = at_desk(state);
	char path[300];
	struct err err;

	str_print(path, sizeof path, "%s/labelcheck.form", stage->house.folder);
	must(file_create(path, 0600, form, strlen(form), &err));
	desk_open(stage, "unit");
	player_flow(p, "labelcheck", "CLERK1");
	assert_string_equal(player_scan(p, "keyed:S1"),
	    "refuse entry.keyed-not-allowed");
	assert_string_equal(player_scan(p, "S1"), "done");
}

static void check__no__replaces_the_label_that_is_due(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXNO", "done label.failed: the label of S1 will not read" },
		{ "S9", "refuse label.mismatch: due is S2" },
		{ "XCXNO", "ask label.unreadable: S2 of DRILL" },
		{ "XCXNO", "ok: left as it was" },
		{ "S9", "refuse label.mismatch" },
		{ "XCXNO", "ask label.unreadable" },
		{ "XCXOK", "done label.failed: the label of S2" },
		{ "K1", "done" },
		{ "XCXNO", "ok: no label waits" },
		{ "XCXREPRINT", "ask label.reason: K1" },
		{ "torn", "done: another label for K1" },
	};
	static const struct scene again[] = {
		{ "S1", "done: S1 of DRILL is right" },
	};
	struct player *p = at_desk(state);

	play(p, scenes);
	assert_string_equal(desk_labels(*state), "unit S1 cancelled; "
	    "unit S2 cancelled; unit K1 confirmed; unit S3 waiting; "
	    "unit S1 waiting will not read; unit S2 waiting will not read; "
	    "unit K1 waiting torn");
	desk_print(*state);
	play(p, again);
	assert_string_equal(events(p, "DRILL", "S1"),
	    "unit.label-failed unit.label-printed unit.label-verified");
}

static void view__shows__what_waits_oldest_first(void **state)
{
	struct player *p = at_desk(state);
	static struct flow_view view;
	struct err err;

	must(flow_view(p->flow, &view, &err));
	assert_int_equal(view.n_rows, 3);
	assert_string_equal(view.rows[0].cells[0], "S1");
	assert_string_equal(view.rows[0].cells[3], "P1");
	assert_string_equal(view.rows[2].cells[1], "MILK");
	assert_true(view.rows[0].current);
	assert_string_equal(view.big, "S1");
	assert_string_equal(view.prompt, "SCAN A PRINTED LABEL");
}

UNIT_MAIN(
    flow_test(check__of_the_right_label__settles_it),
    flow_test(check__of_another_label__is_refused),
    flow_test(check__keyed__is_refused_by_any_form),
    flow_test(check__no__replaces_the_label_that_is_due),
    flow_test(view__shows__what_waits_oldest_first),
)
