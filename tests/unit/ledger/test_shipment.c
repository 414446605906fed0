/*
 * test_shipment.c - what leaves together, and a shipment taken back.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Method: a ledger in memory with packed goods; at the end of each test verify
 * computes all of it anew.
 */
#include "ledgers.h"
#include "base/str.h"
#include "ledger/shipment.h"

static void
happens(struct ledger *l, const char *code, enum event_type type,
    const struct carton_say *what)
{
	static const struct carton_say nothing;
	struct err err;

	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(carton_append(l, code, type, what == NULL ? &nothing : what, BY_SCAN,
	    &err));
	must(ledger_commit(l, &err));
}

static void
started(struct ledger *l, const char *code, const char *kind, const char *order)
{
	struct carton_say what = { .party = "C-1" };

	str_copy(what.kind, sizeof what.kind, kind);
	str_copy(what.order, sizeof what.order, order);
	happens(l, code, EV_CARTON_STARTED, &what);
}

static void
nested(struct ledger *l, const char *code, const char *parent)
{
	struct carton_say what = { .bin = "" };

	str_copy(what.parent, sizeof what.parent, parent);
	happens(l, code, EV_CARTON_NESTED, &what);
}

static void
book(struct ledger *l, enum event_type type, const char *serial,
    struct event_body body)
{
	struct event e = { .type = type, .entry = BY_SCAN,
	    .subject_kind = SUBJECT_UNIT, .item = "DRILL", .body = body };
	struct anomaly odd;
	struct err err;

	err_clear(&err);
	str_copy(e.subject, sizeof e.subject, serial);
	must(ledger_begin(l, 0, &err));
	must(ledger_append(l, &e, &odd, &err));
	must(ledger_commit(l, &err));
	assert_string_equal(odd.code, "");
}

/* A unit that came from S-1 with cover of its own, picked, and packed. */
static void
packed(struct ledger *l, const char *order, const char *serial,
    const char *carton)
{
	struct event_body of = { .line = 1, .bin = "PACK-1" };

	str_copy(of.order, sizeof of.order, order);
	book(l, EV_UNIT_RECEIVED, serial, (struct event_body){ .bin = "DOCK",
	    .party = "S-1" });
	book(l, EV_UNIT_WARRANTY_SET, serial, (struct event_body){
	    .until = "2026-09-30" });
	book(l, EV_UNIT_PICKED, serial, of);
	str_copy(of.carton, sizeof of.carton, carton);
	if (carton[0] != '\0')
		book(l, EV_UNIT_PACKED, serial, of);
}

static void
furnish(struct ledger *l)
{
	started(l, "B1", "carton", "SO:1");
	packed(l, "SO:1", "A1", "B1");
	packed(l, "SO:1", "A2", "B1");
	happens(l, "B1", EV_CARTON_CLOSED, NULL);
	started(l, "B2", "carton", "SO:2");
	packed(l, "SO:2", "A3", "B2");
	happens(l, "B2", EV_CARTON_CLOSED, NULL);
	started(l, "P1", "pallet", "");
}

static void shipment__holds__a_tree_with_its_units(void **state)
{
	struct ledger *l = *state;
	struct shipment s;
	struct err err;

	err_clear(&err);
	furnish(l);
	nested(l, "B1", "P1");
	nested(l, "B2", "P1");
	shipment_init(&s);
	must(shipment_add_carton(l, &s, "P1", &err));
	assert_int_equal(s.cartons.n, 3);
	assert_string_equal(s.cartons.at[0].carton.code, "P1");
	assert_int_equal(s.units.n, 3);
	assert_string_equal(s.units.at[0].serial, "A1");
	assert_string_equal(s.units.at[0].carton, "B1");
	assert_string_equal(s.units.at[0].outermost, "P1");
	assert_string_equal(s.units.at[2].order, "SO:2");
	shipment_done(&s);
	shipment_init(&s);
	must(shipment_add_carton(l, &s, "B9", &err));
	assert_int_equal(s.cartons.n, 0);
	shipment_done(&s);
	must_verify(l);
}

