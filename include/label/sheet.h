/*
 * sheet.h - office paper: a title, facts, a barcode, a table over pages.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	struct sheet *s = sheet_new("Packing slip");
 *	sheet_fact(s, "Order", "SO-4711");
 *	if (!sheet_barcode(s, SHEET_CODE128, "4711", &err)) ...
 *	sheet_column(s, "Item", 30, false);
 *	sheet_column(s, "Serial", 0, false);
 *	const char *cells[] = { "DRILL", "K77" };
 *	sheet_row(s, cells, 2);
 *	if (!sheet_pdf(s, &out, &err)) ...
 *	sheet_free(s);
 *
 * A4 upright, vector PDF.  The head (title, facts, barcode) stands on the
 * first page; the columns' titles, "page 2 of 9", the title and the footer on
 * every one.  Texts are UTF-8.  A cell that is longer than its column goes on
 * in the next line, never cut; a row is never split between pages unless it
 * is higher than one.  The same sheet gives the same bytes.
 */
#ifndef LABEL_SHEET_H
#define LABEL_SHEET_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"
#include "base/str.h"

#define SHEET_COLUMNS_MAX 12

enum sheet_code {
	SHEET_CODE128,		/* printable ASCII: an order's number */
	SHEET_SSCC		/* 18 digits, as GS1-128 (00) */
};

struct sheet;

struct sheet *sheet_new(const char *title);
void sheet_free(struct sheet *);

/* A line "key  value" under the title, in the order of the calls. */
void sheet_fact(struct sheet *, const char *key, const char *value);
/* A paragraph between the facts and the table. */
void sheet_note(struct sheet *, const char *text);
/* At the bottom of every page, left of its number. */
void sheet_footer(struct sheet *, const char *text);
/* One barcode at the top right with its text beneath; a second call replaces
 * it.  ERR_INPUT code.syntax or code.check-digit when it cannot be one, or is
 * wider than half the page. */
bool sheet_barcode(struct sheet *, enum sheet_code, const char *data,
    struct err *) MUST_CHECK;

/* Columns of the table before its first row.  width_mm 0: an even share of
 * what the others leave; number: aligned right. */
void sheet_column(struct sheet *, const char *title, double width_mm,
    bool number);
/* A row; missing cells are empty, NULL is empty.  Texts are copied. */
void sheet_row(struct sheet *, const char *const cells[], size_t n);

/* The document, appended to out.  ERR_INPUT label.glyph when a character has
 * no glyph in the fonts here (detail says which text); out is then as before. */
bool sheet_pdf(const struct sheet *, struct str *out, struct err *) MUST_CHECK;
#endif
