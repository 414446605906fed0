/*
 * ledger_private.h - what the files of room ledger share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef LEDGER_PRIVATE_H
#define LEDGER_PRIVATE_H
#include "base/seal.h"
#include "domain/serial_key.h"
#include "ledger/ledger.h"

#define SEQ_BITS 40
#define STATION_BASE(no) ((int64_t)(no) << SEQ_BITS)
#define SELF_NO 1

struct tally_delta { int64_t a, b, n; int kind; };
#define TALLY_SLOTS 16384	/* deltas of one transaction; flushed when half full */

struct ledger {
	struct store *store;
	char station[CODE_SIZE];
	char operator[CODE_SIZE];
	unsigned char secret[SEAL_SECRET];
	bool can_sign;
	int64_t head_id;		/* last own event, 0: none */
	unsigned char head[SEAL_HASH];
	int64_t unsigned_id;		/* last event of this transaction, not signed yet */
	struct tally_delta deltas[TALLY_SLOTS];	/* a hash table */
	uint16_t used[TALLY_SLOTS];	/* its slots that are taken, oldest first */
	size_t n_deltas;
	struct str body, bytes;		/* scratch */
	struct {			/* what a bulk knows of the item at hand */
		bool on, none_above;
		char item[CODE_SIZE];
		unsigned char key[SERIAL_KEY_MAX];	/* the last new unit */
		size_t n;
	} bulk;
};

bool unit_row_save(struct ledger *, const struct unit *was, bool there,
    const struct unit *now, struct err *) MUST_CHECK;
bool tally_change(struct ledger *, const struct unit *was,
    const struct unit *now, struct err *) MUST_CHECK;
bool tally_flush(struct ledger *, struct err *) MUST_CHECK;
void tally_forget(struct ledger *);
/* Fold the unit's chain (from unit->last_event) anew into *unit, and write
 * its incidents anew. */
bool unit_refold(struct ledger *, struct unit *unit, struct err *) MUST_CHECK;
bool incident_add(struct ledger *, const struct event *, const char *code,
    const char *detail, struct err *) MUST_CHECK;
/* An incident.resolved: *settled says whether it named an open incident of
 * its own subject. */
bool incident_settle(struct ledger *, const struct event *, bool *settled,
    struct err *) MUST_CHECK;
/* Read the event in the current row of a walk; json gets the body. */
bool event_row(struct ledger *, enum query, struct event *, struct str *json,
    struct err *) MUST_CHECK;
#endif
