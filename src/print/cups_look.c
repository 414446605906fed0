/*
 * cups_look.c - jobs at CUPS looked at, found by our name, cancelled.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "print/cups_private.h"

static const char *const wanted[] = { "job-id", "job-uuid", "job-name",
    "job-state", "job-state-reasons", "number-of-documents",
    "time-at-processing", "job-printer-state-reasons",
    "job-printer-state-message" };
#define WANTED ((int)(sizeof wanted / sizeof wanted[0]))

static const enum job_state states[] = { JOB_PENDING, JOB_HELD, JOB_PROCESSING,
    JOB_STOPPED, JOB_CANCELLED, JOB_ABORTED, JOB_COMPLETED };

static void
take(ipp_attribute_t *a, struct job_view *v, char *name, size_t name_size)
{
	const char *is = ippGetName(a);
	int n;

	if (strcmp(is, "job-id") == 0)
		v->ref.id = ippGetInteger(a, 0);
	else if (strcmp(is, "job-uuid") == 0)
		cups_text(a, v->ref.uuid, sizeof v->ref.uuid);
	else if (strcmp(is, "job-name") == 0)
		cups_text(a, name, name_size);
	else if (strcmp(is, "job-state-reasons") == 0)
		cups_text(a, v->reasons, sizeof v->reasons);
	else if (strcmp(is, "job-printer-state-reasons") == 0)
		cups_text(a, v->printer_reasons, sizeof v->printer_reasons);
	else if (strcmp(is, "job-printer-state-message") == 0)
		cups_text(a, v->message, sizeof v->message);
	else if (strcmp(is, "number-of-documents") == 0)
		v->documents = ippGetInteger(a, 0);
	else if (strcmp(is, "time-at-processing") == 0)
		v->began_at = ippGetValueTag(a) == IPP_TAG_INTEGER ?
		    ippGetInteger(a, 0) : 0;
	else if (strcmp(is, "job-state") == 0) {
		n = ippGetInteger(a, 0) - IPP_JSTATE_PENDING;
		if (n >= 0 && n < (int)(sizeof states / sizeof states[0]))
			v->state = states[n];
	}
}

static bool
next_job(ipp_t *answer, ipp_attribute_t **at, struct job_view *v, char *name,
    size_t name_size)
{
	ipp_attribute_t *a = *at;

	while (a != NULL && ippGetGroupTag(a) != IPP_TAG_JOB)
		a = ippNextAttribute(answer);
	if (a == NULL)
		return false;
	memset(v, 0, sizeof *v);
	name[0] = '\0';
	for (; a != NULL && ippGetGroupTag(a) == IPP_TAG_JOB;
	    a = ippNextAttribute(answer))
		if (ippGetName(a) != NULL)
			take(a, v, name, name_size);
	*at = a;
	return true;
}

/* A request about a job by its number alone. */
static ipp_t *
about_job(ipp_op_t op, int id)
{
	ipp_t *request = ippNewRequest(op);
	char uri[HTTP_MAX_URI];

	httpAssembleURIf(HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", NULL,
	    "localhost", ippPort(), "/jobs/%d", id);
	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "job-uri", NULL, uri);
	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME,
	    "requesting-user-name", NULL, cupsUser());
	return request;
}

bool
cups_look(struct spooler *s, int id, struct job_view *out, struct err *err)
{
	ipp_t *request = about_job(IPP_OP_GET_JOB_ATTRIBUTES, id), *answer;
	ipp_attribute_t *at;
	char name[256];
	bool found;

	ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD,
	    "requested-attributes", WANTED, NULL, wanted);
	answer = cups_ask((struct cups *)s, request, "/", err);
	if (answer == NULL)
		return false;
	at = ippFirstAttribute(answer);
	found = next_job(answer, &at, out, name, sizeof name);
	ippDelete(answer);
	return found || err_set(err, ERR_ABSENT,
	    "the print server does not know job %d", id);
}

bool
cups_find(struct spooler *s, const char *queue, const char *name,
    struct job_view *out, struct err *err)
{
	ipp_t *request = cups_request(IPP_OP_GET_JOBS, queue), *answer;
	ipp_attribute_t *at;
	struct job_view view;
	char is[256];
	bool found = false;

	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", NULL,
	    "all");
	ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD,
	    "requested-attributes", WANTED, NULL, wanted);
	answer = cups_ask((struct cups *)s, request, "/", err);
	if (answer == NULL)
		return false;
	at = ippFirstAttribute(answer);
	while (!found && next_job(answer, &at, &view, is, sizeof is))
		found = strcmp(is, name) == 0;
	ippDelete(answer);
	if (!found)
		return err_set(err, ERR_ABSENT,
		    "the print server knows no job \"%s\"", name);
	*out = view;
	return true;
}

bool
cups_cancel(struct spooler *s, int id, struct err *err)
{
	ipp_t *answer = cups_ask((struct cups *)s, about_job(IPP_OP_CANCEL_JOB, id),
	    "/jobs/", err);

	ippDelete(answer);
	return answer != NULL;
}
