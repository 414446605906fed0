/*
 * serial_range.h - runs of serials that count up: A0012, A0013, ... A0035.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What counts is the last run of digits; text before it (prefix) and after it
 * (suffix) is the same in the whole range, and the run keeps its width, so
 * A0099 is followed by A0100 and A9999 by nothing.
 *
 * A range entry is typed or scanned as "A0012..A0035" or "A0012 x24".
 */
#ifndef DOMAIN_SERIAL_RANGE_H
#define DOMAIN_SERIAL_RANGE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"
#include "domain/serial_key.h"

#define SERIAL_RANGE_MAX 100000	/* serials in one range */

struct serial_range {
	char first[SERIAL_SIZE];
	char last[SERIAL_SIZE];
	size_t at;		/* where the counting digits begin ... */
	size_t width;		/* ... and how many they are */
	uint32_t count;		/* 1 .. SERIAL_RANGE_MAX */
};

/* Does the text ask for a range (holds ".." between two words, or ends in
 * " x" and a number)?  It may still be a wrong one. */
bool serial_range_is(const char *text);

/* Read a range entry.  ERR_INPUT with code serial.format and what is wrong:
 * no digits, another prefix, another width, backwards, too many. */
bool serial_range_parse(const char *text, struct serial_range *out,
    struct err *err) MUST_CHECK;
/* The same from its ends, or from its first serial and a count. */
bool serial_range_make(const char *first, const char *last,
    struct serial_range *out, struct err *err) MUST_CHECK;
bool serial_range_count_up(const char *first, uint64_t count,
    struct serial_range *out, struct err *err) MUST_CHECK;

/* How many serials from first to last, 0 when they bound no range. */
uint64_t serial_range_count(const char *first, const char *last);

/* The i-th serial, from 0; i must be below count. */
void serial_range_at(const struct serial_range *range, uint32_t i,
    char out[SERIAL_SIZE]);
/* Is the serial one of the range: same prefix, suffix and width, number
 * between? */
bool serial_range_holds(const struct serial_range *range, const char *serial);

/* The serial after this one.  ERR_INPUT when it has no digits to count, or
 * they are all nines: a serial never grows by itself. */
bool serial_next(const char *serial, char out[SERIAL_SIZE], struct err *err)
    MUST_CHECK;
#endif
