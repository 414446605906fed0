/*
 * packing_slip.h - what is in the cartons: of an order, or of one container.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A packing slip lists the units of an order that are packed or have left, by
 * carton; a bill of contents lists the units of one container and of all that
 * is in it.  Both are the same shape: lines (a slip's alone), containers, and
 * units in the order of their containers, loose ones last, each in natural
 * order.
 *
 * Ownership: a struct packing holds what it read; packing_done releases it.
 */
#ifndef REPORT_PACKING_SLIP_H
#define REPORT_PACKING_SLIP_H
#include "base/json.h"
#include "base/vec.h"
#include "ledger/shipment.h"

struct packing_line {
	struct order_line line;
	char name[NAME_SIZE];		/* of the item */
	int64_t packed;			/* in cartons that wait here */
	int64_t shipped;
	int64_t back_order;		/* what is neither */
};
struct packing_unit {
	struct shipment_unit unit;
	char name[NAME_SIZE];
	char lot[TEXT_SIZE];
	char expires_on[DATE_SIZE];
	size_t carton;			/* index, SIZE_MAX: loose */
	size_t at;			/* as it was read */
};
struct packing {
	bool is_slip;			/* of an order */
	struct order order;		/* a slip's */
	struct party party;		/* whom it is for; code "" none */
	VEC(struct packing_line) lines;
	VEC(struct shipment_carton) cartons;
	VEC(struct packing_unit) units;
};

/* ERR_ABSENT order.unknown. */
bool packing_of_order(struct ledger *, enum order_kind, const char *number,
    struct packing *out, struct err *) MUST_CHECK;
/* ERR_ABSENT carton.unknown. */
bool packing_of_carton(struct ledger *, const char *code, struct packing *out,
    struct err *) MUST_CHECK;
void packing_done(struct packing *);

/* One object, appended:
 * {"order","kind","party","party_name","lines":[{"line","item","name","qty",
 * "packed","shipped","back_order"}],"cartons":[{"carton","kind","state",
 * "pallet","weight_g","carrier","tracking","shipped_at","units":[{"item",
 * "name","serial","lot","made_on","expires_on","order","line","status"}]}],
 * "loose":[units]} */
void packing_json(const struct packing *, struct json_out *);
#endif
