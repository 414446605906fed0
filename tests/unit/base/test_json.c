/*
 * test_json.c - JSON out and in.  Goal: one text has one spelling, output is
 * always JSON (bytes that are no text too), and input is taken as it is.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <math.h>
#include <string.h>
#include "base/json.h"

/* A writer over a text of its own, for one test. */
struct desk {
	struct str text;
	struct json_out j;
};

static void desk_open(struct desk *d)
{
	str_init(&d->text);
	json_begin(&d->j, &d->text);
}

static void desk_close(struct desk *d, const char *expected)
{
	assert_string_equal(d->text.p, expected);
	str_done(&d->text);
}

static void json__writes__nested_values(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d);
	json_object(&d.j);
	json_kv(&d.j, "bin", "A1");
	json_kv_int(&d.j, "units", INT64_MIN);
	json_kv_bool(&d.j, "full", false);
	json_kv_opt(&d.j, "lot", "");
	json_kv_opt(&d.j, "note", NULL);
	json_kv_opt(&d.j, "zone", "Z");
	json_key(&d.j, "holds");
	json_array(&d.j);
	json_text(&d.j, "count");
	json_text(&d.j, NULL);
	json_object(&d.j);
	json_object_end(&d.j);
	json_array(&d.j);
	json_array_end(&d.j);
	json_raw(&d.j, "[1,2]");
	json_array_end(&d.j);
	json_kv_int(&d.j, "n", 3);
	json_object_end(&d.j);
	assert_int_equal(d.j.depth, 0);
	desk_close(&d, "{\"bin\":\"A1\",\"units\":-9223372036854775808,"
	    "\"full\":false,\"lot\":null,\"note\":null,\"zone\":\"Z\","
	    "\"holds\":[\"count\",null,{},[],[1,2]],\"n\":3}");
}

static void json__writes__documents_one_after_another(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d);
	for (int i = 0; i < 2; i++) {
		json_object(&d.j);
		json_kv_int(&d.j, "i", i);
		json_object_end(&d.j);
		str_addc(&d.text, '\n');
	}
	desk_close(&d, "{\"i\":0}\n{\"i\":1}\n");
}

static void json_textn__escapes__as_rfc_8785(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d);
	json_textn(&d.j, "\"\\/\b\t\n\f\r\0\x1D\x7F\xC3\xA9", 13);
	desk_close(&d, "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001d\x7F\xC3\xA9\"");
}

static void json_text__replaces__bytes_that_are_no_utf8(void **state)
{
	static const char *const wrong[] = { "a\xFFz", "a\xC3z", "a\xE2\x82",
	    "\xED\xA0\x80", "\xC0\xAF" };
	static const char *const right[] = {
		"\"a\xEF\xBF\xBDz\"", "\"a\xEF\xBF\xBDz\"",
		"\"a\xEF\xBF\xBD\xEF\xBF\xBD\"",
		"\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"",
		"\"\xEF\xBF\xBD\xEF\xBF\xBD\"",
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct desk d;
		struct json *back;
		struct err err;

		desk_open(&d);
		json_text(&d.j, wrong[i]);
		back = json_parse(d.text.p, d.text.len, &err);
		assert_non_null(back);
		json_free(back);
		desk_close(&d, right[i]);
	}
}

static void json_real__writes__the_shortest_that_reads_back(void **state)
{
	static const double values[] = { 0.0, 0.1, -2.5, 1e300, 1.0 / 3.0,
	    123456789012345680.0 };
	struct desk d;

	(void)state;
	desk_open(&d);
	json_array(&d.j);
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		json_real(&d.j, values[i]);
	json_real(&d.j, NAN);
	json_real(&d.j, -INFINITY);
	json_array_end(&d.j);
	desk_close(&d, "[0,0.1,-2.5,1e+300,0.3333333333333333,"
	    "1.2345678901234568e+17,null,null]");
}

