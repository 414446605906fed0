/*
 * tty.h - the modes of the terminal line, and giving them back in need.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TERM_TTY_H
#define TERM_TTY_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"

/* Make the line of in_fd raw: every byte comes as it is, at once, unechoed,
 * and every byte goes out as it is.  What has arrived already is kept. */
bool tty_raw(int in_fd, struct err *err) MUST_CHECK;
/* The same modes once more: while we were stopped, the shell set its own. */
void tty_raw_again(void);
/* From now on tty_rescue writes bytes (at most TTY_RESCUE_MAX) to out_fd and
 * gives the modes back; it is run by exit, fatal signals, SIGTERM and SIGHUP
 * while they are not blocked, and want of memory. */
#define TTY_RESCUE_MAX 256
void tty_guard(int out_fd, const char *bytes, size_t n);
void tty_rescue(void);
/* Give the modes back in order: throws away unread input, so that no scan
 * becomes a command of the shell.  Ends the guard. */
void tty_release(void);
/* Rows and columns of the line of fd; false: the line does not know. */
bool tty_size(int fd, int *rows, int *columns);
#endif
