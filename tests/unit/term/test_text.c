/*
 * test_text.c - UTF-8 measured in cells.  Goal: no byte is lost or taken
 * twice, widths are those of the terminal, rows wrap at blanks, and without
 * UTF-8 everything is one ASCII character wide.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "term_unit.h"
#include "term/text.h"

#define ARING "\303\205"
#define HAN "\345\200\211"		/* two cells */
#define ACUTE "\314\201"		/* a combining mark */

static void text_step__reads__what_encode_writes(void **state)
{
	static const uint32_t some[] = { 1, 'A', 0x7F, 0x80, 0x7FF, 0x800,
		0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF };

	(void)state;
	for (size_t i = 0; i < sizeof some / sizeof some[0]; i++) {
		char bytes[4];
		uint32_t ch;
		size_t n = text_encode(some[i], bytes);

		assert_int_equal(text_step(bytes, n, &ch), n);
		assert_int_equal(ch, some[i]);
		if (n > 1) {		/* cut short it is faulty */
			assert_int_equal(text_step(bytes, n - 1, &ch), 1);
			assert_int_equal(ch, TEXT_FAULTY);
		}
	}
}

static void text_step__refuses__what_is_no_utf8(void **state)
{
	static const char *const faulty[] = { "\200", "\300\200", "\301\277",
		"\340\200\200", "\355\240\200", "\360\200\200\200",
		"\364\220\200\200", "\377", "\303(" };

	(void)state;
	for (size_t i = 0; i < sizeof faulty / sizeof faulty[0]; i++) {
		uint32_t ch;

		assert_int_equal(text_step(faulty[i], strlen(faulty[i]), &ch),
		    1);
		assert_int_equal(ch, TEXT_FAULTY);
	}
}

static void text_encode__writes__the_faulty_mark_for_surrogates(void **state)
{
	char bytes[4];
	uint32_t ch;

	(void)state;
	assert_int_equal(text_step(bytes, text_encode(0xD800, bytes), &ch), 3);
	assert_int_equal(ch, TEXT_FAULTY);
	assert_int_equal(text_step(bytes, text_encode(0x110000, bytes), &ch),
	    3);
	assert_int_equal(ch, TEXT_FAULTY);
}

static void text_width__counts__cells(void **state)
{
	(void)state;
	assert_int_equal(text_width("", true), 0);
	assert_int_equal(text_width("abc", true), 3);
	assert_int_equal(text_width(ARING "b", true), 2);
	assert_int_equal(text_width(HAN HAN, true), 4);
	assert_int_equal(text_width("e" ACUTE "x", true), 2);
	assert_int_equal(text_width("\035\t\377", true), 3);
}

static void text_width__counts__characters_without_utf8(void **state)
{
	(void)state;
	assert_int_equal(text_width(HAN HAN, false), 2);
	assert_int_equal(text_width("e" ACUTE "x", false), 2);
	assert_int_equal(text_width(ARING, false), 1);
}

static void text_shown__gives__ascii_without_utf8(void **state)
{
	static const struct { uint32_t ch; char ascii; } pairs[] = {
		{ 'A', 'A' }, { 0xC4, 'A' }, { 0xE9, 'e' }, { 0xDF, 's' },
		{ 0xF8, 'o' }, { 0x17E, 'z' }, { 0x141, 'L' }, { 0x142, 'l' },
		{ 0x160, 'S' }, { 0x153, 'o' }, { 0xB5, 'u' }, { 0xD7, 'x' },
		{ 0x2013, '-' }, { 0x2026, '.' }, { 0x201C, '"' },
		{ 0x5009, '?' }, { 0x1D, '?' }, { '\t', ' ' }, { 0x7F, '?' } };

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		assert_int_equal(text_shown(pairs[i].ch, false),
		    pairs[i].ascii);
	for (uint32_t ch = 0; ch < 0x30000; ch++) {
		uint32_t shown = text_shown(ch, false);

		assert_true(shown >= 0x20 && shown < 0x7F);
	}
}

