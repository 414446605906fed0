/*
 * check.h - check characters: computing and verifying.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One table of systems (standards.md section 5): each has an alphabet for the
 * payload and gives one or two check characters, which stand at the end of
 * the text.  Letter case matters: where the alphabet is upper case, a lower
 * case letter is outside it.
 */
#ifndef DOMAIN_CHECK_H
#define DOMAIN_CHECK_H
#include <stdbool.h>
#include <stddef.h>

/* The numbers are not stored; names are. */
enum check_kind {
	CHECK_NONE,		/* no check character: always right */
	CHECK_LUHN,		/* digits */
	CHECK_MOD10,		/* digits, GS1 weights 3 1 3 1 */
	CHECK_VERHOEFF,		/* digits */
	CHECK_DAMM,		/* digits */
	CHECK_MOD11_2,		/* digits -> 0-9 X, ISO/IEC 7064 */
	CHECK_MOD11_10,		/* digits -> digit, ISO/IEC 7064 */
	CHECK_MOD37_2,		/* 0-9A-Z -> 0-9A-Z*, ISO/IEC 7064 */
	CHECK_MOD37_36,		/* 0-9A-Z -> 0-9A-Z, ISO/IEC 7064 */
	CHECK_MOD97_10,		/* digits -> two digits, ISO/IEC 7064 */
	CHECK_MOD27_26,		/* A-Z -> A-Z, ISO/IEC 7064 */
	CHECK_MOD661_26,	/* A-Z -> two of A-Z, ISO/IEC 7064 */
	CHECK_MOD1271_36,	/* 0-9A-Z -> two of 0-9A-Z, ISO/IEC 7064 */
	CHECK_MOD43,		/* Code 39 set, as Code 39 and HIBC use it */
	CHECK_GS1_PAIR,		/* GS1 set 82 -> two characters (GMN, HIDI) */
	CHECK_CROCKFORD,	/* base 32 without I L O U -> one of 37 signs */
	CHECK_COUNT		/* as an answer: there is no such system */
};

#define CHECK_CHARS_MAX 2

/* By name: "none", "luhn", "mod37_36", "gs1_cc_pair" ... ("gtin" is a second
 * name of mod10); CHECK_COUNT when there is none. */
enum check_kind check_find(const char *name);
const char *check_name(enum check_kind kind);
/* Check characters at the end of a text: 0, 1 or 2. */
size_t check_length(enum check_kind kind);

/*
 * The check characters of n bytes, NUL-ended.  False, and out untouched, when
 * a byte is outside the alphabet, or n is 0 or too long for the system (the
 * GS1 pair takes 0 to 97 bytes).  For CHECK_NONE the answer is "".
 */
bool check_compute(enum check_kind kind, const char *payload, size_t n,
    char out[CHECK_CHARS_MAX + 1]);

/* Do the n bytes end in the check characters of those before them? */
bool check_verify(enum check_kind kind, const char *text, size_t n);

/* Values of a byte in Code 39 (0..42) and in GS1 set 82 (0..81), or -1. */
int check_value_43(char c);
int check_value_82(char c);

/* Numbers with a check digit inside or of fixed lengths. */
bool vin_ok(const char *text, size_t n);	/* 17, no I O Q, the 9th checks the rest */
bool imei_ok(const char *text, size_t n);	/* 15 digits, Luhn */
bool iccid_ok(const char *text, size_t n);	/* 19 or 20 digits, Luhn */
/* 12 hexadecimal digits with or without : - . between; out gets them in upper
 * case without separators. */
bool mac_normalise(const char *text, size_t n, char out[13]);
#endif
