/*
 * test_serial_mask.c - masks read, serials made and held against them.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "domain/serial_mask.h"

static struct serial_mask mask_of(const char *text, const char *alphabet)
{
	struct serial_mask m;
	struct err err;

	if (!serial_mask_parse(text, alphabet, &m, &err))
		fail_msg("%s: %s", text, err.what);
	return m;
}

static const char *made(const struct serial_mask *m, int64_t number,
    const char *date, const char *site, const unsigned char *random)
{
	static char out[SERIAL_MADE_SIZE];
	struct serial_making with = { number, date, site, random };
	struct err err;

	if (!serial_mask_make(m, &with, out, &err))
		fail_msg("%s: %s", m->text, err.what);
	return out;
}

static const char *counted(const char *mask, int64_t number)
{
	struct serial_mask m = mask_of(mask, "");

	return made(&m, number, "2026-03-02", "", NULL);
}

/* Payloads and check characters as they were published. */
static void mask__ends__in_published_check_characters(void **state)
{
	(void)state;
	assert_string_equal(counted("{SEQ:10}{CHK:luhn}", 7992739871), "79927398713");
	assert_string_equal(counted("{SEQ:14}{CHK:luhn}", 49015420323751),
	    "490154203237518");
	assert_string_equal(counted("{SEQ:3}{CHK:verhoeff}", 236), "2363");
	assert_string_equal(counted("{SEQ:5}{CHK:verhoeff}", 12345), "123451");
	assert_string_equal(counted("{SEQ:6}{CHK:verhoeff}", 142857), "1428570");
	assert_string_equal(counted("{SEQ:3}{CHK:damm}", 572), "5724");
	assert_string_equal(counted("{SEQ:4}{CHK:mod11_2}", 794), "07940");
	assert_string_equal(counted("{SEQ:4}{CHK:mod11_10}", 794), "07945");
	assert_string_equal(counted("{SEQ:3}{CHK:mod97_10}", 794), "79444");
	assert_string_equal(counted("G{SEQ:12}{CHK:mod37_2}", 123489654321),
	    "G123489654321Y");
	assert_string_equal(counted("A12425GABC{SEQ:7}{CHK:mod37_36}", 1234002),
	    "A12425GABC1234002M");
	assert_string_equal(counted("629104{SEQ:6}{CHK:mod10}", 150021),
	    "6291041500213");
	assert_string_equal(counted("ISO{SEQ:2}{CHK:mod1271_36}", 79), "ISO793W");
}

static void check__covers__what_its_system_takes(void **state)
{
	(void)state;
	/* a dash is no digit: what stands behind it is checked */
	assert_string_equal(counted("SN-{SEQ:10}{CHK:luhn}", 7992739871),
	    "SN-79927398713");
	assert_string_equal(counted("SN{SEQ:3}{CHK:damm}", 572), "SN5724");
	assert_string_equal(counted("{SEQ:3}{CHK:damm}/A", 572), "5724/A");
}

static void mask__says__dates_and_site(void **state)
{
	struct serial_mask m = mask_of("{YY}{MM}-{SEQ:3}", "");
	struct serial_mask w = mask_of("{SITE}{YY}{WW}{SEQ:4}", "");
	struct serial_mask j = mask_of("{YY}{J}{SEQ:3}{SITE}", "");

	(void)state;
	assert_string_equal(made(&m, 7, "2026-03-02", "", NULL), "2603-007");
	/* Fridays and Sundays at a year's turn belong to the old year's week */
	assert_string_equal(made(&w, 1, "2027-01-01", "HH", NULL), "HH26530001");
	assert_string_equal(made(&w, 1, "2027-01-04", "HH", NULL), "HH27010001");
	assert_string_equal(made(&w, 1, "2024-12-30", "HH", NULL), "HH25010001");
	assert_string_equal(made(&w, 1, "2026-12-31", "HH", NULL), "HH26530001");
	assert_string_equal(made(&j, 1, "2028-12-31", "N2", NULL), "28366001N2");
	assert_string_equal(made(&j, 999, "2026-01-01", "N", NULL), "26001999N");
}

