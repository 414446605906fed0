/*
 * words.c - sentences about units: where one is, since when, by whom.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/flow_private.h"

struct arrival {
	struct event *out;
	bool found;
};

static bool
keep_arrival(void *ctx, const struct event *e, bool undone)
{
	struct arrival *a = ctx;

	if (!undone && (e->type == EV_UNIT_RECEIVED || e->type == EV_UNIT_OPENED ||
	    e->type == EV_UNIT_COMMISSIONED || e->type == EV_UNIT_RETURNED)) {
		*a->out = *e;
		a->found = true;
	}
	return true;
}

/* The event by which it last came to us. */
bool
unit_arrival(struct flow *f, const struct unit *u, struct event *out,
    bool *found, struct err *err)
{
	struct arrival a = { out, false };

	if (!ledger_history(f->l, u->item, u->serial, keep_arrival, &a, err))
		return false;
	*found = a.found;
	return true;
}

/* "available in A-01-02 since 2026-03-02 14:32, received on PO:4711 by B7" */
void
unit_where_words(struct flow *f, const struct unit *u, char *out, size_t size)
{
	char when[17] = "", holds[64];
	struct event e;
	struct err err;
	bool found = false;
	size_t len;

	err_clear(&err);
	holds_words(u->holds, holds, sizeof holds);
	clock_local(u->changed_at, when);
	str_print(out, size, "%s%s%s%s%s%s%s since %s", unit_status_name(u->status),
	    u->status == UNIT_SHIPPED && u->party[0] != '\0' ? " to " : "",
	    u->status == UNIT_SHIPPED ? u->party : "",
	    u->bin[0] != '\0' ? " in " : "", u->bin,
	    holds[0] != '\0' ? ", on hold: " : "", holds, when);
	if (!unit_arrival(f, u, &e, &found, &err) || !found)
		return;
	clock_local(e.at, when);
	len = strlen(out);
	str_print(out + len, size - len, "; came%s%s on %s by %s",
	    e.body.order[0] != '\0' ? " with " : "", e.body.order, when, e.operator);
}
