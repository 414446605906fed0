/*
 * test_lists.c - definitions, orders and incidents by pages, both ways.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: pages of any size put together are the list, forward and back, and
 * rows carry their sums.
 */
#include "stock.h"
#include "report/lists.h"

#define BINS 25

/* Codes sort as bytes: B10 comes before B2. */
static const char *const first_bins[] = { "B0", "B1", "B10", "B11" };

static int
lists_setup(void **state)
{
	struct event_body dock = { .bin = "B1" };
	struct ledger *l;
	char code[CODE_SIZE];

	ledger_setup(state);
	l = *state;
	for (int i = 0; i < BINS; i++) {
		str_print(code, sizeof code, "B%d", i);
		define_bin(l, code, BIN_STORAGE, BINS - i);
	}
	define_item(l, "DRILL", "04012345678901");
	define_item(l, "SAW", "");
	for (int i = 0; i < 9; i++) {
		str_print(code, sizeof code, "S%d", i);
		book(l, EV_UNIT_OPENED, "DRILL", code, &dock);
	}
	dock.bin[0] = '\0';
	str_copy(dock.reason, sizeof dock.reason, "quality");
	book(l, EV_UNIT_HELD, "DRILL", "S3", &dock);
	return 0;
}

static void
bin_list__pages__both_ways(void **state)
{
	struct bin_row rows[4];
	char after[CODE_SIZE] = "", before[CODE_SIZE] = "";
	struct err err;
	size_t n, seen = 0;

	err_clear(&err);
	do {
		must(bin_list_page(*state, PAGE_AFTER, after, rows, 4, &n, &err));
		for (size_t i = 0; i < n; i++, seen++) {
			if (seen < 4)
				assert_string_equal(rows[i].bin.code,
				    first_bins[seen]);
			assert_true(strcmp(after, rows[i].bin.code) < 0);
			str_copy(after, sizeof after, rows[i].bin.code);
		}
	} while (n == 4);
	assert_int_equal(seen, BINS);
	do {
		must(bin_list_page(*state, PAGE_BEFORE, before, rows, 4, &n, &err));
		seen -= n;
		if (n > 0)
			str_copy(before, sizeof before, rows[0].bin.code);
		for (size_t i = 1; i < n; i++)
			assert_true(strcmp(rows[i - 1].bin.code,
			    rows[i].bin.code) < 0);
	} while (n == 4);
	assert_int_equal(seen, 0);
}

static void
bin_list__begins__where_is_typed(void **state)
{
	struct bin_row rows[1];
	struct err err;
	size_t n;

	err_clear(&err);
	must(bin_list_page(*state, PAGE_FROM, "B2", rows, 1, &n, &err));
	assert_string_equal(rows[0].bin.code, "B2");
	must(bin_list_page(*state, PAGE_AFTER, "B2", rows, 1, &n, &err));
	assert_string_equal(rows[0].bin.code, "B20");
	must(bin_list_page(*state, PAGE_FROM, "C", rows, 1, &n, &err));
	assert_int_equal(n, 0);
}

static void
lists__carry__sums(void **state)
{
	struct bin_row bins[BINS];
	struct item_row items[3];
	struct err err;
	size_t n;

	err_clear(&err);
	must(bin_list_page(*state, PAGE_AFTER, "", bins, BINS, &n, &err));
	assert_string_equal(bins[1].bin.code, "B1");
	assert_int_equal(bins[1].units, 9);
	assert_int_equal(bins[0].units, 0);
	must(item_list_page(*state, PAGE_AFTER, "", items, 3, &n, &err));
	assert_int_equal(n, 2);
	assert_string_equal(items[0].item.code, "DRILL");
	assert_int_equal(items[0].units[UNIT_AVAILABLE], 9);
	assert_int_equal(items[0].held, 1);
	assert_int_equal(items[1].units[UNIT_AVAILABLE], 0);
}

/* --- Orders --------------------------------------------------------------- */

static int
orders_setup(void **state)
{
	struct event_body b = { .order = "PO:7", .line = 1, .bin = "DOCK" };
	struct ledger *l;
	char number[CODE_SIZE];

	ledger_setup(state);
	l = *state;
	for (int i = 0; i < 10; i++) {
		str_print(number, sizeof number, "%d", i);
		define_order(l, i % 2 == 0 ? ORDER_SO : ORDER_PO, number,
		    i % 3 == 0 ? "ACME" : "BEST", "DRILL", "", 2);
	}
	define_order(l, ORDER_SO, "7", "BEST", "DRILL", "SAW", 2);
	book(l, EV_UNIT_RECEIVED, "DRILL", "S1", &b);
	return 0;
}

