/*
 * paint.c - drawing into a grid of cells, clipped.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Everything goes through put(), which clips and keeps wide characters
 * whole: whoever overwrites one half of one blanks the other.
 */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "term/paint.h"
#include "term/text.h"

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

struct paint paint_all(struct canvas *canvas)
{
	return (struct paint){ canvas, 0, 0, canvas->rows, canvas->columns };
}

struct paint paint_part(const struct paint *p, int row, int column, int rows,
    int columns)
{
	int top = most(row, 0), left = most(column, 0);
	int bottom = least(row + rows, p->rows);
	int right = least(column + columns, p->columns);

	return (struct paint){ p->canvas, p->row + top, p->column + left,
		most(bottom - top, 0), most(right - left, 0) };
}

struct paint paint_inner(const struct paint *p, int n)
{
	return paint_part(p, n, n, p->rows - 2 * n, p->columns - 2 * n);
}

bool paint_utf8(const struct paint *p)
{
	return p->canvas->utf8;
}

/* --- Cells ----------------------------------------------------------------- */

static struct cell *cell_at(const struct paint *p, int row, int column)
{
	if (row < 0 || column < 0 || row >= p->rows || column >= p->columns)
		return NULL;
	assert(p->row + row < p->canvas->rows);
	assert(p->column + column < p->canvas->columns);
	return &p->canvas->cells[(p->row + row) * p->canvas->columns +
	    p->column + column];
}

/* The other half of a wide character is of no use alone. */
static void part_wide(const struct paint *p, struct cell *cell)
{
	struct cell *row_start = p->canvas->cells +
	    (cell - p->canvas->cells) / p->canvas->columns * p->canvas->columns;

	if (cell->cells == 0 && cell > row_start) {
		cell[-1].ch = ' ';
		cell[-1].mark = 0;
		cell[-1].cells = 1;
	} else if (cell->cells == 2) {
		cell[1].ch = ' ';
		cell[1].cells = 1;
	}
}

/* ch takes cells (1 or 2) from column on; a wide one that would be clipped
 * is a blank. */
static void put(const struct paint *p, int row, int column, unsigned style,
    uint32_t ch, int cells)
{
	struct cell *cell = cell_at(p, row, column);
	struct cell *right = cells == 2 ? cell_at(p, row, column + 1) : NULL;

	if (cell == NULL)
		return;
	part_wide(p, cell);
	if (right != NULL)
		part_wide(p, right);
	if (cells == 2 && right == NULL)
		ch = ' ';
	*cell = (struct cell){ .ch = ch, .style = (uint16_t)style,
		.cells = right != NULL ? 2 : 1 };
	if (right != NULL)
		*right = (struct cell){ .style = (uint16_t)style };
}

void paint_put(const struct paint *p, int row, int column, unsigned style,
    uint32_t ch)
{
	bool utf8 = p->canvas->utf8;

	if (ch >= LINE_FIRST) {
		assert(ch <= LINE_LAST);
		put(p, row, column, style, ch, 1);
	} else if (text_cells(ch, utf8) > 0) {
		put(p, row, column, style, text_shown(ch, utf8),
		    text_cells(ch, utf8));
	}
}

void paint_fill(const struct paint *p, int row, int column, int rows,
    int columns, unsigned style, uint32_t ch)
{
	struct paint part = paint_part(p, row, column, rows, columns);

	for (int r = 0; r < part.rows; r++)
		for (int c = 0; c < part.columns; c++)
			paint_put(&part, r, c, style, ch);
}

void paint_across(const struct paint *p, int row, unsigned style)
{
	paint_fill(p, row, 0, 1, p->columns, style, LINE_ACROSS);
}

void paint_cursor(const struct paint *p, int row, int column)
{
	bool inside = cell_at(p, row, column) != NULL;

	p->canvas->cursor_row = inside ? p->row + row : -1;
	p->canvas->cursor_column = inside ? p->column + column : -1;
}

/* --- Text ------------------------------------------------------------------ */

/* A combining mark goes onto the cell before column; the first one is kept. */
static void put_mark(const struct paint *p, int row, int column, uint32_t ch)
{
	struct cell *cell = cell_at(p, row, column - 1);

	if (cell != NULL && cell->cells == 0)
		cell = cell_at(p, row, column - 2);
	if (cell != NULL && cell->mark == 0 && p->canvas->utf8)
		cell->mark = ch;
}

