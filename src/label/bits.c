/*
 * bits.c - a picture of black and white dots.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <endian.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "label/bits.h"

void
bits_init(struct label_bitmap *b, int width, int height)
{
	assert(width > 0 && height > 0);
	b->width = width;
	b->height = height;
	b->stride = ((size_t)width + 7) / 8;
	b->bits = xcalloc((size_t)height, b->stride);
}

void
bits_done(struct label_bitmap *b)
{
	free(b->bits);
	memset(b, 0, sizeof *b);
}

void
label_bitmap_done(struct label_bitmap *b)
{
	bits_done(b);
}

void
bits_copy(struct label_bitmap *to, const struct label_bitmap *from)
{
	assert(to->stride == from->stride && to->height == from->height);
	memcpy(to->bits, from->bits, from->stride * (size_t)from->height);
}

static bool
holds(const struct label_bitmap *b, int x, int y, int w, int h)
{
	return x >= 0 && y >= 0 && w >= 0 && h >= 0 && x + w <= b->width &&
	    y + h <= b->height;
}

bool
bits_get(const struct label_bitmap *b, int x, int y)
{
	assert(holds(b, x, y, 1, 1));
	return (b->bits[(size_t)y * b->stride + (size_t)x / 8] >>
	    (7 - x % 8) & 1) != 0;
}

static void
fill_row(uint8_t *row, size_t x, size_t w)
{
	size_t first = x / 8, last = (x + w - 1) / 8;
	uint8_t left = (uint8_t)(0xFF >> x % 8);
	uint8_t right = (uint8_t)(0xFF << (7 - (x + w - 1) % 8));

	if (first == last) {
		row[first] |= left & right;
		return;
	}
	row[first] |= left;
	memset(row + first + 1, 0xFF, last - first - 1);
	row[last] |= right;
}

void
bits_fill(struct label_bitmap *b, int x, int y, int w, int h)
{
	assert(holds(b, x, y, w, h));
	if (w == 0)
		return;
	for (int i = 0; i < h; i++)
		fill_row(b->bits + (size_t)(y + i) * b->stride, (size_t)x, (size_t)w);
}

static void
lay_word(uint8_t *to, const uint8_t *from, unsigned shift)
{
	uint64_t word, there;

	memcpy(&word, from, sizeof word);
	if (word == 0)
		return;
	memcpy(&there, to, sizeof there);
	word = htobe64(word);
	there = htobe64(there) | word >> shift;
	there = be64toh(there);
	memcpy(to, &there, sizeof there);
	if (shift != 0 && (uint8_t)(word << (8 - shift)) != 0)
		to[sizeof word] |= (uint8_t)(word << (8 - shift));
}

static void
lay_row(uint8_t *to, const uint8_t *from, size_t bytes, unsigned shift)
{
	size_t i = 0;

	for (; i + sizeof(uint64_t) <= bytes; i += sizeof(uint64_t))
		lay_word(to + i, from + i, shift);
	for (; i < bytes; i++) {
		to[i] |= (uint8_t)(from[i] >> shift);
		/* what is shifted out of the last byte lies inside, or is white */
		if (shift != 0 && (uint8_t)(from[i] << (8 - shift)) != 0)
			to[i + 1] |= (uint8_t)(from[i] << (8 - shift));
	}
}

void
bits_rows(struct label_bitmap *b, int x, int y, const uint8_t *row, int n, int h)
{
	size_t bytes = ((size_t)n + 7) / 8;

	assert(holds(b, x, y, n, h));
	for (int i = 0; i < h; i++)
		lay_row(b->bits + (size_t)(y + i) * b->stride + (size_t)x / 8, row,
		    bytes, (unsigned)x % 8);
}

void
bits_lay(struct label_bitmap *b, int x, int y, const struct label_bitmap *from)
{
	assert(holds(b, x, y, from->width, from->height));
	for (int i = 0; i < from->height; i++)
		lay_row(b->bits + (size_t)(y + i) * b->stride + (size_t)x / 8,
		    from->bits + (size_t)i * from->stride, from->stride,
		    (unsigned)x % 8);
}

void
bits_lay_turned(struct label_bitmap *b, int x, int y,
    const struct label_bitmap *from, int turn)
{
	int w = from->width, h = from->height;

	if (turn == 0) {
		bits_lay(b, x, y, from);
		return;
	}
	for (int j = 0; j < h; j++)
		for (int i = 0; i < w; i++) {
			if (!bits_get(from, i, j))
				continue;
			if (turn == 90)
				bits_fill(b, x + h - 1 - j, y + i, 1, 1);
			else if (turn == 180)
				bits_fill(b, x + w - 1 - i, y + h - 1 - j, 1, 1);
			else
				bits_fill(b, x + j, y + w - 1 - i, 1, 1);
		}
}
