/*
 * dice.h - chance for tests, from a seed that is printed and can be given.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	DOCKLEDGER_SEED=17	repeats a run
 *	DOCKLEDGER_LONG=1	many more rounds
 */
#ifndef TESTS_SUPPORT_DICE_H
#define TESTS_SUPPORT_DICE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include "base/clock.h"

struct dice { uint64_t state; };

static inline uint64_t
dice_roll(struct dice *d)
{
	uint64_t z = (d->state += 0x9E3779B97F4A7C15u);	/* splitmix64 */

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

/* 0 .. n - 1 */
static inline size_t
dice_below(struct dice *d, size_t n)
{
	return (size_t)(dice_roll(d) % n);
}

static inline bool
dice_one_in(struct dice *d, size_t n)
{
	return dice_below(d, n) == 0;
}

/* The seed of this run: given, or of the moment. */
static inline uint64_t
dice_seed(void)
{
	const char *given = getenv("DOCKLEDGER_SEED");

	return given != NULL ? strtoull(given, NULL, 10) :
	    (uint64_t)(clock_wall_ms() * 1000 + clock_mono_us() % 1000) % 1000000000;
}

/* One round of its own: the same whatever the rounds before it were. */
static inline struct dice
dice_of(uint64_t seed, uint64_t round)
{
	struct dice d = { seed * 1000003u + round };

	dice_roll(&d);
	return d;
}

static inline size_t
dice_rounds(size_t few)
{
	return getenv("DOCKLEDGER_LONG") != NULL ? few * 50 : few;
}

static inline void
dice_say(uint64_t seed)
{
	printf("# DOCKLEDGER_SEED=%llu repeats this run\n", (unsigned long long)seed);
	fflush(stdout);
}
#endif
