/*
 * spool.c - a print server in memory, that fails when a test wants it to.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "spool.h"
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include "base/str.h"

static bool
away(struct err *err)
{
	return err_set(err, ERR_AWAY, "the print server does not answer");
}

/* Counts a call: does it fail before it did anything? */
static bool
fails_first(struct spool *s, struct err *err)
{
	s->calls++;
	return s->calls == s->fail_at && !s->fail_after && !away(err);
}

static bool
ends(const struct spool *s, struct err *err)
{
	return !(s->calls == s->fail_at && s->fail_after) || away(err);
}

static struct spool_job *
job_of(struct spool *s, int id)
{
	for (int i = 0; i < s->n; i++)
		if (s->jobs[i].ref.id == id)
			return &s->jobs[i];
	return NULL;
}

static bool
queue(struct spooler *of, const char *name, struct queue_view *out, struct err *err)
{
	struct spool *s = (struct spool *)of;

	if (fails_first(s, err))
		return false;
	if (s->absent)
		return err_set(err, ERR_ABSENT, "there is no print queue \"%s\"", name);
	memset(out, 0, sizeof *out);
	str_copy(out->name, sizeof out->name, name);
	out->state = s->stopped ? QUEUE_STOPPED : QUEUE_IDLE;
	out->accepting = !s->rejecting;
	out->raw = true;
	return ends(s, err);
}

static bool
create(struct spooler *of, const struct job_ticket *t, struct job_ref *out,
    struct err *err)
{
	struct spool *s = (struct spool *)of;
	struct spool_job *j = &s->jobs[s->n];

	if (fails_first(s, err))
		return false;
	if (s->refusing)
		return err_set(err, ERR_INPUT, "the printer cannot do this");
	if (s->rejecting)
		return err_set(err, ERR_DENIED, "the queue takes no jobs");
	if (s->n == SPOOL_JOBS)
		return away(err);
	memset(j, 0, sizeof *j);
	s->n++;
	j->ref.id = ++s->next_id;
	str_print(j->ref.uuid, sizeof j->ref.uuid, "urn:uuid:%d", ++s->next_uuid);
	str_copy(j->name, sizeof j->name, t->name);
	*out = j->ref;
	return ends(s, err);
}

static bool
send_document(struct spooler *of, const struct job_ticket *t,
    const struct job_ref *ref, const void *bytes, size_t n, struct err *err)
{
	struct spool *s = (struct spool *)of;
	struct spool_job *j = job_of(s, ref->id);

	(void)t;
	if (fails_first(s, err))
		return false;
	if (j == NULL || j->state != JOB_PENDING)
		return err_set(err, ERR_CLASH, "the job is past that");
	j->documents = 1;
	str_copyn(j->text, sizeof j->text, bytes, n);
	return ends(s, err);
}

/* One step on, for each look. */
static void
move(struct spool *s, struct spool_job *j)
{
	if (j->documents == 0 || s->stuck || s->hang_at == 1 + (int)j->state)
		return;
	if (j->state == JOB_PENDING) {
		j->state = JOB_PROCESSING;
		j->began_at = 1000;
	} else if (j->state == JOB_PROCESSING) {
		j->state = JOB_COMPLETED;
		j->documents = 0;	/* as CUPS has it then */
		str_copyn(s->paper + strlen(s->paper), SPOOL_PAPER - strlen(s->paper),
		    j->text, strlen(j->text));
	}
}

static void
tell(const struct spool_job *j, bool forgetful, struct job_view *out)
{
	memset(out, 0, sizeof *out);
	out->ref = j->ref;
	out->state = j->state;
	out->documents = j->documents;
	if (j->state == JOB_PENDING && j->documents == 0 && !forgetful)
		str_copy(out->reasons, sizeof out->reasons, "job-incoming");
	out->began_at = j->began_at;
}

static bool
look(struct spooler *of, int id, struct job_view *out, struct err *err)
{
	struct spool *s = (struct spool *)of;
	struct spool_job *j = job_of(s, id);

	if (fails_first(s, err))
		return false;
	if (j == NULL)
		return err_set(err, ERR_ABSENT, "there is no job %d", id);
	move(s, j);
	tell(j, s->forgetful, out);
	return ends(s, err);
}

static bool
find(struct spooler *of, const char *name_of_queue, const char *name,
    struct job_view *out, struct err *err)
{
	struct spool *s = (struct spool *)of;

	(void)name_of_queue;
	if (fails_first(s, err))
		return false;
	for (int i = 0; i < s->n; i++)
		if (strcmp(s->jobs[i].name, name) == 0) {
			tell(&s->jobs[i], s->forgetful, out);
			return ends(s, err);
		}
	return err_set(err, ERR_ABSENT, "there is no job \"%s\"", name);
}

static bool
cancel(struct spooler *of, int id, struct err *err)
{
	struct spool *s = (struct spool *)of;
	struct spool_job *j = job_of(s, id);

	if (fails_first(s, err))
		return false;
	if (j == NULL)
		return err_set(err, ERR_ABSENT, "there is no job %d", id);
	if (j->state >= JOB_CANCELLED)
		return err_set(err, ERR_CLASH, "the job is past that");
	j->state = JOB_CANCELLED;
	return ends(s, err);
}

static const struct spooler_class spool_class = { .queue = queue,
    .create = create, .send = send_document, .look = look, .find = find,
    .cancel = cancel };

struct spool *
spool_new(void)
{
	struct spool *s = mmap(NULL, sizeof *s, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (s == MAP_FAILED) {
		perror("mmap");
		_Exit(99);
	}
	s->spooler.is = &spool_class;
	return s;
}

void
spool_free(struct spool *s)
{
	munmap(s, sizeof *s);
}

void
spool_lose(struct spool *s)
{
	memset(s->jobs, 0, sizeof s->jobs);
	s->n = 0;
	s->next_id = 0;
}

int
spool_count(const struct spool *s, const char *word)
{
	int n = 0;

	for (const char *p = s->paper; (p = strstr(p, word)) != NULL; p++)
		n++;
	return n;
}
