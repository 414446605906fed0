/*
 * unit_rules.c - the one table of what may happen to a unit when.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A row for each event type on units, a column for each status.  A cell says
 * what the event does to a unit in that status:
 *
 *	TO(x)	it becomes x
 *	SAME	it is allowed and the status stays
 *	NO(c)	it contradicts what is known: an anomaly with verdict code c
 *	ODD(x)	it becomes x, and a person must look at it (code unit.unknown)
 *
 * Nothing else in the program decides what may follow what.
 */
#include <assert.h>
#include "domain/unit.h"

#define TO(status) { RULE_TO, UNIT_##status, "" }
#define SAME { RULE_SAME, UNIT_NONE, "" }
#define NO(code) { RULE_REFUSE, UNIT_NONE, code }
#define ODD(status) { RULE_TO_INCIDENT, UNIT_##status, "unit.unknown" }
#define STAT NO("unit.wrong-status")
#define UNKN NO("unit.unknown")
#define DUPL NO("unit.duplicate")
#define DONE NO("unit.already-done")

static const struct {
	const char *words;
	struct unit_rule by_status[UNIT_STATUSES];
} rules[EV_UNIT_TYPES] = {
/*	  none expected available allocated picked packed shipped
 *	  returned in_repair installed checked_out missing scrapped retired */
[EV_UNIT_EXPECTED] = { "announced by a supplier",
	{ TO(EXPECTED), DUPL, DUPL, DUPL, DUPL, DUPL, DUPL,
	  DUPL, DUPL, DUPL, DUPL, DUPL, DUPL, DUPL } },
[EV_UNIT_OPENED] = { "opening stock",
	{ TO(AVAILABLE), TO(AVAILABLE), DUPL, DUPL, DUPL, DUPL, DUPL,
	  DUPL, DUPL, DUPL, DUPL, DUPL, DUPL, DUPL } },
[EV_UNIT_RECEIVED] = { "received at a dock",
	{ TO(AVAILABLE), TO(AVAILABLE), DUPL, DUPL, DUPL, DUPL, DUPL,
	  DUPL, DUPL, DUPL, DUPL, DUPL, DUPL, DUPL } },
[EV_UNIT_COMMISSIONED] = { "given a serial of ours",
	{ TO(AVAILABLE), STAT, DUPL, DUPL, DUPL, DUPL, DUPL,
	  DUPL, DUPL, DUPL, DUPL, DUPL, DUPL, DUPL } },
[EV_UNIT_MOVED] = { "moved to a bin",
	{ UNKN, STAT, SAME, SAME, SAME, SAME, STAT,
	  SAME, SAME, STAT, STAT, TO(AVAILABLE), STAT, STAT } },
[EV_UNIT_ALLOCATED] = { "promised to an order",
	{ UNKN, STAT, TO(ALLOCATED), DONE, STAT, STAT, STAT,
	  STAT, STAT, STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_DEALLOCATED] = { "promise taken back",
	{ UNKN, STAT, STAT, TO(AVAILABLE), STAT, STAT, STAT,
	  STAT, STAT, STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_PICKED] = { "picked for an order",
	{ UNKN, STAT, TO(PICKED), TO(PICKED), DONE, STAT, STAT,
	  STAT, STAT, STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_UNPICKED] = { "put back from a pick",
	{ UNKN, STAT, STAT, STAT, TO(AVAILABLE), STAT, STAT,
	  STAT, STAT, STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_PACKED] = { "packed into a carton",
	{ UNKN, STAT, STAT, STAT, TO(PACKED), DONE, STAT,
	  STAT, STAT, STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_UNPACKED] = { "taken out of a carton",
	{ UNKN, STAT, STAT, STAT, STAT, TO(PICKED), STAT,
	  STAT, STAT, STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_SHIPPED] = { "shipped",
	{ UNKN, STAT, STAT, STAT, TO(SHIPPED), TO(SHIPPED), DONE,
	  STAT, STAT, STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_SHIP_VOIDED] = { "shipment voided",
	{ UNKN, STAT, STAT, STAT, STAT, STAT, TO(PACKED),
	  STAT, STAT, STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_RETURNED] = { "came back",
	{ ODD(RETURNED), STAT, STAT, STAT, STAT, STAT, TO(RETURNED),
	  DONE, STAT, STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_RESTOCKED] = { "back into stock",
	{ UNKN, STAT, STAT, STAT, STAT, STAT, STAT,
	  TO(AVAILABLE), TO(AVAILABLE), STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_REPAIR_STARTED] = { "into repair",
	{ UNKN, STAT, TO(IN_REPAIR), STAT, STAT, STAT, STAT,
	  TO(IN_REPAIR), DONE, STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_REPAIRED] = { "repaired, to be decided on",
	{ UNKN, STAT, STAT, STAT, STAT, STAT, STAT,
	  STAT, TO(RETURNED), STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_INSTALLED] = { "installed in another unit",
	{ UNKN, STAT, TO(INSTALLED), STAT, TO(INSTALLED), STAT, STAT,
	  TO(INSTALLED), TO(INSTALLED), STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_REMOVED] = { "taken out of another unit",
	{ UNKN, STAT, STAT, STAT, STAT, STAT, STAT,
	  STAT, STAT, TO(RETURNED), STAT, STAT, STAT, STAT } },
[EV_UNIT_CHECKED_OUT] = { "handed out to somebody",
	{ UNKN, STAT, TO(CHECKED_OUT), STAT, STAT, STAT, STAT,
	  STAT, STAT, STAT, DONE, STAT, STAT, STAT } },
[EV_UNIT_CHECKED_IN] = { "handed back",
	{ UNKN, STAT, STAT, STAT, STAT, STAT, STAT,
	  STAT, STAT, STAT, TO(AVAILABLE), STAT, STAT, STAT } },
[EV_UNIT_COUNTED] = { "seen at a count",
	{ UNKN, STAT, SAME, SAME, SAME, SAME, STAT,
	  SAME, SAME, STAT, STAT, TO(AVAILABLE), STAT, STAT } },
[EV_UNIT_MISSED] = { "not there at a count",
	{ UNKN, STAT, TO(MISSING), TO(MISSING), TO(MISSING), STAT, STAT,
	  TO(MISSING), TO(MISSING), STAT, STAT, DONE, STAT, STAT } },
[EV_UNIT_FOUND] = { "found again",
	{ UNKN, STAT, STAT, STAT, STAT, STAT, STAT,
	  STAT, STAT, STAT, STAT, TO(AVAILABLE), STAT, STAT } },
[EV_UNIT_CORRECTED] = { "particulars corrected",
	{ UNKN, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, SAME, SAME } },
[EV_UNIT_HELD] = { "put on hold",
	{ UNKN, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, SAME, SAME } },
[EV_UNIT_RELEASED] = { "hold lifted",
	{ UNKN, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, SAME, SAME } },
[EV_UNIT_SCRAPPED] = { "scrapped",
	{ UNKN, STAT, TO(SCRAPPED), STAT, STAT, STAT, STAT,
	  TO(SCRAPPED), TO(SCRAPPED), STAT, STAT, TO(SCRAPPED), DONE, STAT } },
[EV_UNIT_RETIRED] = { "identity ended",
	{ UNKN, TO(RETIRED), TO(RETIRED), STAT, STAT, STAT, STAT,
	  TO(RETIRED), TO(RETIRED), STAT, TO(RETIRED), TO(RETIRED), STAT, DONE } },
[EV_UNIT_RESERIALISED] = { "goes on under a new serial",
	{ UNKN, STAT, TO(RETIRED), STAT, STAT, STAT, STAT,
	  TO(RETIRED), TO(RETIRED), STAT, STAT, STAT, STAT, DONE } },
[EV_UNIT_SENT_BACK] = { "sent back to its supplier",
	{ UNKN, STAT, TO(SHIPPED), STAT, STAT, STAT, STAT,
	  TO(SHIPPED), TO(SHIPPED), STAT, STAT, STAT, STAT, STAT } },
[EV_UNIT_OWNER_CHANGED] = { "has another owner",
	{ UNKN, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, STAT, STAT } },
[EV_UNIT_SERVICED] = { "serviced",
	{ UNKN, STAT, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, STAT, STAT, STAT } },
[EV_UNIT_WARRANTY_SET] = { "warranty set or voided",
	{ UNKN, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, SAME, SAME } },
[EV_UNIT_CLAIMED] = { "warranty claimed",
	{ UNKN, STAT, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, STAT, STAT, STAT } },
[EV_UNIT_LABEL_PRINTED] = { "label printed",
	{ SAME, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, SAME, SAME } },
[EV_UNIT_LABEL_VERIFIED] = { "label read back",
	{ SAME, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, SAME, SAME } },
[EV_UNIT_LABEL_FAILED] = { "label would not read",
	{ SAME, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, SAME, SAME } },
[EV_UNIT_NOTED] = { "note",
	{ UNKN, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, SAME, SAME } },
[EV_UNIT_UNDONE] = { "an event taken back",
	{ SAME, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, SAME, SAME } },
[EV_INCIDENT_OPENED] = { "incident opened",
	{ SAME, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, SAME, SAME } },
[EV_INCIDENT_RESOLVED] = { "incident resolved",
	{ SAME, SAME, SAME, SAME, SAME, SAME, SAME,
	  SAME, SAME, SAME, SAME, SAME, SAME, SAME } },
};

bool
event_on_unit(enum event_type type)
{
	return type > EV_UNKNOWN && type < EV_UNIT_TYPES;
}

struct unit_rule
unit_rule(enum event_type type, enum unit_status status)
{
	assert(event_on_unit(type));
	assert((size_t)status < UNIT_STATUSES);
	return rules[type].by_status[status];
}

const char *
unit_rule_words(enum event_type type)
{
	assert(event_on_unit(type));
	return rules[type].words;
}
