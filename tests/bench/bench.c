/*
 * bench.c - the run: which measures, their figures, their rows.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/seal.h"
#include "bench.h"

static const struct {
	const char *name;
	void (*run)(struct bench *);
} measures[] = {
	{ "stock", measure_stock },	/* fills the databases the others use */
	{ "scan", measure_scan },
	{ "trace", measure_trace },
	{ "allocate", measure_allocate },
	{ "view", measure_view },
	{ "pick", measure_pick },
	{ "screen", measure_screen },
	{ "burst", measure_burst },
	{ "drive", measure_drive },
	{ "labels", measure_labels },
};

void
bench_stop(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fputs("bench: ", stderr);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
	exit(3);
}

void
bench_must(bool ok, const struct err *err)
{
	if (!ok)
		bench_stop("%s: %s", err->what, err->detail);
}

void
bench_head(const char *words)
{
	printf("\n%s\n", words);
	fflush(stdout);
}

void
bench_row(const char *what, const char *figure, const char *floor, double ratio,
    const char *budget)
{
	char of[24] = "";

	if (ratio > 0)
		snprintf(of, sizeof of, "%.2f", ratio);
	printf("  %-44s %10s %10s %7s %8s\n", what, figure, floor, of, budget);
	fflush(stdout);
}

static char *
ring(void)
{
	static char texts[8][24];
	static size_t next;

	next = (next + 1) % 8;
	return texts[next];
}

const char *
bench_time(double us)
{
	char *out = ring();

	if (us < 1000)
		snprintf(out, 24, "%.1f us", us);
	else if (us < 1e6)
		snprintf(out, 24, "%.2f ms", us / 1e3);
	else
		snprintf(out, 24, "%.2f s", us / 1e6);
	return out;
}

const char *
bench_size(double kib)
{
	char *out = ring();

	snprintf(out, 24, "%.1f MiB", kib / 1024);
	return out;
}

void
samples_init(struct samples *s, size_t max)
{
	s->us = calloc(max, sizeof *s->us);
	if (s->us == NULL)
		bench_stop("no memory for %zu samples", max);
	s->n = 0;
	s->max = max;
}

void
samples_done(struct samples *s)
{
	free(s->us);
}

void
samples_add(struct samples *s, double us)
{
	if (s->n == s->max)
		bench_stop("more than %zu samples", s->max);
	s->us[s->n++] = us;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

double
samples_at(struct samples *s, double share)
{
	size_t i = (size_t)(share * (double)s->n);

	if (s->n == 0)
		return 0;
	qsort(s->us, s->n, sizeof *s->us, by_size);
	return s->us[i < s->n ? i : s->n - 1];
}

double
samples_sum(const struct samples *s)
{
	double sum = 0;

	for (size_t i = 0; i < s->n; i++)
		sum += s->us[i];
	return sum;
}

static int64_t
setting(const char *name, int64_t otherwise, int64_t least)
{
	const char *text = getenv(name);
	char *end;
	long long n;

	if (text == NULL || text[0] == '\0')
		return otherwise;
	n = strtoll(text, &end, 10);
	if (*end != '\0' || n < least)
		bench_stop("%s is a number from %lld", name, (long long)least);
	return n;
}

static void
set_up(struct bench *b)
{
	const char *build = getenv("DOCKLEDGER_BUILDDIR"), *dir = getenv("BENCH_DIR");
	struct err err;

	memset(b, 0, sizeof *b);
	b->units = setting("BENCH_UNITS", 1000000, BENCH_SMALL);
	b->scans = (int)setting("BENCH_SCANS", 2000, 100);
	snprintf(b->program, sizeof b->program, "%s/dockledger",
	    build == NULL ? "." : build);
	snprintf(b->folder, sizeof b->folder, "%s",
	    dir == NULL || dir[0] == '\0' ? "bench.tmp" : dir);
	if (access(b->program, X_OK) != 0)
		bench_stop("%s is not there", b->program);
	folder_remove(b->folder);
	if (mkdir(b->folder, 0700) != 0)
		bench_stop("could not make %s: %s", b->folder, strerror(errno));
	file_path(b, "small.db", b->small);
	file_path(b, "large.db", b->large);
	file_path(b, "stock.csv", b->stock);
	bench_must(seal_start(&err), &err);
}

static bool
wanted(const char *name, int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], name) == 0)
			return true;
	/* the databases are made by the measure of making them; labels need none */
	return argc == 1 || (strcmp(name, "stock") == 0 &&
	    !(argc == 2 && strcmp(argv[1], "labels") == 0));
}

int
main(int argc, char **argv)
{
	struct bench b;

	set_up(&b);
	printf("  %-44s %10s %10s %7s %8s\n", "", "figure", "floor", "ratio",
	    "budget");
	for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++)
		if (wanted(measures[i].name, argc, argv))
			measures[i].run(&b);
	if (getenv("BENCH_KEEP") == NULL)
		folder_remove(b.folder);
	return 0;
}
