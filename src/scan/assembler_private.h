/*
 * assembler_private.h - the state of an assembler.
 * SPDX-License-Identifier: Apache-2.0
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
	bool prefixed;			/* the frame was opened by options.prefix */
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
#endif
