/*
 * store.h - one SQLite file: opening, transactions, named statements.
 * SPDX-License-Identifier: Apache-2.0
 *
 * All SQL stands in src/store/sql/NAME.sql, a statement under each
 * "-- name:" line, and is known elsewhere by its number only (enum query).
 * Callers bind by a format string and read columns by index; this keeps SQL
 * in one room and the meaning of rows with the room that owns it.
 *
 * Durability: WAL with synchronous=FULL.  Every write transaction and every
 * checkpoint, in whatever process, holds one advisory lock on FILE-lock
 * beside the database: SQLite before 3.51.3 can lose pages when a writer and
 * a checkpointer run at once.  After store_commit returned true the
 * transaction survives a power cut.
 *
 * One store, one thread.  A statement is used by one caller at a time; a
 * walk must be ended (store_end) before the same query is run again.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"
#include "store/queries.h"	/* generated: enum query */

struct store;

enum store_mode {
	STORE_OPEN,		/* an existing file; older ones are migrated */
	STORE_CREATE,		/* a new file; an existing one is refused (ERR_CLASH) */
	STORE_READ,		/* an existing file, reading only */
	STORE_MEMORY		/* a database in memory, for tests and recomputing */
};

/* What name(kind, text) numbers. */
enum name_kind { NAME_ITEM, NAME_BIN, NAME_ORDER, NAME_PARTY, NAME_OPERATOR,
    NAME_CARTON };

/* Open path (ignored for STORE_MEMORY).  Files that are not ours, newer than
 * this program, damaged or not readable are refused in words.  cache_kib is
 * the page cache (0: 64 MiB). */
bool store_open(struct store **out, const char *path, enum store_mode mode,
    int cache_kib, struct err *err) MUST_CHECK;
void store_close(struct store *);	/* accepts NULL */
/* Remove a database and what stands beside it; nobody may have it open. */
void store_remove(const char *path);
const char *store_path(const struct store *);
bool store_is_read_only(const struct store *);
bool store_is_memory(const struct store *);

/* Write transactions.  begin waits up to wait_ms for the lock, then ERR_BUSY
 * (-1: for ever).  commit that fails has rolled back.  A rollback with no
 * transaction does nothing. */
bool store_begin(struct store *, int wait_ms, struct err *err) MUST_CHECK;
bool store_commit(struct store *, struct err *err) MUST_CHECK;
void store_rollback(struct store *);
bool store_in_transaction(const struct store *);
/*
 * Has anything been written since?  Within a transaction: *version changes
 * when another connection has committed, store_commits when this one has.
 * What was read under the same two numbers may be believed again.
 */
bool store_version(struct store *, int64_t *version, struct err *err) MUST_CHECK;
int64_t store_commits(const struct store *);
/* Several reads of one moment. */
bool store_read_begin(struct store *, struct err *err) MUST_CHECK;
void store_read_end(struct store *);

/*
 * Formats, a letter a parameter:
 *	i int64_t	z int64_t, 0 is NULL	t text, NULL is NULL
 *	o text, "" is NULL	b const void *, size_t	n NULL (no argument)
 */
/* Run a statement that gives no rows. */
bool store_run(struct store *, enum query, struct err *, const char *fmt, ...)
    MUST_CHECK;
/* Insert one row.  In a bulk it may wait, and what is wrong with it be said
 * later; whatever else is asked of the database sees it. */
bool store_add(struct store *, enum query, struct err *, const char *fmt, ...)
    MUST_CHECK;
/* First row: 1 there is one (read columns, then store_end), 0 none, -1 fault. */
int store_first(struct store *, enum query, struct err *, const char *fmt, ...)
    MUST_CHECK;
/* Walk: bind, then store_next until it gives 0 (none more) or -1 (fault);
 * store_end at any time. */
bool store_walk(struct store *, enum query, struct err *, const char *fmt, ...)
    MUST_CHECK;
int store_next(struct store *, enum query, struct err *) MUST_CHECK;
void store_end(struct store *, enum query);
int64_t store_int(struct store *, enum query, int column);	/* NULL: 0 */
const char *store_text(struct store *, enum query, int column);	/* NULL: "" */
const void *store_blob(struct store *, enum query, int column, size_t *n);
bool store_is_null(struct store *, enum query, int column);
/* Rows changed by the last store_run. */
int64_t store_changes(struct store *);
int64_t store_last_id(struct store *);

/* The number of a text, made when absent (inside a write transaction only);
 * "" is 0.  Numbers are remembered, so asking again costs nothing. */
bool store_name(struct store *, enum name_kind, const char *text, int64_t *id,
    struct err *) MUST_CHECK;
/* The number, or 0 when the text has none yet. */
bool store_name_find(struct store *, enum name_kind, const char *text,
    int64_t *id, struct err *) MUST_CHECK;
/* The text of a number; good until 4,096 others were asked for. "" for 0. */
bool store_name_text(struct store *, int64_t id, const char **text, struct err *)
    MUST_CHECK;

/* Around a large import, in one transaction: rows are added by the handful,
 * and indexes are off until its end. */
bool store_bulk_begin(struct store *, struct err *) MUST_CHECK;
bool store_bulk_end(struct store *, struct err *) MUST_CHECK;

/*
 * Who is here: marks that a process puts on a database and the kernel takes
 * away when it ends, however it ends.  The worker's is for one at a time, the
 * screens' for any number.
 */
enum store_mark { STORE_MARK_WORKER, STORE_MARK_SCREEN };
/* False: somebody else has the worker's mark, or the file cannot be marked. */
bool store_mark(struct store *, enum store_mark);
/* Has another process put it there? */
bool store_is_marked(struct store *, enum store_mark);

/* Bytes in the write-ahead log; checkpoint when idle and it passed 4 MB. */
int64_t store_wal_bytes(const struct store *);
bool store_idle(struct store *, struct err *) MUST_CHECK;	/* cheap when nothing is to do */
bool store_backup(struct store *, const char *to, struct err *) MUST_CHECK;
/* SQLite's own structural check: true with *damage "" when all is well. */
bool store_check(struct store *, char *damage, size_t size, struct err *)
    MUST_CHECK;
const char *store_library(void);	/* version of SQLite */
int store_schema_version(void);		/* newest this program knows */
/* Is this process allowed to see and change the file as its owner? */
bool store_owner_is_me(const struct store *);
#endif
