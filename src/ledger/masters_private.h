/*
 * masters_private.h - what the files on definitions share.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A kind of definition is one row of data: its event, its record of fields,
 * its statements.  The functions below do for any kind what masters.h
 * promises for each.
 */
#ifndef LEDGER_MASTERS_PRIVATE_H
#define LEDGER_MASTERS_PRIVATE_H
#include "ledger/others.h"
#include "ledger/masters.h"
#include "ledger/record.h"

#define NO_ID ((size_t)-1)

struct master {
	enum event_type type;		/* "item.defined" */
	enum subject_kind subject;
	enum name_kind name;		/* of its number, where it has one */
	size_t id_at;			/* of the number in the struct, or NO_ID */
	size_t code_at;			/* of the code, char[CODE_SIZE] */
	size_t size;			/* of the struct */
	struct record record;
	enum query find, put, body;
};

extern const struct master operators;		/* operators.c */
extern const struct master *const masters_all[];	/* ends with NULL */

/* Read the current row of a walk: number, code, fields. */
void master_row(const struct master *, struct store *, enum query, void *out);
/* 1 found, 0 not, -1 fault. */
int master_find(const struct master *, struct ledger *, const char *code,
    void *out, struct err *) MUST_CHECK;
bool master_define(const struct master *, struct ledger *, const void *thing,
    enum event_entry, bool *changed, struct err *) MUST_CHECK;
/* Append the event of a definition unless a row of `standing` (a _body query
 * that was begun with store_first, which gave rc) holds the same words. */
bool master_say(struct ledger *, struct event *, int rc, enum query standing,
    bool *changed, struct err *) MUST_CHECK;

/* Project what is no whole definition; types of others change nothing. */
bool operators_project(struct ledger *, const struct event *, struct err *)
    MUST_CHECK;
bool bom_project(struct ledger *, const struct event *, struct err *)
    MUST_CHECK;
#endif
