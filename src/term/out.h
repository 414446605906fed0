/*
 * out.h - bytes on their way to the terminal.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The terminal is opened once more for writing, so that O_NONBLOCK is ours
 * alone and not the shell's.  Where that is not allowed (su), its descriptor
 * is used as it is, a little at a time and only when poll says so.
 */
#ifndef TERM_OUT_H
#define TERM_OUT_H
#include <stdbool.h>
#include <stddef.h>
#include "base/str.h"

struct out {
	int fd;
	bool blocking;		/* fd is the shell's */
	struct str queue;
	size_t sent;		/* bytes of queue that are gone */
};

void out_open(struct out *out, int tty_fd);
void out_close(struct out *out);
bool out_waits(const struct out *out);
/* Send what goes without waiting. */
void out_flush(struct out *out);
/* Send all, waiting for timeout_ms at most; the rest is dropped. */
void out_drain(struct out *out, int timeout_ms);
#endif
