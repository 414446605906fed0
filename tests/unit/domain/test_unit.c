/*
 * test_unit.c - what each event changes on a unit, undo, incidents, sums.
 * Method: histories in one line (tests/support/story.h) against the unit they
 * must give.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "domain/unit.h"
#include "../../support/story.h"

static const struct {
	const char *story;
	const char *unit;
} effects[] = {
	/* coming */
	{ "expected order=PO:1 line=2 party=ACME lot=L made_on=2026-01-01",
	  "expected lot=L made=2026-01-01 in=PO:1/2 party=ACME announced" },
	{ "expected order=PO:1 line=2 lot=L; received bin=D order=PO:1 line=2",
	  "available bin=D lot=L in=PO:1/2 announced" },
	{ "expected order=PO:1 line=2 lot=L; received bin=D order=PO:2 line=1 lot=M",
	  "available bin=D lot=M in=PO:2/1 announced" },
	{ "expected carton=C; received bin=D", "available bin=D announced" },
	{ "received bin=D order=PO:1 line=1 party=ACME lot=L made_on=2026-01-01 "
	  "expires_on=2027-01-01 country=DE owner=US",
	  "available bin=D lot=L made=2026-01-01 expires=2027-01-01 country=DE "
	  "in=PO:1/1 party=ACME owner=US" },
	{ "received bin=Q reason=quality", "available bin=Q holds=quality" },
	{ "opened bin=A reason=quarantine", "available bin=A holds=quarantine" },
	{ "commissioned bin=A", "available bin=A" },
	/* lying */
	{ "received bin=D; moved bin=A from=D", "available bin=A" },
	{ "received bin=D; moved", "available bin=D" },
	{ "received bin=D; counted bin=B", "available bin=B" },
	{ "received bin=D; missed", "missing" },
	{ "received bin=D; missed; found bin=A", "available bin=A" },
	{ "received bin=D; missed; moved bin=A", "available bin=A" },
	{ "received bin=D; missed; counted bin=A", "available bin=A" },
	{ "received bin=D lot=L; corrected lot=M expires_on=2028-01-01",
	  "available bin=D lot=M expires=2028-01-01" },
	/* going */
	{ "received bin=D; allocated order=SO:1 line=3",
	  "allocated bin=D out=SO:1/3" },
	{ "received bin=D; allocated order=SO:1 line=3; deallocated",
	  "available bin=D" },
	{ "received bin=D; picked order=SO:1 line=3 bin=STAGE carton=T1",
	  "picked bin=STAGE out=SO:1/3 carton=T1" },
	{ "received bin=D; picked order=SO:1 line=3 carton=T1; unpicked bin=A",
	  "available bin=A" },
	{ "received bin=D; picked order=SO:1 line=1; packed carton=C bin=P",
	  "packed bin=P out=SO:1/1 carton=C" },
	{ "received bin=D; picked order=SO:1 line=1; packed carton=C; unpacked",
	  "picked bin=D out=SO:1/1" },
	{ "received bin=D; picked order=SO:1 line=1; packed carton=C; "
	  "shipped party=JONES until=2028-03-02 tracking=1Z",
	  "shipped out=SO:1/1 carton=C party=JONES cover=2028-03-02" },
	{ "received bin=D; picked order=SO:1 line=1; packed carton=C; shipped; "
	  "ship-voided bin=P", "packed bin=P out=SO:1/1 carton=C" },
	{ "received bin=D party=ACME; picked order=SO:1 line=1; packed carton=C; "
	  "shipped party=JONES until=2028-03-02; ship-voided bin=P party=ACME",
	  "packed bin=P out=SO:1/1 carton=C party=ACME" },
	{ "received bin=D; picked order=SO:1 line=1; shipped party=JONES; "
	  "ship-voided bin=P until=2026-09-30; unpacked bin=P",
	  "picked bin=P out=SO:1/1 cover=2026-09-30" },
	{ "received bin=D party=ACME; sent-back order=RMA:1 line=1 party=ACME",
	  "shipped out=RMA:1/1 party=ACME" },
	/* coming back */
	{ "received bin=D; picked order=SO:1 line=1; packed carton=C; "
	  "shipped party=JONES; returned bin=R party=SMITH",
	  "returned bin=R out=SO:1/1 party=SMITH" },
	{ "returned bin=R party=SMITH", "returned bin=R party=SMITH holds=incident" },
	{ "received bin=D; picked; shipped; returned bin=R; restocked bin=A",
	  "available bin=A" },
	{ "received bin=D; repair-started bin=W; repaired bin=R",
	  "returned bin=R" },
	/* inside others, with people, at the end */
	{ "received bin=D; installed parent_item=PC parent_serial=7",
	  "installed parent=PC/7" },
	{ "received bin=D; installed parent_item=PC parent_serial=7; removed bin=R",
	  "returned bin=R" },
	{ "received bin=D; checked-out party=JO bin=CUST",
	  "checked_out bin=CUST party=JO" },
	{ "received bin=D; checked-out party=JO; checked-in bin=A",
	  "available bin=A party=JO" },
	{ "received bin=D; scrapped reason=DAMAGE", "scrapped" },
	{ "received bin=D; retired", "retired" },
	{ "received bin=D; reserialised new_serial=S2", "retired" },
	/* what is said about it */
	{ "received bin=D; held reason=recall; held reason=count",
	  "available bin=D holds=recall,count" },
	{ "received bin=D; held reason=recall; held reason=count; "
	  "released reason=recall", "available bin=D holds=count" },
	{ "received bin=D; held reason=nonsense", "available bin=D" },
	{ "received bin=D; owner-changed owner=THEM", "available bin=D owner=THEM" },
	{ "received bin=D; warranty-set until=2029-01-01",
	  "available bin=D cover=2029-01-01" },
	{ "received bin=D; warranty-set until=2029-01-01; warranty-set",
	  "available bin=D" },
	{ "received bin=D; noted note=x; serviced; claimed; label-printed; "
	  "label-verified; label-failed", "available bin=D" },
	/* a contradiction keeps the state and holds the unit */
	{ "received bin=D; received bin=E order=PO:9",
	  "available bin=D holds=incident" },
	{ "received bin=D; shipped", "available bin=D holds=incident" },
	{ "received bin=D; held reason=quality; picked order=SO:1",
	  "available bin=D holds=incident,quality" },
	{ "received bin=D; picked order=SO:1 line=1; shipped; moved bin=A",
	  "shipped out=SO:1/1 holds=incident" },
};

