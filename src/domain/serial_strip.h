/*
 * serial_strip.h - prefix words that a supplier prints before a serial.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A word of the list is compared letter by letter in any case; a space in it
 * stands for any run of spaces and dots, and NO or NUMBER at its end may be
 * printed as "#".  Behind a word that ends in a letter there must be one of
 * ": # . space": SN0042 and SNAP-7 are data, SN: 0042 is not.  A word with
 * a sign in it, as S/N or (S), is no beginning of a serial and needs none.
 */
#ifndef DOMAIN_SERIAL_STRIP_H
#define DOMAIN_SERIAL_STRIP_H
#include "base/err.h"
#include "domain/serial_rule.h"

#define STRIP_WORD_SIZE 24

struct serial_strip {
	size_t n;
	char words[SERIAL_STRIP_MAX][STRIP_WORD_SIZE];	/* longest first */
};

/* Read the list, ; between. */
bool serial_strip_read(struct serial_strip *strip, const char *list,
    struct err *err) MUST_CHECK;

/* Where the serial begins in text: behind a prefix word, or text itself. */
const char *serial_strip_skip(const struct serial_strip *strip,
    const char *text);
#endif
