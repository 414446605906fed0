/*
 * carton_checks.c - may this be done to a container, in words; and what was
 * done to it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Flows and commands ask the same questions, so that nothing is allowed at one
 * door and refused at another.
 */
#include <string.h>
#include "base/str.h"
#include "ledger/cartons.h"
#include "ledger/ledger_private.h"

#define TREE_MAX 2000	/* containers that one holds, in all */

/* --- One container -------------------------------------------------------- */

static const char *
hint_for(const struct carton *c)
{
	if (c->kind == CARTON_TOTE && c->state == CARTON_OPEN)
		return "It is in use; take another one.";
	switch (c->state) {
	case CARTON_OPEN: return "Close it first.";
	case CARTON_CLOSED:
		return "Open it again ('dockledger carton reopen'), or take another one.";
	case CARTON_SHIPPED: return "It has left; a supervisor may void the shipment.";
	default: return "Take another one.";
	}
}

bool
carton_check(const struct carton *c, const char *code, enum event_type type,
    struct err *err)
{
	char why[32];

	if (carton_may(c, type, why))
		return true;
	if (c == NULL) {
		err_code(err, ERR_ABSENT, why, "no carton %s is known", code);
		return err_hint(err, "Is it a carton of another house?");
	}
	err_code(err, ERR_CLASH, why, "%s %s is %s", carton_kind_name(c->kind),
	    code, carton_state_name(c->state));
	return err_hint(err, "%s", hint_for(c));
}

bool
carton_check_close(struct ledger *l, const struct carton *c, const char *code,
    struct err *err)
{
	int64_t units, cartons;

	if (!carton_check(c, code, EV_CARTON_CLOSED, err) ||
	    !carton_count(l, code, &units, &cartons, err))
		return false;
	if (units + cartons > 0)
		return true;
	err_code(err, ERR_CLASH, "carton.empty", "%s %s is empty",
	    carton_kind_name(c->kind), code);
	return err_hint(err, "Put something into it first.");
}

static bool
is_nested(const struct carton *c, struct err *err)
{
	err_code(err, ERR_CLASH, "carton.nested", "%s %s is in %s",
	    carton_kind_name(c->kind), c->code, c->parent);
	return err_hint(err, "Take it out of there first.");
}

bool
carton_check_reopen(const struct carton *c, const char *code, struct err *err)
{
	return carton_check(c, code, EV_CARTON_REOPENED, err) &&
	    (c->parent[0] == '\0' || is_nested(c, err));
}

/* --- One in another ------------------------------------------------------- */

bool
carton_party(struct ledger *l, const struct carton *c, char out[CODE_SIZE],
    struct err *err)
{
	char tree[TREE_MAX][CODE_SIZE];
	struct carton inner = *c;
	size_t n = 0;

	if (c->party[0] == '\0' && !carton_tree(l, c->code, tree, TREE_MAX, &n, err))
		return false;
	for (size_t i = 1; i < n && inner.party[0] == '\0'; i++)
		if (carton_find(l, tree[i], &inner, err) < 0)
			return false;
	str_copy(out, CODE_SIZE, inner.party);
	return true;
}

/* How many containers deep the deepest within it stands: 1 when it holds
 * none. */
static bool
depth_below(struct ledger *l, const char *code, int *depth, struct err *err)
{
	char tree[TREE_MAX][CODE_SIZE], at[CODE_SIZE];
	struct carton c;
	size_t n;

	if (!carton_tree(l, code, tree, TREE_MAX, &n, err))
		return false;
	str_copy(at, sizeof at, tree[n - 1]);	/* the deepest are found last */
	for (*depth = 1; *depth <= CARTONS_DEEP_MAX && strcmp(at, code) != 0;
	    (*depth)++) {
		if (carton_find(l, at, &c, err) <= 0)
			return false;
		str_copy(at, sizeof at, c.parent);
	}
	return true;
}

/* Is inner outer itself, or around it?  *above: how many outer stands in,
 * itself included. */
static bool
look_up_from(struct ledger *l, const struct carton *inner,
    const struct carton *outer, bool *around, int *above, struct err *err)
{
	struct carton c = *outer;
	int rc = 1;

	*around = strcmp(outer->code, inner->code) == 0;
	for (*above = 1; rc > 0 && c.parent[0] != '\0' &&
	    *above <= CARTONS_DEEP_MAX; (*above)++) {
		*around = *around || strcmp(c.parent, inner->code) == 0;
		if ((rc = carton_find(l, c.parent, &c, err)) < 0)
			return false;
	}
	return true;
}

