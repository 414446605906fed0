/*
 * cups_private.h - what the files that speak to CUPS share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PRINT_CUPS_PRIVATE_H
#define PRINT_CUPS_PRIVATE_H
#include <cups/cups.h>
#include <stdint.h>
#include "print/spooler.h"

struct cups {
	struct spooler spooler;		/* first: a spooler is one of these */
	http_t *http;			/* NULL: not connected */
	int64_t used_at;		/* monotonic us */
	bool was_down;			/* nobody listened when we last called */
};

/* Connected, within a few seconds, or ERR_AWAY. */
bool cups_connect(struct cups *, struct err *) MUST_CHECK;
void cups_disconnect(struct cups *);
/* A request with who asks, about a queue (NULL: none). */
ipp_t *cups_request(ipp_op_t, const char *queue);
/* Ask it; NULL: fault.  The request is used up, the answer is the caller's. */
ipp_t *cups_ask(struct cups *, ipp_t *request, const char *resource, struct err *);
/* Put what CUPS said last into words; returns false. */
bool cups_fault(struct cups *, struct err *);
/* The resource of a queue's requests. */
void cups_resource(const char *queue, char *out, size_t size);

/* Attributes of the group at hand as texts and numbers; "" and 0 when absent.
 * Keywords are joined with commas, "none" is left out. */
void cups_text(ipp_attribute_t *, char *out, size_t size);

bool cups_queue(struct spooler *, const char *, struct queue_view *, struct err *);
bool cups_create(struct spooler *, const struct job_ticket *, struct job_ref *,
    struct err *);
bool cups_send(struct spooler *, const struct job_ticket *, const struct job_ref *,
    const void *, size_t, struct err *);
bool cups_look(struct spooler *, int, struct job_view *, struct err *);
bool cups_find(struct spooler *, const char *, const char *, struct job_view *,
    struct err *);
bool cups_cancel(struct spooler *, int, struct err *);
#endif
