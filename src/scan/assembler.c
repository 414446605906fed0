/*
 * assembler.c - bytes with their times in, whole scans out.
 * SPDX-License-Identifier: Apache-2.0
 *
 * There is one buffer, and a state says what it holds.  Every byte is first
 * preceded by its time: what has waited too long for it is given out, exactly
 * as a tick at that time would have done; then the state takes the byte.  No
 * decision looks at how bytes were grouped into reads.
 *
 * A pause is too long when it exceeds its limit; a byte that comes exactly at
 * the limit still belongs.
 */
#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "scan/assembler_private.h"

#define ESC 0x1B
#define ESCAPE_MAX 32		/* no key sends a longer sequence */

static const char paste_begins[] = "\x1B[200~";
static const char paste_ends[] = "\x1B[201~";
#define MARKER_LEN (sizeof(paste_ends) - 1)

struct scan_assembler *scan_assembler_new(
    const struct scan_assembler_options *options)
{
	struct scan_assembler *a = xcalloc(1, sizeof(*a));

	assert(options->burst_gap_us > 0 && options->frame_gap_us > 0);
	a->options = *options;
	a->prefix_len = strnlen(options->prefix, sizeof(options->prefix));
	assert(a->prefix_len < sizeof(options->prefix));
	assert(!strchr(options->prefix, ESC));
	return a;
}

void scan_assembler_free(struct scan_assembler *a)
{
	free(a);
}

void scan_typed_line(struct scan_assembler *a, bool holds_text)
{
	a->typed_line = holds_text;
}

bool scan_next(struct scan_assembler *a, struct scan_out *out)
{
	const struct scan_out *next = &a->queue[a->taken];

	if (a->taken == a->queued)
		return false;
	memcpy(out, next, offsetof(struct scan_out, bytes) + next->len);
	a->taken++;
	if (a->taken == a->queued)
		a->taken = a->queued = 0;
	return true;
}

/* --- The buffer and what is made of it --------------------------------- */

static int64_t time_of(const struct scan_assembler *a, size_t i)
{
	assert(i < a->len && a->len - i <= RECENT);
	return a->recent_us[i % RECENT];
}

static void append(struct scan_assembler *a, unsigned char byte, int64_t t_us)
{
	assert(a->len < sizeof(a->buf));
	if (a->len == 0)
		a->first_us = t_us;
	a->recent_us[a->len % RECENT] = t_us;
	a->buf[a->len++] = byte;
}

/* An outcome of the first n bytes of the buffer; they stay in it. */
static struct scan_out *put(struct scan_assembler *a, enum scan_out_kind kind,
    size_t n, int64_t last_us)
{
	struct scan_out *out = &a->queue[a->queued++];

	assert(a->queued <= SCAN_OUT_MAX && n <= a->len);
	out->kind = kind;
	out->entry = kind == SCAN_OUT_KEYS ? ENTRY_KEYED :
	    a->state == PASTE ? ENTRY_PASTED : ENTRY_SCANNED;
	out->why = REJECT_NONE;
	out->framed = kind == SCAN_OUT_SCAN && a->state == FRAME;
	out->first_us = n > 0 ? a->first_us : last_us;
	out->last_us = last_us;
	out->len = n;
	memcpy(out->bytes, a->buf, n);
	return out;
}

/* Nothing is held any more. */
static void rest(struct scan_assembler *a)
{
	a->state = HOLDING;
	a->len = 0;
	a->prefixed = a->glued = a->over = false;
	a->marker = 0;
}

static int64_t last_byte_us(const struct scan_assembler *a)
{
	return a->len > 0 ? time_of(a, a->len - 1) : a->last_us;
}

static void reject(struct scan_assembler *a, enum scan_reject why)
{
	put(a, SCAN_OUT_REJECT, a->len, last_byte_us(a))->why = why;
	rest(a);
}

/* Give what is held as keys; the rest of one too long is rejected instead:
 * nobody types like that. */
static void release(struct scan_assembler *a)
{
	if (a->len > 0 && a->over)
		put(a, SCAN_OUT_REJECT, a->len, last_byte_us(a))->why =
		    REJECT_TOO_LONG;
	else if (a->len > 0)
		put(a, SCAN_OUT_KEYS, a->len, last_byte_us(a));
	rest(a);
}

/* The buffer is full and one byte more comes: reject a piece of it, and keep
 * the last `keep` bytes, which may turn out to be the end of a paste. */
