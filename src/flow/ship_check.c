/*
 * ship_check.c - may it leave: containers, orders, every unit.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One unit that may not leave keeps all of it here, for nobody can say by
 * looking at a closed carton what is still in it.
 */
#include <string.h>
#include "base/str.h"
#include "flow/ship.h"

bool
ship_read(struct flow *f, const struct value *value, struct shipment *s,
    struct err *err)
{
	char key[ORDER_SIZE];

	if (!ship_is_order(value))
		return shipment_add_carton(f->l, s, value->code, err);
	ship_order_key(value, key);
	return shipment_of_order(f->l, key, s, err);
}

/* --- Orders ------------------------------------------------------------------ */

static const char *
closed_hint(enum order_state state)
{
	switch (state) {
	case ORDER_DRAFT: return "It must be released first.";
	case ORDER_HELD: return "Ask whoever holds it; a release lets it go.";
	case ORDER_CANCELLED: return "Unpack the goods and put them back.";
	default: return "It must be reopened first.";
	}
}

bool
ship_order_open(struct flow *f, const char *key, bool *ok, struct verdict *v,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	enum order_state state;
	int64_t id;
	int rc;

	*ok = true;
	if (!store_name_find(s, NAME_ORDER, key, &id, err) ||
	    (rc = store_first(s, Q_FLOW_ORDER, err, "i", id)) < 0)
		return false;
	if (rc == 0)
		return true;	/* not known here: nothing stands against it */
	state = (enum order_state)store_int(s, Q_FLOW_ORDER, 0);
	store_end(s, Q_FLOW_ORDER);
	if (state == ORDER_OPEN)
		return true;
	*ok = false;
	verdict_say(v, VERDICT_REFUSE, "order.closed", "%s is %s: nothing of it leaves",
	    key, order_state_name(state));
	return verdict_more(v, "", "%s", closed_hint(state));
}

/* Each order that something in it is for, once in a row. */
static bool
orders_open(struct flow *f, const struct shipment *s, bool *ok,
    struct verdict *v, struct err *err)
{
	const char *last = "";

	*ok = true;
	for (size_t i = 0; *ok && i < s->units.n; i++) {
		const char *of = s->units.at[i].order;

		if (of[0] == '\0' || strcmp(of, last) == 0)
			continue;
		last = of;
		if (!ship_order_open(f, of, ok, v, err))
			return false;
	}
	return true;
}

/* --- Others at work ------------------------------------------------------------ */

/* Does an order stand at work there?  (A delivery may bear the same number.) */
static bool
is_outbound(const char *flow)
{
	return strcmp(flow, "ship") == 0 || strcmp(flow, "pick") == 0 ||
	    strcmp(flow, "cluster") == 0 || strcmp(flow, "pack") == 0;
}

bool
ship_free(struct flow *f, const struct value *value, bool *ok,
    struct verdict *v, struct err *err)
{
	struct flow_unfinished who;
	char words[80];
	bool held;

	*ok = true;
	if (!job_holds_unit(f, "", value->code, &who, &held, err))
		return false;
	if (!held || (ship_is_order(value) && !is_outbound(who.flow)))
		return true;
	ship_words(value, words, sizeof words);
	*ok = flow_confirmed(f, v, "work.taken", "%s is in the hands of %s at %s (%s)",
	    words, who.operator, who.terminal, who.flow);
	/* who picks or packs an order goes on with what is not ready */
	return !*ok || (ship_is_order(value) && strcmp(who.flow, "ship") != 0) ||
	    job_take_unit(f, who.job, "", value->code, err);
}

/* --- Containers and units ------------------------------------------------------ */

/* A pallet may still be open: what stands on it may not. */
static bool
cartons_closed(const struct shipment *s, struct verdict *v)
{
	for (size_t i = 0; i < s->cartons.n; i++) {
		const struct carton *c = &s->cartons.at[i].carton;
		char code[32];

		if (c->state == CARTON_OPEN && c->kind == CARTON_CARTON) {
			verdict_say(v, VERDICT_REFUSE, "carton.open",
			    "carton %s is open: close it first", c->code);
			return !verdict_more(v, c->order, "Pack: scan it, then XCXFULL.");
		}
		if (!carton_may(c, EV_CARTON_SHIPPED, code)) {
			verdict_say(v, VERDICT_REFUSE, code, "carton %s is %s",
			    c->code, carton_state_name(c->state));
			return !verdict_more(v, c->order, "%s", c->state ==
			    CARTON_SHIPPED ? "It left meanwhile: XCXPREV, then the "
			    "next one." : "Call a supervisor.");
		}
	}
	return true;
}

static bool
refuse_unit(struct flow *f, const struct shipment_unit *u, const char *code,
    struct verdict *v, struct err *err)
{
	bool held = strcmp(code, "unit.on-hold") == 0, found;
	char holds[64], detail[240];
	struct bin bin;

	holds_words(u->holds, holds, sizeof holds);
	if (!bin_first_of(f, BIN_QUARANTINE, &bin, &found, err))
		return false;
	if (held)
		verdict_say(v, VERDICT_REFUSE, code,
		    "%s of %s%s%s is on hold (%s): nothing of it leaves", u->serial,
		    u->item, u->carton[0] != '\0' ? " in carton " : "", u->carton,
		    holds);
	else
		verdict_say(v, VERDICT_REFUSE, code,
		    "%s of %s%s%s is %s: nothing of it leaves", u->serial, u->item,
		    u->carton[0] != '\0' ? " in carton " : "", u->carton,
		    unit_status_name(u->status));
	str_print(detail, sizeof detail, "unit %s of %s, carton %s, order %s",
	    u->serial, u->item, u->carton[0] != '\0' ? u->carton : "none", u->order);
	return verdict_more(v, detail, "Take it out%s%s, then ship the rest.",
	    held && found ? " and to " : "", held && found ? bin.code : "");
}

static bool
units_may(struct flow *f, const struct shipment *s, bool *ok, struct verdict *v,
    struct err *err)
{
	*ok = true;
	for (size_t i = 0; i < s->units.n; i++) {
		struct unit u = { .status = s->units.at[i].status,
		    .holds = s->units.at[i].holds };
		char code[32];

		if (unit_may(&u, EV_UNIT_SHIPPED, code))
			continue;
		*ok = false;
		return refuse_unit(f, &s->units.at[i], code, v, err);
	}
	return true;
}

bool
ship_allows(struct flow *f, const struct value *value, const struct shipment *s,
    bool *ok, struct verdict *v, struct err *err)
{
	char words[80];

	*ok = false;
	if (s->units.n == 0) {
		ship_words(value, words, sizeof words);
		verdict_say(v, VERDICT_REFUSE, "carton.empty",
		    "%s is empty: there is nothing to ship", words);
		return verdict_more(v, "", "Pack something into it, or scan another.");
	}
	if (!cartons_closed(s, v))
		return true;
	return orders_open(f, s, ok, v, err) && (!*ok || units_may(f, s, ok, v, err));
}
