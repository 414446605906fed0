/*
 * test_agent.c - the worker: what waits is printed once, whatever fails.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: no label lost, none printed twice, and every doubt said.  Method: a
 * print server in memory that fails at the first, second, ... call, before or
 * after it did what was asked, until no call is left to fail; and a worker
 * killed at its first, second, ... step.
 */
#include "../unit.h"
#include <string.h>
#include "../../support/desk.h"
#include "../../support/spool.h"

#define LABELS 7

static int64_t states(struct desk *d, enum print_state s) { return desk_count(d, s); }

static void
work(struct desk *d, struct spool *s)
{
	struct err err;

	must(desk_work(d, &s->spooler, &err));
}

static void agent__prints__what_waits(void **state)
{
	struct spool *s = spool_new();
	struct desk d;

	(void)state;
	desk_open(&d, LABELS);
	d.options.batch = 3;
	desk_ask(&d, LABELS);
	work(&d, s);
	assert_int_equal(states(&d, PRINT_SENT), LABELS);
	assert_int_equal(d.report.jobs, 3);
	assert_int_equal(d.report.sent, LABELS);
	assert_string_equal(s->paper, "<L001>\n<L002>\n<L003>\n<L004>\n<L005>\n"
	    "<L006>\n<L007>\n");
	assert_int_equal(house_faults(&d.house), 0);
	desk_close(&d);
	spool_free(s);
}

