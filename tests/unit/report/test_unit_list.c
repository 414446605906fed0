/*
 * test_unit_list.c - units by filter and by page, against a plain model.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: whatever is asked, the same units come as from a loop over an array,
 * in the same order, all at once and by pages both ways.  Method: a few
 * hundred units with a spread of properties; the model tries each filter on
 * what the ledger says of each unit.
 */
#include <stdlib.h>
#include "stock.h"
#include "domain/date.h"
#include "report/unit_list.h"

#define UNITS 300

static const char *const items[] = { "B-2", "A-10", "C", "A-9" };
static const char *const bins[] = { "R1", "R2", "DOCK" };

static struct unit model[UNITS];

static int
by_item_and_serial(const void *a, const void *b)
{
	const struct unit *x = a, *y = b;
	int order = strcmp(x->item, y->item);

	return order != 0 ? order : serial_compare(x->serial, y->serial);
}

static void
body_of(int i, struct event_body *b)
{
	memset(b, 0, sizeof *b);
	str_copy(b->bin, sizeof b->bin, bins[i % 3]);
	str_print(b->lot, sizeof b->lot, "L%d", i % 5);
	str_print(b->made_on, sizeof b->made_on, "2026-01-%02d", i % 28 + 1);
	if (i % 4 == 0)
		str_print(b->expires_on, sizeof b->expires_on, "2027-%02d-01",
		    i % 12 + 1);
	str_copy(b->country, sizeof b->country, i % 7 == 0 ? "DE" : "CN");
	str_copy(b->party, sizeof b->party, i % 6 == 0 ? "ACME" : "BEST");
	if (i % 3 != 0) {
		str_copy(b->order, sizeof b->order, i % 2 == 0 ? "PO:1" : "PO:2");
		b->line = 1;
	}
}

/* What happens to a unit after it came. */
static void
live_on(struct ledger *l, int i, const char *item, const char *serial)
{
	struct event_body b = { .reason = "quality" };

	if (i % 10 == 3)
		book(l, EV_UNIT_HELD, item, serial, &b);
	if (i % 10 == 5) {
		struct event_body p = { .order = "SO:9", .line = 1,
		    .carton = "340123450000000018" };

		book(l, EV_UNIT_PICKED, item, serial, &p);
		book(l, EV_UNIT_PACKED, item, serial, &p);
		if (i % 20 == 5) {
			str_copy(p.party, sizeof p.party, "CUST");
			book(l, EV_UNIT_SHIPPED, item, serial, &p);
		}
	}
	if (i % 10 == 7)
		book(l, EV_UNIT_CHECKED_OUT, item, serial, NULL);
}

static int
stock_setup(void **state)
{
	struct ledger *l;
	struct err err;

	ledger_setup(state);
	l = *state;
	err_clear(&err);
	define_order(l, ORDER_PO, "1", "ACME", "A-9", "", 100);
	define_order(l, ORDER_PO, "2", "BEST", "A-9", "", 100);
	for (int i = 0; i < UNITS; i++) {
		const char *item = items[i % 4];
		char serial[TEXT_SIZE];
		struct event_body b;

		str_print(serial, sizeof serial, i % 9 == 0 ? "SN%05d" : "SN%d", i);
		body_of(i, &b);
		book(l, i % 3 == 0 ? EV_UNIT_OPENED : EV_UNIT_RECEIVED, item, serial,
		    &b);
		live_on(l, i, item, serial);
		must(ledger_unit(l, item, serial, &model[i], &err) > 0);
	}
	qsort(model, UNITS, sizeof model[0], by_item_and_serial);
	return 0;
}

/* --- The model ------------------------------------------------------------ */

/* Supplier of the i-th unit as body_of made it; the number is in its serial. */
static const char *
supplier_of(const struct unit *u)
{
	int i = atoi(u->serial + 2);

	if (i % 3 == 0)
		return i % 6 == 0 ? "ACME" : "BEST";
	return i % 2 == 0 ? "ACME" : "BEST";
}

static bool
asks(const char *asked, const char *has)
{
	return asked[0] == '\0' || strcmp(asked, has) == 0;
}

static bool
in_dates(const struct unit_filter *f, const struct unit *u)
{
	return (f->made_from[0] == '\0' ||
	    date_compare(u->made_on, f->made_from) >= 0) &&
	    (f->made_to[0] == '\0' ||
	    date_compare(u->made_on, f->made_to) <= 0) &&
	    (f->expires_before[0] == '\0' || (u->expires_on[0] != '\0' &&
	    date_compare(u->expires_on, f->expires_before) < 0));
}

