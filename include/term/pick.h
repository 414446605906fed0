/*
 * pick.h - a short list to pick from: menus, reasons, templates.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each entry may have a hot key (a digit or letter) that picks it at once;
 * arrows and Enter pick too.  Entries that are off are passed over.
 */
#ifndef TERM_PICK_H
#define TERM_PICK_H
#include "term/keys.h"
#include "term/paint.h"

struct pick_entry {
	const char *words;
	const char *note;	/* at the right of it; NULL: none */
	uint32_t hot;		/* caseless; 0: none */
	bool off;
};

struct pick {
	const struct pick_entry *entries;	/* borrowed */
	size_t n;
	size_t at;		/* the one under the bar */
	size_t top;		/* the first one in sight */
	size_t rows;		/* of the last drawing */
	bool two;		/* it had two columns */
};

enum pick_answer { PICK_IGNORED, PICK_MOVED, PICK_PICKED };

/* The bar stands on the first entry that is not off. */
void pick_init(struct pick *pick, const struct pick_entry entries[], size_t n);
/* The same list with other contents (n may differ); the bar stays if it can. */
void pick_update(struct pick *pick, const struct pick_entry entries[],
    size_t n);
enum pick_answer pick_press(struct pick *pick, const struct press *press);
/* All of p, one entry a row; with room for it in two columns, as a menu is. */
void pick_draw(struct pick *pick, const struct paint *p, bool two_columns);
#endif
