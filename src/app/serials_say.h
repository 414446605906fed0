/*
 * serials_say.h - lists of serials and leases, as text or JSON.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_SERIALS_SAY_H
#define APP_SERIALS_SAY_H
#include "app/app.h"
#include "ledger/serials.h"

/* Each returns the exit status. */
int serials_list(struct app *, const struct issued_filter *);
int serials_show(struct app *, const char *rule);
/* A lease that was given or accepted; print: of the giver's key, "" left out. */
void serials_say_lease(struct app *, const struct lease *, const char *print,
    const char *done);
#endif
