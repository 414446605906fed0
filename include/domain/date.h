/*
 * date.h - calendar days as "YYYY-MM-DD".
 * SPDX-License-Identifier: Apache-2.0
 *
 * Days of the Gregorian calendar from 0001-01-01 to 9999-12-31, without time
 * and zone.  As text they compare as the days they name (date_compare is
 * strcmp said aloud).  Nothing here knows what day it is.
 *
 * Two-digit years follow the GS1 rule: the year nearest to the given one,
 * from 49 years back to 50 ahead.
 */
#ifndef DOMAIN_DATE_H
#define DOMAIN_DATE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DATE_ISO_SIZE 11	/* YYYY-MM-DD and NUL */

/* The full year that two digits (0..99) mean when it is now `year`. */
int date_full_year(int yy, int year);

/*
 * Read YYMMDD.  Looks at the first six bytes of six only and stops at a NUL.
 * With day_zero_ok the day 00 means the last day of that month, and *no_day
 * (may be NULL) says that it was so.  False, and nothing written, when it is
 * no date.
 */
bool date_from_yymmdd(const char *six, int year, bool day_zero_ok,
    char iso[DATE_ISO_SIZE], bool *no_day);

/* Read eight digits YYYYMMDD; the same promise. */
bool date_from_yyyymmdd(const char *eight, char iso[DATE_ISO_SIZE]);
/* Read YYJJJ, a two-digit year and the day in it, 001 to 366. */
bool date_from_yyjjj(const char *five, int year, char iso[DATE_ISO_SIZE]);

/* Exactly "YYYY-MM-DD", and a day that there is? */
bool date_is_valid(const char *iso);

int date_days_in_month(int year, int month);	/* month 1..12 */
bool date_make(int year, int month, int day, char iso[DATE_ISO_SIZE]);
/* The parts of a valid date (asserted); NULL for what is not wanted. */
void date_split(const char *iso, int *year, int *month, int *day);

/* Days since 1970-01-01 (negative before) and back.  The date must be valid;
 * the number must be a day of the years 1 to 9999, else false. */
int64_t date_to_days(const char *iso);
bool date_from_days(int64_t days, char iso[DATE_ISO_SIZE]);

/* to - from in days: 0 on the same day, negative when `to` is earlier. */
int64_t date_days_between(const char *from, const char *to);
/* < 0, 0, > 0 as a is earlier than, the same as or later than b. */
int date_compare(const char *a, const char *b);

/* The day n days or months later (or earlier).  A month that is too short
 * ends it: 2026-01-31 + 1 month = 2026-02-28.  False when that leaves the
 * years 1 to 9999.  out may be iso itself. */
bool date_add_days(const char *iso, int64_t n, char out[DATE_ISO_SIZE]);
bool date_add_months(const char *iso, int n, char out[DATE_ISO_SIZE]);
#endif
