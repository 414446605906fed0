/*
 * agent.c - the worker's rounds: follow, submit, wait.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include "agent/agent_private.h"
#include "base/clock.h"
#include "base/log.h"

#define WAIT_LIVE_MS 500	/* jobs are on their way, and stay so */
#define WAIT_IDLE_MS 250	/* for labels that a screen asks for */
#define LATELY_US 3000000
#define ALONE_US 5000000	/* no screen for that long, and all settled */

static volatile sig_atomic_t stopping;

void
agent_stop(void)
{
	stopping = 1;
}

void
agent_options_init(struct agent_options *o)
{
	memset(o, 0, sizeof *o);
	o->station = "";
	o->batch = 40;
	o->linger_ms = 2000;
	o->jobs = 2;
	o->patience_ms = 10000;
	o->round_ms = 100;
}

/* How many labels stand where. */
static bool
count(struct agent *a, struct err *err)
{
	enum query q = Q_PRINT_LABEL_OPEN_COUNTS;
	int rc;

	a->report->waiting = a->report->on_way = 0;
	if (!store_walk(a->store, q, err, ""))
		return false;
	while ((rc = store_next(a->store, q, err)) > 0) {
		int64_t state = store_int(a->store, q, 0);

		if (state == PRINT_QUEUED)
			a->report->waiting += store_int(a->store, q, 1);
		else if (state >= PRINT_SUBMITTING && state <= PRINT_PRINTING)
			a->report->on_way += store_int(a->store, q, 1);
	}
	return rc == 0;
}

static bool
work(struct agent *a, struct err *err)
{
	a->changed = false;
	a->blocked = false;
	a->none_fits = false;
	return agent_follow(a, err) && (stopping || agent_submit(a, err)) &&
	    (a->options->once || agent_look_at_printers(a, err)) && count(a, err);
}

static void
sleep_ms(int ms)
{
	poll(NULL, 0, ms);	/* a signal ends it early */
}

static int
pause_of(const struct agent *a, int64_t since_change)
{
	if (a->changed || (since_change < LATELY_US &&
	    a->report->on_way + a->report->waiting > 0))
		return a->options->round_ms;
	return a->report->on_way > 0 ? WAIT_LIVE_MS : WAIT_IDLE_MS;
}

/* Once: is there nothing more that could be done now? */
static bool
is_done(const struct agent *a, int64_t since_change)
{
	const struct agent_report *r = a->report;

	if (!a->options->once || a->changed)
		return false;
	if (r->on_way == 0 && (r->waiting == 0 || a->blocked))
		return true;
	return agent_cups_is_away(a) ||
	    since_change > (int64_t)a->options->patience_ms * 1000;
}

/* The screens have gone, and nothing is left to look after. */
static bool
is_alone(struct agent *a, int64_t *since)
{
	if (!a->options->while_screens || a->report->on_way + a->report->waiting > 0
	    || store_is_marked(a->store, STORE_MARK_SCREEN)) {
		*since = clock_mono_us();
		return false;
	}
	return clock_mono_us() - *since > ALONE_US;
}

static bool
rounds(struct agent *a, struct err *err)
{
	int64_t changed_at = clock_mono_us(), alone = changed_at;

	while (!stopping) {
		int64_t since;

		if (!work(a, err))
			return false;
		if (a->changed)
			changed_at = clock_mono_us();
		since = clock_mono_us() - changed_at;
		if (is_done(a, since) || is_alone(a, &alone))
			break;
		if (!a->changed && !store_idle(a->store, err))
			return false;
		sleep_ms(pause_of(a, since));
	}
	return true;
}

/* Why the first of them waits. */
static void
tell_trouble(const struct agent *a)
{
	for (size_t i = 0; i < a->printers.n; i++) {
		const struct printer *p = &a->printers.at[i];

		if (p->words[0] == '\0')
			continue;
		str_print(a->report->trouble, sizeof a->report->trouble, "%s%s%s",
		    p->name, p->name[0] == '\0' ? "" : ": ", p->words);
		return;
	}
}

bool
agent_run(struct store *store, struct spooler *spooler,
    const struct agent_options *options, struct agent_report *report,
    struct err *err)
{
	struct agent a = { .store = store, .spooler = spooler, .options = options,
	    .report = report };
	bool ok;

	assert(options->render != NULL && options->batch > 0 && options->jobs > 0);
	memset(report, 0, sizeof *report);
	stopping = 0;
	if (!store_mark(store, STORE_MARK_WORKER)) {
		err_set(err, ERR_BUSY, "a worker is here already");
		return err_hint(err, "It does the same work; 'dockledger jobs' shows "
		    "how far it is.");
	}
	ok = agent_know_printers(&a, err) && rounds(&a, err);
	tell_trouble(&a);
	vec_done(&a.printers);
	return ok;
}
