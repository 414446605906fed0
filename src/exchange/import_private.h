/*
 * import_private.h - what the kinds of files share.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A kind is a const struct import_kind: its columns, the shape of a row, and
 * what is done with the rows once all are read.  A row is a struct that
 * begins with struct import_row; the import keeps rows as they are unless the
 * kind keeps them in another way (`keep`).
 */
#ifndef EXCHANGE_IMPORT_PRIVATE_H
#define EXCHANGE_IMPORT_PRIVATE_H
#include "base/vec.h"
#include "exchange/cell.h"
#include "exchange/import.h"
#include "exchange/text_map.h"
#include "ledger/masters.h"

struct import_row {
	int64_t line;
	bool wrong;		/* something was said of it */
};

struct complaint {
	int64_t line;
	char *words;		/* "COLUMN: what is wrong" */
};

struct import {
	struct ledger *l;
	struct store *store;
	const struct import_kind *kind;
	const struct import_options *options;
	struct import_result *result;
	VEC(struct complaint) complaints;
	int64_t unsaid;		/* complaints past the limit */
	char *rows;		/* n of kind->row_size */
	size_t n, cap;
	struct text_map seen;	/* keys of rows -> row index + 1 */
	void *state;		/* the kind's own, from open */
};

struct import_kind {
	const char *name;
	const struct column *columns;
	size_t n_columns;
	size_t row_size;
	/* Make an empty row: what absent values mean (NULL: zeros). */
	void (*blank)(void *row);
	/* The kind's own state, and its end (both NULL, or neither). */
	void *(*open)(struct import *);
	void (*close)(void *state);
	/* Take a row that was read (NULL: it is kept as it is). */
	void (*keep)(struct import *, const void *row);
	/* Slow work on all rows before the database is locked (may be NULL). */
	bool (*prepare)(struct import *, struct err *);
	/* All rows, inside of the transaction: complain or say events.  False
	 * when the environment failed. */
	bool (*apply)(struct import *, struct err *);
};

#define COLUMNS(table) \
	.columns = table, .n_columns = sizeof table / sizeof table[0]

extern const struct import_kind import_items, import_bins, import_parties,
    import_operators, import_serial_rules, import_warranties, import_orders,
    import_expected, import_units, import_boms;

/* Say what is wrong with a row. */
void import_say(struct import *, struct import_row *, const char *column,
    const char *fmt, ...) PRINTF_LIKE(4, 5);
/* "VALUE is not known" of a column. */
void import_say_unknown(struct import *, struct import_row *, const char *column,
    const char *what, const char *code);
/* The i-th row that was kept as it is. */
void *import_row_at(const struct import *, size_t i);
void import_keep(struct import *, const void *row);
/* The row that said this key before, or NULL; then this one has said it. */
struct import_row *import_seen(struct import *, const char *key, size_t i);
/* The row that said this key, or NULL. */
struct import_row *import_find(const struct import *, const char *key);
/* A key that may stand once: complains of the second row. */
void import_once(struct import *, size_t i, const char *column, const char *key);
/* Count a fact that a _define function said or found standing. */
void import_count(struct import *, bool changed);

/* A _define function refused: say it of the row, when it is the row that is
 * wrong; else false. */
bool import_say_err(struct import *, struct import_row *, const char *column,
    const struct err *) MUST_CHECK;

/* Is there such a thing?  "" is nothing to ask for.  What is missing is said
 * of the row; false when the environment failed. */
bool import_need_item(struct import *, struct import_row *, const char *column,
    const char *code, struct err *) MUST_CHECK;
bool import_need_party(struct import *, struct import_row *, const char *column,
    const char *code, struct err *) MUST_CHECK;
#endif
