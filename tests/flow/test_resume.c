/*
 * test_resume.c - work that goes on: after a kill, on another terminal, after
 * a feed that could not be saved.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Children are real processes on the same file; the parent closes its own
 * ledger before it forks, for a database handle does not survive that.
 */
#include "flows.h"
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

struct part {
	struct stage *stage;
	const char *flow;
	const char *badge;
	const char *terminal;
	const char *const *scans;
	size_t n;
	bool stay;		/* wait to be killed instead of dying */
};

/* In a child: open the house, feed the scans, then die without a word. */
static void
child_part(const struct part *part, int report)
{
	struct house *h = &part->stage->house;
	struct player *p = &part->stage->p;
	struct err err;

	must(ledger_open(&h->l, h->path, false, 0, &err));
	p->st.ledger = h->l;
	str_copy(p->st.terminal, sizeof p->st.terminal, part->terminal);
	player_flow(p, part->flow, part->badge);
	for (size_t i = 0; i < part->n; i++)
		player_scan(p, part->scans[i]);
	if (write(report, "k", 1) != 1)
		_exit(9);
	while (part->stay)
		pause();
	kill(getpid(), SIGKILL);
}

static void
leave_house(struct stage *stage)
{
	player_leave(&stage->p, true);
	house_shut(&stage->house);
}

static void
enter_house(struct stage *stage)
{
	struct err err;

	must(ledger_open(&stage->house.l, stage->house.path, false, 0, &err));
	ledger_set_operator(stage->house.l, "os:tester");
	stage->p.st.ledger = stage->house.l;
}

