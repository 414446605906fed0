/*
 * assembler.h - bytes with their times in, whole scans out.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A state machine with no I/O, no clock and no memory of its own beyond the
 * struct: the same bytes with the same times give the same outcome however
 * the reads were chopped (rules R1 to R7 of tui.md section 2.2).
 *
 * Feed every byte with the time it was read; after each read, and when the
 * deadline given by scan_assembler_deadline has passed, call scan_tick.
 * Feeding stops as soon as there is an outcome, and takes no byte while one
 * waits: what the caller makes of it (scan_typed_line) decides how the next
 * byte is read, and nothing is dropped.  So:
 *
 *	while (n > 0) {
 *		k = scan_feed(a, p, n, t_us);
 *		p += k, n -= k;
 *		while (scan_next(a, &out)) ...handle it, tell scan_typed_line...
 *	}
 *	scan_tick(a, t_us), and scan_next again
 *
 * What becomes of a byte:
 *	in a frame (R1)		data, until a terminator; ESC and GS too
 *	in a bracketed paste	data, until its end
 *	in a burst (R2)		held until a terminator makes a scan of it, or
 *				a gap of burst_gap_us makes keys of it
 *	escape sequence		keys, as soon as it is whole or has paused (an Esc
 *				before anything but [ and O comes out alone)
 *	other control byte	keys, at once
 * A terminator ends a scan and is no part of it; among keys it is a key.  CR
 * LF is one terminator.  A scan too long, glued or incomplete comes out as
 * SCAN_OUT_REJECT with its bytes, in pieces where it is too long for one.
 */
#ifndef SCAN_ASSEMBLER_H
#define SCAN_ASSEMBLER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "scan/parse.h"

#define SCAN_OUT_MAX 4	/* outcomes of one byte, at most */

/* How a text came; recorded with every scan. */
enum scan_entry { ENTRY_SCANNED, ENTRY_KEYED, ENTRY_PASTED, ENTRY_FILE,
    ENTRY_SYSTEM };
const char *scan_entry_name(enum scan_entry entry);	/* "scanned", ... */

enum scan_out_kind {
	SCAN_OUT_NONE,
	SCAN_OUT_SCAN,		/* a whole scan: framed or a burst */
	SCAN_OUT_KEYS,		/* typed bytes, for the key decoder and the line editor */
	SCAN_OUT_PASTE,		/* a bracketed paste, whole */
	SCAN_OUT_REJECT		/* bytes that make no scan; why says so */
};

enum scan_reject { REJECT_NONE, REJECT_INCOMPLETE, REJECT_GLUED,
    REJECT_TOO_LONG, REJECT_STALE };

struct scan_out {
	enum scan_out_kind kind;
	enum scan_entry entry;
	enum scan_reject why;
	bool framed;		/* a prefix vouches for it: only such a scan
				 * satisfies "must be scanned" */
	int64_t first_us;	/* time of its first and last byte */
	int64_t last_us;
	size_t len;
	unsigned char bytes[SCAN_BYTES_MAX];
};

struct scan_assembler_options {
	/* Own sentinel beside AIM identifiers, or "".  It opens a frame and is
	 * no part of the scan; it holds no ESC and no terminator. */
	char prefix[8];
	bool cr, lf, tab;	/* which terminators are set */
	int burst_gap_us;	/* 25,000: typing is slower */
	int burst_min;		/* 4 characters */
	int frame_gap_us;	/* 1,000,000: stalls inside a frame */
	int double_us;		/* 700,000: the same code again is a double trigger */
};

struct scan_assembler;

void scan_assembler_options_init(struct scan_assembler_options *options);
struct scan_assembler *scan_assembler_new(const struct scan_assembler_options *options);
void scan_assembler_free(struct scan_assembler *);

/* Take up to n bytes read at time t_us (never earlier than the times before);
 * returns how many were taken: less than n only when outcomes wait. */
size_t scan_feed(struct scan_assembler *, const void *bytes, size_t n, int64_t t_us);
/* Let time pass: closes bursts, gives typed characters out, rejects frames
 * that never ended.  Does nothing while outcomes wait. */
void scan_tick(struct scan_assembler *, int64_t now_us);
/* When scan_tick should be called next, or -1: nothing is held back. */
int64_t scan_assembler_deadline(const struct scan_assembler *);
/* The next outcome; false when there is none. */
bool scan_next(struct scan_assembler *, struct scan_out *out);
/* The line editor tells whether it holds typed text (rule R3: a burst is a
 * scan only while it does not).  At first it does not. */
void scan_typed_line(struct scan_assembler *, bool holds_text);

/* Rule R7: is this scan the same code as the one before within double_us on
 * the same step?  Remembers it as the one before; the caller clears the
 * memory when the step changes. */
bool scan_is_double(struct scan_assembler *, const struct scan_out *out);
void scan_step_changed(struct scan_assembler *);
/* Rule R6: a scan whose first byte is older than painted_us + 300 ms was made
 * for an earlier screen. */
bool scan_is_stale(const struct scan_out *out, int64_t painted_us);

/* What a person is told about a rejected scan, and its verdict code. */
const char *scan_reject_words(enum scan_reject why);
const char *scan_reject_code(enum scan_reject why);
#endif
