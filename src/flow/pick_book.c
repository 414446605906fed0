/*
 * pick_book.c - the act of a pick, and putting back what was picked.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The unit is judged again in the transaction that books it: in a batch its
 * tote came one scan later, and others may have worked meanwhile.
 */
#include <string.h>
#include "base/str.h"
#include "flow/pick.h"

static bool
drop_promise(struct flow *f, const struct pick_order *order,
    const struct unit *u, const struct pick_choice *c, struct verdict *v,
    struct err *err)
{
	struct event e = { .type = EV_UNIT_DEALLOCATED, .subject_kind = SUBJECT_UNIT };

	str_copy(e.item, sizeof e.item, u->item);
	str_copy(e.subject, sizeof e.subject, c->replaces);
	str_copy(e.body.order, sizeof e.body.order, order->key);
	e.body.line = c->line;
	str_copy(e.body.reason, sizeof e.body.reason, "swap");
	return flow_append(f, v, &e, err);
}

static bool
picked_event(struct flow *f, const struct pick_order *order,
    const struct unit *u, const struct pick_choice *c, const char *tote,
    struct event *e, struct err *err)
{
	struct event_body *b = &e->body;
	struct bin stage;
	bool found;

	if (!bin_first_of(f, BIN_STAGE, &stage, &found, err))
		return false;
	memset(e, 0, sizeof *e);
	e->type = EV_UNIT_PICKED;
	e->subject_kind = SUBJECT_UNIT;
	str_copy(e->item, sizeof e->item, u->item);
	str_copy(e->subject, sizeof e->subject, u->serial);
	str_copy(b->order, sizeof b->order, order->key);
	b->line = c->line;
	str_copy(b->from, sizeof b->from, u->bin);
	str_copy(b->bin, sizeof b->bin, found ? stage.code : u->bin);
	str_copy(b->carton, sizeof b->carton, tote);
	if (c->replaces[0] != '\0') {
		str_copy(b->replaces, sizeof b->replaces, c->replaces);
		str_copy(b->reason, sizeof b->reason, "swap");
	}
	return true;
}

/* What comes after: is the bin empty, where to go. */
static bool
say_next(struct flow *f, const struct pick_orders *orders, const struct unit *u,
    char *out, size_t size, struct err *err)
{
	int64_t left, bin, qty, picked;
	struct walk w;
	bool more;

	if (!ledger_bin_units(f->l, u->bin, &left, err) || !pick_bin(f, &bin, err) ||
	    !walk_is_stop(f, orders, bin, &more, err))
		return false;
	if (left == 0) {
		str_copy(f->picking.emptied, sizeof f->picking.emptied, u->bin);
		str_print(out, size, "; is %s empty now?", u->bin);
	}
	if (more)
		return true;
	if (!walk_read(f, orders, 1, &w, err))
		return false;
	if (w.stops.n > 0 && strcmp(w.stops.at[0].bin, u->bin) != 0)
		str_print(f->picking.prompt, sizeof f->picking.prompt,
		    "GO TO %s", w.stops.at[0].bin);
	more = w.stops.n > 0;
	walk_done(&w);
	if (more)
		return true;
	if (!pick_totals(f, orders, &qty, &picked, err))
		return false;
	str_copy(f->picking.prompt, sizeof f->picking.prompt, picked >= qty ?
	    "ALL IS PICKED: XCXDONE" : "NOTHING IS LEFT: XCXDONE");
	return true;
}

bool
pick_book(struct flow *f, const struct pick_orders *orders, const struct unit *u,
    const struct pick_choice *c, const char *tote, struct verdict *v,
    struct err *err)
{
	const struct pick_order *order = &orders->at[c->order];
	bool swap = c->rank == RANK_SWAP || c->rank == RANK_SWAP_HERE;
	char next[CODE_SIZE + 24] = "";
	struct event e;

	if ((tote[0] != '\0' && !tote_begin(f, tote, order->key, v, err)) ||
	    (swap && !drop_promise(f, order, u, c, v, err)) ||
	    !picked_event(f, order, u, c, tote, &e, err) ||
	    !flow_append(f, v, &e, err))
		return false;
	flow_commit_words(f, "picked %s of %s for %s", u->serial, u->item,
	    order->key);
	f->has_subject = ledger_unit(f->l, u->item, u->serial, &f->subject, err) > 0;
	if (!f->has_subject || !say_next(f, orders, u, next, sizeof next, err))
		return false;
	verdict_say(v, VERDICT_DONE, "", "%s of %s picked for %s%s%s%s%s, %lld of %lld%s",
	    u->serial, u->item, order->key, swap ? " instead of " : "",
	    swap ? c->replaces : "", tote[0] != '\0' ? ", in " : "", tote,
	    (long long)c->gone + 1, (long long)c->qty, next);
	if (next[0] == '\0')
		return true;
	return verdict_more(v, "", "XCXNO: it is not empty, and will be counted. "
	    "Any other scan: it is.");
}

