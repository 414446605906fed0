/*
 * report_failing.c - labels that would not read, as text, CSV and on paper.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/report.h"
#include "base/clock.h"
#include "base/str.h"
#include "label/sheet.h"

#define DAY_S 86400

static const char *const columns[] = { "supplier", "supplier_name", "label",
    "symbols", "printer", "failures", "first", "last", "age_s" };
#define COLUMNS (sizeof columns / sizeof columns[0])

/* "3 d", "5 h", "12 min": how old a label was, on the whole. */
static void
age_words(int64_t seconds, char *out, size_t size)
{
	if (seconds >= 2 * DAY_S)
		str_print(out, size, "%lld d", (long long)(seconds / DAY_S));
	else if (seconds >= 2 * 3600)
		str_print(out, size, "%lld h", (long long)(seconds / 3600));
	else
		str_print(out, size, "%lld min", (long long)(seconds / 60));
}

static const char *
or_dash(const char *text)
{
	return text[0] == '\0' ? "-" : text;
}

/* A label without a template came with the goods. */
static const char *
label_words(const struct failing_group *g)
{
	return g->template_name[0] == '\0' ? "theirs" : g->template_name;
}

void
failing_text(const struct failing_labels *all, struct str *out)
{
	char first[17], last[17], age[24];

	if (all->groups.n == 0) {
		str_add(out, "no label failed\n");
		return;
	}
	str_addf(out, "%8s  %-12s %-12s %-12s %-16s %-16s %8s  %s\n", "Failures",
	    "Supplier", "Label", "Printer", "First", "Last", "Age", "Symbols");
	for (size_t i = 0; i < all->groups.n; i++) {
		const struct failing_group *g = &all->groups.at[i];

		clock_local(g->first, first);
		clock_local(g->last, last);
		age_words(g->age_s, age, sizeof age);
		str_addf(out, "%8lld  %-12s %-12s %-12s %-16s %-16s %8s  %s\n",
		    (long long)g->failures, or_dash(g->supplier), label_words(g),
		    or_dash(g->printer), first, last, age, or_dash(g->symbols));
	}
}

static void
add_row(const struct failing_group *g, struct str *out)
{
	char first[CLOCK_RFC3339_SIZE], last[CLOCK_RFC3339_SIZE];
	char failures[24], age[24];
	const char *const cells[COLUMNS] = { g->supplier, g->supplier_name,
	    g->template_name, g->symbols, g->printer, failures, first, last, age };

	clock_rfc3339(g->first, first);
	clock_rfc3339(g->last, last);
	str_print(failures, sizeof failures, "%lld", (long long)g->failures);
	str_print(age, sizeof age, "%lld", (long long)g->age_s);
	for (size_t i = 0; i < COLUMNS; i++)
		report_cell(out, cells[i], i + 1 == COLUMNS);
}

void
failing_csv(const struct failing_labels *all, struct str *out)
{
	for (size_t i = 0; i < COLUMNS; i++)
		report_cell(out, columns[i], i + 1 == COLUMNS);
	for (size_t i = 0; i < all->groups.n; i++)
		add_row(&all->groups.at[i], out);
}

static void
add_paper_row(struct sheet *s, const struct failing_group *g)
{
	char first[17], last[17], age[24], failures[24];
	const char *const cells[] = { failures, or_dash(g->supplier),
	    label_words(g), or_dash(g->symbols), or_dash(g->printer), first, last,
	    age };

	str_print(failures, sizeof failures, "%lld", (long long)g->failures);
	clock_local(g->first, first);
	clock_local(g->last, last);
	age_words(g->age_s, age, sizeof age);
	sheet_row(s, cells, sizeof cells / sizeof cells[0]);
}

bool
failing_pdf(const struct failing_labels *all, struct str *out, struct err *err)
{
	struct sheet *s = sheet_new("Labels that would not read");
	bool ok;

	sheet_column(s, "Failures", 18, true);
	sheet_column(s, "Supplier", 24, false);
	sheet_column(s, "Label", 22, false);
	sheet_column(s, "Symbols", 0, false);
	sheet_column(s, "Printer", 24, false);
	sheet_column(s, "First", 20, false);
	sheet_column(s, "Last", 20, false);
	sheet_column(s, "Age", 16, false);
	if (all->groups.n == 0)
		sheet_note(s, "No label failed.");
	for (size_t i = 0; i < all->groups.n; i++)
		add_paper_row(s, &all->groups.at[i]);
	ok = sheet_pdf(s, out, err);
	sheet_free(s);
	return ok;
}
