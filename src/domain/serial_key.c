/*
 * serial_key.c - a serial as bytes that sort as people count.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Writing is one pass over the text, which collects the counts of leading
 * zeros for the end.  Reading is the reverse and then writes the key again:
 * only bytes that come out the same are a key.
 */
#include <assert.h>
#include <string.h>
#include "domain/serial_key.h"

#define RUN '0'			/* begins a run of digits; no digit stands for itself */
#define RUNS_MAX (SERIAL_MAX / 2 + SERIAL_MAX % 2)

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

struct run {
	size_t zeros;		/* leading ones */
	size_t digits;		/* the rest */
};

static struct run run_at(const char *text)
{
	struct run run = { 0, 0 };

	while (text[run.zeros] == '0')
		run.zeros++;
	while (is_digit(text[run.zeros + run.digits]))
		run.digits++;
	return run;
}

/* Write one run; returns its bytes. */
static size_t run_write(unsigned char *out, const char *text, struct run run)
{
	assert(run.zeros + run.digits > 0 && run.digits <= SERIAL_MAX);
	out[0] = RUN;
	out[1] = (unsigned char)run.digits;
	memcpy(out + 2, text + run.zeros, run.digits);
	return 2 + run.digits;
}

size_t serial_key(const char *serial, unsigned char *key, size_t size)
{
	unsigned char whole[SERIAL_KEY_MAX];
	unsigned char zeros[RUNS_MAX];
	size_t n = strnlen(serial, SERIAL_MAX + 1);
	size_t runs = 0, at = 0, i = 0;

	if (n == 0 || n > SERIAL_MAX)
		return 0;
	while (i < n) {
		if (is_digit(serial[i])) {
			struct run run = run_at(serial + i);

			at += run_write(whole + at, serial + i, run);
			zeros[runs++] = (unsigned char)run.zeros;
			i += run.zeros + run.digits;
		} else {
			whole[at++] = (unsigned char)serial[i++];
		}
	}
	whole[at++] = 0;
	assert(at + runs <= sizeof(whole));
	memcpy(whole + at, zeros, runs);
	at += runs;
	if (at > size)
		return 0;
	memcpy(key, whole, at);
	return at;
}

/* Where the text ends and the counts of zeros begin, or n when the bytes are
 * no key. */
static size_t key_end(const unsigned char *key, size_t n)
{
	size_t i = 0;

	while (i < n && key[i] != 0) {
		if (key[i] != RUN)
			i++;
		else if (i + 1 < n)
			i += 2 + (size_t)key[i + 1];
		else
			return n;
	}
	return i < n ? i : n;
}

bool serial_from_key(const unsigned char *key, size_t n,
    char serial[SERIAL_SIZE])
{
	unsigned char again[SERIAL_KEY_MAX];
	char text[SERIAL_SIZE];
	size_t end = key_end(key, n);
	size_t zeros_at = end + 1, at = 0, i = 0;

	if (end == n)
		return false;
	while (i < end) {
		size_t zeros = 0, digits = 1, skip = 0;

		if (key[i] == RUN) {
			if (zeros_at >= n)
				return false;
			zeros = key[zeros_at++];
			digits = key[i + 1];
			skip = 2;
		}
		if (at + zeros + digits > SERIAL_MAX)
			return false;
		memset(text + at, '0', zeros);
		memcpy(text + at + zeros, key + i + skip, digits);
		at += zeros + digits;
		i += skip + digits;
	}
	text[at] = '\0';
	if (serial_key(text, again, sizeof(again)) != n ||
	    memcmp(key, again, n) != 0)
		return false;
	memcpy(serial, text, at + 1);
	return true;
}

int serial_compare(const char *a, const char *b)
{
	unsigned char key_a[SERIAL_KEY_MAX], key_b[SERIAL_KEY_MAX];
	size_t n_a = serial_key(a, key_a, sizeof(key_a));
	size_t n_b = serial_key(b, key_b, sizeof(key_b));
	int order = memcmp(key_a, key_b, n_a < n_b ? n_a : n_b);

	return order != 0 ? order : (n_a > n_b) - (n_a < n_b);
}
