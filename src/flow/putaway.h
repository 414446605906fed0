/*
 * putaway.h - what the files of putaway share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef FLOW_PUTAWAY_H
#define FLOW_PUTAWAY_H
#include "flow/flow_private.h"

/* The many-valued slot of the units in hand. */
struct slot *putaway_units(const struct flow *);
bool putaway_view(struct flow *, struct flow_view *, struct err *);
#endif
