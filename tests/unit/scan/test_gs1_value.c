/*
 * test_gs1_value.c - values against the formats and rules of identifiers.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each row is an identifier and a value that it takes whole, or words of the
 * fault that must be told.
 */
#include "../unit.h"
#include <stdio.h>
#include <string.h>
#include "domain/gtin.h"
#include "scan/gs1_private.h"

struct row {
	const char *id;
	const char *value;
	const char *fault;	/* part of its words, NULL: none */
};

static const struct scan_options options = { .year = 2026 };

static void check(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct gs1_ai *ai = gs1_ai_find(rows[i].id,
		    strlen(rows[i].id));
		size_t len = strlen(rows[i].value), taken = 0;
		struct gs1_fault fault = { "", "" };
		bool good;

		assert_non_null(ai);
		good = gs1_value_check(ai, rows[i].value, len, &options, &taken,
		    &fault);
		if (good != (rows[i].fault == NULL) || (good && taken != len) ||
		    (!good && !strstr(fault.words, rows[i].fault)))
			fail_msg("(%s)%s: %s", rows[i].id, rows[i].value,
			    good ? "taken" : fault.words);
	}
}
#define CHECK(rows) check(rows, sizeof(rows) / sizeof(rows[0]))

static void keys__need__their_check_digits(void **state)
{
	static const struct row rows[] = {
		{ "01", "09506000134352", NULL },
		{ "01", "09506000134353", "the check digit is 2, not 3" },
		{ "01", "0950600013435", "14 characters are wanted, 13 are there" },
		{ "01", "0950600013435A", "a digit is wanted" },
		{ "00", "095060001343520009", "the check digit is" },
		{ "414", "9506000134352", NULL },
		{ "414", "9506000134351", "the check digit is 2, not 1" },
		{ "8003", "09506000134352", NULL },
		{ "8003", "09506000134352RACK-7", NULL },
		{ "8003", "19506000134352", "must begin with 0" },
		{ "253", "9506000134352", NULL },
		{ "253", "9506000134352DOC/1", NULL },
		{ "255", "9506000134352123456789012", NULL },
		{ "255", "9506000134352A", "a digit is wanted" },
		{ "8013", "1987654Ad4X4bL5ttr2310c2K", NULL },
		{ "8013", "1987654Ad4X4bL5ttr2310c2L", "are 2K, not 2L" },
		{ "8013", "2", "too short for two check characters" },
		{ "8014", "1987654Ad4X4bL5ttr2310c2K", NULL },
	};

	(void)state;
	CHECK(rows);
}

static void keys__begin_with__a_company_prefix(void **state)
{
	static const struct row rows[] = {
		{ "8004", "9506ABC", NULL },
		{ "8004", "950", "too short for a company prefix" },
		{ "8004", "95A6ABC", "a company prefix of 4 digits" },
		{ "401", "9506x", NULL },
		{ "401", "x9506", "a company prefix of 4 digits" },
		{ "7023", "9506-1", NULL },
		{ "8010", "9506-PART/3", NULL },
		{ "8010", "9506part", "only digits, capitals" },
	};

	(void)state;
	CHECK(rows);
}

static void sets__hold__their_characters_and_no_others(void **state)
{
	static const char set82[] = "!\"%&'()*+,-./0123456789:;<=>?"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

	(void)state;
	for (int c = 0; c < 256; c++) {
		bool digit = c >= '0' && c <= '9';
		bool capital = c >= 'A' && c <= 'Z';
		bool small = c >= 'a' && c <= 'z';

		assert_int_equal(gs1_in_set('n', (char)c), digit);
		assert_int_equal(gs1_in_set('x', (char)c),
		    c != 0 && strchr(set82, c) != NULL);
		assert_int_equal(gs1_in_set('y', (char)c), digit || capital ||
		    c == '#' || c == '-' || c == '/');
		assert_int_equal(gs1_in_set('z', (char)c), digit || capital ||
		    small || c == '-' || c == '_');
	}
}

static void lengths__are__within_the_format(void **state)
{
	static const struct row rows[] = {
		{ "21", "A", NULL },
		{ "21", "ABCDEFGHIJKLMNOPQRST", NULL },
		{ "20", "1", "2 characters are wanted, 1 are there" },
		{ "7230", "AB", "3 to 30 characters are wanted" },
		{ "7230", "ABC", NULL },
		{ "421", "276", "4 to 12 characters are wanted" },
		{ "421", "27612345", NULL },
		{ "8043", "123456789012345678", NULL },
		{ "8043", "12345678901234567890", NULL },
		{ "8043", "12345678901234567", "18 to 20 characters" },
	};

	(void)state;
	CHECK(rows);
}

