/*
 * others.h - what is projected from events on everything but units.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each function looks at one event and changes the tables of its subject; a
 * type that is not its own changes nothing.  They run when an event is
 * appended, and again when `verify` computes the tables anew.
 */
#ifndef LEDGER_OTHERS_H
#define LEDGER_OTHERS_H
#include "ledger/ledger_private.h"

bool masters_project(struct ledger *, const struct event *, struct err *)
    MUST_CHECK;
bool orders_project(struct ledger *, const struct event *, struct err *)
    MUST_CHECK;
bool promises_project(struct ledger *, const struct event *, struct err *)
    MUST_CHECK;
bool cartons_project(struct ledger *, const struct event *, struct err *)
    MUST_CHECK;
bool tasks_project(struct ledger *, const struct event *, struct err *)
    MUST_CHECK;
bool serials_project(struct ledger *, const struct event *, struct err *)
    MUST_CHECK;
/* All of them. */
bool others_project(struct ledger *, const struct event *, struct err *)
    MUST_CHECK;
#endif