static bool
too_deep(struct err *err)
{
	err_code(err, ERR_CLASH, "carton.nested",
	    "containers stand at most %d deep in one another", CARTONS_DEEP_MAX);
	return err_hint(err, "Put it on the pallet itself.");
}

static bool
check_place(struct ledger *l, const struct carton *inner,
    const struct carton *outer, struct err *err)
{
	bool around;
	int above, below;

	if (!look_up_from(l, inner, outer, &around, &above, err))
		return false;
	if (around) {
		err_code(err, ERR_CLASH, "carton.nested",
		    "%s %s cannot go into itself or into what it holds",
		    carton_kind_name(inner->kind), inner->code);
		return err_hint(err, "Scan the pallet, then what goes onto it.");
	}
	if (!depth_below(l, inner->code, &below, err))
		return false;
	return above + below <= CARTONS_DEEP_MAX || too_deep(err);
}

static bool
check_party(struct ledger *l, const struct carton *inner,
    const struct carton *outer, struct err *err)
{
	char theirs[CODE_SIZE], ours[CODE_SIZE];

	if (!carton_party(l, inner, theirs, err) || !carton_party(l, outer, ours, err))
		return false;
	if (ours[0] == '\0' || theirs[0] == '\0' || strcmp(ours, theirs) == 0)
		return true;
	err_code(err, ERR_CLASH, "party.mismatch", "%s is for %s, %s %s is for %s",
	    inner->code, theirs, carton_kind_name(outer->kind), outer->code, ours);
	return err_hint(err, "One customer a pallet: start another one.");
}

bool
carton_check_nest(struct ledger *l, const struct carton *inner,
    const struct carton *outer, struct err *err)
{
	if (inner->kind == CARTON_TOTE || outer->kind == CARTON_TOTE) {
		err_code(err, ERR_CLASH, "scan.wrong-kind",
		    "tote %s is no shipping container", inner->kind == CARTON_TOTE ?
		    inner->code : outer->code);
		return err_hint(err, "Pack what is in it first.");
	}
	if (!carton_check(inner, inner->code, EV_CARTON_NESTED, err) ||
	    !carton_check(outer, outer->code, EV_CARTON_CLOSED, err))
		return false;
	if (inner->parent[0] != '\0')
		return is_nested(inner, err);
	if (!check_place(l, inner, outer, err))
		return false;
	if (inner->state != CARTON_CLOSED) {
		err_code(err, ERR_CLASH, "carton.open", "%s %s is open",
		    carton_kind_name(inner->kind), inner->code);
		return err_hint(err, "Close it first.");
	}
	return check_party(l, inner, outer, err);
}

bool
carton_check_unnest(struct ledger *l, const struct carton *c, struct err *err)
{
	struct carton outer;
	int rc;

	if (!carton_check(c, c->code, EV_CARTON_NESTED, err))
		return false;
	if (c->parent[0] == '\0') {
		err_code(err, ERR_CLASH, "carton.closed", "%s %s is in no other",
		    carton_kind_name(c->kind), c->code);
		return err_hint(err, "There is nothing to take it out of.");
	}
	if ((rc = carton_find(l, c->parent, &outer, err)) < 0)
		return false;
	return carton_check(rc > 0 ? &outer : NULL, c->parent, EV_CARTON_CLOSED, err);
}

/* --- What was done to it -------------------------------------------------- */

bool
carton_history(struct ledger *l, const char *code,
    bool (*each)(void *, const struct event *), void *ctx, struct err *err)
{
	struct store *s = l->store;
	bool ok = true, more = true;
	struct event e;
	struct str json;
	int rc = 0;

	if (!store_walk(s, Q_EVENT_OF_SUBJECT, err, "it", (int64_t)SUBJECT_CARTON,
	    code))
		return false;
	str_init(&json);
	while (ok && more && (rc = store_next(s, Q_EVENT_OF_SUBJECT, err)) > 0) {
		ok = event_row(l, Q_EVENT_OF_SUBJECT, &e, &json, err);
		more = ok && each(ctx, &e);
	}
	store_end(s, Q_EVENT_OF_SUBJECT);
	str_done(&json);
	return ok && rc >= 0;
}

struct last { enum event_type type; struct event *out; bool found; };

static bool
keep_last(void *ctx, const struct event *e)
{
	struct last *last = ctx;

	if (e->type == last->type) {
		*last->out = *e;
		last->out->json = NULL;
		last->found = true;
	}
	return true;
}

int
carton_last(struct ledger *l, const char *code, enum event_type type,
    struct event *out, struct err *err)
{
	struct last last = { type, out, false };

	if (!carton_history(l, code, keep_last, &last, err))
		return -1;
	return last.found;
}
