/*
 * test_csv.c - rows of comma-separated values.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: RFC 4180 as csv.h has it, and every fault said of its own row.
 * Method: each text is read in one piece and byte by byte (a mark at the
 * start excepted), and what comes out is written as one line: LINE|a|b for a
 * row, LINE!field:words for a wrong one.
 */
#include "../unit.h"
#include <string.h>
#include "base/str.h"
#include "exchange/csv.h"

struct source {
	const char *p;
	size_t n, piece;
	bool fails;		/* at the end */
};

static long
give(void *ctx, char *to, size_t n)
{
	struct source *s = ctx;
	size_t take = s->n < s->piece ? s->n : s->piece;

	if (take == 0)
		return s->fails ? -1 : 0;
	if (take > n)
		take = n;
	memcpy(to, s->p, take);
	s->p += take;
	s->n -= take;
	return (long)take;
}

static void
show(struct str *out, enum csv_result result, const struct csv_row *row)
{
	if (result == CSV_WRONG) {
		str_addf(out, "%lld!%zu:%s\n", (long long)row->line,
		    row->wrong_field, row->wrong);
		return;
	}
	str_addf(out, "%lld", (long long)row->line);
	for (size_t i = 0; i < row->n; i++) {
		assert_int_equal(row->at[i].p[row->at[i].n], '\0');
		str_addc(out, '|');
		str_escape(out, row->at[i].p, row->at[i].n, true);
	}
	str_addc(out, '\n');
}

static void
read_in(const char *text, size_t n, size_t piece, struct str *out)
{
	struct source source = { .p = text, .n = n, .piece = piece };
	struct csv *csv = csv_new(give, &source);
	enum csv_result result;
	struct csv_row row;

	while ((result = csv_next(csv, &row)) == CSV_ROW || result == CSV_WRONG)
		show(out, result, &row);
	assert_int_equal(result, CSV_END);
	assert_int_equal(csv_next(csv, &row), CSV_END);
	csv_free(csv);
}

static void
reads_n(const char *text, size_t n, const char *expected, bool in_bytes)
{
	struct str whole, bytes;

	str_init(&whole);
	str_init(&bytes);
	read_in(text, n, n > 0 ? n : 1, &whole);
	assert_string_equal(whole.p, expected);
	if (in_bytes) {
		read_in(text, n, 1, &bytes);
		assert_string_equal(bytes.p, expected);
	}
	str_done(&whole);
	str_done(&bytes);
}

#define reads(text, expected) reads_n(text, sizeof text - 1, expected, true)

static void
csv__reads__plain_rows(void **state)
{
	(void)state;
	reads("", "");
	reads("a", "1|a\n");
	reads("a,b\r\nc,d\r\n", "1|a|b\n2|c|d\n");
	reads("a,b\nc,d", "1|a|b\n2|c|d\n");
	reads("a,,\n,b,\n", "1|a||\n2||b|\n");
	reads(" a , b \n", "1| a | b \n");
	reads(",", "1||\n");
}

static void
csv__skips__empty_lines_only(void **state)
{
	(void)state;
	reads("\n\r\na\n\n\nb\n\n", "3|a\n6|b\n");
	reads("\"\"\n", "1|\n");
	reads(" \n", "1| \n");
}

static void
csv__reads__quoted_fields(void **state)
{
	(void)state;
	reads("\"a\",\"b,c\"\n", "1|a|b,c\n");
	reads("\"a \"\"b\"\"\",\"\"\"\"\n", "1|a \"b\"|\"\n");
	reads("\"\",x\n", "1||x\n");
	reads("\"a\nb\r\nc\",d\ne\n", "1|a\\x0Ab\\x0D\\x0Ac|d\n4|e\n");
	reads("\"a\"", "1|a\n");
	reads("\"a\"\"\"", "1|a\"\n");
}

static void
csv__keeps__utf8_and_skips_its_mark(void **state)
{
	(void)state;
	reads("caf\xC3\xA9,\"\xE2\x82\xAC\"\n", "1|caf\xC3\xA9|\xE2\x82\xAC\n");
	reads_n("\xEF\xBB\xBF" "a,b\n", 7, "1|a|b\n", false);
	reads_n("\xEF\xBB\xBF\"a\",b\n", 9, "1|a|b\n", false);
	reads_n("\xEF\xBB\xBF", 3, "", false);
	/* a mark anywhere else is text */
	reads("a\n\xEF\xBB\xBF" "b\n", "1|a\n2|\xEF\xBB\xBF" "b\n");
}

