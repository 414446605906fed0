/*
 * test_codes.c - GTIN, SSCC, dates and check characters.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include "domain/check.h"
#include "domain/date.h"
#include "domain/gtin.h"

static void gtin_is(const char *text, enum gtin_result want, const char *gtin14)
{
	char got[GTIN_SIZE] = "kept";

	assert_int_equal(gtin_normalise(text, strlen(text), got), want);
	assert_string_equal(got, want == GTIN_OK ? gtin14 : "kept");
	assert_true(strlen(gtin_result_words(want)) > 5);
}

static void gtin_normalise__pads__the_four_lengths(void **state)
{
	(void)state;
	gtin_is("96385074", GTIN_OK, "00000096385074");
	gtin_is("036000291452", GTIN_OK, "00036000291452");
	gtin_is("4006381333931", GTIN_OK, "04006381333931");
	gtin_is("14006381333938", GTIN_OK, "14006381333938");
	gtin_is("4006381333932", GTIN_CHECK, NULL);
	gtin_is("400638133393", GTIN_CHECK, NULL);
	gtin_is("40063813339", GTIN_LENGTH, NULL);
	gtin_is("", GTIN_LENGTH, NULL);
	gtin_is("400638133393I", GTIN_CHARS, NULL);
}

static void upce_expand__follows__the_last_data_digit(void **state)
{
	char out[13] = "kept";

	(void)state;
	assert_true(upce_expand("01234505", out));
	assert_string_equal(out, "012000003455");
	assert_true(upce_expand("04252614", out));
	assert_string_equal(out, "042100005264");
	assert_false(upce_expand("04252615", out));
	assert_false(upce_expand("24252614", out));
	assert_false(upce_expand("0425261", out));
	assert_string_equal(out, "042100005264");
}

static void sscc_make__fills__18_digits(void **state)
{
	char out[SSCC_SIZE] = "kept";

	(void)state;
	assert_true(sscc_make('3', "4012345", 25, out));
	assert_string_equal(out, "340123450000000253");
	assert_true(sscc_ok(out, 18));
	assert_true(sscc_make('0', "401234567890", 9999, out));
	assert_string_equal(out, "040123456789099999");
	assert_false(sscc_make('0', "401234567890", 10000, out));
	assert_false(sscc_make('x', "4012345", 1, out));
	assert_false(sscc_make('0', "401", 1, out));
	assert_false(sscc_make('0', "40123x5", 1, out));
	assert_false(sscc_make('0', "4012345678901", 1, out));
	assert_string_equal(out, "040123456789099999");
	assert_false(sscc_ok("340123450000000254", 18));
	assert_false(sscc_ok("34012345000000025", 17));
}

static void yymmdd_is(const char *six, int year, const char *want, bool no_day)
{
	char got[DATE_ISO_SIZE] = "kept";
	bool flag = !no_day;

	assert_int_equal(date_from_yymmdd(six, year, true, got, &flag),
	    want != NULL);
	assert_string_equal(got, want ? want : "kept");
	if (want)
		assert_int_equal(flag, no_day);
}

static void date_from_yymmdd__finds__the_century(void **state)
{
	char iso[DATE_ISO_SIZE];

	(void)state;
	yymmdd_is("260228", 2026, "2026-02-28", false);
	yymmdd_is("760101", 2026, "2076-01-01", false);
	yymmdd_is("770101", 2026, "1977-01-01", false);
	yymmdd_is("000101", 2060, "2100-01-01", false);
	yymmdd_is("160200", 2026, "2016-02-29", true);
	yymmdd_is("261300", 2026, NULL, false);
	yymmdd_is("260229", 2026, NULL, false);
	yymmdd_is("2602 8", 2026, NULL, false);
	yymmdd_is("26022", 2026, NULL, false);
	assert_false(date_from_yymmdd("260200", 2026, false, iso, NULL));
}

static void date__reads__other_forms(void **state)
{
	char iso[DATE_ISO_SIZE] = "";

	(void)state;
	assert_true(date_from_yyjjj("24366", 2026, iso));
	assert_string_equal(iso, "2024-12-31");
	assert_true(date_from_yyjjj("26060", 2026, iso));
	assert_string_equal(iso, "2026-03-01");
	assert_false(date_from_yyjjj("26366", 2026, iso));
	assert_false(date_from_yyjjj("26000", 2026, iso));
	assert_true(date_from_yyyymmdd("20240229", iso));
	assert_false(date_from_yyyymmdd("20230229", iso));
	assert_string_equal(iso, "2024-02-29");
	assert_true(date_is_valid("2024-02-29"));
	assert_false(date_is_valid("2023-02-29"));
	assert_false(date_is_valid("2024-2-29"));
	assert_false(date_is_valid("2024-02-29 "));
	assert_false(date_is_valid("2024/02/29"));
	assert_false(date_is_valid("0000-01-01"));
	assert_false(date_is_valid(""));
}

/* Walk 130 years day by day beside the day numbers. */
static void date_to_days__counts__every_day(void **state)
{
	int64_t days = date_to_days("1970-01-01");
	char iso[DATE_ISO_SIZE];

	(void)state;
	assert_int_equal(days, 0);
	for (int year = 1970; year < 2101; year++)
		for (int month = 1; month <= 12; month++)
			for (int day = 1; day <= date_days_in_month(year, month);
			    day++, days++) {
				char back[DATE_ISO_SIZE];

				assert_true(date_make(year, month, day, iso));
				assert_int_equal(date_to_days(iso), days);
				assert_true(date_from_days(days, back));
				assert_string_equal(back, iso);
			}
	assert_int_equal(date_to_days("0001-01-01"), -719162);
	assert_true(date_from_days(-719162, iso));
	assert_string_equal(iso, "0001-01-01");
	assert_false(date_from_days(-719163, iso));
	assert_true(date_from_days(date_to_days("9999-12-31"), iso));
	assert_string_equal(iso, "9999-12-31");
	assert_false(date_from_days(date_to_days("9999-12-31") + 1, iso));
}

