/*
 * failing_labels.h - labels that would not read, by whose and from where.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef REPORT_FAILING_LABELS_H
#define REPORT_FAILING_LABELS_H
#include "base/json.h"
#include "base/vec.h"
#include "ledger/masters.h"
#include "ledger/print_failed.h"

/* Failures of one supplier's goods, one template and one printer. */
struct failing_group {
	char supplier[CODE_SIZE];	/* "": not known */
	char supplier_name[NAME_SIZE];
	char template_name[CODE_SIZE];	/* "": labels that came with the goods */
	char symbols[96];
	char printer[PRINTER_SIZE];
	int64_t failures;
	int64_t first, last;		/* UTC ms */
	int64_t age_s;			/* of a label when it failed, the mean */
};
struct failing_labels { VEC(struct failing_group) groups; };

/* Most failures first, then by supplier, template and printer.
 * failing_labels_done releases what a true call filled. */
bool failing_labels_read(struct ledger *, struct failing_labels *out,
    struct err *) MUST_CHECK;
void failing_labels_done(struct failing_labels *);

/* [{"supplier","supplier_name","label","symbols","printer","failures","first",
 * "last","age_s"}], appended; texts that are empty are null. */
void failing_labels_json(const struct failing_labels *, struct json_out *);
#endif
