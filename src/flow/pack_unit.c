/*
 * pack_unit.c - may this unit go into the carton, and where else it belongs.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/pack.h"

#define LINES_NAMED 3

const struct unit *
pack_one_unit(const struct meaning *m, struct verdict *v)
{
	char items[160] = "";

	if (m->n_units == 1)
		return &m->units[0];
	for (size_t i = 0; i < m->n_units; i++) {
		size_t len = strlen(items);

		str_print(items + len, sizeof items - len, "%s%s", i > 0 ? ", " : "",
		    m->units[i].item);
	}
	verdict_say(v, VERDICT_REFUSE, "scan.ambiguous",
	    "several items bear the serial %s: %s", m->serial, items);
	verdict_more(v, items, "Scan the label that holds the GTIN too.");
	return NULL;
}

/* --- Units that have their place already ---------------------------------- */

struct last_act { enum event_type type; struct event e; bool found; };

static bool
keep_act(void *ctx, const struct event *e, bool undone)
{
	struct last_act *last = ctx;

	if (!undone && e->type == last->type) {
		last->e = *e;
		last->found = true;
	}
	return true;
}

static bool
already_done(struct flow *f, const struct unit *u, struct verdict *v,
    struct err *err)
{
	struct last_act last = { .type = u->status == UNIT_SHIPPED ?
	    EV_UNIT_SHIPPED : EV_UNIT_PACKED };
	char when[17] = "", into[80];

	if (!ledger_history(f->l, u->item, u->serial, keep_act, &last, err) ||
	    !container_words(f, u->carton, into, sizeof into, err))
		return false;
	clock_local(last.found ? last.e.at : u->changed_at, when);
	verdict_say(v, VERDICT_WARN, "unit.already-done", "%s was %s%s%s at %s by %s",
	    u->serial, u->status == UNIT_SHIPPED ? "shipped" : "packed",
	    into[0] == '\0' ? "" : u->status == UNIT_SHIPPED ? " in " : " into ",
	    into, when, last.found ? last.e.operator : "?");
	return verdict_more(v, "", "%s", u->status == UNIT_SHIPPED ?
	    "Nothing was added." :
	    "Nothing was added. XCXNO takes it out of the carton.");
}

static bool
belongs_elsewhere(struct flow *f, const struct unit *u, struct verdict *v,
    struct err *err)
{
	char in[80];

	if (!container_words(f, u->carton, in, sizeof in, err))
		return false;
	if (in[0] == '\0' && u->bin[0] != '\0')
		str_print(in, sizeof in, "bin %s", u->bin);
	verdict_say(v, VERDICT_REFUSE, "unit.wrong-place", "%s belongs to %s%s%s",
	    u->serial, u->out_order, in[0] != '\0' ? ", " : "", in);
	return verdict_more(v, unit_status_name(u->status),
	    "Put it there; it does not go into this carton.");
}

/* --- Units that nobody picked for the order ------------------------------- */

/* "DRILL, SAW ...": what the order still wants. */
static bool
items_of(struct flow *f, const struct pack_order *o, char *out, size_t size,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	int n = 0, rc;

	out[0] = '\0';
	if (!store_walk(s, Q_PACK_LINES, err, "iii", o->id, (int64_t)0,
	    (int64_t)LINES_NAMED + 1))
		return false;
	while ((rc = store_next(s, Q_PACK_LINES, err)) > 0) {
		size_t len = strlen(out);

		str_print(out + len, size - len, "%s%s", n > 0 ? ", " : "",
		    n == LINES_NAMED ? "..." : store_text(s, Q_PACK_LINES, 1));
		n++;
	}
	return rc == 0;
}

