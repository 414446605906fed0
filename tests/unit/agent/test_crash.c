/*
 * test_crash.c - the worker: what waits is printed once, whatever fails.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: no label lost, none printed twice, and every doubt said.  Method: a
 * print server in memory that fails at the first, second, ... call, before or
 * after it did what was asked, until no call is left to fail; a disk that fails
 * at the first, second, ... write; and a worker killed at its first, second,
 * ... step.
 */
#include "../unit.h"
#include <string.h>
#include "../../support/desk.h"
#include "../../support/spool.h"
#include "base/fault.h"

#define LABELS 7

static int64_t states(struct desk *d, enum print_state s) { return desk_count(d, s); }

static void
work(struct desk *d, struct spool *s)
{
	struct err err;

	must(desk_work(d, &s->spooler, &err));
}

/* Each label is on the paper once. */
static void
all_printed_once(const struct spool *s)
{
	for (int i = 1; i <= LABELS; i++) {
		char line[16];

		str_print(line, sizeof line, "<L%03d>", i);
		assert_int_equal(spool_count(s, line), 1);
	}
}

/* The nth call fails; then the server is well again. */
static bool
with_call_failing(int n, bool after)
{
	struct spool *s = spool_new();
	struct desk d;
	bool reached;

	desk_open(&d, 0);
	d.options.batch = 4;
	desk_ask(&d, LABELS);
	s->fail_at = n;
	s->fail_after = after;
	work(&d, s);
	reached = s->calls >= n;
	for (int round = 0; round < 5 && states(&d, PRINT_SENT) < LABELS; round++)
		work(&d, s);
	assert_int_equal(states(&d, PRINT_SENT), LABELS);
	all_printed_once(s);
	for (int i = 0; i < s->n; i++)	/* nothing is left lying about */
		assert_true(s->jobs[i].state == JOB_COMPLETED ||
		    s->jobs[i].state == JOB_CANCELLED);
	assert_int_equal(house_faults(&d.house), 0);
	desk_close(&d);
	spool_free(s);
	return reached;
}

static void agent__with_any_call_failing__prints_once(void **state)
{
	int n = 1;

	(void)state;
	while (with_call_failing(n, false))
		n++;
	assert_true(n > 8);
	for (n = 1; with_call_failing(n, true); n++)
		;
	assert_true(n > 8);
}

/* The nth write or sync of the database fails, and the worker with it; the next
 * one goes on. */
static bool
with_disk_failing(enum fault_point point, int n)
{
	struct spool *s = spool_new();
	struct desk d;
	struct err err;
	bool reached, ended;

	desk_open_file(&d);
	d.options.batch = 4;
	desk_ask(&d, LABELS);
	fault_arm(point, n);
	ended = desk_work(&d, &s->spooler, &err);
	reached = fault_passed(point) >= n;
	fault_arm(point, 0);
	assert_true(ended || reached);
	for (int round = 0; round < 3; round++)
		work(&d, s);
	assert_int_equal(states(&d, PRINT_SENT), LABELS);
	all_printed_once(s);
	desk_close(&d);
	spool_free(s);
	return reached;
}

static void agent__with_a_failing_disk__prints_once(void **state)
{
	int n = 1;

	(void)state;
	while (with_disk_failing(FAULT_WRITE, n))
		n++;
	assert_true(n > 8);
	for (n = 1; with_disk_failing(FAULT_SYNC, n); n++)
		;
	assert_true(n > 8);
}

static bool
killed_at(int step)
{
	struct spool *s = spool_new();
	struct desk d;
	bool killed;

	desk_open_file(&d);
	d.options.batch = 4;
	desk_ask(&d, LABELS);
	killed = desk_work_killed(&d, &s->spooler, step);
	work(&d, s);
	assert_int_equal(states(&d, PRINT_SENT), LABELS);
	all_printed_once(s);
	desk_close(&d);
	spool_free(s);
	return killed;
}

static void agent__killed_at_any_step__prints_once(void **state)
{
	int step = 1;

	(void)state;
	while (killed_at(step))
		step++;
	assert_true(step > 10);
}

/* Killed at any step, and CUPS forgets all: what may have been printed is said
 * to be unknown and stays so; the rest prints. */
static bool
killed_and_forgotten(int step)
{
	struct spool *s = spool_new();
	int64_t sent, unknown;
	struct desk d;
	bool killed;

	desk_open_file(&d);
	d.options.batch = 4;
	desk_ask(&d, LABELS);
	killed = desk_work_killed(&d, &s->spooler, step);
	spool_lose(s);
	work(&d, s);
	sent = states(&d, PRINT_SENT);
	unknown = states(&d, PRINT_UNKNOWN);
	assert_int_equal(sent + unknown, LABELS);
	for (int i = 1; i <= LABELS; i++) {
		struct print_row row = desk_row(&d, i);
		char line[16];

		str_print(line, sizeof line, "<L%03d>", i);
		assert_true(spool_count(s, line) <= 1);
		if (row.state == PRINT_SENT)
			assert_int_equal(spool_count(s, line), 1);
		else
			assert_non_null(strstr(row.detail, "lost"));
	}
	desk_close(&d);
	spool_free(s);
	return killed;
}

static void agent__whose_server_forgets__asks(void **state)
{
	int step = 1;

	(void)state;
	while (killed_and_forgotten(step))
		step++;
	assert_true(step > 10);
}

/* Killed at any step, and the server started anew: an empty job may be one whose
 * document was printed and forgotten, so it is unknown once it may have had one. */
static bool
killed_and_anew(int step, int64_t *unknown)
{
	struct spool *s = spool_new();
	struct desk d;
	bool killed;

	desk_open_file(&d);
	desk_ask(&d, 1);
	killed = desk_work_killed(&d, &s->spooler, step);
	s->forgetful = true;
	work(&d, s);
	*unknown += states(&d, PRINT_UNKNOWN);
	assert_int_equal(states(&d, PRINT_SENT) + states(&d, PRINT_UNKNOWN), 1);
	assert_int_equal(spool_count(s, "<L001>"), states(&d, PRINT_SENT));
	for (int i = 0; i < s->n; i++)
		assert_true(s->jobs[i].state >= JOB_CANCELLED);
	desk_close(&d);
	spool_free(s);
	return killed;
}

static void agent__whose_server_is_anew__asks(void **state)
{
	int64_t unknown = 0;
	int step = 1;

	(void)state;
	while (killed_and_anew(step, &unknown))
		step++;
	assert_in_range(unknown, 1, 3);
}

UNIT_MAIN(
    cmocka_unit_test(agent__with_any_call_failing__prints_once),
    cmocka_unit_test(agent__with_a_failing_disk__prints_once),
    cmocka_unit_test(agent__killed_at_any_step__prints_once),
    cmocka_unit_test(agent__whose_server_forgets__asks),
    cmocka_unit_test(agent__whose_server_is_anew__asks)
)
