/*
 * promise.c - a unit that was promised can no longer be given.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/flow_private.h"
#include "ledger/allocation.h"

bool
flow_promise_gone(struct flow *f, struct verdict *v, const struct unit *was,
    const char *reason, char *words, size_t size, struct err *err)
{
	struct booker booker = { f, v };
	struct allocation_ask ask = { .entry = (enum event_entry)f->entry,
	    .reason = reason, .append = flow_book, .ctx = &booker };
	char other[TEXT_SIZE];
	bool found;

	words[0] = '\0';
	if (was->status != UNIT_ALLOCATED)
		return true;
	if (!allocation_replace(f->l, was, &ask, &found, other, err))
		return false;
	if (found)
		str_print(words, size, "%s gets %s instead", was->out_order, other);
	else
		str_print(words, size, "%s is short of one now", was->out_order);
	return true;
}
