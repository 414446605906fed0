/*
 * test_queries.c - every statement prepares, says what it does, and finds its
 * rows by an index.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Method: the plans SQLite makes on an empty database of today's shape; it
 * makes the same on a full one, for nothing ever runs ANALYZE.
 */
#include "../unit.h"
#include <string.h>
#include "base/str.h"
#include "store/store_private.h"

static int
setup(void **state)
{
	struct store *store;
	struct err err;

	assert_true(store_open(&store, "", STORE_MEMORY, 0, &err));
	*state = store;
	return 0;
}

static int
teardown(void **state)
{
	store_close(*state);
	return 0;
}

static void query__prepares__and_is_named_once(void **state)
{
	struct store *store = *state;
	struct err err;

	for (int q = 0; q < QUERIES; q++) {
		if (store_stmt(store, (enum query)q, &err) == NULL)
			fail_msg("%s: %s %s", query_texts[q].name, err.what, err.detail);
		assert_true(strlen(query_texts[q].name) > 2);
		for (int other = 0; other < q; other++)
			assert_string_not_equal(query_texts[q].name,
			    query_texts[other].name);
	}
}

static bool
begins_with(const char *sql, const char *word)
{
	return strncmp(sql, word, strlen(word)) == 0;
}

static void query__that_reads__cannot_write(void **state)
{
	struct store *store = *state;
	struct err err;

	for (int q = 0; q < QUERIES; q++) {
		const char *sql = query_texts[q].sql;
		sqlite3_stmt *stmt = store_stmt(store, (enum query)q, &err);
		bool reads = sqlite3_stmt_readonly(stmt) != 0;

		if (begins_with(sql, "SELECT") || begins_with(sql, "WITH"))
			assert_true(reads);
		else if (begins_with(sql, "INSERT") || begins_with(sql, "UPDATE") ||
		    begins_with(sql, "DELETE"))
			assert_false(reads);
		else if (!begins_with(sql, "BEGIN") && !begins_with(sql, "COMMIT") &&
		    !begins_with(sql, "PRAGMA"))
			fail_msg("%s begins with no known word", query_texts[q].name);
	}
}

/* Tables that grow with the work. */
static const char *const large[] = { "unit", "event", "name", "tally",
    "incident", "scan_log", "ord", "ord_line", "u", "e", "l", "t", "n" };

/* Statements that mean to read a whole table, and why. */
static const char *const whole[] = {
	"unit_all", "event_by_unit", "event_others", "event_count",
	"unit_count_all", "incident_all", "incident_count_open", "tally_all",
	"scan_count",				/* verify, figures */
	"dump_ord", "dump_ord_line",		/* verify */
	"list_by_unit", "list_by_unit_back", "list_by_bin", "list_by_bin_back",
	"list_by_carton", "list_by_carton_back", "list_by_order",
	"list_by_order_back",			/* orders of a supplier, asked for */
	"list_incidents", "list_incidents_back",	/* settled ones, too */
};

static bool
is_among(const char *word, size_t n, const char *const list[], size_t n_list)
{
	for (size_t i = 0; i < n_list; i++)
		if (strlen(list[i]) == n && strncmp(list[i], word, n) == 0)
			return true;
	return false;
}

/* "SCAN unit" reads all of it; "SCAN unit USING INDEX ..." walks an index. */
static bool
reads_all(const char *step)
{
	const char *table = strstr(step, "SCAN ");
	size_t n;

	if (table == NULL)
		return false;
	table += 5;
	n = strcspn(table, " ");
	return table[n] == '\0' &&
	    is_among(table, n, large, sizeof large / sizeof large[0]);
}

static void
check_plan(struct store *store, int q)
{
	const char *name = query_texts[q].name;
	sqlite3_stmt *plan;
	struct str sql;

	str_init(&sql);
	str_addf(&sql, "EXPLAIN QUERY PLAN %s", query_texts[q].sql);
	assert_int_equal(sqlite3_prepare_v2(store->db, sql.p, -1, &plan, NULL),
	    SQLITE_OK);
	while (sqlite3_step(plan) == SQLITE_ROW) {
		const char *step = (const char *)sqlite3_column_text(plan, 3);

		if (reads_all(step) && !is_among(name, strlen(name), whole,
		    sizeof whole / sizeof whole[0]))
			fail_msg("%s: %s", name, step);
	}
	sqlite3_finalize(plan);
	str_done(&sql);
}

static void query__finds__its_rows_by_an_index(void **state)
{
	struct store *store = *state;

	for (int q = 0; q < QUERIES; q++)
		if (!begins_with(query_texts[q].sql, "BEGIN") &&
		    !begins_with(query_texts[q].sql, "COMMIT") &&
		    !begins_with(query_texts[q].sql, "PRAGMA"))
			check_plan(store, q);
}

/* What every scan asks: one look-up each, nothing sorted. */
static void query__of_every_scan__sorts_nothing(void **state)
{
	static const enum query hot[] = { Q_UNIT_FIND, Q_UNIT_BY_KEY, Q_EVENT_HEAD,
	    Q_EVENT_GET, Q_NAME_FIND, Q_NAME_TEXT, Q_TALLY_GET, Q_TALLY_BETWEEN,
	    Q_ITEM_FIND, Q_BIN_FIND, Q_OPERATOR_FIND, Q_PARTY_FIND, Q_ORDER_FIND,
	    Q_FLOW_ORDER, Q_FLOW_LINES_OF_ITEM, Q_FLOW_ORDER_ANNOUNCED, Q_JOB_GET,
	    Q_SETTING_GET, Q_INCIDENT_FIND, Q_FLOW_DOCK_UNITS, Q_ALLOCATION_UNITS,
	    Q_ALLOCATION_COUNT, Q_ALLOCATION_PROMISES, Q_ALLOCATION_BOUND,
	    Q_ALLOCATION_FIFO, Q_ALLOCATION_LIFO, Q_ALLOCATION_FEFO,
	    Q_ALLOCATION_MADE, Q_ALLOCATION_UNDATED, Q_ALLOCATION_UNMADE,
	    Q_ALLOCATION_RANGE, Q_ALLOCATION_DATED, Q_ALLOCATION_COUNT_UNFIT,
	    Q_ALLOCATION_ONE };
	struct store *store = *state;

	for (size_t i = 0; i < sizeof hot / sizeof hot[0]; i++) {
		sqlite3_stmt *plan;
		struct str sql;

		str_init(&sql);
		str_addf(&sql, "EXPLAIN QUERY PLAN %s", query_texts[hot[i]].sql);
		assert_int_equal(sqlite3_prepare_v2(store->db, sql.p, -1, &plan,
		    NULL), SQLITE_OK);
		while (sqlite3_step(plan) == SQLITE_ROW) {
			const char *step = (const char *)sqlite3_column_text(plan, 3);

			if ((strstr(step, "SCAN ") != NULL && hot[i] !=
			    Q_FLOW_DOCK_UNITS) || (strstr(step, "TEMP B-TREE") != NULL
			    && hot[i] != Q_FLOW_DOCK_UNITS))
				fail_msg("%s: %s", query_texts[hot[i]].name, step);
		}
		sqlite3_finalize(plan);
		str_done(&sql);
	}
}

#define store_test(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

UNIT_MAIN(
    store_test(query__prepares__and_is_named_once),
    store_test(query__that_reads__cannot_write),
    store_test(query__finds__its_rows_by_an_index),
    store_test(query__of_every_scan__sorts_nothing),
)
