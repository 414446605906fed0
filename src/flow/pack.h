/*
 * pack.h - what the files of packing and of pallets share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef FLOW_PACK_H
#define FLOW_PACK_H
#include "flow/flow_private.h"

/* --- container.c: what is done to cartons and pallets alike --------------- */

/* Was it the container's state, not the environment?  Then *v is a refusal. */
bool container_refused(struct verdict *, struct err *);
/* Start one of a kind ("carton", "pallet") with the next SSCC and put it into
 * the slot.  *ok false: *v says why not. */
bool container_start(struct flow *, const char *slot, struct carton_say *,
    char code[CODE_SIZE], bool *ok, struct verdict *, struct err *) MUST_CHECK;
/* Close the one in the slot, with the weight that was said, and empty the
 * slot: verdict done, or a refusal. */
bool container_close(struct flow *, const char *slot, struct verdict *,
    struct err *) MUST_CHECK;
/* End the one in the slot, which is empty: nothing was ever in it. */
bool container_end(struct flow *, const char *slot, struct verdict *,
    struct err *) MUST_CHECK;
/* "12.5 kg" while one is open. */
void container_weigh(struct flow *, const char *slot, const struct meaning *,
    bool *handled, struct verdict *);
/* --slot weight=12.5 */
bool container_set_weight(struct flow *, const char *value, struct verdict *);
/* XCXUNDO; the slot then names what is open. */
bool container_undo(struct flow *, const char *slot, struct verdict *,
    struct err *) MUST_CHECK;
/* Somebody else's hands: the same scan again takes it over. */
bool container_free(struct flow *, const char *code, bool *ok, struct verdict *,
    struct err *) MUST_CHECK;
/* "tote T-3", "carton 340...", "" for "". */
bool container_words(struct flow *, const char *code, char *out, size_t size,
    struct err *) MUST_CHECK;
/* The digits by which people know it: the last ones of its reference. */
void container_digits(const char *code, char *out, size_t size);

/* --- packing -------------------------------------------------------------- */

/* The order at work. */
struct pack_order {
	char key[ORDER_SIZE];		/* "SO:5001" */
	int64_t id;			/* 0: there is none */
	enum order_state state;
	char party[CODE_SIZE];
};
bool pack_order(struct flow *, struct pack_order *, struct err *) MUST_CHECK;
bool pack_order_of(struct flow *, const char *key, struct pack_order *,
    struct err *) MUST_CHECK;
/* Not open any more: *v is the refusal. */
bool pack_order_is_closed(const struct pack_order *, struct verdict *);

/* packed: or shipped already. */
struct pack_totals { int64_t qty, picked, packed, cartons; };
bool pack_totals(struct flow *, const struct pack_order *, struct pack_totals *,
    struct err *) MUST_CHECK;

/* Pieces ordered on a line of an item (0: on the first); 0: there is none. */
bool pack_qty_of(struct flow *, const struct pack_order *, const char *item,
    int64_t line, int64_t *qty, struct err *) MUST_CHECK;

bool pack_take(struct flow *, size_t slot, const struct meaning *,
    struct verdict *, struct err *);
/* The one unit that the scan is, or NULL with *v a refusal. */
const struct unit *pack_one_unit(const struct meaning *, struct verdict *);
/* May this unit go into a carton of the order now? */
bool pack_unit_fits(struct flow *, const struct pack_order *,
    const struct unit *, bool *ok, struct verdict *, struct err *) MUST_CHECK;
bool pack_unit(struct flow *, size_t slot, const struct meaning *,
    struct verdict *, struct err *) MUST_CHECK;
bool pack_commit(struct flow *, struct verdict *, struct err *);
/* XCXNO after "is packed already". */
bool pack_take_out(struct flow *, bool *handled, struct verdict *, struct err *)
    MUST_CHECK;
bool pack_begin(struct flow *, struct verdict *, struct err *) MUST_CHECK;
bool pack_done(struct flow *, struct verdict *, struct err *) MUST_CHECK;
/* The bin that packing is done in, "" none. */
bool pack_bin(struct flow *, struct err *) MUST_CHECK;
bool pack_view(struct flow *, struct flow_view *, struct err *);

/* --- pallets -------------------------------------------------------------- */

bool pallet_view(struct flow *, struct flow_view *, struct err *);
#endif