static void months(const char *from, int n, const char *want)
{
	char got[DATE_ISO_SIZE] = "kept";

	assert_int_equal(date_add_months(from, n, got), want != NULL);
	assert_string_equal(got, want ? want : "kept");
}

static void date_add__keeps__within_the_month(void **state)
{
	char iso[DATE_ISO_SIZE] = "2024-02-28";

	(void)state;
	months("2026-01-31", 1, "2026-02-28");
	months("2024-01-31", 1, "2024-02-29");
	months("2024-02-29", 12, "2025-02-28");
	months("2024-02-29", 48, "2028-02-29");
	months("2026-01-15", -1, "2025-12-15");
	months("2026-12-15", 1, "2027-01-15");
	months("9999-12-01", 1, NULL);
	months("0001-01-01", -1, NULL);
	assert_true(date_add_days(iso, 2, iso));
	assert_string_equal(iso, "2024-03-01");
	assert_int_equal(date_days_between("2024-02-28", iso), 2);
	assert_int_equal(date_days_between(iso, "2024-02-28"), -2);
	assert_true(date_compare("2024-02-28", iso) < 0);
	assert_int_equal(date_compare(iso, iso), 0);
}

static void check_is(const char *name, const char *payload, const char *want)
{
	char got[CHECK_CHARS_MAX + 1] = "";
	char whole[100];
	enum check_kind kind = check_find(name);

	assert_true(kind != CHECK_COUNT);
	if (!check_compute(kind, payload, strlen(payload), got) ||
	    strcmp(got, want) != 0)
		fail_msg("%s of %s is \"%s\"", name, payload, got);
	snprintf(whole, sizeof(whole), "%s%s", payload, want);
	assert_true(check_verify(kind, whole, strlen(whole)));
	assert_int_equal(check_length(kind), strlen(want));
}

static void check_compute__gives__published_values(void **state)
{
	(void)state;
	check_is("luhn", "7992739871", "3");
	check_is("mod10", "629104150021", "3");
	check_is("verhoeff", "142857", "0");
	check_is("damm", "572", "4");
	check_is("mod11_2", "079", "X");
	check_is("mod11_10", "0794", "5");
	check_is("mod37_2", "G123489654321", "Y");
	check_is("mod37_36", "A12425GABC1234002", "M");
	check_is("mod97_10", "794", "44");
	check_is("mod27_26", "QWERTYDVORAK", "Y");
	check_is("mod661_26", "ISOHJ", "TC");
	check_is("mod1271_36", "ISO79", "3W");
	check_is("mod43", "+A123BJC5D6E71", "G");
	check_is("gs1_cc_pair", "1987654Ad4X4bL5ttr2310c", "2K");
	check_is("crockford", "16J", "D");
	check_is("none", "ANY", "");
}

/* Every system must notice each wrong character it promises to notice; the
 * digit systems also each swap of unequal neighbours (Luhn: but 09 and 90). */
