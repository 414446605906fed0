/*
 * test_agent.c - the worker: what waits, what is taken, what a person stops.
 * SPDX-License-Identifier: Apache-2.0
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
	struct printer_row rows[4];
	struct err err;
	struct desk d;
	size_t n;

	(void)state;
	desk_open(&d, LABELS);
	desk_ask(&d, LABELS);
	s->stopped = true;
	work(&d, s);
	assert_int_equal(states(&d, PRINT_QUEUED), LABELS);
	assert_string_equal(d.report.trouble, "P1: the queue is stopped");
	must(ledger_printers(d.house.l, rows, 4, &n, &err));
	assert_int_equal(n, 1);
	assert_string_equal(rows[0].name, "P1");
	assert_int_equal(rows[0].state, PRINTER_TROUBLE);
	assert_string_equal(rows[0].words, "the queue is stopped");
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

/* The same when only the server's end was seen. */
static void agent__tells__of_a_server_started_anew(void **state)
{
	struct spool *s = spool_new();
	struct desk d;

	(void)state;
	desk_open(&d, 2);
	desk_ask(&d, 2);
	d.options.patience_ms = 1;
	s->hang_at = 1 + JOB_PROCESSING;
	work(&d, s);
	s->hang_at = 0;
	s->spooler.anew++;
	work(&d, s);
	assert_int_equal(states(&d, PRINT_SENT), 2);
	assert_non_null(strstr(desk_row(&d, 2).detail, "look for doubles"));
	desk_ask_fields(&d, "{\"serial\":\"N\"}");
	work(&d, s);
	assert_string_equal(desk_row(&d, 3).detail, "");
	desk_close(&d);
	spool_free(s);
}

/* A job that the server holds though nobody asked for it was printed or not. */
static void agent__takes_back__what_is_held_for_no_reason(void **state)
{
	struct spool *s = spool_new();
	struct desk d;

	(void)state;
	desk_open(&d, 1);
	desk_ask(&d, 1);
	d.options.patience_ms = 1;
	s->stuck = true;
	work(&d, s);
	s->jobs[0].state = JOB_HELD;
	work(&d, s);
	assert_int_equal(states(&d, PRINT_UNKNOWN), 1);
	assert_int_equal(s->jobs[0].state, JOB_CANCELLED);
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
	desk_open_file(&d);
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
    cmocka_unit_test(agent__never_takes__a_number_for_a_job),
    cmocka_unit_test(agent__keeps__what_a_queue_does_not_take),
    cmocka_unit_test(agent__fails__what_cannot_be_made),
    cmocka_unit_test(agent__without_a_printer__says_so),
    cmocka_unit_test(agent__stops__a_job_for_one_label),
    cmocka_unit_test(agent__tells__of_a_second_beginning),
    cmocka_unit_test(agent__tells__of_a_server_started_anew),
    cmocka_unit_test(agent__takes_back__what_is_held_for_no_reason),
    cmocka_unit_test(agent__stopping__what_began_asks),
    cmocka_unit_test(agent__is__one_a_station)
)
