/*
 * render.c - the doors of label.h: values checked, drawn, written.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "label/label_private.h"

static const struct { const char *name, *mime; } formats[LABEL_FORMATS] = {
	[LABEL_PDF] = { "pdf", "application/pdf" },
	[LABEL_PNG] = { "png", "image/png" },
	[LABEL_ZPL] = { "zpl", "application/vnd.zebra-zpl" },
};

static const char *const dpis[] = { "203", "203.2", "300", "600" };

const char *
label_format_name(enum label_format f)
{
	return formats[f].name;
}

const char *
label_format_mime(enum label_format f)
{
	return formats[f].mime;
}

int
label_format_find(const char *name)
{
	for (int i = 0; i < LABEL_FORMATS; i++)
		if (str_ieq(formats[i].name, name))
			return i;
	return -1;
}

bool
label_profile_dpi(const char *dpi, struct label_profile *p)
{
	for (size_t i = 0; i < sizeof dpis / sizeof dpis[0]; i++)
		if (strcmp(dpis[i], dpi) == 0) {
			/* "203.2" without asking the locale for its point */
			p->dots_per_mm = (i == 1 ? 203.2 : (double)atoi(dpi)) /
			    MM_PER_INCH;
			return true;
		}
	return false;
}

/* --- Drawing ------------------------------------------------------------------ */

static bool
plan_for(const struct label *l, const struct label_profile *profile,
    struct plan **plan, struct err *err)
{
	if (!plan_get(l, profile->dots_per_mm, plan, err))
		return false;
	if (profile->width_dots == 0 || (*plan)->width <= profile->width_dots)
		return true;
	err_code(err, ERR_INPUT, "label.printer",
	    "template %s is wider than the printer", l->info.name);
	return err_detail(err, "%d dots, the printer has %d", (*plan)->width,
	    profile->width_dots);
}

static bool
draw_one(const struct label *l, struct plan *plan,
    const struct label_values *values, struct label_bitmap *to,
    struct str *native, struct err *err)
{
	struct filled filled;

	return fields_take(l, values, &filled, err) &&
	    draw_label(l, plan, &filled, to, native, err);
}

bool
label_draw(const struct label *l, const struct label_profile *profile,
    const struct label_values *values, struct label_bitmap *out,
    struct err *err)
{
	struct label_bitmap bits;
	struct plan *plan;

	if (!plan_for(l, profile, &plan, err))
		return false;
	bits_init(&bits, plan->width, plan->height);
	if (!draw_one(l, plan, values, &bits, NULL, err)) {
		bits_done(&bits);
		return false;
	}
	*out = bits;
	return true;
}

bool
label_check(const struct label *l, const struct label_values *values,
    struct err *err)
{
	struct label_profile first = { .dots_per_mm = l->dpis[0] / MM_PER_INCH };
	struct label_bitmap bits;

	if (!label_draw(l, &first, values, &bits, err))
		return false;
	bits_done(&bits);
	return true;
}

/* --- Documents ------------------------------------------------------------------ */

static int
copies_of(const struct label_values *v)
{
	return v->copies == 0 ? 1 : v->copies;
}

static bool
counts_are_good(enum label_format format, const struct label_values sets[],
    size_t n, struct err *err)
{
	if (n == 0)
		return err_set(err, ERR_INPUT, "there is no label to make");
	for (size_t i = 0; i < n; i++)
		if (sets[i].copies < 0 || sets[i].copies > LABEL_COPIES_MAX)
			return err_set(err, ERR_INPUT, "a label is made 1 to %d times",
			    LABEL_COPIES_MAX);
	if (format == LABEL_PNG && (n > 1 || copies_of(&sets[0]) > 1)) {
		err_set(err, ERR_INPUT, "a PNG file holds one label");
		return err_hint(err, "Write several into a PDF or ZPL file.");
	}
	return true;
}

static bool
which_of(size_t i, size_t n, struct err *err)
{
	char was[sizeof err->detail];

	if (n == 1)
		return false;
	str_copy(was, sizeof was, err->detail);
	return err_detail(err, "label %zu of %zu%s%s", i + 1, n,
	    was[0] == '\0' ? "" : ": ", was);
}

struct document {
	const struct label *label;
	struct plan *plan;
	enum label_format format;
	struct label_bitmap bits;
	struct str native;
	struct pdf pdf;
	struct str *out;
};

static void
add_label(struct document *d, int copies)
{
	switch (d->format) {
	case LABEL_PDF:
		pdf_page(&d->pdf, &d->bits, d->plan->dots_per_mm, copies);
		break;
	case LABEL_PNG:
		png_write(&d->bits, d->plan->dots_per_mm, d->out);
		break;
	default:
		zpl_write(&d->bits, d->native.p, copies, d->out);
		break;
	}
}

static bool
add_all(struct document *d, const struct label_values sets[], size_t n,
    struct err *err)
{
	bool native = d->format == LABEL_ZPL && d->label->info.native;

	for (size_t i = 0; i < n; i++) {
		str_clear(&d->native);
		if (!draw_one(d->label, d->plan, &sets[i], &d->bits,
		    native ? &d->native : NULL, err))
			return which_of(i, n, err);
		add_label(d, copies_of(&sets[i]));
	}
	return true;
}

bool
label_render(const struct label *l, const struct label_profile *profile,
    enum label_format format, const struct label_values sets[], size_t n,
    struct str *out, struct err *err)
{
	struct document d = { .label = l, .format = format, .out = out };
	size_t begun = out->len;
	bool ok;

	assert(format < LABEL_FORMATS);
	if (!counts_are_good(format, sets, n, err) ||
	    !plan_for(l, profile, &d.plan, err))
		return false;
	bits_init(&d.bits, d.plan->width, d.plan->height);
	str_init(&d.native);
	if (format == LABEL_PDF)
		pdf_begin(&d.pdf, out);
	ok = add_all(&d, sets, n, err);
	if (format == LABEL_PDF)
		pdf_end(&d.pdf);
	if (!ok)
		str_truncate(out, begun);
	str_done(&d.native);
	bits_done(&d.bits);
	return ok;
}
