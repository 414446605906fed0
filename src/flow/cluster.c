/*
 * cluster.c - a batch of orders in one walk, each into a tote of its own.
 * SPDX-License-Identifier: Apache-2.0
 *
 * After each unit its tote is asked for.  The first unit of an order binds a
 * free tote to it; from then on that tote must be scanned, and no order gets
 * into another's.
 */
#include <string.h>
#include "base/str.h"
#include "flow/pick.h"

static const struct slot_def slots[] = {
	{ "order", ACCEPT_ORDER, true }, { "bin", ACCEPT_BIN, true },
	{ "unit", ACCEPT_UNIT, true }, { "tote", ACCEPT_CARTON | ACCEPT_TEXT, true },
};
static const char *const columns[] = { "order", "line", "item", "name", "bin",
    "picked", "of", NULL };

/* What was said yes to is kept until the tote is scanned. */
static void
keep_answers(struct flow *f)
{
	struct picking *p = &f->picking;

	str_copy(p->had, sizeof p->had, f->confirmed);
	str_copy(p->allowed, sizeof p->allowed, f->allowed);
	p->allowed_last[0] = p->allowed_by[0] = p->allowed_reason[0] = '\0';
	if (f->allowed[0] == '\0')
		return;
	str_copy(p->allowed_last, sizeof p->allowed_last, f->allowed_last);
	str_copy(p->allowed_by, sizeof p->allowed_by, f->allowed_by.badge);
	str_copy(p->allowed_reason, sizeof p->allowed_reason, f->allowed_reason);
}

static bool
take_unit(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	struct pick_order order = { .id = 0 };
	const struct value *unit;
	char tote[CODE_SIZE];

	if (!pick_take_unit(f, slot, m, v, err))
		return false;
	if (v->kind != VERDICT_OK)
		return true;
	keep_answers(f);
	unit = flow_value(f, "unit");
	str_copy(order.key, sizeof order.key, unit->note);
	if (!store_name_find(ledger_store(f->l), NAME_ORDER, order.key, &order.id,
	    err) || !tote_of(f, &order, tote, err))
		return false;
	return verdict_say(v, VERDICT_OK, "", "%s of %s is for %s: %s%s", unit->code,
	    unit->item, unit->note, tote[0] != '\0' ? "into " : "take a free tote",
	    tote);
}

static bool
take_tote(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	const struct value *unit = flow_value(f, "unit");
	struct pick_order order = { .id = 0 };
	char code[CODE_SIZE], own[CODE_SIZE];
	bool ok;

	if (!tote_scan(m, code, v))
		return true;
	if (unit == NULL)
		return verdict_say(v, VERDICT_REFUSE, "unit.unknown",
		    "what goes into %s? The unit comes first", code);
	str_copy(order.key, sizeof order.key, unit->note);
	if (!store_name_find(ledger_store(f->l), NAME_ORDER, order.key, &order.id,
	    err) || !tote_fits(f, code, order.key, &ok, v, err) ||
	    !tote_of(f, &order, own, err))
		return false;
	if (!ok)
		return true;
	if (own[0] != '\0' && strcmp(own, code) != 0) {
		verdict_say(v, VERDICT_REFUSE, "carton.unknown",
		    "%s is nobody's tote; %s goes into %s", code, order.key, own);
		return verdict_more(v, own, "Scan %s. If it is full: XCXFULL, then a "
		    "new one.", own);
	}
	flow_fill(f, slot, code, order.key);
	return verdict_say(v, VERDICT_OK, "", "tote %s", code);
}

static bool
take(struct flow *f, size_t slot, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	const char *name = f->form->slots[slot].name;

	f->picking.emptied[0] = f->picking.prompt[0] = '\0';
	if (strcmp(name, "order") == 0)
		return pick_take_order(f, slot, m, v, err);
	if (flow_value(f, "order") == NULL) {
		verdict_say(v, VERDICT_REFUSE, "order.unknown",
		    "what is picked? The orders come first");
		return verdict_more(v, "", "Scan the orders of the batch.");
	}
	if (strcmp(name, "bin") == 0)
		return pick_take_bin(f, slot, m, v, err);
	return strcmp(name, "unit") == 0 ? take_unit(f, slot, m, v, err) :
	    take_tote(f, slot, m, v, err);
}

const struct flow_def cluster_flow = {
	.name = "cluster", .title = "Pick batch", .may = MAY_PICK,
	.slots = slots, .n_slots = sizeof slots / sizeof slots[0],
	.columns = columns, .commands = 1u << CMD_SHORT | 1u << CMD_SKIP |
	    1u << CMD_FULL,
	.take = take, .commit = cluster_commit, .command = pick_command,
	.view = pick_view, .prompt = pick_prompt,
};
