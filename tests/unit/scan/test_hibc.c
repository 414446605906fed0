/*
 * test_hibc.c - health industry bar codes.
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
#include "scan/hibc.h"

static struct scan_options options;
static struct scan_parsed p;

static int setup(void **state)
{
	(void)state;
	options = (struct scan_options){ .year = 2026, .repair_15434 = true };
	memset(&p, 0, sizeof(p));
	return 0;
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

static void wrong(const char *words)
{
	assert_false(p.valid);
	assert_string_equal(p.code, "code.syntax");
	if (!strstr(p.error, words))
		fail_msg("\"%s\" has no \"%s\"", p.error, words);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(hibc__reads__primary_and_joined, setup),
		cmocka_unit_test_setup(hibc__reads__every_date, setup),
		cmocka_unit_test_setup(hibc__says__what_is_wrong, setup),
		cmocka_unit_test_setup(hibc__keeps__a_space_as_check_character, setup),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
