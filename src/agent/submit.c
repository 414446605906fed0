/*
 * submit.c - jobs made of what waits.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The order is what makes it safe.  "Submitting" is on the disk before CUPS
 * hears of the job; number and uuid are on the disk before the document is
 * sent.  Whatever fails in between is not mended here: the next round looks
 * at CUPS and finds out (follow.c), as it would after a crash.
 */
#include <string.h>
#include "agent/agent_private.h"
#include "base/clock.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/seal.h"

void
agent_step(void)
{
	fault_due(FAULT_STEP);
}

/* "dockledger T1 unit 3f0c..." : unique, and a person knows it in lpstat. */
static void
name_job(const struct agent *a, const struct batch *b, struct job *j)
{
	unsigned char random[8];
	char hex[2 * sizeof random + 1];

	seal_random(random, sizeof random);
	seal_hex(hex, random, sizeof random);
	str_print(j->name, sizeof j->name, "dockledger %s %s %s",
	    a->options->station, b->template_name, hex);
}

/* Words and facts of an error in one line of the outbox. */
static void
line_of(const struct err *why, char *out, size_t size)
{
	str_print(out, size, "%s%s%s", why->what,
	    why->detail[0] == '\0' ? "" : ": ", why->detail);
}

/* The document; labels that cannot be made fail alone. */
static bool
render(struct agent *a, const struct printer *p, enum print_format format,
    struct batch *b, struct str *out, double *w, double *h, struct err *err)
{
	char detail[DETAIL_SIZE];
	struct err why;

	while (b->n > 0) {
		struct agent_batch batch = { .template_name = b->template_name,
		    .template_text = b->text.p, .profile = &p->profile,
		    .format = format, .labels = b->labels, .n = b->n };
		size_t bad = b->n;

		if (a->options->render(a->options->render_ctx, &batch, out, w, h,
		    &bad, &why))
			return true;
		str_clear(out);
		line_of(&why, detail, sizeof detail);
		if (bad >= b->n)	/* the template, or the printer: each of them */
			bad = 0;
		log_warn("label %lld cannot be made: %s",
		    (long long)b->labels[bad].id, detail);
		if (!outbox_label_failed(a->store, b->labels[bad].id, detail, err))
			return false;
		a->report->failed++;
		a->changed = true;
		batch_drop(b, bad);
	}
	return true;
}

/* CUPS would not have the job.  Nothing was sent, whatever the reason. */
static bool
not_taken(struct agent *a, struct printer *p, struct job *j, const struct err *why,
    struct err *err)
{
	char detail[DETAIL_SIZE];

	line_of(why, detail, sizeof detail);
	log_warn("job \"%s\" was not taken: %s", j->name, detail);
	if (why->kind == ERR_AWAY)	/* perhaps it has it: the next round asks */
		return agent_cups_away(a, p, why, err);
	if (why->kind == ERR_INPUT) {
		if (!outbox_state(a->store, j, PRINT_FAILED, detail, err))
			return false;
		a->report->failed += j->moved;
		return true;
	}
	agent_pause_printer(p);
	a->blocked = true;
	return outbox_requeue(a->store, j, detail, err) &&
	    agent_tell_printer(a, p, PRINTER_TROUBLE, detail, err);
}

/* The job is there and its document is not.  When it never can be, the empty
 * job goes too; otherwise the next round looks what CUPS has of it. */
static bool
not_sent(struct agent *a, struct printer *p, struct job *j, const struct err *why,
    struct err *err)
{
	char detail[DETAIL_SIZE];
	struct err ignored;

	line_of(why, detail, sizeof detail);
	log_warn("job \"%s\" was not sent: %s", j->name, detail);
	if (why->kind != ERR_INPUT && why->kind != ERR_DENIED)
		return agent_cups_away(a, p, why, err);
	(void)!a->spooler->is->cancel(a->spooler, j->ref.id, &ignored);
	if (!outbox_state(a->store, j, PRINT_FAILED, detail, err))
		return false;
	a->report->failed += j->moved;
	return true;
}

/* CUPS begins at once when its printer is idle.  Known from the start, that
 * tells a second beginning later. */
static void
note_beginning(struct spooler *s, struct job *j)
{
	struct job_view v;
	struct err ignored;

	if (s->is->look(s, j->ref.id, &v, &ignored) &&
	    strcmp(v.ref.uuid, j->ref.uuid) == 0)
		j->began_at = v.began_at;
}

