/*
 * dialog.h - a question over the screen.
 * SPDX-License-Identifier: Apache-2.0
 *
 * It has a title, a text, and answers, each with a key of its own; arrows or
 * Tab and Enter give the answer under the bar.  The first answer is the
 * harmless one: it is under the bar at first, and Esc gives it.
 */
#ifndef TERM_DIALOG_H
#define TERM_DIALOG_H
#include "term/band.h"
#include "term/editor.h"
#include "term/keys.h"

#define DIALOG_ANSWERS 6
#define DIALOG_NONE (-1)

struct dialog_answer {
	const char *label;	/* "F3", "1" */
	const char *words;	/* "Keep it" */
	enum key key;		/* K_CHAR: ch, caseless */
	uint32_t ch;
};

struct dialog {
	enum band_kind kind;	/* its colour and frame */
	const char *title, *text;	/* borrowed */
	const struct dialog_answer *answers;	/* borrowed */
	size_t n;		/* 1..DIALOG_ANSWERS */
	size_t at;
	struct editor *editor;	/* NULL, or a line to be typed in it (borrowed) */
	const char *label;	/* of the editor */
};

void dialog_init(struct dialog *dialog, enum band_kind kind, const char *title,
    const char *text, const struct dialog_answer answers[], size_t n);
/* The answer given, or DIALOG_NONE.  With an editor, characters go to it and
 * Enter in it gives the last answer (which should be "take it"). */
int dialog_press(struct dialog *dialog, const struct press *press);
/* In the middle of p, no larger than it needs. */
void dialog_draw(const struct dialog *dialog, const struct paint *p);
#endif
