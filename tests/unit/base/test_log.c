/*
 * test_log.c - the log.  Goal: one line an entry whatever is in the words, in
 * the order written, and nothing before log_open.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "child.h"
#include <stdio.h>
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"

static char folder[] = "/tmp/test_log.XXXXXX";
static char path[64];

static int make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	str_print(path, sizeof path, "%s/log", folder);
	setenv("DOCKLEDGER_NOW", "2026-03-02T08:00:00.000Z", 1);
	clock_use(NULL);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	unlink(path);
	return rmdir(folder);
}

static void log__writes__one_line_an_entry(void **state)
{
	char expected[400];
	struct str seen;
	struct err err;

	(void)state;
	log_info("before it is open");
	assert_true(log_open(path, &err));
	log_info("station %s", "D2");
	log_warn("scan A\n2026 forged\x1B[2J \xC3\xA9");
	err_set(&err, ERR_ENV, "disk full");
	log_err(&err);
	err_detail(&err, "0 bytes free");
	err_hint(&err, "make room");
	log_err(&err);
	log_close();
	log_info("after it is closed");

	str_init(&seen);
	assert_true(file_read(path, 4096, &seen, &err));
	str_print(expected, sizeof expected,
	    "2026-03-02T08:00:00.000Z %1$d info station D2\n"
	    "2026-03-02T08:00:00.000Z %1$d warn scan A\\x0A2026 forged\\x1B[2J "
	    "\xC3\xA9\n"
	    "2026-03-02T08:00:00.000Z %1$d error disk full\n"
	    "2026-03-02T08:00:00.000Z %1$d error disk full: 0 bytes free "
	    "(make room)\n", (int)getpid());
	assert_string_equal(seen.p, expected);
	str_done(&seen);
}

static void log_open__appends(void **state)
{
	struct str once, twice;
	struct err err;

	(void)state;
	str_init(&once);
	str_init(&twice);
	assert_true(file_read(path, 4096, &once, &err));
	assert_true(log_open(path, &err));
	log_info("again");
	log_close();
	assert_true(file_read(path, 4096, &twice, &err));
	assert_true(twice.len > once.len);
	assert_memory_equal(twice.p, once.p, once.len);
	str_done(&once);
	str_done(&twice);
}

static void log_to_stderr(void)
{
	struct err err;

	if (log_open("-", &err))
		log_info("hello");
}

static void log_open__takes__stderr(void **state)
{
	struct child_end end;

	(void)state;
	end = child_run(log_to_stderr);
	assert_non_null(strstr(end.errors, "info hello\n"));
}

static void log_open__says__why_it_cannot(void **state)
{
	struct err err;

	(void)state;
	assert_false(log_open("/nowhere/at/all/log", &err));
	assert_int_equal(err.kind, ERR_ENV);
	assert_non_null(strstr(err.what, "/nowhere/at/all/log"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(log__writes__one_line_an_entry),
		cmocka_unit_test(log_open__appends),
		cmocka_unit_test(log_open__takes__stderr),
		cmocka_unit_test(log_open__says__why_it_cannot),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("log", tests, make_folder,
	    remove_folder);
}
