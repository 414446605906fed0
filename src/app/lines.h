/*
 * lines.h - scans from standard input, one a line.
 * SPDX-License-Identifier: Apache-2.0
 *
 * \xHH is a byte and \\ a backslash; # at the start of a line makes it a
 * comment; an empty line is passed over; CR before LF belongs to the line's
 * end.  A line may be of any length: of one that is too long for a scan
 * enough is kept to show that it was.
 */
#ifndef APP_LINES_H
#define APP_LINES_H
#include <stdbool.h>
#include <stdio.h>
#include "base/err.h"
#include "base/str.h"

enum line_kind {
	LINE_END,		/* no more */
	LINE_SCAN,		/* bytes holds the scan, its escapes undone */
	LINE_WRONG,		/* an escape that means nothing, at `column` */
	LINE_FAULT		/* the stream could not be read */
};
struct lines {
	FILE *in;
	struct str raw;		/* the line as it stands */
	struct str bytes;
	size_t number;		/* of the line, from 1 */
	size_t column;		/* of a wrong escape, from 1 */
};
void lines_init(struct lines *, FILE *in);
void lines_done(struct lines *);
enum line_kind lines_next(struct lines *);
#endif
