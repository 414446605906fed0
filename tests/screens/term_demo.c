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
#include <assert.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "base/clock.h"
#include "base/fault.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "term/band.h"
#include "term/bar.h"
#include "term/chart.h"
#include "term/dialog.h"
#include "term/editor.h"
#include "term/glyph.h"
#include "term/loop.h"
#include "term/pager.h"
#include "term/pick.h"
#include "term/sound.h"
#include "term/table.h"
#include "term/term.h"

#define ROWS 1000000

enum page { PAGE_HOME, PAGE_HELP, PAGE_TABLE, PAGE_MENU, PAGE_DIALOG,
    PAGE_GLYPHS, PAGE_EDITOR, PAGE_PIN, PAGE_COUNT };

struct demo {
	struct term *term;
	struct loop *loop;
	struct loop_timer *key_timer, *sound_timer;
	struct sounds *sounds;
	struct keys keys;
	enum page page;
	enum band_kind kind;
	const char *way;	/* how it behaves */

	bool in_scan;
	char scan[64];
	size_t scan_len;
	unsigned scans, sum, resizes, signals;
	char said[80];		/* the last press or answer */

	struct table *table;
	struct pick pick;
	struct dialog dialog;
	struct pager pager;
	struct editor editor, pin;
};

/* --- Contents -------------------------------------------------------------- */

static const struct bar_key bar[] = {
	{ "F1", "Help", "Hlp", 9 }, { "F2", "Table", "Tab", 5 },
	{ "F3", "Menu", "Men", 4 }, { "F4", "Question", "Ask", 3 },
	{ "F6", "Glyphs", "Big", 2 }, { "F7", "Type", "Typ", 2 },
	{ "F8", "Wrong", "Bad", 1 }, { "F9", "Next band", "Nxt", 1 },
	{ "F10", "Quit", "Qui", 8 },
};
#define BAR (sizeof bar / sizeof bar[0])

static const struct pick_entry menu[] = {
	{ "RECEIVE", "4 docks waiting", '1', false },
	{ "PUTAWAY", "17 pallets", '2', false },
	{ "PICK", "6 waves", '3', false },
	{ "PACK / SHIP", NULL, '4', true },
	{ "COUNT", "3 bins due", '5', false },
	{ "R\303\234CKGABE", "2 to inspect", '6', false },
	{ "RECALL", NULL, '7', false },
	{ "LABELS", "PRT-2 ready", '8', false },
};
#define MENU (sizeof menu / sizeof menu[0])

static const struct dialog_answer answers[] = {
	{ "1", "Keep it", K_CHAR, '1' },
	{ "F3", "Throw it away", K_F3, 0 },
};

static const char help[] =
    "= What is on this page\n"
    "A scan goes to the step, wherever the cursor is; what is typed goes to "
    "the line editor and is marked as keyed.\n"
    "\n"
    "= Keys\n"
    "  F1   this page\n"
    "  F2   a table of a million rows\n"
    "  F10  ends the demonstration\n"
    "\n"
    "= Words with marks\n"
    "Gr\303\266\303\237e, fa\303\247ade, \345\200\211\345\272\253 and a "
    "dash \342\200\223 all take the cells they need, and a row that is longer "
    "than the screen is wide wraps at a blank.\n"
    "\n"
    "= The end\n"
    "This is the last line.\n";

static const int64_t minutes[] = { 0, 3, 9, 14, 22, 31, 40, 41, 36, 30, 22,
	15, 9, 4, 1, 0, 2, 8, 16, 33 };

static const struct table_column columns[] = {
	{ "#", 7, 0, 5, PAINT_RIGHT },
	{ "serial", 10, 1, 9, PAINT_LEFT },
	{ "item", 12, 2, 4, PAINT_LEFT },
	{ "bin", 6, 0, 3, PAINT_LEFT },
	{ "received", 16, 0, 1, PAINT_LEFT },
};

/* --- The table's million rows ---------------------------------------------- */

static int64_t key_number(const struct table_key *key)
{
	int64_t n;

	assert(key->len == sizeof n);
	memcpy(&n, key->bytes, sizeof n);
	return n;
}

static void fill_row(struct table_row *row, int64_t n)
{
	row->key.len = sizeof n;
	memcpy(row->key.bytes, &n, sizeof n);
	if (n % 7 == 3)
		row->style = STYLE_WARN;
	str_print(row->cells[0], TABLE_CELL_BYTES, "%" PRId64, n + 1);
	str_print(row->cells[1], TABLE_CELL_BYTES, "SN-%07" PRId64, n * 13);
	str_print(row->cells[2], TABLE_CELL_BYTES, "%s",
	    n % 2 ? "HEX BOLT M8x40 ZN" : "WASHER M10 \303\230 20");
	str_print(row->cells[3], TABLE_CELL_BYTES, "B%02d-%02d",
	    (int)(n % 40), (int)(n % 18));
	str_copy(row->cells[4], TABLE_CELL_BYTES, "2026-03-02 08:00");
}

static size_t fetch(void *ctx, enum table_seek seek,
    const struct table_key *anchor, size_t max, struct table_row *rows)
{
	int64_t from = 0, to, want = (int64_t)max;

	(void)ctx;
	if (seek == TABLE_LAST)
		from = ROWS - want;
	else if (seek == TABLE_AFTER)
		from = key_number(anchor) + 1;
	else if (seek == TABLE_FROM)
		from = key_number(anchor);
	else if (seek == TABLE_BEFORE)
		from = key_number(anchor) - want;
	to = seek == TABLE_BEFORE ? key_number(anchor) : from + want;
	from = from > 0 ? from : 0;
	to = to < ROWS ? to : ROWS;
	for (int64_t n = from; n < to; n++)
		fill_row(&rows[n - from], n);
	return to > from ? (size_t)(to - from) : 0;
}

