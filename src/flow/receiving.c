/*
 * receiving.c - goods in against a purchase order or an ASN.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Every check is made at the scan, in the transaction that books it, so that
 * two terminals cannot both accept the same serial.
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "domain/date.h"
#include "domain/near.h"
#include "flow/receiving.h"

static const struct slot_def slots[] = {
	{ "order", ACCEPT_ORDER, true }, { "item", ACCEPT_ITEM, true },
	{ "lot", ACCEPT_LOT, true }, { "made_on", ACCEPT_DATE, true },
	{ "expires_on", ACCEPT_DATE, true },
	{ "serial", ACCEPT_SERIAL | ACCEPT_UNIT | ACCEPT_RANGE, true },
};
static const char *const columns[] = { "line", "item", "name", "done", "qty", NULL };

bool
delivery_read(struct flow *f, struct delivery *d, struct err *err)
{
	struct store *s = ledger_store(f->l);
	const struct value *order = flow_value(f, "order");
	int rc;

	assert(order != NULL);
	memset(d, 0, sizeof *d);
	str_print(d->key, sizeof d->key, "%s:%s", order->where, order->code);
	if (strcmp(f->delivery.key, d->key) == 0) {
		*d = f->delivery;
		return true;
	}
	if (!store_name_find(s, NAME_ORDER, d->key, &d->id, err) ||
	    (rc = store_first(s, Q_FLOW_ORDER, err, "i", d->id)) < 0)
		return false;
	if (rc > 0) {
		str_copy(d->party, sizeof d->party, store_text(s, Q_FLOW_ORDER, 1));
		store_end(s, Q_FLOW_ORDER);
	}
	if ((rc = store_first(s, Q_FLOW_ORDER_ANNOUNCED, err, "i", d->id)) < 0)
		return false;
	d->announced = rc > 0;
	store_end(s, Q_FLOW_ORDER_ANNOUNCED);
	f->delivery = *d;
	return true;
}

bool
line_choose(struct flow *f, const struct delivery *d, const char *item,
    int64_t n, struct line_choice *c, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t id, stages[STAGES];
	int rc;

	memset(c, 0, sizeof *c);
	if (!store_name_find(s, NAME_ITEM, item, &id, err) ||
	    !store_walk(s, Q_FLOW_LINES_OF_ITEM, err, "ii", d->id, id))
		return false;
	while ((rc = store_next(s, Q_FLOW_LINES_OF_ITEM, err)) > 0) {
		int64_t line = store_int(s, Q_FLOW_LINES_OF_ITEM, 0);
		int64_t qty = store_int(s, Q_FLOW_LINES_OF_ITEM, 1);
		int64_t more = qty * store_int(s, Q_FLOW_LINES_OF_ITEM, 2) / 100;

		if (!ledger_line_progress(f->l, d->key, line, stages, err)) {
			store_end(s, Q_FLOW_LINES_OF_ITEM);
			return false;
		}
		if (c->line != 0 && !c->over)
			break;
		c->line = line;
		c->qty = qty;
		c->came = stages[STAGE_RECEIVED];
		c->over = c->came + n > qty;
		c->within = c->came + n <= qty + more;
	}
	store_end(s, Q_FLOW_LINES_OF_ITEM);
	return rc >= 0;
}

/* --- the slots --- */

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
take_item(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	struct line_choice line;
	struct delivery d;

	if (strcmp(flow_text(f, "item"), m->item.code) == 0) {
		verdict_say(v, VERDICT_OK, "", "item %s %s", m->item.code, m->item.name);
		return true;
	}
	if (!delivery_read(f, &d, err) ||
	    !line_choose(f, &d, m->item.code, 1, &line, err))
		return false;
	if (line.line == 0) {
		verdict_say(v, VERDICT_REFUSE, "item.not-on-order",
		    "%s %s is not on %s", m->item.code, m->item.name, d.key);
		return verdict_more(v, m->parsed->gtin,
		    "Put it aside: it belongs to another delivery, or was not ordered.");
	}
	flow_fill(f, slot, m->item.code, m->item.name);
	flow_empty(f, "lot");
	flow_empty(f, "made_on");
	flow_empty(f, "expires_on");
	return verdict_say(v, VERDICT_OK, "", "item %s %s, line %lld, %lld of %lld",
	    m->item.code, m->item.name, (long long)line.line, (long long)line.came,
	    (long long)line.qty);
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
	str_copy(value->where, sizeof value->where, m->structured ? "label" : "");
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
	str_copy(value->where, sizeof value->where, m->structured ? "label" : "");
	return verdict_say(v, VERDICT_OK, "", "%s %s", s->label, date);
}

