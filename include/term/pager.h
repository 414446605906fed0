/*
 * pager.h - a text to read: help, a refusal explained, a record.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Lines wrap to the width there is.  A line that begins with "= " is a
 * heading; one that begins with a blank is kept as it is and cut, not
 * wrapped.
 */
#ifndef TERM_PAGER_H
#define TERM_PAGER_H
#include "term/keys.h"
#include "term/paint.h"

struct pager {
	const char *text;	/* borrowed */
	size_t top;		/* offset of the first row in sight */
	int rows, columns;	/* of the text in the last drawing; 0: none yet */
	bool utf8;
};

enum pager_answer { PAGER_IGNORED, PAGER_MOVED };

void pager_init(struct pager *pager, const char *text);
/* Up, Down, PgUp, PgDn, Home, End, and the space bar. */
enum pager_answer pager_press(struct pager *pager, const struct press *press);
/* All of p; its last row says where in the text this is. */
void pager_draw(struct pager *pager, const struct paint *p);
#endif
