/*
 * test_leases.c - random days of stations that only exchange files.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Three stations issue, void, roll back, hand numbers on, and lose, repeat and
 * delay the files on their way.  Whatever happens, no serial is issued twice
 * by anybody, no number is held by two, and verify is clean everywhere.
 */
#include "../unit/unit.h"
#include <stdio.h>
#include <string.h>
#include "../support/dice.h"
#include "base/seal.h"
#include "ledger/serials.h"

enum { STATIONS = 3, MASKS = 3, FILES = 60, STEPS = 160, DAYS = 12 };

static uint64_t seed;

static const struct { const char *rule, *mask, *item; } kinds[MASKS] = {
	{ "COUNT", "A{SEQ:4}", "I-COUNT" },
	{ "CHECK", "B-{SEQ:3}#{CHK:mod37_36}", "I-CHECK" },	/* a dash ends the check */
	{ "DRAWN", "C*****", "I-DRAWN" },
};

struct file { size_t to; char text[2048]; };

struct world {
	struct ledger *at[STATIONS];
	char print[STATIONS][KEY_PRINT_SIZE];
	struct file files[FILES];
	size_t n_files;
	VEC(struct made_serial) made;
};

static void
must(bool ok, const struct err *err, const char *what)
{
	if (!ok)
		fail_msg("%s: %s (%s)", what, err->what, err->detail);
}

static void
define(struct ledger *l, size_t kind, bool with_rule)
{
	struct serial_rule_def rule = { .pattern = ".+" };
	struct item item = { .name = "Thing", .min_remaining_days = -1 };
	struct err err;
	bool changed;

	err_clear(&err);
	str_copy(rule.code, sizeof rule.code, kinds[kind].rule);
	str_copy(rule.mask, sizeof rule.mask, kinds[kind].mask);
	str_copy(item.code, sizeof item.code, kinds[kind].item);
	str_copy(item.serial_rule, sizeof item.serial_rule, kinds[kind].rule);
	must(ledger_begin(l, -1, &err), &err, "begin");
	if (with_rule)
		must(serial_rule_define(l, &rule, BY_FILE, &changed, &err), &err, "rule");
	must(item_define(l, &item, BY_FILE, &changed, &err), &err, "item");
	must(ledger_commit(l, &err), &err, "commit");
}

static void
open_world(struct world *w)
{
	static const char *const names[STATIONS] = { "T1", "T2", "T3" };
	struct err err;

	memset(w, 0, sizeof *w);
	err_clear(&err);
	for (size_t i = 0; i < STATIONS; i++) {
		must(ledger_memory(&w->at[i], names[i], &err), &err, "open");
		must(station_key_print(w->at[i], w->print[i], &err), &err, "key");
		for (size_t k = 0; k < MASKS; k++)
			define(w->at[i], k, i == 0);
	}
}

/* --- What may happen --------------------------------------------------------------- */

static void
issues(struct world *w, struct dice *d)
{
	struct ledger *l = w->at[dice_below(d, STATIONS)];
	struct serial_ask ask = { .item = kinds[dice_below(d, MASKS)].item,
	    .n = 1 + (int64_t)dice_below(d, dice_one_in(d, 8) ? 1200 : 20),
	    .purpose = "label", .site = "", .entry = BY_KEYS };
	struct made_serials out = { .list = { .n = 0 } };
	struct err err;
	bool lost = dice_one_in(d, 6);

	must(ledger_begin(l, -1, &err), &err, "begin");
	if (serials_issue(l, &ask, &out, &err) && !lost) {
		must(ledger_commit(l, &err), &err, "commit");
		for (size_t i = 0; i < out.list.n; i++)
			*vec_push(&w->made) = out.list.at[i];
	} else {
		if (!lost && strcmp(err.code, "serial.used-up") != 0 &&
		    strcmp(err.code, "serial.no-mask") != 0)
			fail_msg("%s", err.what);
		ledger_rollback(l);
	}
	vec_done(&out.list);
}

static void
gives(struct world *w, struct dice *d)
{
	size_t from = dice_below(d, STATIONS), to = dice_below(d, STATIONS);
	int64_t n = 1 + (int64_t)dice_below(d, dice_one_in(d, 3) ? 900 : 60);
	struct file *file = &w->files[w->n_files];
	struct lease lease;
	struct str text;
	struct err err;

	if (w->n_files == FILES)
		return;
	str_init(&text);
	must(ledger_begin(w->at[from], -1, &err), &err, "begin");
	if (lease_give(w->at[from], kinds[dice_below(d, MASKS)].rule,
	    ledger_station(w->at[to]), n, BY_KEYS, &lease, &err) &&
	    lease_write(w->at[from], &lease, &text, &err)) {
		must(ledger_commit(w->at[from], &err), &err, "commit");
		assert_true(text.len < sizeof file->text);
		str_copy(file->text, sizeof file->text, text.p);
		file->to = to;
		w->n_files++;
	} else {
		ledger_rollback(w->at[from]);
	}
	str_done(&text);
}

