/*
 * test_actions.c - one key, one meaning; one code, one key.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "base/str.h"
#include "ui/actions.h"

static bool same_key(const struct action_row *a, const struct action_row *b)
{
	return (a->key != K_NONE && a->key == b->key) ||
	    (a->ctrl != 0 && a->ctrl == b->ctrl);
}

static void actions__bind__no_key_twice_in_one_situation(void **state)
{
	(void)state;
	for (enum action a = ACT_NONE + 1; a < ACT_COUNT; a++)
		for (enum action b = a + 1; b < ACT_COUNT; b++)
			if ((action_row(a)->where & action_row(b)->where) != 0 &&
			    same_key(action_row(a), action_row(b)))
				fail_msg("%s and %s have the same key",
				    action_row(a)->name, action_row(b)->name);
}

static void actions__bind__a_key_and_words_to_each(void **state)
{
	(void)state;
	for (enum action a = ACT_NONE + 1; a < ACT_COUNT; a++) {
		const struct action_row *row = action_row(a);

		assert_true(row->key != K_NONE || row->ctrl != 0);
		assert_true(row->where != 0 && (row->where & ~(unsigned)AT_ANY) == 0);
		assert_true(strlen(row->brief) <= 4);
		assert_true(strlen(row->sentence) > 8);
		for (enum action b = a + 1; b < ACT_COUNT; b++)
			assert_string_not_equal(row->name, action_row(b)->name);
	}
}

/* What a card can say, a key can say too. */
static void actions__cover__every_command_code(void **state)
{
	(void)state;
	for (int c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		enum action at_work = action_of_command((enum scan_command)c,
		    AT_FLOW), at_stop = action_of_command((enum scan_command)c,
		    AT_STOP);

		if (at_work == ACT_NONE && at_stop == ACT_NONE)
			fail_msg("%s has no key",
			    scan_command_name((enum scan_command)c));
	}
}

static void action_of_key__tells__what_f3_means_where(void **state)
{
	const struct press f3 = { K_F3, 0 };

	(void)state;
	assert_int_equal(action_of_key(&f3, AT_FLOW), ACT_DONE);
	assert_int_equal(action_of_key(&f3, AT_STOP), ACT_OK);
	assert_int_equal(action_of_key(&f3, AT_LIST), ACT_BACK);
	assert_int_equal(action_of_key(&f3, AT_MENU), ACT_SIGN_OFF);
	assert_int_equal(action_of_key(&f3, AT_LOGIN), ACT_NONE);
}

static void action_of_key__knows__both_keys_of_an_action(void **state)
{
	const struct press f5 = { K_F5, 0 }, p = { K_CTRL, 'P' };
	char keys[40];

	(void)state;
	assert_int_equal(action_of_key(&f5, AT_FLOW), ACT_PREV);
	assert_int_equal(action_of_key(&p, AT_FLOW), ACT_PREV);
	action_keys(ACT_PREV, keys, sizeof keys);
	assert_string_equal(keys, "F5 or Ctrl-P");
	action_keys(ACT_NO, keys, sizeof keys);
	assert_string_equal(keys, "Ctrl-N");
}

/* A command of the flow is in the bar only while the flow offers it. */
static void action_bar__shows__what_works_now(void **state)
{
	struct bar_key keys[ACT_COUNT];
	size_t none = action_bar(AT_FLOW, 0, keys);
	size_t undo = action_bar(AT_FLOW, 1u << CMD_UNDO, keys);
	bool seen = false;

	(void)state;
	assert_int_equal(undo, none + 1);
	for (size_t i = 0; i < undo; i++)
		seen |= str_eq(keys[i].label, "F2");
	assert_true(seen);
}

UNIT_MAIN(
    cmocka_unit_test(actions__bind__no_key_twice_in_one_situation),
    cmocka_unit_test(actions__bind__a_key_and_words_to_each),
    cmocka_unit_test(actions__cover__every_command_code),
    cmocka_unit_test(action_of_key__tells__what_f3_means_where),
    cmocka_unit_test(action_of_key__knows__both_keys_of_an_action),
    cmocka_unit_test(action_bar__shows__what_works_now),
)
