/*
 * stock.c - opening stock from a file, beside sqlite3's own import of it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * sqlite3 writes the rows as they are into a table without an index; we write
 * an event, a hash, a unit, its indexes and the sums for each, checked.
 */
#include <stdio.h>
#include <string.h>
#include "bench.h"

static double
bare_import(const struct bench *b)
{
	char path[600], command[700];
	const char *argv[] = { "sqlite3", path, "PRAGMA synchronous=FULL", command,
	    NULL };
	struct child c;

	file_path(b, "bare.db", path);
	snprintf(command, sizeof command, ".import --csv %s unit", b->stock);
	child_run(&c, argv, NULL, NULL);
	if (c.status != 0)
		return 0;	/* no sqlite3 on this host: no floor */
	return c.us;
}

static int64_t
wal_bytes(const char *db)
{
	char path[620];

	snprintf(path, sizeof path, "%s-wal", db);
	return file_bytes(path);
}

static void
small(struct bench *b)
{
	char path[600];
	const char *argv[] = { b->program, "--db", b->small, "import", "units", path,
	    NULL };
	struct child c;

	file_path(b, "small.csv", path);
	warehouse_make(b, b->small);
	warehouse_stock(b, path, BENCH_SMALL);
	child_must(&c, argv, NULL);
}

void
measure_stock(struct bench *b)
{
	const char *argv[] = { b->program, "--db", b->large, "import", "units",
	    b->stock, NULL };
	double floor;
	struct child c;
	char what[80];

	small(b);
	warehouse_make(b, b->large);
	warehouse_stock(b, b->stock, b->units);
	floor = bare_import(b);
	child_must(&c, argv, NULL);
	bench_head("Opening stock from CSV; floor: sqlite3 .import of the same file");
	snprintf(what, sizeof what, "%lld units", (long long)b->units);
	bench_row(what, bench_time(c.us), floor > 0 ? bench_time(floor) : "none",
	    floor > 0 ? c.us / floor : 0, "6");
	bench_row("  a unit", bench_time(c.us / (double)b->units),
	    floor > 0 ? bench_time(floor / (double)b->units) : "none", 0, "");
	bench_row("  most memory it took", bench_size((double)c.used.ru_maxrss), "",
	    0, "");
	bench_row("  the database after, with its log", bench_size((double)
	    (file_bytes(b->large) + wal_bytes(b->large)) / 1024), "", 0, "");
}
