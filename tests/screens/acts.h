/*
 * acts.h - what the words of a script do.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Every act has the same shape, so that play.c can call it by a table.  It
 * returns false with *err saying why; play.c adds file and line.
 */
#ifndef SCREENS_ACTS_H
#define SCREENS_ACTS_H
#include "place.h"
#include "play.h"
#include "script.h"
#include "vt.h"

struct player {
	struct script *script;
	const struct play_options *options;
	struct place place;
	struct vt vt;
	bool ready;		/* vt is there: a program was run */
	int rows, columns;
	unsigned bells;		/* counted already */
	size_t next;		/* line to be played after this one */
	bool skipped;		/* it cannot be played here */
};

#define FAIL(err, ...) err_set((err), ERR_INPUT, __VA_ARGS__)

const char *script_arg(const struct script_line *line, size_t i);
bool script_number(const char *text, int min, int max, int *out,
    struct err *err);
/* The number of a signal called as in signal(7) without SIG. */
bool script_signal(const char *name, int *out, struct err *err);

typedef bool act_fn(struct player *p, const struct script_line *line,
    struct err *err);

/* acts.c: before the program, and to it */
act_fn act_size, act_term, act_locale, act_env, act_need, act_file, act_do,
    act_run, act_type, act_key, act_scan, act_burst, act_paste, act_resize,
    act_winch, act_flow, act_hangup, act_cook, act_signal;
/* looks.c: at its screen */
act_fn act_wait, act_expect, act_expect_not, act_expect_look, act_expect_raw,
    act_forget_raw, act_expect_restored, act_cursor, act_bell, act_screen,
    act_snapshot;
#endif
