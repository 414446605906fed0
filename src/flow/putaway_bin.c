/*
 * putaway_bin.c - may the units in hand go into this bin?
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/putaway.h"

/* The state of a scanned unit now, and where it lies; others may have worked
 * meanwhile. */
static bool
unit_now(struct flow *f, struct value *value, struct unit *u, bool *ok,
    struct verdict *v, struct err *err)
{
	char code[32];
	int rc = ledger_unit(f->l, value->item, value->code, u, err);

	if (rc < 0)
		return false;
	if (rc > 0)
		str_copy(value->where, sizeof value->where, u->bin);
	*ok = rc > 0 && unit_may(u, EV_UNIT_MOVED, code);
	if (!*ok) {
		verdict_say(v, VERDICT_REFUSE, rc > 0 ? code : "unit.unknown",
		    "%s of %s is %s now", value->code, value->item,
		    rc > 0 ? unit_status_name(u->status) : "not known");
		verdict_more(v, "", "XCXUNDO takes it out of the list.");
	}
	return true;
}

static bool
quarantine_words(struct flow *f, char *out, size_t size, struct err *err)
{
	struct bin bin;
	bool found;

	out[0] = '\0';
	if (!bin_first_of(f, BIN_QUARANTINE, &bin, &found, err))
		return false;
	if (found)
		str_print(out, size, "Take it to %s.", bin.code);
	else
		str_copy(out, size, "No quarantine bin is defined.");
	return true;
}

/* A held unit goes to quarantine; putaway goes to no dock and no quarantine. */
static bool
kind_allows(struct flow *f, const struct bin *bin, const struct unit *u,
    bool *ok, struct verdict *v, struct err *err)
{
	char where[80], holds[64];

	*ok = true;
	if (u->holds != 0 && bin->kind != BIN_QUARANTINE) {
		*ok = false;
		holds_words(u->holds, holds, sizeof holds);
		verdict_say(v, VERDICT_REFUSE, "unit.on-hold", "%s is on hold: %s",
		    u->serial, holds);
		if (!quarantine_words(f, where, sizeof where, err))
			return false;
		verdict_more(v, holds, "%s", where);
	} else if (u->holds == 0 && f->def == &putaway_flow &&
	    (bin->kind == BIN_DOCK || bin->kind == BIN_QUARANTINE)) {
		*ok = false;
		verdict_say(v, VERDICT_REFUSE, "bin.kind",
		    "%s is a %s bin; nothing is put away there", bin->code,
		    bin_kind_name(bin->kind));
		verdict_more(v, "", "Take one of the suggested bins.");
	}
	return true;
}

/* Units of this item in the list that are not in the bin yet, when i is the
 * first of its item; 0 when an earlier one spoke for it. */
static int64_t
share_of(const struct slot *s, size_t i, const char *bin)
{
	int64_t n = 0;

	for (size_t k = 0; k < s->values.n; k++) {
		if (strcmp(s->values.at[k].item, s->values.at[i].item) != 0)
			continue;
		if (k < i)
			return 0;
		n += strcmp(s->values.at[k].where, bin) != 0;
	}
	return n;
}

static bool
units_may_go(struct flow *f, const struct bin *bin, bool *ok, struct verdict *v,
    struct err *err)
{
	struct slot *s = putaway_units(f);
	struct unit u;

	*ok = true;
	for (size_t i = 0; *ok && i < s->values.n; i++)
		if (!unit_now(f, &s->values.at[i], &u, ok, v, err) ||
		    (*ok && !kind_allows(f, bin, &u, ok, v, err)))
			return false;
	return true;
}

bool
putaway_bin_fits(struct flow *f, const struct bin *bin, bool *ok, struct verdict *v,
    struct err *err)
{
	const struct slot *s = putaway_units(f);
	int64_t arriving = 0;

	if (!units_may_go(f, bin, ok, v, err))
		return false;
	for (size_t i = 0; *ok && i < s->values.n; i++) {
		int64_t n = share_of(s, i, bin->code);

		arriving += n;
		if (n > 0 && !place_allows(f, bin, s->values.at[i].item, arriving, ok,
		    v, err))
			return false;
	}
	if (!*ok)
		return true;
	if (arriving == 0) {
		*ok = false;
		verdict_say(v, VERDICT_WARN, "unit.already-done",
		    "all of them are in %s already", bin->code);
	}
	return true;
}

bool
putaway_take_bin(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	bool ok;

	if (putaway_units(f)->values.n > 0) {
		if (!putaway_bin_fits(f, &m->bin, &ok, v, err))
			return false;
		if (!ok)
			return true;
	}
	flow_fill(f, slot, m->bin.code, m->bin.zone);
	return verdict_say(v, VERDICT_OK, "", "bin %s", m->bin.code);
}
