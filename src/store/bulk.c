/*
 * bulk.c - a large import: rows by the handful, some indexes at the end.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Half of what an insert takes is not the row: a statement that begins,
 * opens its cursors, closes them and ends.  So rows wait until there are
 * BULK_ROWS of them, and go into one statement, made of the named one by
 * repeating its values.  Whatever else is asked of the database meanwhile
 * writes them first, so that nobody sees them missing (names excepted: they
 * stand alone, and are looked up all the time).
 */
#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "store/store_private.h"

#define BULK_ROWS 32

/* Those that an import of units fills; the others cost it next to nothing. */
static const struct {
	const char *name;
	const char *on;
} bulk_indexes[] = {
	{ "unit_skey", "unit(skey)" },
	{ "unit_bin", "unit(bin) WHERE bin IS NOT NULL" },
	{ "unit_in", "unit(in_order, in_line) WHERE in_order IS NOT NULL" },
	{ "unit_free", "unit(item, bin, coalesce(received_at, 0))"
	    " WHERE status = 2 AND holds = 0" },
	{ "unit_free_exp", "unit(item, bin, expires_on)"
	    " WHERE status = 2 AND holds = 0 AND expires_on IS NOT NULL" },
	{ "unit_free_made", "unit(item, bin, made_on)"
	    " WHERE status = 2 AND holds = 0 AND made_on IS NOT NULL" },
};

/* A value that waits: a number, or n bytes of the texts at a place. */
struct waiting_value {
	char kind;		/* i, t, b or n */
	int64_t number;
	size_t at, n;
};

/* Rows of one statement. */
struct waiting {
	enum query query;
	size_t columns, rows;
	struct waiting_value *values;	/* BULK_ROWS * columns */
	struct str texts;
	sqlite3_stmt *wide;
};

struct bulk {
	struct waiting tables[2];
	size_t n;
};

/* --- Writing what waits ------------------------------------------------------ */

/* "INSERT INTO t(...) VALUES(?1, ?2)" for rows: without numbers, repeated. */
static sqlite3_stmt *
prepare_wide(struct store *store, enum query query, size_t columns,
    struct err *err)
{
	const char *sql = query_texts[query].sql;
	const char *values = strstr(sql, "VALUES");
	sqlite3_stmt *stmt = NULL;
	struct str wide;
	int rc;

	assert(values != NULL);
	str_init(&wide);
	str_addn(&wide, sql, (size_t)(values - sql));
	for (size_t row = 0; row < BULK_ROWS; row++) {
		str_add(&wide, row == 0 ? "VALUES(?" : ",(?");
		for (size_t i = 1; i < columns; i++)
			str_add(&wide, ",?");
		str_addc(&wide, ')');
	}
	rc = sqlite3_prepare_v3(store->db, wide.p, -1, SQLITE_PREPARE_PERSISTENT,
	    &stmt, NULL);
	str_done(&wide);
	if (rc != SQLITE_OK)
		store_fault(store, err, rc, "prepare a statement");
	return stmt;
}

static int
bind_value(sqlite3_stmt *stmt, int at, const struct waiting *w,
    const struct waiting_value *v)
{
	switch (v->kind) {
	case 'i':
		return sqlite3_bind_int64(stmt, at, v->number);
	case 't':
		return sqlite3_bind_text(stmt, at, w->texts.p + v->at, (int)v->n,
		    SQLITE_STATIC);
	case 'b':
		return sqlite3_bind_blob(stmt, at, w->texts.p + v->at, (int)v->n,
		    SQLITE_STATIC);
	default:
		return sqlite3_bind_null(stmt, at);
	}
}

/* Run a statement that takes n values, from the first-th that waits on. */
static bool
put(struct store *store, sqlite3_stmt *stmt, const struct waiting *w,
    size_t first, size_t n, struct err *err)
{
	int rc = SQLITE_OK;

	assert(sqlite3_bind_parameter_count(stmt) == (int)n);
	for (size_t i = 0; i < n && rc == SQLITE_OK; i++)
		rc = bind_value(stmt, (int)i + 1, w, &w->values[first + i]);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc != SQLITE_DONE)
		store_fault(store, err, rc, "write to the database");
	sqlite3_reset(stmt);
	return rc == SQLITE_DONE;
}

static bool
put_one_by_one(struct store *store, const struct waiting *w, struct err *err)
{
	sqlite3_stmt *stmt = store_stmt(store, w->query, err);

	if (stmt == NULL)
		return false;
	for (size_t row = 0; row < w->rows; row++)
		if (!put(store, stmt, w, row * w->columns, w->columns, err))
			return false;
	return true;
}

