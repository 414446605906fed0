/*
 * cmd_order.h - what the files of `dockledger order` share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_CMD_ORDER_H
#define APP_CMD_ORDER_H
#include "app/cmd.h"
#include "ledger/masters.h"

/* The order by kind and number, or ERR_ABSENT order.unknown in words. */
bool order_named(struct ledger *, enum order_kind, const char *number,
    struct order *, struct err *) MUST_CHECK;
/* order allocate, order deallocate. */
int order_allocate_run(struct app *, const struct args *, enum order_kind,
    const char *number);
int order_deallocate_run(struct app *, const struct args *, enum order_kind,
    const char *number);
#endif
