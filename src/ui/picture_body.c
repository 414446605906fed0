/*
 * picture_body.c - what a flow shows of its work: slots, list, tape.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The body holds one of these, or two side by side on a wide screen: the
 * large letters (where to go), suggestions with their reasons, the card of
 * what was looked up, the work list.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "term/glyph.h"
#include "term/text.h"
#include "ui/picture.h"
#include "ui/words.h"

#define GLYPH_ROWS 5
#define SIDE_LEAST 30		/* columns a list needs beside large letters */

static int least_of(int a, int b)
{
	return a < b ? a : b;
}

/* --- Slots ------------------------------------------------------------------ */

static void slot_draw(const struct view_slot *slot, const struct paint *p,
    int row, int column, int width)
{
	int label = width < 24 ? 7 : 12;
	int at = column + label + 1;
	int room = width - label - 2;
	unsigned style = slot->current ? STYLE_BOLD : STYLE_NORMAL;
	char text[200];

	if (room <= 0)
		return;
	paint_put(p, row, column, style, slot->current ? '>' : ' ');
	paint_field(p, row, column + 1, label - 1,
	    slot->current ? STYLE_BOLD : STYLE_DIM, PAINT_LEFT, slot->label);
	if (slot->value[0] == '\0') {
		paint_field(p, row, at, room, STYLE_DIM, PAINT_LEFT,
		    slot->current ? "________" : "-");
		return;
	}
	str_print(text, sizeof text, "%s%s%s", slot->value,
	    slot->note[0] != '\0' ? "  " : "", slot->note);
	paint_field(p, row, at, room, style | STYLE_BOLD, PAINT_LEFT, text);
}

/* With too few rows, the current slot and those before it are in sight. */
void slots_draw(const struct picture *picture, const struct paint *p)
{
	const struct view_slot *slots[VIEW_SLOTS];
	size_t n = picture_slots(picture->view, slots), current = 0, first;
	int across = p->columns >= 80 ? 2 : 1;
	size_t room = (size_t)(p->rows * across);

	if (room == 0)
		return;
	for (size_t i = 0; i < n; i++)
		if (slots[i]->current)
			current = i;
	first = current + 1 > room ? current + 1 - room : 0;
	for (size_t i = 0; i < room && first + i < n; i++)
		slot_draw(slots[first + i], p, (int)i / across,
		    (int)i % across * (p->columns / across),
		    p->columns / across);
}

/* --- Large letters ---------------------------------------------------------- */

static int big_height(const struct flow_view *view, const struct paint *p,
    int rows, int columns)
{
	return glyph_fit(view->big, rows, columns, paint_utf8(p));
}

static void letters_draw(const struct flow_view *view, const struct paint *p,
    int row, int column, int height)
{
	struct paint letters = paint_part(p, row, column, height,
	    p->columns - column);

	paint_text(p, 0, 1, STYLE_BOLD, view->big_label);
	glyph_draw(&letters, 0, 0, STYLE_NORMAL, height, view->big);
}

/* "GO TO  A-01-02": label before it, or above it. */
void big_draw(const struct picture *picture, const struct paint *p)
{
	const struct flow_view *view = picture->view;
	int label = text_width(view->big_label, paint_utf8(p)) + 3;
	int beside = big_height(view, p, p->rows, p->columns - label - 1);
	int above = big_height(view, p, p->rows - 1, p->columns - 2);

	if (beside >= 3 && beside >= above) {
		letters_draw(view, p, 0, label, beside);
	} else if (above >= 3) {
		letters_draw(view, p, 1, 1, above);
	} else if (p->rows >= 2) {
		paint_field(p, 0, 1, p->columns - 1, STYLE_NORMAL, PAINT_LEFT,
		    view->big_label);
		paint_field(p, 1, 1, p->columns - 2, STYLE_BOLD | STYLE_REVERSE,
		    PAINT_CENTRE, view->big);
	} else {
		paint_textf(p, 0, 1, STYLE_BOLD, "%s %s", view->big_label,
		    view->big);
	}
}

