/*
 * lists.h - bins, items, operators, parties, orders, incidents, tasks: by pages.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A page is at most max rows beside an anchor (enum page_way), in the list's
 * order; *n says how many came.  Less than max: the list ends there.  Bins,
 * items, operators and parties are ordered by code (byte by byte), and any
 * text may be the anchor.  Rows own what they hold.
 */
#ifndef REPORT_LISTS_H
#define REPORT_LISTS_H
#include "ledger/masters.h"
#include "ledger/tasks.h"
#include "report/unit_list.h"

struct bin_row {
	struct bin bin;
	int64_t units;			/* in house there */
};
bool bin_list_page(struct ledger *, enum page_way, const char *code,
    struct bin_row out[], size_t max, size_t *n, struct err *) MUST_CHECK;

struct item_row {
	struct item item;
	int64_t units[UNIT_STATUSES];
	int64_t held;			/* of all of them */
};
bool item_list_page(struct ledger *, enum page_way, const char *code,
    struct item_row out[], size_t max, size_t *n, struct err *) MUST_CHECK;

bool operator_list_page(struct ledger *, enum page_way, const char *badge,
    struct operator out[], size_t max, size_t *n, struct err *) MUST_CHECK;
bool party_list_page(struct ledger *, enum page_way, const char *code,
    struct party out[], size_t max, size_t *n, struct err *) MUST_CHECK;

/*
 * Orders.  All of them: by number, then kind.  The open ones (released, not
 * closed; complete ones too): by kind, then what shall be done first: by
 * priority (1 first, none as 5), due day (none last), age.
 */
struct order_filter {
	bool open;
	int kind;			/* enum order_kind, -1: any */
	char party[CODE_SIZE];
	char status[16];		/* as order_status says, "": any */
	char begins[CODE_SIZE];		/* of its number, "": any */
};
struct order_row {
	enum order_kind kind;
	char number[CODE_SIZE];
	char party[CODE_SIZE];
	char status[16];		/* as order_status says */
	int64_t priority;		/* 0: none said */
	int64_t opened_at;
	int64_t lines, qty, done;	/* sums over its lines */
	int64_t promised, picked, packed;	/* of an order that sends out */
	char due[DATE_SIZE];		/* the first one, "": none */
};
/* Is this a word that order_status says? */
bool order_status_is(const char *word);
/* The anchor is an order, or number "" for the start or end of the list. */
bool order_list_page(struct ledger *, const struct order_filter *,
    enum page_way, enum order_kind, const char *number, struct order_row out[],
    size_t max, size_t *n, struct err *) MUST_CHECK;

/* Incidents, oldest first.  The anchor is a key, or "". */
bool incident_list_page(struct ledger *, bool open_only, enum page_way,
    const char *key, struct incident out[], size_t max, size_t *n,
    struct err *) MUST_CHECK;

/* Tasks, oldest first.  The anchor is a task's code, or "". */
bool task_page(struct ledger *, bool open_only, enum page_way, const char *code,
    struct task out[], size_t max, size_t *n, struct err *) MUST_CHECK;
#endif
