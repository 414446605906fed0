/*
 * assembler_private.h - the state of an assembler, and its three parts.
 * SPDX-License-Identifier: Apache-2.0
 *
 * assembler.c knows time and the queue, assembler_state.c what a byte means,
 * held.c the buffer and how outcomes are made of it.
 */
#ifndef SCAN_ASSEMBLER_PRIVATE_H
#define SCAN_ASSEMBLER_PRIVATE_H
#include "scan/assembler.h"

#define RECENT 8		/* longest opening: a prefix of 7 characters */

enum assembler_state {
	HOLDING,	/* outside everything; buf holds a burst so far, or nothing */
	ESCAPE,		/* buf holds an escape sequence so far */
	FRAME,		/* buf holds a framed scan so far */
	PASTE		/* buf holds pasted text so far */
};

struct scan_assembler {
	struct scan_assembler_options options;
	size_t prefix_len;

	enum assembler_state state;
	unsigned char buf[SCAN_BYTES_MAX];
	size_t len;
	int64_t first_us;		/* of buf[0] */
	int64_t last_us;		/* of the byte before now, whatever became of it */
	int64_t recent_us[RECENT];	/* of buf[i], at i % RECENT */
	bool glued;			/* a second opening was seen in the frame */
	bool over;			/* pieces of this one were rejected already */
	size_t marker;			/* bytes of the paste's end seen so far */

	bool after_cr;			/* the byte before was CR: LF belongs to it */
	bool typed_line;

	struct scan_out queue[SCAN_OUT_MAX];
	size_t queued;
	size_t taken;

	bool has_before;		/* rule R7 */
	int64_t before_us;
	size_t before_len;
	unsigned char before[SCAN_BYTES_MAX];
};

/* Let the state take a byte. */
void assembler_state_take(struct scan_assembler *a, unsigned char byte,
    int64_t t_us);

/* Append to what is held; there must be room. */
void held_append(struct scan_assembler *a, unsigned char byte, int64_t t_us);
/* When the i-th byte held came; it must be one of the last RECENT. */
int64_t held_time_us(const struct scan_assembler *a, size_t i);
/* Hold nothing any more, and be outside everything. */
void held_clear(struct scan_assembler *a);
/* Queue an outcome of the first n bytes held; they stay. */
void held_put(struct scan_assembler *a, enum scan_out_kind kind,
    enum scan_reject why, size_t n);
/* Queue all as a scan, a reject or keys, and clear. */
void held_scan(struct scan_assembler *a);
void held_reject(struct scan_assembler *a, enum scan_reject why);
void held_release(struct scan_assembler *a);
/* The buffer is full and one byte more comes: reject a piece of it, keep the
 * last `keep` bytes (below RECENT). */
void held_overflow(struct scan_assembler *a, size_t keep);
#endif
