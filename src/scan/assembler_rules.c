/*
 * assembler_rules.c - judging whole scans: doubles, stale ones, rejects.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "scan/assembler_private.h"

#define STALE_US 300000		/* nobody reads and scans faster */

void scan_assembler_options_init(struct scan_assembler_options *options)
{
	*options = (struct scan_assembler_options){
		.prefix = "", .cr = true, .lf = true, .tab = true,
		.burst_gap_us = 25000, .burst_min = 4,
		.frame_gap_us = 1000000, .double_us = 700000,
	};
}

bool scan_is_double(struct scan_assembler *a, const struct scan_out *out)
{
	bool same = a->has_before && out->len == a->before_len &&
	    memcmp(out->bytes, a->before, out->len) == 0 &&
	    out->last_us - a->before_us <= a->options.double_us;

	assert(out->len <= sizeof(a->before));
	a->has_before = true;
	a->before_us = out->last_us;
	a->before_len = out->len;
	memcpy(a->before, out->bytes, out->len);
	return same;
}

void scan_step_changed(struct scan_assembler *a)
{
	a->has_before = false;
}

bool scan_is_stale(const struct scan_out *out, int64_t painted_us)
{
	return out->first_us < painted_us + STALE_US;
}

static const struct { const char *code; const char *words; } rejects[] = {
	[REJECT_NONE] = { "", "" },
	[REJECT_INCOMPLETE] = { "scan.incomplete",
	    "The scan broke off: its end did not come. Scan again." },
	[REJECT_GLUED] = { "scan.glued",
	    "Two scans ran together. Scan one at a time." },
	[REJECT_TOO_LONG] = { "scan.too-long",
	    "The scan is longer than 4096 characters and was not taken." },
	[REJECT_STALE] = { "scan.stale",
	    "The scan was made before this screen was shown. Scan again." },
};

const char *scan_reject_words(enum scan_reject why)
{
	assert((int)why >= 0 && why <= REJECT_STALE);
	return rejects[why].words;
}

const char *scan_reject_code(enum scan_reject why)
{
	assert((int)why >= 0 && why <= REJECT_STALE);
	return rejects[why].code;
}
