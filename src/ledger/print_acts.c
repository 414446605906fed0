/*
 * print_acts.c - what a person decides about a label of the outbox.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "ledger/print_private.h"

static bool
set_state(struct ledger *l, int64_t id, enum print_state state,
    const char *detail, struct err *err)
{
	return store_run(l->store, Q_PRINT_LABEL_SET, err, "iiti", id,
	    (int64_t)state, detail, clock_wall_ms());
}

static bool
refuse(const struct print_row *row, const char *act, const char *hint,
    struct err *err)
{
	err_set(err, ERR_CLASH, "label %lld cannot be %s: it is %s",
	    (long long)row->id, act, print_state_word(row->state));
	if (row->detail[0] != '\0')
		err_detail(err, "%s", row->detail);
	return err_hint(err, "%s", hint);
}

/* Labels of its job that nobody has settled, this one left out. */
static bool
count_others(struct ledger *l, int64_t job, int64_t *others, struct err *err)
{
	enum query q = Q_PRINT_JOB_LABEL_COUNT;

	if (store_first(l->store, q, err, "i", job) < 1)
		return false;
	*others = store_int(l->store, q, 0) - 1;
	store_end(l->store, q);
	return true;
}

bool
ledger_print_cancel(struct ledger *l, int64_t id, int64_t *others, struct err *err)
{
	struct print_row row;

	assert(store_in_transaction(l->store));
	if (!print_row_need(l, id, &row, err))
		return false;
	*others = 0;
	switch (row.state) {
	case PRINT_QUEUED:
	case PRINT_HELD:
		return set_state(l, id, PRINT_VOID, "", err);
	case PRINT_FAILED:	/* nobody will print it again: that is all it says */
	case PRINT_UNKNOWN:
		return set_state(l, id, PRINT_VOID,
		    "given up; destroy the label if it turns up", err);
	case PRINT_SUBMITTING:
	case PRINT_CREATED:
	case PRINT_SUBMITTED:
	case PRINT_PRINTING:
		return count_others(l, row.job, others, err) &&
		    store_run(l->store, Q_PRINT_JOB_CANCEL, err, "ii", row.job,
		    clock_wall_ms()) && set_state(l, id, PRINT_VOID,
		    "cancelled on its way; destroy the label if it comes out", err);
	case PRINT_SENT:
	case PRINT_CONFIRMED:
		return refuse(&row, "cancelled", "It is out; destroy the label.",
		    err);
	case PRINT_VOID:
	case PRINT_STATES:
		break;
	}
	return refuse(&row, "cancelled", "Nothing is left to do.", err);
}

/* Where another label may be in the world, the history must say why. */
static bool
queue_reprint(struct ledger *l, const struct print_row *row, const char *reason,
    enum event_entry entry, struct err *err)
{
	struct print_row again = *row;

	again.copy_no++;
	return print_event(l, &again, EV_UNIT_LABEL_PRINTED, reason, entry, err) &&
	    store_run(l->store, Q_PRINT_LABEL_QUEUE_AGAIN, err, "ioi", row->id,
	    reason, clock_wall_ms());
}

bool
ledger_print_retry(struct ledger *l, int64_t id, const char *reason,
    enum event_entry entry, struct err *err)
{
	struct print_row row;
	bool said = reason[0] != '\0';

	assert(store_in_transaction(l->store));
	if (!print_row_need(l, id, &row, err))
		return false;
	switch (row.state) {
	case PRINT_HELD:
		return store_run(l->store, Q_PRINT_LABEL_QUEUE_AGAIN, err, "ioi", id,
		    "", clock_wall_ms());
	case PRINT_VOID:
	case PRINT_FAILED:
		if (row.attempts == 0)	/* it never left */
			return store_run(l->store, Q_PRINT_LABEL_QUEUE_AGAIN, err,
			    "ioi", id, reason, clock_wall_ms());
		return queue_reprint(l, &row, said ? reason : "printer fault",
		    entry, err);
	case PRINT_UNKNOWN:
		return queue_reprint(l, &row, said ? reason : "unknown after outage",
		    entry, err);
	case PRINT_SENT:
	case PRINT_CONFIRMED:
		return said ? queue_reprint(l, &row, reason, entry, err) :
		    refuse(&row, "printed again without a reason",
		    "Say why with --reason: damaged, lost ...", err);
	case PRINT_QUEUED:
		return refuse(&row, "tried again", "It prints by itself.", err);
	default:
		return refuse(&row, "tried again",
		    "It is on its way; cancel it first.", err);
	}
}

bool
ledger_print_hold(struct ledger *l, int64_t id, struct err *err)
{
	struct print_row row;

	assert(store_in_transaction(l->store));
	if (!print_row_need(l, id, &row, err))
		return false;
	if (row.state != PRINT_QUEUED)
		return refuse(&row, "held", row.state == PRINT_HELD ?
		    "It is held already; retry lets it go." :
		    "Only one that waits can be held.", err);
	return set_state(l, id, PRINT_HELD, "", err);
}

static bool
may_be_out(enum print_state state)
{
	return state >= PRINT_SUBMITTED && state != PRINT_VOID &&
	    state != PRINT_CONFIRMED;
}

bool
ledger_print_confirm(struct ledger *l, int64_t id, enum event_entry entry,
    struct err *err)
{
	struct print_row row;

	assert(store_in_transaction(l->store));
	if (!print_row_need(l, id, &row, err))
		return false;
	if (!may_be_out(row.state))
		return refuse(&row, "confirmed", row.state == PRINT_CONFIRMED ?
		    "It was confirmed before." : "It was not printed.", err);
	return set_state(l, id, PRINT_CONFIRMED, "", err) &&
	    print_event(l, &row, EV_UNIT_LABEL_VERIFIED, "", entry, err);
}

struct back { int64_t ids[16]; size_t n; struct print_row row; };

static bool
find_out_there(void *ctx, const struct print_row *row)
{
	struct back *b = ctx;

	if (may_be_out(row->state) && b->n < sizeof b->ids / sizeof b->ids[0]) {
		b->ids[b->n++] = row->id;
		b->row = *row;
	}
	return true;
}

bool
ledger_print_scanned_back(struct ledger *l, const char *item, const char *serial,
    enum event_entry entry, int64_t *n, struct err *err)
{
	struct back b = { .n = 0 };

	assert(store_in_transaction(l->store));
	if (!ledger_print_of_unit(l, item, serial, find_out_there, &b, err))
		return false;
	for (size_t i = 0; i < b.n; i++)
		if (!set_state(l, b.ids[i], PRINT_CONFIRMED, "", err))
			return false;
	*n = (int64_t)b.n;
	return b.n == 0 || print_event(l, &b.row, EV_UNIT_LABEL_VERIFIED, "", entry,
	    err);
}
