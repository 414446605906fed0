/*
 * test_picture.c - a flow's picture at every size.  Goal: what must be seen is
 * seen at any size, in any verdict, with and without UTF-8.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <stdio.h>
#include <string.h>
#include "ui/picture.h"
#include "view_of.h"

static struct flow_view view;
static struct ui_edges edges;
static struct canvas canvas;

/* The whole picture as one text, rows divided by newlines. */
static char shown[256 * 1024];

static void draw(const struct picture *picture, int rows, int columns, bool utf8)
{
	struct paint p;
	size_t at = 0;

	canvas_init(&canvas, rows, columns, utf8);
	p = paint_all(&canvas);
	picture_draw(picture, &p);
	for (int row = 0; row < rows; row++) {
		canvas_row(&canvas, row, shown + at, sizeof shown - at - 2);
		at += strlen(shown + at);
		shown[at++] = '\n';
	}
	shown[at] = '\0';
	canvas_done(&canvas);
}

static void draw_at(enum situation at, int rows, int columns)
{
	struct picture picture = { .view = &view, .edges = &edges, .at = at };

	draw(&picture, rows, columns, true);
}

static bool has(const char *text)
{
	return strstr(shown, text) != NULL;
}

static void assert_has(const char *text, int rows, int columns)
{
	if (!has(text))
		fail_msg("%dx%d does not show \"%s\":\n%s", columns, rows, text,
		    shown);
}

static int set_up(void **state)
{
	(void)state;
	memset(&edges, 0, sizeof edges);
	str_copy(edges.worker, sizeof edges.worker, "Anna");
	str_copy(edges.station, sizeof edges.station, "DOCK-1");
	str_copy(edges.clock, sizeof edges.clock, "14:32");
	edges.unsent = 7;
	return 0;
}

static void picture_layout__keeps__every_block_inside(void **state)
{
	const enum verdict_kind kinds[] = { VERDICT_OK, VERDICT_DONE,
		VERDICT_ASK, VERDICT_WARN, VERDICT_REFUSE };
	struct picture picture = { .view = &view, .edges = &edges };
	struct area areas[BLOCKS];

	(void)state;
	for (size_t k = 0; k < 5; k++)
		for (int rows = 8; rows <= 60; rows++)
			for (int columns = 20; columns <= 160; columns += 7) {
				int row = 0;

				view_busy(&view, kinds[k]);
				picture_layout(&picture, rows, columns, areas);
				for (int b = 0; b < BLOCKS; b++) {
					assert_true(areas[b].row >= row);
					row = areas[b].row + areas[b].rows;
				}
				assert_true(row <= rows);
				assert_int_equal(areas[BLOCK_KEYS].row,
				    rows - 1);
			}
}

/* Prompt, who works, and F1 are seen even on the smallest screen. */
static void picture_draw__shows__the_prompt_at_any_size(void **state)
{
	(void)state;
	view_busy(&view, VERDICT_DONE);
	for (int rows = 8; rows <= 40; rows += 4)
		for (int columns = 20; columns <= 100; columns += 20) {
			draw_at(AT_FLOW, rows, columns);
			assert_has("SCAN THE ORDER", rows, columns);
			assert_has("Anna", rows, columns);
			assert_true(has("1Hlp") || has("F1Hlp") ||
			    has("F1 Help"));
		}
}

static void picture_draw__shows__a_stop_at_any_size(void **state)
{
	(void)state;
	view_busy(&view, VERDICT_REFUSE);
	for (int rows = 14; rows <= 40; rows += 2)
		for (int columns = 20; columns <= 120; columns += 10) {
			draw_at(AT_STOP, rows, columns);
			assert_has("!!!!!!!!!!", rows, columns);
			assert_has("SN-1 is", rows, columns);
			assert_has("OK", rows, columns);
		}
}

static void picture_draw__says__how_to_go_on_and_what_was_ignored(void **state)
{
	struct picture picture = { .view = &view, .edges = &edges,
		.at = AT_STOP, .ignored = 2 };

	(void)state;
	view_busy(&view, VERDICT_REFUSE);
	draw(&picture, 24, 80, true);
	assert_has("2 scans ignored", 24, 80);
	assert_has("TO GO ON", 24, 80);
	assert_has("nothing was booked", 24, 80);
	assert_has("put it aside", 24, 80);
	assert_has("unit.some-code", 24, 80);
}

