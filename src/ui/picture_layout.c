/*
 * picture_layout.c - which part of a flow's picture goes where.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The tables give what each block needs at each class of screen.  What a view
 * does not have (no verdict yet, no large letters, nothing in the list) takes
 * its block away; a STOP takes more than any other verdict, and the rows it
 * takes are those of the list.
 */
#include <assert.h>
#include "term/glyph.h"
#include "term/text.h"
#include "ui/picture.h"

#define GLYPH_ROWS 5

static const struct share wide[BLOCKS] = {
	[BLOCK_TITLE] = { 1, 1, 0 },
	[BLOCK_BAND] = { 7, 7, 4 },
	[BLOCK_GAP] = { 1, 1, 12 },
	[BLOCK_BIG] = { 0, 0, 20 },	/* stands in the body */
	[BLOCK_PROMPT] = { 1, 1, 1 },
	[BLOCK_HELP] = { 1, 1, 8 },
	[BLOCK_PROGRESS] = { 0, 0, 20 },	/* beside the prompt */
	[BLOCK_SLOTS] = { 2, 3, 5 },
	[BLOCK_GAP2] = { 0, 1, 13 },
	[BLOCK_BODY] = { 2, 6, 6 },
	[BLOCK_GAP3] = { 0, 1, 14 },
	[BLOCK_TAPE] = { 2, VIEW_TAPE, 9 },
	[BLOCK_TYPED] = { 1, 1, 3 },
	[BLOCK_STATUS] = { 1, 1, 2 },
	[BLOCK_KEYS] = { 1, 1, 2 },
};

static const struct share middle[BLOCKS] = {
	[BLOCK_TITLE] = { 1, 1, 0 },
	[BLOCK_BAND] = { 1, 6, 4 },
	[BLOCK_GAP] = { 1, 1, 14 },
	[BLOCK_BIG] = { GLYPH_ROWS, GLYPH_ROWS, 5 },
	[BLOCK_PROMPT] = { 1, 2, 1 },
	[BLOCK_HELP] = { 1, 1, 15 },
	[BLOCK_PROGRESS] = { 1, 1, 6 },
	[BLOCK_SLOTS] = { 1, 3, 7 },
	[BLOCK_GAP2] = { 0, 0, 20 },
	[BLOCK_BODY] = { 1, 4, 9 },
	[BLOCK_GAP3] = { 0, 0, 20 },
	[BLOCK_TAPE] = { 1, 3, 10 },
	[BLOCK_TYPED] = { 1, 1, 3 },
	[BLOCK_STATUS] = { 1, 1, 2 },
	[BLOCK_KEYS] = { 1, 1, 2 },
};

static const struct share narrow[BLOCKS] = {
	[BLOCK_TITLE] = { 1, 1, 0 },
	[BLOCK_BAND] = { 1, 4, 4 },
	[BLOCK_GAP] = { 0, 0, 20 },
	[BLOCK_BIG] = { 1, 2, 5 },
	[BLOCK_PROMPT] = { 1, 2, 1 },
	[BLOCK_HELP] = { 0, 0, 20 },
	[BLOCK_PROGRESS] = { 1, 2, 6 },
	[BLOCK_SLOTS] = { 1, 3, 7 },
	[BLOCK_GAP2] = { 0, 0, 20 },
	[BLOCK_BODY] = { 1, 3, 9 },
	[BLOCK_GAP3] = { 0, 0, 20 },
	[BLOCK_TAPE] = { 1, 1, 10 },
	[BLOCK_TYPED] = { 1, 1, 3 },
	[BLOCK_STATUS] = { 1, 1, 2 },
	[BLOCK_KEYS] = { 1, 1, 2 },
};

static const struct share *const tables[] = {
	[TERM_TINY] = narrow, [TERM_NARROW] = narrow, [TERM_MIDDLE] = middle,
	[TERM_WIDE] = wide,
};

static int least_of(int a, int b)
{
	return a < b ? a : b;
}

static void drop(struct share shares[BLOCKS], enum block block)
{
	shares[block].least = shares[block].most = 0;
}

/* A question must be read before it is answered. */
static void for_question(enum term_class size, int rows,
    struct share shares[BLOCKS])
{
	if (size == TERM_WIDE)
		return;
	drop(shares, BLOCK_BIG);
	drop(shares, BLOCK_HELP);
	shares[BLOCK_BAND] = (struct share){ rows < 14 ? 3 : 6, 8, 0 };
}

