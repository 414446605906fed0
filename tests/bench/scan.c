/*
 * scan.c - from a scan to its durable verdict, in a small and a large file.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each scan receives a new unit.  Scans and bare inserts take turns, so that
 * both meet the disk in the same moods.  Checkpoints stand outside: a station
 * makes them when nobody waits.
 */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include "base/clock.h"
#include "bench.h"
#include "flow/flow.h"

#define ROUND 50
#define TURN_ITEMS 5		/* rounds until another item is received */

struct scans {
	struct ledger *ledger;
	struct forms *forms;
	struct station station;
	struct flow *flow;
	struct samples verdict, insert, idle;
	struct used { double all, program; } scan, bare;
};

/* Processor time so far, and of it what the program itself took. */
static struct used
used_now(void)
{
	struct rusage r;

	getrusage(RUSAGE_SELF, &r);
	return (struct used){
	    (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) * 1e6 +
	    (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec),
	    (double)r.ru_utime.tv_sec * 1e6 + (double)r.ru_utime.tv_usec };
}

static void
used_add(struct used *sum, struct used before)
{
	struct used now = used_now();

	sum->all += now.all - before.all;
	sum->program += now.program - before.program;
}

static void
forms_complain(void *ctx, const struct err *err)
{
	(void)ctx;
	bench_stop("%s", err->what);
}

static void
feed(struct scans *s, const char *text, enum verdict_kind wanted)
{
	struct scan_in in = { text, strlen(text), ENTRY_SCANNED, 0 };
	struct verdict v;
	struct err err;

	bench_must(flow_feed(s->flow, &in, &v, &err), &err);
	if (v.kind != wanted)
		bench_stop("%s got %s: %s", text, verdict_name(v.kind), v.text);
}

static void
open_scans(struct scans *s, const char *db, int n)
{
	struct worker worker = { .badge = "os:bench", .name = "bench",
	    .role = ROLE_ADMIN };
	struct err err;

	memset(s, 0, sizeof *s);
	bench_must(ledger_open(&s->ledger, db, false, 0, &err), &err);
	bench_must(forms_load(&s->forms, NULL, forms_complain, NULL, &err), &err);
	s->station.ledger = s->ledger;
	s->station.forms = s->forms;
	s->station.lock_wait_ms = -1;
	snprintf(s->station.terminal, sizeof s->station.terminal, "bench");
	scan_options_init(&s->station.scan_options, 2026);
	bench_must(flow_open(&s->flow, &s->station, "receiving", &worker, &err),
	    &err);
	samples_init(&s->verdict, (size_t)n);
	samples_init(&s->insert, (size_t)n);
	samples_init(&s->idle, (size_t)n);
	feed(s, BENCH_ORDER, VERDICT_OK);
}

static void
close_scans(struct scans *s)
{
	flow_close(s->flow, false);
	forms_free(s->forms);
	ledger_close(s->ledger);
	samples_done(&s->verdict);
	samples_done(&s->insert);
	samples_done(&s->idle);
}

static void
round_of_scans(struct bench *b, struct scans *s)
{
	struct used before = used_now();
	char serial[16];

	for (int i = 0; i < ROUND; i++) {
		snprintf(serial, sizeof serial, "B%09d", b->serial++);
		int64_t begun = clock_mono_us();
		feed(s, serial, VERDICT_DONE);
		samples_add(&s->verdict, (double)(clock_mono_us() - begun));
	}
	used_add(&s->scan, before);
}

static void
round_of_inserts(struct scans *s, struct floor *floor)
{
	struct used before = used_now();

	for (int i = 0; i < ROUND; i++)
		samples_add(&s->insert, floor_insert(floor));
	used_add(&s->bare, before);
}

static void
rest(struct scans *s)
{
	int64_t begun = clock_mono_us();
	struct err err;

	bench_must(store_idle(ledger_store(s->ledger), &err), &err);
	samples_add(&s->idle, (double)(clock_mono_us() - begun));
}

/* Fills *s; the caller closes it. */
static void
run(struct bench *b, const char *db, const char *floor_name, struct scans *s)
{
	struct floor *floor = floor_open(b, floor_name);
	int rounds = b->scans / ROUND;
	char item[16];

	open_scans(s, db, b->scans);
	for (int r = 0; r < rounds; r++) {
		if (r % TURN_ITEMS == 0) {
			snprintf(item, sizeof item, "ITEM-%02d",
			    r / TURN_ITEMS % BENCH_ITEMS);
			feed(s, item, VERDICT_OK);
		}
		round_of_scans(b, s);
		round_of_inserts(s, floor);
		rest(s);
		floor_checkpoint(floor);
	}
	floor_close(floor);
}

static void
rows(struct scans *s, int64_t units)
{
	double n = (double)s->verdict.n, median = samples_at(&s->verdict, 0.5);
	double floor = samples_at(&s->insert, 0.5);
	char what[80];

	snprintf(what, sizeof what, "median, %lld units in the file",
	    (long long)units);
	bench_row(what, bench_time(median), bench_time(floor), median / floor, "1.5");
	bench_row("  99th of a hundred", bench_time(samples_at(&s->verdict, 0.99)),
	    bench_time(samples_at(&s->insert, 0.99)),
	    samples_at(&s->verdict, 0.99) / samples_at(&s->insert, 0.99), "");
	bench_row("  processor time, all told", bench_time(s->scan.all / n),
	    bench_time(s->bare.all / n), s->scan.all / s->bare.all, "150 us");
	bench_row("    of it in the program itself", bench_time(s->scan.program / n),
	    bench_time(s->bare.program / n), 0, "");
	bench_row("  checkpoint when idle, longest",
	    bench_time(samples_at(&s->idle, 1)), "", 0, "");
}

void
measure_scan(struct bench *b)
{
	struct scans small, large;
	double ratio;

	bench_head("Scan to durable verdict; floor: one durable 200-byte row");
	run(b, b->small, "floor-small", &small);
	rows(&small, BENCH_SMALL);
	run(b, b->large, "floor-large", &large);
	rows(&large, b->units);
	ratio = samples_at(&large.verdict, 0.5) / samples_at(&small.verdict, 0.5);
	bench_row("growth, large file over small",
	    bench_time(samples_at(&large.verdict, 0.5)),
	    bench_time(samples_at(&small.verdict, 0.5)), ratio, "1.3");
	close_scans(&small);
	close_scans(&large);
}
