/*
 * term_demo.c - a program that shows every widget of room term.
 * SPDX-License-Identifier: Apache-2.0
 *
 * It stands in for a station in the tests of the terminal: F-keys change the
 * page, ']' up to CR counts as a scan, everything else is typed.  The words
 * of its argument choose how it behaves:
 *	crash	ends by abort() on the first scan
 *	slow	sleeps 300 ms before each picture
 *	memory	runs out of memory on the first scan
 *	cmd:... none vt bel auto	the sound setting
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/fault.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "term_demo.h"

/* --- Acting ---------------------------------------------------------------- */

static void play(struct demo *d, enum sound sound)
{
	int64_t next_us;

	sound_play(d->sounds, sound, clock_mono_us());
	next_us = sound_deadline(d->sounds);
	if (next_us >= 0)
		loop_timer_set(d->sound_timer, next_us);
	else
		loop_timer_stop(d->sound_timer);
}

static void on_sound(void *ctx, int64_t now_us)
{
	struct demo *d = ctx;

	sound_tick(d->sounds, now_us);
	if (sound_deadline(d->sounds) >= 0)
		loop_timer_set(d->sound_timer, sound_deadline(d->sounds));
}

static void end_scan(struct demo *d)
{
	if (strcmp(d->way, "crash") == 0)
		abort();
	if (strcmp(d->way, "memory") == 0) {
		fault_arm(FAULT_ALLOC, 1);
		free(xmalloc(1));
	}
	d->scans++;
	for (size_t i = 0; i < d->scan_len; i++)
		d->sum = (d->sum ^ (unsigned char)d->scan[i]) * 16777619u;
	d->in_scan = false;
	d->scan_len = 0;
}

static void go(struct demo *d, enum page page)
{
	d->page = page;
	if (page == PAGE_DIALOG)
		demo_dialog(&d->dialog);
}

static bool global_press(struct demo *d, const struct press *press)
{
	switch (press->key) {
	case K_F1:
		go(d, PAGE_HELP);
		return true;
	case K_F2:
		go(d, PAGE_TABLE);
		return true;
	case K_F3:
		go(d, PAGE_MENU);
		return true;
	case K_F4:
		go(d, PAGE_DIALOG);
		return true;
	case K_F6:
		go(d, PAGE_GLYPHS);
		return true;
	case K_F7:
		go(d, d->page == PAGE_EDITOR ? PAGE_PIN : PAGE_EDITOR);
		return true;
	case K_F8:
		play(d, SOUND_BAD);
		return true;
	case K_F9:
		go(d, PAGE_HOME);
		d->kind = (enum band_kind)((d->kind + 1) % BAND_KINDS);
		return true;
	case K_F10:
		loop_stop(d->loop, 0);
		return true;
	default:
		return false;
	}
}

static void say_press(struct demo *d, const struct press *press)
{
	if (press->key == K_CHAR || press->key == K_CTRL)
		str_print(d->said, sizeof d->said, "press %s U+%04X",
		    press->key == K_CTRL ? "Ctrl" : "char",
		    (unsigned)press->ch);
	else
		str_print(d->said, sizeof d->said, "press %s",
		    key_label(press->key));
}

static void page_press(struct demo *d, const struct press *press)
{
	int answer;

	switch (d->page) {
	case PAGE_HELP:
		pager_press(&d->pager, press);
		break;
	case PAGE_TABLE:
		if (table_press(d->table, press) == TABLE_CHOSEN)
			str_print(d->said, sizeof d->said, "chosen %s",
			    table_chosen(d->table)->cells[1]);
		break;
	case PAGE_MENU:
		if (pick_press(&d->pick, press) == PICK_PICKED)
			str_print(d->said, sizeof d->said, "picked %s",
			    demo_menu[d->pick.at].words);
		break;
	case PAGE_EDITOR:
	case PAGE_PIN:
		if (editor_press(d->page == PAGE_PIN ? &d->pin : &d->editor,
		    press) == EDITOR_ENTER)
			str_print(d->said, sizeof d->said, "entered %s",
			    d->page == PAGE_PIN ? d->pin.text :
			    d->editor.text);
		break;
	case PAGE_DIALOG:
		answer = dialog_press(&d->dialog, press);
		if (answer != DIALOG_NONE) {
			str_print(d->said, sizeof d->said, "answer %d", answer);
			go(d, PAGE_HOME);
		}
		break;
	default:
		break;
	}
}

