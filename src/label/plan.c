/*
 * plan.c - a template at one resolution: where things are, in dots.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A plan is checked when it is made: symbols and texts are tried with the
 * examples, the longest values and values that make symbols wide.
 */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "label/font.h"
#include "label/label_private.h"

#define PLANS_MAX 8
#define PX_MIN 6		/* letters of fewer dots cannot be read */
#define HRI_LINE 1.25		/* height of a line over its size */
#define HRI_SMALLEST 0.6
#define DOTS_MAX 20000

int
plan_dots(const struct plan *plan, double mm)
{
	return (int)lround(mm * plan->dots_per_mm);
}

static double
dpi_of(const struct plan *plan)
{
	return round(plan->dots_per_mm * MM_PER_INCH * 10) / 10;
}

/* --- Texts ---------------------------------------------------------------------- */

static bool
size_text(const struct label *l, struct plan *plan, const struct element *e,
    struct placed *p, double min_size, struct err *err)
{
	p->px = plan_dots(plan, e->size);
	p->min_px = plan_dots(plan, min_size);
	if (p->px >= PX_MIN) {
		p->min_px = p->min_px < PX_MIN ? PX_MIN : p->min_px;
		return true;
	}
	err_clear(err);
	return element_fault(l, e, err, "label.fit", "letters of %g mm have %d "
	    "dots at %g dpi; %d are needed", e->size, p->px, dpi_of(plan), PX_MIN);
}

static bool
too_small(const struct label *l, const struct element *e, struct err *err)
{
	err_clear(err);
	return element_fault(l, e, err, "label.fit", "it has no dots");
}

static bool
try_text(const struct label *l, const struct element *e, const struct placed *p,
    const struct filled *f, struct err *err)
{
	char text[FILLED_MAX];
	struct fit_text fit;

	if (!fill_make(&e->data, f, text, sizeof text)) {
		err_clear(err);
		return element_fault(l, e, err, "label.too-long",
		    "its text has more than %zu bytes", sizeof text - 1);
	}
	return fit_text(l, e, p, text, &fit, err);
}

static bool
plan_text(const struct label *l, struct plan *plan, const struct element *e,
    struct placed *p, const struct filled samples[], struct err *err)
{
	p->w = plan_dots(plan, e->width);
	p->h = plan_dots(plan, e->height);
	if (p->w < 1 || p->h < 1)
		return too_small(l, e, err);
	return size_text(l, plan, e, p, e->min_size, err) &&
	    try_text(l, e, p, &samples[SAMPLE_LONGEST], err) &&
	    try_text(l, e, p, &samples[SAMPLE_EXAMPLE], err);
}

/* --- Symbols ---------------------------------------------------------------------- */

/* Make the room as large as this sample needs.  What cannot be made is a
 * fault of the template only where the sample is its own. */
static bool
try_symbol(const struct label *l, const struct element *e, struct placed *p,
    const struct filled *f, bool must, struct err *err)
{
	static struct symbol_data data;
	static struct matrix m;
	int quiet = 2 * symbol_quiet(e->kind), w, h, px;

	if (!symbol_compose(l, e, f, &data, err) || !symbol_encode(e, &data, &m, err))
		return !must || element_fault(l, e, err,
		    err->code[0] != '\0' ? err->code : "code.syntax", "%s",
		    err->what);
	w = (m.width + quiet) * p->module;
	h = element_is_linear(e->kind) ? p->bar + p->hri :
	    (m.rows + quiet) * p->module;
	if (e->hri && !fit_hri(l, e, p, data.shown, w, &px, err))
		return false;
	p->w = w > p->w ? w : p->w;
	p->h = h > p->h ? h : p->h;
	return true;
}

/* The room that the template gives must hold what is needed. */
static bool
give_room(const struct label *l, struct plan *plan, const struct element *e,
    struct placed *p, struct err *err)
{
	int w = plan_dots(plan, e->width), h = plan_dots(plan, e->height);

	err_clear(err);
	if (e->width > 0 && w < p->w)
		return element_fault(l, e, err, "label.fit", "with its quiet zone "
		    "it is up to %.2f mm wide at %g dpi, more than %g",
		    p->w / plan->dots_per_mm, dpi_of(plan), e->width);
	if (!element_is_linear(e->kind) && e->height > 0 && h < p->h)
		return element_fault(l, e, err, "label.fit", "with its quiet zone "
		    "it is up to %.2f mm high at %g dpi, more than %g",
		    p->h / plan->dots_per_mm, dpi_of(plan), e->height);
	p->w = w > p->w ? w : p->w;
	if (!element_is_linear(e->kind))
		p->h = h > p->h ? h : p->h;
	return true;
}

static void
tell_symbol(const struct plan *plan, const struct element *e, struct placed *p)
{
	struct label_symbol *s = &p->told;

	str_copy(s->element, sizeof s->element, e->name);
	str_copy(s->kind, sizeof s->kind, element_kind_name(e->kind));
	s->module_dots = p->module;
	s->module_mm = p->module / plan->dots_per_mm;
	s->x_mm = plan_dots(plan, e->x) / plan->dots_per_mm;
	s->y_mm = plan_dots(plan, e->y) / plan->dots_per_mm;
	s->width_mm = (e->turn % 180 == 0 ? p->w : p->h) / plan->dots_per_mm;
	s->height_mm = (e->turn % 180 == 0 ? p->h : p->w) / plan->dots_per_mm;
}

