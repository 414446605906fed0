/*
 * lines.c - scans from standard input, one a line.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/lines.h"
#include "scan/parse.h"

/* Longest line kept: a scan one byte too long, each byte written as \xHH. */
#define RAW_MAX (4 * (SCAN_BYTES_MAX + 1))

void
lines_init(struct lines *l, FILE *in)
{
	l->in = in;
	l->number = l->column = 0;
	str_init(&l->raw);
	str_init(&l->bytes);
}

void
lines_done(struct lines *l)
{
	str_done(&l->raw);
	str_done(&l->bytes);
}

/* A line into raw, as much as is kept.  False at the end of the stream. */
static bool
read_raw(struct lines *l)
{
	int c;

	str_clear(&l->raw);
	while ((c = getc(l->in)) != EOF && c != '\n')
		if (l->raw.len < RAW_MAX)
			str_addc(&l->raw, (char)c);
	if (c == EOF && l->raw.len == 0)
		return false;
	l->number++;
	if (l->raw.len > 0 && l->raw.p[l->raw.len - 1] == '\r')
		str_truncate(&l->raw, l->raw.len - 1);
	return true;
}

enum line_kind
lines_next(struct lines *l)
{
	size_t at;

	do {
		if (!read_raw(l))
			return ferror(l->in) ? LINE_FAULT : LINE_END;
	} while (l->raw.len == 0 || l->raw.p[0] == '#');
	str_clear(&l->bytes);
	if (str_unescape(&l->bytes, l->raw.p, l->raw.len, &at))
		return LINE_SCAN;
	l->column = at + 1;
	return l->raw.len < RAW_MAX || at < RAW_MAX - 4 ? LINE_WRONG : LINE_SCAN;
}
