/*
 * task_list.c - work that somebody asked for, a page at a time.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "report/lists.h"

/* Where the page begins: the event that asked for the anchor. */
static bool
find_place(struct ledger *l, enum page_way way, const char *code, int64_t *at,
    struct err *err)
{
	struct store *s = ledger_store(l);
	int rc;

	*at = way == PAGE_BEFORE ? INT64_MAX : INT64_MIN;
	if (code[0] == '\0')
		return true;
	rc = store_first(s, Q_LIST_TASK_EVENT, err, "t", code);
	if (rc == 0)
		return err_set(err, ERR_ABSENT, "there is no task %s", code);
	if (rc > 0)
		*at = store_int(s, Q_LIST_TASK_EVENT, 0) - (way == PAGE_FROM);
	store_end(s, Q_LIST_TASK_EVENT);
	return rc > 0;
}

static void
turn_round(struct task *rows, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct task keep = rows[i];

		rows[i] = rows[n - 1 - i];
		rows[n - 1 - i] = keep;
	}
}

bool
task_page(struct ledger *l, bool open_only, enum page_way way, const char *code,
    struct task out[], size_t max, size_t *n, struct err *err)
{
	enum query q = way == PAGE_BEFORE ? Q_LIST_TASKS_BACK : Q_LIST_TASKS;
	struct store *s = ledger_store(l);
	bool ok = true;
	size_t got = 0;
	int64_t at;
	int rc = 0;

	assert(max > 0);
	if (!find_place(l, way, code, &at, err) || !store_walk(s, q, err, "iii",
	    at, (int64_t)open_only, (int64_t)max))
		return false;
	while (ok && (rc = store_next(s, q, err)) > 0)
		ok = task_row(l, q, &out[got++], err);
	store_end(s, q);
	if (way == PAGE_BEFORE)
		turn_round(out, got);
	if (ok && rc == 0)
		*n = got;
	return ok && rc == 0;
}
