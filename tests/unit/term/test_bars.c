/*
 * test_bars.c - bars, bands and charts.  Goal: they shrink without losing
 * what matters, and nothing stands outside of its row or part.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "term_unit.h"
#include "term/band.h"
#include "term/bar.h"
#include "term/chart.h"

static struct canvas canvas;
static struct paint all;

static int make_canvas(void **state)
{
	(void)state;
	canvas_init(&canvas, 10, 100, true);
	all = paint_all(&canvas);
	return 0;
}

static int drop_canvas(void **state)
{
	(void)state;
	canvas_done(&canvas);
	return 0;
}

static struct paint wide(int columns)
{
	canvas_clear(&canvas);
	return paint_part(&all, 0, 0, 10, columns);
}

/* Columns behind the part are as they were. */
static void assert_nothing_behind(int columns)
{
	for (int row = 0; row < 10; row++)
		for (int column = columns; column < 100; column++) {
			assert_int_equal(canvas_at(&canvas, row, column)->ch,
			    ' ');
			assert_int_equal(canvas_at(&canvas, row, column)->style,
			    0);
		}
}

static const struct bar_key keys[] = {
	{ "F1", "Help", "Hlp", 9 }, { "F2", "Undo", NULL, 8 },
	{ "F3", "Done", "Don", 7 }, { "F10", "Menu", "Mnu", 1 },
};

