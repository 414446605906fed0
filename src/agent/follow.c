/*
 * follow.c - jobs on their way, looked after until they end.
 * SPDX-License-Identifier: Apache-2.0
 *
 * It makes no difference whether the job was made by this process or by one
 * that was killed: what stands in the outbox and what CUPS says decide.
 *
 *	submitting	no document was sent.  CUPS has a job of our name: an
 *			empty one is cancelled, else taken up.  It has none:
 *			the labels wait again.
 *	created		the document may have been sent.  CUPS has the job:
 *			the same.  It has none of this uuid: unknown.
 *	submitted	CUPS knows.  It has none of this uuid: unknown.
 *
 * What a killed CUPS has not written down is lost: a job that was printed may
 * be held without a document after that, or begin again.  So only a job that
 * waits for its document (job-incoming) counts as empty once it may have had
 * one, and a second beginning (time-at-processing) is told.
 */
#include <string.h>
#include "agent/agent_private.h"
#include "base/clock.h"
#include "base/log.h"

#define IDLE_MOST_MS 60000	/* a job pends that long at an idle printer */

static bool
has_ended(const struct job_view *v)
{
	return v->state == JOB_CANCELLED || v->state == JOB_ABORTED ||
	    v->state == JOB_COMPLETED;
}

static bool
end_job(struct agent *a, struct job *j, enum print_state state, const char *detail,
    struct err *err)
{
	agent_step();
	log_info("job \"%s\" as %d: %s%s", j->name, j->ref.id,
	    state == PRINT_SENT ? "sent" : state == PRINT_FAILED ? "failed: " :
	    "unknown: ", detail);
	if (!outbox_state(a->store, j, state, detail, err))
		return false;
	a->changed = true;
	if (state == PRINT_SENT)
		a->report->sent += j->moved;
	else if (state == PRINT_FAILED)
		a->report->failed += j->moved;
	else
		a->report->unknown += j->moved;
	return true;
}

static bool
requeue(struct agent *a, struct job *j, const char *why, struct err *err)
{
	agent_step();
	log_info("job \"%s\": its labels wait again: %s", j->name, why);
	a->changed = true;
	return outbox_requeue(a->store, j, why, err);
}

static bool
lost(struct agent *a, struct job *j, struct err *err)
{
	return end_job(a, j, PRINT_UNKNOWN, "the print server has lost the job; "
	    "look whether the labels came out", err);
}

/* --- what became of it --------------------------------------------------------- */

/* CUPS that was killed, or whose printer was cut off, begins anew with the
 * job, and what was out by then comes again. */
static bool
began_again(const struct job *j, const struct job_view *v)
{
	return j->began_at != 0 && v->began_at != 0 && v->began_at != j->began_at;
}

static bool
never_began(const struct job *j, const struct job_view *v)
{
	return j->began_at == 0 && v->began_at == 0;
}

static bool
ended(struct agent *a, struct job *j, const struct job_view *v, struct err *err)
{
	char detail[DETAIL_SIZE];

	if (v->state == JOB_COMPLETED)
		return end_job(a, j, PRINT_SENT, began_again(j, v) ? "the print "
		    "server began twice with it; look for doubles" : "", err);
	if (j->cancel && never_began(j, v))
		return requeue(a, j, "a label of the same job was cancelled", err);
	if (j->cancel)
		return end_job(a, j, PRINT_UNKNOWN, "the job was stopped for a label "
		    "of it; look which came out", err);
	str_print(detail, sizeof detail, "%s by the print server; a part may be "
	    "printed%s%s", v->state == JOB_CANCELLED ? "cancelled" : "given up",
	    v->message[0] == '\0' ? "" : ": ", v->message);
	return end_job(a, j, PRINT_FAILED, detail, err);
}

/* Was it never given its document?  When a job has ended, CUPS counts none for
 * those that had one, too, and only its times tell. */
static bool
is_empty(const struct job_view *v)
{
	return v->documents == 0 && v->began_at == 0 && v->state != JOB_COMPLETED;
}

/* A CUPS that was started anew does not know that it waits for a document. */
static bool
waits_for_document(const struct job_view *v)
{
	return strstr(v->reasons, "job-incoming") != NULL;
}

