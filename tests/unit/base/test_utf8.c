/*
 * test_utf8.c - character ends.  Goal: what RFC 3629 forbids is no character.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "base/utf8.h"

static const struct {
	const char *bytes;
	size_t step;
} cases[] = {
	{ "a", 1 },
	{ "\xC3\xA9", 2 },		/* e acute */
	{ "\xE2\x82\xAC", 3 },		/* euro sign */
	{ "\xF0\x9F\x93\xA6", 4 },	/* package */
	{ "\xED\x9F\xBF", 3 },		/* the last before the surrogates */
	{ "\xED\xA0\x80", 0 },		/* a surrogate */
	{ "\xC0\x80", 0 },		/* overlong NUL */
	{ "\xE0\x9F\xBF", 0 },		/* overlong, three bytes */
	{ "\xF0\x8F\xBF\xBF", 0 },	/* overlong, four bytes */
	{ "\xF4\x8F\xBF\xBF", 4 },	/* U+10FFFF */
	{ "\xF4\x90\x80\x80", 0 },	/* one above */
	{ "\x80", 0 },
	{ "\xE2\x82", 0 },		/* ends too early */
	{ "\xE2\x28\xA1", 0 },
	{ "\xFF", 0 },
};

static void utf8_step__knows__well_formed_characters(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(utf8_step(cases[i].bytes,
		    strlen(cases[i].bytes)), cases[i].step);
	assert_int_equal(utf8_step("", 0), 0);
}

static void utf8_cut__keeps__whole_characters(void **state)
{
	static const char text[] = "a\xE2\x82\xAC\xC3\xA9";
	static const size_t kept[] = { 0, 1, 1, 1, 4, 4, 6 };

	(void)state;
	for (size_t n = 0; n < sizeof text; n++)
		assert_int_equal(utf8_cut(text, n), kept[n]);
}

static void utf8_cut__leaves__bytes_that_are_no_text(void **state)
{
	(void)state;
	assert_int_equal(utf8_cut("\x80\x80\x80\x80", 4), 4);
	assert_int_equal(utf8_cut("a\x80", 2), 2);
}

UNIT_MAIN(
	cmocka_unit_test(utf8_step__knows__well_formed_characters),
	cmocka_unit_test(utf8_cut__keeps__whole_characters),
	cmocka_unit_test(utf8_cut__leaves__bytes_that_are_no_text),
)
