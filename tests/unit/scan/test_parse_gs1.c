/*
 * test_parse_gs1.c - GS1 element strings that their carrier promised.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "parse_check.h"

static void gs1__fills__several_fields(void **state)
{
	(void)state;
	assert_kind("]d201" GTIN "11260301" "17271200" "10LOT-7" GS "21A42"
	    GS "400PO/9" GS "30250", SCAN_GS1, true);
	assert_string_equal(parsed.symbology, "d2");
	assert_int_equal(parsed.n_elements, 7);
	assert_string_equal(parsed.elements[3].id, "10");
	assert_string_equal(parsed.elements[3].value, "LOT-7");
	assert_string_equal(parsed.gtin, GTIN);
	assert_string_equal(parsed.serial, "A42");
	assert_string_equal(parsed.lot, "LOT-7");
	assert_string_equal(parsed.made_on, "2026-03-01");
	assert_string_equal(parsed.expires_on, "2027-12-31");
	assert_false(parsed.made_on_no_day);
	assert_true(parsed.expires_on_no_day);
	assert_string_equal(parsed.order, "PO/9");
	assert_string_equal(parsed.count, "250");
	assert_string_equal(parsed.pairing, "ok");
	assert_string_equal(parsed.sscc, "");
	assert_string_equal(scan_element(&parsed, "21"), "A42");
	assert_null(scan_element(&parsed, "22"));
}

static void gs1__fills__fields_of_other_keys(void **state)
{
	(void)state;
	assert_kind("]C100095060001343520000" "02" GTIN "3712" GS "10B",
	    SCAN_GS1, true);
	assert_string_equal(parsed.sscc, "095060001343520000");
	assert_string_equal(parsed.content_gtin, GTIN);
	assert_string_equal(parsed.gtin, "");
	assert_string_equal(parsed.count, "12");
	assert_kind("]C18006" GTIN "0203" GS "21X", SCAN_GS1, true);
	assert_string_equal(parsed.gtin, GTIN);
	assert_string_equal(parsed.serial, "X");
	assert_kind("]C18010950601-9" GS "801177", SCAN_GS1, true);
	assert_string_equal(parsed.part, "950601-9");
	assert_string_equal(parsed.serial, "77");
	assert_kind("]C1800309506000134352R1", SCAN_GS1, true);
	assert_string_equal(parsed.part, "9506000134352");
	assert_string_equal(parsed.serial, "R1");
	assert_kind("]C14149506000134352" "254A/3", SCAN_GS1, true);
	assert_string_equal(parsed.location, "9506000134352/A/3");
	assert_kind("]C101" GTIN "80082603011530" GS "70032712312359", SCAN_GS1,
	    true);
	assert_string_equal(parsed.made_on, "2026-03-01");
	assert_string_equal(parsed.expires_on, "2027-12-31");
}

static void gs1__tolerates__separators_where_none_is_needed(void **state)
{
	(void)state;
	assert_kind("]d201" GTIN GS "21A42" GS, SCAN_GS1, true);
	assert_string_equal(parsed.serial, "A42");
	assert_string_equal(parsed.warning, "");
	assert_kind("]d2" GS "01" GTIN "21A42", SCAN_GS1, true);
	assert_string_equal(parsed.serial, "A42");
	assert_string_not_equal(parsed.warning, "");
	assert_fault("]d221A" GS GS "10B", SCAN_GS1, "code.syntax", "place 5");
}

static void gs1__names__the_faulty_element(void **state)
{
	(void)state;
	assert_fault("]C101" BAD_GTIN "21A", SCAN_GS1, "code.check-digit",
	    "(01) " BAD_GTIN ": the check digit is 2, not 3");
	assert_fault("]C101" GTIN "17270231", SCAN_GS1, "code.syntax",
	    "(17) 270231: day 31 does not exist in February");
	assert_fault("]C121", SCAN_GS1, "code.syntax", "(21) has no value");
	assert_fault("]C1", SCAN_GS1, "code.syntax", "no GS1 data");
	assert_fault("]C189X", SCAN_GS1, "code.syntax", "begins with \"89X\"");
	assert_fault("]C110A B", SCAN_GS1, "code.syntax", "a space at place 2");
	assert_fault("]C110A\x02", SCAN_GS1, "code.syntax", "A\\x02: a control");
	assert_fault("]C121ABCDEFGHIJKLMNOPQRSTU", SCAN_GS1, "code.syntax",
	    "20 characters at most, 21 are there (is a separator missing?)");
	assert_int_equal(parsed.n_elements, 0);
}

static void gs1__keeps__elements_before_the_fault(void **state)
{
	(void)state;
	assert_fault("]C101" GTIN "17279999", SCAN_GS1, "code.syntax", "month 99");
	assert_int_equal(parsed.n_elements, 1);
	assert_string_equal(parsed.gtin, "");
}

static void gs1__allows__the_same_again_but_no_other(void **state)
{
	(void)state;
	assert_kind("]C101" GTIN "21A" GS "01" GTIN, SCAN_GS1, true);
	assert_int_equal(parsed.n_elements, 3);
	assert_fault("]C110A" GS "10B", SCAN_GS1, "code.syntax",
	    "(10) is there twice: A and B");
}

static void gs1__reads__64_elements_and_no_more(void **state)
{
	char scan[512] = "]C1";

	(void)state;
	for (int i = 0; i < SCAN_ELEMENTS_MAX; i++)
		strcat(scan, "90A" GS);
	assert_kind(scan, SCAN_GS1, true);
	assert_int_equal(parsed.n_elements, SCAN_ELEMENTS_MAX);
	strcat(scan, "90A");
	assert_kind(scan, SCAN_GS1, false);
}

/* --- Pairing --------------------------------------------------------------------- */

