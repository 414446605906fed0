/*
 * test_weight.c - weights as people and scales say them.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include "domain/weight.h"

static void
is(const char *text, bool bare, int64_t wanted)
{
	int64_t grams = -1;

	if (weight_parse(text, bare, &grams) != (wanted > 0) ||
	    grams != (wanted > 0 ? wanted : -1))
		fail_msg("\"%s\" is %lld", text, (long long)grams);
}

static void weight__is_read__in_kilograms_and_grams(void **state)
{
	(void)state;
	is("12.5 kg", false, 12500);
	is("12,5kg", false, 12500);
	is("12.5 KG", false, 12500);
	is("800 g", false, 800);
	is("800g", false, 800);
	is("0.001 kg", false, 1);
	is("007 kg", false, 7000);
	is("100000 kg", false, 100000000);
	is("12.5", true, 12500);
	is("12", true, 12000);
	is("12.5 kg", true, 12500);
}

static void weight__is_refused__when_it_is_none(void **state)
{
	static const char *const none[] = { "", "kg", " kg", ".kg", "12.5", "12 k",
	    "12 kgs", "0 kg", "0", "0 g", "-1 kg", "1.5.5 kg", "1.2345 kg", "1.5 g",
	    "100001 kg", "99999999999999999999999999 kg", "12.5 lb", "1e3 kg",
	    "12 kg 5", "x12 kg", "S1" };

	(void)state;
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
		is(none[i], false, 0);
	is("", true, 0);
	is("1.2345", true, 0);
	is("heavy", true, 0);
}

static void weight__is_said__shortly(void **state)
{
	char words[32];

	(void)state;
	weight_words(12500, words, sizeof words);
	assert_string_equal(words, "12.5 kg");
	weight_words(7, words, sizeof words);
	assert_string_equal(words, "0.007 kg");
	weight_words(100000000, words, sizeof words);
	assert_string_equal(words, "100000 kg");
	weight_words(0, words, sizeof words);
	assert_string_equal(words, "");
}

UNIT_MAIN(
    cmocka_unit_test(weight__is_read__in_kilograms_and_grams),
    cmocka_unit_test(weight__is_refused__when_it_is_none),
    cmocka_unit_test(weight__is_said__shortly),
)
