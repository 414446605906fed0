/*
 * editor.c - one line somebody types.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "term/editor.h"
#include "term/text.h"

#define FIELD_MIN 8		/* cells below which label and mark give way */

void editor_init(struct editor *editor, size_t limit)
{
	memset(editor, 0, sizeof *editor);
	editor->limit = limit > 0 ? limit : EDITOR_BYTES;
}

void editor_masked(struct editor *editor, bool masked)
{
	editor->masked = masked;
}

void editor_clear(struct editor *editor)
{
	explicit_bzero(editor->text, sizeof editor->text);
	editor->len = editor->at = 0;
}

bool editor_is_empty(const struct editor *editor)
{
	return editor->len == 0;
}

/* A mark belongs to the character before it.  This is about characters, not
 * about how the terminal shows them: UTF-8 always. */
static bool is_mark(uint32_t ch)
{
	return text_cells(ch, false) == 0;
}

static size_t count(const char *text, size_t n)
{
	size_t characters = 0;

	for (size_t at = 0; at < n; ) {
		uint32_t ch;

		at += text_step(text + at, n - at, &ch);
		characters += is_mark(ch) ? 0 : 1;
	}
	return characters;
}

size_t editor_count(const struct editor *editor)
{
	return count(editor->text, editor->len);
}

static bool is_text(const char *text)
{
	for (size_t n = strlen(text); n > 0; ) {
		uint32_t ch;
		size_t step = text_step(text, n, &ch);

		if (ch < 0x20 || ch == 0x7F || (ch == TEXT_FAULTY && step == 1))
			return false;
		text += step;
		n -= step;
	}
	return true;
}

bool editor_set(struct editor *editor, const char *text)
{
	size_t n = strlen(text);

	if (n >= EDITOR_BYTES || !is_text(text) ||
	    count(text, n) > editor->limit)
		return false;
	editor_clear(editor);
	memcpy(editor->text, text, n);
	editor->len = editor->at = n;
	return true;
}

/* --- Moving ---------------------------------------------------------------- */

/* Where the character at offset at ends, with its marks. */
static size_t after(const struct editor *editor, size_t at)
{
	uint32_t ch;

	if (at >= editor->len)
		return editor->len;
	at += text_step(editor->text + at, editor->len - at, &ch);
	while (at < editor->len) {
		size_t step = text_step(editor->text + at, editor->len - at,
		    &ch);

		if (!is_mark(ch))
			break;
		at += step;
	}
	return at;
}

static size_t before(const struct editor *editor, size_t at)
{
	size_t start = 0;

	while (after(editor, start) < at)
		start = after(editor, start);
	return at == 0 ? 0 : start;
}

static enum editor_answer move_to(struct editor *editor, size_t at)
{
	editor->at = at;
	return EDITOR_MOVED;
}

/* --- Changing -------------------------------------------------------------- */

static enum editor_answer insert(struct editor *editor, uint32_t ch)
{
	char bytes[4];
	size_t n = text_encode(ch, bytes);

	if (editor->len + n >= EDITOR_BYTES ||
	    (!is_mark(ch) && editor_count(editor) >= editor->limit))
		return EDITOR_FULL;
	if (is_mark(ch) && editor->at == 0)
		return EDITOR_FULL;	/* it would stand on nothing */
	memmove(editor->text + editor->at + n, editor->text + editor->at,
	    editor->len - editor->at + 1);
	memcpy(editor->text + editor->at, bytes, n);
	editor->len += n;
	editor->at += n;
	assert(editor->text[editor->len] == '\0');
	return EDITOR_CHANGED;
}

static enum editor_answer erase_span(struct editor *editor, size_t from,
    size_t to)
{
	if (from == to)
		return EDITOR_MOVED;
	memmove(editor->text + from, editor->text + to, editor->len - to + 1);
	editor->len -= to - from;
	editor->at = from;
	return EDITOR_CHANGED;
}

