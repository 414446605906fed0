/*
 * bench.h - measures, each beside the floor it stands on.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A figure alone says how fast this host is.  So each is printed with a floor
 * taken in the same run on the same disk (a bare SQLite transaction, sqlite3's
 * own import, a bare sync) and with their ratio, which is ours.  Budgets are
 * DESIGN's; nothing fails when one is passed.
 *
 *	BENCH_UNITS	units in the large database (1000000)
 *	BENCH_SCANS	scans of a measure (2000)
 *	BENCH_DIR	where the databases are made (a folder made and removed)
 *	BENCH_KEEP	leave it there
 *
 * Names of measures on the command line take those alone.  Whatever goes
 * wrong with the host ends the run in words (bench_stop).
 */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include "base/err.h"
#include "base/str.h"

#define BENCH_SMALL 10000		/* units in the small database */
#define BENCH_ITEMS 50
#define BENCH_BINS 500
#define BENCH_ORDER "4711"		/* an endless purchase order of every item */

struct bench {
	char program[512];
	char folder[512];
	char small[600], large[600];	/* databases */
	char stock[600];		/* CSV of the large one's units */
	int64_t units;
	int scans;
	int serial;			/* of the next unit that is received */
};

/* --- bench.c: figures ----------------------------------------------------------- */

void bench_stop(const char *fmt, ...) PRINTF_LIKE(1, 2)
    __attribute__((noreturn));
void bench_must(bool ok, const struct err *);
/* A row: what, "0.42 ms", its floor, the ratio (0: none) and its budget. */
void bench_row(const char *what, const char *figure, const char *floor,
    double ratio, const char *budget);
void bench_head(const char *words);
/* "0.42 ms", "12.3 s" in a ring of a few buffers. */
const char *bench_time(double us);
const char *bench_size(double kib);

struct samples { double *us; size_t n, max; };
void samples_init(struct samples *, size_t max);
void samples_done(struct samples *);
void samples_add(struct samples *, double us);
double samples_at(struct samples *, double share);	/* 0.5: the median */
double samples_sum(const struct samples *);

/* --- host.c: processes and files ---------------------------------------------------- */

struct child { double us; struct rusage used; int status; };
/* Run to its end, stdin from the file (NULL: empty), stdout to the file
 * (NULL: thrown away). */
void child_run(struct child *, const char *const argv[], const char *in,
    const char *out);
/* The same, and it must have ended with 0. */
void child_must(struct child *, const char *const argv[], const char *in);
void file_path(const struct bench *, const char *name, char out[600]);
int64_t file_bytes(const char *path);
void folder_remove(const char *path);

/* --- floor.c: what the disk and SQLite take alone ------------------------------------- */

struct floor;				/* an open SQLite file, WAL, synchronous=FULL */
struct floor *floor_open(const struct bench *, const char *name);
void floor_close(struct floor *);
double floor_insert(struct floor *);	/* us of one durable 200-byte row */
void floor_checkpoint(struct floor *);
double floor_sync(const struct bench *, int n);	/* median us of write + fdatasync */
/* Median us of reading the events of a unit, one prepared look-up each. */
double floor_trace(const char *db, const char *const serials[], size_t n,
    size_t *events);
/* us of reading all units of every item by its bins, one prepared query. */
double floor_candidates(const char *db, size_t *units);

/* --- the measures -------------------------------------------------------------------- */

void warehouse_make(struct bench *, const char *db);	/* definitions only */
void warehouse_stock(const struct bench *, const char *path, int64_t units);

void measure_stock(struct bench *);
void measure_scan(struct bench *);
void measure_trace(struct bench *);
void measure_allocate(struct bench *);
void measure_view(struct bench *);
void measure_pick(struct bench *);
void measure_screen(struct bench *);
void measure_burst(struct bench *);
void measure_drive(struct bench *);
void measure_labels(struct bench *);
#endif
