/*
 * test_reprint.c - another label, with its reason; labels that will not read.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "desk.h"
#include "ledger/print_failed.h"
#include "packing.h"

static struct player *
receiving(void **state, const char *templates)
{
	static const struct scene first[] = {
		{ "4711", "ok" }, { "(01)04006381333931(21)S1", "done" },
	};
	struct stage *stage = *state;

	desk_put(stage, "receiving", "true");
	desk_open(stage, templates);
	house_order(&stage->house, "PO:4711", "DRILL:50");
	player_flow(&stage->p, "receiving", "CLERK1");
	play(&stage->p, first);
	return &stage->p;
}

/* The last event of a unit: "unit.label-printed damaged, label unit, copy 2". */
static bool
keep_event(void *ctx, const struct event *e, bool undone)
{
	char *said = ctx;

	if (!undone)
		str_print(said, 300, "%s %s, %s", event_type_name(e->type),
		    e->body.reason, e->body.note);
	return true;
}

static const char *
last_event(struct player *p, const char *item, const char *serial)
{
	static char said[300];
	struct err err;

	said[0] = '\0';
	must(ledger_history(p->house->l, item, serial, keep_event, said, &err));
	return said;
}

static void reprint__asks__for_the_reason(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXREPRINT", "ask label.reason: why another label for S1?" },
		{ "XCXINFO", "ok" },
		{ "(01)04006381333931(21)S2", "refuse scan.wrong-kind" },
		{ "damaged", "done: another label for S1 goes to P1: damaged" },
		{ "XCXREPRINT", "ask label.reason" },
		{ "XCXNO", "ok: left as it was" },
		{ "XCXREPRINT", "ask label.reason" },
		{ "XCXUNDO", "done: taken back: received S1" },	/* gives the question up */
	};
	struct player *p = receiving(state, "unit");

	play(p, scenes);
	assert_string_equal(desk_labels(*state),
	    "unit S1 cancelled; unit S1 waiting damaged");
}

static void reprint__is_in__the_history(void **state)
{
	struct player *p = receiving(state, "unit");

	player_scan(p, "XCXREPRINT");
	assert_string_equal(p->last.prompt, "SCAN OR KEY THE REASON");
	player_scan(p, "keyed:lost");
	assert_string_equal(last_event(p, "DRILL", "S1"),
	    "unit.label-printed lost, label unit, copy 2");
}

/* Another flow, which prints nothing by itself: the unit refused is at hand. */
static void reprint__of_what_was_refused__is_its_label(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXREPRINT", "refuse command.not-here" },
		{ "K1", "ok" }, { "A-02", "done" },
		{ "XCXREPRINT", "ask label.reason: K1" },
		{ "faded", "done: another label for K1" },
	};
	struct stage *stage = *state;

	desk_open(stage, "unit");
	house_stock(&stage->house, "DRILL", "A-03", "K1");
	player_flow(&stage->p, "move", "CLERK1");
	play(&stage->p, scenes);
	assert_string_equal(desk_labels(stage), "unit K1 waiting faded");
}

static bool
keep_failure(void *ctx, const struct event *e, const struct label_failure *f)
{
	str_print(ctx, 300, "%s %s: %s; %s; %s; %s", e->item, e->subject, f->supplier,
	    f->template_name, f->symbols, f->printer);
	return true;
}

static void failed__label__is_recorded_and_replaced(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXREPRINT", "ask label.reason" },
		{ "Will Not Read", "done label.failed: another one goes to P1" },
	};
	struct player *p = receiving(state, "unit");
	char said[300] = "";
	struct err err;

	desk_print(*state);
	play(p, scenes);
	assert_string_equal(desk_labels(*state),
	    "unit S1 cancelled; unit S1 waiting will not read");
	must(label_failures(p->house->l, keep_failure, said, &err));
	assert_string_equal(said, "DRILL S1: ACME; unit; "
	    "gs1_datamatrix datamatrix code128; P1");
}

/* No printer: the failure is a fact all the same. */
static void failed__without_a_printer__is_recorded(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXREPRINT", "ask label.reason" },
		{ "damaged", "refuse label.no-printer" },
		{ "XCXREPRINT", "ask label.reason" },
		{ "will not read", "warn label.failed: no printer here takes" },
	};
	struct player *p = receiving(state, "carton");

	play(p, scenes);
	assert_string_equal(last_event(p, "DRILL", "S1"),
	    "unit.label-failed will not read, ");
	assert_string_equal(desk_labels(*state), "");
}

static void reprint__of_a_carton__is_of_the_one_at_hand(void **state)
{
	static const struct scene scenes[] = {
		{ "S1", "ok" }, { "XCXBEGIN", "done" }, { "S1", "done" },
		{ "XCXREPRINT", "ask label.reason: " SSCC_0 },
		{ "torn", "done: another label for " SSCC_0 },
		{ "XCXFULL", "done" },
		{ "XCXREPRINT", "ask label.reason: " SSCC_0 },
		{ "torn again", "done: another label for " SSCC_0 },
	};
	struct stage *stage = *state;

	desk_open(stage, "carton");
	play(packing(state, "pack"), scenes);
	assert_string_equal(desk_labels(stage),
	    "carton - waiting torn; carton - waiting torn again");
}

UNIT_MAIN(
    flow_test(reprint__asks__for_the_reason),
    flow_test(reprint__is_in__the_history),
    flow_test(reprint__of_what_was_refused__is_its_label),
    flow_test(failed__label__is_recorded_and_replaced),
    flow_test(failed__without_a_printer__is_recorded),
    flow_test(reprint__of_a_carton__is_of_the_one_at_hand),
)
