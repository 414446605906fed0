/*
 * editor.h - one line somebody types.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The text is UTF-8 and changes by whole characters with their marks.  It is
 * marked KEYED where it is drawn, because what was typed was not scanned.
 * A masked editor shows only how many characters there are.
 */
#ifndef TERM_EDITOR_H
#define TERM_EDITOR_H
#include "term/keys.h"
#include "term/paint.h"

#define EDITOR_BYTES 512

struct editor {
	char text[EDITOR_BYTES];	/* NUL-ended */
	size_t len, at;		/* bytes; at: where the next one goes */
	size_t limit;		/* characters it takes at most */
	bool masked;
	const char *mark;	/* drawn after it while it holds text; NULL: none */
};

enum editor_answer {
	EDITOR_IGNORED,		/* not a key of this editor */
	EDITOR_MOVED,
	EDITOR_CHANGED,
	EDITOR_FULL,		/* refused: limit reached, nothing changed */
	EDITOR_ENTER,		/* the text is whole */
	EDITOR_LEFT		/* Esc: the text was emptied */
};

/* limit 0: as many as there is room for. */
void editor_init(struct editor *editor, size_t limit);
void editor_masked(struct editor *editor, bool masked);
void editor_clear(struct editor *editor);	/* wipes, for a PIN */
bool editor_is_empty(const struct editor *editor);
/* False, nothing changed: too long or no UTF-8. */
bool editor_set(struct editor *editor, const char *text);
/* Characters it holds, marks not counted. */
size_t editor_count(const struct editor *editor);
enum editor_answer editor_press(struct editor *editor,
    const struct press *press);
/* "label [text     ] KEYED" in width cells, with the cursor in it.  The text
 * slides so that the cursor stays in sight. */
void editor_draw(const struct editor *editor, const struct paint *p, int row,
    int column, int width, const char *label);
#endif
