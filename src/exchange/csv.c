/*
 * csv.c - rows of comma-separated values.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A field is read run by run: bytes that mean nothing are copied in one go up
 * to the next that does (a table tells which).  The bytes of a row lie one
 * field after the other, each ended by a NUL, in one piece of memory that is
 * used again for the next row.
 */
#include "exchange/csv.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"

#define BUFFER 65536
#define END_OF_INPUT (-1)

struct csv {
	csv_source read;
	void *ctx;
	char *buffer;
	size_t at, end;
	bool ended, failed;
	int64_t line;			/* of the byte at buffer[at] */
	char *bytes;			/* of the row */
	size_t n, cap;
	size_t ends[CSV_FIELDS_MAX];	/* past the NUL of each field */
	struct csv_field fields[CSV_FIELDS_MAX];
	size_t n_fields;
	bool high;			/* a byte above 0x7F in this field */
	bool quoted;			/* a quote stands in this row */
	const char *wrong;
	size_t wrong_field;
};

/* --- Bytes --------------------------------------------------------------- */

static bool
fill(struct csv *c)
{
	long n;

	if (c->ended)
		return false;
	n = c->read(c->ctx, c->buffer, BUFFER);
	c->at = 0;
	c->end = n > 0 ? (size_t)n : 0;
	c->failed = n < 0;
	c->ended = n <= 0;
	return n > 0;
}

/* The next byte, not taken; END_OF_INPUT when there is none. */
static int
peek(struct csv *c)
{
	if (c->at == c->end && !fill(c))
		return END_OF_INPUT;
	return (unsigned char)c->buffer[c->at];
}

static bool
take_if(struct csv *c, int byte)
{
	if (peek(c) != byte)
		return false;
	c->at++;
	return true;
}

static void
skip_mark(struct csv *c)
{
	if (peek(c) == 0xEF && c->end - c->at >= 3 &&
	    memcmp(c->buffer + c->at, "\xEF\xBB\xBF", 3) == 0)
		c->at += 3;
}

/* --- What is wrong --------------------------------------------------------- */

static void
complain(struct csv *c, const char *words)
{
	if (c->wrong != NULL)
		return;		/* the first fault explains the others */
	c->wrong = words;
	c->wrong_field = c->n_fields;
}

static bool
is_utf8(const char *p, size_t n)
{
	for (size_t i = 0, step; i < n; i += step)
		if ((step = utf8_step(p + i, n - i)) == 0)
			return false;
	return true;
}

/* --- Fields -------------------------------------------------------------- */

static size_t
field_start(const struct csv *c)
{
	return c->n_fields == 0 ? 0 : c->ends[c->n_fields - 1];
}

/* Add n bytes to the field; what is beyond the limit is dropped, and said. */
static void
add(struct csv *c, const char *p, size_t n)
{
	size_t room = CSV_FIELD_MAX - (c->n - field_start(c));

	if (n > room) {
		n = room;
		complain(c, "longer than 65535 bytes: does a quote not end?");
	}
	if (c->n + n + 1 > c->cap) {
		c->cap = (c->n + n + 1) * 2;
		c->bytes = xrealloc(c->bytes, c->cap);
	}
	memcpy(c->bytes + c->n, p, n);
	c->n += n;
}

static void
field_end(struct csv *c)
{
	size_t start = field_start(c);

	if (c->high && !is_utf8(c->bytes + start, c->n - start))
		complain(c, "holds bytes that are not UTF-8");
	c->high = false;
	if (c->n_fields == CSV_FIELDS_MAX) {
		complain(c, "more than 256 values in a row");
		c->n = start;
		return;
	}
	add(c, "", 0);
	c->bytes[c->n++] = '\0';
	c->ends[c->n_fields++] = c->n;
}

/* Bytes that stop a run: outside of quotes, and between them. */
static const unsigned char stops_plain[256] = {
	[0] = 1, ['\n'] = 1, ['\r'] = 1, ['"'] = 1, [','] = 1,
};
static const unsigned char stops_quoted[256] = {
	[0] = 1, ['\n'] = 1, ['"'] = 1,
};

