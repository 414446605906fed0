/*
 * clock.c - what time it is.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One source at a time: the host's clocks, or what clock_use put in.  The
 * variable DOCKLEDGER_NOW stops the host's wall clock; its monotonic clock
 * goes on, because time-outs must still end.
 */
#include "base/clock.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define EXIT_USAGE 2
#define MS_MIN INT64_C(-62167219200000)	/* 0000-01-01T00:00:00.000Z */
#define MS_MAX INT64_C(253402300799999)	/* 9999-12-31T23:59:59.999Z */

static int64_t host_wall_ms(void *ctx);
static int64_t host_mono_us(void *ctx);

static const struct clock_source host = { host_wall_ms, host_mono_us, NULL };
static struct clock_source now = { host_wall_ms, host_mono_us, NULL };

static struct {
	bool looked;	/* the environment was read */
	bool is;
	int64_t ms;
} stopped;

static void look_if_stopped(void)
{
	const char *text = getenv("DOCKLEDGER_NOW");

	stopped.looked = true;
	stopped.is = false;
	if (text == NULL || *text == '\0')
		return;
	if (!clock_parse_rfc3339(text, &stopped.ms)) {
		fprintf(stderr, "dockledger: DOCKLEDGER_NOW is not a time: "
		    "\"%s\" (write it like 2026-03-02T08:00:00.000Z)\n", text);
		exit(EXIT_USAGE);
	}
	stopped.is = true;
}

static int64_t host_wall_ms(void *ctx)
{
	struct timespec t;

	(void)ctx;
	if (!stopped.looked)
		look_if_stopped();
	if (stopped.is)
		return stopped.ms;
	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int64_t host_mono_us(void *ctx)
{
	struct timespec t;

	(void)ctx;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t clock_wall_ms(void)
{
	return now.wall_ms(now.ctx);
}

int64_t clock_mono_us(void)
{
	return now.mono_us(now.ctx);
}

void clock_use(const struct clock_source *source)
{
	assert(source == NULL || (source->wall_ms && source->mono_us));
	now = source != NULL ? *source : host;
	stopped.looked = false;
}

/* --- Writing times ---------------------------------------------------------- */

/* Years outside 0 to 9999 have no place in RFC 3339; a stored time that is
 * out of range shows as the end of it. */
static int64_t within_years(int64_t ms)
{
	if (ms < MS_MIN)
		return MS_MIN;
	return ms > MS_MAX ? MS_MAX : ms;
}

/* Whole seconds at or before ms, also before 1970. */
static time_t seconds_of(int64_t ms)
{
	int64_t s = ms / 1000;

	return (time_t)(ms % 1000 < 0 ? s - 1 : s);
}

static void local_of(int64_t ms, struct tm *tm)
{
	time_t t = seconds_of(within_years(ms));

	localtime_r(&t, tm);
}

/* The last n digits of a number, with zeros in front.  snprintf would do, were
 * it sure that a year has four. */
static char *digits(char *p, int value, int n)
{
	for (int i = n - 1; i >= 0; i--) {
		p[i] = (char)('0' + value % 10);
		value /= 10;
	}
	return p + n;
}

static char *date_digits(char *p, const struct tm *tm)
{
	int year = tm->tm_year + 1900;

	/* A zone may push the first or the last day over the edge. */
	p = digits(p, year < 0 ? 0 : year > 9999 ? 9999 : year, 4);
	*p++ = '-';
	p = digits(p, tm->tm_mon + 1, 2);
	*p++ = '-';
	return digits(p, tm->tm_mday, 2);
}

static char *hhmm_digits(char *p, const struct tm *tm)
{
	p = digits(p, tm->tm_hour, 2);
	*p++ = ':';
	return digits(p, tm->tm_min, 2);
}

void clock_rfc3339(int64_t ms, char out[CLOCK_RFC3339_SIZE])
{
	struct tm tm;
	time_t t;
	char *p;

	ms = within_years(ms);
	t = seconds_of(ms);
	gmtime_r(&t, &tm);
	p = date_digits(out, &tm);
	*p++ = 'T';
	p = hhmm_digits(p, &tm);
	*p++ = ':';
	p = digits(p, tm.tm_sec, 2);
	*p++ = '.';
	p = digits(p, (int)(ms - (int64_t)t * 1000), 3);
	*p++ = 'Z';
	*p++ = '\0';
	assert(p - out == CLOCK_RFC3339_SIZE);
}

void clock_hhmm(int64_t ms, char out[6])
{
	struct tm tm;

	local_of(ms, &tm);
	*hhmm_digits(out, &tm) = '\0';
}

void clock_local(int64_t ms, char out[17])
{
	struct tm tm;
	char *p;

	local_of(ms, &tm);
	p = date_digits(out, &tm);
	*p++ = ' ';
	*hhmm_digits(p, &tm) = '\0';
}

void clock_today(char out[CLOCK_DATE_SIZE])
{
	struct tm tm;

	local_of(clock_wall_ms(), &tm);
	*date_digits(out, &tm) = '\0';
}

/* --- Reading times ---------------------------------------------------------- */

/* True when text has the shape: '0' stands for any digit, else itself. */
static bool has_shape(const char *text, const char *shape)
{
	for (; *shape != '\0'; shape++, text++) {
		bool fits = *shape == '0' ? *text >= '0' && *text <= '9'
		    : *text == *shape;

		if (!fits)
			return false;
	}
	return *text == '\0';
}

static int number(const char *p, int n)
{
	int value = 0;

	while (n-- > 0)
		value = value * 10 + (*p++ - '0');
	return value;
}

bool clock_parse_rfc3339(const char *text, int64_t *ms)
{
	struct tm tm = { 0 }, made;
	bool fraction = has_shape(text, "0000-00-00T00:00:00.000Z");
	time_t t;

	if (!fraction && !has_shape(text, "0000-00-00T00:00:00Z"))
		return false;
	tm.tm_year = number(text, 4) - 1900;
	tm.tm_mon = number(text + 5, 2) - 1;
	tm.tm_mday = number(text + 8, 2);
	tm.tm_hour = number(text + 11, 2);
	tm.tm_min = number(text + 14, 2);
	tm.tm_sec = number(text + 17, 2);
	made = tm;
	t = timegm(&made);
	/* timegm carries what is too large over; then it was no real time. */
	if (made.tm_mon != tm.tm_mon || made.tm_mday != tm.tm_mday ||
	    made.tm_hour != tm.tm_hour || made.tm_min != tm.tm_min ||
	    made.tm_sec != tm.tm_sec)
		return false;
	*ms = (int64_t)t * 1000 + (fraction ? number(text + 20, 3) : 0);
	return true;
}
