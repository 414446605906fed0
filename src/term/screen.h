/*
 * screen.h - what ncurses is used for: the bytes that change a screen.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A screen knows one terminal by its terminfo entry and what is shown on it.
 * It writes to no terminal: ncurses is given a file in memory, and what it
 * put there is appended to the caller's text.  It reads nothing and never
 * changes the modes of a tty.  screen.c and terminfo.c alone include <curses.h>.
 */
#ifndef TERM_SCREEN_H
#define TERM_SCREEN_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"
#include "base/str.h"
#include "term/keys.h"
#include "term/paint.h"

struct screen;

/* The terminal called name; colours says whether any are wanted.  ERR_ENV:
 * unknown to terminfo, or it cannot move its cursor. */
struct screen *screen_open(const char *name, bool colours, struct err *err);
/* Appends what leaves the screen.  NULL: nothing. */
void screen_close(struct screen *screen, struct str *out);

bool screen_has_colours(const struct screen *screen);
/* What terminfo says about keys, added to map. */
void screen_keys(const struct screen *screen, struct key_map *map);
/* The shortest bytes that make the terminal usable again, for one write(2)
 * from a signal handler; returns how many of size. */
size_t screen_rescue(const struct screen *screen, char *out, size_t size);

/* The terminal has another size; everything is drawn anew. */
void screen_resize(struct screen *screen, int rows, int columns);
/* Append what turns the shown picture into canvas (all of it when whole). */
void screen_show(struct screen *screen, const struct canvas *canvas, bool whole,
    struct str *out);
#endif