static void overflow(struct scan_assembler *a, size_t keep)
{
	size_t n = a->len - keep;
	int64_t times[RECENT];

	assert(a->len == sizeof(a->buf) && keep < RECENT);
	put(a, SCAN_OUT_REJECT, n, time_of(a, n - 1))->why = REJECT_TOO_LONG;
	for (size_t i = 0; i < keep; i++)
		times[i] = time_of(a, n + i);
	memmove(a->buf, a->buf + n, keep);
	memcpy(a->recent_us, times, keep * sizeof(times[0]));
	if (keep > 0)
		a->first_us = times[0];
	a->len = keep;
	a->over = true;
}

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

	for (size_t i = 0; i < n; i++) {
		opened[i] = a->buf[before + i];
		times[i] = time_of(a, before + i);
	}
	if (before > 0 && !a->over)
		put(a, SCAN_OUT_KEYS, before, time_of(a, before - 1));
	else if (before > 0)
		put(a, SCAN_OUT_REJECT, before, time_of(a, before - 1))->why =
		    REJECT_TOO_LONG;
	rest(a);
	a->state = FRAME;
	a->prefixed = prefixed;
	for (size_t i = 0; i < n && !prefixed; i++)
		append(a, opened[i], times[i]);
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
		release(a);
	append(a, byte, t_us);
	release(a);
}

static void end_burst(struct scan_assembler *a, unsigned char byte,
    int64_t t_us)
{
	bool burst = a->len >= (size_t)a->options.burst_min && !a->typed_line;

	if (a->over) {
		release(a);
	} else if (burst) {
		put(a, SCAN_OUT_SCAN, a->len, last_byte_us(a));
		rest(a);
	} else {
		key(a, byte, t_us);
	}
}

static void take_holding(struct scan_assembler *a, unsigned char byte,
    int64_t t_us)
{
	size_t n;

	if (byte == ESC) {
		release(a);
		a->state = ESCAPE;
		append(a, byte, t_us);
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
		overflow(a, 0);
	append(a, byte, t_us);
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

static void take(struct scan_assembler *a, unsigned char byte, int64_t t_us);

static void take_escape(struct scan_assembler *a, unsigned char byte,
    int64_t t_us)
{
	if (breaks_escape(a, byte)) {
		release(a);
		take(a, byte, t_us);
		return;
	}
	append(a, byte, t_us);
	if (!escape_whole(a))
		return;
	if (a->len == MARKER_LEN && memcmp(a->buf, paste_begins, a->len) == 0) {
		rest(a);
		a->state = PASTE;
	} else {
		release(a);
	}
}

static void end_frame(struct scan_assembler *a)
{
	if (a->over) {
		release(a);
	} else if (a->glued) {
		reject(a, REJECT_GLUED);
	} else if (a->len == 0) {
		reject(a, REJECT_INCOMPLETE);
	} else {
		put(a, SCAN_OUT_SCAN, a->len, last_byte_us(a));
		rest(a);
	}
}

static void take_frame(struct scan_assembler *a, unsigned char byte,
    int64_t t_us)
{
	if (is_terminator(a, byte)) {
		end_frame(a);
		return;
	}
	if (a->len == sizeof(a->buf))
		overflow(a, 0);
	append(a, byte, t_us);
	if (opened_again(a))
		a->glued = true;
}

static void end_paste(struct scan_assembler *a)
{
	a->len -= MARKER_LEN;
	if (a->over)
		release(a);
	else if (a->len > 0)
		put(a, SCAN_OUT_PASTE, a->len, last_byte_us(a));
	rest(a);
}

static void take_paste(struct scan_assembler *a, unsigned char byte,
    int64_t t_us)
{
	if (a->len == sizeof(a->buf))
		overflow(a, a->marker);
	append(a, byte, t_us);
	if (byte == (unsigned char)paste_ends[a->marker])
		a->marker++;
	else
		a->marker = byte == ESC;
	if (a->marker == MARKER_LEN)
		end_paste(a);
}

static void take(struct scan_assembler *a, unsigned char byte, int64_t t_us)
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

/* --- Time ---------------------------------------------------------------- */

/* When what is held has waited too long, or -1. */
static int64_t too_late_us(const struct scan_assembler *a)
{
	if (a->state == FRAME || a->state == PASTE)
		return a->last_us + a->options.frame_gap_us + 1;
	return a->len > 0 ? a->last_us + a->options.burst_gap_us + 1 : -1;
}

/* Let the time be t_us. */
static void pass(struct scan_assembler *a, int64_t t_us)
{
	int64_t late_us = too_late_us(a);

	if (t_us > a->last_us + a->options.burst_gap_us)
		a->after_cr = false;
	if (late_us < 0 || t_us < late_us)
		return;
	if (a->state == HOLDING || a->state == ESCAPE || a->over)
		release(a);
	else
		reject(a, REJECT_INCOMPLETE);
}

size_t scan_feed(struct scan_assembler *a, const void *bytes, size_t n,
    int64_t t_us)
{
	const unsigned char *p = bytes;
	size_t i;

	if (t_us < a->last_us)
		t_us = a->last_us;
	for (i = 0; i < n && a->queued == 0; i++) {
		pass(a, t_us);
		if (a->queued > 0)
			break;
		if (p[i] != '\n' || !a->after_cr)
			take(a, p[i], t_us);
		a->after_cr = p[i] == '\r' && a->options.cr &&
		    a->state == HOLDING;
		a->last_us = t_us;
	}
	return i;
}

void scan_tick(struct scan_assembler *a, int64_t now_us)
{
	if (a->queued == 0)
		pass(a, now_us);
}

int64_t scan_assembler_deadline(const struct scan_assembler *a)
{
	return too_late_us(a);
}
