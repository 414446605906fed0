/*
 * sheet_pdf.c - a sheet as a vector PDF of A4 pages.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two passes: rows are measured and put on pages, because every page says how
 * many there are; then all is drawn.  A row is a number of lines, as many as
 * its longest cell has; a row that is higher than a page goes on in the next.
 */
#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "label/sheet_private.h"

#define TITLE_SIZE 18.0		/* points */
#define TEXT_SIZE_PT 9.5
#define SMALL_SIZE 8.0
#define KEY_WIDTH 85.0
#define CELL_GAP 6.0
#define FLEXIBLE_MIN 42.0	/* of a column that takes what is left */
#define BAR_HEIGHT 42.0
#define FOOT (SHEET_HEIGHT - SHEET_MARGIN)

/* --- The head of the first page ------------------------------------------------------ */

static double
code_width(const struct sheet *s)
{
	return s->code == NULL ? 0 :
	    (s->code->width + 2 * SHEET_QUIET) * s->module;
}

static void
draw_code(struct sheet_press *p)
{
	const struct sheet *s = p->sheet;
	double w = code_width(s), x = SHEET_WIDTH - SHEET_MARGIN - w;
	const uint8_t *row = s->code->at[0];

	for (int i = 0; i < s->code->width; i++)
		if ((row[i >> 3] >> (i & 7) & 1) != 0)
			cairo_rectangle(p->cr, x + (i + SHEET_QUIET) * s->module,
			    SHEET_MARGIN, s->module, BAR_HEIGHT);
	cairo_fill(p->cr);
	sheet_put(p, s->code_text, SMALL_SIZE, false, 0);
	sheet_show(p, x + (w - sheet_laid_width(p)) / 2, SHEET_MARGIN + BAR_HEIGHT + 2);
}

/* Title, facts, notes; returns where the table begins.  Without drawing when
 * only the height is asked for. */
static double
head(struct sheet_press *p, bool draw)
{
	const struct sheet *s = p->sheet;
	double width = SHEET_BODY - code_width(s), y = SHEET_MARGIN, h;
	double below = s->code == NULL ? 0 : SHEET_MARGIN + BAR_HEIGHT + 20;

	h = sheet_put(p, s->title, TITLE_SIZE, true, width);
	if (draw)
		sheet_show(p, SHEET_MARGIN, y);
	y += h + 6;
	for (size_t i = 0; i < s->facts.n; i++) {
		h = sheet_put(p, s->facts.at[i].key, TEXT_SIZE_PT, true, KEY_WIDTH - 4);
		if (draw)
			sheet_show(p, SHEET_MARGIN, y);
		h = fmax(h, sheet_put(p, s->facts.at[i].value, TEXT_SIZE_PT, false,
		    width - KEY_WIDTH));
		if (draw)
			sheet_show(p, SHEET_MARGIN + KEY_WIDTH, y);
		y += h + 2;
	}
	y = fmax(y, below);
	for (size_t i = 0; i < s->notes.n; i++) {
		h = sheet_put(p, s->notes.at[i], TEXT_SIZE_PT, false, SHEET_BODY);
		if (draw)
			sheet_show(p, SHEET_MARGIN, y + 4);
		y += h + 6;
	}
	if (draw && s->code != NULL)
		draw_code(p);
	return y + 8;
}

/* --- The table -------------------------------------------------------------------------- */

static void
share_widths(struct sheet_press *p)
{
	const struct sheet *s = p->sheet;
	double fixed = 0, left, scale = 1;
	size_t open = 0;

	for (size_t i = 0; i < s->n_columns; i++) {
		fixed += s->columns[i].width;
		open += s->columns[i].width <= 0;
	}
	left = SHEET_BODY - FLEXIBLE_MIN * (double)open;
	if (fixed > left)
		scale = left / fixed;
	for (size_t i = 0; i < s->n_columns; i++)
		p->widths[i] = s->columns[i].width > 0 ?
		    s->columns[i].width * scale :
		    (SHEET_BODY - fixed * scale) / (double)open;
}

static const char *
cell(const struct sheet *s, size_t row, size_t column)
{
	return s->cells.at[row * s->n_columns + column];
}

/* Lines of the highest cell of a row, and the height of its highest line. */
static int
measure_row(struct sheet_press *p, size_t row, double *line)
{
	int most = 1, n;
	double h;

	*line = TEXT_SIZE_PT * 1.2;
	for (size_t i = 0; i < p->sheet->n_columns; i++) {
		h = sheet_put(p, cell(p->sheet, row, i), TEXT_SIZE_PT, false,
		    p->widths[i] - CELL_GAP);
		n = pango_layout_get_line_count(p->layout);
		most = n > most ? n : most;
		*line = fmax(*line, h / (n > 0 ? n : 1));
	}
	return most;
}

static double
titles(struct sheet_press *p, double y, bool draw)
{
	double h = 0, x = SHEET_MARGIN;

	for (size_t i = 0; i < p->sheet->n_columns; i++) {
		const struct sheet_column_of *c = &p->sheet->columns[i];

		h = fmax(h, sheet_put(p, c->title, SMALL_SIZE, true,
		    p->widths[i] - CELL_GAP));
		if (draw)
			sheet_show(p, x + (c->number ? p->widths[i] - CELL_GAP -
			    sheet_laid_width(p) : 0), y);
		x += p->widths[i];
	}
	if (draw && p->sheet->n_columns > 0) {
		cairo_rectangle(p->cr, SHEET_MARGIN, y + h + 2, SHEET_BODY, 0.7);
		cairo_fill(p->cr);
	}
	return y + h + 6;
}