static enum editor_answer control(struct editor *editor, uint32_t letter)
{
	if (letter == 'U')
		return erase_span(editor, 0, editor->len);
	if (letter == 'A')
		return move_to(editor, 0);
	if (letter == 'E')
		return move_to(editor, editor->len);
	return EDITOR_IGNORED;
}

enum editor_answer editor_press(struct editor *editor,
    const struct press *press)
{
	size_t at = editor->at;

	assert(at <= editor->len && editor->len < EDITOR_BYTES);
	switch (press->key) {
	case K_CHAR:
		return insert(editor, press->ch);
	case K_CTRL:
		return control(editor, press->ch);
	case K_BACKSPACE:
		return erase_span(editor, before(editor, at), at);
	case K_DELETE:
		return erase_span(editor, at, after(editor, at));
	case K_LEFT:
		return move_to(editor, before(editor, at));
	case K_RIGHT:
		return move_to(editor, after(editor, at));
	case K_HOME:
		return move_to(editor, 0);
	case K_END:
		return move_to(editor, editor->len);
	case K_ENTER:
		return EDITOR_ENTER;
	case K_ESC:
		editor_clear(editor);
		return EDITOR_LEFT;
	default:
		return EDITOR_IGNORED;
	}
}

/* --- Drawing --------------------------------------------------------------- */

/* The text as it is shown; *cursor is the offset of the cursor in it. */
static void shown_text(const struct editor *editor, char out[EDITOR_BYTES],
    size_t *cursor)
{
	if (!editor->masked) {
		memcpy(out, editor->text, editor->len + 1);
		*cursor = editor->at;
		return;
	}
	memset(out, '*', editor_count(editor));
	out[editor_count(editor)] = '\0';
	*cursor = count(editor->text, editor->at);
}

/* Cells of text[0..n). */
static int width_of(const char *text, size_t n, bool utf8)
{
	char part[EDITOR_BYTES];

	str_copyn(part, sizeof part, text, n);
	return text_width(part, utf8);
}

/* The field of width cells: the text slides left until the cursor is in. */
static void draw_text(const struct editor *editor, const struct paint *p)
{
	char text[EDITOR_BYTES];
	bool utf8 = paint_utf8(p);
	size_t cursor, start = 0;

	shown_text(editor, text, &cursor);
	while (width_of(text + start, cursor - start, utf8) >= p->columns) {
		uint32_t ch;

		start += text_step(text + start, strlen(text + start), &ch);
	}
	paint_field(p, 0, 0, p->columns, STYLE_UNDERLINE, PAINT_LEFT,
	    text + start);
	if (start > 0)
		paint_put(p, 0, 0, STYLE_UNDERLINE, '<');
	paint_cursor(p, 0, width_of(text + start, cursor - start, utf8));
}

void editor_draw(const struct editor *editor, const struct paint *p, int row,
    int column, int width, const char *label)
{
	struct paint part = paint_part(p, row, column, 1, width), field;
	bool utf8 = paint_utf8(p);
	bool marked = editor->mark != NULL && editor->len > 0;
	int left = text_width(label, utf8);
	int right = editor->mark != NULL ? text_width(editor->mark, utf8) + 1 : 0;

	left += left > 0 ? 1 : 0;
	if (marked && part.columns - left - right - 2 < FIELD_MIN) {
		left = 0;	/* what it is shows by being typed */
		label = "";
	}
	if (part.columns - left - right - 2 < FIELD_MIN)
		right = 0;
	paint_field(&part, 0, 0, part.columns, STYLE_NORMAL, PAINT_LEFT, label);
	field = paint_part(&part, 0, left + 1, 1,
	    part.columns - left - right - 2);
	paint_put(&part, 0, left, STYLE_NORMAL, '[');
	paint_put(&part, 0, left + 1 + field.columns, STYLE_NORMAL, ']');
	if (field.columns > 0)
		draw_text(editor, &field);
	if (marked && right > 0)
		paint_text(&part, 0, part.columns - right + 1, STYLE_WARN,
		    editor->mark);
}
