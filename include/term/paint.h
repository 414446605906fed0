/*
 * paint.h - drawing into a grid of cells.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A canvas is what the terminal shall show: rows x columns of cells, in our
 * own memory.  A paint is a window onto it with its own origin; whatever is
 * drawn through it outside its rows and columns is clipped, so a widget never
 * asks how large the screen is and cannot spoil its neighbour.  Rows and
 * columns count from 0 at the upper left.  A paint is a value: copy it, nest
 * it (paint_part), let it go.
 *
 * Text that does not fit ends in a mark ("…", or ">" without UTF-8), so that
 * nobody takes a cut serial for a whole one.
 *
 * Nothing here touches the terminal: term.h carries a canvas to it, and tests
 * look at the cells.
 */
#ifndef TERM_PAINT_H
#define TERM_PAINT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"	/* PRINTF_LIKE */

/*
 * A style is one colour and any number of the bits.  Where there is no colour
 * OK, STOP and ASK are reverse video and WARN is bold: a caller says what it
 * means with words and shape first (band.h).
 */
enum {
	STYLE_NORMAL = 0,
	STYLE_OK = 1,		/* bold white on blue */
	STYLE_STOP = 2,		/* bold white on red */
	STYLE_WARN = 3,		/* bright yellow on black */
	STYLE_ASK = 4,		/* bold white on magenta */
	STYLE_COLOURS = 5,
	STYLE_COLOUR = 0x0F,	/* mask of the above */
	STYLE_BOLD = 0x10,
	STYLE_REVERSE = 0x20,	/* turns over what the colour gives */
	STYLE_DIM = 0x40,
	STYLE_UNDERLINE = 0x80
};

/* Pieces of lines: cells that are no characters, drawn as the terminal can. */
enum {
	LINE_FIRST = 0x110000,	/* above all of Unicode */
	LINE_ACROSS = LINE_FIRST,
	LINE_DOWN,
	LINE_UPPER_LEFT, LINE_UPPER_RIGHT, LINE_LOWER_LEFT, LINE_LOWER_RIGHT,
	LINE_TEE_RIGHT, LINE_TEE_LEFT,	/* |- and -| */
	LINE_LAST = LINE_TEE_LEFT
};

struct cell {
	uint32_t ch;		/* code point or LINE_; 0: right half of a wide one */
	uint32_t mark;		/* one combining mark on it, or 0 */
	uint16_t style;
	uint16_t cells;		/* 1, or 2 for a wide character; 0: right half */
};

struct canvas {
	int rows, columns;
	bool utf8;		/* shown by a terminal in a UTF-8 locale */
	struct cell *cells;	/* rows x columns, row by row */
	int cursor_row, cursor_column;	/* -1: the cursor is hidden */
};

void canvas_init(struct canvas *canvas, int rows, int columns, bool utf8);
void canvas_done(struct canvas *canvas);
/* Another size; the content is blank after it. */
void canvas_resize(struct canvas *canvas, int rows, int columns);
/* All blanks, the cursor hidden. */
void canvas_clear(struct canvas *canvas);
const struct cell *canvas_at(const struct canvas *canvas, int row, int column);
/* A row as UTF-8 (lines as | - +), no blanks at its end, into out of size
 * bytes; for tests and dumps. */
void canvas_row(const struct canvas *canvas, int row, char *out, size_t size);

struct paint {
	struct canvas *canvas;
	int row, column;	/* of its upper left cell on the canvas */
	int rows, columns;	/* its size; may be 0, never negative */
};

enum paint_align { PAINT_LEFT, PAINT_RIGHT, PAINT_CENTRE };

/* The whole canvas. */
struct paint paint_all(struct canvas *canvas);
/* A part of p, cut to what p has: outside of p it is empty (0 x 0). */
struct paint paint_part(const struct paint *p, int row, int column, int rows,
    int columns);
/* p without its outermost n rows and columns on each side. */
struct paint paint_inner(const struct paint *p, int n);

/* Text from a cell to the end of the row at most; returns the cells used. */
int paint_text(const struct paint *p, int row, int column, unsigned style,
    const char *text);
int paint_textf(const struct paint *p, int row, int column, unsigned style,
    const char *fmt, ...) PRINTF_LIKE(5, 6);
/* Text in exactly width cells: filled up with blanks, or cut with the mark. */
void paint_field(const struct paint *p, int row, int column, int width,
    unsigned style, enum paint_align align, const char *text);
/* Text wrapped into the part rows x width at row, column; what does not fit
 * is cut with the mark.  Returns the rows used. */
int paint_wrap(const struct paint *p, int row, int column, int rows, int width,
    unsigned style, const char *text);
/* One cell; ch is a code point or a LINE_. */
void paint_put(const struct paint *p, int row, int column, unsigned style,
    uint32_t ch);
/* A rectangle of one character. */
void paint_fill(const struct paint *p, int row, int column, int rows,
    int columns, unsigned style, uint32_t ch);
/* A frame of lines around all of p, with a title (NULL: none) in its top. */
void paint_box(const struct paint *p, unsigned style, const char *title);
/* A line across all columns of p. */
void paint_across(const struct paint *p, int row, unsigned style);
/* Show the cursor at a cell of p (hidden when it is outside). */
void paint_cursor(const struct paint *p, int row, int column);
/* Is this the UTF-8 kind of canvas? */
bool paint_utf8(const struct paint *p);
#endif
