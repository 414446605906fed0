/*
 * unit.h - what is known of a unit, as a fold over its events.
 * SPDX-License-Identifier: Apache-2.0
 *
 * unit_apply is total, pure and deterministic: any event on any state gives a
 * state and at most one anomaly.  An event that the table (status x event
 * type) does not allow changes nothing but the hold: the unit is held for
 * "incident" until somebody resolves it.  unit_fold is unit_apply over all
 * events of one unit in their order, leaving out undone events and their
 * undoings; the quick path (unit_apply on the stored state) gives the same
 * answer when the new event is last in order and undoes nothing.
 *
 * A unit counts its open incidents and does not know their names.  Whoever
 * applies an incident.resolved says whether it names one of them: unit_fold
 * from the events before it, the ledger from its table.
 */
#ifndef DOMAIN_UNIT_H
#define DOMAIN_UNIT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "domain/event.h"
#include "domain/words.h"

struct unit {
	char item[CODE_SIZE];
	char serial[TEXT_SIZE];
	enum unit_status status;
	unsigned holds;			/* enum hold, or-ed */
	bool was_expected;		/* announced by an ASN before it came */
	char bin[CODE_SIZE];
	char lot[TEXT_SIZE];
	char made_on[DATE_SIZE];
	char expires_on[DATE_SIZE];
	char country[4];
	char in_order[ORDER_SIZE];	/* it came (or will come) on this order */
	int64_t in_line;
	char out_order[ORDER_SIZE];	/* it is promised to or left on this one */
	int64_t out_line;
	char carton[CODE_SIZE];
	char party[CODE_SIZE];		/* whom it came from or went to last */
	char owner[CODE_SIZE];
	char parent_item[CODE_SIZE];
	char parent_serial[TEXT_SIZE];
	char warranty_until[DATE_SIZE];
	int64_t received_at;		/* UTC ms, 0: not received */
	int64_t shipped_at;
	int64_t changed_at;		/* time of the last event that counted */
	int64_t last_event;		/* id of the last event on it, counted or not */
	int64_t incidents;		/* open ones */
};

struct anomaly {
	char code[32];			/* "" when there is none */
	char detail[NOTE_SIZE];
};

/* A unit of which nothing is known. */
void unit_init(struct unit *unit, const char *item, const char *serial);

/* One event more.  True when it was in order; false: *anomaly says what it
 * contradicts, and *unit is held.  An incident.resolved whose incident is not
 * open (any more) comes with body.incident empty. */
bool unit_apply(struct unit *unit, const struct event *event,
    struct anomaly *anomaly);

/* All events of one unit, in order.  report (may be NULL) gets each anomaly
 * with its event. */
void unit_fold(struct unit *unit, const struct event *const *events, size_t n,
    void (*report)(void *ctx, const struct event *, const struct anomaly *),
    void *ctx);

/* May this event happen to a unit in this state?  What the flows ask before
 * they commit; code gets the verdict code when not. */
bool unit_may(const struct unit *unit, enum event_type type, char code[32]);

/* "STATION-SEQ:CODE": the name of an incident, the same on every station. */
void incident_key(char out[INCIDENT_KEY_SIZE], const char *station, int64_t seq,
    const char *code);

/* The rules, for `dockledger rules`, the man page and tests. */
enum rule_act { RULE_REFUSE, RULE_TO, RULE_SAME, RULE_TO_INCIDENT };
struct unit_rule {
	enum rule_act act;
	enum unit_status to;		/* RULE_TO and RULE_TO_INCIDENT */
	const char *code;		/* anomaly of RULE_REFUSE and RULE_TO_INCIDENT */
};
struct unit_rule unit_rule(enum event_type type, enum unit_status status);
bool event_on_unit(enum event_type type);	/* has a row in the table */
const char *unit_rule_words(enum event_type type);	/* what the event says, for people */

/* What one unit adds to the projections; a changed unit takes its old
 * contribution away and adds its new one. */
enum tally_kind { TALLY_STATUS = 1, TALLY_BIN = 2, TALLY_ORDER = 3 };
enum order_stage { STAGE_EXPECTED, STAGE_RECEIVED, STAGE_ALLOCATED,
    STAGE_PICKED, STAGE_PACKED, STAGE_SHIPPED, STAGE_RETURNED, STAGES };
struct contribution {
	enum tally_kind kind;
	const char *item;		/* STATUS, BIN */
	enum unit_status status;	/* STATUS */
	bool held;			/* STATUS */
	const char *bin;		/* BIN */
	const char *order;		/* ORDER */
	int64_t line;
	enum order_stage stage;
};
#define CONTRIBUTIONS_MAX 6
/* Fill out (borrowing texts from unit); returns how many. */
size_t unit_contribution(const struct unit *unit,
    struct contribution out[CONTRIBUTIONS_MAX]);
#endif
