/*
 * utf8.c - where characters begin and end.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What may follow a first byte is a table (RFC 3629 §4): most first bytes
 * allow any continuation as the second byte, four of them only some.
 */
#include "base/utf8.h"
#include <stdbool.h>

static const struct lead {
	unsigned char first, last;	/* first bytes of this row */
	unsigned char low, high;	/* what the second byte may be */
	unsigned char length;
} leads[] = {
	{ 0x00, 0x7F, 0x00, 0x00, 1 },
	{ 0xC2, 0xDF, 0x80, 0xBF, 2 },
	{ 0xE0, 0xE0, 0xA0, 0xBF, 3 },	/* below: overlong */
	{ 0xE1, 0xEC, 0x80, 0xBF, 3 },
	{ 0xED, 0xED, 0x80, 0x9F, 3 },	/* above: surrogates */
	{ 0xEE, 0xEF, 0x80, 0xBF, 3 },
	{ 0xF0, 0xF0, 0x90, 0xBF, 4 },	/* below: overlong */
	{ 0xF1, 0xF3, 0x80, 0xBF, 4 },
	{ 0xF4, 0xF4, 0x80, 0x8F, 4 },	/* above: past U+10FFFF */
};

static bool is_continuation(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

static const struct lead *lead_of(unsigned char c)
{
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
		if (c >= leads[i].first && c <= leads[i].last)
			return &leads[i];
	return NULL;
}

size_t utf8_step(const char *p, size_t n)
{
	const unsigned char *u = (const unsigned char *)p;
	const struct lead *lead;

	if (n == 0)
		return 0;
	lead = lead_of(u[0]);
	if (lead == NULL || lead->length > n)
		return 0;
	if (lead->length > 1 && (u[1] < lead->low || u[1] > lead->high))
		return 0;
	for (size_t i = 2; i < lead->length; i++)
		if (!is_continuation(u[i]))
			return 0;
	return lead->length;
}

size_t utf8_cut(const char *p, size_t n)
{
	const unsigned char *u = (const unsigned char *)p;

	for (size_t back = 1; back <= 3 && back <= n; back++) {
		const struct lead *lead = lead_of(u[n - back]);

		if (lead != NULL)
			return lead->length > back ? n - back : n;
		if (!is_continuation(u[n - back]))
			break;
	}
	return n;
}
