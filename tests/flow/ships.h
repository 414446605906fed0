/*
 * ships.h - packed goods for the tests of ship: cartons, pallets, carriers.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TESTS_SHIPS_H
#define TESTS_SHIPS_H
#include "flows.h"
#include "ledger/cartons.h"

/* SSCCs of the in-house prefix, and as a scanner reads them. */
#define BOX1 "004000000000000015"
#define BOX2 "004000000000000022"
#define BOX3 "004000000000000039"
#define BOX4 "004000000000000046"
#define PALLET "004000000000000091"
#define SCAN(sscc) "(00)" sscc

/* Something happens to a container, in a transaction of its own. */
static inline void
carton_tell(struct house *h, const char *code, enum event_type type,
    const struct carton_say *what)
{
	static const struct carton_say nothing;
	struct err err;

	err_clear(&err);
	must(ledger_begin(h->l, -1, &err));
	must(carton_append(h->l, code, type, what == NULL ? &nothing : what, BY_SCAN,
	    &err));
	must(ledger_commit(h->l, &err));
}

static inline void
carton_start(struct house *h, const char *code, const char *kind,
    const char *order)
{
	struct carton_say what = { .bin = "PACK-1" };

	str_copy(what.party, sizeof what.party, order[0] != '\0' ? "JONES" : "");
	str_copy(what.kind, sizeof what.kind, kind);
	str_copy(what.order, sizeof what.order, order);
	carton_tell(h, code, EV_CARTON_STARTED, &what);
}

static inline void
carton_nest(struct house *h, const char *code, const char *parent)
{
	struct carton_say what = { .bin = "" };

	str_copy(what.parent, sizeof what.parent, parent);
	carton_tell(h, code, EV_CARTON_NESTED, &what);
}

/* Units of a line, from the shelf into an open carton ("": picked only). */
static inline void
pack_units(struct house *h, const char *order, int line, const char *item,
    const char *carton, const char *serials)
{
	char copy[400], story[300], *save, *word;

	house_stock(h, item, "A-02", serials);
	str_copy(copy, sizeof copy, serials);
	str_print(story, sizeof story, "allocated order=%s line=%d; picked "
	    "order=%s line=%d%s%s", order, line, order, line, carton[0] != '\0' ?
	    "; packed bin=PACK-1 carton=" : "", carton);
	for (word = strtok_r(copy, " ", &save); word != NULL;
	    word = strtok_r(NULL, " ", &save))
		house_tell(h, item, word, story);
}

/* A closed carton of an order's first line. */
static inline void
packed(struct house *h, const char *order, const char *item, const char *carton,
    const char *serials)
{
	carton_start(h, carton, "carton", order);
	pack_units(h, order, 1, item, carton, serials);
	carton_tell(h, carton, EV_CARTON_CLOSED, NULL);
}

static inline void
ship_party(struct house *h, const char *code, enum party_kind kind)
{
	struct party p = { .kind = kind };
	struct err err;
	bool changed;

	err_clear(&err);
	str_copy(p.code, sizeof p.code, code);
	str_print(p.name, sizeof p.name, "%s Ltd", code);
	must(ledger_begin(h->l, -1, &err));
	must(party_define(h->l, &p, BY_FILE, &changed, &err));
	must(ledger_commit(h->l, &err));
}

/* Bins and carriers, and the flow opened by CLERK1. */
static inline struct player *
ship_begin(void **state)
{
	struct stage *stage = *state;
	struct house *h = &stage->house;

	house_bin(h, "PACK-1", BIN_PACK, 31, -1, "");
	house_bin(h, "STAGE-1", BIN_STAGE, 41, -1, "");
	ship_party(h, "DHL", PARTY_CARRIER);
	ship_party(h, "UPS", PARTY_CARRIER);
	player_flow(&stage->p, "ship", "CLERK1");
	return &stage->p;
}

/* SO:5001 of six drills: two in BOX1, one in BOX2, both closed. */
static inline struct player *
with_cartons(void **state)
{
	struct stage *stage = *state;
	struct player *p = ship_begin(state);

	house_order(&stage->house, "SO:5001", "DRILL:6");
	packed(&stage->house, "SO:5001", "DRILL", BOX1, "S1 S2");
	packed(&stage->house, "SO:5001", "DRILL", BOX2, "S3");
	return p;
}

static inline struct unit
unit_of(struct house *h, const char *item, const char *serial)
{
	struct unit u;
	struct err err;

	err_clear(&err);
	assert_int_equal(ledger_unit(h->l, item, serial, &u, &err), 1);
	return u;
}

static inline struct carton
carton_of(struct house *h, const char *code)
{
	struct carton c;
	struct err err;

	err_clear(&err);
	assert_int_equal(carton_find(h->l, code, &c, &err), 1);
	return c;
}

/* The last event on a unit. */
static inline struct event
last_of(struct house *h, const char *item, const char *serial)
{
	struct event e;
	struct err err;

	err_clear(&err);
	assert_int_equal(ledger_event(h->l, unit_of(h, item, serial).last_event,
	    &e, NULL, &err), 1);
	return e;
}
#endif
