/*
 * terminfo.c - may this terminal be started?
 * SPDX-License-Identifier: Apache-2.0
 *
 * A file of its own, because <term.h> defines macros by names such as lines
 * and columns.
 */
#include <curses.h>
#include <term.h>
#include "terminfo.h"

static bool refuse(struct err *err, const char *name, const char *why)
{
	err_set(err, ERR_ENV, "terminal type \"%s\" %s", name, why);
	return err_hint(err, "Set TERM to what this terminal is: linux, vt220, "
	    "xterm-256color, screen, tmux-256color.");
}

const char *terminfo_text(const char *capability)
{
	const char *value = tigetstr(capability);

	return value == (char *)-1 ? NULL : value;
}

bool terminfo_check(const char *name, int fd, struct err *err)
{
	int found = 0;
	bool moves;

	if (setupterm(name, fd, &found) == ERR)
		return refuse(err, name, found == 1 ?
		    "prints on paper" : "is not known here");
	moves = terminfo_text("cup") != NULL && terminfo_text("clear") != NULL;
	del_curterm(cur_term);
	return moves || refuse(err, name, "cannot move its cursor");
}
