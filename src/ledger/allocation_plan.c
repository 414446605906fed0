/*
 * allocation_plan.c - which units each line of an order would get.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Lines get in the order of their numbers.  Neighbours among the lines of one
 * item that ask for the same are chosen for in one reading of the stock; what
 * lines before were given is kept from those after.
 */
#include <string.h>
#include "ledger/allocation_private.h"

/* --- One line ---------------------------------------------------------------- */

/* What of the units bound to a line stays, and what goes back. */
static bool
line_sort_bound(struct ledger *l, struct plan_line *p, struct bound *bound,
    struct err *err)
{
	const char *why;

	for (size_t i = 0; i < bound->list.n; i++) {
		const struct unit *u = &bound->list.at[i];

		if (!promise_holds(l, &p->wish, u, &why, err))
			return false;
		if (u->status == UNIT_ALLOCATED && why[0] != '\0') {
			*vec_push(&p->back.list) = *u;
			p->back_why = why;
			p->kept--;
		} else if (p->wish.one_lot && p->wish.lot[0] == '\0') {
			str_copy(p->wish.lot, sizeof p->wish.lot, u->lot);
		}
	}
	return true;
}

static bool
line_look_back(struct ledger *l, const struct plan *plan, struct plan_line *p,
    struct err *err)
{
	struct bound bound;
	int64_t allocated;
	bool ok;

	if (!bound_count(l, plan->order->key, p->line->line, &p->kept, &allocated,
	    err))
		return false;
	if (allocated == 0 && (!p->wish.one_lot || p->kept == 0))
		return true;
	if (!bound_read(l, plan->order->key, p->line->line, &bound, err))
		return false;
	ok = line_sort_bound(l, p, &bound, err);
	vec_done(&bound.list);
	return ok;
}

static bool
line_begin(struct ledger *l, struct plan *plan, const struct order_line *line,
    struct err *err)
{
	struct plan_line *p = vec_push(&plan->lines);
	int64_t promised;

	p->line = line;
	p->back_why = "";
	if (!wish_of(l, plan->order, line, &p->wish, &p->known, err) ||
	    !store_name_find(l->store, NAME_ITEM, line->item, &p->item, err) ||
	    !line_look_back(l, plan, p, err) ||
	    !order_promised(l, plan->order->key, line->line, &promised, err))
		return false;
	p->rest = promised > p->kept ? promised - p->kept : 0;
	p->out.line = line->line;
	str_copy(p->out.item, sizeof p->out.item, line->item);
	p->out.soft = plan->ask->soft || p->wish.rule == ALLOC_MANUAL;
	if (p->out.soft)	/* counted, not chosen; of one lot by its first */
		p->wish.rule = p->wish.one_lot ? ALLOC_FIFO : ALLOC_MANUAL;
	p->out.want = p->wish.want = line->qty > p->kept ? line->qty - p->kept : 0;
	p->planned = !p->known || p->out.want == 0;
	return true;
}

/* --- Lines that ask for the same ------------------------------------------------ */

static bool
same_wish(const struct wish *a, const struct wish *b)
{
	return a->rule == b->rule && a->min_days == b->min_days && !a->one_lot &&
	    !b->one_lot && strcmp(a->from, b->from) == 0 &&
	    strcmp(a->to, b->to) == 0;
}

/* The lines from the first on that one choice serves: the next ones of its
 * item that are not planned, as long as they ask for the same. */
struct run { VEC(struct plan_line *) lines; int64_t want; };

static void
run_gather(struct plan *plan, size_t first, struct run *run)
{
	const struct plan_line *one = &plan->lines.at[first];

	memset(run, 0, sizeof *run);
	for (size_t i = first; i < plan->lines.n; i++) {
		struct plan_line *p = &plan->lines.at[i];

		if (p->planned || p->item != one->item)
			continue;
		if (i > first && !same_wish(&one->wish, &p->wish))
			break;
		*vec_push(&run->lines) = p;
		run->want += p->out.want;
	}
}

