/*
 * picture.c - a PNG file as black and white dots.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <cairo.h>
#include "label/bits.h"
#include "label/font.h"

#define DARK 128

const char *
font_picture(const char *path, int w, int h, struct label_bitmap *out)
{
	cairo_surface_t *from = cairo_image_surface_create_from_png(path), *to;
	cairo_status_t status = cairo_surface_status(from);
	const uint8_t *pixels;
	cairo_t *cr;

	if (status != CAIRO_STATUS_SUCCESS) {
		cairo_surface_destroy(from);
		return cairo_status_to_string(status);
	}
	to = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
	cr = cairo_create(to);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	cairo_scale(cr, (double)w / cairo_image_surface_get_width(from),
	    (double)h / cairo_image_surface_get_height(from));
	cairo_set_source_surface(cr, from, 0, 0);
	cairo_paint(cr);
	cairo_destroy(cr);
	cairo_surface_flush(to);
	pixels = cairo_image_surface_get_data(to);
	bits_init(out, w, h);
	for (int y = 0; y < h; y++)
		for (int x = 0; x < w; x++) {
			const uint8_t *p = pixels + (size_t)y *
			    (size_t)cairo_image_surface_get_stride(to) + 4 * (size_t)x;

			if (p[0] * 11 + p[1] * 59 + p[2] * 30 < DARK * 100)
				bits_fill(out, x, y, 1, 1);
		}
	cairo_surface_destroy(from);
	cairo_surface_destroy(to);
	return NULL;
}
