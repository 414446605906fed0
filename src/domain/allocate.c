/*
 * allocate.c - the best of many units, by rule.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A group is a heap with the worst of what was kept on top: a better unit
 * takes the place of the top, anything else is let go.  Without a wish for a
 * single lot there is one group, else one for each lot; groups stand in the
 * order of their lots, so that nothing depends on who came first.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "domain/candidate.h"
#include "domain/date.h"

struct kept {
	struct candidate c;
	bool preferred;
};

struct group {
	char lot[TEXT_SIZE];
	int64_t fit;			/* offered, kept or not */
	VEC(struct kept *) heap;
};

struct chooser {
	struct wish wish;
	int64_t offered, unfit[UNFITS];
	VEC(struct group *) groups;	/* by lot */
	VEC(const struct candidate *) choice;
};

static int
kept_compare(const struct wish *w, const struct kept *a, const struct kept *b)
{
	return candidate_before(w, &a->c, a->preferred, &b->c, b->preferred);
}

/* --- The heap: the worst is at 0 ------------------------------------------- */

static void
swap(struct kept **at, size_t a, size_t b)
{
	struct kept *was = at[a];

	at[a] = at[b];
	at[b] = was;
}

static void
rise(const struct wish *w, struct kept **at, size_t i)
{
	while (i > 0 && kept_compare(w, at[i], at[(i - 1) / 2]) > 0) {
		swap(at, i, (i - 1) / 2);
		i = (i - 1) / 2;
	}
}

static void
sink(const struct wish *w, struct kept **at, size_t n)
{
	for (size_t i = 0, child; (child = 2 * i + 1) < n; i = child) {
		if (child + 1 < n && kept_compare(w, at[child + 1], at[child]) > 0)
			child++;
		if (kept_compare(w, at[child], at[i]) <= 0)
			return;
		swap(at, i, child);
	}
}

static void
group_offer(const struct wish *w, struct group *g, const struct candidate *c)
{
	struct kept new = { .c = *c, .preferred = wish_prefers(w, c->serial) };

	g->fit++;
	if ((int64_t)g->heap.n < w->want) {
		struct kept **at = vec_push(&g->heap);

		*at = xmalloc(sizeof **at);
		**at = new;
		rise(w, g->heap.at, g->heap.n - 1);
	} else if (g->heap.n > 0 && kept_compare(w, &new, g->heap.at[0]) < 0) {
		*g->heap.at[0] = new;
		sink(w, g->heap.at, g->heap.n);
	}
}

/* --- Groups ------------------------------------------------------------------ */

static struct group *
group_of(struct chooser *ch, const char *lot)
{
	size_t from = 0, to = ch->groups.n;
	struct group *new;

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		int order = strcmp(ch->groups.at[mid]->lot, lot);

		if (order == 0)
			return ch->groups.at[mid];
		if (order < 0)
			from = mid + 1;
		else
			to = mid;
	}
	new = xcalloc(1, sizeof *new);
	str_copy(new->lot, sizeof new->lot, lot);
	vec_push(&ch->groups);
	memmove(&ch->groups.at[from + 1], &ch->groups.at[from],
	    (ch->groups.n - 1 - from) * sizeof ch->groups.at[0]);
	ch->groups.at[from] = new;
	return new;
}

/* The one the rule puts first. */
static const struct kept *
group_first(const struct wish *w, const struct group *g)
{
	const struct kept *first = NULL;

	for (size_t i = 0; i < g->heap.n; i++)
		if (first == NULL || kept_compare(w, g->heap.at[i], first) < 0)
			first = g->heap.at[i];
	return first;
}

/* Does the lot of g serve the wish better than that of best? */
static bool
group_is_better(const struct wish *w, const struct group *g,
    const struct group *best)
{
	bool enough = g->fit >= w->want, was = best->fit >= w->want;

	if (enough != was)
		return enough;
	if (!enough && g->fit != best->fit)
		return g->fit > best->fit;
	return g->heap.n > 0 && best->heap.n > 0 && kept_compare(w,
	    group_first(w, g), group_first(w, best)) < 0;
}

static const struct group *
group_chosen(const struct chooser *ch)
{
	const struct group *best = NULL;

	for (size_t i = 0; i < ch->groups.n; i++)
		if (best == NULL ||
		    group_is_better(&ch->wish, ch->groups.at[i], best))
			best = ch->groups.at[i];
	return best;
}

/* --- Choosing ---------------------------------------------------------------- */

struct chooser *
chooser_new(const struct wish *w)
{
	struct chooser *ch = xcalloc(1, sizeof *ch);

	assert(date_is_valid(w->today));
	ch->wish = *w;
	if (w->rule == ALLOC_MANUAL)
		ch->wish.want = 0;
	return ch;
}

void
chooser_free(struct chooser *ch)
{
	if (ch == NULL)
		return;
	for (size_t i = 0; i < ch->groups.n; i++) {
		struct group *g = ch->groups.at[i];

		for (size_t k = 0; k < g->heap.n; k++)
			free(g->heap.at[k]);
		vec_done(&g->heap);
		free(g);
	}
	vec_done(&ch->groups);
	vec_done(&ch->choice);
	free(ch);
}

enum unfit
chooser_offer(struct chooser *ch, const struct candidate *c)
{
	const struct wish *w = &ch->wish;
	enum unfit unfit = candidate_unfit(w, c->expires_on);

	if (unfit == UNFIT_NONE && ((w->one_lot && c->lot[0] == '\0') ||
	    (w->lot[0] != '\0' && strcmp(w->lot, c->lot) != 0)))
		unfit = UNFIT_LOT;
	if (unfit != UNFIT_NONE) {
		ch->unfit[unfit]++;
		return unfit;
	}
	ch->offered++;
	group_offer(w, group_of(ch, w->one_lot ? c->lot : ""), c);
	return UNFIT_NONE;
}

bool
chooser_wants(const struct chooser *ch, const struct candidate *c)
{
	const struct group *g;

	assert(!ch->wish.one_lot);
	if (ch->groups.n == 0 || ch->wish.want <= 0)
		return ch->wish.want > 0;
	g = ch->groups.at[0];
	return (int64_t)g->heap.n < ch->wish.want || candidate_before(&ch->wish, c,
	    wish_prefers(&ch->wish, c->serial), &g->heap.at[0]->c,
	    g->heap.at[0]->preferred) < 0;
}

/* The heap falls apart from its worst end, on a copy. */
size_t
chooser_choice(struct chooser *ch, const struct candidate *const **out)
{
	const struct group *g = group_chosen(ch);
	VEC(struct kept *) heap = { 0 };
	size_t n = g == NULL ? 0 : g->heap.n;

	vec_clear(&ch->choice);
	for (size_t i = 0; i < n; i++) {
		*vec_push(&heap) = g->heap.at[i];
		vec_push(&ch->choice);
	}
	for (size_t left = n; left > 0; left--) {
		ch->choice.at[left - 1] = &heap.at[0]->c;
		heap.at[0] = heap.at[left - 1];
		sink(&ch->wish, heap.at, left - 1);
	}
	vec_done(&heap);
	*out = ch->choice.at;
	return n;
}

int64_t
chooser_offered(const struct chooser *ch)
{
	return ch->offered;
}

int64_t
chooser_unfit(const struct chooser *ch, enum unfit unfit)
{
	assert((size_t)unfit < UNFITS);
	return ch->unfit[unfit];
}
