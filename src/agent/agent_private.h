/*
 * agent_private.h - what the files of room agent share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef AGENT_PRIVATE_H
#define AGENT_PRIVATE_H
#include "agent/agent.h"
#include "base/vec.h"
#include "store/print_state.h"

#define DETAIL_SIZE 200
#define BATCH_MAX 500

/* --- what stands in the outbox (outbox.c) ------------------------------------- */

/* Labels that wait for one printer, of one template. */
struct group {
	char printer[QUEUE_SIZE];	/* as they name it, "" as the template says */
	int64_t template_id;
	int64_t first;			/* label, the oldest */
	int64_t n;
};
struct groups { struct group *at; size_t n; size_t cap; };

struct job {
	int64_t id;
	char name[128];
	char printer[QUEUE_SIZE];
	char queue[QUEUE_SIZE];
	enum print_state state;
	int64_t labels;
	struct job_ref ref;		/* id 0: not known yet */
	int64_t idle_since;		/* 0: not so */
	int64_t began_at;		/* CUPS began with it first; 0: not seen */
	bool cancel;
	char detail[DETAIL_SIZE];
	int64_t moved;			/* labels that the last change took along */
};
struct jobs { struct job *at; size_t n; size_t cap; };

struct batch {
	char template_name[64];
	struct str text;		/* of the template */
	struct agent_label *labels;
	size_t n;
	struct str fields;		/* what labels point into */
};

bool outbox_groups(struct store *, struct groups *, struct err *) MUST_CHECK;
bool outbox_jobs(struct store *, struct jobs *, struct err *) MUST_CHECK;
/* The oldest labels of a group, at most max and at most max copies in all but
 * for the first. */
bool outbox_batch(struct store *, const struct group *, size_t max,
    struct batch *, struct err *) MUST_CHECK;
void batch_init(struct batch *);
void batch_done(struct batch *);
void batch_drop(struct batch *, size_t i);

/* Each is a transaction of its own. */
/* A job of these labels, submitting.  *all false: some of them wait no more,
 * and nothing was done. */
bool outbox_take(struct store *, struct job *, const struct batch *, bool *all,
    struct err *) MUST_CHECK;
bool outbox_created(struct store *, struct job *, struct err *) MUST_CHECK;
/* The job and its labels in another state. */
bool outbox_state(struct store *, struct job *, enum print_state,
    const char *detail, struct err *) MUST_CHECK;
/* The job's words, since when its printer idles, and when CUPS began with it;
 * only if they changed. */
bool outbox_words(struct store *, struct job *, enum print_state,
    const char *detail, int64_t idle_since, int64_t began_at, struct err *)
    MUST_CHECK;
/* Nothing of it was printed: its labels wait again. */
bool outbox_requeue(struct store *, struct job *, const char *why, struct err *)
    MUST_CHECK;
/* CUPS was started anew: the beginnings that were seen are of another life. */
bool outbox_doubt(struct store *, struct err *) MUST_CHECK;
bool outbox_label_failed(struct store *, int64_t label, const char *detail,
    struct err *) MUST_CHECK;
bool outbox_forget_printers(struct store *, struct err *) MUST_CHECK;
bool outbox_printer(struct store *, const char *name, const char *queue,
    enum printer_state, const char *words, struct err *) MUST_CHECK;

/* --- printers (printers.c) ------------------------------------------------------- */

struct printer {
	char name[QUEUE_SIZE];		/* of the profile or the queue; "": none fits */
	struct printer_profile profile;
	int64_t not_before;		/* monotonic us: leave it alone until then */
	int pause_ms;			/* grows while it fails */
	int64_t looked_at;		/* monotonic us, 0: never */
	int64_t gathering;		/* since when labels gather, 0: none do */
	int live;			/* its jobs that are on their way */
	enum printer_state state;	/* as last written down */
	char words[DETAIL_SIZE];
	bool told;			/* ever written down */
};

struct agent {
	struct store *store;
	struct spooler *spooler;
	const struct agent_options *options;
	struct agent_report *report;
	VEC(struct printer) printers;
	int64_t cups_not_before;	/* CUPS itself does not answer until then */
	int cups_pause_ms;
	bool changed;			/* this round did something */
	bool blocked;			/* something waits for a printer or CUPS */
	int anew;			/* lives of CUPS that were seen to end */
	bool none_fits;			/* a label waits that no printer is set for */
};

/* The printer for labels that name this one, made when it is new; NULL: none
 * is set for this template (and said so). */
struct printer *agent_printer(struct agent *, const char *name,
    const char *template_name, struct err *);
struct printer *agent_printer_of_job(struct agent *, const struct job *);
/* Those of the options, before the first round; what an earlier worker saw is
 * forgotten. */
bool agent_know_printers(struct agent *, struct err *) MUST_CHECK;
/* Look at those that have nothing to do, now and then. */
bool agent_look_at_printers(struct agent *, struct err *) MUST_CHECK;
/* Can its queue take a job now?  *format is then what it wants. */
bool agent_queue_takes(struct agent *, struct printer *, enum print_format *format,
    bool *takes, struct err *) MUST_CHECK;
/* Write down how it is, when that changed. */
bool agent_tell_printer(struct agent *, struct printer *, enum printer_state,
    const char *words, struct err *) MUST_CHECK;
/* Leave it alone for a while, longer each time; and all is well again. */
void agent_pause_printer(struct printer *);
void agent_resume_printer(struct printer *);
/* CUPS did not answer: the same for all of them.  err says why. */
bool agent_cups_away(struct agent *, struct printer *, const struct err *why,
    struct err *err) MUST_CHECK;
void agent_cups_back(struct agent *);
bool agent_cups_is_away(const struct agent *);

/* --- the two halves of a round -------------------------------------------------------- */

/* Look after all jobs that are on their way (follow.c). */
bool agent_follow(struct agent *, struct err *) MUST_CHECK;
/* Make jobs of what waits (submit.c). */
bool agent_submit(struct agent *, struct err *) MUST_CHECK;
/* Where a test may end the process. */
void agent_step(void);
#endif
