/*
 * test_bulk.c - rows that wait in a bulk.  Goal: nobody sees them missing,
 * all arrive as they were given, and what is wrong with one is said.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "stores.h"

static int
setup(void **state)
{
	struct store *s;
	struct err err;

	must(store_open(&s, "", STORE_MEMORY, 0, &err));
	must(store_begin(s, 0, &err));
	must(store_bulk_begin(s, &err));
	*state = s;
	return 0;
}

static int
teardown(void **state)
{
	store_close(*state);
	return 0;
}

static bool
add(struct store *s, int64_t id, int64_t undoes, struct err *err)
{
	char subject[32], hash[4] = { 1, 0, 2, (char)id };

	str_print(subject, sizeof subject, "S%lld", (long long)id);
	/* texts need not live longer than the call */
	return store_add(s, Q_EVENT_ADD, err, "iiiii" "iztt" "zzb", id,
	    (int64_t)7, (int64_t)8, (int64_t)1, (int64_t)2, (int64_t)0, id % 3,
	    subject, "{}", undoes, (int64_t)0, (const void *)hash, sizeof hash);
}

static int64_t
count(struct store *s)
{
	struct err err;
	int64_t n;

	assert_int_equal(store_first(s, Q_EVENT_COUNT, &err, ""), 1);
	n = store_int(s, Q_EVENT_COUNT, 0);
	store_end(s, Q_EVENT_COUNT);
	return n;
}

static void
assert_row(struct store *s, int64_t id, int64_t undoes)
{
	const unsigned char *hash;
	char subject[32];
	struct err err;
	size_t n;

	str_print(subject, sizeof subject, "S%lld", (long long)id);
	assert_int_equal(store_first(s, Q_EVENT_GET, &err, "i", id), 1);
	assert_int_equal(store_int(s, Q_EVENT_GET, 1), 7);
	assert_int_equal(store_is_null(s, Q_EVENT_GET, 6), id % 3 == 0);
	assert_int_equal(store_int(s, Q_EVENT_GET, 6), id % 3);
	assert_string_equal(store_text(s, Q_EVENT_GET, 7), subject);
	assert_string_equal(store_text(s, Q_EVENT_GET, 8), "{}");
	assert_int_equal(store_int(s, Q_EVENT_GET, 9), undoes);
	hash = store_blob(s, Q_EVENT_GET, 11, &n);
	assert_int_equal(n, 4);
	assert_int_equal(hash[0], 1);
	assert_int_equal(hash[3], id % 256);
	store_end(s, Q_EVENT_GET);
}

static void
bulk_row__is_seen__by_whoever_asks(void **state)
{
	static const int64_t ask_at[] = { 1, 31, 32, 33, 64, 100, 500 };
	struct store *s = *state;
	int64_t id = 0;
	struct err err;

	for (size_t i = 0; i < sizeof ask_at / sizeof ask_at[0]; i++) {
		for (; id < ask_at[i]; id++)
			must(add(s, id + 1, (id + 1) % 2, &err));
		assert_int_equal(count(s), id);
	}
	must(store_bulk_end(s, &err));
	must(store_commit(s, &err));
	for (id = 1; id <= 500; id++)
		assert_row(s, id, id % 2);
}

static void
bulk_row__waits__through_names(void **state)
{
	struct store *s = *state;
	int64_t id, again;
	struct err err;

	must(add(s, 1, 0, &err));
	must(store_name(s, NAME_BIN, "A-01", &id, &err));
	must(add(s, 2, 0, &err));
	must(store_name_find(s, NAME_BIN, "A-01", &again, &err));
	assert_int_equal(id, again);
	assert_true(id > 0);
	assert_int_equal(count(s), 2);
}

static void
bulk__is_gone__after_a_rollback(void **state)
{
	struct store *s = *state;
	struct err err;

	for (int64_t id = 1; id <= 40; id++)
		must(add(s, id, 0, &err));
	store_rollback(s);
	assert_int_equal(count(s), 0);
	must(store_begin(s, 0, &err));
	must(add(s, 1, 0, &err));
	must(store_commit(s, &err));
	assert_int_equal(count(s), 1);
}

static void
bulk_row__that_is_wrong__is_said(void **state)
{
	struct store *s = *state;
	struct err err;

	must(add(s, 1, 0, &err));
	must(add(s, 1, 0, &err));	/* waits */
	assert_false(store_bulk_end(s, &err));
	assert_int_equal(err.kind, ERR_BUG);
	store_rollback(s);
	must(store_begin(s, 0, &err));
	must(store_bulk_begin(s, &err));
	for (int64_t id = 1; id < 32; id++)
		must(add(s, id, 0, &err));
	assert_false(add(s, 1, 0, &err));	/* the handful is full */
	store_rollback(s);
	assert_int_equal(count(s), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(bulk_row__is_seen__by_whoever_asks,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(bulk_row__waits__through_names,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(bulk__is_gone__after_a_rollback,
		    setup, teardown),
		cmocka_unit_test_setup_teardown(bulk_row__that_is_wrong__is_said,
		    setup, teardown),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
}
