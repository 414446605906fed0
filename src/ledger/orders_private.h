/*
 * orders_private.h - what the files on orders share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef LEDGER_ORDERS_PRIVATE_H
#define LEDGER_ORDERS_PRIVATE_H
#include "ledger/others.h"
#include "ledger/masters.h"
#include "ledger/record.h"

/* The canonical body of order.defined, appended. */
void order_body(const struct order *, enum order_state, struct str *out);
/* The state an event puts an order into; false: it puts it into none. */
bool order_event_state(enum event_type, enum order_state *to);
/* Append an event on an order. */
bool order_append(struct ledger *, const struct order *, enum event_type,
    const char *json, enum event_entry, struct err *) MUST_CHECK;
#endif
