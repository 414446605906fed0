/*
 * test_labels.c - envelopes, data identifiers, HIBC, commands and layouts.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include "base/str.h"
#include "domain/check.h"
#include "scan/assembler.h"
#include "scan/hibc.h"
#include "scan/iso15434.h"
#include "scan/layout.h"
#include "scan/mh10.h"

#define HEAD "[)>\x1E"
#define TAIL "\x1E\x04"

static struct scan_options options;
static struct scan_parsed p;

static int setup(void **state)
{
	(void)state;
	options = (struct scan_options){ .year = 2026, .repair_15434 = true };
	memset(&p, 0, sizeof(p));
	return 0;
}

static void read_n(const char *bytes, size_t n)
{
	assert_true(iso15434_is(bytes, n));
	iso15434_parse(bytes, n, &options, &p);
	assert_int_equal(p.kind, SCAN_ISO15434);
}

static void read(const char *bytes)
{
	read_n(bytes, strlen(bytes));
}

static void elements(const char *want)
{
	struct str got;

	str_init(&got);
	for (size_t i = 0; i < p.n_elements; i++)
		str_addf(&got, "%s%s=%s", i ? " " : "", p.elements[i].id,
		    p.elements[i].value);
	assert_string_equal(got.p, want);
	str_done(&got);
}

static void good(const char *want)
{
	if (!p.valid)
		fail_msg("%s", p.error);
	assert_string_equal(p.error, "");
	assert_string_equal(p.warning, "");
	elements(want);
}

static void mended(const char *want)
{
	if (!p.valid)
		fail_msg("%s", p.error);
	assert_true(p.warning[0] != '\0');
	elements(want);
}

static void wrong(const char *words)
{
	assert_false(p.valid);
	assert_string_equal(p.code, "code.syntax");
	if (!strstr(p.error, words))
		fail_msg("\"%s\" has no \"%s\"", p.error, words);
}

static void iso15434__reads__data_identifiers(void **state)
{
	(void)state;
	read(HEAD "06\x1D" "1P17-A\x1DS0042\x1D" "1TL9\x1DQ12\x1DKPO77\x1D"
	    "1VACME\x1DLC04-09\x1D" "14D20271231\x1D" "16D20260105" TAIL);
	good("1P=17-A S=0042 1T=L9 Q=12 K=PO77 1V=ACME L=C04-09 14D=20271231"
	    " 16D=20260105");
	assert_string_equal(p.part, "17-A");
	assert_string_equal(p.serial, "0042");
	assert_string_equal(p.lot, "L9");
	assert_string_equal(p.count, "12");
	assert_string_equal(p.order, "PO77");
	assert_string_equal(p.supplier, "ACME");
	assert_string_equal(p.location, "C04-09");
	assert_string_equal(p.expires_on, "2027-12-31");
	assert_string_equal(p.made_on, "2026-01-05");
}

static void iso15434__prefers__the_plain_serial(void **state)
{
	(void)state;
	read(HEAD "06\x1D" "1SSECOND\x1DSFIRST\x1DTCUST\x1D" "1TSUPP\x1DPX\x1D"
	    "Qmany\x1D" "14D2027\x1D" "6D20270131036" TAIL);
	assert_string_equal(p.serial, "FIRST");
	assert_string_equal(p.lot, "SUPP");
	assert_string_equal(p.part, "X");
	assert_string_equal(p.count, "");
	assert_string_equal(p.expires_on, "2027-01-31");
}

static void iso15434__reads__text_elements(void **state)
{
	(void)state;
	read(HEAD "12\x1DMFR 1ABC5\x1DPNO 99-7\x1DSEQ 0001" TAIL);
	good("MFR=1ABC5 PNO=99-7 SEQ=0001");
	assert_string_equal(p.serial, "0001");
	assert_string_equal(p.supplier, "1ABC5");
	read(HEAD "12\x1DMFR1ABC5" TAIL);
	wrong("text element");
	read(HEAD "DD\x1DSER 5" TAIL);
	good("SER=5");
}

static void iso15434__reads__several_records(void **state)
{
	(void)state;
	read(HEAD "06\x1DS1" "\x1E" "05\x1D" "0104006381333931\x1D" "10L7" "\x1E"
	    "07free text" TAIL);
	good("S=1 01=04006381333931 10=L7");
	assert_string_equal(p.gtin, "04006381333931");
	assert_string_equal(p.lot, "L7");
	assert_string_equal(p.serial, "1");
	assert_string_equal(p.pairing, "ok");
	read(HEAD "05\x1D" "0104006381333930" TAIL);
	assert_false(p.valid);
	assert_string_equal(p.code, "code.check-digit");
}

static void iso15434__steps_over__binary_and_foreign_records(void **state)
{
	static const char binary[] = HEAD "09\x1D" "JPEG\x1DNONE\x1D" "5\x1D"
	    "\x1E\x04\0ab\x1E" "06\x1DS1" TAIL;
	static const char wrong_count[] = HEAD "09\x1D" "JPEG\x1DNONE\x1D" "4\x1D"
	    "\x1E\x04\0ab\x1E" "06\x1DS1" TAIL;

	(void)state;
	read_n(binary, sizeof(binary) - 1);
	good("S=1");
	read_n(wrong_count, sizeof(wrong_count) - 1);
	wrong("binary");
	read(HEAD "09\x1D" "JPEG\x1DNONE\x1D" "99999\x1D" "ab" TAIL);
	wrong("byte count");
	read(HEAD "09\x1D" "JPEG" TAIL);
	wrong("byte count");
	read(HEAD "03004010\x1C\x1D\x1F" "ST\x1D" "856" TAIL);
	good("");
	read(HEAD "01\x1D" "96841706672\x1D" "840" TAIL);
	good("");
}

static void iso15434__mends__damaged_envelopes(void **state)
{
	static const char nul[] = "[)>\0" "06\x1DS1\x1E\x04";

	(void)state;
	read("[)>06\x1DS1\x1E\x04");
	mended("S=1");
	read_n(nul, sizeof(nul) - 1);
	mended("S=1");
	read("[)>^06\x1DS1^\x04");
	mended("S=1");
	read(HEAD "06\x1DS1\x1E");
	mended("S=1");
	read(HEAD "06\x1DS1");
	mended("S=1");
	read(HEAD "06\x1DS1\x1D\x1DQ2\x1D" TAIL);
	mended("S=1 Q=2");
	options.repair_15434 = false;
	read(HEAD "06\x1DS1");
	wrong("EOT");
	read(HEAD "06\x1DS1" TAIL);
	good("S=1");
}

static void iso15434__restores__a_substitute_of_gs(void **state)
{
	(void)state;
	options.gs_substitute = '|';
	read(HEAD "06|S1|Q2" TAIL);
	good("S=1 Q=2");
	read(HEAD "06\x1DS1|2" TAIL);
	good("S=1|2");
}

static void iso15434__says__what_is_wrong(void **state)
{
	char many[2000] = HEAD "06";

	(void)state;
	read("[)>");
	wrong("no format");
	read(HEAD "\x04");
	wrong("no format");
	read(HEAD "99\x1DS1" TAIL);
	wrong("\"99\"");
	read(HEAD "0" TAIL);
	wrong("\"0\"");
	read(HEAD "06S1" TAIL);
	wrong("GS");
	read(HEAD "06\x1D" TAIL);
	wrong("empty");
	read(HEAD "06\x1D\x1D" TAIL);
	wrong("separators");
	read(HEAD "06\x1DS" TAIL);
	wrong("no value");
	read(HEAD "06\x1D" "1234S5" TAIL);
	wrong("data identifier");
	read(HEAD "06\x1Dsabc" TAIL);
	wrong("data identifier");
	read(HEAD "06\x1DSa\x04" "b" TAIL);
	wrong("control");
	for (int i = 0; i < 65; i++)
		strcat(many, "\x1DS1");
	strcat(many, TAIL);
	read(many);
	wrong("more than 64");
	assert_false(iso15434_is("[)", 2));
	assert_false(iso15434_is("X[)>", 4));
}

static void mh10_read_single__needs__a_known_identifier(void **state)
{
	char id[5] = "";
	size_t at = 0;

	(void)state;
	assert_true(mh10_read_single("1PAB-1", 6, id, &at));
	assert_string_equal(id, "1P");
	assert_int_equal(at, 2);
	assert_false(mh10_read_single("A12", 3, id, &at));
	assert_false(mh10_read_single("S", 1, id, &at));
	assert_false(mh10_read_single("1234", 4, id, &at));
	assert_false(mh10_read_single("s12", 3, id, &at));
	assert_false(mh10_read_single("SA\x1D" "B", 4, id, &at));
	assert_string_equal(id, "1P");
	assert_string_equal(mh10_find("S")->title, "serial");
	assert_null(mh10_find("999Z"));
}

static void uii_is(const char *message, const char *want)
{
	char got[51] = "";

	read(message);
	assert_int_equal(mh10_uii(&p, got), want != NULL);
	assert_string_equal(got, want ? want : "");
}

static void mh10_uii__joins__what_makes_it_unique(void **state)
{
	(void)state;
	uii_is(HEAD "06\x1D" "17V1ABC5\x1D" "1P99-7\x1DS0001" TAIL,
	    "D1ABC599-70001");
	uii_is(HEAD "06\x1D" "18S1ABC50001" TAIL, "D1ABC50001");
	assert_string_equal(p.serial, "0001");
	assert_string_equal(p.supplier, "1ABC5");
	uii_is(HEAD "12\x1D" "DUN 123456789\x1DUCN 7" TAIL, "UN1234567897");
	uii_is(HEAD "06\x1D" "17V1ABC5\x1DS0001" TAIL, NULL);
	uii_is(HEAD "06\x1D" "18S1abc5 0001" TAIL, NULL);
	uii_is(HEAD "06\x1DS0001" TAIL, NULL);
}

/* A body with its check character. */
static void hibc(const char *body)
{
	char check[CHECK_CHARS_MAX + 1], whole[200];

	assert_true(check_compute(CHECK_MOD43, body, strlen(body), check));
	snprintf(whole, sizeof(whole), "%s%s", body, check);
	assert_true(hibc_is(whole, strlen(whole)));
	hibc_parse(whole, strlen(whole), &options, &p);
	assert_int_equal(p.kind, SCAN_HIBC);
	assert_true(p.n_elements > 0 || !p.valid);
	if (p.valid) {
		p.n_elements--;		/* CHK, which differs each time */
		assert_string_equal(p.elements[p.n_elements].id, "CHK");
	}
}

