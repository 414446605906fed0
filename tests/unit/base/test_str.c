/*
 * test_str.c - text.  Goal: the invariant of str.h after every act, cuts at
 * whole characters, and a scan notation that brings back every byte.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "base/str.h"

static void str__holds__what_was_added(void **state)
{
	struct str s;

	(void)state;
	str_init(&s);
	assert_string_equal(s.p, "");
	str_add(&s, "ab");
	str_addc(&s, 'c');
	str_addn(&s, "d\0e", 3);
	str_addf(&s, "%04d", 7);
	assert_int_equal(s.len, 10);
	assert_memory_equal(s.p, "abcd\0e0007", 11);
	memcpy(str_extend(&s, 2), "xy", 2);
	assert_string_equal(s.p + 10, "xy");
	assert_int_equal(s.len, 12);
	str_truncate(&s, 2);
	assert_string_equal(s.p, "ab");
	str_clear(&s);
	assert_int_equal(s.len, 0);
	str_done(&s);
	assert_string_equal(s.p, "");
}

static void str__grows__over_many_sizes(void **state)
{
	struct str s;

	(void)state;
	str_init(&s);
	for (size_t i = 0; i < 5000; i++) {
		str_addc(&s, (char)('a' + i % 26));
		assert_int_equal(s.p[s.len], '\0');
		assert_int_equal(s.len, i + 1);
	}
	for (size_t i = 0; i < 5000; i++)
		assert_int_equal(s.p[i], 'a' + (int)(i % 26));
	str_done(&s);
}

static void str_addf__writes__long_text(void **state)
{
	struct str s;

	(void)state;
	str_init(&s);
	str_addf(&s, "%s", "");
	str_addf(&s, "%5000d|", 1);
	assert_int_equal(s.len, 5001);
	assert_string_equal(s.p + 4999, "1|");
	str_done(&s);
}

static void str_take__leaves__an_empty_one(void **state)
{
	struct str s;
	char *p;

	(void)state;
	str_init(&s);
	p = str_take(&s);
	assert_string_equal(p, "");
	free(p);
	str_add(&s, "abc");
	p = str_take(&s);
	assert_string_equal(p, "abc");
	assert_int_equal(s.len, 0);
	free(p);
	str_done(&s);
}

static void str_copy__cuts__at_whole_characters(void **state)
{
	char dst[6];

	(void)state;
	assert_true(str_copy(dst, sizeof dst, "abcde"));
	assert_string_equal(dst, "abcde");
	assert_false(str_copy(dst, sizeof dst, "abcdef"));
	assert_string_equal(dst, "abcde");
	assert_false(str_copy(dst, sizeof dst, "abc\xE2\x82\xAC"));
	assert_string_equal(dst, "abc");
	assert_true(str_copyn(dst, sizeof dst, "ab\xE2\x82\xAC!", 5));
	assert_string_equal(dst, "ab\xE2\x82\xAC");
	assert_false(str_copy(dst, 1, "x"));
	assert_string_equal(dst, "");
}

static void str_print__cuts__at_whole_characters(void **state)
{
	char dst[6];

	(void)state;
	str_print(dst, sizeof dst, "%d-%s", 12, "\xC3\xA9\xC3\xA9");
	assert_string_equal(dst, "12-\xC3\xA9");
	str_print(dst, sizeof dst, "%s", "123\xE2\x82\xAC");
	assert_string_equal(dst, "123");
	str_print(dst, sizeof dst, "%d", 12345);
	assert_string_equal(dst, "12345");
}

static void str_eq__compares__also_nothing(void **state)
{
	(void)state;
	assert_true(str_eq(NULL, NULL));
	assert_false(str_eq(NULL, ""));
	assert_true(str_eq("a", "a"));
	assert_false(str_eq("a", "A"));
	assert_true(str_ieq("Dock-2", "dOCK-2"));
	assert_false(str_ieq("dock", "dock2"));
	assert_false(str_ieq("dock", NULL));
	assert_false(str_ieq("[", "{"));	/* 32 apart, no letters */
	assert_true(str_starts("XCXDONE", "XCX"));
	assert_true(str_starts("a", ""));
	assert_false(str_starts("XC", "XCX"));
}

static void str_strip__removes__outer_space(void **state)
{
	char a[] = " \t a b \r\n", b[] = "   ", c[] = "x";

	(void)state;
	assert_string_equal(str_strip(a), "a b");
	assert_string_equal(str_strip(b), "");
	assert_string_equal(str_strip(c), "x");
}

static void str_escape__writes__the_scan_notation(void **state)
{
	struct str s;

	(void)state;
	str_init(&s);
	str_escape(&s, "01\x1D\\\0\x7F\xC3\xA9", 8, false);
	assert_string_equal(s.p, "01\\x1D\\\\\\x00\\x7F\\xC3\\xA9");
	str_clear(&s);
	str_escape(&s, "\xC3\xA9 \xC2\x85 \xE2\x82", 8, true);
	assert_string_equal(s.p, "\xC3\xA9 \\xC2\\x85 \\xE2\\x82");
	str_done(&s);
}

static void str_unescape__reverses__every_byte(void **state)
{
	unsigned char all[512];
	struct str there, back;
	size_t at;

	(void)state;
	for (size_t i = 0; i < sizeof all; i++)
		all[i] = (unsigned char)(i * 7 % 256);
	for (int utf8 = 0; utf8 < 2; utf8++) {
		str_init(&there);
		str_init(&back);
		str_escape(&there, all, sizeof all, utf8 == 1);
		assert_true(str_unescape(&back, there.p, there.len, &at));
		assert_int_equal(back.len, sizeof all);
		assert_memory_equal(back.p, all, sizeof all);
		str_done(&there);
		str_done(&back);
	}
}

static void str_unescape__names__where_it_is_wrong(void **state)
{
	static const struct {
		const char *text;
		size_t at;
	} wrong[] = {
		{ "ab\\", 2 }, { "\\x4", 0 }, { "a\\xZ1", 1 }, { "\\n", 0 },
		{ "\\\\\\", 2 }, { "\\X1D", 0 },
	};
	struct str s;
	size_t at;

	(void)state;
	str_init(&s);
	str_add(&s, "kept");
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(str_unescape(&s, wrong[i].text,
		    strlen(wrong[i].text), &at));
		assert_int_equal(at, wrong[i].at);
		assert_string_equal(s.p, "kept");
	}
	assert_true(str_unescape(&s, "\\x1d\\x1D", 8, &at));
	assert_string_equal(s.p, "kept\x1D\x1D");
	str_done(&s);
}

UNIT_MAIN(
	cmocka_unit_test(str__holds__what_was_added),
	cmocka_unit_test(str__grows__over_many_sizes),
	cmocka_unit_test(str_addf__writes__long_text),
	cmocka_unit_test(str_take__leaves__an_empty_one),
	cmocka_unit_test(str_copy__cuts__at_whole_characters),
	cmocka_unit_test(str_print__cuts__at_whole_characters),
	cmocka_unit_test(str_eq__compares__also_nothing),
	cmocka_unit_test(str_strip__removes__outer_space),
	cmocka_unit_test(str_escape__writes__the_scan_notation),
	cmocka_unit_test(str_unescape__reverses__every_byte),
	cmocka_unit_test(str_unescape__names__where_it_is_wrong),
)
