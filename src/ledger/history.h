/*
 * history.h - a unit's events in memory, in the agreed order.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef LEDGER_HISTORY_H
#define LEDGER_HISTORY_H
#include "base/vec.h"
#include "ledger/ledger_private.h"

struct past {
	int64_t before;
	int64_t gseq;		/* 0: the registry does not have it yet */
	struct event event;
};
struct pasts { VEC(struct past) list; };	/* vec_done releases */

/* Follow the chain from last backwards, and put it in order.  *out is set
 * anew, and empty when it failed. */
bool history_read(struct ledger *, int64_t last, struct pasts *out, struct err *)
    MUST_CHECK;
/* Does one of them take this event back? */
bool history_undone(const struct pasts *, int64_t id);

/* An incident as the events tell it. */
struct incident_fact {
	const struct event *event;	/* that opened it */
	char code[32];
	char detail[NOTE_SIZE];
	bool anomaly;			/* the event contradicted what was known */
	const struct event *resolved_by;	/* NULL: it is open */
};
struct unit_facts {
	struct unit unit;
	VEC(struct incident_fact) incidents;
};
/* The fold of a unit's events, and the incidents that it finds.  The facts
 * borrow the events; unit_facts_done releases. */
void unit_facts_find(struct unit_facts *, const struct event *const *events,
    size_t n);
void unit_facts_done(struct unit_facts *);
/* The same of a history, with one event more at the end (NULL: without). */
void unit_facts_of(struct unit_facts *, const struct pasts *,
    const struct event *more);
#endif
