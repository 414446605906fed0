/*
 * test_warranty.c - the last day under cover: months, their ends, caps.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "domain/warranty.h"

static void
check(const char *start, int64_t months, const char *cap_from,
    int64_t cap_months, const char *want)
{
	struct warranty_terms t = { start, months, cap_from, cap_months };
	char got[DATE_ISO_SIZE];
	bool found = warranty_until(&t, got);

	assert_string_equal(got, want);
	assert_int_equal(found, want[0] != '\0');
}

static void until__adds__calendar_months(void **state)
{
	(void)state;
	check("2026-03-02", 24, "", 0, "2028-03-02");
	check("2026-03-02", 1, NULL, 0, "2026-04-02");
	check("2026-12-15", 1, "", 0, "2027-01-15");
}

static void until__ends__with_a_short_month(void **state)
{
	(void)state;
	check("2026-01-31", 1, "", 0, "2026-02-28");
	check("2027-12-31", 2, "", 0, "2028-02-29");
	check("2024-02-29", 24, "", 0, "2026-02-28");
	check("2024-02-29", 48, "", 0, "2028-02-29");
	check("2026-08-31", 13, "", 0, "2027-09-30");
}

static void until__holds__to_the_cap(void **state)
{
	(void)state;
	check("2026-03-02", 24, "2025-03-02", 30, "2027-09-02");
	check("2026-03-02", 24, "2026-02-28", 30, "2028-03-02");
	check("2026-03-02", 24, "2026-03-02", 12, "2027-03-02");
	check("2026-03-02", 24, "2020-08-31", 30, "2023-02-28");
}

static void until__ignores__a_cap_that_is_none(void **state)
{
	(void)state;
	check("2026-03-02", 24, "", 30, "2028-03-02");
	check("2026-03-02", 24, "soon", 30, "2028-03-02");
	check("2026-03-02", 24, "2026-01-01", 0, "2028-03-02");
	check("2026-03-02", 24, "9999-01-01", 13, "2028-03-02");
}

static void until__says__when_there_is_no_day(void **state)
{
	(void)state;
	check("", 24, "", 0, "");
	check("2026-02-30", 24, "", 0, "");
	check("2026-03-02", 0, "", 0, "");
	check("2026-03-02", -1, "", 0, "");
	check("9999-03-02", 24, "", 0, "");
	check("2026-03-02", INT64_MAX, "", 0, "");
}

UNIT_MAIN(
    cmocka_unit_test(until__adds__calendar_months),
    cmocka_unit_test(until__ends__with_a_short_month),
    cmocka_unit_test(until__holds__to_the_cap),
    cmocka_unit_test(until__ignores__a_cap_that_is_none),
    cmocka_unit_test(until__says__when_there_is_no_day),
)
