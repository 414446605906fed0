/*
 * unit_list.c - all units that match, a page of them, and how many.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "report/unit_ask.h"

/* --- All of them -------------------------------------------------------------------- */

struct all {
	struct asked asked;
	bool (*each)(void *, const struct unit *);
	void *ctx;
};

static bool
all_of_item(void *ctx, const struct item_ref *ref, bool *more, struct err *err)
{
	struct all *all = ctx;

	return units_each(&all->asked, ref->id, &all->asked.low,
	    &all->asked.high, all->each, all->ctx, more, err);
}

bool
unit_list_each(struct ledger *l, const struct unit_filter *f,
    bool (*each)(void *, const struct unit *), void *ctx, struct err *err)
{
	struct all all = { .each = each, .ctx = ctx };

	return unit_ask(&all.asked, l, f, false, err) &&
	    items_each(&all.asked, "", all_of_item, &all, err);
}

/* --- A page -------------------------------------------------------------------------- */

struct page {
	struct asked asked;
	enum page_way way;
	const char *item, *serial;	/* the anchor */
	struct unit *out;
	size_t max, n;
};

static bool
page_take(void *ctx, const struct unit *unit)
{
	struct page *page = ctx;

	page->out[page->n++] = *unit;
	return page->n < page->max;
}

/* In the anchor's own item the page begins beside its serial. */
static bool
page_of_item(void *ctx, const struct item_ref *ref, bool *more, struct err *err)
{
	struct page *page = ctx;
	struct bound low = page->asked.low, high = page->asked.high, edge;
	bool beside = page->item[0] != '\0' && strcmp(ref->code, page->item) == 0;

	if (beside && page->serial[0] == '\0' && page->way == PAGE_BEFORE)
		return true;	/* before the item's first unit */
	if (beside && page->serial[0] != '\0') {
		bound_set(&edge, page->serial, page->way == PAGE_AFTER);
		if (page->way == PAGE_BEFORE && bound_compare(&edge, &high) < 0)
			high = edge;
		else if (page->way != PAGE_BEFORE && bound_compare(&edge, &low) > 0)
			low = edge;
	}
	return units_each(&page->asked, ref->id, &low, &high, page_take, page,
	    more, err);
}

static void
turn_round(struct unit *units, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct unit keep = units[i];

		units[i] = units[n - 1 - i];
		units[n - 1 - i] = keep;
	}
}

bool
unit_list_page(struct ledger *l, const struct unit_filter *f, enum page_way way,
    const char *item, const char *serial, struct unit out[], size_t max,
    size_t *n, struct err *err)
{
	struct page page = { .way = way, .item = item, .serial = serial,
	    .out = out, .max = max };
	bool back = way == PAGE_BEFORE;

	assert(max > 0);
	if (!unit_ask_serial(serial, err) ||
	    !unit_ask(&page.asked, l, f, back, err) ||
	    !items_each(&page.asked, item, page_of_item, &page, err))
		return false;
	if (back)
		turn_round(out, page.n);
	*n = page.n;
	return true;
}

/* --- How many -------------------------------------------------------------------------- */

static bool
count_one(void *ctx, const struct unit *unit)
{
	(void)unit;
	++*(int64_t *)ctx;
	return true;
}

/* The rows alone, when nothing must be read from them. */
static bool
count_rows(void *ctx, const struct item_ref *ref, bool *more, struct err *err)
{
	struct all *all = ctx;
	const struct asked *a = &all->asked;
	enum query q = units_query(a);
	int rc;

	(void)more;
	if (!units_walk(a, ref->id, &a->low, &a->high, err))
		return false;
	while ((rc = store_next(a->store, q, err)) > 0)
		++*(int64_t *)all->ctx;
	return rc == 0;
}

/* The sums by status of one item. */
static bool
count_sums(void *ctx, const struct item_ref *ref, bool *more, struct err *err)
{
	struct all *all = ctx;
	const struct asked *a = &all->asked;
	int64_t first = (int64_t)a->f->status * 2;
	int64_t end = a->f->status == UNIT_NONE ? UNIT_STATUSES * 2 : first + 2;
	int rc;

	(void)more;
	if (!store_walk(a->store, Q_TALLY_BETWEEN, err, "iiii",
	    (int64_t)TALLY_STATUS, ref->id, first, end))
		return false;
	while ((rc = store_next(a->store, Q_TALLY_BETWEEN, err)) > 0)
		if (a->f->holds == 0 ||
		    store_int(a->store, Q_TALLY_BETWEEN, 0) % 2 == 1)
			*(int64_t *)all->ctx +=
			    store_int(a->store, Q_TALLY_BETWEEN, 1);
	return rc == 0;
}

/* Is nothing asked but item, status and whether it is held at all? */
static bool
sums_tell(const struct unit_filter *f)
{
	const char *const rest[] = { f->bin, f->carton, f->order, f->lot,
	    f->from, f->to, f->party, f->supplier, f->made_from, f->made_to,
	    f->expires_before, f->country };

	for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++)
		if (rest[i][0] != '\0')
			return false;
	return f->holds == 0 || f->holds == HOLDS_ANY;
}

bool
unit_list_count(struct ledger *l, const struct unit_filter *f, int64_t *n,
    struct err *err)
{
	struct all all = { .each = count_one, .ctx = n };

	*n = 0;
	if (!unit_ask(&all.asked, l, f, false, err))
		return false;
	if (sums_tell(f))
		return items_each(&all.asked, "", count_sums, &all, err);
	return items_each(&all.asked, "",
	    f->supplier[0] == '\0' ? count_rows : all_of_item, &all, err);
}
