/*
 * shipment.c - what leaves together, read from the tables.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Containers are walked breadth first, each before what it holds, and the
 * units of each are read by the index on their carton.
 */
#include <string.h>
#include "base/str.h"
#include "ledger/ledger_private.h"
#include "ledger/shipment.h"

#define CONTAINERS_MAX 65536	/* more is a carton within itself */

void
shipment_init(struct shipment *s)
{
	memset(s, 0, sizeof *s);
}

void
shipment_done(struct shipment *s)
{
	vec_done(&s->cartons);
	vec_done(&s->units);
}

static struct shipment_unit *
unit_add(struct shipment *s, const struct unit *u)
{
	struct shipment_unit *to = vec_push(&s->units);

	str_copy(to->item, sizeof to->item, u->item);
	str_copy(to->serial, sizeof to->serial, u->serial);
	to->status = u->status;
	to->holds = u->holds;
	str_copy(to->made_on, sizeof to->made_on, u->made_on);
	str_copy(to->order, sizeof to->order, u->out_order);
	to->line = u->out_line;
	str_copy(to->carton, sizeof to->carton, u->carton);
	to->last_event = u->last_event;
	return to;
}

static bool
add_units(struct ledger *l, struct shipment *s, const struct shipment_carton *c,
    struct err *err)
{
	bool within = strcmp(c->outermost, c->carton.code) != 0;
	struct unit unit;
	bool ok = true;
	int rc = 0;

	if (!store_walk(l->store, Q_CARTON_UNITS, err, "i", c->carton.id))
		return false;
	while (ok && (rc = store_next(l->store, Q_CARTON_UNITS, err)) > 0) {
		ok = ledger_unit_row(l, Q_CARTON_UNITS, &unit, err);
		if (ok && within)
			str_copy(unit_add(s, &unit)->outermost, CODE_SIZE,
			    c->outermost);
		else if (ok)
			unit_add(s, &unit);
	}
	store_end(l->store, Q_CARTON_UNITS);
	return ok && rc >= 0;
}

static bool
add_children(struct ledger *l, struct shipment *s, const struct carton *parent,
    const char *outermost, struct err *err)
{
	struct carton c;
	bool ok = true;
	int rc = 0;

	if (!store_walk(l->store, Q_CARTON_CHILDREN, err, "i", parent->id))
		return false;
	while (ok && (rc = store_next(l->store, Q_CARTON_CHILDREN, err)) > 0) {
		struct shipment_carton *to;

		if (!(ok = carton_row(l, Q_CARTON_CHILDREN, &c, err)))
			break;
		to = vec_push(&s->cartons);
		to->carton = c;
		str_copy(to->outermost, sizeof to->outermost, outermost);
	}
	store_end(l->store, Q_CARTON_CHILDREN);
	return ok && rc >= 0;
}

/* The containers of a tree, from index `from` on. */
static bool
add_tree(struct ledger *l, struct shipment *s, const struct carton *root,
    struct err *err)
{
	struct shipment_carton *first = vec_push(&s->cartons);
	size_t at = s->cartons.n - 1;

	first->carton = *root;
	str_copy(first->outermost, sizeof first->outermost, root->code);
	for (; at < s->cartons.n; at++) {
		struct carton parent = s->cartons.at[at].carton;

		if (s->cartons.n > CONTAINERS_MAX) {
			err_set(err, ERR_DAMAGED, "container %s holds itself",
			    root->code);
			return err_hint(err, "'dockledger verify' says more.");
		}
		if (!add_children(l, s, &parent, root->code, err))
			return false;
	}
	return true;
}

bool
shipment_add_carton(struct ledger *l, struct shipment *s, const char *code,
    struct err *err)
{
	size_t from = s->cartons.n;
	struct carton root;
	int rc = carton_find(l, code, &root, err);

	if (rc <= 0)
		return rc == 0;
	if (!add_tree(l, s, &root, err))
		return false;
	for (size_t i = from; i < s->cartons.n; i++)
		if (!add_units(l, s, &s->cartons.at[i], err))
			return false;
	return true;
}

/* --- Of an order ---------------------------------------------------------- */

static bool
has_carton(const struct shipment *s, const char *code)
{
	for (size_t i = 0; i < s->cartons.n; i++)
		if (strcmp(s->cartons.at[i].carton.code, code) == 0)
			return true;
	return false;
}

/* Does the outermost container hold anything of another order? */
static bool
is_shared(const struct shipment *tree, const char *order)
{
	for (size_t i = 0; i < tree->cartons.n; i++) {
		const char *of = tree->cartons.at[i].carton.order;

		if (of[0] != '\0' && strcmp(of, order) != 0)
			return true;
	}
	return false;
}

