/*
 * verify.h - what the passes of verify share.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A pass returns false only when the environment failed.  What is damaged is
 * a fault that is said, and the pass goes on.
 */
#ifndef LEDGER_VERIFY_H
#define LEDGER_VERIFY_H
#include "base/seal.h"
#include "base/str.h"
#include "base/vec.h"
#include "ledger/history.h"

struct verify_station {
	int64_t no;
	char code[CODE_SIZE];
	unsigned char public_key[SEAL_PUBLIC];
};

struct sum { int kind; int64_t a, b, n; };

/* An incident as the events tell it, and as its row must say. */
struct incident_row {
	char key[INCIDENT_KEY_SIZE];
	char words[NOTE_SIZE + 480];
};

struct verify {
	struct ledger *l;
	void (*say)(void *ctx, const char *fault);
	void *ctx;
	struct ledger_census *census;
	VEC(struct verify_station) stations;
	VEC(struct sum) sums;		/* open addressing; kind 0 is free */
	size_t n_sums;
	VEC(struct incident_row) incidents;
	struct str bytes, json;		/* scratch */
};

void verify_fault(struct verify *, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* Is what failed damage (said as a fault, true) or the environment? */
bool verify_goes_on(struct verify *, struct err *);

bool verify_units(struct verify *, struct err *) MUST_CHECK;
bool verify_sum_unit(struct verify *, const struct unit *, struct err *)
    MUST_CHECK;
bool verify_sums(struct verify *, struct err *) MUST_CHECK;
/* Keep the incidents of one unit, then hold all against the table. */
void verify_keep_incidents(struct verify *, const struct unit_facts *);
bool verify_incidents(struct verify *, struct err *) MUST_CHECK;
bool verify_masters(struct verify *, struct err *) MUST_CHECK;
#endif
