/*
 * cups.c - the connection to CUPS, and how its failures are said.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A cupsd that hangs would block us for ever; so the connection has a time
 * limit, and one that failed in any way is closed and made anew.  libcups
 * asks for passwords on the terminal: we have none to give.
 */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "print/cups_private.h"

#define CONNECT_MS 2000
#define TIMEOUT_S 2.0
#define SILENCE_US 20000000	/* cupsd closes a silent line after 30 s */

static const struct spooler_class cups_class = {
	.queue = cups_queue, .create = cups_create, .send = cups_send,
	.look = cups_look, .find = cups_find, .cancel = cups_cancel,
	.close = NULL,
};

static const char *
no_password(const char *prompt, http_t *http, const char *method,
    const char *resource, void *ctx)
{
	(void)prompt;
	(void)http;
	(void)method;
	(void)resource;
	(void)ctx;
	return NULL;
}

/* Nobody is asked whether to wait on. */
static int
give_up(http_t *http, void *ctx)
{
	(void)http;
	(void)ctx;
	return 0;
}

struct spooler *
cups_spooler(void)
{
	struct cups *c = xcalloc(1, sizeof *c);

	c->spooler.is = &cups_class;
	cupsSetPasswordCB2(no_password, NULL);
	return &c->spooler;
}

void
spooler_close(struct spooler *s)
{
	if (s == NULL)
		return;
	if (s->is->close != NULL) {
		s->is->close(s);
		return;
	}
	cups_disconnect((struct cups *)s);
	free(s);
}

const char *
cups_version(void)
{
	static char text[32];

	str_print(text, sizeof text, "%d.%d.%d", CUPS_VERSION_MAJOR,
	    CUPS_VERSION_MINOR, CUPS_VERSION_PATCH);
	return text;
}

static bool
away(struct err *err, const char *why)
{
	err_set(err, ERR_AWAY, "the print server does not answer");
	err_detail(err, "CUPS at %s: %s", cupsServer(), why == NULL ||
	    why[0] == '\0' ? "no answer" : why);
	return err_hint(err, "Labels wait here meanwhile; see to it that cupsd runs.");
}

/* A server that hangs up so soon after we spoke has ended; it would only close
 * a line that was silent for long. */
static void
notice_end(struct cups *c)
{
	struct pollfd line = { .events = POLLIN };

	if (c->http == NULL)
		return;
	line.fd = httpGetFd(c->http);
	if (poll(&line, 1, 0) <= 0)
		return;
	if (clock_mono_us() - c->used_at < SILENCE_US)
		c->spooler.anew++;
	cups_disconnect(c);
}

bool
cups_connect(struct cups *c, struct err *err)
{
	notice_end(c);
	c->used_at = clock_mono_us();
	if (c->http != NULL)
		return true;
	c->http = httpConnect2(cupsServer(), ippPort(), NULL, AF_UNSPEC,
	    cupsEncryption(), 1, CONNECT_MS, NULL);
	if (c->http == NULL) {
		c->was_down = errno != EAGAIN && errno != ETIMEDOUT &&
		    errno != EINPROGRESS;
		return away(err, cupsLastErrorString());
	}
	if (c->was_down)
		c->spooler.anew++;
	c->was_down = false;
	httpSetTimeout(c->http, TIMEOUT_S, give_up, NULL);
	return true;
}

void
cups_disconnect(struct cups *c)
{
	httpClose(c->http);
	c->http = NULL;
}

void
cups_resource(const char *queue, char *out, size_t size)
{
	str_print(out, size, "/printers/%s", queue);
}

ipp_t *
cups_request(ipp_op_t op, const char *queue)
{
	ipp_t *request = ippNewRequest(op);
	char uri[HTTP_MAX_URI];

	if (queue != NULL) {
		httpAssembleURIf(HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", NULL,
		    "localhost", ippPort(), "/printers/%s", queue);
		ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri",
		    NULL, uri);
	}
	ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME,
	    "requesting-user-name", NULL, cupsUser());
	return request;
}

static const struct {
	ipp_status_t status;
	enum err_kind kind;
	const char *what;
	const char *hint;
} faults[] = {
	{ IPP_STATUS_ERROR_NOT_FOUND, ERR_ABSENT, "the print server does not know it",
	  "'dockledger printers' lists the queues." },
	{ IPP_STATUS_ERROR_GONE, ERR_ABSENT, "the print server does not know it any more",
	  "" },
	{ IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS, ERR_AWAY, "the queue takes no jobs",
	  "Labels wait here; cupsaccept lets them in." },
	{ IPP_STATUS_ERROR_NOT_AUTHORIZED, ERR_DENIED, "the print server forbids it",
	  "Ask who looks after CUPS for the right to print." },
	{ IPP_STATUS_ERROR_NOT_AUTHENTICATED, ERR_DENIED, "the print server forbids it",
	  "Ask who looks after CUPS for the right to print." },
	{ IPP_STATUS_ERROR_FORBIDDEN, ERR_DENIED, "the print server forbids it",
	  "Ask who looks after CUPS for the right to print." },
	{ IPP_STATUS_ERROR_ATTRIBUTES_OR_VALUES, ERR_INPUT,
	  "the printer cannot do what the label needs", "Look at size and media." },
	{ IPP_STATUS_ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED, ERR_INPUT,
	  "the queue does not take this format",
	  "Set format for this printer in dockledger.conf." },
	{ IPP_STATUS_ERROR_DOCUMENT_FORMAT_ERROR, ERR_INPUT,
	  "the queue cannot read the document", "" },
	{ IPP_STATUS_ERROR_REQUEST_ENTITY, ERR_INPUT,
	  "the document is too large for the print server", "" },
	{ IPP_STATUS_ERROR_NOT_POSSIBLE, ERR_CLASH,
	  "the print server cannot do that now", "" },
};

bool
cups_fault(struct cups *c, struct err *err)
{
	ipp_status_t status = cupsLastError();
	const char *said = cupsLastErrorString();

	for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
		if (faults[i].status == status) {
			err_set(err, faults[i].kind, "%s", faults[i].what);
			err_detail(err, "%s", said);
			return err_hint(err, "%s", faults[i].hint);
		}
	away(err, said);
	cups_disconnect(c);	/* whatever stands in it is not to be trusted */
	return false;
}

ipp_t *
cups_ask(struct cups *c, ipp_t *request, const char *resource, struct err *err)
{
	ipp_t *answer;

	if (!cups_connect(c, err)) {
		ippDelete(request);
		return NULL;
	}
	answer = cupsDoRequest(c->http, request, resource);
	if (answer != NULL && cupsLastError() < IPP_STATUS_REDIRECTION_OTHER_SITE)
		return answer;
	ippDelete(answer);
	cups_fault(c, err);
	return NULL;
}

void
cups_text(ipp_attribute_t *a, char *out, size_t size)
{
	size_t used = 0;

	out[0] = '\0';
	for (int i = 0; i < ippGetCount(a); i++) {
		const char *one = ippGetString(a, i, NULL);

		if (one == NULL || strcmp(one, "none") == 0)
			continue;
		str_print(out + used, size - used, "%s%s", used == 0 ? "" : ",", one);
		used += strlen(out + used);
	}
}