/* Lot and dates of the label before do not describe this unit. */
static void
drop_label_values(struct flow *f, const struct meaning *m)
{
	static const char *const names[] = { "lot", "made_on", "expires_on" };
	const char *said[] = { m->parsed->lot, m->parsed->made_on,
	    m->parsed->expires_on };

	for (size_t i = 0; i < 3; i++) {
		const struct value *value = flow_value(f, names[i]);

		if (value != NULL && said[i][0] == '\0' &&
		    strcmp(value->where, "label") == 0)
			flow_empty(f, names[i]);
	}
}

bool
known_unit(struct flow *f, const struct delivery *d, const struct unit *u,
    bool *ok, struct verdict *v, struct err *err)
{
	char where[220], when[17];
	struct event e;
	bool found;

	*ok = false;
	f->subject = *u;
	f->has_subject = true;
	if (u->status == UNIT_EXPECTED) {
		*ok = strcmp(u->in_order, d->key) == 0 ||
		    flow_confirmed(f, v, "unit.not-expected",
		    "%s is announced for %s, not for %s", u->serial, u->in_order,
		    d->key);
		return true;
	}
	if (!unit_arrival(f, u, &e, &found, err))
		return false;
	if (found && strcmp(e.body.order, d->key) == 0 &&
	    u->status == UNIT_AVAILABLE) {
		clock_local(e.at, when);
		verdict_say(v, VERDICT_WARN, "unit.already-done",
		    "%s was received on this order at %s by %s", u->serial, when,
		    e.operator);
		return verdict_more(v, "", "Nothing was added. Two units with this serial? XCXBEGIN opens an incident.");
	}
	unit_where_words(f, u, where, sizeof where);
	verdict_say(v, VERDICT_REFUSE, "unit.duplicate", "%s of %s is known: %s",
	    u->serial, u->item, where);
	return verdict_more(v, where,
	    "Put it aside. XCXBEGIN opens an incident about it.");
}

/* The serial is borne by another item: is it the wrong product? */
static bool
other_item(struct flow *f, const struct meaning *m, const struct delivery *d,
    bool *ok, struct verdict *v, struct err *err)
{
	const char *item = flow_text(f, "item");
	struct item other;
	int rc;

	*ok = true;
	if (m->structured || m->n_units == 0)
		return true;
	for (size_t i = 0; i < m->n_units; i++)
		if (strcmp(m->units[i].item, item) == 0)
			return true;
	if (m->n_units == 1 && m->units[0].status == UNIT_EXPECTED &&
	    strcmp(m->units[0].in_order, d->key) == 0) {
		/* announced here under another line: the serial decides */
		if ((rc = item_find(f->l, m->units[0].item, &other, err)) < 0)
			return false;
		if (rc > 0)
			flow_fill(f, (size_t)flow_slot(f, "item"), other.code, other.name);
		return true;
	}
	*ok = flow_allowed(f, v, "unit.wrong-item",
	    "%s is a unit of %s, wanted is %s", m->units[0].serial,
	    m->units[0].item, item);
	f->subject = m->units[0];
	f->has_subject = true;
	return true;
}

struct near_search {
	struct flow *f;
	const char *item;
	char found[TEXT_SIZE];
	bool failed;
	struct err *err;
};

static bool
near_is_unit(const char *candidate, void *ctx)
{
	struct near_search *s = ctx;
	struct unit u;
	int rc = ledger_unit(s->f->l, s->item, candidate, &u, s->err);

	if (rc < 0)
		s->failed = true;
	if (rc > 0 && u.status != UNIT_NONE)
		str_copy(s->found, sizeof s->found, candidate);
	return !s->failed && s->found[0] == '\0';
}

/* A keyed serial that is one slip away from a known one is asked about. */
static bool
near_miss_asked(struct flow *f, const char *item, const char *serial, bool *ok,
    struct verdict *v, struct err *err)
{
	struct near_search s = { .f = f, .item = item, .err = err };

	*ok = true;
	if (f->entry != ENTRY_KEYED || flow_has(f->confirmed, "serial.near-miss"))
		return true;
	near_candidates(serial, near_is_unit, &s);
	if (s.found[0] != '\0')
		*ok = flow_confirmed(f, v, "serial.near-miss",
		    "%s was keyed and is new; did you mean %s?", serial, s.found);
	return !s.failed;
}

static bool
order_is_full(struct flow *f, const struct delivery *d,
    const struct line_choice *line, const char *item, struct verdict *v)
{
	if (!line->over)
		return false;
	if (line->within)
		return !flow_allowed(f, v, "order.over",
		    "%s line %lld has its %lld of %s; one more is within the tolerance",
		    d->key, (long long)line->line, (long long)line->qty, item);
	verdict_say(v, VERDICT_REFUSE, "order.over",
	    "%s line %lld is full: %lld of %lld of %s came", d->key,
	    (long long)line->line, (long long)line->came, (long long)line->qty, item);
	return verdict_more(v, "no tolerance is left on that line",
	    "Put it aside; XCXNO parks it in quarantine.");
}

