/*
 * test_json_locale.c - numbers in JSON have a point in every locale.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: an operator's locale with a decimal comma does not break the ledger's
 * text.  Method: the first such locale that is installed.
 */
#include "../unit.h"
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include "base/json.h"

static void json_real__writes__a_point(void **state)
{
	struct json_out j;
	struct str text;

	(void)state;
	str_init(&text);
	json_begin(&j, &text);
	json_array(&j);
	json_real(&j, 1.5);
	json_real(&j, -0.001);
	json_real(&j, 12);
	json_array_end(&j);
	assert_string_equal(text.p, "[1.5,-0.001,12]");
	str_done(&text);
}

static void json_parse__reads__a_point(void **state)
{
	struct json *root;
	struct err err;

	(void)state;
	root = json_parse("[1.5]", 5, &err);
	assert_non_null(root);
	assert_int_equal(json_count(root), 1);
	json_free(root);
}

static bool take_comma_locale(void)
{
	static const char *const likely[] = { "de_DE.UTF-8", "fr_FR.UTF-8",
	    "es_ES.UTF-8", "it_IT.UTF-8", "nl_NL.UTF-8", "pl_PL.UTF-8",
	    "ru_RU.UTF-8", "sv_SE.UTF-8", "de_DE", "fr_FR" };

	for (size_t i = 0; i < sizeof likely / sizeof *likely; i++)
		if (setlocale(LC_ALL, likely[i]) != NULL &&
		    strcmp(localeconv()->decimal_point, ",") == 0)
			return true;
	return false;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_real__writes__a_point),
		cmocka_unit_test(json_parse__reads__a_point),
	};

	if (!take_comma_locale()) {
		printf("1..0 # SKIP no locale with a decimal comma\n");
		return 0;
	}
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("json_locale", tests, NULL, NULL);
}
