/*
 * gs1_value.c - one value against the format of its identifier.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The parts of a format are laid over the value from the left; each takes as
 * many characters as it can hold.  What is left when all parts are served
 * does not belong to this value (the caller decides whether that is a fault).
 */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include "base/str.h"
#include "domain/check.h"
#include "scan/element.h"
#include "scan/gs1_private.h"

#define SHOWN_MAX 40	/* characters of a wrong value that are shown */

bool gs1_fault_set(struct gs1_fault *fault, const char *code, const char *fmt,
    ...)
{
	va_list args;

	fault->code = code;
	va_start(args, fmt);
	vsnprintf(fault->words, sizeof(fault->words), fmt, args);
	va_end(args);
	return false;
}

static bool in_set_39(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '#' ||
	    c == '-' || c == '/';
}

static bool in_set_64(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

bool gs1_in_set(char set, char c)
{
	switch (set) {
	case 'n':
		return c >= '0' && c <= '9';
	case 'x':
		return check_value_82(c) >= 0;
	case 'y':
		return in_set_39(c);
	default:
		assert(set == 'z');
		return in_set_64(c);
	}
}

static const char *set_words(char set)
{
	switch (set) {
	case 'n':
		return "a digit is wanted";
	case 'x':
		return "GS1 values do not hold it";
	case 'y':
		return "only digits, capitals and # - / may stand here";
	default:
		return "only letters, digits, - and _ may stand here";
	}
}

static bool bad_character(struct gs1_fault *fault, char set, char c, size_t at)
{
	if (c > 0x20 && c < 0x7F)
		return gs1_fault_set(fault, "code.syntax",
		    "\"%c\" at place %zu: %s", c, at + 1, set_words(set));
	return gs1_fault_set(fault, "code.syntax",
	    "%s at place %zu: %s", c == ' ' ? "a space" : "a control character",
	    at + 1, set_words(set));
}

/* Base64url may be padded with "=" to a multiple of three, as GS1 counts. */
static size_t without_padding(const char *value, size_t n,
    struct gs1_fault *fault)
{
	size_t len = n;

	while (len > 0 && value[len - 1] == '=')
		len--;
	if (len < n && (n - len > 2 || n % 3 != 0)) {
		gs1_fault_set(fault, "code.syntax",
		    "the \"=\" at its end do not fill it up");
		return 0;
	}
	return len;
}

/* The place of a part within the whole value is `from`, for the words. */
static bool part_check(const struct gs1_part *part, const char *value,
    size_t n, size_t from, const struct scan_options *options,
    struct gs1_fault *fault)
{
	size_t len = n;

	if (part->set == 'z') {
		len = without_padding(value, n, fault);
		if (len == 0)
			return false;
	}
	for (size_t i = 0; i < len; i++)
		if (!gs1_in_set(part->set, value[i]))
			return bad_character(fault, part->set, value[i],
			    from + i);
	for (size_t i = 0; i < sizeof(part->rules); i++) {
		enum gs1_rule rule = (enum gs1_rule)part->rules[i];

		if (rule == GS1_RULE_NONE)
			break;
		if (!gs1_rule_check(rule, value, n, options, fault))
			return false;
	}
	return true;
}

static bool too_short(const struct gs1_ai *ai, size_t n,
    struct gs1_fault *fault)
{
	if (ai->min == ai->max)
		return gs1_fault_set(fault, "code.syntax",
		    "%d characters are wanted, %zu are there", ai->max, n);
	return gs1_fault_set(fault, "code.syntax",
	    "%d to %d characters are wanted, %zu are there", ai->min, ai->max,
	    n);
}

bool gs1_value_check(const struct gs1_ai *ai, const char *value, size_t n,
    const struct scan_options *options, size_t *taken,
    struct gs1_fault *fault)
{
	size_t at = 0;

	assert(n > 0);
	for (const struct gs1_part *part = ai->parts;
	    part < ai->parts + ai->n_parts; part++) {
		size_t len = n - at < part->max ? n - at : part->max;

		if (len == 0 && part->optional)
			continue;
		if (len < part->min)
			return too_short(ai, n, fault);
		if (!part_check(part, value + at, len, at, options, fault))
			return false;
		at += len;
	}
	*taken = at;
	return true;
}

bool gs1_say_fault(struct scan_parsed *out, const struct gs1_ai *ai,
    const char *id, const char *value, size_t n, const struct gs1_fault *fault)
{
	struct str shown;

	str_init(&shown);
	str_escape(&shown, value, n < SHOWN_MAX ? n : SHOWN_MAX, false);
	element_fail(out, fault->code, "(%.*s) %s%s: %s", ai->digits, id,
	    shown.p, n > SHOWN_MAX ? "..." : "", fault->words);
	str_done(&shown);
	return false;
}