static bool
write_waiting(struct store *store, struct waiting *w, struct err *err)
{
	bool ok;

	if (w->rows < BULK_ROWS)
		ok = put_one_by_one(store, w, err);
	else if (w->wide == NULL && (w->wide = prepare_wide(store, w->query,
	    w->columns, err)) == NULL)
		ok = false;
	else
		ok = put(store, w->wide, w, 0, w->rows * w->columns, err);
	w->rows = 0;
	str_clear(&w->texts);
	return ok;
}

bool
bulk_write(struct store *store, struct err *err)
{
	for (size_t i = 0; i < store->bulk->n; i++)
		if (store->bulk->tables[i].rows > 0 &&
		    !write_waiting(store, &store->bulk->tables[i], err))
			return false;
	return true;
}

/* --- Waiting --------------------------------------------------------------- */

static struct waiting *
waiting_of(struct bulk *bulk, enum query query, size_t columns)
{
	struct waiting *w;

	for (size_t i = 0; i < bulk->n; i++)
		if (bulk->tables[i].query == query)
			return &bulk->tables[i];
	assert(bulk->n < sizeof bulk->tables / sizeof bulk->tables[0]);
	w = &bulk->tables[bulk->n++];
	w->query = query;
	w->columns = columns;
	w->values = xcalloc(BULK_ROWS * columns, sizeof w->values[0]);
	str_init(&w->texts);
	return w;
}

static void
keep_bytes(struct waiting *w, struct waiting_value *v, char kind,
    const void *bytes, size_t n)
{
	*v = (struct waiting_value){ .kind = kind, .at = w->texts.len, .n = n };
	str_addn(&w->texts, bytes, n);
}

static void
keep_value(struct waiting *w, struct waiting_value *v, char letter, va_list *ap)
{
	const void *bytes;

	*v = (struct waiting_value){ .kind = 'n' };
	switch (letter) {
	case 'i':
	case 'z':
		v->number = va_arg(*ap, int64_t);
		if (letter == 'i' || v->number != 0)
			v->kind = 'i';
		break;
	case 't':
	case 'o':
		bytes = va_arg(*ap, const char *);
		if (bytes != NULL && (letter == 't' || *(const char *)bytes != '\0'))
			keep_bytes(w, v, 't', bytes, strlen(bytes));
		break;
	case 'b':
		bytes = va_arg(*ap, const void *);
		keep_bytes(w, v, 'b', bytes, va_arg(*ap, size_t));
		break;
	default:
		assert(letter == 'n');
	}
}

bool
bulk_add(struct store *store, enum query query, struct err *err,
    const char *fmt, va_list *ap)
{
	struct waiting *w = waiting_of(store->bulk, query, strlen(fmt));

	assert(strlen(fmt) == w->columns);
	for (size_t i = 0; i < w->columns; i++)
		keep_value(w, &w->values[w->rows * w->columns + i], fmt[i], ap);
	w->rows++;
	return w->rows < BULK_ROWS || write_waiting(store, w, err);
}

/* --- Begin and end ----------------------------------------------------------- */

void
bulk_forget(struct store *store)
{
	struct bulk *bulk = store->bulk;

	if (bulk == NULL)
		return;
	for (size_t i = 0; i < bulk->n; i++) {
		sqlite3_finalize(bulk->tables[i].wide);
		free(bulk->tables[i].values);
		str_done(&bulk->tables[i].texts);
	}
	free(bulk);
	store->bulk = NULL;
}

bool
store_bulk_begin(struct store *store, struct err *err)
{
	char sql[96];

	assert(store->writing);
	assert(store->bulk == NULL);
	for (size_t i = 0; i < sizeof bulk_indexes / sizeof bulk_indexes[0]; i++) {
		str_print(sql, sizeof sql, "DROP INDEX %s", bulk_indexes[i].name);
		if (!store_exec(store, err, sql))
			return false;
	}
	store->bulk = xcalloc(1, sizeof *store->bulk);
	return true;
}

bool
store_bulk_end(struct store *store, struct err *err)
{
	char sql[200];
	bool ok;

	assert(store->writing);
	ok = bulk_write(store, err);
	bulk_forget(store);
	store_reset_all(store);
	for (size_t i = 0; ok && i < sizeof bulk_indexes / sizeof bulk_indexes[0];
	    i++) {
		str_print(sql, sizeof sql, "CREATE INDEX %s ON %s",
		    bulk_indexes[i].name, bulk_indexes[i].on);
		ok = store_exec(store, err, sql);
	}
	return ok;
}
