/*
 * test_pager.c - a text to read.  Goal: every row can be reached from both
 * ends at every width, and a change of the width keeps the place.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "term_unit.h"
#include <inttypes.h>
#include "base/str.h"
#include "term/pager.h"

static const char text[] =
    "= Head\n"
    "one two three four five six seven eight nine ten\n"
    "\n"
    "  kept as it is, however long it may be\n"
    "a = b\n"
    "eleven twelve thirteen\n"
    "last\n";

static struct canvas canvas;
static struct pager pager;

static int make_canvas(void **state)
{
	(void)state;
	canvas_init(&canvas, 12, 60, false);
	pager_init(&pager, text);
	return 0;
}

static int drop_canvas(void **state)
{
	(void)state;
	canvas_done(&canvas);
	return 0;
}

static void draw(int rows, int columns)
{
	struct paint p = paint_all(&canvas);

	canvas_clear(&canvas);
	p = paint_part(&p, 0, 0, rows, columns);
	pager_draw(&pager, &p);
}

static enum pager_answer press(enum key key)
{
	struct press one = press_of(key);

	return pager_press(&pager, &one);
}

static void pager_draw__shows__headings_and_kept_lines(void **state)
{
	(void)state;
	draw(12, 20);
	assert_row(&canvas, 0, "Head");
	assert_true(canvas_at(&canvas, 0, 0)->style & STYLE_BOLD);
	assert_row(&canvas, 1, "one two three four");
	assert_row(&canvas, 2, "five six seven eight");
	assert_row(&canvas, 3, "nine ten");
	assert_row(&canvas, 4, "");
	assert_row(&canvas, 5, "  kept as it is, ho>");
	assert_row(&canvas, 6, "a = b");
	assert_false(canvas_at(&canvas, 6, 0)->style & STYLE_BOLD);
	assert_row(&canvas, 7, "eleven twelve");
	assert_row(&canvas, 9, "last");
	assert_row(&canvas, 11, "");	/* all is in sight: no place */
}

static void pager__moves__between_its_ends(void **state)
{
	(void)state;
	assert_int_equal(press(K_DOWN), PAGER_IGNORED);	/* not drawn yet */
	draw(5, 20);
	assert_row(&canvas, 4, " v 42%");
	press(K_UP);
	draw(5, 20);
	assert_row(&canvas, 0, "Head");
	press(K_DOWN);
	draw(5, 20);
	assert_row(&canvas, 0, "one two three four");
	press(K_END);
	draw(5, 20);
	assert_row(&canvas, 0, "a = b");
	assert_row(&canvas, 3, "last");
	assert_row(&canvas, 4, "^  100%");
	press(K_DOWN);
	press(K_PAGE_DOWN);
	draw(5, 20);
	assert_row(&canvas, 0, "a = b");
	press(K_PAGE_UP);
	draw(5, 20);
	assert_row(&canvas, 0, "nine ten");
	press(K_HOME);
	draw(5, 20);
	assert_row(&canvas, 0, "Head");
	assert_int_equal(press(K_F3), PAGER_IGNORED);
}

static void pager__keeps__its_place_at_other_widths(void **state)
{
	(void)state;
	draw(5, 20);
	for (int i = 0; i < 3; i++)
		press(K_DOWN);
	draw(5, 20);
	assert_row(&canvas, 0, "nine ten");
	draw(5, 30);
	assert_row(&canvas, 0, "seven eight nine ten");
	draw(5, 20);
	assert_row(&canvas, 0, "five six seven eight");
}

/* Down from the top and up from the end give the same rows, at all widths. */
static void pager__reaches__the_same_rows_both_ways(void **state)
{
	(void)state;
	for (int columns = 1; columns < 60; columns++) {
		size_t down[100], n = 0;

		pager_init(&pager, text);
		draw(2, columns);
		do {
			assert_true(n < 100);
			down[n++] = pager.top;
			press(K_DOWN);
		} while (pager.top != down[n - 1]);
		press(K_HOME);
		press(K_END);
		while (n-- > 0) {
			assert_int_equal(pager.top, down[n]);
			press(K_UP);
		}
		assert_int_equal(pager.top, 0);
	}
}

static void pager__bears__empty_texts_and_parts(void **state)
{
	static const char *const texts[] = { "", "\n", "\n\n", "= ", "  " };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		pager_init(&pager, texts[i]);
		draw(3, 10);
		press(K_END);
		press(K_DOWN);
		press(K_PAGE_UP);
		draw(3, 10);
		draw(1, 10);
		draw(0, 0);
		assert_int_equal(press(K_DOWN), PAGER_IGNORED);
	}
}

#define TEST(t) cmocka_unit_test_setup_teardown(t, make_canvas, drop_canvas)

UNIT_MAIN_UTF8(
    TEST(pager_draw__shows__headings_and_kept_lines),
    TEST(pager__moves__between_its_ends),
    TEST(pager__keeps__its_place_at_other_widths),
    TEST(pager__reaches__the_same_rows_both_ways),
    TEST(pager__bears__empty_texts_and_parts),
)
