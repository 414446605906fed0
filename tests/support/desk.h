/*
 * desk.h - labels asked for and a worker that prints them, for tests.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A label here is a line "<SERIAL>" for each copy, so that what came out can be
 * counted without any drawing.  A field "bad" makes a label that cannot be made.
 */
#ifndef TESTS_SUPPORT_DESK_H
#define TESTS_SUPPORT_DESK_H
#include "agent/agent.h"
#include "house.h"
#include "ledger/print_outbox.h"

struct desk {
	struct house house;
	struct agent_options options;
	struct agent_report report;
	struct printer_profile printer;		/* "P1", queue "q1" */
	int units, asked;
};

/* A house in memory with units L001, L002 ... of DRILL; without units, labels
 * are for none. */
void desk_open(struct desk *, int units);
/* A file in a folder of its own, without units: for workers that are killed and
 * disks that fail. */
void desk_open_file(struct desk *);
void desk_close(struct desk *);
/* Ask for a label of each of the next n units, in one transaction. */
void desk_ask(struct desk *, int n);
/* One label for no unit, with these fields. */
int64_t desk_ask_fields(struct desk *, const char *json);
/* A label of a unit, and the words of a refusal ("" when it was taken). */
const char *desk_ask_unit(struct desk *, const char *serial, const char *reason);
/* Work once with this print server. */
bool desk_work(struct desk *, struct spooler *, struct err *);
/* The same in a child process that is killed at the n-th step (0: at none);
 * true when it was killed. */
bool desk_work_killed(struct desk *, struct spooler *, int step);
/* How many labels are in this state. */
int64_t desk_count(struct desk *, enum print_state);
struct print_row desk_row(struct desk *, int64_t id);
/* An agent_render. */
bool desk_render(void *ctx, const struct agent_batch *, struct str *out,
    double *w, double *h, size_t *bad, struct err *);
#endif
