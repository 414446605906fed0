/*
 * event.c - names of events, and their bodies as canonical JSON.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The members of a unit event's body are one table, in sorted order: writing
 * walks it, reading walks it, so both sides always know the same members.
 */
#include <assert.h>
#include <string.h>
#include "base/json.h"
#include "domain/event.h"

static const struct {
	enum event_type type;
	const char *name;
} types[] = {
	{ EV_UNIT_EXPECTED, "unit.expected" }, { EV_UNIT_OPENED, "unit.opened" },
	{ EV_UNIT_RECEIVED, "unit.received" },
	{ EV_UNIT_COMMISSIONED, "unit.commissioned" },
	{ EV_UNIT_MOVED, "unit.moved" }, { EV_UNIT_ALLOCATED, "unit.allocated" },
	{ EV_UNIT_DEALLOCATED, "unit.deallocated" },
	{ EV_UNIT_PICKED, "unit.picked" }, { EV_UNIT_UNPICKED, "unit.unpicked" },
	{ EV_UNIT_PACKED, "unit.packed" }, { EV_UNIT_UNPACKED, "unit.unpacked" },
	{ EV_UNIT_SHIPPED, "unit.shipped" },
	{ EV_UNIT_SHIP_VOIDED, "unit.ship-voided" },
	{ EV_UNIT_RETURNED, "unit.returned" },
	{ EV_UNIT_RESTOCKED, "unit.restocked" },
	{ EV_UNIT_REPAIR_STARTED, "unit.repair-started" },
	{ EV_UNIT_REPAIRED, "unit.repaired" },
	{ EV_UNIT_INSTALLED, "unit.installed" },
	{ EV_UNIT_REMOVED, "unit.removed" },
	{ EV_UNIT_CHECKED_OUT, "unit.checked-out" },
	{ EV_UNIT_CHECKED_IN, "unit.checked-in" },
	{ EV_UNIT_COUNTED, "unit.counted" }, { EV_UNIT_MISSED, "unit.missed" },
	{ EV_UNIT_FOUND, "unit.found" }, { EV_UNIT_CORRECTED, "unit.corrected" },
	{ EV_UNIT_HELD, "unit.held" }, { EV_UNIT_RELEASED, "unit.released" },
	{ EV_UNIT_SCRAPPED, "unit.scrapped" }, { EV_UNIT_RETIRED, "unit.retired" },
	{ EV_UNIT_RESERIALISED, "unit.reserialised" },
	{ EV_UNIT_SENT_BACK, "unit.sent-back" },
	{ EV_UNIT_OWNER_CHANGED, "unit.owner-changed" },
	{ EV_UNIT_SERVICED, "unit.serviced" },
	{ EV_UNIT_WARRANTY_SET, "unit.warranty-set" },
	{ EV_UNIT_CLAIMED, "unit.claimed" },
	{ EV_UNIT_LABEL_PRINTED, "unit.label-printed" },
	{ EV_UNIT_LABEL_VERIFIED, "unit.label-verified" },
	{ EV_UNIT_LABEL_FAILED, "unit.label-failed" },
	{ EV_UNIT_NOTED, "unit.noted" }, { EV_UNIT_UNDONE, "unit.undone" },
	{ EV_INCIDENT_OPENED, "incident.opened" },
	{ EV_INCIDENT_RESOLVED, "incident.resolved" },
	{ EV_STATION_STARTED, "station.started" },
	{ EV_ITEM_DEFINED, "item.defined" }, { EV_BIN_DEFINED, "bin.defined" },
	{ EV_PARTY_DEFINED, "party.defined" },
	{ EV_OPERATOR_DEFINED, "operator.defined" },
	{ EV_OPERATOR_PIN_FAILED, "operator.pin-failed" },
	{ EV_OPERATOR_LOCKED, "operator.locked" },
	{ EV_OPERATOR_UNLOCKED, "operator.unlocked" },
	{ EV_SERIAL_RULE_DEFINED, "serial-rule.defined" },
	{ EV_WARRANTY_DEFINED, "warranty.defined" },
	{ EV_BOM_DEFINED, "bom.defined" }, { EV_ORDER_DEFINED, "order.defined" },
	{ EV_ORDER_RELEASED, "order.released" }, { EV_ORDER_HELD, "order.held" },
	{ EV_ORDER_CANCELLED, "order.cancelled" },
	{ EV_ORDER_CLOSED, "order.closed" },
	{ EV_ORDER_REOPENED, "order.reopened" },
	{ EV_CARTON_STARTED, "carton.started" },
	{ EV_CARTON_CLOSED, "carton.closed" },
	{ EV_CARTON_SHIPPED, "carton.shipped" },
	{ EV_CARTON_MOVED, "carton.moved" }, { EV_CARTON_NESTED, "carton.nested" },
	{ EV_TASK_REQUESTED, "task.requested" }, { EV_TASK_TAKEN, "task.taken" },
	{ EV_TASK_CLOSED, "task.closed" }, { EV_RECALL_OPENED, "recall.opened" },
	{ EV_RECALL_CLOSED, "recall.closed" },
	{ EV_PERMISSION_OVERRIDDEN, "permission.overridden" },
	{ EV_CARTON_REOPENED, "carton.reopened" },
	{ EV_CARTON_SHIP_VOIDED, "carton.ship-voided" },
	{ EV_CARTON_ENDED, "carton.ended" },
	{ EV_ORDER_PROMISED, "order.promised" },
	{ EV_SERIAL_LEASED, "serial.leased" },
	{ EV_SERIAL_ISSUED, "serial.issued" },
	{ EV_SERIAL_VOIDED, "serial.voided" },
};
#define N_TYPES (sizeof types / sizeof types[0])

