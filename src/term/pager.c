/*
 * pager.c - a text to read.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The place in the text is a byte offset at which a row begins for the width
 * of the last drawing; another width moves it back to the row it falls into.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "term/pager.h"
#include "term/text.h"

#define NO_MORE ((size_t)-1)

void pager_init(struct pager *pager, const char *text)
{
	*pager = (struct pager){ .text = text };
}

static bool is_line_start(const char *text, size_t at)
{
	return at == 0 || text[at - 1] == '\n';
}

/* Headings and lines as they are: one row each, however long. */
static bool is_unwrapped(const char *text, size_t at)
{
	return is_line_start(text, at) && (text[at] == ' ' ||
	    (text[at] == '=' && text[at + 1] == ' '));
}

/* The bytes of the row at offset at; *next is where the following begins,
 * or NO_MORE. */
static size_t row_at(const struct pager *pager, size_t at, size_t *next)
{
	const char *text = pager->text + at;
	size_t n, step;

	if (is_unwrapped(pager->text, at)) {
		n = strcspn(text, "\n");
		step = text[n] == '\n' && text[n + 1] != '\0' ? n + 1 : 0;
	} else {
		n = text_wrap(text, pager->columns, pager->utf8, &step);
	}
	*next = step > 0 ? at + step : NO_MORE;
	return n;
}

/* The row that begins at or before offset at, the last such one. */
static size_t row_start(const struct pager *pager, size_t at)
{
	size_t start = at, next;

	while (!is_line_start(pager->text, start))
		start--;
	for (;;) {
		row_at(pager, start, &next);
		if (next == NO_MORE || next > at)
			return start;
		start = next;
	}
}

/* n rows up from at, or the first row. */
static size_t up_from(const struct pager *pager, size_t at, int n)
{
	while (n-- > 0 && at > 0)
		at = row_start(pager, at - 1);
	return at;
}

static size_t last_row(const struct pager *pager)
{
	size_t n = strlen(pager->text);

	if (n > 0 && pager->text[n - 1] == '\n')
		n--;
	return row_start(pager, n);
}

/* The lowest place: the last row at the bottom. */
static size_t lowest(const struct pager *pager)
{
	return up_from(pager, last_row(pager), pager->rows - 1);
}

static size_t down_from(const struct pager *pager, size_t at, int n)
{
	size_t end = lowest(pager), next;

	while (n-- > 0) {
		row_at(pager, at, &next);
		if (next == NO_MORE || at >= end)
			break;
		at = next;
	}
	return at < end ? at : end;
}

enum pager_answer pager_press(struct pager *pager, const struct press *press)
{
	int page = pager->rows > 1 ? pager->rows - 1 : 1;

	if (pager->rows <= 0)
		return PAGER_IGNORED;	/* never drawn: there are no rows */
	if (press->key == K_UP)
		pager->top = up_from(pager, pager->top, 1);
	else if (press->key == K_DOWN)
		pager->top = down_from(pager, pager->top, 1);
	else if (press->key == K_PAGE_UP)
		pager->top = up_from(pager, pager->top, page);
	else if (press->key == K_PAGE_DOWN ||
	    (press->key == K_CHAR && press->ch == ' '))
		pager->top = down_from(pager, pager->top, page);
	else if (press->key == K_HOME)
		pager->top = 0;
	else if (press->key == K_END)
		pager->top = lowest(pager);
	else
		return PAGER_IGNORED;
	return PAGER_MOVED;
}

/* --- Drawing --------------------------------------------------------------- */

static void draw_row(const struct pager *pager, const struct paint *p, int row,
    size_t at, size_t n)
{
	unsigned style = STYLE_NORMAL;
	char text[1024];

	if (is_line_start(pager->text, at) &&
	    strncmp(pager->text + at, "= ", 2) == 0) {
		style = STYLE_BOLD;
		at += 2;
		n -= 2;
	}
	str_copyn(text, sizeof text, pager->text + at, n);
	paint_text(p, row, 0, style, text);
}

static void draw_place(const struct pager *pager, const struct paint *p,
    size_t after)
{
	size_t all = strlen(pager->text);
	const char *above = pager->top > 0 ? "^" : " ";
	const char *below = after != NO_MORE ? "v" : " ";
	int percent = after == NO_MORE || all == 0 ? 100 :
	    (int)(after * 100 / all);

	if (pager->top == 0 && after == NO_MORE)
		return;
	paint_textf(p, p->rows - 1, 0, STYLE_DIM, "%s%s %d%%", above, below,
	    percent);
}

void pager_draw(struct pager *pager, const struct paint *p)
{
	size_t at, next;

	pager->rows = p->rows - 1;
	pager->columns = p->columns;
	pager->utf8 = paint_utf8(p);
	if (pager->rows <= 0 || pager->columns <= 0)
		return;
	at = row_start(pager, pager->top);
	pager->top = at < lowest(pager) ? at : lowest(pager);
	at = pager->top;
	for (int row = 0; row < pager->rows && at != NO_MORE; row++) {
		size_t n = row_at(pager, at, &next);

		draw_row(pager, p, row, at, n);
		at = next;
	}
	draw_place(pager, p, at);
}
