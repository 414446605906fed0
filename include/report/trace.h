/*
 * trace.h - all that is known of one unit: state, events, children, incidents.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef REPORT_TRACE_H
#define REPORT_TRACE_H
#include "base/json.h"
#include "base/vec.h"
#include "ledger/masters.h"

struct trace_event {
	struct event event;		/* json is NULL: the body is in event.body */
	bool undone;
};

struct trace_child { char item[CODE_SIZE]; char serial[TEXT_SIZE]; };

struct trace {
	struct unit unit;
	char gtin[15];
	char item_name[NAME_SIZE];
	VEC(struct trace_event) events;		/* oldest first */
	VEC(struct trace_child) children;	/* installed in it */
	VEC(struct incident) incidents;		/* open and settled */
};

/*
 * Read a unit's trace.  item "": by serial alone.  ERR_ABSENT unit.unknown;
 * ERR_INPUT scan.ambiguous when several items bear the serial (detail names
 * them).  trace_done releases what a successful call filled.
 */
bool trace_read(struct ledger *, const char *item, const char *serial,
    struct trace *out, struct err *) MUST_CHECK;
void trace_done(struct trace *);

/* The object of FORMATS section 3, appended. */
void trace_json(const struct trace *, struct json_out *);
#endif
