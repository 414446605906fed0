/*
 * pack_slots.c - what opens an order and a carton at the packing bench.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/pack.h"

static bool
goes_out(enum order_kind kind)
{
	return kind == ORDER_SO || kind == ORDER_TRANSFER;
}

/* The order is at work; what was another's is put aside. */
static void
fill_order(struct flow *f, const struct pack_order *o)
{
	const struct value *now = flow_value(f, "order");
	const char *number = strchr(o->key, ':') + 1;
	struct value *value;
	char kind[CODE_SIZE];

	str_copyn(kind, sizeof kind, o->key, (size_t)(number - 1 - o->key));
	if (now != NULL && strcmp(now->code, number) == 0 &&
	    strcmp(now->where, kind) == 0)
		return;
	if (now != NULL)
		f->weight_g = 0;
	value = flow_fill(f, (size_t)flow_slot(f, "order"), number, o->party);
	str_copy(value->where, sizeof value->where, kind);
	flow_empty(f, "carton");
}

/* Cartons of it that somebody left open. */
static bool
open_cartons(struct flow *f, const struct pack_order *o, char *out, size_t size,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	struct carton c;
	bool ok = true;
	int rc = 0;

	out[0] = '\0';
	if (!store_walk(s, Q_CARTON_OF_ORDER, err, "i", o->id))
		return false;
	while (ok && (rc = store_next(s, Q_CARTON_OF_ORDER, err)) > 0) {
		size_t len = strlen(out);

		ok = carton_row(f->l, Q_CARTON_OF_ORDER, &c, err);
		if (ok && c.kind == CARTON_CARTON && c.state == CARTON_OPEN)
			str_print(out + len, size - len, "%s%s", len > 0 ? " " : "",
			    c.code);
	}
	store_end(s, Q_CARTON_OF_ORDER);
	return ok && rc >= 0;
}

static bool
open_order(struct flow *f, const char *key, struct verdict *v, struct err *err)
{
	struct pack_totals t;
	struct pack_order o;
	char open[200];

	if (!pack_order_of(f, key, &o, err))
		return false;
	if (pack_order_is_closed(&o, v))
		return true;
	if (!pack_totals(f, &o, &t, err) ||
	    !open_cartons(f, &o, open, sizeof open, err))
		return false;
	fill_order(f, &o);
	verdict_say(v, VERDICT_OK, "", "%s for %s: %lld picked, %lld packed of %lld",
	    o.key, o.party, (long long)t.picked, (long long)t.packed,
	    (long long)t.qty);
	return verdict_more(v, open, "%s%s", open[0] != '\0' ?
	    "XCXBEGIN starts a carton; open already: " :
	    "XCXBEGIN starts a carton.", open);
}

static bool
take_order(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	enum order_kind kind = ORDER_KINDS;
	char key[ORDER_SIZE];
	int n = 0;

	for (size_t i = 0; i < m->n_orders; i++)
		if (goes_out(m->order_kinds[i])) {
			kind = m->order_kinds[i];
			n++;
		}
	if (n == 0) {
		verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
		    "%s %s is no order to ship; wanted is an SO or a TRANSFER",
		    order_kind_name(m->order_kinds[0]), m->order_number);
		return verdict_more(v, "", "Scan the slip of a sales order.");
	}
	if (n > 1) {
		verdict_say(v, VERDICT_REFUSE, "scan.ambiguous",
		    "%s is the number of an SO and of a TRANSFER", m->order_number);
		return verdict_more(v, "", "Key SO:%s or TRANSFER:%s.",
		    m->order_number, m->order_number);
	}
	order_key(key, kind, m->order_number);
	return open_order(f, key, v, err);
}

static bool
open_tote(struct flow *f, const struct carton *tote, struct verdict *v,
    struct err *err)
{
	int64_t units, cartons;

	if (!carton_count(f->l, tote->code, &units, &cartons, err))
		return false;
	if (tote->state != CARTON_OPEN || tote->order[0] == '\0' || units == 0) {
		verdict_say(v, VERDICT_REFUSE, "carton.closed",
		    "tote %s is empty: nothing in it waits to be packed", tote->code);
		return verdict_more(v, "", "Scan a tote that was picked into, or the order.");
	}
	if (!open_order(f, tote->order, v, err) || v->kind != VERDICT_OK)
		return v->kind != VERDICT_OK;
	return verdict_say(v, VERDICT_OK, "", "tote %s: %lld units of %s",
	    tote->code, (long long)units, tote->order);
}

