/*
 * test_forms.c - a site's own forms: used, or refused with file, line, reason.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "flows.h"
#include <stdio.h>
#include "base/file.h"

static void
put(struct stage *stage, const char *name, const char *text)
{
	char path[300];
	struct err err;

	str_print(path, sizeof path, "%s/%s.form", stage->house.folder, name);
	remove(path);
	must(file_create(path, 0600, text, strlen(text), &err));
}

static struct player *
with_forms(struct stage *stage, const char *flow)
{
	player_done(&stage->p);
	player_init(&stage->p, &stage->house, stage->house.folder);
	house_order(&stage->house, "PO:4711", "DRILL:50");
	player_flow(&stage->p, flow, "CLERK1");
	return &stage->p;
}

static void forms__built_in__all_parse(void **state)
{
	static const char *const names[] = { "receiving", "putaway", "move",
	    "lookup", "pick", "cluster" };
	struct stage *stage = *state;

	assert_int_equal(stage->p.complaints, 0);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const struct form *form = forms_find(stage->p.forms, names[i]);

		assert_non_null(form);
		assert_string_equal(form->source, "built in");
		assert_true(form->n_slots > 0);
		for (size_t s = 0; s < form->n_slots; s++) {
			assert_true(form->slots[s].prompt[0] != '\0');
			assert_true(form->slots[s].help[0] != '\0');
		}
	}
	assert_null(forms_find(stage->p.forms, "nothing"));
}

static const char own_move[] =
    "title = \"CARRY\";\n"
    "slots = (\n"
    "  { name = \"unit\"; prompt = \"WHICH ONE\"; accepts = [ \"unit\" ];\n"
    "    required = true; entry = \"scan_only\"; },\n"
    "  { name = \"bin\"; prompt = \"WHERE TO\"; accepts = [ \"bin\" ];\n"
    "    required = true; entry = \"keyed_needs_supervisor\"; }\n"
    ");\n";

static void form__of_the_site__is_used(void **state)
{
	static const struct scene scenes[] = {
		{ "keyed:S1", "refuse entry.keyed-not-allowed" },
		{ "S1", "ok" },
		{ "S2", "refuse scan.wrong-kind: wanted is a bin" },
		{ "keyed:A-02", "refuse entry.keyed-not-allowed" },
		{ "SUPER1", "ask override.reason" },
		{ "label torn", "done" },
		{ "S2", "ok" },
		{ "keyed:A-02", "refuse entry.keyed-not-allowed" },
		{ "A-02", "done" },
	};
	struct stage *stage = *state;
	struct player *p;

	put(stage, "move", own_move);
	p = with_forms(stage, "move");
	assert_int_equal(p->complaints, 0);
	house_stock(p->house, "DRILL", "DOCK-1", "S1 S2");
	play(p, scenes);
	assert_string_equal(p->last.prompt, "WHICH ONE");
}

static const char with_reason[] =
    "title = \"RECEIVE\";\n"
    "slots = (\n"
    "  { name = \"order\"; prompt = \"O\"; accepts = [ \"order\" ];\n"
    "    required = true; sticky = true; },\n"
    "  { name = \"item\"; prompt = \"I\"; accepts = [ \"item\" ];\n"
    "    required = true; sticky = true; },\n"
    "  { name = \"lot\"; prompt = \"L\"; accepts = [ \"lot\" ]; when = \"item\";\n"
    "    required = true; sticky = true; },\n"
    "  { name = \"made_on\"; prompt = \"M\"; accepts = [ \"date\" ]; },\n"
    "  { name = \"expires_on\"; prompt = \"E\"; accepts = [ \"date\" ]; },\n"
    "  { name = \"serial\"; prompt = \"S\"; required = true;\n"
    "    accepts = [ \"serial\", \"unit\" ]; entry = \"keyed_needs_reason\"; }\n"
    ");\n";

static void keyed__with_a_reason__is_taken(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "ok" }, { "DRILL", "ok" },
		{ "keyed:S1", "ask entry.keyed-reason" },
		{ "label is torn", "done: S1" },
		{ "keyed:S2", "ask entry.keyed-reason" },
		{ "XCXNO", "ok" },
		{ "S2", "done: S2" },
		/* a question of before does not answer this one */
		{ "A-01", "refuse scan.wrong-kind" },
		{ "S1", "warn unit.already-done" },
		{ "keyed:Q777", "ask entry.keyed-reason" },
		{ "wet", "done: Q777" },
	};
	struct stage *stage = *state;
	struct player *p;
	struct event e;
	struct err err;

	put(stage, "receiving", with_reason);
	p = with_forms(stage, "receiving");
	assert_int_equal(p->complaints, 0);
	play(p, scenes);
	assert_int_equal(ledger_event(p->house->l, p->last.events[0].id, &e, NULL,
	    &err), 1);
	assert_string_equal(e.body.reason, "wet");
	assert_int_equal(e.entry, BY_KEYS);
}