static void json_canonical__takes__sorted_keys_at_each_depth(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d);
	json_canonical(&d.j);
	json_object(&d.j);
	json_key(&d.j, "a");
	json_object(&d.j);
	json_kv(&d.j, "x", "1");
	json_kv(&d.j, "y", "2");
	json_object_end(&d.j);
	json_key(&d.j, "b");
	json_object(&d.j);
	json_kv(&d.j, "a", "3");
	json_object_end(&d.j);
	json_object_end(&d.j);
	desk_close(&d, "{\"a\":{\"x\":\"1\",\"y\":\"2\"},\"b\":{\"a\":\"3\"}}");
}

/* --- In ---------------------------------------------------------------------- */

static struct json *parse(const char *text)
{
	struct err err;
	struct json *root = json_parse(text, strlen(text), &err);

	assert_non_null(root);
	return root;
}

static void json_get__reads__what_is_there(void **state)
{
	struct json *root = parse("{\"item\":\"A-1\",\"n\":9007199254740993,"
	    "\"ok\":true,\"real\":1.5,\"none\":null,\"list\":[\"x\",2,{}]}");
	struct json *list = json_get(root, "list");

	(void)state;
	assert_true(json_is_object(root));
	assert_false(json_is_object(list));
	assert_string_equal(json_get_text(root, "item"), "A-1");
	assert_null(json_get_text(root, "n"));
	assert_null(json_get_text(root, "absent"));
	assert_null(json_get(root, "absent"));
	assert_true(json_get_int(root, "n", -1) == INT64_C(9007199254740993));
	assert_int_equal(json_get_int(root, "real", -1), -1);
	assert_int_equal(json_get_int(root, "absent", -1), -1);
	assert_true(json_get_bool(root, "ok", false));
	assert_true(json_get_bool(root, "none", true));
	assert_int_equal(json_count(list), 3);
	assert_string_equal(json_as_text(json_at(list, 0)), "x");
	assert_null(json_as_text(json_at(list, 1)));
	assert_int_equal(json_as_int(json_at(list, 1), -1), 2);
	assert_int_equal(json_as_int(json_at(list, 0), -1), -1);
	assert_int_equal(json_as_int(NULL, -1), -1);
	assert_null(json_at(list, 3));
	json_free(root);
}

static void json_get__takes__nothing_for_nothing(void **state)
{
	(void)state;
	assert_null(json_get(NULL, "a"));
	assert_null(json_get_text(NULL, "a"));
	assert_int_equal(json_count(NULL), 0);
	assert_null(json_at(NULL, 0));
	assert_null(json_as_text(NULL));
	assert_false(json_is_object(NULL));
	json_free(NULL);
}

static void json_walk__visits__every_member(void **state)
{
	struct json *root = parse("{\"b\":\"1\",\"a\":\"2\",\"c\":\"3\"}");
	struct json *value;
	const char *key;
	void *at = NULL;
	char seen[16] = "";

	(void)state;
	while ((at = json_walk(root, at, &key, &value)) != NULL) {
		strcat(seen, key);
		strcat(seen, json_as_text(value));
	}
	assert_string_equal(seen, "b1a2c3");
	json_free(root);
}

static void json_parse__refuses__what_is_no_json(void **state)
{
	static const char *const wrong[] = { "", "{", "{\"a\":1}x",
	    "{\"a\":1,\"a\":2}", "{\"a\":\"\xFF\"}", "nul", "{'a':1}",
	    "{\"a\":\"\\u0000\"}" };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct err err;

		assert_null(json_parse(wrong[i], strlen(wrong[i]), &err));
		assert_int_equal(err.kind, ERR_INPUT);
		assert_non_null(strstr(err.detail, "line 1"));
	}
}

UNIT_MAIN(
	cmocka_unit_test(json__writes__nested_values),
	cmocka_unit_test(json__writes__documents_one_after_another),
	cmocka_unit_test(json_textn__escapes__as_rfc_8785),
	cmocka_unit_test(json_text__replaces__bytes_that_are_no_utf8),
	cmocka_unit_test(json_real__writes__the_shortest_that_reads_back),
	cmocka_unit_test(json_canonical__takes__sorted_keys_at_each_depth),
	cmocka_unit_test(json_get__reads__what_is_there),
	cmocka_unit_test(json_get__takes__nothing_for_nothing),
	cmocka_unit_test(json_walk__visits__every_member),
	cmocka_unit_test(json_parse__refuses__what_is_no_json),
)