static void
walk_orders(struct ledger *l, const struct order_filter *f, struct str *out)
{
	struct order_row rows[3], last = { .kind = ORDER_PO };
	struct err err;
	size_t n;

	err_clear(&err);
	str_clear(out);
	do {
		must(order_list_page(l, f, PAGE_AFTER, last.kind, last.number, rows,
		    3, &n, &err));
		for (size_t i = 0; i < n; i++)
			str_addf(out, "%s:%s ", order_kind_name(rows[i].kind),
			    rows[i].number);
		if (n > 0)
			last = rows[n - 1];
	} while (n == 3);
}

static void
walk_orders_back(struct ledger *l, const struct order_filter *f, struct str *out)
{
	struct order_row rows[3], first = { .kind = ORDER_PO };
	struct str page;
	struct err err;
	size_t n;

	err_clear(&err);
	str_clear(out);
	str_init(&page);
	do {
		must(order_list_page(l, f, PAGE_BEFORE, first.kind, first.number,
		    rows, 3, &n, &err));
		str_clear(&page);
		for (size_t i = 0; i < n; i++)
			str_addf(&page, "%s:%s ", order_kind_name(rows[i].kind),
			    rows[i].number);
		str_add(&page, out->p);
		str_clear(out);
		str_add(out, page.p);
		if (n > 0)
			first = rows[0];
	} while (n == 3);
	str_done(&page);
}

static void
order_list__pages__both_ways(void **state)
{
	static const struct { struct order_filter f; const char *wanted; } cases[] = {
		{ { .kind = -1 }, "SO:0 PO:1 SO:2 PO:3 SO:4 PO:5 SO:6 PO:7 SO:7 "
		    "SO:8 PO:9 " },
		{ { .kind = ORDER_PO }, "PO:1 PO:3 PO:5 PO:7 PO:9 " },
		{ { .kind = -1, .party = "ACME" }, "SO:0 PO:3 SO:6 PO:9 " },
		{ { .kind = -1, .open = true }, "PO:1 PO:3 PO:5 PO:7 PO:9 SO:0 "
		    "SO:2 SO:4 SO:6 SO:8 SO:7 " },
		{ { .kind = ORDER_SO, .open = true, .party = "BEST" },
		    "SO:2 SO:4 SO:8 SO:7 " },
		{ { .kind = -1, .status = "part" }, "PO:7 " },
		{ { .kind = -1, .open = true, .status = "open" }, "PO:1 PO:3 PO:5 "
		    "PO:9 SO:0 SO:2 SO:4 SO:6 SO:8 SO:7 " },
		{ { .kind = -1, .status = "closed" }, "" },
		{ { .kind = -1, .begins = "7" }, "PO:7 SO:7 " },
		{ { .kind = -1, .open = true, .begins = "7" }, "PO:7 SO:7 " },
	};
	struct str got;

	str_init(&got);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		walk_orders(*state, &cases[i].f, &got);
		assert_string_equal(got.p, cases[i].wanted);
		walk_orders_back(*state, &cases[i].f, &got);
		assert_string_equal(got.p, cases[i].wanted);
	}
	str_done(&got);
}

static void
rank_order(struct ledger *l, const char *number, int64_t priority,
    const char *due)
{
	struct order_line *line;
	struct order o;
	struct err err;
	bool changed;

	order_init(&o);
	o.kind = ORDER_SO;
	o.state = ORDER_OPEN;
	o.priority = priority;
	str_copy(o.number, sizeof o.number, number);
	str_copy(o.party, sizeof o.party, "BEST");
	line = vec_push(&o.lines);
	*line = (struct order_line){ .line = 1, .item = "DRILL", .qty = 1 };
	str_copy(line->due, sizeof line->due, due);
	must(ledger_begin(l, 0, &err));
	must(order_define(l, &o, BY_FILE, &changed, &err));
	must(ledger_commit(l, &err));
	order_done(&o);
}

/* Priority, then due day, then age; without one it is 5 and due last. */
static void
order_list__puts__first_what_is_due_first(void **state)
{
	struct order_filter f = { .kind = ORDER_SO, .open = true, .begins = "r" };
	struct str got;

	rank_order(*state, "r1", 0, "");
	rank_order(*state, "r2", 0, "2026-03-09");
	rank_order(*state, "r3", 5, "2026-03-08");
	rank_order(*state, "r4", 1, "");
	rank_order(*state, "r5", 9, "2026-01-01");
	rank_order(*state, "r6", 0, "");
	str_init(&got);
	walk_orders(*state, &f, &got);
	assert_string_equal(got.p, "SO:r4 SO:r3 SO:r2 SO:r1 SO:r6 SO:r5 ");
	walk_orders_back(*state, &f, &got);
	assert_string_equal(got.p, "SO:r4 SO:r3 SO:r2 SO:r1 SO:r6 SO:r5 ");
	rank_order(*state, "r6", 2, "");	/* amended: it moves */
	walk_orders(*state, &f, &got);
	assert_string_equal(got.p, "SO:r4 SO:r6 SO:r3 SO:r2 SO:r1 SO:r5 ");
	str_done(&got);
}

