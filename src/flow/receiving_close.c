/*
 * receiving_close.c - the end of a delivery.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A delivery cannot close silently when units are missing or others came: what
 * is missing or extra is said and the same command again closes.  Where the
 * serials were announced, an incident about the order keeps the lists; where
 * only a quantity was ordered, the rest simply stays open.
 */
#include <string.h>
#include "base/str.h"
#include "flow/receiving.h"

#define MISSING_SHOWN 5

static bool
count_of(struct flow *f, enum query q, int64_t id, int64_t *n, struct err *err)
{
	struct store *s = ledger_store(f->l);

	if (store_first(s, q, err, "i", id) < 1)
		return false;
	*n = store_int(s, q, 0);
	store_end(s, q);
	return true;
}

static bool
missing_words(struct flow *f, int64_t id, char *out, size_t size, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc;

	out[0] = '\0';
	if (!store_walk(s, Q_FLOW_ORDER_MISSING, err, "ii", id,
	    (int64_t)MISSING_SHOWN))
		return false;
	while ((rc = store_next(s, Q_FLOW_ORDER_MISSING, err)) > 0) {
		size_t len = strlen(out);

		str_print(out + len, size - len, "%s%s", len > 0 ? " " : "",
		    store_text(s, Q_FLOW_ORDER_MISSING, 0));
	}
	return rc == 0;
}

static bool
close_odd(struct flow *f, const struct delivery *d, int64_t missing,
    int64_t extra, struct verdict *v, struct err *err)
{
	char list[140], words[NOTE_SIZE];

	if (!missing_words(f, d->id, list, sizeof list, err))
		return false;
	str_print(words, sizeof words, "%lld missing%s%s%s%s, %lld extra",
	    (long long)missing, missing > 0 ? " (" : "", list,
	    missing > MISSING_SHOWN ? " ..." : "", missing > 0 ? ")" : "",
	    (long long)extra);
	if (!flow_confirmed(f, v, "order.short", "%s: %s; the same again closes it",
	    d->key, words))
		return true;
	if (!flow_incident(f, v, SUBJECT_ORDER, "", d->key,
	    missing > 0 ? "order.short" : "unit.not-expected", words, err) ||
	    !job_end(f, err))
		return false;
	return verdict_say(v, VERDICT_DONE, "", "%s closed: %s; an incident keeps it",
	    d->key, words);
}

static bool
half_entered(struct flow *f, struct verdict *v)
{
	const struct form_slot *s = &f->form->slots[flow_current(f)];

	verdict_say(v, VERDICT_REFUSE, strcmp(s->name, "lot") == 0 ? "lot.required" :
	    s->accepts == ACCEPT_DATE ? "date.required" : "command.not-here",
	    "a unit is half entered, %s is missing", s->label);
	return verdict_more(v, s->help, "%s, or XCXUNDO.", s->prompt);
}

bool
receiving_close(struct flow *f, struct verdict *v, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t missing = 0, extra = 0, qty, came;
	struct delivery d;

	if (flow_value(f, "order") == NULL)
		return verdict_say(v, VERDICT_OK, "", "nothing is open here");
	if (flow_half_filled(f))
		return half_entered(f, v);
	if (!delivery_read(f, &d, err))
		return false;
	if (d.announced && (!count_of(f, Q_FLOW_ORDER_MISSING_COUNT, d.id, &missing,
	    err) || !count_of(f, Q_FLOW_ORDER_EXTRA_COUNT, d.id, &extra, err)))
		return false;
	if (missing > 0 || extra > 0)
		return close_odd(f, &d, missing, extra, v, err);
	if (store_first(s, Q_FLOW_ORDER_TOTALS, err, "i", d.id) < 1)
		return false;
	qty = store_int(s, Q_FLOW_ORDER_TOTALS, 0);
	came = store_int(s, Q_FLOW_ORDER_TOTALS, 1);
	store_end(s, Q_FLOW_ORDER_TOTALS);
	if (came < qty && !flow_confirmed(f, v, "order.short",
	    "%s: %lld of %lld units are still to come; the same again ends it for now",
	    d.key, (long long)(qty - came), (long long)qty))
		return true;
	if (!job_end(f, err))
		return false;
	return verdict_say(v, VERDICT_DONE, "", "%s: %lld of %lld units received%s",
	    d.key, (long long)came, (long long)qty,
	    came >= qty ? ", complete" : ", the rest stays open");
}