static void text_shown__hides__controls(void **state)
{
	(void)state;
	assert_int_equal(text_shown(0x1B, true), TEXT_FAULTY);
	assert_int_equal(text_shown(0x9B, true), TEXT_FAULTY);
	assert_int_equal(text_shown(0xE9, true), 0xE9);
}

static void text_fit__keeps__marks_with_their_letter(void **state)
{
	int used;

	(void)state;
	assert_int_equal(text_fit("e" ACUTE "x", 1, true, &used), 3);
	assert_int_equal(used, 1);
	assert_int_equal(text_fit("a" HAN, 2, true, &used), 1);
	assert_int_equal(used, 1);
	assert_int_equal(text_fit("abc", 0, true, &used), 0);
	assert_int_equal(text_fit("abc", 9, true, NULL), 3);
}

/* Rows joined by '/', as text_wrap gives them. */
static const char *wrapped(const char *text, int width)
{
	static char out[256];
	size_t next;

	out[0] = '\0';
	do {
		size_t n = text_wrap(text, width, true, &next);

		strncat(out, text, n);
		if (next > 0)
			strcat(out, "/");
		text += next;
	} while (next > 0);
	return out;
}

static void text_wrap__breaks__at_blanks(void **state)
{
	(void)state;
	assert_string_equal(wrapped("", 5), "");
	assert_string_equal(wrapped("abc", 5), "abc");
	assert_string_equal(wrapped("ab cd ef", 5), "ab cd/ef");
	assert_string_equal(wrapped("ab cd ef", 4), "ab/cd/ef");
	assert_string_equal(wrapped("ab   cd", 3), "ab /cd");
	assert_string_equal(wrapped("abcdefgh ij", 3), "abc/def/gh/ij");
	assert_string_equal(wrapped("ab\ncd", 9), "ab/cd");
	assert_string_equal(wrapped("ab\n\ncd\n", 9), "ab//cd");
	assert_string_equal(wrapped("abcde   \nf", 5), "abcde/f");
	assert_string_equal(wrapped("abc   ", 3), "abc");
	assert_string_equal(wrapped(HAN HAN, 1), HAN "/" HAN);
}

/* Whatever the text and the width, all that is not a blank comes once. */
static void text_wrap__loses__nothing(void **state)
{
	static const char text[] = "Gr\303\266\303\237e of the " HAN HAN HAN
	    " rack: 12 e" ACUTE " ---averylongwordindeed--- \n x  y";
	char plain[256], rows[256];

	(void)state;
	for (int width = 1; width < 40; width++) {
		size_t p = 0, r = 0;
		const char *out = wrapped(text, width);

		for (const char *c = text; *c != '\0'; c++)
			if (*c != ' ' && *c != '\n')
				plain[p++] = *c;
		for (const char *c = out; *c != '\0'; c++)
			if (*c != ' ' && *c != '/')
				rows[r++] = *c;
		assert_int_equal(p, r);
		assert_memory_equal(plain, rows, p);
	}
}

static void text_rows__counts__what_wrap_makes(void **state)
{
	(void)state;
	assert_int_equal(text_rows("", 5, true), 1);
	assert_int_equal(text_rows("ab cd ef", 4, true), 3);
	assert_int_equal(text_rows("a\nb\n", 4, true), 2);
}

UNIT_MAIN_UTF8(
    cmocka_unit_test(text_step__reads__what_encode_writes),
    cmocka_unit_test(text_step__refuses__what_is_no_utf8),
    cmocka_unit_test(text_encode__writes__the_faulty_mark_for_surrogates),
    cmocka_unit_test(text_width__counts__cells),
    cmocka_unit_test(text_width__counts__characters_without_utf8),
    cmocka_unit_test(text_shown__gives__ascii_without_utf8),
    cmocka_unit_test(text_shown__hides__controls),
    cmocka_unit_test(text_fit__keeps__marks_with_their_letter),
    cmocka_unit_test(text_wrap__breaks__at_blanks),
    cmocka_unit_test(text_wrap__loses__nothing),
    cmocka_unit_test(text_rows__counts__what_wrap_makes),
)