/* A STOP must be read: it gets its rows before anything but the edges. */
static void for_band(const struct picture *picture, enum term_class size,
    int rows, struct share shares[BLOCKS])
{
	const struct flow_view *view = picture->view;

	if (!picture_has_verdict(view) && !picture->busy) {
		drop(shares, BLOCK_BAND);
		return;
	}
	if (view->last.kind == VERDICT_ASK && !picture->busy)
		for_question(size, rows, shares);
	if (view->last.kind != VERDICT_REFUSE)
		return;
	shares[BLOCK_BAND].rank = 0;
	if (size == TERM_WIDE) {
		shares[BLOCK_BAND] = (struct share){ 9, 11, 0 };
		return;
	}
	drop(shares, BLOCK_BIG);
	drop(shares, BLOCK_HELP);
	if (size == TERM_MIDDLE)
		shares[BLOCK_BAND] = (struct share){ 9, 10, 0 };
	else
		shares[BLOCK_BAND] = (struct share){ rows < 14 ? 3 : 9, 12, 0 };
}

/* Before the first scan the prompt is the largest thing there is. */
static void for_prompt(const struct picture *picture, enum term_class size,
    int columns, struct share shares[BLOCKS])
{
	const struct flow_view *view = picture->view;
	bool fits = glyph_width(view->prompt, GLYPH_ROWS, true) <= columns - 2;

	if (size != TERM_WIDE)
		shares[BLOCK_PROMPT].most = least_of(2,
		    text_rows(view->prompt, columns - 3, true));
	if (picture_has_verdict(view) || picture->busy || view->big[0] != '\0')
		return;
	if (size != TERM_NARROW && fits)
		shares[BLOCK_PROMPT].least = shares[BLOCK_PROMPT].most =
		    GLYPH_ROWS + 1;
}

static void for_content(const struct picture *picture, enum term_class size,
    struct share shares[BLOCKS])
{
	const struct flow_view *view = picture->view;
	const struct view_slot *slots[VIEW_SLOTS];
	int n = (int)picture_slots(view, slots);
	int body = body_rows(view);

	if (view->big[0] == '\0')
		drop(shares, BLOCK_BIG);
	else if (size == TERM_WIDE && body < GLYPH_ROWS + 1)
		body = GLYPH_ROWS + 1;
	if (view->total <= 0 && view->done <= 0)
		drop(shares, BLOCK_PROGRESS);
	if (view->prompt_help[0] == '\0' || view->last.kind == VERDICT_ASK)
		drop(shares, BLOCK_HELP);
	if (size == TERM_WIDE)
		n = (n + 1) / 2;
	shares[BLOCK_SLOTS].most = least_of(n, 6);
	shares[BLOCK_SLOTS].least = least_of(n, shares[BLOCK_SLOTS].least);
	shares[BLOCK_BODY].most = body;
	shares[BLOCK_BODY].least = view->big[0] != '\0' && size == TERM_WIDE &&
	    view->last.kind != VERDICT_REFUSE ? GLYPH_ROWS :
	    least_of(body, shares[BLOCK_BODY].least);
	shares[BLOCK_TAPE].most = least_of((int)view->n_tape,
	    shares[BLOCK_TAPE].most);
	if (size != TERM_WIDE && view->last.kind == VERDICT_REFUSE)
		shares[BLOCK_TAPE].most = 0;
	shares[BLOCK_TAPE].least = least_of(shares[BLOCK_TAPE].most,
	    shares[BLOCK_TAPE].least);
}

/* A card is what was asked for: it stands instead of steps and tape. */
static void for_card(const struct picture *picture, enum term_class size,
    struct share shares[BLOCKS])
{
	const struct flow_view *view = picture->view;

	if (view->n_card == 0 || view->last.kind == VERDICT_REFUSE)
		return;
	drop(shares, BLOCK_SLOTS);
	shares[BLOCK_BODY].rank = 3;
	if (size == TERM_WIDE)
		return;
	shares[BLOCK_BAND].least = shares[BLOCK_BAND].most = 1;
	drop(shares, BLOCK_HELP);
	drop(shares, BLOCK_TAPE);
}

void picture_layout(const struct picture *picture, int rows, int columns,
    struct area out[BLOCKS])
{
	struct share shares[BLOCKS];
	enum term_class size = term_class_of(rows, columns);
	int used;

	for (int i = 0; i < BLOCKS; i++)
		shares[i] = tables[size][i];
	for_band(picture, size, rows, shares);
	for_prompt(picture, size, columns, shares);
	for_content(picture, size, shares);
	for_card(picture, size, shares);
	used = shares_place(shares, BLOCKS, rows, out);
	/* what nobody wants is above the typed line: the edges stay put */
	for (int i = BLOCK_TYPED; i < BLOCKS; i++)
		out[i].row += rows - used;
}
