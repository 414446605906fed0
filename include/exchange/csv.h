/*
 * csv.h - rows of comma-separated values, as RFC 4180 has them.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Read in one pass from anything that gives bytes.  UTF-8, with or without a
 * byte order mark.  Rows end in CR LF or LF (the last one may end in
 * nothing); a field in quotes may hold commas, line ends and quotes, which
 * are doubled there.  Bytes between quotes and those outside are kept as they
 * are: nothing is trimmed.  An empty line is no row.
 *
 * What is wrong is said of the row it is found in, and reading goes on with
 * the next row, so that one pass finds every wrong row.  A NUL byte and bytes
 * that are not UTF-8 are wrong.
 *
 * Limits: CSV_FIELD_MAX bytes a field, CSV_FIELDS_MAX fields a row.  Memory:
 * one row and 64 KiB.
 */
#ifndef EXCHANGE_CSV_H
#define EXCHANGE_CSV_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define CSV_FIELD_MAX 65535
#define CSV_FIELDS_MAX 256

struct csv;

struct csv_field {
	const char *p;		/* ends with NUL */
	size_t n;
};

struct csv_row {
	int64_t line;			/* where it begins, from 1 */
	size_t n;
	const struct csv_field *at;	/* good until the next row is read */
	const char *wrong;		/* CSV_WRONG: what */
	size_t wrong_field;		/* and in which field, from 0 */
};

enum csv_result {
	CSV_ROW,		/* row holds one */
	CSV_WRONG,		/* row says what is wrong with it; go on */
	CSV_END,
	CSV_FAILED		/* the source could not be read */
};

/* Fill to with at most n bytes; 0 at the end, -1 when reading failed.  A byte
 * order mark is looked for in the first piece. */
typedef long (*csv_source)(void *ctx, char *to, size_t n);

struct csv *csv_new(csv_source, void *ctx);
struct csv *csv_from_file(FILE *);	/* the file stays the caller's */
void csv_free(struct csv *);		/* accepts NULL */
enum csv_result csv_next(struct csv *, struct csv_row *);
#endif
