/*
 * putaway.h - what the files of putaway share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef FLOW_PUTAWAY_H
#define FLOW_PUTAWAY_H
#include "flow/flow_private.h"

/* The many-valued slot of the units in hand. */
struct slot *putaway_units(const struct flow *);
/* All of them as they are now: kind, reservation, room.  *ok false: *v says
 * why not. */
bool putaway_bin_fits(struct flow *, const struct bin *, bool *ok,
    struct verdict *, struct err *) MUST_CHECK;
bool putaway_take_bin(struct flow *, size_t slot, const struct meaning *,
    struct verdict *, struct err *) MUST_CHECK;
bool putaway_view(struct flow *, struct flow_view *, struct err *);
#endif
