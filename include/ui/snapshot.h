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
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include "flow/flow.h"

/* What the edges of every screen say; texts may be "". */
struct ui_edges {
	char label[16];			/* "DEMO": repeated across the title */
	char worker[NAME_SIZE];
	char role[16];
	char station[CODE_SIZE];
	char clock[6];			/* "14:32" */
	int64_t unsent;			/* events the registry does not have yet */
	int64_t unsent_age_s;		/* of the oldest of them */
	char printer[96];		/* "ok", what is wrong, "": nothing to tell */
	bool printer_trouble;
};

#define UI_ROWS_MIN 8
#define UI_COLUMNS_MIN 20
#define UI_ROWS_MAX 200
#define UI_COLUMNS_MAX 400

/*
 * rows x columns of view (held to the limits above), each row ended by a
 * newline, without blanks at its end.  edges may be NULL: empty ones.
 */
void ui_render_flow(const struct flow_view *view, const struct ui_edges *edges,
    int rows, int columns, FILE *out);
#endif
