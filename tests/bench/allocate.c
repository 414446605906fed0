/*
 * allocate.c - an order of 1,000 lines gets its units from a large file.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Every item of the warehouse is asked for, so that every unit is a candidate.
 * Choosing alone is an order that is refused at its end, for a line that
 * nothing can be found for; nothing of it is committed.
 */
#include <stdio.h>
#include <string.h>
#include "base/clock.h"
#include "bench.h"
#include "ledger/allocation.h"

#define LINES 1000
#define PIECES 5
#define ROUNDS 3

static void
make_order(struct ledger *l, const char *number, bool refused, struct order *o)
{
	struct err err;
	bool changed;

	order_init(o);
	o->kind = ORDER_SO;
	o->state = ORDER_OPEN;
	str_copy(o->number, sizeof o->number, number);
	for (int i = 0; i < LINES; i++) {
		struct order_line *line = vec_push(&o->lines);

		line->line = i + 1;
		line->qty = PIECES;
		str_print(line->item, sizeof line->item, "ITEM-%02d", i % BENCH_ITEMS);
	}
	if (refused)
		*vec_push(&o->lines) = (struct order_line){ .line = LINES + 1,
		    .item = "NOSUCH", .qty = 1 };
	bench_must(order_define(l, o, BY_FILE, &changed, &err), &err);
	order_done(o);
	order_init(o);
	bench_must(order_find(l, ORDER_SO, number, o, &err) > 0, &err);
}

/* us of one allocation; *got pieces could be had. */
static double
allocate(struct ledger *l, bool refused, int64_t *got)
{
	struct allocation_ask ask = { .entry = BY_SYSTEM };
	struct allocation_result r;
	struct order o;
	struct err err;
	int64_t begun;
	bool ok;

	bench_must(ledger_begin(l, -1, &err), &err);
	make_order(l, refused ? "REFUSED" : "GIVEN", refused, &o);
	begun = clock_mono_us();
	ok = order_allocate(l, &o, &ask, &r, &err);
	begun = clock_mono_us() - begun;
	if (ok == refused)
		bench_stop("allocation: %s", ok ? "it is not short" : err.what);
	*got = r.got;
	allocation_result_done(&r);
	order_done(&o);
	ledger_rollback(l);
	return (double)begun;
}

static double
best(struct ledger *l, bool refused, int64_t *got)
{
	double us = 0;

	for (int i = 0; i < ROUNDS; i++) {
		double now = allocate(l, refused, got);

		us = i == 0 || now < us ? now : us;
	}
	return us;
}

void
measure_allocate(struct bench *b)
{
	double floor = 0, chosen, given;
	struct ledger *l;
	struct err err;
	char what[64];
	size_t units;
	int64_t got;

	for (int i = 0; i < ROUNDS; i++) {
		double now = floor_candidates(b->large, &units);

		floor = i == 0 || now < floor ? now : floor;
	}
	bench_must(ledger_open(&l, b->large, false, 0, &err), &err);
	chosen = best(l, true, &got);
	given = best(l, false, &got);
	ledger_close(l);
	bench_head("An order of 1,000 lines; floor: the same units read by one query");
	str_print(what, sizeof what, "%lld of %zu units chosen", (long long)got, units);
	bench_row(what, bench_time(chosen), bench_time(floor), chosen / floor, "");
	bench_row("and promised, one event each", bench_time(given),
	    bench_time(floor), given / floor, "");
}
