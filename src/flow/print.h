/*
 * print.h - labels that flows ask for.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef FLOW_PRINT_H
#define FLOW_PRINT_H
#include "flow/flow_private.h"

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
#endif
