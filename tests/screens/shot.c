/*
 * shot.c - pictures of a screen for people.
 * SPDX-License-Identifier: Apache-2.0
 *
 * PNG is drawn where cairo is installed; the tests compare text.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#if defined __has_include
#if __has_include(<cairo.h>)
#include <cairo.h>
#define HAVE_CAIRO_H 1
#endif
#endif
#include "shot.h"

void shot_text(const struct vt *vt, struct str *out)
{
	for (int row = 0; row < vt->rows; row++) {
		str_addc(out, '|');
		vt_row(vt, row, out);
		str_addc(out, '\n');
	}
	for (int row = 0; row < vt->rows; row++) {
		size_t before = out->len, start;

		str_addf(out, "~%02d ", row);
		start = out->len;
		vt_row_looks(vt, row, out);
		if (out->len == start)
			str_truncate(out, before);
		else
			str_addc(out, '\n');
	}
}

static bool text_file(const struct vt *vt, const char *path, struct err *err)
{
	FILE *file = fopen(path, "we");
	struct str text;
	bool done;

	if (file == NULL)
		return err_set(err, ERR_ENV, "could not write %s: %s", path,
		    strerror(errno));
	str_init(&text);
	shot_text(vt, &text);
	done = fwrite(text.p, 1, text.len, file) == text.len;
	done = fclose(file) == 0 && done;
	str_done(&text);
	return done || err_set(err, ERR_ENV, "could not write %s", path);
}

#ifdef HAVE_CAIRO_H
#define CELL_WIDTH 10
#define CELL_HEIGHT 20
#define FONT_SIZE 16.0
#define BASELINE 15

static void use_colour(cairo_t *cairo, const struct vt *vt, VTermColor colour)
{
	vterm_screen_convert_color_to_rgb(vt->screen, &colour);
	cairo_set_source_rgb(cairo, colour.rgb.red / 255.0,
	    colour.rgb.green / 255.0, colour.rgb.blue / 255.0);
}

/* Bold makes the eight colours bright, as most terminals do. */
static VTermColor ink_of(const VTermScreenCell *cell)
{
	VTermColor ink = cell->fg;

	if (cell->attrs.bold && VTERM_COLOR_IS_INDEXED(&ink) &&
	    !VTERM_COLOR_IS_DEFAULT_FG(&ink) && ink.indexed.idx < 8)
		ink.indexed.idx = (uint8_t)(ink.indexed.idx + 8);
	return ink;
}

static void draw_cell(cairo_t *cairo, const struct vt *vt, int row, int column)
{
	VTermScreenCell cell;
	VTermPos at = { .row = row, .col = column };
	double x = column * CELL_WIDTH, y = row * CELL_HEIGHT;
	char text[VTERM_MAX_CHARS_PER_CELL * 4 + 1] = "";
	VTermRect rect = { row, row + 1, column, column + 1 };

	vterm_screen_get_cell(vt->screen, at, &cell);
	if (cell.chars[0] == (uint32_t)-1)
		return;
	use_colour(cairo, vt, cell.attrs.reverse ? ink_of(&cell) : cell.bg);
	cairo_rectangle(cairo, x, y, CELL_WIDTH * cell.width, CELL_HEIGHT);
	cairo_fill(cairo);
	use_colour(cairo, vt, cell.attrs.reverse ? cell.bg : ink_of(&cell));
	if (cell.attrs.underline) {
		cairo_rectangle(cairo, x, y + BASELINE + 2, CELL_WIDTH, 1);
		cairo_fill(cairo);
	}
	text[vterm_screen_get_text(vt->screen, text, sizeof text - 1, rect)] =
	    '\0';
	cairo_select_font_face(cairo, "DejaVu Sans Mono",
	    CAIRO_FONT_SLANT_NORMAL, cell.attrs.bold ?
	    CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
	cairo_move_to(cairo, x, y + BASELINE);
	cairo_show_text(cairo, text);
}

static void draw_cursor(cairo_t *cairo, const struct vt *vt)
{
	int row, column;

	if (!vt->cursor_shown)
		return;
	vt_cursor(vt, &row, &column);
	cairo_set_source_rgb(cairo, 0.2, 0.9, 0.2);
	cairo_rectangle(cairo, column * CELL_WIDTH,
	    (row + 1) * CELL_HEIGHT - 4, CELL_WIDTH, 3);
	cairo_fill(cairo);
}

bool shot_draws(void)
{
	return true;
}

static bool picture_file(const struct vt *vt, const char *path,
    struct err *err)
{
	cairo_surface_t *surface = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, vt->columns * CELL_WIDTH,
	    vt->rows * CELL_HEIGHT);
	cairo_t *cairo = cairo_create(surface);
	cairo_status_t status;

	cairo_set_font_size(cairo, FONT_SIZE);
	for (int row = 0; row < vt->rows; row++)
		for (int column = 0; column < vt->columns; column++)
			draw_cell(cairo, vt, row, column);
	draw_cursor(cairo, vt);
	status = cairo_surface_write_to_png(surface, path);
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
	return status == CAIRO_STATUS_SUCCESS || err_set(err, ERR_ENV,
	    "could not write %s: %s", path, cairo_status_to_string(status));
}
#else
bool shot_draws(void)
{
	return false;
}

static bool picture_file(const struct vt *vt, const char *path,
    struct err *err)
{
	(void)vt;
	return err_set(err, ERR_ENV, "%s: this build draws no PNG: there was "
	    "no cairo", path);
}
#endif

bool shot_file(const struct vt *vt, const char *path, struct err *err)
{
	size_t n = strlen(path);

	if (n > 4 && strcmp(path + n - 4, ".png") == 0)
		return picture_file(vt, path, err);
	return text_file(vt, path, err);
}
