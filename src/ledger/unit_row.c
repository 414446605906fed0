/*
 * unit_row.c - a unit as a row, and back.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A change writes only the columns that changed their index: an update that
 * names an indexed column rewrites the index entry even when the value is
 * the same, and each page written is paid for at the sync.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "domain/serial_key.h"
#include "ledger/ledger_private.h"

/* Columns of every query that gives units (src/store/sql/unit.sql). */
enum { COL_ITEM, COL_SERIAL, COL_STATUS, COL_HOLDS, COL_EXPECTED, COL_BIN,
    COL_LOT, COL_MADE, COL_EXPIRES, COL_COUNTRY, COL_IN, COL_IN_LINE, COL_OUT,
    COL_OUT_LINE, COL_CARTON, COL_PARTY, COL_OWNER, COL_PARENT,
    COL_PARENT_SERIAL, COL_WARRANTY, COL_RECEIVED, COL_SHIPPED, COL_CHANGED,
    COL_INCIDENTS, COL_LAST };

static bool
name_into(struct ledger *l, int64_t id, char *out, size_t size, struct err *err)
{
	const char *text;

	if (!store_name_text(l->store, id, &text, err))
		return false;
	str_copy(out, size, text);
	return true;
}

#define NAME(column, field) \
	name_into(l, store_int(s, q, column), u->field, sizeof u->field, err)
#define TEXT(column, field) \
	str_copy(u->field, sizeof u->field, store_text(s, q, column))

bool
ledger_unit_row(struct ledger *l, enum query q, struct unit *u, struct err *err)
{
	struct store *s = l->store;

	memset(u, 0, sizeof *u);
	TEXT(COL_SERIAL, serial);
	u->status = (enum unit_status)store_int(s, q, COL_STATUS);
	u->holds = (unsigned)store_int(s, q, COL_HOLDS);
	u->was_expected = store_int(s, q, COL_EXPECTED) != 0;
	TEXT(COL_LOT, lot);
	TEXT(COL_MADE, made_on);
	TEXT(COL_EXPIRES, expires_on);
	TEXT(COL_COUNTRY, country);
	u->in_line = store_int(s, q, COL_IN_LINE);
	u->out_line = store_int(s, q, COL_OUT_LINE);
	TEXT(COL_PARENT_SERIAL, parent_serial);
	TEXT(COL_WARRANTY, warranty_until);
	u->received_at = store_int(s, q, COL_RECEIVED);
	u->shipped_at = store_int(s, q, COL_SHIPPED);
	u->changed_at = store_int(s, q, COL_CHANGED);
	u->incidents = store_int(s, q, COL_INCIDENTS);
	u->last_event = store_int(s, q, COL_LAST);
	return NAME(COL_ITEM, item) && NAME(COL_BIN, bin) &&
	    NAME(COL_IN, in_order) && NAME(COL_OUT, out_order) &&
	    NAME(COL_CARTON, carton) && NAME(COL_PARTY, party) &&
	    NAME(COL_OWNER, owner) && NAME(COL_PARENT, parent_item);
}

int
ledger_unit(struct ledger *l, const char *item, const char *serial,
    struct unit *out, struct err *err)
{
	unsigned char key[SERIAL_KEY_MAX];
	size_t n = serial_key(serial, key, sizeof key);
	int64_t id;
	bool ok;
	int rc;

	if (!store_name_find(l->store, NAME_ITEM, item, &id, err))
		return -1;
	if (id == 0 || n == 0)
		return 0;
	rc = store_first(l->store, Q_UNIT_FIND, err, "ib", id, (const void *)key, n);
	if (rc <= 0)
		return rc;
	ok = ledger_unit_row(l, Q_UNIT_FIND, out, err);
	store_end(l->store, Q_UNIT_FIND);
	return ok ? 1 : -1;
}

bool
ledger_units_by_serial(struct ledger *l, const char *serial, struct unit out[],
    size_t max, size_t *n, struct err *err)
{
	unsigned char key[SERIAL_KEY_MAX];
	size_t len = serial_key(serial, key, sizeof key);
	int rc = 0;

	*n = 0;
	if (len == 0)
		return true;
	if (!store_walk(l->store, Q_UNIT_BY_KEY, err, "b", (const void *)key, len))
		return false;
	while (*n < max && (rc = store_next(l->store, Q_UNIT_BY_KEY, err)) > 0) {
		if (!ledger_unit_row(l, Q_UNIT_BY_KEY, &out[*n], err)) {
			rc = -1;
			break;
		}
		(*n)++;
	}
	store_end(l->store, Q_UNIT_BY_KEY);
	return rc >= 0;
}

