/*
 * prints.h - labels of the print outbox on a screen: words, and what a person
 * decides about one.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef UI_PRINTS_H
#define UI_PRINTS_H
#include "ledger/print_outbox.h"
#include "ui/ui_private.h"

/* A shape and a word, so that no colour is needed: "! failed".  Not kept:
 * valid until the next call. */
const char *print_state_shown(enum print_state state);
unsigned print_state_style(enum print_state state);
/* What a label is for: its unit, else the first of its fields that names
 * something.  "" when it names nothing. */
void print_for_words(struct ledger *ledger, const struct print_row *row,
    char *out, size_t size);
/* How long ago, in words. */
void print_age(int64_t at, char *out, size_t size);

/* What must be asked before an act (ACT_VOID_LABEL, ACT_RETRY, ACT_HOLD,
 * ACT_IN_HAND) is done to a label. */
enum print_ask { ASK_NOTHING, ASK_YES, ASK_REASON };
enum print_ask print_asks(const struct print_row *row, enum action action);
/* The question, in words. */
void print_question(const struct print_row *row, enum action action, char *out,
    size_t size);
/* Do it, and say so or why not.  True: it was done, or refused for good;
 * false: the database is busy. */
bool print_decide(struct ui *ui, int64_t id, enum action action,
    const char *reason);

/* A label was scanned: it is in somebody's hand.  *n says how many labels of
 * the unit that settled; none is no fault. */
bool print_scanned_back(struct ui *ui, const char *item, const char *serial,
    int64_t *n, struct err *err) MUST_CHECK;
#endif
