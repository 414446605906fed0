/*
 * test_serials.c - serials issued and voided.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: what serials.h says of issuing and of what was issued.
 */
#include "pair.h"

/* --- Owning and issuing ---------------------------------------------------------- */

static void owner__counts__from_one(void **state)
{
	struct pair *p = *state;

	define(p->a, "R", "HH{SEQ:4}", "HH[0-9]{4}");
	assert_string_equal(issue(p->a, "I-R", 1), "HH0001..HH0001");
	assert_string_equal(issue(p->a, "I-R", 3), "HH0002..HH0004");
	define(p->a, "R", "HH{SEQ:4}", "HH[0-9]+");	/* another pattern: the same numbers */
	assert_int_equal(holds(p->a, "R"), 1);
	assert_string_equal(issue(p->a, "I-R", 2500), "HH0005..HH2504");
	refuses(p->a, "I-R", 8000, "serial.used-up");
	assert_string_equal(issue(p->a, "I-R", 1), "HH2505..HH2505");
	refuses(p->a, "I-R", 0, "serial.format");
}

static void issue__refuses__what_has_no_mask(void **state)
{
	struct pair *p = *state;

	define(p->a, "N", "", "");
	refuses(p->a, "I-N", 1, "serial.no-mask");
	refuses(p->a, "NOTHING", 1, "item.unknown");
	define(p->a, "S", "{SITE}{SEQ:4}", ".+");
	refuses(p->a, "I-S", 1, "serial.format");	/* the station has no site */
	define(p->a, "P", "P{SEQ:4}", "Q[0-9]{4}");
	refuses(p->a, "I-P", 1, "serial.format");	/* not by its own pattern */
}

/* A serial that a unit bears already is passed over, and its number is gone. */
static void issue__passes__known_units_over(void **state)
{
	struct pair *p = *state;
	struct event e = { .type = EV_UNIT_OPENED, .subject_kind = SUBJECT_UNIT,
	    .item = "OTHER", .subject = "HH0002", .entry = BY_FILE };
	struct anomaly odd;
	struct err err;

	err_clear(&err);
	define(p->a, "R", "HH{SEQ:4}", "HH[0-9]{4}");
	must(ledger_begin(p->a, 0, &err));
	must(ledger_append(p->a, &e, &odd, &err));
	must(ledger_commit(p->a, &err));
	assert_string_equal(issue(p->a, "I-R", 2), "HH0001..HH0003");
}

static void mask__changed__has_numbers_of_its_own(void **state)
{
	struct pair *p = *state;

	define(p->a, "R", "A{SEQ:2}", ".+");
	assert_string_equal(issue(p->a, "I-R", 90), "A01..A90");
	define(p->a, "R", "B{SEQ:2}", ".+");
	assert_string_equal(issue(p->a, "I-R", 5), "B01..B05");
	define(p->a, "R", "A{SEQ:2}", ".+");
	assert_string_equal(issue(p->a, "I-R", 9), "A91..A99");
	refuses(p->a, "I-R", 1, "serial.used-up");
}

/* A rollback gives back what was never durable, and nothing else. */
static void rollback__leaves__no_trace(void **state)
{
	struct pair *p = *state;
	struct made_serials out = { .list = { .n = 0 } };
	struct serial_ask ask = { .item = "I-R", .n = 5, .purpose = "label",
	    .site = "" };
	struct err err;

	err_clear(&err);
	define(p->a, "R", "A{SEQ:2}", ".+");
	must(ledger_begin(p->a, 0, &err));
	must(serials_issue(p->a, &ask, &out, &err));
	ledger_rollback(p->a);
	assert_string_equal(issue(p->a, "I-R", 1), "A01..A01");
	vec_done(&out.list);
}

/* --- Drawn masks ----------------------------------------------------------------- */

