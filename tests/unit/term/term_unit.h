/*
 * term_unit.h - looking at a canvas, for the unit tests of room term.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef UNIT_TERM_UNIT_H
#define UNIT_TERM_UNIT_H
#include "../unit.h"
#include <locale.h>
#include <string.h>
#include "term/keys.h"
#include "term/paint.h"

/* A group in a UTF-8 locale. */
static inline int use_utf8(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") == NULL;
}

#define UNIT_MAIN_UTF8(...) \
	int main(void) \
	{ \
		const struct CMUnitTest tests[] = { __VA_ARGS__ }; \
		cmocka_set_message_output(CM_OUTPUT_TAP); \
		return cmocka_run_group_tests_name(__FILE__, tests, use_utf8, \
		    NULL); \
	}

static inline void assert_row_at(const struct canvas *canvas, int row,
    const char *wanted, const char *file, int line)
{
	char is[2048];

	canvas_row(canvas, row, is, sizeof is);
	_assert_string_equal(is, wanted, file, line);
}
#define assert_row(canvas, row, wanted) \
	assert_row_at(canvas, row, wanted, __FILE__, __LINE__)

/* The styles of a row: 'r' where the bit of reverse video is set. */
static inline void assert_reversed_at(const struct canvas *canvas, int row,
    const char *wanted, const char *file, int line)
{
	char is[512];
	int n = 0, kept = 0;

	for (; n < canvas->columns; n++) {
		is[n] = canvas_at(canvas, row, n)->style & STYLE_REVERSE ?
		    'r' : '.';
		if (is[n] == 'r')
			kept = n + 1;
	}
	is[kept] = '\0';
	_assert_string_equal(is, wanted, file, line);
}
#define assert_reversed(canvas, row, wanted) \
	assert_reversed_at(canvas, row, wanted, __FILE__, __LINE__)

static inline struct press press_of(enum key key)
{
	return (struct press){ .key = key };
}

static inline struct press press_char(uint32_t ch)
{
	return (struct press){ .key = K_CHAR, .ch = ch };
}
#endif
