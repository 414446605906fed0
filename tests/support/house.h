/*
 * house.h - a small warehouse for tests: a ledger, items, bins, orders.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	struct house h;
 *	house_open(&h, "day");		(a real file in a folder of its own)
 *	house_furnish(&h);		(the items, bins, people below)
 *	house_order(&h, "PO:4711", "DRILL:5:20 MASK:10");
 *	...
 *	house_close(&h);		(removes the folder)
 *
 * A step that fails ends the test program with its words: tests say what they
 * look at with cmocka's asserts, and what they need with must().
 */
#ifndef TESTS_SUPPORT_HOUSE_H
#define TESTS_SUPPORT_HOUSE_H
#include <stdbool.h>
#include <stdint.h>
#include "base/str.h"
#include "ledger/ledger.h"
#include "ledger/masters.h"

#define must(ok) must_at((ok), &err, #ok, __FILE__, __LINE__)
void must_at(bool ok, const struct err *err, const char *what,
    const char *file, int line);

struct house {
	struct ledger *l;
	char folder[200];	/* "" for one in memory */
	char path[220];
};

/* A new station "T1", in memory or as FOLDER/station.db.  Each folder is made
 * anew under $TMPDIR (/tmp). */
void house_memory(struct house *);
void house_open(struct house *, const char *name);
/* Close and open the same file again. */
void house_reopen(struct house *);
void house_shut(struct house *);	/* close the ledger, keep the folder */
void house_close(struct house *);
/* Only the folder and the path, for tests that make the file themselves. */
void house_folder(struct house *, const char *name);

/*
 * items	DRILL 4006381333931, plain; SAW 4006381333948, plain; MASK
 *		9521234543213, lot and expiry required; MILK 9521234543220, lot
 *		optional; METER 9521234543237, serials by the rule METERS
 *		(M and six digits), item code is its only prefix
 * bins		DOCK-1 DOCK-2 dock, A-01 (room for 3) A-02 A-03 storage, R-01
 *		storage reserved for SAW, QUAR-1 quarantine, RET-1 returns
 * people	CLERK1 CLERK2 clerks, SUPER1 supervisor without a PIN, SUPER2
 *		supervisor with the PIN 2468, ADMIN1
 * parties	ACME supplier, BOLT supplier, JONES customer
 */
void house_furnish(struct house *);

/* One definition each, in a transaction of its own. */
void house_item(struct house *, const struct item *);
void house_bin(struct house *, const char *code, enum bin_kind, int64_t sequence,
    int64_t capacity, const char *reserved);
void house_operator(struct house *, const char *badge, enum role, const char *pin);
/* "PO:4711" of ACME with lines "ITEM:QTY[:OVER_PCT]" between blanks. */
void house_order(struct house *, const char *key, const char *lines);
void house_order_state(struct house *, const char *key, enum event_type);
/* Announced serials of an order's line, blanks between. */
void house_expect(struct house *, const char *key, int64_t line,
    const char *item, const char *serials);
/* Opening stock: units of an item in a bin, blanks between the serials. */
void house_stock(struct house *, const char *item, const char *bin,
    const char *serials);
/* Append the sentences of a story (story.h without "undone") to a unit. */
void house_tell(struct house *, const char *item, const char *serial,
    const char *text);

/* The unit in the words of unit_say, "" when nothing is known of it. */
const char *house_unit(struct house *, const char *item, const char *serial);
int64_t house_bin_units(struct house *, const char *bin);
int64_t house_received(struct house *, const char *order, int64_t line);
int64_t house_events(struct house *);
/* Open incidents. */
int64_t house_incidents(struct house *);

/* What verify finds: 0 is clean; faults are printed. */
int64_t house_faults(struct house *);
/* SQLite's own check of the whole file: true when it is sound. */
bool house_is_sound(struct house *);
#endif
