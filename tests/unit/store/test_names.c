/*
 * test_names.c - shared texts under numbers, transactions, statements.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "stores.h"

static void name__is__numbered_once(void **state)
{
	struct store *s = place_open(*state, STORE_CREATE);
	int64_t a, b, again;
	const char *text;
	struct err err;

	must(store_begin(s, -1, &err));
	must(store_name(s, NAME_BIN, "A-01", &a, &err));
	must(store_name(s, NAME_ITEM, "A-01", &b, &err));
	assert_int_not_equal(a, b);
	must(store_name(s, NAME_BIN, "A-01", &again, &err));
	assert_int_equal(a, again);
	must(store_name(s, NAME_BIN, "", &again, &err));
	assert_int_equal(again, 0);
	must(store_commit(s, &err));
	must(store_name_find(s, NAME_BIN, "A-01", &again, &err));
	assert_int_equal(a, again);
	must(store_name_find(s, NAME_BIN, "a-01", &again, &err));
	assert_int_equal(again, 0);
	must(store_name_text(s, a, &text, &err));
	assert_string_equal(text, "A-01");
	must(store_name_text(s, 0, &text, &err));
	assert_string_equal(text, "");
	assert_false(store_name_text(s, 999999, &text, &err));
	assert_int_equal(err.kind, ERR_DAMAGED);
	store_close(s);
}

/* A number that was rolled back may be given to another text. */
static void name__rolled_back__is_forgotten(void **state)
{
	struct store *s = place_open(*state, STORE_CREATE);
	int64_t a, b;
	const char *text;
	struct err err;

	must(store_begin(s, -1, &err));
	must(store_name(s, NAME_BIN, "WRONG", &a, &err));
	must(store_name_text(s, a, &text, &err));
	store_rollback(s);
	must(store_name_find(s, NAME_BIN, "WRONG", &b, &err));
	assert_int_equal(b, 0);
	must(store_begin(s, -1, &err));
	must(store_name(s, NAME_BIN, "RIGHT", &b, &err));
	must(store_commit(s, &err));
	assert_int_equal(a, b);
	must(store_name_text(s, a, &text, &err));
	assert_string_equal(text, "RIGHT");
	store_close(s);
}

/* More names than are remembered, in any order. */
static void names__many__are_all_right(void **state)
{
	enum { MANY = 9000 };
	struct store *s = place_open(*state, STORE_CREATE);
	static int64_t id[MANY];
	struct err err;
	char name[32];

	must(store_begin(s, -1, &err));
	for (int i = 0; i < MANY; i++) {
		str_print(name, sizeof name, "name %d", i);
		must(store_name(s, NAME_ITEM, name, &id[i], &err));
	}
	must(store_commit(s, &err));
	for (int i = 0; i < MANY; i++) {
		int at = i * 7919 % MANY;
		const char *text;
		int64_t found;

		str_print(name, sizeof name, "name %d", at);
		must(store_name_find(s, NAME_ITEM, name, &found, &err));
		assert_int_equal(found, id[at]);
		must(store_name_text(s, id[at], &text, &err));
		assert_string_equal(text, name);
	}
	store_close(s);
}

/* Names that another process made are found. */
static void name__of_another__is_found(void **state)
{
	struct store *a = place_open(*state, STORE_CREATE);
	struct store *b = place_open(*state, STORE_OPEN);
	int64_t in_a, in_b;
	struct err err;

	must(store_name_find(b, NAME_BIN, "NEW", &in_b, &err));
	assert_int_equal(in_b, 0);
	must(store_begin(a, -1, &err));
	must(store_name(a, NAME_BIN, "NEW", &in_a, &err));
	must(store_commit(a, &err));
	must(store_name_find(b, NAME_BIN, "NEW", &in_b, &err));
	assert_int_equal(in_a, in_b);
	store_close(a);
	store_close(b);
}

static void rollback__takes__all_back(void **state)
{
	struct store *s = place_open(*state, STORE_CREATE);
	struct err err;

	put_setting(s, "kept", "1");
	must(store_begin(s, -1, &err));
	assert_true(store_in_transaction(s));
	must(store_run(s, Q_SETTING_PUT, &err, "tt", "kept", "2"));
	must(store_run(s, Q_SETTING_PUT, &err, "tt", "lost", "2"));
	assert_string_equal(get_setting(s, "lost"), "2");
	store_rollback(s);
	assert_false(store_in_transaction(s));
	store_rollback(s);		/* nothing to do */
	assert_string_equal(get_setting(s, "lost"), "");
	assert_string_equal(get_setting(s, "kept"), "1");
	store_close(s);
}