/* What was chosen for lines of this item before. */
static int64_t
taken_before(const struct plan *plan, int64_t item, struct serials *taken)
{
	int64_t soft = 0;

	memset(taken, 0, sizeof *taken);
	for (size_t i = 0; i < plan->lines.n; i++) {
		const struct plan_line *p = &plan->lines.at[i];

		if (!p->planned || p->item != item)
			continue;
		for (size_t k = 0; k < p->chosen.list.n; k++)
			serials_add(taken, p->chosen.list.at[k]);
		soft += p->out.soft ? p->out.got : 0;
	}
	serials_sort(taken);
	return soft;
}

static void
line_give(struct plan_line *p, const struct candidate *const *from, int64_t left)
{
	p->out.got = p->out.want < left ? p->out.want : left;
	for (int64_t i = 0; !p->out.soft && i < p->out.got; i++) {
		serials_add(&p->chosen, from[i]->serial);
		p->preferred += wish_prefers(&p->wish, from[i]->serial);
	}
}

/* Hand the choice out; what others are promised is left of it. */
static void
run_give(struct run *run, struct chooser *chooser, const struct stock_count *n,
    int64_t claims)
{
	const struct candidate *const *choice;
	int64_t left = n->fit > claims ? n->fit - claims : 0, at = 0;
	int64_t chosen = (int64_t)chooser_choice(chooser, &choice);

	for (size_t i = 0; i < run->lines.n; i++) {
		struct plan_line *p = run->lines.at[i];
		bool counted = p->out.soft && !p->wish.one_lot;
		int64_t had = counted || left < chosen ? left : chosen;

		p->out.free = left;
		p->fit = n->fit;
		p->claims = claims;
		p->out.expired = n->expired;
		p->out.life = n->life;
		p->lot_unfit = n->lot;
		line_give(p, p->out.soft ? NULL : choice + at, had);
		p->planned = true;
		left -= p->out.got;
		chosen -= p->out.got;
		at += p->out.got;
	}
}

static bool
plan_run(struct ledger *l, struct plan *plan, size_t first, struct err *err)
{
	int64_t item = plan->lines.at[first].item, claims;
	struct serials taken;
	struct chooser *chooser;
	struct stock_count n;
	struct wish wish;
	struct run run;
	bool ok;

	run_gather(plan, first, &run);
	wish = run.lines.at[0]->wish;
	wish.want = run.want;
	claims = claims_of(&plan->claims, item, plan->order->id, plan->ask->line) +
	    taken_before(plan, item, &taken);
	chooser = chooser_new(&wish);
	ok = stock_offer(l, item, &wish, &taken, chooser, &n, err);
	if (ok)
		run_give(&run, chooser, &n, claims);
	chooser_free(chooser);
	serials_done(&taken);
	vec_done(&run.lines);
	return ok;
}

/* --- All of them ------------------------------------------------------------------ */

static bool
plan_lines(struct ledger *l, struct plan *plan, struct err *err)
{
	const struct order *o = plan->order;

	for (size_t i = 0; i < o->lines.n; i++)
		if ((plan->ask->line == 0 || plan->ask->line == o->lines.at[i].line) &&
		    !line_begin(l, plan, &o->lines.at[i], err))
			return false;
	for (size_t i = 0; i < plan->lines.n; i++)
		if (!plan->lines.at[i].planned && !plan_run(l, plan, i, err))
			return false;
	return true;
}

bool
plan_make(struct ledger *l, struct plan *plan, const struct order *o,
    const struct allocation_ask *ask, struct err *err)
{
	memset(plan, 0, sizeof *plan);
	plan->order = o;
	plan->ask = ask;
	if (stock_settle(l, err) && claims_read(l, &plan->claims, err) &&
	    plan_lines(l, plan, err) && plan_say(l, plan, err))
		return true;
	plan_done(plan);
	return false;
}

void
plan_done(struct plan *plan)
{
	for (size_t i = 0; i < plan->lines.n; i++) {
		vec_done(&plan->lines.at[i].back.list);
		serials_done(&plan->lines.at[i].chosen);
	}
	vec_done(&plan->lines);
	vec_done(&plan->claims.list);
}