static double
room_from(struct sheet_press *p, double top)
{
	return FOOT - SMALL_SIZE * 2 - titles(p, top, false);
}

static void
page_open(struct sheet_press *p, double *room)
{
	*vec_push(&p->pages) = (struct sheet_page){ .from = p->slices.n };
	/* the title in small letters stands above on pages after the first */
	*room = room_from(p, p->pages.n == 1 ? head(p, false) :
	    SHEET_MARGIN + SMALL_SIZE * 2);
}

static void
add_slice(struct sheet_press *p, struct sheet_slice slice)
{
	*vec_push(&p->slices) = slice;
	p->pages.at[p->pages.n - 1].n++;
}

/* Rows onto pages. */
static void
divide(struct sheet_press *p)
{
	double room, whole, line;

	page_open(p, &room);
	whole = room_from(p, SHEET_MARGIN + SMALL_SIZE * 2);
	for (size_t row = 0; row < p->sheet->n_rows; row++) {
		int lines = measure_row(p, row, &line), done = 0;

		if (lines * line + 3 > room &&
		    (lines * line + 3 <= whole || room < line + 3))
			page_open(p, &room);
		while (done < lines) {
			int n = (int)((room - 3) / line);

			n = n < 1 ? 1 : n > lines - done ? lines - done : n;
			add_slice(p, (struct sheet_slice){ row, done, n, line });
			done += n;
			room -= n * line + 3;
			if (done < lines)
				page_open(p, &room);
		}
	}
}

static void
draw_slice(struct sheet_press *p, const struct sheet_slice *s, double y)
{
	double x = SHEET_MARGIN;

	for (size_t i = 0; i < p->sheet->n_columns; i++) {
		double inner = p->widths[i] - CELL_GAP;

		sheet_put(p, cell(p->sheet, s->row, i), TEXT_SIZE_PT, false, inner);
		for (int k = s->first; k < s->first + s->n &&
		    k < pango_layout_get_line_count(p->layout); k++) {
			PangoLayoutLine *line =
			    pango_layout_get_line_readonly(p->layout, k);
			PangoRectangle all;

			pango_layout_line_get_extents(line, NULL, &all);
			cairo_move_to(p->cr, x + (p->sheet->columns[i].number ?
			    inner - (double)all.width / PANGO_SCALE : 0),
			    y + (k - s->first) * s->line -
			    (double)all.y / PANGO_SCALE);
			pango_cairo_show_layout_line(p->cr, line);
		}
		x += p->widths[i];
	}
	cairo_rectangle(p->cr, SHEET_MARGIN, y + s->n * s->line + 1, SHEET_BODY,
	    0.25);
	cairo_fill(p->cr);
}

/* --- Pages -------------------------------------------------------------------------------- */

static void
foot(struct sheet_press *p, size_t page)
{
	char text[48];

	sheet_put(p, p->sheet->footer, SMALL_SIZE, false, 0);
	sheet_show(p, SHEET_MARGIN, FOOT - SMALL_SIZE);
	str_print(text, sizeof text, "page %zu of %zu", page + 1, p->pages.n);
	sheet_put(p, text, SMALL_SIZE, false, 0);
	sheet_show(p, SHEET_WIDTH - SHEET_MARGIN - sheet_laid_width(p), FOOT - SMALL_SIZE);
}

static void
draw_page(struct sheet_press *p, size_t i)
{
	const struct sheet_page *page = &p->pages.at[i];
	double y = SHEET_MARGIN + SMALL_SIZE * 2;

	if (i == 0) {
		y = head(p, true);
	} else {
		sheet_put(p, p->sheet->title, SMALL_SIZE, false, 0);
		sheet_show(p, SHEET_MARGIN, SHEET_MARGIN);
	}
	y = titles(p, y, true);
	for (size_t k = page->from; k < page->from + page->n; k++) {
		const struct sheet_slice *s = &p->slices.at[k];

		draw_slice(p, s, y);
		y += s->n * s->line + 3;
	}
	foot(p, i);
	cairo_show_page(p->cr);
}

static cairo_status_t
take_bytes(void *out, const unsigned char *bytes, unsigned n)
{
	str_addn(out, bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static void
print(struct sheet_press *p)
{
	share_widths(p);
	divide(p);
	for (size_t i = 0; i < p->pages.n && p->missing == NULL; i++)
		draw_page(p, i);
}

bool
sheet_pdf(const struct sheet *s, struct str *out, struct err *err)
{
	struct sheet_press p = { .sheet = s };
	size_t begun = out->len;
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(take_bytes,
	    out, SHEET_WIDTH, SHEET_HEIGHT);
	char *title = sheet_clean(s->title);
	bool ok;

	/* the day of printing is no part of what is printed */
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
	    "2000-01-01T00:00:00Z");
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
	free(title);
	p.cr = cairo_create(surface);
	sheet_layout(&p);
	print(&p);
	g_object_unref(p.layout);
	cairo_destroy(p.cr);
	cairo_surface_finish(surface);
	ok = p.missing == NULL &&
	    cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	if (p.missing != NULL) {
		err_code(err, ERR_INPUT, "label.glyph",
		    "the fonts of this host lack a character of the sheet");
		err_detail(err, "the text is \"%.200s\"", p.missing);
		err_hint(err, "Install a font that has it.");
	} else if (!ok) {
		err_set(err, ERR_ENV, "the sheet could not be written");
		err_detail(err, "%s",
		    cairo_status_to_string(cairo_surface_status(surface)));
	}
	if (!ok)
		str_truncate(out, begun);
	cairo_surface_destroy(surface);
	vec_done(&p.slices);
	vec_done(&p.pages);
	free(p.missing);
	return ok;
}
