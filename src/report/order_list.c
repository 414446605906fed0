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
	char rank[DATE_SIZE + 2];
};

static const struct { const char *word; int state; } statuses[] = {
	{ "open", ORDER_OPEN }, { "part", ORDER_OPEN }, { "complete", ORDER_OPEN },
	{ "closed", ORDER_CLOSED }, { "cancelled", ORDER_CANCELLED },
	{ "held", ORDER_HELD }, { "draft", ORDER_DRAFT },
};

/* The state that an order of this status has, -1: any. */
static int
state_of(const char *status)
{
	for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
		if (strcmp(statuses[i].word, status) == 0)
			return statuses[i].state;
	return -1;
}

bool
order_status_is(const char *word)
{
	return state_of(word) >= 0;
}

static bool
read_rank(struct ledger *l, struct place *at, struct err *err)
{
	struct store *s = ledger_store(l);
	int rc = store_first(s, Q_ORDER_RANK, err, "i", at->id);

	if (rc > 0)
		str_copy(at->rank, sizeof at->rank, store_text(s, Q_ORDER_RANK, 0));
	store_end(s, Q_ORDER_RANK);
	return rc >= 0;
}

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
		if (rc > 0 && !read_rank(l, at, err))
			return false;
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
	int64_t kind = f->kind + 1, state = state_of(f->status) + 1;

	return f->open ?
	    store_walk(s, q, err, "iooitiii", kind, f->party, f->begins, at->kind,
	    at->rank, at->opened_at, at->id, (int64_t)max) :
	    store_walk(s, q, err, "iooitii", kind, f->party, f->begins, state,
	    at->number, at->kind, (int64_t)max);
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

	vec_clear(&out->list);
	if (!walk(s, q, f, at, max, err))
		return false;
	while ((rc = store_next(s, q, err)) > 0) {
		struct order_ref *ref = vec_push(&out->list);

		ref->kind = (enum order_kind)store_int(s, q, 0);
		str_copy(ref->number, sizeof ref->number, store_text(s, q, 1));
	}
	return rc == 0;
}

static bool
sum_lines(struct ledger *l, const struct order *o, struct order_row *row,
    struct err *err)
{
	int64_t stages[STAGES];

	for (size_t i = 0; i < o->lines.n; i++) {
		const struct order_line *line = &o->lines.at[i];

		if (!ledger_line_progress(l, o->key, line->line, stages, err))
			return false;
		row->lines++;
		row->qty += line->qty;
		row->done += order_stages_done(o->kind, stages);
		row->promised += stages[STAGE_ALLOCATED];
		row->picked += stages[STAGE_PICKED];
		row->packed += stages[STAGE_PACKED];
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
		row->priority = o.priority;
		row->opened_at = o.opened_at;
		ok = sum_lines(l, &o, row, err);
	}
	order_done(&o);
	return ok;
}

/* Read the rows of refs that are wanted behind *n. */
static bool
take_wanted(struct ledger *l, const struct order_filter *f,
    const struct refs *refs, struct order_row out[], size_t *n, struct err *err)
{
	for (size_t i = 0; i < refs->list.n; i++) {
		if (!read_row(l, &refs->list.at[i], &out[*n], err))
			return false;
		if (f->status[0] == '\0' ||
		    strcmp(f->status, out[*n].status) == 0)
			(*n)++;
	}
	return true;
}

static void
turn_around(struct order_row rows[], size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct order_row was = rows[i];

		rows[i] = rows[n - 1 - i];
		rows[n - 1 - i] = was;
	}
}

/* How far an order is no index knows: a page asks on until it is full. */
bool
order_list_page(struct ledger *l, const struct order_filter *f,
    enum page_way way, enum order_kind kind, const char *number,
    struct order_row out[], size_t max, size_t *n, struct err *err)
{
	struct refs refs = { 0 };
	struct place at;
	size_t got = 0, asked;
	bool ok;

	assert(max > 0);
	ok = find_place(l, f, way, kind, number, &at, err);
	do {
		asked = max - got;
		ok = ok && read_refs(l, f, way, &at, asked, &refs, err) &&
		    take_wanted(l, f, &refs, out, &got, err);
		if (ok && refs.list.n > 0) {
			const struct order_ref *last = &refs.list.at[refs.list.n - 1];

			ok = find_place(l, f, way == PAGE_FROM ? PAGE_AFTER : way,
			    last->kind, last->number, &at, err);
		}
	} while (ok && got < max && refs.list.n == asked);
	vec_done(&refs.list);
	if (way == PAGE_BEFORE)
		turn_around(out, got);
	if (ok)
		*n = got;
	return ok;
}
