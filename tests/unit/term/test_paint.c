/*
 * test_paint.c - drawing into cells.  Goal: nothing is drawn outside of a
 * part, cut text says so, and a wide character is never half there.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "term_unit.h"
#include "term/text.h"

#define HAN "\345\200\211"
#define ACUTE "\314\201"

static void paint_text__marks__what_is_cut(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 3, 8, true);
	p = paint_all(&canvas);
	assert_int_equal(paint_text(&p, 0, 0, 0, "SN-00000"), 8);
	assert_int_equal(paint_text(&p, 1, 0, 0, "SN-000001"), 8);
	assert_int_equal(paint_text(&p, 2, 5, 0, "SN-000001"), 3);
	assert_row(&canvas, 0, "SN-00000");
	assert_row(&canvas, 1, "SN-0000\342\200\246");
	assert_row(&canvas, 2, "     SN\342\200\246");
	canvas_done(&canvas);
	canvas_init(&canvas, 1, 8, false);
	p = paint_all(&canvas);
	paint_text(&p, 0, 0, 0, "SN-000001");
	assert_row(&canvas, 0, "SN-0000>");
	canvas_done(&canvas);
}

static void paint_text__draws__nothing_outside(void **state)
{
	struct canvas canvas;
	struct paint p, part;

	(void)state;
	canvas_init(&canvas, 5, 10, true);
	p = paint_all(&canvas);
	part = paint_part(&p, 1, 2, 2, 4);
	assert_int_equal(paint_text(&part, -1, 0, 0, "no"), 0);
	assert_int_equal(paint_text(&part, 2, 0, 0, "no"), 0);
	assert_int_equal(paint_text(&part, 0, -1, 0, "no"), 0);
	assert_int_equal(paint_text(&part, 0, 4, 0, "no"), 0);
	assert_int_equal(paint_text(&part, 0, 3, 0, "no"), 1);
	paint_fill(&part, -3, -3, 20, 20, STYLE_OK, '#');
	paint_put(&part, 7, 7, 0, 'x');
	assert_row(&canvas, 0, "");
	assert_row(&canvas, 1, "  ####");
	assert_row(&canvas, 2, "  ####");
	assert_row(&canvas, 3, "");
	canvas_done(&canvas);
}

static void paint_part__is_cut__to_its_parent(void **state)
{
	struct canvas canvas;
	struct paint p, part;

	(void)state;
	canvas_init(&canvas, 5, 10, true);
	p = paint_all(&canvas);
	part = paint_part(&p, 3, 8, 10, 10);
	assert_int_equal(part.rows, 2);
	assert_int_equal(part.columns, 2);
	part = paint_part(&part, 1, 1, 5, 5);
	assert_int_equal(part.rows, 1);
	assert_int_equal(part.columns, 1);
	assert_int_equal(part.row, 4);
	assert_int_equal(part.column, 9);
	part = paint_part(&p, 9, 9, 2, 2);
	assert_int_equal(part.rows, 0);
	part = paint_part(&p, 0, 0, -2, -2);
	assert_int_equal(part.rows, 0);
	assert_int_equal(part.columns, 0);
	part = paint_inner(&p, 2);
	assert_int_equal(part.rows, 1);
	assert_int_equal(part.columns, 6);
	part = paint_inner(&p, 3);
	assert_int_equal(part.rows, 0);
	canvas_done(&canvas);
}

static void paint_put__keeps__wide_characters_whole(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 4, 6, true);
	p = paint_all(&canvas);
	paint_text(&p, 0, 0, 0, HAN HAN HAN);
	assert_int_equal(canvas_at(&canvas, 0, 0)->cells, 2);
	assert_int_equal(canvas_at(&canvas, 0, 1)->cells, 0);
	paint_put(&p, 0, 1, 0, 'x');		/* the right half of the first */
	assert_row(&canvas, 0, " x" HAN HAN);
	paint_put(&p, 0, 4, 0, 'y');		/* the left half of the last */
	assert_row(&canvas, 0, " x" HAN "y");
	paint_text(&p, 1, 0, 0, HAN HAN HAN);
	paint_text(&p, 1, 1, 0, HAN);		/* over two halves */
	assert_row(&canvas, 1, " " HAN " " HAN);
	paint_text(&p, 2, 0, 0, "abcde" HAN);	/* no room for it */
	assert_row(&canvas, 2, "abcde\342\200\246");
	paint_put(&p, 3, 5, 0, 0x5009);
	assert_row(&canvas, 3, "");
	canvas_done(&canvas);
}

static void paint_text__puts__marks_on_letters(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 2, 6, true);
	p = paint_all(&canvas);
	assert_int_equal(paint_text(&p, 0, 0, 0, "e" ACUTE "x"), 2);
	assert_int_equal(canvas_at(&canvas, 0, 0)->mark, 0x301);
	assert_row(&canvas, 0, "e" ACUTE "x");
	paint_text(&p, 1, 0, 0, ACUTE "x");	/* it has no letter */
	assert_row(&canvas, 1, "x");
	canvas_done(&canvas);
}

