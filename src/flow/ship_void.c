/*
 * ship_void.c - what left already: the notice, and the void after it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A second scan of what left is most often a mistake of the hand and gets a
 * calm notice.  XCXNO after it begins a void: a supervisor's badge, a reason,
 * and the goods are here again; the shipment stays in the history.
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/ship.h"

bool
ship_notice(struct flow *f, const struct value *value, struct verdict *v,
    struct err *err)
{
	char words[80], key[ORDER_SIZE], when[17];
	struct event e;
	int rc;

	ship_words(value, words, sizeof words);
	ship_order_key(value, key);
	rc = ship_is_order(value) ? shipment_order_event(f->l, key, &e, err) :
	    shipment_carton_event(f->l, value->code, &e, err);
	if (rc < 0)
		return false;
	if (rc == 0) {
		verdict_say(v, VERDICT_WARN, "unit.already-done",
		    "all of %s has left already", words);
	} else {
		clock_local(e.at, when);
		verdict_say(v, VERDICT_WARN, "unit.already-done",
		    "%s left already: %s by %s", words, when, e.operator);
	}
	f->notice = *value;
	return verdict_more(v, "Nothing was added.",
	    "XCXNO voids the shipment: a supervisor, with a reason.");
}

/* What to take back; *ok false: *v says why it cannot be. */
static bool
read_gone(struct flow *f, const struct value *value, struct shipment *s,
    bool *ok, struct verdict *v, struct err *err)
{
	char key[ORDER_SIZE], words[80];
	struct carton c;
	int rc;

	*ok = false;
	ship_words(value, words, sizeof words);
	ship_order_key(value, key);
	if (ship_is_order(value) ? !shipment_gone(f->l, key, s, err) :
	    !shipment_add_carton(f->l, s, value->code, err))
		return false;
	if (s->left.on_shared > 0) {
		verdict_say(v, VERDICT_REFUSE, "carton.nested",
		    "part of %s left on pallet %s with other orders", words,
		    s->left.pallet);
		return verdict_more(v, "", "Scan the pallet: it is voided as a whole.");
	}
	if (!ship_is_order(value)) {
		if ((rc = carton_find(f->l, value->code, &c, err)) < 0)
			return false;
		if (rc > 0 && c.parent[0] != '\0') {
			verdict_say(v, VERDICT_REFUSE, "carton.nested",
			    "%s left on pallet %s", words, c.parent);
			return verdict_more(v, c.parent,
			    "Scan the pallet: it is voided as a whole.");
		}
	}
	*ok = true;
	return true;
}

struct taking { struct flow *f; struct verdict *v; };

static bool
put(void *ctx, struct event *e, struct err *err)
{
	struct taking *t = ctx;

	return flow_append(t->f, t->v, e, err);
}

static bool
void_it(struct flow *f, const struct value *value, const struct shipment *s,
    struct verdict *v, struct err *err)
{
	struct taking t = { f, v };
	char note[80], words[80];
	struct shipment_void what = { .reason = f->allowed_reason, .note = note,
	    .put = put, .ctx = &t };
	int64_t n;

	str_print(note, sizeof note, "allowed by %s", f->allowed_by.badge);
	if (!shipment_take_back(f->l, s, &what, &n, err))
		return false;
	ship_words(value, words, sizeof words);
	if (v->n_events == 0) {
		verdict_say(v, VERDICT_REFUSE, "unit.wrong-status",
		    "nothing of %s is away any more", words);
		return verdict_more(v, "", "Look at its history.");
	}
	flow_commit_words(f, "shipment of %s voided", words);
	verdict_say(v, VERDICT_DONE, "", "the shipment of %s is voided: %lld unit%s "
	    "here again, allowed by %s", words, (long long)n, n == 1 ? " is" :
	    "s are", f->allowed_by.name);
	return verdict_more(v, f->allowed_reason,
	    "Ship it again, or open the carton and put the goods back.");
}

bool
ship_void(struct flow *f, bool *handled, struct verdict *v, struct err *err)
{
	struct value value = f->notice;
	struct shipment s;
	char words[80];
	bool ok, may = false;

	*handled = value.code[0] != '\0' && (f->standing == VERDICT_WARN ||
	    flow_has(f->allowed, "operator.permission"));
	if (!*handled)
		return true;
	ship_words(&value, words, sizeof words);
	shipment_init(&s);
	ok = read_gone(f, &value, &s, &may, v, err);
	if (ok && may && flow_allowed(f, v, "operator.permission",
	    "to void the shipment of %s takes a supervisor", words))
		ok = void_it(f, &value, &s, v, err);
	shipment_done(&s);
	if (ok && v->kind == VERDICT_DONE)
		f->notice.code[0] = '\0';
	return ok;
}