static void unit_apply__changes__what_the_event_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof effects / sizeof effects[0]; i++) {
		struct story s = { 0 };
		struct unit applied, folded;
		size_t odd_applied, odd_folded;

		story_tell(&s, "DRILL", "S1", effects[i].story);
		story_apply(&s, &applied, &odd_applied);
		story_fold(&s, &folded, &odd_folded);
		if (strcmp(unit_say(&applied), effects[i].unit) != 0)
			fail_msg("%s\ngives %s\nnot   %s", effects[i].story,
			    unit_say(&applied), effects[i].unit);
		assert_string_equal(unit_say(&folded), effects[i].unit);
		assert_int_equal(odd_applied, odd_folded);
		story_done(&s);
	}
}

static void
fold(const char *text, struct unit *u, size_t *anomalies)
{
	struct story s = { 0 };

	story_tell(&s, "DRILL", "S1", text);
	story_fold(&s, u, anomalies);
	story_done(&s);
}

static void unit_apply__keeps__times(void **state)
{
	struct unit u;
	size_t odd;

	(void)state;
	fold("received bin=D; moved bin=A; received bin=D; noted", &u, &odd);
	assert_int_equal(u.received_at, STORY_START_MS + 60000);
	assert_int_equal(u.changed_at, STORY_START_MS + 4 * 60000);
	assert_int_equal(u.last_event, 4);
	fold("received bin=D; received bin=E", &u, &odd);
	assert_int_equal(u.changed_at, STORY_START_MS + 60000);
	assert_int_equal(u.last_event, 2);
	fold("opened bin=D received_on=2020-02-29", &u, &odd);
	assert_int_equal(u.received_at, INT64_C(1582934400000));
	fold("received bin=D; picked; shipped", &u, &odd);
	assert_int_equal(u.shipped_at, STORY_START_MS + 3 * 60000);
	fold("received bin=D; picked; packed; shipped; ship-voided", &u, &odd);
	assert_int_equal(u.shipped_at, 0);
}

