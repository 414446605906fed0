/*
 * picks.h - what tests of picking begin with: two bins, an order, its walk.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TESTS_PICKS_H
#define TESTS_PICKS_H
#include "flows.h"
#include "ledger/tasks.h"

/* Five drills in two bins, two saws in one of them; SO:5001 wants four drills
 * and a saw.  Received in this order, so fifo promises S1 to S4 and W1. */
static inline struct player *
with_order(void **state)
{
	struct stage *stage = *state;
	struct house *h = &stage->house;

	house_bin(h, "STAGE-1", BIN_STAGE, 31, -1, "");
	house_stock(h, "DRILL", "A-02", "S1 S2 S3");
	house_stock(h, "DRILL", "A-03", "S4 S5");
	house_stock(h, "SAW", "A-03", "W1 W2");
	house_order(h, "SO:5001", "DRILL:4 SAW:1");
	player_flow(&stage->p, "pick", "CLERK1");
	return &stage->p;
}

static inline struct flow_view *
view_of(struct player *p)
{
	static struct flow_view view;
	struct err err;

	err_clear(&err);
	must(flow_view(p->flow, &view, &err));
	return &view;
}

/* Counts that were asked for: "BIN reason BIN reason". */
static inline const char *
counts(struct player *p)
{
	static char out[200];
	struct task tasks[8];
	struct err err;
	size_t n;

	out[0] = '\0';
	must(task_list_page(p->house->l, true, "", tasks, 8, &n, &err));
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(out);

		str_print(out + len, sizeof out - len, "%s%s %s", i > 0 ? " " : "",
		    tasks[i].bin, tasks[i].reason);
	}
	return out;
}
#endif
