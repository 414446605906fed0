/*
 * verify_units.c - every unit folded anew and held against its row.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Events come sorted by unit and so do the rows, so the two walks are merged
 * and no more than one unit's events are in memory.  Sums gather in a hash
 * table, incidents in a list of keys (both as large as the answer).
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "ledger/ledger_private.h"
#include "ledger/verify.h"

struct sum { int kind; int64_t a, b, n; };

struct key { char text[INCIDENT_KEY_SIZE]; };

struct pass {
	struct verify *v;
	VEC(struct event) events;	/* of the unit at hand */
	VEC(struct sum) sums;		/* open addressing; kind 0 is free */
	size_t n_sums;
	VEC(struct key) incidents;
	bool row_there;			/* the walk over units stands on a row */
};

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
sums_grow(struct pass *p)
{
	size_t cap = p->sums.cap == 0 ? 1024 : p->sums.cap * 2;
	struct sum *table = xcalloc(cap, sizeof *table);

	for (size_t i = 0; i < p->sums.cap; i++)
		if (p->sums.at[i].kind != 0)
			table[sum_slot(table, cap, p->sums.at[i].kind,
			    p->sums.at[i].a, p->sums.at[i].b)] = p->sums.at[i];
	free(p->sums.at);
	p->sums.at = table;
	p->sums.cap = cap;
}

static void
sum_add(struct pass *p, int kind, int64_t a, int64_t b)
{
	struct sum *s;

	if (p->n_sums * 2 >= p->sums.cap)
		sums_grow(p);
	s = &p->sums.at[sum_slot(p->sums.at, p->sums.cap, kind, a, b)];
	if (s->kind == 0) {
		*s = (struct sum){ .kind = kind, .a = a, .b = b };
		p->n_sums++;
	}
	s->n++;
}

static bool
sum_unit(struct pass *p, const struct unit *u, struct err *err)
{
	struct store *s = p->v->l->store;
	struct contribution c[CONTRIBUTIONS_MAX];
	size_t n = unit_contribution(u, c);
	int64_t item, other;

	if (!store_name_find(s, NAME_ITEM, u->item, &item, err))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (c[i].kind == TALLY_STATUS) {
			sum_add(p, c[i].kind, item, (int64_t)c[i].status * 2 + c[i].held);
		} else if (c[i].kind == TALLY_BIN) {
			if (!store_name_find(s, NAME_BIN, c[i].bin, &other, err))
				return false;
			sum_add(p, c[i].kind, other, item);
		} else {
			if (!store_name_find(s, NAME_ORDER, c[i].order, &other, err))
				return false;
			sum_add(p, c[i].kind, other, c[i].line * 8 + c[i].stage);
		}
	}
	return true;
}

static void
keep_key(struct pass *p, const struct event *e, const char *code)
{
	incident_key(((struct key *)vec_push(&p->incidents))->text, e->station,
	    e->seq, code);
}

static void
on_anomaly(void *ctx, const struct event *e, const struct anomaly *a)
{
	keep_key(ctx, e, a->code);
}

static bool
is_undone(const struct pass *p, int64_t id)
{
	for (size_t i = 0; i < p->events.n; i++)
		if (p->events.at[i].type == EV_UNIT_UNDONE &&
		    p->events.at[i].undoes == id)
			return true;
	return false;
}

static void
fold_at_hand(struct pass *p, struct unit *unit)
{
	VEC(const struct event *) list = { 0 };

	unit_init(unit, p->events.at[0].item, p->events.at[0].subject);
	for (size_t i = 0; i < p->events.n; i++) {
		const struct event *e = &p->events.at[i];

		*vec_push(&list) = e;
		if (e->type == EV_INCIDENT_OPENED && !is_undone(p, e->id))
			keep_key(p, e, e->body.code);
		if (e->id > unit->last_event)
			unit->last_event = e->id;
	}
	unit_fold(unit, list.at, list.n, on_anomaly, p);
	vec_done(&list);
}

#define SAME_TEXT(field) (strcmp(a->field, b->field) == 0)
#define SAME(field) (a->field == b->field)

/* The name of the first field that differs, or NULL. */
static const char *
difference(const struct unit *a, const struct unit *b)
{
	return !SAME(status) ? "status" : !SAME(holds) ? "holds" :
	    !SAME(was_expected) ? "was_expected" : !SAME_TEXT(bin) ? "bin" :
	    !SAME_TEXT(lot) ? "lot" : !SAME_TEXT(made_on) ? "made_on" :
	    !SAME_TEXT(expires_on) ? "expires_on" :
	    !SAME_TEXT(country) ? "country" :
	    !SAME_TEXT(in_order) || !SAME(in_line) ? "inbound order" :
	    !SAME_TEXT(out_order) || !SAME(out_line) ? "outbound order" :
	    !SAME_TEXT(carton) ? "carton" : !SAME_TEXT(party) ? "party" :
	    !SAME_TEXT(owner) ? "owner" :
	    !SAME_TEXT(parent_item) || !SAME_TEXT(parent_serial) ? "parent" :
	    !SAME_TEXT(warranty_until) ? "warranty_until" :
	    !SAME(received_at) ? "received_at" : !SAME(shipped_at) ? "shipped_at" :
	    !SAME(changed_at) ? "changed_at" :
	    !SAME(incidents_more) ? "incidents" : NULL;
}

static bool
next_row(struct pass *p, struct unit *row, struct err *err)
{
	struct ledger *l = p->v->l;
	int rc = store_next(l->store, Q_UNIT_ALL, err);

	p->row_there = rc > 0;
	return rc == 0 || (rc > 0 && ledger_unit_row(l, Q_UNIT_ALL, row, err));
}

