/*
 * test_fold.c - any history gives one state, by whatever way it is reached.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Random events, most of them against the rules, are appended to a ledger one
 * by one (the quick path) and folded from the beginning: both give the same
 * unit, the same anomalies and the same incidents.  In another order among
 * the units they give the same units again.
 */
#include "../unit/unit.h"
#include <string.h>
#include "../support/dice.h"
#include "../support/house.h"
#include "../support/story.h"
#include "ledger/history.h"

enum { UNITS = 4, EVENTS = 120 };

static uint64_t seed;

static const char *const words[] = { "A", "B", "C", "SO:1", "SO:2", "" };

static void
roll_word(struct dice *d, char *out, size_t size)
{
	str_copy(out, size, words[dice_below(d, sizeof words / sizeof words[0])]);
}

static void
roll_body(struct dice *d, struct event_body *b)
{
	static const char *const reasons[] = { "quality", "recall", "count", "x", "",
	    "incident", "quarantine" };

	roll_word(d, b->bin, sizeof b->bin);
	roll_word(d, b->order, sizeof b->order);
	roll_word(d, b->carton, sizeof b->carton);
	roll_word(d, b->party, sizeof b->party);
	roll_word(d, b->lot, sizeof b->lot);
	roll_word(d, b->parent_item, sizeof b->parent_item);
	b->line = (int64_t)dice_below(d, 3);
	str_copy(b->reason, sizeof b->reason, reasons[dice_below(d, 7)]);
	str_copy(b->until, sizeof b->until, dice_one_in(d, 2) ? "2028-02-29" : "");
}

/* Of two kinds: mostly what comes next in a life, sometimes anything. */
static enum event_type
roll_type(struct dice *d)
{
	static const enum event_type life[] = { EV_UNIT_EXPECTED, EV_UNIT_RECEIVED,
	    EV_UNIT_RECEIVED, EV_UNIT_MOVED, EV_UNIT_ALLOCATED, EV_UNIT_PICKED,
	    EV_UNIT_PACKED, EV_UNIT_SHIPPED, EV_UNIT_RETURNED, EV_UNIT_RESTOCKED,
	    EV_INCIDENT_RESOLVED, EV_INCIDENT_RESOLVED, EV_UNIT_RELEASED };

	if (!dice_one_in(d, 3))
		return life[dice_below(d, sizeof life / sizeof life[0])];
	for (;;) {
		enum event_type t = (enum event_type)(1 + dice_below(d,
		    EV_UNIT_TYPES - 1));

		if (t != EV_UNIT_UNDONE)
			return t;
	}
}

static const char *
serial_of(size_t unit)
{
	static const char *const serials[UNITS] = { "S1", "S10", "S2", "s1" };

	return serials[unit];
}

static void
roll_event(struct dice *d, size_t unit, int64_t seq, struct event *e)
{
	memset(e, 0, sizeof *e);
	e->type = roll_type(d);
	e->subject_kind = SUBJECT_UNIT;
	str_copy(e->item, sizeof e->item, "DRILL");
	str_copy(e->subject, sizeof e->subject, serial_of(unit));
	roll_body(d, &e->body);
	if (e->type == EV_INCIDENT_OPENED)
		str_copy(e->body.code, sizeof e->body.code, "unit.suspect");
	if (e->type == EV_INCIDENT_RESOLVED) {	/* any of before, right or not */
		static const char *const codes[] = { "unit.duplicate",
		    "unit.wrong-status", "unit.unknown", "unit.on-hold",
		    "unit.suspect", "unit.already-done" };

		incident_key(e->body.incident, "T1",
		    2 + (int64_t)dice_below(d, (size_t)seq), codes[dice_below(d, 6)]);
	}
}

static bool
keep_event(void *ctx, const struct event *e, bool undone)
{
	struct story *s = ctx;

	(void)undone;
	*(struct event *)vec_push(&s->events) = *e;
	return true;
}

