/*
 * order_acts.c - what may be done to an order, and how far it is.
 * SPDX-License-Identifier: Apache-2.0
 *
 * How far an order is comes from the sums over units (ledger_line_progress):
 * nothing here counts.  An amendment may not contradict what units say: a
 * line that units are bound to keeps its item and at least as many pieces.
 */
#include <assert.h>
#include <string.h>
#include "ledger/orders_private.h"

#define FROM(state) (1u << (state))

static const struct {
	enum event_type type;
	unsigned from;			/* FROM() of the states it may come from */
	enum order_state to;
	const char *done;		/* "is ... already" */
} acts[] = {
	{ EV_ORDER_RELEASED, FROM(ORDER_DRAFT) | FROM(ORDER_HELD), ORDER_OPEN,
	    "released" },
	{ EV_ORDER_HELD, FROM(ORDER_DRAFT) | FROM(ORDER_OPEN), ORDER_HELD, "held" },
	{ EV_ORDER_CANCELLED,
	    FROM(ORDER_DRAFT) | FROM(ORDER_OPEN) | FROM(ORDER_HELD),
	    ORDER_CANCELLED, "cancelled" },
	{ EV_ORDER_CLOSED, FROM(ORDER_OPEN) | FROM(ORDER_HELD), ORDER_CLOSED,
	    "closed" },
	{ EV_ORDER_REOPENED, FROM(ORDER_CLOSED) | FROM(ORDER_CANCELLED),
	    ORDER_OPEN, "open" },
};
#define N_ACTS (sizeof acts / sizeof acts[0])

static size_t
act_of(enum event_type type)
{
	size_t i = 0;

	while (i < N_ACTS && acts[i].type != type)
		i++;
	return i;
}

bool
order_event_state(enum event_type type, enum order_state *to)
{
	size_t i = act_of(type);

	if (i == N_ACTS)
		return false;
	*to = acts[i].to;
	return true;
}

/* --- How far ------------------------------------------------------------- */

int64_t
order_stages_done(enum order_kind kind, const int64_t stages[STAGES])
{
	switch (kind) {
	case ORDER_SO:
	case ORDER_TRANSFER:	/* what came back did leave */
		return stages[STAGE_SHIPPED] + stages[STAGE_RETURNED];
	case ORDER_RMA:
		return stages[STAGE_RETURNED];
	default:
		return stages[STAGE_RECEIVED];
	}
}

bool
order_line_done(struct ledger *l, const struct order *o,
    const struct order_line *line, int64_t *done, struct err *err)
{
	int64_t stages[STAGES];

	if (!ledger_line_progress(l, o->key, line->line, stages, err))
		return false;
	*done = order_stages_done(o->kind, stages);
	return true;
}

static bool
count_done(struct ledger *l, const struct order *o, int64_t *done, bool *all,
    struct err *err)
{
	*done = 0;
	*all = o->lines.n > 0;
	for (size_t i = 0; i < o->lines.n; i++) {
		int64_t n;

		if (!order_line_done(l, o, &o->lines.at[i], &n, err))
			return false;
		*done += n;
		*all = *all && n >= o->lines.at[i].qty;
	}
	return true;
}

const char *
order_status(struct ledger *l, const struct order *o, struct err *err)
{
	int64_t done;
	bool all;

	if (o->state != ORDER_OPEN)
		return order_state_name(o->state);
	if (!count_done(l, o, &done, &all, err))
		return NULL;
	return all ? "complete" : done > 0 ? "part" : "open";
}

/* --- States -------------------------------------------------------------- */

static int
state_now(struct ledger *l, const char *key, enum order_state *state,
    struct err *err)
{
	int64_t id;
	int rc;

	if (!store_name_find(l->store, NAME_ORDER, key, &id, err))
		return -1;
	rc = store_first(l->store, Q_ORDER_STATE, err, "i", id);
	if (rc > 0)
		*state = (enum order_state)store_int(l->store, Q_ORDER_STATE, 0);
	store_end(l->store, Q_ORDER_STATE);
	return rc;
}

static bool
may_cancel(struct ledger *l, const struct order *o, struct err *err)
{
	int64_t done;
	bool all;

	if (!count_done(l, o, &done, &all, err))
		return false;
	if (done == 0)
		return true;
	err_code(err, ERR_CLASH, "order.closed", "%s cannot be cancelled: %lld done",
	    o->key, (long long)done);
	return err_hint(err, "Close it instead; what is not done is then given up.");
}

static bool
may_act(struct ledger *l, const struct order *o, size_t act, struct err *err)
{
	enum order_state state;
	int rc = state_now(l, o->key, &state, err);

	if (rc < 0)
		return false;
	if (rc == 0)
		return err_code(err, ERR_ABSENT, "order.unknown", "there is no order %s",
		    o->key);
	if (state == acts[act].to)
		return err_code(err, ERR_CLASH, "order.closed", "%s is %s already",
		    o->key, acts[act].done);
	if ((acts[act].from & FROM(state)) == 0)
		return err_code(err, ERR_CLASH, "order.closed", "%s is %s", o->key,
		    order_state_name(state));
	return acts[act].type != EV_ORDER_CANCELLED || may_cancel(l, o, err);
}

