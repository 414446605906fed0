/*
 * test_operators.c - badges, PINs and locks.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: five wrong PINs in a row lock a badge, a right one between them sets
 * the count back, all of it is in the ledger and survives a new definition.
 */
#include "ledgers.h"
#include "base/str.h"

static void
define(struct ledger *l, const char *pin, enum role role)
{
	struct operator o = { .badge = "B7", .name = "Ada", .role = role };
	struct err err;
	bool changed;

	err_clear(&err);
	if (pin != NULL)
		must(seal_pin_hash(o.pin_hash, pin, &err));
	must(ledger_begin(l, 0, &err));
	must(operator_define(l, &o, BY_FILE, &changed, &err));
	must(ledger_commit(l, &err));
}

static struct operator
find(struct ledger *l)
{
	struct operator o;
	struct err err;

	assert_int_equal(operator_find(l, "B7", &o, &err), 1);
	return o;
}

static bool
check(struct ledger *l, const char *pin, struct err *err)
{
	struct operator o = find(l);

	err_clear(err);
	return operator_check_pin(l, &o, pin, err);
}

static void
operator_define__keeps_the_pin__when_none_is_given(void **state)
{
	struct ledger *l = *state;
	struct operator before, after;
	struct err err;

	define(l, "2468", ROLE_CLERK);
	before = find(l);
	assert_int_equal(before.role, ROLE_CLERK);
	define(l, NULL, ROLE_SUPERVISOR);
	after = find(l);
	assert_int_equal(after.role, ROLE_SUPERVISOR);
	assert_string_equal(after.pin_hash, before.pin_hash);
	assert_true(check(l, "2468", &err));
	assert_int_equal(must_verify(l), 3);
}

static void
operator_check_pin__locks__after_five_wrong_ones(void **state)
{
	struct ledger *l = *state;
	struct operator o;
	struct err err;

	define(l, "2468", ROLE_CLERK);
	for (int i = 1; i < PIN_TRIES_MAX; i++) {
		assert_false(check(l, "1111", &err));
		assert_string_equal(err.code, "pin.wrong");
		assert_int_equal(err.kind, ERR_DENIED);
		assert_int_equal(find(l).failures, i);
		assert_false(find(l).locked);
	}
	assert_false(check(l, "1111", &err));
	assert_string_equal(err.code, "operator.locked");
	assert_true(find(l).locked);
	assert_false(check(l, "2468", &err));
	assert_string_equal(err.code, "operator.locked");
	/* station, definition, five failures, one lock */
	assert_int_equal(must_verify(l), 1 + 1 + PIN_TRIES_MAX + 1);

	define(l, NULL, ROLE_ADMIN);
	assert_true(find(l).locked);
	o = find(l);
	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(operator_set_locked(l, &o, false, &err));
	must(ledger_commit(l, &err));
	assert_false(find(l).locked);
	assert_int_equal(find(l).failures, 0);
	assert_true(check(l, "2468", &err));
	must_verify(l);
}

static void
operator_check_pin__sets_the_count_back__when_it_is_right(void **state)
{
	struct ledger *l = *state;
	struct err err;
	int64_t events;

	define(l, "2468", ROLE_CLERK);
	assert_true(check(l, "2468", &err));
	events = must_verify(l);	/* a right one alone is no event */
	assert_int_equal(events, 2);
	assert_false(check(l, "", &err));
	assert_int_equal(find(l).failures, 1);
	assert_true(check(l, "2468", &err));
	assert_int_equal(find(l).failures, 0);
	assert_int_equal(must_verify(l), 4);
}

static void
operator_try_pin__counts__inside_a_transaction(void **state)
{
	struct ledger *l = *state;
	struct operator o;
	struct err err, wrong;

	define(l, "2468", ROLE_CLERK);
	o = find(l);
	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(operator_try_pin(l, &o, "1", &wrong, &err));
	assert_string_equal(wrong.code, "pin.wrong");
	must(operator_try_pin(l, &o, "2468", &wrong, &err));
	assert_int_equal(wrong.kind, ERR_NONE);
	must(operator_try_pin(l, &o, "1", &wrong, &err));
	must(ledger_commit(l, &err));
	assert_int_equal(find(l).failures, 1);
	assert_int_equal(must_verify(l), 1 + 1 + 3);
}

static void
operator_check_pin__has_nothing_to_ask__of_a_badge_without_pin(void **state)
{
	struct ledger *l = *state;
	struct err err;

	define(l, NULL, ROLE_CLERK);
	assert_true(check(l, "anything", &err));
	assert_int_equal(must_verify(l), 2);
}

UNIT_MAIN(
    ledger_test(operator_define__keeps_the_pin__when_none_is_given),
    ledger_test(operator_check_pin__locks__after_five_wrong_ones),
    ledger_test(operator_check_pin__sets_the_count_back__when_it_is_right),
    ledger_test(operator_try_pin__counts__inside_a_transaction),
    ledger_test(operator_check_pin__has_nothing_to_ask__of_a_badge_without_pin),
)
