/*
 * serial_legal.c - the law that every serial obeys, whatever its item.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Serials are shown, printed, sent as JSON and typed back; what cannot make
 * that journey unchanged is refused at the door.
 */
#include <strings.h>
#include "base/str.h"
#include "domain/serial_rule.h"

static bool refuse(struct serial_fault *fault, size_t at, const char *words)
{
	str_copy(fault->code, sizeof(fault->code), "serial.format");
	fault->at = at;
	str_copy(fault->words, sizeof(fault->words), words);
	return false;
}

/* Bytes of the UTF-8 character at p, 0 when it is none.  The first byte tells
 * how many follow; the second must lie in a range that leaves out overlong
 * forms, surrogates and what is beyond U+10FFFF. */
static size_t character(const unsigned char *p, size_t n)
{
	unsigned low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
	unsigned high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
	size_t bytes = p[0] < 0x80 ? 1 : p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 :
	    p[0] < 0xF0 ? 3 : p[0] < 0xF5 ? 4 : 0;

	if (bytes > n)
		return 0;
	if (bytes >= 2 && (p[1] < low || p[1] > high))
		return 0;
	for (size_t i = 2; i < bytes; i++)
		if (p[i] < 0x80 || p[i] > 0xBF)
			return 0;
	return bytes;
}

static bool is_control(const unsigned char *p)
{
	return p[0] < 0x20 || p[0] == 0x7F || (p[0] == 0xC2 && p[1] < 0xA0);
}

static bool bytes_legal(const char *serial, size_t n,
    struct serial_fault *fault)
{
	size_t bytes;

	for (size_t i = 0; i < n; i += bytes) {
		const unsigned char *p = (const unsigned char *)serial + i;

		bytes = character(p, n - i);
		if (bytes == 0)
			return refuse(fault, i, "it holds bytes that are no text");
		if (is_control(p))
			return refuse(fault, i,
			    "it holds a control character: check the scanner's set-up");
	}
	return true;
}

bool serial_legal(const char *serial, size_t n, struct serial_fault *fault)
{
	if (n == 0)
		return refuse(fault, 0, "a serial cannot be empty");
	if (n > SERIAL_MAX)
		return refuse(fault, SERIAL_MAX,
		    "a serial has at most 90 characters");
	if (!bytes_legal(serial, n, fault))
		return false;
	if (serial[0] == ' ')
		return refuse(fault, 0, "a serial cannot begin with a space");
	if (serial[n - 1] == ' ')
		return refuse(fault, n - 1, "a serial cannot end with a space");
	if (n >= 3 && strncasecmp(serial, "XCX", 3) == 0)
		return refuse(fault, 0,
		    "XCX begins a command code, never a serial");
	return true;
}
