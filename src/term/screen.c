/*
 * screen.c - what ncurses is used for: the bytes that change a screen.
 * SPDX-License-Identifier: Apache-2.0
 *
 * ncurses keeps its state in globals, so there is one screen at a time.  Its
 * output file is a memfd: not a terminal, so that every tcsetattr of ncurses
 * fails without harm, and never full, so that painting never blocks.
 */
#define NCURSES_WIDECHAR 1
#include <assert.h>
#include <curses.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include "base/xalloc.h"
#include "screen.h"
#include "terminfo.h"

struct screen {
	SCREEN *sp;
	FILE *memory;		/* what ncurses writes to */
	FILE *nothing;		/* what it would read */
	bool colours;
	struct canvas shown;	/* as ncurses was last told */
	bool fresh;		/* shown says nothing yet */
};

/* --- Opening --------------------------------------------------------------- */

/* Each colour's pair, and what stands for it without colour. */
static const struct {
	short ink, ground;
	attr_t with, without;
} colours[STYLE_COLOURS] = {
	[STYLE_NORMAL] = { -1, -1, A_NORMAL, A_NORMAL },
	[STYLE_OK] = { COLOR_WHITE, COLOR_BLUE, A_BOLD, A_REVERSE },
	[STYLE_STOP] = { COLOR_WHITE, COLOR_RED, A_BOLD, A_REVERSE },
	[STYLE_WARN] = { COLOR_YELLOW, COLOR_BLACK, A_BOLD, A_BOLD },
	[STYLE_ASK] = { COLOR_WHITE, COLOR_MAGENTA, A_BOLD, A_REVERSE },
};

static bool start_colours(void)
{
	if (!has_colors() || start_color() == ERR || COLORS < 8 ||
	    COLOR_PAIRS < STYLE_COLOURS)
		return false;
	use_default_colors();
	for (short i = 1; i < STYLE_COLOURS; i++)
		init_pair(i, colours[i].ink, colours[i].ground);
	return true;
}

static bool open_files(struct screen *screen, struct err *err)
{
	int fd = memfd_create("picture", MFD_CLOEXEC);

	if (fd < 0)
		return err_set(err, ERR_ENV, "no memory file for the screen: %s",
		    strerror(errno));
	screen->memory = fdopen(fd, "w+");
	screen->nothing = fopen("/dev/null", "re");
	if (screen->memory == NULL || screen->nothing == NULL)
		return err_set(err, ERR_ENV, "could not open /dev/null: %s",
		    strerror(errno));
	return true;
}

static bool open_terminal(struct screen *screen, const char *name,
    bool want_colours, struct err *err)
{
	if (!terminfo_check(name, fileno(screen->memory), err))
		return false;
	screen->sp = newterm(name, screen->memory, screen->nothing);
	if (screen->sp == NULL)
		return err_set(err, ERR_ENV, "terminal type \"%s\" could not "
		    "be started", name);
	raw();
	noecho();
	nonl();
	typeahead(-1);
	idlok(stdscr, TRUE);
	screen->colours = want_colours && start_colours();
	return true;
}

struct screen *screen_open(const char *name, bool want_colours,
    struct err *err)
{
	struct screen *screen = xcalloc(1, sizeof *screen);

	if (open_files(screen, err) &&
	    open_terminal(screen, name, want_colours, err)) {
		canvas_init(&screen->shown, LINES, COLS, false);
		screen->fresh = true;
		return screen;
	}
	screen_close(screen, NULL);
	return NULL;
}

/* --- Leaving --------------------------------------------------------------- */

/* Move what ncurses wrote to the end of out. */
static void collect(struct screen *screen, struct str *out)
{
	int fd = fileno(screen->memory);
	char bytes[4096];
	off_t at = 0, end;

	fflush(screen->memory);
	end = lseek(fd, 0, SEEK_CUR);
	while (at < end) {
		size_t want = end - at < (off_t)sizeof bytes ?
		    (size_t)(end - at) : sizeof bytes;
		ssize_t n = pread(fd, bytes, want, at);

		if (n <= 0)
			break;
		str_addn(out, bytes, (size_t)n);
		at += n;
	}
	lseek(fd, 0, SEEK_SET);	/* its pages are kept for the next picture */
}

void screen_close(struct screen *screen, struct str *out)
{
	if (screen == NULL)
		return;
	if (screen->sp != NULL) {
		endwin();
		if (out != NULL)
			collect(screen, out);
		delscreen(screen->sp);
	}
	if (screen->memory != NULL)
		fclose(screen->memory);
	if (screen->nothing != NULL)
		fclose(screen->nothing);
	canvas_done(&screen->shown);
	free(screen);
}

/* A capability without its $<delay>s, appended while there is room. */
static size_t append(char *out, size_t size, size_t n, const char *text)
{
	while (text != NULL && *text != '\0' && n < size) {
		const char *end = text[0] == '$' && text[1] == '<' ?
		    strchr(text, '>') : NULL;

		if (end != NULL)
			text = end + 1;
		else
			out[n++] = *text++;
	}
	return n;
}

size_t screen_rescue(const struct screen *screen, char *out, size_t size)
{
	const char *leave = terminfo_text("rmcup");
	const char *move = terminfo_text("cup");
	size_t n = 0;

	assert(screen->sp != NULL);
	n = append(out, size, n, terminfo_text("rmacs"));
	n = append(out, size, n, terminfo_text("sgr0"));
	n = append(out, size, n, terminfo_text("op"));
	n = append(out, size, n, terminfo_text("cnorm"));
	if (leave == NULL) {	/* one screen only: go below what is there */
		n = append(out, size, n, tiparm(move, 998, 0));
		n = append(out, size, n, "\r\n");
	}
	return append(out, size, n, leave);
}

