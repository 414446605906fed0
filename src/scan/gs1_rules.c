/*
 * gs1_rules.c - the rules that values of application identifiers obey.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A rule looks at one part of a value, whose characters are of the part's
 * set and whose length is within the part's.  Rules that need more room have
 * their own files: gs1_lint_date.c, gs1_lint_coupon.c; lists are in
 * gs1_lists.c.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include "domain/check.h"
#include "domain/gtin.h"
#include "scan/gs1_private.h"

#define PREFIX_MIN 4	/* digits of the shortest company prefix */
#define IBAN_MIN 11
#define IBAN_MAX 34

typedef bool rule(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault);

static rule mod10, pair, gcp1, gcp2, country, country999, country2, currency,
    iban, media, package, sex, yesno, winding, hyphen, zero, nonzero, nolead,
    letter, piece, sequence, latitude, longitude, percent, importer;

static rule *const rules[GS1_RULES] = {
	[GS1_RULE_MOD10] = mod10,
	[GS1_RULE_PAIR] = pair,
	[GS1_RULE_GCP1] = gcp1,
	[GS1_RULE_GCP2] = gcp2,
	[GS1_RULE_DATE] = gs1_lint_date,
	[GS1_RULE_DATE0] = gs1_lint_date0,
	[GS1_RULE_DATE8] = gs1_lint_date8,
	[GS1_RULE_HHMM] = gs1_lint_hhmm,
	[GS1_RULE_HH] = gs1_lint_hh,
	[GS1_RULE_MM] = gs1_lint_mm,
	[GS1_RULE_SS] = gs1_lint_ss,
	[GS1_RULE_COUNTRY] = country,
	[GS1_RULE_COUNTRY999] = country999,
	[GS1_RULE_COUNTRY2] = country2,
	[GS1_RULE_CURRENCY] = currency,
	[GS1_RULE_IBAN] = iban,
	[GS1_RULE_MEDIA] = media,
	[GS1_RULE_PACKAGE] = package,
	[GS1_RULE_SEX] = sex,
	[GS1_RULE_YESNO] = yesno,
	[GS1_RULE_WINDING] = winding,
	[GS1_RULE_HYPHEN] = hyphen,
	[GS1_RULE_ZERO] = zero,
	[GS1_RULE_NONZERO] = nonzero,
	[GS1_RULE_NOLEAD] = nolead,
	[GS1_RULE_LETTER] = letter,
	[GS1_RULE_PIECE] = piece,
	[GS1_RULE_SEQUENCE] = sequence,
	[GS1_RULE_LATITUDE] = latitude,
	[GS1_RULE_LONGITUDE] = longitude,
	[GS1_RULE_PERCENT] = percent,
	[GS1_RULE_IMPORTER] = importer,
	[GS1_RULE_COUPON] = gs1_lint_coupon,
	[GS1_RULE_OFFER] = gs1_lint_offer,
};

bool gs1_rule_check(enum gs1_rule which, const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	assert(which > GS1_RULE_NONE && which < GS1_RULES && rules[which]);
	return rules[which](value, n, options, fault);
}

#define syntax(fault, ...) gs1_fault_set(fault, "code.syntax", __VA_ARGS__)

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* The value of up to 10 digits. */
static uint64_t number(const char *digits, size_t n)
{
	uint64_t v = 0;

	assert(n <= 10);
	for (size_t i = 0; i < n; i++)
		v = v * 10 + (uint64_t)(digits[i] - '0');
	return v;
}

/* --- Keys -------------------------------------------------------------------- */

static bool mod10(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	if (gtin_check_digit_ok(value, n))
		return true;
	return gs1_fault_set(fault, "code.check-digit",
	    "the check digit is %c, not %c", gs1_check_digit(value, n - 1),
	    value[n - 1]);
}

static bool pair(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	char wanted[CHECK_CHARS_MAX + 1];

	(void)options;
	if (n < 2)
		return syntax(fault, "too short for two check characters");
	if (!check_compute(CHECK_GS1_PAIR, value, n - 2, wanted))
		return syntax(fault, "no check characters can be computed");
	if (memcmp(value + n - 2, wanted, 2) == 0)
		return true;
	return gs1_fault_set(fault, "code.check-digit",
	    "the check characters are %s, not %.2s", wanted, value + n - 2);
}

static bool gcp1(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	if (n < PREFIX_MIN)
		return syntax(fault, "too short for a company prefix");
	for (size_t i = 0; i < PREFIX_MIN; i++)
		if (!is_digit(value[i]))
			return syntax(fault,
			    "it must begin with a company prefix of %d digits or more",
			    PREFIX_MIN);
	return true;
}

static bool gcp2(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	return gcp1(value + 1, n - 1, options, fault);
}

/* --- Lists ------------------------------------------------------------------- */

static bool country(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	assert(n == 3);
	return gs1_list_country(value) ||
	    syntax(fault, "no country has the number %.*s", (int)n, value);
}

static bool country999(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	return memcmp(value, "999", 3) == 0 ||
	    country(value, n, options, fault);
}

