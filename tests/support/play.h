/*
 * play.h - flows played from lists of scans with the verdicts they must get.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	static const struct scene day[] = {
 *		{ "4711", "ok" },
 *		{ "S1", "done: S1 of DRILL received" },
 *		{ "keyed:S1", "warn unit.already-done" },
 *	};
 *	play(&p, day, sizeof day / sizeof day[0]);
 *
 * A scan is in the notation of the formats page (\x1D); "keyed:", "pasted:"
 * and "file:" before it say how it came, else it was scanned.  The verdict is
 * "KIND" or "KIND CODE", and after a colon words that its sentence must hold.
 * When one differs, both are printed and the test fails.
 */
#ifndef TESTS_SUPPORT_PLAY_H
#define TESTS_SUPPORT_PLAY_H
#include "flow/flow.h"
#include "house.h"

struct player {
	struct house *house;
	struct forms *forms;
	struct station st;
	struct flow *flow;
	struct verdict last;
	size_t complaints;	/* of forms */
	struct err complaint;	/* the last one */
};

struct scene {
	const char *scan;
	const char *verdict;
};

/* A terminal "test" with the forms of folder (NULL: built in), no flow. */
void player_init(struct player *, struct house *, const char *folder);
void player_done(struct player *);
/* Open a flow as CLERK1, or as badge. */
void player_flow(struct player *, const char *flow, const char *badge);
void player_leave(struct player *, bool keep);

/* One scan; false and *err when the environment failed. */
bool player_try(struct player *, const char *scan, struct err *err);
/* One scan that must get an answer: "KIND" or "KIND CODE", lent. */
const char *player_scan(struct player *, const char *scan);
void play_at(struct player *, const struct scene *, size_t n, const char *file,
    int line);
#define play(player, scenes) \
	play_at((player), (scenes), sizeof (scenes) / sizeof (scenes)[0], \
	    __FILE__, __LINE__)
#endif
