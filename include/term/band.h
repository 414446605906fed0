/*
 * band.h - the answer to a scan, across the screen.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A verdict is told three ways, so that it is understood without colour: by
 * its word, by its frame, and by its colour (frame and colour by kind: # and
 * blue for good, ! and red for stop, ? for a question, - and yellow for a
 * warning).  In a band high enough the word is drawn in large letters.
 */
#ifndef TERM_BAND_H
#define TERM_BAND_H
#include "term/paint.h"

enum band_kind { BAND_OK, BAND_DONE, BAND_ASK, BAND_WARN, BAND_STOP,
    BAND_KINDS };

/* The style the band of a kind is drawn in, for a line that means the same. */
unsigned band_style(enum band_kind kind);
/* '#', '?', '-' or '!'. */
char band_frame(enum band_kind kind);

struct band {
	enum band_kind kind;
	const char *word;	/* short: "OK", "STOP" */
	const char *title;	/* what happened, in one line */
	const char *lines[6];	/* facts, what to do; NULL ends them */
	const char *corner;	/* lower right: a time, an error code; NULL: none */
};

/*
 * Fill all of p.  With 3 rows and more there is a frame; with less, the word
 * and the title alone.  Lines wrap while there is room.
 */
void band_draw(const struct paint *p, const struct band *band);
/* One row: frame character, word, title. */
void band_line(const struct paint *p, int row, enum band_kind kind,
    const char *word, const char *text);
#endif