static void drawn__serials__are_scarce_and_single(void **state)
{
	struct pair *p = *state;
	struct made_serials out = { .list = { .n = 0 } };
	struct err err;
	size_t low = 0;

	define(p->a, "D", "#######", "[0-9]{7}");	/* 10,000,000: 1,000 serials */
	must(try_issue(p->a, "I-D", 900, &out, &err));
	for (size_t i = 0; i < out.list.n; i++) {
		low += out.list.at[i].text[0] < '5';
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(out.list.at[i].text, out.list.at[k].text);
	}
	assert_true(low > 300 && low < 700);
	vec_done(&out.list);
	refuses(p->a, "I-D", 101, "serial.used-up");
	issue(p->a, "I-D", 100);
	refuses(p->a, "I-D", 1, "serial.used-up");
}

/* --- What was issued -------------------------------------------------------------- */

static bool
try_void(struct ledger *l, const char *item, const char *from, const char *to,
    int64_t *n, struct err *err)
{
	struct serial_ask ask = { .item = item, .entry = BY_KEYS };

	err_clear(err);
	if (!ledger_begin(l, 0, err))
		return false;
	if (serials_void(l, &ask, from, to, "torn", n, err))
		return ledger_commit(l, err);
	ledger_rollback(l);
	return false;
}

static void voided__serials__stay_void(void **state)
{
	struct pair *p = *state;
	struct event e = { .type = EV_UNIT_COMMISSIONED, .subject_kind = SUBJECT_UNIT,
	    .item = "I-R", .subject = "HH0003", .entry = BY_SCAN };
	int64_t n, issued, applied, voided;
	struct issued found, page[8];
	struct issued_filter open = { .open = true, .item = "I-R" };
	struct anomaly odd;
	size_t got;
	struct err err;

	err_clear(&err);
	define(p->a, "R", "HH{SEQ:4}", ".+");
	issue(p->a, "I-R", 4);
	issue(p->a, "I-R", 4);
	must(ledger_begin(p->a, 0, &err));
	must(ledger_append(p->a, &e, &odd, &err));
	must(ledger_commit(p->a, &err));
	assert_false(try_void(p->a, "I-R", "HH0002", "HH0005", &n, &err));
	assert_string_equal(err.code, "unit.already-done");
	assert_non_null(strstr(err.what, "HH0003"));
	assert_false(try_void(p->a, "I-R", "HH0001", "HH0099", &n, &err));
	assert_string_equal(err.code, "serial.not-issued");
	assert_false(try_void(p->a, "I-R", "HH0006", "HH0004", &n, &err));
	must(try_void(p->a, "I-R", "HH0004", "HH0006", &n, &err));
	assert_int_equal(n, 3);
	must(try_void(p->a, "I-R", "HH0006", "HH0007", &n, &err));
	assert_int_equal(n, 1);
	assert_int_equal(issued_find(p->a, "I-R", "HH0005", &found, &err), 1);
	assert_true(found.voided);
	assert_string_equal(found.reason, "torn");
	must(issued_counts(p->a, "R", &issued, &voided, &applied, &err));
	assert_int_equal(issued, 8);
	assert_int_equal(voided, 4);
	assert_int_equal(applied, 1);
	must(issued_page(p->a, &open, NULL, page, 2, &got, &err));
	assert_int_equal(got, 2);
	assert_string_equal(page[1].serial, "HH0002");
	must(issued_page(p->a, &open, &page[1], page, 8, &got, &err));
	assert_int_equal(got, 1);
	assert_string_equal(page[0].serial, "HH0008");
	assert_string_equal(page[0].station, "T1");
	assert_string_equal(issue(p->a, "I-R", 1), "HH0009..HH0009");
}

UNIT_MAIN(
    pair_test(owner__counts__from_one),
    pair_test(issue__refuses__what_has_no_mask),
    pair_test(issue__passes__known_units_over),
    pair_test(mask__changed__has_numbers_of_its_own),
    pair_test(rollback__leaves__no_trace),
    pair_test(drawn__serials__are_scarce_and_single),
    pair_test(voided__serials__stay_void),
)
