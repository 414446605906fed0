/*
 * test_import.c - what every kind of file has in common.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: all or nothing, each wrong row by name, dry runs, no fact said twice.
 */
#include "imports.h"

static void
import__knows__its_kinds_and_their_columns(void **state)
{
	static const char *const kinds[] = { "items", "bins", "parties",
	    "operators", "serial-rules", "warranties", "orders", "expected",
	    "units", "boms", NULL };
	struct imported done;
	bool required;
	size_t i;

	for (i = 0; kinds[i] != NULL; i++)
		assert_string_equal(import_kind_name(i), kinds[i]);
	assert_null(import_kind_name(i));
	assert_string_equal(import_column_name(8, 2, &required), "bin");
	assert_true(required);
	assert_string_equal(import_column_name(8, 3, &required), "lot");
	assert_false(required);
	assert_null(import_column_name(8, 9, &required));
	assert_null(import_column_name(10, 0, &required));

	done = import_text(*state, "assets", "a\n");
	assert_false(done.ok);
	assert_int_equal(done.err.kind, ERR_USAGE);
	assert_string_equal(done.err.what, "files of kind \"assets\" are not known");
	assert_non_null(strstr(done.err.hint, "items, bins, parties, operators, "
	    "serial-rules, warranties, orders, expected, units, boms"));
}

static void
import__refuses__a_wrong_header_by_name(void **state)
{
	refuses(*state, "bins", "", "F:1: row: the file is empty: it needs a header\n");
	refuses(*state, "bins", "\n\n",
	    "F:1: row: the file is empty: it needs a header\n");
	refuses(*state, "bins", "code,zone\nB,A\n",
	    "F:1: kind: this column is missing\n");
	refuses(*state, "bins", "code,zone,kind,Code,code\nB,A,dock,1,2\n",
	    "F:1: Code: is no column of bins; those are: code zone kind sequence "
	    "capacity reserved\nF:1: code: stands twice in the header\n");
	refuses(*state, "bins", "\ncode,,zone,kind\n",
	    "F:2: row: column 2 has no name\n");
	refuses(*state, "bins", "code,zo\"ne,kind\n", "F:1: row: the header is "
	    "wrong: a quote inside a value that does not begin with one\n");
	refuses(*state, "bins", "code,zone,kind,\x01\n", "F:1: \\x01: is no column "
	    "of bins; those are: code zone kind sequence capacity reserved\n");
}

static void
import__takes__columns_in_any_order_and_a_mark(void **state)
{
	struct ledger *l = *state;
	struct bin bin;
	struct err err;

	takes(l, "bins", "\xEF\xBB\xBFkind,capacity,code,zone\r\ndock,,B,Z\r\n"
	    "stage,7,\"C\",Z\r\n", 2, 0);
	assert_int_equal(bin_find(l, "C", &bin, &err), 1);
	assert_int_equal(bin.capacity, 7);
	assert_int_equal(bin.kind, BIN_STAGE);
	assert_int_equal(bin_find(l, "B", &bin, &err), 1);
	assert_int_equal(bin.capacity, -1);
	takes(l, "bins", "code,zone,kind\n", 0, 0);	/* no rows: nothing */
}

static void
import__lists__every_wrong_row_in_order(void **state)
{
	refuses(*state, "bins", "code,zone,kind,capacity,reserved\n"
	    "B,Z,dock,x,NONE\n"		/* wrong in itself, and in what it names */
	    "C,Z,dock,,\n"
	    "D,Z\n"
	    "E,Z,dock,,,\n"
	    "F,\"Z\n\nZ\",dock,,\n"
	    "C,,,,\n"
	    "G,Z\"Z,dock,,\n",
	    "F:2: capacity: \"x\" is no whole number\n"
	    "F:2: reserved: there is no item \"NONE\" (import items first)\n"
	    "F:4: kind: is missing: the row has 2 values, the header 5\n"
	    "F:5: row: has 6 values, the header 5\n"
	    "F:6: zone: \"Z\\x0A\\x0AZ\" holds a control character\n"
	    "F:9: zone: must be filled\n"
	    "F:9: kind: must be filled\n"
	    "F:9: code: stands in line 3 already\n"
	    "F:10: zone: a quote inside a value that does not begin with one\n");
}

