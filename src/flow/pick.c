/*
 * pick.c - units for one order, taken from the bins in the order of the walk.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The order is promised what it wants when it is scanned; then the bin is
 * confirmed, then each unit in it.  What is asked in passing (is the bin empty
 * now?) does not wait: any other scan says yes.
 */
#include <string.h>
#include "base/str.h"
#include "flow/pick.h"

static const struct slot_def slots[] = {
	{ "order", ACCEPT_ORDER, true }, { "bin", ACCEPT_BIN, true },
	{ "unit", ACCEPT_UNIT, true },
};
static const char *const columns[] = { "line", "item", "name", "bin", "picked",
    "of", NULL };

/* --- Slots ------------------------------------------------------------------ */

/* What was asked in passing is answered by going on. */
static void
go_on(struct flow *f)
{
	f->picking.emptied[0] = f->picking.prompt[0] = '\0';
}

static bool
order_is_there(struct flow *f, struct verdict *v)
{
	if (flow_value(f, "order") != NULL)
		return true;
	verdict_say(v, VERDICT_REFUSE, "order.unknown",
	    "what is picked? The order comes first");
	return !verdict_more(v, "", "Scan the order.");
}

static bool
say_bin(struct flow *f, const struct pick_orders *orders, const struct bin *bin,
    bool is_stop, struct verdict *v, struct err *err)
{
	char what[160];
	struct walk w;

	if (!(is_stop ? walk_read_bin(f, orders, bin, &w, err) :
	    walk_read(f, orders, 1, &w, err)))
		return false;
	if (w.stops.n == 0) {
		verdict_say(v, VERDICT_OK, "", "%s: nothing is left to pick; XCXDONE "
		    "ends it", bin->code);
	} else if (strcmp(w.stops.at[0].bin, bin->code) != 0) {
		verdict_say(v, VERDICT_OK, "", "%s: nothing is promised here; go to %s",
		    bin->code, w.stops.at[0].bin);
	} else {
		walk_words(&w, 0, orders->n > 1 ? orders : NULL, what, sizeof what);
		verdict_say(v, VERDICT_OK, "", "%s: take %s", bin->code, what);
	}
	walk_done(&w);
	return true;
}

bool
pick_take_bin(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	struct pick_orders orders;
	bool stop;

	if (!pick_orders(f, &orders, err) ||
	    !walk_is_stop(f, &orders, m->bin.id, &stop, err))
		return false;
	if (!stop && !bin_kind_pickable(m->bin.kind)) {
		verdict_say(v, VERDICT_REFUSE, "bin.kind",
		    "%s is a %s bin; nothing is picked from it", m->bin.code,
		    bin_kind_name(m->bin.kind));
		return verdict_more(v, "", "Take one of the suggested bins.");
	}
	flow_fill(f, slot, m->bin.code, m->bin.zone);
	return say_bin(f, &orders, &m->bin, stop, v, err);
}

static bool
take(struct flow *f, size_t slot, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	const char *name = f->form->slots[slot].name;

	go_on(f);
	if (strcmp(name, "order") == 0)
		return pick_take_order(f, slot, m, v, err);
	if (!order_is_there(f, v))
		return true;
	if (strcmp(name, "bin") == 0)
		return pick_take_bin(f, slot, m, v, err);
	return pick_take_unit(f, slot, m, v, err);
}

/* A tote is no slot of this flow: it is taken when its label is scanned. */
static bool
other(struct flow *f, const struct meaning *m, bool *handled, struct verdict *v,
    struct err *err)
{
	bool wanted = strcmp(f->picking.tote, TOTE_WANTED) == 0;
	bool known = (m->kinds & ACCEPT_CARTON) != 0 && m->container.id != 0 &&
	    m->container.kind == CARTON_TOTE;
	char code[CODE_SIZE];

	if (!known && (!wanted || (m->kinds & (ACCEPT_UNIT | ACCEPT_ITEM | ACCEPT_BIN |
	    ACCEPT_ORDER | ACCEPT_PARTY)) != 0 || m->structured))
		return true;
	*handled = true;
	go_on(f);
	return !tote_scan(m, code, v) || tote_taken(f, code, v, err);
}

static bool
set_extra(struct flow *f, const char *slot, const char *value,
    struct verdict *v, struct err *err)
{
	if (strcmp(slot, "tote") != 0) {
		err_set(err, ERR_USAGE, "pick has no slot \"%s\"", slot);
		return err_hint(err, "It has order bin unit, and tote.");
	}
	if (value[0] == '\0' || strlen(value) >= CODE_SIZE)
		return verdict_say(v, VERDICT_REFUSE, "scan.too-long",
		    "the code of a tote has 1 to %d characters", CODE_SIZE - 1);
	return tote_taken(f, value, v, err);
}

/* --- Commands --------------------------------------------------------------- */

static bool
pass_over(struct flow *f, struct verdict *v, struct err *err)
{
	struct pick_orders orders;
	struct walk w;
	char bin[CODE_SIZE], what[120];

	if (!pick_orders(f, &orders, err) || !walk_read(f, &orders, 2, &w, err))
		return false;
	if (w.stops.n == 0) {
		walk_done(&w);
		return verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "nothing is left to pick; XCXDONE ends it");
	}
	str_copy(bin, sizeof bin, w.stops.at[0].bin);
	walk_done(&w);
	for (size_t i = 0; i < f->skipped.n; i++)	/* once more: last again */
		if (strcmp(f->skipped.at[i].code, bin) == 0) {
			for (; i + 1 < f->skipped.n; i++)
				f->skipped.at[i] = f->skipped.at[i + 1];
			f->skipped.n--;
		}
	if (f->skipped.n < MANY_MAX)
		str_copy(((struct value *)vec_push(&f->skipped))->code,
		    sizeof f->skipped.at[0].code, bin);
	flow_empty(f, "bin");
	if (!walk_read(f, &orders, 1, &w, err))
		return false;
	walk_words(&w, 0, NULL, what, sizeof what);
	if (strcmp(w.stops.at[0].bin, bin) == 0)
		verdict_say(v, VERDICT_OK, "", "%s is the only bin left: %s", bin, what);
	else
		verdict_say(v, VERDICT_OK, "", "%s comes last; go to %s: %s", bin,
		    w.stops.at[0].bin, what);
	walk_done(&w);
	return true;
}

