/*
 * band.c - the answer to a scan, across the screen.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include "term/band.h"
#include "term/glyph.h"
#include "term/text.h"

static const struct { unsigned style; char frame; } kinds[BAND_KINDS] = {
	[BAND_OK] = { STYLE_OK, '#' },
	[BAND_DONE] = { STYLE_OK, '#' },
	[BAND_ASK] = { STYLE_ASK, '?' },
	[BAND_WARN] = { STYLE_WARN, '-' },
	[BAND_STOP] = { STYLE_STOP, '!' },
};

unsigned band_style(enum band_kind kind)
{
	assert(kind < BAND_KINDS);
	return kinds[kind].style;
}

char band_frame(enum band_kind kind)
{
	assert(kind < BAND_KINDS);
	return kinds[kind].frame;
}

void band_line(const struct paint *p, int row, enum band_kind kind,
    const char *word, const char *text)
{
	unsigned style = band_style(kind);
	int at = 2;

	paint_fill(p, row, 0, 1, p->columns, style, ' ');
	paint_put(p, row, 0, style, (unsigned char)band_frame(kind));
	at += paint_text(p, row, at, style, word);
	paint_text(p, row, at + 2, style, text);
}

/* Once around; wide bands have sides of two characters, as a row is twice as
 * high as a column is wide. */
static struct paint frame(const struct paint *p, enum band_kind kind)
{
	uint32_t ch = (unsigned char)band_frame(kind);
	int side = p->columns >= 60 ? 2 : 1;
	struct paint inner = paint_part(p, 1, side, p->rows - 2,
	    p->columns - 2 * side);

	paint_fill(p, 0, 0, p->rows, p->columns, band_style(kind), ch);
	paint_fill(&inner, 0, 0, inner.rows, inner.columns, band_style(kind),
	    ' ');
	return paint_part(&inner, 0, 1, inner.rows, inner.columns - 2);
}

/* The word at the left as large as leaves half of the room for the rest;
 * returns the columns it takes, 0 when it is no larger than text. */
static int large_word(const struct paint *p, const struct band *band)
{
	int height = glyph_fit(band->word, p->rows, p->columns / 2,
	    paint_utf8(p));
	int row = (p->rows - height) / 2;

	if (height == 1)
		return 0;
	return glyph_draw(p, row, 0, band_style(band->kind), height,
	    band->word) + 3;
}

static void facts(const struct paint *p, const struct band *band, int row)
{
	unsigned style = band_style(band->kind);
	int reserved = band->corner != NULL ? 1 : 0;

	for (size_t i = 0; i < sizeof band->lines / sizeof band->lines[0] &&
	    band->lines[i] != NULL; i++)
		row += paint_wrap(p, row, 0, p->rows - reserved - row,
		    p->columns, style, band->lines[i]);
	if (reserved)
		paint_field(p, p->rows - 1, 0, p->columns, style, PAINT_RIGHT,
		    band->corner);
}

void band_draw(const struct paint *p, const struct band *band)
{
	unsigned style = band_style(band->kind) | STYLE_BOLD;
	struct paint inner, text;
	int left, row = 0;

	if (p->rows < 3) {
		for (int r = 0; r < p->rows; r++)
			band_line(p, r, band->kind, r == 0 ? band->word : "",
			    r == 0 ? band->title : band->lines[0] != NULL ?
			    band->lines[0] : "");
		return;
	}
	inner = frame(p, band->kind);
	left = large_word(&inner, band);
	text = paint_part(&inner, 0, left, inner.rows, inner.columns - left);
	if (left == 0 && text.rows == 1) {
		row = paint_text(&text, 0, 0, style, band->word) + 2;
		paint_text(&text, 0, row, style, band->title);
		return;
	}
	if (left == 0)
		row += paint_wrap(&text, row, 0, 1, text.columns, style,
		    band->word);
	row += paint_wrap(&text, row, 0, text.rows - row, text.columns, style,
	    band->title);
	facts(&text, band, row);
}