static void
csv__says__which_row_and_field_is_wrong(void **state)
{
	(void)state;
	reads("a,b\"c,d\ne\n",
	    "1!1:a quote inside a value that does not begin with one\n2|e\n");
	reads("a,\"b\"c,d\ne\n", "1!1:text after the closing quote\n2|e\n");
	reads("a,\"b\" ,d\ne\n", "1!1:text after the closing quote\n2|e\n");
	reads("a\nb,\"c\nd\ne\n",
	    "1|a\n2!1:the quote that begins it does not end\n");
	reads("\"", "1!0:the quote that begins it does not end\n");
	reads("a\rb\nc\n",
	    "1!0:a carriage return without a line feed behind it\n1|b\n2|c\n");
	reads("a,b\r", "1!1:a carriage return without a line feed behind it\n");
}

static void
csv__refuses__bytes_that_are_no_text(void **state)
{
	(void)state;
	reads("a,b\0c\nd\n", "1!1:holds a NUL byte\n2|d\n");
	reads("\"\0\"\nd\n", "1!0:holds a NUL byte\n2|d\n");
	reads("\0\nd\n", "1!0:holds a NUL byte\n2|d\n");
	reads("a,\xC3,c\nd\n", "1!1:holds bytes that are not UTF-8\n2|d\n");
	reads("\xC0\xAF\n", "1!0:holds bytes that are not UTF-8\n");
	reads("\xED\xA0\x80\n", "1!0:holds bytes that are not UTF-8\n");
	reads("\xFF\xFE" "a\n", "1!0:holds bytes that are not UTF-8\n");
	/* a character may not be spread over two fields */
	reads("\xC3,\xA9\n", "1!0:holds bytes that are not UTF-8\n");
}

static void
csv__holds__its_limits(void **state)
{
	static char text[CSV_FIELD_MAX + 8];
	char many[2 * CSV_FIELDS_MAX + 8];
	struct str out;

	(void)state;
	str_init(&out);
	memset(text, 'x', CSV_FIELD_MAX + 1);
	text[CSV_FIELD_MAX] = '\n';
	read_in(text, CSV_FIELD_MAX + 1, 1000, &out);
	assert_int_equal(out.len, CSV_FIELD_MAX + 3);
	str_clear(&out);
	memcpy(text + CSV_FIELD_MAX, "x\ny\n", 4);
	read_in(text, CSV_FIELD_MAX + 4, 1000, &out);
	assert_string_equal(out.p,
	    "1!0:longer than 65535 bytes: does a quote not end?\n2|y\n");
	str_clear(&out);

	memset(many, ',', sizeof many);
	memcpy(many + CSV_FIELDS_MAX - 1, "\nz\n", 3);
	read_in(many, CSV_FIELDS_MAX + 2, 100, &out);
	assert_int_equal(out.len, 1 + CSV_FIELDS_MAX + 1 + 4);
	str_clear(&out);
	memcpy(many + CSV_FIELDS_MAX - 1, ",,\nz\n", 5);
	read_in(many, CSV_FIELDS_MAX + 4, 100, &out);
	assert_string_equal(out.p, "1!255:more than 256 values in a row\n2|z\n");
	str_done(&out);
}

static void
csv__says__that_its_source_failed(void **state)
{
	struct source source = { .p = "a,b\nc,d\n", .n = 8, .piece = 5,
	    .fails = true };
	struct csv *csv = csv_new(give, &source);
	struct csv_row row;

	(void)state;
	assert_int_equal(csv_next(csv, &row), CSV_ROW);
	assert_int_equal(csv_next(csv, &row), CSV_ROW);
	assert_int_equal(csv_next(csv, &row), CSV_FAILED);
	assert_int_equal(csv_next(csv, &row), CSV_FAILED);
	csv_free(csv);
	csv_free(NULL);
}

static void
csv_from_file__reads__a_file(void **state)
{
	char text[] = "a,b\n\"c\",d\n";
	FILE *file = fmemopen(text, sizeof text - 1, "r");
	struct csv *csv = csv_from_file(file);
	struct csv_row row;

	(void)state;
	assert_int_equal(csv_next(csv, &row), CSV_ROW);
	assert_int_equal(csv_next(csv, &row), CSV_ROW);
	assert_string_equal(row.at[0].p, "c");
	assert_int_equal(csv_next(csv, &row), CSV_END);
	csv_free(csv);
	fclose(file);
}

UNIT_MAIN(
    cmocka_unit_test(csv__reads__plain_rows),
    cmocka_unit_test(csv__skips__empty_lines_only),
    cmocka_unit_test(csv__reads__quoted_fields),
    cmocka_unit_test(csv__keeps__utf8_and_skips_its_mark),
    cmocka_unit_test(csv__says__which_row_and_field_is_wrong),
    cmocka_unit_test(csv__refuses__bytes_that_are_no_text),
    cmocka_unit_test(csv__holds__its_limits),
    cmocka_unit_test(csv__says__that_its_source_failed),
    cmocka_unit_test(csv_from_file__reads__a_file),
)
