/*
 * test_unit_rules.c - the table of what may happen to a unit when.  Goal: each
 * cell is complete, can be reached by a legal history, and is what the fold
 * does; the sentences of the design about it hold.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "domain/unit.h"
#include "../../support/story.h"

/* A legal way into each status. */
static const char *const way_to[UNIT_STATUSES] = {
	[UNIT_NONE] = "label-printed",
	[UNIT_EXPECTED] = "expected order=PO:1 line=1",
	[UNIT_AVAILABLE] = "received bin=D",
	[UNIT_ALLOCATED] = "received bin=D; allocated order=SO:1 line=1",
	[UNIT_PICKED] = "received bin=D; picked order=SO:1 line=1",
	[UNIT_PACKED] = "received bin=D; picked order=SO:1; packed carton=C",
	[UNIT_SHIPPED] = "received bin=D; picked order=SO:1; shipped party=P",
	[UNIT_RETURNED] = "received bin=D; picked order=SO:1; shipped; returned bin=R",
	[UNIT_IN_REPAIR] = "received bin=D; repair-started bin=W",
	[UNIT_INSTALLED] = "received bin=D; installed parent_item=I parent_serial=S",
	[UNIT_CHECKED_OUT] = "received bin=D; checked-out party=P",
	[UNIT_MISSING] = "received bin=D; missed",
	[UNIT_SCRAPPED] = "received bin=D; scrapped",
	[UNIT_RETIRED] = "received bin=D; retired",
};

static void
unit_in(enum unit_status status, struct unit *u)
{
	struct story s = { 0 };
	size_t anomalies;

	story_tell(&s, "DRILL", "S1", way_to[status]);
	story_apply(&s, u, &anomalies);
	story_done(&s);
	assert_int_equal(anomalies, 0);
	assert_int_equal(u->status, status);
	assert_int_equal(u->holds, 0);
}

static void
event_of(enum event_type type, struct event *e)
{
	memset(e, 0, sizeof *e);
	e->id = 100;
	e->seq = 100;
	e->at = STORY_START_MS;
	e->type = type;
	e->subject_kind = SUBJECT_UNIT;
	str_copy(e->station, sizeof e->station, "ST");
	str_copy(e->item, sizeof e->item, "DRILL");
	str_copy(e->subject, sizeof e->subject, "S1");
}

/* What one cell promises, tried on a unit in that status. */
static void
check_cell(enum event_type type, enum unit_status status)
{
	struct unit_rule rule = unit_rule(type, status);
	struct anomaly odd;
	struct event e;
	struct unit u;
	char code[32];
	bool fine;

	unit_in(status, &u);
	event_of(type, &e);
	assert_int_equal(unit_may(&u, type, code), rule.act != RULE_REFUSE);
	assert_string_equal(code, rule.act == RULE_REFUSE ? rule.code : "");
	fine = unit_apply(&u, &e, &odd);
	assert_int_equal(fine, rule.act == RULE_TO || rule.act == RULE_SAME);
	assert_int_equal(u.last_event, 100);
	assert_int_equal(u.status, rule.act == RULE_TO ||
	    rule.act == RULE_TO_INCIDENT ? rule.to : status);
	if (fine) {
		assert_string_equal(odd.code, "");
		return;
	}
	assert_string_equal(odd.code, rule.code);
	assert_true(odd.detail[0] != '\0');
	assert_int_equal(u.holds, HOLD_INCIDENT);
	assert_int_equal(u.incidents, 1);
}

static void unit_rule__is__what_the_fold_does(void **state)
{
	(void)state;
	for (int t = EV_UNKNOWN + 1; t < EV_UNIT_TYPES; t++)
		for (int s = 0; s < UNIT_STATUSES; s++)
			check_cell((enum event_type)t, (enum unit_status)s);
}

