/*
 * label_state.h - the screen of labels: what it keeps, and how it looks.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef UI_LABEL_STATE_H
#define UI_LABEL_STATE_H
#include "base/str.h"
#include "term/dialog.h"
#include "term/pick.h"
#include "ui/label_make.h"
#include "ui/ui_private.h"

#define TEMPLATES_MAX 64
#define LABELS_SHOWN 5

enum label_step { CHOOSING, SEEING, COPIES, REASON };

struct label_state {
	struct screen screen;
	enum label_step step;
	struct label_make make;
	struct pick_entry entries[TEMPLATES_MAX];
	size_t n;
	struct pick pick;
	struct editor copies, reason;
	struct dialog dialog;
	char question[600];
	char trouble[NOTE_SIZE];	/* of the printer, "" when all is well */
	struct print_row last[LABELS_SHOWN];
	char last_for[LABELS_SHOWN][120];
	size_t n_last;
	struct str preview;		/* as drawn last, for so large a place */
	int preview_columns, preview_rows;
};

/* label_draw.c */
void label_screen_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p);
#endif
