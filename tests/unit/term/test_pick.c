/*
 * test_pick.c - a short list.  Goal: what is off is never picked, the bar is
 * always in sight, and hot keys pick at once.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "term_unit.h"
#include "term/pick.h"

static const struct pick_entry menu[] = {
	{ "RECEIVE", "4 docks", '1', false },
	{ "PUTAWAY", NULL, '2', true },
	{ "PICK", "6 waves", '3', false },
	{ "RETURNS", NULL, 'r', false },
	{ "LABELS", NULL, 0, true },
};

static enum pick_answer press(struct pick *pick, enum key key)
{
	struct press one = press_of(key);

	return pick_press(pick, &one);
}

static enum pick_answer type(struct pick *pick, uint32_t ch)
{
	struct press one = press_char(ch);

	return pick_press(pick, &one);
}

static void pick__passes_over__what_is_off(void **state)
{
	struct pick pick;

	(void)state;
	pick_init(&pick, menu + 1, 4);
	assert_int_equal(pick.at, 1);		/* the first is off */
	assert_int_equal(press(&pick, K_UP), PICK_MOVED);
	assert_int_equal(pick.at, 1);
	press(&pick, K_DOWN);
	assert_int_equal(pick.at, 2);
	press(&pick, K_DOWN);
	assert_int_equal(pick.at, 2);
	press(&pick, K_HOME);
	assert_int_equal(pick.at, 1);
	press(&pick, K_END);
	assert_int_equal(pick.at, 2);
	assert_int_equal(press(&pick, K_ENTER), PICK_PICKED);
}

static void pick__picks__by_hot_key(void **state)
{
	struct pick pick;

	(void)state;
	pick_init(&pick, menu, 5);
	assert_int_equal(type(&pick, '3'), PICK_PICKED);
	assert_int_equal(pick.at, 2);
	assert_int_equal(type(&pick, 'R'), PICK_PICKED);
	assert_int_equal(pick.at, 3);
	assert_int_equal(type(&pick, '2'), PICK_IGNORED);
	assert_int_equal(type(&pick, 'z'), PICK_IGNORED);
	assert_int_equal(pick.at, 3);
	assert_int_equal(press(&pick, K_F4), PICK_IGNORED);
}

static void pick__does_nothing__when_all_is_off(void **state)
{
	struct pick pick;

	(void)state;
	pick_init(&pick, menu + 1, 1);
	assert_int_equal(press(&pick, K_ENTER), PICK_IGNORED);
	press(&pick, K_DOWN);
	assert_int_equal(pick.at, 0);
	pick_init(&pick, menu, 0);
	assert_int_equal(press(&pick, K_ENTER), PICK_IGNORED);
	assert_int_equal(press(&pick, K_DOWN), PICK_IGNORED);
}

static void pick_update__keeps__the_bar_in_the_list(void **state)
{
	struct pick pick;

	(void)state;
	pick_init(&pick, menu, 5);
	press(&pick, K_END);
	assert_int_equal(pick.at, 3);
	pick_update(&pick, menu, 2);		/* the second is off */
	assert_int_equal(pick.at, 0);
}

static void pick_draw__scrolls__to_the_bar(void **state)
{
	struct pick_entry many[30] = { 0 };
	static const char *const names = "abcdefghijklmnopqrstuvwxyz0123";
	struct canvas canvas;
	struct paint p;
	struct pick pick;

	(void)state;
	for (size_t i = 0; i < 30; i++)
		many[i].words = names + i;
	canvas_init(&canvas, 4, 12, false);
	p = paint_all(&canvas);
	pick_init(&pick, many, 30);
	for (int i = 0; i < 200; i++) {
		static const enum key keys[] = { K_DOWN, K_PAGE_DOWN, K_DOWN,
			K_UP, K_PAGE_UP, K_END, K_UP, K_HOME, K_DOWN };

		press(&pick, keys[i * 7 % 9]);
		canvas_clear(&canvas);
		pick_draw(&pick, &p, true);
		assert_true(pick.at >= pick.top && pick.at < pick.top + 4);
		assert_int_equal(canvas_at(&canvas, (int)(pick.at - pick.top),
		    0)->ch, '>');
		assert_int_equal(canvas_at(&canvas, 0, 11)->ch == '^',
		    pick.top > 0);
		assert_int_equal(canvas_at(&canvas, 3, 11)->ch == 'v',
		    pick.top + 4 < 30);
	}
	canvas_done(&canvas);
}

static void pick_draw__shows__notes_and_hot_keys(void **state)
{
	struct canvas canvas;
	struct paint p;
	struct pick pick;

	(void)state;
	canvas_init(&canvas, 5, 24, false);
	p = paint_all(&canvas);
	pick_init(&pick, menu, 5);
	pick_draw(&pick, &p, false);
	assert_row(&canvas, 0, ">1  RECEIVE     4 docks");
	assert_row(&canvas, 1, " 2  PUTAWAY");
	assert_row(&canvas, 4, " LABELS");
	assert_reversed(&canvas, 0, "rrrrrrrrrrrrrrrrrrrrrrrr");
	p = paint_part(&p, 0, 0, 5, 14);	/* no room for the note */
	canvas_clear(&canvas);
	pick_draw(&pick, &p, false);
	assert_row(&canvas, 0, ">1  RECEIVE");
	canvas_done(&canvas);
}

static void pick_draw__has_two__columns_where_they_fit(void **state)
{
	struct canvas canvas;
	struct paint p;
	struct pick pick;

	(void)state;
	canvas_init(&canvas, 5, 70, false);
	p = paint_all(&canvas);
	pick_init(&pick, menu, 5);
	pick_draw(&pick, &p, true);
	assert_row(&canvas, 0, ">1  RECEIVE               4 docks    "
	    "r  RETURNS");
	assert_row(&canvas, 1, " 2  PUTAWAY                          "
	    "LABELS");
	press(&pick, K_RIGHT);
	assert_int_equal(pick.at, 3);
	press(&pick, K_RIGHT);
	assert_int_equal(pick.at, 3);
	press(&pick, K_LEFT);
	assert_int_equal(pick.at, 0);
	press(&pick, K_END);
	press(&pick, K_UP);
	assert_int_equal(pick.at, 2);
	press(&pick, K_RIGHT);			/* beside it is what is off */
	assert_int_equal(pick.at, 2);
	canvas_done(&canvas);
}

UNIT_MAIN_UTF8(
    cmocka_unit_test(pick__passes_over__what_is_off),
    cmocka_unit_test(pick__picks__by_hot_key),
    cmocka_unit_test(pick__does_nothing__when_all_is_off),
    cmocka_unit_test(pick_update__keeps__the_bar_in_the_list),
    cmocka_unit_test(pick_draw__scrolls__to_the_bar),
    cmocka_unit_test(pick_draw__shows__notes_and_hot_keys),
    cmocka_unit_test(pick_draw__has_two__columns_where_they_fit),
)
