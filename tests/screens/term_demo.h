/*
 * term_demo.h - what the demonstration of room term is made of.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef SCREENS_TERM_DEMO_H
#define SCREENS_TERM_DEMO_H
#include "term/band.h"
#include "term/bar.h"
#include "term/dialog.h"
#include "term/editor.h"
#include "term/loop.h"
#include "term/pager.h"
#include "term/pick.h"
#include "term/sound.h"
#include "term/table.h"
#include "term/term.h"

enum page { PAGE_HOME, PAGE_HELP, PAGE_TABLE, PAGE_MENU, PAGE_DIALOG,
    PAGE_GLYPHS, PAGE_EDITOR, PAGE_PIN, PAGE_COUNT };

struct demo {
	struct term *term;
	struct loop *loop;
	struct loop_timer *key_timer, *sound_timer;
	struct sounds *sounds;
	struct keys keys;
	enum page page;
	enum band_kind kind;
	const char *way;	/* how it behaves */

	bool in_scan;
	char scan[64];
	size_t scan_len;
	unsigned scans, sum, resizes, signals;
	char said[80];		/* the last press or answer */

	struct table *table;
	struct pick pick;
	struct dialog dialog;
	struct pager pager;
	struct editor editor, pin;
};

/* term_demo_pages.c: contents and drawing */
extern const struct pick_entry demo_menu[];
extern const size_t demo_menu_count;
extern const char demo_help[];
void demo_dialog(struct dialog *dialog);
struct table *demo_table(void);
void demo_paint(void *ctx, const struct paint *p);
#endif
