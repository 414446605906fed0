/*
 * near.h - codes that differ by one slip of hand or eye.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Near is: one character more, less or other, two neighbours swapped, or any
 * number of signs taken for their look-alikes (0/O, 1/I/L, 5/S, 8/B, 2/Z,
 * letter case).  Used to say "did you mean" for a code that nobody knows;
 * never to replace one.
 */
#ifndef DOMAIN_NEAR_H
#define DOMAIN_NEAR_H
#include <stdbool.h>
#include <stddef.h>

#define NEAR_TEXT_MAX 48	/* longer codes get no candidates */

/* Are the two different, and near? */
bool near_miss(const char *typed, const char *known);

/*
 * Call each(candidate, ctx) for the codes near text, likeliest first:
 * look-alikes, swapped neighbours, one less, another digit, letter or sign,
 * one more.  The same candidate may come twice; text itself never does.
 * Stops when each returns false.  At most about 80 candidates for each
 * character of text, so that looking all of them up stays cheap.  Returns how many
 * were offered.
 */
size_t near_candidates(const char *text,
    bool (*each)(const char *candidate, void *ctx), void *ctx);
#endif
