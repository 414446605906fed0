/*
 * cups_queues.c - the queues of CUPS and what state they are in.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "print/cups_private.h"

static const char *const wanted[] = { "printer-name", "printer-info",
    "printer-make-and-model", "printer-state", "printer-state-reasons",
    "printer-state-message", "printer-is-accepting-jobs" };
#define WANTED ((int)(sizeof wanted / sizeof wanted[0]))

static const enum queue_state states[] = { QUEUE_IDLE, QUEUE_PRINTING,
    QUEUE_STOPPED };

static void
take(ipp_attribute_t *a, struct queue_view *q)
{
	const char *name = ippGetName(a);
	int n;

	if (strcmp(name, "printer-name") == 0)
		cups_text(a, q->name, sizeof q->name);
	else if (strcmp(name, "printer-info") == 0)
		cups_text(a, q->info, sizeof q->info);
	else if (strcmp(name, "printer-make-and-model") == 0)
		cups_text(a, q->model, sizeof q->model);
	else if (strcmp(name, "printer-state-reasons") == 0)
		cups_text(a, q->reasons, sizeof q->reasons);
	else if (strcmp(name, "printer-state-message") == 0)
		cups_text(a, q->message, sizeof q->message);
	else if (strcmp(name, "printer-is-accepting-jobs") == 0)
		q->accepting = ippGetBoolean(a, 0) != 0;
	else if (strcmp(name, "printer-state") == 0) {
		n = ippGetInteger(a, 0) - IPP_PSTATE_IDLE;
		if (n >= 0 && n < (int)(sizeof states / sizeof states[0]))
			q->state = states[n];
	}
}

/* The attributes of one printer; afterwards the answer stands at the next. */
static bool
next_queue(ipp_t *answer, ipp_attribute_t **at, struct queue_view *q)
{
	ipp_attribute_t *a = *at;

	while (a != NULL && ippGetGroupTag(a) != IPP_TAG_PRINTER)
		a = ippNextAttribute(answer);
	if (a == NULL)
		return false;
	memset(q, 0, sizeof *q);
	for (; a != NULL && ippGetGroupTag(a) == IPP_TAG_PRINTER;
	    a = ippNextAttribute(answer))
		if (ippGetName(a) != NULL)
			take(a, q);
	q->raw = strcmp(q->model, "Local Raw Printer") == 0 ||
	    strcmp(q->model, "Remote Printer") == 0;
	*at = a;
	return true;
}

bool
cups_queue(struct spooler *s, const char *name, struct queue_view *out,
    struct err *err)
{
	ipp_t *request = cups_request(IPP_OP_GET_PRINTER_ATTRIBUTES, name), *answer;
	ipp_attribute_t *at;
	bool found;

	ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD,
	    "requested-attributes", WANTED, NULL, wanted);
	answer = cups_ask((struct cups *)s, request, "/", err);
	if (answer == NULL && err->kind == ERR_ABSENT) {
		err_say(err, "there is no print queue \"%s\"", name);
		return err_hint(err, "'dockledger printers' lists the queues.");
	}
	if (answer == NULL)
		return false;
	at = ippFirstAttribute(answer);
	found = next_queue(answer, &at, out);
	ippDelete(answer);
	return found || err_set(err, ERR_AWAY,
	    "the print server says nothing about \"%s\"", name);
}

static void
mark_default(struct cups *c, struct queue_views *out)
{
	ipp_t *request = cups_request(IPP_OP_CUPS_GET_DEFAULT, NULL), *answer;
	char name[QUEUE_SIZE] = "";
	struct err none;

	answer = cups_ask(c, request, "/", &none);
	if (answer == NULL)
		return;		/* none is set */
	cups_text(ippFindAttribute(answer, "printer-name", IPP_TAG_NAME), name,
	    sizeof name);
	ippDelete(answer);
	for (size_t i = 0; i < out->n; i++)
		out->at[i].is_default = strcmp(out->at[i].name, name) == 0;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct queue_view *)a)->name,
	    ((const struct queue_view *)b)->name);
}

bool
cups_queues(struct spooler *s, struct queue_views *out, struct err *err)
{
	struct cups *c = (struct cups *)s;
	ipp_t *request = cups_request(IPP_OP_CUPS_GET_PRINTERS, NULL), *answer;
	ipp_attribute_t *at;
	struct queue_view q;

	memset(out, 0, sizeof *out);
	ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD,
	    "requested-attributes", WANTED, NULL, wanted);
	answer = cups_ask(c, request, "/", err);
	if (answer == NULL)	/* "not found": there are none */
		return err->kind == ERR_ABSENT;
	at = ippFirstAttribute(answer);
	while (next_queue(answer, &at, &q))
		*vec_push(out) = q;
	ippDelete(answer);
	if (out->n > 0) {
		mark_default(c, out);
		qsort(out->at, out->n, sizeof out->at[0], by_name);
	}
	return true;
}