static void number__deals__out_to_free_places(void **state)
{
	static const unsigned char random[8] = { 35, 0, 0, 0, 9, 0, 0, 0 };
	struct serial_mask m = mask_of("@#", "");
	struct serial_mask g = mask_of("**", "gs1");
	struct serial_mask mixed = mask_of("#*{SEQ:2}", "");
	struct serial_mask deep = mask_of("********************", "");
	int64_t n;
	struct serial_fault fault;

	(void)state;
	assert_int_equal(m.space, 260);
	assert_string_equal(made(&m, 0, "2026-01-01", "", NULL), "A0");
	assert_string_equal(made(&m, 19, "2026-01-01", "", NULL), "B9");
	assert_string_equal(made(&m, 259, "2026-01-01", "", NULL), "Z9");
	assert_int_equal(serial_mask_last(&m), 259);
	assert_int_equal(g.space, 1024);
	assert_string_equal(made(&g, 1023, "2026-01-01", "", NULL), "ZZ");
	/* where there is a number, free places are chance: the last first */
	assert_int_equal(mixed.drawn, 2);
	assert_string_equal(made(&mixed, 42, "2026-01-01", "", random), "9Z42");
	/* what 62 bits do not hold is chance, too */
	assert_true(deep.space > INT64_C(1) << 56 && deep.drawn == 9);
	assert_true(serial_mask_fits(&deep, "0000000000Z000000000", &n, &fault));
	assert_int_equal(n, 35);
}

static void mask__refuses__with_the_place(void **state)
{
	static const struct { const char *mask, *alphabet, *words; } wrong[] = {
		{ "", "", "character 1: it is empty" },
		{ "ABC", "", "one serial only" },
		{ "AB{SEQ:6", "", "character 3: the brace is not closed" },
		{ "AB{SEQ:0}", "", "character 3: {SEQ:n} has 1 to 18" },
		{ "AB{SEQ:six}", "", "wants a number of digits" },
		{ "AB{SEQ:19}", "", "1 to 18" },
		{ "{SEQ:6}{SEQ:6}", "", "character 8: {SEQ} stands in a mask once" },
		{ "{YEAR}#", "", "nothing else in braces" },
		{ "{SITE}{SITE}#", "", "{SITE} stands in a mask once" },
		{ "{YY}{WW}{MM}#", "", "no {MM} and no {J}" },
		{ "{SEQ:6}{CHK:crc}", "", "no such check" },
		{ "{SEQ:6}{CHK:mod43}", "", "GS1 does not allow" },
		{ "{SEQ:6}A{CHK:luhn}", "", "nothing before it" },
		{ "{CHK:luhn}{SEQ:6}", "", "nothing before it" },
		{ "A B#", "", "character 2: GS1 does not allow" },
		{ "\xC3\x84#", "", "character 1: GS1 does not allow" },
		{ "A#\\", "", "character 3: a backslash" },
		{ "A#\\#", "", "GS1 does not allow" },
		{ "XCX{SEQ:3}", "", "command code" },
		{ "xcX#", "", "command code" },
		{ "{SEQ:15}ABCDEF", "", "more than 20" },
		{ "ABCDEFGHIJKLMNOPQRS#{SITE}", "", "character 21: the serial would" },
		{ "###", "base64", "no alphabet" },
	};
	struct serial_mask m;
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		err_clear(&err);
		if (serial_mask_parse(wrong[i].mask, wrong[i].alphabet, &m, &err))
			fail_msg("%s is taken", wrong[i].mask);
		assert_string_equal(err.code, "serial.format");
		if (strstr(err.what, wrong[i].words) == NULL)
			fail_msg("%s: %s", wrong[i].mask, err.what);
	}
}

static void refused_at(const struct serial_mask *m, const char *text,
    const char *code, size_t at)
{
	struct serial_fault fault = { .at = 99 };

	if (serial_mask_fits(m, text, NULL, &fault))
		fail_msg("%s fits %s", text, m->text);
	assert_string_equal(fault.code, code);
	assert_int_equal(fault.at, at);
}

static void fits__names__the_first_wrong_character(void **state)
{
	struct serial_mask m = mask_of("HH{YY}{MM}-{SEQ:4}{CHK:mod11_10}", "");
	struct serial_mask s = mask_of("{SITE}-@{SEQ:2}", "crockford");
	struct serial_fault fault;
	int64_t number;

	(void)state;
	assert_true(serial_mask_fits(&m, "HH2603-07945", &number, &fault));
	assert_int_equal(number, 794);
	refused_at(&m, "HX2603-07945", "serial.format", 1);
	refused_at(&m, "HH2613-07945", "serial.format", 4);
	refused_at(&m, "HH2603_07945", "serial.format", 6);
	refused_at(&m, "HH2603-0794X", "serial.check", 11);
	refused_at(&m, "HH2603-07954", "serial.check", 11);
	refused_at(&m, "HH2603-0794", "serial.format", 11);
	refused_at(&m, "", "serial.format", 0);
	assert_true(serial_mask_fits(&s, "N42-A07", &number, &fault));
	assert_int_equal(number, 7);
	refused_at(&s, "N42-I07", "serial.format", 4);	/* no I in that alphabet */
	refused_at(&s, "-A07", "serial.format", 4);
	refused_at(&s, "n42-A07", "serial.format", 0);
	refused_at(&s, "N42-A00", "serial.format", 0);
	refused_at(&s, "123456789-A07", "serial.format", 13);
}