static void single_errors(enum check_kind kind, const char *alphabet)
{
	char payload[] = "1234567", check[CHECK_CHARS_MAX + 1], whole[16];
	size_t n;

	if (alphabet[0] == 'A')
		memcpy(payload, "ABCDEFG", 7);
	assert_true(check_compute(kind, payload, 7, check));
	n = (size_t)snprintf(whole, sizeof(whole), "%s%s", payload, check);
	for (size_t i = 0; i < 7; i++)
		for (const char *c = alphabet; *c; c++) {
			whole[i] = *c;
			assert_int_equal(check_verify(kind, whole, n),
			    *c == payload[i]);
			whole[i] = payload[i];
		}
}

static void check_verify__notices__one_wrong_character(void **state)
{
	(void)state;
	for (int kind = CHECK_LUHN; kind < CHECK_COUNT; kind++)
		single_errors((enum check_kind)kind,
		    kind == CHECK_MOD27_26 || kind == CHECK_MOD661_26 ?
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "0123456789");
}

static void check_verify__notices__swapped_neighbours(void **state)
{
	static const enum check_kind kinds[] = {
		CHECK_VERHOEFF, CHECK_DAMM, CHECK_MOD11_2, CHECK_MOD37_2,
		CHECK_MOD97_10, CHECK_MOD1271_36
	};

	(void)state;
	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
		for (unsigned value = 100; value < 1000; value++) {
			char whole[8], check[CHECK_CHARS_MAX + 1], swap;
			size_t n;

			n = (size_t)snprintf(whole, sizeof(whole), "%u", value);
			assert_true(check_compute(kinds[k], whole, n, check));
			strcat(whole, check);
			if (whole[0] == whole[1])
				continue;
			swap = whole[0];
			whole[0] = whole[1];
			whole[1] = swap;
			assert_false(check_verify(kinds[k], whole, strlen(whole)));
		}
}

static void check__refuses__other_alphabets(void **state)
{
	char out[CHECK_CHARS_MAX + 1] = "xy";

	(void)state;
	assert_false(check_compute(CHECK_LUHN, "12A", 3, out));
	assert_false(check_compute(CHECK_LUHN, "", 0, out));
	assert_false(check_compute(CHECK_MOD37_36, "ab1", 3, out));
	assert_false(check_compute(CHECK_MOD43, "A\0B", 3, out));
	assert_false(check_verify(CHECK_MOD97_10, "4", 1));
	assert_string_equal(out, "xy");
	assert_int_equal(check_find("md5"), CHECK_COUNT);
	assert_int_equal(check_find(""), CHECK_COUNT);
	assert_int_equal(check_find("gtin"), CHECK_MOD10);
	assert_int_equal(check_value_43(' '), 38);
	assert_int_equal(check_value_82('z'), 81);
	assert_int_equal(check_value_82(' '), -1);
}

static void check_numbers__know__their_checks(void **state)
{
	char mac[13] = "";

	(void)state;
	assert_true(vin_ok("1M8GDM9AXKP042788", 17));
	assert_false(vin_ok("1M8GDM9A1KP042788", 17));
	assert_false(vin_ok("1M8GDM9AXKPO42788", 17));
	assert_false(vin_ok("1M8GDM9AXKP04278", 16));
	assert_true(imei_ok("490154203237518", 15));
	assert_false(imei_ok("490154203237517", 15));
	assert_true(iccid_ok("8991101200003204514", 19));
	assert_false(iccid_ok("8991101200003204510", 19));
	assert_true(mac_normalise("00:1b:63:84:45:e6", 17, mac));
	assert_string_equal(mac, "001B638445E6");
	assert_true(mac_normalise("001B.6384.45E6", 14, mac));
	assert_false(mac_normalise("00:1b:63:84:45:e6:", 18, mac));
	assert_false(mac_normalise("00:1b:63:84:45:g6", 17, mac));
	assert_false(mac_normalise("00:1b:63:84:45", 14, mac));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gtin_normalise__pads__the_four_lengths),
		cmocka_unit_test(upce_expand__follows__the_last_data_digit),
		cmocka_unit_test(sscc_make__fills__18_digits),
		cmocka_unit_test(date_from_yymmdd__finds__the_century),
		cmocka_unit_test(date__reads__other_forms),
		cmocka_unit_test(date_to_days__counts__every_day),
		cmocka_unit_test(date_add__keeps__within_the_month),
		cmocka_unit_test(check_compute__gives__published_values),
		cmocka_unit_test(check_verify__notices__one_wrong_character),
		cmocka_unit_test(check_verify__notices__swapped_neighbours),
		cmocka_unit_test(check__refuses__other_alphabets),
		cmocka_unit_test(check_numbers__know__their_checks),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
