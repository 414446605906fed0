/*
 * check_numbers.c - well-known numbers that carry a check: VIN, IMEI, ICCID,
 * and the MAC address that carries none.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "domain/check.h"

/* Value of a VIN character, or -1: letters count from 1 to 9 along the rows
 * of an old card code, and I, O and Q do not occur. */
static int vin_value(char c)
{
	static const char letters[] = "ABCDEFGHJKLMNPRSTUVWXYZ";
	static const char values[] = "12345678123457923456789";
	const char *at;

	if (c >= '0' && c <= '9')
		return c - '0';
	at = c == '\0' ? NULL : strchr(letters, c);
	return at ? values[at - letters] - '0' : -1;
}

bool vin_ok(const char *text, size_t n)
{
	static const int weights[17] = {
		8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2
	};
	int sum = 0;

	if (n != 17)
		return false;
	for (size_t i = 0; i < n; i++) {
		int value = vin_value(text[i]);

		if (value < 0)
			return false;
		sum += value * weights[i];
	}
	return text[8] == "0123456789X"[sum % 11];
}

bool imei_ok(const char *text, size_t n)
{
	return n == 15 && check_verify(CHECK_LUHN, text, n);
}

bool iccid_ok(const char *text, size_t n)
{
	return (n == 19 || n == 20) && check_verify(CHECK_LUHN, text, n);
}

/* The digit in upper case, or NUL. */
static char hex_upper(char c)
{
	if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'))
		return c;
	return c >= 'a' && c <= 'f' ? (char)(c - 'a' + 'A') : '\0';
}

bool mac_normalise(const char *text, size_t n, char out[13])
{
	char digits[13];
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		if (strchr(":-.", text[i]) && text[i] != '\0' && k > 0 && k < 12)
			continue;
		if (k == 12 || hex_upper(text[i]) == '\0')
			return false;
		digits[k++] = hex_upper(text[i]);
	}
	if (k != 12)
		return false;
	memcpy(out, digits, 12);
	out[12] = '\0';
	return true;
}
