/*
 * test_open.c - opening: new, ours, not ours, newer, damaged, forbidden.  What
 * is refused is refused in words, and left as it was.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "stores.h"
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/file.h"

static void open__creates__and_opens_again(void **state)
{
	struct place *p = *state;
	struct store *s;
	struct stat st;

	s = place_open(p, STORE_CREATE);
	assert_string_equal(store_path(s), p->path);
	assert_false(store_is_read_only(s));
	assert_true(store_owner_is_me(s));
	put_setting(s, "a", "1");
	store_close(s);
	assert_int_equal(stat(p->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	s = place_open(p, STORE_OPEN);
	assert_string_equal(get_setting(s, "a"), "1");
	store_close(s);
	s = place_open(p, STORE_READ);
	assert_true(store_is_read_only(s));
	assert_string_equal(get_setting(s, "a"), "1");
	store_close(s);
	store_close(NULL);
}

static void open__sets__what_durability_needs(void **state)
{
	static const struct { const char *pragma, *value; } wanted[] = {
		{ "journal_mode", "wal" }, { "synchronous", "2" },
		{ "wal_autocheckpoint", "0" }, { "mmap_size", "0" },
		{ "page_size", "4096" }, { "foreign_keys", "1" },
	};
	struct place *p = *state;

	for (int again = 0; again < 2; again++) {
		struct store *s = place_open(p, again ? STORE_OPEN : STORE_CREATE);

		for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
			sqlite3_stmt *stmt;
			char sql[64];

			str_print(sql, sizeof sql, "PRAGMA %s", wanted[i].pragma);
			assert_int_equal(sqlite3_prepare_v2(s->db, sql, -1, &stmt,
			    NULL), SQLITE_OK);
			assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
			assert_string_equal((const char *)sqlite3_column_text(stmt, 0),
			    wanted[i].value);
			sqlite3_finalize(stmt);
		}
		store_close(s);
	}
}

/* Refused with kind; the file has the same bytes after. */
static void
must_refuse(struct place *p, enum store_mode mode, enum err_kind kind)
{
	struct str before, after;
	struct store *s;
	struct err err;
	bool there = file_exists(p->path);

	str_init(&before);
	str_init(&after);
	if (there)
		must(file_read(p->path, 1 << 24, &before, &err));
	err_clear(&err);
	assert_false(store_open(&s, p->path, mode, 0, &err));
	if (err.kind != kind)
		fail_msg("kind %d, not %d: %s: %s", (int)err.kind, (int)kind,
		    err.what, err.detail);
	assert_true(err.what[0] != '\0');
	assert_true(err.hint[0] != '\0');
	if (there) {
		must(file_read(p->path, 1 << 24, &after, &err));
		assert_int_equal(before.len, after.len);
		assert_memory_equal(before.p, after.p, before.len);
	} else {
		assert_false(file_exists(p->path));
	}
	str_done(&before);
	str_done(&after);
}

static void
put_file(struct place *p, const char *bytes, size_t n)
{
	struct err err;

	unlink(p->path);
	must(file_create(p->path, 0600, bytes, n, &err));
}

static void open__refuses__what_is_not_there(void **state)
{
	struct place *p = *state;

	must_refuse(p, STORE_OPEN, ERR_ENV);
	must_refuse(p, STORE_READ, ERR_ENV);
	str_print(p->path, sizeof p->path, "%s/none/station.db", p->folder);
	must_refuse(p, STORE_OPEN, ERR_ENV);
	must_refuse(p, STORE_CREATE, ERR_ENV);
}

static void open__refuses__what_is_no_file(void **state)
{
	struct place *p = *state;

	struct store *s;
	struct err err;

	assert_false(store_open(&s, p->folder, STORE_OPEN, 0, &err));
	assert_int_equal(err.kind, ERR_ENV);
	assert_false(store_open(&s, p->folder, STORE_READ, 0, &err));
	assert_int_equal(err.kind, ERR_ENV);
	assert_false(store_open(&s, p->folder, STORE_CREATE, 0, &err));
	assert_int_equal(err.kind, ERR_CLASH);
}

static void create__refuses__what_is_there(void **state)
{
	struct place *p = *state;

	store_close(place_open(p, STORE_CREATE));
	must_refuse(p, STORE_CREATE, ERR_CLASH);
	put_file(p, "", 0);
	must_refuse(p, STORE_CREATE, ERR_CLASH);
}

static void open__refuses__what_is_not_ours(void **state)
{
	struct place *p = *state;
	sqlite3 *db;

	put_file(p, "", 0);
	must_refuse(p, STORE_OPEN, ERR_DAMAGED);
	put_file(p, "hello", 5);
	must_refuse(p, STORE_OPEN, ERR_DAMAGED);
	must_refuse(p, STORE_READ, ERR_DAMAGED);
	unlink(p->path);
	assert_int_equal(sqlite3_open(p->path, &db), SQLITE_OK);
	sqlite3_exec(db, "CREATE TABLE t(a); PRAGMA user_version=1", NULL, NULL, NULL);
	sqlite3_close(db);
	must_refuse(p, STORE_OPEN, ERR_DAMAGED);
	must_refuse(p, STORE_READ, ERR_DAMAGED);
}

