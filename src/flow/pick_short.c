/*
 * pick_short.c - XCXSHORT: the bin does not hold what the book says.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Units of the item in that bin which are free, or promised to an order of
 * this walk, are held until the bin was counted; what they were promised for
 * gets others, where there are others.
 */
#include <string.h>
#include "base/str.h"
#include "flow/pick.h"

#define HELD_MAX 1000	/* in one act; the count finds the rest */

struct missing {
	const struct stop *stop;
	VEC(struct unit) units;
	int64_t promised, found;	/* of the orders; replaced by others */
};

static bool
is_ours(const struct pick_orders *orders, const struct unit *u)
{
	for (size_t i = 0; i < orders->n; i++)
		if (strcmp(orders->at[i].key, u->out_order) == 0)
			return true;
	return false;
}

static bool
find_units(struct flow *f, const struct pick_orders *orders, struct missing *m,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t item;
	int rc = 0;

	if (!store_name_find(s, NAME_ITEM, m->stop->item, &item, err) ||
	    !store_walk(s, Q_PICK_GONE, err, "iii", m->stop->bin_id, item,
	    (int64_t)HELD_MAX))
		return false;
	while ((rc = store_next(s, Q_PICK_GONE, err)) > 0) {
		struct unit u;

		if (!ledger_unit_row(f->l, Q_PICK_GONE, &u, err)) {
			rc = -1;
			break;
		}
		if (u.status == UNIT_ALLOCATED && !is_ours(orders, &u))
			continue;	/* its own picker will see */
		*vec_push(&m->units) = u;
	}
	store_end(s, Q_PICK_GONE);
	return rc >= 0;
}

static bool
hold(struct flow *f, const struct unit *u, struct verdict *v, struct err *err)
{
	struct event e = { .type = EV_UNIT_HELD, .subject_kind = SUBJECT_UNIT };

	str_copy(e.item, sizeof e.item, u->item);
	str_copy(e.subject, sizeof e.subject, u->serial);
	str_copy(e.body.reason, sizeof e.body.reason, hold_name(HOLD_COUNT));
	str_copy(e.body.note, sizeof e.body.note, "not found where it was to be picked");
	return flow_append(f, v, &e, err);
}

/* All are held first, so that none of them is promised again. */
static bool
hold_and_replace(struct flow *f, struct missing *m, struct verdict *v,
    struct err *err)
{
	struct booker booker = { f, v };
	struct allocation_ask ask = { .entry = (enum event_entry)f->entry,
	    .partial = true, .reason = "short", .append = flow_book, .ctx = &booker };
	char other[TEXT_SIZE];
	bool found;

	for (size_t i = 0; i < m->units.n; i++)
		if (!hold(f, &m->units.at[i], v, err))
			return false;
	for (size_t i = 0; i < m->units.n; i++) {
		if (m->units.at[i].status != UNIT_ALLOCATED)
			continue;
		if (!allocation_replace(f->l, &m->units.at[i], &ask, &found, other, err))
			return false;
		m->promised++;
		m->found += found;
	}
	return true;
}

static bool
say_short(struct flow *f, const struct pick_orders *orders,
    const struct missing *m, const char *task, struct verdict *v, struct err *err)
{
	char next[CODE_SIZE + 16] = "";
	struct walk w;

	if (!walk_read(f, orders, 1, &w, err))
		return false;
	if (w.stops.n > 0)
		str_print(next, sizeof next, "; go to %s", w.stops.at[0].bin);
	walk_done(&w);
	flow_commit_words(f, "%s short in %s", m->stop->item, m->stop->bin);
	verdict_say(v, VERDICT_DONE, "",
	    "%s short in %s: %zu held for a count, %lld of %lld promised elsewhere%s",
	    m->stop->item, m->stop->bin, m->units.n, (long long)m->found,
	    (long long)m->promised, next);
	return verdict_more(v, task, "%s asks for the count of %s.", task,
	    m->stop->bin);
}

static bool
book_short(struct flow *f, const struct pick_orders *orders,
    const struct stop *stop, struct verdict *v, struct err *err)
{
	struct missing m = { .stop = stop };
	char task[CODE_SIZE] = "";
	bool ok = find_units(f, orders, &m, err);

	if (ok && m.units.n == 0) {	/* of others only: nothing of ours is missing */
		verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "no %s of ours should be in %s", stop->item, stop->bin);
		vec_done(&m.units);
		return true;
	}
	ok = ok && hold_and_replace(f, &m, v, err) &&
	    flow_ask_count(f, v, stop->bin, stop->item, "short", false, task, err) &&
	    say_short(f, orders, &m, task, v, err);
	vec_done(&m.units);
	return ok;
}

bool
pick_short(struct flow *f, struct verdict *v, struct err *err)
{
	const char *here = flow_text(f, "bin");
	struct pick_orders orders;
	struct walk w;
	bool ok;

	if (!pick_orders(f, &orders, err) || !walk_read(f, &orders, 1, &w, err))
		return false;
	if (w.stops.n == 0) {
		ok = verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "nothing is left to pick; XCXDONE ends it");
	} else if (here[0] != '\0' && strcmp(w.stops.at[0].bin, here) != 0) {
		ok = verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "nothing is to be taken from %s; go to %s", here,
		    w.stops.at[0].bin);
	} else {
		struct stop stop = w.stops.at[0];

		ok = book_short(f, &orders, &stop, v, err);
	}
	walk_done(&w);
	return ok;
}
