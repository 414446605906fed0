/*
 * drive.c - a long delivery through `dockledger scan`.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdio.h>
#include <string.h>
#include "bench.h"

#define SERIALS 5000
#define SYNCS 500

static void
write_scans(struct bench *b, const char *path)
{
	FILE *f = fopen(path, "w");

	if (f == NULL)
		bench_stop("could not write %s", path);
	fputs(BENCH_ORDER "\nITEM-01\n", f);
	for (int i = 0; i < SERIALS; i++)
		fprintf(f, "B%09d\n", b->serial++);
	if (fclose(f) != 0)
		bench_stop("could not write %s", path);
}

void
measure_drive(struct bench *b)
{
	char path[600], what[80];
	const char *argv[] = { b->program, "--db", b->large, "scan", "receiving",
	    NULL };
	double sync;
	struct child c;

	file_path(b, "delivery.scans", path);
	write_scans(b, path);
	child_must(&c, argv, path);
	sync = floor_sync(b, SYNCS) * SERIALS;
	bench_head("A delivery through `dockledger scan`; floor: the syncs alone");
	snprintf(what, sizeof what, "%d serials, one durable verdict each", SERIALS);
	bench_row(what, bench_time(c.us), bench_time(sync), c.us / sync, "");
	snprintf(what, sizeof what, "  share of the time that is the disk's: %.0f %%",
	    100 * sync / c.us);
	bench_row(what, bench_time(c.us / SERIALS), bench_time(sync / SERIALS), 0, "");
}