static bool
append(struct ledger *l, const struct order *o, enum event_type type,
    const char *json, enum event_entry entry, struct err *err)
{
	struct event e = { .type = type, .subject_kind = SUBJECT_ORDER,
	    .entry = entry };
	struct anomaly odd;

	order_key(e.subject, o->kind, o->number);
	e.json = json;
	return ledger_append(l, &e, &odd, err);
}

bool
order_set_state(struct ledger *l, const struct order *o, enum event_type type,
    const char *note, enum event_entry entry, struct err *err)
{
	size_t act = act_of(type);
	struct json_out j;
	struct str body;
	bool ok;

	assert(act < N_ACTS);
	if (!may_act(l, o, act, err))
		return false;
	str_init(&body);
	json_begin(&j, &body);
	json_object(&j);
	if (note != NULL && note[0] != '\0')
		json_kv(&j, "note", note);
	json_object_end(&j);
	ok = append(l, o, type, body.p, entry, err);
	str_done(&body);
	return ok;
}

/* --- Defining and amending ------------------------------------------------ */

static bool
append_definition(struct ledger *l, const struct order *o, enum order_state state,
    enum event_entry entry, struct err *err)
{
	struct str body;
	bool ok;

	str_init(&body);
	order_body(o, state, &body);
	ok = append(l, o, EV_ORDER_DEFINED, body.p, entry, err);
	str_done(&body);
	return ok;
}

static bool
same_words(const struct order *a, const struct order *b)
{
	struct str one, other;
	bool same;

	str_init(&one);
	str_init(&other);
	order_body(a, ORDER_OPEN, &one);
	order_body(b, ORDER_OPEN, &other);
	same = strcmp(one.p, other.p) == 0;
	str_done(&one);
	str_done(&other);
	return same;
}

/* A line that units are bound to, against what it shall be (NULL: gone). */
static bool
line_may_become(const struct order *was, const struct order_line *old,
    const struct order_line *now, int64_t bound, struct err *err)
{
	if (bound == 0)
		return true;
	if (now == NULL)
		err_code(err, ERR_CLASH, "order.closed",
		    "line %lld of %s cannot go: %lld units are bound to it",
		    (long long)old->line, was->key, (long long)bound);
	else if (strcmp(now->item, old->item) != 0)
		err_code(err, ERR_CLASH, "unit.wrong-item",
		    "line %lld of %s has %lld units of %s, not of %s",
		    (long long)old->line, was->key, (long long)bound, old->item,
		    now->item);
	else if (now->qty < bound)
		err_code(err, ERR_CLASH, "order.over",
		    "line %lld of %s has %lld units already, more than %lld",
		    (long long)old->line, was->key, (long long)bound,
		    (long long)now->qty);
	else
		return true;
	return err_hint(err, "Add a line, or take the units off this one first.");
}

static bool
may_amend(struct ledger *l, const struct order *was, const struct order *now,
    struct err *err)
{
	int64_t all = 0;

	if (was->state == ORDER_CLOSED || was->state == ORDER_CANCELLED) {
		err_code(err, ERR_CLASH, "order.closed", "%s is %s and cannot be amended",
		    was->key, order_state_name(was->state));
		return err_hint(err, "Reopen it first, or give the new order a new number.");
	}
	for (size_t i = 0; i < was->lines.n; i++) {
		const struct order_line *old = &was->lines.at[i];
		int64_t stages[STAGES], bound = 0;

		if (!ledger_line_progress(l, was->key, old->line, stages, err))
			return false;
		for (int s = 0; s < STAGES; s++)
			bound += stages[s];
		all += bound;
		if (!line_may_become(was, old, order_line_of(now, old->line), bound, err))
			return false;
	}
	if (all > 0 && strcmp(was->party, now->party) != 0)
		return err_code(err, ERR_CLASH, "party.mismatch",
		    "%s is with %s and has units already", was->key, was->party);
	return true;
}

/* An order that stands: amend it where the words differ, release it where it
 * was kept back and is not any more. */
static bool
amend(struct ledger *l, const struct order *was, const struct order *now,
    enum event_entry entry, bool *changed, struct err *err)
{
	bool release = was->state == ORDER_DRAFT && now->state == ORDER_OPEN;
	bool differs = !same_words(was, now);

	if (differs && (!may_amend(l, was, now, err) ||
	    !append_definition(l, now, was->state, entry, err)))
		return false;
	if (release && !order_set_state(l, was, EV_ORDER_RELEASED, "", entry, err))
		return false;
	*changed = differs || release;
	return true;
}

bool
order_define(struct ledger *l, const struct order *o, enum event_entry entry,
    bool *changed, struct err *err)
{
	struct order was;
	bool ok = false;
	int rc;

	assert(o->number[0] != '\0');
	assert(o->state == ORDER_DRAFT || o->state == ORDER_OPEN);
	for (size_t i = 1; i < o->lines.n; i++)
		assert(o->lines.at[i - 1].line < o->lines.at[i].line);
	order_init(&was);
	rc = order_find(l, o->kind, o->number, &was, err);
	if (rc > 0) {
		ok = amend(l, &was, o, entry, changed, err);
	} else if (rc == 0) {
		ok = append_definition(l, o, o->state, entry, err);
		*changed = ok;
	}
	order_done(&was);
	return ok;
}
