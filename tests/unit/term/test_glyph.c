/*
 * test_glyph.c - large letters.  Goal: no two of them look the same at any
 * size, their width is what is said, and they stay in their part.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "term_unit.h"
#include "base/str.h"
#include "term/glyph.h"

static const char every[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./:+#?! ";

/* A drawing as text: '#' for a reversed blank, else the character. */
static void draw(struct str *out, const char *text, int height, bool utf8)
{
	struct canvas canvas;
	struct paint p;
	int width;

	canvas_init(&canvas, 5, 40, utf8);
	p = paint_all(&canvas);
	width = glyph_draw(&p, 0, 0, STYLE_NORMAL, height, text);
	assert_int_equal(width, glyph_width(text, height, utf8));
	for (int row = 0; row < 5; row++) {
		for (int column = 0; column < 40; column++) {
			const struct cell *cell = canvas_at(&canvas, row,
			    column);

			str_addf(out, "%x", (unsigned)cell->ch +
			    (cell->style & STYLE_REVERSE));
			if (column >= width || row >= height) {
				assert_int_equal(cell->ch, ' ');
				assert_int_equal(cell->style, 0);
			}
		}
		str_addc(out, '\n');
	}
	canvas_done(&canvas);
}

static void assert_all_differ(const char *all, int height, bool utf8)
{
	struct str a, b;

	str_init(&a);
	str_init(&b);
	for (size_t i = 0; i < strlen(all); i++)
		for (size_t k = 0; k < i; k++) {
			char one[2] = { all[i] }, other[2] = { all[k] };

			str_clear(&a);
			str_clear(&b);
			draw(&a, one, height, utf8);
			draw(&b, other, height, utf8);
			if (strcmp(a.p, b.p) == 0)
				fail_msg("%s and %s look the same at %d", one,
				    other, height);
		}
	str_done(&a);
	str_done(&b);
}

static void glyph_draw__differs__for_all_characters(void **state)
{
	(void)state;
	assert_all_differ(every, 5, true);
	assert_all_differ(every, 3, true);
	assert_all_differ("ACDEFHIJKLMNOPRSTUVWXYZ- ", 3, false);
}

static void glyph_draw__draws__small_letters_as_capitals(void **state)
{
	struct str a, b;

	(void)state;
	str_init(&a);
	str_init(&b);
	draw(&a, "ab-z", 5, true);
	draw(&b, "AB-Z", 5, true);
	assert_string_equal(a.p, b.p);
	str_clear(&a);
	str_clear(&b);
	draw(&a, "\303\204", 5, true);	/* one box, not two */
	draw(&b, "\001", 5, true);
	assert_string_equal(a.p, b.p);
	str_done(&a);
	str_done(&b);
}

static void glyph_draw__uses__reversed_blanks(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 5, 20, false);
	p = paint_all(&canvas);
	glyph_draw(&p, 0, 0, STYLE_NORMAL, 5, "L1");
	assert_reversed(&canvas, 0, "r.....r");
	assert_reversed(&canvas, 1, "r....rr");
	assert_reversed(&canvas, 4, "rrrr.rrr");
	for (int row = 0; row < 5; row++)
		assert_row(&canvas, row, "");
	canvas_clear(&canvas);
	glyph_draw(&p, 0, 0, STYLE_REVERSE, 5, "-");	/* in a reversed band */
	assert_reversed(&canvas, 2, "");
	canvas_done(&canvas);
}

static void glyph_fit__finds__the_largest(void **state)
{
	int width = glyph_width("A02-17", 5, false);

	(void)state;
	assert_int_equal(glyph_fit("A02-17", 9, width, false), 5);
	assert_int_equal(glyph_fit("A02-17", 4, width, true), 3);
	assert_int_equal(glyph_fit("A02-17", 2, width, false), 1);
	assert_int_equal(glyph_fit("A02-17", 9, 8, false), 1);
	assert_int_equal(glyph_fit("A02-17", 0, 0, true), 1);
	assert_int_equal(glyph_width("A02-17", 1, true), 6);
	assert_int_equal(glyph_width("", 5, true), 0);
}

/* Digits in three rows of blanks would be misread. */
static void glyph_fit__keeps_codes__legible(void **state)
{
	(void)state;
	assert_int_equal(glyph_fit("STOP", 3, 80, false), 3);
	assert_int_equal(glyph_fit("A02-17", 3, 80, false), 1);
	assert_int_equal(glyph_width("A02-17", 3, false), 6);
	assert_int_equal(glyph_fit("A02-17", 3, 80, true), 3);
}

static void glyph_draw_fit__stays__in_its_part(void **state)
{
	struct canvas canvas;
	struct paint p, part;

	(void)state;
	canvas_init(&canvas, 6, 40, false);
	p = paint_all(&canvas);
	for (int rows = 0; rows <= 6; rows++)
		for (int columns = 0; columns <= 40; columns++) {
			canvas_clear(&canvas);
			part = paint_part(&p, 0, 0, rows, columns);
			glyph_draw_fit(&part, STYLE_NORMAL, "B17-08");
			for (int i = 0; i < 6 * 40; i++)
				if (i / 40 >= rows || i % 40 >= columns)
					assert_int_equal(
					    canvas.cells[i].style, 0);
		}
	canvas_done(&canvas);
}

UNIT_MAIN_UTF8(
    cmocka_unit_test(glyph_draw__differs__for_all_characters),
    cmocka_unit_test(glyph_draw__draws__small_letters_as_capitals),
    cmocka_unit_test(glyph_draw__uses__reversed_blanks),
    cmocka_unit_test(glyph_fit__finds__the_largest),
    cmocka_unit_test(glyph_fit__keeps_codes__legible),
    cmocka_unit_test(glyph_draw_fit__stays__in_its_part),
)
