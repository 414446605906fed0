/*
 * gtin.c - GS1 keys that are digits: GTIN, UPC-E and SSCC.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Everything stands on one sum.  Its weights are counted from the right, so
 * that zeros on the left never change a check digit; that is why a GTIN-8
 * padded to 14 digits keeps its own.
 */
#include <assert.h>
#include <string.h>
#include "domain/gtin.h"

#define SSCC_BODY 16		/* company prefix and serial reference */
#define PREFIX_MIN 4
#define PREFIX_MAX 12

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool all_digits(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!is_digit(text[i]))
			return false;
	return true;
}

char gs1_check_digit(const char *digits, size_t n)
{
	unsigned sum = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned weight = (n - i) % 2 == 1 ? 3 : 1;

		assert(is_digit(digits[i]));
		sum = (sum + weight * (unsigned)(digits[i] - '0')) % 10;
	}
	return (char)('0' + (10 - sum) % 10);
}

bool gtin_check_digit_ok(const char *digits, size_t n)
{
	return n >= 2 && all_digits(digits, n) &&
	    digits[n - 1] == gs1_check_digit(digits, n - 1);
}

static bool is_gtin_length(size_t n)
{
	return n == 8 || n == 12 || n == 13 || n == 14;
}

enum gtin_result gtin_normalise(const char *text, size_t n,
    char gtin14[GTIN_SIZE])
{
	if (!all_digits(text, n))
		return GTIN_CHARS;
	if (!is_gtin_length(n))
		return GTIN_LENGTH;
	if (!gtin_check_digit_ok(text, n))
		return GTIN_CHECK;
	memset(gtin14, '0', GTIN_SIZE - 1 - n);
	memcpy(gtin14 + GTIN_SIZE - 1 - n, text, n);
	gtin14[GTIN_SIZE - 1] = '\0';
	return GTIN_OK;
}

const char *gtin_result_words(enum gtin_result result)
{
	static const char *const words[] = {
		[GTIN_OK] = "a good GTIN",
		[GTIN_LENGTH] = "not 8, 12, 13 or 14 digits",
		[GTIN_CHARS] = "something in it is no digit",
		[GTIN_CHECK] = "the check digit is wrong",
	};

	assert((int)result >= 0 && result <= GTIN_CHECK);
	return words[result];
}

/* The 11 digits without check digit.  What the six data digits stand for is
 * told by the last of them; the zeros are those that were left out. */
static void upce_payload(const char *d, char out[12])
{
	const char *x = d + 1;		/* six data digits behind the number system */

	out[0] = d[0];
	memset(out + 1, '0', 10);
	out[11] = '\0';
	if (x[5] <= '2') {
		memcpy(out + 1, x, 2);
		out[3] = x[5];
		memcpy(out + 8, x + 2, 3);
	} else if (x[5] == '3') {
		memcpy(out + 1, x, 3);
		memcpy(out + 9, x + 3, 2);
	} else if (x[5] == '4') {
		memcpy(out + 1, x, 4);
		out[10] = x[4];
	} else {
		memcpy(out + 1, x, 5);
		out[10] = x[5];
	}
}

bool upce_expand(const char *upce8, char upca12[13])
{
	char payload[12];

	if (strnlen(upce8, 9) != 8 || !all_digits(upce8, 8) || upce8[0] > '1')
		return false;
	upce_payload(upce8, payload);
	if (gs1_check_digit(payload, 11) != upce8[7])
		return false;
	memcpy(upca12, payload, 11);
	upca12[11] = upce8[7];
	upca12[12] = '\0';
	return true;
}

bool sscc_make(char extension, const char *company_prefix, uint64_t counter,
    char out[SSCC_SIZE])
{
	size_t n = strnlen(company_prefix, PREFIX_MAX + 1);
	char body[SSCC_BODY + 1];

	if (!is_digit(extension) || n < PREFIX_MIN || n > PREFIX_MAX ||
	    !all_digits(company_prefix, n))
		return false;
	memcpy(body, company_prefix, n);
	for (size_t i = SSCC_BODY; i > n; i--) {
		body[i - 1] = (char)('0' + counter % 10);
		counter /= 10;
	}
	if (counter > 0)
		return false;
	out[0] = extension;
	memcpy(out + 1, body, SSCC_BODY);
	out[SSCC_SIZE - 2] = gs1_check_digit(out, SSCC_SIZE - 2);
	out[SSCC_SIZE - 1] = '\0';
	assert(sscc_ok(out, SSCC_SIZE - 1));
	return true;
}

bool sscc_ok(const char *text, size_t n)
{
	return n == SSCC_SIZE - 1 && gtin_check_digit_ok(text, n);
}