/* --- Asking ---------------------------------------------------------------- */

bool screen_has_colours(const struct screen *screen)
{
	return screen->colours;
}

static const struct { const char *capability; enum key key; } terminfo_keys[] = {
	{ "kf1", K_F1 }, { "kf2", K_F2 }, { "kf3", K_F3 }, { "kf4", K_F4 },
	{ "kf5", K_F5 }, { "kf6", K_F6 }, { "kf7", K_F7 }, { "kf8", K_F8 },
	{ "kf9", K_F9 }, { "kf10", K_F10 }, { "kf11", K_F11 },
	{ "kf12", K_F12 }, { "kcuu1", K_UP }, { "kcud1", K_DOWN },
	{ "kcub1", K_LEFT }, { "kcuf1", K_RIGHT }, { "khome", K_HOME },
	{ "kend", K_END }, { "kpp", K_PAGE_UP }, { "knp", K_PAGE_DOWN },
	{ "kich1", K_INSERT }, { "kdch1", K_DELETE }, { "kcbt", K_BACKTAB },
	{ "kent", K_ENTER }, { "kbs", K_BACKSPACE },
};

void screen_keys(const struct screen *screen, struct key_map *map)
{
	assert(screen->sp != NULL);
	for (size_t i = 0; i < sizeof terminfo_keys / sizeof terminfo_keys[0];
	    i++) {
		const char *bytes = terminfo_text(terminfo_keys[i].capability);

		if (bytes != NULL)	/* not an escape sequence: known anyway */
			(void)key_map_add(map, bytes, terminfo_keys[i].key);
	}
}

/* --- Showing --------------------------------------------------------------- */

void screen_resize(struct screen *screen, int rows, int columns)
{
	resize_term(rows, columns);
	canvas_resize(&screen->shown, rows, columns);
	screen->fresh = true;
}

static void use_style(const struct screen *screen, unsigned style)
{
	unsigned colour = style & STYLE_COLOUR;
	attr_t attributes;

	assert(colour < STYLE_COLOURS);
	attributes = screen->colours ? colours[colour].with :
	    colours[colour].without;
	if (style & STYLE_REVERSE)
		attributes ^= A_REVERSE;
	if (style & STYLE_BOLD)
		attributes |= A_BOLD;
	if (style & STYLE_DIM)
		attributes |= A_DIM;
	if (style & STYLE_UNDERLINE)
		attributes |= A_UNDERLINE;
	attr_set(attributes, screen->colours ? (short)colour : 0, NULL);
}

static const cchar_t *line_piece(uint32_t ch)
{
	switch (ch) {
	case LINE_ACROSS:
		return WACS_HLINE;
	case LINE_DOWN:
		return WACS_VLINE;
	case LINE_UPPER_LEFT:
		return WACS_ULCORNER;
	case LINE_UPPER_RIGHT:
		return WACS_URCORNER;
	case LINE_LOWER_LEFT:
		return WACS_LLCORNER;
	case LINE_LOWER_RIGHT:
		return WACS_LRCORNER;
	case LINE_TEE_RIGHT:
		return WACS_LTEE;
	default:
		assert(ch == LINE_TEE_LEFT);
		return WACS_RTEE;
	}
}

static void put_cell(const struct screen *screen, int row, int column,
    const struct cell *cell)
{
	wchar_t text[3] = { (wchar_t)cell->ch, (wchar_t)cell->mark, L'\0' };
	cchar_t one;

	use_style(screen, cell->style);
	if (cell->ch >= LINE_FIRST)
		mvadd_wch(row, column, line_piece(cell->ch));
	else if (setcchar(&one, text, A_NORMAL, 0, NULL) == OK)
		mvadd_wch(row, column, &one);
}

static bool same(const struct cell *a, const struct cell *b)
{
	return a->ch == b->ch && a->mark == b->mark && a->style == b->style &&
	    a->cells == b->cells;
}

static void put_row(struct screen *screen, const struct canvas *canvas, int row)
{
	for (int column = 0; column < canvas->columns; column++) {
		const struct cell *cell = canvas_at(canvas, row, column);
		struct cell *shown = &screen->shown.cells[
		    row * screen->shown.columns + column];

		if (!screen->fresh && same(cell, shown))
			continue;
		if (cell->cells > 0)
			put_cell(screen, row, column, cell);
		*shown = *cell;
	}
}

static void put_cursor(const struct canvas *canvas)
{
	bool shown = canvas->cursor_row >= 0;

	curs_set(shown ? 1 : 0);
	if (shown)
		move(canvas->cursor_row, canvas->cursor_column);
	else		/* where it does not hurt, should it be seen */
		move(LINES - 1, COLS - 1);
}

void screen_show(struct screen *screen, const struct canvas *canvas, bool whole,
    struct str *out)
{
	assert(canvas->rows <= screen->shown.rows);
	assert(canvas->columns <= screen->shown.columns);
	if (screen->fresh)
		erase();
	for (int row = 0; row < canvas->rows; row++)
		put_row(screen, canvas, row);
	if (whole || screen->fresh)
		clearok(curscr, TRUE);
	screen->fresh = false;
	put_cursor(canvas);
	refresh();
	collect(screen, out);
}