static bool
not_empty(struct flow *f, struct verdict *v, struct err *err)
{
	char bin[CODE_SIZE], task[CODE_SIZE];

	str_copy(bin, sizeof bin, f->picking.emptied);
	go_on(f);
	if (!flow_ask_count(f, v, bin, "", "not-empty", true, task, err))
		return false;
	return verdict_say(v, VERDICT_OK, "", "%s will be counted (%s); go on", bin,
	    task);
}

/* Why this bin is next: what the rule says of the first unit there. */
static bool
why(struct flow *f, bool *handled, struct verdict *v, struct err *err)
{
	struct store *s = ledger_store(f->l);
	struct pick_orders orders;
	const struct stop *stop;
	char because[NOTE_SIZE] = "";
	struct unit u;
	struct walk w;
	bool ok = true;

	*handled = false;
	if (!pick_orders(f, &orders, err) || !walk_read(f, &orders, 1, &w, err))
		return false;
	stop = w.stops.n > 0 ? &w.stops.at[0] : NULL;
	*handled = stop != NULL;
	if (stop != NULL && stop->soft) {
		verdict_say(v, VERDICT_OK, "", "%s: any %s that is free will do for %s; "
		    "bins come in the order of the walk", stop->bin, stop->item,
		    orders.at[stop->order].key);
	} else if (stop != NULL) {
		int rc = store_first(s, Q_PICK_BIN_UNIT, err, "iii",
		    orders.at[stop->order].id, stop->bin_id, stop->line);

		ok = rc > 0 && ledger_unit_row(f->l, Q_PICK_BIN_UNIT, &u, err);
		store_end(s, Q_PICK_BIN_UNIT);
		ok = ok && allocation_why(f->l, &u, because, sizeof because, err);
		if (ok)
			verdict_say(v, VERDICT_OK, "", "%s: %s of %s is promised to %s: %s",
			    stop->bin, u.serial, u.item, u.out_order, because);
	}
	walk_done(&w);
	return ok;
}

static bool
answer_no(struct flow *f, bool *handled, struct verdict *v, struct err *err)
{
	*handled = true;
	if (f->picking.emptied[0] != '\0')
		return not_empty(f, v, err);
	if (f->standing == VERDICT_WARN && f->has_subject &&
	    f->subject.status == UNIT_PICKED)
		return pick_put_back(f, v, err);
	*handled = false;
	return true;
}

bool
pick_command(struct flow *f, enum scan_command c, bool *handled,
    struct verdict *v, struct err *err)
{
	bool order = flow_value(f, "order") != NULL;

	*handled = false;
	if (c == CMD_INFO)
		return !order || f->standing == VERDICT_REFUSE ||
		    f->standing == VERDICT_ASK || why(f, handled, v, err);
	if (c == CMD_NO)
		return answer_no(f, handled, v, err);
	if (c == CMD_HELP)
		return true;
	go_on(f);
	*handled = c == CMD_DONE || (order && (c == CMD_FULL || ((c == CMD_SHORT ||
	    c == CMD_SKIP) && !flow_half_filled(f))));
	if (!*handled)
		return true;
	return c == CMD_DONE ? pick_end(f, v, err) :
	    c == CMD_FULL ? tote_full(f, v, err) :
	    c == CMD_SHORT ? pick_short(f, v, err) : pass_over(f, v, err);
}

/* XCXBEGIN: units go into a tote from now on. */
static bool
command(struct flow *f, enum scan_command c, bool *handled, struct verdict *v,
    struct err *err)
{
	if (c != CMD_BEGIN || f->picking.tote[0] != '\0')
		return pick_command(f, c, handled, v, err);
	*handled = true;
	go_on(f);
	str_copy(f->picking.tote, sizeof f->picking.tote, TOTE_WANTED);
	return verdict_say(v, VERDICT_OK, "", "scan the label of the tote");
}

bool
pick_prompt(const struct flow *f, char *out, size_t size)
{
	if (f->picking.emptied[0] != '\0')
		str_print(out, size, "IS %s EMPTY? ELSE XCXNO. %s",
		    f->picking.emptied, f->picking.prompt[0] != '\0' ?
		    f->picking.prompt : "SCAN ON");
	else if (strcmp(f->picking.tote, TOTE_WANTED) == 0 && flow_value(f, "order") != NULL)
		str_copy(out, size, "SCAN THE NEW TOTE");
	else if (f->picking.prompt[0] != '\0')
		str_copy(out, size, f->picking.prompt);
	else
		return false;
	return true;
}

const struct flow_def pick_flow = {
	.name = "pick", .title = "Pick", .may = MAY_PICK,
	.slots = slots, .n_slots = sizeof slots / sizeof slots[0],
	.columns = columns, .commands = 1u << CMD_SHORT | 1u << CMD_SKIP |
	    1u << CMD_FULL | 1u << CMD_BEGIN,
	.take = take, .commit = pick_commit, .command = command,
	.view = pick_view, .other = other, .set_extra = set_extra,
	.prompt = pick_prompt,
};
