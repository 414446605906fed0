/*
 * store.c - opening and closing one database file, transactions.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The surprising thing: a write transaction first takes the advisory lock
 * beside the file and only then asks SQLite, so that SQLITE_BUSY is never
 * seen between our processes and no checkpoint runs beside a writer.
 */
#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "store/store_private.h"

#define CACHE_KIB 65536
#define FOREIGN_BUSY_MS 2000	/* somebody else's tool has the file */

static int
wal_hook(void *ctx, sqlite3 *db, const char *name, int pages)
{
	struct store *store = ctx;

	(void)db;
	(void)name;
	store->wal_bytes = (int64_t)pages * 4120;
	return SQLITE_OK;
}

static bool
set_pragmas(struct store *store, bool fresh, struct err *err)
{
	char sql[160];

	str_print(sql, sizeof sql, "PRAGMA cache_size=-%d", store->cache_kib);
	if (fresh && !store_exec(store, err, "PRAGMA page_size=4096"))
		return false;
	if (!store_exec(store, err, sql) ||
	    !store_exec(store, err, "PRAGMA secure_delete=OFF;"
	    "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;"
	    "PRAGMA mmap_size=0; PRAGMA synchronous=FULL;"
	    "PRAGMA wal_autocheckpoint=0; PRAGMA temp_store=MEMORY"))
		return false;
	if (store->mode != STORE_MEMORY && store->mode != STORE_READ &&
	    !store_exec(store, err, "PRAGMA journal_mode=WAL"))
		return false;
	sqlite3_wal_hook(store->db, wal_hook, store);
	return true;
}

static bool
open_handle(struct store *store, struct err *err)
{
	int flags = SQLITE_OPEN_NOMUTEX;
	const char *path = store->mode == STORE_MEMORY ? ":memory:" : store->path;
	int rc;

	flags |= store->mode == STORE_READ ? SQLITE_OPEN_READONLY :
	    SQLITE_OPEN_READWRITE;
	if (store->mode == STORE_CREATE || store->mode == STORE_MEMORY)
		flags |= SQLITE_OPEN_CREATE;
	rc = sqlite3_open_v2(path, &store->db, flags, store_vfs());
	if (rc != SQLITE_OK)
		return store_fault(store, err, rc, "open the database");
	sqlite3_extended_result_codes(store->db, 1);
	/* from the first moment: a file that is refused must stay as it is */
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_busy_timeout(store->db, FOREIGN_BUSY_MS);
	return true;
}

/* SQLite opens nearly anything; look before it touches the file. */
static bool
check_file(struct store *store, struct err *err)
{
	struct stat st;
	bool there = stat(store->path, &st) == 0;

	if (store->mode == STORE_CREATE) {
		if (!there)
			return true;
		err_set(err, ERR_CLASH, "there is a file already");
		err_detail(err, "%s", store->path);
		return err_hint(err, "Name another with --db, or move that one away.");
	}
	if (!there) {
		err_set(err, ERR_ENV, "there is no database");
		err_detail(err, "%s: %s", store->path, strerror(errno));
		return err_hint(err, "'dockledger init' makes one; --db names another.");
	}
	if (!S_ISREG(st.st_mode)) {
		err_set(err, ERR_ENV, "is not a file: %s", store->path);
		return err_hint(err, "Name the database file with --db.");
	}
	if (access(store->path, R_OK) != 0) {
		err_set(err, ERR_ENV, "could not read the database");
		err_detail(err, "%s: %s", store->path, strerror(errno));
		return err_hint(err, "Only its owner may; log in as that user.");
	}
	if (store->mode == STORE_OPEN && access(store->path, W_OK) != 0) {
		err_set(err, ERR_ENV, "could not write to the database");
		err_detail(err, "%s: %s", store->path, strerror(errno));
		return err_hint(err, "Look at the owner and mode of the file and its folder.");
	}
	return true;
}

/* Is there nothing to change in the file?  Then it is opened while others
 * write, for an import may hold the lock for minutes. */
static bool
is_current(struct store *store)
{
	struct err ignored;
	int64_t version = 0, is_wal = 0;

	return store_exec_int(store, &ignored, "PRAGMA user_version", &version) &&
	    version == store_schema_version() &&
	    store_exec_int(store, &ignored, "SELECT journal_mode = 'wal' "
	    "FROM pragma_journal_mode", &is_wal) && is_wal != 0;
}

static bool
open_all(struct store *store, struct err *err)
{
	bool fresh = store->mode == STORE_CREATE || store->mode == STORE_MEMORY;
	bool ok;

	if (store->mode == STORE_CREATE &&	/* 0600 before SQLite can make it wider */
	    !file_create(store->path, 0600, "", 0, err)) {
		if (err->kind == ERR_ABSENT)	/* its folder */
			err->kind = ERR_ENV;
		return err_hint(err, "Look at the folder, or name another with --db.");
	}
	store->made = store->mode == STORE_CREATE;
	if (!open_handle(store, err) || (!fresh && !store_identify(store, err)) ||
	    !store_lock_open(store, err))
		return false;
	if (!fresh && is_current(store))
		return store->ready = set_pragmas(store, false, err);
	if (!store_lock(store, -1, err))
		return false;
	ok = set_pragmas(store, fresh, err) && store_migrate(store, fresh, err);
	store_unlock(store);
	store->ready = ok;
	return ok;
}

