/*
 * test_lock.c - one writer at a time, in whatever process, in turn; backups
 * and checkpoints beside writers.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Children are real processes; they speak over pipes, so that nothing here
 * waits for a time to pass but the tests of time-outs.  SQLite does not
 * survive a fork: children are started while the parent has nothing open.
 */
#include "stores.h"
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/clock.h"

struct child { pid_t pid; int from, to; };

/* Run act in a child with its ends of two pipes. */
static struct child
start(struct place *p, void (*act)(struct place *, int from, int to))
{
	int down[2], up[2];
	struct child c;

	assert_int_equal(pipe(down), 0);
	assert_int_equal(pipe(up), 0);
	c.pid = fork();
	assert_true(c.pid >= 0);
	if (c.pid == 0) {
		alarm(180);	/* a deadlock is a failure, not a stop */
		close(down[1]);
		close(up[0]);
		act(p, down[0], up[1]);
		_exit(0);
	}
	close(down[0]);
	close(up[1]);
	c.to = down[1];
	c.from = up[0];
	return c;
}

static void
tell(int fd)
{
	if (write(fd, "x", 1) != 1)
		_exit(9);
}

static bool
hear(int fd)
{
	char byte;

	return read(fd, &byte, 1) == 1;
}

static int
finish(struct child *c)
{
	int status;

	close(c->to);
	close(c->from);
	assert_int_equal(waitpid(c->pid, &status, 0), c->pid);
	return status;
}

/* A new database that nobody has open. */
static struct store *
made(struct place *p)
{
	struct store *s = place_open(p, STORE_CREATE);

	put_setting(s, "n", "0");
	store_close(s);
	return NULL;
}

/* Take the lock, say so, hold it until told or dead. */
static void
hold(struct place *p, int from, int to)
{
	struct store *s = place_open(p, STORE_OPEN);
	struct err err;

	must(store_begin(s, -1, &err));
	must(store_run(s, Q_SETTING_PUT, &err, "tt", "held", "1"));
	tell(to);
	hear(from);
	must(store_commit(s, &err));
	tell(to);
	hear(from);
	store_close(s);
}

static void
hold_when_told(struct place *p, int from, int to)
{
	hear(from);
	hold(p, from, to);
}

static void lock__held_by_another__times_out__unwatched(void **state)
{
	struct store *s = made(*state);
	struct child c = start(*state, hold);
	struct err err;
	int64_t before;

	assert_true(hear(c.from));
	s = place_open(*state, STORE_OPEN);
	assert_false(store_begin(s, 0, &err));
	assert_int_equal(err.kind, ERR_BUSY);
	before = clock_mono_us();
	assert_false(store_begin(s, 50, &err));
	assert_int_equal(err.kind, ERR_BUSY);
	assert_true(clock_mono_us() - before >= 50000);
	assert_true(clock_mono_us() - before < 5000000);
	assert_string_equal(get_setting(s, "held"), "");	/* reading goes on */
	tell(c.to);
	assert_true(hear(c.from));
	must(store_begin(s, 30000, &err));
	assert_string_equal(get_setting(s, "held"), "1");
	must(store_commit(s, &err));
	assert_int_equal(finish(&c), 0);
	store_close(s);
}

static void lock__of_a_killed_holder__is_free(void **state)
{
	struct store *s = made(*state);
	struct child c = start(*state, hold);
	struct err err;

	assert_true(hear(c.from));
	s = place_open(*state, STORE_OPEN);
	assert_false(store_begin(s, 0, &err));
	kill(c.pid, SIGKILL);
	assert_int_equal(finish(&c), SIGKILL);
	must(store_begin(s, 0, &err));
	assert_string_equal(get_setting(s, "held"), "");	/* it never committed */
	must(store_commit(s, &err));
	store_close(s);
}

/* Opens while another writes, waits without a limit, and gets it. */
static void
wait_for_it(struct place *p, int from, int to)
{
	struct store *s;
	struct err err;

	hear(from);
	s = place_open(p, STORE_OPEN);
	tell(to);
	must(store_begin(s, -1, &err));
	must(store_run(s, Q_SETTING_PUT, &err, "tt", "waited", "1"));
	must(store_commit(s, &err));
	store_close(s);
	tell(to);
}

static void lock__waited_for__comes(void **state)
{
	struct store *s = made(*state);
	struct child c = start(*state, wait_for_it);
	struct err err;

	s = place_open(*state, STORE_OPEN);
	must(store_begin(s, -1, &err));
	tell(c.to);
	assert_true(hear(c.from));	/* it has the file open */
	assert_string_equal(get_setting(s, "waited"), "");
	must(store_commit(s, &err));
	assert_true(hear(c.from));
	assert_int_equal(finish(&c), 0);
	assert_string_equal(get_setting(s, "waited"), "1");
	store_close(s);
}

