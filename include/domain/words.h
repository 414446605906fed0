/*
 * words.h - the words of the design as enums, with their names.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One word for one thing: screens, files and JSON take the names from here.
 * The numbers of statuses, holds and event types are stored; they never
 * change their meaning, new ones are added at the end.  A _find function
 * returns -1 when there is no such name (names are compared exactly).
 */
#ifndef DOMAIN_WORDS_H
#define DOMAIN_WORDS_H
#include <stdbool.h>
#include <stddef.h>

#define CODE_SIZE 48		/* item, bin, party, badge, station: 47 bytes and NUL */
#define ORDER_SIZE 64		/* "PO:4711": kind, colon, number */
#define TEXT_SIZE 91		/* serial, lot: 90 bytes and NUL (GS1: at most 90) */
#define DATE_SIZE 11		/* YYYY-MM-DD and NUL */
#define NOTE_SIZE 200
#define NAME_SIZE 96
#define INCIDENT_KEY_SIZE 112	/* "STATION-SEQ:CODE" */

enum unit_status {
	UNIT_NONE,		/* nothing known of it */
	UNIT_EXPECTED, UNIT_AVAILABLE, UNIT_ALLOCATED, UNIT_PICKED, UNIT_PACKED,
	UNIT_SHIPPED, UNIT_RETURNED, UNIT_IN_REPAIR, UNIT_INSTALLED,
	UNIT_CHECKED_OUT, UNIT_MISSING, UNIT_SCRAPPED, UNIT_RETIRED,
	UNIT_STATUSES
};

enum hold {
	HOLD_QUARANTINE = 1, HOLD_RECALL = 2, HOLD_INCIDENT = 4, HOLD_COUNT = 8,
	HOLD_QUALITY = 16
};
#define HOLD_KINDS 5

enum bin_kind { BIN_STORAGE, BIN_DOCK, BIN_STAGE, BIN_PACK, BIN_QUARANTINE,
    BIN_RETURNS, BIN_REPAIR, BIN_TRANSIT, BIN_CUSTODY, BIN_KINDS };

enum order_kind { ORDER_PO, ORDER_ASN, ORDER_SO, ORDER_RMA, ORDER_TRANSFER,
    ORDER_WORK, ORDER_KINDS };

enum order_state { ORDER_DRAFT, ORDER_OPEN, ORDER_HELD, ORDER_CLOSED,
    ORDER_CANCELLED, ORDER_STATES };

enum carton_kind { CARTON_CARTON, CARTON_PALLET, CARTON_TOTE, CARTON_KINDS };

enum carton_state { CARTON_OPEN, CARTON_CLOSED, CARTON_SHIPPED, CARTON_ENDED,
    CARTON_STATES };

enum party_kind { PARTY_SUPPLIER, PARTY_CUSTOMER, PARTY_CARRIER, PARTY_OWNER,
    PARTY_KINDS };

enum role { ROLE_CLERK, ROLE_SUPERVISOR, ROLE_ADMIN, ROLES };

/* none: never asked; optional: taken when the scan carries it; required. */
enum need { NEED_NONE, NEED_OPTIONAL, NEED_REQUIRED, NEEDS };

enum allocation { ALLOC_FIFO, ALLOC_LIFO, ALLOC_FEFO, ALLOC_OLDEST_MADE,
    ALLOC_MANUAL, ALLOCATIONS };

enum subject_kind { SUBJECT_UNIT, SUBJECT_ITEM, SUBJECT_BIN, SUBJECT_PARTY,
    SUBJECT_OPERATOR, SUBJECT_ORDER, SUBJECT_CARTON, SUBJECT_TASK,
    SUBJECT_POLICY, SUBJECT_STATION, SUBJECT_KINDS };

/* How the fact came to us; the numbers equal enum scan_entry. */
enum event_entry { BY_SCAN, BY_KEYS, BY_PASTE, BY_FILE, BY_SYSTEM,
    EVENT_ENTRIES };

/* Permissions of DESIGN section 10. */
enum permission { MAY_RECEIVE, MAY_PUTAWAY, MAY_PICK, MAY_PACK, MAY_SHIP,
    MAY_COUNT, MAY_RMA, MAY_OVERRIDE, MAY_ADJUST, MAY_QUARANTINE, MAY_RECALL,
    MAY_RESOLVE, MAY_DEFINE, MAY_ADMIN, PERMISSIONS };

const char *unit_status_name(enum unit_status);
int unit_status_find(const char *name);
const char *hold_name(enum hold);
int hold_find(const char *name);		/* the bit, or -1 */
/* "quarantine, recall": the names of a set of holds, "" for none. */
void holds_words(unsigned holds, char *out, size_t size);
const char *bin_kind_name(enum bin_kind);
int bin_kind_find(const char *name);
const char *order_kind_name(enum order_kind);
int order_kind_find(const char *name);
const char *order_state_name(enum order_state);
const char *carton_kind_name(enum carton_kind);
int carton_kind_find(const char *name);
const char *carton_state_name(enum carton_state);
const char *party_kind_name(enum party_kind);
int party_kind_find(const char *name);
const char *role_name(enum role);
int role_find(const char *name);
const char *need_name(enum need);
int need_find(const char *name);
const char *allocation_name(enum allocation);
int allocation_find(const char *name);
const char *subject_kind_name(enum subject_kind);
int subject_kind_find(const char *name);
const char *event_entry_name(enum event_entry);
int event_entry_find(const char *name);
const char *permission_name(enum permission);
int permission_find(const char *name);

/* The table permission -> least role (DESIGN section 10). */
bool role_may(enum role, enum permission);
enum role permission_least_role(enum permission);
/* Goods on a shelf or bench of ours: the statuses that occupy a bin. */
bool unit_status_in_house(enum unit_status);
#endif
