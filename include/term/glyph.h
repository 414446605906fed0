/*
 * glyph.h - large letters, readable from the other end of the aisle.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Letters A-Z (small ones are drawn as capitals), digits and - . / : + # ? !
 * and the blank, five rows high and drawn with blanks in reverse video, which
 * every terminal can show.  Three rows high they are drawn with half blocks
 * in UTF-8.  Without it only words of A, C-F, H-P, R-Z, '-' and blanks are:
 * anything else, and so every code with a digit, is bold text there, because a
 * place that is misread is worse than one that is small.  A character that
 * has no glyph is drawn as a hollow box.
 */
#ifndef TERM_GLYPH_H
#define TERM_GLYPH_H
#include "term/paint.h"

/* Columns text takes at the height given (5, 3 or 1). */
int glyph_width(const char *text, int height, bool utf8);
/* The largest height (5, 3, 1) at which text fits into rows x columns; 1 also
 * when it fits at none. */
int glyph_fit(const char *text, int rows, int columns, bool utf8);
/* Draw text at the height given; 1 is bold text.  Returns columns used.  The
 * strokes are style turned over, so that they stand out in a band too. */
int glyph_draw(const struct paint *p, int row, int column, unsigned style,
    int height, const char *text);
/* Draw it as large as fits into all of p, at its upper left; returns the
 * height. */
int glyph_draw_fit(const struct paint *p, unsigned style, const char *text);
#endif
