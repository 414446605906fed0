/*
 * edges.c - the rows every screen has: title, typed line, status, keys.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdio.h>
#include "base/str.h"
#include "term/bar.h"
#include "term/term.h"
#include "term/text.h"
#include "ui/picture.h"
#include "ui/words.h"

#define PRINTER_CELLS 20		/* for what is wrong with a printer, at least */

void edges_title(const struct ui_edges *edges, const struct paint *p, int row,
    const char *title, const char *subtitle)
{
	char left[200], fill[20] = "";
	const char *parts[] = { edges->clock, NULL };

	str_print(left, sizeof left, " %s%s%s ", title,
	    subtitle[0] != '\0' ? "  " : "", subtitle);
	if (edges->label[0] != '\0')
		str_print(fill, sizeof fill, "%s ", edges->label);
	bar_title(p, row, left, parts, fill[0] != '\0' ? fill : NULL);
}

void edges_age(int64_t s, char *out, size_t size)
{
	if (s < 60)
		str_print(out, size, _("%d s"), (int)(s < 0 ? 0 : s));
	else if (s < 3600)
		str_print(out, size, _("%d min"), (int)(s / 60));
	else if (s < 48 * 3600)
		str_print(out, size, _("%d h"), (int)(s / 3600));
	else
		str_print(out, size, _("%d days"), (int)(s / 86400));
}

static void unsent_words(const struct ui_edges *edges, bool brief, char *out,
    size_t size)
{
	char age[32];

	edges_age(edges->unsent_age_s, age, sizeof age);
	if (edges->unsent == 0)
		str_copy(out, size, brief ? "" : _("all sent"));
	else if (brief)
		str_print(out, size, _("%lld unsent"), (long long)edges->unsent);
	else
		str_print(out, size, _("%lld unsent, oldest %s"),
		    (long long)edges->unsent, age);
}

/* "printer ok", "PRINTER: out of labels", in room cells at most; "PRT!" when
 * that is all there is room for. */
static void printer_words(const struct ui_edges *edges, int room, bool utf8,
    char *out, size_t size)
{
	char all[120];

	out[0] = '\0';
	if (edges->printer[0] == '\0')
		return;
	str_print(all, sizeof all, edges->printer_trouble ? _("PRINTER: %s") :
	    _("printer %s"), edges->printer);
	if (!edges->printer_trouble && text_width(all, utf8) > room)
		return;
	if (room >= PRINTER_CELLS || !edges->printer_trouble)
		str_copyn(out, size, all, text_fit(all, room, utf8, NULL));
	else
		str_copy(out, size, room >= 8 ? _("PRINTER!") : _("PRT!"));
}

/* What stands at the right, in the cells that left leaves.  A trouble takes the
 * place of the clock, which the title has too, and of the role. */
static void status_right(const struct ui_edges *edges, enum term_class class,
    int room, bool utf8, char *out, size_t size)
{
	char unsent[64], printer[120];
	int rest;

	unsent_words(edges, class != TERM_WIDE, unsent, sizeof unsent);
	rest = room - text_width(unsent, utf8) -
	    (edges->printer_trouble ? 7 : 15);	/* blanks, the clock */
	printer_words(edges, class == TERM_WIDE ? rest : class == TERM_MIDDLE ?
	    8 : 4, utf8, printer, sizeof printer);
	if (class == TERM_WIDE && edges->printer_trouble)
		str_print(out, size, "%s   %s ", printer, unsent);
	else if (class == TERM_WIDE)
		str_print(out, size, "%s%s%s   %s ", printer,
		    printer[0] != '\0' ? "   " : "", unsent, edges->clock);
	else if (printer[0] != '\0')
		str_print(out, size, "%s%s%s", printer,
		    unsent[0] != '\0' ? " " : "", unsent);
	else if (class == TERM_MIDDLE)
		str_print(out, size, "%s %s ", edges->station, unsent);
	else
		str_copy(out, size, unsent);
}

void edges_status(const struct ui_edges *edges, const struct paint *p, int row)
{
	enum term_class size = term_class_of(24, p->columns);
	bool utf8 = paint_utf8(p);
	char left[160], right[240];

	if (size == TERM_WIDE && edges->worker[0] != '\0' &&
	    edges->printer_trouble)
		str_print(left, sizeof left, " %s   %s", edges->worker,
		    edges->station);
	else if (size == TERM_WIDE && edges->worker[0] != '\0')
		str_print(left, sizeof left, " %s (%s)   %s", edges->worker,
		    edges->role, edges->station);
	else
		str_print(left, sizeof left, " %s", size == TERM_WIDE ?
		    edges->station : edges->worker);
	status_right(edges, size, p->columns - text_width(left, utf8), utf8, right,
	    sizeof right);
	if (size == TERM_NARROW)
		str_copyn(left, sizeof left, edges->worker, text_fit(
		    edges->worker, p->columns - 3 - text_width(right, utf8), utf8,
		    NULL));
	bar_status(p, row, STYLE_REVERSE, left, right);
}

void edges_keys(enum situation at, unsigned commands, const struct paint *p,
    int row)
{
	struct bar_key keys[ACT_COUNT];
	size_t n = action_bar(at, commands, keys);

	bar_keys(p, row, keys, n);
}

void edges_typed(const struct editor *line, const char *note,
    const struct paint *p, int row)
{
	if (line != NULL && !editor_is_empty(line))
		editor_draw(line, p, row, 1, p->columns - 2, _("typed"));
	else if (note != NULL && note[0] != '\0')
		paint_field(p, row, 1, p->columns - 2, STYLE_BOLD, PAINT_LEFT,
		    note);
}
