/*
 * check.c - check characters: the table of systems and what it drives.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A system is a row: name, alphabet, length, method, and the numbers that the
 * methods of ISO/IEC 7064 need.  A method gets values, not characters, and
 * gives one number; the row says how the number is written.
 */
#include <assert.h>
#include <string.h>
#include "domain/check.h"

#define DIGITS "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define CSET_82 "!\"%&'()*+,-./" DIGITS ":;<=>?" LETTERS "_" \
    "abcdefghijklmnopqrstuvwxyz"
#define CSET_43 DIGITS LETTERS "-. $/+%"
#define CSET_32_GS1 "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
#define CSET_32_CROCKFORD "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define PAYLOAD_MAX 255

struct system;
typedef unsigned method(const struct system *, const unsigned char *values,
    size_t n);

static method luhn, mod10, verhoeff, damm, pure, hybrid, sum43, pair, base32;

static const struct system {
	const char *name;
	const char *alphabet;	/* of the payload */
	const char *signs;	/* of the check characters */
	size_t length;		/* of them: 0, 1 or 2 */
	size_t payload_min;
	size_t payload_max;
	method *compute;
	unsigned modulus;	/* M of ISO/IEC 7064 */
	unsigned radix;		/* r of ISO/IEC 7064; and of two check characters */
} systems[CHECK_COUNT] = {
	[CHECK_NONE] = { "none", "", "", 0, 0, 0, NULL, 0, 0 },
	[CHECK_LUHN] = { "luhn", DIGITS, DIGITS, 1, 1, PAYLOAD_MAX, luhn, 0, 0 },
	[CHECK_MOD10] = { "mod10", DIGITS, DIGITS, 1, 1, PAYLOAD_MAX, mod10, 0, 0 },
	[CHECK_VERHOEFF] = { "verhoeff", DIGITS, DIGITS, 1, 1, PAYLOAD_MAX,
	    verhoeff, 0, 0 },
	[CHECK_DAMM] = { "damm", DIGITS, DIGITS, 1, 1, PAYLOAD_MAX, damm, 0, 0 },
	[CHECK_MOD11_2] = { "mod11_2", DIGITS, DIGITS "X", 1, 1, PAYLOAD_MAX,
	    pure, 11, 2 },
	[CHECK_MOD11_10] = { "mod11_10", DIGITS, DIGITS, 1, 1, PAYLOAD_MAX,
	    hybrid, 10, 0 },
	[CHECK_MOD37_2] = { "mod37_2", DIGITS LETTERS, DIGITS LETTERS "*", 1, 1,
	    PAYLOAD_MAX, pure, 37, 2 },
	[CHECK_MOD37_36] = { "mod37_36", DIGITS LETTERS, DIGITS LETTERS, 1, 1,
	    PAYLOAD_MAX, hybrid, 36, 0 },
	[CHECK_MOD97_10] = { "mod97_10", DIGITS, DIGITS, 2, 1, PAYLOAD_MAX,
	    pure, 97, 10 },
	[CHECK_MOD27_26] = { "mod27_26", LETTERS, LETTERS, 1, 1, PAYLOAD_MAX,
	    hybrid, 26, 0 },
	[CHECK_MOD661_26] = { "mod661_26", LETTERS, LETTERS, 2, 1, PAYLOAD_MAX,
	    pure, 661, 26 },
	[CHECK_MOD1271_36] = { "mod1271_36", DIGITS LETTERS, DIGITS LETTERS, 2,
	    1, PAYLOAD_MAX, pure, 1271, 36 },
	[CHECK_MOD43] = { "mod43", CSET_43, CSET_43, 1, 1, PAYLOAD_MAX, sum43,
	    0, 0 },
	[CHECK_GS1_PAIR] = { "gs1_cc_pair", CSET_82, CSET_32_GS1, 2, 0, 97,
	    pair, 0, 32 },
	[CHECK_CROCKFORD] = { "crockford", CSET_32_CROCKFORD,
	    CSET_32_CROCKFORD "*~$=U", 1, 1, PAYLOAD_MAX, base32, 37, 32 },
};

