/*
 * incident.c - open questions, opened and settled by events.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The name of an incident is made of the event that opened it and a code, so
 * that every station that folds the same events finds the same incidents.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "ledger/ledger_private.h"

enum { COL_KEY, COL_CODE, COL_SKIND, COL_ITEM, COL_SUBJECT, COL_OPENED,
    COL_OPERATOR, COL_DETAIL, COL_RESOLVED, COL_OUTCOME, COL_EVENT };

bool
incident_add(struct ledger *l, const struct event *e, const char *code,
    const char *detail, struct err *err)
{
	char key[INCIDENT_KEY_SIZE];
	int64_t item, operator;

	incident_key(key, e->station, e->seq, code);
	return store_name(l->store, NAME_ITEM, e->item, &item, err) &&
	    store_name(l->store, NAME_OPERATOR, e->operator, &operator, err) &&
	    store_run(l->store, Q_INCIDENT_ADD, err, "titiztiit", key, e->id, code,
	    (int64_t)e->subject_kind, item, e->subject, e->at, operator, detail);
}

bool
incident_settle(struct ledger *l, const struct event *e, bool *settled,
    struct err *err)
{
	int64_t item;

	if (!store_name_find(l->store, NAME_ITEM, e->item, &item, err) ||
	    !store_run(l->store, Q_INCIDENT_RESOLVE, err, "titizt",
	    e->body.incident, e->id, e->body.outcome, (int64_t)e->subject_kind,
	    item, e->subject))
		return false;
	*settled = store_changes(l->store) > 0;
	return true;
}

bool
ledger_incident_row(struct ledger *l, enum query q, struct incident *out,
    struct err *err)
{
	struct store *s = l->store;
	int64_t resolved = store_int(s, q, COL_RESOLVED);
	const char *text;
	struct event by;

	memset(out, 0, sizeof *out);
	str_copy(out->key, sizeof out->key, store_text(s, q, COL_KEY));
	str_copy(out->code, sizeof out->code, store_text(s, q, COL_CODE));
	out->subject_kind = (enum subject_kind)store_int(s, q, COL_SKIND);
	str_copy(out->subject, sizeof out->subject, store_text(s, q, COL_SUBJECT));
	out->opened_at = store_int(s, q, COL_OPENED);
	str_copy(out->detail, sizeof out->detail, store_text(s, q, COL_DETAIL));
	out->open = store_is_null(s, q, COL_RESOLVED);
	str_copy(out->outcome, sizeof out->outcome, store_text(s, q, COL_OUTCOME));
	out->event = store_int(s, q, COL_EVENT);
	if (!store_name_text(s, store_int(s, q, COL_ITEM), &text, err))
		return false;
	str_copy(out->item, sizeof out->item, text);
	if (!store_name_text(s, store_int(s, q, COL_OPERATOR), &text, err))
		return false;
	str_copy(out->operator, sizeof out->operator, text);
	if (!out->open && ledger_event(l, resolved, &by, NULL, err) > 0)
		str_copy(out->operator, sizeof out->operator, by.operator);
	return true;
}

int
ledger_incident(struct ledger *l, const char *key, struct incident *out,
    struct err *err)
{
	int rc = store_first(l->store, Q_INCIDENT_FIND, err, "t", key);
	bool ok;

	if (rc <= 0)
		return rc;
	ok = ledger_incident_row(l, Q_INCIDENT_FIND, out, err);
	store_end(l->store, Q_INCIDENT_FIND);
	return ok ? 1 : -1;
}

bool
ledger_incident_open(struct ledger *l, enum subject_kind kind, const char *item,
    const char *subject, const char *code, const char *detail,
    enum event_entry entry, char key[INCIDENT_KEY_SIZE], struct err *err)
{
	struct event e = { .type = EV_INCIDENT_OPENED, .subject_kind = kind,
	    .entry = entry };
	struct anomaly odd;

	str_copy(e.item, sizeof e.item, item);
	str_copy(e.subject, sizeof e.subject, subject);
	str_copy(e.body.code, sizeof e.body.code, code);
	str_copy(e.body.detail, sizeof e.body.detail, detail);
	if (!ledger_append(l, &e, &odd, err))
		return false;
	incident_key(key, e.station, e.seq, code);
	return true;
}

bool
ledger_incident_resolve(struct ledger *l, const char *key, const char *outcome,
    const char *note, enum event_entry entry, struct err *err)
{
	struct event e = { .type = EV_INCIDENT_RESOLVED, .entry = entry };
	struct incident incident;
	struct anomaly odd;
	int rc = ledger_incident(l, key, &incident, err);

	if (rc < 0)
		return false;
	if (rc == 0) {
		err_set(err, ERR_ABSENT, "there is no incident %s", key);
		return err_hint(err, "'dockledger incidents' lists them.");
	}
	if (!incident.open) {
		err_set(err, ERR_CLASH, "incident %s is settled already", key);
		return err_detail(err, "as %s by %s", incident.outcome,
		    incident.operator);
	}
	e.subject_kind = incident.subject_kind;
	str_copy(e.item, sizeof e.item, incident.item);
	str_copy(e.subject, sizeof e.subject, incident.subject);
	str_copy(e.body.incident, sizeof e.body.incident, key);
	str_copy(e.body.code, sizeof e.body.code, incident.code);
	str_copy(e.body.outcome, sizeof e.body.outcome, outcome);
	str_copy(e.body.note, sizeof e.body.note, note);
	return ledger_append(l, &e, &odd, err);
}
