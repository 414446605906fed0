/*
 * allocation.h - promising units to sales orders and transfers.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A hard promise names the unit (unit.allocated); a soft one only the number
 * of pieces (order.promised), and the unit is bound when it is picked.  Lines
 * with the rule `manual` are promised softly.  What others are promised, by
 * either way, is never given away again.
 *
 * All functions run within the caller's transaction and append their events;
 * `each` (may be NULL) is called with every event that was appended, so that
 * a flow can list them.
 */
#ifndef LEDGER_ALLOCATION_H
#define LEDGER_ALLOCATION_H
#include "domain/allocate.h"
#include "ledger/masters.h"

struct allocation_line {
	int64_t line;
	char item[CODE_SIZE];
	int64_t want;		/* pieces that were not bound before */
	int64_t got;		/* of them, promised now (hard or soft) */
	int64_t free;		/* fit units that nobody else is promised */
	int64_t expired, life;	/* refused for their dates */
	char why[NOTE_SIZE];	/* "" when got == want; else in words */
};

struct allocation_result {
	VEC(struct allocation_line) lines;
	int64_t want, got;
};
void allocation_result_done(struct allocation_result *);

struct allocation_ask {
	enum event_entry entry;
	bool partial;		/* promise what there is; else all or nothing */
	bool soft;		/* promise pieces, not units, on every line */
	int64_t line;		/* this line only; 0: all */
	bool (*each)(void *ctx, struct event *);	/* false: stop, a fault */
	void *ctx;
};

/*
 * Promise what is still open of an order (kind SO or TRANSFER).  Promises on
 * units that are on hold, expired or gone are taken back first and replaced.
 * Without partial: ERR_CLASH order.short, in words that name each short line,
 * and nothing is promised.  ERR_CLASH order.closed when it is not open.
 */
bool order_allocate(struct ledger *, const struct order *,
    const struct allocation_ask *, struct allocation_result *out, struct err *)
    MUST_CHECK;
/* Take all promises of an order back (units that are picked stay). */
bool order_deallocate(struct ledger *, const struct order *,
    const struct allocation_ask *, struct err *) MUST_CHECK;
/*
 * A unit can no longer be given (hold, stock-out, count): take its promise
 * back, if it has one, and promise another unit of the line instead where
 * there is one (*found).  new_serial gets it, "" none.
 */
bool allocation_replace(struct ledger *, const struct unit *gone,
    const struct allocation_ask *, bool *found, char new_serial[TEXT_SIZE],
    struct err *) MUST_CHECK;
/* The wish of an order line: its rule, range, dates; want is what is not
 * bound.  What a picker's unit is held against, too. */
bool allocation_wish(struct ledger *, const struct order *,
    const struct order_line *, struct wish *, struct err *) MUST_CHECK;
/* Pieces of an item that are free: available, not on hold, in bins one may
 * pick from, less what other orders are promised softly. */
bool allocation_free(struct ledger *, const char *item, const char *but_order,
    int64_t *n, struct err *) MUST_CHECK;
/* "oldest made (2025-01-03) ..." for a unit promised to an order. */
bool allocation_why(struct ledger *, const struct unit *, char *out, size_t size,
    struct err *) MUST_CHECK;
#endif
