/*
 * pick_unit.c - a unit in the picker's hand: may it be taken?
 * SPDX-License-Identifier: Apache-2.0
 *
 * The checks stand in one table, in the order in which a person wants to hear
 * of them: what it is, whether it is wanted, what is wrong with it, where it
 * should be, who else wants it.
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/pick.h"

struct trial {
	struct flow *f;
	const struct pick_orders *orders;
	const struct unit *u;
	struct pick_choice *c;
	bool ok;
};

static const char *
key_of(const struct trial *t)
{
	return t->orders->at[t->c->order].key;
}

static bool
is_out(const struct unit *u)
{
	return u->status == UNIT_PICKED || u->status == UNIT_PACKED ||
	    u->status == UNIT_SHIPPED;
}

static bool
is_of_order(const struct trial *t)
{
	for (size_t i = 0; i < t->orders->n; i++)
		if (strcmp(t->orders->at[i].key, t->u->out_order) == 0)
			return true;
	return false;
}

/* --- Done before ------------------------------------------------------------ */

static bool
last_act(void *ctx, const struct event *e, bool undone)
{
	struct event *out = ctx;

	if (!undone && (e->type == EV_UNIT_PICKED || e->type == EV_UNIT_PACKED ||
	    e->type == EV_UNIT_SHIPPED))
		*out = *e;
	return true;
}

static bool
not_done_before(struct trial *t, struct verdict *v, struct err *err)
{
	struct event e = { .at = 0 };
	char when[17];

	if (!is_out(t->u) || !is_of_order(t))
		return true;
	if (!ledger_history(t->f->l, t->u->item, t->u->serial, last_act, &e, err))
		return false;
	clock_local(e.at, when);
	verdict_say(v, VERDICT_WARN, "unit.already-done",
	    "%s of %s was %s for %s at %s by %s", t->u->serial, t->u->item,
	    unit_status_name(t->u->status), t->u->out_order, when, e.operator);
	verdict_more(v, "", "%s", t->u->status == UNIT_PICKED ?
	    "Nothing was added. XCXNO takes it back out of the order." :
	    "Nothing was added.");
	t->f->subject = *t->u;
	t->f->has_subject = true;
	t->ok = false;
	return true;
}

/* --- Is it wanted ------------------------------------------------------------ */

/* What is wanted where one stands, or next. */
static bool
wanted_words(const struct trial *t, char *out, size_t size, struct err *err)
{
	struct walk w;

	out[0] = '\0';
	if (!walk_read(t->f, t->orders, 1, &w, err))
		return false;
	if (w.stops.n > 0)
		walk_words(&w, 0, NULL, out, size);
	walk_done(&w);
	return true;
}

static bool
is_wanted(struct trial *t, struct verdict *v, struct err *err)
{
	char wanted[120];

	if (t->c->rank != RANK_NONE)
		return true;
	t->ok = false;
	if (!wanted_words(t, wanted, sizeof wanted, err))
		return false;
	verdict_say(v, VERDICT_REFUSE, "unit.wrong-item",
	    "%s is %s, which is not on %s%s%s", t->u->serial, t->u->item,
	    t->orders->n > 1 ? "any order of the batch" : t->orders->at[0].key,
	    wanted[0] != '\0' ? "; wanted is " : "", wanted);
	return verdict_more(v, wanted, "Put it back where you took it.");
}

static bool
is_short_of_it(struct trial *t, struct verdict *v, struct err *err)
{
	(void)err;
	if (t->c->rank >= RANK_SWAP)
		return true;
	if (t->c->rank == RANK_OVER) {
		t->ok = flow_allowed(t->f, v, "order.over",
		    "%s: %lld of %lld %s are picked, within the tolerance",
		    key_of(t), (long long)t->c->gone, (long long)t->c->qty, t->u->item);
		return true;
	}
	t->ok = false;
	verdict_say(v, VERDICT_REFUSE, "order.over",
	    "%s: all %lld of %s are picked already", key_of(t),
	    (long long)t->c->qty, t->u->item);
	return verdict_more(v, "", "Put it back where you took it.");
}

/* --- What is wrong with it ---------------------------------------------------- */

