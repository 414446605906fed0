/*
 * allocation_back.c - promises taken back, and given to another unit.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What shall go is read whole before the first event changes the index that
 * was read by.
 */
#include <string.h>
#include "ledger/allocation_private.h"

bool
allocation_drop(struct ledger *l, const struct unit *u,
    const struct allocation_ask *ask, struct err *err)
{
	struct event e = { .type = EV_UNIT_DEALLOCATED,
	    .subject_kind = SUBJECT_UNIT };

	str_copy(e.item, sizeof e.item, u->item);
	str_copy(e.subject, sizeof e.subject, u->serial);
	str_copy(e.body.order, sizeof e.body.order, u->out_order);
	e.body.line = u->out_line;
	str_copy(e.body.reason, sizeof e.body.reason,
	    ask->reason == NULL || ask->reason[0] == '\0' ? "deallocated" :
	    ask->reason);
	return allocation_append(l, ask, &e, err);
}

/* --- All of an order -------------------------------------------------------- */

static bool
drop_units(struct ledger *l, const struct order *o,
    const struct allocation_ask *ask, struct err *err)
{
	struct bound bound;
	bool ok = true;

	if (!bound_read(l, o->key, ask->line, &bound, err))
		return false;
	for (size_t i = 0; ok && i < bound.list.n; i++)
		ok = bound.list.at[i].status != UNIT_ALLOCATED ||
		    allocation_drop(l, &bound.list.at[i], ask, err);
	vec_done(&bound.list);
	return ok;
}

struct soft { int64_t line, qty; };

static bool
drop_promises(struct ledger *l, const struct order *o,
    const struct allocation_ask *ask, struct err *err)
{
	VEC(struct soft) list = { 0 };
	struct store *s = l->store;
	bool ok = true;
	int64_t id;
	int rc;

	if (!store_name_find(s, NAME_ORDER, o->key, &id, err) ||
	    !store_walk(s, Q_ALLOCATION_PROMISES, err, "i", id))
		return false;
	while ((rc = store_next(s, Q_ALLOCATION_PROMISES, err)) > 0)
		*vec_push(&list) = (struct soft){
		    store_int(s, Q_ALLOCATION_PROMISES, 0),
		    store_int(s, Q_ALLOCATION_PROMISES, 1) };
	for (size_t i = 0; rc == 0 && ok && i < list.n; i++)
		ok = (ask->line != 0 && ask->line != list.at[i].line) ||
		    allocation_promise(l, ask, o->key, list.at[i].line, 0, err);
	vec_done(&list);
	return ok && rc == 0;
}

bool
order_deallocate(struct ledger *l, const struct order *o,
    const struct allocation_ask *ask, struct err *err)
{
	return drop_units(l, o, ask, err) && drop_promises(l, o, ask, err);
}

/* --- Another unit instead ------------------------------------------------------ */

/* The best unit for one piece more of the line, but this one. */
static bool
choose_one(struct ledger *l, const struct wish *w, const struct order *o,
    const struct unit *gone, int64_t item, char serial[TEXT_SIZE],
    struct err *err)
{
	const struct candidate *const *choice;
	struct serials but = { 0 };
	struct claims claims;
	struct stock_count n;
	struct chooser *chooser;
	bool ok;

	serial[0] = '\0';
	if (!stock_settle(l, err) || !claims_read(l, &claims, err))
		return false;
	serials_add(&but, gone->serial);
	chooser = chooser_new(w);
	ok = stock_offer(l, item, w, &but, chooser, &n, err);
	if (ok && chooser_choice(chooser, &choice) > 0 && n.fit >
	    claims_of(&claims, item, o->id, gone->out_line))
		str_copy(serial, TEXT_SIZE, choice[0]->serial);
	chooser_free(chooser);
	serials_done(&but);
	vec_done(&claims.list);
	return ok;
}

static bool
promise_instead(struct ledger *l, const struct unit *gone, const char *serial,
    const struct allocation_ask *ask, struct err *err)
{
	struct event e = { .type = EV_UNIT_ALLOCATED, .subject_kind = SUBJECT_UNIT };

	str_copy(e.item, sizeof e.item, gone->item);
	str_copy(e.subject, sizeof e.subject, serial);
	str_copy(e.body.order, sizeof e.body.order, gone->out_order);
	e.body.line = gone->out_line;
	str_copy(e.body.replaces, sizeof e.body.replaces, gone->serial);
	str_copy(e.body.reason, sizeof e.body.reason,
	    ask->reason == NULL ? "" : ask->reason);
	return allocation_append(l, ask, &e, err);
}

