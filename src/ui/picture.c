/*
 * picture.c - how a flow looks: bands, prompt, progress, edges.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "term/chart.h"
#include "term/glyph.h"
#include "term/text.h"
#include "ui/picture.h"
#include "ui/words.h"

#define PROGRESS_COLUMNS 34	/* beside the prompt of a wide screen */
#define BAR_COLUMNS 14

static const struct {
	enum band_kind band;
	const char *word;
} verdicts[VERDICT_KINDS] = {
	[VERDICT_OK] = { BAND_OK, N_("OK") },
	[VERDICT_DONE] = { BAND_DONE, N_("DONE") },
	[VERDICT_ASK] = { BAND_ASK, N_("SURE?") },
	[VERDICT_WARN] = { BAND_WARN, N_("NOTE") },
	[VERDICT_REFUSE] = { BAND_STOP, N_("STOP") },
};

enum band_kind band_of_verdict(enum verdict_kind kind)
{
	assert((size_t)kind < VERDICT_KINDS);
	return verdicts[kind].band;
}

const char *verdict_word(enum verdict_kind kind)
{
	assert((size_t)kind < VERDICT_KINDS);
	return _(verdicts[kind].word);
}

/* A question is not always "sure?". */
static const char *word_of(const struct verdict *verdict)
{
	if (verdict->kind == VERDICT_ASK && str_eq(verdict->code, "pin.needed"))
		return _("PIN");
	if (verdict->kind == VERDICT_ASK && strstr(verdict->code, "reason"))
		return _("WHY?");
	return verdict_word(verdict->kind);
}

bool picture_has_verdict(const struct flow_view *view)
{
	return view->last.text[0] != '\0' || view->last.kind != VERDICT_OK;
}

static bool slot_is_worth_it(const struct view_slot *slot)
{
	return slot->current || slot->value[0] != '\0' ||
	    (slot->asked && slot->required);
}

size_t picture_slots(const struct flow_view *view,
    const struct view_slot *out[VIEW_SLOTS])
{
	size_t n = 0;

	for (size_t i = 0; i < view->n_slots; i++)
		if (slot_is_worth_it(&view->slots[i]))
			out[n++] = &view->slots[i];
	return n;
}

/* --- The band --------------------------------------------------------------- */

/* How to leave a STOP, and what happened to the scans made meanwhile. */
static void stop_lines(const struct picture *picture, int columns, char *how,
    size_t how_size, char *ignored, size_t ignored_size)
{
	const struct flow_view *view = picture->view;

	how[0] = ignored[0] = '\0';
	if (view->stopped)
		str_print(how, how_size, "%s", columns < 40 ? _("GO ON: [OK], F3") :
		    _("TO GO ON  scan [OK] or press F3"));
	if (picture->ignored > 0)
		str_print(ignored, ignored_size, many_("%d scan ignored",
		    "%d scans ignored", picture->ignored), picture->ignored);
}

static void add_line(const char *lines[6], size_t *n, const char *line)
{
	if (line[0] != '\0' && *n < 6)
		lines[(*n)++] = line;
}

static void verdict_band(const struct picture *picture, const struct paint *p)
{
	const struct verdict *last = &picture->view->last;
	char how[120], ignored[120];
	struct band band = {
		.kind = band_of_verdict(last->kind),
		.word = word_of(last),
		.title = last->text,
		.corner = last->code[0] != '\0' ? last->code : NULL,
	};
	size_t n = 0;

	stop_lines(picture, p->columns, how, sizeof how, ignored,
	    sizeof ignored);
	add_line(band.lines, &n, ignored);
	if (p->columns < 80)
		add_line(band.lines, &n, how);
	add_line(band.lines, &n, last->hint);
	if (last->kind == VERDICT_REFUSE)
		add_line(band.lines, &n, _("nothing was booked"));
	if (p->columns >= 80)
		add_line(band.lines, &n, how);
	band_draw(p, &band);
}

static void busy_band(const struct picture *picture, const struct paint *p)
{
	char kept[80];
	struct band band = { .kind = BAND_WARN, .word = _("BUSY"),
		.title = _("another terminal is writing; go on scanning") };

	str_print(kept, sizeof kept, many_("%zu scan waits, none is lost",
	    "%zu scans wait, none is lost", picture->waiting), picture->waiting);
	band.lines[0] = kept;
	band_draw(p, &band);
}

static void band_block(const struct picture *picture, const struct paint *p)
{
	const struct verdict *last = &picture->view->last;

	if (picture->busy)
		busy_band(picture, p);
	else if (p->rows < 3)
		band_line(p, 0, band_of_verdict(last->kind),
		    word_of(last), last->text);
	else
		verdict_band(picture, p);
}

/* --- Prompt and progress ---------------------------------------------------- */

