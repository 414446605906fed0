/*
 * ship.c - goods out, by carton, pallet or order.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is scanned first says what leaves; carrier and tracking may follow or
 * be left out.  All is looked at again when it is booked, for a hold may come
 * between the two scans.  A shipment cannot be taken back, only voided.
 */
#include <string.h>
#include "base/str.h"
#include "flow/ship.h"

static const struct slot_def slots[] = {
	{ "carton", ACCEPT_CARTON | ACCEPT_ORDER, true },
	{ "carrier", ACCEPT_PARTY, false }, { "tracking", ACCEPT_TEXT, false },
};
static const char *const columns[] = { "order", "due", "carton", "units", "party",
    "pallet", NULL };

/* Ship without what is still asked for. */
static bool
done(struct flow *f, struct verdict *v, struct err *err)
{
	if (flow_value(f, "carton") == NULL) {
		verdict_say(v, VERDICT_OK, "", "%zu shipment%s in this job",
		    f->commits.n, f->commits.n == 1 ? "" : "s");
		return job_end(f, err);
	}
	if (!ship_commit(f, v, err))
		return false;
	if (v->kind == VERDICT_DONE)
		flow_after_commit(f);
	return true;
}

/* What was scanned since the last shipment goes back slot by slot; a shipment
 * does not. */
static bool
no_undo(struct flow *f, bool *handled, struct verdict *v)
{
	*handled = !flow_half_filled(f) && f->commits.n > 0;
	if (!*handled)
		return true;
	verdict_say(v, VERDICT_REFUSE, "command.not-here",
	    "a shipment is not taken back, it is voided by a supervisor");
	return verdict_more(v, "", "Scan the carton or order again, then XCXNO, "
	    "a supervisor's badge and the reason.");
}

static bool
command(struct flow *f, enum scan_command c, bool *handled, struct verdict *v,
    struct err *err)
{
	*handled = false;
	switch (c) {
	case CMD_DONE:
		*handled = true;
		return done(f, v, err);
	case CMD_NO:
		return ship_void(f, handled, v, err);
	case CMD_UNDO:
		return no_undo(f, handled, v);
	default:
		return true;
	}
}

/* A unit leads to its carton. */
static bool
other(struct flow *f, const struct meaning *m, bool *handled, struct verdict *v,
    struct err *err)
{
	const struct unit *u = m->units;

	(void)err;
	*handled = flow_value(f, "carton") == NULL && m->n_units == 1 &&
	    (u->carton[0] != '\0' || u->out_order[0] != '\0');
	if (!*handled)
		return true;
	verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
	    "that is unit %s of %s, wanted is a carton or an order", u->serial,
	    u->item);
	if (u->carton[0] != '\0')
		return verdict_more(v, u->carton, "It is in carton %s, for %s: "
		    "scan one of these.", u->carton, u->out_order);
	return verdict_more(v, u->out_order, "It is for %s: scan that.", u->out_order);
}

/* --slot order=SO:5001 */
static bool
set_extra(struct flow *f, const char *slot, const char *value,
    struct verdict *v, struct err *err)
{
	struct scan_in in = { value, strlen(value), ENTRY_FILE, 0 };
	struct meaning m;

	if (strcmp(slot, "order") != 0) {
		err_set(err, ERR_USAGE, "ship has no slot \"%s\"", slot);
		return err_hint(err, "It has carton, order, carrier, tracking.");
	}
	f->confirmed[0] = f->allowed[0] = '\0';
	if (!resolve(f, &in, ACCEPT_ORDER, &m, err))
		return false;
	if ((m.kinds & ACCEPT_ORDER) == 0)
		return verdict_say(v, VERDICT_REFUSE, "order.unknown",
		    "there is no order %s", value);
	if (!ship_take_order(f, (size_t)flow_slot(f, "carton"), &m, v, err))
		return false;
	if (v->kind == VERDICT_ASK) {	/* there is nobody to ask here */
		ask_forget(f);
		v->kind = VERDICT_REFUSE;
		verdict_more(v, "", "Scan the order instead, twice for yes.");
	}
	return true;
}

const struct flow_def ship_flow = {
	.name = "ship", .title = "Ship", .may = MAY_SHIP,
	.slots = slots, .n_slots = sizeof slots / sizeof slots[0],
	.columns = columns, .take = ship_take, .commit = ship_commit,
	.command = command, .view = ship_view, .other = other,
	.set_extra = set_extra,
};
