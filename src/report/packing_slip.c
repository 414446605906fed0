/*
 * packing_slip.c - what is in the cartons, read.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "report/packing_slip.h"

void
packing_done(struct packing *p)
{
	vec_done(&p->lines);
	vec_done(&p->cartons);
	vec_done(&p->units);
	order_done(&p->order);
}

/* --- Units ------------------------------------------------------------------ */

static void
add_unit(struct packing *p, const struct unit *u)
{
	struct packing_unit *to = vec_push(&p->units);
	struct shipment_unit *s = &to->unit;

	str_copy(s->item, sizeof s->item, u->item);
	str_copy(s->serial, sizeof s->serial, u->serial);
	s->status = u->status;
	s->holds = u->holds;
	str_copy(s->made_on, sizeof s->made_on, u->made_on);
	str_copy(s->order, sizeof s->order, u->out_order);
	s->line = u->out_line;
	str_copy(s->carton, sizeof s->carton, u->carton);
	s->last_event = u->last_event;
	str_copy(to->lot, sizeof to->lot, u->lot);
	str_copy(to->expires_on, sizeof to->expires_on, u->expires_on);
}

static bool
walk_units(struct ledger *l, struct packing *p, enum query q, struct err *err)
{
	struct store *s = ledger_store(l);
	struct unit unit;
	bool ok = true;
	int rc = 0;

	while (ok && (rc = store_next(s, q, err)) > 0)
		if ((ok = ledger_unit_row(l, q, &unit, err)))
			add_unit(p, &unit);
	store_end(s, q);
	return ok && rc >= 0;
}

/* Names of items, each read once in a row. */
static bool
name_units(struct ledger *l, struct packing *p, struct err *err)
{
	struct item item = { .code = "" };

	for (size_t i = 0; i < p->units.n; i++) {
		struct packing_unit *u = &p->units.at[i];

		if (strcmp(item.code, u->unit.item) != 0) {
			int rc = item_find(l, u->unit.item, &item, err);

			if (rc < 0)
				return false;
			if (rc == 0) {
				item.name[0] = '\0';
				str_copy(item.code, sizeof item.code, u->unit.item);
			}
		}
		str_copy(u->name, sizeof u->name, item.name);
	}
	return true;
}

/* --- Containers ---------------------------------------------------------------- */

static size_t
carton_index(const struct packing *p, const char *code)
{
	size_t i = 0;

	while (i < p->cartons.n && strcmp(p->cartons.at[i].carton.code, code) != 0)
		i++;
	return i;
}

static bool
add_carton(struct ledger *l, struct packing *p, const char *code, size_t *at,
    struct err *err)
{
	struct shipment_carton c;
	int rc;

	memset(&c, 0, sizeof c);
	if ((*at = carton_index(p, code)) < p->cartons.n)
		return true;
	if ((rc = carton_find(l, code, &c.carton, err)) < 0)
		return false;
	if (rc == 0)
		return true;	/* of a strange house: as if loose */
	if (!carton_outermost(l, code, c.outermost, err))
		return false;
	*vec_push(&p->cartons) = c;
	return true;
}

/* By container as they were met, loose ones last; else as they were read. */
static int
by_carton(const void *a, const void *b)
{
	const struct packing_unit *x = a, *y = b;

	if (x->carton != y->carton)
		return x->carton > y->carton ? 1 : -1;
	return x->at > y->at ? 1 : -1;
}

static bool
sort_units(struct ledger *l, struct packing *p, struct err *err)
{
	const char *last = NULL;
	size_t at = SIZE_MAX;

	for (size_t i = 0; i < p->units.n; i++) {
		const char *code = p->units.at[i].unit.carton;

		if (last == NULL || strcmp(code, last) != 0) {
			at = SIZE_MAX;
			if (code[0] != '\0' && !add_carton(l, p, code, &at, err))
				return false;
			if (at != SIZE_MAX && at >= p->cartons.n)
				at = SIZE_MAX;
			last = code;
		}
		p->units.at[i].carton = at;
		p->units.at[i].at = i;
	}
	if (p->units.n > 1)
		qsort(p->units.at, p->units.n, sizeof p->units.at[0], by_carton);
	return true;
}

/* --- A slip ---------------------------------------------------------------------- */

static bool
read_line(struct ledger *l, struct packing *p, const struct order_line *line,
    struct err *err)
{
	struct packing_line *to = vec_push(&p->lines);
	int64_t stages[STAGES];
	struct item item;
	int rc;

	to->line = *line;
	if (!ledger_line_progress(l, p->order.key, line->line, stages, err) ||
	    (rc = item_find(l, line->item, &item, err)) < 0)
		return false;
	str_copy(to->name, sizeof to->name, rc > 0 ? item.name : "");
	to->packed = stages[STAGE_PACKED];
	to->shipped = order_stages_done(p->order.kind, stages);
	to->back_order = line->qty - to->packed - to->shipped;
	if (to->back_order < 0)
		to->back_order = 0;
	return true;
}