static void progress_words(const struct flow_view *view, char *out, size_t size)
{
	if (view->total > 0)
		str_print(out, size, _("%lld of %lld %s"), (long long)view->done,
		    (long long)view->total, view->progress_unit);
	else
		str_print(out, size, "%lld %s", (long long)view->done,
		    view->progress_unit);
}

static void progress_row(const struct flow_view *view, const struct paint *p,
    int bar_width)
{
	char words[80];
	int column;

	if (view->total <= 0 && view->done <= 0)
		return;
	progress_words(view, words, sizeof words);
	column = p->columns - text_width(words, paint_utf8(p)) - 1;
	paint_text(p, 0, column > 0 ? column : 0, STYLE_BOLD, words);
	if (view->total > 0 && column - bar_width - 1 >= 0)
		chart_progress(p, 0, column - bar_width - 1, bar_width,
		    STYLE_NORMAL, view->done, view->total);
}

static void prompt_row(const struct picture *picture, const struct paint *p,
    bool wide)
{
	const struct flow_view *view = picture->view;
	int used = paint_text(p, 0, 1, STYLE_BOLD,
	    wide ? _("NOW > ") : "> ");
	int room = p->columns - used - 2 - (wide ? PROGRESS_COLUMNS : 0);

	if (p->rows > 1)
		paint_wrap(p, 0, 1 + used, p->rows, room, STYLE_BOLD,
		    view->prompt);
	else
		paint_field(p, 0, 1 + used, room, STYLE_BOLD, PAINT_LEFT,
		    view->prompt);
}

static void prompt_block(const struct picture *picture, const struct paint *p,
    enum term_class size)
{
	struct paint in = paint_part(p, 0, 1, p->rows, p->columns - 2);
	bool large = !picture_has_verdict(picture->view) && !picture->busy &&
	    p->rows >= 3 && size != TERM_NARROW;

	if (large) {
		glyph_draw_fit(&in, STYLE_NORMAL, picture->view->prompt);
		return;
	}
	prompt_row(picture, p, size == TERM_WIDE);
	if (size == TERM_WIDE)
		progress_row(picture->view, p, BAR_COLUMNS);
}

/* Narrow: the words above the bar; otherwise both in one row. */
static void progress_block(const struct flow_view *view, const struct paint *p)
{
	char words[80];

	if (p->columns >= 40) {
		progress_row(view, p, p->columns / 2 - 4);
		return;
	}
	progress_words(view, words, sizeof words);
	if (p->rows > 1 && view->total > 0)
		chart_progress(p, 1, 0, p->columns, STYLE_NORMAL, view->done,
		    view->total);
	paint_field(p, 0, 0, p->columns, STYLE_BOLD, PAINT_RIGHT, words);
}

/* --- All of it -------------------------------------------------------------- */

static void edges_draw(const struct picture *picture, const struct paint *p,
    const struct area areas[BLOCKS])
{
	const struct flow_view *view = picture->view;

	edges_title(picture->edges, p, areas[BLOCK_TITLE].row, view->title,
	    p->columns >= 40 ? view->subtitle : "");
	if (areas[BLOCK_TYPED].rows > 0)
		edges_typed(picture->line, picture->note, p,
		    areas[BLOCK_TYPED].row);
	if (areas[BLOCK_STATUS].rows > 0)
		edges_status(picture->edges, p, areas[BLOCK_STATUS].row);
	if (areas[BLOCK_KEYS].rows > 0)
		edges_keys(picture->at, picture->commands, p,
		    areas[BLOCK_KEYS].row);
}

static struct paint area_of(const struct paint *p, const struct area *area)
{
	return paint_part(p, area->row, 0, area->rows, p->columns);
}

void picture_draw(const struct picture *picture, const struct paint *p)
{
	enum term_class size = term_class_of(p->rows, p->columns);
	struct area areas[BLOCKS];
	struct paint in[BLOCKS];

	picture_layout(picture, p->rows, p->columns, areas);
	for (int i = 0; i < BLOCKS; i++)
		in[i] = area_of(p, &areas[i]);
	edges_draw(picture, p, areas);
	if (areas[BLOCK_BAND].rows > 0)
		band_block(picture, &in[BLOCK_BAND]);
	if (areas[BLOCK_BIG].rows > 0)
		big_draw(picture, &in[BLOCK_BIG]);
	if (areas[BLOCK_PROMPT].rows > 0)
		prompt_block(picture, &in[BLOCK_PROMPT], size);
	if (areas[BLOCK_HELP].rows > 0)
		paint_field(&in[BLOCK_HELP], 0, 1, p->columns - 2, STYLE_DIM,
		    PAINT_LEFT, picture->view->prompt_help);
	if (areas[BLOCK_PROGRESS].rows > 0)
		progress_block(picture->view, &in[BLOCK_PROGRESS]);
	slots_draw(picture, &in[BLOCK_SLOTS]);
	body_draw(picture, &in[BLOCK_BODY]);
	tape_draw(picture, &in[BLOCK_TAPE]);
}
