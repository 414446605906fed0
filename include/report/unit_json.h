/*
 * unit_json.h - units, their events and incidents as JSON and in words.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The objects of the formats page, appended: absent is null, times are UTC.
 */
#ifndef REPORT_UNIT_JSON_H
#define REPORT_UNIT_JSON_H
#include "base/json.h"
#include "domain/unit.h"
#include "ledger/ledger.h"

/* A unit; gtin is its item's, or "". */
void unit_json(const struct unit *, const char *gtin, struct json_out *);
/* One event of a unit, as it stands in a trace. */
void event_json(const struct event *, bool undone, struct json_out *);
void incident_json(const struct incident *, struct json_out *);
/* What an incident is about: "ITEM SERIAL" for a unit, else kind and code. */
void incident_subject(const struct incident *, char *out, size_t size);
/* The order that a unit is promised to or left on, else that it came on. */
const char *unit_order(const struct unit *);
/* What an event says beside bin and order, for people: "" or one line. */
void event_note(const struct event *, char out[NOTE_SIZE]);
#endif
