/*
 * test_scan_json.c - a parsed scan as JSON.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "base/json.h"
#include "base/str.h"
#include "scan/parse.h"

static struct scan_parsed parsed;

static struct json *as_json(const char *scan, size_t n)
{
	struct scan_options options;
	struct str text;
	struct json *root;
	struct err err;

	scan_options_init(&options, 2026);
	scan_parse(scan, n, &options, &parsed);
	str_init(&text);
	scan_json(scan, n, &parsed, &text);
	assert_null(strchr(text.p, '\n'));
	root = json_parse(text.p, text.len, &err);
	assert_non_null(root);
	str_done(&text);
	return root;
}

static void assert_text(struct json *root, const char *key, const char *want)
{
	const char *got = json_get_text(root, key);

	if (want == NULL)
		assert_null(got);
	else
		assert_string_equal(got, want);
}

static void scan_json__has__all_keys(void **state)
{
	static const char scan[] = "]d20109506000134352" "1126030017271231"
	    "10L\x1D" "21A\"1";
	struct json *root = as_json(scan, sizeof(scan) - 1);

	(void)state;
	assert_text(root, "raw", "]d201095060001343521126030017271231"
	    "10L\\x1D" "21A\"1");
	assert_text(root, "symbology", "d2");
	assert_text(root, "kind", "gs1");
	assert_true(json_get_bool(root, "valid", false));
	assert_text(root, "error", NULL);
	assert_text(root, "pairing", "ok");
	assert_text(root, "gtin", "09506000134352");
	assert_text(root, "serial", "A\"1");
	assert_text(root, "lot", "L");
	assert_text(root, "made_on", "2026-03-31");
	assert_text(root, "expires_on", "2027-12-31");
	assert_text(root, "sscc", NULL);
	assert_int_equal(json_count(json_get(root, "elements")), 5);
	assert_string_equal(json_as_text(json_at(json_at(json_get(root,
	    "elements"), 3), 0)), "10");
	assert_string_equal(json_as_text(json_at(json_at(json_get(root,
	    "elements"), 3), 1)), "L");
	json_free(root);
}

static void scan_json__says__what_is_wrong(void **state)
{
	struct json *root = as_json("]C10109506000134353", 19);

	(void)state;
	assert_false(json_get_bool(root, "valid", true));
	assert_text(root, "code", "code.check-digit");
	assert_text(root, "error",
	    "(01) 09506000134353: the check digit is 2, not 3");
	assert_text(root, "pairing", NULL);
	assert_int_equal(json_count(json_get(root, "elements")), 0);
	json_free(root);
}

static void scan_json__keeps__every_byte_of_raw(void **state)
{
	static const char bytes[] = "A\0\\\xFF\x04\xC3\xBC";
	struct json *root = as_json(bytes, sizeof(bytes) - 1);
	struct str back;
	size_t at;
	const char *raw = json_get_text(root, "raw");

	(void)state;
	str_init(&back);
	assert_true(str_unescape(&back, raw, strlen(raw), &at));
	assert_int_equal(back.len, sizeof(bytes) - 1);
	assert_memory_equal(back.p, bytes, back.len);
	str_done(&back);
	json_free(root);
}

static void scan_json__names__commands_and_kinds(void **state)
{
	struct json *root = as_json("xcxok", 5);

	(void)state;
	assert_text(root, "kind", "command");
	assert_text(root, "command", "XCXOK");
	json_free(root);
	root = as_json("9506000134352", 13);
	assert_text(root, "kind", "gtin");
	assert_text(root, "command", NULL);
	json_free(root);
}

UNIT_MAIN(
    cmocka_unit_test(scan_json__has__all_keys),
    cmocka_unit_test(scan_json__says__what_is_wrong),
    cmocka_unit_test(scan_json__keeps__every_byte_of_raw),
    cmocka_unit_test(scan_json__names__commands_and_kinds)
)
