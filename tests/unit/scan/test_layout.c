/*
 * test_layout.c - command codes, and scans through a wrong keyboard layout.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include "scan/assembler.h"
#include "scan/layout.h"

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
	layout_is("+A0BIN-7", LAYOUT_WRONG);
	layout_is("+C0ABC124", LAYOUT_WRONG);
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
	layout_is("+A123BJC5D6E71H", LAYOUT_GOOD);	/* and may be misread */
	layout_is("+A123BJC5D6E71/$$0927L.", LAYOUT_GOOD);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commands__are__found_without_case),
		cmocka_unit_test(layout__is__told_by_the_beginning),
		cmocka_unit_test(layout__is__caps_lock),
		cmocka_unit_test(layout__is__good_otherwise),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
