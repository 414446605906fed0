/*
 * test_serial_rule.c - what a serial must look like, and prefix words.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "domain/serial_rule.h"

#define WORDS "S/N;SN;SER NO;SERIAL NO;SERIAL NUMBER;(S)"

static struct serial_rule *rule(const char *pattern, const char *example,
    enum check_kind check, const char *strip)
{
	struct err err;
	struct serial_rule *r = serial_rule_new("R1", pattern, example,
	    "two letters, a dash, four digits", check, strip, &err);

	if (!r)
		fail_msg("%s (%s)", err.what, err.detail);
	return r;
}

static void refused_at(struct serial_rule *r, const char *serial,
    const char *code, size_t at)
{
	struct serial_fault fault = { .at = 999 };

	assert_false(serial_rule_check(r, serial, &fault));
	assert_string_equal(fault.code, code);
	assert_int_equal(fault.at, at);
	assert_true(strlen(fault.words) > 10);
}

static void serial_rule__takes__whole_matches_only(void **state)
{
	struct serial_rule *r = rule("[A-Z]{2}-[0-9]{4}", "AB-0001",
	    CHECK_NONE, NULL);
	struct serial_fault fault;

	(void)state;
	assert_true(serial_rule_check(r, "ZZ-9999", &fault));
	refused_at(r, "ZZ-99999", "serial.format", 7);
	refused_at(r, "xZZ-9999", "serial.format", 0);
	refused_at(r, "ZZ-99O9", "serial.format", 5);
	refused_at(r, "ZZ9999", "serial.format", 2);
	serial_rule_free(r);
}

static void serial_rule__says__too_short_at_the_end(void **state)
{
	struct serial_rule *r = rule("[A-Z]{2}-[0-9]{4}", "", CHECK_NONE, "");
	struct serial_fault fault;

	(void)state;
	refused_at(r, "ZZ-9", "serial.format", 4);
	assert_false(serial_rule_check(r, "ZZ-9", &fault));
	assert_non_null(strstr(fault.words, "too short"));
	assert_non_null(strstr(fault.words, "two letters"));
	serial_rule_free(r);
}

/* A first alternative that fits must not hide a longer one. */
static void serial_rule__tries__all_alternatives(void **state)
{
	struct serial_rule *r = rule("A|AB|ABC7", "", CHECK_NONE, "");
	struct serial_fault fault;

	(void)state;
	assert_true(serial_rule_check(r, "A", &fault));
	assert_true(serial_rule_check(r, "AB", &fault));
	assert_true(serial_rule_check(r, "ABC7", &fault));
	refused_at(r, "ABC8", "serial.format", 3);
	refused_at(r, "ABC", "serial.format", 3);
	serial_rule_free(r);
}

static void serial_rule__is_whole__whatever_the_pattern_ends_in(void **state)
{
	struct serial_rule *r = rule("(?x) [0-9]+ # a remark", "12",
	    CHECK_NONE, "");
	struct serial_fault fault;

	(void)state;
	assert_true(serial_rule_check(r, "123", &fault));
	refused_at(r, "123)", "serial.format", 3);
	serial_rule_free(r);
	r = rule("a$|b", "a", CHECK_NONE, "");
	assert_false(serial_rule_check(r, "bb", &fault));
	serial_rule_free(r);
}

static void serial_rule__verifies__check_character(void **state)
{
	struct serial_rule *r = rule("[0-9]{8}", "", CHECK_LUHN, "");
	struct serial_fault fault;

	(void)state;
	assert_true(serial_rule_check(r, "12345674", &fault));
	refused_at(r, "12345675", "serial.check", 7);
	assert_false(serial_rule_check(r, "12345675", &fault));
	assert_non_null(strstr(fault.words, "\"4\""));
	serial_rule_free(r);
}

/* Nested repeats cost 2^n steps; the rule must end, and say so. */
static void serial_rule__ends__when_the_pattern_explodes(void **state)
{
	struct serial_rule *r = rule("(a|aa)+", "", CHECK_NONE,
	    "");
	struct serial_fault fault;
	char serial[SERIAL_SIZE];

	(void)state;
	memset(serial, 'a', SERIAL_MAX);
	serial[SERIAL_MAX - 1] = 'c';
	serial[SERIAL_MAX] = '\0';
	assert_false(serial_rule_check(r, serial, &fault));
	assert_string_equal(fault.code, "serial.format");
	assert_non_null(strstr(fault.words, "too long"));
	serial_rule_free(r);
}

static void not_made(const char *pattern, const char *example,
    enum check_kind check, const char *strip, const char *why)
{
	struct err err;

	assert_null(serial_rule_new("BAD", pattern, example, "", check, strip,
	    &err));
	assert_int_equal(err.kind, ERR_INPUT);
	assert_non_null(strstr(err.what, why));
}

