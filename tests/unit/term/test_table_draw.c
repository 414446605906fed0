/*
 * test_table_draw.c - a table as it is shown.  Goal: the chosen row is seen
 * without colour, and a column is shown whole or not at all.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "table_list.h"

static void table_draw__shows__place_and_bar(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	begin(100, 1);
	canvas_init(&canvas, 7, 34, true);
	p = paint_all(&canvas);
	table_draw(list.table, &p, "none");
	press(K_DOWN);
	table_draw(list.table, &p, "none");
	assert_row(&canvas, 0, "       #  serial     item");
	assert_row(&canvas, 1, "       0  SN-0       HEX BOLT M8x\342\200\246");
	assert_row(&canvas, 2, ">      1  SN-1       HEX BOLT M8x\342\200\246");
	assert_reversed(&canvas, 2, "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr");
	assert_row(&canvas, 6, " rows 1-5 of 100");
	canvas_done(&canvas);
}

static void table_draw__leaves_out__columns_by_rank(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	begin(100, 1);
	canvas_init(&canvas, 7, 20, true);
	p = paint_all(&canvas);
	table_draw(list.table, &p, "none");
	assert_row(&canvas, 0, "       #  serial");
	assert_row(&canvas, 1, ">      0  SN-0");
	p = paint_part(&p, 0, 0, 7, 10);
	canvas_clear(&canvas);
	table_draw(list.table, &p, "none");
	assert_row(&canvas, 0, " serial");
	p = paint_part(&p, 0, 0, 2, 10);
	canvas_clear(&canvas);
	table_draw(list.table, &p, "none");
	assert_row(&canvas, 0, ">SN-0");
	assert_row(&canvas, 1, " SN-1");
	canvas_done(&canvas);
}

static void table_draw__says__that_there_are_none(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	begin(0, 1);
	canvas_init(&canvas, 7, 30, true);
	p = paint_all(&canvas);
	table_draw(list.table, &p, "nothing is open");
	assert_row(&canvas, 1, " nothing is open");
	assert_row(&canvas, 6, "");
	canvas_done(&canvas);
}

#define TEST(t) cmocka_unit_test_teardown(t, end)

UNIT_MAIN_UTF8(
    TEST(table_draw__shows__place_and_bar),
    TEST(table_draw__leaves_out__columns_by_rank),
    TEST(table_draw__says__that_there_are_none),
)
