/*
 * outbox.c - the print outbox, as the worker reads and writes it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A job and its labels change in one transaction.  Labels that a person has
 * settled meanwhile (confirmed, cancelled) are left as they are.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "agent/agent_private.h"
#include "base/clock.h"
#include "base/xalloc.h"

bool
outbox_groups(struct store *s, struct groups *out, struct err *err)
{
	enum query q = Q_PRINT_GROUPS;
	int rc;

	vec_clear(out);
	if (!store_walk(s, q, err, ""))
		return false;
	while ((rc = store_next(s, q, err)) > 0) {
		struct group *g = vec_push(out);

		str_copy(g->printer, sizeof g->printer, store_text(s, q, 0));
		g->template_id = store_int(s, q, 1);
		g->first = store_int(s, q, 2);
		g->n = store_int(s, q, 3);
	}
	return rc == 0;
}

bool
outbox_jobs(struct store *s, struct jobs *out, struct err *err)
{
	enum query q = Q_PRINT_JOB_LIVE;
	int rc;

	vec_clear(out);
	if (!store_walk(s, q, err, ""))
		return false;
	while ((rc = store_next(s, q, err)) > 0) {
		struct job *j = vec_push(out);

		j->id = store_int(s, q, 0);
		str_copy(j->name, sizeof j->name, store_text(s, q, 1));
		str_copy(j->printer, sizeof j->printer, store_text(s, q, 2));
		str_copy(j->queue, sizeof j->queue, store_text(s, q, 3));
		j->state = (enum print_state)store_int(s, q, 4);
		j->labels = store_int(s, q, 5);
		j->ref.id = (int)store_int(s, q, 6);
		str_copy(j->ref.uuid, sizeof j->ref.uuid, store_text(s, q, 7));
		j->idle_since = store_int(s, q, 10);
		j->cancel = store_int(s, q, 11) != 0;
		str_copy(j->detail, sizeof j->detail, store_text(s, q, 12));
		j->began_at = store_int(s, q, 13);
	}
	return rc == 0;
}

/* --- a batch ---------------------------------------------------------------- */

void
batch_init(struct batch *b)
{
	memset(b, 0, sizeof *b);
	str_init(&b->text);
	str_init(&b->fields);
}

void
batch_done(struct batch *b)
{
	free(b->labels);
	str_done(&b->text);
	str_done(&b->fields);
}

void
batch_drop(struct batch *b, size_t i)
{
	assert(i < b->n);
	memmove(&b->labels[i], &b->labels[i + 1],
	    (b->n - i - 1) * sizeof b->labels[0]);
	b->n--;
}

static bool
read_template(struct store *s, int64_t id, struct batch *b, struct err *err)
{
	enum query q = Q_PRINT_TEMPLATE_GET;
	int rc = store_first(s, q, err, "i", id);

	if (rc == 0)
		return err_set(err, ERR_DAMAGED, "a label's template is not stored");
	if (rc < 0)
		return false;
	str_copy(b->template_name, sizeof b->template_name, store_text(s, q, 0));
	str_add(&b->text, store_text(s, q, 1));
	store_end(s, q);
	return true;
}

/* Texts go one behind the other; pointers are set when all are there. */
static bool
read_labels(struct store *s, const struct group *g, size_t max, struct batch *b,
    size_t at[], struct err *err)
{
	enum query q = Q_PRINT_LABEL_QUEUED;
	int64_t copies = 0;
	int rc;

	if (!store_walk(s, q, err, "tii", g->printer, g->template_id, (int64_t)max))
		return false;
	while ((rc = store_next(s, q, err)) > 0) {
		struct agent_label *l = &b->labels[b->n];

		copies += store_int(s, q, 4);
		if (b->n > 0 && copies > (int64_t)max)
			break;
		l->id = store_int(s, q, 0);
		l->copies = (int)store_int(s, q, 4);
		at[b->n++] = b->fields.len;
		str_add(&b->fields, store_text(s, q, 18));
		str_addn(&b->fields, "", 1);
	}
	store_end(s, q);
	return rc >= 0;
}

bool
outbox_batch(struct store *s, const struct group *g, size_t max, struct batch *b,
    struct err *err)
{
	size_t at[BATCH_MAX];

	assert(max > 0 && max <= BATCH_MAX);
	b->labels = xcalloc(max, sizeof b->labels[0]);
	if (!read_template(s, g->template_id, b, err) ||
	    !read_labels(s, g, max, b, at, err))
		return false;
	for (size_t i = 0; i < b->n; i++)
		b->labels[i].fields = b->fields.p + at[i];
	return true;
}

/* --- writing ------------------------------------------------------------------ */

/* End a transaction that went well or did not. */
static bool
end(struct store *s, bool ok, struct err *err)
{
	if (ok)
		return store_commit(s, err);
	store_rollback(s);
	return false;
}