/* A job that was never given its document: away with it.  But one that was
 * given it, printed and forgotten by a CUPS that was killed looks the same. */
static bool
drop_empty(struct agent *a, struct job *j, const struct job_view *v,
    struct err *err)
{
	struct printer *p = agent_printer_of_job(a, j);
	struct err why;

	if (!has_ended(v) && !a->spooler->is->cancel(a->spooler, v->ref.id, &why)) {
		if (why.kind == ERR_AWAY)
			return agent_cups_away(a, p, &why, err);
		if (why.kind == ERR_DENIED)
			return end_job(a, j, PRINT_UNKNOWN, why.what, err);
	}
	if (j->state == PRINT_CREATED && !has_ended(v) && !waits_for_document(v))
		return lost(a, j, err);
	return requeue(a, j, "the document did not reach the print server", err);
}

/* It was sent to be printed at once, and a CUPS that was killed and started
 * anew holds it for ever; nobody asked for that. */
static bool
is_forgotten(const struct job_view *v)
{
	return v->state == JOB_HELD && strstr(v->reasons, "job-hold-until") == NULL;
}

static bool
drop_forgotten(struct agent *a, struct job *j, struct err *err)
{
	struct err why;

	if (!a->spooler->is->cancel(a->spooler, j->ref.id, &why) &&
	    why.kind == ERR_AWAY)
		return agent_cups_away(a, agent_printer_of_job(a, j), &why, err);
	return lost(a, j, err);
}

static bool
take_up(struct agent *a, struct job *j, const struct job_view *v, struct err *err)
{
	if (j->state == PRINT_SUBMITTING) {
		j->ref = v->ref;
		if (!outbox_created(a->store, j, err))
			return false;
	}
	a->changed = true;
	a->report->jobs++;
	log_info("job \"%s\" is there as %d", j->name, v->ref.id);
	return outbox_state(a->store, j, PRINT_SUBMITTED, "", err);
}

/* --- one that waits or prints --------------------------------------------------- */

/* It waits though its printer has nothing to do: after a while it is taken
 * back, lest it comes when nobody expects it. */
static bool
take_back(struct agent *a, struct job *j, struct err *err)
{
	struct err why;

	if (!a->spooler->is->cancel(a->spooler, j->ref.id, &why) &&
	    why.kind == ERR_AWAY)
		return agent_cups_away(a, agent_printer_of_job(a, j), &why, err);
	return end_job(a, j, PRINT_UNKNOWN, "the print server neither prints nor "
	    "ends it; look whether the labels came out", err);
}

static bool
look_at_idle(struct agent *a, struct job *j, int64_t *since, bool *too_long)
{
	struct queue_view q;
	struct err why;
	int64_t now = clock_wall_ms();

	*too_long = false;
	*since = 0;
	if (!a->spooler->is->queue(a->spooler, j->queue, &q, &why))
		return why.kind != ERR_AWAY;
	if (q.state != QUEUE_IDLE || !q.accepting)
		return true;
	*since = j->idle_since == 0 ? now : j->idle_since;
	*too_long = now - *since > IDLE_MOST_MS;
	return true;
}

/* What stops it: said by the job, or by the queue when the job only waits. */
static void
trouble_now(struct agent *a, const struct job *j, const struct job_view *v,
    struct trouble *trouble)
{
	struct queue_view q;
	struct err why;

	trouble_of_job(v, trouble);
	if (trouble->words[0] == '\0' && v->state == JOB_PENDING &&
	    a->spooler->is->queue(a->spooler, j->queue, &q, &why))
		trouble_of_queue(&q, trouble);
}

static bool
goes_on(struct agent *a, struct job *j, const struct job_view *v, struct err *err)
{
	struct printer *p = agent_printer_of_job(a, j);
	enum print_state state = v->state == JOB_PROCESSING ? PRINT_PRINTING :
	    PRINT_SUBMITTED;
	struct trouble trouble;
	int64_t since = 0;
	bool too_long = false;
	char before[DETAIL_SIZE];

	trouble_now(a, j, v, &trouble);
	if (v->state == JOB_PENDING && trouble.words[0] == '\0' &&
	    !look_at_idle(a, j, &since, &too_long))
		return true;
	if (too_long)
		return take_back(a, j, err);
	str_copy(before, sizeof before, j->detail);
	if (state != j->state || strcmp(before, trouble.words) != 0)
		a->changed = true;
	return outbox_words(a->store, j, state, trouble.words, since, v->began_at,
	    err) &&
	    agent_tell_printer(a, p, trouble.stands ? PRINTER_TROUBLE :
	    PRINTER_BUSY, trouble.words, err);
}

