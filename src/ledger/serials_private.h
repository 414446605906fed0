/*
 * serials_private.h - what the files on serials share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef LEDGER_SERIALS_PRIVATE_H
#define LEDGER_SERIALS_PRIVATE_H
#include "base/json.h"
#include "ledger/ledger_private.h"
#include "ledger/serials.h"

#define BATCH_MAX 1000		/* serials of one event */

/* Whoever defines a rule with a mask first owns its numbers. */
bool lease_own(struct ledger *, const struct serial_rule_def *, enum event_entry,
    struct err *) MUST_CHECK;
/* Append an event on a rule by ask->append, or by ourselves. */
bool serials_say(struct ledger *, const struct serial_ask *, enum event_type,
    const char *rule, const char *json, struct event *out, struct err *) MUST_CHECK;

/* What serial.leased says; "" is absent. */
struct lease_say {
	char alphabet[12];
	int64_t from;
	char giver[CODE_SIZE];
	char giver_key[2 * SEAL_PUBLIC + 1];
	char instead[CODE_SIZE];
	char lease[CODE_SIZE];
	char mask[SERIAL_MASK_SIZE];
	char of[CODE_SIZE];
	char station[CODE_SIZE];
	int64_t to;
};
bool lease_say(struct ledger *, const char *rule, const struct lease_say *,
    enum event_entry, char code[CODE_SIZE], struct err *) MUST_CHECK;
bool issued_project(struct ledger *, const struct event *, const struct json *,
    struct err *) MUST_CHECK;
bool voided_project(struct ledger *, const struct event *, const struct json *,
    struct err *) MUST_CHECK;
#endif
