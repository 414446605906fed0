/*
 * warranty.c - until when a unit is under cover.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <limits.h>
#include <string.h>
#include "base/str.h"
#include "domain/warranty.h"

static bool
add_months(const char *from, int64_t months, char out[DATE_ISO_SIZE])
{
	return from != NULL && date_is_valid(from) && months >= 1 &&
	    months <= INT_MAX && date_add_months(from, (int)months, out);
}

bool
warranty_until(const struct warranty_terms *t, char out[DATE_ISO_SIZE])
{
	char cap[DATE_ISO_SIZE];

	out[0] = '\0';
	if (!add_months(t->start, t->months, out)) {
		out[0] = '\0';
		return false;
	}
	if (add_months(t->cap_from, t->cap_months, cap) &&
	    date_compare(cap, out) < 0)
		str_copy(out, DATE_ISO_SIZE, cap);
	return true;
}