static bool
is_not_held(struct trial *t, struct verdict *v, struct err *err)
{
	char holds[64];
	struct bin bin;
	bool found;

	if (t->u->holds == 0)
		return true;
	t->ok = false;
	if (!bin_first_of(t->f, BIN_QUARANTINE, &bin, &found, err))
		return false;
	holds_words(t->u->holds, holds, sizeof holds);
	verdict_say(v, VERDICT_REFUSE, "unit.on-hold", "%s of %s is on hold: %s",
	    t->u->serial, t->u->item, holds);
	return verdict_more(v, holds, found ? "Take it to %s, and pick another." :
	    "Put it aside and call a supervisor%s.", found ? bin.code : "");
}

static bool
is_of_the_lot(struct trial *t, const struct wish *w, struct verdict *v)
{
	if (t->c->rank == RANK_PROMISED || w->lot[0] == '\0' ||
	    strcmp(w->lot, t->u->lot) == 0)
		return true;
	verdict_say(v, VERDICT_REFUSE, "unit.wrong-lot",
	    "%s is of %s%s; line %lld takes a single lot, %s", t->u->serial,
	    t->u->lot[0] != '\0' ? "lot " : "no lot", t->u->lot,
	    (long long)t->c->line, w->lot);
	t->ok = false;
	return verdict_more(v, w->lot, "Take one of lot %s.", w->lot);
}

static bool
is_fresh(struct trial *t, struct verdict *v, struct err *err)
{
	const struct pick_order *order = &t->orders->at[t->c->order];
	struct order_line line;
	enum unfit unfit;
	struct wish w;

	if (!pick_line(t->f, order, t->c->line, &line, err))
		return false;
	if (t->u->expires_on[0] == '\0' && strcmp(line.lots, "one") != 0)
		return true;
	if (!pick_wish(t->f, order, &line, &w, err))
		return false;
	unfit = candidate_unfit(&w, t->u->expires_on);
	if (unfit == UNFIT_NONE)
		return is_of_the_lot(t, &w, v);
	t->ok = unfit == UNFIT_EXPIRED ? flow_allowed(t->f, v, "unit.expired",
	    "%s of %s expired on %s", t->u->serial, t->u->item, t->u->expires_on) :
	    flow_allowed(t->f, v, "unit.expired",
	    "%s of %s expires on %s; %s wants %lld days of life", t->u->serial,
	    t->u->item, t->u->expires_on, key_of(t), (long long)w.min_days);
	return !t->ok || is_of_the_lot(t, &w, v);
}

/* --- Whose it is, and where it should be --------------------------------------- */

static bool
is_not_anothers(struct trial *t, struct verdict *v, struct err *err)
{
	const struct unit *u = t->u;
	char where[220];

	(void)err;
	if ((u->status != UNIT_ALLOCATED && !is_out(u)) || u->out_order[0] == '\0' ||
	    is_of_order(t))
		return true;
	t->ok = false;
	unit_where_words(t->f, u, where, sizeof where);
	verdict_say(v, VERDICT_REFUSE, "unit.wrong-status", "%s of %s is %s %s",
	    u->serial, u->item, u->status == UNIT_ALLOCATED ? "promised to" :
	    u->status == UNIT_PICKED ? "picked for" : u->status == UNIT_PACKED ?
	    "packed for" : "shipped on", u->out_order);
	return verdict_more(v, where, "Put it back and take another.");
}

static bool
may_be_picked(struct trial *t, struct verdict *v, struct err *err)
{
	char code[32], where[220];

	(void)err;
	if (unit_may(t->u, EV_UNIT_PICKED, code))
		return true;
	t->ok = false;
	unit_where_words(t->f, t->u, where, sizeof where);
	verdict_say(v, VERDICT_REFUSE, code, "%s of %s is %s", t->u->serial,
	    t->u->item, where);
	return verdict_more(v, where, "%s", t->u->status == UNIT_EXPECTED ?
	    "Receive it first." : "Put it aside and call a supervisor.");
}

/* The book is wrong about one of the bins: both are counted. */
static bool
is_here(struct trial *t, struct verdict *v, struct err *err)
{
	const char *here = flow_text(t->f, "bin");

	if (strcmp(t->u->bin, here) == 0)
		return true;
	t->ok = false;
	if (!flow_ask_count(t->f, v, here, t->u->item, "wrong-place", true, NULL,
	    err) || (t->u->bin[0] != '\0' && !flow_ask_count(t->f, v, t->u->bin,
	    t->u->item, "wrong-place", true, NULL, err)))
		return false;
	verdict_say(v, VERDICT_REFUSE, "unit.wrong-place",
	    "%s of %s should be in %s, not in %s; both bins will be counted",
	    t->u->serial, t->u->item,
	    t->u->bin[0] != '\0' ? t->u->bin : "no bin", here);
	return verdict_more(v, t->u->bin, "Leave it there and take another.");
}

