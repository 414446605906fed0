/*
 * date.c - calendar days as "YYYY-MM-DD".
 * SPDX-License-Identifier: Apache-2.0
 *
 * Day numbers are counted in a year that begins on 1 March: then the day
 * that comes and goes is the last of the year, and the months before it have
 * the lengths 31 30 31 30 31 twice over, which one line of arithmetic gives.
 */
#include <assert.h>
#include <string.h>
#include "domain/date.h"

#define YEAR_MIN 1
#define YEAR_MAX 9999
#define DAYS_400_YEARS 146097
#define DAYS_TO_1970 719468	/* from 0000-03-01 */

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
	static const int days[12] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	assert(month >= 1 && month <= 12);
	return days[month - 1] + (month == 2 && is_leap(year));
}

/* The value of n digits, or -1; stops at the first byte that is none. */
static int read_digits(const char *text, size_t n)
{
	int value = 0;

	assert(n <= 8);
	for (size_t i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

static void write_digits(char *out, size_t n, int value)
{
	for (size_t i = n; i > 0; i--) {
		out[i - 1] = (char)('0' + value % 10);
		value /= 10;
	}
	assert(value == 0);
}

bool date_make(int year, int month, int day, char iso[DATE_ISO_SIZE])
{
	if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 ||
	    day < 1 || day > date_days_in_month(year, month))
		return false;
	write_digits(iso, 4, year);
	iso[4] = '-';
	write_digits(iso + 5, 2, month);
	iso[7] = '-';
	write_digits(iso + 8, 2, day);
	iso[10] = '\0';
	return true;
}

int date_full_year(int yy, int year)
{
	int diff = yy - year % 100;
	int century = year - year % 100;

	assert(yy >= 0 && yy <= 99);
	if (diff >= 51)
		century -= 100;
	else if (diff <= -50)
		century += 100;
	return century + yy;
}

bool date_from_yymmdd(const char *six, int year, bool day_zero_ok,
    char iso[DATE_ISO_SIZE], bool *no_day)
{
	int all = read_digits(six, 6);
	int yyyy, month, day;
	bool zero;

	if (all < 0)
		return false;
	yyyy = date_full_year(all / 10000, year);
	month = all / 100 % 100;
	day = all % 100;
	zero = day == 0;
	if (zero && (!day_zero_ok || month < 1 || month > 12))
		return false;
	if (zero)
		day = date_days_in_month(yyyy, month);
	if (!date_make(yyyy, month, day, iso))
		return false;
	if (no_day)
		*no_day = zero;
	return true;
}

bool date_from_yyyymmdd(const char *eight, char iso[DATE_ISO_SIZE])
{
	int all = read_digits(eight, 8);

	return all >= 0 &&
	    date_make(all / 10000, all / 100 % 100, all % 100, iso);
}

bool date_from_yyjjj(const char *five, int year, char iso[DATE_ISO_SIZE])
{
	int all = read_digits(five, 5);
	int yyyy, day, month = 1;

	if (all < 0)
		return false;
	yyyy = date_full_year(all / 1000, year);
	day = all % 1000;
	if (day < 1 || day > 365 + is_leap(yyyy))
		return false;
	while (day > date_days_in_month(yyyy, month))
		day -= date_days_in_month(yyyy, month++);
	return date_make(yyyy, month, day, iso);
}

bool date_is_valid(const char *iso)
{
	char again[DATE_ISO_SIZE];

	return strnlen(iso, DATE_ISO_SIZE) == DATE_ISO_SIZE - 1 &&
	    iso[4] == '-' && iso[7] == '-' &&
	    date_make(read_digits(iso, 4), read_digits(iso + 5, 2),
		read_digits(iso + 8, 2), again);
}

void date_split(const char *iso, int *year, int *month, int *day)
{
	assert(date_is_valid(iso));
	if (year)
		*year = read_digits(iso, 4);
	if (month)
		*month = read_digits(iso + 5, 2);
	if (day)
		*day = read_digits(iso + 8, 2);
}

int64_t date_to_days(const char *iso)
{
	int year, month, day;
	int64_t era, of_era, of_year;

	date_split(iso, &year, &month, &day);
	if (month <= 2)
		year--;			/* January and February end the year before */
	era = year / 400;
	of_era = year - era * 400;
	of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * DAYS_400_YEARS + of_era * 365 + of_era / 4 -
	    of_era / 100 + of_year - DAYS_TO_1970;
}

bool date_from_days(int64_t days, char iso[DATE_ISO_SIZE])
{
	int64_t era, of_era, years, of_year, month;

	if (days < -DAYS_TO_1970 || days > 4000000)
		return false;
	days += DAYS_TO_1970;
	era = days / DAYS_400_YEARS;
	of_era = days % DAYS_400_YEARS;
	years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	of_year = of_era - (365 * years + years / 4 - years / 100);
	month = (5 * of_year + 2) / 153;
	return date_make((int)(era * 400 + years + (month >= 10)),
	    (int)(month < 10 ? month + 3 : month - 9),
	    (int)(of_year - (153 * month + 2) / 5 + 1), iso);
}

int64_t date_days_between(const char *from, const char *to)
{
	return date_to_days(to) - date_to_days(from);
}

int date_compare(const char *a, const char *b)
{
	return strcmp(a, b);
}

bool date_add_days(const char *iso, int64_t n, char out[DATE_ISO_SIZE])
{
	if (n < -4000000 || n > 4000000)
		return false;
	return date_from_days(date_to_days(iso) + n, out);
}

bool date_add_months(const char *iso, int n, char out[DATE_ISO_SIZE])
{
	int year, month, day, months, last;

	if (n < -12 * YEAR_MAX || n > 12 * YEAR_MAX)
		return false;
	date_split(iso, &year, &month, &day);
	months = year * 12 + month - 1 + n;
	if (months < YEAR_MIN * 12 || months >= (YEAR_MAX + 1) * 12)
		return false;
	last = date_days_in_month(months / 12, months % 12 + 1);
	return date_make(months / 12, months % 12 + 1,
	    day < last ? day : last, out);
}
