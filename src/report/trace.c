/*
 * trace.c - all that is known of one unit.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "report/trace.h"
#include "report/unit_json.h"

#define NAMES_MAX 16	/* items that share a serial, told by name */

/* The unit of a serial alone; several items may bear it. */
static bool
find_by_serial(struct ledger *l, const char *serial, struct unit *out,
    struct err *err)
{
	struct unit units[NAMES_MAX];
	struct str names;
	size_t n;

	if (!ledger_units_by_serial(l, serial, units, NAMES_MAX, &n, err))
		return false;
	if (n == 1) {
		*out = units[0];
		return true;
	}
	if (n == 0) {
		err_code(err, ERR_ABSENT, "unit.unknown",
		    "no unit bears the serial %s", serial);
		return err_hint(err, "Serials are compared exactly, capitals too.");
	}
	str_init(&names);
	for (size_t i = 0; i < n; i++)
		str_addf(&names, "%s%s", i == 0 ? "" : ", ", units[i].item);
	err_code(err, ERR_INPUT, "scan.ambiguous",
	    "several items have a unit %s", serial);
	err_detail(err, "%s%s", names.p, n == NAMES_MAX ? " ..." : "");
	str_done(&names);
	return err_hint(err, "Name the item before the serial.");
}

static bool
find(struct ledger *l, const char *item, const char *serial, struct unit *out,
    struct err *err)
{
	int rc;

	if (item[0] == '\0')
		return find_by_serial(l, serial, out, err);
	rc = ledger_unit(l, item, serial, out, err);
	if (rc == 0)
		return err_code(err, ERR_ABSENT, "unit.unknown",
		    "there is no unit %s of item %s", serial, item);
	return rc > 0;
}

static bool
take_event(void *ctx, const struct event *e, bool undone)
{
	struct trace *trace = ctx;
	struct trace_event *to = vec_push(&trace->events);

	to->event = *e;
	to->event.json = NULL;
	to->undone = undone;
	return true;
}

static bool
read_children(struct ledger *l, struct trace *t, struct err *err)
{
	struct store *s = ledger_store(l);
	struct unit unit;
	int64_t item;
	bool ok = true;
	int rc = 0;

	if (!store_name_find(s, NAME_ITEM, t->unit.item, &item, err) ||
	    !store_walk(s, Q_LIST_CHILDREN, err, "it", item, t->unit.serial))
		return false;
	while (ok && (rc = store_next(s, Q_LIST_CHILDREN, err)) > 0) {
		struct trace_child *child;

		ok = ledger_unit_row(l, Q_LIST_CHILDREN, &unit, err);
		if (!ok)
			break;
		child = vec_push(&t->children);
		str_copy(child->item, sizeof child->item, unit.item);
		str_copy(child->serial, sizeof child->serial, unit.serial);
	}
	store_end(s, Q_LIST_CHILDREN);
	return ok && rc >= 0;
}

static bool
read_incidents(struct ledger *l, struct trace *t, struct err *err)
{
	struct store *s = ledger_store(l);
	struct incident incident;
	int64_t item;
	bool ok = true;
	int rc = 0;

	if (!store_name_find(s, NAME_ITEM, t->unit.item, &item, err) ||
	    !store_walk(s, Q_INCIDENT_OF, err, "izt", (int64_t)SUBJECT_UNIT, item,
	    t->unit.serial))
		return false;
	while (ok && (rc = store_next(s, Q_INCIDENT_OF, err)) > 0) {
		ok = ledger_incident_row(l, Q_INCIDENT_OF, &incident, err);
		if (ok)
			*vec_push(&t->incidents) = incident;
	}
	store_end(s, Q_INCIDENT_OF);
	return ok && rc >= 0;
}

static bool
read_item(struct ledger *l, struct trace *t, struct err *err)
{
	struct item item;
	int rc = item_find(l, t->unit.item, &item, err);

	if (rc > 0) {
		str_copy(t->gtin, sizeof t->gtin, item.gtin);
		str_copy(t->item_name, sizeof t->item_name, item.name);
	}
	return rc >= 0;
}

bool
trace_read(struct ledger *l, const char *item, const char *serial,
    struct trace *out, struct err *err)
{
	struct trace t = { 0 };

	if (find(l, item, serial, &t.unit, err) && read_item(l, &t, err) &&
	    ledger_history(l, t.unit.item, t.unit.serial, take_event, &t, err) &&
	    read_children(l, &t, err) && read_incidents(l, &t, err)) {
		*out = t;
		return true;
	}
	trace_done(&t);
	return false;
}

void
trace_done(struct trace *t)
{
	vec_done(&t->events);
	vec_done(&t->children);
	vec_done(&t->incidents);
}

static void
unit_ref_json(const char *item, const char *serial, struct json_out *j)
{
	json_object(j);
	json_kv(j, "item", item);
	json_kv(j, "serial", serial);
	json_object_end(j);
}

static bool
is_label(enum event_type type)
{
	return type == EV_UNIT_LABEL_PRINTED || type == EV_UNIT_LABEL_VERIFIED ||
	    type == EV_UNIT_LABEL_FAILED;
}

/* All events, or the ones about labels. */
static void
events_json(const struct trace *t, const char *key, bool labels,
    struct json_out *j)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < t->events.n; i++)
		if (!labels || is_label(t->events.at[i].event.type))
			event_json(&t->events.at[i].event,
			    t->events.at[i].undone, j);
	json_array_end(j);
}

void
trace_json(const struct trace *t, struct json_out *j)
{
	json_object(j);
	json_key(j, "unit");
	unit_json(&t->unit, t->gtin, j);
	json_key(j, "parent");
	if (t->unit.parent_serial[0] == '\0')
		json_null(j);
	else
		unit_ref_json(t->unit.parent_item, t->unit.parent_serial, j);
	json_key(j, "children");
	json_array(j);
	for (size_t i = 0; i < t->children.n; i++)
		unit_ref_json(t->children.at[i].item, t->children.at[i].serial, j);
	json_array_end(j);
	events_json(t, "events", false, j);
	events_json(t, "labels", true, j);
	json_key(j, "incidents");
	json_array(j);
	for (size_t i = 0; i < t->incidents.n; i++)
		incident_json(&t->incidents.at[i], j);
	json_array_end(j);
	json_object_end(j);
}