/* The stored unit against the fold of its events. */
static void
compare(struct house *h, size_t unit, uint64_t round, size_t step)
{
	struct story s = { 0 };
	struct unit stored, folded;
	struct err err;
	size_t odd;
	char says[600];
	int rc = ledger_unit(h->l, "DRILL", serial_of(unit), &stored, &err);

	must(rc >= 0);
	if (rc == 0)
		return;
	must(ledger_history(h->l, "DRILL", serial_of(unit), keep_event, &s, &err));
	story_fold(&s, &folded, &odd);
	folded.last_event = stored.last_event;
	str_copy(says, sizeof says, unit_say_all(&stored));
	if (strcmp(says, unit_say_all(&folded)) != 0)
		fail_msg("seed %llu round %llu step %zu:\nstored %s\nfolded %s",
		    (unsigned long long)seed, (unsigned long long)round, step, says,
		    unit_say_all(&folded));
	story_done(&s);
}

/* Take back any event of before, where that is allowed. */
static void
roll_undo(struct dice *d, struct house *h, int64_t seq)
{
	struct event undone;
	struct err err;

	must(ledger_begin(h->l, -1, &err));
	if (ledger_undo(h->l, (INT64_C(1) << 40) + 2 + (int64_t)dice_below(d,
	    (size_t)seq), BY_KEYS, &undone, NULL, &err)) {
		must(ledger_commit(h->l, &err));
		return;
	}
	assert_true(err.kind == ERR_CLASH || err.kind == ERR_ABSENT);
	ledger_rollback(h->l);
}

static void quick_path__is__the_fold(void **state)
{
	(void)state;
	for (uint64_t round = 0; round < dice_rounds(20); round++) {
		struct dice d = dice_of(seed, round);
		struct house h;

		house_memory(&h);
		for (size_t i = 0; i < EVENTS; i++) {
			int64_t seq = house_events(&h);
			size_t unit = dice_below(&d, UNITS);
			struct anomaly odd;
			struct event e;
			struct err err;

			if (dice_one_in(&d, 5)) {
				roll_undo(&d, &h, seq);
			} else {
				roll_event(&d, unit, seq, &e);
				must(ledger_begin(h.l, -1, &err));
				must(ledger_append(h.l, &e, &odd, &err));
				must(ledger_commit(h.l, &err));
			}
			compare(&h, unit, round, i);
		}
		if (house_faults(&h) != 0)
			fail_msg("seed %llu round %llu: verify is not clean",
			    (unsigned long long)seed, (unsigned long long)round);
		house_close(&h);
	}
}

/* --- the fold alone --- */

/* What the quick path of the ledger does about resolutions. */
static void
apply(struct unit *u, const struct event *e, struct story *open, size_t *odd)
{
	struct event idle = *e;
	struct anomaly a;
	bool fine;

	if (e->type == EV_INCIDENT_RESOLVED) {
		size_t i = 0;

		while (i < open->events.n && strcmp(open->events.at[i].body.incident,
		    e->body.incident) != 0)
			i++;
		if (i == open->events.n)
			idle.body.incident[0] = '\0';
		else
			open->events.at[i] = open->events.at[--open->events.n];
	}
	fine = unit_apply(u, &idle, &a);
	if (!fine || e->type == EV_INCIDENT_OPENED)
		incident_key(((struct event *)vec_push(&open->events))->body.incident,
		    e->station, e->seq, fine ? e->body.code : a.code);
	*odd += !fine;
}

static void
check_alone(struct dice *d, uint64_t round)
{
	struct story s = { 0 }, open = { 0 };
	struct unit applied, folded;
	size_t odd_applied = 0, odd_folded;
	char says[600];

	unit_init(&applied, "DRILL", serial_of(0));
	for (int64_t i = 0; i < EVENTS; i++) {
		struct event *e = vec_push(&s.events);

		roll_event(d, 0, i + 1, e);
		e->id = e->seq = i + 2;
		e->at = STORY_START_MS + i;
		str_copy(e->station, sizeof e->station, "T1");
		apply(&applied, e, &open, &odd_applied);
		story_fold(&s, &folded, &odd_folded);
		str_copy(says, sizeof says, unit_say_all(&applied));
		if (strcmp(says, unit_say_all(&folded)) != 0 ||
		    odd_applied != odd_folded)
			fail_msg("seed %llu round %llu event %lld:\napplied %s\n"
			    "folded  %s", (unsigned long long)seed,
			    (unsigned long long)round, (long long)i, says,
			    unit_say_all(&folded));
	}
	story_done(&s);
	story_done(&open);
}

static void unit_fold__is__unit_apply_of_each(void **state)
{
	(void)state;
	for (uint64_t round = 0; round < dice_rounds(200); round++) {
		struct dice d = dice_of(seed, 1000000 + round);

		check_alone(&d, round);
	}
}