static bool country2(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	assert(n >= 2);
	return gs1_list_country2(value) ||
	    syntax(fault, "no country has the code %.2s", value);
}

static bool currency(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	assert(n == 3);
	return gs1_list_currency(value) ||
	    syntax(fault, "no currency has the number %.*s", (int)n, value);
}

static bool package(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	return gs1_list_package(value, n) ||
	    syntax(fault, "no such type of package");
}

/* 01-10 and 80-99 are given out, the others reserved. */
static bool media(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	uint64_t v = number(value, n);

	(void)options;
	return (v >= 1 && v <= 10) || (v >= 80 && v <= 99) ||
	    syntax(fault, "no such type of media");
}

/* ISO/IEC 7064 mod 97-10 over the number with its first four at the end. */
static bool iban(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	unsigned rest = 0;

	if (n < IBAN_MIN || n > IBAN_MAX)
		return syntax(fault, "an account number has %d to %d characters",
		    IBAN_MIN, IBAN_MAX);
	if (!country2(value, 2, options, fault))
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = value[(i + 4) % n];

		if (is_digit(c))
			rest = (rest * 10 + (unsigned)(c - '0')) % 97;
		else if (is_capital(c))
			rest = (rest * 100 + (unsigned)(c - 'A') + 10) % 97;
		else
			return syntax(fault,
			    "an account number has only digits and capitals");
	}
	return rest == 1 || gs1_fault_set(fault, "code.check-digit",
	    "the check digits %.2s of the account number are wrong", value + 2);
}

/* --- One of a few ------------------------------------------------------------- */

static bool one_of(const char *value, size_t n, const char *allowed)
{
	return n == 1 && value[0] != '\0' && strchr(allowed, value[0]) != NULL;
}

static bool sex(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	return one_of(value, n, "0129") || syntax(fault, "0, 1, 2 or 9 is wanted");
}

static bool yesno(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	return one_of(value, n, "01") || syntax(fault, "0 or 1 is wanted");
}

static bool winding(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	return one_of(value, n, "019") ||
	    syntax(fault, "the winding direction is 0, 1 or 9");
}

static bool hyphen(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	return one_of(value, n, "-") ||
	    syntax(fault, "only \"-\" may stand behind a temperature");
}

static bool importer(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	return (n == 1 && gs1_in_set('z', value[0])) ||
	    syntax(fault, "the importer index is a letter, a digit, - or _");
}

/* --- Digits ------------------------------------------------------------------- */

static bool all_zero(const char *value, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (value[i] != '0')
			return false;
	return true;
}

static bool zero(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	return all_zero(value, n) || syntax(fault, "it must begin with 0");
}

static bool nonzero(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	return !all_zero(value, n) || syntax(fault, "a part of it is zero");
}

static bool nolead(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	(void)n;
	return value[0] != '0' || syntax(fault, "it may not begin with 0");
}

static bool letter(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	for (size_t i = 0; i < n; i++)
		if (!is_digit(value[i]))
			return true;
	return syntax(fault, "it may not be digits alone");
}

static bool piece(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	size_t half = n / 2;

	(void)options;
	assert(n % 2 == 0);
	if (all_zero(value, half) || all_zero(value + half, half))
		return syntax(fault, "pieces are counted from 1");
	return memcmp(value, value + half, half) <= 0 ||
	    syntax(fault, "piece %.*s of %.*s", (int)half, value, (int)half,
	    value + half);
}

/* "2/3": numbers without zeros in front, the first not above the second. */
static bool sequence(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	const char *slash = memchr(value, '/', n);
	size_t a, b;

	(void)options;
	if (!slash)
		return syntax(fault, "a position is written like 2/3");
	a = (size_t)(slash - value);
	b = n - a - 1;
	for (size_t i = 0; i < n; i++)
		if (i != a && !is_digit(value[i]))
			return syntax(fault, "a position is written like 2/3");
	if (a == 0 || b == 0)
		return syntax(fault, "a position is written like 2/3");
	if (value[0] == '0' || slash[1] == '0')
		return syntax(fault, "positions are counted from 1");
	return a < b || (a == b && memcmp(value, slash + 1, a) <= 0) ||
	    syntax(fault, "the position is above the end");
}

/* Degrees from the south pole and from the antimeridian, in 10 millionths. */
static bool latitude(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	return number(value, n) <= 1800000000 ||
	    syntax(fault, "the latitude is above 180 degrees");
}

static bool longitude(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	return number(value, n) <= 3600000000 ||
	    syntax(fault, "the longitude is above 360 degrees");
}

static bool is_hex(char c)
{
	return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

static bool percent(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault)
{
	(void)options;
	for (size_t i = 0; i < n; i++) {
		if (value[i] != '%')
			continue;
		if (n - i < 3 || !is_hex(value[i + 1]) || !is_hex(value[i + 2]))
			return syntax(fault,
			    "the \"%%\" at place %zu has no two hex digits", i + 1);
		i += 2;
	}
	return true;
}