/* Copy bytes up to one that stops; false at the end of input. */
static bool
run(struct csv *c, const unsigned char stops[256])
{
	while (c->at < c->end || fill(c)) {
		const unsigned char *p = (unsigned char *)c->buffer + c->at;
		const unsigned char *end = (unsigned char *)c->buffer + c->end;
		const unsigned char *from = p;
		unsigned char seen = 0;

		for (; p < end && !stops[*p]; p++)
			seen |= *p;
		c->high = c->high || seen > 0x7F;
		if (p > from)
			add(c, (const char *)from, (size_t)(p - from));
		c->at += (size_t)(p - from);
		if (p < end)
			return true;
	}
	return false;
}

/* After the opening quote, up to and with the closing one. */
static void
read_quoted(struct csv *c)
{
	while (run(c, stops_quoted)) {
		char byte = c->buffer[c->at++];

		if (byte == '"' && !take_if(c, '"'))
			return;
		if (byte == '\n')
			c->line++;
		if (byte == '\0')
			complain(c, "holds a NUL byte");
		else
			add(c, &byte, 1);
	}
	complain(c, "the quote that begins it does not end");
}

/* A field outside of quotes, or what stands behind a closing quote. */
static void
read_plain(struct csv *c, bool behind_quote)
{
	size_t before = c->n;

	while (run(c, stops_plain)) {
		char byte = c->buffer[c->at];

		if (byte != '"' && byte != '\0')
			break;
		c->at++;
		complain(c, byte == '\0' ? "holds a NUL byte" : behind_quote ?
		    "text after the closing quote" :
		    "a quote inside a value that does not begin with one");
		c->quoted = true;
	}
	if (behind_quote && c->n > before)
		complain(c, "text after the closing quote");
}

static void
read_field(struct csv *c)
{
	bool quoted = take_if(c, '"');

	if (quoted) {
		c->quoted = true;
		read_quoted(c);
	}
	read_plain(c, quoted);
	field_end(c);
}

/* Take the line end; false: there is a comma, and so another field. */
static bool
line_end(struct csv *c)
{
	if (take_if(c, ','))
		return false;
	if (take_if(c, '\r') && peek(c) != '\n')
		complain(c, "a carriage return without a line feed behind it");
	if (take_if(c, '\n'))
		c->line++;
	return true;
}

/* --- Rows ---------------------------------------------------------------- */

static void
read_row(struct csv *c, struct csv_row *row)
{
	row->line = c->line;
	c->n = c->n_fields = 0;
	c->wrong = NULL;
	c->quoted = false;
	do
		read_field(c);
	while (!line_end(c));
}

static void
show_row(struct csv *c, struct csv_row *row)
{
	size_t start = 0;

	for (size_t i = 0; i < c->n_fields; i++) {
		c->fields[i] = (struct csv_field){ .p = c->bytes + start,
		    .n = c->ends[i] - start - 1 };
		start = c->ends[i];
	}
	row->n = c->n_fields;
	row->at = c->fields;
	row->wrong = c->wrong;
	row->wrong_field = c->wrong_field < c->n_fields ? c->wrong_field :
	    c->n_fields - 1;
}

enum csv_result
csv_next(struct csv *c, struct csv_row *row)
{
	if (c->line == 0) {
		c->line = 1;
		skip_mark(c);
	}
	do {
		if (peek(c) == END_OF_INPUT)
			return c->failed ? CSV_FAILED : CSV_END;
		read_row(c, row);
	} while (c->n_fields == 1 && c->ends[0] == 1 && !c->quoted &&
	    c->wrong == NULL);
	if (c->failed)
		return CSV_FAILED;
	show_row(c, row);
	return row->wrong != NULL ? CSV_WRONG : CSV_ROW;
}

struct csv *
csv_new(csv_source read, void *ctx)
{
	struct csv *c = xcalloc(1, sizeof *c);

	c->read = read;
	c->ctx = ctx;
	c->buffer = xmalloc(BUFFER);
	return c;
}

static long
read_file(void *ctx, char *to, size_t n)
{
	FILE *file = ctx;
	size_t got = fread(to, 1, n, file);

	return got == 0 && ferror(file) ? -1 : (long)got;
}

struct csv *
csv_from_file(FILE *file)
{
	return csv_new(read_file, file);
}

void
csv_free(struct csv *c)
{
	if (c == NULL)
		return;
	free(c->buffer);
	free(c->bytes);
	free(c);
}
