/*
 * label_draw.c - how the screen of labels looks.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Wide: the label at the left, what is to be said of it at the right, the last
 * labels below.  Middle: the label above what is said.  Narrow: words alone.
 */
#include <string.h>
#include "base/str.h"
#include "ui/label_state.h"
#include "ui/picture.h"
#include "ui/prints.h"
#include "ui/words.h"

#define FACTS_COLUMNS 32	/* beside a label, on a wide screen */
#define FACTS_ROWS 4		/* below it, on a middle one */
#define PREVIEW_ROWS 5		/* lower ones show nothing, and are left out */

/* --- The label -------------------------------------------------------------- */

/* Made again only for another label or another size. */
static const char *preview_of(const struct label_state *of, int columns, int rows,
    bool utf8)
{
	/* the state remembers what was drawn last */
	struct label_state *state = (struct label_state *)(uintptr_t)of;

	if (state->preview_columns == columns && state->preview_rows == rows)
		return state->preview.p;
	str_clear(&state->preview);
	if (!label_make_preview(&state->make, columns, rows, utf8,
	    &state->preview))
		str_clear(&state->preview);
	state->preview_columns = columns;
	state->preview_rows = rows;
	return state->preview.p;
}

static void preview_draw(const struct label_state *state, const struct paint *p)
{
	struct paint inner = paint_inner(p, 1);
	const char *line = preview_of(state, inner.columns, inner.rows,
	    paint_utf8(p));
	const struct label_info *info = label_info(state->make.label);

	paint_box(p, STYLE_NORMAL, info->title);
	if (line == NULL || line[0] == '\0')
		paint_wrap(&inner, 0, 1, inner.rows, inner.columns - 2, STYLE_DIM,
		    state->make.why.what);
	for (int row = 0; line != NULL && *line != '\0' && row < inner.rows;
	    row++) {
		size_t n = strcspn(line, "\n");
		char one[1200];

		str_copyn(one, sizeof one, line, n);
		paint_text(&inner, row, 0, STYLE_NORMAL, one);
		line += n + (line[n] == '\n');
	}
}

/* --- What is said of it ------------------------------------------------------ */

static int fact(const struct paint *p, int row, const char *label,
    const char *value, unsigned style)
{
	int column = p->columns >= 30 ? 10 : 0;

	if (row >= p->rows || value[0] == '\0')
		return row;
	if (column > 0)
		paint_text(p, row, 1, STYLE_DIM, label);
	return row + paint_wrap(p, row, column + 1, p->rows - row < 3 ? p->rows - row : 3,
	    p->columns - column - 2, style, value);
}

static int copies_draw(const struct label_state *state, const struct paint *p,
    int row)
{
	char copies[40];

	if (row >= p->rows)
		return row;
	if (state->step == COPIES) {
		editor_draw(&state->copies, p, row, 1, p->columns - 2, _("copies"));
		return row + 1;
	}
	str_print(copies, sizeof copies, many_("%d label", "%d labels",
	    state->make.copies), state->make.copies);
	return fact(p, row, _("copies"), copies, STYLE_BOLD);
}

static void facts_draw(const struct label_state *state, const struct paint *p)
{
	const struct label_make *make = &state->make;
	char printer[NOTE_SIZE + 80] = "";
	int row = 0;

	if (make->printer != NULL)
		str_print(printer, sizeof printer, "%s%s%s", make->printer->name,
		    state->trouble[0] != '\0' ? ": " : "", state->trouble);
	row = fact(p, row, _("label"), label_info(make->label)->name, STYLE_BOLD);
	row = copies_draw(state, p, row);
	if (make->why.kind != ERR_NONE) {
		row = fact(p, row, _("not yet"), make->why.what, STYLE_WARN);
		fact(p, row, "", make->why.hint, STYLE_NORMAL);
		return;
	}
	row = fact(p, row, _("printer"), printer,
	    state->trouble[0] != '\0' ? STYLE_WARN : STYLE_NORMAL);
	if (row + 1 < p->rows)
		row++;
	fact(p, row, "", _("F3 prints it"), STYLE_BOLD);
}

static void last_draw(const struct label_state *state, const struct paint *p)
{
	for (size_t i = 0; i < state->n_last && (int)i < p->rows; i++) {
		const struct print_row *row = &state->last[i];
		char age[32];

		print_age(row->made_at, age, sizeof age);
		paint_field(p, (int)i, 1, 12, print_state_style(row->state),
		    PAINT_LEFT, print_state_shown(row->state));
		if (p->columns >= 80)
			paint_textf(p, (int)i, 14, STYLE_NORMAL, "%-8s %lld %s %s",
			    age, (long long)row->id, row->template_name,
			    state->last_for[i]);
		else
			paint_field(p, (int)i, 14, p->columns - 15, STYLE_NORMAL,
			    PAINT_LEFT, state->last_for[i]);
	}
}

/* --- Where it all goes ------------------------------------------------------ */

static void head_draw(const struct label_state *state, const struct paint *p)
{
	const struct label_subject *is = &state->make.subject;

	paint_field(p, 1, 1, p->columns - 2, STYLE_BOLD, PAINT_LEFT,
	    is->kind != SUBJECT_OF_NONE ? is->words : p->columns >= 40 ?
	    _("SCAN WHAT IT IS FOR, or take one") :
	    _("SCAN WHAT IT IS FOR"));
}

static void seen_draw(const struct label_state *state, const struct paint *p)
{
	int rows = p->rows;
	struct paint part;

	if (p->columns >= 80 && rows >= PREVIEW_ROWS) {
		part = paint_part(p, 0, 1, rows, p->columns - FACTS_COLUMNS - 2);
		preview_draw(state, &part);
		part = paint_part(p, 1, p->columns - FACTS_COLUMNS, rows - 1,
		    FACTS_COLUMNS);
	} else if (p->columns >= 40 && rows >= PREVIEW_ROWS + FACTS_ROWS) {
		part = paint_part(p, 0, 0, rows - FACTS_ROWS, p->columns);
		preview_draw(state, &part);
		part = paint_part(p, rows - FACTS_ROWS, 0, FACTS_ROWS, p->columns);
	} else {
		part = *p;
	}
	facts_draw(state, &part);
}

void label_screen_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p)
{
	const struct label_state *state = (const struct label_state *)screen;
	/* the pick remembers what of it was in sight */
	struct pick *pick = (struct pick *)(uintptr_t)&state->pick;
	int last = p->rows >= 20 ? LABELS_SHOWN : p->columns >= 40 ? 1 : 2;
	struct paint body = paint_part(p, 2, 0, p->rows - 5 - last, p->columns);
	struct paint below = paint_part(p, p->rows - 3 - last, 0, last,
	    p->columns);
	struct paint whole = paint_part(p, 1, 0, p->rows - 4, p->columns);

	edges_title(&ui->edges, p, 0, _("LABELS"), "");
	head_draw(state, p);
	if (state->step == CHOOSING)
		pick_draw(pick, &body, false);
	else
		seen_draw(state, &body);
	last_draw(state, &below);
	if (state->step == REASON)
		dialog_draw(&state->dialog, &whole);
	edges_typed(&ui->line, ui->note, p, p->rows - 3);
	edges_status(&ui->edges, p, p->rows - 2);
	edges_keys(ui_situation(ui), 0, p, p->rows - 1);
}
