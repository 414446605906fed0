/*
 * test_clock.c - time.  Goal: written and read back alike over the whole range,
 * and never a day that does not exist.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "child.h"
#include <time.h>
#include "base/clock.h"

static const struct {
	int64_t ms;
	const char *text;
} times[] = {
	{ 0, "1970-01-01T00:00:00.000Z" },
	{ -1, "1969-12-31T23:59:59.999Z" },
	{ -1000, "1969-12-31T23:59:59.000Z" },
	{ 951782400000, "2000-02-29T00:00:00.000Z" },
	{ 1772438400123, "2026-03-02T08:00:00.123Z" },
	{ 4102444799999, "2099-12-31T23:59:59.999Z" },
	{ 253402300799999, "9999-12-31T23:59:59.999Z" },
	{ -62167219200000, "0000-01-01T00:00:00.000Z" },
};

static void clock_rfc3339__writes__and_reads_back(void **state)
{
	char text[CLOCK_RFC3339_SIZE];
	int64_t ms;

	(void)state;
	for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
		clock_rfc3339(times[i].ms, text);
		assert_string_equal(text, times[i].text);
		assert_true(clock_parse_rfc3339(text, &ms));
		assert_true(ms == times[i].ms);
	}
}

static void clock_rfc3339__stops__at_the_ends(void **state)
{
	char text[CLOCK_RFC3339_SIZE];

	(void)state;
	clock_rfc3339(INT64_MAX, text);
	assert_string_equal(text, "9999-12-31T23:59:59.999Z");
	clock_rfc3339(INT64_MIN, text);
	assert_string_equal(text, "0000-01-01T00:00:00.000Z");
}

static void clock_parse_rfc3339__takes__whole_seconds(void **state)
{
	int64_t ms = 5;

	(void)state;
	assert_true(clock_parse_rfc3339("2026-03-02T08:00:01Z", &ms));
	assert_true(ms == 1772438401000);
}

static void clock_parse_rfc3339__refuses__other_shapes(void **state)
{
	static const char *const wrong[] = {
		"", "2026-03-02", "2026-03-02T08:00:00", "2026-03-02 08:00:00Z",
		"2026-03-02T08:00:00.12Z", "2026-03-02T08:00:00.1234Z",
		"2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
		"2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
		"2026-04-31T00:00:00Z", "2026-01-01T24:00:00Z",
		"2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
		"2026-03-02T08:00:00Zx", "+026-03-02T08:00:00Z",
		"2026-03-02T08:00:00+00:00", "1900-02-29T00:00:00Z",
	};
	int64_t ms = 77;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(clock_parse_rfc3339(wrong[i], &ms));
		assert_true(ms == 77);
	}
}

static void clock_local__follows__the_zone(void **state)
{
	char hhmm[6], local[17];

	(void)state;
	setenv("TZ", "EST5EDT,M3.2.0,M11.1.0", 1);
	tzset();
	clock_hhmm(1772438400123, hhmm);
	clock_local(1772438400123, local);
	setenv("TZ", "UTC", 1);
	tzset();
	assert_string_equal(hhmm, "03:00");
	assert_string_equal(local, "2026-03-02 03:00");
}

static int64_t fixed_wall(void *ctx)
{
	return *(int64_t *)ctx;
}

static int64_t fixed_mono(void *ctx)
{
	return *(int64_t *)ctx + 5;
}

static void clock_use__puts__a_source_in(void **state)
{
	int64_t ms = 1772438400000;
	struct clock_source source = { fixed_wall, fixed_mono, &ms };
	char today[CLOCK_DATE_SIZE];

	(void)state;
	clock_use(&source);
	assert_true(clock_wall_ms() == ms);
	assert_true(clock_mono_us() == ms + 5);
	clock_today(today);
	assert_string_equal(today, "2026-03-02");
	clock_use(NULL);
	assert_true(clock_wall_ms() > ms - 10 * 365 * INT64_C(86400000));
}

static void clock_now__stops__by_the_environment(void **state)
{
	int64_t before;

	(void)state;
	setenv("DOCKLEDGER_NOW", "2026-03-02T08:00:00.000Z", 1);
	clock_use(NULL);
	assert_true(clock_wall_ms() == 1772438400000);
	before = clock_mono_us();
	usleep(2000);
	assert_true(clock_mono_us() - before >= 2000);
	assert_true(clock_wall_ms() == 1772438400000);
	unsetenv("DOCKLEDGER_NOW");
	clock_use(NULL);
}

static void ask_the_time(void)
{
	clock_use(NULL);
	clock_wall_ms();
}

static void clock_now__refuses__what_is_no_time(void **state)
{
	struct child_end end;

	(void)state;
	setenv("DOCKLEDGER_NOW", "yesterday", 1);
	end = child_run(ask_the_time);
	unsetenv("DOCKLEDGER_NOW");
	assert_exited(&end, 2);
	assert_non_null(strstr(end.errors, "yesterday"));
}

UNIT_MAIN(
	cmocka_unit_test(clock_rfc3339__writes__and_reads_back),
	cmocka_unit_test(clock_rfc3339__stops__at_the_ends),
	cmocka_unit_test(clock_parse_rfc3339__takes__whole_seconds),
	cmocka_unit_test(clock_parse_rfc3339__refuses__other_shapes),
	cmocka_unit_test(clock_local__follows__the_zone),
	cmocka_unit_test(clock_use__puts__a_source_in),
	cmocka_unit_test(clock_now__stops__by_the_environment),
	cmocka_unit_test(clock_now__refuses__what_is_no_time),
)
