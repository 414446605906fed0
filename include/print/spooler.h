/*
 * spooler.h - the print system of this host: queues, jobs, their troubles.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A spooler is a table of functions, so that the worker in the background can
 * be tried with one that fails on purpose; cups_spooler() is the real one.
 * Each call ends within a few seconds, whatever CUPS does, and is made by the
 * worker or by a command, never by a screen's process.
 *
 * Errors: ERR_AWAY CUPS or its queue takes nothing now, try later; ERR_ABSENT
 * there is no such queue or job; ERR_INPUT this job will never be taken;
 * ERR_DENIED CUPS forbids it.  After ERR_AWAY of create, send or cancel
 * nobody knows whether it was done: look again.
 *
 * CUPS hands the numbers of jobs that it has lost out again.  So a job is the
 * one we mean only when its uuid is the one we were told.
 */
#ifndef PRINT_SPOOLER_H
#define PRINT_SPOOLER_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"
#include "base/vec.h"

#define QUEUE_SIZE 64		/* name of a queue: 63 bytes and NUL */
#define UUID_SIZE 64
#define REASONS_SIZE 256

enum queue_state { QUEUE_IDLE, QUEUE_PRINTING, QUEUE_STOPPED };

struct queue_view {
	char name[QUEUE_SIZE];
	char info[128];			/* what people call it */
	char model[128];
	enum queue_state state;
	bool accepting;
	bool is_default;
	bool raw;			/* no driver: bytes go to the printer as they are */
	char reasons[REASONS_SIZE];	/* keywords, commas between; "" none */
	char message[200];
};

enum job_state { JOB_PENDING, JOB_HELD, JOB_PROCESSING, JOB_STOPPED,
    JOB_CANCELLED, JOB_ABORTED, JOB_COMPLETED };

struct job_ticket {
	const char *queue;
	const char *name;		/* ours, unique: how it is found again */
	const char *media;		/* keyword; "": whatever is loaded */
	bool raw;			/* the printer's own language, no filter */
};

struct job_ref { int id; char uuid[UUID_SIZE]; };

struct job_view {
	struct job_ref ref;
	enum job_state state;
	int documents;			/* that arrived whole; 0 again when it has ended */
	int began_at;			/* given to the printer, by its server's clock; 0: never */
	char reasons[REASONS_SIZE];
	char printer_reasons[REASONS_SIZE];
	char message[200];		/* of the printer or of the job */
};

struct spooler {
	const struct spooler_class *is;
	int anew;		/* how often the server was seen to be started anew */
};

struct spooler_class {
	/* One queue. */
	bool (*queue)(struct spooler *, const char *name, struct queue_view *,
	    struct err *);
	/* Make a job without a document. */
	bool (*create)(struct spooler *, const struct job_ticket *,
	    struct job_ref *, struct err *);
	/* Its one document; printing may begin at once. */
	bool (*send)(struct spooler *, const struct job_ticket *,
	    const struct job_ref *, const void *bytes, size_t n, struct err *);
	/* A job by its number, and by our name, old ones too. */
	bool (*look)(struct spooler *, int id, struct job_view *, struct err *);
	bool (*find)(struct spooler *, const char *queue, const char *name,
	    struct job_view *, struct err *);
	bool (*cancel)(struct spooler *, int id, struct err *);
	void (*close)(struct spooler *);
};

/* CUPS, as CUPS_SERVER or client.conf name it.  Connects when first asked. */
struct spooler *cups_spooler(void);
void spooler_close(struct spooler *);	/* accepts NULL */

/* All queues, by name; the caller ends them with vec_done. */
struct queue_views { struct queue_view *at; size_t n; size_t cap; };
bool cups_queues(struct spooler *cups, struct queue_views *, struct err *)
    MUST_CHECK;
const char *cups_version(void);

/* --- trouble.c: what is wrong, in words; pure ---------------------------------- */

struct trouble {
	bool stands;			/* nothing will come out until somebody acts */
	char words[160];		/* "out of labels"; "" when all is well */
};
/* From keywords and message as CUPS gives them. */
void trouble_of(const char *reasons, const char *message, struct trouble *);
void trouble_of_queue(const struct queue_view *, struct trouble *);
void trouble_of_job(const struct job_view *, struct trouble *);
/* "custom_50x25mm_50x25mm": the media keyword of a size. */
void media_keyword(double width_mm, double height_mm, char *out, size_t size);
#endif