/* Events of one unit are at hand; the row must be the same unit. */
static bool
compare(struct pass *p, struct unit *row, struct err *err)
{
	struct unit fold;
	const char *what;

	fold_at_hand(p, &fold);
	p->v->census->units++;
	if (!sum_unit(p, &fold, err))
		return false;
	if (!p->row_there || strcmp(row->item, fold.item) != 0 ||
	    strcmp(row->serial, fold.serial) != 0) {
		verify_fault(p->v, "unit %s %s: its events are there, its row is not",
		    fold.item, fold.serial);
		return true;
	}
	if ((what = difference(&fold, row)) != NULL)
		verify_fault(p->v, "unit %s %s: its row differs from its events: %s",
		    fold.item, fold.serial, what);
	return next_row(p, row, err);
}

static bool
is_other_unit(const struct pass *p, const struct event *e)
{
	return p->events.n > 0 &&
	    (strcmp(p->events.at[0].subject, e->subject) != 0 ||
	    strcmp(p->events.at[0].item, e->item) != 0);
}

static bool
walk_units(struct pass *p, struct err *err)
{
	struct ledger *l = p->v->l;
	struct unit row;
	struct event e;
	int rc;

	if (!store_walk(l->store, Q_UNIT_ALL, err, "") || !next_row(p, &row, err) ||
	    !store_walk(l->store, Q_EVENT_BY_UNIT, err, ""))
		return false;
	while ((rc = store_next(l->store, Q_EVENT_BY_UNIT, err)) > 0) {
		if (!event_row(l, Q_EVENT_BY_UNIT, &e, NULL, err))
			return false;
		if (is_other_unit(p, &e)) {
			if (!compare(p, &row, err))
				return false;
			vec_clear(&p->events);
		}
		*(struct event *)vec_push(&p->events) = e;
	}
	if (rc == 0 && p->events.n > 0 && !compare(p, &row, err))
		return false;
	for (; rc == 0 && p->row_there; ) {
		verify_fault(p->v, "unit %s %s: has a row and no events", row.item,
		    row.serial);
		if (!next_row(p, &row, err))
			return false;
	}
	return rc == 0;
}

static bool
check_sums(struct pass *p, struct err *err)
{
	struct store *s = p->v->l->store;
	size_t seen = 0;
	int rc;

	if (p->sums.cap == 0)
		sums_grow(p);
	if (!store_walk(s, Q_TALLY_ALL, err, ""))
		return false;
	while ((rc = store_next(s, Q_TALLY_ALL, err)) > 0) {
		int kind = (int)store_int(s, Q_TALLY_ALL, 0);
		int64_t a = store_int(s, Q_TALLY_ALL, 1);
		int64_t b = store_int(s, Q_TALLY_ALL, 2);
		int64_t n = store_int(s, Q_TALLY_ALL, 3);
		const struct sum *sum =
		    &p->sums.at[sum_slot(p->sums.at, p->sums.cap, kind, a, b)];

		if (sum->kind != 0)
			seen++;
		if (sum->n != n)
			verify_fault(p->v, "sum %d/%lld/%lld is %lld, events give %lld",
			    kind, (long long)a, (long long)b, (long long)n,
			    (long long)sum->n);
	}
	if (rc == 0 && seen != p->n_sums)
		verify_fault(p->v, "%zu sums are missing", p->n_sums - seen);
	return rc == 0;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(((const struct key *)a)->text, ((const struct key *)b)->text);
}

static bool
other_incidents(struct pass *p, struct err *err)
{
	struct ledger *l = p->v->l;
	struct event e;
	int rc;

	if (!store_walk(l->store, Q_EVENT_OTHERS, err, ""))
		return false;
	while ((rc = store_next(l->store, Q_EVENT_OTHERS, err)) > 0) {
		if (!event_row(l, Q_EVENT_OTHERS, &e, NULL, err))
			return false;
		if (e.type == EV_INCIDENT_OPENED)
			keep_key(p, &e, e.body.code);
	}
	return rc == 0;
}

static bool
check_incidents(struct pass *p, struct err *err)
{
	struct store *s = p->v->l->store;
	size_t i = 0;
	int rc;

	if (!other_incidents(p, err))
		return false;
	if (p->incidents.n > 1)
		qsort(p->incidents.at, p->incidents.n, sizeof(struct key), by_text);
	if (!store_walk(s, Q_INCIDENT_ALL, err, ""))
		return false;
	while ((rc = store_next(s, Q_INCIDENT_ALL, err)) > 0) {
		const char *key = store_text(s, Q_INCIDENT_ALL, 0);

		for (; i < p->incidents.n &&
		    strcmp(p->incidents.at[i].text, key) < 0; i++)
			verify_fault(p->v, "incident %s is missing",
			    p->incidents.at[i].text);
		if (i < p->incidents.n && strcmp(p->incidents.at[i].text, key) == 0)
			i++;
		else
			verify_fault(p->v, "incident %s has no event", key);
	}
	for (; rc == 0 && i < p->incidents.n; i++)
		verify_fault(p->v, "incident %s is missing", p->incidents.at[i].text);
	return rc == 0;
}

bool
verify_units(struct verify *v, struct err *err)
{
	struct pass p = { .v = v };
	bool ok = walk_units(&p, err) && check_sums(&p, err) &&
	    check_incidents(&p, err);

	vec_done(&p.events);
	vec_done(&p.incidents);
	free(p.sums.at);
	return ok;
}
