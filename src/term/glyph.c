/*
 * glyph.c - large letters, readable from the other end of the aisle.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A character is rows of strokes.  Glyphs have different widths, with one
 * column between them.  In UTF-8 the three-row size is the five-row face drawn
 * with half blocks, which keeps its shapes.  Terminals that have only blanks
 * get a coarse face for words; what it cannot say clearly is bold text.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "term/glyph.h"
#include "term/text.h"

struct glyph {
	char ch;
	const char *rows[5];	/* '#' is a stroke; all of one width */
};

static const struct glyph five[] = {
	{ '0', { " ## ", "#  #", "#  #", "#  #", " ## " } },
	{ '1', { " # ", "## ", " # ", " # ", "###" } },
	{ '2', { "### ", "   #", " ## ", "#   ", "####" } },
	{ '3', { "### ", "   #", " ## ", "   #", "### " } },
	{ '4', { "#  #", "#  #", "####", "   #", "   #" } },
	{ '5', { "####", "#   ", "### ", "   #", "### " } },
	{ '6', { " ## ", "#   ", "### ", "#  #", " ## " } },
	{ '7', { "####", "   #", "  # ", " #  ", " #  " } },
	{ '8', { " ## ", "#  #", " ## ", "#  #", " ## " } },
	{ '9', { " ## ", "#  #", " ###", "   #", " ## " } },
	{ 'A', { " ## ", "#  #", "####", "#  #", "#  #" } },
	{ 'B', { "### ", "#  #", "### ", "#  #", "### " } },
	{ 'C', { " ###", "#   ", "#   ", "#   ", " ###" } },
	{ 'D', { "### ", "#  #", "#  #", "#  #", "### " } },
	{ 'E', { "####", "#   ", "### ", "#   ", "####" } },
	{ 'F', { "####", "#   ", "### ", "#   ", "#   " } },
	{ 'G', { " ###", "#   ", "# ##", "#  #", " ###" } },
	{ 'H', { "#  #", "#  #", "####", "#  #", "#  #" } },
	{ 'I', { "###", " # ", " # ", " # ", "###" } },
	{ 'J', { "  ##", "   #", "   #", "#  #", " ## " } },
	{ 'K', { "#  #", "# # ", "##  ", "# # ", "#  #" } },
	{ 'L', { "#   ", "#   ", "#   ", "#   ", "####" } },
	{ 'M', { "#   #", "## ##", "# # #", "#   #", "#   #" } },
	{ 'N', { "#   #", "##  #", "# # #", "#  ##", "#   #" } },
	{ 'O', { "####", "#  #", "#  #", "#  #", "####" } },
	{ 'P', { "### ", "#  #", "### ", "#   ", "#   " } },
	{ 'Q', { " ##  ", "#  # ", "#  # ", "# ## ", " ## #" } },
	{ 'R', { "### ", "#  #", "### ", "# # ", "#  #" } },
	{ 'S', { " ###", "#   ", " ## ", "   #", "### " } },
	{ 'T', { "#####", "  #  ", "  #  ", "  #  ", "  #  " } },
	{ 'U', { "#  #", "#  #", "#  #", "#  #", "####" } },
	{ 'V', { "#   #", "#   #", " # # ", " # # ", "  #  " } },
	{ 'W', { "#   #", "#   #", "# # #", "## ##", "#   #" } },
	{ 'X', { "#   #", " # # ", "  #  ", " # # ", "#   #" } },
	{ 'Y', { "#   #", " # # ", "  #  ", "  #  ", "  #  " } },
	{ 'Z', { "####", "  # ", " #  ", "#   ", "####" } },
	{ '-', { "   ", "   ", "###", "   ", "   " } },
	{ '.', { " ", " ", " ", " ", "#" } },
	{ '/', { "    #", "   # ", "  #  ", " #   ", "#    " } },
	{ ':', { " ", "#", " ", "#", " " } },
	{ '+', { "   ", " # ", "###", " # ", "   " } },
	{ '#', { " # # ", "#####", " # # ", "#####", " # # " } },
	{ '?', { "### ", "   #", " ## ", "    ", " #  " } },
	{ '!', { "#", "#", "#", " ", "#" } },
	{ ' ', { "  ", "  ", "  ", "  ", "  " } },
	{ '\0', { "####", "#  #", "#  #", "#  #", "####" } },
};

/* Words only: no digits and no B, G or Q, which in three rows of blanks would
 * be taken for one another or for something else. */
