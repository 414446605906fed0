/*
 * allocation_wish.c - what an order line asks for, and what it has.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/clock.h"
#include "ledger/allocation_private.h"

bool
order_goes_out(enum order_kind kind)
{
	return kind == ORDER_SO || kind == ORDER_TRANSFER;
}

int
order_of_key(struct ledger *l, const char *key, struct order *o, struct err *err)
{
	const char *colon = strchr(key, ':');
	char word[16];
	int kind;

	if (colon == NULL)
		return 0;
	str_copyn(word, sizeof word, key, (size_t)(colon - key));
	kind = order_kind_find(word);
	return kind < 0 ? 0 :
	    order_find(l, (enum order_kind)kind, colon + 1, o, err);
}

/* --- What is bound ---------------------------------------------------------- */

bool
bound_read(struct ledger *l, const char *order, int64_t line,
    struct bound *bound, struct err *err)
{
	struct store *s = l->store;
	int64_t id;
	int rc;

	memset(bound, 0, sizeof *bound);
	if (!store_name_find(s, NAME_ORDER, order, &id, err))
		return false;
	if (id == 0)
		return true;	/* nobody has spoken of it yet */
	if (!store_walk(s, Q_ALLOCATION_BOUND, err, "ii", id, line))
		return false;
	while ((rc = store_next(s, Q_ALLOCATION_BOUND, err)) > 0)
		if (!ledger_unit_row(l, Q_ALLOCATION_BOUND,
		    vec_push(&bound->list), err)) {
			rc = -1;
			break;
		}
	store_end(s, Q_ALLOCATION_BOUND);
	if (rc < 0)
		vec_done(&bound->list);
	return rc == 0;
}

bool
bound_count(struct ledger *l, const char *order, int64_t line, int64_t *n,
    int64_t *allocated, struct err *err)
{
	int64_t stages[STAGES];

	if (!ledger_line_progress(l, order, line, stages, err))
		return false;
	*n = 0;
	for (int s = STAGE_ALLOCATED; s < STAGES; s++)
		*n += stages[s];
	if (allocated != NULL)
		*allocated = stages[STAGE_ALLOCATED];
	return true;
}

/* --- The wish ------------------------------------------------------------------ */

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

bool
wish_of(struct ledger *l, const struct order *o, const struct order_line *line,
    struct wish *w, bool *known, struct err *err)
{
	struct item item;
	struct party party = { .min_remaining_days = 0 };
	int named = allocation_find(line->allocation), rc;

	memset(w, 0, sizeof *w);
	clock_today(w->today);
	str_copy(w->from, sizeof w->from, line->serial_from);
	str_copy(w->to, sizeof w->to, line->serial_to);
	w->one_lot = strcmp(line->lots, "one") == 0;
	w->rule = named < 0 ? ALLOC_FIFO : (enum allocation)named;
	rc = item_find(l, line->item, &item, err);
	*known = rc > 0;
	if (rc < 0 || (o->party[0] != '\0' && party_find(l, o->party, &party, err) < 0))
		return false;
	if (rc == 0)
		return true;
	if (named < 0)
		w->rule = item.allocation;
	w->min_days = later(0, later(item.min_remaining_days,
	    party.min_remaining_days));
	return true;
}

static bool
wish_lot(struct ledger *l, const struct order *o, const struct order_line *line,
    struct wish *w, struct err *err)
{
	struct bound bound;

	if (!bound_read(l, o->key, line->line, &bound, err))
		return false;
	for (size_t i = 0; i < bound.list.n && w->lot[0] == '\0'; i++)
		str_copy(w->lot, sizeof w->lot, bound.list.at[i].lot);
	vec_done(&bound.list);
	return true;
}

bool
allocation_wish(struct ledger *l, const struct order *o,
    const struct order_line *line, struct wish *w, struct err *err)
{
	int64_t bound;
	bool known;

	if (!wish_of(l, o, line, w, &known, err) ||
	    !bound_count(l, o->key, line->line, &bound, NULL, err))
		return false;
	if (!known)
		return err_code(err, ERR_ABSENT, "item.unknown",
		    "there is no item %s", line->item);
	w->want = later(0, line->qty - bound);
	return !w->one_lot || bound == 0 || wish_lot(l, o, line, w, err);
}

/* --- One unit ------------------------------------------------------------------- */

/* Its bin; one that is not defined is a place like any other. */
static bool
bin_of(struct ledger *l, const struct unit *u, struct bin *bin, struct err *err)
{
	memset(bin, 0, sizeof *bin);
	return u->bin[0] == '\0' || bin_find(l, u->bin, bin, err) >= 0;
}

bool
promise_holds(struct ledger *l, const struct wish *w, const struct unit *u,
    const char **why, struct err *err)
{
	enum unfit unfit = candidate_unfit(w, u->expires_on);
	struct bin bin;

	if (!bin_of(l, u, &bin, err))
		return false;
	*why = u->holds != 0 ? "hold" : unfit == UNFIT_EXPIRED ? "expired" :
	    unfit == UNFIT_LIFE ? "life" : !bin_kind_pickable(bin.kind) ? "bin" : "";
	return true;
}

static bool
why_words(struct ledger *l, const struct unit *u, const struct order *o,
    char *out, size_t size, struct err *err)
{
	const struct order_line *line = order_line_of(o, u->out_line);
	struct candidate c;
	struct bin bin;
	struct wish w;
	bool known;

	if (line == NULL)
		return true;
	if (!wish_of(l, o, line, &w, &known, err) || !bin_of(l, u, &bin, err))
		return false;
	memset(&c, 0, sizeof c);
	str_copy(c.serial, sizeof c.serial, u->serial);
	str_copy(c.bin, sizeof c.bin, u->bin);
	str_copy(c.lot, sizeof c.lot, u->lot);
	str_copy(c.made_on, sizeof c.made_on, u->made_on);
	str_copy(c.expires_on, sizeof c.expires_on, u->expires_on);
	c.sequence = bin.sequence;
	c.received_at = u->received_at;
	candidate_why(&w, &c, out, size);
	return true;
}

bool
allocation_why(struct ledger *l, const struct unit *u, char *out, size_t size,
    struct err *err)
{
	struct order o;
	bool ok = true;
	int rc;

	out[0] = '\0';
	order_init(&o);
	rc = order_of_key(l, u->out_order, &o, err);
	if (rc > 0)
		ok = why_words(l, u, &o, out, size, err);
	order_done(&o);
	return ok && rc >= 0;
}
