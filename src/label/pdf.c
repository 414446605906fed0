/*
 * pdf.c - pictures as a PDF, a page a label.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each page is one ImageMask over the whole MediaBox, whose size is that of
 * the dots less a hair: any more, by the rounding of a number, and a renderer
 * makes a row of dots too many.  Nothing in it depends on the time or the host.
 *
 *	1 catalog   2 pages   3 what a page does   then images and pages
 */
#include <assert.h>
#include <math.h>
#include "label/label_private.h"

#define POINTS_PER_INCH 72.0
#define POINT_PARTS 10000

enum { CATALOG = 1, PAGES, CONTENTS };

static void
object_begin(struct pdf *p, size_t number)
{
	p->objects.at[number - 1] = p->out->len - p->begun;
	str_addf(p->out, "%zu 0 obj\n", number);
}

static size_t
object_new(struct pdf *p)
{
	vec_push(&p->objects);
	object_begin(p, p->objects.n);
	return p->objects.n;
}

void
pdf_begin(struct pdf *p, struct str *out)
{
	*p = (struct pdf){ .out = out, .begun = out->len };
	str_init(&p->squeezed);
	str_add(out, "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n");
	for (int i = CATALOG; i <= CONTENTS; i++)
		vec_push(&p->objects);
	object_begin(p, CATALOG);
	str_addf(out, "<< /Type /Catalog /Pages %d 0 R >>\nendobj\n", PAGES);
}

/* Points of so many dots, less a hair. */
static void
add_points(struct str *out, int dots, double dots_per_mm)
{
	long v = (long)ceil(dots * POINTS_PER_INCH / MM_PER_INCH / dots_per_mm *
	    POINT_PARTS) - 1;

	str_addf(out, "%ld.%04ld", v / POINT_PARTS, v % POINT_PARTS);
}

/* All pages are of one size, and so do the same. */
static void
contents(struct pdf *p, const struct label_bitmap *b, double dots_per_mm)
{
	struct str todo;

	str_init(&todo);
	str_add(&todo, "q ");
	add_points(&todo, b->width, dots_per_mm);
	str_add(&todo, " 0 0 ");
	add_points(&todo, b->height, dots_per_mm);
	str_add(&todo, " 0 0 cm /I Do Q\n");
	object_begin(p, CONTENTS);
	str_addf(p->out, "<< /Length %zu >>\nstream\n%sendstream\nendobj\n",
	    todo.len, todo.p);
	str_done(&todo);
}

void
pdf_page(struct pdf *p, const struct label_bitmap *b, double dots_per_mm,
    int copies)
{
	size_t image;

	if (p->pages.n == 0)
		contents(p, b, dots_per_mm);
	str_clear(&p->squeezed);
	squeeze(b->bits, b->stride * (size_t)b->height, b->stride, &p->squeezed);
	image = object_new(p);
	str_addf(p->out, "<< /Type /XObject /Subtype /Image /ImageMask true "
	    "/Width %d /Height %d /BitsPerComponent 1 /Decode [1 0] "
	    "/Filter /FlateDecode /Length %zu >>\nstream\n", b->width, b->height,
	    p->squeezed.len);
	str_addn(p->out, p->squeezed.p, p->squeezed.len);
	str_add(p->out, "\nendstream\nendobj\n");
	for (int i = 0; i < copies; i++) {
		*vec_push(&p->pages) = object_new(p);
		str_addf(p->out, "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 ",
		    PAGES);
		add_points(p->out, b->width, dots_per_mm);
		str_addc(p->out, ' ');
		add_points(p->out, b->height, dots_per_mm);
		str_addf(p->out, "] /Resources << /XObject << /I %zu 0 R >> >> "
		    "/Contents %d 0 R >>\nendobj\n", image, CONTENTS);
	}
}

void
pdf_end(struct pdf *p)
{
	size_t xref;

	object_begin(p, PAGES);
	str_addf(p->out, "<< /Type /Pages /Count %zu /Kids [", p->pages.n);
	for (size_t i = 0; i < p->pages.n; i++)
		str_addf(p->out, "%zu 0 R%s", p->pages.at[i],
		    i % 10 == 9 ? "\n" : " ");
	str_add(p->out, "] >>\nendobj\n");
	xref = p->out->len - p->begun;
	str_addf(p->out, "xref\n0 %zu\n0000000000 65535 f \n", p->objects.n + 1);
	for (size_t i = 0; i < p->objects.n; i++)
		str_addf(p->out, "%010zu 00000 n \n", p->objects.at[i]);
	str_addf(p->out, "trailer\n<< /Size %zu /Root %d 0 R >>\n"
	    "startxref\n%zu\n%%%%EOF\n", p->objects.n + 1, CATALOG, xref);
	str_done(&p->squeezed);
	vec_done(&p->objects);
	vec_done(&p->pages);
}
