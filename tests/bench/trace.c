/*
 * trace.c - the history of one unit in a large file.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Both read the same units in the same order, each over a connection of its
 * own that has read some already.
 */
#include <stdio.h>
#include <stdlib.h>
#include "base/clock.h"
#include "bench.h"
#include "report/trace.h"

#define TRACES 500
#define SPREAD 7919		/* a prime: units far from one another */

static double
ours(struct bench *b, char serials[][16], size_t *events)
{
	struct ledger *l;
	struct samples s;
	struct trace t;
	struct err err;
	double median;

	bench_must(ledger_open(&l, b->large, true, 0, &err), &err);
	samples_init(&s, TRACES);
	*events = 0;
	for (size_t i = 0; i < TRACES; i++) {
		int64_t begun = clock_mono_us();

		bench_must(trace_read(l, "", serials[i], &t, &err), &err);
		samples_add(&s, (double)(clock_mono_us() - begun));
		*events += t.events.n;
		trace_done(&t);
	}
	median = samples_at(&s, 0.5);
	samples_done(&s);
	ledger_close(l);
	return median;
}

void
measure_trace(struct bench *b)
{
	static char serials[TRACES][16];
	static const char *names[TRACES];
	size_t read, bare;
	double floor, figure;

	for (size_t i = 0; i < TRACES; i++) {
		snprintf(serials[i], sizeof serials[i], "A%09lld",
		    (long long)((int64_t)i * SPREAD % b->units));
		names[i] = serials[i];
	}
	/* once unmeasured each, so that neither pays for the other's cold pages */
	(void)floor_trace(b->large, names, TRACES, &bare);
	floor = floor_trace(b->large, names, TRACES, &bare);
	figure = ours(b, serials, &read);
	if (read != bare || read < TRACES)
		bench_stop("%zu events were traced, %zu are there", read, bare);
	bench_head("Trace of one unit; floor: prepared look-ups of the same rows");
	bench_row("median", bench_time(figure), bench_time(floor), figure / floor, "3");
}
