/*
 * event.h - facts: their types, what they say, their canonical text.
 * SPDX-License-Identifier: Apache-2.0
 *
 * An event says that something happened to one subject.  Its body is
 * canonical JSON: an object with sorted keys and no white space.  Bodies of
 * unit events hold the members of struct event_body that are not empty;
 * other bodies (definitions) are written by whoever defines the thing and
 * pass through here as text.
 *
 * The bytes that are hashed and signed (event_canonical) depend on names and
 * texts only, never on numbers that one database gave.
 */
#ifndef DOMAIN_EVENT_H
#define DOMAIN_EVENT_H
#include <stdint.h>
#include "base/err.h"
#include "base/str.h"
#include "domain/words.h"

enum event_type {
	EV_UNKNOWN,		/* a type of a newer program: kept, changes nothing */
	/* on units; the table of domain/unit_rules.c has a row for each */
	EV_UNIT_EXPECTED = 1, EV_UNIT_OPENED = 2, EV_UNIT_RECEIVED = 3,
	EV_UNIT_COMMISSIONED = 4, EV_UNIT_MOVED = 5, EV_UNIT_ALLOCATED = 6,
	EV_UNIT_DEALLOCATED = 7, EV_UNIT_PICKED = 8, EV_UNIT_UNPICKED = 9,
	EV_UNIT_PACKED = 10, EV_UNIT_UNPACKED = 11, EV_UNIT_SHIPPED = 12,
	EV_UNIT_SHIP_VOIDED = 13, EV_UNIT_RETURNED = 14, EV_UNIT_RESTOCKED = 15,
	EV_UNIT_REPAIR_STARTED = 16, EV_UNIT_REPAIRED = 17,
	EV_UNIT_INSTALLED = 18, EV_UNIT_REMOVED = 19, EV_UNIT_CHECKED_OUT = 20,
	EV_UNIT_CHECKED_IN = 21, EV_UNIT_COUNTED = 22, EV_UNIT_MISSED = 23,
	EV_UNIT_FOUND = 24, EV_UNIT_CORRECTED = 25, EV_UNIT_HELD = 26,
	EV_UNIT_RELEASED = 27, EV_UNIT_SCRAPPED = 28, EV_UNIT_RETIRED = 29,
	EV_UNIT_RESERIALISED = 30, EV_UNIT_SENT_BACK = 31,
	EV_UNIT_OWNER_CHANGED = 32, EV_UNIT_SERVICED = 33,
	EV_UNIT_WARRANTY_SET = 34, EV_UNIT_CLAIMED = 35,
	EV_UNIT_LABEL_PRINTED = 36, EV_UNIT_LABEL_VERIFIED = 37,
	EV_UNIT_LABEL_FAILED = 38, EV_UNIT_NOTED = 39, EV_UNIT_UNDONE = 40,
	EV_INCIDENT_OPENED = 41, EV_INCIDENT_RESOLVED = 42,
	EV_UNIT_TYPES = 43,
	/* on everything else */
	EV_STATION_STARTED = 64, EV_ITEM_DEFINED = 65, EV_BIN_DEFINED = 66,
	EV_PARTY_DEFINED = 67, EV_OPERATOR_DEFINED = 68,
	EV_OPERATOR_PIN_FAILED = 69, EV_OPERATOR_LOCKED = 70,
	EV_OPERATOR_UNLOCKED = 71, EV_SERIAL_RULE_DEFINED = 72,
	EV_WARRANTY_DEFINED = 73, EV_BOM_DEFINED = 74, EV_ORDER_DEFINED = 75,
	EV_ORDER_RELEASED = 76, EV_ORDER_HELD = 77, EV_ORDER_CANCELLED = 78,
	EV_ORDER_CLOSED = 79, EV_ORDER_REOPENED = 80, EV_CARTON_STARTED = 81,
	EV_CARTON_CLOSED = 82, EV_CARTON_SHIPPED = 83, EV_CARTON_MOVED = 84,
	EV_CARTON_NESTED = 85, EV_TASK_REQUESTED = 86, EV_TASK_TAKEN = 87,
	EV_TASK_CLOSED = 88, EV_RECALL_OPENED = 89, EV_RECALL_CLOSED = 90,
	EV_PERMISSION_OVERRIDDEN = 91, EV_CARTON_REOPENED = 92,
	EV_CARTON_SHIP_VOIDED = 93, EV_CARTON_ENDED = 94,
	EV_ORDER_PROMISED = 95, EV_SERIAL_LEASED = 96, EV_SERIAL_ISSUED = 97,
	EV_SERIAL_VOIDED = 98,
	EVENT_TYPES
};

const char *event_type_name(enum event_type);	/* "unit.received" */
enum event_type event_type_find(const char *name);	/* EV_UNKNOWN: none */

/* What unit events may say.  "" and 0 are absent. */
struct event_body {
	char bin[CODE_SIZE];
	char carrier[CODE_SIZE];	/* who took it away */
	char carton[CODE_SIZE];
	char code[32];			/* verdict code of an incident */
	char condition[16];
	char country[4];		/* where made, ISO 3166 */
	char detail[NOTE_SIZE];
	char expires_on[DATE_SIZE];
	char from[CODE_SIZE];		/* bin it was moved from */
	char incident[INCIDENT_KEY_SIZE];	/* "STATION-SEQ:CODE" */
	int64_t line;			/* order line, from 1 */
	char lot[TEXT_SIZE];
	char made_on[DATE_SIZE];
	char new_serial[TEXT_SIZE];
	char note[NOTE_SIZE];
	char order[ORDER_SIZE];		/* "PO:4711" */
	char outcome[32];
	char override_by[CODE_SIZE];	/* badge of who allowed it */
	char override_of[32];		/* verdict code that was overridden */
	char owner[CODE_SIZE];
	char pallet[CODE_SIZE];		/* what the carton stood on when it left */
	char parent_item[CODE_SIZE];
	char parent_serial[TEXT_SIZE];
	char party[CODE_SIZE];
	char reason[CODE_SIZE];
	char received_on[DATE_SIZE];	/* opening stock: when it really came */
	char replaces[TEXT_SIZE];	/* serial whose promise this unit takes */
	char tracking[CODE_SIZE];
	char until[DATE_SIZE];		/* warranty, custody */
};

struct event {
	int64_t id;			/* place in this database: station number << 40 | seq */
	char station[CODE_SIZE];
	int64_t seq;
	int64_t at;			/* UTC ms */
	char operator[CODE_SIZE];	/* badge, or "os:NAME" */
	enum event_entry entry;
	enum event_type type;
	enum subject_kind subject_kind;
	char item[CODE_SIZE];		/* of a unit; "" otherwise */
	char subject[TEXT_SIZE];	/* serial, or the code of the thing */
	int64_t undoes;			/* id, 0: nothing */
	struct event_body body;		/* unit events */
	const char *json;		/* other events: the body; borrowed */
};

/* The body as canonical JSON, appended.  "{}" when it says nothing. */
void event_body_write(const struct event_body *body, struct str *out);
/* Read what event_body_write wrote; members it does not know are kept out. */
bool event_body_read(const char *json, size_t n, struct event_body *body,
    struct err *err) MUST_CHECK;

/*
 * The bytes that are hashed: a JSON array
 *   [station,seq,at,operator,entry,type,subject kind,item,subject,body,undoes]
 * with undoes as "STATION-SEQ" or null.  body is canonical text.
 */
void event_canonical(const struct event *event, const char *body,
    const char *undoes, struct str *out);
#endif
