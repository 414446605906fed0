/*
 * pallet.c - closed cartons onto pallets.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A pallet is a container of its own with an SSCC; all that stands on it is
 * for one customer, of one order or of several.
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/pack.h"

static const struct slot_def slots[] = {
	{ "pallet", ACCEPT_CARTON, true }, { "carton", ACCEPT_CARTON, true },
};
static const char *const columns[] = { "carton", "order", "units", "weight",
    "party", NULL };

static bool
not_known(const struct meaning *m, struct verdict *v)
{
	verdict_say(v, VERDICT_REFUSE, "carton.unknown", "no carton %s is known",
	    m->carton);
	return verdict_more(v, "", "XCXBEGIN starts a pallet with a number of ours.");
}

static bool
take_pallet(struct flow *f, const struct carton *c, struct verdict *v,
    struct err *err)
{
	int64_t units, cartons;
	bool ok;

	if (c->kind != CARTON_PALLET) {
		verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
		    "that is %s %s, wanted is a pallet", carton_kind_name(c->kind),
		    c->code);
		return verdict_more(v, "", "Scan a pallet, or XCXBEGIN starts one.");
	}
	if (!carton_check(c, c->code, EV_CARTON_CLOSED, err))
		return container_refused(v, err);
	if (!container_free(f, c->code, &ok, v, err) ||
	    !carton_count(f->l, c->code, &units, &cartons, err))
		return false;
	if (!ok)
		return true;
	if (flow_value(f, "pallet") != NULL &&
	    strcmp(flow_text(f, "pallet"), c->code) != 0)
		f->weight_g = 0;
	flow_fill(f, (size_t)flow_slot(f, "pallet"), c->code, "");
	return verdict_say(v, VERDICT_OK, "", "pallet %s: %lld cartons on it", c->code,
	    (long long)cartons);
}

static bool
is_on_it(struct flow *f, const struct carton *c, struct verdict *v,
    struct err *err)
{
	struct event e;
	char when[17] = "";
	int rc = carton_last(f->l, c->code, EV_CARTON_NESTED, &e, err);

	if (rc < 0)
		return false;
	if (rc > 0)
		clock_local(e.at, when);
	verdict_say(v, VERDICT_WARN, "unit.already-done",
	    "carton %s was put on this pallet at %s by %s", c->code, when,
	    rc > 0 ? e.operator : "?");
	str_copy(f->container, sizeof f->container, c->code);
	return verdict_more(v, "", "Nothing was added. XCXNO takes it off.");
}

static bool
take_carton(struct flow *f, size_t slot, const struct carton *c,
    struct verdict *v, struct err *err)
{
	const char *pallet = flow_text(f, "pallet");
	struct carton outer;
	int rc;

	if (c->kind == CARTON_PALLET)
		return take_pallet(f, c, v, err);
	if (strcmp(c->parent, pallet) == 0 && c->state <= CARTON_CLOSED)
		return is_on_it(f, c, v, err);
	if ((rc = carton_find(f->l, pallet, &outer, err)) < 0)
		return false;
	if (rc == 0 || !carton_check_nest(f->l, c, &outer, err))
		return rc == 0 || container_refused(v, err);
	flow_fill(f, slot, c->code, c->order);
	return verdict_say(v, VERDICT_OK, "", "carton %s", c->code);
}

static bool
take(struct flow *f, size_t slot, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	if (m->container.id == 0)
		return not_known(m, v);
	if (strcmp(f->form->slots[slot].name, "pallet") == 0 ||
	    flow_value(f, "pallet") == NULL)
		return take_pallet(f, &m->container, v, err);
	return take_carton(f, slot, &m->container, v, err);
}

static bool
nest(struct flow *f, const char *code, const char *from, const char *to,
    struct verdict *v, struct err *err)
{
	struct carton_say what;

	memset(&what, 0, sizeof what);
	str_copy(what.from, sizeof what.from, from);
	str_copy(what.parent, sizeof what.parent, to);
	return flow_carton(f, v, code, EV_CARTON_NESTED, &what, err);
}

static bool
commit(struct flow *f, struct verdict *v, struct err *err)
{
	const char *pallet = flow_text(f, "pallet"), *code = flow_text(f, "carton");
	struct carton inner, outer;
	int64_t units, cartons;

	if (carton_find(f->l, code, &inner, err) < 0 ||
	    carton_find(f->l, pallet, &outer, err) < 0)
		return false;
	if (!carton_check_nest(f->l, &inner, &outer, err))
		return container_refused(v, err);
	if (!nest(f, code, "", pallet, v, err) ||
	    !carton_count(f->l, pallet, &units, &cartons, err))
		return false;
	flow_commit_words(f, "%s onto pallet %s", code, pallet);
	return verdict_say(v, VERDICT_DONE, "", "carton %s is on pallet %s, %lld on it",
	    code, pallet, (long long)cartons);
}

/* --- Commands ------------------------------------------------------------- */

