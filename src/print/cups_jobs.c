/*
 * cups_jobs.c - jobs made at CUPS, and their document sent.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Making and sending are two acts, because what lies between them is ours to
 * write down: after a crash we know whether anything can have been printed.
 */
#include <string.h>
#include "base/fault.h"
#include "base/str.h"
#include "print/cups_private.h"

#define CHUNK 32768

/* Always with media, or a label printer may get US Letter; never scaled. */
static void
add_options(ipp_t *request, const struct job_ticket *t)
{
	if (t->raw)
		return;
	if (t->media[0] != '\0')
		ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", NULL,
		    t->media);
	ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", NULL,
	    "none");
}

bool
cups_create(struct spooler *s, const struct job_ticket *t, struct job_ref *out,
    struct err *err)
{
	ipp_t *request = cups_request(IPP_OP_CREATE_JOB, t->queue), *answer;
	char resource[QUEUE_SIZE + 16];
	struct job_view view;
	int id;

	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", NULL,
	    t->name);
	add_options(request, t);
	cups_resource(t->queue, resource, sizeof resource);
	answer = cups_ask((struct cups *)s, request, resource, err);
	if (answer == NULL && err->kind == ERR_ABSENT)
		err_say(err, "there is no print queue \"%s\"", t->queue);
	if (answer == NULL)
		return false;
	id = ippGetInteger(ippFindAttribute(answer, "job-id", IPP_TAG_INTEGER), 0);
	ippDelete(answer);
	if (id <= 0)
		return err_set(err, ERR_AWAY, "the print server gave the job no number");
	if (!cups_look(s, id, &view, err))
		return false;
	*out = view.ref;
	return true;
}

/* In parts, of which there are at least two, so that a test can end us in
 * between. */
static bool
write_all(http_t *http, const char *p, size_t n)
{
	size_t chunk = n / 2 + 1 < CHUNK ? n / 2 + 1 : CHUNK;

	while (n > 0) {
		size_t part = n < chunk ? n : chunk;

		if (cupsWriteRequestData(http, p, part) != HTTP_STATUS_CONTINUE)
			return false;
		p += part;
		n -= part;
		fault_due(FAULT_STEP);
	}
	return true;
}

bool
cups_send(struct spooler *s, const struct job_ticket *t, const struct job_ref *ref,
    const void *bytes, size_t n, struct err *err)
{
	struct cups *c = (struct cups *)s;
	ipp_t *request = cups_request(IPP_OP_SEND_DOCUMENT, t->queue);
	char resource[QUEUE_SIZE + 16];
	bool sent;

	ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", ref->id);
	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE,
	    "document-format", NULL, t->raw ? CUPS_FORMAT_RAW : CUPS_FORMAT_PDF);
	ippAddBoolean(request, IPP_TAG_OPERATION, "last-document", 1);
	cups_resource(t->queue, resource, sizeof resource);
	if (!cups_connect(c, err)) {
		ippDelete(request);
		return false;
	}
	sent = cupsSendRequest(c->http, request, resource, CUPS_LENGTH_VARIABLE) ==
	    HTTP_STATUS_CONTINUE && write_all(c->http, bytes, n);
	ippDelete(request);
	ippDelete(cupsGetResponse(c->http, resource));
	if (sent && cupsLastError() < IPP_STATUS_REDIRECTION_OTHER_SITE)
		return true;
	cups_fault(c, err);
	cups_disconnect(c);
	return false;
}