/* The nth call fails; then the server is well again. */
static bool
with_call_failing(int n, bool after)
{
	struct spool *s = spool_new();
	struct desk d;
	bool reached;

	desk_open(&d, LABELS);
	d.options.batch = 4;
	desk_ask(&d, LABELS);
	s->fail_at = n;
	s->fail_after = after;
	work(&d, s);
	reached = s->calls >= n;
	for (int round = 0; round < 5 && states(&d, PRINT_SENT) < LABELS; round++)
		work(&d, s);
	assert_int_equal(states(&d, PRINT_SENT), LABELS);
	for (int i = 1; i <= LABELS; i++) {
		char line[16];

		str_print(line, sizeof line, "<L%03d>", i);
		assert_int_equal(spool_count(s, line), 1);
	}
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

static bool
killed_at(int step)
{
	struct spool *s = spool_new();
	struct desk d;
	bool killed;

	desk_open(&d, LABELS);
	d.options.batch = 4;
	desk_ask(&d, LABELS);
	killed = desk_work_killed(&d, &s->spooler, step);
	work(&d, s);
	assert_int_equal(states(&d, PRINT_SENT), LABELS);
	for (int i = 1; i <= LABELS; i++) {
		char line[16];

		str_print(line, sizeof line, "<L%03d>", i);
		assert_int_equal(spool_count(s, line), 1);
	}
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

	desk_open(&d, LABELS);
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

		str_print(line, sizeof line, "<%s>", row.serial);
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

/* A number that was handed out again is not our job. */
static void agent__never_takes__a_number_for_a_job(void **state)
{
	struct spool *s = spool_new();
	struct desk d;

	(void)state;
	desk_open(&d, 2);
	desk_ask(&d, 1);
	s->stuck = true;
	d.options.patience_ms = 1;
	work(&d, s);
	assert_int_equal(states(&d, PRINT_SUBMITTED), 1);
	spool_lose(s);
	s->stuck = false;
	desk_ask(&d, 1);	/* becomes number 1, too */
	work(&d, s);
	assert_int_equal(desk_row(&d, 1).state, PRINT_UNKNOWN);
	assert_int_equal(desk_row(&d, 2).state, PRINT_SENT);
	assert_string_equal(s->paper, "<L002>\n");
	desk_close(&d);
	spool_free(s);
}

static void agent__keeps__what_a_queue_does_not_take(void **state)
{
	struct spool *s = spool_new();
	struct desk d;

	(void)state;
	desk_open(&d, LABELS);
	desk_ask(&d, LABELS);
	s->stopped = true;
	work(&d, s);
	assert_int_equal(states(&d, PRINT_QUEUED), LABELS);
	assert_string_equal(d.report.trouble, "P1: the queue is stopped");
	s->stopped = false;
	s->rejecting = true;
	work(&d, s);
	assert_string_equal(d.report.trouble, "P1: the queue takes no jobs");
	s->rejecting = false;
	s->absent = true;
	work(&d, s);
	assert_string_equal(d.report.trouble,
	    "P1: there is no print queue \"q1\"");
	assert_int_equal(s->n, 0);
	s->absent = false;
	work(&d, s);
	assert_int_equal(states(&d, PRINT_SENT), LABELS);
	assert_string_equal(d.report.trouble, "");
	desk_close(&d);
	spool_free(s);
}

static void agent__fails__what_cannot_be_made(void **state)
{
	struct spool *s = spool_new();
	struct desk d;
	int64_t bad;

	(void)state;
	desk_open(&d, 3);
	desk_ask(&d, 1);
	bad = desk_ask_fields(&d, "{\"bad\":\"1\"}");
	desk_ask(&d, 2);
	work(&d, s);
	assert_int_equal(states(&d, PRINT_SENT), 3);
	assert_int_equal(desk_row(&d, bad).state, PRINT_FAILED);
	assert_string_equal(desk_row(&d, bad).detail, "it cannot be made");
	assert_int_equal(desk_row(&d, bad).attempts, 0);
	s->refusing = true;
	bad = desk_ask_fields(&d, "{\"serial\":\"X\"}");
	work(&d, s);
	assert_int_equal(desk_row(&d, bad).state, PRINT_FAILED);
	assert_int_equal(desk_row(&d, bad).attempts, 0);
	desk_close(&d);
	spool_free(s);
}

static void agent__without_a_printer__says_so(void **state)
{
	struct spool *s = spool_new();
	struct desk d;

	(void)state;
	desk_open(&d, 1);
	d.options.n_profiles = 0;
	desk_ask(&d, 1);
	work(&d, s);
	assert_int_equal(states(&d, PRINT_QUEUED), 1);
	assert_non_null(strstr(d.report.trouble, "no printer is set"));
	assert_non_null(strstr(desk_row(&d, 1).detail, "no printer is set"));
	desk_close(&d);
	spool_free(s);
}

/* A job that is stopped before it began lets the others print. */
static void agent__stops__a_job_for_one_label(void **state)
{
	struct spool *s = spool_new();
	int64_t others;
	struct desk d;
	struct err err;

	(void)state;
	desk_open(&d, LABELS);
	desk_ask(&d, LABELS);
	d.options.patience_ms = 1;
	s->stuck = true;
	work(&d, s);
	must(ledger_begin(d.house.l, -1, &err));
	must(ledger_print_cancel(d.house.l, 3, &others, &err));
	must(ledger_commit(d.house.l, &err));
	assert_int_equal(others, LABELS - 1);
	work(&d, s);	/* stopped, and the rest begins anew */
	s->stuck = false;
	work(&d, s);
	assert_int_equal(states(&d, PRINT_SENT), LABELS - 1);
	assert_int_equal(desk_row(&d, 3).state, PRINT_VOID);
	assert_int_equal(spool_count(s, "<L003>"), 0);
	assert_int_equal(spool_count(s, "<L004>"), 1);
	desk_close(&d);
	spool_free(s);
}

/* CUPS began anew with a job: what was out may have come again, and that is said. */
static void agent__tells__of_a_second_beginning(void **state)
{
	struct spool *s = spool_new();
	struct desk d;

	(void)state;
	desk_open(&d, 1);
	desk_ask(&d, 1);
	d.options.patience_ms = 1;
	s->hang_at = 1 + JOB_PROCESSING;
	work(&d, s);
	s->hang_at = 0;
	s->jobs[0].began_at = 9;
	work(&d, s);
	assert_int_equal(desk_row(&d, 1).state, PRINT_SENT);
	assert_non_null(strstr(desk_row(&d, 1).detail, "look for doubles"));
	desk_close(&d);
	spool_free(s);
}

/* One that began may be on paper in part: the others are unknown. */
static void agent__stopping__what_began_asks(void **state)
{
	struct spool *s = spool_new();
	int64_t others;
	struct desk d;
	struct err err;

	(void)state;
	desk_open(&d, 2);
	desk_ask(&d, 2);
	d.options.patience_ms = 1;
	s->hang_at = 1 + JOB_PROCESSING;
	work(&d, s);
	assert_int_equal(states(&d, PRINT_PRINTING), 2);
	must(ledger_begin(d.house.l, -1, &err));
	must(ledger_print_cancel(d.house.l, 1, &others, &err));
	must(ledger_commit(d.house.l, &err));
	work(&d, s);
	assert_int_equal(desk_row(&d, 1).state, PRINT_VOID);
	assert_int_equal(desk_row(&d, 2).state, PRINT_UNKNOWN);
	desk_close(&d);
	spool_free(s);
}

static void agent__is__one_a_station(void **state)
{
	struct spool *s = spool_new();
	struct store *other;
	struct desk d;
	struct err err;

	(void)state;
	desk_open(&d, 1);
	must(store_open(&other, d.house.path, STORE_OPEN, 0, &err));
	assert_false(store_is_marked(other, STORE_MARK_WORKER));
	assert_true(store_mark(other, STORE_MARK_WORKER));
	assert_true(store_is_marked(ledger_store(d.house.l), STORE_MARK_WORKER));
	assert_false(desk_work(&d, &s->spooler, &err));
	assert_int_equal(err.kind, ERR_BUSY);
	store_close(other);
	must(desk_work(&d, &s->spooler, &err));
	desk_close(&d);
	spool_free(s);
}

UNIT_MAIN(
    cmocka_unit_test(agent__prints__what_waits),
    cmocka_unit_test(agent__with_any_call_failing__prints_once),
    cmocka_unit_test(agent__killed_at_any_step__prints_once),
    cmocka_unit_test(agent__whose_server_forgets__asks),
    cmocka_unit_test(agent__never_takes__a_number_for_a_job),
    cmocka_unit_test(agent__keeps__what_a_queue_does_not_take),
    cmocka_unit_test(agent__fails__what_cannot_be_made),
    cmocka_unit_test(agent__without_a_printer__says_so),
    cmocka_unit_test(agent__stops__a_job_for_one_label),
    cmocka_unit_test(agent__tells__of_a_second_beginning),
    cmocka_unit_test(agent__stopping__what_began_asks),
    cmocka_unit_test(agent__is__one_a_station)
)
