/*
 * print_request.h - labels that are asked for, in the transaction of their cause.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Whoever acts on units asks here for a label: between ledger_begin and
 * ledger_commit, so that the act and its label are there together or not at
 * all.  Nothing is sent from here; the worker in the background (room agent)
 * takes what waits, and only it speaks to CUPS.
 *
 * The caller has rendered the label once before it asks (room label): a
 * template that does not exist, a field that is missing or a text too long is
 * refused where the operator stands, not minutes later in the background.
 */
#ifndef LEDGER_PRINT_REQUEST_H
#define LEDGER_PRINT_REQUEST_H
#include "ledger/ledger.h"

#define PRINT_COPIES_MAX 1000
#define PRINTER_SIZE 64		/* a printer's or a queue's name: 63 bytes and NUL */

struct print_request {
	const char *template_name;	/* "unit" */
	const char *template_text;	/* as it was read; each version is kept once */
	const char *fields;	/* a JSON object of texts: {"gtin":"...","serial":"..."} */
	int copies;		/* 1 to PRINT_COPIES_MAX */
	const char *printer;	/* profile or queue; "": the one for this template */
	/* the unit the label is for, or a serial that event issued; "": none */
	const char *item;
	const char *serial;
	int64_t event;		/* the act that caused it, 0: asked for by itself */
	const char *reason;	/* why it is printed again; "": the first one */
	enum event_entry entry;
};

/*
 * Ask for a label.  *id is its number in the outbox.  A unit that has a label
 * of this template already, printed or waiting, needs a reason (ERR_CLASH,
 * label.reprint, naming when and by whom).  A reprint, and a label of a unit
 * without another cause, is an event on the unit: unit.label-printed with
 * reason and note.  It says that the label was ordered; that it can be read is
 * unit.label-verified.
 */
bool ledger_print_request(struct ledger *, const struct print_request *,
    int64_t *id, struct err *) MUST_CHECK;

/* The act was taken back: its labels that still wait are cancelled.  *left
 * says how many are past that and must be destroyed by hand. */
bool ledger_print_void(struct ledger *, int64_t event, int64_t *left,
    struct err *) MUST_CHECK;
#endif
