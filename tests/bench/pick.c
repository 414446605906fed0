/*
 * pick.c - orders picked in a large file, and fifty terminals that do it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One picker goes through an order of 400 units in 20 lines; picks and bare
 * inserts take turns.  Then 50 processes, each with an order of its own, pick
 * a unit a second; what each waited is gathered.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "base/clock.h"
#include "bench.h"
#include "flow/flow.h"

#define LINES 20
#define EACH 20
#define ROUND 50
#define TERMINALS 50
#define SECONDS 10
#define VIEWS 100

struct picks {
	struct station st;
	struct forms *forms;
	struct flow *flow;
};

struct target { char serial[TEXT_SIZE], bin[CODE_SIZE]; };

static void
complain(void *ctx, const struct err *err)
{
	(void)ctx;
	bench_stop("%s", err->what);
}

static void
picks_open(struct picks *p, const char *db, const char *terminal, int cache_kib)
{
	struct worker worker = { .badge = "os:bench", .name = "bench",
	    .role = ROLE_ADMIN };
	struct err err;

	memset(p, 0, sizeof *p);
	bench_must(ledger_open(&p->st.ledger, db, false, cache_kib, &err), &err);
	bench_must(forms_load(&p->forms, NULL, complain, NULL, &err), &err);
	p->st.forms = p->forms;
	p->st.lock_wait_ms = -1;
	str_copy(p->st.terminal, sizeof p->st.terminal, terminal);
	scan_options_init(&p->st.scan_options, 2026);
	bench_must(flow_open(&p->flow, &p->st, "pick", &worker, &err), &err);
}

static void
picks_close(struct picks *p)
{
	flow_close(p->flow, false);
	forms_free(p->forms);
	ledger_close(p->st.ledger);
}

static double
feed(struct picks *p, const char *text, enum verdict_kind wanted)
{
	struct scan_in in = { text, strlen(text), ENTRY_SCANNED, 0 };
	int64_t begun = clock_mono_us();
	struct verdict v;
	struct err err;

	bench_must(flow_feed(p->flow, &in, &v, &err), &err);
	if (v.kind != wanted)
		bench_stop("%s got %s: %s", text, verdict_name(v.kind), v.text);
	return (double)(clock_mono_us() - begun);
}

static void
order_make(struct ledger *l, const char *number, int lines, int64_t each,
    int first_item)
{
	struct order o;
	struct err err;
	bool changed;

	order_init(&o);
	o.kind = ORDER_SO;
	o.state = ORDER_OPEN;
	str_copy(o.number, sizeof o.number, number);
	str_copy(o.party, sizeof o.party, "C-1");
	for (int i = 0; i < lines; i++) {
		struct order_line *line = vec_push(&o.lines);

		line->line = i + 1;
		line->qty = each;
		str_print(line->item, sizeof line->item, "ITEM-%02d",
		    (first_item + i) % BENCH_ITEMS);
	}
	bench_must(ledger_begin(l, -1, &err), &err);
	bench_must(order_define(l, &o, BY_FILE, &changed, &err), &err);
	bench_must(ledger_commit(l, &err), &err);
	order_done(&o);
}

/* What the order was promised, bin by bin. */
static size_t
targets_of(struct ledger *l, const char *key, struct target out[], size_t max)
{
	struct store *s = ledger_store(l);
	struct err err;
	int64_t id;
	size_t n = 0;
	int rc = 0;

	bench_must(store_name_find(s, NAME_ORDER, key, &id, &err), &err);
	bench_must(store_walk(s, Q_ALLOCATION_BOUND, &err, "ii", id, (int64_t)0), &err);
	while (n < max && (rc = store_next(s, Q_ALLOCATION_BOUND, &err)) > 0) {
		struct unit u;

		bench_must(ledger_unit_row(l, Q_ALLOCATION_BOUND, &u, &err), &err);
		str_copy(out[n].serial, TEXT_SIZE, u.serial);
		str_copy(out[n++].bin, CODE_SIZE, u.bin);
	}
	store_end(s, Q_ALLOCATION_BOUND);
	return n;
}

struct used { double all, program; };

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
views(struct picks *p)
{
	struct flow_view *view = calloc(1, sizeof *view);
	struct samples s;
	struct err err;

	if (view == NULL)
		bench_stop("no memory");
	samples_init(&s, VIEWS);
	for (int i = 0; i < VIEWS; i++) {
		int64_t begun = clock_mono_us();

		bench_must(flow_view(p->flow, view, &err), &err);
		samples_add(&s, (double)(clock_mono_us() - begun));
	}
	bench_row("the view of it", bench_time(samples_at(&s, 0.5)), "", 0, "");
	samples_done(&s);
	free(view);
}

