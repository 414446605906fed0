/*
 * allocate.h - which units an order line gets: pure rules.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The caller offers candidates in any order and as many as it likes; the
 * chooser keeps the best `want` of them, so that a million candidates cost no
 * memory (of a single lot: the best `want` of each lot).  The same candidates
 * give the same choice whatever their order: where the rule leaves two units
 * equal, the walk order of their bins decides, then the bin's code, then the
 * natural order of their serials.  Who offers in the rule's order may stop
 * where chooser_wants says so.
 *
 *	fifo		received first goes first
 *	lifo		received last goes first
 *	fefo		expires first goes first; without a date goes last
 *	oldest_made	made first goes first; without a date goes last
 *	manual		nothing is chosen: the picker chooses at the scan
 *
 * Units in the preferred range of serials go before all others.  The chooser
 * refuses units that are expired, that have less life left than is asked for,
 * and those of another lot than the one asked for.  That a unit is available,
 * on no hold and in a bin one may pick from (bin_kind_pickable) is for the
 * caller to see to before it offers it.
 *
 * Of a single lot: the lot with enough units whose first unit the rule puts
 * first; when none has enough, the lot that has most.  A unit without a lot
 * belongs to none.
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
	char lot[TEXT_SIZE];		/* this lot only, "": any */
	char today[DATE_SIZE];
	int64_t min_days;		/* life left, today not counted; 0: not expired */
};

/* Why a unit cannot be given; a count of each is kept for the words. */
enum unfit { UNFIT_NONE, UNFIT_EXPIRED, UNFIT_LIFE, UNFIT_LOT, UNFITS };

struct chooser;
struct chooser *chooser_new(const struct wish *);	/* the wish is copied */
void chooser_free(struct chooser *);		/* accepts NULL */
/* Is this unit fit at all (dates, lot)?  Offers it when it is. */
enum unfit chooser_offer(struct chooser *, const struct candidate *);
/* Would a unit at this place in the rule's order be kept, were it fit?  Where
 * not, none that the rule puts after it would be.  Not for a single lot. */
bool chooser_wants(const struct chooser *, const struct candidate *);
/* The choice, best first, at most want; lent until the next offer or
 * chooser_free. */
size_t chooser_choice(struct chooser *, const struct candidate *const **out);
/* How many fit ones were offered, and how many refused for each reason. */
int64_t chooser_offered(const struct chooser *);
int64_t chooser_unfit(const struct chooser *, enum unfit);
/* May a unit with this date be given to this wish?  UNFIT_NONE, _EXPIRED or
 * _LIFE.  Without a date it never expires; a date that is none has passed. */
enum unfit candidate_unfit(const struct wish *, const char *expires_on);
/* Is the serial in the preferred range?  False when there is no range. */
bool wish_prefers(const struct wish *, const char *serial);
/* Which of two goes first under the wish: < 0 a, > 0 b; 0 only for the same
 * unit.  For manual: as the walk goes. */
int candidate_compare(const struct wish *, const struct candidate *a,
    const struct candidate *b);
/* "made first (2025-01-03), in the preferred range, bin A-1": why this one was
 * chosen, for a person. */
void candidate_why(const struct wish *, const struct candidate *, char *out,
    size_t size);
/* May units be taken from a bin of this kind for an order? */
bool bin_kind_pickable(enum bin_kind);
#endif