static bool
plan_symbol(const struct label *l, struct plan *plan, const struct element *e,
    struct placed *p, const struct filled samples[], struct err *err)
{
	p->module = plan_dots(plan, e->module);
	if (p->module < MODULE_DOTS_MIN) {
		err_clear(err);
		return element_fault(l, e, err, "label.printer", "a module of %g "
		    "mm is %d dot at %g dpi; %d dots, %.3f mm, are the least",
		    e->module, p->module, dpi_of(plan), MODULE_DOTS_MIN,
		    MODULE_DOTS_MIN / plan->dots_per_mm);
	}
	if (element_is_linear(e->kind))
		p->bar = plan_dots(plan, e->height);
	if (e->hri) {
		if (!size_text(l, plan, e, p, e->size * HRI_SMALLEST, err))
			return false;
		p->hri = plan_dots(plan, e->size * HRI_LINE);
	}
	if (!try_symbol(l, e, p, &samples[SAMPLE_LONGEST], true, err) ||
	    !try_symbol(l, e, p, &samples[SAMPLE_EXAMPLE], true, err) ||
	    !try_symbol(l, e, p, &samples[SAMPLE_WIDE], false, err) ||
	    !try_symbol(l, e, p, &samples[SAMPLE_WIDE_LESS], false, err))
		return false;
	if (!give_room(l, plan, e, p, err))
		return false;
	tell_symbol(plan, e, p);
	return true;
}

/* --- All ----------------------------------------------------------------------------- */

static bool
plan_drawing(const struct label *l, struct plan *plan, const struct element *e,
    struct placed *p, struct err *err)
{
	int thick = plan_dots(plan, e->stroke);

	p->stroke = thick < 1 ? 1 : thick;
	p->w = plan_dots(plan, e->width);
	p->h = plan_dots(plan, e->height);
	if (e->kind == EL_LINE) {
		p->w = plan_dots(plan, e->to_x - e->x);
		p->h = plan_dots(plan, e->to_y - e->y);
		p->w = p->w < p->stroke ? p->stroke : p->w;
		p->h = p->h < p->stroke ? p->stroke : p->h;
	}
	if (p->w < p->stroke || p->h < p->stroke)
		return too_small(l, e, err);
	return true;
}

static bool
plan_element(const struct label *l, struct plan *plan, size_t i,
    const struct filled samples[], struct err *err)
{
	const struct element *e = &l->elements.at[i];
	struct placed *p = &plan->at[i];
	bool ok = true;

	if (e->kind == EL_TEXT)
		ok = plan_text(l, plan, e, p, samples, err);
	else if (element_is_symbol(e->kind))
		ok = plan_symbol(l, plan, e, p, samples, err);
	else
		ok = plan_drawing(l, plan, e, p, err);
	p->room = (struct rect){ plan_dots(plan, e->x), plan_dots(plan, e->y),
	    e->turn % 180 == 0 ? p->w : p->h, e->turn % 180 == 0 ? p->h : p->w };
	return ok;
}

static void
plan_free(const struct label *l, struct plan *plan)
{
	for (size_t i = 0; i < l->elements.n; i++) {
		free(plan->at[i].last);
		bits_done(&plan->at[i].last_bits);
	}
	bits_done(&plan->ground);
	free(plan->at);
	free(plan);
}

void
plans_free(struct label *l)
{
	for (struct plan *p = l->plans, *next; p != NULL; p = next) {
		next = p->next;
		plan_free(l, p);
	}
	l->plans = NULL;
}

static bool
plan_fill(const struct label *l, struct plan *plan, struct err *err)
{
	static char room[4][LABEL_FIELDS_MAX][256];
	struct filled samples[4];

	for (int i = 0; i < 4; i++)
		fields_sample(l, (enum sample)i, room[i], &samples[i]);
	for (size_t i = 0; i < l->elements.n; i++)
		if (!plan_element(l, plan, i, samples, err))
			return false;
	return check_rooms(l, plan, err);
}

/* Few resolutions are in use at a time; beyond that all are made anew. */
static void
keep(struct label *l, struct plan *plan)
{
	size_t n = 0;

	for (struct plan *p = l->plans; p != NULL; p = p->next)
		n++;
	if (n >= PLANS_MAX)
		plans_free(l);
	plan->next = l->plans;
	l->plans = plan;
}

bool
plan_get(const struct label *l, double dots_per_mm, struct plan **out,
    struct err *err)
{
	struct plan *plan;

	for (plan = l->plans; plan != NULL; plan = plan->next)
		if (fabs(plan->dots_per_mm - dots_per_mm) < 1e-9) {
			*out = plan;
			return true;
		}
	if (!(dots_per_mm >= 1 && dots_per_mm * l->info.width_mm < DOTS_MAX &&
	    dots_per_mm * l->info.height_mm < DOTS_MAX))
		return err_code(err, ERR_INPUT, "label.printer",
		    "a label of %g x %g mm cannot be drawn with %g dots a mm",
		    l->info.width_mm, l->info.height_mm, dots_per_mm);
	plan = xcalloc(1, sizeof *plan);
	plan->dots_per_mm = dots_per_mm;
	plan->width = plan_dots(plan, l->info.width_mm);
	plan->height = plan_dots(plan, l->info.height_mm);
	plan->at = xcalloc(l->elements.n, sizeof *plan->at);
	if (!plan_fill(l, plan, err)) {
		plan_free(l, plan);
		return false;
	}
	/* what is kept is no part of what the template says */
	keep((struct label *)l, plan);
	*out = plan;
	return true;
}

bool
label_symbols(const struct label *l, const struct label_profile *profile,
    struct label_symbol out[], size_t max, size_t *n, struct err *err)
{
	struct plan *plan;

	if (!plan_get(l, profile->dots_per_mm, &plan, err))
		return false;
	*n = 0;
	for (size_t i = 0; i < l->elements.n; i++) {
		if (!element_is_symbol(l->elements.at[i].kind))
			continue;
		if (*n < max)
			out[*n] = plan->at[i].told;
		(*n)++;
	}
	return true;
}
