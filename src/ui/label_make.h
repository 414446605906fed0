/*
 * label_make.h - a label that is made at the station: for what, by which
 * template, how often, on which printer, and what is in the way of it.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef UI_LABEL_MAKE_H
#define UI_LABEL_MAKE_H
#include "flow/label_subject.h"
#include "ledger/print_outbox.h"

struct label_make {
	struct station *station;
	struct label_subject subject;
	const struct label *label;	/* NULL: none is chosen */
	bool by_hand;			/* it was chosen by a person */
	const struct station_printer *printer;	/* NULL: none takes it */
	struct label_given given;
	int copies;
	struct err why;			/* kind ERR_NONE: it can be printed */
};

/* It is for this from now on; a template that a person chose stays when it can
 * say it. */
void label_make_for(struct label_make *make, const struct label_subject *subject);
void label_make_by(struct label_make *make, const struct label *label);
/* Ask for it, within a transaction.  reason: why again, "" the first time. */
bool label_make_ask(struct label_make *make, struct ledger *ledger,
    const char *reason, int64_t *id, struct err *err) MUST_CHECK;
/* The label as lines of a terminal, at most so large. */
bool label_make_preview(const struct label_make *make, int columns, int rows,
    bool utf8, struct str *out) MUST_CHECK;
#endif