#define TEXT(member) { #member, offsetof(struct event_body, member), \
	sizeof ((struct event_body *)0)->member }
static const struct {
	const char *key;
	size_t at;
	size_t size;	/* 0: an int64_t */
} members[] = {
	TEXT(bin), TEXT(carrier), TEXT(carton), TEXT(code), TEXT(condition), TEXT(country),
	TEXT(detail), TEXT(expires_on), TEXT(from), TEXT(incident),
	{ "line", offsetof(struct event_body, line), 0 },
	TEXT(lot), TEXT(made_on), TEXT(new_serial), TEXT(note), TEXT(order),
	TEXT(outcome), TEXT(override_by), TEXT(override_of), TEXT(owner),
	TEXT(pallet), TEXT(parent_item), TEXT(parent_serial), TEXT(party), TEXT(reason),
	TEXT(received_on), TEXT(replaces), TEXT(tracking), TEXT(until),
};
#define N_MEMBERS (sizeof members / sizeof members[0])

const char *
event_type_name(enum event_type type)
{
	for (size_t i = 0; i < N_TYPES; i++)
		if (types[i].type == type)
			return types[i].name;
	return "unknown";
}

enum event_type
event_type_find(const char *name)
{
	for (size_t i = 0; i < N_TYPES; i++)
		if (strcmp(types[i].name, name) == 0)
			return types[i].type;
	return EV_UNKNOWN;
}

void
event_body_write(const struct event_body *body, struct str *out)
{
	struct json_out j;

	json_begin(&j, out);
	json_canonical(&j);
	json_object(&j);
	for (size_t i = 0; i < N_MEMBERS; i++) {
		const char *p = (const char *)body + members[i].at;
		int64_t v;

		if (members[i].size != 0) {
			if (p[0] != '\0')
				json_kv(&j, members[i].key, p);
			continue;
		}
		memcpy(&v, p, sizeof v);
		if (v != 0)
			json_kv_int(&j, members[i].key, v);
	}
	json_object_end(&j);
}

bool
event_body_read(const char *text, size_t n, struct event_body *body,
    struct err *err)
{
	struct json *root;

	memset(body, 0, sizeof *body);
	if (n == 2 && memcmp(text, "{}", 2) == 0)
		return true;
	if ((root = json_parse(text, n, err)) == NULL)
		return false;
	for (size_t i = 0; i < N_MEMBERS; i++) {
		char *p = (char *)body + members[i].at;

		if (members[i].size != 0) {
			const char *s = json_get_text(root, members[i].key);

			if (s != NULL)
				str_copy(p, members[i].size, s);
		} else {
			int64_t v = json_get_int(root, members[i].key, 0);

			memcpy(p, &v, sizeof v);
		}
	}
	json_free(root);
	return true;
}

void
event_canonical(const struct event *e, const char *body, const char *undoes,
    struct str *out)
{
	struct json_out j;

	json_begin(&j, out);
	json_array(&j);
	json_text(&j, e->station);
	json_int(&j, e->seq);
	json_int(&j, e->at);
	json_text(&j, e->operator);
	json_text(&j, event_entry_name(e->entry));
	json_text(&j, event_type_name(e->type));
	json_text(&j, subject_kind_name(e->subject_kind));
	json_text(&j, e->item);
	json_text(&j, e->subject);
	json_raw(&j, body);
	json_text(&j, undoes);
	json_array_end(&j);
}
