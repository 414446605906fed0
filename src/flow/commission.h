/*
 * commission.h - what the files of commission share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef FLOW_COMMISSION_H
#define FLOW_COMMISSION_H
#include "flow/flow_private.h"
#include "ledger/serials.h"

/* The serial that was issued here and waits for its unit, "" none; room for
 * CODE_SIZE.  NULL while there is no item. */
char *commission_waiting(struct flow *);
/* Issue the next serial for the item. */
bool commission_issue(struct flow *, struct verdict *, struct err *) MUST_CHECK;
/* XCXNO: the label that waits is spoiled. */
bool commission_spoiled(struct flow *, bool *handled, struct verdict *,
    struct err *) MUST_CHECK;
/* The label on a unit. */
bool commission_serial(struct flow *, size_t slot, const struct meaning *,
    struct verdict *, struct err *) MUST_CHECK;
bool commission_view(struct flow *, struct flow_view *, struct err *);
#endif
