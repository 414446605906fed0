/*
 * print_failed.h - labels that will not read, and what stands for them.
 * SPDX-License-Identifier: Apache-2.0
 *
 * unit.label-failed says in its body: party, whose goods they are; reason; and
 * in detail what label it was: "TEMPLATE; SYMBOLS; AGE s; PRINTER", where a
 * label that did not come from here has neither template nor printer.
 */
#ifndef LEDGER_PRINT_FAILED_H
#define LEDGER_PRINT_FAILED_H
#include "ledger/print_request.h"

#define LABEL_UNREADABLE "will not read"

struct label_failure {
	char supplier[CODE_SIZE];	/* "": not known */
	char template_name[CODE_SIZE];	/* "": not a label of ours */
	char symbols[96];		/* "gs1_datamatrix code128" */
	char printer[PRINTER_SIZE];
	int64_t age_s;			/* since it was asked for, or the goods came */
};

void label_failure_write(const struct label_failure *, struct event_body *);
/* What label_failure_write wrote. */
void label_failure_read(const struct event_body *, struct label_failure *);

/*
 * Append unit.label-failed.  again, when not NULL, is the request for the label
 * that takes its place (*id its number); what was printed for the unit before is
 * settled, and waits for no check any more.
 */
bool ledger_label_failed(struct ledger *, const char *item, const char *serial,
    const struct label_failure *, const struct print_request *again, int64_t *id,
    enum event_entry, struct err *) MUST_CHECK;

/* Every failure that was not taken back, oldest first, until each returns
 * false. */
bool label_failures(struct ledger *, bool (*each)(void *ctx,
    const struct event *, const struct label_failure *), void *ctx,
    struct err *) MUST_CHECK;
#endif
