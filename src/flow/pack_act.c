/*
 * pack_act.c - a unit goes into the carton, or comes out of it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/pack.h"

static void
packed_event(struct flow *f, const struct unit *u, struct event *e)
{
	memset(e, 0, sizeof *e);
	e->type = EV_UNIT_PACKED;
	e->subject_kind = SUBJECT_UNIT;
	str_copy(e->item, sizeof e->item, u->item);
	str_copy(e->subject, sizeof e->subject, u->serial);
	str_copy(e->body.carton, sizeof e->body.carton, flow_text(f, "carton"));
	str_copy(e->body.order, sizeof e->body.order, u->out_order);
	e->body.line = u->out_line;
	str_copy(e->body.bin, sizeof e->body.bin, f->dock);
	if (strcmp(u->bin, f->dock) != 0)
		str_copy(e->body.from, sizeof e->body.from, u->bin);
}

/* The last unit out of a tote sets it free. */
static bool
free_tote(struct flow *f, const char *code, struct verdict *v, bool *freed,
    struct err *err)
{
	int64_t units, cartons;
	struct carton_say what;
	struct carton c;
	int rc = code[0] == '\0' ? 0 : carton_find(f->l, code, &c, err);

	*freed = false;
	if (rc <= 0 || c.kind != CARTON_TOTE || c.state != CARTON_OPEN)
		return rc >= 0;
	if (!carton_count(f->l, code, &units, &cartons, err))
		return false;
	if (units > 0)
		return true;
	memset(&what, 0, sizeof what);	/* what it takes to begin it again */
	str_copy(what.kind, sizeof what.kind, carton_kind_name(c.kind));
	str_copy(what.order, sizeof what.order, c.order);
	str_copy(what.party, sizeof what.party, c.party);
	str_copy(what.bin, sizeof what.bin, c.bin);
	*freed = true;
	return flow_carton(f, v, code, EV_CARTON_ENDED, &what, err);
}

static bool
say_packed(struct flow *f, const struct pack_order *o, const struct unit *u,
    bool freed, struct verdict *v, struct err *err)
{
	int64_t stages[STAGES], qty, packed;
	struct pack_totals t = { .qty = 1 };

	if (!ledger_line_progress(f->l, o->key, u->out_line, stages, err) ||
	    !pack_qty_of(f, o, u->item, u->out_line, &qty, err))
		return false;
	packed = stages[STAGE_PACKED] + stages[STAGE_SHIPPED];
	if (packed >= qty && !pack_totals(f, o, &t, err))
		return false;	/* (summed only when a line is complete) */
	return verdict_say(v, VERDICT_DONE, "",
	    "%s of %s packed into carton %s, %lld of %lld%s%s%s", u->serial, u->item,
	    flow_text(f, "carton"), (long long)packed, (long long)qty,
	    t.packed >= t.qty ? "; the order is complete" : "",
	    freed ? "; empty is tote " : "", freed ? u->carton : "");
}

/* The carton may have been closed by somebody else since it was scanned. */
static bool
carton_takes(struct flow *f, bool *ok, struct verdict *v, struct err *err)
{
	const char *code = flow_text(f, "carton");
	struct carton c;
	int rc = carton_find(f->l, code, &c, err);

	if (rc < 0)
		return false;
	*ok = carton_check(rc > 0 ? &c : NULL, code, EV_CARTON_CLOSED, err);
	return *ok || container_refused(v, err);
}

bool
pack_commit(struct flow *f, struct verdict *v, struct err *err)
{
	const struct value *unit = flow_value(f, "unit");
	struct pack_order o;
	struct event e;
	struct unit u;
	bool ok, freed;
	int rc = ledger_unit(f->l, unit->item, unit->code, &u, err);

	if (rc < 0 || !pack_order(f, &o, err) || !carton_takes(f, &ok, v, err))
		return false;
	if (!ok)
		return true;
	if (rc == 0)
		return verdict_say(v, VERDICT_REFUSE, "unit.unknown",
		    "no unit %s of %s is known", unit->code, unit->item);
	if (!pack_unit_fits(f, &o, &u, &ok, v, err) || !pack_bin(f, err))
		return false;
	if (!ok)
		return true;
	packed_event(f, &u, &e);
	if (!flow_append(f, v, &e, err) || !free_tote(f, u.carton, v, &freed, err))
		return false;
	flow_commit_words(f, "packed %s of %s", u.serial, u.item);
	return say_packed(f, &o, &u, freed, v, err);
}

bool
pack_take_out(struct flow *f, bool *handled, struct verdict *v, struct err *err)
{
	struct event e = { .type = EV_UNIT_UNPACKED, .subject_kind = SUBJECT_UNIT };
	struct carton c;
	struct unit u;
	int rc;

	*handled = false;
	if (f->standing != VERDICT_WARN || !f->has_subject)
		return true;
	if ((rc = ledger_unit(f->l, f->subject.item, f->subject.serial, &u, err)) < 0)
		return false;
	if (rc == 0 || u.status != UNIT_PACKED)
		return true;
	*handled = true;
	if ((rc = carton_find(f->l, u.carton, &c, err)) < 0)
		return false;
	if (rc > 0 && !carton_check(&c, u.carton, EV_CARTON_CLOSED, err))
		return container_refused(v, err);
	str_copy(e.item, sizeof e.item, u.item);
	str_copy(e.subject, sizeof e.subject, u.serial);
	str_copy(e.body.carton, sizeof e.body.carton, u.carton);
	str_copy(e.body.order, sizeof e.body.order, u.out_order);
	e.body.line = u.out_line;
	if (!flow_append(f, v, &e, err))
		return false;
	flow_commit_words(f, "took %s of %s out of %s", u.serial, u.item, u.carton);
	f->has_subject = false;
	return verdict_say(v, VERDICT_DONE, "", "%s of %s is out of carton %s",
	    u.serial, u.item, u.carton);
}
