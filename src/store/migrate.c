/*
 * migrate.c - numbered steps bring any older database to today's shape.
 * SPDX-License-Identifier: Apache-2.0
 *
 * src/store/schema/NNNN_why.sql, applied in order, are the only schema.  A
 * step and its version commit together.  user_version is the number of the
 * last step; application_id says that the file is ours.
 */
#include <assert.h>
#include "base/str.h"
#include "store/store_private.h"

int
store_schema_version(void)
{
	return schema_count;
}

static bool
refuse_foreign(struct store *store, int64_t id, struct err *err)
{
	err_set(err, ERR_DAMAGED, "is not a Dockledger database: %s", store->path);
	err_detail(err, "its application id is %lld", (long long)id);
	return err_hint(err, "Name the right file with --db; this one was not touched.");
}

/* Whatever made it was stopped between the file and its first table. */
static bool
refuse_unfinished(struct store *store, struct err *err)
{
	err_set(err, ERR_DAMAGED, "the database was never finished: %s", store->path);
	err_detail(err, "nothing was ever booked there");
	return err_hint(err, "Remove it and make it anew with 'dockledger init'.");
}

static bool
refuse_newer(struct store *store, int64_t version, struct err *err)
{
	err_set(err, ERR_ENV, "the database is newer than this program");
	err_detail(err, "%s has version %lld, this program knows up to %d",
	    store->path, (long long)version, schema_count);
	return err_hint(err, "Install the newer Dockledger; nothing was changed.");
}

static bool
step_up(struct store *store, int step, struct err *err)
{
	char sql[96];

	if (!store_exec(store, err, "BEGIN IMMEDIATE"))
		return false;
	str_print(sql, sizeof sql, "PRAGMA user_version=%d", step + 1);
	if (store_exec(store, err, schema_steps[step]) &&
	    store_exec(store, err, sql) && store_exec(store, err, "COMMIT"))
		return true;
	sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return false;
}

/* Is it ours, and not of a newer program?  Asked before anything in the file
 * is touched. */
bool
store_identify(struct store *store, struct err *err)
{
	int64_t id = 0, version = 0, pages = 0;

	if (!store_exec_int(store, err, "PRAGMA page_count", &pages) ||
	    !store_exec_int(store, err, "PRAGMA application_id", &id) ||
	    !store_exec_int(store, err, "PRAGMA user_version", &version))
		return false;
	if (pages == 0 || (id == STORE_APPLICATION_ID && version == 0))
		return refuse_unfinished(store, err);
	if (id != STORE_APPLICATION_ID)
		return refuse_foreign(store, id, err);
	if (version > schema_count)
		return refuse_newer(store, version, err);
	if (version < schema_count && store->mode == STORE_READ) {
		err_set(err, ERR_ENV, "the database is older than this program");
		return err_hint(err, "Its owner must open it once.");
	}
	return true;
}

bool
store_migrate(struct store *store, bool fresh, struct err *err)
{
	int64_t version = 0;
	char sql[64];

	if (fresh) {
		str_print(sql, sizeof sql, "PRAGMA application_id=%d",
		    STORE_APPLICATION_ID);
		if (!store_exec(store, err, sql))
			return false;
	}
	if (!store_exec_int(store, err, "PRAGMA user_version", &version))
		return false;
	for (int step = (int)version; step < schema_count; step++)
		if (!step_up(store, step, err))
			return false;
	return true;
}
