/*
 * print_private.h - what the files about labels in room ledger share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef LEDGER_PRINT_PRIVATE_H
#define LEDGER_PRINT_PRIVATE_H
#include "ledger/ledger_private.h"
#include "ledger/print_outbox.h"

/* From the current row of a query whose columns are those of print.sql. */
bool print_row_read(struct ledger *, enum query, struct print_row *,
    struct err *) MUST_CHECK;
/* The row, or ERR_ABSENT in words. */
bool print_row_need(struct ledger *, int64_t id, struct print_row *,
    struct err *) MUST_CHECK;
/* An event about the label on its unit; nothing when it is for none. */
bool print_event(struct ledger *, const struct print_row *, enum event_type,
    const char *reason, enum event_entry, struct err *) MUST_CHECK;
#endif
