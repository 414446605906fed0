/*
 * test_parse_stream.c - lines of scans in, what they are out.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <stdio.h>
#include <string.h>
#include "app/parse_stream.h"
#include "base/str.h"

static struct parse_tally tally;

/* What comes out for text that goes in; the caller frees it. */
static char *answer(const char *text, bool json)
{
	struct scan_options options;
	char *out = NULL;
	size_t size;
	FILE *in = fmemopen((void *)(uintptr_t)text, strlen(text), "r");
	FILE *to = open_memstream(&out, &size);
	struct err err;

	assert_non_null(in);
	assert_non_null(to);
	scan_options_init(&options, 2026);
	assert_true(parse_stream(in, to, json, &options, &tally, &err));
	fclose(in);
	fclose(to);
	return out;
}

static void parse_stream__answers__a_line_for_a_scan(void **state)
{
	char *out = answer("# a comment\n\n]d20109506000134352" "10L\\x1D21A\n"
	    "\r\nBIN\\\\7\r\n]C1x\nlast", true);
	size_t lines = 0;

	(void)state;
	for (const char *p = out; *p; p++)
		lines += *p == '\n';
	assert_int_equal(lines, 4);
	assert_int_equal(tally.scans, 4);
	assert_int_equal(tally.invalid, 1);
	assert_non_null(strstr(out, "\"serial\":\"A\""));
	assert_non_null(strstr(out, "\"raw\":\"BIN\\\\\\\\7\\\\x0D\""));
	assert_non_null(strstr(out, "\"raw\":\"last\""));
	free(out);
}

static void parse_stream__names__elements_for_a_person(void **state)
{
	char *out = answer("]d20109506000134352" "10L\\x1D21A\n", false);

	(void)state;
	assert_string_equal(out,
	    "gs1 ]d2\n"
	    "  01    GTIN              09506000134352\n"
	    "  10    BATCH/LOT         L\n"
	    "  21    SERIAL            A\n");
	free(out);
	out = answer("]C121A\n]C1170\nshelf-7\n9506000134352\n", false);
	assert_string_equal(out,
	    "gs1 ]C1\n"
	    "  21    SERIAL            A\n"
	    "  alone 21 needs 01, 03 or 8006\n"
	    "gs1 ]C1, not valid\n"
	    "  text  170\n"
	    "  fault (17) 0: 6 characters are wanted, 1 are there\n"
	    "text\n"
	    "  text  shelf-7\n"
	    "gtin\n"
	    "  text  9506000134352\n"
	    "  GTIN  09506000134352\n");
	free(out);
}

static void parse_stream__says__second_readings(void **state)
{
	char *out = answer("1PX-1\n80049506A\n", false);

	(void)state;
	assert_non_null(strstr(out, "  or    data identifier 1P "));
	assert_non_null(strstr(out, "  or    a GS1 key without a check digit\n"));
	free(out);
}

static void parse_stream__names__data_identifiers(void **state)
{
	char *out = answer("[)>\\x1E06\\x1DSA42\\x1E\\x04\n", false);

	(void)state;
	assert_non_null(strstr(out, "iso15434\n  S     "));
	assert_non_null(strstr(out, " A42\n"));
	free(out);
}

static void parse_stream__refuses__wrong_escapes(void **state)
{
	char *out = answer("AB\\q\nOK\n", true);

	(void)state;
	assert_int_equal(tally.scans, 2);
	assert_int_equal(tally.invalid, 1);
	assert_non_null(strstr(out, "at place 3 of the line begins no escape"));
	free(out);
}

static void parse_stream__fails__when_nobody_takes_the_answer(void **state)
{
	struct scan_options options;
	FILE *in = fmemopen((void *)(uintptr_t)"A\nB\n", 4, "r");
	FILE *full = fopen("/dev/full", "w");
	struct err err;

	(void)state;
	if (!full)
		skip();
	scan_options_init(&options, 2026);
	assert_false(parse_stream(in, full, false, &options, &tally, &err));
	assert_int_equal(err.kind, ERR_ENV);
	assert_int_equal(tally.scans, 0);
	fclose(in);
	fclose(full);
}

UNIT_MAIN(
    cmocka_unit_test(parse_stream__answers__a_line_for_a_scan),
    cmocka_unit_test(parse_stream__names__elements_for_a_person),
    cmocka_unit_test(parse_stream__says__second_readings),
    cmocka_unit_test(parse_stream__names__data_identifiers),
    cmocka_unit_test(parse_stream__refuses__wrong_escapes),
    cmocka_unit_test(parse_stream__fails__when_nobody_takes_the_answer)
)
