/*
 * serial_range.c - runs of serials that count up.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Counting is done on the digits as text: a run may be longer than any
 * integer.  The distance of two runs of one width fits an integer as soon as
 * it is known to be small, that is, when they agree in all but the last few
 * digits; where they do not, it is too large anyway.
 */
#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "domain/serial_range.h"

#define NEAR_DIGITS 18		/* of them an int64_t holds any number */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Find the last run of digits.  False: there is none. */
static bool find_run(const char *serial, size_t *at, size_t *width)
{
	size_t end = strlen(serial);
	size_t begin;

	while (end > 0 && !is_digit(serial[end - 1]))
		end--;
	for (begin = end; begin > 0 && is_digit(serial[begin - 1]); )
		begin--;
	*at = begin;
	*width = end - begin;
	return end > begin;
}

/* Add n to the digits.  False: they are too few, and stay as they were. */
static bool add(char *digits, size_t width, uint64_t n)
{
	char sum[SERIAL_SIZE];

	assert(width < sizeof(sum));
	for (size_t i = width; i > 0; i--) {
		uint64_t here = n % 10 + (uint64_t)(digits[i - 1] - '0');

		n = n / 10 + here / 10;
		sum[i - 1] = (char)('0' + here % 10);
	}
	if (n > 0)
		return false;
	memcpy(digits, sum, width);
	return true;
}

/* to - from for two runs of one width; INT64_MAX: far more than any range. */
static int64_t distance(const char *from, const char *to, size_t width)
{
	int64_t a = 0, b = 0;

	while (width > 0 && *from == *to) {
		from++;
		to++;
		width--;
	}
	if (width > NEAR_DIGITS)
		return *from < *to ? INT64_MAX : -1;
	for (size_t i = 0; i < width; i++) {
		a = a * 10 + (from[i] - '0');
		b = b * 10 + (to[i] - '0');
	}
	return b - a;
}

static bool refuse(struct err *err, const char *why)
{
	err_code(err, ERR_INPUT, "serial.format", "%s", why);
	return err_hint(err, "Write a range as A0012..A0035 or A0012 x24.");
}

static bool fits(const char *serial)
{
	size_t n = strnlen(serial, SERIAL_SIZE);

	return n > 0 && n <= SERIAL_MAX;
}

/* Everything but the count: where the digits are, and that both ends have
 * the same form. */
static bool same_form(const char *first, const char *last,
    struct serial_range *r, struct err *err)
{
	size_t at, width;

	if (!fits(first) || !fits(last))
		return err_code(err, ERR_INPUT, "serial.format",
		    "a serial has 1 to %d characters", SERIAL_MAX);
	if (!find_run(first, &r->at, &r->width))
		return err_code(err, ERR_INPUT, "serial.format",
		    "\"%s\" has no digits to count", first);
	if (!find_run(last, &at, &width))
		return err_code(err, ERR_INPUT, "serial.format",
		    "\"%s\" has no digits to count", last);
	if (at != r->at || memcmp(first, last, at) != 0)
		return err_code(err, ERR_INPUT, "serial.format",
		    "\"%s\" and \"%s\" begin differently", first, last);
	if (width != r->width)
		return err_code(err, ERR_INPUT, "serial.format",
		    "\"%s\" counts with %zu digits, \"%s\" with %zu",
		    first, r->width, last, width);
	if (strcmp(first + at + width, last + at + width) != 0)
		return err_code(err, ERR_INPUT, "serial.format",
		    "\"%s\" and \"%s\" end differently", first, last);
	return true;
}

bool serial_range_make(const char *first, const char *last,
    struct serial_range *out, struct err *err)
{
	struct serial_range r = { .count = 0 };
	int64_t steps;

	if (!same_form(first, last, &r, err))
		return false;
	steps = distance(first + r.at, last + r.at, r.width);
	if (steps < 0)
		return err_code(err, ERR_INPUT, "serial.format",
		    "\"%s\" comes after \"%s\"", first, last);
	if (steps >= SERIAL_RANGE_MAX)
		return err_code(err, ERR_INPUT, "serial.format",
		    "a range holds at most %d serials", SERIAL_RANGE_MAX);
	r.count = (uint32_t)steps + 1;
	str_copy(r.first, sizeof(r.first), first);
	str_copy(r.last, sizeof(r.last), last);
	*out = r;
	return true;
}