/* As it was judged by this scan, or judged now. */
static bool
choice_now(struct flow *f, const struct pick_orders *orders, struct unit *u,
    struct pick_choice *c, bool *ok, struct verdict *v, struct err *err)
{
	const struct value *unit = flow_value(f, "unit");

	*ok = true;
	*c = f->choice;
	return ledger_unit(f->l, unit->item, unit->code, u, err) > 0 &&
	    (c->rank != RANK_NONE || pick_decide(f, orders, u, c, ok, v, err));
}

/* pick: the unit is the last slot. */
bool
pick_commit(struct flow *f, struct verdict *v, struct err *err)
{
	const char *tote = f->picking.tote;
	struct pick_orders orders;
	struct pick_choice choice;
	struct unit u;
	bool ok;

	if (!pick_orders(f, &orders, err) ||
	    !choice_now(f, &orders, &u, &choice, &ok, v, err))
		return false;
	if (!ok)
		return true;
	if (strcmp(tote, TOTE_WANTED) == 0) {
		verdict_say(v, VERDICT_REFUSE, "carton.unknown",
		    "the tote was put down: which one does %s go into?", u.serial);
		return verdict_more(v, "", "Scan the label of a new tote first.");
	}
	if (tote[0] != '\0' && !tote_fits(f, tote, orders.at[choice.order].key, &ok,
	    v, err))
		return false;
	return !ok || pick_book(f, &orders, &u, &choice, tote, v, err);
}

/* cluster: the unit was judged when it was scanned, and is again. */
bool
cluster_commit(struct flow *f, struct verdict *v, struct err *err)
{
	struct pick_orders orders;
	struct pick_choice choice;
	struct unit u;
	bool ok;

	str_copy(f->confirmed, sizeof f->confirmed, f->picking.had);
	str_copy(f->allowed, sizeof f->allowed, f->picking.allowed);
	str_copy(f->allowed_last, sizeof f->allowed_last, f->picking.allowed_last);
	str_copy(f->allowed_by.badge, sizeof f->allowed_by.badge,
	    f->picking.allowed_by);
	str_copy(f->allowed_reason, sizeof f->allowed_reason,
	    f->picking.allowed_reason);
	if (!pick_orders(f, &orders, err) ||
	    !choice_now(f, &orders, &u, &choice, &ok, v, err))
		return false;
	return !ok || pick_book(f, &orders, &u, &choice, flow_text(f, "tote"), v,
	    err);
}

/* --- Putting back ------------------------------------------------------------- */

static bool
last_pick(void *ctx, const struct event *e, bool undone)
{
	struct event *out = ctx;

	if (!undone && e->type == EV_UNIT_PICKED)
		*out = *e;
	return true;
}

bool
pick_put_back(struct flow *f, struct verdict *v, struct err *err)
{
	struct event pick = { .at = 0 };
	struct event e = { .type = EV_UNIT_UNPICKED, .subject_kind = SUBJECT_UNIT };
	struct unit u;
	char code[32];
	int rc = ledger_unit(f->l, f->subject.item, f->subject.serial, &u, err);

	if (rc < 0 || !ledger_history(f->l, f->subject.item, f->subject.serial,
	    last_pick, &pick, err))
		return false;
	if (rc == 0 || !unit_may(&u, EV_UNIT_UNPICKED, code)) {
		verdict_say(v, VERDICT_REFUSE, "unit.wrong-status", "%s of %s is %s",
		    f->subject.serial, f->subject.item, unit_status_name(u.status));
		return verdict_more(v, "", "What is packed is taken out where it is packed.");
	}
	str_copy(e.item, sizeof e.item, u.item);
	str_copy(e.subject, sizeof e.subject, u.serial);
	str_copy(e.body.order, sizeof e.body.order, u.out_order);
	e.body.line = u.out_line;
	str_copy(e.body.carton, sizeof e.body.carton, u.carton);
	str_copy(e.body.from, sizeof e.body.from, u.bin);
	str_copy(e.body.bin, sizeof e.body.bin, pick.body.from[0] != '\0' ?
	    pick.body.from : u.bin);
	if (!flow_append(f, v, &e, err))
		return false;
	flow_commit_words(f, "%s of %s put back", u.serial, u.item);
	f->has_subject = ledger_unit(f->l, u.item, u.serial, &f->subject, err) > 0;
	return f->has_subject && verdict_say(v, VERDICT_DONE, "",
	    "%s of %s is off %s again: put it back into %s", u.serial, u.item,
	    e.body.order, e.body.bin);
}
