/*
 * allocation_private.h - what the files on allocation share.
 * SPDX-License-Identifier: Apache-2.0
 *
 * An allocation is planned whole before its first event is appended, so that
 * a refusal leaves nothing behind.
 */
#ifndef LEDGER_ALLOCATION_PRIVATE_H
#define LEDGER_ALLOCATION_PRIVATE_H
#include "ledger/allocation.h"
#include "ledger/ledger_private.h"

/* --- allocation_stock.c: who has a claim on what there is ------------------ */

struct claim { int64_t item, order, line, n; };
struct claims { VEC(struct claim) list; };	/* vec_done(&list) */
bool claims_read(struct ledger *, struct claims *, struct err *) MUST_CHECK;
/* Pieces of an item promised softly, but to this order (and line; 0: any). */
int64_t claims_of(const struct claims *, int64_t item, int64_t but_order,
    int64_t but_line);

struct serials { VEC(char *) list; };	/* sorted by serials_sort */
void serials_add(struct serials *, const char *serial);
void serials_sort(struct serials *);
bool serials_have(const struct serials *, const char *serial);
void serials_done(struct serials *);

/* The sums in the database, so that queries see what this act did. */
bool stock_settle(struct ledger *, struct err *) MUST_CHECK;

/* --- allocation_read.c: the free units of an item --------------------------- */

struct place { int64_t id; bool pickable; struct candidate about; };
struct places { VEC(struct place) list; };	/* vec_done(&list) */
/* The bins that hold the item, as the walk goes. */
bool places_read(struct ledger *, int64_t item, struct places *, struct err *)
    MUST_CHECK;

/* Of the units that nobody is promised and that may be picked where they are. */
struct stock_count { int64_t fit, expired, life, lot; };

/*
 * Offer the units of an item that nobody is promised, but those in `but`, to
 * a chooser with this wish.  Those that the rule puts behind what is chosen
 * already are not read; what is counted and what is chosen are as if they were.
 */
bool stock_offer(struct ledger *, int64_t item, const struct wish *,
    const struct serials *but, struct chooser *, struct stock_count *,
    struct err *) MUST_CHECK;
/* The same, reading each. */
bool stock_offer_all(struct ledger *, int64_t item, const struct serials *but,
    struct chooser *, struct stock_count *, struct err *) MUST_CHECK;

/* --- allocation_count.c: how many they are, without reading them ------------ */

bool stock_free(struct ledger *, int64_t item, int64_t *n, struct err *)
    MUST_CHECK;
/* until: the first day of expiry that is good enough. */
bool stock_count(struct ledger *, int64_t item, const struct places *,
    const struct wish *, const char *until, const struct serials *but,
    struct stock_count *, struct err *) MUST_CHECK;

/* --- allocation_wish.c ------------------------------------------------------ */

/* Units of an order (or one line) that are bound to it. */
struct bound { VEC(struct unit) list; };	/* vec_done(&list) */
bool bound_read(struct ledger *, const char *order, int64_t line,
    struct bound *, struct err *) MUST_CHECK;
/* Pieces of a line that units are bound for; allocated may be NULL. */
bool bound_count(struct ledger *, const char *order, int64_t line, int64_t *n,
    int64_t *allocated, struct err *) MUST_CHECK;
/* allocation_wish without want and lot; *known: the item is defined. */
bool wish_of(struct ledger *, const struct order *, const struct order_line *,
    struct wish *, bool *known, struct err *) MUST_CHECK;
/* Can a unit that is promised stay so?  "" yes, else why not. */
bool promise_holds(struct ledger *, const struct wish *, const struct unit *,
    const char **why, struct err *) MUST_CHECK;
bool order_goes_out(enum order_kind);
/* The order a unit is promised to, by its key; 1 found, 0 not, -1 fault. */
int order_of_key(struct ledger *, const char *key, struct order *, struct err *)
    MUST_CHECK;

/* --- allocation_plan.c ------------------------------------------------------- */

struct plan_line {
	const struct order_line *line;
	struct wish wish;
	bool known, planned;
	int64_t item;			/* name */
	int64_t kept;			/* units that stay bound */
	int64_t rest;			/* of its soft promise, with those alone */
	struct bound back;		/* promises to take back */
	const char *back_why;
	struct serials chosen;
	int64_t fit, lot_unfit;		/* units offered for it, of no good lot */
	int64_t claims;			/* pieces kept back for others */
	int64_t preferred;		/* of the chosen */
	struct allocation_line out;
};
struct plan {
	const struct order *order;
	const struct allocation_ask *ask;
	struct claims claims;
	VEC(struct plan_line) lines;
};
bool plan_make(struct ledger *, struct plan *, const struct order *,
    const struct allocation_ask *, struct err *) MUST_CHECK;
void plan_done(struct plan *);

/* --- allocation_say.c ---------------------------------------------------------- */

/* Fill in why and note of every line. */
bool plan_say(struct ledger *, struct plan *, struct err *) MUST_CHECK;
/* order.short, naming each short line; false. */
bool plan_short(const struct plan *, struct err *);

/* --- allocation.c ---------------------------------------------------------------- */

bool allocation_append(struct ledger *, const struct allocation_ask *,
    struct event *, struct err *) MUST_CHECK;
bool allocation_promise(struct ledger *, const struct allocation_ask *,
    const char *order, int64_t line, int64_t qty, struct err *) MUST_CHECK;

/* --- allocation_back.c ------------------------------------------------------------ */

/* A line shall have qty pieces at most: give back what is promised above that,
 * the rule's last first.  Picked units stay. */
bool allocation_shrink(struct ledger *, const struct order *,
    const struct order_line *, int64_t qty, const struct allocation_ask *,
    struct err *) MUST_CHECK;
#endif
