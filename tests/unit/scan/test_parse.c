/*
 * test_parse.c - what scans are said to be.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The order of trial, what carriers promise, and what is read without a
 * promise.
 */
#include "parse_check.h"

/* --- EAN, UPC, ITF ----------------------------------------------------------------- */

static void ean__is__a_gtin(void **state)
{
	(void)state;
	assert_kind("]E09506000134352", SCAN_GTIN, true);
	assert_string_equal(parsed.gtin, GTIN);
	assert_true(parsed.may_be_gtin);
	assert_int_equal(parsed.n_elements, 0);
	assert_kind("]E495060012", SCAN_GTIN, false);
	assert_kind("]E495060019", SCAN_GTIN, true);
	assert_string_equal(parsed.gtin, "00000095060019");
	assert_fault("]E09506000134353", SCAN_GTIN, "code.check-digit",
	    "the check digit is 2, not 3");
	assert_fault("]E0950600013435", SCAN_GTIN, "code.syntax", "13 digits");
	assert_fault("]E095060001343522", SCAN_GTIN, "code.syntax", "13 digits");
	assert_fault("]E0950600013435X", SCAN_GTIN, "code.syntax", "digits alone");
	assert_kind("]E3950600013435212", SCAN_GTIN, true);
	assert_string_equal(parsed.gtin, GTIN);
	assert_string_not_equal(parsed.warning, "");
	assert_kind("]E39506000134352123", SCAN_GTIN, false);
}

static void ean__may_carry__a_second_part(void **state)
{
	(void)state;
	assert_kind("]E09506000134352|]e0" "17271231" "10A", SCAN_GTIN, true);
	assert_string_equal(parsed.gtin, GTIN);
	assert_string_equal(parsed.lot, "A");
	assert_string_equal(parsed.expires_on, "2027-12-31");
	assert_string_equal(parsed.pairing, "ok");
	assert_int_equal(parsed.n_elements, 2);
	assert_fault("]E09506000134352|]e0" "17271331", SCAN_GTIN, "code.syntax",
	    "month 13");
	assert_fault("]E09506000134352|]e0", SCAN_GTIN, "code.syntax", "no GS1");
}

static void itf__is__a_gtin_when_it_checks(void **state)
{
	(void)state;
	assert_kind("]I119506000134359", SCAN_GTIN, true);
	assert_string_equal(parsed.gtin, "19506000134359");
	assert_kind("]I119506000134358", SCAN_TEXT, true);
	assert_kind("]I1123456", SCAN_TEXT, true);
	assert_kind("]I31950600013435", SCAN_GTIN, true);
	assert_string_equal(parsed.gtin, "19506000134359");
	assert_string_not_equal(parsed.warning, "");
}

/* Readers without symbology identifiers send a UPC-E as its eight digits. */
static void upce__is__a_gtin_when_no_gtin_8_is(void **state)
{
	(void)state;
	assert_kind("04252614", SCAN_GTIN, true);
	assert_string_equal(parsed.gtin, "00042100005264");
	assert_true(parsed.may_be_gtin);
	assert_string_equal(parsed.warning,
	    "read as a UPC-E, which stands for 042100005264");
	assert_kind("04252613", SCAN_TEXT, true);
	assert_kind("34252614", SCAN_TEXT, true);
	assert_kind("]C004252614", SCAN_TEXT, true);
	assert_kind("96385074", SCAN_GTIN, true);
	assert_string_equal(parsed.gtin, "00000096385074");
	assert_string_equal(parsed.warning, "");
}

/* --- No promise --------------------------------------------------------------------- */

static void bare__is_gs1__when_all_of_it_holds(void **state)
{
	(void)state;
	assert_kind("01" GTIN "21A42", SCAN_GS1, true);
	assert_string_equal(parsed.serial, "A42");
	assert_string_equal(parsed.symbology, "");
	assert_kind("00095060001343520000", SCAN_GS1, true);
	assert_string_equal(parsed.sscc, "095060001343520000");
	assert_kind("21A42" GS "10B", SCAN_GS1, true);
	assert_string_equal(parsed.pairing, "21 needs 01, 03 or 8006");
	assert_kind(GS "10B", SCAN_GS1, true);
	assert_kind("21A42", SCAN_TEXT, true);
	assert_kind("1712345", SCAN_TEXT, true);
	assert_kind("01" GTIN "89", SCAN_TEXT, true);
	assert_kind("0012345", SCAN_TEXT, true);
}

static void bare__is_asked__when_its_form_alone_says_gs1(void **state)
{
	(void)state;
	assert_kind("80049506ABC", SCAN_TEXT, true);
	assert_true(parsed.may_be_gs1);
	assert_int_equal(parsed.n_elements, 0);
	assert_string_equal(parsed.text, "80049506ABC");
	assert_kind("8004ABC", SCAN_TEXT, true);
	assert_false(parsed.may_be_gs1);
	assert_kind("80109506-1" GS "80115", SCAN_GS1, true);
	assert_false(parsed.may_be_gs1);
}

