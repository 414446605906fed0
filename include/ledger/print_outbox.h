/*
 * print_outbox.h - the print outbox, as people see it and decide about it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * store/print_state.h tells the states and their order.
 *
 * Nothing that may have been printed is sent again by itself.  Reading needs
 * no transaction; each act is made between ledger_begin and ledger_commit.
 */
#ifndef LEDGER_PRINT_OUTBOX_H
#define LEDGER_PRINT_OUTBOX_H
#include "ledger/print_request.h"
#include "store/print_state.h"

/* The word of `jobs`: waiting sent printing printed confirmed failed unknown
 * cancelled. */
const char *print_state_word(enum print_state);
bool print_state_is_live(enum print_state);	/* on its way: 3 to 6 */

struct print_row {
	int64_t id;
	char template_name[CODE_SIZE];
	int64_t template_id;		/* its version (ledger_print_template) */
	char printer[PRINTER_SIZE];	/* "": as the template says */
	int copies;
	int copy_no;			/* 2 and above: a reprint */
	enum print_state state;
	char detail[NOTE_SIZE];		/* what a person should know, or "" */
	int64_t made_at, changed_at;
	char item[CODE_SIZE];		/* the unit, "" when it is for none */
	char serial[TEXT_SIZE];
	char operator[CODE_SIZE];	/* who asked for it */
	char reason[NOTE_SIZE];		/* of a reprint */
	int attempts;			/* how often a document with it was given to CUPS */
	int64_t job;			/* labels with the same one travel together */
};

/* The label with this number: 1 found, 0 not, -1 fault. */
int ledger_print_row(struct ledger *, int64_t id, struct print_row *,
    struct err *) MUST_CHECK;
/* Labels after this number (0: from the start), oldest first.  open_only: all
 * but printed, confirmed and cancelled ones. */
bool ledger_print_page(struct ledger *, bool open_only, int64_t after,
    struct print_row out[], size_t max, size_t *n, struct err *) MUST_CHECK;
/* The same, newest first: labels before this number (INT64_MAX: the newest). */
bool ledger_print_newest(struct ledger *, bool open_only, int64_t before,
    struct print_row out[], size_t max, size_t *n, struct err *) MUST_CHECK;
/* Labels of a unit, oldest first, to a callback (false stops). */
bool ledger_print_of_unit(struct ledger *, const char *item, const char *serial,
    bool (*each)(void *ctx, const struct print_row *), void *ctx, struct err *)
    MUST_CHECK;
/* The fields of a label as JSON, and its template's text, appended. */
bool ledger_print_fields(struct ledger *, int64_t id, struct str *json,
    struct err *) MUST_CHECK;
bool ledger_print_template(struct ledger *, int64_t template_id, struct str *text,
    struct err *) MUST_CHECK;

/* How many stand where, for a status line.  Cheap. */
struct print_counts { int64_t waiting, on_way, failed, unknown; };
bool ledger_print_counts(struct ledger *, struct print_counts *, struct err *)
    MUST_CHECK;

/* What the background worker last saw of a printer. */
struct printer_row {
	char name[PRINTER_SIZE];
	char queue[PRINTER_SIZE];
	enum printer_state state;
	char words[NOTE_SIZE];		/* "" when all is well */
	int64_t at;
};
bool ledger_printers(struct ledger *, struct printer_row out[], size_t max,
    size_t *n, struct err *) MUST_CHECK;

/* What a printer, by its name on the labels, has to do. */
struct printer_load {
	int64_t waiting;	/* labels that wait for it or are on their way */
	int64_t printed_at;	/* of its last label; 0: none of the newest */
};
bool ledger_printer_load(struct ledger *, const char *name,
    struct printer_load *, struct err *) MUST_CHECK;

/*
 * What a person decides.  ERR_ABSENT: no such label.  ERR_CLASH: its state
 * does not allow it; the words say what does.
 *
 * cancel	a waiting one is cancelled at once.  One that is on its way is
 *		stopped with its whole job by the worker; the other labels of
 *		it wait again when nothing was printed, else they are unknown.
 *		*others says how many there are.
 * retry	failed, unknown, cancelled or held: it waits again.  One that may
 *		have been printed, or was (then reason must not be ""), is a
 *		reprint: an event on its unit says why.
 * hold		a waiting one waits until somebody says retry.
 * confirm	it is in somebody's hand: unit.label-verified on its unit.
 */
bool ledger_print_cancel(struct ledger *, int64_t id, int64_t *others,
    struct err *) MUST_CHECK;
bool ledger_print_retry(struct ledger *, int64_t id, const char *reason,
    enum event_entry, struct err *) MUST_CHECK;
bool ledger_print_hold(struct ledger *, int64_t id, struct err *) MUST_CHECK;
bool ledger_print_confirm(struct ledger *, int64_t id, enum event_entry,
    struct err *) MUST_CHECK;
/* A unit's label was scanned: confirms those of its labels that may be out
 * there (sent, printing, failed, unknown).  *n says how many; none is no fault,
 * and nothing is written then. */
bool ledger_print_scanned_back(struct ledger *, const char *item,
    const char *serial, enum event_entry, int64_t *n, struct err *) MUST_CHECK;

/*
 * Labels of units that came out of a printer, or should have, and were not read
 * back: printed, failed, unknown.  After this number (0: from the start), oldest
 * first, at most max.
 */
bool ledger_print_unchecked(struct ledger *, int64_t after,
    struct print_row out[], size_t max, size_t *n, struct err *) MUST_CHECK;
bool ledger_print_unchecked_count(struct ledger *, int64_t *n, struct err *)
    MUST_CHECK;
/* The item of those of them with this serial: "" when there is none, or when
 * there are several items. */
bool ledger_print_unchecked_item(struct ledger *, const char *serial,
    char item[CODE_SIZE], struct err *) MUST_CHECK;
#endif
