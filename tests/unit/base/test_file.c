/*
 * test_file.c - files.  Goal: whole or not at all, and the kind of error that
 * tells what can be done.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"

static char folder[] = "/tmp/test_file.XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) != NULL ? 0 : -1;
}

static const char *in_folder(const char *name)
{
	static char path[200];

	str_print(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static void file_create__writes__once(void **state)
{
	const char *path = in_folder("key");
	struct str seen;
	struct stat st;
	struct err err;

	(void)state;
	umask(0027);
	assert_true(file_create(path, 0600, "a\0b", 3, &err));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_false(file_create(path, 0600, "other", 5, &err));
	assert_int_equal(err.kind, ERR_CLASH);

	str_init(&seen);
	str_add(&seen, "> ");
	assert_true(file_read(path, 100, &seen, &err));
	assert_int_equal(seen.len, 5);
	assert_memory_equal(seen.p, "> a\0b", 6);
	str_done(&seen);
	unlink(path);
}

static void file_replace__changes__all_or_nothing(void **state)
{
	const char *path = in_folder("out");
	struct str seen;
	struct err err;

	(void)state;
	str_init(&seen);
	assert_true(file_replace(path, 0644, "first", 5, &err));
	assert_true(file_replace(path, 0644, "2nd", 3, &err));
	assert_true(file_read(path, 100, &seen, &err));
	assert_string_equal(seen.p, "2nd");
	str_done(&seen);
	unlink(path);
	assert_true(file_make_folder(path, 0700, &err));
	assert_false(file_replace(path, 0644, "third", 5, &err));
	assert_false(file_exists(in_folder("out.part")));
	rmdir(in_folder("out"));
}

static void file_create__means__the_mode_it_is_given(void **state)
{
	const char *path = in_folder("open");
	struct stat st;
	struct err err;

	(void)state;
	umask(0077);
	assert_true(file_create(path, 0644, "", 0, &err));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0644);
	unlink(path);
}

static void file_create__fails__where_there_is_no_folder(void **state)
{
	struct err err;

	(void)state;
	assert_false(file_create(in_folder("none/x"), 0600, "a", 1, &err));
	assert_int_equal(err.kind, ERR_ABSENT);
	assert_false(file_exists(in_folder("none/x")));
}

static void file_read__keeps__to_the_limit(void **state)
{
	const char *path = in_folder("large");
	char bytes[20000];
	struct str seen;
	struct err err;

	(void)state;
	memset(bytes, 'x', sizeof bytes);
	assert_true(file_create(path, 0600, bytes, sizeof bytes, &err));
	str_init(&seen);
	str_add(&seen, "kept");
	assert_false(file_read(path, sizeof bytes - 1, &seen, &err));
	assert_int_equal(err.kind, ERR_INPUT);
	assert_string_equal(seen.p, "kept");
	assert_true(file_read(path, sizeof bytes, &seen, &err));
	assert_int_equal(seen.len, sizeof bytes + 4);
	str_done(&seen);
	unlink(path);
}

static void file_read__tells__absent_from_unreadable(void **state)
{
	struct str seen;
	struct err err;

	(void)state;
	str_init(&seen);
	assert_false(file_read(in_folder("none"), 10, &seen, &err));
	assert_int_equal(err.kind, ERR_ABSENT);
	assert_false(file_read(folder, 10, &seen, &err));
	assert_int_equal(err.kind, ERR_ENV);
	assert_int_equal(seen.len, 0);
	str_done(&seen);
}

static void file_make_folder__makes__those_above(void **state)
{
	struct stat st;
	struct err err;

	(void)state;
	umask(0022);
	assert_true(file_make_folder(in_folder("a//b/c/"), 0700, &err));
	assert_int_equal(stat(in_folder("a/b/c"), &st), 0);
	assert_true(S_ISDIR(st.st_mode));
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_true(file_make_folder(in_folder("a/b/c"), 0700, &err));

	assert_true(file_create(in_folder("a/f"), 0600, "", 0, &err));
	assert_false(file_make_folder(in_folder("a/f/g"), 0700, &err));
	assert_int_equal(err.kind, ERR_CLASH);
	unlink(in_folder("a/f"));
	rmdir(in_folder("a/b/c"));
	rmdir(in_folder("a/b"));
	assert_int_equal(rmdir(in_folder("a")), 0);
}

static void file_folder__is__the_part_above(void **state)
{
	static const char *const cases[][2] = {
		{ "a/b", "a" }, { "/b", "/" }, { "b", "." }, { "", "." },
		{ "a/b/", "a" }, { "/", "/" }, { "a//b", "a" },
		{ "//b", "/" }, { "/a/b/c.db", "/a/b" },
	};
	struct str out;

	(void)state;
	str_init(&out);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		str_clear(&out);
		file_folder(cases[i][0], &out);
		assert_string_equal(out.p, cases[i][1]);
	}
	str_done(&out);
}

static int remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(file_create__writes__once),
		cmocka_unit_test(file_replace__changes__all_or_nothing),
		cmocka_unit_test(file_create__means__the_mode_it_is_given),
		cmocka_unit_test(file_create__fails__where_there_is_no_folder),
		cmocka_unit_test(file_read__keeps__to_the_limit),
		cmocka_unit_test(file_read__tells__absent_from_unreadable),
		cmocka_unit_test(file_make_folder__makes__those_above),
		cmocka_unit_test(file_folder__is__the_part_above),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("file", tests, make_folder,
	    remove_folder);
}
