/*
 * clock.h - what time it is, for everybody, through one door.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Wall time is milliseconds since 1970 in UTC and is for people only: it
 * never orders events.  Monotonic time is microseconds from an unknown
 * start and is for gaps and time-outs.  A test or a simulator puts its own
 * source in; DOCKLEDGER_NOW=2026-03-02T08:00:00.000Z in the environment
 * stops the wall clock there (screens in tests); it is read when the clock is
 * first asked and again after clock_use.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H
#include <stdbool.h>
#include <stdint.h>

struct clock_source {
	int64_t (*wall_ms)(void *ctx);
	int64_t (*mono_us)(void *ctx);
	void *ctx;
};

int64_t clock_wall_ms(void);
int64_t clock_mono_us(void);
void clock_use(const struct clock_source *source);	/* NULL: the real one */

#define CLOCK_RFC3339_SIZE 25	/* 2026-03-02T08:00:00.000Z and NUL */
#define CLOCK_DATE_SIZE 11	/* 2026-03-02 and NUL */

/* UTC as RFC 3339 with milliseconds; years are held to 0000..9999. */
void clock_rfc3339(int64_t ms, char out[CLOCK_RFC3339_SIZE]);
/* Reads what clock_rfc3339 writes (milliseconds optional).  False, *ms
 * untouched: another shape, or a day or hour that does not exist. */
bool clock_parse_rfc3339(const char *text, int64_t *ms);
/* Local time for screens: "14:32" and "2026-03-02 14:32". */
void clock_hhmm(int64_t ms, char out[6]);
void clock_local(int64_t ms, char out[17]);
/* Today's date (local) as YYYY-MM-DD. */
void clock_today(char out[CLOCK_DATE_SIZE]);
#endif
