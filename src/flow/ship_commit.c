/*
 * ship_commit.c - what leaves, as events: one for each unit, then one for each
 * container.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What does not change from unit to unit (the order's party, the item's
 * warranty) is read once in a row.
 */
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "domain/warranty.h"
#include "flow/ship.h"

struct voyage {
	const char *carrier, *tracking;
	char today[CLOCK_DATE_SIZE];
	/* of the unit at hand; read again when the order or the item changes */
	char order[ORDER_SIZE];
	char party[CODE_SIZE];
	bool to_customer;	/* a transfer stays with us: no cover begins */
	char item[CODE_SIZE];
	struct warranty_def warranty;	/* code "": none that begins here */
};

/* --- What goes with a unit ---------------------------------------------------- */

static bool
know_order(struct flow *f, struct voyage *t, const char *key, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t id;
	int rc;

	if (strcmp(t->order, key) == 0)
		return true;
	str_copy(t->order, sizeof t->order, key);
	t->party[0] = '\0';
	t->to_customer = true;
	if (!store_name_find(s, NAME_ORDER, key, &id, err) ||
	    (rc = store_first(s, Q_FLOW_ORDER, err, "i", id)) < 0)
		return false;
	if (rc > 0) {
		str_copy(t->party, sizeof t->party, store_text(s, Q_FLOW_ORDER, 1));
		t->to_customer = store_int(s, Q_FLOW_ORDER, 2) != ORDER_TRANSFER;
		store_end(s, Q_FLOW_ORDER);
	}
	return true;
}

static bool
know_item(struct flow *f, struct voyage *t, const char *code, struct err *err)
{
	const struct item *item;
	int rc;

	if (strcmp(t->item, code) == 0)
		return true;
	str_copy(t->item, sizeof t->item, code);
	t->warranty.code[0] = '\0';
	if ((rc = flow_item(f, code, &item, err)) < 0)
		return false;
	if (rc == 0 || item->warranty[0] == '\0')
		return true;
	if ((rc = warranty_find(f->l, item->warranty, &t->warranty, err)) < 0)
		return false;
	if (rc == 0 || strcmp(t->warranty.starts, "ship") != 0)
		t->warranty.code[0] = '\0';
	return true;
}

static void
cover(const struct voyage *t, const struct shipment_unit *u, char until[DATE_SIZE])
{
	const struct warranty_def *w = &t->warranty;
	struct warranty_terms terms = { .start = t->today, .months = w->months,
	    .cap_months = w->cap_months };

	if (w->code[0] == '\0' || !t->to_customer)
		return;
	if (strcmp(w->cap_from, "made") == 0)
		terms.cap_from = u->made_on;
	else if (strcmp(w->cap_from, "ship") == 0)
		terms.cap_from = t->today;
	warranty_until(&terms, until);
}

/* --- Events --------------------------------------------------------------------- */

static bool
ship_unit(struct flow *f, struct voyage *t, const struct shipment_unit *u,
    struct verdict *v, struct err *err)
{
	struct event e = { .type = EV_UNIT_SHIPPED, .subject_kind = SUBJECT_UNIT };
	struct event_body *b = &e.body;

	if (!know_order(f, t, u->order, err) || !know_item(f, t, u->item, err))
		return false;
	str_copy(e.item, sizeof e.item, u->item);
	str_copy(e.subject, sizeof e.subject, u->serial);
	str_copy(b->order, sizeof b->order, u->order);
	b->line = u->line;
	str_copy(b->party, sizeof b->party, t->party);
	str_copy(b->carton, sizeof b->carton, u->carton);
	str_copy(b->pallet, sizeof b->pallet, u->outermost);
	str_copy(b->carrier, sizeof b->carrier, t->carrier);
	str_copy(b->tracking, sizeof b->tracking, t->tracking);
	cover(t, u, b->until);
	return flow_append(f, v, &e, err);
}

static bool
ship_carton(struct flow *f, const struct voyage *t, const struct carton *c,
    struct verdict *v, struct err *err)
{
	struct carton_say say;

