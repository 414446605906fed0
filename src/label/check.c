/*
 * check.c - nothing over the edge of a label, nothing in a symbol's room.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Rooms are those of the longest values.  Two elements of which one stands
 * when the other does not may share a room.
 */
#include "label/label_private.h"

/* What an element blackens or must keep white: one rectangle, for a box the
 * four of its sides. */
static size_t
rects_of(const struct element *e, const struct placed *p, struct rect out[4])
{
	struct rect r = p->room;

	out[0] = r;
	if (e->kind != EL_BOX)
		return 1;
	out[0] = (struct rect){ r.x, r.y, r.w, p->stroke };
	out[1] = (struct rect){ r.x, r.y + r.h - p->stroke, r.w, p->stroke };
	out[2] = (struct rect){ r.x, r.y, p->stroke, r.h };
	out[3] = (struct rect){ r.x + r.w - p->stroke, r.y, p->stroke, r.h };
	return 4;
}

static bool
touch(const struct rect *a, const struct rect *b)
{
	return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h &&
	    b->y < a->y + a->h;
}

static bool
may_meet(const struct element *a, const struct element *b)
{
	return !(a->when >= 0 && a->when == b->unless) &&
	    !(a->unless >= 0 && a->unless == b->when);
}

/* Symbols want their room alone; texts and pictures only from each other. */
static bool
disturbs(const struct element *a, const struct element *b)
{
	bool drawn = a->kind == EL_LINE || a->kind == EL_BOX ||
	    b->kind == EL_LINE || b->kind == EL_BOX;

	return element_is_symbol(a->kind) || element_is_symbol(b->kind) || !drawn;
}

static bool
pair_is_good(const struct label *l, const struct plan *plan, size_t i, size_t j,
    struct err *err)
{
	const struct element *a = &l->elements.at[i], *b = &l->elements.at[j];
	struct rect ra[4], rb[4];
	size_t na = rects_of(a, &plan->at[i], ra), nb = rects_of(b, &plan->at[j], rb);

	if (!may_meet(a, b) || !disturbs(a, b))
		return true;
	for (size_t m = 0; m < na; m++)
		for (size_t n = 0; n < nb; n++)
			if (touch(&ra[m], &rb[n])) {
				err_clear(err);
				return element_fault(l, b, err, "label.fit",
				    "it stands in the %s of element \"%s\" at %.1f dpi",
				    element_is_symbol(a->kind) ? "quiet zone" : "room",
				    a->name, plan->dots_per_mm * MM_PER_INCH);
			}
	return true;
}

static bool
stays_inside(const struct label *l, const struct plan *plan, size_t i,
    struct err *err)
{
	const struct element *e = &l->elements.at[i];
	const struct rect *r = &plan->at[i].room;

	if (r->x + r->w <= plan->width && r->y + r->h <= plan->height)
		return true;
	err_clear(err);
	err_detail(err, "it ends at %.2f, %.2f mm on a label of %g x %g mm, at "
	    "%.1f dpi", (r->x + r->w) / plan->dots_per_mm,
	    (r->y + r->h) / plan->dots_per_mm, l->info.width_mm,
	    l->info.height_mm, plan->dots_per_mm * MM_PER_INCH);
	return element_fault(l, e, err, "label.fit",
	    element_is_symbol(e->kind) ?
	    "it would be cut at the edge, or its quiet zone would" :
	    "it would be cut at the edge");
}

bool
check_rooms(const struct label *l, const struct plan *plan, struct err *err)
{
	for (size_t i = 0; i < l->elements.n; i++)
		if (!stays_inside(l, plan, i, err))
			return false;
	for (size_t i = 0; i < l->elements.n; i++)
		for (size_t j = i + 1; j < l->elements.n; j++)
			if (!pair_is_good(l, plan, i, j, err))
				return false;
	return true;
}
