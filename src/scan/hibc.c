/*
 * hibc.c - health industry bar codes.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The check character is over everything before it, so it is verified first
 * and taken off; what is left is cut at "/" into a primary part and
 * secondary parts.  The secondary part with its dates is in hibc_secondary.c.
 */
#include <assert.h>
#include <ctype.h>
#include <string.h>
#include "base/str.h"
#include "domain/check.h"
#include "scan/element.h"
#include "scan/hibc.h"
#include "scan/hibc_secondary.h"

#define LIC 4			/* labeler: a letter and three more */
#define PCN_MAX 18

/* The text between the asterisks of Code 39, which are no data. */
struct body {
	const char *at;
	size_t n;
	bool asterisks;
};

static struct body strip_asterisks(const char *bytes, size_t n)
{
	struct body body = { bytes, n, false };

	if (n >= 2 && bytes[0] == '*' && bytes[n - 1] == '*') {
		body.at++;
		body.n -= 2;
		body.asterisks = true;
	}
	return body;
}

static bool in_charset(const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (check_value_43(bytes[i]) < 0)
			return false;
	return true;
}

static bool is_alnum(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool all_alnum(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!is_alnum(text[i]))
			return false;
	return true;
}

/* What may be meant as a primary part, without "+": a letter, and nothing but
 * letters and digits.  Too short or too long is then said, not passed on as
 * another kind of code: nobody else's codes begin with + and a capital. */
static bool primary_meant(const char *text, size_t n)
{
	return n > 0 && isupper((unsigned char)text[0]) && all_alnum(text, n);
}

bool hibc_is(const char *bytes, size_t n)
{
	struct body body = strip_asterisks(bytes, n);
	const char *slash;

	if (body.n == 0 || body.at[0] != '+')
		return false;
	if (body.n == 1)
		return true;		/* begins as one, and says nothing */
	if (!in_charset(body.at, body.n))
		return false;
	if (check_verify(CHECK_MOD43, body.at, body.n) || body.at[1] == '$')
		return true;
	slash = memchr(body.at, '/', body.n);
	return primary_meant(body.at + 1,
	    (slash ? (size_t)(slash - body.at) : body.n - 1) - 1);
}

static bool read_primary(const char *text, size_t n, struct scan_parsed *out)
{
	if (n < LIC + 2)
		return element_fail(out, "code.syntax",
		    "a primary code has labeler (4), product and unit: too short");
	if (!isupper((unsigned char)text[0]) || !all_alnum(text, LIC))
		return element_fail(out, "code.syntax",
		    "\"%.4s\" is no labeler code", text);
	if (n > LIC + PCN_MAX + 1)
		return element_fail(out, "code.syntax",
		    "the product number is longer than %d characters", PCN_MAX);
	if (!all_alnum(text, n) || !isdigit((unsigned char)text[n - 1]))
		return element_fail(out, "code.syntax",
		    "product number or unit of measure is wrong");
	if (!element_add(out, "LIC", text, LIC) ||
	    !element_add(out, "PCN", text + LIC, n - LIC - 1) ||
	    !element_add(out, "UM", text + n - 1, 1))
		return false;
	str_copyn(out->supplier, sizeof(out->supplier), text, LIC);
	str_copyn(out->part, sizeof(out->part), text + LIC, n - LIC - 1);
	return true;
}

/* The parts behind the first "/" of a joined code. */
static bool read_joined(const char *text, size_t n,
    const struct scan_options *options, struct scan_parsed *out)
{
	const char *end = text + n;

	for (;;) {
		const char *slash = memchr(text, '/', (size_t)(end - text));
		const char *stop = slash ? slash : end;

		if (!hibc_secondary_read(text, (size_t)(stop - text), options,
		    out))
			return false;
		if (!slash)
			return true;
		text = slash + 1;
	}
}

/* A secondary code alone: the link character, which is the check character
 * of its primary, stands last. */
static bool read_secondary(const char *text, size_t n,
    const struct scan_options *options, struct scan_parsed *out)
{
	const char *slash;
	size_t first;

	if (n < 2)
		return element_fail(out, "code.syntax",
		    "a secondary code has data and a link character: too short");
	slash = memchr(text, '/', n - 1);
	first = slash ? (size_t)(slash - text) : n - 1;
	if (!hibc_secondary_read(text, first, options, out))
		return false;
	if (slash && !read_joined(slash + 1, n - 1 - first - 1, options, out))
		return false;
	return element_add(out, "LINK", text + n - 1, 1);
}

/* What stands between "+" and the check character. */
static bool read_body(const char *text, size_t n,
    const struct scan_options *options, struct scan_parsed *out)
{
	const char *slash = memchr(text, '/', n);
	size_t first = slash ? (size_t)(slash - text) : n;

	if (text[0] == '$' || isdigit((unsigned char)text[0]))
		return read_secondary(text, n, options, out);
	if (!read_primary(text, first, out))
		return false;
	return !slash || read_joined(slash + 1, n - first - 1, options, out);
}

static bool read_all(const struct body *body,
    const struct scan_options *options, struct scan_parsed *out)
{
	char check[CHECK_CHARS_MAX + 1];

	if (body->n == 0 || body->at[0] != '+')
		return element_fail(out, "code.syntax",
		    "it does not begin with +");
	if (!in_charset(body->at, body->n))
		return element_fail(out, "code.syntax",
		    "it holds a character outside the HIBC set");
	if (body->n < 3)
		return element_fail(out, "code.syntax", "it is too short");
	if (!read_body(body->at + 1, body->n - 2, options, out))
		return false;
	if (!element_add(out, "CHK", body->at + body->n - 1, 1))
		return false;
	if (!check_compute(CHECK_MOD43, body->at, body->n - 1, check))
		return element_fail(out, "code.syntax", "it is too long");
	if (check[0] != body->at[body->n - 1])
		return element_fail(out, "code.check-digit",
		    "the check character is \"%c\" and must be \"%s\"",
		    body->at[body->n - 1], check);
	if (body->asterisks)
		element_warn(out, "the asterisks of Code 39 came with the data");
	return true;
}

static void start(struct scan_parsed *out)
{
	out->kind = SCAN_HIBC;
	out->valid = true;
	out->n_elements = 0;
	out->code[0] = out->error[0] = out->warning[0] = '\0';
	out->gtin[0] = out->content_gtin[0] = out->serial[0] = '\0';
	out->lot[0] = out->made_on[0] = out->expires_on[0] = '\0';
	out->sscc[0] = out->count[0] = out->part[0] = out->order[0] = '\0';
	out->location[0] = out->supplier[0] = '\0';
	out->made_on_no_day = out->expires_on_no_day = false;
	str_copy(out->pairing, sizeof(out->pairing), "ok");
}

void hibc_parse(const char *bytes, size_t n,
    const struct scan_options *options, struct scan_parsed *out)
{
	struct body body = strip_asterisks(bytes, n);

	start(out);
	if (!read_all(&body, options, out))
		assert(!out->valid);
}