static const struct {
	const char *story;
	const char *unit;
	size_t anomalies;
} undone[] = {
	{ "received bin=D; undone 1", "none", 0 },
	{ "received bin=D; undone 1; received bin=E", "available bin=E", 0 },
	{ "received bin=D; moved bin=A; undone 2", "available bin=D", 0 },
	{ "received bin=D; moved bin=A; moved bin=B; undone 2",
	  "available bin=B", 0 },
	{ "received bin=D; received bin=E; undone 2", "available bin=D", 0 },
	{ "received bin=D; received bin=E; undone 1", "available bin=E", 0 },
	{ "received bin=D; moved bin=A; undone 1", "none holds=incident", 1 },
	{ "received bin=D; held reason=count; undone 2", "available bin=D", 0 },
	{ "received bin=D; received; resolved 2:unit.duplicate; undone 3",
	  "available bin=D holds=incident", 1 },
	{ "expected order=PO:1 line=1; received bin=D; undone 2",
	  "expected in=PO:1/1 announced", 0 },
	{ "received bin=D; undone 1; undone 1", "none", 0 },
};

static void unit_fold__leaves_out__what_was_undone(void **state)
{
	struct unit u;
	size_t odd;

	(void)state;
	for (size_t i = 0; i < sizeof undone / sizeof undone[0]; i++) {
		fold(undone[i].story, &u, &odd);
		if (strcmp(unit_say(&u), undone[i].unit) != 0)
			fail_msg("%s\ngives %s\nnot   %s", undone[i].story,
			    unit_say(&u), undone[i].unit);
		assert_int_equal(odd, undone[i].anomalies);
	}
}

static void incident__holds__until_resolved(void **state)
{
	struct unit u;
	size_t odd;

	(void)state;
	fold("received bin=D; received", &u, &odd);
	assert_int_equal(u.incidents, 1);
	fold("received bin=D; received; released reason=incident", &u, &odd);
	assert_int_equal(u.holds, HOLD_INCIDENT);
	fold("received bin=D; received; received; resolved 2:unit.duplicate", &u,
	    &odd);
	assert_int_equal(u.holds, HOLD_INCIDENT);
	assert_int_equal(u.incidents, 1);
	fold("received bin=D; received; received; resolved 2:unit.duplicate; "
	    "resolved 3:unit.duplicate", &u, &odd);
	assert_int_equal(u.holds, 0);
	fold("received bin=D; opened.incident code=unit.suspect", &u, &odd);
	assert_int_equal(u.incidents, 1);
	fold("received bin=D; opened.incident code=unit.suspect; "
	    "resolved 2:unit.suspect", &u, &odd);
	assert_int_equal(u.holds, 0);
	fold("received bin=D; opened.incident code=unit.suspect; "
	    "resolved 9:unit.suspect", &u, &odd);
	assert_int_equal(u.holds, HOLD_INCIDENT);
}

/* A resolution that comes twice settles one question, not two. */
static void incident__resolved_twice__counts_once(void **state)
{
	struct story s = { 0 };
	struct unit u;
	size_t odd;

	(void)state;
	story_tell(&s, "DRILL", "S1", "received bin=D");
	for (int i = 0; i < 12; i++)
		story_tell(&s, "DRILL", "S1", "received bin=D");
	for (int i = 0; i < 12; i++) {
		char text[64];

		str_print(text, sizeof text, "resolved %d:unit.duplicate", 13 - i);
		story_tell(&s, "DRILL", "S1", text);
		story_tell(&s, "DRILL", "S1", text);
		story_fold(&s, &u, &odd);
		assert_int_equal(u.incidents, 11 - i);
		assert_int_equal(u.holds, i < 11 ? HOLD_INCIDENT : 0);
	}
	story_done(&s);
}

static void held__by_hand__is_no_incident(void **state)
{
	struct unit u;
	size_t odd;

	(void)state;
	fold("received bin=D reason=incident; held reason=incident", &u, &odd);
	assert_int_equal(u.holds, 0);
}

/* Many at once, in whatever order they are settled. */
static void incident__many__all_count(void **state)
{
	(void)state;
	for (int start = 0; start < 12; start++) {
		struct story s = { 0 };
		struct unit u;
		size_t odd;

		story_tell(&s, "DRILL", "S1", "received bin=D");
		for (int i = 0; i < 12; i++)
			story_tell(&s, "DRILL", "S1", "received bin=D");
		for (int i = 0; i < 12; i++) {
			char text[64];

			story_fold(&s, &u, &odd);
			assert_int_equal(u.holds, HOLD_INCIDENT);
			assert_int_equal(u.incidents, 12 - i);
			str_print(text, sizeof text, "resolved %d:unit.duplicate",
			    2 + (start + 5 * i) % 12);
			story_tell(&s, "DRILL", "S1", text);
		}
		story_fold(&s, &u, &odd);
		assert_int_equal(u.holds, 0);
		story_done(&s);
	}
}

