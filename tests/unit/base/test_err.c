/*
 * test_err.c - errors are values.  Goal: words arrive, are cut at whole
 * characters, and survive being made from themselves.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "base/err.h"
#include "base/utf8.h"

static void err_set__says__what_and_empties_the_rest(void **state)
{
	struct err err;

	(void)state;
	err_clear(&err);
	assert_int_equal(err.kind, ERR_NONE);
	assert_false(err_code(&err, ERR_CLASH, "unit.duplicate", "unit %d", 7));
	err_detail(&err, "in bin %s", "A1");
	err_hint(&err, "scan another");
	assert_string_equal(err.code, "unit.duplicate");
	assert_string_equal(err.what, "unit 7");
	assert_string_equal(err.detail, "in bin A1");

	assert_false(err_set(&err, ERR_ENV, "disk"));
	assert_int_equal(err.kind, ERR_ENV);
	assert_string_equal(err.what, "disk");
	assert_string_equal(err.code, "");
	assert_string_equal(err.detail, "");
	assert_string_equal(err.hint, "");
}

static void err_say__keeps__the_facts(void **state)
{
	struct err err;

	(void)state;
	err_code(&err, ERR_INPUT, "bin.full", "constraint failed");
	err_detail(&err, "column bin");
	err_hint(&err, "take another bin");
	assert_false(err_say(&err, "bin %s is full", "A1"));
	assert_string_equal(err.what, "bin A1 is full");
	assert_string_equal(err.detail, "column bin");
	assert_string_equal(err.hint, "take another bin");
	assert_string_equal(err.code, "bin.full");
	assert_int_equal(err.kind, ERR_INPUT);
}

static void err_say__moves__words_to_an_empty_detail(void **state)
{
	struct err err;

	(void)state;
	err_set(&err, ERR_ENV, "no space");
	err_say(&err, "the scan is not kept");
	assert_string_equal(err.detail, "no space");
}

static void err_words__may_be__made_from_the_error_itself(void **state)
{
	struct err err;

	(void)state;
	err_set(&err, ERR_ENV, "no space");
	err_say(&err, "order 7: %s", err.what);
	assert_string_equal(err.what, "order 7: no space");
	err_set(&err, ERR_BUSY, "twice %s", err.what);
	assert_string_equal(err.what, "twice order 7: no space");
}

/* Three-byte characters against sizes that are no multiple of three: a cut by
 * bytes would leave half a character in at least one of the members. */
static void err_words__are_cut__at_whole_characters(void **state)
{
	char words[3 * 300 + 1];
	struct err err;

	(void)state;
	for (size_t i = 0; i < 300; i++)
		memcpy(words + 3 * i, "\xE2\x82\xAC", 3);
	words[900] = '\0';
	err_set(&err, ERR_BUG, "%s", words);
	err_detail(&err, "%s", words);
	err_hint(&err, "ab%s", words);
	assert_int_equal(strlen(err.what), 237);
	assert_int_equal(strlen(err.detail), 399);
	assert_int_equal(strlen(err.hint), 239);
	for (const char *p = err.what; *p != '\0'; ) {
		size_t step = utf8_step(p, strlen(p));

		assert_true(step > 0);
		p += step;
	}
}

static void err_exit_status__follows__the_kind(void **state)
{
	static const int status[] = {
		[ERR_INPUT] = 1, [ERR_ABSENT] = 1, [ERR_CLASH] = 1,
		[ERR_DENIED] = 1, [ERR_USAGE] = 2, [ERR_BUSY] = 3,
		[ERR_AWAY] = 3, [ERR_ENV] = 3, [ERR_DAMAGED] = 3, [ERR_BUG] = 3,
	};
	struct err err;

	(void)state;
	for (int kind = ERR_INPUT; kind <= ERR_BUG; kind++) {
		err_set(&err, (enum err_kind)kind, "x");
		assert_int_equal(err_exit_status(&err), status[kind]);
	}
}

UNIT_MAIN(
	cmocka_unit_test(err_set__says__what_and_empties_the_rest),
	cmocka_unit_test(err_say__keeps__the_facts),
	cmocka_unit_test(err_say__moves__words_to_an_empty_detail),
	cmocka_unit_test(err_words__may_be__made_from_the_error_itself),
	cmocka_unit_test(err_words__are_cut__at_whole_characters),
	cmocka_unit_test(err_exit_status__follows__the_kind),
)
