/*
 * label.h - templates of labels, and labels made from them.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A template (labels/NAME.label, dockledger-label(5)) says how large a label
 * is, which fields it takes and what stands where.  A template that can be
 * had here is checked: every symbol has whole modules of two dots or more and
 * its quiet zone to itself, and every text fits and has its glyphs, for the
 * longest legal value of each field, on all resolutions the template is for.
 *
 * Values are UTF-8 texts by field name.  From values and a printer's profile
 * comes one picture of black and white dots, the printer's own, and from that
 * picture every format: what is previewed is what is printed.  The same
 * template, values and profile give the same bytes.
 *
 * Ownership: struct labels owns its templates; what label_info lends lives as
 * long as the template.  Values are borrowed for the call.
 *
 * Errors: a value that cannot be printed is ERR_INPUT with one of the codes
 *	label.field		the template has no such field
 *	label.missing		a required field has no value
 *	label.too-long		longer than the field takes
 *	label.fit		a text does not fit into its place
 *	label.glyph		the fonts here have no such character
 *	code.syntax		the symbol or GS1 cannot hold it; not of the field's type
 *	code.check-digit	a wrong check digit
 * and a printer that cannot print the template is ERR_INPUT label.printer.
 * detail names file, line and element where one is meant.
 *
 * Threads: fonts and drawn parts are kept, so room label is for one thread.
 */
#ifndef LABEL_LABEL_H
#define LABEL_LABEL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"
#include "base/str.h"

#define LABEL_NAME_SIZE 32
#define LABEL_VERSION_SIZE 65	/* 64 hexadecimal digits and NUL */
#define LABEL_FIELDS_MAX 24
#define LABEL_COPIES_MAX 1000

struct labels;		/* all templates */
struct label;		/* one template */

struct label_field {
	char name[LABEL_NAME_SIZE];
	char type[16];		/* text ascii gs1 digits gtin sscc date arrow check */
	char help[160];
	char example[128];
	char longest[256];	/* the longest legal value */
	size_t max;		/* its characters */
	bool required;
	bool derived;		/* made from another field; not to be given */
};

struct label_info {
	char name[LABEL_NAME_SIZE];
	char title[80];
	char help[400];
	double width_mm, height_mm;
	bool native;		/* ZPL draws its symbols by the printer's commands */
	size_t n_fields;
	struct label_field fields[LABEL_FIELDS_MAX];
	char source[256];	/* path, or "built in" */
	char version[LABEL_VERSION_SIZE];	/* BLAKE2b-256 of the text */
	const char *text;	/* the whole file; a job keeps it to print the same again */
};

/* --- Templates ------------------------------------------------------------- */

/*
 * Built-in templates, and those of a site's folder (NULL: none): a file
 * NAME.label there takes the place of the built-in NAME or adds one.  Each
 * broken file goes to complain ("FILE:LINE: ..." with the element) and is left
 * out; the built-in one is then used.
 */
bool labels_load(struct labels **out, const char *folder,
    void (*complain)(void *ctx, const struct err *), void *ctx, struct err *)
    MUST_CHECK;
void labels_free(struct labels *);
size_t labels_count(const struct labels *);
/* By name in order; NULL beyond the last. */
const struct label *labels_at(const struct labels *, size_t i);
const struct label *labels_find(const struct labels *, const char *name);

/* Give back what was kept of fonts; before a program ends that looks for
 * memory it lost, and after all labels were freed. */
void label_end(void);

/* One template from its text, checked; file is its name in complaints, and
 * its stem the template's name.  label_free takes NULL. */
bool label_parse(const char *file, const char *text, struct label **out,
    struct err *) MUST_CHECK;
void label_free(struct label *);
const struct label_info *label_info(const struct label *);

/* --- Values ------------------------------------------------------------------ */

struct label_value {
	const char *name;	/* of a field */
	const char *value;	/* "": as if not given */
};

/* What one label says.  The same field twice: the last one counts. */
struct label_values {
	const struct label_value *at;
	size_t n;
	int copies;		/* 1..LABEL_COPIES_MAX; 0 is 1 */
};

/* Could this be printed?  All that can be said without a printer. */
bool label_check(const struct label *, const struct label_values *, struct err *)
    MUST_CHECK;
/* The same before the template is filled from elsewhere: NULL, or the field. */
const struct label_field *label_field(const struct label *, const char *name);

/* --- Printers ----------------------------------------------------------------- */

enum label_format { LABEL_PDF, LABEL_PNG, LABEL_ZPL, LABEL_FORMATS };
const char *label_format_name(enum label_format);	/* "pdf" */
const char *label_format_mime(enum label_format);	/* "application/pdf" */
int label_format_find(const char *name);		/* -1: none */

struct label_profile {
	double dots_per_mm;	/* 8 for a head of 203.2 dpi */
	int width_dots;		/* of the head; 0: any */
};

/* "203", "203.2", "300", "600" into dots_per_mm; false for another text. */
bool label_profile_dpi(const char *dpi, struct label_profile *);

/* A symbol as this printer makes it, for the longest legal values. */
struct label_symbol {
	char element[LABEL_NAME_SIZE];
	char kind[24];		/* "gs1_datamatrix" */
	int module_dots;
	double module_mm;	/* the true X dimension */
	double x_mm, y_mm;	/* its room on the label: the top left corner */
	double width_mm, height_mm;	/* with its quiet zone and its text */
};
/* Symbols in the template's order, at most max; *n says how many there are. */
bool label_symbols(const struct label *, const struct label_profile *,
    struct label_symbol out[], size_t max, size_t *n, struct err *) MUST_CHECK;

/* --- Labels ------------------------------------------------------------------- */

/*
 * n labels as one document, appended to out.  Copies are pages of a PDF and
 * ^PQ of ZPL; a PNG holds one label.  Nothing is appended when any of the
 * values cannot be printed; err then says which set (detail "label 3 of 10").
 */
bool label_render(const struct label *, const struct label_profile *,
    enum label_format, const struct label_values sets[], size_t n,
    struct str *out, struct err *) MUST_CHECK;

/* Rows from the top, each of stride bytes, most significant bit left, 1 is
 * black; bits right of width are 0. */
struct label_bitmap {
	int width, height;
	size_t stride;
	uint8_t *bits;
};
/* One label as dots.  label_bitmap_done releases what a true call filled. */
bool label_draw(const struct label *, const struct label_profile *,
    const struct label_values *, struct label_bitmap *out, struct err *)
    MUST_CHECK;
void label_bitmap_done(struct label_bitmap *);

/* How dots are shown on a terminal: 2x4 a cell, 1x2 a cell, 1x2 in ASCII. */
enum label_dots { LABEL_BRAILLE, LABEL_BLOCKS, LABEL_ASCII };
/* The label as lines of text, each with its newline, at most columns wide and
 * rows high, in its own proportions (a cell is twice as high as wide). */
bool label_preview(const struct label *, const struct label_values *,
    int columns, int rows, enum label_dots, struct str *out, struct err *)
    MUST_CHECK;
#endif
