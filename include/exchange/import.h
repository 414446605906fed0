/*
 * import.h - `dockledger import`: files of definitions, orders and stock.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A file is read to its end and each value checked (cells), then all of it is
 * checked against the database and said as events, in one transaction.  On
 * any wrong row nothing is imported.  Importing the same file again adds no
 * event: a fact that stands is not said twice.
 *
 * Complaints go to a stream as `NAME:LINE: COLUMN: what is wrong`, in the
 * order of the file, at most IMPORT_COMPLAINTS_MAX of them and the number of
 * the others.  LINE is where the row begins; COLUMN is "row" for what is wrong
 * with a row as a whole.  A row may have several.
 *
 * A row defines the whole of its thing: what it leaves empty is absent from now
 * on (a PIN excepted, which an empty cell keeps).
 *
 * What is referred to must be there: items name serial rules and warranties,
 * bins name items (reserved), orders name parties and items, and so on.  One
 * reference may come before its thing: an item's default_bin, because bins
 * name items and one of the two files must be first.
 *
 * Memory: the rows of the file.  A row of stock (units, expected) takes 64
 * bytes and its serial, lot and carton, so a million take about 90 MB; a
 * row of any other kind takes up to 1 KiB.
 */
#ifndef EXCHANGE_IMPORT_H
#define EXCHANGE_IMPORT_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include "base/err.h"
#include "ledger/ledger.h"

#define IMPORT_COMPLAINTS_MAX 10000

struct import_options {
	bool dry_run;			/* check everything, keep nothing */
	bool held;			/* sales orders are kept back as drafts */
};

struct import_result {
	int64_t rows;			/* rows of the file, without its header */
	int64_t wrong;			/* rows with a complaint */
	int64_t said;			/* facts that are new: events */
	int64_t stood;			/* facts that were known already */
};

/*
 * Import a file of a kind; name stands for it in complaints ("-" for standard
 * input).  ERR_USAGE: there is no such kind (the hint lists them); ERR_INPUT:
 * wrong rows, each said on complaints; others: the environment failed.  No
 * transaction may be open.  *out is filled in any case.  Waits up to a minute
 * for the lock on the database.
 */
bool import_run(struct ledger *, const char *kind, FILE *in, const char *name,
    const struct import_options *, FILE *complaints, struct import_result *out,
    struct err *) MUST_CHECK;

/* The kinds and their columns, for help: NULL past the last. */
const char *import_kind_name(size_t i);
const char *import_column_name(size_t kind, size_t i, bool *required);
#endif
