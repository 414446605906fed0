/*
 * sheet_private.h - a sheet in memory, for the files that write one.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef LABEL_SHEET_PRIVATE_H
#define LABEL_SHEET_PRIVATE_H
#include "label/label_private.h"
#include "label/sheet.h"

struct sheet_pair { char *key, *value; };
struct sheet_column_of { char *title; double width; bool number; };

struct sheet {
	char *title, *footer;
	VEC(struct sheet_pair) facts;
	VEC(char *) notes;
	size_t n_columns;
	struct sheet_column_of columns[SHEET_COLUMNS_MAX];	/* widths in points */
	VEC(char *) cells;		/* n_columns a row */
	size_t n_rows;
	struct matrix *code;		/* NULL: no barcode */
	char *code_text;
	double module;			/* points */
};

#define SHEET_WIDTH 595.276		/* A4, points */
#define SHEET_HEIGHT 841.890
#define SHEET_MARGIN 42.520		/* 15 mm */
#define SHEET_BODY (SHEET_WIDTH - 2 * SHEET_MARGIN)
#define SHEET_QUIET 10			/* modules beside a barcode */

/* --- Printing one ------------------------------------------------------------- */

struct sheet_slice { size_t row; int first, n; double line; };
struct sheet_page { size_t from, n; };

struct sheet_press {
	const struct sheet *sheet;
	struct _cairo *cr;
	struct _PangoLayout *layout;
	VEC(struct sheet_slice) slices;
	VEC(struct sheet_page) pages;
	double widths[SHEET_COLUMNS_MAX];
	char *missing;			/* the first text that lacks a glyph */
};

/* --- sheet_text.c --------------------------------------------------------------- */

void sheet_layout(struct sheet_press *);
/* Text as UTF-8 without control characters but the newline; to be freed. */
char *sheet_clean(const char *text);
/* Lay out a text within width (0: one line); returns its height.  The first
 * that lacks a glyph is noted. */
double sheet_put(struct sheet_press *, const char *text, double size, bool bold,
    double width);
double sheet_laid_width(const struct sheet_press *);
/* Draw what was laid out. */
void sheet_show(struct sheet_press *, double x, double y);
#endif
