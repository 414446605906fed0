/*
 * draw.c - values into a picture of dots.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is the same on every label is drawn once, as the ground on which the
 * rest is drawn.  A text is kept as it was drawn last, because names and lots
 * stay the same over a batch.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "label/font.h"
#include "label/label_private.h"

struct drawing {
	const struct label *label;
	struct plan *plan;
	const struct filled *filled;
	struct label_bitmap *to;
	struct str *native;
	struct err *err;
};

/* --- Symbols --------------------------------------------------------------------- */

/* A row of modules as dots, into row; returns its dots. */
static int
spread(const struct matrix *m, int row, int module, struct label_bitmap *line)
{
	const uint8_t *at = m->at[row];
	int run = 0;

	memset(line->bits, 0, line->stride);
	for (int i = 0; i <= m->width; i++) {
		bool black = i < m->width && (at[i >> 3] >> (i & 7) & 1) != 0;

		if (black) {
			run++;
		} else if (run > 0) {
			bits_fill(line, (i - run) * module, 0, run * module, 1);
			run = 0;
		}
	}
	return m->width * module;
}

/* The modules with their top left corner at x, y; bar is a row's height for
 * bars, else rows are modules. */
static void
draw_modules(const struct matrix *m, int module, int bar,
    struct label_bitmap *to, int x, int y)
{
	struct label_bitmap line;
	int n, h = bar > 0 ? bar : module;

	bits_init(&line, m->width * module, 1);
	for (int i = 0; i < m->rows; i++) {
		n = spread(m, i, module, &line);
		bits_rows(to, x, y + i * h, line.bits, n, h);
	}
	bits_done(&line);
}

static int
left_of(enum align align, int room, int w)
{
	return align == ALIGN_LEFT ? 0 : align == ALIGN_RIGHT ? room - w :
	    (room - w) / 2;
}

/* Does the printer draw the modules itself? */
static bool
goes_native(const struct drawing *d, const struct element *e,
    const struct placed *p, const struct symbol_data *data,
    const struct matrix *m, int x, int y)
{
	return d->native != NULL && e->turn == 0 &&
	    native_symbol(e, p, data, m, x, y, d->native);
}

static bool
symbol_parts(const struct drawing *d, const struct element *e,
    const struct placed *p, const struct symbol_data *data,
    const struct matrix *m, struct label_bitmap *to, int x, int y)
{
	int quiet = symbol_quiet(e->kind) * p->module;
	int w = m->width * p->module + 2 * quiet, px;
	struct font_style s = { 0 };
	struct font_extent extent;

	x += left_of(e->align, p->w, w);
	if (!goes_native(d, e, p, data, m, x + quiet,
	    element_is_linear(e->kind) ? y : y + quiet))
		draw_modules(m, p->module, element_is_linear(e->kind) ? p->bar : 0,
		    to, x + quiet, element_is_linear(e->kind) ? y : y + quiet);
	if (!e->hri)
		return true;
	if (!fit_hri(d->label, e, p, data->shown, w, &px, d->err))
		return false;
	s.px = px;
	font_measure(&s, data->shown, &extent);
	font_draw(&s, data->shown, to, x + (w - extent.width) / 2, y + p->bar +
	    p->hri - extent.height);
	return true;
}

static bool
symbol_fits(const struct drawing *d, const struct element *e,
    const struct placed *p, const struct matrix *m)
{
	int quiet = 2 * symbol_quiet(e->kind);

	if ((m->width + quiet) * p->module <= p->w &&
	    (element_is_linear(e->kind) || (m->rows + quiet) * p->module <= p->h))
		return true;
	err_clear(d->err);
	return element_fault(d->label, e, d->err, "label.fit",
	    "its symbol with these values is larger than its room");
}

static bool
draw_symbol(const struct drawing *d, const struct element *e,
    const struct placed *p)
{
	static struct symbol_data data;
	static struct matrix m;
	struct label_bitmap own;
	bool ok;

	if (!symbol_compose(d->label, e, d->filled, &data, d->err) ||
	    !symbol_encode(e, &data, &m, d->err))
		return element_fault(d->label, e, d->err,
		    d->err->code[0] != '\0' ? d->err->code : "code.syntax", "%s",
		    d->err->what);
	if (!symbol_fits(d, e, p, &m))
		return false;
	if (e->turn == 0)
		return symbol_parts(d, e, p, &data, &m, d->to, p->room.x, p->room.y);
	bits_init(&own, p->w, p->h);
	ok = symbol_parts(d, e, p, &data, &m, &own, 0, 0);
	if (ok)
		bits_lay_turned(d->to, p->room.x, p->room.y, &own, e->turn);
	bits_done(&own);
	return ok;
}

/* --- Texts -------------------------------------------------------------------------- */