/* Any file, at any station, as often as one likes. */
static void
accepts(struct world *w, struct dice *d)
{
	const struct file *file;
	size_t at;
	struct lease lease;
	bool changed, ok = false;
	struct err err;

	if (w->n_files == 0)
		return;
	file = &w->files[dice_below(d, w->n_files)];
	at = dice_one_in(d, 10) ? dice_below(d, STATIONS) : file->to;
	must(ledger_begin(w->at[at], -1, &err), &err, "begin");
	for (size_t i = 0; i < STATIONS && !ok; i++)
		ok = lease_accept(w->at[at], file->text, w->print[i], BY_FILE, &lease,
		    &changed, &err);
	if (ok)
		must(ledger_commit(w->at[at], &err), &err, "commit");
	else
		ledger_rollback(w->at[at]);
	assert_true(ok || at != file->to);
}

static void
voids(struct world *w, struct dice *d)
{
	struct ledger *l = w->at[dice_below(d, STATIONS)];
	const char *item = kinds[dice_below(d, MASKS)].item;
	struct serial_ask ask = { .item = item, .entry = BY_KEYS };
	const char *one;
	struct err err;
	int64_t n;

	if (w->made.n == 0)
		return;
	one = w->made.at[dice_below(d, w->made.n)].text;
	must(ledger_begin(l, -1, &err), &err, "begin");
	if (serials_void(l, &ask, one, one, "spoiled", &n, &err))
		must(ledger_commit(l, &err), &err, "commit");
	else
		ledger_rollback(l);
}

/* --- What must hold ---------------------------------------------------------------- */

static int
by_text(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void
nothing_twice(struct world *w)
{
	qsort(w->made.at, w->made.n, sizeof w->made.at[0], by_text);
	for (size_t i = 1; i < w->made.n; i++)
		if (strcmp(w->made.at[i - 1].text, w->made.at[i].text) == 0)
			fail_msg("%s was issued twice", w->made.at[i].text);
}

static void
say_fault(void *ctx, const char *fault)
{
	(void)ctx;
	print_error("verify: %s\n", fault);
}

/* The ranges that stations hold, by their own books. */
static void
nothing_held_twice(struct world *w, size_t kind)
{
	VEC(struct lease) held = { .n = 0 };
	struct err err;

	for (size_t i = 0; i < STATIONS; i++) {
		struct leases all = { .list = { .n = 0 } };

		must(leases_of(w->at[i], kinds[kind].rule, &all, &err), &err, "leases");
		for (size_t k = 0; k < all.list.n; k++)
			if (strcmp(all.list.at[k].holder, ledger_station(w->at[i])) == 0 &&
			    all.list.at[k].hi >= all.list.at[k].lo)
				*vec_push(&held) = all.list.at[k];
		vec_done(&all.list);
	}
	for (size_t i = 0; i < held.n; i++)
		for (size_t k = 0; k < i; k++)
			assert_true(held.at[i].hi < held.at[k].lo ||
			    held.at[k].hi < held.at[i].lo);
	vec_done(&held);
}

static void
close_world(struct world *w)
{
	struct ledger_census census;
	struct err err;

	nothing_twice(w);
	for (size_t k = 0; k < MASKS; k++)
		nothing_held_twice(w, k);
	for (size_t i = 0; i < STATIONS; i++) {
		must(ledger_verify(w->at[i], say_fault, NULL, &census, &err), &err,
		    "verify");
		assert_int_equal(census.faults, 0);
		ledger_close(w->at[i]);
	}
	vec_done(&w->made);
}

static void stations__issue__nothing_twice(void **state)
{
	static struct world w;
	size_t all = 0;

	(void)state;
	for (size_t day = 0; day < dice_rounds(DAYS); day++) {
		struct dice d = dice_of(seed, day);

		open_world(&w);
		for (size_t step = 0; step < STEPS; step++)
			switch (dice_below(&d, 8)) {
			case 0:
				gives(&w, &d);
				break;
			case 1:
			case 2:
				accepts(&w, &d);
				break;
			case 3:
				voids(&w, &d);
				break;
			default:
				issues(&w, &d);
			}
		all += w.made.n;
		close_world(&w);
	}
	assert_true(all > DAYS * 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stations__issue__nothing_twice),
	};
	struct err err;

	seed = dice_seed();
	dice_say(seed);
	if (!seal_start(&err))
		return 1;
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
}
