/*
 * test_snapshot.c - pictures as text.  Goal: rows and columns as asked for,
 * large letters readable, bars not mistaken for them.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <stdio.h>
#include <string.h>
#include "ui/snapshot.h"
#include "view_of.h"

static struct flow_view view;

static char *render(int rows, int columns)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);

	assert_non_null(out);
	ui_render_flow(&view, NULL, rows, columns, out);
	assert_int_equal(fclose(out), 0);
	return text;
}

static size_t count_rows(const char *text, size_t widest)
{
	size_t rows = 0;

	for (const char *end; (end = strchr(text, '\n')) != NULL;
	    text = end + 1) {
		assert_true((size_t)(end - text) <= widest);
		assert_true(end == text || end[-1] != ' ');
		rows++;
	}
	assert_int_equal(*text, '\0');
	return rows;
}

static void ui_render_flow__gives__rows_and_columns(void **state)
{
	char *text;

	(void)state;
	view_busy(&view, VERDICT_DONE);
	text = render(24, 80);
	assert_int_equal(count_rows(text, 80), 24);
	free(text);
	text = render(16, 40);
	assert_int_equal(count_rows(text, 40), 16);
	free(text);
}

static void ui_render_flow__holds__silly_sizes(void **state)
{
	char *text;

	(void)state;
	view_empty(&view);
	text = render(0, -3);
	assert_int_equal(count_rows(text, UI_COLUMNS_MIN), UI_ROWS_MIN);
	free(text);
	text = render(9999, 9999);
	assert_int_equal(count_rows(text, UI_COLUMNS_MAX), UI_ROWS_MAX);
	free(text);
}

/* "DONE" in strokes, and a title that is no row of strokes. */
static void ui_render_flow__draws__large_letters(void **state)
{
	char *text;

	(void)state;
	view_busy(&view, VERDICT_DONE);
	text = render(24, 80);
	assert_non_null(strstr(text, "#  #"));
	assert_non_null(strstr(text, "RECEIVE"));
	assert_null(strstr(text, "RECEIVE##"));
	assert_non_null(strstr(text, "F1 Help"));
	free(text);
}

UNIT_MAIN(
    cmocka_unit_test(ui_render_flow__gives__rows_and_columns),
    cmocka_unit_test(ui_render_flow__holds__silly_sizes),
    cmocka_unit_test(ui_render_flow__draws__large_letters),
)