/* The text in its room, as a picture that is kept. */
static bool
text_make(const struct drawing *d, const struct element *e, struct placed *p,
    const char *text)
{
	struct font_style s = { .bold = e->bold, .mono = e->mono,
	    .align = (int)e->align, .wrap = e->fit == FIT_WRAP ? p->w : 0 };
	struct fit_text fit;
	int x, y;

	if (!fit_text(d->label, e, p, text, &fit, d->err))
		return false;
	free(p->last);
	p->last = xstrdup(text);
	bits_done(&p->last_bits);
	s.px = fit.px;
	x = left_of(e->align, p->w, fit.width);
	y = e->valign == VALIGN_TOP ? 0 : e->valign == VALIGN_BOTTOM ?
	    p->h - fit.height : (p->h - fit.height) / 2;
	p->last_x = p->last_y = 0;
	if (e->turn != 0) {
		bits_init(&p->last_bits, p->w, p->h);	/* turned as a whole */
	} else if (fit.width > 0 && fit.height > 0) {
		bits_init(&p->last_bits, fit.width, fit.height);
		p->last_x = x;
		p->last_y = y;
		x = y = 0;
	} else {
		return true;
	}
	font_draw(&s, text, &p->last_bits, x, y);
	return true;
}

static bool
draw_text(const struct drawing *d, const struct element *e, struct placed *p)
{
	char text[FILLED_MAX];

	if (!fill_make(&e->data, d->filled, text, sizeof text)) {
		err_clear(d->err);
		return element_fault(d->label, e, d->err, "label.too-long",
		    "its text has more than %zu bytes", sizeof text - 1);
	}
	if (text[0] == '\0')
		return true;
	if ((p->last == NULL || strcmp(p->last, text) != 0) &&
	    !text_make(d, e, p, text))
		return false;
	if (p->last_bits.bits != NULL)
		bits_lay_turned(d->to, p->room.x + p->last_x,
		    p->room.y + p->last_y, &p->last_bits, e->turn);
	return true;
}

/* --- Lines, boxes, pictures ----------------------------------------------------------- */

static void
draw_box(const struct rect *r, int stroke, struct label_bitmap *to)
{
	bits_fill(to, r->x, r->y, r->w, stroke);
	bits_fill(to, r->x, r->y + r->h - stroke, r->w, stroke);
	bits_fill(to, r->x, r->y, stroke, r->h);
	bits_fill(to, r->x + r->w - stroke, r->y, stroke, r->h);
}

static void
draw_image(const struct label_bitmap *from, const struct rect *r,
    struct label_bitmap *to)
{
	for (int y = 0; y < r->h; y++)
		for (int x = 0; x < r->w; x++)
			if (bits_get(from, (int)((long)x * from->width / r->w),
			    (int)((long)y * from->height / r->h)))
				bits_fill(to, r->x + x, r->y + y, 1, 1);
}

static bool
draw_element(const struct drawing *d, size_t i)
{
	const struct element *e = &d->label->elements.at[i];
	struct placed *p = &d->plan->at[i];

	switch (e->kind) {
	case EL_TEXT:
		return draw_text(d, e, p);
	case EL_LINE:
		bits_fill(d->to, p->room.x, p->room.y, p->room.w, p->room.h);
		return true;
	case EL_BOX:
		draw_box(&p->room, p->stroke, d->to);
		return true;
	case EL_IMAGE:
		draw_image(&e->image, &p->room, d->to);
		return true;
	default:
		return draw_symbol(d, e, p);
	}
}

/* --- The label ---------------------------------------------------------------------------- */

static bool
is_fixed(const struct element *e)
{
	bool fixed = e->when < 0 && e->unless < 0 && fill_is_fixed(&e->data);

	for (size_t i = 0; i < e->n_ais; i++)
		fixed = fixed && fill_is_fixed(&e->ais[i].value);
	return fixed;
}

static bool
draw_some(const struct drawing *d, bool fixed)
{
	for (size_t i = 0; i < d->label->elements.n; i++) {
		const struct element *e = &d->label->elements.at[i];

		if (is_fixed(e) == fixed && element_stands(e, d->filled) &&
		    !draw_element(d, i))
			return false;
	}
	return true;
}

static bool
make_ground(const struct drawing *of)
{
	struct drawing d = *of;

	bits_init(&d.plan->ground, d.plan->width, d.plan->height);
	d.to = &d.plan->ground;
	d.native = NULL;
	d.plan->grounded = draw_some(&d, true);
	if (!d.plan->grounded)
		bits_done(&d.plan->ground);
	return d.plan->grounded;
}

bool
draw_label(const struct label *l, struct plan *plan, const struct filled *filled,
    struct label_bitmap *to, struct str *native, struct err *err)
{
	struct drawing d = { l, plan, filled, to, native, err };

	if (!plan->grounded && !make_ground(&d))
		return false;
	bits_copy(to, &plan->ground);
	return draw_some(&d, false);
}
