/*
 * test_labels.c - envelopes of ISO/IEC 15434 and data identifiers.
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
#include "scan/iso15434.h"
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
	assert_string_equal(p.warning, "");
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(iso15434__reads__data_identifiers, setup),
		cmocka_unit_test_setup(iso15434__prefers__the_plain_serial, setup),
		cmocka_unit_test_setup(iso15434__reads__text_elements, setup),
		cmocka_unit_test_setup(iso15434__reads__several_records, setup),
		cmocka_unit_test_setup(iso15434__steps_over__binary_and_foreign_records, setup),
		cmocka_unit_test_setup(iso15434__mends__damaged_envelopes, setup),
		cmocka_unit_test_setup(iso15434__restores__a_substitute_of_gs, setup),
		cmocka_unit_test_setup(iso15434__says__what_is_wrong, setup),
		cmocka_unit_test_setup(mh10_read_single__needs__a_known_identifier, setup),
		cmocka_unit_test_setup(mh10_uii__joins__what_makes_it_unique, setup),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
