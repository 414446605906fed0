/*
 * pack.c - picked units into cartons.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The order comes first, by its slip, by a tote or by any unit picked for it;
 * then a carton, and each unit that goes into it.  Every check is made at the
 * scan, in the transaction that books it.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "flow/pack.h"

static const struct slot_def slots[] = {
	{ "order", ACCEPT_ORDER | ACCEPT_UNIT | ACCEPT_CARTON, true },
	{ "carton", ACCEPT_CARTON, true }, { "unit", ACCEPT_UNIT, true },
};
static const char *const columns[] = { "line", "item", "name", "here", "packed",
    "picked", "of", NULL };

bool
pack_order_of(struct flow *f, const char *key, struct pack_order *o,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc;

	memset(o, 0, sizeof *o);
	str_copy(o->key, sizeof o->key, key);
	if (!store_name_find(s, NAME_ORDER, key, &o->id, err))
		return false;
	if (o->id == 0)
		return true;
	if ((rc = store_first(s, Q_FLOW_ORDER, err, "i", o->id)) < 0)
		return false;
	if (rc == 0) {	/* units name it, and nobody defined it */
		o->id = 0;
		return true;
	}
	o->state = (enum order_state)store_int(s, Q_FLOW_ORDER, 0);
	str_copy(o->party, sizeof o->party, store_text(s, Q_FLOW_ORDER, 1));
	store_end(s, Q_FLOW_ORDER);
	return true;
}

bool
pack_order(struct flow *f, struct pack_order *o, struct err *err)
{
	const struct value *order = flow_value(f, "order");
	char key[ORDER_SIZE];

	assert(order != NULL);
	str_print(key, sizeof key, "%s:%s", order->where, order->code);
	return pack_order_of(f, key, o, err);
}

bool
pack_order_is_closed(const struct pack_order *o, struct verdict *v)
{
	if (o->id != 0 && o->state == ORDER_OPEN)
		return false;
	if (o->id == 0) {
		verdict_say(v, VERDICT_REFUSE, "order.unknown",
		    "there is no order %s", o->key);
		return verdict_more(v, "", "Call a supervisor: units name it.");
	}
	verdict_say(v, VERDICT_REFUSE, "order.closed", "%s is %s", o->key,
	    order_state_name(o->state));
	return verdict_more(v, "", o->state == ORDER_DRAFT ||
	    o->state == ORDER_HELD ? "'dockledger order release' releases it." :
	    "Put its goods back, or ask whoever sold it.");
}

bool
pack_totals(struct flow *f, const struct pack_order *o, struct pack_totals *t,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t stages[STAGES];

	if (!ledger_order_progress(f->l, o->key, stages, err) ||
	    store_first(s, Q_PACK_TOTALS, err, "i", o->id) < 1)
		return false;
	t->qty = store_int(s, Q_PACK_TOTALS, 0);
	t->cartons = store_int(s, Q_PACK_TOTALS, 1);
	store_end(s, Q_PACK_TOTALS);
	t->picked = stages[STAGE_PICKED];
	t->packed = stages[STAGE_PACKED] + stages[STAGE_SHIPPED];
	return true;
}

bool
pack_bin(struct flow *f, struct err *err)
{
	struct bin bin;
	bool found;

	if (f->dock[0] != '\0')
		return true;
	if (!bin_first_of(f, BIN_PACK, &bin, &found, err))
		return false;
	if (found)
		str_copy(f->dock, sizeof f->dock, bin.code);
	return true;
}

static bool
command(struct flow *f, enum scan_command c, bool *handled, struct verdict *v,
    struct err *err)
{
	*handled = true;
	switch (c) {
	case CMD_BEGIN:
		return pack_begin(f, v, err);
	case CMD_FULL:
		return container_close(f, "carton", v, err);
	case CMD_DONE:
		return pack_done(f, v, err);
	case CMD_UNDO:
		return container_undo(f, "carton", v, err);
	case CMD_NO:
		return pack_take_out(f, handled, v, err);
	default:
		*handled = false;
		return true;
	}
}

static bool
other(struct flow *f, const struct meaning *m, bool *handled, struct verdict *v,
    struct err *err)
{
	(void)err;
	container_weigh(f, "carton", m, handled, v);
	return true;
}

static bool
set_bin(struct flow *f, const char *code, struct verdict *v, struct err *err)
{
	struct bin bin;
	int rc = bin_find(f->l, code, &bin, err);

	if (rc < 0)
		return false;
	if (rc == 0)
		return verdict_say(v, VERDICT_REFUSE, "bin.unknown",
		    "no bin %s is known", code);
	if (bin.kind != BIN_PACK)
		return verdict_say(v, VERDICT_REFUSE, "bin.kind",
		    "%s is a %s bin; packing is done in a pack bin", bin.code,
		    bin_kind_name(bin.kind));
	str_copy(f->dock, sizeof f->dock, bin.code);
	return verdict_say(v, VERDICT_OK, "", "packing in %s", bin.code);
}

static bool
set_extra(struct flow *f, const char *slot, const char *value,
    struct verdict *v, struct err *err)
{
	if (strcmp(slot, "weight") == 0)
		return container_set_weight(f, value, v);
	if (strcmp(slot, "bin") == 0)
		return set_bin(f, value, v, err);
	err_set(err, ERR_USAGE, "pack has no slot \"%s\"", slot);
	return err_hint(err, "It has order carton unit, and weight and bin.");
}

const struct flow_def pack_flow = {
	.name = "pack", .title = "Pack", .may = MAY_PACK,
	.slots = slots, .n_slots = sizeof slots / sizeof slots[0],
	.columns = columns, .label = "carton",
	.commands = 1u << CMD_BEGIN | 1u << CMD_FULL,
	.take = pack_take, .commit = pack_commit, .command = command,
	.view = pack_view, .other = other, .set_extra = set_extra,
};
