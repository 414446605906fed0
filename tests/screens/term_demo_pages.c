/*
 * term_demo_pages.c - the pages of the demonstration.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <inttypes.h>
#include <string.h>
#include <time.h>
#include "base/str.h"
#include "term/chart.h"
#include "term/glyph.h"
#include "term_demo.h"

#define ROWS 1000000

/* --- Contents -------------------------------------------------------------- */

static const struct bar_key bar[] = {
	{ "F1", "Help", "Hlp", 9 }, { "F2", "Table", "Tab", 5 },
	{ "F3", "Menu", "Men", 4 }, { "F4", "Question", "Ask", 3 },
	{ "F6", "Glyphs", "Big", 2 }, { "F7", "Type", "Typ", 2 },
	{ "F8", "Wrong", "Bad", 1 }, { "F9", "Next band", "Nxt", 1 },
	{ "F10", "Quit", "Qui", 8 },
};
#define BAR (sizeof bar / sizeof bar[0])

const struct pick_entry demo_menu[] = {
	{ "RECEIVE", "4 docks waiting", '1', false },
	{ "PUTAWAY", "17 pallets", '2', false },
	{ "PICK", "6 waves", '3', false },
	{ "PACK / SHIP", NULL, '4', true },
	{ "COUNT", "3 bins due", '5', false },
	{ "R\303\234CKGABE", "2 to inspect", '6', false },
	{ "RECALL", NULL, '7', false },
	{ "LABELS", "PRT-2 ready", '8', false },
};
const size_t demo_menu_count = sizeof demo_menu / sizeof demo_menu[0];

static const struct dialog_answer answers[] = {
	{ "1", "Keep it", K_CHAR, '1' },
	{ "F3", "Throw it away", K_F3, 0 },
};

const char demo_help[] =
    "= What is on this page\n"
    "A scan goes to the step, wherever the cursor is; what is typed goes to "
    "the line editor and is marked as keyed.\n"
    "\n"
    "= Keys\n"
    "  F1   this page\n"
    "  F2   a table of a million rows\n"
    "  F10  ends the demonstration\n"
    "\n"
    "= Words with marks\n"
    "Gr\303\266\303\237e, fa\303\247ade, \345\200\211\345\272\253 and a "
    "dash \342\200\223 all take the cells they need, and a row that is longer "
    "than the screen is wide wraps at a blank.\n"
    "\n"
    "= The end\n"
    "This is the last line.\n";

static const int64_t minutes[] = { 0, 3, 9, 14, 22, 31, 40, 41, 36, 30, 22,
	15, 9, 4, 1, 0, 2, 8, 16, 33 };

static const struct table_column columns[] = {
	{ "#", 7, 0, 5, PAINT_RIGHT },
	{ "serial", 10, 1, 9, PAINT_LEFT },
	{ "item", 12, 2, 4, PAINT_LEFT },
	{ "bin", 6, 0, 3, PAINT_LEFT },
	{ "received", 16, 0, 1, PAINT_LEFT },
};

/* --- The table's million rows ---------------------------------------------- */

static int64_t key_number(const struct table_key *key)
{
	int64_t n;

	assert(key->len == sizeof n);
	memcpy(&n, key->bytes, sizeof n);
	return n;
}

static void fill_row(struct table_row *row, int64_t n)
{
	row->key.len = sizeof n;
	memcpy(row->key.bytes, &n, sizeof n);
	if (n % 7 == 3)
		row->style = STYLE_WARN;
	str_print(row->cells[0], TABLE_CELL_BYTES, "%" PRId64, n + 1);
	str_print(row->cells[1], TABLE_CELL_BYTES, "SN-%07" PRId64, n * 13);
	str_print(row->cells[2], TABLE_CELL_BYTES, "%s",
	    n % 2 ? "HEX BOLT M8x40 ZN" : "WASHER M10 \303\230 20");
	str_print(row->cells[3], TABLE_CELL_BYTES, "B%02d-%02d",
	    (int)(n % 40), (int)(n % 18));
	str_copy(row->cells[4], TABLE_CELL_BYTES, "2026-03-02 08:00");
}

static size_t fetch(void *ctx, enum table_seek seek,
    const struct table_key *anchor, size_t max, struct table_row *rows)
{
	int64_t from = 0, to, want = (int64_t)max;

	(void)ctx;
	if (seek == TABLE_LAST)
		from = ROWS - want;
	else if (seek == TABLE_AFTER)
		from = key_number(anchor) + 1;
	else if (seek == TABLE_FROM)
		from = key_number(anchor);
	else if (seek == TABLE_BEFORE)
		from = key_number(anchor) - want;
	to = seek == TABLE_BEFORE ? key_number(anchor) : from + want;
	from = from > 0 ? from : 0;
	to = to < ROWS ? to : ROWS;
	for (int64_t n = from; n < to; n++)
		fill_row(&rows[n - from], n);
	return to > from ? (size_t)(to - from) : 0;
}