bool
pack_qty_of(struct flow *f, const struct pack_order *o, const char *item, int64_t line,
    int64_t *qty, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t id;
	int rc = 0;

	*qty = 0;
	if (!store_name_find(s, NAME_ITEM, item, &id, err) ||
	    !store_walk(s, Q_FLOW_LINES_OF_ITEM, err, "ii", o->id, id))
		return false;
	while (*qty == 0 && (rc = store_next(s, Q_FLOW_LINES_OF_ITEM, err)) > 0)
		if (line == 0 || store_int(s, Q_FLOW_LINES_OF_ITEM, 0) == line)
			*qty = store_int(s, Q_FLOW_LINES_OF_ITEM, 1);
	store_end(s, Q_FLOW_LINES_OF_ITEM);
	return rc >= 0;
}

static bool
on_hold(struct flow *f, const struct unit *u, struct verdict *v, struct err *err)
{
	char holds[64];
	struct bin bin;
	bool found;

	holds_words(u->holds, holds, sizeof holds);
	if (!bin_first_of(f, BIN_QUARANTINE, &bin, &found, err))
		return false;
	verdict_say(v, VERDICT_REFUSE, "unit.on-hold",
	    "%s of %s is on hold: %s%s%s", u->serial, u->item, holds,
	    found ? "; take it to " : "", found ? bin.code : "");
	return verdict_more(v, holds, found ? "Take it to %s." :
	    "Put it aside%s: no quarantine bin is defined.", found ? bin.code : "");
}

static bool
not_picked(struct flow *f, const struct pack_order *o, const struct unit *u,
    struct verdict *v, struct err *err)
{
	char where[220], wanted[3 * CODE_SIZE + 16];
	int64_t qty;

	if (!pack_qty_of(f, o, u->item, 0, &qty, err))
		return false;
	if (qty == 0) {
		if (!items_of(f, o, wanted, sizeof wanted, err))
			return false;
		verdict_say(v, VERDICT_REFUSE, "unit.wrong-item",
		    "%s is a unit of %s, %s wants %s", u->serial, u->item, o->key,
		    wanted);
		return verdict_more(v, wanted, "Put it back where it came from.");
	}
	if (u->holds != 0)
		return on_hold(f, u, v, err);
	unit_where_words(f, u, where, sizeof where);
	verdict_say(v, VERDICT_REFUSE, "unit.wrong-status",
	    "%s of %s is %s, not picked for %s", u->serial, u->item,
	    unit_status_name(u->status), o->key);
	return verdict_more(v, where, "Pick it for the order first, or put it back.");
}

/* --- The answer ----------------------------------------------------------- */

bool
pack_unit_fits(struct flow *f, const struct pack_order *o, const struct unit *u,
    bool *ok, struct verdict *v, struct err *err)
{
	bool ours = strcmp(u->out_order, o->key) == 0;

	*ok = false;
	f->subject = *u;
	f->has_subject = true;
	if (pack_order_is_closed(o, v))
		return true;
	if (ours && (u->status == UNIT_PACKED || u->status == UNIT_SHIPPED))
		return already_done(f, u, v, err);
	if (!ours && u->out_order[0] != '\0' && (u->status == UNIT_ALLOCATED ||
	    u->status == UNIT_PICKED || u->status == UNIT_PACKED))
		return belongs_elsewhere(f, u, v, err);
	if (!ours || u->status != UNIT_PICKED)
		return not_picked(f, o, u, v, err);
	if (u->holds != 0)
		return on_hold(f, u, v, err);
	*ok = true;
	return true;
}

bool
pack_unit(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	const struct unit *u = pack_one_unit(m, v);
	struct pack_order o;
	struct value *value;
	bool ok;

	if (u == NULL)
		return true;
	if (!pack_order(f, &o, err) || !pack_unit_fits(f, &o, u, &ok, v, err))
		return false;
	if (!ok)
		return true;
	if (flow_value(f, "carton") == NULL) {
		verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
		    "that is unit %s of %s, wanted is a carton", u->serial, u->item);
		return verdict_more(v, "", "Scan a carton, or XCXBEGIN starts one.");
	}
	value = flow_fill(f, slot, u->serial, "");
	str_copy(value->item, sizeof value->item, u->item);
	return verdict_say(v, VERDICT_OK, "", "%s of %s", u->serial, u->item);
}
