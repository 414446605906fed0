/*
 * picture.h - how a flow looks, for any size of screen.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A picture is all that is to be seen, gathered before drawing; drawing reads
 * nothing else.  Three tables (picture_layout.c) say which blocks a wide, a
 * middle and a narrow screen have and what they need.
 */
#ifndef UI_PICTURE_H
#define UI_PICTURE_H
#include "flow/flow.h"
#include "term/band.h"
#include "term/editor.h"
#include "term/paint.h"
#include "term/term.h"
#include "ui/actions.h"
#include "ui/shares.h"
#include "ui/snapshot.h"

struct picture {
	const struct flow_view *view;
	const struct ui_edges *edges;
	const struct editor *line;	/* what is being typed; NULL: nothing */
	const char *note;		/* a word about the last key; NULL */
	int ignored;			/* scans dropped since the STOP */
	size_t waiting;			/* scans that wait for the database */
	bool busy;
	enum situation at;
	unsigned commands;		/* that work now */
};

enum block { BLOCK_TITLE, BLOCK_BAND, BLOCK_GAP, BLOCK_BIG, BLOCK_PROMPT,
    BLOCK_HELP, BLOCK_PROGRESS, BLOCK_SLOTS, BLOCK_GAP2, BLOCK_BODY,
    BLOCK_GAP3, BLOCK_TAPE, BLOCK_TYPED, BLOCK_STATUS, BLOCK_KEYS, BLOCKS };

/* Where everything goes on rows x columns. */
void picture_layout(const struct picture *picture, int rows, int columns,
    struct area out[BLOCKS]);
/* All of p. */
void picture_draw(const struct picture *picture, const struct paint *p);

/* What a verdict is called and how it is framed. */
enum band_kind band_of_verdict(enum verdict_kind kind);
const char *verdict_word(enum verdict_kind kind);	/* "STOP"; translated */
bool picture_has_verdict(const struct flow_view *view);
/* Slots worth a line: filled, current, or still wanted. */
size_t picture_slots(const struct flow_view *view,
    const struct view_slot *out[VIEW_SLOTS]);

/* picture_body.c */
void body_draw(const struct picture *picture, const struct paint *p);
void big_draw(const struct picture *picture, const struct paint *p);
void slots_draw(const struct picture *picture, const struct paint *p);
void tape_draw(const struct picture *picture, const struct paint *p);
/* Rows the body could use. */
int body_rows(const struct flow_view *view);

/* edges.c: the rows every screen has */
void edges_title(const struct ui_edges *edges, const struct paint *p, int row,
    const char *title, const char *subtitle);
void edges_status(const struct ui_edges *edges, const struct paint *p,
    int row);
void edges_keys(enum situation at, unsigned commands, const struct paint *p,
    int row);
/* "40 s", "4 min", "3 h", "2 days" */
void edges_age(int64_t s, char *out, size_t size);
/* A line being typed, or the note, or nothing. */
void edges_typed(const struct editor *line, const char *note,
    const struct paint *p, int row);
#endif
