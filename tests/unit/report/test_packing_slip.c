/*
 * test_packing_slip.c - every serial by carton, and what stays open.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "stock.h"
#include "report/packing_slip.h"

static void
carton(struct ledger *l, const char *code, enum event_type type,
    struct carton_say what)
{
	struct err err;

	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(carton_append(l, code, type, &what, BY_SCAN, &err));
	must(ledger_commit(l, &err));
}

static void
pack(struct ledger *l, const char *item, int64_t line, const char *serial,
    const char *code)
{
	struct event_body b = { .order = "SO:7", .line = line, .bin = "PACK" };

	book(l, EV_UNIT_OPENED, item, serial, &(struct event_body){ .bin = "A",
	    .lot = "L7", .expires_on = "2030-06-30" });
	book(l, EV_UNIT_PICKED, item, serial, &b);
	str_copy(b.carton, sizeof b.carton, code);
	book(l, EV_UNIT_PACKED, item, serial, &b);
}

static void
furnish(struct ledger *l)
{
	struct order o;
	struct err err;
	bool changed;

	err_clear(&err);
	define_item(l, "DRILL", "");
	define_item(l, "SAW", "");
	order_init(&o);
	o.kind = ORDER_SO;
	str_copy(o.number, sizeof o.number, "7");
	str_copy(o.party, sizeof o.party, "C-1");
	o.state = ORDER_OPEN;
	*vec_push(&o.lines) = (struct order_line){ .line = 1, .item = "DRILL",
	    .qty = 4 };
	*vec_push(&o.lines) = (struct order_line){ .line = 2, .item = "SAW",
	    .qty = 1 };
	must(ledger_begin(l, 0, &err));
	must(order_define(l, &o, BY_FILE, &changed, &err));
	must(ledger_commit(l, &err));
	order_done(&o);
	carton(l, "B1", EV_CARTON_STARTED, (struct carton_say){ .kind = "carton",
	    .order = "SO:7", .party = "C-1" });
	carton(l, "B2", EV_CARTON_STARTED, (struct carton_say){ .kind = "carton",
	    .order = "SO:7", .party = "C-1" });
	carton(l, "P1", EV_CARTON_STARTED, (struct carton_say){ .kind = "pallet" });
	carton(l, "B2", EV_CARTON_NESTED, (struct carton_say){ .parent = "P1" });
	pack(l, "DRILL", 1, "D10", "B1");
	pack(l, "DRILL", 1, "D9", "B2");
	pack(l, "SAW", 2, "W1", "B1");
	book(l, EV_UNIT_SHIPPED, "DRILL", "D10", &(struct event_body){
	    .order = "SO:7", .line = 1, .party = "C-1" });
}

static void slip__lists__units_by_carton(void **state)
{
	struct packing p;
	struct err err;

	err_clear(&err);
	furnish(*state);
	must(packing_of_order(*state, ORDER_SO, "7", &p, &err));
	assert_int_equal(p.cartons.n, 2);
	assert_int_equal(p.units.n, 3);
	assert_string_equal(p.cartons.at[0].carton.code, "B1");
	assert_string_equal(p.cartons.at[1].outermost, "P1");
	assert_string_equal(p.units.at[0].unit.serial, "D10");
	assert_string_equal(p.units.at[1].unit.serial, "W1");
	assert_string_equal(p.units.at[1].name, "Item SAW");
	assert_string_equal(p.units.at[1].lot, "L7");
	assert_string_equal(p.units.at[2].unit.serial, "D9");
	assert_int_equal(p.units.at[2].carton, 1);
	assert_int_equal(p.lines.at[0].line.qty, 4);
	assert_int_equal(p.lines.at[0].packed, 1);
	assert_int_equal(p.lines.at[0].shipped, 1);
	assert_int_equal(p.lines.at[0].back_order, 2);
	packing_done(&p);
}

static void slip__has__the_members_of_its_json(void **state)
{
	struct json *root, *box;
	struct packing p;
	struct json_out j;
	struct str text;
	struct err err;

	err_clear(&err);
	furnish(*state);
	must(packing_of_order(*state, ORDER_SO, "7", &p, &err));
	str_init(&text);
	json_begin(&j, &text);
	packing_json(&p, &j);
	packing_done(&p);
	root = json_parse(text.p, text.len, &err);
	assert_non_null(root);
	assert_string_equal(json_get_text(root, "order"), "7");
	assert_int_equal(json_count(json_get(root, "lines")), 2);
	box = json_at(json_get(root, "cartons"), 1);
	assert_string_equal(json_get_text(box, "pallet"), "P1");
	assert_string_equal(json_get_text(json_at(json_get(box, "units"), 0),
	    "serial"), "D9");
	assert_int_equal(json_count(json_get(root, "loose")), 0);
	json_free(root);
	str_done(&text);
}

static void contents__list__all_that_is_within(void **state)
{
	struct packing p;
	struct err err;

	err_clear(&err);
	furnish(*state);
	must(packing_of_carton(*state, "P1", &p, &err));
	assert_int_equal(p.cartons.n, 2);
	assert_int_equal(p.units.n, 1);
	assert_int_equal(p.units.at[0].carton, 1);
	packing_done(&p);
	assert_false(packing_of_carton(*state, "B9", &p, &err));
	assert_string_equal(err.code, "carton.unknown");
	assert_false(packing_of_order(*state, ORDER_TRANSFER, "7", &p, &err));
	assert_string_equal(err.code, "order.unknown");
}

UNIT_MAIN(
    ledger_test(slip__lists__units_by_carton),
    ledger_test(slip__has__the_members_of_its_json),
    ledger_test(contents__list__all_that_is_within),
)
