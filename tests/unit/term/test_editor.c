/*
 * test_editor.c - one line somebody types.  Goal: it changes by whole
 * characters, never beyond its limit, says KEYED, and shows no PIN.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "term_unit.h"
#include "term/editor.h"
#include "term/text.h"

#define ACUTE "\314\201"

static struct editor editor;

static int make_editor(void **state)
{
	(void)state;
	editor_init(&editor, 10);
	editor.mark = "KEYED";
	return 0;
}

static enum editor_answer press(enum key key)
{
	struct press one = press_of(key);

	return editor_press(&editor, &one);
}

static enum editor_answer type(const char *text)
{
	enum editor_answer answer = EDITOR_IGNORED;

	for (size_t n = strlen(text); n > 0; ) {
		struct press one = { .key = K_CHAR };
		size_t step = text_step(text, n, &one.ch);

		answer = editor_press(&editor, &one);
		text += step;
		n -= step;
	}
	return answer;
}

static void editor__takes__characters_at_its_place(void **state)
{
	(void)state;
	assert_true(editor_is_empty(&editor));
	assert_int_equal(type("abd"), EDITOR_CHANGED);
	assert_int_equal(press(K_LEFT), EDITOR_MOVED);
	assert_int_equal(type("c"), EDITOR_CHANGED);
	assert_string_equal(editor.text, "abcd");
	press(K_HOME);
	type("\303\251");
	press(K_END);
	type("!");
	assert_string_equal(editor.text, "\303\251abcd!");
	assert_int_equal(editor_count(&editor), 6);
	assert_int_equal(press(K_ENTER), EDITOR_ENTER);
	assert_int_equal(press(K_F5), EDITOR_IGNORED);
}

static void editor__erases__whole_characters(void **state)
{
	(void)state;
	type("xe" ACUTE "\345\200\211y");
	press(K_LEFT);
	assert_int_equal(press(K_BACKSPACE), EDITOR_CHANGED);
	assert_string_equal(editor.text, "xe" ACUTE "y");
	assert_int_equal(press(K_BACKSPACE), EDITOR_CHANGED);
	assert_string_equal(editor.text, "xy");
	assert_int_equal(press(K_DELETE), EDITOR_CHANGED);
	assert_string_equal(editor.text, "x");
	assert_int_equal(press(K_DELETE), EDITOR_MOVED);
	press(K_HOME);
	assert_int_equal(press(K_BACKSPACE), EDITOR_MOVED);
	assert_string_equal(editor.text, "x");
}

static void editor__refuses__more_than_its_limit(void **state)
{
	(void)state;
	type("0123456789");
	assert_int_equal(type("x"), EDITOR_FULL);
	assert_string_equal(editor.text, "0123456789");
	assert_int_equal(type(ACUTE), EDITOR_CHANGED);	/* no character more */
	assert_int_equal(editor_count(&editor), 10);
}

static void editor__refuses__a_mark_on_nothing(void **state)
{
	(void)state;
	assert_int_equal(type(ACUTE), EDITOR_FULL);
	assert_true(editor_is_empty(&editor));
}

/* The memory ends before the limit: four bytes a character. */
static void editor__refuses__more_than_its_memory(void **state)
{
	(void)state;
	editor_init(&editor, 0);
	while (type("\360\237\223\246") == EDITOR_CHANGED)
		;
	assert_true(editor.len < EDITOR_BYTES);
	assert_int_equal(editor.text[editor.len], '\0');
	assert_int_equal(editor.len % 4, 0);
	while (type("x") == EDITOR_CHANGED)
		;
	assert_int_equal(editor.len, EDITOR_BYTES - 1);
}

static void editor_clear__wipes__the_memory(void **state)
{
	struct editor blank;

	(void)state;
	memset(&blank, 0, sizeof blank);
	type("1234");
	assert_int_equal(press(K_ESC), EDITOR_LEFT);
	assert_memory_equal(editor.text, blank.text, sizeof editor.text);
	type("1234");
	press(K_BACKSPACE);
	editor_clear(&editor);
	assert_memory_equal(editor.text, blank.text, sizeof editor.text);
}