static int64_t total(void *ctx)
{
	(void)ctx;
	return ROWS;
}

/* --- Drawing --------------------------------------------------------------- */

static void draw_home(const struct demo *d, const struct paint *p)
{
	static const char *const words[BAND_KINDS] = { "OK", "DONE", "AGAIN?",
		"NOTE", "STOP" };
	struct band band = { .kind = d->kind, .word = words[d->kind],
		.title = "HEX BOLT M8x40 ZN", .corner = "14:32:07" };
	bool wide = p->columns >= 80;
	int height = wide ? 8 : p->rows / 2;
	struct paint part = paint_part(p, 0, 0, height, p->columns), below;
	char count[16];

	band.lines[0] = wide ? "GTIN 04006381333931   LOT A7731" : "LOT A7731";
	band.lines[1] = "+24 EA";
	band_draw(&part, &band);
	below = paint_part(p, height, 0, p->rows - height, p->columns);
	str_print(count, sizeof count, "%u", d->scans);
	if (below.rows >= 7) {
		part = paint_part(&below, 1, 1, 5, below.columns - 2);
		glyph_draw_fit(&part, STYLE_NORMAL, count);
	}
	paint_textf(&below, 0, 0, STYLE_BOLD, "scans %u sum %08x", d->scans,
	    d->sum);
	chart_progress(&below, below.rows - 2, 0, below.columns - 12,
	    STYLE_NORMAL, d->scans, 50);
	chart_spark(&below, below.rows - 2, below.columns - 11, 11,
	    STYLE_NORMAL, minutes, sizeof minutes / sizeof minutes[0], 0);
	band_line(&below, below.rows - 1, d->kind, words[d->kind],
	    "the same in one row");
}

static void draw_glyphs(const struct paint *p)
{
	int row = 0, at;

	if (p->columns >= 60) {
		glyph_draw(p, row, 0, STYLE_NORMAL, 5, "A02-17 4580");
		row += 6;
		glyph_draw(p, row, 0, STYLE_NORMAL, 3, "BCDEFGHIJKLMN");
		row += 4;
	}
	at = glyph_draw(p, row, 0, STYLE_NORMAL, 3, "B17-08");
	paint_text(p, row, at + 1, STYLE_BOLD, "BIN");
	glyph_draw(p, row + 4, 0, STYLE_STOP, 1, "STOP 1");
}

static void draw_editor(const struct demo *d, const struct paint *p)
{
	const struct editor *editor = d->page == PAGE_PIN ? &d->pin :
	    &d->editor;

	paint_wrap(p, 0, 0, 3, p->columns, STYLE_NORMAL,
	    "What is typed here was not scanned.");
	editor_draw(editor, p, 4, 0, p->columns, d->page == PAGE_PIN ?
	    "PIN" : "typed:");
}

static void draw_page(struct demo *d, const struct paint *p)
{
	switch (d->page) {
	case PAGE_HELP:
		pager_draw(&d->pager, p);
		break;
	case PAGE_TABLE:
		table_draw(d->table, p, "no rows");
		break;
	case PAGE_MENU:
		pick_draw(&d->pick, p, true);
		break;
	case PAGE_GLYPHS:
		draw_glyphs(p);
		break;
	case PAGE_EDITOR:
	case PAGE_PIN:
		draw_editor(d, p);
		break;
	default:
		draw_home(d, p);
		if (d->page == PAGE_DIALOG)
			dialog_draw(&d->dialog, p);
	}
}

static void paint(void *ctx, const struct paint *p)
{
	struct demo *d = ctx;
	const char *const parts[] = { "RCV-02", "clerk1", "14:32", "ONLINE",
		NULL };
	struct paint body = paint_part(p, 1, 0, p->rows - 3, p->columns);
	char size[32];

	if (strcmp(d->way, "slow") == 0)
		nanosleep(&(struct timespec){ .tv_nsec = 300000000 }, NULL);
	bar_title(p, 0, "RECEIVE PO-104233", parts, d->page == PAGE_GLYPHS ?
	    "TRAINING " : NULL);
	draw_page(d, &body);
	str_print(size, sizeof size, "%dx%d", p->columns, p->rows);
	bar_status(p, p->rows - 2, STYLE_NORMAL, d->said, size);
	bar_keys(p, p->rows - 1, bar, BAR);
}

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
		dialog_init(&d->dialog, BAND_ASK, "Unsaved",
		    "The count of this bin is not closed.\n"
		    "What shall become of it?", answers, 2);
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
			    menu[d->pick.at].words);
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
	paint };

/* --- Life ------------------------------------------------------------------ */

static void prepare(struct demo *d)
{
	static const struct table_source source = { fetch, total, NULL };

	d->key_timer = loop_timer_new(d->loop, on_key_time, d);
	d->sound_timer = loop_timer_new(d->loop, on_sound, d);
	keys_init(&d->keys, term_key_map(d->term), term_esc_us(d->term));
	d->table = table_new(columns, sizeof columns / sizeof columns[0],
	    &source);
	pick_init(&d->pick, menu, MENU);
	pager_init(&d->pager, help);
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
