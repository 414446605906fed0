/*
 * label_private.h - a template in memory, and how a label is made of it.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	template.c element.c fields.c fill.c	a file into a struct label
 *	plan.c check.c		a template at one resolution: rooms in dots, checks
 *	draw.c			values into a picture of dots
 *	symbol.c gs1_data.c	data into modules (zint is included there alone)
 *	font.c			texts into dots (pango, cairo)
 *	bits.c			the picture
 *	pdf.c png.c zpl.c native.c squeeze.c	the picture as a document
 *	render.c preview.c labels.c	the doors of label.h
 */
#ifndef LABEL_LABEL_PRIVATE_H
#define LABEL_LABEL_PRIVATE_H
#include "base/conf.h"
#include "base/vec.h"
#include "label/bits.h"
#include "label/label.h"
#include "scan/parse.h"

#define MODULE_DOTS_MIN 2	/* one dot a module was never read again */
#define AIS_MAX 8
#define DPIS_MAX 8
#define FILLED_MAX 512		/* bytes of a text or of a symbol's data */
#define MM_PER_INCH 25.4

enum element_kind { EL_TEXT, EL_CODE128, EL_GS1_128, EL_DATAMATRIX,
    EL_GS1_DATAMATRIX, EL_QR, EL_GS1_QR, EL_LINE, EL_BOX, EL_IMAGE, EL_KINDS };
enum fit { FIT_ERROR, FIT_SHRINK, FIT_WRAP };
enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };
enum valign { VALIGN_TOP, VALIGN_MIDDLE, VALIGN_BOTTOM };

enum field_type { FIELD_TEXT, FIELD_ASCII, FIELD_GS1, FIELD_DIGITS, FIELD_GTIN,
    FIELD_SSCC, FIELD_DATE, FIELD_ARROW, FIELD_CHECK, FIELD_TYPES };

/* A text with {fields} in it. */
struct fill_part {
	char *literal;		/* NULL: a field */
	size_t field;
	bool yymmdd;		/* {date:yymmdd} */
};
struct fill { VEC(struct fill_part) parts; };

struct element_ai { char ai[5]; struct fill value; };

struct element {
	enum element_kind kind;
	char name[LABEL_NAME_SIZE];
	int line;			/* of the file */
	double x, y;			/* mm from the top left corner */
	double width, height;		/* of its room; 0: as it comes */
	double to_x, to_y;		/* line */
	double stroke;			/* line, box */
	double module;			/* symbols */
	double size, min_size;		/* text: the em, mm */
	int turn;			/* degrees clockwise: 0 90 180 270 */
	enum fit fit;
	enum align align;
	enum valign valign;
	bool bold, mono, hri, utf8;
	int when, unless;		/* a field that must (not) have a value; -1 */
	int level;			/* QR error correction 1..4 */
	struct fill data;		/* text, code128, datamatrix, qr */
	size_t n_ais;
	struct element_ai ais[AIS_MAX];
	struct label_bitmap image;
};

struct field_rule {
	enum field_type type;
	int of;				/* check: of this field */
	int system;			/* enum check_kind */
};

struct plan;

struct label {
	struct label_info info;
	char *text;
	char folder[256];		/* of the file; "" when there is none */
	int line;			/* where a fault of the whole is told */
	struct field_rule rules[LABEL_FIELDS_MAX];
	VEC(struct element) elements;
	size_t n_dpis;
	double dpis[DPIS_MAX];
	struct plan *plans;		/* made when first asked for */
};

/* Values of all fields, in the order of the template; "" is none. */
struct filled {
	const char *value[LABEL_FIELDS_MAX];
	char own[LABEL_FIELDS_MAX][20];	/* made here: GTIN-14, checks, arrows */
};

bool element_is_symbol(enum element_kind);
bool element_is_linear(enum element_kind);
bool element_is_gs1(enum element_kind);
const char *element_kind_name(enum element_kind);
/* Does the element stand on a label with these values? */
bool element_stands(const struct element *, const struct filled *);
/* ERR_INPUT "FILE:LINE: element "NAME": ..." with a code. */
bool element_fault(const struct label *, const struct element *, struct err *,
    const char *code, const char *fmt, ...) PRINTF_LIKE(5, 6);

/* --- template.c, element.c: reading ----------------------------------------- */

struct reader { const struct conf *conf; struct label *label; struct err *err; };
bool read_word(struct reader *, const struct conf_node *group, const char *name,
    char *out, size_t size);
/* A number of millimetres from min to max; absent: as it was. */
bool read_mm(struct reader *, const struct conf_node *group, const char *name,
    double min, double max, double *out);
/* Which of the words; absent: as it was. */
bool read_choice(struct reader *, const struct conf_node *group,
    const char *name, const char *const words[], int *out);
/* label_parse; checked: the tests have seen it on all its resolutions, so that
 * it is enough to check it on the one it is used with. */
bool template_read(const char *file, const char *text, bool checked,
    struct label **out, struct err *) MUST_CHECK;
bool element_read(struct reader *, const struct conf_node *, struct element *);
void element_done(struct element *);

/* --- fields.c, fill.c ----------------------------------------------------------- */