static bool
matches(const struct unit_filter *f, const struct unit *u)
{
	return asks(f->item, u->item) && asks(f->lot, u->lot) &&
	    asks(f->party, u->party) && asks(f->country, u->country) &&
	    asks(f->carton, u->carton) && asks(f->supplier, supplier_of(u)) &&
	    (f->bin[0] == '\0' || (strcmp(f->bin, u->bin) == 0 &&
	    (f->status != UNIT_NONE || unit_status_in_house(u->status)))) &&
	    (f->status == UNIT_NONE || f->status == u->status) &&
	    (f->holds == 0 || (u->holds & f->holds) != 0) &&
	    (f->order[0] == '\0' || strcmp(f->order, u->in_order) == 0 ||
	    strcmp(f->order, u->out_order) == 0) &&
	    (f->from[0] == '\0' || serial_compare(u->serial, f->from) >= 0) &&
	    (f->to[0] == '\0' || serial_compare(u->serial, f->to) <= 0) &&
	    in_dates(f, u);
}

static size_t
model_list(const struct unit_filter *f, const struct unit *out[UNITS])
{
	size_t n = 0;

	for (int i = 0; i < UNITS; i++)
		if (matches(f, &model[i]))
			out[n++] = &model[i];
	return n;
}

/* --- The filters tried ------------------------------------------------------ */

static const struct unit_filter filters[] = {
	{ .item = "" },
	{ .item = "A-9" },
	{ .item = "NONE" },
	{ .status = UNIT_AVAILABLE },
	{ .status = UNIT_SHIPPED },
	{ .status = UNIT_SCRAPPED },
	{ .item = "C", .status = UNIT_PACKED },
	{ .holds = HOLDS_ANY },
	{ .holds = HOLD_QUALITY, .item = "B-2" },
	{ .holds = HOLD_COUNT },
	{ .bin = "R1" },
	{ .bin = "R1", .status = UNIT_CHECKED_OUT },
	{ .bin = "DOCK", .item = "A-10" },
	{ .bin = "NOWHERE" },
	{ .carton = "340123450000000018" },
	{ .carton = "340123450000000018", .item = "C" },
	{ .order = "PO:1" },
	{ .order = "SO:9" },
	{ .order = "SO:9", .status = UNIT_PACKED },
	{ .order = "PO:2", .bin = "R2" },
	{ .lot = "L3" },
	{ .from = "SN100" },
	{ .to = "SN99" },
	{ .from = "SN9", .to = "SN00099", .item = "A-10" },
	{ .from = "SN50", .to = "SN120", .bin = "R1" },
	{ .party = "CUST" },
	{ .supplier = "ACME" },
	{ .supplier = "BEST", .status = UNIT_SHIPPED },
	{ .supplier = "NOBODY" },
	{ .made_from = "2026-01-10", .made_to = "2026-01-12" },
	{ .expires_before = "2027-06-01" },
	{ .country = "DE", .item = "A-9" },
};
#define FILTERS (sizeof filters / sizeof filters[0])

struct got { struct unit units[UNITS]; size_t n; };

static bool
take(void *ctx, const struct unit *u)
{
	struct got *got = ctx;

	assert_true(got->n < UNITS);
	got->units[got->n++] = *u;
	return true;
}

static void
assert_same_unit(size_t filter, size_t i, const struct unit *got,
    const struct unit *wanted)
{
	if (strcmp(got->item, wanted->item) != 0 ||
	    strcmp(got->serial, wanted->serial) != 0)
		fail_msg("filter %zu, unit %zu: %s %s, not %s %s", filter, i,
		    got->item, got->serial, wanted->item, wanted->serial);
}

static void
unit_list__gives__what_the_model_says(void **state)
{
	static struct got got;
	const struct unit *wanted[UNITS];
	struct err err;

	err_clear(&err);
	for (size_t f = 0; f < FILTERS; f++) {
		size_t n = model_list(&filters[f], wanted);
		int64_t count;

		got.n = 0;
		must(unit_list_each(*state, &filters[f], take, &got, &err));
		assert_int_equal(got.n, n);
		for (size_t i = 0; i < n; i++)
			assert_same_unit(f, i, &got.units[i], wanted[i]);
		must(unit_list_count(*state, &filters[f], &count, &err));
		if (count != (int64_t)n)
			fail_msg("filter %zu: counted %lld of %zu", f,
			    (long long)count, n);
	}
}