static bool
take_labels(struct store *s, const struct job *j, const struct batch *b, bool *all,
    struct err *err)
{
	for (size_t i = 0; i < b->n && *all; i++) {
		if (!store_run(s, Q_PRINT_LABEL_TAKE, err, "iiti", b->labels[i].id,
		    j->id, j->printer, clock_wall_ms()))
			return false;
		*all = store_changes(s) == 1;
	}
	return true;
}

bool
outbox_take(struct store *s, struct job *j, const struct batch *b, bool *all,
    struct err *err)
{
	*all = true;
	if (!store_begin(s, -1, err))
		return false;
	if (!store_run(s, Q_PRINT_JOB_ADD, err, "tttii", j->name, j->printer,
	    j->queue, (int64_t)b->n, clock_wall_ms()))
		return end(s, false, err);
	j->id = store_last_id(s);
	j->labels = (int64_t)b->n;
	j->state = PRINT_SUBMITTING;
	if (!take_labels(s, j, b, all, err))
		return end(s, false, err);
	if (!*all) {
		store_rollback(s);
		return true;
	}
	return store_commit(s, err);
}

bool
outbox_created(struct store *s, struct job *j, struct err *err)
{
	int64_t now = clock_wall_ms();

	if (!store_begin(s, -1, err) || !end(s, store_run(s, Q_PRINT_JOB_CREATED, err,
	    "iiti", j->id, (int64_t)j->ref.id, j->ref.uuid, now) &&
	    store_run(s, Q_PRINT_JOB_LABELS_GIVEN, err, "ii", j->id, now), err))
		return false;
	j->state = PRINT_CREATED;
	return true;
}

bool
outbox_state(struct store *s, struct job *j, enum print_state state,
    const char *detail, struct err *err)
{
	int64_t now = clock_wall_ms();
	bool ok;

	if (!store_begin(s, -1, err))
		return false;
	ok = store_run(s, Q_PRINT_JOB_SET, err, "iitziz", j->id, (int64_t)state,
	    detail, (int64_t)0, now, j->began_at) && store_run(s, Q_PRINT_JOB_LABELS_SET, err,
	    "iii", j->id, (int64_t)state, now);
	j->moved = store_changes(s);
	if (!end(s, ok, err))
		return false;
	j->state = state;
	str_copy(j->detail, sizeof j->detail, detail);
	return true;
}

bool
outbox_words(struct store *s, struct job *j, enum print_state state,
    const char *detail, int64_t idle_since, int64_t began_at, struct err *err)
{
	if (state == j->state && strcmp(detail, j->detail) == 0 &&
	    (idle_since != 0) == (j->idle_since != 0) &&
	    (j->began_at != 0 || began_at == 0))
		return true;
	if (state != j->state && !outbox_state(s, j, state, detail, err))
		return false;
	if (!store_begin(s, -1, err) || !end(s, store_run(s, Q_PRINT_JOB_SET, err,
	    "iitziz", j->id, (int64_t)state, detail, idle_since, clock_wall_ms(),
	    began_at), err))
		return false;
	j->idle_since = idle_since;
	j->began_at = j->began_at != 0 ? j->began_at : began_at;
	str_copy(j->detail, sizeof j->detail, detail);
	return true;
}

bool
outbox_requeue(struct store *s, struct job *j, const char *why, struct err *err)
{
	int64_t now = clock_wall_ms(), given = j->state >= PRINT_CREATED;

	return store_begin(s, -1, err) && end(s,
	    store_run(s, Q_PRINT_JOB_LABELS_QUEUE, err, "itii", j->id, why, given,
	    now) && store_run(s, Q_PRINT_JOB_SET, err, "iitziz", j->id,
	    (int64_t)PRINT_VOID, why, (int64_t)0, now, j->began_at), err);
}

bool
outbox_label_failed(struct store *s, int64_t label, const char *detail,
    struct err *err)
{
	return store_begin(s, -1, err) && end(s, store_run(s, Q_PRINT_LABEL_SET, err,
	    "iiti", label, (int64_t)PRINT_FAILED, detail, clock_wall_ms()), err);
}

bool
outbox_printer(struct store *s, const char *name, const char *queue,
    enum printer_state state, const char *words, struct err *err)
{
	return store_begin(s, -1, err) && end(s, store_run(s, Q_PRINT_PRINTER_PUT,
	    err, "ttiti", name, queue, (int64_t)state, words, clock_wall_ms()), err);
}

bool
outbox_forget_printers(struct store *s, struct err *err)
{
	return store_begin(s, -1, err) && end(s, store_run(s, Q_PRINT_PRINTER_FORGET,
	    err, ""), err);
}

bool
outbox_doubt(struct store *s, struct err *err)
{
	return store_begin(s, -1, err) && end(s, store_run(s, Q_PRINT_JOB_DOUBT, err,
	    ""), err);
}
