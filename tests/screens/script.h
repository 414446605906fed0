/*
 * script.h - a test as a file of lines.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A line is a word and its arguments, divided by blanks.  An argument in
 * double quotes may hold blanks and \r \n \t \e \" \\ \xHH.  '#' begins a
 * comment line.  Some words are followed by a block: lines up to "end".
 */
#ifndef SCREENS_SCRIPT_H
#define SCREENS_SCRIPT_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"

#define SCRIPT_ARGUMENTS 24

struct script {
	char *path;
	VEC(char *) lines;	/* without their '\n' */
	bool changed;		/* a block was replaced */
};

struct script_line {
	size_t number;		/* from 0 */
	size_t n;		/* of arg, the word among them */
	struct str arg[SCRIPT_ARGUMENTS];
};

bool script_open(struct script *script, const char *path, struct err *err);
void script_close(struct script *script);
/* Write it back if it was changed. */
bool script_save(const struct script *script, struct err *err);

/* Divide line number into arguments (n 0: nothing on it).  False: a quote is
 * not closed, or there are too many. */
bool script_divide(const struct script *script, size_t number,
    struct script_line *line);
void script_line_init(struct script_line *line);
void script_line_done(struct script_line *line);

/* The block after line number, each line ended by '\n', appended; returns the
 * number of the line after its "end", or 0: there is none. */
size_t script_block(const struct script *script, size_t number,
    struct str *out);
/* Put text (lines ended by '\n') in its place; returns as script_block. */
size_t script_replace(struct script *script, size_t number, const char *text);
#endif
