/*
 * sheet_text.c - texts of a sheet, as letters of a vector PDF.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <pango/pangocairo.h>
#include <stdlib.h>
#include "base/xalloc.h"
#include "label/sheet_private.h"

/* Text as UTF-8 without control characters but the newline. */
char *
sheet_clean(const char *text)
{
	char *valid = g_utf8_make_valid(text, -1), *own = xstrdup(valid);

	g_free(valid);
	for (char *p = own; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' && *p != '\n')
			*p = ' ';
	return own;
}

/* Lay out text within width (0: one line); returns its height. */
double
sheet_put(struct sheet_press *p, const char *text, double size, bool bold, double width)
{
	PangoFontDescription *font = pango_font_description_new();
	char *own = sheet_clean(text);
	PangoRectangle all;

	pango_font_description_set_family(font, "DejaVu Sans");
	pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD :
	    PANGO_WEIGHT_NORMAL);
	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	pango_layout_set_font_description(p->layout, font);
	pango_layout_set_width(p->layout, width > 0 ? (int)(width * PANGO_SCALE) :
	    -1);
	pango_layout_set_text(p->layout, own, -1);
	pango_font_description_free(font);
	if (p->missing == NULL &&
	    pango_layout_get_unknown_glyphs_count(p->layout) > 0)
		p->missing = xstrdup(own);
	free(own);
	pango_layout_get_extents(p->layout, NULL, &all);
	return (double)all.height / PANGO_SCALE;
}

double
sheet_laid_width(const struct sheet_press *p)
{
	PangoRectangle all;

	pango_layout_get_extents(p->layout, NULL, &all);
	return (double)all.width / PANGO_SCALE;
}

void
sheet_show(struct sheet_press *p, double x, double y)
{
	cairo_move_to(p->cr, x, y);
	pango_cairo_show_layout(p->cr, p->layout);
}

void
sheet_layout(struct sheet_press *p)
{
	PangoContext *context = pango_cairo_create_context(p->cr);
	cairo_font_options_t *options = cairo_font_options_create();

	/* else advances are whole points, and words a tenth too wide */
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	pango_cairo_context_set_font_options(context, options);
	pango_cairo_context_set_resolution(context, 72);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context, pango_language_from_string("en"));
	p->layout = pango_layout_new(context);
	pango_layout_set_wrap(p->layout, PANGO_WRAP_WORD_CHAR);
	cairo_font_options_destroy(options);
	g_object_unref(context);
}
