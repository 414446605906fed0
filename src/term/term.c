/*
 * term.c - the terminal, taken and given back.
 * SPDX-License-Identifier: Apache-2.0
 *
 * term ties four things together: the modes of the line (tty.h), the bytes
 * that leave (out.h), ncurses' idea of the screen (screen.h), and the canvas
 * that is painted next.
 */
#include <assert.h>
#include <errno.h>
#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/xalloc.h"
#include "out.h"
#include "screen.h"
#include "term/term.h"
#include "tty.h"

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define FLUSH_MS 1000		/* how long term_stop waits for a slow line */

struct term {
	char name[64];
	bool utf8, remote, sync, whole;
	struct out out;
	struct screen *screen;
	struct canvas canvas;
	int rows, columns;	/* as the terminal says; canvas has at most the maximum */
	struct key_map keys;
	unsigned long long bytes, frames;	/* read, painted */
	unsigned long long told_bytes, told_frames;
	bool told;
};

static bool is_started;

enum term_class term_class_of(int rows, int columns)
{
	if (rows >= 24 && columns >= 80)
		return TERM_WIDE;
	if (rows >= 16 && columns >= 40)
		return TERM_MIDDLE;
	return rows >= 8 && columns >= 20 ? TERM_NARROW : TERM_TINY;
}

/* --- Taking ---------------------------------------------------------------- */

static bool is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value != NULL && value[0] != '\0';
}

static bool check_lines(struct err *err)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		err_set(err, ERR_ENV, "standard input and output are no terminal");
		return err_hint(err, "Start it from a terminal, or use a "
		    "command of the command line.");
	}
	if (!is_set("TERM")) {
		err_set(err, ERR_ENV, "TERM is not set");
		return err_hint(err, "Set TERM to what this terminal is, such "
		    "as linux, vt220 or xterm-256color.");
	}
	return true;
}

static void learn_size(struct term *term)
{
	if (!tty_size(STDOUT_FILENO, &term->rows, &term->columns)) {
		term->rows = 24;
		term->columns = 80;
	}
}

static int at_most(int n, int limit)
{
	return n < limit ? n : limit;
}

static void apply_size(struct term *term)
{
	screen_resize(term->screen, term->rows, term->columns);
	canvas_resize(&term->canvas, at_most(term->rows, TERM_ROWS_MAX),
	    at_most(term->columns, TERM_COLUMNS_MAX));
}

/* The line is ours, and whatever happens gives it back. */
static void guard(const struct term *term)
{
	char rescue[TTY_RESCUE_MAX] = PASTE_OFF;
	size_t n = strlen(PASTE_OFF);

	n += screen_rescue(term->screen, rescue + n, sizeof rescue - n);
	tty_guard(term->out.fd, rescue, n);
}

static void learn(struct term *term)
{
	setlocale(LC_CTYPE, "");
	str_copy(term->name, sizeof term->name, getenv("TERM"));
	term->utf8 = str_eq(nl_langinfo(CODESET), "UTF-8");
	term->remote = is_set("SSH_CONNECTION") || is_set("SSH_TTY") ||
	    is_set("REMOTEHOST");
	term->sync = str_eq(getenv("DOCKLEDGER_SYNC"), "1");
}

struct term *term_start(struct err *err)
{
	struct term *term;

	assert(!is_started);
	if (!check_lines(err))
		return NULL;
	term = xcalloc(1, sizeof *term);
	learn(term);
	term->screen = screen_open(term->name, !is_set("NO_COLOR"), err);
	if (term->screen == NULL || !tty_raw(STDIN_FILENO, err)) {
		screen_close(term->screen, NULL);
		free(term);
		return NULL;
	}
	is_started = true;
	out_open(&term->out, STDOUT_FILENO);
	guard(term);
	key_map_init(&term->keys);
	screen_keys(term->screen, &term->keys);
	canvas_init(&term->canvas, 0, 0, term->utf8);
	learn_size(term);
	apply_size(term);
	term_send(term, PASTE_ON, strlen(PASTE_ON));
	return term;
}

