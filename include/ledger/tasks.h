/*
 * tasks.h - work that somebody asked for: counts of bins.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A task is requested by an event (a picker who finds less than the book
 * says, a supervisor) and waits until somebody takes and closes it.  Its code
 * is "COUNT-STATION-SEQ", the same on every station.
 */
#ifndef LEDGER_TASKS_H
#define LEDGER_TASKS_H
#include <stdbool.h>
#include <stdint.h>
#include "base/err.h"
#include "base/str.h"
#include "domain/event.h"
#include "ledger/ledger.h"

enum task_state { TASK_OPEN, TASK_TAKEN, TASK_CLOSED, TASK_STATES };
const char *task_state_name(enum task_state);

struct task {
	char code[CODE_SIZE];
	char kind[12];			/* "count" */
	char bin[CODE_SIZE];
	char item[CODE_SIZE];		/* what it is about, "" all that is there */
	char order[ORDER_SIZE];		/* whose picking found it, "" none */
	char reason[32];		/* "short", "not-empty", "wrong-place" ... */
	char note[NOTE_SIZE];
	enum task_state state;
	int64_t opened_at;
	char operator[CODE_SIZE];	/* who asked */
	char taken_by[CODE_SIZE];
};

/*
 * Make the event of a request for a count of a bin.  *needed is false when an
 * open task asks for that count already (code then names it).  The caller
 * appends it; body is borrowed by the event.  Fills code, kind, state of *t;
 * the rest of *t says what is asked.
 */
bool task_request_event(struct ledger *, struct task *t, bool *needed,
    struct event *, struct str *body, struct err *) MUST_CHECK;
/* 1 found, 0 not, -1 fault. */
int task_find(struct ledger *, const char *code, struct task *, struct err *)
    MUST_CHECK;
bool task_row(struct ledger *, enum query, struct task *, struct err *) MUST_CHECK;
/* A page of tasks, oldest first, after the one named ("": the first). */
bool task_list_page(struct ledger *, bool open_only, const char *after,
    struct task out[], size_t max, size_t *n, struct err *) MUST_CHECK;
#endif