static void bare__is_a_fault__when_a_gtin_with_serial_is_damaged(void **state)
{
	(void)state;
	assert_fault("01" BAD_GTIN "21A42", SCAN_GS1, "code.check-digit",
	    "the check digit is 2, not 3");
	assert_string_equal(parsed.gtin, "");
	assert_string_equal(parsed.serial, "");
	assert_fault("01" BAD_GTIN "17271231" "21A42", SCAN_GS1,
	    "code.check-digit", "(01)");
	assert_kind("01" BAD_GTIN, SCAN_TEXT, true);
	assert_kind("01" BAD_GTIN "10LOT", SCAN_TEXT, true);
	assert_kind("01" BAD_GTIN "17271331" "21A42", SCAN_TEXT, true);
	assert_fault("01" GTIN "10B" GS "17271331", SCAN_GS1, "code.syntax",
	    "month 13");
}

static void bare__digits__are_a_gtin_when_they_check(void **state)
{
	(void)state;
	assert_kind("9506000134352", SCAN_GTIN, true);
	assert_true(parsed.may_be_gtin);
	assert_string_equal(parsed.gtin, GTIN);
	assert_kind("9506000134353", SCAN_TEXT, true);
	assert_false(parsed.may_be_gtin);
	assert_kind("012345678905", SCAN_GTIN, true);
	assert_string_equal(parsed.gtin, "00012345678905");
	assert_kind("95060019", SCAN_GTIN, true);
	assert_kind("]C09506000134352", SCAN_TEXT, true);
	assert_true(parsed.may_be_gtin);
	assert_string_equal(parsed.gtin, "");
}

static void other_carriers__promise__nothing(void **state)
{
	static const char *const carriers[] = { "]C0", "]A0", "]d3", "]Q2", "]z0",
	    "]L0", "]e1", "]Q4", "]d5", "]X0" };
	char scan[64];

	(void)state;
	for (size_t i = 0; i < sizeof(carriers) / sizeof(carriers[0]); i++) {
		strcpy(scan, carriers[i]);
		strcat(scan, "01" GTIN "21A42");
		assert_kind(scan, SCAN_TEXT, true);
		assert_string_equal(parsed.text, "01" GTIN "21A42");
	}
	assert_kind("]d1ABC", SCAN_TEXT, true);
	assert_kind("]Q1", SCAN_TEXT, true);
	assert_string_equal(parsed.pairing, "ok");
}

/* --- Spellings of GS ----------------------------------------------------------------- */

static void gs__may_be__spelled(void **state)
{
	static const char *const scans[] = {
		"01" GTIN "10B<GS>21A42", "01" GTIN "10B{GS}21A42",
		"01" GTIN "10B^]21A42", "]C101" GTIN "10B{GS}21A42",
		"]d201" GTIN "10B<GS>21A42",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(scans) / sizeof(scans[0]); i++) {
		assert_kind(scans[i], SCAN_GS1, true);
		assert_string_equal(parsed.lot, "B");
		assert_string_equal(parsed.serial, "A42");
		assert_string_not_equal(parsed.warning, "");
	}
	assert_kind("]C110B{GS}89A", SCAN_GS1, false);
	assert_kind("SN{GS}4", SCAN_TEXT, true);
	assert_kind("21A{GS}10B", SCAN_TEXT, true);
}

static void gs__may_be__another_sign_where_configured(void **state)
{
	(void)state;
	assert_kind("01" GTIN "10B|21A42", SCAN_TEXT, true);
	options.gs_substitute = '|';
	assert_kind("01" GTIN "10B|21A42", SCAN_GS1, true);
	assert_string_equal(parsed.serial, "A42");
	assert_kind("A|B", SCAN_TEXT, true);
	assert_string_equal(parsed.text, "A|B");
	assert_kind("]C101" GTIN "10B|89", SCAN_GS1, false);
}

/* --- The rest -------------------------------------------------------------------------- */

static void terminators__are_dropped__at_the_end_only(void **state)
{
	(void)state;
	assert_kind("]C121A\r\n", SCAN_GS1, true);
	assert_string_equal(parsed.serial, "A");
	assert_kind("BIN-7\t\r", SCAN_TEXT, true);
	assert_string_equal(parsed.text, "BIN-7");
	assert_int_equal(parsed.text_len, 5);
	assert_kind("A\tB", SCAN_TEXT, true);
	assert_string_equal(parsed.text, "A\tB");
	assert_kind(" A ", SCAN_TEXT, true);
	assert_string_equal(parsed.text, " A ");
}

static void commands__come__first(void **state)
{
	(void)state;
	assert_kind("XCXDONE", SCAN_COMMAND, true);
	assert_int_equal(parsed.command, CMD_DONE);
	assert_kind("]C0xcxundo\r", SCAN_COMMAND, true);
	assert_int_equal(parsed.command, CMD_UNDO);
	assert_kind("XCXDONE1", SCAN_TEXT, true);
	assert_int_equal(parsed.command, CMD_NONE);
	read_bytes("XCXDONE\0", 8);
	assert_int_equal(parsed.kind, SCAN_TEXT);
	assert_int_equal(parsed.text_len, 8);
}

