/*
 * unit_list.h - the units that match, all of them or a page at a time.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The order is always the same: by the item's code, and within an item by the
 * natural order of serials (A9 before A10).  A page begins beside a unit, not
 * at a number, so that it costs the same at the end of a million as at the
 * start, and is right while others work.
 *
 * Which index is used follows from the filter: carton, order, bin, else the
 * item's own run of serials; what else is asked is tried row by row.
 *
 * Units come as they are stored.  One walk at a time on a ledger; the callback
 * must not start another.
 */
#ifndef REPORT_UNIT_LIST_H
#define REPORT_UNIT_LIST_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"
#include "domain/unit.h"
#include "ledger/ledger.h"

#define HOLDS_ANY 0xFFFFu	/* whatever it is held for */

/* What is asked; "" and 0 ask nothing. */
struct unit_filter {
	char item[CODE_SIZE];
	enum unit_status status;	/* UNIT_NONE: any */
	unsigned holds;			/* held for one of these (enum hold) */
	char bin[CODE_SIZE];		/* in house there, or in `status` */
	char carton[CODE_SIZE];
	char order[ORDER_SIZE];		/* "PO:4711": came or left on it */
	char lot[TEXT_SIZE];
	char from[TEXT_SIZE];		/* serials between, both ends included, */
	char to[TEXT_SIZE];		/* in the natural order */
	char party[CODE_SIZE];		/* it came from or went to last */
	char supplier[CODE_SIZE];	/* it came from first */
	char made_from[DATE_SIZE];	/* both ends included */
	char made_to[DATE_SIZE];
	char expires_before[DATE_SIZE];	/* the day itself not included */
	char country[4];		/* where it was made */
};

/* Is it a sensible question?  ERR_INPUT: a date that is none, from after to. */
bool unit_filter_check(const struct unit_filter *, struct err *) MUST_CHECK;

/* Each unit that matches; stops early, and is true, when each returns false. */
bool unit_list_each(struct ledger *, const struct unit_filter *,
    bool (*each)(void *ctx, const struct unit *), void *ctx, struct err *)
    MUST_CHECK;
/* How many match.  By item, status, bin or any hold alone: from the sums. */
bool unit_list_count(struct ledger *, const struct unit_filter *, int64_t *n,
    struct err *) MUST_CHECK;

enum page_way {
	PAGE_AFTER,		/* those after the anchor ("": from the start) */
	PAGE_FROM,		/* the anchor too, if it is there */
	PAGE_BEFORE		/* those before it ("": up to the end) */
};
/*
 * At most max units on one side of (item, serial), nearest first chosen,
 * always given in the list's order.  The anchor need not exist: PAGE_FROM
 * with what was typed so far finds the place.
 */
bool unit_list_page(struct ledger *, const struct unit_filter *, enum page_way,
    const char *item, const char *serial, struct unit out[], size_t max,
    size_t *n, struct err *) MUST_CHECK;
#endif