static bool
is_expired(struct flow *f, struct verdict *v)
{
	char today[CLOCK_DATE_SIZE];
	const char *date = flow_text(f, "expires_on");

	clock_today(today);
	return date[0] != '\0' && strcmp(date, today) < 0 &&
	    !flow_allowed(f, v, "unit.expired", "it expired on %s", date);
}

/* The item's own bar code with a slip in it is no serial. */
static bool
is_misread_gtin(const struct item *item, const struct meaning *m,
    struct verdict *v)
{
	const char *gtin = item->gtin + strspn(item->gtin, "0");
	const char *text = m->text + strspn(m->text, "0");

	if (m->structured || item->gtin[0] == '\0' || !near_miss(text, gtin) ||
	    strspn(text, "0123456789") != strlen(text))
		return false;
	verdict_say(v, VERDICT_REFUSE, "code.check-digit",
	    "%s is the GTIN of %s with a digit misread", m->text, item->code);
	return verdict_more(v, item->gtin, "Scan the serial's own bar code.");
}

/* The unit of this serial; resolving the label read it already in most cases. */
static int
unit_of(struct flow *f, const struct meaning *m, const char *item,
    const char *serial, struct unit *out, struct err *err)
{
	if (m->structured && m->has_item && strcmp(m->item.code, item) == 0 &&
	    strcmp(m->serial, serial) == 0) {
		if (m->n_units == 1)
			*out = m->units[0];
		return m->n_units == 1;
	}
	return ledger_unit(f->l, item, serial, out, err);
}

static bool
serial_checks(struct flow *f, const struct meaning *m, const struct delivery *d,
    struct verdict *v, char serial[TEXT_SIZE], bool *ok, struct err *err)
{
	const char *code = flow_text(f, "item");
	struct serial_rule *rule;
	const struct item *item;
	struct line_choice line;
	struct unit unit;
	int rc;

	*ok = false;
	if (flow_item(f, code, &item, err) <= 0 ||
	    !serial_rule_of(f, item, d->party, &rule, err))
		return false;
	if (!serial_accept(f, m, rule, serial, v) || is_misread_gtin(item, m, v))
		return true;
	*ok = true;
	if ((rc = unit_of(f, m, code, serial, &unit, err)) < 0)
		return false;
	if (rc > 0 && unit.status != UNIT_NONE) {
		if (!known_unit(f, d, &unit, ok, v, err))
			return false;
	} else if (d->announced && !flow_confirmed(f, v, "unit.not-expected",
	    "%s is not among the serials announced for %s", serial, d->key)) {
		*ok = false;
	} else if (!near_miss_asked(f, code, serial, ok, v, err)) {
		return false;
	}
	if (!*ok)
		return true;
	if (!line_choose(f, d, code, 1, &line, err))
		return false;
	*ok = !order_is_full(f, d, &line, code, v) && !is_expired(f, v);
	return true;
}

static bool
take_serial(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	char serial[TEXT_SIZE];
	struct delivery d;
	bool ok;

	if ((m->kinds & ACCEPT_RANGE) != 0)
		return receiving_range(f, m, v, err);
	if (m->structured)
		drop_label_values(f, m);
	if (!delivery_read(f, &d, err) || !other_item(f, m, &d, &ok, v, err))
		return false;
	if (!ok)
		return true;
	if (!serial_checks(f, m, &d, v, serial, &ok, err))
		return false;
	if (!ok)
		return true;
	flow_fill(f, slot, serial, "");
	return verdict_say(v, VERDICT_OK, "", "serial %s", serial);
}

static bool
take(struct flow *f, size_t slot, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	const char *name = f->form->slots[slot].name;

	if (strcmp(name, "order") == 0)
		return take_order(f, slot, m, v, err);
	if (strcmp(name, "item") == 0)
		return take_item(f, slot, m, v, err);
	if (strcmp(name, "lot") == 0)
		return take_lot(f, slot, m, v);
	if (strcmp(name, "serial") == 0)
		return take_serial(f, slot, m, v, err);
	return take_date(f, slot, m, v);
}

/* --- the act --- */

bool
receiving_dock(struct flow *f, bool *ok, struct verdict *v, struct err *err)
{
	struct bin bin;

	*ok = true;
	if (f->dock[0] != '\0')
		return true;
	if (!bin_first_of(f, BIN_DOCK, &bin, ok, err))
		return false;
	if (*ok) {
		str_copy(f->dock, sizeof f->dock, bin.code);
		return true;
	}
	verdict_say(v, VERDICT_REFUSE, "bin.unknown", "no dock bin is defined");
	return verdict_more(v, "", "Import a bin of the kind dock first.");
}

