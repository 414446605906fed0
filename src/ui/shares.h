/*
 * shares.h - who gets how many rows of a screen.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A screen is blocks from top to bottom.  Each has the rows it must have to
 * be worth showing, and the most it can use.  The important ones (low rank)
 * get what they must have first; a block for which not even that is left gets
 * nothing.  What is over then goes round, a row each time, by rank.
 */
#ifndef UI_SHARES_H
#define UI_SHARES_H
#include <stddef.h>

struct share {
	int least, most;	/* 0 <= least <= most */
	int rank;
};

struct area {
	int row, rows;		/* rows 0: not shown */
};

#define SHARES_MAX 24

/* Place n blocks (at most SHARES_MAX) in rows; returns the rows used. */
int shares_place(const struct share shares[], size_t n, int rows,
    struct area out[]);
#endif