struct codes { VEC(struct { char code[CODE_SIZE]; }) list; };

static bool
read_codes(struct ledger *l, int64_t order, struct codes *out, struct err *err)
{
	struct store *s = ledger_store(l);
	struct carton c;
	bool ok = true;
	int rc = 0;

	if (!store_walk(s, Q_CARTON_OF_ORDER, err, "i", order))
		return false;
	while (ok && (rc = store_next(s, Q_CARTON_OF_ORDER, err)) > 0)
		if ((ok = carton_row(l, Q_CARTON_OF_ORDER, &c, err)) &&
		    c.kind == CARTON_CARTON)
			str_copy(vec_push(&out->list)->code, CODE_SIZE, c.code);
	store_end(s, Q_CARTON_OF_ORDER);
	return ok && rc >= 0;
}

/* The cartons of the order that hold something, by their numbers. */
static bool
add_cartons(struct ledger *l, struct packing *p, int64_t order, struct err *err)
{
	struct codes codes = { 0 };
	int64_t units, cartons;
	size_t at;
	bool ok = read_codes(l, order, &codes, err);

	for (size_t i = 0; ok && i < codes.list.n; i++) {
		const char *code = codes.list.at[i].code;

		ok = carton_count(l, code, &units, &cartons, err) &&
		    (units == 0 || add_carton(l, p, code, &at, err));
	}
	vec_done(&codes.list);
	return ok;
}

static bool
read_slip_units(struct ledger *l, struct packing *p, struct err *err)
{
	struct store *s = ledger_store(l);
	int64_t id;

	if (!store_name_find(s, NAME_ORDER, p->order.key, &id, err) ||
	    !add_cartons(l, p, id, err))
		return false;
	return store_walk(s, Q_SHIP_ORDER_UNITS, err, "iii", id,
	    (int64_t)UNIT_PACKED, (int64_t)UNIT_RETURNED) &&
	    walk_units(l, p, Q_SHIP_ORDER_UNITS, err) && name_units(l, p, err) &&
	    sort_units(l, p, err);
}

static bool
read_slip(struct ledger *l, enum order_kind kind, const char *number,
    struct packing *p, struct err *err)
{
	int rc = order_find(l, kind, number, &p->order, err);

	if (rc < 0)
		return false;
	if (rc == 0) {
		err_code(err, ERR_ABSENT, "order.unknown", "there is no %s %s",
		    order_kind_name(kind), number);
		return err_hint(err, "'dockledger orders' lists them.");
	}
	if (party_find(l, p->order.party, &p->party, err) < 0)
		return false;
	for (size_t i = 0; i < p->order.lines.n; i++)
		if (!read_line(l, p, &p->order.lines.at[i], err))
			return false;
	return read_slip_units(l, p, err);
}

bool
packing_of_order(struct ledger *l, enum order_kind kind, const char *number,
    struct packing *out, struct err *err)
{
	struct packing p;

	memset(&p, 0, sizeof p);
	order_init(&p.order);
	p.is_slip = true;
	if (read_slip(l, kind, number, &p, err)) {
		*out = p;
		return true;
	}
	packing_done(&p);
	return false;
}

/* --- A bill of contents ------------------------------------------------------------ */

static bool
read_contents(struct ledger *l, const char *code, struct packing *p,
    struct err *err)
{
	struct shipment s;
	bool ok;

	shipment_init(&s);
	ok = shipment_add_carton(l, &s, code, err);
	for (size_t i = 0; ok && i < s.cartons.n; i++) {
		const struct shipment_carton *c = &s.cartons.at[i];

		*vec_push(&p->cartons) = *c;
		ok = store_walk(ledger_store(l), Q_CARTON_UNITS, err, "i",
		    c->carton.id) && walk_units(l, p, Q_CARTON_UNITS, err);
	}
	if (ok && s.cartons.n == 0) {
		ok = err_code(err, ERR_ABSENT, "carton.unknown",
		    "there is no carton %s", code);
		err_hint(err, "Give its SSCC, 18 digits.");
	}
	ok = ok && party_find(l, s.cartons.at[0].carton.party, &p->party, err) >= 0 &&
	    name_units(l, p, err) && sort_units(l, p, err);
	shipment_done(&s);
	return ok;
}

bool
packing_of_carton(struct ledger *l, const char *code, struct packing *out,
    struct err *err)
{
	struct packing p;

	memset(&p, 0, sizeof p);
	order_init(&p.order);
	if (read_contents(l, code, &p, err)) {
		*out = p;
		return true;
	}
	packing_done(&p);
	return false;
}
