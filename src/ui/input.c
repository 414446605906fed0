/*
 * input.c - bytes of the terminal become scans, keys and pastes.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The assembler is told after every outcome whether the typed line holds text,
 * because that decides how the next byte is read.  Scans are taken before keys
 * that came after them.
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/log.h"
#include "base/str.h"
#include "ui/ui_private.h"
#include "ui/words.h"

/* Is text being typed, so that a burst belongs to it? */
static void tell_typing(struct ui *ui)
{
	scan_typed_line(ui->assembler, !editor_is_empty(&ui->line) ||
	    ui_is_modal(ui));
}

static void take_presses(struct ui *ui, int64_t t_us)
{
	struct press press;

	while (keys_next(ui->keys, &press))
		press_key(ui, &press, t_us);
}

static void typed(struct ui *ui, const struct scan_out *out)
{
	size_t done = 0;

	while (done < out->len) {
		done += keys_feed(ui->keys, out->bytes + done, out->len - done,
		    out->last_us);
		take_presses(ui, out->first_us);
	}
}

/* Bytes that make no scan: said, and kept for whoever looks after it. */
static void rejected(struct ui *ui, const struct scan_out *out)
{
	struct str shown;

	str_init(&shown);
	str_escape(&shown, out->bytes, out->len, false);
	log_warn("scan rejected (%s): %s", scan_reject_code(out->why), shown.p);
	str_done(&shown);
	stop_raise(ui, _("NOT A WHOLE SCAN"), scan_reject_words(out->why),
	    _("Scan one code at a time, and wait for the answer."),
	    scan_reject_code(out->why));
}

static void take_outcome(struct ui *ui, const struct scan_out *out)
{
	switch (out->kind) {
	case SCAN_OUT_SCAN:
	case SCAN_OUT_PASTE:
		queue_add(ui, out);
		queue_pump(ui);
		break;
	case SCAN_OUT_KEYS:
		typed(ui, out);
		break;
	case SCAN_OUT_REJECT:
		rejected(ui, out);
		break;
	default:
		break;
	}
	tell_typing(ui);
	loop_dirty(ui->loop);
}

static void take_outcomes(struct ui *ui)
{
	struct scan_out out;

	while (scan_next(ui->assembler, &out))
		take_outcome(ui, &out);
}

/* What is held back must have its effect even when no byte follows. */
static void arm(struct ui *ui)
{
	int64_t at = scan_assembler_deadline(ui->assembler);
	int64_t keys = keys_deadline(ui->keys);

	if (at < 0 || (keys >= 0 && keys < at))
		at = keys;
	if (at >= 0)
		loop_timer_hold(ui->assemble_timer, at);
	else
		loop_timer_stop(ui->assemble_timer);
}

static void let_time_pass(struct ui *ui, int64_t now_us)
{
	scan_tick(ui->assembler, now_us);
	take_outcomes(ui);
	keys_tick(ui->keys, now_us);
	take_presses(ui, now_us);
	tell_typing(ui);
	arm(ui);
}

void input_bytes(void *ctx, const void *bytes, size_t n, int64_t t_us)
{
	struct ui *ui = ctx;
	const unsigned char *at = bytes;

	ui->last_input_us = t_us;
	while (n > 0) {
		size_t k = scan_feed(ui->assembler, at, n, t_us);

		at += k;
		n -= k;
		take_outcomes(ui);
	}
	let_time_pass(ui, t_us);
}

void input_timer(void *ctx, int64_t now_us)
{
	let_time_pass(ctx, now_us);
	loop_dirty(((struct ui *)ctx)->loop);
}

void input_line(struct ui *ui, const char *text, enum scan_entry entry,
    int64_t at_us)
{
	struct scan_out out = { .kind = SCAN_OUT_SCAN, .entry = entry,
		.first_us = at_us, .last_us = at_us, .len = strlen(text) };

	assert(out.len <= sizeof out.bytes);
	memcpy(out.bytes, text, out.len);
	scan_step_changed(ui->assembler);	/* no double trigger across it */
	queue_add(ui, &out);
	queue_pump(ui);
}

void scan_plain(const struct ui *ui, const struct scan_out *scan, char *out,
    size_t size)
{
	struct scan_parsed parsed;

	scan_parse(scan->bytes, scan->len, &ui->station->scan_options, &parsed);
	str_copyn(out, size, parsed.text, parsed.text_len);
}

enum scan_command scan_command_of(const struct ui *ui,
    const struct scan_out *scan)
{
	struct scan_parsed parsed;

	scan_parse(scan->bytes, scan->len, &ui->station->scan_options, &parsed);
	return parsed.command;
}