void
store_remove(const char *path)
{
	static const char *const parts[] = { "", "-wal", "-shm", "-lock" };
	struct str name;

	str_init(&name);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		str_clear(&name);
		str_addf(&name, "%s%s", path, parts[i]);
		unlink(name.p);
	}
	str_done(&name);
}

bool
store_open(struct store **out, const char *path, enum store_mode mode,
    int cache_kib, struct err *err)
{
	struct store *store = xcalloc(1, sizeof *store);
	bool made;

	store->path = xstrdup(mode == STORE_MEMORY ? ":memory:" : path);
	store->mode = mode;
	store->cache_kib = cache_kib > 0 ? cache_kib : CACHE_KIB;
	store->lock_fd = -1;
	store->names = names_new();
	if ((mode == STORE_MEMORY || check_file(store, err)) &&
	    open_all(store, err)) {
		*out = store;
		return true;
	}
	made = store->made;
	store_close(store);
	if (made)	/* a new one is there whole or not at all */
		store_remove(path);
	return false;
}

void
store_close(struct store *store)
{
	if (store == NULL)
		return;
	if (store->writing)
		store_rollback(store);
	for (int q = 0; q < QUERIES; q++)
		sqlite3_finalize(store->stmts[q]);
	store_tidy(store);
	sqlite3_close_v2(store->db);
	if (store->lock_fd >= 0)
		close(store->lock_fd);
	names_free(store->names);
	free(store->path);
	free(store);
}

const char *
store_path(const struct store *store)
{
	return store->path;
}

bool
store_is_read_only(const struct store *store)
{
	return store->mode == STORE_READ;
}

bool
store_is_memory(const struct store *store)
{
	return store->mode == STORE_MEMORY;
}

bool
store_in_transaction(const struct store *store)
{
	return store->writing;
}

/* After a failed sync the pages in memory are not to be trusted: begin anew
 * from what the disk really holds.  What stands in the log there may never
 * have reached the disk, so it is written into the database and synced
 * before anything is built on it. */
static bool
reopen(struct store *store, struct err *err)
{
	for (int q = 0; q < QUERIES; q++) {
		sqlite3_finalize(store->stmts[q]);
		store->stmts[q] = NULL;
		store->walking[q] = false;
	}
	sqlite3_close_v2(store->db);
	store->db = NULL;
	names_forget(store->names);
	store->commits++;	/* what was read is not believed any more */
	if (!open_handle(store, err) || !set_pragmas(store, false, err) ||
	    !store_settle(store, err))
		return false;
	store->sync_failed = false;
	return true;
}

bool
store_begin(struct store *store, int wait_ms, struct err *err)
{
	assert(!store->writing);
	if (store->mode == STORE_READ) {
		err_set(err, ERR_ENV, "the database is open for reading only");
		return err_hint(err, "Log in as the owner of the file.");
	}
	store_reset_all(store);
	if (!store_lock(store, wait_ms, err))
		return false;
	if (store->sync_failed && !reopen(store, err)) {
		store_unlock(store);
		return false;
	}
	if (!store_run(store, Q_BEGIN_WRITE, err, "")) {
		store_unlock(store);
		return false;
	}
	store->writing = true;
	return true;
}

static void
roll_back(struct store *store)
{
	bulk_forget(store);
	store_reset_all(store);
	if (sqlite3_get_autocommit(store->db) == 0)
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	names_forget(store->names);
	store->writing = false;
}

/* A commit whose sync failed stands whole in the log, and whoever reads the
 * log anew would take it for good though we said that it was not.  So what
 * comes next in the log is written over it at once: a count of such faults,
 * which 'dockledger doctor' tells. */
static void
overwrite_failed(struct store *store)
{
	struct err ignored;

	if (store_run(store, Q_BEGIN_WRITE, &ignored, "") &&
	    store_run(store, Q_SETTING_COUNT, &ignored, "t", "sync_faults") &&
	    store_run(store, Q_COMMIT_WRITE, &ignored, ""))
		return;
	roll_back(store);	/* a disk that fails again: nothing more can be done */
}

bool
store_commit(struct store *store, struct err *err)
{
	assert(store->writing);
	assert(store->bulk == NULL);
	store_reset_all(store);
	if (!store_run(store, Q_COMMIT_WRITE, err, "")) {
		roll_back(store);
		if (store->sync_failed)
			overwrite_failed(store);
		store_unlock(store);
		return false;
	}
	store->writing = false;
	store->commits++;
	store_unlock(store);
	return true;
}

bool
store_version(struct store *store, int64_t *version, struct err *err)
{
	assert(store->writing || store->reading);
	if (store_first(store, Q_DATA_VERSION, err, "") < 1)
		return false;
	*version = store_int(store, Q_DATA_VERSION, 0);
	store_end(store, Q_DATA_VERSION);
	return true;
}

int64_t
store_commits(const struct store *store)
{
	return store->commits;
}

void
store_rollback(struct store *store)
{
	if (!store->writing)
		return;
	roll_back(store);
	store_unlock(store);
}

bool
store_read_begin(struct store *store, struct err *err)
{
	assert(!store->writing && !store->reading);
	if (!store_run(store, Q_BEGIN_READ, err, ""))
		return false;
	store->reading = true;
	return true;
}

void
store_read_end(struct store *store)
{
	if (!store->reading)
		return;
	store_reset_all(store);
	if (sqlite3_get_autocommit(store->db) == 0)
		sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
	store->reading = false;
}

bool
store_owner_is_me(const struct store *store)
{
	struct stat st;

	return stat(store->path, &st) == 0 && st.st_uid == geteuid();
}
