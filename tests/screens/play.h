/*
 * play.h - plays a script of keys and screens.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a script may say is listed in tests/screens/README.
 */
#ifndef SCREENS_PLAY_H
#define SCREENS_PLAY_H
#include <stdbool.h>
#include "base/err.h"
#include "script.h"

struct play_options {
	bool update;		/* write screens into the script, do not compare */
	bool keep;		/* leave the folder of the test */
	bool show;		/* print the last screen */
	int rows, columns;	/* 0: as the script says */
	const char *shot;	/* a picture of the last screen; NULL: none */
	int timeout_ms;		/* of each wait */
};

enum play_end { PLAY_PASSED, PLAY_FAILED, PLAY_SKIPPED };

/* Play it; *err says what failed and where, or why it was skipped.  A failure
 * prints the screen it was seen on to stderr. */
enum play_end play(struct script *script, const struct play_options *options,
    struct err *err);
#endif