	memset(&say, 0, sizeof say);
	str_copy(say.order, sizeof say.order, c->order);
	str_copy(say.party, sizeof say.party, c->party);
	str_copy(say.carrier, sizeof say.carrier, t->carrier);
	str_copy(say.tracking, sizeof say.tracking, t->tracking);
	return flow_carton(f, v, c->code, EV_CARTON_SHIPPED, &say, err);
}

static bool
ship_all(struct flow *f, const struct shipment *s, struct verdict *v,
    struct err *err)
{
	struct voyage *t = xcalloc(1, sizeof *t);
	bool ok = true;

	t->carrier = flow_text(f, "carrier");
	t->tracking = flow_text(f, "tracking");
	clock_today(t->today);
	for (size_t i = 0; ok && i < s->units.n; i++)
		ok = ship_unit(f, t, &s->units.at[i], v, err);
	for (size_t i = 0; ok && i < s->cartons.n; i++)
		ok = ship_carton(f, t, &s->cartons.at[i].carton, v, err);
	free(t);
	return ok;
}

/* --- Words ------------------------------------------------------------------------ */

/* "; SO:5001 is complete", or what of it stays open. */
static bool
add_order(struct flow *f, const char *key, struct str *words, struct err *err)
{
	int64_t qty, gone;

	if (!shipment_progress(f->l, key, &qty, &gone, err))
		return false;
	if (gone >= qty)
		str_addf(words, "; %s is complete", key);
	else
		str_addf(words, "; %s: %lld of %lld shipped, %lld stay%s open",
		    key, (long long)gone, (long long)qty, (long long)(qty - gone),
		    qty - gone == 1 ? "s" : "");
	return true;
}

/* Orders one after another as their cartons stand: the first two are told. */
static bool
add_orders(struct flow *f, const struct shipment *s, struct str *words,
    struct err *err)
{
	const char *first = s->units.at[0].order, *second = NULL;
	bool more = false;

	if (first[0] == '\0')
		return true;
	if (!add_order(f, first, words, err))
		return false;
	for (size_t i = 1; i < s->units.n && !more; i++) {
		const char *of = s->units.at[i].order;

		if (of[0] == '\0' || strcmp(of, first) == 0)
			continue;
		if (second == NULL) {
			second = of;
			if (!add_order(f, of, words, err))
				return false;
		} else {
			more = strcmp(of, second) != 0;
		}
	}
	if (more)
		str_add(words, "; and other orders");
	return true;
}

static bool
say_done(struct flow *f, const struct value *value, const struct shipment *s,
    struct verdict *v, struct err *err)
{
	const char *carrier = flow_text(f, "carrier");
	const char *tracking = flow_text(f, "tracking"), *party = value->note;
	char what[80];
	struct str words;
	bool ok;

	ship_words(value, what, sizeof what);
	flow_commit_words(f, "%s shipped, %zu units", what, s->units.n);
	str_init(&words);
	str_addf(&words, "%s shipped%s%s: %zu unit%s", what, party[0] != '\0' ?
	    " to " : "", party, s->units.n, s->units.n == 1 ? "" : "s");
	if (s->cartons.n > 1)
		str_addf(&words, " in %zu containers", s->cartons.n);
	if (carrier[0] != '\0' || tracking[0] != '\0')
		str_addf(&words, ", %s%s%s", carrier, carrier[0] != '\0' &&
		    tracking[0] != '\0' ? " " : "", tracking);
	ok = add_orders(f, s, &words, err);
	if (ok)
		verdict_say(v, VERDICT_DONE, "", "%s", words.p);
	str_done(&words);
	return ok;
}

bool
ship_commit(struct flow *f, struct verdict *v, struct err *err)
{
	const struct value *value = flow_value(f, "carton");
	struct shipment s;
	bool ok, may = false;

	shipment_init(&s);
	ok = ship_read(f, value, &s, err) && ship_allows(f, value, &s, &may, v, err);
	if (ok && may)
		ok = ship_all(f, &s, v, err) && say_done(f, value, &s, v, err);
	shipment_done(&s);
	return ok;
}
