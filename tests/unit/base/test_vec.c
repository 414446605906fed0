/*
 * test_vec.c - arrays that grow.  Goal: elements stay, new ones are zero.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include "base/vec.h"

struct pair {
	int number;
	char mark;
};

static void vec_push__keeps__what_is_there(void **state)
{
	VEC(struct pair) pairs = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++) {
		struct pair *one = vec_push(&pairs);

		assert_int_equal(one->number, 0);
		assert_int_equal(one->mark, 0);
		one->number = i;
		one->mark = 'x';
	}
	assert_int_equal(pairs.n, 1000);
	for (size_t i = 0; i < pairs.n; i++)
		assert_int_equal(pairs.at[i].number, (int)i);
	vec_done(&pairs);
	assert_null(pairs.at);
	assert_int_equal(pairs.n, 0);
}

static void vec_push__gives__zero_after_clear(void **state)
{
	VEC(struct pair) pairs = { 0 };

	(void)state;
	vec_push(&pairs)->number = 9;
	vec_clear(&pairs);
	assert_int_equal(vec_push(&pairs)->number, 0);
	assert_int_equal(pairs.n, 1);
	vec_done(&pairs);
}

static void vec_done__takes__an_empty_one(void **state)
{
	VEC(int) none = { 0 };

	(void)state;
	vec_done(&none);
	assert_null(none.at);
}

UNIT_MAIN(
	cmocka_unit_test(vec_push__keeps__what_is_there),
	cmocka_unit_test(vec_push__gives__zero_after_clear),
	cmocka_unit_test(vec_done__takes__an_empty_one),
)