static const struct glyph three[] = {
	{ 'A', { " # ", "###", "# #" } },
	{ 'C', { "###", "#  ", "###" } },
	{ 'D', { "## ", "# #", "## " } },
	{ 'E', { "###", "## ", "###" } },
	{ 'F', { "###", "## ", "#  " } },
	{ 'H', { "# #", "###", "# #" } },
	{ 'I', { "###", " # ", "###" } },
	{ 'J', { "  #", "# #", " ##" } },
	{ 'K', { "# #", "## ", "# #" } },
	{ 'L', { "#  ", "#  ", "###" } },
	{ 'M', { "## ##", "# # #", "#   #" } },
	{ 'N', { "##  #", "# # #", "#  ##" } },
	{ 'O', { "####", "#  #", "####" } },
	{ 'P', { "###", "###", "#  " } },
	{ 'R', { "###", "## ", "# #" } },
	{ 'S', { " ##", " # ", "## " } },
	{ 'T', { "###", " # ", " # " } },
	{ 'U', { "# #", "# #", "###" } },
	{ 'V', { "#   #", " # # ", "  #  " } },
	{ 'W', { "#   #", "# # #", "## ##" } },
	{ 'X', { "# #", " # ", "# #" } },
	{ 'Y', { "# #", " # ", " # " } },
	{ 'Z', { "## ", " # ", " ##" } },
	{ '-', { "   ", "###", "   " } },
	{ ' ', { "  ", "  ", "  " } },
	{ '\0', { "####", "#  #", "####" } },
};

#define COUNT(a) (sizeof (a) / sizeof (a)[0])

/* --- Finding --------------------------------------------------------------- */

static bool is_coarse(int height, bool utf8)
{
	return height == 3 && !utf8;
}

/* The glyph of ch; the last of its face is for what has none. */
static const struct glyph *glyph_of(uint32_t ch, int height, bool utf8)
{
	const struct glyph *face = is_coarse(height, utf8) ? three : five;
	size_t n = is_coarse(height, utf8) ? COUNT(three) : COUNT(five);

	if (ch >= 'a' && ch <= 'z')
		ch -= 'a' - 'A';
	for (size_t i = 0; i < n - 1; i++)
		if ((unsigned char)face[i].ch == ch)
			return &face[i];
	return &face[n - 1];
}

/* The height text is drawn at: 1 when the coarse face lacks a letter of it. */
static int real_height(const char *text, int height, bool utf8)
{
	size_t n = strlen(text), at = 0;

	assert(height == 5 || height == 3 || height == 1);
	while (is_coarse(height, utf8) && at < n) {
		uint32_t ch;

		at += text_step(text + at, n - at, &ch);
		if (glyph_of(ch, height, utf8)->ch == '\0')
			return 1;
	}
	return height;
}

int glyph_width(const char *text, int height, bool utf8)
{
	size_t n = strlen(text), at = 0;
	int width = 0;

	height = real_height(text, height, utf8);
	if (height == 1)
		return text_width(text, utf8);
	while (at < n) {
		uint32_t ch;

		at += text_step(text + at, n - at, &ch);
		if (text_cells(ch, utf8) == 0)
			continue;
		if (width > 0)
			width++;
		width += (int)strlen(glyph_of(ch, height, utf8)->rows[0]);
	}
	return width;
}

int glyph_fit(const char *text, int rows, int columns, bool utf8)
{
	for (int height = 5; height > 1; height -= 2)
		if (height <= rows &&
		    real_height(text, height, utf8) == height &&
		    glyph_width(text, height, utf8) <= columns)
			return height;
	return 1;
}

/* --- Drawing --------------------------------------------------------------- */

static bool is_stroke(const struct glyph *glyph, int row, int column)
{
	return row < 5 && glyph->rows[row][column] == '#';
}

/* Each stroke is a blank of the style turned over. */
static void draw_blanks(const struct paint *p, int row, int column,
    unsigned style, int height, const struct glyph *glyph)
{
	for (int r = 0; r < height; r++)
		for (int c = 0; glyph->rows[r][c] != '\0'; c++)
			if (is_stroke(glyph, r, c))
				paint_put(p, row + r, column + c,
				    style ^ STYLE_REVERSE, ' ');
}

/* Two strokes a cell: upper half, lower half, both. */
static void draw_halves(const struct paint *p, int row, int column,
    unsigned style, const struct glyph *glyph)
{
	for (int r = 0; r < 3; r++)
		for (int c = 0; glyph->rows[0][c] != '\0'; c++) {
			bool upper = is_stroke(glyph, 2 * r, c);
			bool lower = is_stroke(glyph, 2 * r + 1, c);

			if (upper || lower)
				paint_put(p, row + r, column + c, style,
				    upper && lower ? 0x2588 :
				    upper ? 0x2580 : 0x2584);
		}
}

int glyph_draw(const struct paint *p, int row, int column, unsigned style,
    int height, const char *text)
{
	bool utf8 = paint_utf8(p);
	size_t n = strlen(text), at = 0;
	int start = column;

	height = real_height(text, height, utf8);
	if (height == 1)
		return paint_text(p, row, column, style | STYLE_BOLD, text);
	while (at < n) {
		const struct glyph *glyph;
		uint32_t ch;

		at += text_step(text + at, n - at, &ch);
		if (text_cells(ch, utf8) == 0)
			continue;
		glyph = glyph_of(ch, height, utf8);
		if (height == 3 && utf8)
			draw_halves(p, row, column, style, glyph);
		else
			draw_blanks(p, row, column, style, height, glyph);
		column += (int)strlen(glyph->rows[0]) + 1;
	}
	return column > start ? column - 1 - start : 0;
}

int glyph_draw_fit(const struct paint *p, unsigned style, const char *text)
{
	int height = glyph_fit(text, p->rows, p->columns, paint_utf8(p));

	glyph_draw(p, 0, 0, style, height, text);
	return height;
}
