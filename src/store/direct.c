/*
 * direct.c - SQLite's words as ours, and the few statements without a name.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "store/store_private.h"

bool
store_fault(struct store *store, struct err *err, int rc, const char *doing)
{
	const char *said = store != NULL && store->db != NULL ?
	    sqlite3_errmsg(store->db) : sqlite3_errstr(rc);
	enum err_kind kind = ERR_ENV;
	const char *hint = "Look at the disk, then run 'dockledger doctor'.";

	switch (rc & 0xff) {
	case SQLITE_FULL:
		hint = "The disk is full; free some space. Nothing was booked.";
		break;
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
		hint = "Look at the owner and mode of the file and its folder.";
		break;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		kind = ERR_BUSY;
		hint = "Another program has the database open; close it.";
		break;
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
		kind = ERR_DAMAGED;
		hint = "Restore the last backup beside it and run 'dockledger verify'.";
		break;
	case SQLITE_CONSTRAINT:
	case SQLITE_MISUSE:
	case SQLITE_ERROR:
		kind = ERR_BUG;
		hint = "This is a fault of the program; please report it.";
		break;
	default:
		break;
	}
	if (store != NULL && ((rc & 0xff) == SQLITE_IOERR))
		store->sync_failed = true;
	err_set(err, kind, "could not %s", doing);
	err_detail(err, "%s: %s", store != NULL && store->path != NULL ?
	    store->path : "database", said);
	return err_hint(err, "%s", hint);
}

bool
store_exec(struct store *store, struct err *err, const char *sql)
{
	int rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK || store_fault(store, err, rc, "use the database");
}

bool
store_exec_int(struct store *store, struct err *err, const char *sql,
    int64_t *value)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		*value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ||
	    store_fault(store, err, rc, "read the database");
}
