/*
 * receiving_slots.c - what fills order, item, lot and dates.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/receiving.h"

static bool
take_order(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	enum order_kind kind = ORDER_KINDS;
	struct value *value;
	struct order order;
	int n = 0, rc;

	for (size_t i = 0; i < m->n_orders; i++)
		if (m->order_kinds[i] == ORDER_PO || m->order_kinds[i] == ORDER_ASN) {
			kind = m->order_kinds[i];
			n++;
		}
	if (n == 0) {
		verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
		    "%s %s is no delivery; wanted is a PO or an ASN",
		    order_kind_name(m->order_kinds[0]), m->order_number);
		return true;
	}
	if (n > 1) {
		verdict_say(v, VERDICT_REFUSE, "scan.ambiguous",
		    "%s is the number of a PO and of an ASN", m->order_number);
		return verdict_more(v, "", "Key PO:%s or ASN:%s.", m->order_number,
		    m->order_number);
	}
	order_init(&order);
	if ((rc = order_find(f->l, kind, m->order_number, &order, err)) > 0) {
		if (order.state != ORDER_OPEN) {
			verdict_say(v, VERDICT_REFUSE, "order.closed", "%s %s is %s",
			    order_kind_name(kind), order.number,
			    order_state_name(order.state));
			verdict_more(v, "", "Ask whoever ordered it.");
		} else {
			value = flow_fill(f, slot, order.number, order.party);
			str_copy(value->where, sizeof value->where,
			    order_kind_name(kind));
			flow_empty(f, "item");
			flow_empty(f, "lot");
			flow_empty(f, "made_on");
			flow_empty(f, "expires_on");
			verdict_say(v, VERDICT_OK, "", "%s %s from %s, %zu lines",
			    order_kind_name(kind), order.number, order.party,
			    order.lines.n);
		}
	}
	order_done(&order);
	return rc >= 0;
}

static bool
take_item(struct flow *f, size_t slot, const struct item *item,
    struct verdict *v, struct err *err)
{
	struct line_choice line;
	struct delivery d;

	if (strcmp(flow_text(f, "item"), item->code) == 0) {
		verdict_say(v, VERDICT_OK, "", "item %s %s", item->code, item->name);
		return true;
	}
	if (!delivery_read(f, &d, err) ||
	    !line_choose(f, &d, item->code, 1, &line, err))
		return false;
	if (line.line == 0) {
		verdict_say(v, VERDICT_REFUSE, "item.not-on-order",
		    "%s %s is not on %s", item->code, item->name, d.key);
		return verdict_more(v, item->gtin,
		    "Put it aside: it belongs to another delivery, or was not ordered.");
	}
	flow_fill(f, slot, item->code, item->name);
	flow_empty(f, "lot");
	flow_empty(f, "made_on");
	flow_empty(f, "expires_on");
	return verdict_say(v, VERDICT_OK, "", "item %s %s, line %lld, %lld of %lld",
	    item->code, item->name, (long long)line.line, (long long)line.came,
	    (long long)line.qty);
}

/* What stands on one label with a serial is said of that unit alone. */
static void
of_label(const struct meaning *m, struct value *value)
{
	str_copy(value->where, sizeof value->where,
	    m->structured && m->serial[0] != '\0' ? "label" : "");
}

static bool
take_lot(struct flow *f, size_t slot, const struct meaning *m, struct verdict *v)
{
	const char *lot = m->structured ? m->parsed->lot : m->text;
	struct value *value;

	if (strlen(lot) >= TEXT_SIZE) {
		return verdict_say(v, VERDICT_REFUSE, "scan.too-long",
		    "a lot has at most %d characters", TEXT_SIZE - 1);
	}
	value = flow_fill(f, slot, lot, "");
	of_label(m, value);
	return verdict_say(v, VERDICT_OK, "", "lot %s", lot);
}

static bool
take_date(struct flow *f, size_t slot, const struct meaning *m, struct verdict *v)
{
	const struct form_slot *s = &f->form->slots[slot];
	const char *date = m->date;
	struct value *value;

	if (m->structured)
		date = strcmp(s->name, "made_on") == 0 ? m->parsed->made_on :
		    m->parsed->expires_on;
	if (date[0] == '\0') {
		verdict_say(v, VERDICT_REFUSE, "date.invalid",
		    "\"%.40s\" is no date", m->text);
		return verdict_more(v, "", "%s", s->help);
	}
	value = flow_fill(f, slot, date, "");
	of_label(m, value);
	return verdict_say(v, VERDICT_OK, "", "%s %s", s->label, date);
}

/* A known unit decides its item; a new serial comes after it. */
static bool
take_serial(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	struct item item;
	int rc = 0;

	if (flow_value(f, "item") != NULL)
		return receiving_serial(f, slot, m, v, err);
	if (m->n_units == 1 &&
	    (rc = item_find(f->l, m->units[0].item, &item, err)) < 0)
		return false;
	if (rc > 0)
		return take_item(f, (size_t)flow_slot(f, "item"), &item, v, err) &&
		    (v->kind != VERDICT_OK || receiving_serial(f, slot, m, v, err));
	verdict_say(v, VERDICT_REFUSE, "item.unknown",
	    "what item is it? The item comes before its serial");
	return verdict_more(v, "", "Scan the item.");
}

bool
receiving_take(struct flow *f, size_t slot, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	const char *name = f->form->slots[slot].name;

	if (strcmp(name, "order") == 0)
		return take_order(f, slot, m, v, err);
	if (flow_value(f, "order") == NULL) {	/* --slot, or a form of another order */
		verdict_say(v, VERDICT_REFUSE, "order.unknown",
		    "which delivery is it of? The order comes first");
		return verdict_more(v, "", "Scan the order.");
	}
	if (strcmp(name, "item") == 0)
		return take_item(f, slot, &m->item, v, err);
	if (strcmp(name, "lot") == 0)
		return take_lot(f, slot, m, v);
	if (strcmp(name, "serial") == 0)
		return take_serial(f, slot, m, v, err);
	return take_date(f, slot, m, v);
}
