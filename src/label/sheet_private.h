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
#endif
