/*
 * font.c - texts as dots, by pango and cairo.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Drawing goes through an 8-bit picture without smoothing, cut at half.  Drawn
 * characters of ASCII are kept by font; a text of them costs a copy each.
 * Kerning and ligatures are off: a label is read at arm's length, and each
 * character must stand where the sum of those before it ends.
 */
#include <assert.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "label/bits.h"
#include "label/font.h"

#define FONTS_MAX 160
#define GLYPHS 95		/* ' ' to '~' */
#define DARK 128

struct glyph {
	bool made;			/* measured */
	bool drawn;
	int advance;
	int x, y;			/* of its dots, from the text's corner */
	struct label_bitmap bits;	/* no bits: a blank */
};

struct font {
	int px;
	bool bold, mono;
	PangoFontDescription *description;
	int height;			/* of a line */
	bool own[GLYPHS];
	struct glyph glyphs[GLYPHS];
};

static struct font *fonts[FONTS_MAX];
static size_t n_fonts;
static PangoLayout *layout;		/* one for all, in dots */

static void
start(void)
{
	PangoAttrList *attributes = pango_attr_list_new();
	cairo_font_options_t *options = cairo_font_options_create();
	PangoFontMap *map = pango_cairo_font_map_get_default();
	PangoContext *context = pango_font_map_create_context(map);

	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_NONE);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_FULL);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON);
	pango_cairo_context_set_font_options(context, options);
	pango_cairo_context_set_resolution(context, 72);
	pango_context_set_round_glyph_positions(context, TRUE);
	pango_context_set_language(context, pango_language_from_string("en"));
	layout = pango_layout_new(context);
	pango_attr_list_insert(attributes, pango_attr_font_features_new(
	    "kern=0,liga=0,clig=0,calt=0,dlig=0"));
	pango_layout_set_attributes(layout, attributes);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_attr_list_unref(attributes);
	cairo_font_options_destroy(options);
	g_object_unref(context);
}

/* --- Fonts ------------------------------------------------------------------- */

static void
font_drop(struct font *f)
{
	for (size_t i = 0; i < GLYPHS; i++)
		bits_done(&f->glyphs[i].bits);
	pango_font_description_free(f->description);
	free(f);
}

