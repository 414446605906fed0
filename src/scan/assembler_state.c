/*
 * assembler_state.c - what a byte means to an assembler.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Outside everything a byte may begin an escape sequence, end a burst, be a
 * key, or be held; what is held may turn out to open a frame.  Inside a frame
 * or a paste all is data until its end.
 */
#include <assert.h>
#include <ctype.h>
#include <string.h>
#include "scan/assembler_private.h"

#define ESC 0x1B
#define ESCAPE_MAX 32		/* no key sends a longer sequence */

static const char paste_begins[] = "\x1B[200~";
static const char paste_ends[] = "\x1B[201~";
#define MARKER_LEN (sizeof(paste_ends) - 1)

/* --- What opens a frame ------------------------------------------------- */

/* Symbology identifiers in use.  In the middle of other data only these open
 * a frame; at the beginning any "]", letter, letter or digit does. */
static bool in_use(const unsigned char *p)
{
	return p[0] == ']' && p[1] != '\0' && p[2] != '\0' &&
	    strchr("ACEFGIJLQXdez", p[1]) && isdigit(p[2]);
}

static bool any_identifier(const unsigned char *p)
{
	return p[0] == ']' && isascii(p[1]) && isalpha(p[1]) &&
	    isascii(p[2]) && isalnum(p[2]);
}

static bool ends_in_prefix(const struct scan_assembler *a)
{
	size_t n = a->prefix_len;

	return n > 0 && a->len >= n &&
	    memcmp(a->buf + a->len - n, a->options.prefix, n) == 0;
}

/* How many bytes at the end of what is held open a frame, or 0. */
static size_t opening(const struct scan_assembler *a)
{
	bool first = a->len == 3 && !a->over;

	if (ends_in_prefix(a))
		return a->prefix_len;
	if (a->len < 3)
		return 0;
	if (first ? any_identifier(a->buf) : in_use(a->buf + a->len - 3))
		return 3;
	return 0;
}

/* The last n bytes held open a frame; those before them were typed. */
static void open_frame(struct scan_assembler *a, size_t n)
{
	bool prefixed = ends_in_prefix(a);
	size_t before = a->len - n;
	unsigned char opened[RECENT];
	int64_t times[RECENT];

	assert(n > 0 && n < RECENT && n <= a->len);
	for (size_t i = 0; i < n; i++) {
		opened[i] = a->buf[before + i];
		times[i] = held_time_us(a, before + i);
	}
	if (before > 0 && !a->over)
		held_put(a, SCAN_OUT_KEYS, REJECT_NONE, before);
	else if (before > 0)
		held_put(a, SCAN_OUT_REJECT, REJECT_TOO_LONG, before);
	held_clear(a);
	a->state = FRAME;
	for (size_t i = 0; i < n && !prefixed; i++)
		held_append(a, opened[i], times[i]);
}

/* A second opening inside a frame: two scans ran together.  Behind an own
 * prefix an identifier may stand; behind "|" the second half of an EAN
 * composite does. */
static bool opened_again(const struct scan_assembler *a)
{
	const unsigned char *tail;

	if (ends_in_prefix(a))
		return true;
	if (a->len <= 3)
		return false;
	tail = a->buf + a->len - 3;
	return in_use(tail) && !(tail[-1] == '|' && tail[1] == 'e');
}

/* --- A byte in each state ----------------------------------------------- */

static bool is_terminator(const struct scan_assembler *a, unsigned char byte)
{
	return (byte == '\r' && a->options.cr) ||
	    (byte == '\n' && a->options.lf) || (byte == '\t' && a->options.tab);
}

/* Bytes that codes are made of: text, the separators of GS1 and ISO/IEC
 * 15434, NUL in place of one, and whatever the site's prefix is made of. */
static bool is_data(const struct scan_assembler *a, unsigned char byte)
{
	if (byte == 0x7F || byte == ESC)
		return false;
	if (byte >= 0x1C || byte == 0x04 || byte == 0)
		return true;
	return strchr(a->options.prefix, byte) != NULL;
}

/* A key beside what is held: both are keys, in their order. */
static void key(struct scan_assembler *a, unsigned char byte, int64_t t_us)
{
	if (a->over || a->len == sizeof(a->buf))
		held_release(a);
	held_append(a, byte, t_us);
	held_release(a);
}

