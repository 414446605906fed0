/*
 * term.h - the terminal, taken and given back.
 * SPDX-License-Identifier: Apache-2.0
 *
 * While a term is started the terminal is ours: raw bytes come in by
 * term_read, and a canvas (paint.h) goes out.  ncurses only works out what to
 * send for a changed canvas; it never reads a key, and what it sends goes
 * through a buffer of our own, written without blocking.  A terminal that is
 * slow or stopped (Ctrl-S, a hanging connection) therefore delays pictures
 * and never keeps us from reading scans; pictures it missed are left out.
 *
 * The terminal is given back on every way out: term_stop, exit, a fatal
 * signal, a failed assert, want of memory.  There is one term a process.
 *
 * Tests: with DOCKLEDGER_SYNC=1 in the environment, term_settled writes
 * ESC ]5522;BYTES;FRAME;ROWSxCOLUMNS BEL (bytes read so far, pictures painted
 * so far, the size painted for).  Who has read it has seen the final screen.
 *
 * Errors: term_start says ERR_ENV with a hint.  Threads: one.
 */
#ifndef TERM_TERM_H
#define TERM_TERM_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"
#include "term/keys.h"
#include "term/paint.h"

struct term;

/*
 * What a screen lays itself out for.  WIDE has at least 80x24 cells, MIDDLE
 * at least 40x16, NARROW at least 20x8; below that nothing is drawn but "TOO
 * SMALL", by term itself.
 */
enum term_class { TERM_TINY, TERM_NARROW, TERM_MIDDLE, TERM_WIDE };
enum term_class term_class_of(int rows, int columns);

#define TERM_ROWS_MAX 200	/* more are left blank */
#define TERM_COLUMNS_MAX 400

/*
 * Take the terminal on standard input and output: raw mode, the other screen,
 * bracketed paste, hidden cursor.  Sets LC_CTYPE from the environment.
 * ERR_ENV: not a terminal; TERM unset or unknown; one that cannot move its
 * cursor.  Nothing was sent or changed then.
 */
struct term *term_start(struct err *err) MUST_CHECK;
/* Give it back; what is still to be sent is sent for at most a second. */
void term_stop(struct term *term);	/* NULL: nothing */
/* Give it back at once, from a signal handler too; does nothing when no term
 * is started.  term_stop may still follow. */
void term_restore(void);

const char *term_name(const struct term *term);		/* $TERM */
bool term_utf8(const struct term *term);
bool term_colours(const struct term *term);	/* false also under NO_COLOR */
bool term_remote(const struct term *term);	/* over ssh or telnet */
/* The keys of this terminal, for keys_init; lives as long as the term. */
const struct key_map *term_key_map(const struct term *term);
/* KEYS_ESC_LOCAL_US or KEYS_ESC_REMOTE_US. */
int64_t term_esc_us(const struct term *term);

int term_rows(const struct term *term);
int term_columns(const struct term *term);
enum term_class term_class(const struct term *term);

/* The descriptor to wait on (POLLIN).  It is shared with the shell and never
 * made non-blocking: read only when poll says so. */
int term_fd(const struct term *term);
/* Up to n bytes as they came.  0: the terminal is gone; -1: none now. */
long term_read(struct term *term, void *bytes, size_t n);

/* Ask the terminal for its size (after SIGWINCH).  True: it changed. */
bool term_resize(struct term *term);
/* The next picture is sent whole (something else wrote on the screen). */
void term_redraw(struct term *term);
/* After SIGCONT: take the modes again and redraw. */
void term_resume(struct term *term);

/*
 * One picture: term_begin gives a blank canvas to paint on, term_end works
 * out the difference to what is shown and queues it.  term_begin is false,
 * and term_end must not be called, while the terminal is TERM_TINY (TOO SMALL
 * is shown then) or has not taken the picture before (try again when
 * term_waits is false).
 */
bool term_begin(struct term *term, struct paint *paint);
void term_end(struct term *term);
/* Say that everything read has had its effect and is shown (tests only; see
 * above).  Nothing is sent when nothing changed since the last time. */
void term_settled(struct term *term);

/* Queue bytes of our own (bells). */
void term_send(struct term *term, const void *bytes, size_t n);
/* Are there queued bytes, to be sent when term_out_fd is POLLOUT? */
bool term_waits(const struct term *term);
int term_out_fd(const struct term *term);
/* Send what can be sent now. */
void term_flush(struct term *term);
#endif
