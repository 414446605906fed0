/*
 * allocation_stock.c - who has a claim on what there is, and what that leaves.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "ledger/allocation_private.h"

bool
stock_settle(struct ledger *l, struct err *err)
{
	return tally_flush(l, err);
}

/* --- Claims ----------------------------------------------------------------- */

bool
claims_read(struct ledger *l, struct claims *claims, struct err *err)
{
	struct store *s = l->store;
	int rc;

	memset(claims, 0, sizeof *claims);
	if (!store_walk(s, Q_ALLOCATION_CLAIMS, err, ""))
		return false;
	while ((rc = store_next(s, Q_ALLOCATION_CLAIMS, err)) > 0)
		if (store_int(s, Q_ALLOCATION_CLAIMS, 3) > 0)
			*vec_push(&claims->list) = (struct claim){
			    store_int(s, Q_ALLOCATION_CLAIMS, 0),
			    store_int(s, Q_ALLOCATION_CLAIMS, 1),
			    store_int(s, Q_ALLOCATION_CLAIMS, 2),
			    store_int(s, Q_ALLOCATION_CLAIMS, 3) };
	if (rc < 0)
		vec_done(&claims->list);
	return rc == 0;
}

int64_t
claims_of(const struct claims *claims, int64_t item, int64_t but_order,
    int64_t but_line)
{
	int64_t n = 0;

	for (size_t i = 0; i < claims->list.n; i++) {
		const struct claim *c = &claims->list.at[i];

		if (c->item == item && (c->order != but_order ||
		    (but_line != 0 && c->line != but_line)))
			n += c->n;
	}
	return n;
}

/* --- Serials ------------------------------------------------------------------ */

void
serials_add(struct serials *s, const char *serial)
{
	*vec_push(&s->list) = xstrdup(serial);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
serials_sort(struct serials *s)
{
	if (s->list.n > 1)
		qsort(s->list.at, s->list.n, sizeof s->list.at[0], by_text);
}

bool
serials_have(const struct serials *s, const char *serial)
{
	return s != NULL && s->list.n > 0 && bsearch(&serial, s->list.at,
	    s->list.n, sizeof s->list.at[0], by_text) != NULL;
}

void
serials_done(struct serials *s)
{
	for (size_t i = 0; i < s->list.n; i++)
		free(s->list.at[i]);
	vec_done(&s->list);
}

/* --- What is left of it --------------------------------------------------------- */

bool
allocation_free(struct ledger *l, const char *item, const char *but_order,
    int64_t *n, struct err *err)
{
	struct claims claims;
	int64_t id, order, there;

	*n = 0;
	if (!store_name_find(l->store, NAME_ITEM, item, &id, err) ||
	    !store_name_find(l->store, NAME_ORDER,
	    but_order == NULL ? "" : but_order, &order, err) ||
	    !stock_settle(l, err) || !stock_free(l, id, &there, err) ||
	    !claims_read(l, &claims, err))
		return false;
	there -= claims_of(&claims, id, order, 0);
	vec_done(&claims.list);
	*n = there < 0 ? 0 : there;
	return true;
}

bool
allocation_soft(struct ledger *l, const char *order, int64_t line, int64_t *n,
    struct err *err)
{
	int64_t promised, bound;

	if (!order_promised(l, order, line, &promised, err) ||
	    !bound_count(l, order, line, &bound, NULL, err))
		return false;
	*n = promised > bound ? promised - bound : 0;
	return true;
}