/* A legal event never makes an anomaly, an illegal one always makes one, and
 * changes nothing but the hold. */
static void unit_apply__does__what_unit_may_says(void **state)
{
	(void)state;
	for (uint64_t round = 0; round < dice_rounds(200); round++) {
		struct dice d = dice_of(seed, 2000000 + round);
		struct unit u, before;
		char says[600], code[32];

		unit_init(&u, "DRILL", "S1");
		for (int64_t i = 1; i < EVENTS; i++) {
			struct anomaly a;
			struct event e;
			bool may, fine;

			roll_event(&d, 0, i, &e);
			e.body.incident[0] = '\0';
			e.id = e.seq = i;
			before = u;
			may = unit_may(&u, e.type, code);
			fine = may && unit_rule(e.type, u.status).act !=
			    RULE_TO_INCIDENT;
			assert_int_equal(unit_apply(&u, &e, &a), fine);
			if (may)
				continue;
			assert_string_equal(a.code, code);
			before.holds |= HOLD_INCIDENT;
			before.incidents++;
			before.last_event = i;
			str_copy(says, sizeof says, unit_say_all(&before));
			assert_string_equal(says, unit_say_all(&u));
			u.holds = 0;
			u.incidents = 0;
		}
	}
}

/* --- orders among units --- */

/* All events of the units, those of each in their order, shuffled anew. */
static void
append_shuffled(struct dice *d, struct house *h, struct story lives[UNITS])
{
	size_t next[UNITS] = { 0 }, left = 0;
	struct err err;

	for (size_t u = 0; u < UNITS; u++)
		left += lives[u].events.n;
	while (left > 0) {
		size_t u = dice_below(d, UNITS);
		struct anomaly odd;
		struct event e;

		if (next[u] == lives[u].events.n)
			continue;
		e = lives[u].events.at[next[u]++];
		must(ledger_begin(h->l, -1, &err));
		must(ledger_append(h->l, &e, &odd, &err));
		must(ledger_commit(h->l, &err));
		left--;
	}
}

static void
say_units(struct house *h, struct str *out)
{
	str_clear(out);
	for (size_t u = 0; u < UNITS; u++)
		str_addf(out, "%s: %s\n", serial_of(u), house_unit(h, "DRILL",
		    serial_of(u)));
	for (int64_t line = 0; line < 3; line++)
		for (size_t i = 0; i < 5; i++)
			str_addf(out, "%s/%lld: %lld\n", words[i], (long long)line,
			    (long long)house_received(h, words[i], line));
	for (size_t i = 0; i < 3; i++)
		str_addf(out, "%s: %lld\n", words[i],
		    (long long)house_bin_units(h, words[i]));
}

static void
roll_lives(struct dice *d, struct story lives[UNITS])
{
	memset(lives, 0, UNITS * sizeof lives[0]);
	for (size_t u = 0; u < UNITS; u++)
		for (int i = 0; i < 25; i++) {
			struct event *e = vec_push(&lives[u].events);

			do
				roll_event(d, u, 1, e);
			while (e->type == EV_INCIDENT_RESOLVED);
		}
}

static void units__do_not__meddle_with_each_other(void **state)
{
	struct str first, other;

	(void)state;
	str_init(&first);
	str_init(&other);
	for (uint64_t round = 0; round < dice_rounds(4); round++) {
		struct dice d = dice_of(seed, 3000000 + round);
		struct story lives[UNITS];

		roll_lives(&d, lives);
		for (int order = 0; order < 4; order++) {
			struct house h;

			house_memory(&h);
			append_shuffled(&d, &h, lives);
			say_units(&h, order == 0 ? &first : &other);
			if (order > 0 && strcmp(first.p, other.p) != 0)
				fail_msg("seed %llu round %llu:\n%s\nnot\n%s",
				    (unsigned long long)seed,
				    (unsigned long long)round, other.p, first.p);
			house_close(&h);
		}
		for (size_t u = 0; u < UNITS; u++)
			story_done(&lives[u]);
	}
	str_done(&first);
	str_done(&other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quick_path__is__the_fold),
		cmocka_unit_test(unit_fold__is__unit_apply_of_each),
		cmocka_unit_test(unit_apply__does__what_unit_may_says),
		cmocka_unit_test(units__do_not__meddle_with_each_other),
	};

	seed = dice_seed();
	dice_say(seed);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
}
