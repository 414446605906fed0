/*
 * bar.h - the rows at the edge of a screen.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TERM_BAR_H
#define TERM_BAR_H
#include "term/paint.h"

/*
 * The title, in reverse video: left begins the row; the parts (NULL-ended)
 * stand at the right, the last one at the edge.  When they do not all fit,
 * parts go one by one from the first; left is cut last.  fill (NULL: blanks)
 * is repeated between, such as "TRAINING ".
 */
void bar_title(const struct paint *p, int row, const char *left,
    const char *const parts[], const char *fill);
/* A row of two texts in a style; the right one goes first when narrow. */
void bar_status(const struct paint *p, int row, unsigned style,
    const char *left, const char *right);

struct bar_key {
	const char *label;	/* "F1" */
	const char *words;	/* "Help" */
	const char *brief;	/* "Hlp"; NULL: the first three characters */
	int rank;		/* the highest goes last when there is no room */
};

/*
 * The function keys, n of them in one row.  As the row gets narrower: less
 * space, brief words, labels without their F, and at last only the highest
 * ranks.  Order is never changed.
 */
void bar_keys(const struct paint *p, int row, const struct bar_key keys[],
    size_t n);
#endif