static void bar_keys__shrink__by_width(void **state)
{
	static const struct { int columns; const char *row; } rows[] = {
		{ 40, "F1 Help  F2 Undo  F3 Done  F10 Menu" },
		{ 34, "F1 Help F2 Undo F3 Done F10 Menu" },
		{ 30, "F1 Hlp F2 Und F3 Don F10 Mnu" },
		{ 24, "F1Hlp F2Und F3Don F10Mnu" },
		{ 20, "1Hlp 2Und 3Don 10Mnu" },
		{ 15, "1Hlp 2Und 3Don" },
		{ 9, "1Hlp 2Und" },
		{ 3, "1H\342\200\246" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct paint p = wide(rows[i].columns);

		bar_keys(&p, 0, keys, 4);
		assert_row(&canvas, 0, rows[i].row);
	}
	for (int columns = 0; columns <= 100; columns++) {
		struct paint p = wide(columns);

		bar_keys(&p, 0, keys, 4);
		assert_nothing_behind(columns);
	}
}

static void bar_title__drops__parts_from_the_first(void **state)
{
	const char *const parts[] = { "RCV-02", "clerk1", "14:32", NULL };
	struct paint p = wide(40);

	(void)state;
	bar_title(&p, 0, "RECEIVE PO-104233", parts, NULL);
	assert_row(&canvas, 0, " RECEIVE PO-104233        clerk1  14:32");
	p = wide(42);
	bar_title(&p, 0, "RECEIVE PO-104233", parts, NULL);
	assert_row(&canvas, 0, " RECEIVE PO-104233  RCV-02  clerk1  14:32");
	p = wide(30);
	bar_title(&p, 0, "RECEIVE PO-104233", parts, NULL);
	assert_row(&canvas, 0, " RECEIVE PO-104233      14:32");
	p = wide(12);
	bar_title(&p, 0, "RECEIVE PO-104233", parts, NULL);
	assert_row(&canvas, 0, " RECEIVE P\342\200\246");
	for (int columns = 0; columns <= 100; columns++) {
		p = wide(columns);
		bar_title(&p, 0, "RECEIVE PO-104233", parts, "TRAINING ");
		assert_nothing_behind(columns);
	}
}

static void bar_title__repeats__its_fill(void **state)
{
	const char *const parts[] = { "14:32", NULL };
	struct paint p = wide(50);

	(void)state;
	bar_title(&p, 0, "PICK", parts, "TRAINING ");
	assert_row(&canvas, 0,
	    " PICK  TRAINING TRAINING TRAINING TRAINING  14:32");
	bar_title(&p, 0, "PICK", NULL, NULL);
	assert_row(&canvas, 0, " PICK");
}

static void bar_status__keeps__the_left(void **state)
{
	struct paint p = wide(20);

	(void)state;
	bar_status(&p, 0, 0, "ready", "12 unsent");
	assert_row(&canvas, 0, " ready    12 unsent");
	p = wide(14);
	bar_status(&p, 0, 0, "ready", "12 unsent");
	assert_row(&canvas, 0, " ready");
	p = wide(5);
	bar_status(&p, 0, 0, "ready", "12 unsent");
	assert_row(&canvas, 0, " re\342\200\246");
	assert_nothing_behind(5);
}

static void band_draw__frames__by_kind(void **state)
{
	struct band band = { .kind = BAND_STOP, .word = "STOP",
		.title = "wrong item", .lines = { "put it aside" },
		.corner = "E-214" };
	struct paint p = wide(30);

	(void)state;
	p = paint_part(&p, 0, 0, 6, 30);
	band_draw(&p, &band);
	assert_row(&canvas, 0, "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!");
	assert_row(&canvas, 1, "! STOP                       !");
	assert_row(&canvas, 2, "! wrong item                 !");
	assert_row(&canvas, 3, "! put it aside               !");
	assert_row(&canvas, 4, "!                      E-214 !");
	assert_row(&canvas, 5, "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!");
	assert_int_equal(canvas_at(&canvas, 1, 2)->style & STYLE_COLOUR,
	    STYLE_STOP);
	for (int a = 0; a < BAND_KINDS; a++)	/* good and done are one */
		for (int b = 0; b < a; b++)
			if (a != BAND_DONE || b != BAND_OK)
				assert_true(band_frame((enum band_kind)a) !=
				    band_frame((enum band_kind)b));
}

static void band_draw__enlarges__its_word(void **state)
{
	struct band band = { .kind = BAND_OK, .word = "OK",
		.title = "HEX BOLT", .lines = { "LOT A7731" } };
	struct paint p = wide(80);

	(void)state;
	p = paint_part(&p, 0, 0, 7, 80);
	band_draw(&p, &band);
	assert_int_equal(canvas_at(&canvas, 0, 0)->ch, '#');
	assert_int_equal(canvas_at(&canvas, 1, 1)->ch, '#');
	assert_int_equal(canvas_at(&canvas, 1, 2)->ch, ' ');
	assert_true(canvas_at(&canvas, 1, 3)->style & STYLE_REVERSE);
	assert_row(&canvas, 1, "##             HEX BOLT                   "
	    "                                    ##");
}

static void band_draw__stays__in_any_part(void **state)
{
	struct band band = { .kind = BAND_ASK, .word = "AGAIN?",
		.title = "another unit of the same item",
		.lines = { "SN-1 instead of SN-2", "scan it again", "one", "two",
		"three", "four" }, .corner = "14:32" };

	(void)state;
	for (int rows = 0; rows <= 9; rows++)
		for (int columns = 0; columns <= 90; columns++) {
			struct paint p = wide(columns);

			p = paint_part(&p, 0, 0, rows, columns);
			band_draw(&p, &band);
			assert_nothing_behind(columns);
			for (int c = 0; c < columns; c++)
				assert_int_equal(canvas_at(&canvas, rows,
				    c)->style, 0);
		}
}

static void band_draw__says__word_and_title_in_one_row(void **state)
{
	struct band band = { .kind = BAND_WARN, .word = "NOTE",
		.title = "scanned already", .lines = { "at 14:31 by clerk1" } };
	struct paint p = wide(40);

	(void)state;
	p = paint_part(&p, 0, 0, 1, 40);
	band_draw(&p, &band);
	assert_row(&canvas, 0, "- NOTE  scanned already");
	p = wide(40);
	p = paint_part(&p, 0, 0, 3, 40);
	band_draw(&p, &band);
	assert_row(&canvas, 1, "- NOTE  scanned already                -");
}

static void chart_progress__is_full__only_when_done(void **state)
{
	static const struct { int64_t done, total; const char *row; } rows[] = {
		{ 0, 10, "[..........]" }, { 1, 1000, "[#.........]" },
		{ 5, 10, "[#####.....]" }, { 999, 1000, "[#########.]" },
		{ 10, 10, "[##########]" }, { 12, 10, "[##########]" },
		{ 0, 0, "[..........]" }, { 3, 0, "[..........]" },
		{ INT64_MAX - 1, INT64_MAX, "[#########.]" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct paint p = wide(12);

		chart_progress(&p, 0, 0, 12, 0, rows[i].done, rows[i].total);
		assert_row(&canvas, 0, rows[i].row);
	}
	chart_progress(&all, 1, 0, 3, 0, 1, 2);
	assert_row(&canvas, 1, "[.]");
	chart_progress(&all, 2, 0, 2, 0, 1, 2);
	assert_row(&canvas, 2, "");
}

static void chart_spark__shows__the_newest_at_the_right(void **state)
{
	static const int64_t values[] = { 0, 1, 50, 100, 7, 800 };
	struct canvas plain;
	struct paint p;

	(void)state;
	canvas_init(&plain, 2, 8, false);
	p = paint_all(&plain);
	chart_spark(&p, 0, 0, 8, 0, values, 6, 0);
	assert_row(&plain, 0, "   ...." "@");
	chart_spark(&p, 1, 0, 4, 0, values, 5, 100);
	assert_row(&plain, 1, ".=@.");
	canvas_done(&plain);
	p = wide(8);
	chart_spark(&p, 0, 0, 2, 0, values, 4, 100);
	assert_row(&canvas, 0, "\342\226\204\342\226\210");
	chart_spark(&p, 1, 0, 0, 0, values, 4, 100);
	chart_spark(&p, 1, 0, 5, 0, values, 0, 0);
	assert_row(&canvas, 1, "");
}

#define TEST(t) cmocka_unit_test_setup_teardown(t, make_canvas, drop_canvas)

UNIT_MAIN_UTF8(
    TEST(bar_keys__shrink__by_width),
    TEST(bar_title__drops__parts_from_the_first),
    TEST(bar_title__repeats__its_fill),
    TEST(bar_status__keeps__the_left),
    TEST(band_draw__frames__by_kind),
    TEST(band_draw__enlarges__its_word),
    TEST(band_draw__stays__in_any_part),
    TEST(band_draw__says__word_and_title_in_one_row),
    TEST(chart_progress__is_full__only_when_done),
    TEST(chart_spark__shows__the_newest_at_the_right),
)
