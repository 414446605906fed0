/*
 * verify_sums.c - the sums over units, gathered anew and held against theirs.
 * SPDX-License-Identifier: Apache-2.0
 *
 * They gather in a hash table as large as the answer.
 */
#include <stdlib.h>
#include "base/xalloc.h"
#include "ledger/verify.h"

static size_t
sum_slot(const struct sum *table, size_t cap, int kind, int64_t a, int64_t b)
{
	uint64_t h = ((uint64_t)a * 0x9E3779B97F4A7C15u) ^
	    ((uint64_t)b * 0xC2B2AE3D27D4EB4Fu) ^ (uint64_t)kind;
	size_t at = (size_t)(h >> 20) & (cap - 1);

	while (table[at].kind != 0 && (table[at].kind != kind ||
	    table[at].a != a || table[at].b != b))
		at = (at + 1) & (cap - 1);
	return at;
}

static void
sums_grow(struct verify *v)
{
	size_t cap = v->sums.cap == 0 ? 1024 : v->sums.cap * 2;
	struct sum *table = xcalloc(cap, sizeof *table);

	for (size_t i = 0; i < v->sums.cap; i++)
		if (v->sums.at[i].kind != 0)
			table[sum_slot(table, cap, v->sums.at[i].kind,
			    v->sums.at[i].a, v->sums.at[i].b)] = v->sums.at[i];
	free(v->sums.at);
	v->sums.at = table;
	v->sums.cap = cap;
}

static void
sum_add(struct verify *v, int kind, int64_t a, int64_t b)
{
	struct sum *s;

	if (v->n_sums * 2 >= v->sums.cap)
		sums_grow(v);
	s = &v->sums.at[sum_slot(v->sums.at, v->sums.cap, kind, a, b)];
	if (s->kind == 0) {
		*s = (struct sum){ .kind = kind, .a = a, .b = b };
		v->n_sums++;
	}
	s->n++;
}

bool
verify_sum_unit(struct verify *v, const struct unit *u, struct err *err)
{
	struct store *s = v->l->store;
	struct contribution c[CONTRIBUTIONS_MAX];
	size_t n = unit_contribution(u, c);
	int64_t item, other;

	if (!store_name_find(s, NAME_ITEM, u->item, &item, err))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (c[i].kind == TALLY_STATUS) {
			sum_add(v, c[i].kind, item, (int64_t)c[i].status * 2 + c[i].held);
		} else if (c[i].kind == TALLY_BIN) {
			if (!store_name_find(s, NAME_BIN, c[i].bin, &other, err))
				return false;
			sum_add(v, c[i].kind, other, item);
		} else {
			if (!store_name_find(s, NAME_ORDER, c[i].order, &other, err))
				return false;
			sum_add(v, c[i].kind, other, c[i].line * 8 + c[i].stage);
		}
	}
	return true;
}

bool
verify_sums(struct verify *v, struct err *err)
{
	struct store *s = v->l->store;
	size_t seen = 0;
	int rc;

	if (v->sums.cap == 0)
		sums_grow(v);
	if (!store_walk(s, Q_TALLY_ALL, err, ""))
		return false;
	while ((rc = store_next(s, Q_TALLY_ALL, err)) > 0) {
		int kind = (int)store_int(s, Q_TALLY_ALL, 0);
		int64_t a = store_int(s, Q_TALLY_ALL, 1);
		int64_t b = store_int(s, Q_TALLY_ALL, 2);
		int64_t n = store_int(s, Q_TALLY_ALL, 3);
		const struct sum *sum =
		    &v->sums.at[sum_slot(v->sums.at, v->sums.cap, kind, a, b)];

		if (sum->kind != 0)
			seen++;
		if (sum->n != n)
			verify_fault(v, "sum %d/%lld/%lld is %lld, events give %lld",
			    kind, (long long)a, (long long)b, (long long)n,
			    (long long)sum->n);
	}
	if (rc == 0 && seen != v->n_sums)
		verify_fault(v, "%zu sums are missing", v->n_sums - seen);
	return rc == 0;
}
