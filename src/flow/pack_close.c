/*
 * pack_close.c - cartons started, and the end of packing an order.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/pack.h"

static bool
carton_units(struct flow *f, int64_t *units, struct err *err)
{
	int64_t cartons;

	return carton_count(f->l, flow_text(f, "carton"), units, &cartons, err);
}

/* A carton that is open and empty is there to be packed into: scanning the
 * command twice must not use up a number. */
static bool
is_waiting(struct flow *f, bool *waits, struct verdict *v, struct err *err)
{
	int64_t units;

	*waits = false;
	if (flow_value(f, "carton") == NULL)
		return true;
	if (!carton_units(f, &units, err))
		return false;
	*waits = units == 0;
	if (*waits) {
		f->has_subject = false;
		verdict_say(v, VERDICT_WARN, "carton.open",
		    "carton %s is open and empty", flow_text(f, "carton"));
		verdict_more(v, "", "Pack into it; XCXDONE ends it.");
	}
	return true;
}

bool
pack_begin(struct flow *f, struct verdict *v, struct err *err)
{
	char code[CODE_SIZE], left[CODE_SIZE];
	struct carton_say what;
	struct pack_order o;
	bool waits, ok;

	if (flow_value(f, "order") == NULL) {
		verdict_say(v, VERDICT_REFUSE, "order.unknown",
		    "for which order? The order comes first");
		return verdict_more(v, "", "Scan the order, a tote or a picked unit.");
	}
	if (!pack_order(f, &o, err) || !is_waiting(f, &waits, v, err) ||
	    !pack_bin(f, err))
		return false;
	if (waits || pack_order_is_closed(&o, v))
		return true;
	str_copy(left, sizeof left, flow_text(f, "carton"));
	if (left[0] != '\0')
		f->weight_g = 0;	/* it was of the one before */
	memset(&what, 0, sizeof what);
	str_copy(what.kind, sizeof what.kind, carton_kind_name(CARTON_CARTON));
	str_copy(what.order, sizeof what.order, o.key);
	str_copy(what.party, sizeof what.party, o.party);
	str_copy(what.bin, sizeof what.bin, f->dock);
	if (!container_start(f, "carton", &what, code, &ok, v, err))
		return false;
	return !ok || verdict_say(v, VERDICT_DONE, "", "carton %s started for %s%s%s%s",
	    code, o.key, left[0] != '\0' ? "; " : "", left,
	    left[0] != '\0' ? " stays open" : "");
}

/* The open carton is closed, or ended when nothing is in it. */
static bool
put_carton_away(struct flow *f, struct verdict *v, struct err *err)
{
	struct pack_order o;
	struct pack_totals t;
	char said[sizeof v->hint];	/* of its label */
	int64_t units;
	size_t len;

	if (!carton_units(f, &units, err))
		return false;
	if (units == 0)
		return container_end(f, "carton", v, err);
	if (!container_close(f, "carton", v, err))
		return false;
	if (v->kind != VERDICT_DONE)
		return true;
	if (!pack_order(f, &o, err) || !pack_totals(f, &o, &t, err))
		return false;
	len = strlen(v->text);
	str_print(v->text + len, sizeof v->text - len, "; %lld of %lld packed",
	    (long long)t.packed, (long long)t.qty);
	str_copy(said, sizeof said, v->hint);
	return verdict_more(v, "", "XCXBEGIN starts the next carton, XCXDONE ends %s.%s%s",
	    o.key, said[0] != '\0' ? " " : "", said);
}

static bool
end_order(struct flow *f, struct verdict *v, struct err *err)
{
	struct pack_order o;
	struct pack_totals t;
	int64_t packed;

	if (!pack_order(f, &o, err) || !pack_totals(f, &o, &t, err))
		return false;
	packed = t.packed;
	if (packed < t.qty && !flow_confirmed(f, v, "order.short",
	    "%s: %lld of %lld units are not packed, %lld of them picked; the same "
	    "again ends it for now", o.key, (long long)(t.qty - packed),
	    (long long)t.qty, (long long)t.picked))
		return true;
	if (!job_end(f, err))
		return false;
	return verdict_say(v, VERDICT_OK, "", "%s: %lld of %lld units packed in %lld "
	    "carton%s%s", o.key, (long long)packed, (long long)t.qty,
	    (long long)t.cartons, t.cartons == 1 ? "" : "s",
	    packed >= t.qty ? ", complete" : ", the rest stays open");
}

bool
pack_done(struct flow *f, struct verdict *v, struct err *err)
{
	if (flow_value(f, "order") == NULL)
		return verdict_say(v, VERDICT_OK, "", "nothing is open here");
	if (flow_value(f, "carton") != NULL)
		return put_carton_away(f, v, err);
	return end_order(f, v, err);
}