static void open__refuses__what_is_newer(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct err err;
	char sql[64];

	str_print(sql, sizeof sql, "PRAGMA user_version=%d",
	    store_schema_version() + 1);
	must(store_exec(s, &err, sql));
	store_close(s);
	must_refuse(p, STORE_OPEN, ERR_ENV);
	must_refuse(p, STORE_READ, ERR_ENV);
}

/* A damaged header is refused; a damaged page is found by the check. */
static void open__tells__damage(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	char damage[200], name[32];
	struct str bytes;
	struct err err;

	must(store_begin(s, -1, &err));
	for (int i = 0; i < 2000; i++) {
		int64_t id;

		str_print(name, sizeof name, "a bin of the name %d", i);
		must(store_name(s, NAME_BIN, name, &id, &err));
	}
	must(store_commit(s, &err));
	must(store_check(s, damage, sizeof damage, &err));
	assert_string_equal(damage, "");
	must(store_exec(s, &err, "PRAGMA wal_checkpoint(TRUNCATE)"));
	store_close(s);
	str_init(&bytes);
	must(file_read(p->path, 1 << 24, &bytes, &err));
	memset(bytes.p + bytes.len - 3 * 4096, 0x5a, 2 * 4096);
	put_file(p, bytes.p, bytes.len);
	s = place_open(p, STORE_OPEN);
	if (store_check(s, damage, sizeof damage, &err))
		assert_string_not_equal(damage, "");
	else
		assert_int_equal(err.kind, ERR_DAMAGED);
	store_close(s);
	memset(bytes.p, 0, 100);
	put_file(p, bytes.p, bytes.len);
	must_refuse(p, STORE_OPEN, ERR_DAMAGED);
	put_file(p, bytes.p, 50);
	must_refuse(p, STORE_OPEN, ERR_DAMAGED);
	str_done(&bytes);
}

/* Root may do anything, so a child asks as somebody else: 0 when it was
 * refused in the right words. */
static int
ask_as_nobody(const struct place *p, enum store_mode mode, const char *words)
{
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		struct store *s;
		struct err err;

		if (getuid() == 0 && setuid(65534) != 0)
			_exit(2);
		_exit(store_open(&s, p->path, mode, 0, &err) ? 3 :
		    err.kind != ERR_ENV || strstr(err.what, words) == NULL);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void open__says__who_may_not(void **state)
{
	struct place *p = *state;

	store_close(place_open(p, STORE_CREATE));
	assert_int_equal(chmod(p->folder, 0555), 0);
	assert_int_equal(chmod(p->path, 0), 0);
	assert_int_equal(ask_as_nobody(p, STORE_OPEN, "could not read"), 0);
	assert_int_equal(ask_as_nobody(p, STORE_READ, "could not read"), 0);
	assert_int_equal(chmod(p->path, 0444), 0);
	assert_int_equal(ask_as_nobody(p, STORE_OPEN, "could not write"), 0);
	assert_int_equal(chmod(p->folder, 0700), 0);
}

static void read_only__writes__nothing(void **state)
{
	struct place *p = *state;
	struct store *s;
	struct err err;

	store_close(place_open(p, STORE_CREATE));
	s = place_open(p, STORE_READ);
	assert_false(store_begin(s, 0, &err));
	assert_int_equal(err.kind, ERR_ENV);
	must(store_read_begin(s, &err));
	assert_string_equal(get_setting(s, "none"), "");
	store_read_end(s);
	must(store_idle(s, &err));
	store_close(s);
}

static void memory__is__the_same_without_a_file(void **state)
{
	struct store *s;
	struct err err;

	(void)state;
	must(store_open(&s, "ignored", STORE_MEMORY, 0, &err));
	put_setting(s, "a", "1");
	assert_string_equal(get_setting(s, "a"), "1");
	must(store_idle(s, &err));
	store_close(s);
	assert_false(file_exists("ignored"));
}

/* A step of the schema and its version commit together: killed anywhere in
 * between, the file is either not ours yet or of this version. */
static void schema__has__every_step(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	int64_t version = 0, id = 0;
	struct err err;

	must(store_exec_int(s, &err, "PRAGMA user_version", &version));
	must(store_exec_int(s, &err, "PRAGMA application_id", &id));
	assert_int_equal(version, store_schema_version());
	assert_int_equal(id, STORE_APPLICATION_ID);
	store_close(s);
}

UNIT_MAIN(
    store_test(open__creates__and_opens_again),
    store_test(open__sets__what_durability_needs),
    store_test(open__refuses__what_is_not_there),
    store_test(open__refuses__what_is_no_file),
    store_test(create__refuses__what_is_there),
    store_test(open__refuses__what_is_not_ours),
    store_test(open__refuses__what_is_newer),
    store_test(open__tells__damage),
    store_test(open__says__who_may_not),
    store_test(read_only__writes__nothing),
    store_test(memory__is__the_same_without_a_file),
    store_test(schema__has__every_step),
)