bool fields_read(struct reader *, const struct conf_node *root);
int field_index(const struct label *, const char *name, size_t n);
bool fields_take(const struct label *, const struct label_values *,
    struct filled *, struct err *) MUST_CHECK;
/* Values for checks: example, longest as given, the longest that a symbol may
 * meet (less: one character shorter where lengths vary). */
enum sample { SAMPLE_EXAMPLE, SAMPLE_LONGEST, SAMPLE_WIDE, SAMPLE_WIDE_LESS };
void fields_sample(const struct label *, enum sample, char room[][256],
    struct filled *);

bool fill_parse(const struct label *, const char *text, struct fill *,
    struct err *) MUST_CHECK;
void fill_done(struct fill *);
bool fill_is_fixed(const struct fill *);
/* Into out; false when it is longer than out. */
bool fill_make(const struct fill *, const struct filled *, char *out, size_t size);

/* --- symbol.c, gs1_data.c -------------------------------------------------------- */

/* Modules of a symbol, as zint has them: least bit left. */
struct matrix { int width, rows; uint8_t at[200][144]; };

/* What a symbol says, in the form that its encoder takes. */
struct symbol_data {
	char text[FILLED_MAX];		/* plain, or [AI]value... */
	char shown[FILLED_MAX];		/* under the bars: (AI)value... */
	char raw[FILLED_MAX];		/* AIs and values with GS between */
};
/* Put together and checked by our own rules; the label (or NULL) is where
 * other symbols stand that complete this one. */
bool symbol_compose(const struct label *, const struct element *,
    const struct filled *, struct symbol_data *, struct err *) MUST_CHECK;
bool gs1_data(const struct label *, const struct element *,
    const struct filled *, struct symbol_data *, struct err *) MUST_CHECK;
bool symbol_encode(const struct element *, const struct symbol_data *,
    struct matrix *, struct err *) MUST_CHECK;
int symbol_quiet(enum element_kind);	/* modules on each side */

/* --- plan.c, check.c ---------------------------------------------------------------- */

struct rect { int x, y, w, h; };

struct placed {
	struct rect room;		/* on the label, turned */
	int w, h;			/* of the room before it is turned */
	int module, bar, hri, px, min_px, stroke;	/* dots */
	struct label_symbol told;
	/* the text that was drawn last, for labels that share it */
	char *last;
	struct label_bitmap last_bits;
	int last_x, last_y;		/* of it in the room */
};

struct plan {
	struct plan *next;
	double dots_per_mm;
	int width, height;
	struct placed *at;		/* an element each */
	struct label_bitmap ground;	/* what is the same on every label */
	bool grounded;
};

int plan_dots(const struct plan *, double mm);
/* The template at this resolution, checked; lent. */
bool plan_get(const struct label *, double dots_per_mm, struct plan **,
    struct err *) MUST_CHECK;
void plans_free(struct label *);
/* Nothing over the edge, nothing in a symbol's room. */
bool check_rooms(const struct label *, const struct plan *, struct err *)
    MUST_CHECK;

/* --- fit.c: a text in its room -------------------------------------------------------- */

struct fit_text { int px, width, height; };
/* The size at which it fits, by its fit rule. */
bool fit_text(const struct label *, const struct element *, const struct placed *,
    const char *text, struct fit_text *, struct err *) MUST_CHECK;
/* The same for the text under bars, w dots wide. */
bool fit_hri(const struct label *, const struct element *,
    const struct placed *, const char *text, int w, int *px, struct err *)
    MUST_CHECK;

/* --- draw.c ----------------------------------------------------------------------------- */

/* Draw what stands on a label with these values over what is there.  native
 * (or NULL) gets the symbols that the printer draws itself. */
bool draw_label(const struct label *, struct plan *, const struct filled *,
    struct label_bitmap *, struct str *native, struct err *) MUST_CHECK;

/* --- native.c --------------------------------------------------------------------------- */

/* The commands for a symbol whose modules begin at x, y, appended; false, and
 * nothing appended, when it is not one that printers draw alike. */
bool native_symbol(const struct element *, const struct placed *,
    const struct symbol_data *, const struct matrix *, int x, int y,
    struct str *out);

/* --- pdf.c, png.c, zpl.c: documents ------------------------------------------------------ */

struct pdf {
	struct str *out;
	size_t begun;			/* where it begins in out */
	VEC(size_t) objects;		/* where they are, by number from 1 */
	VEC(size_t) pages;		/* numbers */
	struct str squeezed;
};
void pdf_begin(struct pdf *, struct str *out);
void pdf_page(struct pdf *, const struct label_bitmap *, double dots_per_mm,
    int copies);
void pdf_end(struct pdf *);
void png_write(const struct label_bitmap *, double dots_per_mm, struct str *out);
void zpl_write(const struct label_bitmap *, const char *native, int copies,
    struct str *out);
/* n bytes in rows of stride as a zlib stream, appended. */
void squeeze(const uint8_t *bytes, size_t n, size_t stride, struct str *out);

extern const char *const builtin_labels[];	/* name, text, ..., NULL */
#endif