static void
import__imports_nothing__when_one_row_of_many_is_wrong(void **state)
{
	struct ledger *l = *state;
	struct imported done;
	struct bin bin;
	struct err err;

	refuses(l, "bins", "code,zone,kind\nB,Z,dock\nC,Z,dock\nD,Z,pier\n",
	    "F:4: kind: \"pier\" is none of: storage dock stage pack quarantine "
	    "returns repair transit custody\n");
	assert_int_equal(bin_find(l, "B", &bin, &err), 0);
	done = import_text(l, "bins", "code,zone,kind\nB,Z,dock\nD,Z,pier\n");
	assert_int_equal(done.result.rows, 2);
	assert_int_equal(done.result.wrong, 1);
	assert_string_equal(done.err.what, "F: 1 of 2 rows are wrong, nothing was imported");
	assert_int_equal(err_exit_status(&done.err), 1);
}

static void
import__says_nothing__on_a_dry_run(void **state)
{
	struct ledger *l = *state;
	const char *text = "code,zone,kind\nB,Z,dock\nA-01,A,storage\n";
	int64_t before = must_verify(l);
	struct imported done = import_as(l, "bins", text, strlen(text),
	    (struct import_options){ .dry_run = true });
	struct bin bin;
	struct err err;

	assert_true(done.ok);
	assert_int_equal(done.result.said, 1);
	assert_int_equal(done.result.stood, 1);
	assert_int_equal(must_verify(l), before);
	assert_int_equal(bin_find(l, "B", &bin, &err), 0);
	text = "code,zone,kind\nB,Z,pier\n";
	done = import_as(l, "bins", text, strlen(text),
	    (struct import_options){ .dry_run = true });
	assert_false(done.ok);
	takes(l, "bins", "code,zone,kind\nB,Z,dock\n", 1, 0);
}

static void
import__counts__complaints_past_the_limit(void **state)
{
	struct import_options options = { 0 };
	const int rows = IMPORT_COMPLAINTS_MAX + 5;
	struct import_result result;
	struct str text;
	char *said = NULL, *last;
	size_t n, lines = 0;
	struct err err;
	FILE *in, *out;

	str_init(&text);
	str_add(&text, "code,zone,kind\n");
	for (int i = 0; i < rows; i++)
		str_addf(&text, "B%d,Z,pier\n", i);
	in = fmemopen(text.p, text.len, "r");
	out = open_memstream(&said, &n);
	assert_false(import_run(*state, "bins", in, "F", &options, out, &result, &err));
	fclose(in);
	fclose(out);
	assert_int_equal(result.wrong, rows);
	for (const char *p = said; (p = strchr(p, '\n')) != NULL; p++)
		lines++;
	assert_int_equal(lines, IMPORT_COMPLAINTS_MAX + 1);
	last = strstr(said, "F: 5 more complaints are not listed\n");
	assert_non_null(last);
	assert_int_equal(strlen(last), 36);
	free(said);
	str_done(&text);
}

static void
import__refuses__codes_that_would_be_something_else(void **state)
{
	refuses(*state, "parties", "code,name,kind\n"
	    "xcxdone,n,owner\n"
	    "PO:7,n,owner\n"
	    " A,n,owner\n"
	    "A ,n,owner\n"
	    "A\tB,n,owner\n"
	    "123456789012345678901234567890123456789012345678,n,owner\n"
	    "C\xC2\x85,n,owner\n"
	    "D,   ,owner\n",
	    "F:2: code: \"xcxdone\" begins with XCX, as command codes do\n"
	    "F:3: code: \"PO:7\" begins with PO:, as orders do\n"
	    "F:4: code: \" A\" begins or ends with a space\n"
	    "F:5: code: \"A \" begins or ends with a space\n"
	    "F:6: code: \"A\\x09B\" holds a control character\n"
	    "F:7: code: \"123456789012345678901234567890123456789012345678\" is "
	    "longer than 47 bytes\n"
	    "F:8: code: \"C\\xC2\\x85\" holds a control character\n"
	    "F:9: name: \"   \" holds nothing but spaces\n");
	/* a colon alone is no order */
	takes(*state, "parties", "code,name,kind\nPOX:7,n,owner\nA:B,n,owner\n"
	    "12345678901234567890123456789012345678901234567,n,owner\n", 3, 0);
	refuses(*state, "items", "code,name\nA:B,n\nA;B,n\n",
	    "F:2: code: \"A:B\" holds a colon or a semicolon\n"
	    "F:3: code: \"A;B\" holds a colon or a semicolon\n");
}

UNIT_MAIN(
    import_test(import__knows__its_kinds_and_their_columns),
    import_test(import__refuses__a_wrong_header_by_name),
    import_test(import__takes__columns_in_any_order_and_a_mark),
    import_test(import__lists__every_wrong_row_in_order),
    import_test(import__imports_nothing__when_one_row_of_many_is_wrong),
    import_test(import__says_nothing__on_a_dry_run),
    import_test(import__counts__complaints_past_the_limit),
    import_test(import__refuses__codes_that_would_be_something_else),
)
