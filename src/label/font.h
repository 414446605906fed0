/*
 * font.h - texts as dots.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One family, sans or mono, plain or bold, at whole dots a size; characters
 * that it lacks come from other fonts of the host.  Every character starts at
 * a whole dot, so that a text of ASCII can be put together from characters
 * that were drawn once, and is the same dot for dot.
 */
#ifndef LABEL_FONT_H
#define LABEL_FONT_H
#include <stddef.h>
#include "label/label.h"

#define FONT_NOT_UTF8 ((size_t)-1)

struct font_style {
	int px;			/* the em, in dots */
	bool bold, mono;
	int wrap;		/* lines are at most this wide; 0: one line each */
	int align;		/* of lines to each other: enum align */
};
struct font_extent {
	int width, height;	/* dots */
	int missing;		/* characters without a glyph */
};

/* Characters of a text, or FONT_NOT_UTF8 when it is none or one is a control
 * character other than a newline. */
size_t font_characters(const char *text);
void font_measure(const struct font_style *, const char *text,
    struct font_extent *out);
/* Draw a text that was measured at x, y (its top left corner). */
void font_draw(const struct font_style *, const char *text,
    struct label_bitmap *to, int x, int y);
/* The same without characters drawn before: for tests. */
void font_draw_plainly(const struct font_style *, const char *text,
    struct label_bitmap *to, int x, int y);
/* A picture file in PNG, dark dots black, scaled to w x h.  The words of what
 * is wrong, or NULL. */
const char *font_picture(const char *path, int w, int h,
    struct label_bitmap *out);
#endif
