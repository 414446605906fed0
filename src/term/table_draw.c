/*
 * table_draw.c - a table as it is shown.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Columns that do not fit are left out whole, lowest rank first: half a
 * serial is worse than none.  The chosen row has a '>' before it and is in
 * reverse video.
 */
#include <assert.h>
#include <inttypes.h>
#include <libintl.h>
#include <stdio.h>
#include <string.h>
#include "base/str.h"
#include "table_private.h"

#define MARK 1			/* the cell before the first column */
#define GAP 2			/* between two columns */

struct layout {
	bool shown[TABLE_COLUMNS];
	int width[TABLE_COLUMNS];
};

static int needed(const struct table *table, const struct layout *layout)
{
	int width = MARK - GAP;

	for (size_t i = 0; i < table->column_count; i++)
		if (layout->shown[i])
			width += table->columns[i].width + GAP;
	return width;
}

static size_t shown_count(const struct table *table,
    const struct layout *layout)
{
	size_t n = 0;

	for (size_t i = 0; i < table->column_count; i++)
		n += layout->shown[i] ? 1 : 0;
	return n;
}

static void drop_one(const struct table *table, struct layout *layout)
{
	size_t worst = TABLE_COLUMNS;

	for (size_t i = 0; i < table->column_count; i++)
		if (layout->shown[i] && (worst == TABLE_COLUMNS ||
		    table->columns[i].rank <= table->columns[worst].rank))
			worst = i;
	assert(worst < TABLE_COLUMNS);
	layout->shown[worst] = false;
}

/* What is left over goes to the columns that grow, by their shares. */
static void share_out(const struct table *table, struct layout *layout,
    int rest)
{
	int shares = 0;

	for (size_t i = 0; i < table->column_count; i++)
		if (layout->shown[i])
			shares += table->columns[i].grow;
	for (size_t i = 0; i < table->column_count && shares > 0; i++) {
		int more;

		if (!layout->shown[i])
			continue;
		more = rest * table->columns[i].grow / shares;
		layout->width[i] += more;
		rest -= more;
		shares -= table->columns[i].grow;
	}
}

static struct layout lay_out(const struct table *table, int columns)
{
	struct layout layout = { 0 };
	int rest;

	for (size_t i = 0; i < table->column_count; i++) {
		layout.shown[i] = true;
		layout.width[i] = table->columns[i].width;
	}
	while (needed(table, &layout) > columns &&
	    shown_count(table, &layout) > 1)
		drop_one(table, &layout);
	rest = columns - needed(table, &layout);
	if (rest > 0)
		share_out(table, &layout, rest);
	return layout;
}

static void draw_titles(const struct table *table, const struct paint *p,
    const struct layout *layout)
{
	int at = MARK;

	for (size_t i = 0; i < table->column_count; i++) {
		if (!layout->shown[i])
			continue;
		paint_field(p, 0, at, layout->width[i],
		    STYLE_BOLD | STYLE_UNDERLINE, table->columns[i].align,
		    table->columns[i].title);
		at += layout->width[i] + GAP;
	}
}

static void draw_row(const struct table *table, const struct paint *p, int row,
    const struct table_row *data, bool chosen, const struct layout *layout)
{
	unsigned style = data->style ^ (chosen ? STYLE_REVERSE : 0);
	int at = MARK;

	paint_fill(p, row, 0, 1, p->columns, style, ' ');
	if (chosen)
		paint_put(p, row, 0, style, '>');
	for (size_t i = 0; i < table->column_count; i++) {
		if (!layout->shown[i])
			continue;
		paint_field(p, row, at, layout->width[i], style,
		    table->columns[i].align, data->cells[i]);
		at += layout->width[i] + GAP;
	}
}

static void draw_foot(const struct table *table, const struct paint *p)
{
	int64_t first = table->before + 1;
	int64_t last = table->before + (int64_t)table->n;
	char text[96];

	if (table->n == 0)
		return;
	if (table->before < 0 && table->total < 0)
		return;
	if (table->before < 0)
		str_print(text, sizeof text, gettext("%" PRId64 " rows"),
		    table->total);
	else if (table->total < 0)
		str_print(text, sizeof text, gettext("rows %" PRId64
		    "-%" PRId64), first, last);
	else
		str_print(text, sizeof text, gettext("rows %" PRId64 "-%" PRId64
		    " of %" PRId64), first, last,
		    table->total > last ? table->total : last);
	paint_text(p, p->rows - 1, MARK, STYLE_DIM, text);
}

void table_draw(struct table *table, const struct paint *p, const char *empty)
{
	int titles = p->rows >= 4 ? 1 : 0, foot = p->rows >= 6 ? 1 : 0;
	struct layout layout = lay_out(table, p->columns);

	table_layout(table, p->rows - titles - foot);
	if (titles)
		draw_titles(table, p, &layout);
	if (table->n == 0)
		paint_text(p, titles, MARK, STYLE_NORMAL, empty);
	for (size_t i = 0; i < table->n; i++)
		draw_row(table, p, titles + (int)i, &table->rows[i],
		    i == table->at, &layout);
	if (foot)
		draw_foot(table, p);
}
