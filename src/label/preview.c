/*
 * preview.c - a label as characters of a terminal.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The picture that would be printed at the template's first resolution, made
 * smaller: a point is black where at least a third of its dots are.
 */
#include <assert.h>
#include "label/label_private.h"

#define BLACK_SHARE 3		/* one of so many */

/* Points across and down of one character. */
static const struct { int x, y; } cells[] = {
	[LABEL_BRAILLE] = { 2, 4 }, [LABEL_BLOCKS] = { 1, 2 },
	[LABEL_ASCII] = { 1, 2 },
};

static bool
is_black(const struct label_bitmap *b, int x0, int x1, int y0, int y1)
{
	int black = 0, all = 0;

	for (int y = y0; y < y1 && y < b->height; y++)
		for (int x = x0; x < x1 && x < b->width; x++, all++)
			black += bits_get(b, x, y);
	return all > 0 && black * BLACK_SHARE >= all;
}

/* Points of w x h that show the whole picture. */
static void
shrink(const struct label_bitmap *from, struct label_bitmap *to)
{
	for (int y = 0; y < to->height; y++)
		for (int x = 0; x < to->width; x++)
			if (is_black(from, x * from->width / to->width,
			    (x + 1) * from->width / to->width,
			    y * from->height / to->height,
			    (y + 1) * from->height / to->height))
				bits_fill(to, x, y, 1, 1);
}

static bool
point(const struct label_bitmap *b, int x, int y)
{
	return x < b->width && y < b->height && bits_get(b, x, y);
}

static void
add_braille(const struct label_bitmap *b, int x, int y, struct str *out)
{
	static const uint8_t dots[4][2] = { { 0x01, 0x08 }, { 0x02, 0x10 },
	    { 0x04, 0x20 }, { 0x40, 0x80 } };
	unsigned bits = 0;

	for (int j = 0; j < 4; j++)
		for (int i = 0; i < 2; i++)
			bits |= point(b, x + i, y + j) ? dots[j][i] : 0u;
	str_addc(out, (char)0xE2);
	str_addc(out, (char)(0xA0 | bits >> 6));
	str_addc(out, (char)(0x80 | (bits & 0x3F)));
}

static void
add_cell(const struct label_bitmap *b, int x, int y, enum label_dots dots,
    struct str *out)
{
	static const char *const blocks[] = { " ", "\xE2\x96\x80", "\xE2\x96\x84",
	    "\xE2\x96\x88" };
	static const char *const ascii[] = { " ", "'", ".", ":" };
	int which = point(b, x, y) + 2 * point(b, x, y + 1);

	if (dots == LABEL_BRAILLE)
		add_braille(b, x, y, out);
	else
		str_add(out, dots == LABEL_BLOCKS ? blocks[which] : ascii[which]);
}

static void
add_lines(const struct label_bitmap *b, enum label_dots dots, struct str *out)
{
	for (int y = 0; y < b->height; y += cells[dots].y) {
		for (int x = 0; x < b->width; x += cells[dots].x)
			add_cell(b, x, y, dots, out);
		str_addc(out, '\n');
	}
}

bool
label_preview(const struct label *l, const struct label_values *values,
    int columns, int rows, enum label_dots dots, struct str *out,
    struct err *err)
{
	struct label_profile profile = { .dots_per_mm = l->dpis[0] / MM_PER_INCH };
	struct label_bitmap whole, small;
	double scale, tall;

	assert(columns > 0 && rows > 0);
	if (!label_draw(l, &profile, values, &whole, err))
		return false;
	/* points are as high as wide in each of the three */
	scale = (double)columns * cells[dots].x / whole.width;
	tall = (double)rows * cells[dots].y / whole.height;
	scale = tall < scale ? tall : scale;
	scale = scale > 1 ? 1 : scale;
	bits_init(&small, (int)(whole.width * scale) > 0 ?
	    (int)(whole.width * scale) : 1, (int)(whole.height * scale) > 0 ?
	    (int)(whole.height * scale) : 1);
	shrink(&whole, &small);
	add_lines(&small, dots, out);
	bits_done(&whole);
	bits_done(&small);
	return true;
}