static void shipment__of_an_order__leaves_what_is_not_ready(void **state)
{
	struct ledger *l = *state;
	struct shipment s;
	struct err err;

	err_clear(&err);
	furnish(l);
	packed(l, "SO:1", "A4", "");
	book(l, EV_UNIT_RECEIVED, "A5", (struct event_body){ .bin = "DOCK" });
	book(l, EV_UNIT_ALLOCATED, "A5", (struct event_body){ .order = "SO:1",
	    .line = 1 });
	shipment_init(&s);
	must(shipment_of_order(l, "SO:1", &s, &err));
	assert_int_equal(s.cartons.n, 1);
	assert_int_equal(s.units.n, 3);
	assert_string_equal(s.units.at[2].serial, "A4");
	assert_string_equal(s.units.at[2].carton, "");
	assert_int_equal(s.left.allocated, 1);
	shipment_done(&s);
	/* with another order's goods on the pallet */
	nested(l, "B1", "P1");
	nested(l, "B2", "P1");
	shipment_init(&s);
	must(shipment_of_order(l, "SO:1", &s, &err));
	assert_int_equal(s.cartons.n, 0);
	assert_int_equal(s.units.n, 1);
	assert_int_equal(s.left.on_shared, 2);
	assert_string_equal(s.left.pallet, "P1");
	shipment_done(&s);
	must_verify(l);
}

static bool
put(void *ctx, struct event *e, struct err *err)
{
	struct anomaly odd;

	return ledger_append(ctx, e, &odd, err) && odd.code[0] == '\0';
}

static void shipment__taken_back__is_as_it_was(void **state)
{
	static const struct event_body gone = { .order = "SO:1", .line = 1,
	    .party = "C-1", .until = "2028-03-02" };
	struct ledger *l = *state;
	struct shipment_void what = { "wrong carrier", "", put, l };
	struct shipment s;
	struct unit u;
	struct event e;
	struct err err;
	int64_t n, qty, left;

	err_clear(&err);
	furnish(l);
	packed(l, "SO:1", "A4", "");
	book(l, EV_UNIT_SHIPPED, "A1", gone);
	book(l, EV_UNIT_SHIPPED, "A2", gone);
	book(l, EV_UNIT_SHIPPED, "A4", gone);
	happens(l, "B1", EV_CARTON_SHIPPED, NULL);
	must(shipment_progress(l, "SO:1", &qty, &left, &err));
	assert_int_equal(left, 3);
	assert_int_equal(shipment_carton_event(l, "B1", &e, &err), 1);
	assert_int_equal(e.type, EV_CARTON_SHIPPED);
	assert_int_equal(shipment_order_event(l, "SO:1", &e, &err), 1);
	assert_int_equal(e.type, EV_UNIT_SHIPPED);
	assert_int_equal(shipment_order_event(l, "SO:2", &e, &err), 0);
	shipment_init(&s);
	must(shipment_gone(l, "SO:1", &s, &err));
	assert_int_equal(s.units.n, 3);
	must(ledger_begin(l, 0, &err));
	must(shipment_take_back(l, &s, &what, &n, &err));
	must(ledger_commit(l, &err));
	shipment_done(&s);
	assert_int_equal(n, 3);
	assert_int_equal(ledger_unit(l, "DRILL", "A1", &u, &err), 1);
	assert_int_equal(u.status, UNIT_PACKED);
	assert_string_equal(u.party, "S-1");
	assert_string_equal(u.warranty_until, "2026-09-30");
	assert_int_equal(ledger_unit(l, "DRILL", "A4", &u, &err), 1);
	assert_int_equal(u.status, UNIT_PICKED);
	must(shipment_progress(l, "SO:1", &qty, &left, &err));
	assert_int_equal(left, 0);
	must_verify(l);
}

UNIT_MAIN(
    ledger_test(shipment__holds__a_tree_with_its_units),
    ledger_test(shipment__of_an_order__leaves_what_is_not_ready),
    ledger_test(shipment__taken_back__is_as_it_was),
)