void
arrival_event(struct flow *f, const struct delivery *d, int64_t line,
    const char *serial, struct event *e)
{
	struct event_body *b = &e->body;
	const char *country = scan_element(&f->parsed, "422");

	memset(e, 0, sizeof *e);
	e->type = EV_UNIT_RECEIVED;
	e->subject_kind = SUBJECT_UNIT;
	str_copy(e->item, sizeof e->item, flow_text(f, "item"));
	str_copy(e->subject, sizeof e->subject, serial);
	str_copy(b->bin, sizeof b->bin, f->dock);
	str_copy(b->order, sizeof b->order, d->key);
	b->line = line;
	str_copy(b->party, sizeof b->party, d->party);
	str_copy(b->lot, sizeof b->lot, flow_text(f, "lot"));
	str_copy(b->made_on, sizeof b->made_on, flow_text(f, "made_on"));
	str_copy(b->expires_on, sizeof b->expires_on, flow_text(f, "expires_on"));
	if (country != NULL)
		str_copy(b->country, sizeof b->country, country);
}

static bool
commit(struct flow *f, struct verdict *v, struct err *err)
{
	const char *serial = flow_text(f, "serial"), *item = flow_text(f, "item");
	struct line_choice line;
	struct delivery d;
	struct event e;
	bool ok;

	if (!receiving_dock(f, &ok, v, err))
		return false;
	if (!ok)
		return true;
	if (!delivery_read(f, &d, err) || !line_choose(f, &d, item, 1, &line, err))
		return false;
	arrival_event(f, &d, line.line, serial, &e);
	if (!flow_append(f, v, &e, err))
		return false;
	flow_commit_words(f, "received %s of %s", serial, item);
	unit_init(&f->subject, item, serial);
	f->subject.status = UNIT_AVAILABLE;
	f->has_subject = true;
	return verdict_say(v, VERDICT_DONE, "",
	    "%s of %s received into %s, %lld of %lld", serial, item, f->dock,
	    (long long)line.came + 1, (long long)line.qty);
}

static bool
command(struct flow *f, enum scan_command c, bool *handled, struct verdict *v,
    struct err *err)
{
	*handled = true;
	switch (c) {
	case CMD_DONE:
		return receiving_close(f, v, err);
	case CMD_NO:
		return receiving_park(f, v, err);
	case CMD_BEGIN:
		return receiving_dispute(f, v, err);
	case CMD_NEXT:
	case CMD_SKIP:
		if (flow_value(f, "item") == NULL)
			break;
		flow_empty(f, "item");
		flow_empty(f, "lot");
		flow_empty(f, "made_on");
		flow_empty(f, "expires_on");
		flow_empty(f, "serial");
		return verdict_say(v, VERDICT_OK, "", "next item");
	default:
		break;
	}
	*handled = false;
	return true;
}

/* Asked for only when the item requires it. */
static bool
wants(struct flow *f, size_t slot)
{
	const char *name = f->form->slots[slot].name;
	const struct item *item;
	struct err err;

	err_clear(&err);
	if (flow_item(f, flow_text(f, "item"), &item, &err) <= 0)
		return false;
	return strcmp(name, "lot") == 0 ? item->lot == NEED_REQUIRED :
	    strcmp(name, "made_on") == 0 ? item->made_on == NEED_REQUIRED :
	    item->expires_on == NEED_REQUIRED;
}

static bool
set_extra(struct flow *f, const char *slot, const char *value,
    struct verdict *v, struct err *err)
{
	struct bin bin;
	int rc;

	if (strcmp(slot, "bin") != 0) {
		err_set(err, ERR_USAGE, "receiving has no slot \"%s\"", slot);
		return err_hint(err, "It has order item lot made_on expires_on serial, and bin.");
	}
	if ((rc = bin_find(f->l, value, &bin, err)) < 0)
		return false;
	if (rc == 0)
		return verdict_say(v, VERDICT_REFUSE, "bin.unknown",
		    "no bin %s is known", value);
	if (bin.kind != BIN_DOCK)
		return verdict_say(v, VERDICT_REFUSE, "bin.kind",
		    "%s is a %s bin; goods are received at a dock", bin.code,
		    bin_kind_name(bin.kind));
	str_copy(f->dock, sizeof f->dock, bin.code);
	return verdict_say(v, VERDICT_OK, "", "receiving into %s", bin.code);
}

const struct flow_def receiving_flow = {
	.name = "receiving", .title = "Receive", .may = MAY_RECEIVE,
	.slots = slots, .n_slots = sizeof slots / sizeof slots[0],
	.columns = columns,
	.commands = 1u << CMD_BEGIN | 1u << CMD_NEXT | 1u << CMD_SKIP,
	.take = take, .commit = commit, .command = command, .view = receiving_view,
	.wants = wants, .set_extra = set_extra,
};
