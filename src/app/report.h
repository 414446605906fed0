/*
 * report.h - reports as bytes: text, CSV, a sheet of paper.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_REPORT_H
#define APP_REPORT_H
#include "report/failing_labels.h"
#include "report/packing_slip.h"

/* Each appends one whole document to out. */
void packing_text(const struct packing *, struct str *out);
/* A head and a row for each unit (RFC 4180, lines end with LF). */
void packing_csv(const struct packing *, struct str *out);
/* The same as a PDF; ERR_INPUT when a text cannot be set (label/sheet.h). */
bool packing_pdf(const struct packing *, struct str *out, struct err *)
    MUST_CHECK;
/* The same three of labels that would not read. */
void failing_text(const struct failing_labels *, struct str *out);
void failing_csv(const struct failing_labels *, struct str *out);
bool failing_pdf(const struct failing_labels *, struct str *out, struct err *)
    MUST_CHECK;

/* One field of a CSV row, quoted where it must be, and what follows it. */
void report_cell(struct str *out, const char *text, bool last);
#endif
