/*
 * promises.h - the event of a soft promise.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef LEDGER_PROMISES_H
#define LEDGER_PROMISES_H
#include "base/str.h"
#include "domain/event.h"

/* Make order.promised; body is borrowed by the event and must outlive it. */
void promise_event(struct event *, struct str *body, const char *order,
    int64_t line, int64_t qty);
#endif
