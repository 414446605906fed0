/*
 * shipment.h - what leaves together: containers, what is in them, loose units.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A shipment is read, looked at and then written as events, all within one
 * transaction: one event for each unit and one for each container.  Reading
 * changes nothing and judges nothing; whether it may leave is the caller's
 * question (carton_may, unit_may).
 *
 * Ownership: a struct shipment holds what it read; shipment_done releases it.
 */
#ifndef LEDGER_SHIPMENT_H
#define LEDGER_SHIPMENT_H
#include "base/vec.h"
#include "domain/unit.h"
#include "ledger/cartons.h"
#include "ledger/masters.h"

struct shipment_carton {
	struct carton carton;
	char outermost[CODE_SIZE];	/* what all of it is in: itself, a pallet */
};
struct shipment_unit {
	char item[CODE_SIZE];
	char serial[TEXT_SIZE];
	enum unit_status status;
	unsigned holds;
	char made_on[DATE_SIZE];
	char order[ORDER_SIZE];
	int64_t line;
	char carton[CODE_SIZE];		/* directly around it, "": loose */
	char outermost[CODE_SIZE];	/* "": loose, or not within another */
	int64_t last_event;
};
/* What is bound to an order and does not go along. */
struct shipment_left {
	int64_t allocated;		/* not picked yet */
	int64_t in_totes;		/* picked, not packed; tote names one */
	int64_t in_open;		/* packed in open cartons; carton names one */
	int64_t on_shared;		/* on a pallet with other orders' goods */
	char tote[CODE_SIZE], carton[CODE_SIZE], pallet[CODE_SIZE];
};
struct shipment {
	VEC(struct shipment_carton) cartons;	/* each before what it holds */
	VEC(struct shipment_unit) units;	/* carton by carton, loose ones last */
	struct shipment_left left;
};
void shipment_init(struct shipment *);
void shipment_done(struct shipment *);

/* A container and everything within, at any depth.  There need not be one of
 * that code: then nothing is added.  ERR_DAMAGED: containers hold each other. */
bool shipment_add_carton(struct ledger *, struct shipment *, const char *code,
    struct err *) MUST_CHECK;
/*
 * What of an order can leave now: its closed cartons, the pallets that hold
 * nothing of another order, units that were picked and are in no container.
 * The rest that is bound to it is counted in left.
 */
bool shipment_of_order(struct ledger *, const char *order, struct shipment *,
    struct err *) MUST_CHECK;
/* What of an order has left: its containers and loose units; a pallet that was
 * shared is counted in left. */
bool shipment_gone(struct ledger *, const char *order, struct shipment *,
    struct err *) MUST_CHECK;

/* Pieces ordered, and those that left. */
bool shipment_progress(struct ledger *, const char *order, int64_t *qty,
    int64_t *gone, struct err *) MUST_CHECK;
/* The event by which a container, or the last unit of an order, left: 1 found,
 * 0 none, -1 fault.  event->json is NULL. */
int shipment_carton_event(struct ledger *, const char *code, struct event *,
    struct err *) MUST_CHECK;
int shipment_order_event(struct ledger *, const char *order, struct event *,
    struct err *) MUST_CHECK;

/*
 * Take a shipment back: for every unit that left unit.ship-voided, which says
 * whom it came from and what cover it had before, and for a loose one
 * unit.unpacked, so that it is picked again; for every container
 * carton.ship-voided.  put gets each event to append.  Nothing is undone: the
 * shipment stays in the history.  *n counts the units.
 */
struct shipment_void {
	const char *reason;	/* "wrong carrier" */
	const char *note;	/* "allowed by SUPER1", "" */
	bool (*put)(void *ctx, struct event *, struct err *);
	void *ctx;
};
bool shipment_take_back(struct ledger *, const struct shipment *,
    const struct shipment_void *, int64_t *n, struct err *) MUST_CHECK;
#endif