/* Many who write at once: each takes its turn, none starves, none is lost. */
enum { WRITERS = 4, ROUNDS = 60 };

static void
write_rounds(struct place *p, int from, int to)
{
	struct store *s = place_open(p, STORE_OPEN);
	struct err err;

	tell(to);
	hear(from);
	for (int i = 0; i < ROUNDS; i++) {
		char number[16];

		err_clear(&err);
		must(store_begin(s, 60000, &err));
		str_print(number, sizeof number, "%lld",
		    strtoll(get_setting(s, "n"), NULL, 10) + 1);
		must(store_run(s, Q_SETTING_PUT, &err, "tt", "n", number));
		must(store_run(s, Q_SCAN_ADD, &err, "ititt" "biin" "itzz",
		    INT64_C(0), "t", (int64_t)getpid(), "f", "s", (const void *)"x",
		    (size_t)1, INT64_C(0), INT64_C(0), INT64_C(0), "",
		    INT64_C(0), INT64_C(0)));
		must(store_commit(s, &err));
		must(store_idle(s, &err));
	}
	store_close(s);
}

/* The longest run of one writer while all were at it: after the last of them
 * began, which may be late where there are few cores, and before the first of
 * them was through. */
static int
longest_run(struct store *s)
{
	sqlite3_stmt *stmt;
	int64_t last = 0;
	int run = 0, longest = 0;

	assert_int_equal(sqlite3_prepare_v2(s->db,
	    "SELECT operator FROM scan_log WHERE id BETWEEN"
	    " (SELECT max(a) FROM (SELECT min(id) AS a FROM scan_log"
	    "  GROUP BY operator)) AND"
	    " (SELECT min(z) FROM (SELECT max(id) AS z FROM scan_log"
	    "  GROUP BY operator)) ORDER BY id", -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		int64_t who = sqlite3_column_int64(stmt, 0);

		run = who == last ? run + 1 : 1;
		last = who;
		longest = run > longest ? run : longest;
	}
	sqlite3_finalize(stmt);
	return longest;
}

static void lock__among_many__goes_round__unwatched(void **state)
{
	struct store *s = made(*state);
	struct child c[WRITERS];

	for (int i = 0; i < WRITERS; i++)
		c[i] = start(*state, write_rounds);
	for (int i = 0; i < WRITERS; i++)
		assert_true(hear(c[i].from));
	for (int i = 0; i < WRITERS; i++)
		tell(c[i].to);
	for (int i = 0; i < WRITERS; i++)
		assert_int_equal(finish(&c[i]), 0);
	s = place_open(*state, STORE_OPEN);
	assert_int_equal(strtol(get_setting(s, "n"), NULL, 10), WRITERS * ROUNDS);
	assert_true(longest_run(s) <= ROUNDS / 2);
	store_close(s);
}

/* --- upkeep --- */

static off_t
size_of(const struct place *p, const char *ending)
{
	char path[320];
	struct stat st;

	str_print(path, sizeof path, "%s%s", p->path, ending);
	return stat(path, &st) == 0 ? st.st_size : 0;
}

static void
write_much(struct store *s, int from, int to)
{
	struct err err;
	char name[300];
	int64_t id;

	must(store_begin(s, -1, &err));
	for (int i = from; i < to; i++) {
		memset(name, 'x', sizeof name);
		str_print(name + 280, 20, "%d", i);
		must(store_name(s, NAME_ITEM, name, &id, &err));
	}
	must(store_commit(s, &err));
}

static void idle__empties__a_long_log(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct err err;
	off_t log;

	write_much(s, 0, 100);
	must(store_idle(s, &err));
	assert_true(store_wal_bytes(s) > 0);	/* not long yet */
	write_much(s, 100, 20000);
	assert_true(store_wal_bytes(s) > WAL_CHECKPOINT_BYTES);
	must(store_idle(s, &err));
	assert_int_equal(store_wal_bytes(s), 0);
	log = size_of(p, "-wal");
	write_much(s, 20000, 20100);
	assert_true(size_of(p, "-wal") <= log);	/* it is used again from its start */
	store_close(s);
}

/* While somebody writes nobody empties the log. */
static void idle__beside_a_writer__does_nothing(void **state)
{
	struct place *p = *state;
	struct store *s = made(p);
	struct child c = start(p, hold_when_told);
	struct err err;
	int64_t bytes;
	off_t file;

	s = place_open(p, STORE_OPEN);
	write_much(s, 0, 15000);
	bytes = store_wal_bytes(s);
	file = size_of(p, "");
	tell(c.to);
	assert_true(hear(c.from));
	if (bytes <= 4 * (int64_t)WAL_CHECKPOINT_BYTES)
		must(store_idle(s, &err));
	assert_int_equal(store_wal_bytes(s), bytes);
	assert_int_equal(size_of(p, ""), file);
	kill(c.pid, SIGKILL);
	finish(&c);
	must(store_idle(s, &err));
	assert_true(size_of(p, "") > file);
	store_close(s);
}

static void
write_pairs(struct place *p, int from, int to)
{
	struct store *s;
	struct err err;

	hear(from);
	s = place_open(p, STORE_OPEN);
	for (int i = 0; ; i++) {
		char number[16];

		str_print(number, sizeof number, "%d", i);
		must(store_begin(s, -1, &err));
		must(store_run(s, Q_SETTING_PUT, &err, "tt", "left", number));
		must(store_run(s, Q_SETTING_PUT, &err, "tt", "right", number));
		must(store_commit(s, &err));
		must(store_idle(s, &err));
		if (i == 5)
			tell(to);
	}
}

/* A copy made while another writes is of one moment, sound, and openable. */
static void backup__beside_a_writer__is_of_one_moment(void **state)
{
	struct place *p = *state, copy = *p;
	struct store *s = made(p), *b;
	struct child c = start(p, write_pairs);
	struct err err;
	struct stat st;
	char left[40], damage[200];

	s = place_open(p, STORE_OPEN);
	write_much(s, 0, 6000);
	tell(c.to);
	assert_true(hear(c.from));
	for (int i = 0; i < 3; i++) {
		str_print(copy.path, sizeof copy.path, "%s/copy%d.db", p->folder, i);
		must(store_backup(s, copy.path, &err));
		assert_int_equal(stat(copy.path, &st), 0);
		assert_int_equal(st.st_mode & 0777, 0600);
		b = place_open(&copy, STORE_OPEN);
		must(store_check(b, damage, sizeof damage, &err));
		assert_string_equal(damage, "");
		str_copy(left, sizeof left, get_setting(b, "left"));
		assert_string_equal(left, get_setting(b, "right"));
		put_setting(b, "own", "1");
		store_close(b);
	}
	kill(c.pid, SIGKILL);
	finish(&c);
	assert_false(store_backup(s, copy.path, &err));	/* it is there */
	assert_int_equal(err.kind, ERR_CLASH);
	assert_false(store_backup(s, "/nowhere/at/all.db", &err));
	store_close(s);
}

static void bulk__rolled_back__leaves_the_indexes(void **state)
{
	struct store *s = place_open(*state, STORE_CREATE);
	struct err err;
	int64_t before = 0, during = 0, after = 0;
	static const char count[] =
	    "SELECT count(*) FROM sqlite_schema WHERE type = 'index'";

	must(store_exec_int(s, &err, count, &before));
	for (int round = 0; round < 2; round++) {
		must(store_begin(s, -1, &err));
		must(store_bulk_begin(s, &err));
		must(store_exec_int(s, &err, count, &during));
		assert_true(during < before);
		if (round == 0) {
			store_rollback(s);
		} else {
			must(store_bulk_end(s, &err));
			must(store_commit(s, &err));
		}
		must(store_exec_int(s, &err, count, &after));
		assert_int_equal(before, after);
	}
	store_close(s);
}

/* The indexes of bulk loading are those of the schema. */
static void bulk__makes__the_same_indexes(void **state)
{
	struct store *s = place_open(*state, STORE_CREATE);
	struct store *fresh;
	sqlite3_stmt *a, *b;
	struct err err;
	static const char list[] = "SELECT name, replace(replace(sql, '  ', ' '), "
	    "char(10), '') FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL "
	    "ORDER BY name";

	must(store_open(&fresh, "", STORE_MEMORY, 0, &err));
	must(store_begin(s, -1, &err));
	must(store_bulk_begin(s, &err));
	must(store_bulk_end(s, &err));
	must(store_commit(s, &err));
	assert_int_equal(sqlite3_prepare_v2(s->db, list, -1, &a, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(fresh->db, list, -1, &b, NULL), SQLITE_OK);
	while (sqlite3_step(a) == SQLITE_ROW) {
		assert_int_equal(sqlite3_step(b), SQLITE_ROW);
		for (int i = 0; i < 2; i++)
			assert_string_equal((const char *)sqlite3_column_text(a, i),
			    (const char *)sqlite3_column_text(b, i));
	}
	assert_int_equal(sqlite3_step(b), SQLITE_DONE);
	sqlite3_finalize(a);
	sqlite3_finalize(b);
	store_close(fresh);
	store_close(s);
}

UNIT_MAIN(
    store_test(lock__held_by_another__times_out__unwatched),
    store_test(lock__of_a_killed_holder__is_free),
    store_test(lock__waited_for__comes),
    store_test(lock__among_many__goes_round__unwatched),
    store_test(idle__empties__a_long_log),
    store_test(idle__beside_a_writer__does_nothing),
    store_test(backup__beside_a_writer__is_of_one_moment),
    store_test(bulk__rolled_back__leaves_the_indexes),
    store_test(bulk__makes__the_same_indexes),
)
