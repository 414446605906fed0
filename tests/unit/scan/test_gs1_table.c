/*
 * test_gs1_table.c - the table of application identifiers holds together.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the table says of an identifier must agree with what it says of the
 * others and with the standard's rules on lengths.
 */
#include "../unit.h"
#include <string.h>
#include "scan/gs1.h"
#include "scan/gs1_private.h"

static const struct gs1_ai *find(const char *id)
{
	return gs1_ai_find(id, strlen(id));
}

static void write_id(char id[5], const struct gs1_ai *ai, unsigned number)
{
	id[ai->digits] = '\0';
	for (size_t i = ai->digits; i > 0; number /= 10)
		id[--i] = (char)('0' + number % 10);
}

static void gs1_ai_find__finds__all_rows(void **state)
{
	(void)state;
	assert_true(gs1_ai_count > 200);
	for (size_t i = 0; i < gs1_ai_count; i++) {
		const struct gs1_ai *ai = &gs1_ais[i];

		for (unsigned number = ai->first; number <= ai->last; number++) {
			char id[5];

			write_id(id, ai, number);
			assert_ptr_equal(find(id), ai);
			assert_string_equal(gs1_title(id), ai->title);
		}
	}
}

static void gs1_ai_find__refuses__what_is_none(void **state)
{
	static const char *const none[] = { "", "0", "04", "14", "18", "19", "23",
	    "236", "38", "89", "3106", "3696", "418", "428", "4327", "7042", "718",
	    "8000", "8044", "8201", "1", "010", "0a", "a1", "31", "310" };

	(void)state;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		assert_null(find(none[i]));
		assert_null(gs1_title(none[i]));
	}
}

static void gs1_ai_at__takes__as_many_digits_as_the_prefix_says(void **state)
{
	(void)state;
	assert_ptr_equal(gs1_ai_at("01095", 5), find("01"));
	assert_ptr_equal(gs1_ai_at("2351", 4), find("235"));
	assert_ptr_equal(gs1_ai_at("80030", 5), find("8003"));
	assert_null(gs1_ai_at("8003", 3));
	assert_null(gs1_ai_at("80x3", 4));
}

/* Lengths by the first two digits that need no separator behind them. */
static size_t predefined_length(unsigned prefix)
{
	if (prefix == 0)
		return 18;
	if (prefix >= 1 && prefix <= 3)
		return 14;
	if (prefix == 4)
		return 16;
	if ((prefix >= 11 && prefix <= 19) || (prefix >= 31 && prefix <= 36))
		return 6;
	if (prefix == 20)
		return 2;
	return prefix == 41 ? 13 : 0;
}

static unsigned prefix_of(const struct gs1_ai *ai)
{
	unsigned prefix = ai->first;

	for (int digits = ai->digits; digits > 2; digits--)
		prefix /= 10;
	return prefix;
}

static void rows__need_no_separator__only_where_the_standard_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < gs1_ai_count; i++) {
		const struct gs1_ai *ai = &gs1_ais[i];
		size_t length = predefined_length(prefix_of(ai));

		assert_int_equal((ai->flags & GS1_FIXED) != 0, length != 0);
		if (length != 0) {
			assert_int_equal(ai->min, length);
			assert_int_equal(ai->max, length);
		}
	}
}

static void rows__have__formats_that_can_be_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < gs1_ai_count; i++) {
		const struct gs1_ai *ai = &gs1_ais[i];
		bool may_end = false;

		assert_true(ai->n_parts > 0 && ai->min > 0);
		assert_true(ai->max < SCAN_VALUE_MAX);
		for (size_t k = 0; k < ai->n_parts; k++) {
			const struct gs1_part *part = &ai->parts[k];

			assert_non_null(strchr("nxyz", part->set));
			assert_true(part->min > 0 && part->min <= part->max);
			/* only the last may vary, what may be left out comes last */
			assert_true(part->min == part->max ||
			    k + 1 == ai->n_parts);
			assert_true(part->optional || !may_end);
			may_end = part->optional;
		}
	}
}

/* Each identifier or pattern between marks must match a row. */
static void known(const char *list)
{
	for (; list && *list; list += list[0] != '\0') {
		size_t n = strcspn(list, ",+;|>");
		bool met = false;

		for (size_t i = 0; i < gs1_ai_count; i++) {
			char id[5];

			write_id(id, &gs1_ais[i], gs1_ais[i].first);
			met = met || gs1_matches(list, n, id);
		}
		if (!met)
			fail_msg("%.*s is in no row", (int)n, list);
		list += n;
	}
}

static void rows__name__only_rows_that_there_are(void **state)
{
	(void)state;
	for (size_t i = 0; i < gs1_ai_count; i++) {
		known(gs1_ais[i].needs);
		known(gs1_ais[i].forbids);
		if (gs1_ais[i].link && gs1_ais[i].link[3] == ':')
			known(gs1_ais[i].link + 4);
	}
}

static void rows__have__the_keys_of_digital_links(void **state)
{
	static const char *const keys[] = { "00", "01", "253", "255", "401", "402",
	    "414", "415", "417", "8003", "8004", "8006", "8010", "8013", "8017",
	    "8018" };
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < gs1_ai_count; i++)
		n += gs1_ais[i].link != NULL;
	assert_int_equal(n, sizeof(keys) / sizeof(keys[0]));
	for (size_t i = 0; i < n; i++)
		assert_non_null(find(keys[i])->link);
}

static void rows__keep_out_of_queries__what_may_not_be_there(void **state)
{
	static const char *const kept_out[] = { "03", "21", "22", "235", "254",
	    "7040", "7041", "8011", "8014", "8019", "8020", "8040", "8041", "8042",
	    "8043", "8200" };
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < gs1_ai_count; i++)
		n += !(gs1_ais[i].flags & GS1_QUERY);
	assert_int_equal(n, sizeof(kept_out) / sizeof(kept_out[0]));
	for (size_t i = 0; i < n; i++)
		assert_false(find(kept_out[i])->flags & GS1_QUERY);
}

static void gs1_matches__takes__n_for_any_digit(void **state)
{
	(void)state;
	assert_true(gs1_matches("310n", 4, "3103"));
	assert_true(gs1_matches("31nn,x", 4, "3199"));
	assert_false(gs1_matches("310n", 4, "3113"));
	assert_false(gs1_matches("310n", 4, "310"));
	assert_false(gs1_matches("01", 2, "010"));
	assert_false(gs1_matches("01", 2, "0"));
}

UNIT_MAIN(
    cmocka_unit_test(gs1_ai_find__finds__all_rows),
    cmocka_unit_test(gs1_ai_find__refuses__what_is_none),
    cmocka_unit_test(gs1_ai_at__takes__as_many_digits_as_the_prefix_says),
    cmocka_unit_test(rows__need_no_separator__only_where_the_standard_says),
    cmocka_unit_test(rows__have__formats_that_can_be_read),
    cmocka_unit_test(rows__name__only_rows_that_there_are),
    cmocka_unit_test(rows__have__the_keys_of_digital_links),
    cmocka_unit_test(rows__keep_out_of_queries__what_may_not_be_there),
    cmocka_unit_test(gs1_matches__takes__n_for_any_digit)
)
