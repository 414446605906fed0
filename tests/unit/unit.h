/*
 * unit.h - what every unit test begins with.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	static void thing__does__what(void **state) { (void)state; ... }
 *	UNIT_MAIN(
 *	    cmocka_unit_test(thing__does__what),
 *	)
 */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

/* What memcheck cannot do - it does not let a signal end a wait for an open
 * file description's lock, and does not see that a spawned program is not
 * there - is left out under it: tests that end so. */
#define UNWATCHED "*__unwatched"

static inline void unit_leave_out(void)
{
	if (getenv("DOCKLEDGER_MEMCHECK") != NULL)
		cmocka_set_skip_filter(UNWATCHED);
}

/* A group called after the file, reported as TAP. */
#define UNIT_MAIN(...) \
	int main(void) \
	{ \
		const struct CMUnitTest tests[] = { __VA_ARGS__ }; \
		cmocka_set_message_output(CM_OUTPUT_TAP); \
		unit_leave_out(); \
		return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL); \
	}
#endif