static void dates__exist(void **state)
{
	static const struct row rows[] = {
		{ "17", "271231", NULL },
		{ "17", "270231", "day 31 does not exist in February" },
		{ "17", "270229", "day 29 does not exist in February 2027" },
		{ "17", "280229", NULL },
		{ "17", "271301", "month 13 does not exist" },
		{ "17", "270001", "month 00 does not exist" },
		{ "17", "270400", NULL },
		{ "11", "270431", "day 31 does not exist in April" },
		{ "7006", "270400", "day 00 does not exist in April" },
		{ "7007", "260101260203", NULL },
		{ "7007", "260101260230", "day 30 does not exist in February" },
		{ "7007", "2601012602", "6 to 12 characters are wanted" },
		{ "7250", "19991231", NULL },
		{ "7250", "19990229", "day 29 does not exist in February 1999" },
		{ "7250", "19991200", "day 00 does not exist in December" },
	};

	(void)state;
	CHECK(rows);
}

static void times__exist(void **state)
{
	static const struct row rows[] = {
		{ "7003", "2712312359", NULL },
		{ "7003", "2712312400", "hour 24 does not exist" },
		{ "7003", "2712312360", "minute 60 does not exist" },
		{ "7003", "2712002300", "day 00" },
		{ "8008", "27123100", NULL },
		{ "8008", "2712310059", NULL },
		{ "8008", "271231005959", NULL },
		{ "8008", "271231005960", "second 60 does not exist" },
		{ "8008", "271231006000", "minute 60 does not exist" },
		{ "8008", "27123124", "hour 24 does not exist" },
		{ "8008", "2712310", "are there" },
		{ "7011", "271231", NULL },
		{ "7011", "2712310030", NULL },
		{ "4324", "2712000000", NULL },
	};

	(void)state;
	CHECK(rows);
}

static void codes__are_in__their_lists(void **state)
{
	static const struct row rows[] = {
		{ "422", "276", NULL },
		{ "422", "277", "no country has the number 277" },
		{ "422", "999", "no country has the number 999" },
		{ "7030", "999A1", NULL },
		{ "7030", "004A1", NULL },
		{ "7030", "998A1", "no country has the number 998" },
		{ "423", "276250380528056", NULL },
		{ "423", "2762503", "are there" },
		{ "4307", "DE", NULL },
		{ "4307", "ZW", NULL },
		{ "4307", "AD", NULL },
		{ "4307", "EU", "no country has the code EU" },
		{ "4307", "de", "no country has the code de" },
		{ "3912", "9781250", NULL },
		{ "3912", "9241250", NULL },
		{ "3912", "2801250", "no currency has the number 280" },
		{ "7241", "01", NULL },
		{ "7241", "10", NULL },
		{ "7241", "11", "no such type of media" },
		{ "7241", "79", "no such type of media" },
		{ "7241", "80", NULL },
		{ "7241", "00", "no such type of media" },
		{ "7041", "PX", NULL },
		{ "7041", "1A", NULL },
		{ "7041", "8", NULL },
		{ "7041", "ZZ", NULL },
		{ "7041", "202", NULL },
		{ "7041", "QQQ", "no such type of package" },
		{ "7041", "px", "no such type of package" },
	};

	(void)state;
	CHECK(rows);
}

static void account_numbers__check(void **state)
{
	static const struct row rows[] = {
		{ "8007", "DE89370400440532013000", NULL },
		{ "8007", "GB29NWBK60161331926819", NULL },
		{ "8007", "DE88370400440532013000", "check digits 88" },
		{ "8007", "QX89370400440532013000", "no country" },
		{ "8007", "DE89", "11 to 34 characters" },
		{ "8007", "DE8937040044053201300a", "only digits and capitals" },
	};

	(void)state;
	CHECK(rows);
}

static void single_rules__hold(void **state)
{
	static const struct row rows[] = {
		{ "4321", "0", NULL }, { "4321", "1", NULL },
		{ "4321", "2", "0 or 1 is wanted" },
		{ "7252", "9", NULL }, { "7252", "3", "0, 1, 2 or 9" },
		{ "8001", "00010000100191", NULL },
		{ "8001", "00000000100191", "a part of it is zero" },
		{ "8001", "00010000100121", "winding direction" },
		{ "4330", "000100", NULL }, { "4330", "000100-", NULL },
		{ "4330", "000100+", "only \"-\"" },
		{ "8011", "1", NULL }, { "8011", "10", NULL },
		{ "8011", "0", "may not begin with 0" },
		{ "8006", "095060001343520102", NULL },
		{ "8006", "095060001343520202", NULL },
		{ "8006", "095060001343520302", "piece 03 of 02" },
		{ "8006", "095060001343520002", "counted from 1" },
		{ "8006", "095060001343520100", "counted from 1" },
		{ "7258", "1/3", NULL }, { "7258", "3/3", NULL },
		{ "7258", "3/2", "above the end" },
		{ "7258", "0/2", "counted from 1" },
		{ "7258", "1/0", "counted from 1" },
		{ "7258", "1-2", "like 2/3" }, { "7258", "/12", "like 2/3" },
		{ "7258", "12/", "like 2/3" },
		{ "4309", "18000000003600000000", NULL },
		{ "4309", "18000000010000000000", "latitude" },
		{ "4309", "00000000003600000001", "longitude" },
		{ "4300", "A%20B", NULL }, { "4300", "100%25", NULL },
		{ "4300", "100%", "place 4 has no two hex digits" },
		{ "4300", "%2x", "place 1" }, { "4300", "A%2", "place 2" },
		{ "7040", "1AB_", NULL }, { "7040", "1ABz", NULL },
		{ "7040", "1AB/", "importer index" },
		{ "8030", "q6yt-_", NULL }, { "8030", "ab=", NULL },
		{ "8030", "a==", NULL }, { "8030", "abc=", "do not fill it up" },
		{ "8030", "===", "do not fill it up" },
		{ "8030", "a.b", "place 2" },
	};

	(void)state;
	CHECK(rows);
}

