/*
 * lookup.h - what the files of lookup share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef FLOW_LOOKUP_H
#define FLOW_LOOKUP_H
#include "flow/flow_private.h"

/* A line of the card; one without a value is left out. */
void card_line(struct flow *, const char *label, const char *fmt, ...)
    PRINTF_LIKE(3, 4);
void card_time(struct flow *, const char *label, int64_t ms);
/* The card of a carton, pallet or tote. */
bool lookup_carton(struct flow *, const struct meaning *, struct verdict *,
    struct err *) MUST_CHECK;
#endif
