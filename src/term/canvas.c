/*
 * canvas.c - the grid of cells a screen is drawn into.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "term/paint.h"
#include "term/text.h"

void canvas_init(struct canvas *canvas, int rows, int columns, bool utf8)
{
	memset(canvas, 0, sizeof *canvas);
	canvas->utf8 = utf8;
	canvas_resize(canvas, rows, columns);
}

void canvas_done(struct canvas *canvas)
{
	free(canvas->cells);
	memset(canvas, 0, sizeof *canvas);
}

void canvas_resize(struct canvas *canvas, int rows, int columns)
{
	assert(rows >= 0 && columns >= 0);
	free(canvas->cells);
	canvas->rows = rows;
	canvas->columns = columns;
	canvas->cells = xcalloc((size_t)rows * (size_t)columns + 1,
	    sizeof *canvas->cells);
	canvas_clear(canvas);
}

void canvas_clear(struct canvas *canvas)
{
	static const struct cell blank = { .ch = ' ', .cells = 1 };
	size_t n = (size_t)canvas->rows * (size_t)canvas->columns;

	for (size_t i = 0; i < n; i++)
		canvas->cells[i] = blank;
	canvas->cursor_row = canvas->cursor_column = -1;
}

const struct cell *canvas_at(const struct canvas *canvas, int row, int column)
{
	assert(row >= 0 && row < canvas->rows);
	assert(column >= 0 && column < canvas->columns);
	return &canvas->cells[row * canvas->columns + column];
}

static uint32_t line_likeness(uint32_t ch)
{
	return ch == LINE_ACROSS ? '-' : ch == LINE_DOWN ? '|' : '+';
}

void canvas_row(const struct canvas *canvas, int row, char *out, size_t size)
{
	size_t n = 0, kept = 0;

	for (int column = 0; column < canvas->columns; column++) {
		const struct cell *cell = canvas_at(canvas, row, column);
		uint32_t ch = cell->ch;

		if (cell->cells == 0)
			continue;
		if (n + 9 > size)
			break;
		n += text_encode(ch >= LINE_FIRST ? line_likeness(ch) : ch,
		    out + n);
		if (cell->mark != 0)
			n += text_encode(cell->mark, out + n);
		if (ch != ' ')
			kept = n;
	}
	assert(kept < size);
	out[kept] = '\0';
}
