/*
 * assembler.c - bytes with their times in, whole scans out.
 * SPDX-License-Identifier: Apache-2.0
 *
 * There is one buffer, and a state says what it holds.  Before a byte comes
 * its time: what has waited too long is given out, exactly as a tick at that
 * time would have done; then the state takes the byte.  No decision looks at
 * how bytes were grouped into reads.
 *
 * A pause is too long when it exceeds its limit; a byte that comes exactly at
 * the limit still belongs.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "scan/assembler_private.h"

#define ESC 0x1B

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
		held_release(a);
	else
		held_reject(a, REJECT_INCOMPLETE);
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
			assembler_state_take(a, p[i], t_us);
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