static void hibc__reads__primary_and_joined(void **state)
{
	(void)state;
	hibc("+B99812AB7");
	good("LIC=B998 PCN=12AB UM=7");
	assert_string_equal(p.supplier, "B998");
	assert_string_equal(p.part, "12AB");
	hibc("+B99812AB7/$$3270930LOT7");
	good("LIC=B998 PCN=12AB UM=7 EXP=2027-09-30 LOT=LOT7");
	assert_string_equal(p.expires_on, "2027-09-30");
	assert_string_equal(p.lot, "LOT7");
	hibc("+B99812AB7/$+SN1/14D20271231/16D20260105/Q25");
	good("LIC=B998 PCN=12AB UM=7 SER=SN1 EXP=2027-12-31 MFD=2026-01-05"
	    " QTY=25");
	assert_string_equal(p.serial, "SN1");
	assert_string_equal(p.made_on, "2026-01-05");
	assert_string_equal(p.count, "25");
}

static void hibc__reads__every_date(void **state)
{
	static const struct { const char *body; const char *want; } rows[] = {
		{ "$$0927L", "EXP=2027-09 LOT=L" },
		{ "$$2093027L", "EXP=2027-09-30 LOT=L" },
		{ "$$3270930L", "EXP=2027-09-30 LOT=L" },
		{ "$$427093015L", "EXP=2027-09-30T15 LOT=L" },
		{ "$$527273L", "EXP=2027-09-30 LOT=L" },
		{ "$$62727315L", "EXP=2027-09-30T15 LOT=L" },
		{ "$$7L", "LOT=L" },
		{ "27273L", "EXP=2027-09-30 LOT=L" },
		{ "$L", "LOT=L" },
		{ "$+L", "SER=L" },
		{ "$$+3270930L", "EXP=2027-09-30 SER=L" },
		{ "$$8243270930L", "QTY=24 EXP=2027-09-30 LOT=L" },
		{ "$$9000240927L", "QTY=24 EXP=2027-09 LOT=L" },
		{ "$$824", "QTY=24" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char body[100], want[200];

		snprintf(body, sizeof(body), "+B9981X0/%s", rows[i].body);
		snprintf(want, sizeof(want), "LIC=B998 PCN=1X UM=0 %s",
		    rows[i].want);
		hibc(body);
		good(want);
		snprintf(body, sizeof(body), "+%sK", rows[i].body);
		snprintf(want, sizeof(want), "%s LINK=K", rows[i].want);
		hibc(body);
		good(want);
	}
	hibc("+$$0927LK");
	assert_string_equal(p.expires_on, "2027-09-30");
	assert_true(p.expires_on_no_day);
}

static void hibc__says__what_is_wrong(void **state)
{
	(void)state;
	hibc("+B9981");
	wrong("too short");
	hibc("+B998123456789012345678907");
	wrong("longer than 18");
	hibc("+B9981XX");
	wrong("unit of measure");
	hibc("+B9981X0/$$3271330L");
	assert_string_equal(p.code, "date.invalid");
	hibc("+B9981X0/$$427093025L");
	assert_string_equal(p.code, "date.invalid");
	hibc("+B9981X0/$$8A");
	wrong("quantity");
	hibc("+B9981X0/");
	wrong("empty");
	hibc("+B9981X0/X9");
	wrong("no part");
	hibc_parse("+B99812AB7Z", 11, &options, &p);
	assert_false(p.valid);
	assert_string_equal(p.code, "code.check-digit");
	assert_false(hibc_is("B99812AB7Z", 10));
	assert_false(hibc_is("", 0));
	assert_false(hibc_is("+49 89 1234", 11));
	assert_false(hibc_is("+b998", 5));
}

static void hibc__keeps__a_space_as_check_character(void **state)
{
	char body[20];

	(void)state;
	for (int i = 0; i < 100; i++) {
		snprintf(body, sizeof(body), "+B998%02d0", i);
		hibc(body);
		assert_true(p.valid);
	}
}

static void commands__are__found_without_case(void **state)
{
	(void)state;
	for (int i = 1; i < CMD_COUNT; i++) {
		const char *name = scan_command_name((enum scan_command)i);

		assert_int_equal(scan_command_find(name), i);
		assert_int_equal(strspn(name, "BCDEFGHIJKLNOPRSTUVX"),
		    strlen(name));
	}
	assert_int_equal(scan_command_find("xcxDone"), CMD_DONE);
	assert_int_equal(scan_command_find("XCX"), CMD_NONE);
	assert_int_equal(scan_command_find("XCXDONE "), CMD_NONE);
	assert_int_equal(scan_command_find(""), CMD_NONE);
	assert_string_equal(scan_entry_name(ENTRY_SCANNED), "scanned");
	assert_string_equal(scan_entry_name(ENTRY_SYSTEM), "system");
}

static void layout_is(const char *scan, enum scan_layout want)
{
	if (scan_layout_check(scan, strlen(scan)) != want)
		fail_msg("%s", scan);
}

static void layout__is__told_by_the_beginning(void **state)
{
	(void)state;
	layout_is("+C10104006381333931", LAYOUT_WRONG);		/* de, es, it */
	layout_is("+d20104006381333931", LAYOUT_WRONG);
	layout_is("+y0x", LAYOUT_WRONG);			/* ]z0, de */
	layout_is("$C&\xC3\xA0&\xC3\xA0'", LAYOUT_WRONG);	/* fr */
	layout_is("$A\"x", LAYOUT_WRONG);			/* ]Q3, fr */
	layout_is(")C+\xC3\xA9+", LAYOUT_WRONG);		/* cz */
	layout_is(")d\xC4\x9B\xC3\xA9+", LAYOUT_WRONG);
	layout_is("\xC2\xA8" "C101", LAYOUT_WRONG);		/* se */
	layout_is("\xC3\xBC=:\x1E" "06", LAYOUT_WRONG);		/* [)> */
	layout_is("https\xC3\x96--id.gs1.org", LAYOUT_WRONG);
	layout_is("]C121SN\xC2\xA3" "42", LAYOUT_WRONG);	/* gb */
}

static void layout__is__caps_lock(void **state)
{
	(void)state;
	layout_is("]c10104006381333931", LAYOUT_CAPS);
	layout_is("]D20104006381333931", LAYOUT_CAPS);
	layout_is("]q1TEXT", LAYOUT_CAPS);
	layout_is("]e04006381333931", LAYOUT_CAPS);
	layout_is("]e04006381333931\r", LAYOUT_CAPS);
	layout_is("]E00104006381333931", LAYOUT_CAPS);
}

static void layout__is__good_otherwise(void **state)
{
	(void)state;
	layout_is("]C10104006381333931", LAYOUT_GOOD);
	layout_is("]e00104006381333931", LAYOUT_GOOD);
	layout_is("]E04006381333931", LAYOUT_GOOD);
	layout_is("]d2011", LAYOUT_GOOD);
	layout_is("+A123BJC5D6E71G", LAYOUT_GOOD);	/* HIBC, the check holds */
	layout_is("+49 89", LAYOUT_GOOD);
	layout_is("$100", LAYOUT_GOOD);
	layout_is("4006381333931", LAYOUT_GOOD);
	layout_is("XCXDONE", LAYOUT_GOOD);
	layout_is("", LAYOUT_GOOD);
	layout_is("]", LAYOUT_GOOD);
	assert_string_equal(scan_layout_words(LAYOUT_GOOD), "");
	assert_non_null(strstr(scan_layout_words(LAYOUT_CAPS), "Caps Lock"));
	assert_non_null(strstr(scan_layout_words(LAYOUT_WRONG), "layout"));
}

#define T(test) cmocka_unit_test_setup(test, setup)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(iso15434__reads__data_identifiers),
		T(iso15434__prefers__the_plain_serial),
		T(iso15434__reads__text_elements),
		T(iso15434__reads__several_records),
		T(iso15434__steps_over__binary_and_foreign_records),
		T(iso15434__mends__damaged_envelopes),
		T(iso15434__restores__a_substitute_of_gs),
		T(iso15434__says__what_is_wrong),
		T(mh10_read_single__needs__a_known_identifier),
		T(mh10_uii__joins__what_makes_it_unique),
		T(hibc__reads__primary_and_joined),
		T(hibc__reads__every_date),
		T(hibc__says__what_is_wrong),
		T(hibc__keeps__a_space_as_check_character),
		T(commands__are__found_without_case),
		T(layout__is__told_by_the_beginning),
		T(layout__is__caps_lock),
		T(layout__is__good_otherwise),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