static void end_burst(struct scan_assembler *a, unsigned char byte,
    int64_t t_us)
{
	bool burst = a->len >= (size_t)a->options.burst_min && !a->typed_line;

	if (a->over) {
		held_release(a);
	} else if (burst) {
		held_scan(a);
	} else {
		key(a, byte, t_us);
	}
}

static void take_holding(struct scan_assembler *a, unsigned char byte,
    int64_t t_us)
{
	size_t n;

	if (byte == ESC) {
		held_release(a);
		a->state = ESCAPE;
		held_append(a, byte, t_us);
		return;
	}
	if (is_terminator(a, byte)) {
		end_burst(a, byte, t_us);
		return;
	}
	if (!is_data(a, byte)) {
		key(a, byte, t_us);
		return;
	}
	if (a->len == sizeof(a->buf))
		held_overflow(a, 0);
	held_append(a, byte, t_us);
	n = opening(a);
	if (n > 0)
		open_frame(a, n);
}

/* Is the sequence whole?  ESC O x, ESC [ ... final, and ESC [ [ x of the
 * Linux console. */
static bool escape_whole(const struct scan_assembler *a)
{
	unsigned char last = a->buf[a->len - 1];

	if (a->len <= 2)
		return false;
	if (a->buf[1] == 'O' || a->len == ESCAPE_MAX)
		return true;
	if (a->buf[2] == '[')
		return a->len == 4;
	return last >= 0x40 && last <= 0x7E;
}

/* Bytes that do not go on with the sequence: controls, and behind a lone Esc
 * all but "[" and "O".  A scan that was read together with an Esc typed
 * before it stays whole so. */
static bool breaks_escape(const struct scan_assembler *a, unsigned char byte)
{
	return byte < 0x20 || (a->len == 1 && byte != '[' && byte != 'O');
}

static void take_escape(struct scan_assembler *a, unsigned char byte,
    int64_t t_us)
{
	if (breaks_escape(a, byte)) {
		held_release(a);
		assembler_state_take(a, byte, t_us);
		return;
	}
	held_append(a, byte, t_us);
	if (!escape_whole(a))
		return;
	if (a->len == MARKER_LEN && memcmp(a->buf, paste_begins, a->len) == 0) {
		held_clear(a);
		a->state = PASTE;
	} else {
		held_release(a);
	}
}

static void end_frame(struct scan_assembler *a)
{
	if (a->over)
		held_release(a);
	else if (a->glued)
		held_reject(a, REJECT_GLUED);
	else if (a->len == 0)
		held_reject(a, REJECT_INCOMPLETE);
	else
		held_scan(a);
}

static void take_frame(struct scan_assembler *a, unsigned char byte,
    int64_t t_us)
{
	if (is_terminator(a, byte)) {
		end_frame(a);
		return;
	}
	if (a->len == sizeof(a->buf))
		held_overflow(a, 0);
	held_append(a, byte, t_us);
	if (opened_again(a))
		a->glued = true;
}

static void end_paste(struct scan_assembler *a)
{
	assert(a->len >= MARKER_LEN);
	a->len -= MARKER_LEN;
	if (a->over)
		held_release(a);
	else if (a->len > 0)
		held_put(a, SCAN_OUT_PASTE, REJECT_NONE, a->len);
	held_clear(a);
}

static void take_paste(struct scan_assembler *a, unsigned char byte,
    int64_t t_us)
{
	if (a->len == sizeof(a->buf))
		held_overflow(a, a->marker);
	held_append(a, byte, t_us);
	if (byte == (unsigned char)paste_ends[a->marker])
		a->marker++;
	else
		a->marker = byte == ESC;
	if (a->marker == MARKER_LEN)
		end_paste(a);
}

void assembler_state_take(struct scan_assembler *a, unsigned char byte,
    int64_t t_us)
{
	switch (a->state) {
	case HOLDING:
		take_holding(a, byte, t_us);
		break;
	case ESCAPE:
		take_escape(a, byte, t_us);
		break;
	case FRAME:
		take_frame(a, byte, t_us);
		break;
	case PASTE:
		take_paste(a, byte, t_us);
		break;
	}
}
