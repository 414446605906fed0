/*
 * shares.c - who gets how many rows of a screen.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdbool.h>
#include "ui/shares.h"

/* The next block after the one given, by rank and then by place; n at the end.
 * SHARES_MAX asks for the first. */
static size_t next_by_rank(const struct share shares[], size_t n, size_t after)
{
	size_t best = n;

	for (size_t i = 0; i < n; i++) {
		if (after < n && (shares[i].rank < shares[after].rank ||
		    (shares[i].rank == shares[after].rank && i <= after)))
			continue;
		if (best == n || shares[i].rank < shares[best].rank)
			best = i;
	}
	return best;
}

static int give_least(const struct share shares[], size_t n, int rows,
    struct area out[])
{
	for (size_t i = next_by_rank(shares, n, SHARES_MAX); i < n;
	    i = next_by_rank(shares, n, i)) {
		out[i].rows = shares[i].least <= rows ? shares[i].least : 0;
		rows -= out[i].rows;
	}
	return rows;
}

/* One row more for each block that is shown and can use it. */
static int go_round(const struct share shares[], size_t n, int rows,
    struct area out[])
{
	for (size_t i = next_by_rank(shares, n, SHARES_MAX); i < n && rows > 0;
	    i = next_by_rank(shares, n, i)) {
		bool shown = out[i].rows > 0 || shares[i].least == 0;

		if (!shown || out[i].rows >= shares[i].most)
			continue;
		out[i].rows++;
		rows--;
	}
	return rows;
}

int shares_place(const struct share shares[], size_t n, int rows,
    struct area out[])
{
	int left, before, row = 0;

	assert(n <= SHARES_MAX);
	left = give_least(shares, n, rows, out);
	do {
		before = left;
		left = go_round(shares, n, left, out);
	} while (left > 0 && left < before);
	for (size_t i = 0; i < n; i++) {
		assert(shares[i].least <= shares[i].most);
		out[i].row = row;
		row += out[i].rows;
	}
	return row;
}
