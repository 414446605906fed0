/*
 * status.c - what the edges of the screen say, once a second.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/clock.h"
#include "base/log.h"
#include "base/str.h"
#include "ui/printers.h"
#include "ui/ui_private.h"
#include "ui/words.h"

#define SECOND_US 1000000
#define REFRESH_US (5 * SECOND_US)	/* what other terminals changed */
#define UPKEEP_US (2 * SECOND_US)	/* quiet for this long: checkpoint */

static void edges_now(struct ui *ui, struct ui_edges *edges)
{
	int64_t oldest = 0, now = clock_wall_ms();
	struct err err;

	memset(edges, 0, sizeof *edges);
	if (ui->options.demo)
		str_copy(edges->label, sizeof edges->label, _("DEMO"));
	if (ui->login.state == LOGIN_IN || ui->login.state == LOGIN_LOCKED) {
		str_copy(edges->worker, sizeof edges->worker, ui->worker.name);
		str_copy(edges->role, sizeof edges->role,
		    role_name(ui->worker.role));
	}
	str_copy(edges->station, sizeof edges->station,
	    ledger_station(ui->station->ledger));
	clock_hhmm(now, edges->clock);
	if (ledger_unsent(ui->station->ledger, &edges->unsent, &oldest, &err) &&
	    oldest > 0 && now > oldest)
		edges->unsent_age_s = (now - oldest) / 1000;
	printers_now(&ui->options.printing, ui->station->ledger, edges->printer,
	    sizeof edges->printer, &edges->printer_trouble);
}

void status_read(struct ui *ui)
{
	struct ui_edges edges;

	edges_now(ui, &edges);
	if (memcmp(&edges, &ui->edges, sizeof edges) == 0)
		return;
	ui->edges = edges;
	loop_dirty(ui->loop);
}

static void lock_when_idle(struct ui *ui, int64_t now_us)
{
	int64_t limit_us = (int64_t)ui->options.idle_lock_s * SECOND_US;

	if (limit_us > 0 && ui->login.state == LOGIN_IN &&
	    ui->waiting.n == 0 &&
	    now_us - ui->last_input_us >= limit_us)
		login_lock(ui);
}

/* Whoever is idle folds the write-ahead log back; see store.h. */
static void upkeep(struct ui *ui, int64_t now_us)
{
	struct err err;

	err_clear(&err);
	if (now_us - ui->last_input_us >= UPKEEP_US && ui->waiting.n == 0 &&
	    !store_idle(ledger_store(ui->station->ledger), &err) &&
	    err.kind != ERR_BUSY)
		log_err(&err);
}

void status_timer(void *ctx, int64_t now_us)
{
	struct ui *ui = ctx;

	status_read(ui);
	lock_when_idle(ui, now_us);
	upkeep(ui, now_us);
	if (ui->login.state == LOGIN_IN && ui->waiting.n == 0 &&
	    now_us - ui->last_input_us >= REFRESH_US &&
	    now_us - ui->refreshed_us >= REFRESH_US) {
		ui->refreshed_us = now_us;
		stack_refresh(ui);
		loop_dirty(ui->loop);
	}
	loop_timer_set(ui->second_timer, now_us + SECOND_US);
}

/* --- Sounds ----------------------------------------------------------------- */

/* A station that is locked is quiet. */
static bool is_told(const struct ui *ui)
{
	return ui->login.state == LOGIN_IN && stop_is_on(ui);
}

static void arm_sound(struct ui *ui)
{
	int64_t at = sound_deadline(ui->sounds);

	if (is_told(ui) && (at < 0 || ui->stop.again_us < at))
		at = ui->stop.again_us;
	if (at >= 0)
		loop_timer_set(ui->sound_timer, at);
	else
		loop_timer_stop(ui->sound_timer);
}

void ui_sound(struct ui *ui, enum sound sound)
{
	sound_play(ui->sounds, sound, clock_mono_us());
	arm_sound(ui);
}

/* A STOP repeats itself until it was read. */
void sound_timer(void *ctx, int64_t now_us)
{
	struct ui *ui = ctx;

	sound_tick(ui->sounds, now_us);
	if (is_told(ui) && now_us >= ui->stop.again_us) {
		ui->stop.again_us = now_us + SOUND_BAD_REPEAT_US;
		sound_play(ui->sounds, SOUND_BAD, now_us);
	}
	arm_sound(ui);
}

void ui_note(struct ui *ui, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(ui->note, sizeof ui->note, fmt, ap);
	va_end(ap);
	loop_dirty(ui->loop);
}
