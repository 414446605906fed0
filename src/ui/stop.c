/*
 * stop.c - a refusal that waits until somebody has read it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * While one waits only this is let through: XCXOK, a badge (somebody who may
 * allow it, or the next operator), commands the flow offers about the refusal,
 * and what was asked for (a PIN, a reason).  Nothing is let through that was
 * scanned or pressed before the STOP could be read: it was made for the screen
 * before.  What is dropped is counted on the screen, answered with the bad
 * tone, and kept in the scan log.
 */
#include <assert.h>
#include "base/clock.h"
#include "base/str.h"
#include "ui/ui_private.h"
#include "ui/words.h"

#define BAND_ROWS 11

bool stop_is_on(const struct ui *ui)
{
	struct screen *top;

	if (ui->stop.own || !ui->stop.flow || ui->depth == 0)
		return ui->stop.own;
	/* a help text above the flow is not stopped */
	top = stack_top(ui);
	return (top->class->situation(top) & AT_WORK) != 0;
}

static void begin(struct ui *ui)
{
	ui->stop.painted_us = 0;
	ui->stop.ignored = 0;
	ui->stop.again_us = clock_mono_us() + SOUND_BAD_REPEAT_US;
	ui_sound(ui, SOUND_BAD);
	loop_dirty(ui->loop);
}

void stop_raise(struct ui *ui, const char *title, const char *text,
    const char *hint, const char *code)
{
	struct stop *stop = &ui->stop;

	stop->own = true;
	str_copy(stop->title, sizeof stop->title, title);
	str_copy(stop->text, sizeof stop->text, text);
	str_copy(stop->hint, sizeof stop->hint, hint);
	str_copy(stop->code, sizeof stop->code, code);
	begin(ui);
}

void stop_raise_err(struct ui *ui, const char *title, const struct err *err)
{
	char text[sizeof ui->stop.text];

	str_print(text, sizeof text, "%s%s%s", err->what,
	    err->detail[0] != '\0' ? ": " : "", err->detail);
	stop_raise(ui, title, text, err->hint, err->code);
}

void stop_follow(struct ui *ui, bool stopped, bool fresh)
{
	if (!stopped && !ui->stop.own)
		ui->stop.painted_us = ui->stop.ignored = 0;
	ui->stop.flow = stopped;
	if (stopped && fresh)
		begin(ui);
}

void stop_clear(struct ui *ui)
{
	ui->stop.own = false;
	ui->stop.painted_us = 0;
	ui->stop.ignored = 0;
	loop_dirty(ui->loop);
}

void stop_painted(struct ui *ui, int64_t now_us)
{
	if (stop_is_on(ui) && ui->stop.painted_us == 0)
		ui->stop.painted_us = now_us;
}

bool stop_is_early(const struct ui *ui, int64_t first_us)
{
	struct scan_out scan;

	if (ui->stop.painted_us == 0)
		return true;
	scan.first_us = first_us;
	return scan_is_stale(&scan, ui->stop.painted_us);
}

static bool is_offered(const struct ui *ui, enum scan_command command)
{
	struct screen *top = stack_top(ui);

	if (command == CMD_NONE || top->class->commands == NULL)
		return false;
	return action_of_command(command, AT_STOP) != ACT_NONE &&
	    (top->class->commands(top) & (1u << command)) != 0;
}

/* Is this what the flow on top asked for when it stopped? */
static bool is_awaited(const struct ui *ui)
{
	struct screen *top = stack_top(ui);

	return !ui->stop.own && top->class->awaits != NULL &&
	    top->class->awaits(top);
}

static bool may_pass(struct ui *ui, const struct scan_out *scan)
{
	enum scan_command command = scan_command_of(ui, scan);

	if (command == CMD_OK || command == CMD_LOCK || command == CMD_HELP)
		return true;
	if (login_is_badge(ui, scan) || is_awaited(ui))
		return true;
	return !ui->stop.own && is_offered(ui, command);
}

bool stop_lets_pass(struct ui *ui, const struct scan_out *scan)
{
	if (!stop_is_early(ui, scan->first_us) && may_pass(ui, scan))
		return true;
	ui->stop.ignored++;
	ui_sound(ui, SOUND_BAD);
	loop_dirty(ui->loop);
	return false;
}

void stop_draw(const struct ui *ui, const struct paint *p)
{
	const struct stop *stop = &ui->stop;
	int edges = p->rows > 12 ? 3 : 2;
	int rows = p->rows - edges < BAND_ROWS ? p->rows - edges : BAND_ROWS;
	struct paint part = paint_part(p, 1, 0, rows, p->columns);
	char ignored[120] = "";
	struct band band = { .kind = BAND_STOP, .word = _("STOP"),
		.title = stop->title, .lines = { stop->text },
		.corner = stop->code[0] != '\0' ? stop->code : NULL };
	size_t n = 1;

	if (stop->hint[0] != '\0')
		band.lines[n++] = stop->hint;
	if (stop->ignored > 0) {
		str_print(ignored, sizeof ignored, many_("%d scan ignored",
		    "%d scans ignored", stop->ignored), stop->ignored);
		band.lines[n++] = ignored;
	}
	band.lines[n++] = _("nothing was booked");
	band.lines[n] = _("TO GO ON  scan [OK] or press F3");
	band_draw(&part, &band);
}
