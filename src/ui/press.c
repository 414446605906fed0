/*
 * press.c - a key: an action, a part of the typed line, or the screen's own.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include "base/clock.h"
#include "base/str.h"
#include "ui/ui_private.h"
#include "ui/words.h"

static struct outcome open_text(const char *name)
{
	struct outcome out = outcome_open(&text_screen);

	str_copy(out.open.name, sizeof out.open.name, name);
	return out;
}

/* F3 while something is stopped: ours is gone, a flow is told. */
static struct outcome acknowledge(struct ui *ui)
{
	if (ui->stop.own)
		stop_clear(ui);
	else
		input_line(ui, scan_command_name(CMD_OK), ENTRY_KEYED,
		    clock_mono_us());
	return outcome_of(STAY);
}

/* The same, whether it was pressed or scanned. */
struct outcome ui_act(struct ui *ui, enum action action)
{
	struct screen *top = stack_top(ui);

	switch (action) {
	case ACT_HELP:
		return open_text("help");
	case ACT_OK:
		return acknowledge(ui);
	case ACT_MENU:
		return outcome_of(HOME);
	case ACT_LOCK:
		login_lock(ui);
		return outcome_of(STAY);
	case ACT_SIGN_OFF:
		login_sign_off(ui);
		return outcome_of(STAY);
	case ACT_REDRAW:
		term_redraw(ui->term);
		return outcome_of(STAY);
	case ACT_BACK:
		return outcome_of(CLOSE);
	default:
		break;
	}
	if (top->class->act != NULL)
		return top->class->act(ui, top, action);
	return outcome_of(STAY);
}

/* Actions that leave or change the screen wait until every scan is booked. */
static bool must_wait(const struct ui *ui, enum action action)
{
	return ui->waiting.n > 0 && action != ACT_REDRAW;
}

static bool feeds_command(const struct ui *ui, enum action action)
{
	struct screen *top = stack_top(ui);

	return action_row(action)->command != CMD_NONE &&
	    action != ACT_HELP && action != ACT_LOCK && action != ACT_OK &&
	    (top->class->situation(top) & AT_WORK) != 0;
}

static void act(struct ui *ui, enum action action, int64_t t_us)
{
	struct outcome outcome;

	if (ui_situation(ui) == AT_STOP && action == ACT_OK &&
	    stop_is_early(ui, t_us)) {
		ui_sound(ui, SOUND_BAD);
		return;
	}
	if (feeds_command(ui, action)) {
		input_line(ui, scan_command_name(action_row(action)->command),
		    ENTRY_KEYED, t_us);
		return;
	}
	if (must_wait(ui, action)) {
		ui_note(ui, "%s", _("wait: scans are being booked"));
		return;
	}
	outcome = ui_act(ui, action);
	ui_follow(ui, &outcome);
}

static void edited(struct ui *ui, const struct press *press, int64_t t_us)
{
	char text[EDITOR_BYTES];

	switch (editor_press(&ui->line, press)) {
	case EDITOR_ENTER:
		str_copy(text, sizeof text, ui->line.text);
		editor_clear(&ui->line);
		if (text[0] != '\0')
			input_line(ui, text, ENTRY_KEYED, t_us);
		break;
	case EDITOR_FULL:
		ui_note(ui, "%s", _("the line is full"));
		break;
	case EDITOR_IGNORED:
		if (press->key >= K_F1 && press->key <= K_F12)
			ui_note(ui, _("%s does nothing here; F1 shows what does"),
			    key_label(press->key));
		break;
	default:
		break;
	}
}

/* Keys the typed line wants while there is one. */
static bool is_for_line(const struct ui *ui, const struct press *press)
{
	if (editor_is_empty(&ui->line))
		return false;
	switch (press->key) {
	case K_CHAR: case K_CTRL: case K_ENTER: case K_ESC: case K_BACKSPACE:
	case K_DELETE: case K_LEFT: case K_RIGHT: case K_HOME: case K_END:
		return true;
	default:
		return false;
	}
}

static bool is_help(const struct ui *ui, const struct press *press)
{
	return press->key == K_CHAR && press->ch == '?' &&
	    editor_is_empty(&ui->line);
}

static bool to_screen(struct ui *ui, const struct press *press)
{
	struct screen *top = stack_top(ui);
	struct outcome outcome;
	bool taken = false;

	if (top->class->press == NULL || stop_is_on(ui))
		return false;
	outcome = top->class->press(ui, top, press, &taken);
	if (taken)
		ui_follow(ui, &outcome);
	return taken;
}

bool ui_is_modal(const struct ui *ui)
{
	struct screen *top = ui->login.state == LOGIN_IN ? stack_top(ui) : NULL;

	return top != NULL && !stop_is_on(ui) && top->class->modal != NULL &&
	    top->class->modal(top);
}

void press_key(struct ui *ui, const struct press *press, int64_t t_us)
{
	enum action action;

	ui->note[0] = '\0';
	loop_dirty(ui->loop);
	if (ui->login.state != LOGIN_IN) {
		login_press(ui, press);
		return;
	}
	if (ui_is_modal(ui)) {
		to_screen(ui, press);
		return;
	}
	if (is_for_line(ui, press) && !(press->key == K_CTRL &&
	    press->ch == 'L')) {
		edited(ui, press, t_us);
		return;
	}
	action = is_help(ui, press) ? ACT_HELP :
	    action_of_key(press, ui_situation(ui));
	if (action != ACT_NONE)
		act(ui, action, t_us);
	else if (!to_screen(ui, press))
		edited(ui, press, t_us);
}