/* The codes that FORMATS names for a unit that is not as the scan wants it. */
static void unit_rule__says__only_known_codes(void **state)
{
	static const char *const codes[] = { "unit.unknown", "unit.wrong-status",
	    "unit.duplicate", "unit.already-done" };
	size_t c;

	(void)state;
	for (int t = EV_UNKNOWN + 1; t < EV_UNIT_TYPES; t++)
		for (int s = 0; s < UNIT_STATUSES; s++) {
			struct unit_rule r = unit_rule((enum event_type)t,
			    (enum unit_status)s);

			if (r.act == RULE_TO || r.act == RULE_SAME) {
				assert_string_equal(r.code, "");
				continue;
			}
			for (c = 0; c < sizeof codes / sizeof codes[0]; c++)
				if (strcmp(codes[c], r.code) == 0)
					break;
			if (c == sizeof codes / sizeof codes[0])
				fail_msg("%s while %s: code \"%s\"",
				    event_type_name((enum event_type)t),
				    unit_status_name((enum unit_status)s), r.code);
		}
}

static void unit_rule__leads__into_every_status(void **state)
{
	bool reached[UNIT_STATUSES] = { [UNIT_NONE] = true };

	(void)state;
	for (int t = EV_UNKNOWN + 1; t < EV_UNIT_TYPES; t++)
		for (int s = 0; s < UNIT_STATUSES; s++) {
			struct unit_rule r = unit_rule((enum event_type)t,
			    (enum unit_status)s);

			if (r.act == RULE_TO || r.act == RULE_TO_INCIDENT)
				reached[r.to] = true;
		}
	for (int s = 0; s < UNIT_STATUSES; s++)
		if (!reached[s])
			fail_msg("nothing leads to %s",
			    unit_status_name((enum unit_status)s));
}

static void unit_rule__has__words_for_every_type(void **state)
{
	(void)state;
	for (int t = EV_UNKNOWN + 1; t < EV_UNIT_TYPES; t++) {
		assert_true(event_on_unit((enum event_type)t));
		assert_true(strlen(unit_rule_words((enum event_type)t)) > 3);
	}
	assert_false(event_on_unit(EV_UNKNOWN));
	assert_false(event_on_unit(EV_UNIT_TYPES));
	assert_false(event_on_unit(EV_ITEM_DEFINED));
}

/* A serial is never reused: what is known in any way is not received again. */
static void unit_rule__receives__once_only(void **state)
{
	static const enum event_type arrivals[] = { EV_UNIT_OPENED,
	    EV_UNIT_RECEIVED, EV_UNIT_COMMISSIONED };

	(void)state;
	for (size_t i = 0; i < 3; i++)
		for (int s = UNIT_AVAILABLE; s < UNIT_STATUSES; s++)
			assert_string_equal(unit_rule(arrivals[i],
			    (enum unit_status)s).code, "unit.duplicate");
}

/* Design section 4: hold forbids these four, and moving stays possible. */
static void unit_may__forbids__four_acts_on_hold(void **state)
{
	struct unit u;
	char code[32];

	(void)state;
	for (int t = EV_UNKNOWN + 1; t < EV_UNIT_TYPES; t++)
		for (int s = 0; s < UNIT_STATUSES; s++) {
			bool four = t == EV_UNIT_ALLOCATED || t == EV_UNIT_PICKED ||
			    t == EV_UNIT_PACKED || t == EV_UNIT_SHIPPED;
			bool table = unit_rule((enum event_type)t,
			    (enum unit_status)s).act != RULE_REFUSE;

			for (unsigned hold = 1; hold < 1u << HOLD_KINDS; hold <<= 1) {
				unit_in((enum unit_status)s, &u);
				u.holds = hold;
				assert_int_equal(unit_may(&u, (enum event_type)t,
				    code), table && !four);
				if (table && four)
					assert_string_equal(code, "unit.on-hold");
			}
		}
}

UNIT_MAIN(
    cmocka_unit_test(unit_rule__is__what_the_fold_does),
    cmocka_unit_test(unit_rule__says__only_known_codes),
    cmocka_unit_test(unit_rule__leads__into_every_status),
    cmocka_unit_test(unit_rule__has__words_for_every_type),
    cmocka_unit_test(unit_rule__receives__once_only),
    cmocka_unit_test(unit_may__forbids__four_acts_on_hold),
)
