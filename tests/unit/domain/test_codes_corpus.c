/*
 * test_codes_corpus.c - codes and dates against tables of known answers.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Every row of the tables must come out as the table says; a row that does
 * not is named.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "domain/check.h"
#include "domain/date.h"
#include "domain/gtin.h"
#include "tests/corpus.h"

static struct corpus table;

static void row_failed(const char *got)
{
	fail_msg("%s: row %s: got \"%s\"", table.path, table.cells[0], got);
}

static void check__agrees__with_table(void **state)
{
	(void)state;
	corpus_open(&table, "check_char_vectors.tsv");
	while (corpus_next(&table)) {
		enum check_kind kind = check_find(corpus_cell(&table, "algorithm"));
		const char *payload = corpus_cell(&table, "payload");
		const char *want = corpus_cell(&table, "check");
		size_t n = corpus_cell_len(&table, "payload");
		char got[CHECK_CHARS_MAX + 1] = "";
		char whole[300];

		if (kind == CHECK_COUNT || !check_compute(kind, payload, n, got) ||
		    strcmp(got, want) != 0)
			row_failed(got);
		snprintf(whole, sizeof(whole), "%s%s", payload, want);
		if (!check_verify(kind, whole, strlen(whole)))
			row_failed("not verified");
	}
	assert_true(table.rows > 10);
	corpus_close(&table);
}

static const char *gtin_word(enum gtin_result result)
{
	static const char *const words[] = {
		"OK", "ERR_LENGTH", "ERR_CHARS", "ERR_CHECK"
	};

	return words[result];
}

static void gtin_normalise__agrees__with_table(void **state)
{
	(void)state;
	corpus_open(&table, "gtin_vectors.tsv");
	while (corpus_next(&table)) {
		const char *input = corpus_cell(&table, "input");
		char got[GTIN_SIZE] = "";
		enum gtin_result result = gtin_normalise(input, strlen(input), got);

		if (strcmp(gtin_word(result), corpus_cell(&table, "expect")) != 0)
			row_failed(gtin_word(result));
		if (strcmp(got, corpus_cell(&table, "gtin14")) != 0)
			row_failed(got);
	}
	assert_true(table.rows > 10);
	corpus_close(&table);
}

static void upce_expand__agrees__with_table(void **state)
{
	(void)state;
	corpus_open(&table, "upce_vectors.tsv");
	while (corpus_next(&table)) {
		char upce8[9] = "", got[13] = "";

		snprintf(upce8, sizeof(upce8), "%s", corpus_cell(&table, "upce8"));
		if (!upce_expand(upce8, got) ||
		    strcmp(got, corpus_cell(&table, "upca12")) != 0)
			row_failed(got);
	}
	assert_true(table.rows > 5);
	corpus_close(&table);
}

static void date_from_yymmdd__agrees__with_table(void **state)
{
	(void)state;
	corpus_open(&table, "date_vectors.tsv");
	while (corpus_next(&table)) {
		const char *six = corpus_cell(&table, "yymmdd");
		int year = atoi(corpus_cell(&table, "reference_year"));
		char got[DATE_ISO_SIZE] = "";
		bool no_day = false;
		bool ok = strlen(six) == 6 &&
		    date_from_yymmdd(six, year, true, got, &no_day);
		bool want = strcmp(corpus_cell(&table, "expect"), "OK") == 0;

		if (ok != want)
			row_failed(ok ? got : "refused");
		if (!ok)
			continue;
		if (strcmp(got, corpus_cell(&table, "iso_date")) != 0 ||
		    no_day != (atoi(corpus_cell(&table, "day_unspecified")) != 0))
			row_failed(got);
	}
	assert_true(table.rows > 10);
	corpus_close(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(check__agrees__with_table),
		cmocka_unit_test(gtin_normalise__agrees__with_table),
		cmocka_unit_test(upce_expand__agrees__with_table),
		cmocka_unit_test(date_from_yymmdd__agrees__with_table),
	};

	if (corpus_missing("check_char_vectors.tsv"))
		return 0;
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
