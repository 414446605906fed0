/*
 * dialog.c - a question over the screen.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "term/dialog.h"
#include "term/text.h"

#define WIDTH_MAX 64		/* longer lines are hard to read */

void dialog_init(struct dialog *dialog, enum band_kind kind, const char *title,
    const char *text, const struct dialog_answer answers[], size_t n)
{
	assert(n >= 1 && n <= DIALOG_ANSWERS);
	*dialog = (struct dialog){ .kind = kind, .title = title, .text = text,
		.answers = answers, .n = n, .label = "" };
}

/* --- Answering ------------------------------------------------------------- */

static uint32_t folded(uint32_t ch)
{
	return ch >= 'a' && ch <= 'z' ? ch - ('a' - 'A') : ch;
}

static bool is_answer(const struct dialog_answer *answer,
    const struct press *press)
{
	if (answer->key != press->key)
		return false;
	return press->key != K_CHAR || folded(answer->ch) == folded(press->ch);
}

static int by_key(const struct dialog *dialog, const struct press *press)
{
	for (size_t i = 0; i < dialog->n; i++)
		if (is_answer(&dialog->answers[i], press))
			return (int)i;
	return DIALOG_NONE;
}

static int move(struct dialog *dialog, enum key key)
{
	size_t n = dialog->n;

	switch (key) {
	case K_ENTER:
		return (int)dialog->at;
	case K_ESC:
		return 0;
	case K_LEFT:
	case K_UP:
	case K_BACKTAB:
		dialog->at = (dialog->at + n - 1) % n;
		return DIALOG_NONE;
	case K_RIGHT:
	case K_DOWN:
	case K_TAB:
		dialog->at = (dialog->at + 1) % n;
		return DIALOG_NONE;
	default:
		return DIALOG_NONE;
	}
}

static int type(struct dialog *dialog, const struct press *press)
{
	int answer = press->key == K_CHAR ? DIALOG_NONE :
	    by_key(dialog, press);

	if (answer != DIALOG_NONE)
		return answer;
	switch (editor_press(dialog->editor, press)) {
	case EDITOR_ENTER:
		return editor_is_empty(dialog->editor) ? DIALOG_NONE :
		    (int)dialog->n - 1;
	case EDITOR_LEFT:
		return 0;
	default:
		return DIALOG_NONE;
	}
}

int dialog_press(struct dialog *dialog, const struct press *press)
{
	int answer;

	if (dialog->editor != NULL)
		return type(dialog, press);
	answer = by_key(dialog, press);
	return answer != DIALOG_NONE ? answer : move(dialog, press->key);
}

/* --- Drawing --------------------------------------------------------------- */

static int answer_width(const struct dialog_answer *answer, bool utf8)
{
	return text_width(answer->label, utf8) +
	    text_width(answer->words, utf8) + 3;
}

/* All answers in one row, a blank between. */
static int answers_width(const struct dialog *dialog, bool utf8)
{
	int width = -1;

	for (size_t i = 0; i < dialog->n; i++)
		width += answer_width(&dialog->answers[i], utf8) + 1;
	return width;
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Cells inside the frame. */
static int wanted_width(const struct dialog *dialog, int room, bool utf8)
{
	int width = most(text_width(dialog->title, utf8) + 4,
	    answers_width(dialog, utf8));
	const char *line = dialog->text;

	while (*line != '\0') {
		char one[256];
		size_t n = strcspn(line, "\n");

		str_copyn(one, sizeof one, line, n);
		width = most(width, text_width(one, utf8));
		line += n + (line[n] == '\n' ? 1 : 0);
	}
	if (dialog->editor != NULL)
		width = most(width, 40);
	return least(least(width, WIDTH_MAX), room);
}

static void draw_answers(const struct dialog *dialog, const struct paint *p,
    int row, bool side_by_side)
{
	int column = 0;

	for (size_t i = 0; i < dialog->n; i++) {
		const struct dialog_answer *answer = &dialog->answers[i];
		bool chosen = i == dialog->at && dialog->editor == NULL;
		unsigned style = chosen ? STYLE_REVERSE : STYLE_NORMAL;
		char text[96];

		str_print(text, sizeof text, "%c%s %s%c", chosen ? '>' : ' ',
		    answer->label, answer->words, chosen ? '<' : ' ');
		column += paint_text(p, row, column, style, text) + 1;
		if (!side_by_side) {
			column = 0;
			row++;
		}
	}
}

void dialog_draw(const struct dialog *dialog, const struct paint *p)
{
	bool utf8 = paint_utf8(p);
	int width = wanted_width(dialog, p->columns - 4, utf8);
	bool side_by_side = answers_width(dialog, utf8) <= width;
	int answers = side_by_side ? 1 : (int)dialog->n;
	int edit = dialog->editor != NULL ? 1 : 0;
	int room = p->rows - 2 - answers - edit;
	int text = least(most(room, 0), text_rows(dialog->text, most(width, 1),
	    utf8));
	int gap = room > text ? 1 : 0;
	int rows = text + gap + edit + answers + 2;
	struct paint box = paint_part(p, most((p->rows - rows) / 2, 0),
	    most((p->columns - width - 4) / 2, 0), rows, width + 4);
	struct paint inner = paint_part(&box, 1, 2, rows - 2, width);

	paint_fill(&box, 0, 0, rows, width + 4, STYLE_NORMAL, ' ');
	paint_box(&box, band_style(dialog->kind), dialog->title);
	paint_wrap(&inner, 0, 0, text, width, STYLE_NORMAL, dialog->text);
	draw_answers(dialog, &inner, text + gap + edit, side_by_side);
	p->canvas->cursor_row = p->canvas->cursor_column = -1;
	if (edit)
		editor_draw(dialog->editor, &inner, text + gap, 0, width,
		    dialog->label);
}
