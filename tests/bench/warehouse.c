/*
 * warehouse.c - the warehouse that is measured: as files, imported.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdio.h>
#include <string.h>
#include "bench.h"

static FILE *
begin(const struct bench *b, const char *name, char path[600])
{
	FILE *f;

	file_path(b, name, path);
	f = fopen(path, "w");
	if (f == NULL)
		bench_stop("could not write %s", path);
	return f;
}

static void
import(const struct bench *b, const char *db, const char *kind, FILE *f,
    const char *path)
{
	const char *argv[] = { b->program, "--db", db, "import", kind, path, NULL };
	struct child c;

	if (fclose(f) != 0)
		bench_stop("could not write %s", path);
	child_must(&c, argv, NULL);
}

static void
bins(const struct bench *b, const char *db)
{
	char path[600];
	FILE *f = begin(b, "bins.csv", path);

	fputs("code,zone,kind,sequence,capacity\nDOCK-1,DOCK,dock,1,\n"
	    "QUAR-1,QUAR,quarantine,2,\n", f);
	for (int i = 0; i < BENCH_BINS; i++)
		fprintf(f, "A-%03d,A,storage,%d,\n", i, 10 + i);
	import(b, db, "bins", f, path);
}

static void
items(const struct bench *b, const char *db)
{
	char path[600];
	FILE *f = begin(b, "serial-rules.csv", path);

	fputs("code,pattern,example,hint\nSN,[A-Z][0-9]{9},A000000001,"
	    "a letter and nine digits\n", f);
	import(b, db, "serial-rules", f, path);
	f = begin(b, "items.csv", path);
	fputs("code,name,serial_rule,default_bin\n", f);
	for (int i = 0; i < BENCH_ITEMS; i++)
		fprintf(f, "ITEM-%02d,Item number %d,SN,A-%03d\n", i, i, i);
	import(b, db, "items", f, path);
}

/* An order that is never full. */
static void
order(const struct bench *b, const char *db)
{
	char path[600];
	FILE *f = begin(b, "parties.csv", path);

	fputs("code,name,kind\nS-1,Supplier,supplier\n", f);
	import(b, db, "parties", f, path);
	f = begin(b, "orders.csv", path);
	fputs("kind,number,party,line,item,qty\n", f);
	for (int i = 0; i < BENCH_ITEMS; i++)
		fprintf(f, "PO,%s,S-1,%d,ITEM-%02d,1000000\n", BENCH_ORDER, i + 1, i);
	import(b, db, "orders", f, path);
}

void
warehouse_make(struct bench *b, const char *db)
{
	const char *argv[] = { b->program, "--db", db, "init", "--station", "BENCH",
	    NULL };
	struct child c;

	child_must(&c, argv, NULL);
	bins(b, db);
	items(b, db);
	order(b, db);
}

void
warehouse_stock(const struct bench *b, const char *path, int64_t units)
{
	FILE *f = fopen(path, "w");

	(void)b;
	if (f == NULL)
		bench_stop("could not write %s", path);
	fputs("item,serial,bin,lot,received_on\n", f);
	for (int64_t i = 0; i < units; i++)
		fprintf(f, "ITEM-%02d,A%09lld,A-%03d,L%03d,2026-01-%02d\n",
		    (int)(i % BENCH_ITEMS), (long long)i, (int)(i % BENCH_BINS),
		    (int)(i % 200), (int)(i % 28) + 1);
	if (fclose(f) != 0)
		bench_stop("could not write %s", path);
}
