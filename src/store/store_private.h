/*
 * store_private.h - what the files of room store share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef STORE_PRIVATE_H
#define STORE_PRIVATE_H
#include <sqlite3.h>
#include <stdarg.h>
#include "store/store.h"

#define STORE_APPLICATION_ID 0x444B4C31	/* "DKL1" */
#define WAL_CHECKPOINT_BYTES (4 << 20)

struct query_text {
	const char *name;
	const char *sql;
};
extern const struct query_text query_texts[QUERIES];
extern const char *const schema_steps[];
extern const int schema_count;

struct names;
struct bulk;

struct store {
	sqlite3 *db;
	char *path;
	enum store_mode mode;
	int cache_kib;
	int lock_fd;
	bool locked;
	bool writing;		/* a write transaction is open */
	bool reading;
	bool made;		/* the file is new */
	bool ready;		/* it was opened whole */
	bool sync_failed;	/* reopen before the next write */
	int64_t wal_bytes;
	int64_t commits;	/* of this handle */
	sqlite3_stmt *stmts[QUERIES];
	bool walking[QUERIES];
	struct names *names;
	struct bulk *bulk;	/* rows that wait, or NULL */
};

/* Put SQLite's words into *err; returns false. */
bool store_fault(struct store *, struct err *, int rc, const char *doing);
bool store_exec(struct store *, struct err *, const char *sql) MUST_CHECK;
bool store_exec_int(struct store *, struct err *, const char *sql, int64_t *value)
    MUST_CHECK;
sqlite3_stmt *store_stmt(struct store *, enum query, struct err *);
void store_reset_all(struct store *);

bool store_lock_open(struct store *, struct err *) MUST_CHECK;
bool store_lock(struct store *, int wait_ms, struct err *) MUST_CHECK;
void store_unlock(struct store *);

bool store_settle(struct store *, struct err *) MUST_CHECK;
void store_tidy(struct store *);	/* on closing */
bool store_identify(struct store *, struct err *) MUST_CHECK;
bool store_migrate(struct store *, bool fresh, struct err *) MUST_CHECK;

struct names *names_new(void);
void names_free(struct names *);
void names_forget(struct names *);

/* A row that may wait; what waits, written or (with the bulk) forgotten. */
bool bulk_add(struct store *, enum query, struct err *, const char *fmt,
    va_list *) MUST_CHECK;
bool bulk_write(struct store *, struct err *) MUST_CHECK;
void bulk_forget(struct store *);	/* accepts none */

/* The name of the VFS that databases are opened with: it writes the log of a
 * transaction at once, and fails on purpose (base/fault.h). */
const char *store_vfs(void);
#endif
