/*
 * ship.h - what the files of ship share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef FLOW_SHIP_H
#define FLOW_SHIP_H
#include "flow/flow_private.h"
#include "ledger/shipment.h"

/* A value of the slot carton has in where what it is: "SO", "TRANSFER", or
 * "carton", "pallet". */
bool ship_is_order(const struct value *);
/* "carton 340...", "pallet 340...", "SO:5001" */
void ship_words(const struct value *, char *out, size_t size);
void ship_order_key(const struct value *, char out[ORDER_SIZE]);

/* .take of the flow; an order may also come by --slot. */
bool ship_take(struct flow *, size_t slot, const struct meaning *,
    struct verdict *, struct err *);
bool ship_take_order(struct flow *, size_t slot, const struct meaning *,
    struct verdict *, struct err *) MUST_CHECK;

/* What the value names, with all that goes along. */
bool ship_read(struct flow *, const struct value *, struct shipment *,
    struct err *) MUST_CHECK;
/* May all of it leave?  *ok false: *v says why not. */
bool ship_allows(struct flow *, const struct value *, const struct shipment *,
    bool *ok, struct verdict *, struct err *) MUST_CHECK;
/* Is nobody else at it?  Else *ok is false and the same scan again takes it
 * over. */
bool ship_free(struct flow *, const struct value *, bool *ok, struct verdict *,
    struct err *) MUST_CHECK;
/* Is the order one that is shipped: released and going out?  Sets a refusal
 * if not. */
bool ship_order_open(struct flow *, const char *key, bool *ok, struct verdict *,
    struct err *) MUST_CHECK;

bool ship_commit(struct flow *, struct verdict *, struct err *);
/* It left already: a calm notice, after which XCXNO voids. */
bool ship_notice(struct flow *, const struct value *, struct verdict *,
    struct err *) MUST_CHECK;
bool ship_void(struct flow *, bool *handled, struct verdict *, struct err *)
    MUST_CHECK;
bool ship_view(struct flow *, struct flow_view *, struct err *);
#endif
