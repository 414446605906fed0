/*
 * test_labels_corpus.c - labels that are not GS1 against tables of answers.
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
#include "base/str.h"
#include "domain/check.h"
#include "domain/serial_rule.h"
#include "scan/hibc.h"
#include "scan/iso15434.h"
#include "scan/mh10.h"
#include "tests/corpus.h"

static struct corpus table;
static struct scan_parsed parsed;
static const struct scan_options options = {
	.year = 2026, .repair_15434 = true
};

static void row_failed(const char *got)
{
	fail_msg("%s: row %s: got \"%s\" (%s) (%s)", table.path, table.cells[0],
	    got, parsed.error, parsed.warning);
}

static bool is(const char *column, const char *text)
{
	return strcmp(corpus_cell(&table, column), text) == 0;
}

/* The elements as the table writes them: id=value with spaces between, a
 * space in a value as \x20 (which reading has undone: compare without). */
static void elements_text(char *out, size_t size)
{
	size_t at = 0;

	out[0] = '\0';
	for (size_t i = 0; i < parsed.n_elements; i++)
		at += (size_t)snprintf(out + at, size - at, "%s%s=%s",
		    i ? " " : "", parsed.elements[i].id,
		    parsed.elements[i].value);
}

static const char *verdict(void)
{
	return !parsed.valid ? "ERR" : parsed.warning[0] ? "TOLERATED" : "OK";
}

/* A row that is one identifier with its value. */
static void single_row(const char *scan, size_t n)
{
	char got[200], id[5];
	size_t at;

	if (!mh10_read_single(scan, n, id, &at))
		row_failed("nothing");
	snprintf(got, sizeof(got), "%s=%s", id, scan + at);
	if (!is("elements", got))
		row_failed(got);
}

static void envelope_row(const char *scan, size_t n)
{
	char got[4000];

	if (n > 3 && scan[0] == ']') {
		scan += 3;
		n -= 3;
	}
	if (!iso15434_is(scan, n))
		row_failed("no envelope");
	iso15434_parse(scan, n, &options, &parsed);
	if (!is("expect", verdict()))
		row_failed(verdict());
	elements_text(got, sizeof(got));
	if (parsed.valid && !is("elements", got))
		row_failed(got);
	if (!parsed.valid && (parsed.error[0] == '\0' || parsed.code[0] == '\0'))
		row_failed("no words");
}

static void iso15434__agrees__with_table(void **state)
{
	(void)state;
	corpus_open(&table, "di_15434_vectors.tsv");
	while (corpus_next(&table)) {
		const char *scan = corpus_cell(&table, "scan");
		size_t n = corpus_cell_len(&table, "scan");

		if (is("format", "di"))
			single_row(scan, n);
		else
			envelope_row(scan, n);
	}
	assert_true(table.rows > 10);
	corpus_close(&table);
}

static const char *element(const char *id)
{
	for (size_t i = 0; i < parsed.n_elements; i++)
		if (strcmp(parsed.elements[i].id, id) == 0)
			return parsed.elements[i].value;
	return "";
}

static void hibc_field(const char *name, const char *want)
{
	static const struct { const char *name; const char *id; } names[] = {
		{ "lic", "LIC" }, { "pcn", "PCN" }, { "uom", "UM" },
		{ "check", "CHK" }, { "link", "LINK" }, { "date", "EXP" },
		{ "lot", "LOT" }, { "serial", "SER" }, { "qty", "QTY" },
		{ "exp", "EXP" }, { "mfg", "MFD" },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i].name, name) == 0) {
			if (strcmp(element(names[i].id), want) != 0)
				row_failed(element(names[i].id));
			return;
		}
	row_failed(name);
}

/* "lic=Z999 pcn=..." of the table, each of them in the elements. */
static void hibc_fields(char *fields)
{
	for (char *name = strtok(fields, " "); name; name = strtok(NULL, " ")) {
		char *value = strchr(name, '=');

		assert_non_null(value);
		*value = '\0';
		hibc_field(name, value + 1);
	}
}

static void hibc__agrees__with_table(void **state)
{
	(void)state;
	corpus_open(&table, "hibc_vectors.tsv");
	while (corpus_next(&table)) {
		const char *scan = corpus_cell(&table, "scan");
		size_t n = corpus_cell_len(&table, "scan");
		bool flagged = !is("expect", "ERR_FLAG");
		char fields[300];

		if (hibc_is(scan, n) != flagged)
			row_failed(flagged ? "not taken for HIBC" : "taken for HIBC");
		hibc_parse(scan, n, &options, &parsed);
		if (strncmp(corpus_cell(&table, "expect"), verdict(),
		    strlen(verdict())) != 0)
			row_failed(verdict());
		if (is("expect", "ERR_CHECK") &&
		    strcmp(parsed.code, "code.check-digit") != 0)
			row_failed(parsed.code);
		snprintf(fields, sizeof(fields), "%s",
		    corpus_cell(&table, "fields"));
		hibc_fields(fields);
	}
	assert_true(table.rows > 10);
	corpus_close(&table);
}

/* A VIN stands in a row without a serial: it is wrong.  The words are opt-in,
 * so a rule that lists them reads the rest. */
static void serial_rule__agrees__with_vendor_labels(void **state)
{
	struct err err;
	struct serial_rule *rule = serial_rule_new("V", ".+", "", "", CHECK_NONE,
	    "S/N;SN;SER NO;SERIAL NO;SERIAL NUMBER;(S)", &err);
	char got[SERIAL_SIZE];

	(void)state;
	assert_non_null(rule);
	corpus_open(&table, "vendor_label_vectors.tsv");
	while (corpus_next(&table)) {
		const char *scan = corpus_cell(&table, "scan");

		if (is("serial", "")) {
			if (vin_ok(scan, strlen(scan)))
				row_failed("a good VIN");
			continue;
		}
		serial_rule_strip(rule, scan, got);
		if (!is("serial", got))
			row_failed(got);
	}
	assert_true(table.rows > 5);
	corpus_close(&table);
	serial_rule_free(rule);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(iso15434__agrees__with_table),
		cmocka_unit_test(hibc__agrees__with_table),
		cmocka_unit_test(serial_rule__agrees__with_vendor_labels),
	};

	if (corpus_missing("di_15434_vectors.tsv"))
		return 0;
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
