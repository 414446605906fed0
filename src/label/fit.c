/*
 * fit.c - the size at which a text fits into its room.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "label/font.h"
#include "label/label_private.h"

#define LINE_SHOWN 60

static void
style_of(const struct element *e, const struct placed *p, int px,
    struct font_style *s)
{
	s->px = px;
	s->bold = e->bold;
	s->mono = e->mono;
	s->align = (int)e->align;
	s->wrap = e->fit == FIT_WRAP ? p->w : 0;
}

/* The next size to try: one dot smaller (1/32 where letters are large), and
 * for a single line at once near to what its width asks for. */
static int
smaller(int px, int width, int room)
{
	int next = px - (px > 64 ? px / 32 : 1);
	long near = width > 0 ? (long)px * room / width + 1 : px;

	return near < next ? (int)near : next;
}

static bool
missing(const struct label *l, const struct element *e, const char *text,
    struct err *err)
{
	err_clear(err);
	err_detail(err, "the text is \"%.200s\"", text);
	element_fault(l, e, err, "label.glyph",
	    "the fonts of this host lack a character of it");
	return err_hint(err, "Install a font that has it, or change the text.");
}

static bool
too_large(const struct label *l, const struct element *e, const char *text,
    struct err *err)
{
	err_clear(err);
	err_detail(err, "the text is \"%.200s\"", text);
	return element_fault(l, e, err, "label.fit",
	    "the text does not fit into %g x %g mm%s", e->width, e->height,
	    e->fit == FIT_ERROR ? "" : ", not at its smallest either");
}

bool
fit_text(const struct label *l, const struct element *e, const struct placed *p,
    const char *text, struct fit_text *out, struct err *err)
{
	struct font_extent x;
	struct font_style s;

	for (int px = p->px; px >= p->min_px;
	    px = smaller(px, e->fit == FIT_WRAP ? 0 : x.width, p->w)) {
		style_of(e, p, px, &s);
		font_measure(&s, text, &x);
		if (x.missing > 0)
			return missing(l, e, text, err);
		if (x.width <= p->w && x.height <= p->h) {
			*out = (struct fit_text){ px, x.width, x.height };
			return true;
		}
		if (e->fit == FIT_ERROR)
			break;
	}
	return too_large(l, e, text, err);
}

bool
fit_hri(const struct label *l, const struct element *e,
    const struct placed *p, const char *text, int w, int *px, struct err *err)
{
	struct font_style s = { .px = p->px };
	struct font_extent x;

	for (; s.px >= p->min_px; s.px = smaller(s.px, x.width, w)) {
		font_measure(&s, text, &x);
		if (x.missing > 0)
			return missing(l, e, text, err);
		if (x.width <= w && x.height <= p->hri) {
			*px = s.px;
			return true;
		}
	}
	err_clear(err);
	err_detail(err, "the text is \"%.200s\"", text);
	return element_fault(l, e, err, "label.fit",
	    "the text under the bars is wider than they are");
}
