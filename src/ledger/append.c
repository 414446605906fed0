/*
 * append.c - one event more: written, hashed, applied.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The quick path: read the unit's state, apply the event to it, save what
 * changed.  Only an undoing folds the unit's whole history anew.
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "domain/serial_key.h"
#include "ledger/ledger_private.h"
#include "ledger/others.h"

static bool
event_has_body(enum event_type type)
{
	return event_on_unit(type);	/* incidents on anything, too */
}

/* "STATION-SEQ" of an event this database holds. */
static bool
event_words(struct ledger *l, int64_t id, char *out, size_t size, struct err *err)
{
	int64_t no = id >> SEQ_BITS;
	const char *station = l->station;
	int rc;

	if (no != SELF_NO) {
		rc = store_first(l->store, Q_STATION_GET, err, "i", no);
		if (rc < 0)
			return false;
		if (rc == 0)
			return err_set(err, ERR_DAMAGED, "event of an unknown station");
		station = store_text(l->store, Q_STATION_GET, 0);
	}
	str_print(out, size, "%s-%lld", station,
	    (long long)(id - STATION_BASE(no)));
	store_end(l->store, Q_STATION_GET);
	return true;
}

static void
fill_in(struct ledger *l, struct event *e)
{
	e->id = l->head_id + 1;
	e->seq = e->id - STATION_BASE(SELF_NO);
	str_copy(e->station, sizeof e->station, l->station);
	if (e->at == 0)
		e->at = clock_wall_ms();
	if (e->operator[0] == '\0')
		str_copy(e->operator, sizeof e->operator, l->operator);
}

/* The body as text in l->body, the canonical bytes in l->bytes, the new head. */
static bool
seal_event(struct ledger *l, const struct event *e, struct err *err)
{
	char undoes[CODE_SIZE + 24];

	str_clear(&l->body);
	if (event_has_body(e->type))
		event_body_write(&e->body, &l->body);
	else
		str_add(&l->body, e->json == NULL || e->json[0] == '\0' ? "{}" : e->json);
	if (e->undoes != 0 && !event_words(l, e->undoes, undoes, sizeof undoes, err))
		return false;
	str_clear(&l->bytes);
	event_canonical(e, l->body.p, e->undoes != 0 ? undoes : NULL, &l->bytes);
	seal_hash(l->head, l->head, l->bytes.p, l->bytes.len);
	return true;
}

static bool
write_event(struct ledger *l, const struct event *e, int64_t before,
    struct err *err)
{
	int64_t operator, item;

	if (!store_name(l->store, NAME_OPERATOR, e->operator, &operator, err) ||
	    !store_name(l->store, NAME_ITEM, e->item, &item, err) ||
	    !seal_event(l, e, err) ||
	    !store_add(l->store, Q_EVENT_ADD, err, "iiiii" "iztt" "zzb",
	    e->id, e->at, operator, (int64_t)e->entry, (int64_t)e->type,
	    (int64_t)e->subject_kind, item, e->subject, l->body.p,
	    e->undoes, before, (const void *)l->head, (size_t)SEAL_HASH))
		return false;
	l->head_id = e->id;
	l->unsigned_id = e->id;
	return true;
}

static bool
project_opened(struct ledger *l, const struct event *e, struct err *err)
{
	return e->type != EV_INCIDENT_OPENED ||
	    incident_add(l, e, e->body.code, e->body.detail, err);
}

/* A resolution settles its incident first: whether that was open decides
 * what it does to the unit. */
static bool
apply_quickly(struct ledger *l, struct unit *unit, const struct event *e,
    struct anomaly *odd, struct err *err)
{
	struct event idle;
	bool settled;

	if (e->type != EV_INCIDENT_RESOLVED) {
		unit_apply(unit, e, odd);
		return true;
	}
	if (!incident_settle(l, e, &settled, err))
		return false;
	idle = *e;
	if (!settled)
		idle.body.incident[0] = '\0';
	unit_apply(unit, &idle, odd);
	return true;
}