/* Other names that data files use for the same system. */
static const struct { const char *name; enum check_kind kind; } aliases[] = {
	{ "gtin", CHECK_MOD10 }, { "gs1", CHECK_MOD10 },
	{ "gs1_mod10", CHECK_MOD10 }, { "gs1_pair", CHECK_GS1_PAIR },
	{ "code39", CHECK_MOD43 }, { "hibc", CHECK_MOD43 },
};

enum check_kind check_find(const char *name)
{
	for (int i = 0; i < CHECK_COUNT; i++)
		if (strcmp(systems[i].name, name) == 0)
			return (enum check_kind)i;
	for (size_t i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++)
		if (strcmp(aliases[i].name, name) == 0)
			return aliases[i].kind;
	return CHECK_COUNT;
}

static const struct system *system_of(enum check_kind kind)
{
	assert((int)kind >= 0 && kind < CHECK_COUNT);
	return &systems[kind];
}

const char *check_name(enum check_kind kind)
{
	return system_of(kind)->name;
}

size_t check_length(enum check_kind kind)
{
	return system_of(kind)->length;
}

/* Place of c in the alphabet, or -1. */
static int value_in(const char *alphabet, char c)
{
	const char *at = c == '\0' ? NULL : strchr(alphabet, c);

	return at ? (int)(at - alphabet) : -1;
}

int check_value_43(char c)
{
	return value_in(CSET_43, c);
}

int check_value_82(char c)
{
	return value_in(CSET_82, c);
}

bool check_compute(enum check_kind kind, const char *payload, size_t n,
    char out[CHECK_CHARS_MAX + 1])
{
	const struct system *s = system_of(kind);
	unsigned char values[PAYLOAD_MAX];
	unsigned check;

	if (kind == CHECK_NONE) {
		out[0] = '\0';
		return true;
	}
	if (n < s->payload_min || n > s->payload_max)
		return false;
	for (size_t i = 0; i < n; i++) {
		int value = value_in(s->alphabet, payload[i]);

		if (value < 0)
			return false;
		values[i] = (unsigned char)value;
	}
	check = s->compute(s, values, n);
	if (s->length == 2) {
		out[0] = s->signs[check / s->radix];
		out[1] = s->signs[check % s->radix];
	} else {
		assert(check < strlen(s->signs));
		out[0] = s->signs[check];
	}
	out[s->length] = '\0';
	return true;
}

bool check_verify(enum check_kind kind, const char *text, size_t n)
{
	size_t length = check_length(kind);
	char check[CHECK_CHARS_MAX + 1];

	return n >= length && check_compute(kind, text, n - length, check) &&
	    memcmp(text + n - length, check, length) == 0;
}

/* Every second digit from the right is doubled, and its own digits added. */
static unsigned luhn(const struct system *s, const unsigned char *v, size_t n)
{
	unsigned sum = 0;

	(void)s;
	for (size_t i = 0; i < n; i++) {
		unsigned d = v[i];

		if ((n - i) % 2 == 1)
			d = d < 5 ? d * 2 : d * 2 - 9;
		sum += d;
	}
	return (10 - sum % 10) % 10;
}

static unsigned mod10(const struct system *s, const unsigned char *v, size_t n)
{
	unsigned sum = 0;

	(void)s;
	for (size_t i = 0; i < n; i++)
		sum += v[i] * ((n - i) % 2 == 1 ? 3u : 1u);
	return (10 - sum % 10) % 10;
}

/* The product of two elements of the symmetry group of a pentagon: 0 to 4 are
 * its turns, 5 to 9 its mirrorings. */
static unsigned pentagon(unsigned a, unsigned b)
{
	if (a < 5)
		return b < 5 ? (a + b) % 5 : 5 + (a + b) % 5;
	return b < 5 ? 5 + (a - b) % 5 : (5 + a - b) % 5;
}

