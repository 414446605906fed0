/*
 * vt.h - a program on a pseudo terminal, and the screen it draws.
 * SPDX-License-Identifier: Apache-2.0
 *
 * libvterm is the terminal.  Nothing here sleeps: every wait reads the
 * program's output until what is waited for is there, or the time is up.
 */
#ifndef SCREENS_VT_H
#define SCREENS_VT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>
#include <vterm.h>
#include "base/str.h"

struct vt {
	VTerm *vterm;
	VTermScreen *screen;
	int rows, columns;
	int master;		/* -1: no program was run yet */
	pid_t pid;		/* 0: it has ended, status says how */
	int status;
	struct termios before;	/* modes of the line before the program */

	unsigned long long sent;	/* bytes typed since it was run */
	unsigned long long told_bytes, told_frame;	/* its last idle marker */
	int told_rows, told_columns;
	bool told;

	unsigned bells;
	bool cursor_shown, other_screen;
	struct str raw;		/* what it wrote, since vt_forget */
	struct str marker;	/* an OSC that is arriving */
};

void vt_init(struct vt *vt, int rows, int columns, bool utf8);
void vt_done(struct vt *vt);	/* ends the program */
/* Run a program in a folder with exactly this environment. */
bool vt_run(struct vt *vt, char *const argv[], char *const env[],
    const char *folder);

/* Type bytes, in one write as far as the line takes them. */
bool vt_type(struct vt *vt, const void *bytes, size_t n, int timeout_ms);
void vt_resize(struct vt *vt, int rows, int columns);
/* Stop and start the line, as Ctrl-S and Ctrl-Q do. */
bool vt_flow(struct vt *vt, bool on);
/* The modes of before, as a shell sets them when it comes between. */
bool vt_cook(struct vt *vt);
/* The terminal is gone, as when a connection drops. */
void vt_hang_up(struct vt *vt);

/* Read output until done(ctx) is true; false: the time is up, or the program
 * has ended and all it wrote was read. */
bool vt_wait(struct vt *vt, int timeout_ms, bool (*done)(void *ctx), void *ctx);
/* The program says that it has read all that was typed, has painted for this
 * size, and waits. */
bool vt_is_idle(const struct vt *vt);
bool vt_has_ended(const struct vt *vt);
/* The line is as it was before the program, and so is the terminal. */
bool vt_is_restored(const struct vt *vt, const char **why);

/* One row as UTF-8 without blanks at its end, appended. */
void vt_row(const struct vt *vt, int row, struct str *out);
/* How its cells look, a letter each, '.' (plain) left out at the end:
 * b bold, u underlined, r reverse (U b+u, R b+r, v u+r, V all three);
 * o white on blue, s on red, a on magenta, w yellow (capital: reversed). */
void vt_row_looks(const struct vt *vt, int row, struct str *out);
char vt_look(const struct vt *vt, int row, int column);
void vt_cursor(const struct vt *vt, int *row, int *column);
#endif
