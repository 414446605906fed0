/*
 * spool.h - a print server in memory, that fails when a test wants it to.
 * SPDX-License-Identifier: Apache-2.0
 *
 * It lives in memory that is shared with child processes, so that it outlives
 * a worker that is killed, as CUPS does.  Every call counts; the fail_at-th
 * one is ERR_AWAY, before it did anything or (fail_after) when it was done,
 * for one never knows.  A look at a job moves it on: pending, processing,
 * completed; what is completed stands on the paper.
 */
#ifndef TESTS_SUPPORT_SPOOL_H
#define TESTS_SUPPORT_SPOOL_H
#include "print/spooler.h"

#define SPOOL_JOBS 400
#define SPOOL_PAPER 65536

struct spool_job {
	struct job_ref ref;
	char name[160];
	enum job_state state;
	int documents;
	int began_at;
	char text[4096];
};

struct spool {
	struct spooler spooler;		/* first */
	int calls, fail_at;
	bool fail_after;
	bool stopped, rejecting, absent, refusing;	/* the queue */
	bool stuck;			/* jobs do not move */
	bool forgetful;			/* what waits for a document does not say so */
	int hang_at;			/* jobs stay in this state: 1 + enum job_state */
	struct spool_job jobs[SPOOL_JOBS];
	int n, next_id, next_uuid;
	char paper[SPOOL_PAPER];	/* all that was printed */
};

struct spool *spool_new(void);
void spool_free(struct spool *);
/* The server forgets all its jobs, and its numbers begin anew; what was
 * printing is on the paper or not. */
void spool_lose(struct spool *);
/* How often a word stands on the paper. */
int spool_count(const struct spool *, const char *word);
#endif
