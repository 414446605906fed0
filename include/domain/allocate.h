/*
 * allocate.h - which units an order line gets: pure rules.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The caller offers candidates in any order and as many as it likes; the
 * chooser keeps the best `want` of them, so that a million candidates cost no
 * memory.  The same candidates give the same choice whatever their order:
 * where the rule leaves two units equal, the walk order of their bins decides,
 * then the bin's code, then the natural order of their serials.
 *
 *	fifo		received first goes first
 *	lifo		received last goes first
 *	fefo		expires first goes first; without a date goes last
 *	oldest_made	made first goes first; without a date goes last
 *	manual		nothing is chosen: the picker chooses at the scan
 *
 * Units in the preferred range of serials go before all others.  Refused are
 * units that are not available, on hold, in a bin that is no place to pick
 * from, expired, or with less life left than is asked for.  Of a single lot:
 * the lot with enough units whose first unit the rule puts first.
 */
#ifndef DOMAIN_ALLOCATE_H
#define DOMAIN_ALLOCATE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "domain/words.h"

struct candidate {
	char serial[TEXT_SIZE];
	char bin[CODE_SIZE];
	int64_t sequence;		/* of its bin on the walk */
	char lot[TEXT_SIZE];
	char made_on[DATE_SIZE];	/* "": not known */
	char expires_on[DATE_SIZE];
	int64_t received_at;
};

struct wish {
	enum allocation rule;
	int64_t want;			/* pieces */
	char from[TEXT_SIZE], to[TEXT_SIZE];	/* preferred serials, "": none */
	bool one_lot;
	char today[DATE_SIZE];
	int64_t min_days;		/* life left, today not counted; 0: not expired */
};

/* Why a unit cannot be given; a count of each is kept for the words. */
enum unfit { UNFIT_NONE, UNFIT_EXPIRED, UNFIT_LIFE, UNFITS };

struct chooser;
struct chooser *chooser_new(const struct wish *);
void chooser_free(struct chooser *);		/* accepts NULL */
/* Is this unit fit at all (dates)?  Offers it when it is. */
enum unfit chooser_offer(struct chooser *, const struct candidate *);
/* The choice, best first, at most want; lent until chooser_free. */
size_t chooser_choice(struct chooser *, const struct candidate *const **out);
/* How many were offered and refused for each reason. */
int64_t chooser_offered(const struct chooser *);
int64_t chooser_unfit(const struct chooser *, enum unfit);
/* May a unit with these dates be given to this wish? */
enum unfit candidate_unfit(const struct wish *, const char *expires_on);
/* "oldest made (2025-01-03), in the preferred range, bin A-1 next on the walk":
 * why this one was chosen, for a person. */
void candidate_why(const struct wish *, const struct candidate *, char *out,
    size_t size);
/* May units be taken from a bin of this kind for an order? */
bool bin_kind_pickable(enum bin_kind);
#endif
