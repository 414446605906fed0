/*
 * serial_key.h - a serial as bytes that sort as people count.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The key of a serial is made so that memcmp orders keys naturally (A9 before
 * A10 before A010 before A11) and that no two serials share one:
 *
 *	a byte that is no digit		itself
 *	a run of digits			0x30, how many digits are left without
 *					leading zeros (one byte), those digits
 *	at the end			0x00, then for each run one byte: its
 *					count of leading zeros
 *
 * Runs that are longer without their zeros are larger numbers; of equal
 * lengths the digits decide; equal numbers are told apart by their zeros, and
 * only after everything else.  A serial holds no control characters, so the
 * 0x00 cannot be mistaken for one of its bytes; a digit stands in a key only
 * behind 0x30 and a length.  "000" is a run of length 0 with three zeros.
 *
 * Keys are stored and compared by every range query: this form never changes.
 */
#ifndef DOMAIN_SERIAL_KEY_H
#define DOMAIN_SERIAL_KEY_H
#include <stdbool.h>
#include <stddef.h>

#define SERIAL_MAX 90			/* bytes of a serial */
#define SERIAL_SIZE (SERIAL_MAX + 1)	/* and NUL */
/* Worst case: digit, other, digit, other ... */
#define SERIAL_KEY_MAX (SERIAL_MAX / 2 * 5 + 1)

/* Write the key of serial; returns its length, or 0 (key untouched) when the
 * serial is empty, longer than SERIAL_MAX, or the key has more than size
 * bytes.  SERIAL_KEY_MAX bytes are always enough. */
size_t serial_key(const char *serial, unsigned char *key, size_t size);

/* The serial that has this key.  False, and serial untouched, when the bytes
 * are no key that serial_key writes. */
bool serial_from_key(const unsigned char *key, size_t n,
    char serial[SERIAL_SIZE]);

/* < 0, 0, > 0 in the natural order, without keys; 0 only for equal texts.
 * Both at most SERIAL_MAX bytes. */
int serial_compare(const char *a, const char *b);
#endif
