/*
 * test_kill.c - the process dies by SIGKILL at any write, or at any moment.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A child plays the day and tells each act that was done; it is killed at its
 * nth write of the database, or when the parent likes.  What is left must be
 * sound, hold every act that was told, and let the work go on to its end.
 */
#include "../unit/unit.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "../support/dice.h"
#include "base/fault.h"
#include "day.h"

static uint64_t seed;
static int report;

/* What the parent must know to go on: the scene, and the acts. */
struct message { size_t scene; int64_t done; };

static void
tell(struct shift *s)
{
	struct message m = { s->scene, 0 };

	for (size_t i = 0; i <= s->n_done; i++) {
		m.done = i < s->n_done ? s->done[i] : 0;
		if (write(report, &m, sizeof m) != (ssize_t)sizeof m)
			_exit(99);
	}
	s->n_done = 0;
}

static void
child_day(struct shift *s, long n, int to)
{
	report = to;
	house_reopen(&s->h);
	s->p.st.ledger = s->h.l;
	s->told = tell;
	fault_arm(FAULT_KILL, n);
	shift_play(s);
	house_shut(&s->h);
	_exit(0);
}

/* Read what was told; afterwards the scene that was not answered is next. */
static void
hear(struct shift *s, int from)
{
	struct message m;

	while (read(from, &m, sizeof m) == (ssize_t)sizeof m) {
		if (m.done != 0)
			s->done[s->n_done++] = m.done;
		else
			s->scene = m.scene + 1;
	}
}

static void
wait_us(long us)
{
	struct timespec t = { us / 1000000, us % 1000000 * 1000 };

	nanosleep(&t, NULL);
}

/* Killed at the nth write (0: never) or after us (0: not).  True: it died. */
static bool
one_day(long n, long us)
{
	static struct shift s;
	int acts[2], status;
	pid_t pid;

	shift_begin(&s);
	house_shut(&s.h);
	assert_int_equal(pipe(acts), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		child_day(&s, n, acts[1]);
	close(acts[1]);
	if (us > 0) {
		wait_us(us);
		kill(pid, SIGKILL);
	}
	hear(&s, acts[0]);
	close(acts[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL :
	    WEXITSTATUS(status) == 0);
	shift_again(&s);
	shift_check(&s, false, us > 0 ? "moment" : "kill", us > 0 ? us : n);
	shift_end(&s);
	return WIFSIGNALED(status);
}

static void kill__at_any_write__loses_nothing(void **state)
{
	long step = getenv("DOCKLEDGER_LONG") != NULL ? 1 : 2, n = 1;

	(void)state;
	while (one_day(n, 0))
		n += step;
	printf("# killed at each of %ld writes\n", n);
	/* one for each scan; and each page of the log when it was long enough to
	 * be emptied at the end, which hangs on what was written before the day */
	assert_true(n > 25);
}

static void kill__at_any_moment__loses_nothing(void **state)
{
	size_t died = 0, days = dice_rounds(25);
	struct dice d = dice_of(seed, 0);

	(void)state;
	for (size_t i = 0; i < days; i++)
		died += one_day(0, 500 + (long)dice_below(&d, 25000));
	printf("# %zu of %zu days were killed\n", died, days);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kill__at_any_write__loses_nothing),
		cmocka_unit_test(kill__at_any_moment__loses_nothing),
	};
	int failed;

	seed = dice_seed();
	dice_say(seed);
	scene_make();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	failed = cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
	scene_remove();
	return failed;
}
