/*
 * lookup_carton.c - the card of a carton, pallet or tote.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A supplier's carton is known by the units that were announced in it alone.
 */
#include <string.h>
#include "base/str.h"
#include "domain/weight.h"
#include "flow/lookup.h"

static void
card_facts(struct flow *f, const struct carton *c)
{
	char weight[32];

	weight_words(c->weight_g, weight, sizeof weight);
	card_line(f, "State", "%s", carton_state_name(c->state));
	card_line(f, "Order", "%s", c->order);
	card_line(f, "Party", "%s", c->party);
	card_line(f, "Stands in", "%s", c->parent);
	card_line(f, "Bin", "%s", c->bin);
	card_line(f, "Weight", "%s", weight);
	card_line(f, "Carrier", "%s", c->carrier);
	card_line(f, "Tracking", "%s", c->tracking);
	card_time(f, "Opened", c->opened_at);
	card_time(f, "Closed", c->closed_at);
	card_time(f, "Shipped", c->shipped_at);
}

static bool
card_nested(struct flow *f, int64_t id, struct err *err)
{
	struct store *s = ledger_store(f->l);
	struct carton inner;
	bool ok = true;
	int rc = 0;

	if (!store_walk(s, Q_CARTON_CHILDREN, err, "i", id))
		return false;
	while (ok && (rc = store_next(s, Q_CARTON_CHILDREN, err)) > 0) {
		ok = carton_row(f->l, Q_CARTON_CHILDREN, &inner, err);
		if (ok)
			card_line(f, carton_kind_name(inner.kind), "%s %s", inner.code,
			    carton_state_name(inner.state));
	}
	store_end(s, Q_CARTON_CHILDREN);
	return ok && rc >= 0;
}

static bool
card_contents(struct flow *f, int64_t id, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc;

	if (!store_walk(s, Q_FLOW_CARTON_UNITS, err, "i", id))
		return false;
	while ((rc = store_next(s, Q_FLOW_CARTON_UNITS, err)) > 0)
		card_line(f, store_text(s, Q_FLOW_CARTON_UNITS, 1), "%s",
		    store_text(s, Q_FLOW_CARTON_UNITS, 0));
	return rc == 0;
}

/* "carton 340...: closed, SO:5001, 3 units" */
static void
say_carton(const struct meaning *m, int64_t units, int64_t cartons,
    struct verdict *v)
{
	const struct carton *c = &m->container;
	char nested[40] = "";

	if (cartons > 0)
		str_print(nested, sizeof nested, ", %lld cartons in it",
		    (long long)cartons);
	verdict_say(v, VERDICT_OK, "", "%s %s: %s%s%s%s%lld units%s",
	    c->id == 0 ? "carton" : carton_kind_name(c->kind), m->carton,
	    c->id == 0 ? "" : carton_state_name(c->state), c->id == 0 ? "" : ", ",
	    c->order, c->order[0] != '\0' ? ", " : "", (long long)units, nested);
}

bool
lookup_carton(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	const struct carton *c = &m->container;
	int64_t id, units, cartons;

	if (!store_name_find(s, NAME_CARTON, m->carton, &id, err))
		return false;
	if (id == 0) {
		verdict_say(v, VERDICT_REFUSE, "carton.unknown",
		    "no carton %s is known", m->carton);
		return verdict_more(v, "", "It was neither packed nor announced here.");
	}
	if (!carton_count(f->l, m->carton, &units, &cartons, err))
		return false;
	card_line(f, c->id == 0 || c->kind == CARTON_CARTON ? "Carton" :
	    c->kind == CARTON_PALLET ? "Pallet" : "Tote", "%s", m->carton);
	if (c->id != 0)
		card_facts(f, c);
	card_line(f, "Units", "%lld", (long long)units);
	say_carton(m, units, cartons, v);
	return card_nested(f, id, err) && card_contents(f, id, err);
}
