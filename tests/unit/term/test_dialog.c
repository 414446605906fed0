/*
 * test_dialog.c - a question.  Goal: the harmless answer is the easy one, a
 * typed line is taken whole, and it fits wherever it is drawn.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "term_unit.h"
#include "term/dialog.h"

static const struct dialog_answer answers[] = {
	{ "1", "Keep", K_CHAR, '1' },
	{ "T", "Take", K_CHAR, 't' },
	{ "F3", "Throw away", K_F3, 0 },
};

static struct dialog dialog;

static int make_dialog(void **state)
{
	(void)state;
	dialog_init(&dialog, BAND_ASK, "Title", "What shall become of it?",
	    answers, 3);
	return 0;
}

static int press(enum key key)
{
	struct press one = press_of(key);

	return dialog_press(&dialog, &one);
}

static int type(uint32_t ch)
{
	struct press one = press_char(ch);

	return dialog_press(&dialog, &one);
}

static void dialog__answers__by_key(void **state)
{
	(void)state;
	assert_int_equal(type('1'), 0);
	assert_int_equal(type('T'), 1);
	assert_int_equal(type('t'), 1);
	assert_int_equal(press(K_F3), 2);
	assert_int_equal(type('x'), DIALOG_NONE);
	assert_int_equal(press(K_F4), DIALOG_NONE);
}

static void dialog__answers__harmlessly_by_default(void **state)
{
	(void)state;
	assert_int_equal(press(K_ENTER), 0);
	assert_int_equal(press(K_ESC), 0);
	assert_int_equal(press(K_LEFT), DIALOG_NONE);
	assert_int_equal(press(K_ENTER), 2);
	assert_int_equal(press(K_TAB), DIALOG_NONE);
	assert_int_equal(press(K_RIGHT), DIALOG_NONE);
	assert_int_equal(press(K_ENTER), 1);
	assert_int_equal(press(K_ESC), 0);
}

static void dialog__takes__a_typed_line(void **state)
{
	struct editor editor;

	(void)state;
	editor_init(&editor, 20);
	dialog.editor = &editor;
	assert_int_equal(press(K_ENTER), DIALOG_NONE);	/* nothing typed */
	assert_int_equal(type('1'), DIALOG_NONE);	/* no answer here */
	assert_int_equal(type('t'), DIALOG_NONE);
	assert_string_equal(editor.text, "1t");
	assert_int_equal(press(K_ENTER), 2);
	assert_int_equal(press(K_F3), 2);
	assert_int_equal(press(K_ESC), 0);
	assert_true(editor_is_empty(&editor));
}

static void dialog_draw__stands__in_the_middle(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 9, 50, false);
	p = paint_all(&canvas);
	paint_fill(&p, 0, 0, 9, 50, 0, '.');
	dialog_draw(&dialog, &p);
	assert_row(&canvas, 1, "..................................................");
	assert_row(&canvas, 2, "......+- Title ---------------------------+.......");
	assert_row(&canvas, 3, "......| What shall become of it?          |.......");
	assert_row(&canvas, 4, "......|                                   |.......");
	assert_row(&canvas, 5, "......| >1 Keep<  T Take   F3 Throw away  |.......");
	assert_row(&canvas, 6, "......+-----------------------------------+.......");
	canvas_done(&canvas);
}

static void dialog_draw__lists__answers_when_narrow(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 9, 20, false);
	p = paint_all(&canvas);
	dialog_draw(&dialog, &p);
	assert_row(&canvas, 0, "+- Title ----------+");
	assert_row(&canvas, 1, "| What shall       |");
	assert_row(&canvas, 2, "| become of it?    |");
	assert_row(&canvas, 3, "|                  |");
	assert_row(&canvas, 4, "| >1 Keep<         |");
	assert_row(&canvas, 5, "|  T Take          |");
	assert_row(&canvas, 6, "|  F3 Throw away   |");
	assert_row(&canvas, 7, "+------------------+");
	canvas_done(&canvas);
}

static void dialog_draw__stays__in_any_part(void **state)
{
	struct canvas canvas;
	struct editor editor;
	struct paint p, part;

	(void)state;
	canvas_init(&canvas, 12, 60, true);
	p = paint_all(&canvas);
	editor_init(&editor, 20);
	for (int edit = 0; edit < 2; edit++)
		for (int rows = 0; rows <= 10; rows++)
			for (int columns = 0; columns <= 58; columns++) {
				canvas_clear(&canvas);
				dialog.editor = edit ? &editor : NULL;
				dialog.label = "why:";
				part = paint_part(&p, 0, 0, rows, columns);
				dialog_draw(&dialog, &part);
				for (int i = 0; i < 12 * 60; i++)
					if (i / 60 >= rows || i % 60 >= columns)
						assert_int_equal(
						    canvas.cells[i].ch, ' ');
			}
	canvas_done(&canvas);
}

#define TEST(t) cmocka_unit_test_setup(t, make_dialog)

UNIT_MAIN_UTF8(
    TEST(dialog__answers__by_key),
    TEST(dialog__answers__harmlessly_by_default),
    TEST(dialog__takes__a_typed_line),
    TEST(dialog_draw__stands__in_the_middle),
    TEST(dialog_draw__lists__answers_when_narrow),
    TEST(dialog_draw__stays__in_any_part),
)
