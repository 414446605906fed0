/*
 * verify.h - what the passes of verify share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef LEDGER_VERIFY_H
#define LEDGER_VERIFY_H
#include "base/seal.h"
#include "base/str.h"
#include "base/vec.h"
#include "ledger/ledger.h"

struct verify_station {
	int64_t no;
	char code[CODE_SIZE];
	unsigned char public_key[SEAL_PUBLIC];
};

struct verify {
	struct ledger *l;
	void (*say)(void *ctx, const char *fault);
	void *ctx;
	struct ledger_census *census;
	VEC(struct verify_station) stations;
	struct str bytes, json;		/* scratch */
};

void verify_fault(struct verify *, const char *fmt, ...) PRINTF_LIKE(2, 3);
bool verify_units(struct verify *, struct err *) MUST_CHECK;
bool verify_masters(struct verify *, struct err *) MUST_CHECK;
#endif
