/*
 * view.c - what a screen shows, asked of a large file.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A terminal asks for the view after each scan; a list that is read whole to
 * show its first rows would be seen here.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "bench.h"
#include "flow/flow.h"

#define VIEWS 100

static void
complain(void *ctx, const struct err *err)
{
	(void)ctx;
	bench_stop("%s", err->what);
}

static void
feed(struct flow *f, const char *text)
{
	struct scan_in in = { text, strlen(text), ENTRY_SCANNED, 0 };
	struct verdict v;
	struct err err;

	bench_must(flow_feed(f, &in, &v, &err), &err);
	if (v.kind != VERDICT_OK)
		bench_stop("%s got %s: %s", text, verdict_name(v.kind), v.text);
}

static void
one(struct station *st, const char *flow, const char *const scans[],
    const char *what)
{
	struct worker worker = { .badge = "os:bench", .name = "bench",
	    .role = ROLE_ADMIN };
	struct flow_view *view = calloc(1, sizeof *view);
	struct samples s;
	struct flow *f;
	struct err err;

	if (view == NULL)
		bench_stop("no memory");
	bench_must(flow_open(&f, st, flow, &worker, &err), &err);
	for (size_t i = 0; scans[i] != NULL; i++)
		feed(f, scans[i]);
	samples_init(&s, VIEWS);
	for (int i = 0; i < VIEWS; i++) {
		int64_t begun = clock_mono_us();

		bench_must(flow_view(f, view, &err), &err);
		samples_add(&s, (double)(clock_mono_us() - begun));
	}
	bench_row(what, bench_time(samples_at(&s, 0.5)), "", 0, "");
	samples_done(&s);
	flow_close(f, false);
	free(view);
}

void
measure_view(struct bench *b)
{
	static const char *const nothing[] = { NULL };
	static const char *const delivery[] = { BENCH_ORDER, "ITEM-07", NULL };
	static const char *const in_hand[] = { "A000000007", NULL };
	struct station st = { .lock_wait_ms = -1, .terminal = "bench" };
	struct forms *forms;
	struct err err;

	bench_must(ledger_open(&st.ledger, b->large, false, 0, &err), &err);
	bench_must(forms_load(&forms, NULL, complain, NULL, &err), &err);
	st.forms = forms;
	scan_options_init(&st.scan_options, 2026);
	bench_head("What a screen shows, asked of the large file");
	one(&st, "receiving", delivery, "receiving, an order of 50 lines");
	one(&st, "putaway", nothing, "putaway, what waits on the docks");
	one(&st, "putaway", in_hand, "putaway, where a unit fits best");
	one(&st, "lookup", in_hand, "look-up of a unit");
	forms_free(forms);
	ledger_close(st.ledger);
}
