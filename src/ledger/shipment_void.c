/*
 * shipment_void.c - shipments that left: when, by whom, and taken back.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A void says what was known of the unit before it left.  That is read from
 * its events: the party and the cover that stood when the last shipment came.
 */
#include <string.h>
#include "base/str.h"
#include "ledger/ledger_private.h"
#include "ledger/shipment.h"

bool
shipment_progress(struct ledger *l, const char *order, int64_t *qty,
    int64_t *gone, struct err *err)
{
	int64_t id;

	*qty = *gone = 0;
	if (!tally_flush(l, err) ||
	    !store_name_find(l->store, NAME_ORDER, order, &id, err) ||
	    store_first(l->store, Q_SHIP_ORDER_TOTALS, err, "i", id) < 1)
		return false;
	*qty = store_int(l->store, Q_SHIP_ORDER_TOTALS, 0);
	*gone = store_int(l->store, Q_SHIP_ORDER_TOTALS, 1);
	store_end(l->store, Q_SHIP_ORDER_TOTALS);
	return true;
}

int
shipment_carton_event(struct ledger *l, const char *code, struct event *out,
    struct err *err)
{
	int rc = store_first(l->store, Q_SHIP_CARTON_EVENT, err, "t", code);
	int64_t id;

	if (rc <= 0)
		return rc;
	id = store_int(l->store, Q_SHIP_CARTON_EVENT, 0);
	store_end(l->store, Q_SHIP_CARTON_EVENT);
	return ledger_event(l, id, out, NULL, err);
}

/* --- What stood before a shipment ------------------------------------------ */

struct standing { char party[CODE_SIZE]; char until[DATE_SIZE]; };

struct past_of {
	struct standing now, before;	/* before: the last shipment */
	struct event shipped;
	bool found;
};

#define TAKE(to, from) \
	do { \
		if ((from)[0] != '\0') \
			str_copy((to), sizeof (to), (from)); \
	} while (0)

/* The same as the fold does to these two (src/domain/unit.c). */
static bool
follow(void *ctx, const struct event *e, bool undone)
{
	const struct event_body *b = &e->body;
	struct past_of *p = ctx;

	if (undone)
		return true;
	switch (e->type) {
	case EV_UNIT_SHIPPED:
		p->before = p->now;
		p->shipped = *e;
		p->shipped.json = NULL;
		p->found = true;
		TAKE(p->now.party, b->party);
		TAKE(p->now.until, b->until);
		break;
	case EV_UNIT_SHIP_VOIDED:
		str_copy(p->now.party, sizeof p->now.party, b->party);
		str_copy(p->now.until, sizeof p->now.until, b->until);
		break;
	case EV_UNIT_WARRANTY_SET:
		str_copy(p->now.until, sizeof p->now.until, b->until);
		break;
	case EV_UNIT_EXPECTED: case EV_UNIT_OPENED: case EV_UNIT_RECEIVED:
	case EV_UNIT_COMMISSIONED: case EV_UNIT_RETURNED:
	case EV_UNIT_CHECKED_OUT: case EV_UNIT_CHECKED_IN:
		TAKE(p->now.party, b->party);
		break;
	default:
		break;
	}
	return true;
}

int
shipment_order_event(struct ledger *l, const char *order, struct event *out,
    struct err *err)
{
	struct past_of past = { .found = false };
	struct unit unit;
	int64_t id;
	bool ok;
	int rc;

	if (!store_name_find(l->store, NAME_ORDER, order, &id, err))
		return -1;
	if ((rc = store_first(l->store, Q_SHIP_ORDER_LAST, err, "i", id)) <= 0)
		return rc;
	ok = ledger_unit_row(l, Q_SHIP_ORDER_LAST, &unit, err);
	store_end(l->store, Q_SHIP_ORDER_LAST);
	if (!ok || !ledger_history(l, unit.item, unit.serial, follow, &past, err))
		return -1;
	*out = past.shipped;
	return past.found ? 1 : 0;
}

