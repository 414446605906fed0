/*
 * pick_tote.c - totes: begun with their first unit, one order each, put down
 * when they are full.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A tote that is put down is closed; it is free again when the last unit was
 * taken out of it (the packing bench does that).
 */
#include <string.h>
#include "base/str.h"
#include "flow/pick.h"

static bool
is_free(int rc, const struct carton *c)
{
	return rc == 0 || (c->kind == CARTON_TOTE && c->state == CARTON_ENDED);
}

bool
tote_fits(struct flow *f, const char *code, const char *order, bool *ok,
    struct verdict *v, struct err *err)
{
	struct carton c;
	int rc = carton_find(f->l, code, &c, err);

	*ok = rc >= 0 && is_free(rc, &c);
	if (*ok || rc < 0)
		return rc >= 0;
	if (c.kind != CARTON_TOTE) {
		verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
		    "that is %s %s, wanted is a tote", carton_kind_name(c.kind), code);
		return verdict_more(v, "", "Units are packed into cartons later.");
	}
	if (strcmp(c.order, order) != 0) {
		verdict_say(v, VERDICT_REFUSE, "carton.other-order",
		    "%s is the tote of %s; this unit is for %s", code, c.order, order);
		return verdict_more(v, c.order, "Take the tote of %s.", order);
	}
	*ok = c.state == CARTON_OPEN;
	if (*ok)
		return true;
	verdict_say(v, VERDICT_REFUSE, "carton.closed",
	    "%s of %s was put down; it takes no more", code, order);
	return verdict_more(v, "", "Scan the label of another tote.");
}

bool
tote_of(struct flow *f, const struct pick_order *order, char out[CODE_SIZE],
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc = 0;

	out[0] = '\0';
	if (!store_walk(s, Q_CARTON_OF_ORDER, err, "i", order->id))
		return false;
	while (out[0] == '\0' && (rc = store_next(s, Q_CARTON_OF_ORDER, err)) > 0) {
		struct carton c;

		if (!carton_row(f->l, Q_CARTON_OF_ORDER, &c, err)) {
			rc = -1;
			break;
		}
		if (c.kind == CARTON_TOTE && c.state == CARTON_OPEN)
			str_copy(out, CODE_SIZE, c.code);
	}
	store_end(s, Q_CARTON_OF_ORDER);
	return rc >= 0;
}

bool
tote_begin(struct flow *f, const char *code, const char *order,
    struct verdict *v, struct err *err)
{
	struct carton_say say = { .kind = "tote" };
	struct carton c;
	struct bin stage;
	bool found;
	int rc = carton_find(f->l, code, &c, err);

	if (rc < 0 || !is_free(rc, &c))
		return rc >= 0;
	if (!bin_first_of(f, BIN_STAGE, &stage, &found, err))
		return false;
	str_copy(say.order, sizeof say.order, order);
	if (found)
		str_copy(say.bin, sizeof say.bin, stage.code);
	return flow_carton(f, v, code, EV_CARTON_STARTED, &say, err);
}

bool
tote_scan(const struct meaning *m, char out[CODE_SIZE], struct verdict *v)
{
	char is[160];

	if ((m->kinds & (ACCEPT_UNIT | ACCEPT_ITEM | ACCEPT_BIN | ACCEPT_ORDER |
	    ACCEPT_PARTY)) == 0 && !m->structured && m->text[0] != '\0' &&
	    ((m->kinds & ACCEPT_CARTON) == 0 || (m->container.id != 0 &&
	    m->container.kind == CARTON_TOTE)) && str_copy(out, CODE_SIZE, m->text))
		return true;
	meaning_words(m, is, sizeof is);
	verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
	    "that is %s, wanted is a tote", is);
	return !verdict_more(v, "", "Scan the label of the tote.");
}

/* pick: from now on units go into this one. */
bool
tote_taken(struct flow *f, const char *code, struct verdict *v, struct err *err)
{
	const struct value *order = flow_value(f, "order");
	char key[ORDER_SIZE];
	bool ok = true;

	if (order != NULL) {
		str_print(key, sizeof key, "%s:%s", order->where, order->code);
		if (!tote_fits(f, code, key, &ok, v, err))
			return false;
	}
	if (!ok)
		return true;
	str_copy(f->picking.tote, sizeof f->picking.tote, code);
	return verdict_say(v, VERDICT_OK, "", "units go into %s now", code);
}

/* --- XCXFULL ------------------------------------------------------------------ */

static bool
put_down(struct flow *f, const char *code, struct verdict *v, struct err *err)
{
	struct carton_say say = { .weight_g = 0 };
	int64_t units, cartons;
	struct carton c;
	int rc = carton_find(f->l, code, &c, err);

	if (rc < 0 || !carton_count(f->l, code, &units, &cartons, err))
		return false;
	if (rc == 0 || c.state != CARTON_OPEN || units == 0)
		return verdict_say(v, VERDICT_OK, "", "%s is put down empty", code);
	if (!flow_carton(f, v, code, EV_CARTON_CLOSED, &say, err))
		return false;
	flow_commit_words(f, "tote %s put down", code);
	return verdict_say(v, VERDICT_DONE, "", "%s with %lld units of %s is put down%s%s",
	    code, (long long)units, c.order, c.bin[0] != '\0' ? "; take it to " : "",
	    c.bin);
}

static bool
take_to_stage(struct flow *f, struct verdict *v, struct err *err)
{
	struct bin stage;
	bool found;

	if (!bin_first_of(f, BIN_STAGE, &stage, &found, err))
		return false;
	return verdict_say(v, VERDICT_OK, "", "take what you have to %s, then go on",
	    found ? stage.code : "the packing bench");
}

static bool
full_in_batch(struct flow *f, struct verdict *v, struct err *err)
{
	const struct value *unit = flow_value(f, "unit");
	struct pick_order order = { .id = 0 };
	char tote[CODE_SIZE];

	if (unit != NULL) {
		str_copy(order.key, sizeof order.key, unit->note);
		if (!store_name_find(ledger_store(f->l), NAME_ORDER, order.key,
		    &order.id, err) || !tote_of(f, &order, tote, err))
			return false;
		if (tote[0] != '\0')
			return put_down(f, tote, v, err);
	}
	verdict_say(v, VERDICT_REFUSE, "command.not-here",
	    "which tote is full? A unit says whose");
	return verdict_more(v, "", "Scan a unit, and XCXFULL when its tote is asked for.");
}

bool
tote_full(struct flow *f, struct verdict *v, struct err *err)
{
	char tote[CODE_SIZE];

	if (f->def == &cluster_flow)
		return full_in_batch(f, v, err);
	if (f->picking.tote[0] == '\0')
		return take_to_stage(f, v, err);
	if (strcmp(f->picking.tote, TOTE_WANTED) == 0)
		return verdict_say(v, VERDICT_OK, "", "scan the label of a new tote");
	str_copy(tote, sizeof tote, f->picking.tote);
	str_copy(f->picking.tote, sizeof f->picking.tote, TOTE_WANTED);
	return put_down(f, tote, v, err);
}
