/*
 * gs1_lint_date.c - dates and times in values of application identifiers.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include "domain/date.h"
#include "scan/gs1_private.h"

static const char *const months[] = { "January", "February", "March", "April",
    "May", "June", "July", "August", "September", "October", "November",
    "December" };

static int two(const char *digits)
{
	return (digits[0] - '0') * 10 + (digits[1] - '0');
}

/* Say which of month and day there is not. */
static bool no_such_day(int year, const char *mmdd, struct gs1_fault *fault)
{
	int month = two(mmdd), day = two(mmdd + 2);

	if (month < 1 || month > 12)
		return gs1_fault_set(fault, "code.syntax",
		    "month %02d does not exist", month);
	if (month == 2 && day == 29)
		return gs1_fault_set(fault, "code.syntax",
		    "day 29 does not exist in February %d", year);
	return gs1_fault_set(fault, "code.syntax",
	    "day %02d does not exist in %s", day, months[month - 1]);
}

static bool check_six(const char *value, bool day_zero_ok,
    const struct scan_options *options, struct gs1_fault *fault)
{
	char iso[DATE_ISO_SIZE];

	if (date_from_yymmdd(value, options->year, day_zero_ok, iso, NULL))
		return true;
	return no_such_day(date_full_year(two(value), options->year),
	    value + 2, fault);
}

bool gs1_lint_date(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	assert(n == 6);
	(void)n;
	return check_six(value, false, options, fault);
}

bool gs1_lint_date0(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	assert(n == 6);
	(void)n;
	return check_six(value, true, options, fault);
}

bool gs1_lint_date8(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	char iso[DATE_ISO_SIZE];

	(void)options;
	assert(n == 8);
	(void)n;
	if (date_from_yyyymmdd(value, iso))
		return true;
	return no_such_day(two(value) * 100 + two(value + 2), value + 4, fault);
}

static bool below(const char *digits, int limit, const char *what,
    struct gs1_fault *fault)
{
	if (two(digits) < limit)
		return true;
	return gs1_fault_set(fault, "code.syntax", "%s %.2s does not exist",
	    what, digits);
}

bool gs1_lint_hh(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	assert(n >= 2);
	(void)n;
	return below(value, 24, "hour", fault);
}

bool gs1_lint_mm(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	assert(n >= 2);
	(void)n;
	return below(value, 60, "minute", fault);
}

bool gs1_lint_ss(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	assert(n == 2);
	(void)n;
	return below(value, 60, "second", fault);
}

bool gs1_lint_hhmm(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	assert(n == 4);
	return gs1_lint_hh(value, n, options, fault) &&
	    gs1_lint_mm(value + 2, n - 2, options, fault);
}
