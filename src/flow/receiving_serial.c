/*
 * receiving_serial.c - may this serial come in?
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "domain/near.h"
#include "flow/receiving.h"

/* Lot and dates of another unit's label do not describe this one. */
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
		return verdict_more(v, "", "Nothing was added. "
		    "Two units with this serial? XCXBEGIN opens an incident.");
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

/* Twelve or thirteen digits that check are more often a product's bar code
 * than a serial: where no rule says which, the clerk does. */
static bool
is_strange_gtin(struct flow *f, const struct meaning *m, struct verdict *v)
{
	size_t n = strlen(m->text);

	return m->gtin_unknown && (n == 12 || n == 13) &&
	    !flow_confirmed(f, v, "scan.ambiguous",
	    "%s could be the GTIN of a product that is not known; is it the serial?",
	    m->text);
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

/* A unit that came before, under exactly this text: it is known, whatever the
 * rule says of its serial. */
static const struct unit *
came_before(const struct meaning *m, const char *item)
{
	for (size_t i = 0; i < m->n_units; i++)
		if (strcmp(m->units[i].item, item) == 0 &&
		    m->units[i].status != UNIT_EXPECTED)
			return &m->units[i];
	return NULL;
}

static bool
serial_checks(struct flow *f, const struct meaning *m, const struct delivery *d,
    struct verdict *v, char serial[TEXT_SIZE], bool *ok, struct err *err)
{
	const char *code = flow_text(f, "item");
	struct serial_rule *rule;
	const struct item *item;
	struct line_choice line;
	const struct unit *known = came_before(m, code);
	struct unit unit;
	int rc;

	*ok = false;
	if (known != NULL)
		return known_unit(f, d, known, ok, v, err);
	if (flow_item(f, code, &item, err) <= 0)
		return false;
	if (!serial_rule_of(f, item, d->party, &rule, err))
		return verdict_if_input(v, err);
	if (is_misread_gtin(item, m, v) || !serial_accept(f, m, rule, serial, v) ||
	    (rule == NULL && is_strange_gtin(f, m, v)))
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
	f->line = line;
	*ok = !order_is_full(f, d, &line, code, v) && !is_expired(f, v);
	return true;
}

/* A unit that still wants its lot or date is not given up for the next one. */
static bool
other_is_held(const struct flow *f, const char *serial, struct verdict *v)
{
	const char *held = flow_text(f, "serial");

	if (held[0] == '\0' || strcmp(held, serial) == 0)
		return false;
	verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
	    "that is the label of %s; %s is not complete", serial, held);
	return verdict_more(v, "", "Finish %s first, or XCXUNDO takes it out.", held);
}

bool
receiving_serial(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	char serial[TEXT_SIZE];
	struct delivery d;
	bool ok;

	if ((m->kinds & ACCEPT_RANGE) != 0)
		return receiving_range(f, m, v, err);
	drop_label_values(f, m);
	if (!delivery_read(f, &d, err) || !other_item(f, m, &d, &ok, v, err))
		return false;
	if (!ok)
		return true;
	if (!serial_checks(f, m, &d, v, serial, &ok, err))
		return false;
	if (!ok || other_is_held(f, serial, v))
		return true;
	flow_fill(f, slot, serial, "");
	return verdict_say(v, VERDICT_OK, "", "serial %s", serial);
}
