/*
 * test_memory.c - memory ends at any moment: the program stops with one
 * sentence and status 3, and the database is as it was said to be.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A child plays the day with the nth allocation failing, and tells the parent
 * each act that was done; n grows slowly first and then by a tenth, until the
 * day comes to its end.
 */
#include "../unit/unit.h"
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/fault.h"
#include "day.h"

static int report;		/* the child's end of the pipe */

static void
tell(struct shift *s)
{
	for (; s->n_done > 0; s->n_done--)
		if (write(report, &s->done[s->n_done - 1], sizeof s->done[0]) < 0)
			_exit(99);
}

static void
child_day(struct shift *s, long n, int to, int words)
{
	report = to;
	dup2(words, STDERR_FILENO);
	house_reopen(&s->h);
	s->p.st.ledger = s->h.l;
	s->told = tell;
	fault_arm(FAULT_ALLOC, n);
	shift_play(s);
	house_shut(&s->h);
	_exit(0);
}

static void
hear(struct shift *s, int from)
{
	int64_t id;

	while (read(from, &id, sizeof id) == (ssize_t)sizeof id)
		s->done[s->n_done++] = id;
}

/* True when the nth allocation was reached and failed. */
static bool
one_day(long n)
{
	static struct shift s;
	int acts[2], words[2], status;
	char said[400] = "";
	bool failed;
	pid_t pid;

	shift_begin(&s);
	house_shut(&s.h);
	assert_int_equal(pipe(acts), 0);
	assert_int_equal(pipe(words), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		child_day(&s, n, acts[1], words[1]);
	close(acts[1]);
	close(words[1]);
	hear(&s, acts[0]);
	if (read(words[0], said, sizeof said - 1) < 0)
		said[0] = '\0';
	close(acts[0]);
	close(words[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (!WIFEXITED(status) || (WEXITSTATUS(status) != 0 &&
	    WEXITSTATUS(status) != 3))
		fail_msg("alloc:%ld ends with %x: %s", n, (unsigned)status, said);
	failed = WEXITSTATUS(status) == 3;
	if (failed && (!str_starts(said, "dockledger: ") ||
	    strchr(said, '\n') != said + strlen(said) - 1))
		fail_msg("alloc:%ld: not one sentence: %s", n, said);
	shift_again(&s);
	shift_check(&s, !failed, "alloc", n);
	shift_end(&s);
	return failed;
}

static void memory__ending_anywhere__loses_nothing(void **state)
{
	bool slow = getenv("DOCKLEDGER_LONG") != NULL;
	long n = 1, days = 0;

	(void)state;
	for (; one_day(n); n += slow ? 1 + n / 100 : 1 + n / 8)
		days++;
	printf("# %ld days, the last with %ld allocations\n", days, n);
	assert_true(days > 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory__ending_anywhere__loses_nothing),
	};
	int failed;

	scene_make();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	failed = cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
	scene_remove();
	return failed;
}
