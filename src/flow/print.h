/*
 * print.h - labels that flows ask for.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef FLOW_PRINT_H
#define FLOW_PRINT_H
#include "flow/flow_private.h"

/* What a label is for: a unit, or with item "" a container. */
struct print_subject {
	char item[CODE_SIZE];
	char code[TEXT_SIZE];
};
void print_subject(struct print_subject *, const char *item, const char *code);
/* Make a request all but its cause and reason; its texts are in *fields and
 * *about.  ERR_INPUT: it cannot be printed here. */
bool print_make(struct flow *, const char *template_name,
    const struct print_subject *about, struct print_request *,
    struct str *fields, struct err *) MUST_CHECK;

/* Labels at the accepting scan, after the verdict is said.  What cannot
 * be printed is said in it and never stands against the act; false only when the
 * environment failed.  event: the act that is the cause. */
bool print_unit(struct flow *, const char *item, const char *serial,
    int64_t event, struct verdict *, struct err *) MUST_CHECK;
bool print_carton(struct flow *, const char *code, int64_t event,
    struct verdict *, struct err *) MUST_CHECK;
/* A label of ours was scanned on its unit; keyed, it says nothing of the label. */
bool print_read_back(struct flow *, const char *item, const char *serial,
    struct err *) MUST_CHECK;
/* An act was taken back: its labels that still wait are cancelled. */
bool print_void(struct flow *, int64_t event, int64_t *left, struct err *)
    MUST_CHECK;

/* reprint.c: XCXREPRINT asks why, and the next scan answers. */
bool reprint_ask(struct flow *, struct verdict *, struct err *) MUST_CHECK;
bool reprint_answer(struct flow *, const char *reason, struct verdict *,
    struct err *) MUST_CHECK;
/* A unit's label will not read: it is recorded, and another one is asked for. */
bool reprint_failed(struct flow *, const char *item, const char *serial,
    struct verdict *, struct err *) MUST_CHECK;
#endif
