/*
 * test_disk.c - the disk fails at every place where it can: a day of work goes
 * on, and nothing is lost, doubled or half done.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The day is played with the nth write (or sync, or growth) failing, for n = 1,
 * 2, ... until none fails any more.  After each all is as on a day without
 * faults.
 */
#include "../unit/unit.h"
#include <stdio.h>
#include <string.h>
#include "base/fault.h"
#include "base/file.h"
#include "day.h"

/* A day with the nth pass of the point failing; true when it did fail. */
static bool
one_day(enum fault_point point, const char *what, long n)
{
	static struct shift s;
	bool failed;

	shift_begin(&s);
	fault_arm(point, n);
	shift_play(&s);
	failed = s.fault_ended || fault_passed(point) >= n;
	fault_arm(point, 0);
	house_reopen(&s.h);
	shift_check(&s, true, what, n);
	shift_end(&s);
	return failed;
}

static void day__without_faults__is_as_wanted(void **state)
{
	(void)state;
	one_day(FAULT_WRITE, "none", 0);
}

static void
every(enum fault_point point, const char *what, long step)
{
	long n = 1;

	while (one_day(point, what, n))
		n += step;
	printf("# %s: %ld places\n", what, n - 1);
	assert_true(n > 20);
}

static void write__failing_anywhere__loses_nothing(void **state)
{
	(void)state;
	every(FAULT_WRITE, "write", getenv("DOCKLEDGER_LONG") != NULL ? 1 : 7);
}

static void sync__failing_anywhere__loses_nothing(void **state)
{
	(void)state;
	every(FAULT_SYNC, "sync", 1);
}

static void disk__full_from_anywhere__loses_nothing(void **state)
{
	(void)state;
	every(FAULT_FULL, "full", getenv("DOCKLEDGER_LONG") != NULL ? 1 : 13);
}

/* --- a new station --- */

/* init is whole or not at all, and can be done again. */
static void create__failing_anywhere__leaves_nothing(void **state)
{
	static const enum fault_point points[] = { FAULT_WRITE, FAULT_SYNC,
	    FAULT_FULL };
	static const char *const parts[] = { "", "-wal", "-shm", "-lock", "-key" };

	(void)state;
	for (size_t p = 0; p < 3; p++)
		for (long n = 1; ; n++) {
			struct house h;
			struct err err;
			char path[260];
			bool ok;

			house_folder(&h, "create");
			err_clear(&err);
			fault_arm(points[p], n);
			ok = ledger_create(&h.l, h.path, "T1", &err);
			fault_arm(points[p], 0);
			if (ok) {
				assert_int_equal(house_faults(&h), 0);
				house_close(&h);
				assert_true(n > 2);
				break;
			}
			assert_int_equal(err.kind, ERR_ENV);
			for (size_t i = 0; i < 5; i++) {
				str_print(path, sizeof path, "%s%s", h.path, parts[i]);
				if (file_exists(path))
					fail_msg("point %zu:%ld leaves %s", p, n, path);
			}
			must(ledger_create(&h.l, h.path, "T1", &err));
			house_close(&h);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(day__without_faults__is_as_wanted),
		cmocka_unit_test(write__failing_anywhere__loses_nothing),
		cmocka_unit_test(sync__failing_anywhere__loses_nothing),
		cmocka_unit_test(disk__full_from_anywhere__loses_nothing),
		cmocka_unit_test(create__failing_anywhere__leaves_nothing),
	};
	int failed;

	scene_make();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	failed = cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
	scene_remove();
	return failed;
}
