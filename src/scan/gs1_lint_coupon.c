/*
 * gs1_lint_coupon.c - North American coupon codes, AI 8110 and AI 8112.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A coupon is a row of digits cut into fields, most of which begin with a
 * digit that says how long they are.  In AI 8110 optional groups of fields
 * follow, each behind its own number, in rising order.  Both layouts are
 * tables here (GS1 US, coupon application guidelines), read by one function.
 */
#include <assert.h>
#include <string.h>
#include "scan/gs1_private.h"

#define ANY "0123456789"

enum kind {
	SIZED,		/* a length digit (of those allowed) + plus, then digits */
	DIGITS,		/* plus digits */
	CODE,		/* one digit of those allowed */
	EXPIRES,	/* YYMMDD */
	STARTS,		/* YYMMDD, not after EXPIRES */
	END
};

struct field {
	char group;		/* number of its optional group, 0: always there */
	enum kind kind;
	const char *allowed;
	size_t plus;
	const char *name;
};

static const struct field coupon[] = {
	{ 0, SIZED, "0123456", 6, "company prefix" },
	{ 0, DIGITS, NULL, 6, "offer code" },
	{ 0, SIZED, "12345", 0, "save value" },
	{ 0, SIZED, "12345", 0, "first purchase requirement" },
	{ 0, CODE, "012349", 0, "first purchase requirement code" },
	{ 0, DIGITS, NULL, 3, "first purchase family code" },
	{ '1', CODE, "0123", 0, "additional purchase rules code" },
	{ '1', SIZED, "12345", 0, "second purchase requirement" },
	{ '1', CODE, "012349", 0, "second purchase requirement code" },
	{ '1', DIGITS, NULL, 3, "second purchase family code" },
	{ '1', SIZED, "01234569", 6, "second purchase company prefix" },
	{ '2', SIZED, "12345", 0, "third purchase requirement" },
	{ '2', CODE, "012349", 0, "third purchase requirement code" },
	{ '2', DIGITS, NULL, 3, "third purchase family code" },
	{ '2', SIZED, "01234569", 6, "third purchase company prefix" },
	{ '3', EXPIRES, NULL, 6, "expiration date" },
	{ '4', STARTS, NULL, 6, "start date" },
	{ '5', SIZED, ANY, 6, "serial number" },
	{ '6', SIZED, "1234567", 6, "retailer" },
	{ '9', CODE, "01256", 0, "save value code" },
	{ '9', CODE, "012", 0, "save value's item" },
	{ '9', CODE, ANY, 0, "store coupon flag" },
	{ '9', CODE, "01", 0, "don't multiply flag" },
	{ 0, END, NULL, 0, NULL },
};

static const struct field offer[] = {
	{ 0, CODE, "01", 0, "format" },
	{ 0, SIZED, "0123456", 6, "funder" },
	{ 0, DIGITS, NULL, 6, "offer code" },
	{ 0, SIZED, ANY, 6, "serial number" },
	{ 0, END, NULL, 0, NULL },
};

struct cursor {
	const char *at;
	size_t left;
	const char *expires;	/* six digits, or NULL */
	const struct scan_options *options;
	struct gs1_fault *fault;
};

static bool fault(const struct cursor *c, const char *what,
    const struct field *field)
{
	return gs1_fault_set(c->fault, "code.syntax", "the coupon's %s %s",
	    field->name, what);
}

static bool not_allowed(const struct cursor *c, const struct field *field)
{
	return gs1_fault_set(c->fault, "code.syntax",
	    "%sthe coupon's %s is %c, none of %s",
	    field->kind == SIZED ? "the length of " : "", field->name, *c->at,
	    field->allowed);
}

static bool take(struct cursor *c, size_t n, const struct field *field)
{
	if (c->left < n)
		return fault(c, "is cut off", field);
	c->at += n;
	c->left -= n;
	return true;
}

/* One digit that says a length or is a code. */
static bool take_code(struct cursor *c, const struct field *field, char *code)
{
	if (c->left == 0)
		return fault(c, "is missing", field);
	*code = *c->at;
	if (!strchr(field->allowed, *code))
		return not_allowed(c, field);
	return take(c, 1, field);
}

/* 9 says that there is no company prefix; where lengths go on to 9 (serial
 * numbers) it is one of them. */
static bool take_sized(struct cursor *c, const struct field *field)
{
	char code = '\0';

	if (!take_code(c, field, &code))
		return false;
	if (code == '9' && !strchr(field->allowed, '8'))
		return true;
	return take(c, (size_t)(code - '0') + field->plus, field);
}

static bool take_date(struct cursor *c, const struct field *field)
{
	const char *date = c->at;

	if (!take(c, 6, field))
		return false;
	if (!gs1_lint_date(date, 6, c->options, c->fault))
		return fault(c, "is no date", field);
	if (field->kind == EXPIRES)
		c->expires = date;
	else if (c->expires && memcmp(date, c->expires, 6) > 0)
		return fault(c, "is after its expiration date", field);
	return true;
}

static bool take_field(struct cursor *c, const struct field *field)
{
	char code;

	switch (field->kind) {
	case SIZED:
		return take_sized(c, field);
	case DIGITS:
		return take(c, field->plus, field);
	case CODE:
		return take_code(c, field, &code);
	default:
		return take_date(c, field);
	}
}

static bool check(const struct field *fields, const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *f)
{
	struct cursor c = { value, n, NULL, options, f };
	char group = 0;

	for (size_t i = 0; i < n; i++)
		if (value[i] < '0' || value[i] > '9')
			return gs1_fault_set(f, "code.syntax",
			    "a coupon is digits alone");
	for (; fields->kind != END; fields++) {
		if (fields->group != 0 && fields->group != group) {
			if (c.left == 0 || *c.at != fields->group)
				continue;
			group = fields->group;
			take(&c, 1, fields);
		}
		if (!take_field(&c, fields))
			return false;
	}
	return c.left == 0 || gs1_fault_set(f, "code.syntax",
	    "%zu digits too many in the coupon", c.left);
}

bool gs1_lint_coupon(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *f)
{
	return check(coupon, value, n, options, f);
}

bool gs1_lint_offer(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *f)
{
	return check(offer, value, n, options, f);
}