static void picture_draw__says__that_the_database_is_busy(void **state)
{
	struct picture picture = { .view = &view, .edges = &edges,
		.at = AT_FLOW, .busy = true, .waiting = 3 };

	(void)state;
	view_busy(&view, VERDICT_DONE);
	draw(&picture, 24, 80, true);
	assert_has("3 scans wait, none is lost", 24, 80);
	draw(&picture, 16, 40, true);
	assert_has("BUSY", 16, 40);
}

/* A band of one row and its frame tell the verdict without colour. */
static void picture_draw__tells__a_verdict_by_word_and_frame(void **state)
{
	const struct { enum verdict_kind kind; const char *word; } cases[] = {
		{ VERDICT_OK, "# OK" }, { VERDICT_DONE, "# DONE" },
		{ VERDICT_ASK, "? SURE?" }, { VERDICT_WARN, "- NOTE" },
		{ VERDICT_REFUSE, "! STOP" } };

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		view_busy(&view, cases[i].kind);
		draw_at(AT_FLOW, 24, 80);
		assert_has(cases[i].word, 24, 80);
	}
}

static void picture_draw__shows__list_progress_and_where_to_go(void **state)
{
	(void)state;
	view_busy(&view, VERDICT_OK);
	draw_at(AT_FLOW, 30, 100);
	assert_has("3 of 12 units", 30, 100);
	assert_has("GO TO", 30, 100);
	assert_has("ITEM-2", 30, 100);
	assert_has("B-07 next on the walk", 30, 100);
	assert_has("7 unsent", 30, 100);
	draw_at(AT_FLOW, 10, 20);
	assert_has("GO TO A-01-02", 10, 20);
}

/* With two rows for a list of twelve the current line is one of them. */
static void body_draw__keeps__the_current_line_in_sight(void **state)
{
	(void)state;
	view_busy(&view, VERDICT_OK);
	view.n_rows = 0;
	view_list(&view, VIEW_ROWS);
	for (size_t i = 0; i < VIEW_ROWS; i++)
		view.rows[i].current = i == 10;
	view.big[0] = '\0';
	view.n_suggestions = 0;
	draw_at(AT_FLOW, 16, 40);
	assert_has("ITEM-11", 16, 40);
}

static void picture_draw__needs__no_utf8(void **state)
{
	struct picture picture = { .view = &view, .edges = &edges,
		.at = AT_FLOW };

	(void)state;
	view_busy(&view, VERDICT_WARN);
	str_copy(view.subtitle, sizeof view.subtitle, "M\303\274ller");
	draw(&picture, 24, 80, false);
	for (const char *c = shown; *c != '\0'; c++)
		assert_true((unsigned char)*c < 0x80);
}

static void edges_status__tells__unsent_and_how_old(void **state)
{
	(void)state;
	view_empty(&view);
	edges.unsent_age_s = 4 * 60;
	draw_at(AT_FLOW, 24, 80);
	assert_has("7 unsent, oldest 4 min", 24, 80);
	edges.unsent = 0;
	draw_at(AT_FLOW, 24, 80);
	assert_has("all sent", 24, 80);
}

static void edges_title__repeats__the_label(void **state)
{
	(void)state;
	view_empty(&view);
	str_copy(edges.label, sizeof edges.label, "DEMO");
	draw_at(AT_FLOW, 24, 80);
	assert_has("DEMO DEMO DEMO", 24, 80);
}

#define TEST(t) cmocka_unit_test_setup(t, set_up)

UNIT_MAIN(
    TEST(picture_layout__keeps__every_block_inside),
    TEST(picture_draw__shows__the_prompt_at_any_size),
    TEST(picture_draw__shows__a_stop_at_any_size),
    TEST(picture_draw__says__how_to_go_on_and_what_was_ignored),
    TEST(picture_draw__says__that_the_database_is_busy),
    TEST(picture_draw__tells__a_verdict_by_word_and_frame),
    TEST(picture_draw__shows__list_progress_and_where_to_go),
    TEST(body_draw__keeps__the_current_line_in_sight),
    TEST(picture_draw__needs__no_utf8),
    TEST(edges_status__tells__unsent_and_how_old),
    TEST(edges_title__repeats__the_label),
)
