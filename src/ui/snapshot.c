/*
 * snapshot.c - a flow's screen as plain text.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Large letters are blanks in reverse video, which plain text cannot show: a
 * reversed blank becomes '#', unless its whole row is reversed, as titles and
 * status lines are.
 */
#include "ui/snapshot.h"
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "term/paint.h"
#include "term/text.h"
#include "ui/picture.h"

static int held(int n, int least, int most)
{
	return n < least ? least : n > most ? most : n;
}

static bool is_reversed(const struct cell *cell)
{
	return (cell->style & STYLE_REVERSE) != 0;
}

static bool is_bar(const struct canvas *canvas, int row)
{
	for (int column = 0; column < canvas->columns; column++)
		if (!is_reversed(canvas_at(canvas, row, column)))
			return false;
	return true;
}

/* A row as text, the strokes of large letters seen. */
static void row_text(struct canvas *canvas, int row, struct str *out)
{
	size_t size = (size_t)canvas->columns * 8 + 1;
	char *text = xmalloc(size);

	if (!is_bar(canvas, row))
		for (int column = 0; column < canvas->columns; column++) {
			struct cell *cell = &canvas->cells[row *
			    canvas->columns + column];

			if (cell->ch == ' ' && is_reversed(cell))
				cell->ch = '#';
		}
	canvas_row(canvas, row, text, size);
	str_clear(out);
	str_add(out, text);
	free(text);
}

void ui_render_flow(const struct flow_view *view, const struct ui_edges *edges,
    int rows, int columns, FILE *out)
{
	static const struct ui_edges none;
	struct picture picture = { .view = view,
		.edges = edges != NULL ? edges : &none,
		.at = view->stopped ? AT_STOP : AT_FLOW,
		.commands = view->commands };
	struct canvas canvas;
	struct paint p;
	struct str text;

	canvas_init(&canvas, held(rows, UI_ROWS_MIN, UI_ROWS_MAX),
	    held(columns, UI_COLUMNS_MIN, UI_COLUMNS_MAX),
	    str_eq(nl_langinfo(CODESET), "UTF-8"));
	p = paint_all(&canvas);
	picture_draw(&picture, &p);
	str_init(&text);
	for (int row = 0; row < canvas.rows; row++) {
		row_text(&canvas, row, &text);
		fprintf(out, "%s\n", text.p);
	}
	str_done(&text);
	canvas_done(&canvas);
}