static void serial_rule_new__refuses__what_contradicts_itself(void **state)
{
	char longest[SERIAL_PATTERN_MAX + 2];

	(void)state;
	not_made("[A-", "", CHECK_NONE, "", "character 4");
	not_made("", "", CHECK_NONE, "", "no pattern");
	not_made(NULL, NULL, CHECK_NONE, NULL, "no pattern");
	not_made("[0-9]+", "A1", CHECK_NONE, "", "example");
	not_made("[0-9]+", "12345675", CHECK_LUHN, "", "example");
	not_made("(*UTF)[0-9]+", "", CHECK_NONE, "", "pattern");
	not_made("[0-9]+", "", CHECK_NONE,
	    "A WORD THAT IS FAR TOO LONG FOR A PREFIX", "prefix word");
	not_made("[0-9]+", "", CHECK_NONE,
	    "A;B;C;D;E;F;G;H;I;J;K;L;M;N;O;P;Q", "at most");
	memset(longest, 'a', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';
	not_made(longest, "", CHECK_NONE, "", "at most");
}

static void strips(struct serial_rule *r, const char *text, const char *want)
{
	char out[SERIAL_SIZE];
	bool taken = serial_rule_strip(r, text, out);

	assert_string_equal(out, want);
	assert_int_equal(taken, strcmp(text, want) != 0);
}

static void serial_rule_strip__takes__listed_words_only(void **state)
{
	struct serial_rule *r = rule(".+", "", CHECK_NONE, WORDS);
	struct serial_rule *none = rule(".+", "", CHECK_NONE, "");

	(void)state;
	strips(r, "S/N: 7001", "7001");
	strips(r, "s/n 7001", "7001");
	strips(r, "S/N7001", "7001");
	strips(r, "SN:7001", "7001");
	strips(r, "SN.7001", "7001");
	strips(r, "SN #7001", "7001");
	strips(r, "SER NO 7001", "7001");
	strips(r, "Ser. No. 7001", "7001");
	strips(r, "Serial Number: x1", "x1");
	strips(r, "SERIAL NO.X-1", "X-1");
	strips(r, "Serial#: X-1", "X-1");
	strips(r, "Serial # X-1", "X-1");
	strips(r, "(S)X1", "X1");
	strips(none, "S/N: 7001", "S/N: 7001");
	serial_rule_free(r);
	serial_rule_free(none);
}

static void serial_rule_strip__leaves__what_may_be_data(void **state)
{
	struct serial_rule *r = rule(".+", "", CHECK_NONE, WORDS);

	(void)state;
	strips(r, "SN7001", "SN7001");
	strips(r, "SNAPPER-1", "SNAPPER-1");
	strips(r, "SERIAL NO7", "SERIAL NO7");
	strips(r, "SERIALS", "SERIALS");
	strips(r, "SN:", "SN:");
	strips(r, "SN", "SN");
	strips(r, "", "");
	strips(r, "X SN:7", "X SN:7");
	serial_rule_free(r);
}

static void legal(const char *serial)
{
	struct serial_fault fault;

	if (!serial_legal(serial, strlen(serial), &fault))
		fail_msg("\"%s\": %s", serial, fault.words);
}

static void illegal(const char *serial, size_t n, size_t at)
{
	struct serial_fault fault;

	assert_false(serial_legal(serial, n, &fault));
	assert_string_equal(fault.code, "serial.format");
	assert_int_equal(fault.at, at);
}

static void serial_legal__holds__the_general_law(void **state)
{
	char longest[SERIAL_MAX + 2];

	(void)state;
	memset(longest, 'x', sizeof(longest));
	legal("A");
	legal("a b/c");
	legal("\xC3\xA9t\xC3\xA9-\xE2\x82\xAC");
	legal("XC-1");
	illegal("", 0, 0);
	illegal(longest, SERIAL_MAX + 1, SERIAL_MAX);
	illegal(" A", 2, 0);
	illegal("A ", 2, 1);
	illegal("xCxDONE", 7, 0);
	illegal("A\x1D" "B", 3, 1);
	illegal("A\0B", 3, 1);
	illegal("A\x7F", 2, 1);
	illegal("A\xC2\x85", 3, 1);
	illegal("A\xFF", 2, 1);
	illegal("A\xC3", 2, 1);
	illegal("A\xED\xA0\x80", 4, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(serial_rule__takes__whole_matches_only),
		cmocka_unit_test(serial_rule__says__too_short_at_the_end),
		cmocka_unit_test(serial_rule__tries__all_alternatives),
		cmocka_unit_test(serial_rule__is_whole__whatever_the_pattern_ends_in),
		cmocka_unit_test(serial_rule__verifies__check_character),
		cmocka_unit_test(serial_rule__ends__when_the_pattern_explodes),
		cmocka_unit_test(serial_rule_new__refuses__what_contradicts_itself),
		cmocka_unit_test(serial_rule_strip__takes__listed_words_only),
		cmocka_unit_test(serial_rule_strip__leaves__what_may_be_data),
		cmocka_unit_test(serial_legal__holds__the_general_law),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