static void a_model_of_a_device__has__a_letter(void **state)
{
	static const struct row rows[] = {
		{ "8014", "22", "company prefix" },
		{ "8013", "999972", "the check characters are" },
	};
	struct gs1_fault fault = { "", "" };

	(void)state;
	CHECK(rows);
	assert_false(gs1_rule_check(GS1_RULE_LETTER, "123456", 6, &options,
	    &fault));
	assert_string_equal(fault.words, "it may not be digits alone");
}

/* Company prefix 0123456, offer 654321, save value 1 digit, first purchase
 * 1 digit, code 0, family 123; then the optional groups. */
#define COUPON "1" "0123456" "654321" "1" "5" "1" "2" "0" "123"

static void coupons__have__their_fields_in_order(void **state)
{
	static const struct row rows[] = {
		{ "8110", COUPON, NULL },
		{ "8110", COUPON "1" "3" "1" "2" "4" "456" "9", NULL },
		{ "8110", COUPON "1" "0" "1" "2" "9" "456" "0" "012345", NULL },
		{ "8110", COUPON "2" "1" "2" "0" "456" "9", NULL },
		{ "8110", COUPON "3" "271231", NULL },
		{ "8110", COUPON "3" "271231" "4" "270101", NULL },
		{ "8110", COUPON "4" "270101" "5" "0" "123456", NULL },
		{ "8110", COUPON "5" "9" "123456789012345", NULL },
		{ "8110", COUPON "6" "1" "0123456", NULL },
		{ "8110", COUPON "9" "0" "0" "7" "1", NULL },
		{ "8110", COUPON "9" "3" "0" "0" "0", "save value code is 3" },
		{ "8110", COUPON "9" "0" "0" "0" "2", "multiply flag is 2" },
		{ "8110", COUPON "9" "0", "save value's item is missing" },
		{ "8110", COUPON "3" "270101" "4" "271231",
		    "start date is after its expiration date" },
		{ "8110", COUPON "3" "271301", "expiration date is no date" },
		{ "8110", COUPON "4" "2701", "start date is cut off" },
		{ "8110", COUPON "4" "270101" "3" "271231", "7 digits too many" },
		{ "8110", COUPON "6" "0", "length of the coupon's retailer is 0" },
		{ "8110", COUPON "7", "1 digits too many" },
		{ "8110", COUPON "1" "4", "additional purchase rules code is 4" },
		{ "8110", "7", "length of the coupon's company prefix is 7" },
		{ "8110", "0123", "company prefix is cut off" },
		{ "8110", "0123456A", "digits alone" },
		{ "8112", "0" "0" "123456" "654321" "0" "123456", NULL },
		{ "8112", "1" "6" "123456789012" "654321" "0" "123456", NULL },
		{ "8112", "2" "0" "123456" "654321" "0" "123456", "format is 2" },
		{ "8112", "0" "0" "123456" "654321" "0" "1234567",
		    "1 digits too many" },
		{ "8112", "0" "0" "123456" "654321", "serial number is missing" },
	};

	(void)state;
	CHECK(rows);
}

static void gs1_value_check__leaves__what_follows(void **state)
{
	struct gs1_fault fault;
	size_t taken = 0;

	(void)state;
	assert_true(gs1_value_check(gs1_ai_find("17", 2), "27123110LOT", 11,
	    &options, &taken, &fault));
	assert_int_equal(taken, 6);
	assert_true(gs1_value_check(gs1_ai_find("30", 2), "123456789", 9,
	    &options, &taken, &fault));
	assert_int_equal(taken, 8);
}

UNIT_MAIN(
    cmocka_unit_test(keys__need__their_check_digits),
    cmocka_unit_test(keys__begin_with__a_company_prefix),
    cmocka_unit_test(sets__hold__their_characters_and_no_others),
    cmocka_unit_test(lengths__are__within_the_format),
    cmocka_unit_test(dates__exist),
    cmocka_unit_test(times__exist),
    cmocka_unit_test(codes__are_in__their_lists),
    cmocka_unit_test(account_numbers__check),
    cmocka_unit_test(single_rules__hold),
    cmocka_unit_test(a_model_of_a_device__has__a_letter),
    cmocka_unit_test(coupons__have__their_fields_in_order),
    cmocka_unit_test(gs1_value_check__leaves__what_follows)
)
