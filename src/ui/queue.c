/*
 * queue.c - scans are taken one by one, in order, and none is lost.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Commands that a key stands for and lines that were keyed go through the same
 * queue, so that F3 after three scans comes after them even while the database
 * is busy.  A scan that is dropped (made before a STOP could be read, scanned
 * twice by one pull of the trigger) stays in the queue until the scan log has
 * it: every scan is kept.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/log.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "ui/ui_private.h"
#include "ui/words.h"

void queue_add(struct ui *ui, const struct scan_out *scan)
{
	struct waiting *one;

	loop_dirty(ui->loop);
	if (ui->waiting.n == WAITING_MAX) {
		stop_raise(ui, _("NOT TAKEN"),
		    _("too many scans wait for the database; this one was not "
		    "taken"), _("Stop scanning until none waits, then scan it "
		    "again."), "");
		return;
	}
	one = xcalloc(1, sizeof *one);
	one->scan = *scan;
	*vec_push(&ui->waiting) = one;
}

static void pop(struct ui *ui)
{
	assert(ui->waiting.n > 0);
	free(ui->waiting.at[0]);
	ui->waiting.n--;
	memmove(ui->waiting.at, ui->waiting.at + 1,
	    ui->waiting.n * sizeof ui->waiting.at[0]);
}

void queue_free(struct ui *ui)
{
	while (ui->waiting.n > 0)
		pop(ui);
	vec_done(&ui->waiting);
}

/* --- Dropped, and logged ---------------------------------------------------- */

static void drop(struct waiting *one, const char *code)
{
	one->dropped = true;
	str_copy(one->code, sizeof one->code, code);
}

/* False: the database is busy. */
static bool log_dropped(struct ui *ui, const struct waiting *one)
{
	struct ledger *ledger = ui->station->ledger;
	struct scan_record record = {
		.at = clock_wall_ms(), .terminal = ui->station->terminal,
		.flow = "", .slot = "", .raw = one->scan.bytes,
		.raw_len = one->scan.len, .kind = SCAN_TEXT,
		.entry = (enum event_entry)one->scan.entry, .gap_ms = -1,
		.verdict = VERDICT_WARN, .code = one->code };
	struct err err;

	err_clear(&err);
	if (ledger_begin(ledger, 0, &err)) {
		if (ledger_log_scan(ledger, &record, &err) &&
		    ledger_commit(ledger, &err))
			return true;
		ledger_rollback(ledger);
	}
	if (err.kind == ERR_BUSY)
		return false;
	log_err(&err);		/* the work matters more than its record */
	return true;
}

/* --- Taken ------------------------------------------------------------------ */

/* One pull of the trigger can read a code twice. */
static bool is_double(struct ui *ui, struct waiting *one)
{
	return one->scan.entry == ENTRY_SCANNED &&
	    scan_is_double(ui->assembler, &one->scan);
}

static struct outcome own_command(struct ui *ui, enum scan_command command)
{
	enum action action = action_of_command(command, ui_situation(ui));

	if (action != ACT_NONE)
		return ui_act(ui, action);
	ui_note(ui, _("%s does nothing here"), scan_command_name(command));
	ui_sound(ui, SOUND_WARN);
	return outcome_of(STAY);
}

static bool feeds_flow(const struct screen *screen)
{
	return (screen->class->situation(screen) & AT_WORK) != 0;
}

/* Is a badge here a thing as any other? */
static bool takes_badges(const struct screen *top)
{
	return top->class->badges != NULL && top->class->badges(top);
}

/* To the station itself, or to the screen on top. */
static struct outcome give(struct ui *ui, const struct scan_out *scan)
{
	struct screen *top = stack_top(ui);
	enum scan_command command = scan_command_of(ui, scan);

	if (command == CMD_LOCK || command == CMD_HELP || ui->stop.own ||
	    (command != CMD_NONE && !feeds_flow(top)))
		return own_command(ui, command);
	if (!feeds_flow(top) && !takes_badges(top) && login_is_badge(ui, scan)) {
		login_switch(ui, scan);
		return outcome_of(STAY);
	}
	return top->class->scan(ui, top, scan);
}

/* A badge while a STOP of our own stands: it was read. */
static void badge_clears(struct ui *ui, const struct scan_out *scan)
{
	if (ui->stop.own && login_is_badge(ui, scan))
		stop_clear(ui);
}

/* To whoever is on top; what it opens for this scan gets it next. */
static bool hand_over(struct ui *ui, struct waiting *one)
{
	struct outcome outcome;

	do {
		outcome = give(ui, &one->scan);
		one->seen = true;
		if (outcome.next == AGAIN)
			return false;
		ui_follow(ui, &outcome);
	} while (outcome.next == OPEN && outcome.pass_on && !stop_is_on(ui));
	return true;
}

/* Is it one that is not taken? */
static bool is_dropped(struct ui *ui, struct waiting *one)
{
	if (one->seen || one->dropped)
		return one->dropped;
	if (stop_is_on(ui) && !stop_lets_pass(ui, &one->scan))
		drop(one, "scan.stale");
	if (!one->dropped && is_double(ui, one)) {
		ui_note(ui, "%s", _("the same code twice at once: taken once"));
		ui_sound(ui, SOUND_TICK);
		drop(one, "scan.double");
	}
	return one->dropped;
}

/* False: the database is busy, try the same one again. */
static bool take(struct ui *ui, struct waiting *one)
{
	if (ui->login.state != LOGIN_IN && !one->dropped) {
		login_scan(ui, &one->scan);
		return true;
	}
	if (is_dropped(ui, one))
		return log_dropped(ui, one);
	if (!one->seen)
		ui->note[0] = '\0';
	badge_clears(ui, &one->scan);
	return hand_over(ui, one);
}

static void set_busy(struct ui *ui, bool busy)
{
	if (busy != ui->busy)
		loop_dirty(ui->loop);
	ui->busy = busy;
	/* once it is said, wait in line, but read between */
	ui->station->lock_wait_ms = busy ? BUSY_AGAIN_MS : BUSY_WAIT_MS;
	if (busy)
		loop_timer_set(ui->busy_timer, clock_mono_us() + BUSY_RETRY_US);
	else
		loop_timer_stop(ui->busy_timer);
}

void queue_pump(struct ui *ui)
{
	bool done = true, taken = ui->waiting.n > 0;

	if (ui->pumping)
		return;
	ui->pumping = true;
	while (done && ui->waiting.n > 0) {
		done = take(ui, ui->waiting.at[0]);
		if (done)
			pop(ui);
	}
	ui->pumping = false;
	set_busy(ui, !done);
	if (taken)
		status_read(ui);
}

void queue_finish(struct ui *ui)
{
	struct str shown;

	if (ui->waiting.n == 0)
		return;
	ui->station->lock_wait_ms = LAST_WAIT_MS;
	queue_pump(ui);
	str_init(&shown);
	for (size_t i = 0; i < ui->waiting.n; i++) {
		const struct scan_out *scan = &ui->waiting.at[i]->scan;

		str_clear(&shown);
		if (scan->entry == ENTRY_SCANNED)	/* keyed: it may be a PIN */
			str_escape(&shown, scan->bytes, scan->len, true);
		log_warn("not booked, the station ended: %s", shown.p);
	}
	str_done(&shown);
}

void queue_retry(void *ctx, int64_t now_us)
{
	(void)now_us;
	queue_pump(ctx);
}
