/*
 * test_program.c - the program itself, killed while it scans: every line it
 * printed stands, the refused ones too.
 * SPDX-License-Identifier: Apache-2.0
 *
 * `dockledger scan receiving` gets scans on a pipe and is killed by SIGKILL at
 * some moment.  Each of its verdict lines names a scan (they come in turn), so
 * that after the kill each done serial must be in stock and each line in the
 * scan log.
 */
#include "../unit/unit.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "../support/dice.h"
#include "../support/house.h"
#include "base/file.h"
#include "store/store_private.h"

enum { LINES = 300 };

static uint64_t seed;
static char program[300];

struct run {
	struct house h;
	size_t n;		/* verdict lines that came */
	char verdicts[LINES][64];
};

/* The ith scan: new serials, with wrong ones among them. */
static void
scan_of(size_t i, char *out, size_t size)
{
	if (i < 2)
		str_copy(out, size, i == 0 ? "4711" : "4006381333931");
	else if (i % 5 == 0)
		str_print(out, size, "XX-%zu\\x01", i);	/* refused: no serial */
	else if (i % 7 == 0)
		str_print(out, size, "SN-%zu", i - 1);	/* again, or for the first time */
	else
		str_print(out, size, "SN-%zu", i);
}

static pid_t
start(const struct run *r, int *to, int *from)
{
	int in[2], out[2];
	pid_t pid;

	assert_int_equal(pipe(in), 0);
	assert_int_equal(pipe(out), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		close(in[1]);
		close(out[0]);
		execl(program, program, "--db", r->h.path, "scan", "receiving",
		    (char *)NULL);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	*to = in[1];
	*from = out[0];
	return pid;
}

static void
feed_all(int to)
{
	struct str lines;
	char scan[40];
	ssize_t n;

	str_init(&lines);
	for (size_t i = 0; i < LINES; i++) {
		scan_of(i, scan, sizeof scan);
		str_addf(&lines, "%s\n", scan);
	}
	n = write(to, lines.p, lines.len);	/* less than a pipe holds */
	assert_int_equal(n, lines.len);
	str_done(&lines);
	close(to);
}

/* "done TAB code TAB ..." as "done code". */
static void
read_lines(struct run *r, int from)
{
	FILE *f = fdopen(from, "r");
	char line[1000];

	while (r->n < LINES && fgets(line, sizeof line, f) != NULL &&
	    strchr(line, '\n') != NULL) {
		char *tab = strchr(line, '\t');
		char *end = tab == NULL ? NULL : strchr(tab + 1, '\t');

		assert_non_null(end);
		*end = '\0';
		*tab = ' ';
		str_copy(r->verdicts[r->n++], 64, line);
	}
	fclose(f);
}

static int64_t
count(struct run *r, const char *sql)
{
	struct err err;
	int64_t n = 0;

	must(store_exec_int(ledger_store(r->h.l), &err, sql, &n));
	return n;
}

static void
check(struct run *r)
{
	char sql[300], scan[40];
	size_t done = 0, there = 0;

	house_reopen(&r->h);
	assert_true(house_is_sound(&r->h));
	assert_int_equal(house_faults(&r->h), 0);
	for (size_t i = 0; i < r->n; i++) {
		scan_of(i, scan, sizeof scan);
		str_print(sql, sizeof sql, "SELECT count(*) FROM scan_log "
		    "WHERE raw = CAST(replace('%s', '\\x01', char(1)) AS BLOB)", scan);
		if (count(r, sql) == 0)
			fail_msg("line %zu, %s, \"%s\" is not in the log", i, scan,
			    r->verdicts[i]);
		if (!str_starts(r->verdicts[i], "done"))
			continue;
		done++;
		if (!str_starts(house_unit(&r->h, "DRILL", scan), "available"))
			fail_msg("%s was done and is \"%s\"", scan,
			    house_unit(&r->h, "DRILL", scan));
	}
	there = (size_t)house_received(&r->h, "PO:4711", 1);
	/* one more may have been booked than could be told */
	assert_true(there == done || there == done + 1);
}

static void
one_run(long us)
{
	static struct run r;
	int to, from, status;
	struct timespec t = { us / 1000000, us % 1000000 * 1000 };
	pid_t pid;

	memset(&r, 0, sizeof r);
	house_open(&r.h, "program");
	house_furnish(&r.h);
	house_order(&r.h, "PO:4711", "DRILL:1000");
	house_shut(&r.h);
	pid = start(&r, &to, &from);
	feed_all(to);
	if (us > 0) {
		nanosleep(&t, NULL);
		kill(pid, SIGKILL);
	}
	read_lines(&r, from);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (us == 0) {
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 1);	/* some were refused */
		assert_int_equal(r.n, LINES);
	}
	check(&r);
	house_close(&r.h);
}

static void program__killed_anywhere__keeps_what_it_said(void **state)
{
	struct dice d = dice_of(seed, 0);

	(void)state;
	one_run(0);
	for (size_t i = 0; i < dice_rounds(8); i++)
		one_run(5000 + (long)dice_below(&d, 120000));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(program__killed_anywhere__keeps_what_it_said),
	};
	const char *build = getenv("DOCKLEDGER_BUILDDIR");

	str_print(program, sizeof program, "%s/dockledger",
	    build != NULL ? build : ".");
	if (!file_exists(program)) {
		printf("1..0 # SKIP %s is not built\n", program);
		return 0;
	}
	seed = dice_seed();
	dice_say(seed);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
}