static void make__refuses__what_no_serial_may_be(void **state)
{
	struct serial_mask m = mask_of("@@@", ""), s = mask_of("{SITE}{SEQ:14}", "");
	struct serial_making with = { .date = "2026-01-01", .site = "" };
	char out[SERIAL_MADE_SIZE] = "";
	struct err err;

	(void)state;
	with.number = (23 * 26 + 2) * 26 + 23;
	assert_false(serial_mask_make(&m, &with, out, &err));
	assert_int_equal(err.kind, ERR_CLASH);
	with.number = 1;
	assert_false(serial_mask_make(&s, &with, out, &err));
	assert_non_null(strstr(err.hint, "site"));
	with.site = "ham";
	assert_false(serial_mask_make(&s, &with, out, &err));
	with.site = "HAMBURG";
	assert_false(serial_mask_make(&s, &with, out, &err));
	assert_int_equal(err.kind, ERR_INPUT);
	with.site = "HAMB";
	assert_true(serial_mask_make(&s, &with, out, &err));
	assert_string_equal(out, "HAMB00000000000001");
}

static bool suits(const char *mask, const char *alphabet, const char *pattern,
    enum check_kind check)
{
	struct serial_mask m = mask_of(mask, alphabet);
	char serial[SERIAL_MADE_SIZE];
	struct serial_fault fault;
	struct err err;
	struct serial_rule *rule = serial_rule_new("R", pattern, "", "", check, "",
	    &err);
	bool ok = serial_mask_suits(&m, rule, serial, &fault);

	if (!ok)
		assert_true(serial[0] != '\0' && fault.words[0] != '\0');
	serial_rule_free(rule);
	return ok;
}

static void rule__suits__what_its_mask_makes(void **state)
{
	(void)state;
	assert_true(suits("HH{SEQ:6}", "", "HH[0-9]{6}", CHECK_NONE));
	assert_false(suits("HH{SEQ:6}", "", "HH[0-8]{6}", CHECK_NONE));
	assert_false(suits("HH{SEQ:6}", "", "HH[0-9]{7}", CHECK_NONE));
	assert_true(suits("{SEQ:6}{CHK:luhn}", "", "[0-9]{7}", CHECK_LUHN));
	assert_false(suits("{SEQ:6}{CHK:damm}", "", "[0-9]{7}", CHECK_LUHN));
	assert_false(suits("@###", "", "[A-Y]..." , CHECK_NONE));
	assert_false(suits("@###", "", "[A-HJ-Z]...", CHECK_NONE));
	assert_true(suits("@###", "vin", "[A-HJ-NPR-Z]...", CHECK_NONE));
	assert_false(suits("{J}##", "", "[0-2].*|3[0-5].*|36[0-5].*", CHECK_NONE));
	assert_true(suits("{YY}{WW}##", "", "[0-9]{2}([0-4][0-9]|5[0-3])..", CHECK_NONE));
	assert_true(suits("{SITE}{SEQ:3}", "", "[A-Z0-9]+", CHECK_NONE));
}

static void example__fits__its_mask(void **state)
{
	static const char *const masks[] = { "HH{SEQ:6}{CHK:luhn}", "********",
	    "{SITE}-{YY}{J}-{SEQ:4}", "{SITE}{SEQ:18}", "#", "@@@" };
	char out[SERIAL_MADE_SIZE];
	struct serial_fault fault;

	(void)state;
	for (size_t i = 0; i < sizeof masks / sizeof masks[0]; i++) {
		struct serial_mask m = mask_of(masks[i], "");

		serial_mask_example(&m, "2026-03-02", "", out);
		if (!serial_mask_fits(&m, out, NULL, &fault))
			fail_msg("%s: \"%s\": %s", masks[i], out, fault.words);
	}
}

UNIT_MAIN(
    cmocka_unit_test(mask__ends__in_published_check_characters),
    cmocka_unit_test(check__covers__what_its_system_takes),
    cmocka_unit_test(mask__says__dates_and_site),
    cmocka_unit_test(number__deals__out_to_free_places),
    cmocka_unit_test(mask__refuses__with_the_place),
    cmocka_unit_test(fits__names__the_first_wrong_character),
    cmocka_unit_test(make__refuses__what_no_serial_may_be),
    cmocka_unit_test(rule__suits__what_its_mask_makes),
    cmocka_unit_test(example__fits__its_mask),
)
