/*
 * order_acts.c - what may be done to an order, and how far it is.
 * SPDX-License-Identifier: Apache-2.0
 *
 * How far an order is comes from the sums over units (ledger_line_progress):
 * nothing here counts.  An order that ends gives its promises back, and does
 * not end while units are picked for it.
 */
#include <assert.h>
#include <string.h>
#include "ledger/allocation_private.h"
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

/* Units that somebody has in hand keep an order alive. */
static bool
none_in_hand(struct ledger *l, const struct order *o, const char *verb,
    struct err *err)
{
	int64_t hands = 0;

	for (size_t i = 0; i < o->lines.n; i++) {
		int64_t stages[STAGES];

		if (!ledger_line_progress(l, o->key, o->lines.at[i].line, stages,
		    err))
			return false;
		hands += stages[STAGE_PICKED] + stages[STAGE_PACKED];
	}
	if (hands == 0)
		return true;
	err_code(err, ERR_CLASH, "order.closed",
	    "%s cannot be %s: %lld unit%s picked for it", o->key, verb,
	    (long long)hands, hands == 1 ? " is" : "s are");
	return err_hint(err, "Ship them, or put them back first (XCXNO in pick and "
	    "pack).");
}

static bool
may_cancel(struct ledger *l, const struct order *o, struct err *err)
{
	int64_t done;
	bool all;

	if (!count_done(l, o, &done, &all, err))
		return false;
	if (done == 0)
		return none_in_hand(l, o, "cancelled", err);
	err_code(err, ERR_CLASH, "order.closed", "%s cannot be cancelled: %lld done",
	    o->key, (long long)done);
	return err_hint(err, "Close it instead; what is not done is then given up.");
}

static bool
may_end(struct ledger *l, const struct order *o, enum event_type type,
    struct err *err)
{
	if (type == EV_ORDER_CANCELLED)
		return may_cancel(l, o, err);
	return type != EV_ORDER_CLOSED || none_in_hand(l, o, "closed", err);
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
	return may_end(l, o, acts[act].type, err);
}

bool
order_append(struct ledger *l, const struct order *o, enum event_type type,
    const char *json, enum event_entry entry, struct err *err)
{
	struct event e = { .type = type, .subject_kind = SUBJECT_ORDER,
	    .entry = entry };
	struct anomaly odd;

	order_key(e.subject, o->kind, o->number);
	e.json = json;
	return ledger_append(l, &e, &odd, err);
}

/* An order that ends promises nothing any more; one on hold keeps what it
 * has. */
static bool
give_back(struct ledger *l, const struct order *o, size_t act,
    enum event_entry entry, struct err *err)
{
	struct allocation_ask ask = { .entry = entry, .reason = acts[act].done };

	return !order_goes_out(o->kind) || (acts[act].type != EV_ORDER_CANCELLED &&
	    acts[act].type != EV_ORDER_CLOSED) || order_deallocate(l, o, &ask, err);
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
	if (!may_act(l, o, act, err) || !give_back(l, o, act, entry, err))
		return false;
	str_init(&body);
	json_begin(&j, &body);
	json_object(&j);
	if (note != NULL && note[0] != '\0')
		json_kv(&j, "note", note);
	json_object_end(&j);
	ok = order_append(l, o, type, body.p, entry, err);
	str_done(&body);
	return ok;
}
