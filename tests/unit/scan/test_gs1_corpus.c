/*
 * test_gs1_corpus.c - scans against verdicts that an independent reader gave.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Columns: scan; syntax (OK, ERR) is parsed->valid; syntax_ais, "AI=value"
 * with spaces between, are the elements in order; full (OK, ERR) is the
 * pairing.  Rows without a symbology identifier, or with one that promises
 * nothing, have no verdict to compare: there no GS1 data may be claimed.
 */
#include "../unit.h"
#include <string.h>
#include "base/str.h"
#include "scan/parse.h"
#include "tests/corpus.h"

static struct corpus table;
static struct scan_parsed parsed;
static unsigned failures;

static void row_failed(const char *what)
{
	print_error("%s: row %s: %s: %s, %s, valid %d, %s, pairing \"%s\"\n",
	    table.path, table.cells[0], corpus_cell(&table, "scan"), what,
	    scan_kind_name(parsed.kind), parsed.valid, parsed.error,
	    parsed.pairing);
	failures++;
}

static bool same_elements(const char *want)
{
	struct str got;
	bool same;

	str_init(&got);
	for (size_t i = 0; i < parsed.n_elements; i++)
		str_addf(&got, "%s%s=%s", i ? " " : "", parsed.elements[i].id,
		    parsed.elements[i].value);
	same = strcmp(got.p, want) == 0;
	str_done(&got);
	return same;
}

static bool nothing_promised(void)
{
	const char *error = corpus_cell(&table, "full_error");

	return strcmp(error, "MISSING_SYMBOLOGY_IDENTIFIER") == 0 ||
	    strcmp(error, "UNSUPPORTED_SYMBOLOGY_IDENTIFIER") == 0;
}

static void compare(void)
{
	bool good = strcmp(corpus_cell(&table, "syntax"), "OK") == 0;
	bool full = strcmp(corpus_cell(&table, "full"), "OK") == 0;

	if (nothing_promised()) {
		if (parsed.kind == SCAN_GS1 || parsed.kind == SCAN_DIGITAL_LINK)
			row_failed("GS1 data claimed");
		return;
	}
	if (parsed.valid != good)
		row_failed("syntax");
	else if (good && !same_elements(corpus_cell(&table, "syntax_ais")))
		row_failed("elements");
	else if (good && (strcmp(parsed.pairing, "ok") == 0) != full)
		row_failed("pairing");
	else if (!good && (!parsed.error[0] || !parsed.code[0]))
		row_failed("no words");
}

static void scan_parse__agrees__with_table(void **state)
{
	struct scan_options options;

	(void)state;
	scan_options_init(&options, 2026);
	corpus_open(&table, "gs1_scan_corpus.tsv");
	while (corpus_next(&table)) {
		scan_parse(corpus_cell(&table, "scan"),
		    corpus_cell_len(&table, "scan"), &options, &parsed);
		compare();
	}
	assert_true(table.rows > 100);
	corpus_close(&table);
	assert_int_equal(failures, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scan_parse__agrees__with_table),
	};

	if (corpus_missing("gs1_scan_corpus.tsv"))
		return 0;
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
}