static bool
replace_on(struct ledger *l, const struct order *o, const struct unit *gone,
    const struct allocation_ask *ask, char serial[TEXT_SIZE], struct err *err)
{
	const struct order_line *line = order_line_of(o, gone->out_line);
	struct wish w;
	int64_t item;

	if ((o->state != ORDER_OPEN && o->state != ORDER_HELD) || line == NULL ||
	    strcmp(line->item, gone->item) != 0)
		return true;
	if (!allocation_wish(l, o, line, &w, err) ||
	    !store_name_find(l->store, NAME_ITEM, line->item, &item, err))
		return false;
	if (w.want == 0)
		return true;
	w.want = 1;
	return choose_one(l, &w, o, gone, item, serial, err) &&
	    (serial[0] == '\0' || promise_instead(l, gone, serial, ask, err));
}

bool
allocation_replace(struct ledger *l, const struct unit *gone,
    const struct allocation_ask *ask, bool *found, char new_serial[TEXT_SIZE],
    struct err *err)
{
	struct unit now;
	struct order o;
	bool ok;
	int rc;

	*found = false;
	new_serial[0] = '\0';
	if (gone->out_order[0] == '\0')
		return true;
	rc = ledger_unit(l, gone->item, gone->serial, &now, err);
	if (rc < 0 || (rc > 0 && now.status == UNIT_ALLOCATED &&
	    strcmp(now.out_order, gone->out_order) == 0 &&
	    !allocation_drop(l, &now, ask, err)))
		return false;
	order_init(&o);
	rc = order_of_key(l, gone->out_order, &o, err);
	ok = rc >= 0 && (rc == 0 || replace_on(l, &o, gone, ask, new_serial, err));
	order_done(&o);
	*found = new_serial[0] != '\0';
	return ok;
}

/* --- A line that shall be smaller ------------------------------------------------- */

/* Which of the promised units the rule would keep; held ones go first. */
static struct chooser *
keep_best(const struct wish *w, const struct bound *bound)
{
	struct chooser *chooser = chooser_new(w);

	for (size_t i = 0; i < bound->list.n; i++) {
		const struct unit *u = &bound->list.at[i];
		struct candidate c;

		if (u->status != UNIT_ALLOCATED || u->holds != 0)
			continue;
		memset(&c, 0, sizeof c);
		str_copy(c.serial, sizeof c.serial, u->serial);
		str_copy(c.bin, sizeof c.bin, u->bin);
		str_copy(c.made_on, sizeof c.made_on, u->made_on);
		str_copy(c.expires_on, sizeof c.expires_on, u->expires_on);
		c.received_at = u->received_at;
		chooser_offer(chooser, &c);
	}
	return chooser;
}

static bool
drop_above(struct ledger *l, const struct wish *w, const struct bound *bound,
    const struct allocation_ask *ask, struct err *err)
{
	const struct candidate *const *choice;
	struct chooser *chooser = keep_best(w, bound);
	struct serials keep = { 0 };
	size_t n = chooser_choice(chooser, &choice);
	bool ok = true;

	for (size_t i = 0; i < n; i++)
		serials_add(&keep, choice[i]->serial);
	serials_sort(&keep);
	for (size_t i = 0; ok && i < bound->list.n; i++)
		ok = bound->list.at[i].status != UNIT_ALLOCATED ||
		    serials_have(&keep, bound->list.at[i].serial) ||
		    allocation_drop(l, &bound->list.at[i], ask, err);
	serials_done(&keep);
	chooser_free(chooser);
	return ok;
}

static bool
shrink_units(struct ledger *l, const struct order *o,
    const struct order_line *line, int64_t keep, const struct allocation_ask *ask,
    struct err *err)
{
	struct bound bound;
	struct wish w;
	bool known, ok;

	if (!wish_of(l, o, line, &w, &known, err) ||
	    !bound_read(l, o->key, line->line, &bound, err))
		return false;
	if (w.rule == ALLOC_MANUAL)
		w.rule = ALLOC_FIFO;
	w.one_lot = false;	/* what is promised is of one lot already */
	w.want = keep;
	ok = drop_above(l, &w, &bound, ask, err);
	vec_done(&bound.list);
	return ok;
}

bool
allocation_shrink(struct ledger *l, const struct order *o,
    const struct order_line *line, int64_t qty, const struct allocation_ask *ask,
    struct err *err)
{
	int64_t bound, allocated, promised, keep;

	if (!bound_count(l, o->key, line->line, &bound, &allocated, err) ||
	    !order_promised(l, o->key, line->line, &promised, err))
		return false;
	keep = qty - (bound - allocated);
	if (keep < 0)
		keep = 0;
	return (allocated <= keep ||
	    shrink_units(l, o, line, keep, ask, err)) &&
	    (promised <= qty ||
	    allocation_promise(l, ask, o->key, line->line, qty, err));
}
