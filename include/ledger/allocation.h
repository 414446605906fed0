/*
 * allocation.h - promising units to sales orders and transfers.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A hard promise names the unit (unit.allocated); a soft one only the number
 * of pieces (order.promised), and the unit is bound when it is picked.  Lines
 * with the rule `manual` are promised softly.  What others are promised, by
 * either way, is never given away again: a soft promise counts pieces that
 * are available, and what is left of it (the promise less the units that are
 * bound to its line) is kept back from everybody else.
 *
 * Bound to a line are the units allocated, picked and packed for it, and those
 * that were shipped on it, whether they came back or not.
 *
 * All functions run within the caller's transaction.  What they append goes
 * through ask->append, so that a flow can make it part of its act
 * (flow_append); NULL is ledger_append.  Its event is borrowed.
 */
#ifndef LEDGER_ALLOCATION_H
#define LEDGER_ALLOCATION_H
#include "domain/allocate.h"
#include "ledger/masters.h"

struct allocation_line {
	int64_t line;
	char item[CODE_SIZE];
	int64_t want;		/* pieces that no unit was bound for */
	int64_t got;		/* of them, promised now (hard or soft) */
	bool soft;		/* without naming units */
	int64_t free;		/* fit units that nobody else is promised */
	int64_t expired, life;	/* refused for their dates */
	char why[NOTE_SIZE];	/* "" when got == want; else in words */
	char note[NOTE_SIZE];	/* what else a person should know: nothing of the
				 * preferred range, promises taken back */
};

struct allocation_result {
	VEC(struct allocation_line) lines;	/* every line that was looked at */
	int64_t want, got;
};
void allocation_result_done(struct allocation_result *);

struct allocation_ask {
	enum event_entry entry;
	bool partial;		/* promise what there is; else all or nothing */
	bool soft;		/* promise pieces, not units, on every line */
	int64_t line;		/* this line only; 0: all */
	const char *reason;	/* why promises are taken back; NULL: "deallocated" */
	/* How an event is appended; a contradiction is an error. */
	bool (*append)(void *ctx, struct event *, struct err *);
	void *ctx;
};

/*
 * Promise what is still open of an order (kind SO or TRANSFER).  Promises on
 * units that are on hold, expired or in a bin that is no place to pick from
 * are taken back and replaced.  Without partial: ERR_CLASH order.short, in
 * words that name each short line, and nothing is promised; *out says line by
 * line what could have been had (release it either way).  ERR_CLASH
 * order.closed when it is not open, scan.wrong-kind when it is no order that
 * sends anything out.
 */
bool order_allocate(struct ledger *, const struct order *,
    const struct allocation_ask *, struct allocation_result *out, struct err *)
    MUST_CHECK;
/* Take all promises of an order back (units that are picked stay); of one
 * line when ask->line says so. */
bool order_deallocate(struct ledger *, const struct order *,
    const struct allocation_ask *, struct err *) MUST_CHECK;
/*
 * A unit can no longer be given (hold, stock-out, count): take its promise
 * back, if it still has one, and promise another unit of the line instead
 * where there is one (*found).  gone is the unit as it was while it was
 * promised; new_serial gets the other, "" none.
 */
bool allocation_replace(struct ledger *, const struct unit *gone,
    const struct allocation_ask *, bool *found, char new_serial[TEXT_SIZE],
    struct err *) MUST_CHECK;
/* Take the promise of one unit back (status allocated). */
bool allocation_drop(struct ledger *, const struct unit *,
    const struct allocation_ask *, struct err *) MUST_CHECK;
/* The wish of an order line: its rule, range, dates, and the lot it keeps to
 * when it must be one; want is what is not bound.  What a picker's unit is
 * held against, too.  ERR_ABSENT item.unknown. */
bool allocation_wish(struct ledger *, const struct order *,
    const struct order_line *, struct wish *, struct err *) MUST_CHECK;
/* Pieces of an item that are free: available, not on hold, in bins one may
 * pick from, less what other orders are promised softly. */
bool allocation_free(struct ledger *, const char *item, const char *but_order,
    int64_t *n, struct err *) MUST_CHECK;
/* Pieces that a line is promised softly and no unit is bound for. */
bool allocation_soft(struct ledger *, const char *order, int64_t line,
    int64_t *n, struct err *) MUST_CHECK;
/* "made first (2025-01-03) ..." for a unit promised to an order; "" when it is
 * promised to none. */
bool allocation_why(struct ledger *, const struct unit *, char *out, size_t size,
    struct err *) MUST_CHECK;
#endif