/* n bytes from column on; returns the column after them. */
static int put_text(const struct paint *p, int row, int column, unsigned style,
    const char *text, size_t n)
{
	bool utf8 = p->canvas->utf8;

	for (size_t at = 0; at < n; ) {
		uint32_t ch;
		int cells;

		at += text_step(text + at, n - at, &ch);
		cells = text_cells(ch, utf8);
		if (cells == 0)
			put_mark(p, row, column, ch);
		else
			put(p, row, column, style, text_shown(ch, utf8), cells);
		column += cells;
	}
	return column;
}

/* text in width cells at most, with the mark of clipping when it is longer
 * (or when cut says that more would follow); returns cells used. */
static int put_clipped(const struct paint *p, int row, int column, int width,
    unsigned style, const char *text, size_t n, bool cut)
{
	bool utf8 = p->canvas->utf8;
	char kept[1024];
	size_t fits;
	int used;

	if (width <= 0)
		return 0;
	n = n < sizeof kept - 1 ? n : sizeof kept - 1;
	memcpy(kept, text, n);
	kept[n] = '\0';
	fits = text_fit(kept, width, utf8, &used);
	cut = cut || fits < n;
	if (cut)
		fits = text_fit(kept, width - 1, utf8, &used);
	put_text(p, row, column, style, kept, fits);
	if (cut)
		paint_put(p, row, column + used++, style,
		    utf8 ? 0x2026 : '>');
	return used;
}

int paint_text(const struct paint *p, int row, int column, unsigned style,
    const char *text)
{
	if (row < 0 || row >= p->rows || column < 0)
		return 0;
	return put_clipped(p, row, column, p->columns - column, style, text,
	    strlen(text), false);
}

int paint_textf(const struct paint *p, int row, int column, unsigned style,
    const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	return paint_text(p, row, column, style, text);
}

void paint_field(const struct paint *p, int row, int column, int width,
    unsigned style, enum paint_align align, const char *text)
{
	int room, at = 0;

	if (row < 0 || row >= p->rows || column < 0)
		return;
	width = least(width, p->columns - column);
	if (width <= 0)
		return;
	room = width - text_width(text, p->canvas->utf8);
	if (room > 0 && align == PAINT_RIGHT)
		at = room;
	else if (room > 0 && align == PAINT_CENTRE)
		at = room / 2;
	paint_fill(p, row, column, 1, width, style, ' ');
	put_clipped(p, row, column + at, width - at, style, text, strlen(text),
	    false);
}

int paint_wrap(const struct paint *p, int row, int column, int rows, int width,
    unsigned style, const char *text)
{
	struct paint part = paint_part(p, row, column, rows, width);
	int used = 0;
	size_t next = 1;

	if (part.columns == 0)
		return 0;
	while (used < part.rows && next > 0) {
		size_t n = text_wrap(text, part.columns, part.canvas->utf8,
		    &next);
		bool last = used == part.rows - 1;

		put_clipped(&part, used++, 0, part.columns, style, text, n,
		    last && next > 0);
		text += next;
	}
	return used;
}

/* --- Frames ---------------------------------------------------------------- */

void paint_box(const struct paint *p, unsigned style, const char *title)
{
	int bottom = p->rows - 1, right = p->columns - 1;

	if (p->rows < 2 || p->columns < 2)
		return;
	paint_fill(p, 0, 1, 1, right - 1, style, LINE_ACROSS);
	paint_fill(p, bottom, 1, 1, right - 1, style, LINE_ACROSS);
	paint_fill(p, 1, 0, bottom - 1, 1, style, LINE_DOWN);
	paint_fill(p, 1, right, bottom - 1, 1, style, LINE_DOWN);
	paint_put(p, 0, 0, style, LINE_UPPER_LEFT);
	paint_put(p, 0, right, style, LINE_UPPER_RIGHT);
	paint_put(p, bottom, 0, style, LINE_LOWER_LEFT);
	paint_put(p, bottom, right, style, LINE_LOWER_RIGHT);
	if (title != NULL && right > 6) {
		struct paint top = paint_part(p, 0, 3, 1, right - 5);
		int used = paint_text(&top, 0, 0, style | STYLE_BOLD, title);

		paint_put(p, 0, 2, style, ' ');
		paint_put(p, 0, used + 3, style, ' ');
	}
}
