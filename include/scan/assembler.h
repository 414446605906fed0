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
 * Outcomes queue inside (at most SCAN_OUT_MAX) and are taken one by one;
 * feeding stops taking bytes (returns how many it took) while the queue is
 * full, so nothing is dropped.
 */
#ifndef SCAN_ASSEMBLER_H
#define SCAN_ASSEMBLER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "scan/parse.h"

#define SCAN_OUT_MAX 8

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
	bool framed;		/* a prefix vouches for it; only such a scan satisfies "must be scanned" */
	int64_t first_us;	/* time of its first and last byte */
	int64_t last_us;
	size_t len;
	unsigned char bytes[SCAN_BYTES_MAX];
};

struct scan_assembler_options {
	char prefix[8];		/* own sentinel beside AIM identifiers, or "" */
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

/* Take up to n bytes read at time t_us; returns how many were taken (less
 * than n only while outcomes wait to be taken). */
size_t scan_feed(struct scan_assembler *, const void *bytes, size_t n, int64_t t_us);
/* Let time pass: closes bursts, gives typed characters out, rejects frames
 * that never ended. */
void scan_tick(struct scan_assembler *, int64_t now_us);
/* When scan_tick should be called next, or -1: nothing is held back. */
int64_t scan_assembler_deadline(const struct scan_assembler *);
/* The next outcome; false when there is none. */
bool scan_next(struct scan_assembler *, struct scan_out *out);
/* The line editor tells whether it holds typed text (rule R3: a burst is a
 * scan only while it does not). */
void scan_typed_line(struct scan_assembler *, bool holds_text);

/* Rule R7: is this scan the same code as the one before within double_us on
 * the same step?  The caller clears the memory when the step changes. */
bool scan_is_double(struct scan_assembler *, const struct scan_out *out);
void scan_step_changed(struct scan_assembler *);
/* Rule R6: a scan whose first byte is older than painted_us + 300 ms was made
 * for an earlier screen. */
bool scan_is_stale(const struct scan_out *out, int64_t painted_us);
#endif