static bool
leave_behind(struct ledger *l, const char *code, int64_t *n,
    char named[CODE_SIZE], struct err *err)
{
	int64_t units, cartons;

	if (!carton_count(l, code, &units, &cartons, err))
		return false;
	*n += units;
	str_copy(named, CODE_SIZE, code);
	return true;
}

/* One container of the order: it goes with all it is in, or stays. */
static bool
sort_carton(struct ledger *l, struct shipment *s, const struct carton *c,
    const char *order, struct err *err)
{
	char outermost[CODE_SIZE];
	struct shipment tree;
	bool ok, shared;

	if (has_carton(s, c->code))
		return true;
	if (!carton_outermost(l, c->code, outermost, err))
		return false;
	if (has_carton(s, outermost))
		return true;
	shipment_init(&tree);
	ok = shipment_add_carton(l, &tree, outermost, err);
	shared = ok && is_shared(&tree, order);
	shipment_done(&tree);
	if (!ok)
		return false;
	if (shared) {
		str_copy(s->left.pallet, sizeof s->left.pallet, outermost);
		return leave_behind(l, c->code, &s->left.on_shared, outermost, err);
	}
	return shipment_add_carton(l, s, outermost, err);
}

/* The containers that are for an order, in a list of their own: looking at
 * each needs the same statements. */
static bool
list_cartons(struct ledger *l, const char *order, struct shipment *out,
    struct err *err)
{
	bool ok = true;
	int64_t id;
	int rc = 0;

	if (!store_name_find(l->store, NAME_ORDER, order, &id, err))
		return false;
	if (id == 0)
		return true;
	if (!store_walk(l->store, Q_CARTON_OF_ORDER, err, "i", id))
		return false;
	while (ok && (rc = store_next(l->store, Q_CARTON_OF_ORDER, err)) > 0)
		ok = carton_row(l, Q_CARTON_OF_ORDER,
		    &vec_push(&out->cartons)->carton, err);
	store_end(l->store, Q_CARTON_OF_ORDER);
	return ok && rc >= 0;
}

static bool
add_cartons(struct ledger *l, struct shipment *s, const char *order, bool gone,
    struct err *err)
{
	struct shipment all;
	bool ok;

	shipment_init(&all);
	ok = list_cartons(l, order, &all, err);
	for (size_t i = 0; ok && i < all.cartons.n; i++) {
		const struct carton *c = &all.cartons.at[i].carton;

		if (c->kind != CARTON_CARTON ||		/* pallets come with them */
		    (c->state == CARTON_SHIPPED) != gone)
			continue;
		if (c->state == CARTON_OPEN)
			ok = leave_behind(l, c->code, &s->left.in_open,
			    s->left.carton, err);
		else
			ok = sort_carton(l, s, c, order, err);
	}
	shipment_done(&all);
	return ok;
}

static void
sort_unit(struct shipment *s, const struct unit *u)
{
	if (u->status == UNIT_ALLOCATED) {
		s->left.allocated++;
	} else if (u->status == UNIT_PICKED && u->carton[0] != '\0') {
		s->left.in_totes++;
		str_copy(s->left.tote, sizeof s->left.tote, u->carton);
	} else if (u->status == UNIT_PICKED || (u->status == UNIT_SHIPPED &&
	    u->carton[0] == '\0')) {
		unit_add(s, u);
	}
}

static bool
add_loose(struct ledger *l, struct shipment *s, const char *order,
    enum unit_status from, enum unit_status to, struct err *err)
{
	struct unit unit;
	bool ok = true;
	int64_t id;
	int rc = 0;

	if (!store_name_find(l->store, NAME_ORDER, order, &id, err))
		return false;
	if (!store_walk(l->store, Q_SHIP_ORDER_UNITS, err, "iii", id,
	    (int64_t)from, (int64_t)to))
		return false;
	while (ok && (rc = store_next(l->store, Q_SHIP_ORDER_UNITS, err)) > 0) {
		ok = ledger_unit_row(l, Q_SHIP_ORDER_UNITS, &unit, err);
		if (ok)
			sort_unit(s, &unit);
	}
	store_end(l->store, Q_SHIP_ORDER_UNITS);
	return ok && rc >= 0;
}

bool
shipment_of_order(struct ledger *l, const char *order, struct shipment *s,
    struct err *err)
{
	return add_cartons(l, s, order, false, err) &&
	    add_loose(l, s, order, UNIT_ALLOCATED, UNIT_PICKED, err);
}

bool
shipment_gone(struct ledger *l, const char *order, struct shipment *s,
    struct err *err)
{
	return add_cartons(l, s, order, true, err) &&
	    add_loose(l, s, order, UNIT_SHIPPED, UNIT_SHIPPED, err);
}