static int big_columns(const struct flow_view *view, const struct paint *p)
{
	int label = text_width(view->big_label, paint_utf8(p)) + 3;
	int height = big_height(view, p, p->rows, p->columns - SIDE_LEAST - label);
	int width = label + glyph_width(view->big, height, paint_utf8(p)) + 3;

	return least_of(width, p->columns);
}

/* --- Card, suggestions, work list ------------------------------------------- */

static void card_draw(const struct flow_view *view, const struct paint *p)
{
	size_t n = view->n_card;
	int across = p->columns >= 80 && n > (size_t)p->rows ? 2 : 1;
	int width = p->columns / across;
	int label = width < 40 ? 9 : 14;

	for (size_t i = 0; i < n; i++) {
		int row = across == 1 ? (int)i : (int)(i % (size_t)p->rows);
		int column = across == 1 ? 0 : (int)(i / (size_t)p->rows) * width;

		if (row >= p->rows || column >= p->columns)
			return;
		paint_field(p, row, column + 1, label, STYLE_DIM, PAINT_LEFT,
		    view->card[i].label);
		paint_field(p, row, column + label + 2, width - label - 3,
		    STYLE_BOLD, PAINT_LEFT, view->card[i].value);
	}
}

/* Returns the rows used. */
static int suggestions_draw(const struct flow_view *view, const struct paint *p)
{
	int row = 0;

	for (size_t i = 0; i < view->n_suggestions && row < p->rows; i++, row++) {
		const struct view_suggestion *s = &view->suggestions[i];
		/* on a handheld the large letters have said it */
		bool said = p->columns < SIDE_LEAST && str_eq(s->code, view->big);
		int used = said ? 0 : 1 + paint_text(p, row, 1, STYLE_BOLD, s->code);

		paint_field(p, row, used + 1, p->columns - used - 2, STYLE_NORMAL,
		    PAINT_LEFT, s->why);
	}
	return row;
}

struct columns {
	size_t n;
	int at[FORM_COLUMNS_MAX], width[FORM_COLUMNS_MAX];
};

#define MARK_COLUMNS 3
#define COLUMN_LEAST 4		/* less is not worth showing */
#define COLUMN_OPEN 8		/* of one that takes what is left, at least */

/* Columns from the left while there is room, the last one cut if need be;
 * width 0 takes what is left. */
static void columns_fit(const struct flow_view *view, int room,
    struct columns *out)
{
	int left = room - MARK_COLUMNS, at = MARK_COLUMNS;
	size_t open = 0;

	out->n = 0;
	for (size_t i = 0; i < view->n_columns && left >= COLUMN_LEAST; i++) {
		int width = view->widths[i] > 0 ? view->widths[i] : COLUMN_OPEN;

		out->width[i] = least_of(width, left);
		open += view->widths[i] <= 0 && width <= left;
		left -= out->width[i] + 1;
		out->n++;
	}
	for (size_t i = 0; i < out->n; i++) {
		if (view->widths[i] <= 0 && left > 0 && open > 0)
			out->width[i] += left / (int)open;
		out->at[i] = at;
		at += out->width[i] + 1;
	}
}

static void row_draw(const struct view_row *row, const struct columns *columns,
    const struct paint *p, int at)
{
	unsigned style = row->trouble ? STYLE_WARN :
	    row->current ? STYLE_BOLD : row->complete ? STYLE_DIM : STYLE_NORMAL;
	const char *mark = row->trouble ? "!" : row->complete ? "ok" : "";

	if (row->current)
		paint_put(p, at, 0, STYLE_BOLD, '>');
	paint_text(p, at, row->current ? 1 : 0, style, mark);
	for (size_t i = 0; i < columns->n; i++)
		paint_field(p, at, columns->at[i], columns->width[i], style,
		    PAINT_LEFT, row->cells[i]);
}