static void event_of_a_newer_program__changes__nothing(void **state)
{
	struct story s = { 0 };
	struct unit u;
	struct anomaly odd;
	size_t n;

	(void)state;
	story_tell(&s, "DRILL", "S1", "received bin=D; noted");
	s.events.at[1].type = EV_UNKNOWN;
	story_apply(&s, &u, &n);
	assert_int_equal(n, 0);
	assert_string_equal(unit_say(&u), "available bin=D");
	assert_int_equal(u.last_event, 2);
	s.events.at[1].type = (enum event_type)(EV_UNIT_TYPES);
	assert_true(unit_apply(&u, &s.events.at[1], &odd));
	story_done(&s);
}

/* --- contributions --- */

static const struct {
	const char *story;
	const char *adds;
} sums[] = {
	{ "received bin=D; undone 1", "" },
	{ "label-printed", "" },
	{ "expected order=PO:1 line=2",
	  "expected; PO:1/2 expected" },
	{ "received bin=D order=PO:1 line=2",
	  "available; bin D; PO:1/2 received" },
	{ "received bin=D; held reason=count", "available held; bin D" },
	{ "received bin=D order=PO:1 line=2; allocated order=SO:1 line=1",
	  "allocated; bin D; PO:1/2 received; SO:1/1 allocated" },
	{ "received bin=D; picked order=SO:1 line=1",
	  "picked; bin D; SO:1/1 picked" },
	{ "received bin=D; picked order=SO:1 line=1; packed carton=C",
	  "packed; bin D; SO:1/1 packed" },
	{ "received bin=D; picked order=SO:1 line=1; shipped",
	  "shipped; SO:1/1 shipped" },
	{ "received bin=D; picked order=SO:1 line=1; shipped; returned bin=R",
	  "returned; bin R; SO:1/1 returned" },
	{ "received bin=D order=PO:1 line=1; missed",
	  "missing; PO:1/1 received" },
	{ "received bin=D order=PO:1 line=1; scrapped",
	  "scrapped; PO:1/1 received" },
};

static const char *
adds_of(const struct unit *u)
{
	static const char *const stages[STAGES] = { "expected", "received",
	    "allocated", "picked", "packed", "shipped", "returned" };
	static char out[200];
	struct contribution c[CONTRIBUTIONS_MAX];
	size_t n = unit_contribution(u, c);

	out[0] = '\0';
	for (size_t i = 0; i < n; i++) {
		size_t at = strlen(out);
		const char *gap = i > 0 ? "; " : "";

		if (c[i].kind == TALLY_STATUS)
			str_print(out + at, sizeof out - at, "%s%s%s", gap,
			    unit_status_name(c[i].status), c[i].held ? " held" : "");
		else if (c[i].kind == TALLY_BIN)
			str_print(out + at, sizeof out - at, "%sbin %s", gap, c[i].bin);
		else
			str_print(out + at, sizeof out - at, "%s%s/%lld %s", gap,
			    c[i].order, (long long)c[i].line, stages[c[i].stage]);
	}
	return out;
}

static void unit_contribution__says__what_a_unit_adds(void **state)
{
	struct unit u;
	size_t odd;

	(void)state;
	for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++) {
		fold(sums[i].story, &u, &odd);
		if (strcmp(adds_of(&u), sums[i].adds) != 0)
			fail_msg("%s\nadds %s\nnot  %s", sums[i].story, adds_of(&u),
			    sums[i].adds);
	}
}

UNIT_MAIN(
    cmocka_unit_test(unit_apply__changes__what_the_event_says),
    cmocka_unit_test(unit_apply__keeps__times),
    cmocka_unit_test(unit_fold__leaves_out__what_was_undone),
    cmocka_unit_test(incident__holds__until_resolved),
    cmocka_unit_test(incident__resolved_twice__counts_once),
    cmocka_unit_test(held__by_hand__is_no_incident),
    cmocka_unit_test(incident__many__all_count),
    cmocka_unit_test(event_of_a_newer_program__changes__nothing),
    cmocka_unit_test(unit_contribution__says__what_a_unit_adds),
)
