/*
 * pick.c - a short list to pick from.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "term/pick.h"
#include "term/text.h"

#define TWO_COLUMNS_MIN 30	/* cells a column needs */

/* The next entry that is not off, from at on in steps of +1 or -1; at itself
 * when there is none. */
static size_t next_on(const struct pick *pick, size_t at, int step)
{
	size_t i = at;

	for (;;) {
		if (step < 0 ? i == 0 : i + 1 >= pick->n)
			return at;
		i = step < 0 ? i - 1 : i + 1;
		if (!pick->entries[i].off)
			return i;
	}
}

void pick_init(struct pick *pick, const struct pick_entry entries[], size_t n)
{
	memset(pick, 0, sizeof *pick);
	pick_update(pick, entries, n);
}

void pick_update(struct pick *pick, const struct pick_entry entries[],
    size_t n)
{
	pick->entries = entries;
	pick->n = n;
	if (pick->at >= n)
		pick->at = n > 0 ? n - 1 : 0;
	if (n > 0 && entries[pick->at].off) {
		size_t down = next_on(pick, pick->at, 1);

		pick->at = down != pick->at ? down :
		    next_on(pick, pick->at, -1);
	}
}

static uint32_t folded(uint32_t ch)
{
	return ch >= 'a' && ch <= 'z' ? ch - ('a' - 'A') : ch;
}

static enum pick_answer pick_hot(struct pick *pick, uint32_t ch)
{
	for (size_t i = 0; i < pick->n; i++)
		if (pick->entries[i].hot != 0 && !pick->entries[i].off &&
		    folded(pick->entries[i].hot) == folded(ch)) {
			pick->at = i;
			return PICK_PICKED;
		}
	return PICK_IGNORED;
}

/* By n entries down (or up); the last one that is on, when there are fewer. */
static void move_by(struct pick *pick, size_t n, int step)
{
	while (n-- > 0)
		pick->at = next_on(pick, pick->at, step);
}

/* To the entry beside this one in the other column, or the last there. */
static void move_across(struct pick *pick, int step)
{
	size_t half = (pick->n + 1) / 2;
	size_t to = step > 0 ? pick->at + half : pick->at - half;

	if (!pick->two || (step > 0) == (pick->at >= half))
		return;
	to = to < pick->n ? to : pick->n - 1;
	if (!pick->entries[to].off)
		pick->at = to;
}

static bool move(struct pick *pick, enum key key)
{
	size_t page = pick->rows > 0 ? pick->rows : 1;

	switch (key) {
	case K_UP:
	case K_BACKTAB:
		move_by(pick, 1, -1);
		return true;
	case K_DOWN:
	case K_TAB:
		move_by(pick, 1, 1);
		return true;
	case K_PAGE_UP:
		move_by(pick, page, -1);
		return true;
	case K_PAGE_DOWN:
		move_by(pick, page, 1);
		return true;
	case K_HOME:
		move_by(pick, pick->n, -1);
		return true;
	case K_END:
		move_by(pick, pick->n, 1);
		return true;
	case K_LEFT:
	case K_RIGHT:
		move_across(pick, key == K_RIGHT ? 1 : -1);
		return true;
	default:
		return false;
	}
}

enum pick_answer pick_press(struct pick *pick, const struct press *press)
{
	if (pick->n == 0)
		return PICK_IGNORED;
	if (press->key == K_CHAR)
		return pick_hot(pick, press->ch);
	if (press->key == K_ENTER)
		return pick->entries[pick->at].off ? PICK_IGNORED : PICK_PICKED;
	return move(pick, press->key) ? PICK_MOVED : PICK_IGNORED;
}

/* --- Drawing --------------------------------------------------------------- */

static void draw_entry(const struct pick *pick, const struct paint *p, int row,
    size_t i)
{
	const struct pick_entry *entry = &pick->entries[i];
	bool chosen = i == pick->at && !entry->off;
	unsigned style = chosen ? STYLE_REVERSE :
	    entry->off ? STYLE_DIM : STYLE_NORMAL;
	int at = 1, words, note;

	paint_fill(p, row, 0, 1, p->columns, style, ' ');
	paint_put(p, row, 0, style, chosen ? '>' : ' ');
	if (entry->hot != 0) {
		paint_put(p, row, at, style | STYLE_BOLD, entry->hot);
		at += 3;
	}
	words = text_width(entry->words, paint_utf8(p));
	note = entry->note == NULL ? 0 :
	    text_width(entry->note, paint_utf8(p)) + 1;
	if (note > 0 && at + words + 1 + note <= p->columns)
		paint_text(p, row, p->columns - note, style, entry->note);
	else
		note = 0;
	paint_field(p, row, at, p->columns - at - note, style, PAINT_LEFT,
	    entry->words);
	if (note > 0)
		paint_text(p, row, p->columns - note, style, entry->note);
}

static void draw_two(struct pick *pick, const struct paint *p)
{
	size_t half = (pick->n + 1) / 2;
	int width = (p->columns - 2) / 2;
	struct paint left = paint_part(p, 0, 0, p->rows, width);
	struct paint right = paint_part(p, 0, width + 2, p->rows, width);

	for (size_t i = 0; i < pick->n; i++)
		draw_entry(pick, i < half ? &left : &right,
		    (int)(i < half ? i : i - half), i);
}

static void scroll_to_chosen(struct pick *pick)
{
	if (pick->rows == 0)
		return;
	if (pick->at < pick->top)
		pick->top = pick->at;
	if (pick->at >= pick->top + pick->rows)
		pick->top = pick->at - pick->rows + 1;
	if (pick->n <= pick->rows)
		pick->top = 0;
	else if (pick->top + pick->rows > pick->n)
		pick->top = pick->n - pick->rows;
}

void pick_draw(struct pick *pick, const struct paint *p, bool two_columns)
{
	size_t half = (pick->n + 1) / 2;

	pick->rows = (size_t)p->rows;
	pick->two = two_columns && p->columns >= 2 * TWO_COLUMNS_MIN &&
	    half <= pick->rows;
	if (pick->two) {
		draw_two(pick, p);
		return;
	}
	scroll_to_chosen(pick);
	for (size_t i = 0; i < pick->rows && pick->top + i < pick->n; i++)
		draw_entry(pick, p, (int)i, pick->top + i);
	if (pick->top > 0)
		paint_put(p, 0, p->columns - 1, STYLE_BOLD, '^');
	if (pick->top + pick->rows < pick->n)
		paint_put(p, p->rows - 1, p->columns - 1, STYLE_BOLD, 'v');
}
