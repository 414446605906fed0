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

void edges_status(const struct ui_edges *edges, const struct paint *p, int row)
{
	enum term_class size = term_class_of(24, p->columns);
	char left[160], right[100], unsent[64];

	unsent_words(edges, size != TERM_WIDE, unsent, sizeof unsent);
	if (size != TERM_WIDE)
		str_print(left, sizeof left, " %s", edges->worker);
	else if (edges->worker[0] != '\0')
		str_print(left, sizeof left, " %s (%s)   %s", edges->worker,
		    edges->role, edges->station);
	else
		str_print(left, sizeof left, " %s", edges->station);
	if (size == TERM_NARROW) {
		int room = p->columns - 3 - text_width(unsent, paint_utf8(p));

		str_copyn(left, sizeof left, edges->worker, text_fit(
		    edges->worker, room, paint_utf8(p), NULL));
		str_copy(right, sizeof right, unsent);
	}
	if (size == TERM_MIDDLE)
		str_print(right, sizeof right, "%s %s ", edges->station, unsent);
	else if (size == TERM_WIDE)
		str_print(right, sizeof right, "%s   %s ", unsent, edges->clock);
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
