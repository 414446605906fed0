/*
 * test_words.c - every word of the design.  Goal: a name for each value, each
 * name found again, no name twice, and the table of permissions as written.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "domain/words.h"

/* name and find of each kind of word, by plain numbers. */
#define WORD(kind, count) \
	static const char *name_##kind(int v) { return kind##_name((enum kind)v); } \
	static int find_##kind(const char *n) { return kind##_find(n); }
#define ROW(kind, count) { #kind, name_##kind, find_##kind, count }
WORD(unit_status, UNIT_STATUSES)
WORD(bin_kind, BIN_KINDS)
WORD(order_kind, ORDER_KINDS)
WORD(party_kind, PARTY_KINDS)
WORD(role, ROLES)
WORD(need, NEEDS)
WORD(allocation, ALLOCATIONS)
WORD(subject_kind, SUBJECT_KINDS)
WORD(event_entry, EVENT_ENTRIES)
WORD(permission, PERMISSIONS)

static const struct {
	const char *kind;
	const char *(*name)(int);
	int (*find)(const char *);
	int count;
} words[] = {
	ROW(unit_status, UNIT_STATUSES), ROW(bin_kind, BIN_KINDS),
	ROW(order_kind, ORDER_KINDS), ROW(party_kind, PARTY_KINDS),
	ROW(role, ROLES), ROW(need, NEEDS), ROW(allocation, ALLOCATIONS),
	ROW(subject_kind, SUBJECT_KINDS), ROW(event_entry, EVENT_ENTRIES),
	ROW(permission, PERMISSIONS),
};

static void words__are__found_by_their_names(void **state)
{
	(void)state;
	for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
		for (int v = 0; v < words[w].count; v++) {
			const char *name = words[w].name(v);

			assert_true(name != NULL && name[0] != '\0');
			if (words[w].find(name) != v)
				fail_msg("%s: \"%s\" is not found as %d",
				    words[w].kind, name, v);
		}
}

static void words__find__nothing_else(void **state)
{
	static const char *const none[] = { "", "nothing", "Available", " po" };

	(void)state;
	for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
		for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
			if (words[w].find(none[i]) != -1)
				fail_msg("%s finds \"%s\"", words[w].kind, none[i]);
}

/* The statuses of the design, in its words. */
static void unit_status__has__the_words_of_the_design(void **state)
{
	static const char *const names[] = { "expected", "available", "allocated",
	    "picked", "packed", "shipped", "returned", "in_repair", "installed",
	    "checked_out", "missing", "scrapped", "retired" };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		assert_int_equal(unit_status_find(names[i]), (int)i + 1);
	assert_int_equal(sizeof names / sizeof names[0], UNIT_STATUSES - 1);
}

static void hold__has__a_bit_for_each_name(void **state)
{
	static const char *const names[] = { "quarantine", "recall", "incident",
	    "count", "quality" };

	(void)state;
	assert_int_equal(sizeof names / sizeof names[0], HOLD_KINDS);
	for (int i = 0; i < HOLD_KINDS; i++) {
		assert_int_equal(hold_find(names[i]), 1 << i);
		assert_string_equal(hold_name((enum hold)(1 << i)), names[i]);
	}
	assert_int_equal(hold_find("held"), -1);
}

static void role_may__grows__with_the_role(void **state)
{
	(void)state;
	for (int p = 0; p < PERMISSIONS; p++) {
		enum role least = permission_least_role((enum permission)p);

		for (int r = 0; r < ROLES; r++)
			assert_int_equal(role_may((enum role)r, (enum permission)p),
			    r >= (int)least);
	}
}

static void role_may__keeps__what_overrides_from_clerks(void **state)
{
	(void)state;
	assert_true(role_may(ROLE_CLERK, MAY_RECEIVE));
	assert_true(role_may(ROLE_CLERK, MAY_PUTAWAY));
	assert_false(role_may(ROLE_CLERK, MAY_OVERRIDE));
	assert_false(role_may(ROLE_CLERK, MAY_RESOLVE));
	assert_true(role_may(ROLE_SUPERVISOR, MAY_OVERRIDE));
	assert_false(role_may(ROLE_SUPERVISOR, MAY_ADMIN));
	for (int p = 0; p < PERMISSIONS; p++)
		assert_true(role_may(ROLE_ADMIN, (enum permission)p));
}

static void unit_status_in_house__says__who_fills_a_bin(void **state)
{
	(void)state;
	assert_true(unit_status_in_house(UNIT_AVAILABLE));
	assert_true(unit_status_in_house(UNIT_PACKED));
	assert_true(unit_status_in_house(UNIT_RETURNED));
	assert_false(unit_status_in_house(UNIT_NONE));
	assert_false(unit_status_in_house(UNIT_EXPECTED));
	assert_false(unit_status_in_house(UNIT_SHIPPED));
	assert_false(unit_status_in_house(UNIT_MISSING));
	assert_false(unit_status_in_house(UNIT_SCRAPPED));
	assert_false(unit_status_in_house(UNIT_RETIRED));
}

UNIT_MAIN(
    cmocka_unit_test(words__are__found_by_their_names),
    cmocka_unit_test(words__find__nothing_else),
    cmocka_unit_test(unit_status__has__the_words_of_the_design),
    cmocka_unit_test(hold__has__a_bit_for_each_name),
    cmocka_unit_test(role_may__grows__with_the_role),
    cmocka_unit_test(role_may__keeps__what_overrides_from_clerks),
    cmocka_unit_test(unit_status_in_house__says__who_fills_a_bin),
)
