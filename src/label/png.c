/*
 * png.c - a picture as PNG.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One bit a dot, a palette of white and black, the true dots a metre.
 */
#include <math.h>
#include <zlib.h>
#include "label/label_private.h"

static void
add_u32(struct str *out, uint32_t v)
{
	uint8_t bytes[4] = { (uint8_t)(v >> 24), (uint8_t)(v >> 16),
	    (uint8_t)(v >> 8), (uint8_t)v };

	str_addn(out, bytes, sizeof bytes);
}

static void
chunk(struct str *out, const char *type, const void *bytes, size_t n)
{
	uLong crc;

	add_u32(out, (uint32_t)n);
	str_addn(out, type, 4);
	str_addn(out, bytes, n);
	crc = crc32(0, (const Bytef *)out->p + out->len - n - 4, (uInt)n + 4);
	add_u32(out, (uint32_t)crc);
}

void
png_write(const struct label_bitmap *b, double dots_per_mm, struct str *out)
{
	static const uint8_t palette[] = { 255, 255, 255, 0, 0, 0 };
	struct str part, rows;

	str_init(&part);
	str_init(&rows);
	str_addn(out, "\x89PNG\r\n\x1A\n", 8);
	add_u32(&part, (uint32_t)b->width);
	add_u32(&part, (uint32_t)b->height);
	str_addn(&part, "\x01\x03\x00\x00\x00", 5);
	chunk(out, "IHDR", part.p, part.len);
	chunk(out, "PLTE", palette, sizeof palette);
	str_clear(&part);
	add_u32(&part, (uint32_t)lround(dots_per_mm * 1000));
	add_u32(&part, (uint32_t)lround(dots_per_mm * 1000));
	str_addc(&part, 1);
	chunk(out, "pHYs", part.p, part.len);
	for (int y = 0; y < b->height; y++) {
		str_addc(&rows, 0);
		str_addn(&rows, b->bits + (size_t)y * b->stride, b->stride);
	}
	str_clear(&part);
	squeeze((const uint8_t *)rows.p, rows.len, b->stride + 1, &part);
	chunk(out, "IDAT", part.p, part.len);
	chunk(out, "IEND", "", 0);
	str_done(&part);
	str_done(&rows);
}