static bool
no_such_carton(const struct meaning *m, struct verdict *v)
{
	verdict_say(v, VERDICT_REFUSE, "carton.unknown", "no carton %s is known",
	    m->carton);
	return verdict_more(v, "", "XCXBEGIN starts a carton with a number of ours.");
}

/* Its order comes with it when none is at work. */
static bool
order_fits(struct flow *f, const struct carton *c, bool *ok, struct verdict *v,
    struct err *err)
{
	const struct value *order = flow_value(f, "order");
	char key[ORDER_SIZE];

	*ok = true;
	if (order == NULL) {
		if (!open_order(f, c->order, v, err))
			return false;
		*ok = v->kind == VERDICT_OK;
		return true;
	}
	str_print(key, sizeof key, "%s:%s", order->where, order->code);
	if (strcmp(key, c->order) == 0)
		return true;
	*ok = false;
	verdict_say(v, VERDICT_REFUSE, "carton.other-order",
	    "carton %s is of %s, at work is %s", c->code, c->order, key);
	return verdict_more(v, "", "Scan a carton of %s, or the slip of %s.", key,
	    c->order);
}

/* A closed one of this order is opened again when a supervisor allows it. */
static bool
open_again(struct flow *f, const struct carton *c, bool *ok, struct verdict *v,
    struct err *err)
{
	struct carton_say what;

	*ok = flow_allowed(f, v, "carton.closed", "carton %s is closed", c->code);
	if (!*ok)
		return true;
	*ok = carton_check_reopen(c, c->code, err);
	if (!*ok)
		return container_refused(v, err);
	memset(&what, 0, sizeof what);
	str_copy(what.reason, sizeof what.reason, f->allowed_reason);
	str_print(what.note, sizeof what.note, "allowed by %s", f->allowed_by.badge);
	if (!flow_carton(f, v, c->code, EV_CARTON_REOPENED, &what, err))
		return false;
	flow_commit_words(f, "opened carton %s again", c->code);
	return true;
}

static bool
take_carton(struct flow *f, const struct carton *c, struct verdict *v,
    struct err *err)
{
	bool again = c->state == CARTON_CLOSED, ok = true;
	int64_t units, cartons;

	if (c->kind == CARTON_PALLET) {
		verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
		    "that is pallet %s, wanted is a carton", c->code);
		return verdict_more(v, "", "Cartons go onto pallets in the pallet flow.");
	}
	if (!again && !carton_check(c, c->code, EV_CARTON_CLOSED, err))
		return container_refused(v, err);
	if (!order_fits(f, c, &ok, v, err) ||
	    (ok && !container_free(f, c->code, &ok, v, err)) ||
	    (ok && again && !open_again(f, c, &ok, v, err)))
		return false;
	if (!ok)
		return true;
	if (!carton_count(f->l, c->code, &units, &cartons, err))
		return false;
	if (flow_value(f, "carton") != NULL &&
	    strcmp(flow_text(f, "carton"), c->code) != 0)
		f->weight_g = 0;
	flow_fill(f, (size_t)flow_slot(f, "carton"), c->code, "");
	return verdict_say(v, again ? VERDICT_DONE : VERDICT_OK, "",
	    "carton %s of %s%s: %lld units in it", c->code, c->order,
	    again ? " is open again" : "", (long long)units);
}

/* A unit picked for an order opens it. */
static bool
open_by_unit(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	const struct unit *u = pack_one_unit(m, v);

	if (u == NULL)
		return true;
	f->subject = *u;
	f->has_subject = true;
	if (u->out_order[0] != '\0' && (u->status == UNIT_PICKED ||
	    u->status == UNIT_PACKED))
		return open_order(f, u->out_order, v, err);
	verdict_say(v, VERDICT_REFUSE, "unit.wrong-status",
	    "%s of %s is %s: it is picked for no order", u->serial, u->item,
	    unit_status_name(u->status));
	return verdict_more(v, u->out_order, "Pick it first, or scan the order's slip.");
}

bool
pack_take(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	bool is_order = strcmp(f->form->slots[slot].name, "order") == 0;

	if (is_order && (m->kinds & ACCEPT_ORDER) != 0)
		return take_order(f, m, v, err);
	if ((m->kinds & ACCEPT_UNIT) != 0 &&
	    (is_order || strcmp(f->form->slots[slot].name, "unit") == 0))
		return flow_value(f, "order") == NULL ? open_by_unit(f, m, v, err) :
		    pack_unit(f, (size_t)flow_slot(f, "unit"), m, v, err);
	if (m->container.id == 0)
		return no_such_carton(m, v);
	if (m->container.kind == CARTON_TOTE)
		return open_tote(f, &m->container, v, err);
	return take_carton(f, &m->container, v, err);
}
