/*
 * test_cartons.c - containers by pages, both ways, and one with all within it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "stock.h"
#include "report/carton_report.h"

#define CARTONS 23

static void
happens(struct ledger *l, const char *code, enum event_type type,
    const struct carton_say *what)
{
	struct err err;

	must(ledger_begin(l, 0, &err));
	must(carton_append(l, code, type, what, BY_SCAN, &err));
	must(ledger_commit(l, &err));
}

/* C0 ... C22: every third has left, every second is of SO:1; C1 holds two
 * units and C4. */
static int
cartons_setup(void **state)
{
	struct carton_say start = { .kind = "carton", .party = "X" }, none = { 0 };
	struct carton_say into = { .parent = "C1" };
	struct event_body dock = { .bin = "B1" }, packed = { .carton = "C1" };
	struct ledger *l;
	char code[CODE_SIZE];

	ledger_setup(state);
	l = *state;
	for (int i = 0; i < CARTONS; i++) {
		str_print(code, sizeof code, "C%d", i);
		str_copy(start.order, sizeof start.order, i % 2 == 0 ? "SO:1" : "");
		happens(l, code, EV_CARTON_STARTED, &start);
		if (i % 3 == 0)
			happens(l, code, EV_CARTON_SHIPPED, &none);
	}
	happens(l, "C4", EV_CARTON_NESTED, &into);
	define_item(l, "DRILL", "");
	for (int i = 10; i >= 9; i--) {
		str_print(code, sizeof code, "S%d", i);
		book(l, EV_UNIT_OPENED, "DRILL", code, &dock);
		book(l, EV_UNIT_PICKED, "DRILL", code, &dock);
		book(l, EV_UNIT_PACKED, "DRILL", code, &packed);
	}
	return 0;
}

static void
pages(struct ledger *l, const struct carton_filter *f, size_t wanted)
{
	struct carton_line rows[4];
	char after[CODE_SIZE] = "", before[CODE_SIZE] = "";
	struct err err;
	size_t n, seen = 0;

	do {
		must(carton_list_page(l, f, PAGE_AFTER, after, rows, 4, &n, &err));
		for (size_t i = 0; i < n; i++, seen++) {
			assert_true(strcmp(after, rows[i].carton.code) < 0);
			assert_true(!f->here || rows[i].carton.state < CARTON_SHIPPED);
			str_copy(after, sizeof after, rows[i].carton.code);
		}
	} while (n == 4);
	assert_int_equal(seen, wanted);
	do {
		must(carton_list_page(l, f, PAGE_BEFORE, before, rows, 4, &n, &err));
		seen -= n;
		if (n > 0)
			str_copy(before, sizeof before, rows[0].carton.code);
		for (size_t i = 1; i < n; i++)
			assert_true(strcmp(rows[i - 1].carton.code,
			    rows[i].carton.code) < 0);
	} while (n == 4);
	assert_int_equal(seen, 0);
}

static void carton_list__pages__both_ways(void **state)
{
	struct carton_filter all = { .here = false }, here = { .here = true };
	struct carton_filter order = { .order = "SO:1" };
	struct carton_filter left = { .here = true, .order = "SO:1" };
	struct carton_filter none = { .order = "SO:9" };
	struct carton_line row;
	struct err err;
	size_t n;

	pages(*state, &all, 23);
	pages(*state, &here, 15);
	pages(*state, &order, 12);
	pages(*state, &left, 8);
	pages(*state, &none, 0);
	must(carton_list_page(*state, &all, PAGE_FROM, "C1", &row, 1, &n, &err));
	assert_string_equal(row.carton.code, "C1");
	assert_int_equal(row.units, 2);
	assert_int_equal(row.cartons, 1);
	must(carton_list_page(*state, &all, PAGE_AFTER, "C1", &row, 1, &n, &err));
	assert_string_equal(row.carton.code, "C10");
}

static void carton__is_shown__with_all_in_it(void **state)
{
	struct carton_report r;
	struct json_out j;
	struct str text;
	struct err err;

	must(carton_report_read(*state, "C1", &r, &err));
	assert_int_equal(r.units.n, 2);
	assert_string_equal(r.units.at[0].serial, "S9");	/* natural order */
	assert_string_equal(r.units.at[1].serial, "S10");
	assert_int_equal(r.cartons.n, 1);
	assert_string_equal(r.cartons.at[0].carton.code, "C4");
	str_init(&text);
	json_begin(&j, &text);
	must(carton_report_json(*state, &r, &j, &err));
	assert_non_null(strstr(text.p, "\"cartons\":[{\"code\":\"C4\",\"kind\":\"carton\""));
	assert_non_null(strstr(text.p, "\"units\":[{\"item\":\"DRILL\",\"serial\":\"S9\"}"));
	assert_non_null(strstr(text.p, "\"weight_g\":null,\"carrier\":null"));
	str_done(&text);
	carton_report_done(&r);
	assert_false(carton_report_read(*state, "NIX", &r, &err));
	assert_string_equal(err.code, "carton.unknown");
}

UNIT_MAIN(
    cmocka_unit_test_setup_teardown(carton_list__pages__both_ways, cartons_setup,
	ledger_teardown),
    cmocka_unit_test_setup_teardown(carton__is_shown__with_all_in_it,
	cartons_setup, ledger_teardown),
)
