/*
 * packing.h - what tests of packing begin with: orders that are picked.
 * SPDX-License-Identifier: Apache-2.0
 *
 * SO:1 of JONES wants 4 drills and 2 saws.  S1 S2 S3 and W1 are picked into
 * tote T-1, S4 lies picked in STAGE-1, W2 is promised, W3 is free.  SO:2 wants
 * a drill, D1, which is picked into tote T-2.  TRANSFER:7 of ACME wants a
 * mask, M1, picked too.  MILK is on no order.
 */
#ifndef TESTS_FLOW_PACKING_H
#define TESTS_FLOW_PACKING_H
#include "flows.h"

static inline void
packing_carton(struct house *h, const char *code, enum event_type type,
    const char *kind, const char *order)
{
	struct carton_say what = { .note = "" };
	struct err err;

	str_copy(what.kind, sizeof what.kind, kind);
	str_copy(what.order, sizeof what.order, order);
	must(ledger_begin(h->l, -1, &err));
	must(carton_append(h->l, code, type, &what, BY_FILE, &err));
	must(ledger_commit(h->l, &err));
}

static inline void
packing_picked(struct house *h, const char *item, const char *serial,
    const char *order, int line, const char *tote)
{
	char text[200];

	str_print(text, sizeof text, "picked order=%s line=%d bin=STAGE-1%s%s", order,
	    line, tote[0] != '\0' ? " carton=" : "", tote);
	house_stock(h, item, "A-02", serial);
	house_tell(h, item, serial, text);
}

static inline struct player *
packing(void **state, const char *flow)
{
	struct stage *stage = *state;
	struct house *h = &stage->house;
	static const char *const drills[] = { "S1", "S2", "S3" };

	house_bin(h, "STAGE-1", BIN_STAGE, 50, -1, "");
	house_bin(h, "PACK-1", BIN_PACK, 51, -1, "");
	house_order(h, "SO:1", "DRILL:4 SAW:2");
	house_order(h, "SO:2", "DRILL:1");
	house_order(h, "TRANSFER:7", "MASK:1");
	house_order(h, "PO:4711", "DRILL:5");
	packing_carton(h, "T-1", EV_CARTON_STARTED, "tote", "SO:1");
	packing_carton(h, "T-2", EV_CARTON_STARTED, "tote", "SO:2");
	for (size_t i = 0; i < 3; i++)
		packing_picked(h, "DRILL", drills[i], "SO:1", 1, "T-1");
	packing_picked(h, "SAW", "W1", "SO:1", 2, "T-1");
	packing_picked(h, "DRILL", "S4", "SO:1", 1, "");
	packing_picked(h, "DRILL", "D1", "SO:2", 1, "T-2");
	packing_picked(h, "MASK", "M1", "TRANSFER:7", 1, "");
	house_stock(h, "SAW", "A-03", "W2 W3");
	house_tell(h, "SAW", "W2", "allocated order=SO:1 line=2");
	house_stock(h, "MILK", "A-03", "K1");
	player_flow(&stage->p, flow, "CLERK1");
	return &stage->p;
}

static inline struct carton
packing_find(struct player *p, const char *code)
{
	struct carton c;
	struct err err;

	must(carton_find(p->house->l, code, &c, &err) > 0);
	return c;
}

/* In-house SSCCs of a station without a company prefix, from the first. */
#define SSCC_0 "004000000000000008"
#define SSCC_1 "004000000000000015"
#define SSCC_2 "004000000000000022"
#define SSCC_3 "004000000000000039"
#define SSCC_4 "004000000000000046"
#endif