static bool
give(struct agent *a, struct printer *p, struct job *j,
    const struct job_ticket *ticket, const struct str *document, struct err *err)
{
	struct spooler *s = a->spooler;
	struct err why;

	agent_step();
	if (!s->is->create(s, ticket, &j->ref, &why))
		return not_taken(a, p, j, &why, err);
	agent_step();
	if (!outbox_created(a->store, j, err))
		return false;
	agent_step();
	if (!s->is->send(s, ticket, &j->ref, document->p, document->len, &why))
		return not_sent(a, p, j, &why, err);
	agent_step();
	note_beginning(s, j);
	if (!outbox_state(a->store, j, PRINT_SUBMITTED, "", err))
		return false;
	agent_step();
	a->report->jobs++;
	log_info("job \"%s\": %lld labels to %s as %d", j->name,
	    (long long)j->labels, j->queue, j->ref.id);
	return true;
}

static bool
make_job(struct agent *a, struct printer *p, enum print_format format,
    struct batch *b, const struct str *document, double w, double h,
    struct err *err)
{
	struct job_ticket ticket = { .queue = p->profile.queue,
	    .raw = format == FORMAT_ZPL };
	struct job job = { .id = 0 };
	char media[128];
	bool all;

	name_job(a, b, &job);
	str_copy(job.printer, sizeof job.printer, p->name);
	str_copy(job.queue, sizeof job.queue, p->profile.queue);
	str_copy(media, sizeof media, p->profile.media);
	if (media[0] == '\0' && w > 0 && h > 0)
		media_keyword(w, h, media, sizeof media);
	ticket.name = job.name;
	ticket.media = media;
	agent_step();
	if (!outbox_take(a->store, &job, b, &all, err))
		return false;
	a->changed = true;
	if (!all)		/* somebody cancelled one meanwhile: the next round */
		return true;
	p->live++;
	return give(a, p, &job, &ticket, document, err);
}

static bool
submit_group(struct agent *a, struct printer *p, enum print_format format,
    const struct group *g, struct err *err)
{
	size_t max = (size_t)a->options->batch;
	double w = 0, h = 0;
	struct batch b;
	struct str document;
	bool ok;

	batch_init(&b);
	str_init(&document);
	ok = outbox_batch(a->store, g, max < BATCH_MAX ? max : BATCH_MAX, &b, err) &&
	    render(a, p, format, &b, &document, &w, &h, err) && (b.n == 0 ||
	    make_job(a, p, format, &b, &document, w, h, err));
	batch_done(&b);
	str_done(&document);
	return ok;
}

/* More labels may come while the first ones wait a moment. */
static bool
still_gathers(const struct agent *a, struct printer *p, const struct group *g)
{
	int64_t now = clock_mono_us();

	if (a->options->once || g->n >= a->options->batch || p->live > 0)
		return false;
	if (p->gathering == 0)
		p->gathering = now;
	return now - p->gathering < (int64_t)a->options->linger_ms * 1000;
}

static bool
look_at_group(struct agent *a, const struct group *g, const char *template_name,
    struct err *err)
{
	struct printer *p = agent_printer(a, g->printer, template_name, err);
	enum print_format format = FORMAT_PDF;
	bool takes;

	if (p == NULL)
		return err->kind == ERR_NONE;
	if (p->not_before > clock_mono_us()) {
		a->blocked = true;
		return true;
	}
	if (p->live >= a->options->jobs || still_gathers(a, p, g))
		return true;
	if (!agent_queue_takes(a, p, &format, &takes, err))
		return false;
	if (!takes)
		return true;
	p->gathering = 0;
	return submit_group(a, p, format, g, err);
}

static bool
template_name(struct store *s, int64_t id, char *out, size_t size, struct err *err)
{
	enum query q = Q_PRINT_TEMPLATE_GET;

	if (store_first(s, q, err, "i", id) < 1)
		return false;
	str_copy(out, size, store_text(s, q, 0));
	store_end(s, q);
	return true;
}

bool
agent_submit(struct agent *a, struct err *err)
{
	struct groups groups = { 0 };
	char name[64];
	bool ok = outbox_groups(a->store, &groups, err);

	for (size_t i = 0; ok && i < groups.n; i++) {
		if (agent_cups_is_away(a)) {
			a->blocked = true;
			break;
		}
		ok = template_name(a->store, groups.at[i].template_id, name,
		    sizeof name, err) &&
		    look_at_group(a, &groups.at[i], name, err);
	}
	vec_done(&groups);
	return ok;
}
