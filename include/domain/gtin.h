/*
 * gtin.h - GS1 keys that are digits: GTIN, UPC-E and SSCC.
 * SPDX-License-Identifier: Apache-2.0
 *
 * All of them end in one modulo-10 check digit: from the digit beside it the
 * weights are 3, 1, 3, 1 ... leftwards.  A GTIN is stored and compared as 14
 * digits, shorter ones padded with zeros on the left; a case (indicator 1-8)
 * and its base item (indicator 0) are different items.
 *
 * Nothing here allocates, nothing looks beyond the n bytes it is given.
 */
#ifndef DOMAIN_GTIN_H
#define DOMAIN_GTIN_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GTIN_SIZE 15		/* 14 digits and NUL */
#define SSCC_SIZE 19		/* 18 digits and NUL */

enum gtin_result { GTIN_OK, GTIN_LENGTH, GTIN_CHARS, GTIN_CHECK };

/* The check digit ('0'..'9') of n digits that do not hold it yet.  All n
 * bytes must be digits (asserted). */
char gs1_check_digit(const char *digits, size_t n);

/* Are the n bytes (at least 2) digits of which the last is the check digit of
 * those before it? */
bool gtin_check_digit_ok(const char *digits, size_t n);

/*
 * The 14 digits of a GTIN-8, -12, -13 or -14 in text.  GTIN_CHARS: a byte
 * that is no digit; GTIN_LENGTH: not one of the four lengths; GTIN_CHECK: the
 * last digit is wrong.  gtin14 is written only when GTIN_OK.
 */
enum gtin_result gtin_normalise(const char *text, size_t n,
    char gtin14[GTIN_SIZE]);

/* What is wrong, for a person: "not 8, 12, 13 or 14 digits". */
const char *gtin_result_words(enum gtin_result result);

/* The UPC-A of an 8-digit UPC-E (number system 0 or 1, check digit included).
 * False, and upca12 untouched, when it is none or its check digit is wrong. */
bool upce_expand(const char *upce8, char upca12[13]);

/*
 * The SSCC made of an extension digit '0'..'9', a company prefix of 4 to 12
 * digits and a counter padded with zeros to fill 16 digits together with the
 * prefix.  False, and out untouched, when the prefix is none or the counter
 * has no room: a used-up prefix must never wrap.
 */
bool sscc_make(char extension, const char *company_prefix, uint64_t counter,
    char out[SSCC_SIZE]);
/* Exactly 18 digits with the right check digit? */
bool sscc_ok(const char *text, size_t n);
#endif