#define PAGE 7

static void
unit_list_page__goes__forward(void **state)
{
	const struct unit *wanted[UNITS];
	struct unit page[PAGE];
	struct err err;

	err_clear(&err);
	for (size_t f = 0; f < FILTERS; f++) {
		const char *item = "", *serial = "";
		size_t total = model_list(&filters[f], wanted), seen = 0, n;

		do {
			must(unit_list_page(*state, &filters[f], PAGE_AFTER, item,
			    serial, page, PAGE, &n, &err));
			for (size_t i = 0; i < n; i++, seen++)
				assert_same_unit(f, seen, &page[i], wanted[seen]);
			item = n == 0 ? "" : wanted[seen - 1]->item;
			serial = n == 0 ? "" : wanted[seen - 1]->serial;
		} while (n == PAGE);
		assert_int_equal(seen, total);
	}
}

static void
unit_list_page__goes__back(void **state)
{
	const struct unit *wanted[UNITS];
	struct unit page[PAGE];
	struct err err;

	err_clear(&err);
	for (size_t f = 0; f < FILTERS; f++) {
		const char *item = "", *serial = "";
		size_t left = model_list(&filters[f], wanted), n;

		do {
			must(unit_list_page(*state, &filters[f], PAGE_BEFORE, item,
			    serial, page, PAGE, &n, &err));
			assert_true(n <= left);
			left -= n;
			for (size_t i = 0; i < n; i++)
				assert_same_unit(f, left + i, &page[i],
				    wanted[left + i]);
			item = n == 0 ? "" : wanted[left]->item;
			serial = n == 0 ? "" : wanted[left]->serial;
		} while (n == PAGE);
		assert_int_equal(left, 0);
	}
}

static void
unit_list_page__finds__place_of_what_is_typed(void **state)
{
	struct unit_filter all = { .item = "" };
	struct unit page[2];
	struct err err;
	size_t n;

	err_clear(&err);
	must(unit_list_page(*state, &all, PAGE_FROM, "A-9", "SN3", page, 2, &n,
	    &err));
	assert_int_equal(n, 2);
	assert_string_equal(page[0].serial, "SN3");
	must(unit_list_page(*state, &all, PAGE_FROM, "A-9", "SN2", page, 1, &n,
	    &err));
	assert_string_equal(page[0].serial, "SN3");	/* SN2 is of another item */
	must(unit_list_page(*state, &all, PAGE_FROM, "B", "", page, 1, &n, &err));
	assert_string_equal(page[0].item, "B-2");
}

static void
unit_list_each__stops__when_told(void **state)
{
	struct unit_filter all = { .item = "" };
	struct got *got = calloc(1, sizeof *got);
	struct unit one;
	struct err err;
	size_t n;

	err_clear(&err);
	must(unit_list_page(*state, &all, PAGE_AFTER, "", "", &one, 1, &n, &err));
	assert_int_equal(n, 1);
	/* the walk is ended: the next one may begin */
	must(unit_list_each(*state, &all, take, got, &err));
	assert_int_equal(got->n, UNITS);
	free(got);
}

static void
unit_filter_check__refuses__nonsense(void **state)
{
	static const struct unit_filter wrong[] = {
		{ .from = "SN9", .to = "SN10000", .made_from = "2026-02-30" },
		{ .from = "SN10", .to = "SN9" },
		{ .expires_before = "soon" },
		{ .made_from = "2026-02-02", .made_to = "2026-02-01" },
	};
	struct unit page[1];
	struct err err;
	int64_t count;
	size_t n;

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		err_clear(&err);
		assert_false(unit_filter_check(&wrong[i], &err));
		assert_int_equal(err.kind, ERR_INPUT);
		assert_false(unit_list_count(*state, &wrong[i], &count, &err));
		assert_false(unit_list_page(*state, &wrong[i], PAGE_AFTER, "", "",
		    page, 1, &n, &err));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unit_list__gives__what_the_model_says),
		cmocka_unit_test(unit_list_page__goes__forward),
		cmocka_unit_test(unit_list_page__goes__back),
		cmocka_unit_test(unit_list_page__finds__place_of_what_is_typed),
		cmocka_unit_test(unit_list_each__stops__when_told),
		cmocka_unit_test(unit_filter_check__refuses__nonsense),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, stock_setup,
	    ledger_teardown);
}