/* Each place of the number, counted from the right, has its digit permuted
 * once more than the place before; eight times give the digit itself. */
static unsigned verhoeff(const struct system *s, const unsigned char *v,
    size_t n)
{
	static const unsigned char permuted[10] = {
		1, 5, 7, 6, 2, 8, 3, 0, 9, 4
	};
	unsigned sum = 0;

	(void)s;
	for (size_t place = 1; place <= n; place++) {
		unsigned d = v[n - place];

		for (size_t i = 0; i < place % 8; i++)
			d = permuted[d];
		sum = pentagon(sum, d);
	}
	return sum < 5 ? (5 - sum) % 5 : sum;	/* the inverse; a mirroring is its own */
}

/* One step in a quasigroup for each digit; its diagonal is zero, so the check
 * digit is the state itself. */
static unsigned damm(const struct system *s, const unsigned char *v, size_t n)
{
	static const unsigned char table[10][10] = {
		{ 0, 3, 1, 7, 5, 9, 8, 6, 4, 2 },
		{ 7, 0, 9, 2, 1, 5, 4, 8, 6, 3 },
		{ 4, 2, 0, 6, 8, 7, 1, 3, 5, 9 },
		{ 1, 7, 5, 0, 9, 8, 3, 4, 2, 6 },
		{ 6, 1, 2, 3, 0, 4, 5, 9, 7, 8 },
		{ 3, 6, 7, 4, 2, 0, 9, 5, 8, 1 },
		{ 5, 8, 6, 9, 7, 2, 0, 1, 3, 4 },
		{ 8, 9, 4, 5, 3, 6, 2, 0, 1, 7 },
		{ 9, 4, 3, 8, 6, 1, 7, 2, 0, 5 },
		{ 2, 5, 8, 1, 4, 3, 6, 7, 9, 0 },
	};
	unsigned state = 0;

	(void)s;
	for (size_t i = 0; i < n; i++)
		state = table[state][v[i]];
	return state;
}

/* ISO/IEC 7064 pure system: the whole number, check included, leaves 1. */
static unsigned pure(const struct system *s, const unsigned char *v, size_t n)
{
	unsigned p = 0;

	for (size_t i = 0; i < n; i++)
		p = (p + v[i]) * s->radix % s->modulus;
	if (s->length == 2)
		p = p * s->radix % s->modulus;
	return (s->modulus + 1 - p) % s->modulus;
}

/* ISO/IEC 7064 hybrid system: modulo M and M + 1 by turns. */
static unsigned hybrid(const struct system *s, const unsigned char *v, size_t n)
{
	unsigned m = s->modulus;
	unsigned p = m;

	for (size_t i = 0; i < n; i++) {
		unsigned q = (p + v[i]) % m;

		p = (q == 0 ? m : q) * 2 % (m + 1);
	}
	return (m + 1 - p) % m;
}

static unsigned sum43(const struct system *s, const unsigned char *v, size_t n)
{
	unsigned sum = 0;

	(void)s;
	for (size_t i = 0; i < n; i++)
		sum += v[i];
	return sum % 43;
}

static bool is_prime(unsigned n)
{
	for (unsigned d = 2; d * d <= n; d++)
		if (n % d == 0)
			return false;
	return n >= 2;
}

/* The i-th value from the right has the i-th prime as its weight. */
static unsigned pair(const struct system *s, const unsigned char *v, size_t n)
{
	unsigned sum = 0, prime = 1;

	(void)s;
	for (size_t i = n; i > 0; i--) {
		do
			prime++;
		while (!is_prime(prime));
		sum = (sum + v[i - 1] * prime) % 1021;
	}
	return sum;
}

static unsigned base32(const struct system *s, const unsigned char *v, size_t n)
{
	unsigned rest = 0;

	for (size_t i = 0; i < n; i++)
		rest = (rest * s->radix + v[i]) % s->modulus;
	return rest;
}
