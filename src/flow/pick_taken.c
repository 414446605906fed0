/*
 * pick_taken.c - an order that another terminal picks, and taking it over.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Who picks what is in the states of the open jobs; a job whose process is
 * gone holds nobody up.
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/pick.h"

enum { COL_ID, COL_FLOW, COL_TERMINAL, COL_OPERATOR, COL_PID, COL_STATE };

/* The other job as a flow that nobody drives. */
static bool
other_read(struct flow *f, const char *flow, const char *state,
    struct flow *other, struct err *err)
{
	memset(other, 0, sizeof *other);
	other->form = forms_find(f->st->forms, flow);
	other->def = flow_def_find(flow);
	return state_read(other, state, err);
}

static int
find_order(const struct slot *s, const char *kind, const char *number)
{
	for (size_t i = 0; i < s->values.n; i++)
		if (strcmp(s->values.at[i].code, number) == 0 &&
		    strcmp(s->values.at[i].where, kind) == 0)
			return (int)i;
	return -1;
}

static bool
holds_order(struct flow *f, const char *flow, const char *state,
    const char *kind, const char *number, bool *holds, struct err *err)
{
	struct flow other;
	bool ok = other_read(f, flow, state, &other, err);

	*holds = ok && find_order(&other.slots[flow_slot(&other, "order")], kind,
	    number) >= 0;
	flow_state_done(&other);
	return ok;
}

bool
pick_not_taken(struct flow *f, const char *kind, const char *number,
    int64_t *job, bool *ok, struct verdict *v, struct err *err)
{
	struct store *s = ledger_store(f->l);
	char operator[CODE_SIZE] = "", terminal[CODE_SIZE] = "";
	bool held = false;
	int rc;

	*job = 0;
	*ok = true;
	if (!store_walk(s, Q_PICK_JOBS, err, ""))
		return false;
	while (!held && (rc = store_next(s, Q_PICK_JOBS, err)) > 0) {
		if (store_int(s, Q_PICK_JOBS, COL_ID) == f->job ||
		    !process_lives(store_int(s, Q_PICK_JOBS, COL_PID)))
			continue;
		if (!holds_order(f, store_text(s, Q_PICK_JOBS, COL_FLOW),
		    store_text(s, Q_PICK_JOBS, COL_STATE), kind, number, &held, err)) {
			rc = -1;
			break;
		}
		*job = held ? store_int(s, Q_PICK_JOBS, COL_ID) : 0;
		str_copy(operator, sizeof operator,
		    store_text(s, Q_PICK_JOBS, COL_OPERATOR));
		str_copy(terminal, sizeof terminal,
		    store_text(s, Q_PICK_JOBS, COL_TERMINAL));
	}
	store_end(s, Q_PICK_JOBS);
	if (rc < 0)
		return false;
	*ok = !held || flow_confirmed(f, v, "work.taken",
	    "%s %s is picked by %s at %s", kind, number, operator, terminal);
	return true;
}

/* It leaves the other's job; with no order left there is no bin either. */
static void
drop_order(struct flow *other, const char *kind, const char *number)
{
	struct slot *s = &other->slots[flow_slot(other, "order")];
	int at = find_order(s, kind, number);

	if (at < 0)
		return;
	for (size_t i = (size_t)at; i + 1 < s->values.n; i++)
		s->values.at[i] = s->values.at[i + 1];
	if (--s->values.n > 0)
		return;
	flow_empty(other, "bin");
	vec_clear(&other->skipped);
	memset(&other->picking, 0, sizeof other->picking);
}

bool
pick_take_over(struct flow *f, int64_t job, const char *kind,
    const char *number, struct err *err)
{
	struct store *s = ledger_store(f->l);
	char operator[CODE_SIZE];
	struct flow other;
	struct str state;
	int64_t pid;
	bool ok;
	int rc = store_first(s, Q_JOB_GET, err, "i", job);

	if (rc <= 0)
		return rc == 0;
	str_copy(operator, sizeof operator, store_text(s, Q_JOB_GET, 3));
	pid = store_int(s, Q_JOB_GET, 5);
	ok = other_read(f, store_text(s, Q_JOB_GET, 1), store_text(s, Q_JOB_GET, 6),
	    &other, err);
	store_end(s, Q_JOB_GET);
	str_init(&state);
	if (ok) {
		drop_order(&other, kind, number);
		state_write(&other, &state);
		ok = store_run(s, Q_JOB_SAVE, err, "itiiit", job, operator,
		    clock_wall_ms(), (int64_t)1, pid, state.p);
	}
	str_done(&state);
	flow_state_done(&other);
	return ok;
}