static void
order_list__begins__with_the_anchor(void **state)
{
	struct order_filter all = { .kind = -1 }, open = { .kind = -1, .open = true };
	struct order_row rows[1];
	struct err err;
	size_t n;

	err_clear(&err);
	must(order_list_page(*state, &all, PAGE_FROM, ORDER_SO, "7", rows, 1, &n,
	    &err));
	assert_int_equal(rows[0].kind, ORDER_SO);
	assert_string_equal(rows[0].number, "7");
	must(order_list_page(*state, &open, PAGE_FROM, ORDER_PO, "7", rows, 1, &n,
	    &err));
	assert_int_equal(rows[0].kind, ORDER_PO);
	assert_string_equal(rows[0].number, "7");
	assert_string_equal(rows[0].status, "part");
	assert_int_equal(rows[0].done, 1);
	assert_int_equal(rows[0].qty, 2);
}

/* --- Incidents --------------------------------------------------------------- */

static void
open_incident(struct ledger *l, const char *bin, char key[INCIDENT_KEY_SIZE])
{
	struct err err;

	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(ledger_incident_open(l, SUBJECT_BIN, "", bin, "bin.full", "too much",
	    BY_KEYS, key, &err));
	must(ledger_commit(l, &err));
}

static void
incident_list__leaves_out__settled_ones(void **state)
{
	char keys[5][INCIDENT_KEY_SIZE];
	struct incident rows[5];
	struct err err;
	size_t n;

	err_clear(&err);
	for (int i = 0; i < 5; i++)
		open_incident(*state, "R1", keys[i]);
	must(ledger_begin(*state, 0, &err));
	must(ledger_incident_resolve(*state, keys[2], "moved", "", BY_KEYS, &err));
	must(ledger_commit(*state, &err));
	must(incident_list_page(*state, false, PAGE_AFTER, "", rows, 5, &n, &err));
	assert_int_equal(n, 5);
	must(incident_list_page(*state, true, PAGE_AFTER, "", rows, 5, &n, &err));
	assert_int_equal(n, 4);
	for (size_t i = 0; i < n; i++)
		assert_string_not_equal(rows[i].key, keys[2]);
}

static void
incident_list__pages__both_ways(void **state)
{
	char keys[7][INCIDENT_KEY_SIZE], at[INCIDENT_KEY_SIZE] = "";
	struct incident rows[3];
	struct err err;
	size_t n, seen = 0;

	err_clear(&err);
	for (int i = 0; i < 7; i++)
		open_incident(*state, "R1", keys[i]);
	do {
		must(incident_list_page(*state, true, PAGE_AFTER, at, rows, 3, &n,
		    &err));
		seen += n;
		if (n > 0)
			str_copy(at, sizeof at, rows[n - 1].key);
	} while (n == 3);
	assert_int_equal(seen, 7);
	at[0] = '\0';
	do {
		must(incident_list_page(*state, false, PAGE_BEFORE, at, rows, 3, &n,
		    &err));
		seen -= n;
		if (n > 0)
			str_copy(at, sizeof at, rows[0].key);
	} while (n == 3);
	assert_int_equal(seen, 0);
	must(incident_list_page(*state, true, PAGE_FROM, keys[6], rows, 1, &n,
	    &err));
	assert_string_equal(rows[0].key, keys[6]);
	assert_false(incident_list_page(*state, true, PAGE_AFTER, "nothing", rows,
	    1, &n, &err));
	assert_int_equal(err.kind, ERR_ABSENT);
}

#define bin_test(f) \
	cmocka_unit_test_setup_teardown(f, lists_setup, ledger_teardown)
#define order_test(f) \
	cmocka_unit_test_setup_teardown(f, orders_setup, ledger_teardown)

UNIT_MAIN(
    bin_test(bin_list__pages__both_ways),
    bin_test(bin_list__begins__where_is_typed),
    bin_test(lists__carry__sums),
    order_test(order_list__pages__both_ways),
    order_test(order_list__puts__first_what_is_due_first),
    order_test(order_list__begins__with_the_anchor),
    ledger_test(incident_list__leaves_out__settled_ones),
    ledger_test(incident_list__pages__both_ways),
)