static void paint_text__never_shows__control_characters(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 2, 10, true);
	p = paint_all(&canvas);
	paint_text(&p, 0, 0, 0, "a\033[2J\035b\377");
	for (int column = 0; column < 10; column++) {
		uint32_t ch = canvas_at(&canvas, 0, column)->ch;

		assert_true(ch >= 0x20 && ch != 0x7F);
	}
	assert_int_equal(canvas_at(&canvas, 0, 1)->ch, TEXT_FAULTY);
	canvas_done(&canvas);
}

static void paint_field__fills__its_width(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 5, 12, false);
	p = paint_all(&canvas);
	paint_fill(&p, 0, 0, 5, 12, 0, '.');
	paint_field(&p, 0, 1, 6, 0, PAINT_LEFT, "abc");
	paint_field(&p, 1, 1, 6, 0, PAINT_RIGHT, "abc");
	paint_field(&p, 2, 1, 7, 0, PAINT_CENTRE, "abc");
	paint_field(&p, 3, 1, 6, 0, PAINT_RIGHT, "abcdefgh");
	paint_field(&p, 4, 8, 9, 0, PAINT_RIGHT, "ab");
	assert_row(&canvas, 0, ".abc   .....");
	assert_row(&canvas, 1, ".   abc.....");
	assert_row(&canvas, 2, ".  abc  ....");
	assert_row(&canvas, 3, ".abcde>.....");
	assert_row(&canvas, 4, "........  ab");
	paint_field(&p, 9, 0, 6, 0, PAINT_LEFT, "no");
	paint_field(&p, 0, 0, -1, 0, PAINT_LEFT, "no");
	assert_row(&canvas, 0, ".abc   .....");
	canvas_done(&canvas);
}

static void paint_wrap__marks__what_has_no_row(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 4, 10, false);
	p = paint_all(&canvas);
	assert_int_equal(paint_wrap(&p, 0, 1, 2, 8, 0,
	    "put this one aside"), 2);
	assert_row(&canvas, 0, " put this");
	assert_row(&canvas, 1, " one>");
	assert_int_equal(paint_wrap(&p, 2, 0, 9, 10, 0, "all of it"), 1);
	assert_row(&canvas, 2, "all of it");
	assert_int_equal(paint_wrap(&p, 3, 0, 0, 10, 0, "no"), 0);
	assert_int_equal(paint_wrap(&p, 3, 12, 1, 10, 0, "no"), 0);
	assert_row(&canvas, 3, "");
	canvas_done(&canvas);
}

static void paint_box__holds__a_title(void **state)
{
	struct canvas canvas;
	struct paint p, small;

	(void)state;
	canvas_init(&canvas, 4, 14, false);
	p = paint_all(&canvas);
	small = paint_part(&p, 0, 0, 3, 12);
	paint_box(&small, 0, "A long title");
	assert_row(&canvas, 0, "+- A lon> -+");
	assert_row(&canvas, 1, "|          |");
	assert_row(&canvas, 2, "+----------+");
	assert_row(&canvas, 3, "");
	small = paint_part(&p, 0, 0, 1, 1);
	paint_box(&small, 0, "x");
	canvas_done(&canvas);
}

static void paint_cursor__is_hidden__outside(void **state)
{
	struct canvas canvas;
	struct paint p, part;

	(void)state;
	canvas_init(&canvas, 4, 14, false);
	p = paint_all(&canvas);
	part = paint_part(&p, 1, 2, 2, 2);
	assert_int_equal(canvas.cursor_row, -1);
	paint_cursor(&part, 1, 1);
	assert_int_equal(canvas.cursor_row, 2);
	assert_int_equal(canvas.cursor_column, 3);
	paint_cursor(&part, 1, 2);
	assert_int_equal(canvas.cursor_row, -1);
	canvas_done(&canvas);
}

static void canvas_resize__leaves__blanks(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 2, 4, true);
	p = paint_all(&canvas);
	paint_fill(&p, 0, 0, 2, 4, STYLE_STOP, 'x');
	canvas_resize(&canvas, 3, 9);
	for (int row = 0; row < 3; row++)
		assert_row(&canvas, row, "");
	canvas_resize(&canvas, 0, 0);
	p = paint_all(&canvas);
	paint_text(&p, 0, 0, 0, "nowhere");
	paint_box(&p, 0, "nothing");
	canvas_done(&canvas);
}

UNIT_MAIN_UTF8(
    cmocka_unit_test(paint_text__marks__what_is_cut),
    cmocka_unit_test(paint_text__draws__nothing_outside),
    cmocka_unit_test(paint_part__is_cut__to_its_parent),
    cmocka_unit_test(paint_put__keeps__wide_characters_whole),
    cmocka_unit_test(paint_text__puts__marks_on_letters),
    cmocka_unit_test(paint_text__never_shows__control_characters),
    cmocka_unit_test(paint_field__fills__its_width),
    cmocka_unit_test(paint_wrap__marks__what_has_no_row),
    cmocka_unit_test(paint_box__holds__a_title),
    cmocka_unit_test(paint_cursor__is_hidden__outside),
    cmocka_unit_test(canvas_resize__leaves__blanks),
)
