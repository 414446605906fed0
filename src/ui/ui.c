/*
 * ui.c - the station from taking the terminal to giving it back.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	input.c		bytes become scans and keys
 *	queue.c		scans are taken in order
 *	press.c		keys are actions, or the typed line
 *	stop.c		what must be acknowledged
 *	login.c		who works
 *	stack.c		screens above each other; one file each:
 *			menu, flow, list, order, history, incident, text
 *	picture*.c	how a flow looks
 */
#include "ui/ui.h"
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/log.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "ui/ui_private.h"
#include "ui/words.h"

#define IDLE_LOCK_S 600

void ui_options_init(struct ui_options *options)
{
	memset(options, 0, sizeof *options);
	options->idle_lock_s = IDLE_LOCK_S;
	options->tone = "auto";
	scan_assembler_options_init(&options->scanner);
}

static void on_resize(void *ctx)
{
	(void)ctx;	/* every picture asks for the size there is */
}

/* The open work is saved with every verdict: nothing is left to do. */
static void on_signal(void *ctx, int signo)
{
	struct ui *ui = ctx;

	log_info("station ends on signal %d", signo);
	loop_stop(ui->loop, 0);
}

static void on_paint(void *ctx, const struct paint *p)
{
	struct ui *ui = ctx;
	struct screen *top;

	if (ui->login.state != LOGIN_IN) {
		login_draw(ui, p);
		return;
	}
	top = stack_top(ui);
	top->class->draw(ui, top, p);
	if (ui->stop.own)
		stop_draw(ui, p);
	stop_painted(ui, clock_mono_us());
}

static const struct loop_calls calls = {
	.bytes = input_bytes, .resized = on_resize, .signal = on_signal,
	.paint = on_paint,
};

static void timers_new(struct ui *ui)
{
	ui->assemble_timer = loop_timer_new(ui->loop, input_timer, ui);
	ui->sound_timer = loop_timer_new(ui->loop, sound_timer, ui);
	ui->busy_timer = loop_timer_new(ui->loop, queue_retry, ui);
	ui->second_timer = loop_timer_new(ui->loop, status_timer, ui);
	status_timer(ui, clock_mono_us());
}

static bool begin(struct ui *ui, struct err *err)
{
	ui->term = term_start(err);
	if (ui->term == NULL)
		return false;
	ui->loop = loop_new(ui->term, &calls, ui, err);
	if (ui->loop == NULL)
		return false;
	ui->sounds = sounds_new(ui->term, ui->options.tone, err);
	if (ui->sounds == NULL)
		return false;
	ui->assembler = scan_assembler_new(&ui->options.scanner);
	keys_init(ui->keys, term_key_map(ui->term), term_esc_us(ui->term));
	editor_init(&ui->line, 0);
	ui->last_input_us = clock_mono_us();
	ui->station->lock_wait_ms = BUSY_WAIT_MS;
	return true;
}

static void end(struct ui *ui)
{
	if (ui->loop != NULL && ui->assembler != NULL) {
		queue_finish(ui);
		stack_close_to(ui, 0);
	}
	queue_free(ui);
	scan_assembler_free(ui->assembler);
	sounds_free(ui->sounds);
	loop_free(ui->loop);
	term_stop(ui->term);
	free(ui->keys);
}

bool ui_run(struct station *station, const struct ui_options *options,
    struct err *err)
{
	int lock_wait_ms = station->lock_wait_ms;
	struct ui ui = { .station = station, .options = *options,
		.keys = xcalloc(1, sizeof *ui.keys) };
	bool ok;

	setlocale(LC_MESSAGES, "");
	xalloc_on_failure(term_restore);
	ok = begin(&ui, err);
	if (ok) {
		timers_new(&ui);
		login_begin(&ui);
		loop_run(ui.loop);
	}
	end(&ui);
	station->lock_wait_ms = lock_wait_ms;
	return ok;
}