static void envelopes__may_hold__gs1_elements(void **state)
{
	(void)state;
	assert_kind("]d1[)>\x1E" "05" GS "01" GTIN GS "21A42\x1E\x04",
	    SCAN_ISO15434, true);
	assert_string_equal(parsed.gtin, GTIN);
	assert_string_equal(parsed.serial, "A42");
	assert_kind("[)>\x1E" "06" GS "1PX-1" GS "SA42\x1E\x04", SCAN_ISO15434,
	    true);
	assert_string_equal(parsed.serial, "A42");
	assert_kind("[)>\x1E" "05" GS "01" BAD_GTIN "\x1E\x04", SCAN_ISO15434,
	    false);
	assert_string_equal(parsed.code, "code.check-digit");
}

static void hibc__is__recognised(void **state)
{
	(void)state;
	assert_kind("+A123BJC5D6E71G", SCAN_HIBC, true);
	assert_string_equal(parsed.part, "BJC5D6E7");
}

static void text__may_read__as_a_data_identifier(void **state)
{
	(void)state;
	assert_kind("1PX-100", SCAN_TEXT, true);
	assert_string_equal(parsed.may_be_di, "1P");
	assert_kind("BIN-7", SCAN_TEXT, true);
	assert_kind("", SCAN_TEXT, true);
	assert_string_equal(parsed.text, "");
	assert_string_equal(parsed.may_be_di, "");
}

static void a_moved_layout__is_told__and_nothing_is_read(void **state)
{
	(void)state;
	assert_fault("+C101" GTIN "21A42", SCAN_TEXT, "scan.layout", "layout");
	assert_int_equal(parsed.layout, LAYOUT_WRONG);
	assert_int_equal(parsed.n_elements, 0);
	assert_fault("]c101" GTIN "21a42", SCAN_TEXT, "scan.layout", "Caps Lock");
	assert_int_equal(parsed.layout, LAYOUT_CAPS);
	assert_kind("]C101" GTIN "21A42", SCAN_GS1, true);
	assert_int_equal(parsed.layout, LAYOUT_GOOD);
}

static void bracketed__text__is_keyed_gs1(void **state)
{
	(void)state;
	assert_kind("(01)" GTIN "(10)L(9)(21)A42", SCAN_GS1, true);
	assert_string_equal(parsed.gtin, GTIN);
	assert_string_equal(parsed.lot, "L(9)");
	assert_string_equal(parsed.serial, "A42");
	assert_fault("(01)" BAD_GTIN "(21)A42", SCAN_GS1, "code.check-digit", "01");
	assert_kind("(S)ABC123", SCAN_TEXT, true);
	assert_kind("(99X)A", SCAN_TEXT, true);
	assert_kind("A(01)" GTIN, SCAN_TEXT, true);
	assert_kind("(21)", SCAN_GS1, false);
}

static void long_scans__are_refused(void **state)
{
	static char bytes[SCAN_BYTES_MAX + 1];

	(void)state;
	memset(bytes, 'A', sizeof(bytes));
	read_bytes(bytes, SCAN_BYTES_MAX);
	assert_true(parsed.valid);
	assert_int_equal(parsed.text_len, SCAN_BYTES_MAX);
	read_bytes(bytes, sizeof(bytes));
	assert_false(parsed.valid);
	assert_string_equal(parsed.code, "scan.too-long");
}

UNIT_MAIN(
    cmocka_unit_test_setup(ean__is__a_gtin, fresh_options),
    cmocka_unit_test_setup(ean__may_carry__a_second_part, fresh_options),
    cmocka_unit_test_setup(itf__is__a_gtin_when_it_checks, fresh_options),
    cmocka_unit_test_setup(upce__is__a_gtin_when_no_gtin_8_is, fresh_options),
    cmocka_unit_test_setup(bare__is_gs1__when_all_of_it_holds, fresh_options),
    cmocka_unit_test_setup(bare__is_asked__when_its_form_alone_says_gs1,
	fresh_options),
    cmocka_unit_test_setup(bare__is_a_fault__when_a_gtin_with_serial_is_damaged,
	fresh_options),
    cmocka_unit_test_setup(bare__digits__are_a_gtin_when_they_check,
	fresh_options),
    cmocka_unit_test_setup(other_carriers__promise__nothing, fresh_options),
    cmocka_unit_test_setup(bracketed__text__is_keyed_gs1, fresh_options),
    cmocka_unit_test_setup(gs__may_be__spelled, fresh_options),
    cmocka_unit_test_setup(gs__may_be__another_sign_where_configured,
	fresh_options),
    cmocka_unit_test_setup(terminators__are_dropped__at_the_end_only,
	fresh_options),
    cmocka_unit_test_setup(commands__come__first, fresh_options),
    cmocka_unit_test_setup(envelopes__may_hold__gs1_elements, fresh_options),
    cmocka_unit_test_setup(hibc__is__recognised, fresh_options),
    cmocka_unit_test_setup(text__may_read__as_a_data_identifier, fresh_options),
    cmocka_unit_test_setup(a_moved_layout__is_told__and_nothing_is_read,
	fresh_options),
    cmocka_unit_test_setup(long_scans__are_refused, fresh_options)
)
