/*
 * test_shares.c - rows of a screen, shared out.  Goal: whatever the table and
 * the rows, blocks stand one below the other, inside, and within their limits.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include "ui/shares.h"

static void shares_place__serves__the_important_first(void **state)
{
	const struct share shares[] = { { 1, 1, 0 }, { 4, 6, 2 }, { 3, 3, 1 } };
	struct area areas[3];

	(void)state;
	assert_int_equal(shares_place(shares, 3, 5, areas), 4);
	assert_int_equal(areas[0].rows, 1);
	assert_int_equal(areas[1].rows, 0);
	assert_int_equal(areas[2].rows, 3);
	assert_int_equal(areas[2].row, 1);
}

static void shares_place__goes_round__with_what_is_over(void **state)
{
	const struct share shares[] = { { 1, 9, 1 }, { 1, 2, 0 }, { 0, 9, 2 } };
	struct area areas[3];

	(void)state;
	assert_int_equal(shares_place(shares, 3, 7, areas), 7);
	assert_int_equal(areas[0].rows, 3);
	assert_int_equal(areas[1].rows, 2);
	assert_int_equal(areas[2].rows, 2);
}

static void shares_place__leaves__what_nobody_wants(void **state)
{
	const struct share shares[] = { { 1, 2, 0 }, { 0, 0, 1 } };
	struct area areas[2];

	(void)state;
	assert_int_equal(shares_place(shares, 2, 50, areas), 2);
	assert_int_equal(areas[1].rows, 0);
}

/* A block that did not get what it must have gets nothing at all. */
static void shares_place__gives__no_scraps(void **state)
{
	const struct share shares[] = { { 3, 9, 1 }, { 2, 2, 0 } };
	struct area areas[2];

	(void)state;
	assert_int_equal(shares_place(shares, 2, 4, areas), 2);
	assert_int_equal(areas[0].rows, 0);
}

static void check(const struct share shares[], size_t n, int rows)
{
	struct area areas[SHARES_MAX];
	int used = shares_place(shares, n, rows, areas), row = 0;

	assert_true(used <= rows);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(areas[i].row, row);
		assert_true(areas[i].rows == 0 ||
		    areas[i].rows >= shares[i].least);
		assert_true(areas[i].rows <= shares[i].most);
		row += areas[i].rows;
	}
	assert_int_equal(row, used);
}

/* A small generator of our own: the same tables in every run. */
static void shares_place__holds__for_any_table(void **state)
{
	struct share shares[SHARES_MAX];
	unsigned seed = 20260302;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		size_t n = 1 + seed % SHARES_MAX;

		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525u + 1013904223u;
			shares[i].least = (int)(seed >> 8) % 5;
			shares[i].most = shares[i].least + (int)(seed >> 16) % 7;
			shares[i].rank = (int)(seed >> 24) % 6;
		}
		check(shares, n, (int)(seed >> 5) % 60);
	}
}

UNIT_MAIN(
    cmocka_unit_test(shares_place__serves__the_important_first),
    cmocka_unit_test(shares_place__goes_round__with_what_is_over),
    cmocka_unit_test(shares_place__leaves__what_nobody_wants),
    cmocka_unit_test(shares_place__gives__no_scraps),
    cmocka_unit_test(shares_place__holds__for_any_table),
)
