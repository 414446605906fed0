/*
 * test_crowd.c - many terminals at once on one database: no serial is taken
 * twice, nobody starves, nothing is lost.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Receivers scan serials from one pool, so that most are scanned by several
 * at once; movers carry what was received.  Each child counts what it was told
 * was done; the sums must be what the ledger knows.
 */
#include "../unit/unit.h"
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../support/dice.h"
#include "../support/play.h"
#include "base/clock.h"

enum { RECEIVERS = 4, MOVERS = 2, CHILDREN = RECEIVERS + MOVERS, POOL = 120,
    SCANS = 150 };

static uint64_t seed;

struct tally {
	size_t done, warned, refused, asked, busy;
	int64_t longest_us;
	size_t received[POOL];
};

static void
serial_of(size_t i, char out[16])
{
	str_print(out, 16, "P%05zu", i * 7919 % 100000);
}

/* Feed until the lock is ours; the time it took is kept. */
static enum verdict_kind
feed(struct player *p, const char *scan, struct tally *t)
{
	int64_t began = clock_mono_us(), took;
	struct err err;

	err_clear(&err);
	while (!player_try(p, scan, &err)) {
		if (err.kind != ERR_BUSY) {
			fprintf(stderr, "%s: %s %s\n", scan, err.what, err.detail);
			_exit(4);
		}
		t->busy++;
	}
	took = clock_mono_us() - began;
	t->longest_us = took > t->longest_us ? took : t->longest_us;
	t->done += p->last.kind == VERDICT_DONE;
	t->warned += p->last.kind == VERDICT_WARN;
	t->refused += p->last.kind == VERDICT_REFUSE;
	t->asked += p->last.kind == VERDICT_ASK;
	return p->last.kind;
}

static void
receive(struct player *p, struct dice *d, struct tally *t)
{
	char serial[16];

	player_flow(p, "receiving", "CLERK1");
	feed(p, "4711", t);
	feed(p, "DRILL", t);
	for (int i = 0; i < SCANS; i++) {
		size_t at = dice_below(d, POOL);

		serial_of(at, serial);
		if (feed(p, serial, t) == VERDICT_DONE)
			t->received[at]++;
		if (dice_one_in(d, 25) && p->last.kind == VERDICT_DONE &&
		    feed(p, "XCXUNDO", t) == VERDICT_DONE)
			t->received[at]--;
	}
}

static void
carry(struct player *p, struct dice *d, struct tally *t)
{
	static const char *const bins[] = { "A-02", "A-03", "DOCK-2", "DOCK-1" };
	char serial[16];

	player_flow(p, "move", "CLERK2");
	for (int i = 0; i < SCANS; i++) {
		serial_of(dice_below(d, POOL), serial);
		if (feed(p, serial, t) == VERDICT_ASK)
			feed(p, "XCXNO", t);
		if (dice_one_in(d, 3))
			feed(p, bins[dice_below(d, 4)], t);
	}
}

static void
child(const struct house *h, int i, int go, int report)
{
	struct house same = *h;
	struct tally t = { 0 };
	struct dice d = dice_of(seed, (uint64_t)i);
	struct player p;
	struct err err;
	char byte;

	must(ledger_open(&same.l, same.path, false, 4096, &err));
	player_init(&p, &same, NULL);
	p.st.lock_wait_ms = 300;
	str_print(p.st.terminal, CODE_SIZE, "t%d", i);
	if (read(go, &byte, 1) < 0)
		_exit(5);
	if (i < RECEIVERS)
		receive(&p, &d, &t);
	else
		carry(&p, &d, &t);
	player_done(&p);
	ledger_close(same.l);
	_exit(write(report, &t, sizeof t) == (ssize_t)sizeof t ? 0 : 6);
}

/* All at once, and what each counted. */
static void
run(const struct house *h, struct tally tallies[CHILDREN])
{
	int go[2], report[CHILDREN][2], status;
	pid_t pid[CHILDREN];

	assert_int_equal(pipe(go), 0);
	for (int i = 0; i < CHILDREN; i++) {
		assert_int_equal(pipe(report[i]), 0);
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0) {
			close(go[1]);
			child(h, i, go[0], report[i][1]);
		}
		close(report[i][1]);
	}
	close(go[0]);
	close(go[1]);		/* the start */
	for (int i = 0; i < CHILDREN; i++) {
		assert_int_equal(read(report[i][0], &tallies[i], sizeof tallies[i]),
		    sizeof tallies[i]);
		close(report[i][0]);
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_int_equal(status, 0);
	}
}

static void
check_units(struct house *h, const struct tally tallies[CHILDREN])
{
	int64_t there = 0;
	char serial[16];

	for (size_t at = 0; at < POOL; at++) {
		size_t times = 0;

		for (int i = 0; i < RECEIVERS; i++)
			times += tallies[i].received[at];
		serial_of(at, serial);
		if (times > 1)
			fail_msg("%s was accepted %zu times", serial, times);
		if ((times == 1) != str_starts(house_unit(h, "DRILL", serial),
		    "available"))
			fail_msg("%s was accepted %zu times and is %s", serial, times,
			    house_unit(h, "DRILL", serial));
		there += (int64_t)times;
	}
	assert_int_equal(house_received(h, "PO:4711", 1), there);
	assert_int_equal(house_bin_units(h, "DOCK-1") + house_bin_units(h, "DOCK-2") +
	    house_bin_units(h, "A-02") + house_bin_units(h, "A-03"), there);
	assert_true(there > POOL / 2);
}

static void crowd__takes__each_serial_once(void **state)
{
	static struct tally tallies[CHILDREN];
	int64_t longest = 0;
	struct house h;

	(void)state;
	for (size_t round = 0; round < dice_rounds(1); round++) {
		house_open(&h, "crowd");
		house_furnish(&h);
		house_order(&h, "PO:4711", "DRILL:1000");
		house_shut(&h);
		run(&h, tallies);
		house_reopen(&h);
		check_units(&h, tallies);
		assert_int_equal(house_faults(&h), 0);
		assert_true(house_is_sound(&h));
		assert_int_equal(house_incidents(&h), 0);
		for (int i = 0; i < CHILDREN; i++)
			longest = tallies[i].longest_us > longest ?
			    tallies[i].longest_us : longest;
		house_close(&h);
		seed++;
	}
	/* six scan without a pause; nobody waited for all the others' work */
	printf("# the longest wait for a verdict was %lld ms\n",
	    (long long)longest / 1000);
	assert_true(longest < 60000000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(crowd__takes__each_serial_once),
	};

	seed = dice_seed();
	dice_say(seed);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
}