static void
one_picker(struct bench *b)
{
	static struct target targets[LINES * EACH];
	struct floor *floor = floor_open(b, "floor-pick");
	struct samples picks, inserts;
	struct used sum = { 0 }, begun;
	struct picks p;
	double spent;
	size_t n;

	picks_open(&p, b->large, "bench", 0);
	order_make(p.st.ledger, "BIG", LINES, EACH, 0);
	spent = feed(&p, "BIG", VERDICT_OK);
	bench_row("an order of 400 units promised", bench_time(spent), "", 0, "");
	views(&p);
	n = targets_of(p.st.ledger, "SO:BIG", targets, LINES * EACH);
	samples_init(&picks, n);
	samples_init(&inserts, n + ROUND);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || strcmp(targets[i].bin, targets[i - 1].bin) != 0)
			feed(&p, targets[i].bin, VERDICT_OK);
		begun = used_now();
		samples_add(&picks, feed(&p, targets[i].serial, VERDICT_DONE));
		sum.all += used_now().all - begun.all;
		sum.program += used_now().program - begun.program;
		samples_add(&inserts, floor_insert(floor));
	}
	bench_row("scan of a unit, median", bench_time(samples_at(&picks, 0.5)),
	    bench_time(samples_at(&inserts, 0.5)),
	    samples_at(&picks, 0.5) / samples_at(&inserts, 0.5), "1.5");
	bench_row("  99th of a hundred", bench_time(samples_at(&picks, 0.99)),
	    bench_time(samples_at(&inserts, 0.99)), 0, "");
	bench_row("  processor time, all told", bench_time(sum.all / (double)n), "",
	    0, "150 us");
	bench_row("    of it in the program itself",
	    bench_time(sum.program / (double)n), "", 0, "");
	samples_done(&picks);
	samples_done(&inserts);
	floor_close(floor);
	picks_close(&p);
}

/* --- Fifty terminals -------------------------------------------------------- */

/* Until the moment, by the monotonic clock. */
static void
wait_until(int64_t us)
{
	struct timespec at = { .tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000 };

	while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL) != 0)
		;
}

struct ends { int ready[2], go[2], report[2]; };

static void
terminal(const struct bench *b, int i, const struct ends *ends)
{
	struct target targets[SECONDS + 1];
	double waits[SECONDS];
	int64_t start;
	char name[16], key[24];
	struct picks p;
	size_t n;

	str_print(name, sizeof name, "C%02d", i);
	str_print(key, sizeof key, "SO:%s", name);
	picks_open(&p, b->large, name, 4096);
	feed(&p, name, VERDICT_OK);
	n = targets_of(p.st.ledger, key, targets, SECONDS);
	if (n < SECONDS)
		bench_stop("%s was promised %zu", key, n);
	feed(&p, targets[0].bin, VERDICT_OK);
	if (write(ends->ready[1], "r", 1) != 1 ||
	    read(ends->go[0], &start, sizeof start) != (ssize_t)sizeof start)
		bench_stop("terminal %d was not started", i);
	for (int k = 0; k < SECONDS; k++) {
		if (k > 0 && strcmp(targets[k].bin, targets[k - 1].bin) != 0)
			feed(&p, targets[k].bin, VERDICT_OK);
		wait_until(start + k * 1000000 + i * 1000000 / TERMINALS);
		waits[k] = feed(&p, targets[k].serial, VERDICT_DONE);
	}
	picks_close(&p);
	_exit(write(ends->report[1], waits, sizeof waits) == (ssize_t)sizeof waits ?
	    0 : 1);
}

/* All stand at their bins: a moment from now they begin. */
static void
start_all(const struct ends *ends)
{
	int64_t start;
	char byte;

	for (int i = 0; i < TERMINALS; i++)
		if (read(ends->ready[0], &byte, 1) != 1)
			bench_stop("a terminal did not get ready");
	start = clock_mono_us() + 1000000;
	for (int i = 0; i < TERMINALS; i++)
		if (write(ends->go[1], &start, sizeof start) != (ssize_t)sizeof start)
			bench_stop("a terminal was not started");
}

static void
crowd(struct bench *b)
{
	struct ends ends;
	double waits[SECONDS];
	struct samples s;
	int lost = 0, status;

	if (pipe(ends.ready) != 0 || pipe(ends.go) != 0 || pipe(ends.report) != 0)
		bench_stop("no pipe");
	fflush(stdout);
	for (int i = 0; i < TERMINALS; i++) {
		pid_t pid = fork();

		if (pid < 0)
			bench_stop("no process");
		if (pid == 0)
			terminal(b, i, &ends);
	}
	close(ends.ready[1]);
	close(ends.report[1]);
	start_all(&ends);
	samples_init(&s, (size_t)TERMINALS * SECONDS);
	while (read(ends.report[0], waits, sizeof waits) == (ssize_t)sizeof waits)
		for (int k = 0; k < SECONDS; k++)
			samples_add(&s, waits[k]);
	close(ends.report[0]);
	close(ends.ready[0]);
	close(ends.go[0]);
	close(ends.go[1]);
	for (int i = 0; i < TERMINALS; i++)
		lost += wait(&status) < 0 || status != 0;
	if (lost > 0)
		bench_stop("%d of %d terminals failed", lost, TERMINALS);
	bench_row("50 terminals, a scan a second each, median",
	    bench_time(samples_at(&s, 0.5)), "", 0, "");
	bench_row("  99th of a hundred", bench_time(samples_at(&s, 0.99)), "", 0,
	    "100 ms");
	bench_row("  longest", bench_time(samples_at(&s, 1)), "", 0, "");
	samples_done(&s);
}

void
measure_pick(struct bench *b)
{
	struct party party = { .code = "C-1", .name = "Customer",
	    .kind = PARTY_CUSTOMER };
	struct ledger *l;
	struct err err;
	char name[16];
	bool changed;

	bench_head("Picking in the large file; floor: one durable 200-byte row");
	bench_must(ledger_open(&l, b->large, false, 0, &err), &err);
	bench_must(ledger_begin(l, -1, &err), &err);
	bench_must(party_define(l, &party, BY_FILE, &changed, &err), &err);
	bench_must(ledger_commit(l, &err), &err);
	for (int i = 0; i < TERMINALS; i++) {
		str_print(name, sizeof name, "C%02d", i);
		order_make(l, name, 1, SECONDS, i);
	}
	ledger_close(l);
	one_picker(b);
	crowd(b);
}
