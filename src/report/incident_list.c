/*
 * incident_list.c - open questions and settled ones, a page at a time.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "report/lists.h"

/* Where the page begins: a time and, within it, a key. */
static bool
find_place(struct ledger *l, enum page_way way, const char *key, int64_t *at,
    struct err *err)
{
	struct incident anchor;
	int rc;

	*at = way == PAGE_BEFORE ? INT64_MAX : INT64_MIN;
	if (key[0] == '\0')
		return true;
	rc = ledger_incident(l, key, &anchor, err);
	if (rc == 0)
		return err_set(err, ERR_ABSENT, "there is no incident %s", key);
	if (rc > 0)
		*at = anchor.opened_at;
	return rc > 0;
}

static void
turn_round(struct incident *rows, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct incident keep = rows[i];

		rows[i] = rows[n - 1 - i];
		rows[n - 1 - i] = keep;
	}
}

static bool
read_rows(struct ledger *l, enum query q, int64_t at, const char *key,
    struct incident out[], size_t max, size_t *n, struct err *err)
{
	struct store *s = ledger_store(l);
	bool ok = true;
	int rc = 0;

	if (!store_walk(s, q, err, "iti", at, key, (int64_t)max))
		return false;
	while (ok && (rc = store_next(s, q, err)) > 0)
		ok = ledger_incident_row(l, q, &out[(*n)++], err);
	store_end(s, q);
	return ok && rc >= 0;
}

bool
incident_list_page(struct ledger *l, bool open_only, enum page_way way,
    const char *key, struct incident out[], size_t max, size_t *n,
    struct err *err)
{
	static const enum query queries[2][2] = {
		{ Q_LIST_INCIDENTS, Q_LIST_INCIDENTS_BACK },
		{ Q_LIST_INCIDENTS_OPEN, Q_LIST_INCIDENTS_OPEN_BACK },
	};
	enum query q = queries[open_only][way == PAGE_BEFORE];
	size_t got = 0;
	int64_t at;

	assert(max > 0);
	if (!find_place(l, way, key, &at, err))
		return false;
	if (way == PAGE_FROM && key[0] != '\0') {
		if (ledger_incident(l, key, &out[got], err) < 0)
			return false;
		if (out[got].open || !open_only)
			got++;
	}
	if (got < max && !read_rows(l, q, at, key, out + got, max - got, &got, err))
		return false;
	if (way == PAGE_BEFORE)
		turn_round(out, got);
	*n = got;
	return true;
}
