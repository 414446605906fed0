/*
 * test_cartons.c - containers, their numbers, tasks and promises.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: what cartons.h, tasks.h and the promises of masters.h say.  Method: a
 * ledger in memory; at the end of each test verify computes all of it anew.
 */
#include "ledgers.h"
#include "base/str.h"
#include "ledger/cartons.h"
#include "ledger/tasks.h"

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
started(struct ledger *l, const char *code, const char *kind)
{
	struct carton_say what = { .order = "SO:1", .party = "C-1", .bin = "PACK-1" };

	str_copy(what.kind, sizeof what.kind, kind);
	happens(l, code, EV_CARTON_STARTED, &what);
}

static struct carton
found(struct ledger *l, const char *code)
{
	struct carton c;
	struct err err;

	err_clear(&err);
	assert_int_equal(carton_find(l, code, &c, &err), 1);
	return c;
}

static void
carton__goes__from_open_to_shipped_and_back(void **state)
{
	struct ledger *l = *state;
	struct carton_say closed = { .weight_g = 1250 };
	struct carton_say shipped = { .carrier = "DHL", .tracking = "T9" };
	struct carton c;
	char code[32];

	started(l, "S1", "carton");
	c = found(l, "S1");
	assert_int_equal(c.state, CARTON_OPEN);
	assert_int_equal(c.kind, CARTON_CARTON);
	assert_string_equal(c.order, "SO:1");
	assert_string_equal(c.bin, "PACK-1");
	assert_false(carton_may(&c, EV_CARTON_STARTED, code));
	assert_string_equal(code, "carton.closed");
	assert_false(carton_may(NULL, EV_CARTON_CLOSED, code));
	assert_string_equal(code, "carton.unknown");
	happens(l, "S1", EV_CARTON_CLOSED, &closed);
	c = found(l, "S1");
	assert_int_equal(c.weight_g, 1250);
	assert_true(c.closed_at > 0);
	happens(l, "S1", EV_CARTON_SHIPPED, &shipped);
	c = found(l, "S1");
	assert_int_equal(c.state, CARTON_SHIPPED);
	assert_string_equal(c.carrier, "DHL");
	assert_string_equal(c.bin, "");
	assert_false(carton_may(&c, EV_CARTON_NESTED, code));
	happens(l, "S1", EV_CARTON_CLOSED, &closed);	/* too late: changes nothing */
	assert_int_equal(found(l, "S1").state, CARTON_SHIPPED);
	happens(l, "S1", EV_CARTON_SHIP_VOIDED, NULL);
	c = found(l, "S1");
	assert_int_equal(c.state, CARTON_CLOSED);
	assert_string_equal(c.tracking, "");
	must_verify(l);
}

static void
tote__begins__anew_and_a_carton_never(void **state)
{
	struct ledger *l = *state;
	struct carton c;
	char code[32];

	started(l, "T-1", "tote");
	started(l, "S1", "carton");
	happens(l, "T-1", EV_CARTON_ENDED, NULL);
	happens(l, "S1", EV_CARTON_ENDED, NULL);
	c = found(l, "T-1");
	assert_true(carton_may(&c, EV_CARTON_STARTED, code));
	c = found(l, "S1");
	assert_false(carton_may(&c, EV_CARTON_STARTED, code));
	started(l, "T-1", "tote");
	assert_int_equal(found(l, "T-1").state, CARTON_OPEN);
	must_verify(l);
}

static void
nested__are_found__at_any_depth(void **state)
{
	struct ledger *l = *state;
	struct carton_say on = { .parent = "P1" }, in = { .parent = "S1" };
	char tree[8][CODE_SIZE], top[CODE_SIZE];
	int64_t units, cartons;
	struct err err;
	size_t n;

	started(l, "P1", "pallet");
	started(l, "S1", "carton");
	started(l, "S2", "carton");
	started(l, "S3", "carton");
	happens(l, "S1", EV_CARTON_NESTED, &on);
	happens(l, "S2", EV_CARTON_NESTED, &on);
	happens(l, "S3", EV_CARTON_NESTED, &in);
	must(carton_tree(l, "P1", tree, 8, &n, &err));
	assert_int_equal(n, 4);
	assert_string_equal(tree[0], "P1");
	assert_string_equal(tree[3], "S3");
	must(carton_tree(l, "P1", tree, 2, &n, &err));
	assert_int_equal(n, 2);
	must(carton_outermost(l, "S3", top, &err));
	assert_string_equal(top, "P1");
	must(carton_count(l, "P1", &units, &cartons, &err));
	assert_int_equal(units, 0);
	assert_int_equal(cartons, 2);
	must_verify(l);
}