/* A person wants it stopped. */
static bool
stop_job(struct agent *a, struct job *j, struct err *err)
{
	struct spooler *s = a->spooler;
	struct job_view v;
	struct err why;

	if (!s->is->cancel(s, j->ref.id, &why) && why.kind == ERR_AWAY)
		return agent_cups_away(a, agent_printer_of_job(a, j), &why, err);
	if (!s->is->look(s, j->ref.id, &v, &why))
		return why.kind == ERR_AWAY ? true : lost(a, j, err);
	if (has_ended(&v))
		return ended(a, j, &v, err);
	return goes_on(a, j, &v, err);
}

/* --- which of these ----------------------------------------------------------------- */

/* Look it up: by our name until its uuid is written down. */
static bool
look_up(struct agent *a, const struct job *j, struct job_view *v, struct err *why)
{
	struct spooler *s = a->spooler;

	if (j->state == PRINT_SUBMITTING)
		return s->is->find(s, j->queue, j->name, v, why);
	if (!s->is->look(s, j->ref.id, v, why))
		return false;
	if (strcmp(v->ref.uuid, j->ref.uuid) == 0)
		return true;
	return err_set(why, ERR_ABSENT, "job %d is another one now", j->ref.id);
}

static bool
follow_one(struct agent *a, struct job *j, struct err *err)
{
	struct job_view v;
	struct err why;

	if (!look_up(a, j, &v, &why)) {
		if (why.kind != ERR_ABSENT)
			return agent_cups_away(a, agent_printer_of_job(a, j), &why,
			    err);
		return j->state == PRINT_SUBMITTING ?
		    requeue(a, j, "the job did not reach the print server", err) :
		    lost(a, j, err);
	}
	agent_cups_back(a);
	if (a->spooler->anew != a->anew)	/* with this very question */
		return true;
	if (j->state <= PRINT_CREATED && is_empty(&v))
		return drop_empty(a, j, &v, err);
	if (j->state <= PRINT_CREATED && !take_up(a, j, &v, err))
		return false;
	if (has_ended(&v))
		return ended(a, j, &v, err);
	if (is_forgotten(&v))
		return drop_forgotten(a, j, err);
	if (j->cancel)
		return stop_job(a, j, err);
	return goes_on(a, j, &v, err);
}

static bool
count_live(struct agent *a, struct err *err)
{
	struct jobs jobs = { 0 };
	bool ok = outbox_jobs(a->store, &jobs, err);

	for (size_t i = 0; i < a->printers.n; i++)
		a->printers.at[i].live = 0;
	for (size_t i = 0; ok && i < jobs.n; i++)
		agent_printer_of_job(a, &jobs.at[i])->live++;
	for (size_t i = 0; ok && i < a->printers.n; i++) {
		struct printer *p = &a->printers.at[i];

		if (p->live == 0 && p->state == PRINTER_BUSY && p->told)
			ok = agent_tell_printer(a, p, PRINTER_READY, "", err);
	}
	vec_done(&jobs);
	return ok;
}

static bool
doubt_if_anew(struct agent *a, struct err *err)
{
	if (a->spooler->anew == a->anew)
		return true;
	a->anew = a->spooler->anew;
	log_warn("the print server was started anew");
	return outbox_doubt(a->store, err);
}

bool
agent_follow(struct agent *a, struct err *err)
{
	struct jobs jobs = { 0 };
	bool ok = doubt_if_anew(a, err) && outbox_jobs(a->store, &jobs, err);

	for (size_t i = 0; ok && i < jobs.n && !agent_cups_is_away(a); i++)
		ok = follow_one(a, &jobs.at[i], err);
	vec_done(&jobs);
	return ok && count_live(a, err);
}