/* Closed in the middle of a transaction: nothing of it stays. */
static void close__takes__an_open_transaction_back(void **state)
{
	struct store *s = place_open(*state, STORE_CREATE);
	struct err err;

	must(store_begin(s, -1, &err));
	must(store_run(s, Q_SETTING_PUT, &err, "tt", "lost", "2"));
	store_close(s);
	s = place_open(*state, STORE_OPEN);
	assert_string_equal(get_setting(s, "lost"), "");
	must(store_begin(s, 0, &err));	/* and the lock is free */
	must(store_commit(s, &err));
	store_close(s);
}

static void read__sees__one_moment(void **state)
{
	struct store *a = place_open(*state, STORE_CREATE);
	struct store *b = place_open(*state, STORE_OPEN);
	struct err err;

	put_setting(a, "x", "1");
	must(store_read_begin(b, &err));
	assert_string_equal(get_setting(b, "x"), "1");
	put_setting(a, "x", "2");
	assert_string_equal(get_setting(b, "x"), "1");
	store_read_end(b);
	assert_string_equal(get_setting(b, "x"), "2");
	store_read_end(b);
	store_close(a);
	store_close(b);
}

/* The two numbers change when, and only when, somebody has committed. */
static void version__changes__with_every_commit(void **state)
{
	struct store *a = place_open(*state, STORE_CREATE);
	struct store *b = place_open(*state, STORE_OPEN);
	int64_t v1, v2, c1;
	struct err err;

	must(store_begin(a, -1, &err));
	must(store_version(a, &v1, &err));
	must(store_commit(a, &err));
	c1 = store_commits(a);
	must(store_begin(a, -1, &err));
	must(store_version(a, &v2, &err));
	assert_int_equal(v1, v2);
	assert_int_equal(store_commits(a), c1);
	store_rollback(a);
	assert_int_equal(store_commits(a), c1);
	put_setting(b, "x", "1");
	must(store_begin(a, -1, &err));
	must(store_version(a, &v2, &err));
	assert_int_not_equal(v1, v2);
	store_rollback(a);
	put_setting(a, "x", "2");
	assert_int_equal(store_commits(a), c1 + 1);
	store_close(a);
	store_close(b);
}

/* Every letter of a binding, there and back. */
static void binding__keeps__every_value(void **state)
{
	static const unsigned char bytes[] = { 0, 255, 1 };
	struct store *s = place_open(*state, STORE_CREATE);
	struct err err;
	const void *blob;
	size_t n;

	must(store_begin(s, -1, &err));
	must(store_run(s, Q_SCAN_ADD, &err, "ititt" "biin" "itzz", INT64_MIN,
	    "\xc3\xbc", INT64_C(7), "", "slot", (const void *)bytes, sizeof bytes,
	    INT64_C(1), INT64_C(2), INT64_C(3), "code", INT64_C(0), INT64_C(9)));
	assert_int_equal(store_changes(s), 1);
	assert_int_equal(store_last_id(s), 1);
	must(store_run(s, Q_STATION_ADD, &err, "itb", INT64_C(5), "five",
	    (const void *)bytes, sizeof bytes));
	assert_int_equal(store_first(s, Q_STATION_GET, &err, "i", INT64_C(5)), 1);
	blob = store_blob(s, Q_STATION_GET, 1, &n);
	assert_int_equal(n, 3);
	assert_memory_equal(blob, bytes, 3);
	store_end(s, Q_STATION_GET);
	store_end(s, Q_STATION_GET);	/* at any time */
	must(store_commit(s, &err));
	store_close(s);
}

/* A walk left open when the transaction ends is ended with it. */
static void walk__left_open__holds_nothing_up(void **state)
{
	struct store *s = place_open(*state, STORE_CREATE);
	struct err err;

	put_setting(s, "a", "1");
	must(store_walk(s, Q_STATION_LIST, &err, ""));
	assert_int_equal(store_next(s, Q_STATION_LIST, &err), 0);
	must(store_begin(s, -1, &err));
	must(store_walk(s, Q_SETTING_GET, &err, "t", "a"));
	assert_int_equal(store_next(s, Q_SETTING_GET, &err), 1);
	must(store_commit(s, &err));
	assert_string_equal(get_setting(s, "a"), "1");
	store_close(s);
}

UNIT_MAIN(
    store_test(name__is__numbered_once),
    store_test(name__rolled_back__is_forgotten),
    store_test(names__many__are_all_right),
    store_test(name__of_another__is_found),
    store_test(rollback__takes__all_back),
    store_test(close__takes__an_open_transaction_back),
    store_test(read__sees__one_moment),
    store_test(version__changes__with_every_commit),
    store_test(binding__keeps__every_value),
    store_test(walk__left_open__holds_nothing_up),
)
