/*
 * test_digital_link.c - web addresses that are GS1 Digital Links.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <stdio.h>
#include <string.h>
#include "base/str.h"
#include "scan/parse.h"

#define HOST "https://id.example.org"
#define KEY HOST "/01/09506000134352"

static struct scan_parsed parsed;

static void read_link(const char *symbology, const char *address)
{
	struct scan_options options;
	char scan[2048];

	scan_options_init(&options, 2026);
	snprintf(scan, sizeof(scan), "%s%s", symbology, address);
	memset(&parsed, 0xA5, sizeof(parsed));
	scan_parse(scan, strlen(scan), &options, &parsed);
}

static void assert_elements(const char *address, const char *want)
{
	struct str got;

	read_link("]Q1", address);
	str_init(&got);
	for (size_t i = 0; i < parsed.n_elements; i++)
		str_addf(&got, "(%s)%s", parsed.elements[i].id,
		    parsed.elements[i].value);
	if (parsed.kind != SCAN_DIGITAL_LINK || !parsed.valid ||
	    strcmp(got.p, want) != 0)
		fail_msg("%s: %s (%s)", address, got.p, parsed.error);
	str_done(&got);
}

static void assert_fault(const char *address, const char *words)
{
	read_link("]Q1", address);
	assert_int_equal(parsed.kind, SCAN_DIGITAL_LINK);
	assert_string_equal(parsed.pairing, "");
	if (parsed.valid || !strstr(parsed.error, words))
		fail_msg("%s: \"%s\"", address, parsed.error);
}

static void path__holds__key_and_qualifiers(void **state)
{
	(void)state;
	assert_elements(KEY, "(01)09506000134352");
	assert_elements(KEY "/22/V/10/L/21/S",
	    "(01)09506000134352(22)V(10)L(21)S");
	assert_string_equal(parsed.gtin, "09506000134352");
	assert_string_equal(parsed.serial, "S");
	assert_string_equal(parsed.lot, "L");
	assert_elements(KEY "/21/S", "(01)09506000134352(21)S");
	assert_elements(KEY "/235/T", "(01)09506000134352(235)T");
	assert_elements(HOST "/8006/095060001343520102/21/S",
	    "(8006)095060001343520102(21)S");
	assert_elements(HOST "/414/9506000134352/254/A",
	    "(414)9506000134352(254)A");
	assert_elements(HOST "/8010/9506-1/8011/7", "(8010)9506-1(8011)7");
	assert_elements(HOST "/00/095060001343520000", "(00)095060001343520000");
	assert_elements("HTTP://H/8004/9506A", "(8004)9506A");
}

static void path__begins__at_the_last_key(void **state)
{
	(void)state;
	assert_elements(HOST "/a/b" "/01/09506000134352", "(01)09506000134352");
	assert_elements(HOST "/01/x/01/09506000134352", "(01)09506000134352");
	assert_elements(KEY "/8004/9506A", "(8004)9506A");
}

static void path__refuses__wrong_order_and_strangers(void **state)
{
	(void)state;
	assert_fault(KEY "/21/S/10/L", "not in their order");
	assert_fault(KEY "/10/L/22/V", "not in their order");
	assert_fault(KEY "/235/T/21/S", "not its own");
	assert_fault(KEY "/10/L/10/L", "not in their order");
	assert_fault(KEY "/17/271231", "not its own");
	assert_fault(HOST "/00/095060001343520000/21/S", "not its own");
	assert_fault(KEY "/10/", "(10) has no value");
	assert_fault(KEY "/", "no GS1 key");
	assert_fault(KEY "/21/S/", "no GS1 key");
	assert_fault(HOST "/gtin/09506000134352", "no GS1 key");
	assert_fault(HOST "/01/9506000134352", "14 characters are wanted");
	assert_fault(HOST "/21/S", "no GS1 key");
	assert_fault(HOST "/AQnYUc1gmiERBhQAAWI9AA", "compressed");
}

static void query__holds__attributes(void **state)
{
	(void)state;
	assert_elements(KEY "?17=271231&3103=000100",
	    "(01)09506000134352(17)271231(3103)000100");
	assert_string_equal(parsed.expires_on, "2027-12-31");
	assert_elements(KEY "?&&linkType=gs1:pip&99=A/B&&word&&",
	    "(01)09506000134352(99)A/B");
	assert_elements(KEY "?", "(01)09506000134352");
	assert_elements(KEY "#17=271231", "(01)09506000134352");
	assert_elements(KEY "?99=A#?98=B", "(01)09506000134352(99)A");
	assert_elements(KEY "/235/T?10=L", "(01)09506000134352(235)T(10)L");
	assert_elements(HOST "/8004/9506A?01=09506000134352",
	    "(8004)9506A(01)09506000134352");
}

static void query__refuses__what_may_not_stand_there(void **state)
{
	(void)state;
	assert_fault(KEY "?10=L", "(10) belongs in the path");
	assert_fault(KEY "/21/S?10=L", "(10) belongs in the path");
	assert_fault(KEY "/10/L?21=S", "(21) may not stand in the query");
	assert_fault(KEY "?8200=x", "(8200) may not stand in the query");
	assert_fault(KEY "?99=A&99=A", "(99) is there twice");
	assert_fault(KEY "?01=09506000134352", "(01) is there twice");
	assert_fault(KEY "?999=A", "(999) in the query is no GS1 identifier");
	assert_fault(KEY "?17=", "(17) has no value");
	assert_fault(KEY "?17=271331", "(17) 271331: month 13");
	assert_fault(KEY "?17=2712311", "6 characters are wanted, 7 are there");
	assert_fault(HOST "/01/09506000134353", "the check digit is 2");
	assert_string_equal(parsed.code, "code.check-digit");
}

static void percent__escapes__are_undone(void **state)
{
	(void)state;
	assert_elements(KEY "/21/A%2fB%2F%25", "(01)09506000134352(21)A/B/%");
	assert_elements(KEY "/21/A%zzB%", "(01)09506000134352(21)A%zzB%");
	assert_elements(KEY "/21/A+B", "(01)09506000134352(21)A+B");
	assert_fault(KEY "?99=A+B", "a space at place 2");
	assert_fault(KEY "/21/A%00", "(21) holds a NUL");
	assert_fault(KEY "/21/A%1DB", "a control character");
	assert_fault(KEY "/21/%5E", "\"^\"");
}

static void addresses__have__a_host_and_legal_characters(void **state)
{
	(void)state;
	assert_fault("https:///01/09506000134352", "no host and path");
	assert_fault("https://", "no host and path");
	assert_fault("https://host", "no host and path");
	assert_fault("https://a_b/01/09506000134352", "\"_\" may not stand in a host");
	assert_fault("https://a?b/01/09506000134352", "\"?\" may not stand");
	assert_elements("https://[2001:db8::1]:8080/01/09506000134352",
	    "(01)09506000134352");
	assert_fault(KEY "/21/A B", "place 46");
	assert_fault(KEY "/21/A\xC3\xBC", "may not stand in a web address");
	assert_fault(KEY "/21/A|B", "\"|\"");
}

static void values__end__at_ninety_characters(void **state)
{
	char address[256], value[92];

	(void)state;
	memset(value, 'A', sizeof(value));
	value[90] = '\0';
	snprintf(address, sizeof(address), KEY "?99=%s", value);
	read_link("]Q1", address);
	assert_true(parsed.valid);
	value[90] = 'A';
	value[91] = '\0';
	snprintf(address, sizeof(address), KEY "?99=%s", value);
	assert_fault(address, "longer than 90");
}

static void other_addresses__are__text_without_a_promise(void **state)
{
	(void)state;
	read_link("", KEY "/21/S");
	assert_int_equal(parsed.kind, SCAN_DIGITAL_LINK);
	assert_true(parsed.valid);
	read_link("", HOST "/help");
	assert_int_equal(parsed.kind, SCAN_TEXT);
	assert_true(parsed.valid);
	read_link("", HOST "/01/02");
	assert_int_equal(parsed.kind, SCAN_TEXT);
	assert_int_equal(parsed.n_elements, 0);
	read_link("", HOST "/01/09506000134353/21/S");
	assert_int_equal(parsed.kind, SCAN_DIGITAL_LINK);
	assert_string_equal(parsed.code, "code.check-digit");
	read_link("]Q1", "HtTps://h/01/09506000134352");
	assert_int_equal(parsed.kind, SCAN_TEXT);
	read_link("]d1", HOST "/help");
	assert_false(parsed.valid);
	read_link("]J0", KEY);
	assert_int_equal(parsed.kind, SCAN_DIGITAL_LINK);
	read_link("]Q2", KEY);
	assert_int_equal(parsed.kind, SCAN_DIGITAL_LINK);
}

static void pairing__is_judged__too(void **state)
{
	(void)state;
	assert_elements(KEY "?37=5", "(01)09506000134352(37)5");
	assert_string_equal(parsed.pairing, "01 forbids 37");
	assert_elements(KEY "/21/S", "(01)09506000134352(21)S");
	assert_string_equal(parsed.pairing, "ok");
}

UNIT_MAIN(
    cmocka_unit_test(path__holds__key_and_qualifiers),
    cmocka_unit_test(path__begins__at_the_last_key),
    cmocka_unit_test(path__refuses__wrong_order_and_strangers),
    cmocka_unit_test(query__holds__attributes),
    cmocka_unit_test(query__refuses__what_may_not_stand_there),
    cmocka_unit_test(percent__escapes__are_undone),
    cmocka_unit_test(addresses__have__a_host_and_legal_characters),
    cmocka_unit_test(values__end__at_ninety_characters),
    cmocka_unit_test(other_addresses__are__text_without_a_promise),
    cmocka_unit_test(pairing__is_judged__too)
)
