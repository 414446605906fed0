/*
 * void.h - shipments taken back from the command line.
 * SPDX-License-Identifier: Apache-2.0
 *
 * `dockledger carton void SSCC --reason TEXT` and `dockledger order void KIND
 * NUMBER --reason TEXT`: their commands check the arguments and call these.
 * Both need the permission override, say what they did, and return the exit
 * status.
 */
#ifndef APP_VOID_H
#define APP_VOID_H
#include "app/app.h"

int void_carton(struct app *, const struct args *, const char *code);
int void_order(struct app *, const struct args *, enum order_kind,
    const char *number);
/* Both read the reason from --reason of the command: put VOID_REASON among its
 * options. */
#define VOID_REASON { "reason", "TEXT", "why a shipment is voided" }
#endif