/* Start a part in a child; returns when it has fed all its scans. */
static pid_t
start_part(const struct part *part)
{
	int ends[2];
	char byte;
	pid_t pid;

	leave_house(part->stage);
	assert_int_equal(pipe(ends), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		child_part(part, ends[1]);
	close(ends[1]);
	assert_int_equal(read(ends[0], &byte, 1), 1);
	close(ends[0]);
	if (!part->stay)
		assert_int_equal(waitpid(pid, NULL, 0), pid);
	enter_house(part->stage);
	return pid;
}

static void
end_part(pid_t pid)
{
	kill(pid, SIGKILL);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
}

static struct flow_unfinished
only_unfinished(struct player *p, bool any)
{
	struct flow_unfinished list[4];
	struct err err;
	size_t n;

	assert_true(flow_unfinished(&p->st, any, list, 4, &n, &err));
	assert_int_equal(n, 1);
	return list[0];
}

static void
resume(struct player *p, int64_t job, const char *badge)
{
	struct worker worker = { 0 };
	struct err err;
	bool needs_pin;

	must(worker_by_badge(&p->st, badge, &worker, &needs_pin, &err));
	must(flow_resume(&p->flow, &p->st, job, &worker, &err));
}

static void receiving__after_a_kill__goes_on(void **state)
{
	static const char *const before[] = { "4711", "]d2010952123454321321M1",
	    "L1", "271231", "4006381333931", "S1", "S2", "MASK", "L2" };
	static const struct scene after[] = {
		{ "271231", "ok" },
		{ "M2", "done: 2 of 5" },
		{ "XCXUNDO", "done" },
		{ "XCXUNDO", "done" },
		{ "XCXUNDO", "done" },
		{ "XCXUNDO", "done" },
		{ "XCXUNDO", "refuse command.not-here" },
		{ "M2", "done: 1 of 5" },
	};
	struct stage *stage = *state;
	struct part part = { stage, "receiving", "CLERK1", "test", before,
	    sizeof before / sizeof before[0], false };
	struct flow_unfinished job;

	house_order(&stage->house, "PO:4711", "DRILL:5 MASK:5");
	start_part(&part);
	assert_int_equal(house_faults(&stage->house), 0);
	job = only_unfinished(&stage->p, false);
	assert_string_equal(job.flow, "receiving");
	assert_string_equal(job.operator, "CLERK1");
	assert_non_null(strstr(job.words, "4711"));
	resume(&stage->p, job.job, "CLERK2");
	play(&stage->p, after);
	assert_int_equal(house_received(&stage->house, "PO:4711", 1), 0);
}

static void putaway__after_a_kill__holds_what_was_scanned(void **state)
{
	static const char *const before[] = { "S1", "S2", "XCXFULL" };
	static const struct scene after[] = {
		{ "S1", "warn unit.already-done" },
		{ "S3", "ok: 3 scanned" },
		{ "A-02", "done: 3 units" },
		{ "XCXUNDO", "done" },
	};
	struct stage *stage = *state;
	struct part part = { stage, "putaway", "CLERK1", "test", before, 3, false };

	house_stock(&stage->house, "DRILL", "DOCK-1", "S1 S2 S3");
	start_part(&part);
	resume(&stage->p, only_unfinished(&stage->p, false).job, "CLERK1");
	play(&stage->p, after);
}

static void pick__after_a_kill__goes_on(void **state)
{
	static const char *const before[] = { "XCXBEGIN", "5001", "T-1", "A-02", "S1",
	    "XCXSHORT", "A-03", "S4" };
	static const struct scene after[] = {
		{ "S5", "done: in T-1, 3 of 4" },
		{ "XCXUNDO", "done" },
		{ "XCXUNDO", "done" },	/* S4 */
		{ "XCXUNDO", "done" },	/* the stock-out */
		{ "A-02", "ok: take 2 of DRILL" },
		{ "S2", "done: in T-1, 2 of 4" },
		{ "XCXUNDO", "done" },
		{ "XCXUNDO", "done" },
		{ "XCXUNDO", "refuse command.not-here" },
	};
	struct stage *stage = *state;
	struct part part = { stage, "pick", "CLERK1", "test", before,
	    sizeof before / sizeof before[0], false };
	struct flow_unfinished job;

	house_stock(&stage->house, "DRILL", "A-02", "S1 S2 S3");
	house_stock(&stage->house, "DRILL", "A-03", "S4 S5");
	house_order(&stage->house, "SO:5001", "DRILL:4");
	start_part(&part);
	job = only_unfinished(&stage->p, false);
	assert_string_equal(job.words, "order 5001");
	resume(&stage->p, job.job, "CLERK1");
	play(&stage->p, after);
	assert_string_equal(house_unit(&stage->house, "DRILL", "S1"),
	    "allocated bin=A-02 out=SO:5001/1");
}

/* A batch with a unit in hand: what was said of it is not lost. */
static void cluster__after_a_kill__knows_what_is_in_hand(void **state)
{
	static const char *const before[] = { "1", "2", "A-02", "S2", "T-1", "S3", "S3" };
	static const struct scene after[] = {
		{ "T-1", "refuse carton.other-order" },
		{ "T-2", "done: S3 of DRILL picked for SO:1 instead of S1, in T-2" },
	};
	struct stage *stage = *state;
	struct part part = { stage, "cluster", "CLERK1", "test", before, 7, false };

	house_stock(&stage->house, "DRILL", "A-02", "S1 S2 S3");
	house_order(&stage->house, "SO:1", "DRILL:1");
	house_order(&stage->house, "SO:2", "DRILL:1");
	start_part(&part);
	resume(&stage->p, only_unfinished(&stage->p, false).job, "CLERK1");
	play(&stage->p, after);
}

static void job__closed__is_not_offered(void **state)
{
	struct stage *stage = *state;
	struct flow_unfinished list[4];
	struct err err;
	size_t n;

	house_order(&stage->house, "PO:1", "DRILL:1");
	player_flow(&stage->p, "receiving", "CLERK1");
	player_scan(&stage->p, "1");
	player_leave(&stage->p, true);
	resume(&stage->p, only_unfinished(&stage->p, false).job, "CLERK1");
	player_scan(&stage->p, "DRILL");
	player_scan(&stage->p, "S1");
	assert_string_equal(player_scan(&stage->p, "XCXDONE"), "done");
	assert_true(flow_unfinished(&stage->p.st, true, list, 4, &n, &err));
	assert_int_equal(n, 0);
	player_leave(&stage->p, false);
	assert_false(flow_resume(&stage->p.flow, &stage->p.st, 1,
	    &(struct worker){ .badge = "CLERK1" }, &err));
	assert_int_equal(err.kind, ERR_ABSENT);
}

/* --- two at once --- */

static void work_taken__is_asked__and_taken_over(void **state)
{
	static const char *const theirs[] = { "S1", "S2" };
	static const struct scene ours[] = {
		{ "S3", "ok" },
		{ "S1", "ask work.taken: CLERK2 at other" },
		{ "XCXNO", "ok" },
		{ "A-02", "done: S3" },
		{ "S1", "ask work.taken" },
		{ "S1", "ok: S1 of DRILL" },
		{ "A-02", "done: S1" },
		{ "S2", "ask work.taken" },
	};
	struct stage *stage = *state;
	struct part part = { stage, "putaway", "CLERK2", "other", theirs, 2, true };
	pid_t pid;

	house_stock(&stage->house, "DRILL", "DOCK-1", "S1 S2 S3");
	pid = start_part(&part);
	player_flow(&stage->p, "putaway", "CLERK1");
	play(&stage->p, ours);
	end_part(pid);
	/* a dead process holds nothing */
	assert_string_equal(player_scan(&stage->p, "XCXNO"), "ok");
	assert_string_equal(player_scan(&stage->p, "S2"), "ok");
}

/* What was taken over is gone from the other's list at its next scan. */
static void work_taken__leaves__the_others_hands(void **state)
{
	static const struct scene first[] = { { "S1", "ok" }, { "S2", "ok" } };
	static const struct scene theirs[] = {
		{ "S1", "ask work.taken: CLERK1 at test" },
		{ "S1", "ok" },
		{ "A-02", "done: S1" },
	};
	static const struct scene after[] = {
		{ "A-03", "done: S2 of DRILL is in A-03 now" },
		{ "S1", "ok: from A-02" },
	};
	struct stage *stage = *state;
	struct house same = stage->house;
	struct player other;
	struct err err;

	house_stock(&stage->house, "DRILL", "DOCK-1", "S1 S2");
	player_flow(&stage->p, "putaway", "CLERK1");
	play(&stage->p, first);
	must(ledger_open(&same.l, same.path, false, 0, &err));
	player_init(&other, &same, NULL);
	str_copy(other.st.terminal, sizeof other.st.terminal, "other");
	player_flow(&other, "putaway", "CLERK2");
	play(&other, theirs);
	play(&stage->p, after);
	player_done(&other);
	ledger_close(same.l);
}

static void receiving__at_two_terminals__takes_a_serial_once(void **state)
{
	static const char *const theirs[] = { "4711", "DRILL", "S1", "S2" };
	static const struct scene ours[] = {
		{ "4711", "ok" }, { "DRILL", "ok: 2 of 5" },
		{ "S1", "warn unit.already-done: CLERK2" },
		{ "S3", "done: 3 of 5" },
	};
	struct stage *stage = *state;
	struct part part = { stage, "receiving", "CLERK2", "other", theirs, 4, true };
	pid_t pid;

	house_order(&stage->house, "PO:4711", "DRILL:5");
	pid = start_part(&part);
	player_flow(&stage->p, "receiving", "CLERK1");
	play(&stage->p, ours);
	end_part(pid);
}

/* --- a feed that cannot be --- */

/* Another process has the writer's lock: the scan is not lost. */
static void
feed__while_another_writes__may_be_fed_again__unwatched(void **state)
{
	struct stage *stage = *state;
	struct player *p = &stage->p;
	struct ledger *other;
	struct verdict v;
	struct err err;

	house_order(&stage->house, "PO:4711", "DRILL:5");
	player_flow(p, "receiving", "CLERK1");
	p->st.lock_wait_ms = 30;
	must(flow_set(p->flow, "order", "4711", &v, &err));
	must(flow_set(p->flow, "bin", "DOCK-2", &v, &err));
	must(ledger_open(&other, stage->house.path, false, 0, &err));
	must(ledger_begin(other, -1, &err));
	assert_false(player_try(p, "DRILL", &err));
	assert_int_equal(err.kind, ERR_BUSY);
	assert_false(player_try(p, "DRILL", &err));
	ledger_rollback(other);
	ledger_close(other);
	assert_string_equal(player_scan(p, "DRILL"), "ok");
	assert_string_equal(player_scan(p, "S1"), "done");
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "available bin=DOCK-2 in=PO:4711/1 party=ACME");
}

UNIT_MAIN(
    flow_test(receiving__after_a_kill__goes_on),
    flow_test(putaway__after_a_kill__holds_what_was_scanned),
    flow_test(pick__after_a_kill__goes_on),
    flow_test(cluster__after_a_kill__knows_what_is_in_hand),
    flow_test(job__closed__is_not_offered),
    flow_test(work_taken__is_asked__and_taken_over),
    flow_test(work_taken__leaves__the_others_hands),
    flow_test(receiving__at_two_terminals__takes_a_serial_once),
    flow_test(feed__while_another_writes__may_be_fed_again__unwatched),
)
