/*
 * test_fault.c - faults on purpose.  Goal: due exactly where asked, and never
 * silently not armed.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "child.h"
#include <signal.h>
#include <stdio.h>
#include "base/fault.h"

static void fault_due__is__true_once_at_n(void **state)
{
	(void)state;
	fault_arm(FAULT_WRITE, 3);
	assert_false(fault_due(FAULT_WRITE));
	assert_false(fault_due(FAULT_SYNC));
	assert_false(fault_due(FAULT_WRITE));
	assert_true(fault_due(FAULT_WRITE));
	assert_false(fault_due(FAULT_WRITE));
	assert_int_equal(fault_passed(FAULT_WRITE), 4);
	fault_arm(FAULT_WRITE, 0);
}

static void fault_due__counts__nothing_when_not_armed(void **state)
{
	(void)state;
	fault_arm(FAULT_SYNC, 0);
	for (int i = 0; i < 5; i++)
		assert_false(fault_due(FAULT_SYNC));
	assert_int_equal(fault_passed(FAULT_SYNC), 0);
}

static void fault_due__stays__true_on_a_full_disk(void **state)
{
	(void)state;
	fault_arm(FAULT_FULL, 2);
	assert_false(fault_due(FAULT_FULL));
	assert_true(fault_due(FAULT_FULL));
	assert_true(fault_due(FAULT_FULL));
	fault_arm(FAULT_FULL, 0);
}

static void pass_two_writes(void)
{
	fault_arm(FAULT_KILL, 2);
	fault_due(FAULT_KILL);
	dprintf(STDERR_FILENO, "one");
	fault_due(FAULT_KILL);
	dprintf(STDERR_FILENO, "two");
}

static void fault_due__kills__at_n(void **state)
{
	struct child_end end;

	(void)state;
	end = child_run(pass_two_writes);
	assert_true(WIFSIGNALED(end.status));
	assert_int_equal(WTERMSIG(end.status), SIGKILL);
	assert_string_equal(end.errors, "one");
}

static void fault_start__reads__the_environment(void **state)
{
	(void)state;
	setenv("DOCKLEDGER_FAULT", "write:2,sync:1", 1);
	fault_start();
	assert_false(fault_is_next(FAULT_WRITE));
	assert_false(fault_due(FAULT_WRITE));
	assert_true(fault_is_next(FAULT_WRITE));
	assert_true(fault_due(FAULT_WRITE));
	assert_true(fault_due(FAULT_SYNC));
	assert_false(fault_due(FAULT_ALLOC));
	fault_arm(FAULT_WRITE, 0);
	fault_arm(FAULT_SYNC, 0);
	unsetenv("DOCKLEDGER_FAULT");
}

static void fault_start__refuses__what_it_cannot_read(void **state)
{
	static const char *const wrong[] = { "write", "write:", "write:0",
	    "write:-1", "write:2x", "printer:1", "write:1,,", "write:1;sync:2",
	    "write:99999999999999999999" };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct child_end end;

		setenv("DOCKLEDGER_FAULT", wrong[i], 1);
		end = child_run(fault_start);
		assert_exited(&end, 2);
		assert_non_null(strstr(end.errors, wrong[i]));
	}
	unsetenv("DOCKLEDGER_FAULT");
}

UNIT_MAIN(
	cmocka_unit_test(fault_due__is__true_once_at_n),
	cmocka_unit_test(fault_due__counts__nothing_when_not_armed),
	cmocka_unit_test(fault_due__stays__true_on_a_full_disk),
	cmocka_unit_test(fault_due__kills__at_n),
	cmocka_unit_test(fault_start__reads__the_environment),
	cmocka_unit_test(fault_start__refuses__what_it_cannot_read),
)