static int64_t total(void *ctx)
{
	(void)ctx;
	return ROWS;
}

struct table *demo_table(void)
{
	static const struct table_source source = { fetch, total, NULL };

	return table_new(columns, sizeof columns / sizeof columns[0], &source);
}

void demo_dialog(struct dialog *dialog)
{
	dialog_init(dialog, BAND_ASK, "Unsaved",
	    "The count of this bin is not closed.\n"
	    "What shall become of it?", answers, 2);
}

/* --- Drawing --------------------------------------------------------------- */

static void draw_home(const struct demo *d, const struct paint *p)
{
	static const char *const words[BAND_KINDS] = { "OK", "DONE", "AGAIN?",
		"NOTE", "STOP" };
	struct band band = { .kind = d->kind, .word = words[d->kind],
		.title = "HEX BOLT M8x40 ZN", .corner = "14:32:07" };
	bool wide = p->columns >= 80;
	int height = wide ? 8 : p->rows / 2;
	struct paint part = paint_part(p, 0, 0, height, p->columns), below;
	char count[16];

	band.lines[0] = wide ? "GTIN 04006381333931   LOT A7731" : "LOT A7731";
	band.lines[1] = "+24 EA";
	band_draw(&part, &band);
	below = paint_part(p, height, 0, p->rows - height, p->columns);
	str_print(count, sizeof count, "%u", d->scans);
	if (below.rows >= 7) {
		part = paint_part(&below, 1, 1, 5, below.columns - 2);
		glyph_draw_fit(&part, STYLE_NORMAL, count);
	}
	paint_textf(&below, 0, 0, STYLE_BOLD, "scans %u sum %08x", d->scans,
	    d->sum);
	chart_progress(&below, below.rows - 2, 0, below.columns - 12,
	    STYLE_NORMAL, d->scans, 50);
	chart_spark(&below, below.rows - 2, below.columns - 11, 11,
	    STYLE_NORMAL, minutes, sizeof minutes / sizeof minutes[0], 0);
	band_line(&below, below.rows - 1, d->kind, words[d->kind],
	    "the same in one row");
}

static void draw_glyphs(const struct paint *p)
{
	int row = 0, at;

	if (p->columns >= 60) {
		glyph_draw(p, row, 0, STYLE_NORMAL, 5, "A02-17 4580");
		row += 6;
		glyph_draw(p, row, 0, STYLE_NORMAL, 3, "BCDEFGHIJKLMN");
		row += 4;
	}
	at = glyph_draw(p, row, 0, STYLE_NORMAL, 3, "B17-08");
	paint_text(p, row, at + 1, STYLE_BOLD, "BIN");
	glyph_draw(p, row + 4, 0, STYLE_STOP, 1, "STOP 1");
}

static void draw_editor(const struct demo *d, const struct paint *p)
{
	const struct editor *editor = d->page == PAGE_PIN ? &d->pin :
	    &d->editor;

	paint_wrap(p, 0, 0, 3, p->columns, STYLE_NORMAL,
	    "What is typed here was not scanned.");
	editor_draw(editor, p, 4, 0, p->columns, d->page == PAGE_PIN ?
	    "PIN" : "typed:");
}

static void draw_page(struct demo *d, const struct paint *p)
{
	switch (d->page) {
	case PAGE_HELP:
		pager_draw(&d->pager, p);
		break;
	case PAGE_TABLE:
		table_draw(d->table, p, "no rows");
		break;
	case PAGE_MENU:
		pick_draw(&d->pick, p, true);
		break;
	case PAGE_GLYPHS:
		draw_glyphs(p);
		break;
	case PAGE_EDITOR:
	case PAGE_PIN:
		draw_editor(d, p);
		break;
	default:
		draw_home(d, p);
		if (d->page == PAGE_DIALOG)
			dialog_draw(&d->dialog, p);
	}
}

void demo_paint(void *ctx, const struct paint *p)
{
	struct demo *d = ctx;
	const char *const parts[] = { "RCV-02", "clerk1", "14:32", "ONLINE",
		NULL };
	struct paint body = paint_part(p, 1, 0, p->rows - 3, p->columns);
	char size[32];

	if (strcmp(d->way, "slow") == 0)
		nanosleep(&(struct timespec){ .tv_nsec = 300000000 }, NULL);
	bar_title(p, 0, "RECEIVE PO-104233", parts, d->page == PAGE_GLYPHS ?
	    "TRAINING " : NULL);
	draw_page(d, &body);
	str_print(size, sizeof size, "%dx%d", p->columns, p->rows);
	bar_status(p, p->rows - 2, STYLE_NORMAL, d->said, size);
	bar_keys(p, p->rows - 1, bar, BAR);
}