/* Is no unit of the item known from this key on? */
static bool
none_above(struct ledger *l, const char *item, const unsigned char *key,
    size_t n, bool *none, struct err *err)
{
	int64_t id;
	int rc;

	if (!store_name_find(l->store, NAME_ITEM, item, &id, err) ||
	    (rc = store_first(l->store, Q_UNIT_ABOVE, err, "ib", id,
	    (const void *)key, n)) < 0)
		return false;
	store_end(l->store, Q_UNIT_ABOVE);
	*none = rc == 0;
	return true;
}

/* In a bulk that comes sorted, a unit above all known ones of its item is new:
 * nothing need be looked up for it. */
static bool
is_new_in_bulk(struct ledger *l, const struct event *e, bool *is_new,
    struct err *err)
{
	unsigned char key[SERIAL_KEY_MAX];
	size_t n = serial_key(e->subject, key, sizeof key);
	size_t common = n < l->bulk.n ? n : l->bulk.n;
	int order;

	*is_new = false;
	if (!l->bulk.on)
		return true;
	if (strcmp(l->bulk.item, e->item) != 0) {
		str_copy(l->bulk.item, sizeof l->bulk.item, e->item);
		if (!none_above(l, e->item, key, n, &l->bulk.none_above, err))
			return false;
		*is_new = l->bulk.none_above;
	} else {
		order = memcmp(key, l->bulk.key, common);
		*is_new = l->bulk.none_above &&
		    (order > 0 || (order == 0 && n > l->bulk.n));
	}
	if (*is_new) {
		memcpy(l->bulk.key, key, n);
		l->bulk.n = n;
	}
	return true;
}

static int
find_unit(struct ledger *l, const struct event *e, struct unit *out,
    struct err *err)
{
	bool is_new;

	if (!is_new_in_bulk(l, e, &is_new, err))
		return -1;
	return is_new ? 0 : ledger_unit(l, e->item, e->subject, out, err);
}

static bool
append_to_unit(struct ledger *l, struct event *e, struct anomaly *odd,
    struct err *err)
{
	struct unit was, now;
	int there = find_unit(l, e, &was, err);

	if (there < 0)
		return false;
	if (there == 0)
		unit_init(&was, e->item, e->subject);
	if (!write_event(l, e, there ? was.last_event : 0, err))
		return false;
	now = was;
	if (e->type != EV_UNIT_UNDONE) {
		if (!apply_quickly(l, &now, e, odd, err))
			return false;
	} else {
		now.last_event = e->id;
		if (!unit_refold(l, &now, err))
			return false;
	}
	if (odd->code[0] != '\0' && !incident_add(l, e, odd->code, odd->detail, err))
		return false;
	return project_opened(l, e, err) &&
	    unit_row_save(l, &was, there != 0, &now, err) &&
	    tally_change(l, there ? &was : NULL, &now, err);
}

bool
ledger_append(struct ledger *l, struct event *e, struct anomaly *odd,
    struct err *err)
{
	unsigned char key[SERIAL_KEY_MAX];
	bool settled;

	assert(store_in_transaction(l->store));
	assert(e->type != EV_UNKNOWN);
	odd->code[0] = odd->detail[0] = '\0';
	if (e->subject_kind == SUBJECT_UNIT &&
	    (e->item[0] == '\0' || serial_key(e->subject, key, sizeof key) == 0)) {
		err_code(err, ERR_INPUT, "serial.format", "a unit needs an item and a serial");
		return err_hint(err, "A serial has 1 to %d characters.", SERIAL_MAX);
	}
	fill_in(l, e);
	if (e->subject_kind == SUBJECT_UNIT)
		return append_to_unit(l, e, odd, err);
	if (!write_event(l, e, 0, err))
		return false;
	if (e->type == EV_INCIDENT_RESOLVED)
		return incident_settle(l, e, &settled, err);
	if (event_has_body(e->type))
		return project_opened(l, e, err);
	/* the projections read the body as it was written */
	struct event stored = *e;
	stored.json = l->body.p;
	return others_project(l, &stored, err);
}
