/*
 * failing_labels.c - labels that would not read, by whose and from where.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "report/failing_labels.h"

static bool
is_of(const struct failing_group *g, const struct label_failure *f)
{
	return strcmp(g->supplier, f->supplier) == 0 &&
	    strcmp(g->template_name, f->template_name) == 0 &&
	    strcmp(g->symbols, f->symbols) == 0 && strcmp(g->printer, f->printer) == 0;
}

static struct failing_group *
group_of(struct failing_labels *all, const struct label_failure *f)
{
	struct failing_group *g;

	for (size_t i = 0; i < all->groups.n; i++)
		if (is_of(&all->groups.at[i], f))
			return &all->groups.at[i];
	g = vec_push(&all->groups);
	memset(g, 0, sizeof *g);
	str_copy(g->supplier, sizeof g->supplier, f->supplier);
	str_copy(g->template_name, sizeof g->template_name, f->template_name);
	str_copy(g->symbols, sizeof g->symbols, f->symbols);
	str_copy(g->printer, sizeof g->printer, f->printer);
	return g;
}

/* They come oldest first; age_s is their sum until all are there. */
static bool
add(void *ctx, const struct event *e, const struct label_failure *f)
{
	struct failing_group *g = group_of(ctx, f);

	if (g->failures++ == 0)
		g->first = e->at;
	g->last = e->at;
	g->age_s += f->age_s;
	return true;
}

static int
by_failures(const void *a, const void *b)
{
	const struct failing_group *x = a, *y = b;
	int order = (x->failures < y->failures) - (x->failures > y->failures);

	if (order == 0)
		order = strcmp(x->supplier, y->supplier);
	if (order == 0)
		order = strcmp(x->template_name, y->template_name);
	if (order == 0)
		order = strcmp(x->symbols, y->symbols);
	return order != 0 ? order : strcmp(x->printer, y->printer);
}

static bool
finish(struct ledger *l, struct failing_group *g, struct err *err)
{
	struct party supplier;
	int rc = g->supplier[0] == '\0' ? 0 :
	    party_find(l, g->supplier, &supplier, err);

	if (rc > 0)
		str_copy(g->supplier_name, sizeof g->supplier_name, supplier.name);
	g->age_s /= g->failures;
	return rc >= 0;
}

bool
failing_labels_read(struct ledger *l, struct failing_labels *out, struct err *err)
{
	bool ok;

	memset(out, 0, sizeof *out);
	ok = label_failures(l, add, out, err);
	for (size_t i = 0; ok && i < out->groups.n; i++)
		ok = finish(l, &out->groups.at[i], err);
	if (ok && out->groups.n > 0)
		qsort(out->groups.at, out->groups.n, sizeof *out->groups.at,
		    by_failures);
	if (!ok)
		failing_labels_done(out);
	return ok;
}

void
failing_labels_done(struct failing_labels *all)
{
	vec_done(&all->groups);
}

static void
kv_time(struct json_out *j, const char *key, int64_t ms)
{
	char when[CLOCK_RFC3339_SIZE];

	clock_rfc3339(ms, when);
	json_kv(j, key, when);
}

void
failing_labels_json(const struct failing_labels *all, struct json_out *j)
{
	json_array(j);
	for (size_t i = 0; i < all->groups.n; i++) {
		const struct failing_group *g = &all->groups.at[i];

		json_object(j);
		json_kv_opt(j, "supplier", g->supplier);
		json_kv_opt(j, "supplier_name", g->supplier_name);
		json_kv_opt(j, "label", g->template_name);
		json_kv_opt(j, "symbols", g->symbols);
		json_kv_opt(j, "printer", g->printer);
		json_kv_int(j, "failures", g->failures);
		kv_time(j, "first", g->first);
		kv_time(j, "last", g->last);
		json_kv_int(j, "age_s", g->age_s);
		json_object_end(j);
	}
	json_array_end(j);
}
