/*
 * parse_stream.h - the lines of a stream, and what each is said to be.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One scan a line in the notation of the formats page: \xHH is a byte, \\ a
 * backslash; a line that begins with # and an empty line are passed over.
 * One answer a scan, flushed at once: a JSON object in a line, or a few lines
 * for a person.
 */
#ifndef APP_PARSE_STREAM_H
#define APP_PARSE_STREAM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include "base/err.h"
#include "scan/parse.h"

struct parse_tally {
	size_t scans;
	size_t invalid;		/* of them, those that break a promised syntax */
};

/* Read in to its end.  ERR_ENV when it cannot be read or out cannot be
 * written; *tally counts what was answered until then. */
bool parse_stream(FILE *in, FILE *out, bool json,
    const struct scan_options *options, struct parse_tally *tally,
    struct err *err) MUST_CHECK;
#endif