/* After a refusal that a supervisor could allow, a keyed one is asked about
 * itself. */
static void keyed__after_a_refusal__is_not_mixed_up(void **state)
{
	static const struct scene scenes[] = {
		{ "9", "ok" }, { "DRILL", "ok" }, { "S1", "done" },
		{ "S2", "refuse order.over: tolerance" },
		{ "keyed:Q777", "ask entry.keyed-reason" },
		{ "wet", "refuse order.over: tolerance" },
		{ "SUPER1", "ask override.reason" },
		{ "fine", "done: Q777" },
	};
	struct stage *stage = *state;
	struct player *p;

	put(stage, "receiving", with_reason);
	p = with_forms(stage, "receiving");
	house_order(p->house, "PO:9", "DRILL:1:200");
	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S2"), "");
}

/* --- broken ones --- */

static const struct {
	const char *text;
	int line;
	const char *words;
} broken[] = {
	{ "title = \"X\"\nslots = (", 2, "" },
	{ "title = \"X\";\n", 1, "slots" },
	{ "title = \"X\";\nslots = ();", 2, "at least one slot" },
	{ "slots = ( { name = \"unit\"; prompt = \"A\";\n"
	  "accepts = [ \"unit\" ]; } );", 1, "title" },
	{ "title = \"X\";\nslots = (\n{ name = \"unit\"; prompt = \"A\";\n"
	  "accepts = [ \"unit\", \"fish\" ]; } );", 4, "fish" },
	{ "title = \"X\";\nslots = (\n{ name = \"unit\"; prompt = \"A\";\n"
	  "accepts = [ \"unit\" ]; colour = 3; } );", 4, "colour" },
	{ "title = \"X\";\ncolour = 3;\nslots = ( { name = \"unit\";\n"
	  "prompt = \"A\"; accepts = [ \"unit\" ]; } );", 2, "colour" },
	{ "title = \"X\";\nslots = (\n{ name = \"unit\"; prompt = \"A\";\n"
	  "accepts = [ \"order\" ]; },\n{ name = \"bin\"; prompt = \"B\";\n"
	  "accepts = [ \"bin\" ]; } );", 2, "cannot take an order" },
	{ "title = \"X\";\nslots = (\n{ name = \"unit\"; prompt = \"A\";\n"
	  "accepts = [ \"unit\" ]; } );", 2, "needs the slot \"bin\"" },
	{ "title = \"X\";\nslots = (\n{ name = \"unit\"; prompt = \"A\";\n"
	  "accepts = [ \"unit\" ]; },\n{ name = \"unit\"; prompt = \"B\";\n"
	  "accepts = [ \"unit\" ]; } );", 5, "twice" },
	{ "title = \"X\";\nslots = (\n{ name = \"unit\"; prompt = \"A\";\n"
	  "accepts = [ \"unit\" ]; entry = \"sometimes\"; } );", 4, "sometimes" },
	{ "title = \"X\";\nslots = (\n{ name = \"unit\"; prompt = \"A\";\n"
	  "accepts = [ \"unit\" ]; sticky = \"yes\"; } );", 4, "sticky" },
	{ "title = \"X\";\nslots = (\n{ name = \"unit\"; prompt = \"A\";\n"
	  "accepts = [ \"unit\" ]; when = \"bin\"; } );", 4, "bin" },
	{ "title = \"X\";\nslots = (\n{ prompt = \"A\";\n"
	  "accepts = [ \"unit\" ]; } );", 3, "name" },
	{ "title = \"X\";\nslots = (\n{ name = \"unit\"; prompt = \"A\";\n"
	  "accepts = [ \"unit\" ]; width = 0; } );", 4, "width" },
	{ "title = \"X\";\nslots = (\n{ name = \"fish\"; prompt = \"A\";\n"
	  "accepts = [ \"unit\" ]; } );", 2, "no slot \"fish\"" },
};