/* The first row in sight, so that the current one is. */
static size_t first_in_sight(const struct flow_view *view, size_t room)
{
	size_t current = 0;

	for (size_t i = 0; i < view->n_rows; i++)
		if (view->rows[i].current)
			current = i;
	return current + 1 > room ? current + 1 - room : 0;
}

static void list_draw(const struct flow_view *view, const struct paint *p)
{
	struct columns columns;
	bool titles = p->rows >= 3;
	size_t room = (size_t)(p->rows - titles), first, shown;

	columns_fit(view, p->columns - 1, &columns);
	for (size_t i = 0; titles && i < columns.n; i++)
		paint_field(p, 0, columns.at[i], columns.width[i],
		    STYLE_UNDERLINE, PAINT_LEFT, view->columns[i]);
	first = first_in_sight(view, room);
	shown = view->n_rows - first < room ? view->n_rows - first : room;
	for (size_t i = 0; i < shown; i++)
		row_draw(&view->rows[first + i], &columns, p,
		    (int)i + titles);
	if (view->more_rows || first + shown < view->n_rows)
		paint_text(p, p->rows - 1, p->columns - 4, STYLE_DIM, "...");
}

int body_rows(const struct flow_view *view)
{
	int rows = (int)view->n_card;

	if (rows == 0 && view->n_suggestions > 0)
		rows += (int)view->n_suggestions + (view->n_rows > 0);
	if (view->n_card == 0 && view->n_rows > 0)
		rows += (int)view->n_rows + 1;
	return rows;
}

/* Suggestions above, the work list in what is left. */
static void lists_draw(const struct flow_view *view, const struct paint *p)
{
	struct paint above = *p, below;
	int used;

	if (view->n_rows > 0 && view->n_suggestions > 0)
		above = paint_part(p, 0, 0, p->rows - least_of(p->rows / 2,
		    (int)view->n_rows + 1), p->columns);
	used = suggestions_draw(view, &above);
	below = paint_part(p, used, 0, p->rows - used, p->columns);
	if (view->n_rows > 0 && below.rows > 0)
		list_draw(view, &below);
}

void body_draw(const struct picture *picture, const struct paint *p)
{
	const struct flow_view *view = picture->view;
	struct paint part = *p;
	int columns;

	if (p->rows == 0)
		return;
	if (view->n_card > 0) {
		card_draw(view, p);
		return;
	}
	if (view->big[0] != '\0' && p->columns >= 80) {
		columns = big_columns(view, p);
		part = paint_part(p, 0, 0, p->rows, columns);
		big_draw(picture, &part);
		part = paint_part(p, 0, columns, p->rows, p->columns - columns);
	}
	lists_draw(view, &part);
}

/* --- The tape --------------------------------------------------------------- */

static void tape_row(const struct view_tape *tape, const struct paint *p, int row)
{
	static const char *const how[] = {
		[ENTRY_SCANNED] = "", [ENTRY_KEYED] = N_(" KEYED"),
		[ENTRY_PASTED] = N_(" PASTED"), [ENTRY_FILE] = N_(" FILE"),
		[ENTRY_SYSTEM] = "" };
	enum band_kind band = band_of_verdict(tape->kind);
	char clock[6], text[320];

	clock_hhmm(tape->at, clock);
	str_print(text, sizeof text, "%s %c %-5s %s%s  %s", clock,
	    band_frame(band), verdict_word(tape->kind), tape->scan,
	    how[tape->entry][0] != '\0' ? _(how[tape->entry]) : "", tape->text);
	paint_field(p, row, 1, p->columns - 2,
	    tape->kind == VERDICT_REFUSE ? STYLE_WARN : STYLE_DIM, PAINT_LEFT,
	    text);
}

void tape_draw(const struct picture *picture, const struct paint *p)
{
	const struct flow_view *view = picture->view;

	for (size_t i = 0; i < view->n_tape && (int)i < p->rows; i++)
		tape_row(&view->tape[i], p, (int)i);
}
