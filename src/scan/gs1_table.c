/*
 * gs1_table.c - finding the row of an application identifier.
 * SPDX-License-Identifier: Apache-2.0
 *
 * All identifiers that begin with the same two digits have the same length,
 * so two digits say how many belong to the identifier.  The rows of one such
 * prefix stand together and are few.
 */
#include <assert.h>
#include <string.h>
#include "scan/gs1.h"
#include "scan/gs1_private.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

const struct gs1_ai *gs1_ai_at(const char *text, size_t n)
{
	const struct gs1_prefix *prefix;
	unsigned number = 0;

	if (n < 2 || !is_digit(text[0]) || !is_digit(text[1]))
		return NULL;
	prefix = &gs1_prefixes[(text[0] - '0') * 10 + (text[1] - '0')];
	if (prefix->n == 0 || n < prefix->digits)
		return NULL;
	for (size_t i = 0; i < prefix->digits; i++) {
		if (!is_digit(text[i]))
			return NULL;
		number = number * 10 + (unsigned)(text[i] - '0');
	}
	for (const struct gs1_ai *ai = &gs1_ais[prefix->from];
	    ai < &gs1_ais[prefix->from + prefix->n]; ai++)
		if (number >= ai->first && number <= ai->last)
			return ai;
	return NULL;
}

const struct gs1_ai *gs1_ai_find(const char *text, size_t n)
{
	const struct gs1_ai *ai = gs1_ai_at(text, n);

	return ai && ai->digits == n ? ai : NULL;
}

const char *gs1_title(const char *id)
{
	const struct gs1_ai *ai = gs1_ai_find(id, strlen(id));

	return ai ? ai->title : NULL;
}

void gs1_compose(const struct scan_element *elements, size_t n,
    struct str *out)
{
	for (size_t i = 0; i < n; i++) {
		const struct gs1_ai *ai = gs1_ai_find(elements[i].id,
		    strlen(elements[i].id));

		str_add(out, elements[i].id);
		str_add(out, elements[i].value);
		if (i + 1 < n && !(ai && (ai->flags & GS1_FIXED)))
			str_addc(out, GS);
	}
}

/* A pattern is an identifier in which n stands for any digit. */
bool gs1_matches(const char *pattern, size_t n, const char *id)
{
	for (size_t i = 0; i < n; i++)
		if (id[i] == '\0' || (pattern[i] != 'n' && pattern[i] != id[i]))
			return false;
	return id[n] == '\0';
}
