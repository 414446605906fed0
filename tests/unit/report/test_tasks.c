/*
 * test_tasks.c - requested counts by pages, oldest first.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "stock.h"
#include "report/lists.h"

static void
ask_count(struct ledger *l, const char *bin)
{
	struct task t = { .reason = "short" };
	struct anomaly odd;
	struct event e;
	struct err err;
	struct str body;
	bool needed;

	err_clear(&err);
	str_init(&body);
	str_copy(t.bin, sizeof t.bin, bin);
	must(ledger_begin(l, 0, &err));
	must(task_request_event(l, &t, &needed, &e, &body, &err));
	assert_true(needed);
	must(ledger_append(l, &e, &odd, &err));
	must(ledger_commit(l, &err));
	str_done(&body);
}

static void
task_page__goes__both_ways(void **state)
{
	struct task rows[3], one[1];
	struct err err;
	size_t n;

	err_clear(&err);
	for (int i = 0; i < 4; i++)
		ask_count(*state, (const char *const[]){ "B3", "B1", "B4", "B2" }[i]);
	must(task_page(*state, true, PAGE_AFTER, "", rows, 3, &n, &err));
	assert_int_equal(n, 3);
	assert_string_equal(rows[0].bin, "B3");
	assert_string_equal(rows[2].bin, "B4");
	must(task_page(*state, false, PAGE_AFTER, rows[2].code, one, 1, &n, &err));
	assert_string_equal(one[0].bin, "B2");
	must(task_page(*state, false, PAGE_FROM, rows[1].code, one, 1, &n, &err));
	assert_string_equal(one[0].bin, "B1");
	must(task_page(*state, false, PAGE_BEFORE, rows[1].code, rows, 3, &n, &err));
	assert_int_equal(n, 1);
	assert_string_equal(rows[0].bin, "B3");
	must(task_page(*state, false, PAGE_BEFORE, "", rows, 3, &n, &err));
	assert_int_equal(n, 3);
	assert_string_equal(rows[0].bin, "B1");
	assert_string_equal(rows[2].bin, "B2");
	assert_false(task_page(*state, false, PAGE_FROM, "none", one, 1, &n, &err));
}

UNIT_MAIN(
    ledger_test(task_page__goes__both_ways),
)
