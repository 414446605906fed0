/*
 * place.h - the folder, environment and terminal description of one test.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef SCREENS_PLACE_H
#define SCREENS_PLACE_H
#include <stdbool.h>
#include "base/str.h"
#include "base/vec.h"

struct place {
	char folder[64];	/* HOME and working folder of the programs */
	char term[64];
	struct str terminfo;	/* infocmp's description of term, or empty */
	VEC(char *) env;	/* K=V, without a NULL at the end */
};

/* A new folder and the environment every program gets; nothing of the
 * caller's environment but PATH and what sanitizers and coverage need. */
bool place_init(struct place *place);
void place_done(struct place *place, bool keep);
/* Set K=V; one that was set before is replaced. */
void place_env(struct place *place, const char *setting);
const char *place_env_get(const struct place *place, const char *name);
/*
 * TERM for the programs, described in the folder without "rep", which
 * libvterm does not know.  False: infocmp or tic is missing here.  A name
 * nobody knows is left to the program to refuse.
 */
bool place_term(struct place *place, const char *name);
/* What a key named as in term/keys.h sends on this terminal ("F3", "Ctrl-L",
 * "Alt-x"), appended; false: no such key. */
bool place_key(const struct place *place, const char *name, struct str *out);
/* A program as a script writes it: "./x" in the folder, "a/b" in the build
 * folder, else along PATH.  Appended. */
void place_program(const char *name, struct str *out);
/* A program without a terminal in the folder; its output is appended.
 * Returns its exit status, -1: it could not be run or was killed. */
int place_do(const struct place *place, char *const argv[], struct str *out);
/* The same with text on its standard input. */
int place_filter(const struct place *place, char *const argv[],
    const struct str *in, struct str *out);
#endif
