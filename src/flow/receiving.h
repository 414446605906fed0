/*
 * receiving.h - what the files of receiving share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef FLOW_RECEIVING_H
#define FLOW_RECEIVING_H
#include "flow/flow_private.h"

/* The order of the slots, read once for each scan. */
bool delivery_read(struct flow *, struct delivery *, struct err *) MUST_CHECK;
bool line_choose(struct flow *, const struct delivery *, const char *item,
    int64_t n, struct line_choice *, struct err *) MUST_CHECK;
/* Fill the event of one received unit from the slots. */
void arrival_event(struct flow *, const struct delivery *, int64_t line,
    const char *serial, struct event *out);
bool receiving_dock(struct flow *, bool *ok, struct verdict *, struct err *)
    MUST_CHECK;
/* The answer about a unit that is known already: expected (true, *ok),
 * done before, or a duplicate. */
bool known_unit(struct flow *, const struct delivery *, const struct unit *,
    bool *ok, struct verdict *, struct err *) MUST_CHECK;

/* .take of the flow, and its part for the serial. */
bool receiving_take(struct flow *, size_t slot, const struct meaning *,
    struct verdict *, struct err *);
bool receiving_serial(struct flow *, size_t slot, const struct meaning *,
    struct verdict *, struct err *) MUST_CHECK;
bool receiving_range(struct flow *, const struct meaning *, struct verdict *,
    struct err *) MUST_CHECK;
bool receiving_close(struct flow *, struct verdict *, struct err *) MUST_CHECK;
bool receiving_park(struct flow *, struct verdict *, struct err *) MUST_CHECK;
bool receiving_dispute(struct flow *, struct verdict *, struct err *) MUST_CHECK;
bool receiving_view(struct flow *, struct flow_view *, struct err *);
#endif
