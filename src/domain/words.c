/*
 * words.c - names of the enums, and the table of permissions.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "domain/words.h"

static const char *const status_names[UNIT_STATUSES] = {
	[UNIT_NONE] = "none", [UNIT_EXPECTED] = "expected",
	[UNIT_AVAILABLE] = "available", [UNIT_ALLOCATED] = "allocated",
	[UNIT_PICKED] = "picked", [UNIT_PACKED] = "packed",
	[UNIT_SHIPPED] = "shipped", [UNIT_RETURNED] = "returned",
	[UNIT_IN_REPAIR] = "in_repair", [UNIT_INSTALLED] = "installed",
	[UNIT_CHECKED_OUT] = "checked_out", [UNIT_MISSING] = "missing",
	[UNIT_SCRAPPED] = "scrapped", [UNIT_RETIRED] = "retired",
};
static const char *const hold_names[HOLD_KINDS] = {
	"quarantine", "recall", "incident", "count", "quality",
};
static const char *const bin_names[BIN_KINDS] = {
	"storage", "dock", "stage", "pack", "quarantine", "returns", "repair",
	"transit", "custody",
};
static const char *const order_names[ORDER_KINDS] = {
	"PO", "ASN", "SO", "RMA", "TRANSFER", "WORK",
};
static const char *const order_state_names[ORDER_STATES] = {
	"draft", "open", "held", "closed", "cancelled",
};
static const char *const carton_names[CARTON_KINDS] = {
	"carton", "pallet", "tote",
};
static const char *const carton_state_names[CARTON_STATES] = {
	"open", "closed", "shipped", "ended",
};
static const char *const party_names[PARTY_KINDS] = {
	"supplier", "customer", "carrier", "owner",
};
static const char *const role_names[ROLES] = { "clerk", "supervisor", "admin" };
static const char *const need_names[NEEDS] = { "none", "optional", "required" };
static const char *const allocation_names[ALLOCATIONS] = {
	"fifo", "lifo", "fefo", "oldest_made", "manual",
};
static const char *const subject_names[SUBJECT_KINDS] = {
	"unit", "item", "bin", "party", "operator", "order", "carton", "task",
	"policy", "station",
};
static const char *const entry_names[EVENT_ENTRIES] = {
	"scanned", "keyed", "pasted", "file", "system",
};

static const struct {
	const char *name;
	enum role least;
} permissions[PERMISSIONS] = {
	[MAY_RECEIVE] = { "receive", ROLE_CLERK },
	[MAY_PUTAWAY] = { "putaway", ROLE_CLERK },
	[MAY_PICK] = { "pick", ROLE_CLERK },
	[MAY_PACK] = { "pack", ROLE_CLERK },
	[MAY_SHIP] = { "ship", ROLE_CLERK },
	[MAY_COUNT] = { "count", ROLE_CLERK },
	[MAY_RMA] = { "rma", ROLE_CLERK },
	[MAY_OVERRIDE] = { "override", ROLE_SUPERVISOR },
	[MAY_ADJUST] = { "adjust", ROLE_SUPERVISOR },
	[MAY_QUARANTINE] = { "quarantine", ROLE_CLERK },
	[MAY_RECALL] = { "recall", ROLE_SUPERVISOR },
	[MAY_RESOLVE] = { "resolve", ROLE_SUPERVISOR },
	[MAY_DEFINE] = { "define", ROLE_SUPERVISOR },
	[MAY_ADMIN] = { "admin", ROLE_ADMIN },
};

static int
find(const char *const *names, size_t n, const char *name)
{
	for (size_t i = 0; name != NULL && i < n; i++)
		if (strcmp(names[i], name) == 0)
			return (int)i;
	return -1;
}

#define NAMES(TYPE, FN, TABLE, COUNT) \
	const char *FN##_name(TYPE v) \
	{ \
		assert((size_t)v < COUNT); \
		return TABLE[v]; \
	} \
	int FN##_find(const char *name) \
	{ \
		return find(TABLE, COUNT, name); \
	}

NAMES(enum unit_status, unit_status, status_names, UNIT_STATUSES)
NAMES(enum bin_kind, bin_kind, bin_names, BIN_KINDS)
NAMES(enum order_kind, order_kind, order_names, ORDER_KINDS)
NAMES(enum carton_kind, carton_kind, carton_names, CARTON_KINDS)
NAMES(enum party_kind, party_kind, party_names, PARTY_KINDS)
NAMES(enum role, role, role_names, ROLES)
NAMES(enum need, need, need_names, NEEDS)
NAMES(enum allocation, allocation, allocation_names, ALLOCATIONS)
NAMES(enum subject_kind, subject_kind, subject_names, SUBJECT_KINDS)
NAMES(enum event_entry, event_entry, entry_names, EVENT_ENTRIES)

const char *
order_state_name(enum order_state state)
{
	assert((size_t)state < ORDER_STATES);
	return order_state_names[state];
}

const char *
carton_state_name(enum carton_state state)
{
	assert((size_t)state < CARTON_STATES);
	return carton_state_names[state];
}

const char *
hold_name(enum hold hold)
{
	for (int i = 0; i < HOLD_KINDS; i++)
		if ((int)hold == 1 << i)
			return hold_names[i];
	assert(!"one hold");
	return "";
}

int
hold_find(const char *name)
{
	int i = find(hold_names, HOLD_KINDS, name);

	return i < 0 ? -1 : 1 << i;
}

void
holds_words(unsigned holds, char *out, size_t size)
{
	out[0] = '\0';
	for (int i = 0; i < HOLD_KINDS; i++)
		if ((holds & 1u << i) != 0) {
			size_t len = strlen(out);

			str_print(out + len, size - len, "%s%s", len > 0 ? ", " : "",
			    hold_name((enum hold)(1 << i)));
		}
}

const char *
permission_name(enum permission permission)
{
	assert((size_t)permission < PERMISSIONS);
	return permissions[permission].name;
}

int
permission_find(const char *name)
{
	for (int i = 0; name != NULL && i < PERMISSIONS; i++)
		if (strcmp(permissions[i].name, name) == 0)
			return i;
	return -1;
}

enum role
permission_least_role(enum permission permission)
{
	assert((size_t)permission < PERMISSIONS);
	return permissions[permission].least;
}

bool
role_may(enum role role, enum permission permission)
{
	return role >= permission_least_role(permission);
}

bool
unit_status_in_house(enum unit_status status)
{
	switch (status) {
	case UNIT_AVAILABLE: case UNIT_ALLOCATED: case UNIT_PICKED:
	case UNIT_PACKED: case UNIT_RETURNED: case UNIT_IN_REPAIR:
		return true;
	default:
		return false;
	}
}
