/*
 * upkeep.c - checkpoints, backup, structural check.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"
#include "base/str.h"
#include "store/store_private.h"

#define WAL_LEFT_BYTES (1 << 20)
#define WAL_PATIENCE_MS 2000
#define BACKUP_PAGES 4096	/* a step; the lock is free in between */

const char *
store_library(void)
{
	return sqlite3_libversion();
}

int64_t
store_wal_bytes(const struct store *store)
{
	return store->wal_bytes;
}

/* Whoever is idle empties the log, under the writer's lock.  Where many work
 * without a pause nobody is ever idle: then the log may grow to four times
 * its size before somebody queues for the lock to empty it. */
bool
store_idle(struct store *store, struct err *err)
{
	int patience = store->wal_bytes > 4 * (int64_t)WAL_CHECKPOINT_BYTES ?
	    WAL_PATIENCE_MS : 0;
	int log = 0, done = 0, rc;

	if (store->wal_bytes < WAL_CHECKPOINT_BYTES || store->writing ||
	    store->mode == STORE_READ || store->mode == STORE_MEMORY)
		return true;
	store_reset_all(store);
	if (!store_lock(store, patience, err)) {
		err_clear(err);
		return true;	/* somebody works: another time */
	}
	rc = sqlite3_wal_checkpoint_v2(store->db, NULL,
	    SQLITE_CHECKPOINT_PASSIVE, &log, &done);
	store_unlock(store);
	if (rc != SQLITE_OK && (rc & 0xff) != SQLITE_BUSY)
		return store_fault(store, err, rc, "write the log back");
	if (log == done)
		store->wal_bytes = 0;
	return true;
}

/* Everything of the log into the database, synced; the caller has the lock. */
bool
store_settle(struct store *store, struct err *err)
{
	int rc = sqlite3_wal_checkpoint_v2(store->db, NULL,
	    SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);

	assert(store->locked);
	return rc == SQLITE_OK || (rc & 0xff) == SQLITE_BUSY ||
	    store_fault(store, err, rc, "write the log back");
}

/* A log that outlives its last process is read anew by each that opens it,
 * and is never begun from its start again: whoever goes last empties it. */
void
store_tidy(struct store *store)
{
	struct stat st;
	struct str path;
	struct err err;
	bool is_long;

	if (!store->ready || store->db == NULL || store->mode == STORE_READ ||
	    store->mode == STORE_MEMORY || store->writing || store->sync_failed)
		return;
	str_init(&path);
	str_addf(&path, "%s-wal", store->path);
	is_long = stat(path.p, &st) == 0 && st.st_size > WAL_LEFT_BYTES;
	str_done(&path);
	if (!is_long || !store_lock(store, 0, &err))
		return;
	sqlite3_busy_timeout(store->db, 0);
	sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE,
	    NULL, NULL);	/* others read it: they will go last */
	store_unlock(store);
}

static bool
backup_steps(struct store *store, sqlite3 *to, struct err *err)
{
	sqlite3_backup *backup = sqlite3_backup_init(to, "main", store->db, "main");
	int rc = backup == NULL ? sqlite3_errcode(to) : SQLITE_OK;

	while (rc == SQLITE_OK || rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
		rc = sqlite3_backup_step(backup, BACKUP_PAGES);
	sqlite3_backup_finish(backup);
	if (rc == SQLITE_DONE)
		return true;
	err_set(err, ERR_ENV, "could not write the backup");
	err_detail(err, "%s", sqlite3_errstr(rc));
	return err_hint(err, "Look at the space and permissions where it goes.");
}

/* One moment of the database, whatever others write meanwhile: the copy is
 * made inside a read transaction. */
bool
store_backup(struct store *store, const char *to, struct err *err)
{
	sqlite3 *copy = NULL;
	bool ok;

	if (!file_create(to, 0600, "", 0, err))
		return false;
	if (!store_read_begin(store, err)) {
		unlink(to);
		return false;
	}
	ok = sqlite3_open_v2(to, &copy, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK;
	if (!ok)
		err_set(err, ERR_ENV, "could not write the backup");
	ok = ok && backup_steps(store, copy, err);
	if (ok && sqlite3_exec(copy, "PRAGMA journal_mode=DELETE", NULL, NULL,
	    NULL) != SQLITE_OK)
		ok = err_set(err, ERR_ENV, "could not finish the backup");
	sqlite3_close(copy);
	store_read_end(store);
	if (!ok)
		unlink(to);
	return ok;
}

bool
store_check(struct store *store, char *damage, size_t size, struct err *err)
{
	int rc = store_first(store, Q_QUICK_CHECK, err, "");

	if (rc < 0)
		return false;
	damage[0] = '\0';
	if (rc > 0) {
		const char *said = store_text(store, Q_QUICK_CHECK, 0);

		if (strcmp(said, "ok") != 0)
			str_copy(damage, size, said);
		store_end(store, Q_QUICK_CHECK);
	}
	return true;
}
