/*
 * weight.c - weights of cartons.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <ctype.h>
#include <string.h>
#include "base/str.h"
#include "domain/weight.h"

/* Digits, at most one point or comma, no more than places after it: the
 * number times ten to the power of places.  Returns what follows, or NULL. */
static const char *
number(const char *text, int places, int64_t *out)
{
	bool point = false, digits = false;
	int64_t n = 0;
	int after = 0;

	for (; isdigit((unsigned char)*text) || ((*text == '.' || *text == ',') &&
	    !point); text++) {
		if (!isdigit((unsigned char)*text)) {
			point = true;
			continue;
		}
		digits = true;
		n = n * 10 + (*text - '0');
		if ((point && ++after > places) || n > WEIGHT_MAX_G * 1000)
			return NULL;
	}
	for (; after < places; after++)
		n *= 10;
	*out = n;
	return digits ? text : NULL;
}

static bool
read_as(const char *text, int places, const char *unit, int64_t *grams)
{
	int64_t n;
	const char *rest = number(text, places, &n);

	if (rest == NULL)
		return false;
	if (unit[0] != '\0')
		rest += strspn(rest, " ");
	if (!str_ieq(rest, unit) || n <= 0 || n > WEIGHT_MAX_G)
		return false;
	*grams = n;
	return true;
}

bool
weight_parse(const char *text, bool bare, int64_t *grams)
{
	return read_as(text, 3, "kg", grams) || read_as(text, 0, "g", grams) ||
	    (bare && read_as(text, 3, "", grams));
}

void
weight_words(int64_t grams, char *out, size_t size)
{
	char text[32];
	size_t n;

	out[0] = '\0';
	if (grams <= 0)
		return;
	str_print(text, sizeof text, "%lld.%03lld", (long long)(grams / 1000),
	    (long long)(grams % 1000));
	for (n = strlen(text); text[n - 1] == '0'; n--)
		text[n - 1] = '\0';
	if (text[n - 1] == '.')
		text[n - 1] = '\0';
	str_print(out, size, "%s kg", text);
}
