/*
 * history.c - events read back: one, and a unit's chain.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each event of a unit names the one before it, so that a history is read by
 * following row numbers and needs no index.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "ledger/history.h"

enum { COL_ID, COL_AT, COL_OPERATOR, COL_ENTRY, COL_TYPE, COL_SKIND, COL_ITEM,
    COL_SUBJECT, COL_BODY, COL_UNDOES, COL_BEFORE, COL_HASH, COL_SIG, COL_GSEQ };

#define HISTORY_MAX 100000	/* events of one unit */

static bool
station_of(struct ledger *l, int64_t id, struct event *e, struct err *err)
{
	int64_t no = id >> SEQ_BITS;
	int rc;

	e->seq = id - STATION_BASE(no);
	if (no == SELF_NO) {
		str_copy(e->station, sizeof e->station, l->station);
		return true;
	}
	rc = store_first(l->store, Q_STATION_GET, err, "i", no);
	if (rc <= 0)
		return rc < 0 ? false :
		    err_set(err, ERR_DAMAGED, "event of an unknown station");
	str_copy(e->station, sizeof e->station, store_text(l->store, Q_STATION_GET, 0));
	store_end(l->store, Q_STATION_GET);
	return true;
}

bool
event_row(struct ledger *l, enum query q, struct event *e, struct str *json,
    struct err *err)
{
	struct store *s = l->store;
	const char *operator, *item, *body = store_text(s, q, COL_BODY);

	memset(e, 0, sizeof *e);
	e->id = store_int(s, q, COL_ID);
	e->at = store_int(s, q, COL_AT);
	e->entry = (enum event_entry)store_int(s, q, COL_ENTRY);
	e->type = (enum event_type)store_int(s, q, COL_TYPE);
	e->subject_kind = (enum subject_kind)store_int(s, q, COL_SKIND);
	e->undoes = store_int(s, q, COL_UNDOES);
	str_copy(e->subject, sizeof e->subject, store_text(s, q, COL_SUBJECT));
	if (!store_name_text(s, store_int(s, q, COL_OPERATOR), &operator, err))
		return false;
	str_copy(e->operator, sizeof e->operator, operator);
	if (!store_name_text(s, store_int(s, q, COL_ITEM), &item, err))
		return false;
	str_copy(e->item, sizeof e->item, item);
	if (e->entry >= EVENT_ENTRIES || e->subject_kind >= SUBJECT_KINDS) {
		err_set(err, ERR_DAMAGED, "event %lld is damaged", (long long)e->id);
		return false;
	}
	if (json != NULL) {
		str_clear(json);
		str_add(json, body);
		e->json = json->p;
	}
	if (event_on_unit(e->type) &&
	    !event_body_read(body, strlen(body), &e->body, err))
		return false;
	return station_of(l, e->id, e, err);
}

int
ledger_event(struct ledger *l, int64_t id, struct event *out, struct str *json,
    struct err *err)
{
	int rc = store_first(l->store, Q_EVENT_GET, err, "i", id);
	bool ok;

	if (rc <= 0)
		return rc;
	ok = event_row(l, Q_EVENT_GET, out, json, err);
	store_end(l->store, Q_EVENT_GET);
	return ok ? 1 : -1;
}

/* Follow the chain from last backwards. */
static bool
read_chain(struct ledger *l, int64_t last, struct pasts *out, struct err *err)
{
	int64_t id = last;

	while (id != 0) {
		struct past *p;
		int rc = store_first(l->store, Q_EVENT_GET, err, "i", id);

		if (rc < 0)
			return false;
		if (rc == 0 || out->list.n == HISTORY_MAX) {
			err_set(err, ERR_DAMAGED, "the history of a unit is broken");
			return err_detail(err, "event %lld", (long long)id);
		}
		p = vec_push(&out->list);
		p->before = store_int(l->store, Q_EVENT_GET, COL_BEFORE);
		p->gseq = store_int(l->store, Q_EVENT_GET, COL_GSEQ);
		id = p->before;
		if (!event_row(l, Q_EVENT_GET, &p->event, NULL, err)) {
			store_end(l->store, Q_EVENT_GET);
			return false;
		}
		store_end(l->store, Q_EVENT_GET);
	}
	return true;
}

/* The agreed order: what the registry numbered, then our own. */
static int
by_order(const void *a, const void *b)
{
	const struct past *x = a, *y = b;

	if ((x->gseq == 0) != (y->gseq == 0))
		return x->gseq == 0 ? 1 : -1;
	if (x->gseq != y->gseq)
		return x->gseq < y->gseq ? -1 : 1;
	return x->event.id < y->event.id ? -1 : x->event.id > y->event.id;
}

bool
history_read(struct ledger *l, int64_t last, struct pasts *out, struct err *err)
{
	memset(out, 0, sizeof *out);
	if (!read_chain(l, last, out, err)) {
		vec_done(&out->list);
		return false;
	}
	if (out->list.n > 1)
		qsort(out->list.at, out->list.n, sizeof out->list.at[0], by_order);
	return true;
}

bool
history_undone(const struct pasts *past, int64_t id)
{
	for (size_t i = 0; i < past->list.n; i++)
		if (past->list.at[i].event.type == EV_UNIT_UNDONE &&
		    past->list.at[i].event.undoes == id)
			return true;
	return false;
}

bool
ledger_history(struct ledger *l, const char *item, const char *serial,
    bool (*each)(void *, const struct event *, bool), void *ctx,
    struct err *err)
{
	struct unit unit;
	struct pasts past;
	int rc = ledger_unit(l, item, serial, &unit, err);

	if (rc <= 0)
		return rc == 0;
	if (!history_read(l, unit.last_event, &past, err))
		return false;
	for (size_t i = 0; i < past.list.n; i++) {
		const struct event *e = &past.list.at[i].event;

		if (!each(ctx, e, history_undone(&past, e->id)))
			break;
	}
	vec_done(&past.list);
	return true;
}