static bool
begin(struct flow *f, struct verdict *v, struct err *err)
{
	char code[CODE_SIZE], left[CODE_SIZE];
	int64_t units = 1, cartons = 0;
	struct carton_say what;
	bool ok;

	str_copy(left, sizeof left, flow_text(f, "pallet"));
	if (left[0] != '\0' && !carton_count(f->l, left, &units, &cartons, err))
		return false;
	if (units + cartons == 0) {	/* scanned twice: no number is used up */
		f->container[0] = '\0';
		verdict_say(v, VERDICT_WARN, "carton.open",
		    "pallet %s is open and empty", left);
		return verdict_more(v, "", "Scan its cartons; XCXDONE ends it.");
	}
	if (left[0] != '\0')
		f->weight_g = 0;
	memset(&what, 0, sizeof what);
	str_copy(what.kind, sizeof what.kind, carton_kind_name(CARTON_PALLET));
	if (!pack_bin(f, err))
		return false;
	str_copy(what.bin, sizeof what.bin, f->dock);
	if (!container_start(f, "pallet", &what, code, &ok, v, err))
		return false;
	return !ok || verdict_say(v, VERDICT_DONE, "", "pallet %s started%s%s%s", code,
	    left[0] != '\0' ? "; " : "", left,
	    left[0] != '\0' ? " stays open" : "");
}

static bool
done(struct flow *f, struct verdict *v, struct err *err)
{
	int64_t units, cartons;

	if (flow_value(f, "pallet") == NULL) {
		verdict_say(v, VERDICT_OK, "", "%zu acts booked in this job",
		    f->commits.n);
		return job_end(f, err);
	}
	if (!carton_count(f->l, flow_text(f, "pallet"), &units, &cartons, err))
		return false;
	return units + cartons == 0 ? container_end(f, "pallet", v, err) :
	    container_close(f, "pallet", v, err);
}

/* XCXNO after a carton that is on it already. */
static bool
take_off(struct flow *f, bool *handled, struct verdict *v, struct err *err)
{
	const char *pallet = flow_text(f, "pallet");
	char code[CODE_SIZE];
	struct carton c;
	int rc;

	*handled = f->standing == VERDICT_WARN && f->container[0] != '\0' &&
	    pallet[0] != '\0';
	if (!*handled)
		return true;
	str_copy(code, sizeof code, f->container);
	if ((rc = carton_find(f->l, code, &c, err)) < 0)
		return false;
	*handled = rc > 0 && strcmp(c.parent, pallet) == 0;
	if (!*handled)
		return true;
	if (!carton_check_unnest(f->l, &c, err))
		return container_refused(v, err);
	if (!nest(f, code, pallet, "", v, err))
		return false;
	flow_commit_words(f, "took %s off pallet %s", code, pallet);
	f->container[0] = '\0';
	return verdict_say(v, VERDICT_DONE, "", "carton %s is off pallet %s", code,
	    pallet);
}

static bool
command(struct flow *f, enum scan_command c, bool *handled, struct verdict *v,
    struct err *err)
{
	*handled = true;
	switch (c) {
	case CMD_BEGIN:
		return begin(f, v, err);
	case CMD_FULL:
		return container_close(f, "pallet", v, err);
	case CMD_DONE:
		return done(f, v, err);
	case CMD_UNDO:
		return container_undo(f, "pallet", v, err);
	case CMD_NO:
		return take_off(f, handled, v, err);
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
	container_weigh(f, "pallet", m, handled, v);
	return true;
}

static bool
set_extra(struct flow *f, const char *slot, const char *value,
    struct verdict *v, struct err *err)
{
	if (strcmp(slot, "weight") == 0)
		return container_set_weight(f, value, v);
	err_set(err, ERR_USAGE, "pallet has no slot \"%s\"", slot);
	return err_hint(err, "It has pallet carton, and weight.");
}

const struct flow_def pallet_flow = {
	.name = "pallet", .title = "Pallet", .may = MAY_PACK,
	.slots = slots, .n_slots = sizeof slots / sizeof slots[0],
	.columns = columns, .label = "pallet",
	.commands = 1u << CMD_BEGIN | 1u << CMD_FULL,
	.take = take, .commit = commit, .command = command, .view = pallet_view,
	.other = other, .set_extra = set_extra,
};
