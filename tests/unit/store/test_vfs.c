/*
 * test_vfs.c - the log of a transaction goes out as one write, and no other's.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two handles of one file take turns.  A cache of a few pages makes SQLite
 * write to the log long before a commit, which is when what gathers there
 * could meet what another handle writes to the same place.
 */
#include "stores.h"
#include "base/fault.h"

#define SMALL_KIB 16
#define ROWS 400

static struct store *
open_small(struct place *p)
{
	struct store *s;
	struct err err;

	must(store_open(&s, p->path, STORE_OPEN, SMALL_KIB, &err));
	return s;
}

static void
put_rows(struct store *s, const char *prefix, int n)
{
	static char value[300];
	char key[24];
	struct err err;

	memset(value, 'v', sizeof value - 1);
	for (int i = 0; i < n; i++) {
		str_print(key, sizeof key, "%s%05d", prefix, i);
		must(store_run(s, Q_SETTING_PUT, &err, "tt", key, value));
	}
}

static int64_t
count_rows(struct store *s, const char *prefix)
{
	char sql[96];
	struct err err;
	int64_t n = -1;

	str_print(sql, sizeof sql, "SELECT count(*) FROM setting "
	    "WHERE key GLOB '%s*'", prefix);
	must(store_exec_int(s, &err, sql, &n));
	return n;
}

static void
is_sound(struct place *p)
{
	struct store *s = open_small(p);
	char damage[200];
	struct err err;

	must(store_check(s, damage, sizeof damage, &err));
	assert_string_equal(damage, "");
	store_close(s);
}

static void commit__of_many_pages__is_one_write(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct err err;

	must(store_begin(s, -1, &err));
	put_rows(s, "before", 2);
	must(store_commit(s, &err));
	fault_arm(FAULT_WRITE, 1000000);
	must(store_begin(s, -1, &err));
	put_rows(s, "a", 100);
	must(store_commit(s, &err));
	assert_int_equal(fault_passed(FAULT_WRITE), 1);
	fault_arm(FAULT_WRITE, 0);
	store_close(s);
}

/* What a rolled-back transaction had written to the log is gone before
 * another handle writes there.  The log is emptied first: with nothing in it,
 * rolling back reads nothing from it, and a read would write out what
 * gathered while it still could do no harm. */
static void rollback__drops__what_gathered(void **state)
{
	struct place *p = *state;
	struct store *first, *second;
	struct err err;

	store_close(place_open(p, STORE_CREATE));
	first = open_small(p);
	second = open_small(p);
	for (int rows = 40; rows <= ROWS; rows += 40) {
		must(store_exec(second, &err, "PRAGMA wal_checkpoint(TRUNCATE)"));
		must(store_begin(first, -1, &err));
		put_rows(first, "never", rows);
		store_rollback(first);
		must(store_begin(second, -1, &err));
		put_rows(second, "second", rows);
		must(store_commit(second, &err));
		must(store_begin(first, -1, &err));
		put_rows(first, "first", rows);
		must(store_commit(first, &err));
		assert_int_equal(count_rows(first, "second"), rows);
		assert_int_equal(count_rows(second, "first"), rows);
		assert_int_equal(count_rows(second, "never"), 0);
	}
	store_close(first);
	store_close(second);
	is_sound(p);
}

/* Within a transaction its own pages are read back from the log. */
static void transaction__reads__what_gathered(void **state)
{
	struct place *p = *state;
	struct store *s;
	struct err err;

	store_close(place_open(p, STORE_CREATE));
	s = open_small(p);
	must(store_begin(s, -1, &err));
	for (int round = 1; round <= 5; round++) {
		char prefix[8];

		str_print(prefix, sizeof prefix, "r%d-", round);
		put_rows(s, prefix, ROWS);
		assert_int_equal(count_rows(s, "r"), round * ROWS);
	}
	must(store_commit(s, &err));
	store_close(s);
	is_sound(p);
}

UNIT_MAIN(
    store_test(commit__of_many_pages__is_one_write),
    store_test(rollback__drops__what_gathered),
    store_test(transaction__reads__what_gathered),
)
