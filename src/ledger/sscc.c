/*
 * sscc.c - numbers for cartons and pallets.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Extension digit, company prefix, serial reference and check digit make 18
 * digits (GS1 General Specifications 3.3.2).  The next reference is read from
 * the containers that were ever started, so it cannot fall back with a
 * counter that was lost.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "domain/gtin.h"
#include "ledger/cartons.h"
#include "ledger/ledger_private.h"

#define REFERENCE_END 17	/* digits before the check digit */

static const char *
prefix_of(const struct sscc_plan *plan)
{
	return plan->prefix[0] == '\0' ? SSCC_PREFIX_IN_HOUSE : plan->prefix;
}

static bool
make(const struct sscc_plan *plan, int64_t reference, char out[SSCC_SIZE])
{
	return reference >= 0 && sscc_make((char)('0' + plan->extension),
	    prefix_of(plan), (uint64_t)reference, out);
}

/* The highest reference that the plan allows. */
static int64_t
last_of(const struct sscc_plan *plan)
{
	int64_t all = 0;

	for (size_t i = 1 + strlen(prefix_of(plan)); i < REFERENCE_END; i++)
		all = all * 10 + 9;
	return plan->last > 0 && plan->last < all ? plan->last : all;
}

/* The reference in an SSCC of the plan. */
static int64_t
reference_of(const struct sscc_plan *plan, const char *sscc)
{
	size_t before = 1 + strlen(prefix_of(plan));
	char digits[SSCC_SIZE];

	str_copyn(digits, sizeof digits, sscc + before, REFERENCE_END - before);
	return strtoll(digits, NULL, 10);
}

static bool
used_up(const struct sscc_plan *plan, struct err *err)
{
	err_code(err, ERR_CLASH, "carton.unknown",
	    "this station has no SSCC left under the prefix %s", prefix_of(plan));
	return err_hint(err, "Give it another range or extension digit: sscc in "
	    "dockledger.conf.");
}

bool
sscc_next(struct ledger *l, const struct sscc_plan *plan, char out[SSCC_SIZE],
    struct err *err)
{
	int64_t next = plan->first, last = last_of(plan);
	char low[SSCC_SIZE], high[SSCC_SIZE];
	int rc;

	assert(plan->extension >= 0 && plan->extension <= 9);
	if (!make(plan, next, low) || !make(plan, last, high) || next > last)
		return used_up(plan, err);
	rc = store_first(l->store, Q_CARTON_HIGHEST, err, "tt", low, high);
	if (rc < 0)
		return false;
	if (rc > 0) {
		next = 1 + reference_of(plan,
		    store_text(l->store, Q_CARTON_HIGHEST, 0));
		store_end(l->store, Q_CARTON_HIGHEST);
	}
	if (next > last)
		return used_up(plan, err);
	make(plan, next, out);
	return true;
}