static bool
nobody_has_it(struct trial *t, struct verdict *v, struct err *err)
{
	struct flow_unfinished who;
	bool held;

	if (!job_holds_unit(t->f, t->u->item, t->u->serial, &who, &held, err))
		return false;
	t->ok = !held || flow_confirmed(t->f, v, "work.taken",
	    "%s is in the hands of %s at %s", t->u->serial, who.operator,
	    who.terminal);
	return !held || !t->ok ||
	    job_take_unit(t->f, who.job, t->u->item, t->u->serial, err);
}

/* --- A free one instead ----------------------------------------------------------- */

static bool
is_spare(struct trial *t, struct verdict *v, struct err *err)
{
	int64_t soft, spare;

	if (!allocation_soft(t->f->l, key_of(t), t->c->line, &soft, err))
		return false;
	if (soft > 0)
		return true;
	if (!allocation_free(t->f->l, t->u->item, key_of(t), &spare, err))
		return false;
	if (spare > 0)
		return true;
	t->ok = false;
	verdict_say(v, VERDICT_REFUSE, "unit.wrong-status",
	    "all %s that are left are promised to other orders", t->u->item);
	return verdict_more(v, "", "Put it back where you took it.");
}

static bool
is_the_one(struct trial *t, struct verdict *v, struct err *err)
{
	if (t->c->rank == RANK_PROMISED)
		return true;
	if (t->c->rank == RANK_OPEN || t->c->rank == RANK_OVER)
		return is_spare(t, v, err);
	t->ok = flow_confirmed(t->f, v, "unit.swap",
	    "%s instead of %s? It is free too, but not the one that was promised",
	    t->u->serial, t->c->replaces);
	if (!t->ok)
		str_print(v->detail, sizeof v->detail, "%s: %s -> %s", key_of(t),
		    t->c->replaces, t->u->serial);
	return true;
}

static bool (*const checks[])(struct trial *, struct verdict *, struct err *) = {
	not_done_before, is_wanted, is_short_of_it, is_not_held, is_fresh,
	is_not_anothers, may_be_picked, is_here, nobody_has_it, is_the_one,
};

bool
pick_decide(struct flow *f, const struct pick_orders *orders,
    const struct unit *u, struct pick_choice *c, bool *ok, struct verdict *v,
    struct err *err)
{
	struct trial t = { f, orders, u, c, true };
	int64_t bin;

	*ok = false;
	if (!pick_bin(f, &bin, err) || !pick_choose(f, orders, u, bin, c, err))
		return false;
	for (size_t i = 0; t.ok && i < sizeof checks / sizeof checks[0]; i++)
		if (!checks[i](&t, v, err))
			return false;
	*ok = t.ok;
	return true;
}

static bool
one_unit(const struct meaning *m, struct verdict *v)
{
	char items[160] = "";

	if (m->n_units == 1)
		return true;
	for (size_t i = 0; i < m->n_units; i++) {
		size_t len = strlen(items);

		str_print(items + len, sizeof items - len, "%s%s", i > 0 ? ", " : "",
		    m->units[i].item);
	}
	verdict_say(v, VERDICT_REFUSE, "scan.ambiguous",
	    "several items bear the serial %s: %s", m->serial, items);
	return !verdict_more(v, items, "Scan the label that holds the GTIN too.");
}

bool
pick_take_unit(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	struct pick_orders orders;
	struct pick_choice choice;
	struct value *value;
	bool ok;

	if (!one_unit(m, v))
		return true;
	if (!pick_orders(f, &orders, err) ||
	    !pick_decide(f, &orders, &m->units[0], &choice, &ok, v, err))
		return false;
	if (!ok)
		return true;
	f->choice = choice;
	value = flow_fill(f, slot, m->units[0].serial, "");
	str_copy(value->item, sizeof value->item, m->units[0].item);
	str_copy(value->where, sizeof value->where, m->units[0].bin);
	str_copy(value->note, sizeof value->note, orders.at[choice.order].key);
	return verdict_say(v, VERDICT_OK, "", "%s of %s for %s", value->code,
	    value->item, value->note);
}