static struct font *
font_new(const struct font_style *s)
{
	struct font *f = xcalloc(1, sizeof *f);

	f->px = s->px;
	f->bold = s->bold;
	f->mono = s->mono;
	f->description = pango_font_description_new();
	pango_font_description_set_family(f->description,
	    s->mono ? "DejaVu Sans Mono" : "DejaVu Sans");
	pango_font_description_set_weight(f->description,
	    s->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_absolute_size(f->description,
	    (double)s->px * PANGO_SCALE);
	return f;
}

/* The one used last stands first; beyond FONTS_MAX the last one goes. */
static struct font *
font_get(const struct font_style *s)
{
	struct font *f = NULL;
	size_t i;

	assert(s->px > 0);
	if (layout == NULL)
		start();
	for (i = 0; i < n_fonts && f == NULL; i++)
		if (fonts[i]->px == s->px && fonts[i]->bold == s->bold &&
		    fonts[i]->mono == s->mono)
			f = fonts[i];
	if (f != NULL) {
		i--;
	} else {
		f = font_new(s);
		if (n_fonts == FONTS_MAX)
			font_drop(fonts[--n_fonts]);
		i = n_fonts++;
	}
	memmove(fonts + 1, fonts, i * sizeof *fonts);
	fonts[0] = f;
	return f;
}

void
label_end(void)
{
	while (n_fonts > 0)
		font_drop(fonts[--n_fonts]);
	if (layout != NULL)
		g_object_unref(layout);
	layout = NULL;
	pango_cairo_font_map_set_default(NULL);
}

/* --- Any text, by pango ---------------------------------------------------------- */

static void
lay_out(const struct font *f, const struct font_style *s, const char *text)
{
	static const PangoAlignment aligns[] = { PANGO_ALIGN_LEFT,
	    PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };

	pango_layout_set_font_description(layout, f->description);
	pango_layout_set_width(layout, s->wrap > 0 ? s->wrap * PANGO_SCALE : -1);
	pango_layout_set_alignment(layout, aligns[s->align]);
	pango_layout_set_text(layout, text, -1);
}

/* What the text covers: its lines and all its ink. */
static void
extent_of(PangoRectangle *all)
{
	PangoRectangle ink;
	int right, bottom;

	pango_layout_get_pixel_extents(layout, &ink, all);
	right = all->x + all->width;
	bottom = all->y + all->height;
	if (ink.width > 0 && ink.x + ink.width > right)
		right = ink.x + ink.width;
	if (ink.height > 0 && ink.y + ink.height > bottom)
		bottom = ink.y + ink.height;
	if (ink.width > 0 && ink.x < all->x)
		all->x = ink.x;
	if (ink.height > 0 && ink.y < all->y)
		all->y = ink.y;
	all->width = right - all->x;
	all->height = bottom - all->y;
}

static void
measure_by_pango(const struct font *f, const struct font_style *s,
    const char *text, struct font_extent *out)
{
	PangoRectangle all;

	lay_out(f, s, text);
	extent_of(&all);
	out->width = all.width;
	out->height = all.height;
	out->missing = pango_layout_get_unknown_glyphs_count(layout);
}

static void
to_bits(const uint8_t *from, int stride, struct label_bitmap *b)
{
	for (int y = 0; y < b->height; y++)
		for (int x = 0; x < b->width; x++)
			if (from[y * stride + x] >= DARK)
				b->bits[(size_t)y * b->stride + (size_t)x / 8] |=
				    (uint8_t)(0x80 >> x % 8);
}

/* The layout as it stands, its corner at x, y of `to`. */
static void
draw_layout(struct label_bitmap *to, int x, int y)
{
	struct label_bitmap bits;
	cairo_surface_t *surface;
	PangoRectangle all;
	cairo_t *cr;

	extent_of(&all);
	if (all.width <= 0 || all.height <= 0)
		return;
	surface = cairo_image_surface_create(CAIRO_FORMAT_A8, all.width, all.height);
	cr = cairo_create(surface);
	cairo_move_to(cr, -all.x, -all.y);
	pango_cairo_show_layout(cr, layout);
	cairo_destroy(cr);
	cairo_surface_flush(surface);
	bits_init(&bits, all.width, all.height);
	to_bits(cairo_image_surface_get_data(surface),
	    cairo_image_surface_get_stride(surface), &bits);
	bits_lay(to, x, y, &bits);
	bits_done(&bits);
	cairo_surface_destroy(surface);
}

void
font_draw_plainly(const struct font_style *s, const char *text,
    struct label_bitmap *to, int x, int y)
{
	lay_out(font_get(s), s, text);
	draw_layout(to, x, y);
}

/* --- ASCII in one line, from characters drawn before -------------------------------- */

/* The smallest picture that holds the black dots; none when all is white. */
static void
trim(const struct label_bitmap *from, struct glyph *g)
{
	int left = from->width, right = -1, top = from->height, bottom = -1;

	for (int y = 0; y < from->height; y++)
		for (int x = 0; x < from->width; x++) {
			if (!bits_get(from, x, y))
				continue;
			left = x < left ? x : left;
			right = x > right ? x : right;
			top = y < top ? y : top;
			bottom = y;
		}
	if (right < 0)
		return;
	bits_init(&g->bits, right - left + 1, bottom - top + 1);
	for (int y = top; y <= bottom; y++)
		for (int x = left; x <= right; x++)
			if (bits_get(from, x, y))
				bits_fill(&g->bits, x - left, y - top, 1, 1);
	g->x = left;
	g->y = top;
}

static void
glyph_measure(struct font *f, struct glyph *g, char c)
{
	struct font_style plain = { .px = f->px, .bold = f->bold, .mono = f->mono };
	char text[2] = { c, '\0' };
	PangoRectangle line, ink;

	lay_out(f, &plain, text);
	pango_layout_get_pixel_extents(layout, &ink, &line);
	g->made = true;
	g->advance = line.width;
	f->height = line.height;
	/* ink outside of its own line is not for adding up */
	f->own[c - ' '] = ink.width == 0 || (ink.x >= 0 && ink.y >= 0 &&
	    ink.x + ink.width <= line.width && ink.y + ink.height <= line.height);
}

static void
glyph_draw(struct font *f, struct glyph *g, char c)
{
	struct font_style plain = { .px = f->px, .bold = f->bold, .mono = f->mono };
	char text[2] = { c, '\0' };
	struct label_bitmap bits;

	g->drawn = true;
	if (g->advance == 0)
		return;
	bits_init(&bits, g->advance, f->height);
	lay_out(f, &plain, text);
	draw_layout(&bits, 0, 0);
	trim(&bits, g);
	bits_done(&bits);
}

/* The character's glyph, or NULL where the text is pango's. */
static struct glyph *
glyph_of(struct font *f, char c)
{
	struct glyph *g;

	if (c < ' ' || c > '~')
		return NULL;
	g = &f->glyphs[c - ' '];
	if (!g->made)
		glyph_measure(f, g, c);
	return f->own[c - ' '] ? g : NULL;
}

static bool
is_plain(struct font *f, const struct font_style *s, const char *text,
    int *width)
{
	*width = 0;
	if (text[0] == '\0')
		return false;
	for (; *text != '\0'; text++) {
		const struct glyph *g = glyph_of(f, *text);

		if (g == NULL)
			return false;
		*width += g->advance;
	}
	return s->wrap == 0 || *width <= s->wrap;
}

void
font_measure(const struct font_style *s, const char *text,
    struct font_extent *out)
{
	struct font *f = font_get(s);

	out->missing = 0;
	if (is_plain(f, s, text, &out->width))
		out->height = f->height;
	else
		measure_by_pango(f, s, text, out);
}

void
font_draw(const struct font_style *s, const char *text,
    struct label_bitmap *to, int x, int y)
{
	struct font *f = font_get(s);
	int width;

	if (!is_plain(f, s, text, &width)) {
		font_draw_plainly(s, text, to, x, y);
		return;
	}
	for (; *text != '\0'; text++) {
		struct glyph *g = glyph_of(f, *text);

		if (!g->drawn)
			glyph_draw(f, g, *text);
		if (g->bits.bits != NULL)
			bits_lay(to, x + g->x, y + g->y, &g->bits);
		x += g->advance;
	}
}

/* --- Characters ------------------------------------------------------------------------ */

size_t
font_characters(const char *text)
{
	size_t n = 0;

	if (!g_utf8_validate(text, -1, NULL))
		return FONT_NOT_UTF8;
	for (; *text != '\0'; text = g_utf8_next_char(text), n++) {
		gunichar c = g_utf8_get_char(text);

		if ((c < ' ' && c != '\n') || (c >= 0x7F && c < 0xA0))
			return FONT_NOT_UTF8;
	}
	return n;
}
