/*
 * held.c - the bytes that an assembler holds, and outcomes made of them.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "scan/assembler_private.h"

void held_append(struct scan_assembler *a, unsigned char byte, int64_t t_us)
{
	assert(a->len < sizeof(a->buf));
	if (a->len == 0)
		a->first_us = t_us;
	a->recent_us[a->len % RECENT] = t_us;
	a->buf[a->len++] = byte;
}

int64_t held_time_us(const struct scan_assembler *a, size_t i)
{
	assert(i < a->len && a->len - i <= RECENT);
	return a->recent_us[i % RECENT];
}

void held_clear(struct scan_assembler *a)
{
	a->state = HOLDING;
	a->len = 0;
	a->glued = a->over = false;
	a->marker = 0;
}

void held_put(struct scan_assembler *a, enum scan_out_kind kind,
    enum scan_reject why, size_t n)
{
	struct scan_out *out = &a->queue[a->queued++];

	assert(a->queued <= SCAN_OUT_MAX && n <= a->len);
	assert((kind == SCAN_OUT_REJECT) == (why != REJECT_NONE));
	out->kind = kind;
	out->entry = kind == SCAN_OUT_KEYS ? ENTRY_KEYED :
	    a->state == PASTE ? ENTRY_PASTED : ENTRY_SCANNED;
	out->why = why;
	out->framed = kind == SCAN_OUT_SCAN && a->state == FRAME;
	out->last_us = n > 0 ? held_time_us(a, n - 1) : a->last_us;
	out->first_us = n > 0 ? a->first_us : a->last_us;
	out->len = n;
	memcpy(out->bytes, a->buf, n);
}

void held_scan(struct scan_assembler *a)
{
	held_put(a, SCAN_OUT_SCAN, REJECT_NONE, a->len);
	held_clear(a);
}

void held_reject(struct scan_assembler *a, enum scan_reject why)
{
	held_put(a, SCAN_OUT_REJECT, why, a->len);
	held_clear(a);
}

/* The rest of one too long is rejected too: nobody types like that. */
void held_release(struct scan_assembler *a)
{
	if (a->len > 0 && a->over)
		held_put(a, SCAN_OUT_REJECT, REJECT_TOO_LONG, a->len);
	else if (a->len > 0)
		held_put(a, SCAN_OUT_KEYS, REJECT_NONE, a->len);
	held_clear(a);
}

void held_overflow(struct scan_assembler *a, size_t keep)
{
	size_t n = a->len - keep;
	int64_t times[RECENT];

	assert(a->len == sizeof(a->buf) && keep < RECENT);
	held_put(a, SCAN_OUT_REJECT, REJECT_TOO_LONG, n);
	for (size_t i = 0; i < keep; i++)
		times[i] = held_time_us(a, n + i);
	memmove(a->buf, a->buf + n, keep);
	memcpy(a->recent_us, times, keep * sizeof(times[0]));
	if (keep > 0)
		a->first_us = times[0];
	a->len = keep;
	a->over = true;
}
