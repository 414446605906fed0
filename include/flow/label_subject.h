/*
 * label_subject.h - what a label is for, found by a scan as look-up finds it.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef FLOW_LABEL_SUBJECT_H
#define FLOW_LABEL_SUBJECT_H
#include "flow/flow.h"
#include "flow/label_given.h"

enum label_subject_kind { SUBJECT_OF_NONE, SUBJECT_OF_UNIT, SUBJECT_OF_ITEM,
    SUBJECT_OF_BIN, SUBJECT_OF_CARTON, SUBJECT_OF_BADGE };

struct label_subject {
	enum label_subject_kind kind;
	char words[160];		/* "unit S-1 of DRILL" */
	struct unit unit;		/* UNIT */
	struct item item;		/* UNIT, ITEM */
	struct bin bin;
	struct operator badge;
	char carton[CODE_SIZE];		/* CARTON: also a pallet or a tote */
	bool pallet;
};

/* What is scanned.  ERR_ABSENT: nothing here is known by it, or nothing that
 * has a label.  ERR_CLASH: several items bear the serial. */
bool label_subject_find(struct station *, const struct scan_in *,
    struct label_subject *, struct err *) MUST_CHECK;
/* The template that labels such a thing, if nobody says another. */
const char *label_subject_template(const struct label_subject *);
/* All that is known of it, for the fields that the template has. */
bool label_subject_give(const struct label_subject *, const struct label *,
    struct ledger *, struct label_given *, struct err *) MUST_CHECK;
#endif
