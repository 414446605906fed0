/*
 * verify_masters.c - definitions, orders, containers, tasks and issued serials
 * replayed, and compared.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The events on everything but units are projected again into a database in
 * memory by the same functions, and both sides are read as texts, table by
 * table.
 */
#include <string.h>
#include "base/str.h"
#include "ledger/others.h"
#include "ledger/verify.h"

static const struct {
	const char *table;
	enum query dump;
} tables[] = {
	{ "item", Q_DUMP_ITEM }, { "bin", Q_DUMP_BIN }, { "party", Q_DUMP_PARTY },
	{ "operator", Q_DUMP_OPERATOR }, { "serial rule", Q_DUMP_SERIAL_RULE },
	{ "warranty", Q_DUMP_WARRANTY }, { "bill of materials", Q_DUMP_BOM },
	{ "order", Q_DUMP_ORD }, { "order line", Q_DUMP_ORD_LINE },
	{ "promise", Q_DUMP_PROMISE }, { "carton", Q_DUMP_CARTON },
	{ "task", Q_DUMP_TASK },
	{ "lease of serials", Q_DUMP_SERIAL_LEASE },
	{ "issued serial", Q_DUMP_SERIAL_ISSUED },
};

static bool
replay(struct verify *v, struct ledger *scratch, struct err *err)
{
	struct store *s = v->l->store;
	struct event e;
	int rc;

	if (!ledger_begin(scratch, 0, err) ||
	    !store_walk(s, Q_EVENT_OTHERS, err, ""))
		return false;
	while ((rc = store_next(s, Q_EVENT_OTHERS, err)) > 0) {
		if (!event_row(v->l, Q_EVENT_OTHERS, &e, &v->json, err)) {
			if (!verify_goes_on(v, err))
				return false;
			continue;
		}
		if (event_on_unit(e.type))
			continue;	/* incidents: seen with the units */
		if (!others_project(scratch, &e, err)) {
			verify_fault(v, "%s-%lld: %s", e.station, (long long)e.seq,
			    err->what);
			err_clear(err);
		}
	}
	return rc == 0 && ledger_commit(scratch, err);
}

/* Both sides in step; the first difference of a table says enough. */
static bool
compare_table(struct verify *v, struct ledger *scratch, size_t t, struct err *err)
{
	enum query q = tables[t].dump;
	struct store *live = v->l->store, *fresh = scratch->store;
	int a, b;

	if (!store_walk(live, q, err, "") || !store_walk(fresh, q, err, ""))
		return false;
	do {
		a = store_next(live, q, err);
		b = store_next(fresh, q, err);
		if (a < 0 || b < 0)
			return false;
		if (a != b || (a > 0 && strcmp(store_text(live, q, 0),
		    store_text(fresh, q, 0)) != 0)) {
			verify_fault(v, "%s: the table has %.150s, events give %.150s",
			    tables[t].table, a > 0 ? store_text(live, q, 0) : "nothing",
			    b > 0 ? store_text(fresh, q, 0) : "nothing");
			break;
		}
	} while (a > 0);
	store_end(live, q);
	store_end(fresh, q);
	return true;
}

bool
verify_masters(struct verify *v, struct err *err)
{
	struct ledger *scratch;
	bool ok;

	if (!ledger_memory(&scratch, "verify", err))
		return false;
	ok = replay(v, scratch, err);
	for (size_t t = 0; ok && t < sizeof tables / sizeof tables[0]; t++)
		ok = compare_table(v, scratch, t, err);
	ledger_close(scratch);
	return ok;
}
