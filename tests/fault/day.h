/*
 * day.h - a scripted day of receiving and putaway that faults are thrown at.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The scene (definitions, an order, a unit in stock) is made once and copied.
 * A shift is one playing of the day on such a copy.  The clerk does what the
 * screen says: answers questions with the same scan, feeds a scan again that
 * could not be saved, and starts the program anew when that fails too.
 */
#ifndef TESTS_FAULT_DAY_H
#define TESTS_FAULT_DAY_H
#include "../support/play.h"

enum { DONE_MAX = 200 };

struct shift {
	struct house h;
	struct player p;
	size_t scene;			/* the next to be played */
	const char *flow;
	bool fault_ended;		/* it was mended to go on */
	size_t n_done;
	int64_t done[DONE_MAX];		/* events that were said to be done */
	void (*told)(struct shift *);	/* called after each verdict; may be NULL */
};

void scene_make(void);
void scene_remove(void);

/* A copy of the scene, opened, and a player in it. */
void shift_begin(struct shift *);
/* Close, open and resume what was left: the program started anew. */
void shift_again(struct shift *);
/* Play from the scene at hand to the end. */
void shift_play(struct shift *);
/* The database is sound, verify is clean, every act that was said to be done
 * is there; whole: the day was played to its end and all is as it must be. */
void shift_check(struct shift *, bool whole, const char *what, long n);
void shift_end(struct shift *);
#endif
