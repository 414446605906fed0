/*
 * undo.c - an event taken back: may it be, and what the unit is without it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Taking back changes what every later event met, so the unit is folded anew
 * and its incidents are written anew from the fold.
 */
#include <string.h>
#include "base/str.h"
#include "ledger/history.h"

/* --- the fold anew --- */

static bool
renew_incidents(struct ledger *l, const struct unit_facts *facts, struct err *err)
{
	int64_t item;

	if (!store_name_find(l->store, NAME_ITEM, facts->unit.item, &item, err) ||
	    !store_run(l->store, Q_INCIDENT_FORGET_UNIT, err, "it", item,
	    facts->unit.serial))
		return false;
	for (size_t i = 0; i < facts->incidents.n; i++) {
		const struct incident_fact *fact = &facts->incidents.at[i];
		bool settled;

		if (!incident_add(l, fact->event, fact->code, fact->detail, err))
			return false;
		if (fact->resolved_by != NULL &&
		    !incident_settle(l, fact->resolved_by, &settled, err))
			return false;
	}
	return true;
}

bool
unit_refold(struct ledger *l, struct unit *unit, struct err *err)
{
	struct unit_facts facts;
	struct pasts past;
	bool ok;

	if (!history_read(l, unit->last_event, &past, err))
		return false;
	unit_facts_of(&facts, &past, NULL);
	facts.unit.last_event = unit->last_event;
	ok = renew_incidents(l, &facts, err);
	*unit = facts.unit;
	unit_facts_done(&facts);
	vec_done(&past.list);
	return ok;
}

/* --- taking back --- */

static bool
is_anomaly(const struct unit_facts *facts, int64_t id)
{
	for (size_t i = 0; i < facts->incidents.n; i++)
		if (facts->incidents.at[i].anomaly &&
		    facts->incidents.at[i].event->id == id)
			return true;
	return false;
}

/* Is an event that was in order no longer so without the target? */
static bool
stands_on(const struct pasts *past, const struct event *undo)
{
	struct unit_facts with, without;
	bool found = false;

	unit_facts_of(&with, past, NULL);
	unit_facts_of(&without, past, undo);
	for (size_t i = 0; !found && i < without.incidents.n; i++)
		found = without.incidents.at[i].anomaly &&
		    !is_anomaly(&with, without.incidents.at[i].event->id);
	unit_facts_done(&with);
	unit_facts_done(&without);
	return found;
}

static bool
may_undo(struct ledger *l, const struct event *target, const struct unit *unit,
    struct err *err)
{
	struct event undo = { .type = EV_UNIT_UNDONE,
	    .subject_kind = SUBJECT_UNIT, .undoes = target->id };
	struct pasts past;
	bool before, stands;

	if (!history_read(l, unit->last_event, &past, err))
		return false;
	before = history_undone(&past, target->id);
	stands = !before && stands_on(&past, &undo);
	vec_done(&past.list);
	if (before) {
		err_code(err, ERR_CLASH, "unit.already-done",
		    "that was taken back before");
		return err_hint(err, "Look at the unit's history.");
	}
	if (stands) {
		err_code(err, ERR_CLASH, "unit.wrong-status",
		    "something that came later stands on it");
		err_detail(err, "%s of %s %s", event_type_name(target->type),
		    target->item, target->subject);
		return err_hint(err, "Take the later acts back first.");
	}
	return true;
}

bool
ledger_undo(struct ledger *l, int64_t event_id, enum event_entry entry,
    struct event *undone, struct unit *after, struct err *err)
{
	struct event target, undo = { .type = EV_UNIT_UNDONE,
	    .subject_kind = SUBJECT_UNIT, .entry = entry, .undoes = event_id };
	struct anomaly odd;
	struct unit unit;
	int rc = ledger_event(l, event_id, &target, NULL, err);

	if (rc > 0 && target.subject_kind == SUBJECT_UNIT &&
	    target.type != EV_UNIT_UNDONE)
		rc = ledger_unit(l, target.item, target.subject, &unit, err);
	else if (rc > 0)
		rc = 0;
	if (rc == 0) {
		err_code(err, ERR_ABSENT, "unit.unknown", "there is nothing to take back");
		return err_hint(err, "Only acts on units can be undone.");
	}
	if (rc < 0 || !may_undo(l, &target, &unit, err))
		return false;
	str_copy(undo.item, sizeof undo.item, target.item);
	str_copy(undo.subject, sizeof undo.subject, target.subject);
	if (!ledger_append(l, &undo, &odd, err))
		return false;
	*undone = target;
	undone->json = NULL;
	return after == NULL ||
	    ledger_unit(l, target.item, target.subject, after, err) > 0;
}
