/*
 * bar.c - the rows at the edge of a screen.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "term/bar.h"
#include "term/text.h"

/* --- Title and status ------------------------------------------------------ */

/* Columns of the parts from i on, two blanks between and one behind. */
static int parts_width(const char *const parts[], size_t i, bool utf8)
{
	int width = 0;

	for (; parts != NULL && parts[i] != NULL; i++)
		width += (width > 0 ? 2 : 0) + text_width(parts[i], utf8);
	return width > 0 ? width + 1 : 0;
}

static void repeat(const struct paint *p, int row, int column, int width,
    const char *fill)
{
	struct paint part = paint_part(p, row, column, 1, width);
	int step = text_width(fill, paint_utf8(p));

	for (int at = 0; step > 0 && at + step <= part.columns; at += step)
		paint_text(&part, 0, at, STYLE_REVERSE, fill);
}

void bar_title(const struct paint *p, int row, const char *left,
    const char *const parts[], const char *fill)
{
	bool utf8 = paint_utf8(p);
	int wanted = text_width(left, utf8) + 2, right, used;
	size_t first = 0;

	while (parts != NULL && parts[first] != NULL &&
	    wanted + parts_width(parts, first, utf8) > p->columns)
		first++;
	right = p->columns - parts_width(parts, first, utf8);
	paint_fill(p, row, 0, 1, p->columns, STYLE_REVERSE, ' ');
	paint_field(p, row, 1, right - 2 < wanted - 2 ? right - 2 : wanted - 2,
	    STYLE_REVERSE | STYLE_BOLD, PAINT_LEFT, left);
	used = wanted + 1;
	if (fill != NULL && right - 1 > used)
		repeat(p, row, used, right - 1 - used, fill);
	for (; parts != NULL && parts[first] != NULL; first++)
		right += paint_text(p, row, right, STYLE_REVERSE,
		    parts[first]) + 2;
}

void bar_status(const struct paint *p, int row, unsigned style,
    const char *left, const char *right)
{
	int room = p->columns - text_width(right, paint_utf8(p)) - 2;

	paint_fill(p, row, 0, 1, p->columns, style, ' ');
	if (room >= text_width(left, paint_utf8(p)) + 1)
		paint_text(p, row, room + 1, style, right);
	paint_field(p, row, 1, p->columns - 2 < text_width(left,
	    paint_utf8(p)) ? p->columns - 2 : text_width(left, paint_utf8(p)),
	    style, PAINT_LEFT, left);
}

/* --- Function keys --------------------------------------------------------- */

/* How a row of keys is written, from roomy to narrow. */
static const struct manner {
	const char *between;	/* two keys */
	const char *after;	/* the label */
	bool brief, bare;	/* short words; labels without their F */
} manners[] = {
	{ "  ", " ", false, false },
	{ " ", " ", false, false },
	{ " ", " ", true, false },
	{ " ", "", true, false },
	{ " ", "", true, true },
};
#define MANNERS (sizeof manners / sizeof manners[0])

static void key_text(const struct bar_key *key, const struct manner *manner,
    char label[16], char words[64])
{
	const char *text = key->label;

	if (manner->bare && text[0] == 'F' && text[1] != '\0')
		text++;
	str_copy(label, 16, text);
	if (!manner->brief)
		str_copy(words, 64, key->words);
	else if (key->brief != NULL)
		str_copy(words, 64, key->brief);
	else
		str_copyn(words, 64, key->words,
		    text_fit(key->words, 3, true, NULL));
}

static int key_width(const struct bar_key *key, const struct manner *manner,
    bool utf8)
{
	char label[16], words[64];

	key_text(key, manner, label, words);
	return text_width(label, utf8) + text_width(words, utf8) +
	    (int)strlen(manner->after);
}

/* Only keys of this rank and above. */
static int keys_width(const struct bar_key keys[], size_t n, int rank,
    const struct manner *manner, bool utf8)
{
	int width = 0;

	for (size_t i = 0; i < n; i++)
		if (keys[i].rank >= rank)
			width += key_width(&keys[i], manner, utf8) +
			    (width > 0 ? (int)strlen(manner->between) : 0);
	return width;
}

/* The least rank above the one given; the same when there is none. */
static int next_rank(const struct bar_key keys[], size_t n, int rank)
{
	int next = rank;

	for (size_t i = 0; i < n; i++)
		if (keys[i].rank > rank && (next == rank || keys[i].rank < next))
			next = keys[i].rank;
	return next;
}

static int lowest_rank(const struct bar_key keys[], size_t n)
{
	int rank = keys[0].rank;

	for (size_t i = 1; i < n; i++)
		rank = keys[i].rank < rank ? keys[i].rank : rank;
	return rank;
}

static void draw_keys(const struct paint *p, int row,
    const struct bar_key keys[], size_t n, int rank,
    const struct manner *manner)
{
	int at = 0;

	for (size_t i = 0; i < n; i++) {
		char label[16], words[64];

		if (keys[i].rank < rank)
			continue;
		if (at > 0)
			at += (int)strlen(manner->between);
		key_text(&keys[i], manner, label, words);
		at += paint_text(p, row, at, STYLE_REVERSE, label);
		at += (int)strlen(manner->after);
		at += paint_text(p, row, at, STYLE_NORMAL, words);
	}
}

void bar_keys(const struct paint *p, int row, const struct bar_key keys[],
    size_t n)
{
	bool utf8 = paint_utf8(p);
	size_t manner = 0;
	int rank, next;

	if (n == 0)
		return;
	rank = lowest_rank(keys, n);
	while (keys_width(keys, n, rank, &manners[manner], utf8) > p->columns) {
		if (manner < MANNERS - 1) {
			manner++;
			continue;
		}
		next = next_rank(keys, n, rank);
		if (next == rank)
			break;
		rank = next;
	}
	draw_keys(p, row, keys, n, rank, &manners[manner]);
}