static void form__broken__is_refused_by_file_and_line(void **state)
{
	struct stage *stage = *state;

	for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
		char where[300];

		put(stage, "move", broken[i].text);
		player_done(&stage->p);
		player_init(&stage->p, &stage->house, stage->house.folder);
		assert_int_equal(stage->p.complaints, 1);
		str_print(where, sizeof where, "%s/move.form:%d: ",
		    stage->house.folder, broken[i].line);
		if (!str_starts(stage->p.complaint.what, where) ||
		    strstr(stage->p.complaint.what, broken[i].words) == NULL)
			fail_msg("form %zu: \"%s\" says neither %s nor %s", i,
			    stage->p.complaint.what, where, broken[i].words);
		assert_string_equal(forms_find(stage->p.forms, "move")->source,
		    "built in");
	}
}

/* Slots in another order: odd, but never a crash. */
static void form__in_another_order__still_answers(void **state)
{
	static const char text[] = "title = \"X\";\nslots = (\n"
	    "  { name = \"serial\"; prompt = \"S\"; required = true;\n"
	    "    accepts = [ \"serial\", \"unit\" ]; },\n"
	    "  { name = \"item\"; prompt = \"I\"; accepts = [ \"item\" ];\n"
	    "    required = true; },\n"
	    "  { name = \"order\"; prompt = \"O\"; accepts = [ \"order\" ];\n"
	    "    required = true; sticky = true; },\n"
	    "  { name = \"lot\"; prompt = \"L\"; accepts = [ \"lot\" ]; },\n"
	    "  { name = \"made_on\"; prompt = \"M\"; accepts = [ \"date\" ]; },\n"
	    "  { name = \"expires_on\"; prompt = \"E\"; accepts = [ \"date\" ]; } );";
	static const char *const scans[] = { "S1", "DRILL", "4711", "S1",
	    "]C1010400638133393121S1", "XCXUNDO", "XCXDONE", "XCXNO", "XCXPREV" };
	static const char reversed[] = "title = \"X\";\nslots = (\n"
	    "  { name = \"bin\"; prompt = \"B\"; accepts = [ \"bin\" ];\n"
	    "    required = true; sticky = true; },\n"
	    "  { name = \"unit\"; prompt = \"U\"; accepts = [ \"unit\" ];\n"
	    "    required = true; } );";
	static const struct scene scenes[] = {
		{ "A-02", "ok" }, { "S1", "done" }, { "S2", "done" },
		{ "S2", "warn unit.already-done" },
		{ "A-03", "ok" }, { "S2", "done" },
		{ "A-01", "ok" }, { "S1", "done" }, { "S2", "done" }, { "S3", "done" },
		{ "S4", "refuse bin.full" },
	};
	struct stage *stage = *state;
	struct player *p;

	put(stage, "receiving", text);
	p = with_forms(stage, "receiving");
	for (size_t i = 0; i < sizeof scans / sizeof scans[0]; i++)
		player_scan(p, scans[i]);
	put(stage, "move", reversed);
	p = with_forms(stage, "move");
	house_stock(p->house, "DRILL", "DOCK-1", "S1 S2 S3 S4");
	play(p, scenes);
}

UNIT_MAIN(
    flow_test(forms__built_in__all_parse),
    flow_test(form__of_the_site__is_used),
    flow_test(keyed__with_a_reason__is_taken),
    flow_test(keyed__after_a_refusal__is_not_mixed_up),
    flow_test(form__broken__is_refused_by_file_and_line),
    flow_test(form__in_another_order__still_answers),
)
