/*
 * pick.h - what the files of pick and cluster share.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Both flows are the same work: units that orders were promised, taken from
 * bins in the order of the walk.  pick does it for one order, cluster for a
 * batch of them, each into a tote of its own.
 */
#ifndef FLOW_PICK_H
#define FLOW_PICK_H
#include "flow/flow_private.h"
#include "ledger/allocation.h"

#define BATCH_MAX 24		/* orders of one walk */
#define TOTE_WANTED "?"

struct pick_order {
	char key[ORDER_SIZE];		/* "SO:5001" */
	int64_t id;
};
struct pick_orders { size_t n; struct pick_order at[BATCH_MAX]; };

/* The orders of the slot, as many as there are. */
bool pick_orders(struct flow *, struct pick_orders *, struct err *) MUST_CHECK;
/* The number of the bin in the slot, 0: none. */
bool pick_bin(struct flow *, int64_t *id, struct err *) MUST_CHECK;
/* Pieces of an order: what was ordered, what was picked (and further). */
bool pick_totals(struct flow *, const struct pick_orders *, int64_t *qty,
    int64_t *picked, struct err *) MUST_CHECK;

/* pick_order.c, pick_taken.c */
bool pick_take_order(struct flow *, size_t slot, const struct meaning *,
    struct verdict *, struct err *) MUST_CHECK;
bool pick_end(struct flow *, struct verdict *, struct err *) MUST_CHECK;
/* Nobody else who lives picks this order, or it was said that we take it:
 * *job is whose it is, 0 nobody's.  *ok false: *v asks. */
bool pick_not_taken(struct flow *, const char *kind, const char *number,
    int64_t *job, bool *ok, struct verdict *, struct err *) MUST_CHECK;
bool pick_take_over(struct flow *, int64_t job, const char *kind,
    const char *number, struct err *) MUST_CHECK;

/* --- The walk: pick_stops.c ------------------------------------------------ */

/* Something to take from a bin.  In the order of the walk: first the bin one
 * stands at, bins passed over last. */
struct stop {
	char bin[CODE_SIZE];
	int64_t bin_id, sequence;
	size_t order;			/* index in the orders */
	int64_t line;
	char item[CODE_SIZE];
	int64_t n;
	bool soft;			/* any fit unit: none is promised by name */
	size_t passed;			/* place among those passed over, 0: not one */
};
struct walk { VEC(struct stop) stops; };
/* The stops of at most `bins` bins. */
bool walk_read(struct flow *, const struct pick_orders *, size_t bins,
    struct walk *, struct err *) MUST_CHECK;
/* What was promised by name in one bin. */
bool walk_read_bin(struct flow *, const struct pick_orders *, const struct bin *,
    struct walk *, struct err *) MUST_CHECK;
void walk_done(struct walk *);
/* Is anything promised to the orders in this bin? */
bool walk_is_stop(struct flow *, const struct pick_orders *, int64_t bin,
    bool *is, struct err *) MUST_CHECK;
/* "2 of DRILL-18, 1 of SAW" of the stops from i that share its bin; returns
 * the index after them.  keys: name the orders too. */
size_t walk_words(const struct walk *, size_t i, const struct pick_orders *keys,
    char *out, size_t size);

/* --- One unit: pick_unit.c, pick_choose.c, pick_book.c ------------------------ */

bool pick_choose(struct flow *, const struct pick_orders *, const struct unit *,
    int64_t bin, struct pick_choice *, struct err *) MUST_CHECK;
/* May a free or promised unit be taken here and now?  *ok false: *v says why
 * not, or asks. */
bool pick_decide(struct flow *, const struct pick_orders *, const struct unit *,
    struct pick_choice *, bool *ok, struct verdict *, struct err *) MUST_CHECK;
/* Fills the slot when it may be taken. */
bool pick_take_unit(struct flow *, size_t slot, const struct meaning *,
    struct verdict *, struct err *) MUST_CHECK;
/* The act: promise moved where need be, tote begun, unit picked. */
bool pick_book(struct flow *, const struct pick_orders *, const struct unit *,
    const struct pick_choice *, const char *tote, struct verdict *,
    struct err *) MUST_CHECK;
bool pick_commit(struct flow *, struct verdict *, struct err *) MUST_CHECK;
bool cluster_commit(struct flow *, struct verdict *, struct err *) MUST_CHECK;
/* XCXNO: the unit that was picked before goes back. */
bool pick_put_back(struct flow *, struct verdict *, struct err *) MUST_CHECK;
/* The line as the ledger's rules take it. */
bool pick_line(struct flow *, const struct pick_order *, int64_t line,
    struct order_line *, struct err *) MUST_CHECK;

/* What a unit for the line is held against: dates, lot. */
bool pick_wish(struct flow *, const struct pick_order *,
    const struct order_line *, struct wish *, struct err *) MUST_CHECK;

/* --- Totes: pick_tote.c ---------------------------------------------------------- */

/* May a unit of this order go into it?  *ok false: *v says why not. */
bool tote_fits(struct flow *, const char *code, const char *order, bool *ok,
    struct verdict *, struct err *) MUST_CHECK;
/* The open tote of an order, "": none. */
bool tote_of(struct flow *, const struct pick_order *, char out[CODE_SIZE],
    struct err *) MUST_CHECK;
bool tote_begin(struct flow *, const char *code, const char *order,
    struct verdict *, struct err *) MUST_CHECK;
/* Is the scan the label of a tote, or could it be? */
bool tote_scan(const struct meaning *, char out[CODE_SIZE], struct verdict *);
/* XCXFULL: it is put down; units go into another. */
bool tote_full(struct flow *, struct verdict *, struct err *) MUST_CHECK;
bool tote_taken(struct flow *, const char *code, struct verdict *, struct err *)
    MUST_CHECK;

/* --- Commands and picture ------------------------------------------------------------ */

bool pick_take_bin(struct flow *, size_t slot, const struct meaning *,
    struct verdict *, struct err *) MUST_CHECK;
bool pick_command(struct flow *, enum scan_command, bool *handled,
    struct verdict *, struct err *);
bool pick_short(struct flow *, struct verdict *, struct err *) MUST_CHECK;
bool pick_prompt(const struct flow *, char *out, size_t size);
bool pick_view(struct flow *, struct flow_view *, struct err *);
#endif
