/*
 * floor.c - what the disk and SQLite take for the same thing, alone.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The only file of the benches that speaks to SQLite: a floor must not pass
 * through the code that is measured against it.
 */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/clock.h"
#include "bench.h"
#include "domain/serial_key.h"

#define ROW_BYTES 200
#define PAGE_BYTES 4096

struct floor { sqlite3 *db; sqlite3_stmt *insert; };

static void
must(int rc, sqlite3 *db, const char *what)
{
	if (rc != SQLITE_OK && rc != SQLITE_DONE && rc != SQLITE_ROW)
		bench_stop("%s: %s", what, sqlite3_errmsg(db));
}

struct floor *
floor_open(const struct bench *b, const char *name)
{
	struct floor *f = calloc(1, sizeof *f);
	char path[600];

	if (f == NULL)
		bench_stop("no memory");
	file_path(b, name, path);
	must(sqlite3_open(path, &f->db), f->db, "open");
	must(sqlite3_exec(f->db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
	    "PRAGMA wal_autocheckpoint=0;"
	    "CREATE TABLE row(id INTEGER PRIMARY KEY, body BLOB) STRICT",
	    NULL, NULL, NULL), f->db, "make");
	must(sqlite3_prepare_v2(f->db, "INSERT INTO row(body) VALUES(?1)", -1,
	    &f->insert, NULL), f->db, "prepare");
	return f;
}

void
floor_close(struct floor *f)
{
	sqlite3_finalize(f->insert);
	sqlite3_close(f->db);
	free(f);
}

double
floor_insert(struct floor *f)
{
	static char body[ROW_BYTES];
	int64_t begun = clock_mono_us();

	sqlite3_bind_blob(f->insert, 1, body, ROW_BYTES, SQLITE_STATIC);
	must(sqlite3_step(f->insert), f->db, "insert");
	sqlite3_reset(f->insert);
	return (double)(clock_mono_us() - begun);
}

void
floor_checkpoint(struct floor *f)
{
	must(sqlite3_wal_checkpoint_v2(f->db, NULL, SQLITE_CHECKPOINT_PASSIVE,
	    NULL, NULL), f->db, "checkpoint");
}

double
floor_sync(const struct bench *b, int n)
{
	static char page[PAGE_BYTES];
	struct samples s;
	char path[600];
	double median;
	int fd;

	file_path(b, "sync", path);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	samples_init(&s, (size_t)n);
	for (int i = 0; i < n; i++) {
		if (write(fd, page, sizeof page) != (ssize_t)sizeof page)
			bench_stop("could not write %s", path);
		int64_t begun = clock_mono_us();
		if (fdatasync(fd) != 0)
			bench_stop("could not sync %s", path);
		samples_add(&s, (double)(clock_mono_us() - begun));
	}
	close(fd);
	median = samples_at(&s, 0.5);
	samples_done(&s);
	return median;
}

/* Every column of a row is touched, as a reader would. */
static void
read_row(sqlite3_stmt *s)
{
	for (int i = 0; i < sqlite3_column_count(s); i++)
		sqlite3_column_bytes(s, i);
}

static size_t
one_trace(sqlite3_stmt *unit, sqlite3_stmt *event, const char *serial)
{
	unsigned char key[SERIAL_KEY_MAX];
	size_t n = serial_key(serial, key, sizeof key), events = 0;
	sqlite3_int64 id = 0;

	sqlite3_bind_blob(unit, 1, key, (int)n, SQLITE_STATIC);
	if (sqlite3_step(unit) == SQLITE_ROW) {
		read_row(unit);
		id = sqlite3_column_int64(unit, 0);
	}
	sqlite3_reset(unit);
	while (id != 0) {
		sqlite3_bind_int64(event, 1, id);
		id = 0;
		if (sqlite3_step(event) == SQLITE_ROW) {
			read_row(event);
			id = sqlite3_column_int64(event, 0);
			events++;
		}
		sqlite3_reset(event);
	}
	return events;
}

double
floor_trace(const char *path, const char *const serials[], size_t n,
    size_t *events)
{
	sqlite3_stmt *unit, *event;
	struct samples s;
	sqlite3 *db;
	double median;

	must(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), db, "open");
	must(sqlite3_prepare_v2(db, "SELECT last_event, * FROM unit WHERE skey = ?1",
	    -1, &unit, NULL), db, "prepare");
	must(sqlite3_prepare_v2(db, "SELECT before, * FROM event WHERE id = ?1", -1,
	    &event, NULL), db, "prepare");
	samples_init(&s, n);
	*events = 0;
	for (size_t i = 0; i < n; i++) {
		int64_t begun = clock_mono_us();

		*events += one_trace(unit, event, serials[i]);
		samples_add(&s, (double)(clock_mono_us() - begun));
	}
	median = samples_at(&s, 0.5);
	samples_done(&s);
	sqlite3_finalize(unit);
	sqlite3_finalize(event);
	sqlite3_close(db);
	return median;
}

double
floor_candidates(const char *path, size_t *units)
{
	sqlite3_stmt *s;
	sqlite3 *db;
	int64_t begun;

	must(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), db, "open");
	must(sqlite3_exec(db, "PRAGMA cache_size=-65536", NULL, NULL, NULL), db,
	    "cache");
	must(sqlite3_prepare_v2(db, "SELECT u.serial, u.lot, u.made_on, u.expires_on,"
	    " u.received_at FROM tally t INDEXED BY tally_item CROSS JOIN unit u"
	    " INDEXED BY unit_bin ON u.bin = t.a AND u.item = t.b"
	    " WHERE t.kind = 2 AND t.n > 0 ORDER BY t.b, t.a", -1, &s, NULL), db,
	    "prepare");
	*units = 0;
	begun = clock_mono_us();
	while (sqlite3_step(s) == SQLITE_ROW) {
		read_row(s);
		++*units;
	}
	begun = clock_mono_us() - begun;
	sqlite3_finalize(s);
	sqlite3_close(db);
	return (double)begun;
}
