/*
 * order_list.c - orders, a page at a time.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "report/lists.h"

struct order_ref { enum order_kind kind; char number[CODE_SIZE]; };
struct refs { VEC(struct order_ref) list; };

/* Where a page begins. */
struct place {
	int64_t kind, opened_at, id;
	char number[CODE_SIZE + 2];
};

/*
 * The anchor as a place in the list's order.  No anchor is before the first
 * or after the last; PAGE_FROM steps back by the smallest part of a place.
 */
static bool
find_place(struct ledger *l, const struct order_filter *f, enum page_way way,
    enum order_kind kind, const char *number, struct place *at, struct err *err)
{
	bool end = way == PAGE_BEFORE && number[0] == '\0';
	struct order order;
	int rc = 0;

	memset(at, 0, sizeof *at);
	at->kind = end ? ORDER_KINDS : number[0] == '\0' ? -1 : (int64_t)kind;
	str_copy(at->number, sizeof at->number, end ? "\xff" : number);
	if (f->open && number[0] != '\0') {
		order_init(&order);
		rc = order_find(l, kind, number, &order, err);
		at->opened_at = order.opened_at;
		at->id = order.id;
		order_done(&order);
	}
	if (way == PAGE_FROM && f->open)
		at->id--;
	else if (way == PAGE_FROM)
		at->kind--;
	return rc >= 0;
}

static bool
walk(struct store *s, enum query q, const struct order_filter *f,
    const struct place *at, size_t max, struct err *err)
{
	const char *fmt = f->open ? "ioiiii" : "iotii";
	int64_t kind = f->kind;

	/* kind -1 asks nothing, and PO is 0: a NULL must be said by letter */
	if (f->open)
		return f->kind < 0 ?
		    store_walk(s, q, err, "noiiii", f->party, at->kind,
		    at->opened_at, at->id, (int64_t)max) :
		    store_walk(s, q, err, fmt, kind, f->party, at->kind,
		    at->opened_at, at->id, (int64_t)max);
	return f->kind < 0 ?
	    store_walk(s, q, err, "notii", f->party, at->number, at->kind,
	    (int64_t)max) :
	    store_walk(s, q, err, fmt, kind, f->party, at->number, at->kind,
	    (int64_t)max);
}

static bool
read_refs(struct ledger *l, const struct order_filter *f, enum page_way way,
    const struct place *at, size_t max, struct refs *out, struct err *err)
{
	static const enum query queries[2][2] = {
		{ Q_LIST_ORDERS, Q_LIST_ORDERS_BACK },
		{ Q_LIST_ORDERS_OPEN, Q_LIST_ORDERS_OPEN_BACK },
	};
	enum query q = queries[f->open][way == PAGE_BEFORE];
	struct store *s = ledger_store(l);
	int rc;

	memset(out, 0, sizeof *out);
	if (!walk(s, q, f, at, max, err))
		return false;
	while ((rc = store_next(s, q, err)) > 0) {
		struct order_ref *ref = vec_push(&out->list);

		ref->kind = (enum order_kind)store_int(s, q, 0);
		str_copy(ref->number, sizeof ref->number, store_text(s, q, 1));
	}
	if (rc < 0)
		vec_done(&out->list);
	return rc == 0;
}

static bool
sum_lines(struct ledger *l, const struct order *o, struct order_row *row,
    struct err *err)
{
	int64_t done;

	for (size_t i = 0; i < o->lines.n; i++) {
		const struct order_line *line = &o->lines.at[i];

		if (!order_line_done(l, o, line, &done, err))
			return false;
		row->lines++;
		row->qty += line->qty;
		row->done += done;
		if (line->due[0] != '\0' && (row->due[0] == '\0' ||
		    strcmp(line->due, row->due) < 0))
			str_copy(row->due, sizeof row->due, line->due);
	}
	return true;
}

static bool
read_row(struct ledger *l, const struct order_ref *ref, struct order_row *row,
    struct err *err)
{
	const char *status = NULL;
	struct order o;
	bool ok = false;
	int rc;

	memset(row, 0, sizeof *row);
	order_init(&o);
	rc = order_find(l, ref->kind, ref->number, &o, err);
	if (rc == 0)
		err_set(err, ERR_DAMAGED, "order %s is listed and not found",
		    ref->number);
	if (rc > 0)
		status = order_status(l, &o, err);
	if (status != NULL) {
		row->kind = o.kind;
		str_copy(row->number, sizeof row->number, o.number);
		str_copy(row->party, sizeof row->party, o.party);
		str_copy(row->status, sizeof row->status, status);
		row->opened_at = o.opened_at;
		ok = sum_lines(l, &o, row, err);
	}
	order_done(&o);
	return ok;
}

bool
order_list_page(struct ledger *l, const struct order_filter *f,
    enum page_way way, enum order_kind kind, const char *number,
    struct order_row out[], size_t max, size_t *n, struct err *err)
{
	struct refs refs;
	struct place at;
	bool ok = true;

	assert(max > 0);
	if (!find_place(l, f, way, kind, number, &at, err) ||
	    !read_refs(l, f, way, &at, max, &refs, err))
		return false;
	for (size_t i = 0; ok && i < refs.list.n; i++)
		ok = read_row(l, &refs.list.at[way == PAGE_BEFORE ?
		    refs.list.n - 1 - i : i], &out[i], err);
	if (ok)
		*n = refs.list.n;
	vec_done(&refs.list);
	return ok;
}
