/*
 * statement.c - named statements: prepared once, bound by format, walked.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Texts and blobs are bound without copying: the caller's memory must live
 * until the row was read (store_run, store_first) or the walk ended.
 */
#include <assert.h>
#include <stdarg.h>
#include <string.h>
#include "store/store_private.h"

sqlite3_stmt *
store_stmt(struct store *store, enum query query, struct err *err)
{
	int rc;

	assert((size_t)query < QUERIES);
	if (store->stmts[query] != NULL)
		return store->stmts[query];
	rc = sqlite3_prepare_v3(store->db, query_texts[query].sql, -1,
	    SQLITE_PREPARE_PERSISTENT, &store->stmts[query], NULL);
	if (rc != SQLITE_OK) {
		store_fault(store, err, rc, "prepare a statement");
		err_detail(err, "%s: %s", query_texts[query].name,
		    sqlite3_errmsg(store->db));
		return NULL;
	}
	return store->stmts[query];
}

static int
bind_one(sqlite3_stmt *stmt, int at, char kind, va_list *ap)
{
	const char *text;
	const void *bytes;
	int64_t value;

	switch (kind) {
	case 'i':
		return sqlite3_bind_int64(stmt, at, va_arg(*ap, int64_t));
	case 'z':
		value = va_arg(*ap, int64_t);
		return value == 0 ? sqlite3_bind_null(stmt, at) :
		    sqlite3_bind_int64(stmt, at, value);
	case 't':
	case 'o':
		text = va_arg(*ap, const char *);
		if (text == NULL || (kind == 'o' && text[0] == '\0'))
			return sqlite3_bind_null(stmt, at);
		return sqlite3_bind_text(stmt, at, text, -1, SQLITE_STATIC);
	case 'b':
		bytes = va_arg(*ap, const void *);
		return sqlite3_bind_blob64(stmt, at, bytes,
		    va_arg(*ap, size_t), SQLITE_STATIC);
	case 'n':
		return sqlite3_bind_null(stmt, at);
	default:
		assert(!"binding letter");
		return SQLITE_MISUSE;
	}
}

/* Names are found in no row that waits. */
static bool
is_of_names(enum query query)
{
	return query == Q_NAME_FIND || query == Q_NAME_ADD || query == Q_NAME_TEXT;
}

static sqlite3_stmt *
bind_all(struct store *store, enum query query, struct err *err,
    const char *fmt, va_list *ap)
{
	sqlite3_stmt *stmt;
	int rc = SQLITE_OK;

	if (store->bulk != NULL && !is_of_names(query) && !bulk_write(store, err))
		return NULL;
	if ((stmt = store_stmt(store, query, err)) == NULL)
		return NULL;
	assert(!store->walking[query]);
	assert(sqlite3_bind_parameter_count(stmt) == (int)strlen(fmt));
	for (int i = 0; fmt[i] != '\0' && rc == SQLITE_OK; i++)
		rc = bind_one(stmt, i + 1, fmt[i], ap);
	if (rc != SQLITE_OK) {
		store_fault(store, err, rc, "bind a value");
		return NULL;
	}
	return stmt;
}

static bool
run(struct store *store, enum query query, struct err *err, const char *fmt,
    va_list *ap)
{
	sqlite3_stmt *stmt = bind_all(store, query, err, fmt, ap);
	int rc;

	if (stmt == NULL)
		return false;
	rc = sqlite3_step(stmt);
	if (rc != SQLITE_DONE && rc != SQLITE_ROW) {
		store_fault(store, err, rc, query == Q_COMMIT_WRITE ?
		    "save to the database" : "write to the database");
		sqlite3_reset(stmt);
		return false;
	}
	sqlite3_reset(stmt);
	return true;
}

bool
store_run(struct store *store, enum query query, struct err *err,
    const char *fmt, ...)
{
	va_list ap;
	bool ok;

	va_start(ap, fmt);
	ok = run(store, query, err, fmt, &ap);
	va_end(ap);
	return ok;
}

bool
store_add(struct store *store, enum query query, struct err *err,
    const char *fmt, ...)
{
	va_list ap;
	bool ok;

	va_start(ap, fmt);
	ok = store->bulk != NULL ? bulk_add(store, query, err, fmt, &ap) :
	    run(store, query, err, fmt, &ap);
	va_end(ap);
	return ok;
}

bool
store_walk(struct store *store, enum query query, struct err *err,
    const char *fmt, ...)
{
	sqlite3_stmt *stmt;
	va_list ap;

	va_start(ap, fmt);
	stmt = bind_all(store, query, err, fmt, &ap);
	va_end(ap);
	if (stmt == NULL)
		return false;
	store->walking[query] = true;
	return true;
}

int
store_next(struct store *store, enum query query, struct err *err)
{
	int rc;

	assert(store->walking[query]);
	rc = sqlite3_step(store->stmts[query]);
	if (rc == SQLITE_ROW)
		return 1;
	if (rc != SQLITE_DONE)
		store_fault(store, err, rc, "read the database");
	store_end(store, query);
	return rc == SQLITE_DONE ? 0 : -1;
}

int
store_first(struct store *store, enum query query, struct err *err,
    const char *fmt, ...)
{
	sqlite3_stmt *stmt;
	va_list ap;

	va_start(ap, fmt);
	stmt = bind_all(store, query, err, fmt, &ap);
	va_end(ap);
	if (stmt == NULL)
		return -1;
	store->walking[query] = true;
	return store_next(store, query, err);
}

void
store_end(struct store *store, enum query query)
{
	if (!store->walking[query])
		return;
	store->walking[query] = false;
	if (store->stmts[query] != NULL)
		sqlite3_reset(store->stmts[query]);
}

void
store_reset_all(struct store *store)
{
	for (int q = 0; q < QUERIES; q++)
		store_end(store, (enum query)q);
}

int64_t
store_int(struct store *store, enum query query, int column)
{
	assert(store->walking[query]);
	return sqlite3_column_int64(store->stmts[query], column);
}

const char *
store_text(struct store *store, enum query query, int column)
{
	const unsigned char *text;

	assert(store->walking[query]);
	text = sqlite3_column_text(store->stmts[query], column);
	return text == NULL ? "" : (const char *)text;
}

const void *
store_blob(struct store *store, enum query query, int column, size_t *n)
{
	const void *bytes;

	assert(store->walking[query]);
	bytes = sqlite3_column_blob(store->stmts[query], column);
	*n = (size_t)sqlite3_column_bytes(store->stmts[query], column);
	return bytes;
}

bool
store_is_null(struct store *store, enum query query, int column)
{
	assert(store->walking[query]);
	return sqlite3_column_type(store->stmts[query], column) == SQLITE_NULL;
}

int64_t
store_changes(struct store *store)
{
	return sqlite3_changes64(store->db);
}

int64_t
store_last_id(struct store *store)
{
	return sqlite3_last_insert_rowid(store->db);
}
