/*
 * test_plans.c - lists go by an index.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: no list walks through all units where the filter has an index, and
 * none of definitions sorts.  Method: SQLite is asked for its plan of each
 * list_ statement on an empty database, which is when it knows least.
 */
#include "stock.h"
#include <sqlite3.h>
#include "store/store_private.h"

/* Lists that may sort or scan, and why. */
static const struct { const char *query, *allowed; } exceptions[] = {
	{ "list_by_order", "TEMP B-TREE" },	/* two indexes meet: in and out */
	{ "list_by_order_back", "TEMP B-TREE" },
	{ "list_bin_items", "TEMP B-TREE" },	/* items of one bin, by code */
	{ "list_carton_items", "TEMP B-TREE" },
	{ "list_order_items", "TEMP B-TREE" },
	{ "list_incidents", "TEMP B-TREE" },	/* settled ones have no index by time */
	{ "list_incidents_back", "TEMP B-TREE" },
	{ "list_incidents", "SCAN incident" },
	{ "list_incidents_back", "SCAN incident" },
	{ "list_incidents_open", "TEMP B-TREE" },	/* those of one millisecond */
	{ "list_incidents_open_back", "TEMP B-TREE" },
	{ "list_bin_items", "SCAN step" },	/* the steps themselves */
	{ "list_carton_items", "SCAN step" },
	{ "list_last_own", "SCAN" },
};

static bool
is_allowed(const char *query, const char *detail)
{
	if (strstr(detail, "SCAN ord") != NULL)
		return true;	/* orders of one supplier, only when it is asked for */
	for (size_t i = 0; i < sizeof exceptions / sizeof exceptions[0]; i++)
		if (strcmp(exceptions[i].query, query) == 0 &&
		    strstr(detail, exceptions[i].allowed) != NULL)
			return true;
	return false;
}

static void
look_at_plan(sqlite3 *db, const struct query_text *q)
{
	sqlite3_stmt *stmt;
	struct str sql;

	str_init(&sql);
	str_addf(&sql, "EXPLAIN QUERY PLAN %s", q->sql);
	assert_int_equal(sqlite3_prepare_v2(db, sql.p, -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		const char *detail = (const char *)sqlite3_column_text(stmt, 3);

		if ((str_starts(detail, "SCAN") ||
		    strstr(detail, "USE TEMP B-TREE") != NULL) &&
		    !is_allowed(q->name, detail))
			fail_msg("%s: %s", q->name, detail);
	}
	sqlite3_finalize(stmt);
	str_done(&sql);
}

static void
lists__go__by_an_index(void **state)
{
	struct store *store = ledger_store(*state);
	size_t seen = 0;

	for (int q = 0; q < QUERIES; q++)
		if (str_starts(query_texts[q].name, "list_")) {
			look_at_plan(store->db, &query_texts[q]);
			seen++;
		}
	assert_true(seen > 30);
}

/* Does the plan of a query name this index with this many terms? */
static void
assert_plan(struct store *store, enum query q, const char *wanted)
{
	sqlite3_stmt *stmt;
	struct str sql, plan;

	str_init(&sql);
	str_init(&plan);
	str_addf(&sql, "EXPLAIN QUERY PLAN %s", query_texts[q].sql);
	assert_int_equal(sqlite3_prepare_v2(store->db, sql.p, -1, &stmt, NULL),
	    SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		str_addf(&plan, "%s\n", sqlite3_column_text(stmt, 3));
	sqlite3_finalize(stmt);
	if (strstr(plan.p, wanted) == NULL)
		fail_msg("%s: no \"%s\" in\n%s", query_texts[q].name, wanted, plan.p);
	str_done(&sql);
	str_done(&plan);
}

static void
units__are_found__by_the_index_of_the_filter(void **state)
{
	struct store *s = ledger_store(*state);

	assert_plan(s, Q_LIST_BY_UNIT,
	    "PRIMARY KEY (item=? AND skey>? AND skey<?)");
	assert_plan(s, Q_LIST_BY_BIN,
	    "unit_bin (bin=? AND item=? AND skey>? AND skey<?)");
	assert_plan(s, Q_LIST_BY_CARTON,
	    "unit_carton (carton=? AND item=? AND skey>? AND skey<?)");
	assert_plan(s, Q_LIST_BY_ORDER, "unit_in (in_order=?)");
	assert_plan(s, Q_LIST_BY_ORDER, "unit_out (out_order=?)");
	assert_plan(s, Q_LIST_CHILDREN,
	    "unit_parent (parent_item=? AND parent_serial=?)");
}

UNIT_MAIN(
    ledger_test(lists__go__by_an_index),
    ledger_test(units__are_found__by_the_index_of_the_filter),
)
