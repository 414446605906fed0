/*
 * snapshot.h - a flow's screen as plain text, without a terminal.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The same picture the station shows, in rows of text: large letters are made
 * of '#', lines of "| - +", colours are left out.  For demonstrations into a
 * pipe, for documents and for tests.
 */
#ifndef UI_SNAPSHOT_H
#define UI_SNAPSHOT_H
#include <stdio.h>
#include "flow/flow.h"

/* What the edges of the screen say; any of them may be "". */
struct ui_edges {
	char worker[CODE_SIZE];
	char station[CODE_SIZE];
	char clock[6];			/* "14:32" */
};

/*
 * rows x columns (at least 8 x 20, at most 200 x 400) of view, each row ended
 * by a newline, without blanks at its end.  edges may be NULL.
 */
void ui_render_flow(const struct flow_view *view, const struct ui_edges *edges,
    int rows, int columns, FILE *out);
#endif