static void assert_pairing(const char *scan, const char *want)
{
	assert_kind(scan, SCAN_GS1, true);
	assert_string_equal(parsed.pairing, want);
}

static void pairing__says__what_is_missing_or_forbidden(void **state)
{
	(void)state;
	assert_pairing("]C121A", "21 needs 01, 03 or 8006");
	assert_pairing("]C101" GTIN "375", "01 forbids 37");
	assert_pairing("]C101" GTIN "250B", "250 needs 21");
	assert_pairing("]C101" GTIN "250B" GS "21A", "ok");
	assert_pairing("]C103" GTIN "21A", "ok");
	assert_pairing("]C101" GTIN "21A" GS "235B", "21 forbids 235");
	assert_pairing("]C101" GTIN "3103000100" "3102000100", "3103 forbids 3102");
	assert_pairing("]C101" GTIN "3103000100" "3103000100", "ok");
	assert_pairing("]C101" GTIN "3922150", "3922 needs 30, 31nn, 32nn, 35nn or"
	    " 36nn");
	assert_pairing("]C101" GTIN "3922150" GS "3103000100", "ok");
	assert_pairing("]C1804035209900176148" "1" GS "01" GTIN,
	    "8040 needs 01 with 21");
	assert_pairing("]C17258" "1/2" GS "8018" "950600013435200008",
	    "7258 needs 8018 with 7259");
	assert_pairing("]C1253" "9506000134352" GS "8030ab",
	    "8030 needs the serial part of 253");
	assert_pairing("]C1253" "9506000134352A" GS "8030ab", "ok");
}

UNIT_MAIN(
    cmocka_unit_test_setup(gs1__fills__several_fields, fresh_options),
    cmocka_unit_test_setup(gs1__fills__fields_of_other_keys, fresh_options),
    cmocka_unit_test_setup(gs1__tolerates__separators_where_none_is_needed,
	fresh_options),
    cmocka_unit_test_setup(gs1__names__the_faulty_element, fresh_options),
    cmocka_unit_test_setup(gs1__keeps__elements_before_the_fault,
	fresh_options),
    cmocka_unit_test_setup(gs1__allows__the_same_again_but_no_other,
	fresh_options),
    cmocka_unit_test_setup(gs1__reads__64_elements_and_no_more, fresh_options),
    cmocka_unit_test_setup(pairing__says__what_is_missing_or_forbidden,
	fresh_options)
)