static void
sscc__follows__the_highest_and_ends(void **state)
{
	struct ledger *l = *state;
	struct sscc_plan plan = { .prefix = "9521001", .extension = 3, .first = 7,
	    .last = 9 };
	struct sscc_plan in_house = { .first = 1 };
	char sscc[SSCC_SIZE];
	struct err err;

	for (int i = 7; i <= 9; i++) {
		must(sscc_next(l, &plan, sscc, &err));
		assert_true(sscc_ok(sscc, 18));
		assert_memory_equal(sscc, "3952100100000000", 16);
		assert_int_equal(sscc[16], '0' + i);
		started(l, sscc, "carton");
		happens(l, sscc, EV_CARTON_ENDED, NULL);	/* used all the same */
	}
	err_clear(&err);
	assert_false(sscc_next(l, &plan, sscc, &err));
	assert_int_equal(err.kind, ERR_CLASH);
	must(sscc_next(l, &in_house, sscc, &err));
	assert_memory_equal(sscc, "0" SSCC_PREFIX_IN_HOUSE, 8);
}

static void
ask(struct ledger *l, const char *bin, bool wanted, char code[CODE_SIZE])
{
	struct task t = { .reason = "short", .item = "BOLT" };
	struct anomaly odd;
	struct event e;
	struct str body;
	struct err err;
	bool needed;

	err_clear(&err);
	str_init(&body);
	str_copy(t.bin, sizeof t.bin, bin);
	must(ledger_begin(l, 0, &err));
	must(task_request_event(l, &t, &needed, &e, &body, &err));
	assert_int_equal(needed, wanted);
	if (needed)
		must(ledger_append(l, &e, &odd, &err));
	must(ledger_commit(l, &err));
	str_copy(code, CODE_SIZE, t.code);
	str_done(&body);
}

static void
task__is_asked_for__once_a_bin(void **state)
{
	struct ledger *l = *state;
	struct event e = { .type = EV_TASK_CLOSED, .subject_kind = SUBJECT_TASK,
	    .json = "{}" };
	char one[CODE_SIZE], two[CODE_SIZE], again[CODE_SIZE];
	struct task t, page[4];
	struct anomaly odd;
	struct err err;
	size_t n;

	ask(l, "A-1", true, one);
	ask(l, "A-2", true, two);
	ask(l, "A-1", false, again);
	assert_string_equal(one, again);
	assert_int_equal(task_find(l, one, &t, &err), 1);
	assert_string_equal(t.reason, "short");
	assert_string_equal(t.operator, "os:tester");
	must(task_list_page(l, true, "", page, 4, &n, &err));
	assert_int_equal(n, 2);
	assert_string_equal(page[0].code, one);
	must(ledger_begin(l, 0, &err));
	str_copy(e.subject, sizeof e.subject, one);
	must(ledger_append(l, &e, &odd, &err));
	must(ledger_commit(l, &err));
	must(task_list_page(l, true, "", page, 4, &n, &err));
	assert_int_equal(n, 1);
	must(task_list_page(l, false, one, page, 4, &n, &err));
	assert_int_equal(n, 1);
	assert_string_equal(page[0].code, two);
	ask(l, "A-1", true, again);
	must_verify(l);
}

static void
promise__takes__the_place_of_the_one_before(void **state)
{
	struct ledger *l = *state;
	struct err err;
	int64_t n;

	must(ledger_begin(l, 0, &err));
	must(order_promise(l, "SO:1", 2, 5, BY_SCAN, &err));
	must(order_promise(l, "SO:1", 2, 3, BY_SCAN, &err));
	must(ledger_commit(l, &err));
	must(order_promised(l, "SO:1", 2, &n, &err));
	assert_int_equal(n, 3);
	must(order_promised(l, "SO:1", 1, &n, &err));
	assert_int_equal(n, 0);
	must_verify(l);
}

UNIT_MAIN(
    ledger_test(carton__goes__from_open_to_shipped_and_back),
    ledger_test(tote__begins__anew_and_a_carton_never),
    ledger_test(nested__are_found__at_any_depth),
    ledger_test(sscc__follows__the_highest_and_ends),
    ledger_test(task__is_asked_for__once_a_bin),
    ledger_test(promise__takes__the_place_of_the_one_before),
)