void term_stop(struct term *term)
{
	if (term == NULL)
		return;
	str_add(&term->out.queue, PASTE_OFF);
	screen_close(term->screen, &term->out.queue);
	out_drain(&term->out, FLUSH_MS);
	tty_release();
	out_close(&term->out);
	canvas_done(&term->canvas);
	free(term);
	is_started = false;
}

void term_restore(void)
{
	tty_rescue();
}

/* --- What it is ------------------------------------------------------------ */

const char *term_name(const struct term *term)
{
	return term->name;
}

bool term_utf8(const struct term *term)
{
	return term->utf8;
}

bool term_colours(const struct term *term)
{
	return screen_has_colours(term->screen);
}

bool term_remote(const struct term *term)
{
	return term->remote;
}

const struct key_map *term_key_map(const struct term *term)
{
	return &term->keys;
}

int64_t term_esc_us(const struct term *term)
{
	return term->remote ? KEYS_ESC_REMOTE_US : KEYS_ESC_LOCAL_US;
}

int term_rows(const struct term *term)
{
	return term->canvas.rows;
}

int term_columns(const struct term *term)
{
	return term->canvas.columns;
}

enum term_class term_class(const struct term *term)
{
	return term_class_of(term->canvas.rows, term->canvas.columns);
}

/* --- Bytes in -------------------------------------------------------------- */

int term_fd(const struct term *term)
{
	assert(term != NULL);
	return STDIN_FILENO;
}

long term_read(struct term *term, void *bytes, size_t n)
{
	ssize_t got = read(STDIN_FILENO, bytes, n);

	if (got > 0) {
		term->bytes += (unsigned long long)got;
		return got;
	}
	if (got < 0 && (errno == EAGAIN || errno == EINTR))
		return -1;
	return 0;		/* EOF, or EIO: it hung up */
}

bool term_resize(struct term *term)
{
	int rows = term->rows, columns = term->columns;

	learn_size(term);
	if (rows == term->rows && columns == term->columns)
		return false;
	apply_size(term);
	return true;
}

void term_redraw(struct term *term)
{
	term->whole = true;
}

void term_resume(struct term *term)
{
	tty_raw_again();
	term_send(term, PASTE_ON, strlen(PASTE_ON));
	term_redraw(term);
}

/* --- Pictures out ---------------------------------------------------------- */

static void show(struct term *term)
{
	screen_show(term->screen, &term->canvas, term->whole,
	    &term->out.queue);
	term->whole = false;
	term->frames++;
	out_flush(&term->out);
}

static void show_too_small(struct term *term)
{
	struct paint all = paint_all(&term->canvas);

	paint_wrap(&all, 0, 0, all.rows, all.columns, STYLE_REVERSE,
	    gettext("TOO SMALL"));
	paint_textf(&all, all.rows - 1, 0, STYLE_NORMAL, "%dx%d",
	    all.columns, all.rows);
	show(term);
}

bool term_begin(struct term *term, struct paint *paint)
{
	if (term_waits(term))
		return false;
	canvas_clear(&term->canvas);
	if (term_class(term) == TERM_TINY) {
		show_too_small(term);
		return false;
	}
	*paint = paint_all(&term->canvas);
	return true;
}

void term_end(struct term *term)
{
	assert(!term_waits(term));
	show(term);
}

void term_settled(struct term *term)
{
	if (!term->sync || (term->told && term->told_bytes == term->bytes &&
	    term->told_frames == term->frames))
		return;
	term->told = true;
	term->told_bytes = term->bytes;
	term->told_frames = term->frames;
	str_addf(&term->out.queue, "\033]5522;%llu;%llu;%dx%d\a", term->bytes,
	    term->frames, term->rows, term->columns);
	out_flush(&term->out);
}

void term_send(struct term *term, const void *bytes, size_t n)
{
	str_addn(&term->out.queue, bytes, n);
	out_flush(&term->out);
}

bool term_waits(const struct term *term)
{
	return out_waits(&term->out);
}

int term_out_fd(const struct term *term)
{
	return term->out.fd;
}

void term_flush(struct term *term)
{
	out_flush(&term->out);
}