static void editor_set__takes__only_text_that_fits(void **state)
{
	(void)state;
	assert_true(editor_set(&editor, "caf\303\251"));
	assert_int_equal(editor.at, editor.len);
	assert_false(editor_set(&editor, "0123456789x"));
	assert_false(editor_set(&editor, "a\033b"));
	assert_false(editor_set(&editor, "a\377b"));
	assert_string_equal(editor.text, "caf\303\251");
}

static void editor__empties__by_ctrl_u(void **state)
{
	struct press one = { .key = K_CTRL, .ch = 'U' };

	(void)state;
	type("abc");
	assert_int_equal(editor_press(&editor, &one), EDITOR_CHANGED);
	assert_true(editor_is_empty(&editor));
	one.ch = 'C';
	assert_int_equal(editor_press(&editor, &one), EDITOR_IGNORED);
}

static void editor_draw__marks__what_was_keyed(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 1, 30, true);
	p = paint_all(&canvas);
	editor_draw(&editor, &p, 0, 0, 30, "typed:");
	assert_row(&canvas, 0, "typed: [               ]");
	assert_int_equal(canvas.cursor_column, 8);
	type("40063");
	editor_draw(&editor, &p, 0, 0, 30, "typed:");
	assert_row(&canvas, 0, "typed: [40063          ] KEYED");
	assert_int_equal(canvas.cursor_column, 13);
	canvas_done(&canvas);
}

static void editor_draw__slides__to_its_cursor(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 1, 8, true);
	p = paint_all(&canvas);
	editor.mark = NULL;
	type("0123456789");
	editor_draw(&editor, &p, 0, 0, 8, "");
	assert_row(&canvas, 0, "[<6789 ]");
	assert_int_equal(canvas.cursor_column, 6);
	press(K_HOME);
	editor_draw(&editor, &p, 0, 0, 8, "");
	assert_row(&canvas, 0, "[01234\342\200\246]");
	assert_int_equal(canvas.cursor_column, 1);
	canvas_done(&canvas);
}

static void editor_draw__hides__what_is_masked(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	canvas_init(&canvas, 1, 20, true);
	p = paint_all(&canvas);
	editor_masked(&editor, true);
	editor.mark = NULL;
	type("12\303\2514");
	press(K_LEFT);
	editor_draw(&editor, &p, 0, 0, 20, "PIN");
	assert_row(&canvas, 0, "PIN [****          ]");
	assert_int_equal(canvas.cursor_column, 8);
	canvas_done(&canvas);
}

static void editor_draw__stays__in_the_narrowest_part(void **state)
{
	struct canvas canvas;
	struct paint p, part;

	(void)state;
	canvas_init(&canvas, 1, 40, true);
	p = paint_all(&canvas);
	type("0123456789");
	for (int width = 0; width < 40; width++) {
		canvas_clear(&canvas);
		part = paint_part(&p, 0, 0, 1, width);
		editor_draw(&editor, &part, 0, 0, width, "a label:");
		for (int column = width; column < 40; column++)
			assert_int_equal(canvas_at(&canvas, 0, column)->ch,
			    ' ');
	}
	canvas_done(&canvas);
}

#define TEST(t) cmocka_unit_test_setup(t, make_editor)

UNIT_MAIN_UTF8(
    TEST(editor__takes__characters_at_its_place),
    TEST(editor__erases__whole_characters),
    TEST(editor__refuses__more_than_its_limit),
    TEST(editor__refuses__a_mark_on_nothing),
    TEST(editor__refuses__more_than_its_memory),
    TEST(editor_clear__wipes__the_memory),
    TEST(editor_set__takes__only_text_that_fits),
    TEST(editor__empties__by_ctrl_u),
    TEST(editor_draw__marks__what_was_keyed),
    TEST(editor_draw__slides__to_its_cursor),
    TEST(editor_draw__hides__what_is_masked),
    TEST(editor_draw__stays__in_the_narrowest_part),
)