/* The numbers of a unit's names. */
struct numbers { int64_t item, bin, in, out, carton, party, owner, parent; };

static bool
number_all(struct ledger *l, const struct unit *u, struct numbers *n,
    struct err *err)
{
	struct store *s = l->store;

	return store_name(s, NAME_ITEM, u->item, &n->item, err) &&
	    store_name(s, NAME_BIN, u->bin, &n->bin, err) &&
	    store_name(s, NAME_ORDER, u->in_order, &n->in, err) &&
	    store_name(s, NAME_ORDER, u->out_order, &n->out, err) &&
	    store_name(s, NAME_CARTON, u->carton, &n->carton, err) &&
	    store_name(s, NAME_PARTY, u->party, &n->party, err) &&
	    store_name(s, NAME_PARTY, u->owner, &n->owner, err) &&
	    store_name(s, NAME_ITEM, u->parent_item, &n->parent, err);
}

static bool
row_add(struct ledger *l, const struct unit *u, const struct numbers *n,
    const void *key, size_t len, struct err *err)
{
	return store_add(l->store, Q_UNIT_ADD, err,
	    "ibtiii" "zooo" "ozzzz" "zzzzo" "ozzi" "ii",
	    n->item, key, len, u->serial, (int64_t)u->status,
	    (int64_t)u->holds, (int64_t)u->was_expected,
	    n->bin, u->lot, u->made_on, u->expires_on,
	    u->country, n->in, u->in_line, n->out, u->out_line,
	    n->carton, n->party, n->owner, n->parent, u->parent_serial,
	    u->warranty_until, u->received_at, u->shipped_at, u->changed_at,
	    u->incidents, u->last_event);
}

/* Did nothing change that an index of free or promised units hangs on? */
static bool
stands_as_it_was(const struct unit *was, const struct unit *now)
{
	return was->status == now->status && was->holds == now->holds &&
	    was->received_at == now->received_at &&
	    strcmp(was->made_on, now->made_on) == 0 &&
	    strcmp(was->expires_on, now->expires_on) == 0;
}

static bool
row_set(struct ledger *l, const struct unit *was, const struct unit *u,
    const struct numbers *n, const void *key, size_t len, struct err *err)
{
	if (stands_as_it_was(was, u))
		return store_run(l->store, Q_UNIT_SET_REST, err, "ibiooz" "zoziii",
		    n->item, key, len, (int64_t)u->was_expected, u->lot,
		    u->country, n->party, n->owner, u->warranty_until,
		    u->shipped_at, u->changed_at, u->incidents, u->last_event);
	return store_run(l->store, Q_UNIT_SET, err, "ibiiioooozzozziii",
	    n->item, key, len, (int64_t)u->status, (int64_t)u->holds,
	    (int64_t)u->was_expected, u->lot, u->made_on, u->expires_on,
	    u->country, n->party, n->owner, u->warranty_until, u->received_at,
	    u->shipped_at, u->changed_at, u->incidents, u->last_event);
}

bool
unit_row_save(struct ledger *l, const struct unit *was, bool there,
    const struct unit *now, struct err *err)
{
	unsigned char key[SERIAL_KEY_MAX];
	const void *k = key;
	size_t len = serial_key(now->serial, key, sizeof key);
	struct store *s = l->store;
	struct numbers n;

	assert(len > 0);
	if (!number_all(l, now, &n, err))
		return false;
	if (!there)
		return row_add(l, now, &n, k, len, err);
	return row_set(l, was, now, &n, k, len, err) &&
	    (strcmp(was->bin, now->bin) == 0 ||
	    store_run(s, Q_UNIT_SET_BIN, err, "ibz", n.item, k, len, n.bin)) &&
	    ((strcmp(was->in_order, now->in_order) == 0 &&
	    was->in_line == now->in_line) ||
	    store_run(s, Q_UNIT_SET_IN, err, "ibzz", n.item, k, len, n.in,
	    now->in_line)) &&
	    ((strcmp(was->out_order, now->out_order) == 0 &&
	    was->out_line == now->out_line) ||
	    store_run(s, Q_UNIT_SET_OUT, err, "ibzz", n.item, k, len, n.out,
	    now->out_line)) &&
	    (strcmp(was->carton, now->carton) == 0 ||
	    store_run(s, Q_UNIT_SET_CARTON, err, "ibz", n.item, k, len,
	    n.carton)) &&
	    ((strcmp(was->parent_item, now->parent_item) == 0 &&
	    strcmp(was->parent_serial, now->parent_serial) == 0) ||
	    store_run(s, Q_UNIT_SET_PARENT, err, "ibzo", n.item, k, len,
	    n.parent, now->parent_serial));
}
