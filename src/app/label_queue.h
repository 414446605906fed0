/*
 * label_queue.h - a label into the print outbox.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_LABEL_QUEUE_H
#define APP_LABEL_QUEUE_H
#include "app/app.h"

/* Open the database for writing, and know who acts. */
bool label_queue_open(struct app *, struct err *) MUST_CHECK;
/* See that the printer is there and can print the label, and queue it.  What
 * is refused queues nothing; a print server that does not answer refuses
 * nothing, for the label waits here.  Returns the exit status. */
int label_queue(struct app *, const struct args *, const struct label *,
    const struct label_values *);
/* Print the label of the outbox with this number (cmd_jobs.c). */
int jobs_show(struct app *, int64_t id);
#endif