/* --- Taking back ------------------------------------------------------------ */

/* Where what came back stands: the first packing bin, else staging. */
static bool
place(struct ledger *l, char bin[CODE_SIZE], struct err *err)
{
	static const enum bin_kind kinds[] = { BIN_PACK, BIN_STAGE };

	bin[0] = '\0';
	for (size_t i = 0; i < 2 && bin[0] == '\0'; i++) {
		int rc = store_first(l->store, Q_FLOW_BIN_FIRST, err, "i",
		    (int64_t)kinds[i]);

		if (rc < 0)
			return false;
		if (rc == 0)
			continue;
		str_copy(bin, CODE_SIZE, store_text(l->store, Q_FLOW_BIN_FIRST, 1));
		store_end(l->store, Q_FLOW_BIN_FIRST);
	}
	return true;
}

static void
begin_event(struct event *e, enum event_type type, const struct shipment_unit *u,
    const char *bin, const struct shipment_void *what)
{
	memset(e, 0, sizeof *e);
	e->type = type;
	e->subject_kind = SUBJECT_UNIT;
	str_copy(e->item, sizeof e->item, u->item);
	str_copy(e->subject, sizeof e->subject, u->serial);
	str_copy(e->body.bin, sizeof e->body.bin, bin);
	str_copy(e->body.carton, sizeof e->body.carton, u->carton);
	str_copy(e->body.order, sizeof e->body.order, u->order);
	e->body.line = u->line;
	str_copy(e->body.reason, sizeof e->body.reason, what->reason);
	str_copy(e->body.note, sizeof e->body.note, what->note);
}

static bool
unit_back(struct ledger *l, const struct shipment_unit *u, const char *bin,
    const struct shipment_void *what, struct err *err)
{
	struct past_of past = { .found = false };
	struct event e;

	if (!ledger_history(l, u->item, u->serial, follow, &past, err))
		return false;
	begin_event(&e, EV_UNIT_SHIP_VOIDED, u, bin, what);
	str_copy(e.body.party, sizeof e.body.party, past.before.party);
	str_copy(e.body.until, sizeof e.body.until, past.before.until);
	if (!what->put(what->ctx, &e, err))
		return false;
	if (u->carton[0] != '\0')
		return true;
	begin_event(&e, EV_UNIT_UNPACKED, u, bin, what);
	return what->put(what->ctx, &e, err);
}

static bool
carton_back(const struct carton *c, const char *bin,
    const struct shipment_void *what, struct err *err)
{
	struct carton_say say;
	struct event e;
	struct str body;
	bool ok;

	memset(&say, 0, sizeof say);
	str_copy(say.bin, sizeof say.bin, bin);
	str_copy(say.reason, sizeof say.reason, what->reason);
	str_copy(say.note, sizeof say.note, what->note);
	str_init(&body);
	carton_event(&e, c->code, EV_CARTON_SHIP_VOIDED, &say, &body);
	ok = what->put(what->ctx, &e, err);
	str_done(&body);
	return ok;
}

bool
shipment_take_back(struct ledger *l, const struct shipment *s,
    const struct shipment_void *what, int64_t *n, struct err *err)
{
	char bin[CODE_SIZE];

	*n = 0;
	if (!place(l, bin, err))
		return false;
	for (size_t i = 0; i < s->units.n; i++) {
		if (s->units.at[i].status != UNIT_SHIPPED)
			continue;	/* it came back, or never left */
		if (!unit_back(l, &s->units.at[i], bin, what, err))
			return false;
		(*n)++;
	}
	for (size_t i = 0; i < s->cartons.n; i++)
		if (s->cartons.at[i].carton.state == CARTON_SHIPPED &&
		    !carton_back(&s->cartons.at[i].carton, bin, what, err))
			return false;
	return true;
}