static void run_keys(struct demo *d)
{
	struct press press;

	while (keys_next(&d->keys, &press)) {
		bool asked = d->page == PAGE_DIALOG && press.key == K_F3;

		say_press(d, &press);
		if (press.key == K_CTRL && press.ch == 'L')
			term_redraw(d->term);
		if (asked || !global_press(d, &press))
			page_press(d, &press);
		loop_dirty(d->loop);
	}
	if (keys_deadline(&d->keys) >= 0)
		loop_timer_hold(d->key_timer, keys_deadline(&d->keys));
	else
		loop_timer_stop(d->key_timer);
}

static void on_key_time(void *ctx, int64_t now_us)
{
	struct demo *d = ctx;

	keys_tick(&d->keys, now_us);
	run_keys(d);
}

static void typed(struct demo *d, const char *byte, int64_t t_us)
{
	while (keys_feed(&d->keys, byte, 1, t_us) == 0)
		run_keys(d);
}

static void on_bytes(void *ctx, const void *bytes, size_t n, int64_t t_us)
{
	struct demo *d = ctx;
	const char *p = bytes;

	for (size_t i = 0; i < n; i++) {
		if (d->in_scan && p[i] == '\r')
			end_scan(d);
		else if (d->in_scan && d->scan_len < sizeof d->scan)
			d->scan[d->scan_len++] = p[i];
		else if (p[i] == ']' && d->keys.start == d->keys.end)
			d->in_scan = true;
		else
			typed(d, &p[i], t_us);
	}
	run_keys(d);
	loop_dirty(d->loop);
}

static void on_resized(void *ctx)
{
	struct demo *d = ctx;

	d->resizes++;
}

static void on_signal(void *ctx, int signo)
{
	struct demo *d = ctx;

	loop_stop(d->loop, signo == SIGTERM ? 15 : 1);
}

static const struct loop_calls calls = { on_bytes, on_resized, on_signal,
	demo_paint };

/* --- Life ------------------------------------------------------------------ */

static void prepare(struct demo *d)
{
	d->key_timer = loop_timer_new(d->loop, on_key_time, d);
	d->sound_timer = loop_timer_new(d->loop, on_sound, d);
	keys_init(&d->keys, term_key_map(d->term), term_esc_us(d->term));
	d->table = demo_table();
	pick_init(&d->pick, demo_menu, demo_menu_count);
	pager_init(&d->pager, demo_help);
	editor_init(&d->editor, 40);
	d->editor.mark = "KEYED";
	editor_init(&d->pin, 6);
	editor_masked(&d->pin, true);
	str_copy(d->said, sizeof d->said, "ready");
}

static int fail(struct demo *d, const struct err *err)
{
	loop_free(d->loop);
	term_stop(d->term);
	fprintf(stderr, "term_demo: %s (%s)\n", err->what, err->hint);
	return err_exit_status(err);
}

int main(int argc, char *argv[])
{
	static struct demo d;
	struct err err;
	int status;

	err_clear(&err);
	d.way = argc > 1 ? argv[1] : "auto";
	d.term = term_start(&err);
	if (d.term == NULL)
		return fail(&d, &err);
	d.loop = loop_new(d.term, &calls, &d, &err);
	if (d.loop == NULL)
		return fail(&d, &err);
	prepare(&d);
	d.sounds = sounds_new(d.term, strchr("cnvba", d.way[0]) != NULL &&
	    strcmp(d.way, "crash") != 0 ? d.way : "auto", &err);
	if (d.sounds == NULL)
		return fail(&d, &err);
	status = loop_run(d.loop);
	sounds_free(d.sounds);
	table_free(d.table);
	loop_free(d.loop);
	term_stop(d.term);
	printf("bye after %u scans\n", d.scans);
	return status;
}