bool serial_range_count_up(const char *first, uint64_t count,
    struct serial_range *out, struct err *err)
{
	struct serial_range r = { .count = 0 };

	if (count < 1 || count > SERIAL_RANGE_MAX)
		return err_code(err, ERR_INPUT, "serial.format",
		    "a range holds 1 to %d serials", SERIAL_RANGE_MAX);
	if (!same_form(first, first, &r, err))
		return false;
	str_copy(r.first, sizeof(r.first), first);
	str_copy(r.last, sizeof(r.last), first);
	if (!add(r.last + r.at, r.width, count - 1))
		return err_code(err, ERR_INPUT, "serial.format",
		    "%" PRIu64 " serials from \"%s\" need more than %zu digits",
		    count, first, r.width);
	r.count = (uint32_t)count;
	*out = r;
	return true;
}

/* A text of the form FIRST..LAST or FIRST xCOUNT, cut in two. */
struct entry {
	char first[SERIAL_SIZE];
	char rest[SERIAL_SIZE];
	bool counted;
};

/* The " x24" at the end: where its space stands, or NULL. */
static const char *find_count(const char *text)
{
	size_t n = strlen(text);
	size_t digits = n;

	while (digits > 0 && is_digit(text[digits - 1]))
		digits--;
	if (digits == n || digits < 3)
		return NULL;
	if (text[digits - 1] == ' ')
		digits--;		/* "x 24" is as good */
	if (digits < 3 || (text[digits - 1] != 'x' && text[digits - 1] != 'X') ||
	    text[digits - 2] != ' ')
		return NULL;
	return text + digits - 2;
}

/* Copy without spaces at the ends; false: it does not fit or is empty. */
static bool copy_trimmed(char out[SERIAL_SIZE], const char *from, size_t n)
{
	while (n > 0 && *from == ' ') {
		from++;
		n--;
	}
	while (n > 0 && from[n - 1] == ' ')
		n--;
	return n > 0 && str_copyn(out, SERIAL_SIZE, from, n);
}

static bool cut(const char *text, struct entry *out)
{
	const char *dots = strstr(text, "..");
	const char *count = find_count(text);
	const char *at = dots ? dots : count;
	const char *rest;

	if (!at)
		return false;
	out->counted = !dots;
	rest = dots ? dots + 2 : count + 2;
	return copy_trimmed(out->first, text, (size_t)(at - text)) &&
	    copy_trimmed(out->rest, rest, strlen(rest));
}

bool serial_range_is(const char *text)
{
	struct entry entry;

	return cut(text, &entry);
}

bool serial_range_parse(const char *text, struct serial_range *out,
    struct err *err)
{
	struct entry entry;

	if (!cut(text, &entry))
		return refuse(err, "this is no range of serials");
	if (!entry.counted)
		return serial_range_make(entry.first, entry.rest, out, err);
	if (strlen(entry.rest) > NEAR_DIGITS)
		return refuse(err, "the count of the range is too large");
	return serial_range_count_up(entry.first,
	    strtoull(entry.rest, NULL, 10), out, err);
}

uint64_t serial_range_count(const char *first, const char *last)
{
	struct serial_range range = { .count = 0 };
	struct err err;

	return serial_range_make(first, last, &range, &err) ? range.count : 0;
}

void serial_range_at(const struct serial_range *range, uint32_t i,
    char out[SERIAL_SIZE])
{
	bool ok;

	assert(i < range->count);
	memcpy(out, range->first, sizeof(range->first));
	ok = add(out + range->at, range->width, i);
	assert(ok);
	(void)ok;
}

bool serial_range_holds(const struct serial_range *range, const char *serial)
{
	struct serial_range form = { .count = 0 };
	struct err err;
	int64_t steps;

	if (!same_form(range->first, serial, &form, &err))
		return false;
	steps = distance(range->first + form.at, serial + form.at, form.width);
	return steps >= 0 && steps < range->count;
}

bool serial_next(const char *serial, char out[SERIAL_SIZE], struct err *err)
{
	struct serial_range r = { .count = 0 };
	char next[SERIAL_SIZE];

	if (!same_form(serial, serial, &r, err))
		return false;
	str_copy(next, sizeof(next), serial);
	if (!add(next + r.at, r.width, 1))
		return err_code(err, ERR_INPUT, "serial.format",
		    "after \"%s\" there is no serial of the same width", serial);
	memcpy(out, next, sizeof(next));
	return true;
}
