/*
 * understand.c - which slot a scan is for, and the answers when it is for none.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "domain/gtin.h"
#include "flow/flow_private.h"

/* Things that have codes of their own. */
#define KNOWN (ACCEPT_UNIT | ACCEPT_ITEM | ACCEPT_BIN | ACCEPT_ORDER | \
	ACCEPT_PARTY | ACCEPT_CARTON | ACCEPT_BADGE)

bool
flow_half_filled(const struct flow *f)
{
	for (size_t i = 0; i < f->form->n_slots; i++)
		if (!f->form->slots[i].sticky && f->slots[i].values.n > 0)
			return true;
	return false;
}

bool
meaning_fits(const struct flow *f, size_t slot, const struct meaning *m)
{
	const struct form_slot *s = &f->form->slots[slot];
	unsigned kinds = m->kinds & s->accepts;

	if ((s->accepts & ACCEPT_ANY) != 0)
		return true;
	if (kinds == ACCEPT_DATE && m->structured)
		return strcmp(s->name, "made_on") == 0 ?
		    m->parsed->made_on[0] != '\0' : m->parsed->expires_on[0] != '\0';
	return kinds != 0;
}

/* The slot a scan is for, or n_slots. */
static size_t
slot_for(const struct flow *f, const struct meaning *m)
{
	size_t n = f->form->n_slots, current = flow_current(f);

	if (current == n)
		current = n - 1;
	if (meaning_fits(f, current, m))
		return current;
	if (current > 0 && f->form->slots[current - 1].many &&
	    f->slots[current - 1].values.n > 0 && meaning_fits(f, current - 1, m))
		return current - 1;
	/* a thing that we know may take the place of what was kept; a mere text
	 * (it could be a lot, a reason ...) does not find its way back */
	for (size_t i = current; i > 0 && !flow_half_filled(f); i--)
		if (f->form->slots[i - 1].sticky && f->slots[i - 1].values.n > 0 &&
		    (m->structured || (m->kinds & f->form->slots[i - 1].accepts &
		    KNOWN) != 0) && meaning_fits(f, i - 1, m))
			return i - 1;
	/* a known unit decides its item */
	for (size_t i = current + 1; i < n && m->n_units == 1 &&
	    (f->form->slots[current].accepts & ACCEPT_ITEM) != 0; i++)
		if ((f->form->slots[i].accepts & ACCEPT_UNIT) != 0)
			return i;
	return n;
}

/* May a value come in this way? */
static bool
entry_allowed(struct flow *f, size_t slot, struct verdict *v)
{
	const struct form_slot *s = &f->form->slots[slot];

	if (f->entry == ENTRY_PASTED) {
		verdict_say(v, VERDICT_REFUSE, "entry.keyed-not-allowed",
		    "pasted text is not taken here");
		return !verdict_more(v, "", "Scan it, or key it.");
	}
	if (f->entry != ENTRY_KEYED || s->entry == POLICY_ANY)
		return true;
	if (s->entry == POLICY_SCAN_ONLY) {
		verdict_say(v, VERDICT_REFUSE, "entry.keyed-not-allowed",
		    "%s must be scanned, not keyed", s->label);
		return !verdict_more(v, "", "Scan its label. "
		    "If the label will not read, call a supervisor.");
	}
	if (flow_has(f->allowed, "entry.keyed-not-allowed"))
		return true;
	if (s->entry == POLICY_KEYED_NEEDS_SUPERVISOR)
		return flow_allowed(f, v, "entry.keyed-not-allowed",
		    "%s was keyed, not scanned", s->label);
	ask_about(f, PENDING_REASON, "entry.keyed-not-allowed");
	f->allowed_by = f->worker;
	verdict_say(v, VERDICT_ASK, "entry.keyed-reason",
	    "%s was keyed: why was it not scanned?", s->label);
	return !verdict_more(v, "", "Scan a reason card or key a few words; XCXNO gives up.");
}

static bool
wrong_kind(struct flow *f, const struct meaning *m, struct verdict *v)
{
	size_t current = flow_current(f);
	const struct form_slot *s;
	char is[160], wanted[160];

	s = &f->form->slots[current == f->form->n_slots ? current - 1 : current];
	meaning_words(m, is, sizeof is);
	accepts_words(s->accepts, wanted, sizeof wanted);
	verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind", "that is %s, wanted is %s",
	    is, wanted);
	return verdict_more(v, s->help, "%s", s->prompt);
}

/* Digits as long as a GTIN that were no GTIN: one of them is wrong. */
static bool
looks_like_gtin(const char *text)
{
	size_t n = strlen(text);

	return (n == 8 || (n >= 12 && n <= 14)) &&
	    strspn(text, "0123456789") == n && !gtin_check_digit_ok(text, n);
}

static bool
item_unknown(const struct meaning *m, struct verdict *v)
{
	verdict_say(v, VERDICT_REFUSE, "item.unknown", "no item has the GTIN %s",
	    m->parsed->gtin);
	return verdict_more(v, m->text, "Put it aside; the item must be imported first.");
}

/* Is it the GTIN of an item of ours but for its check digit? */
static bool
is_misread_gtin(struct flow *f, const struct meaning *m, bool *is,
    struct verdict *v, struct err *err)
{
	char right[16], gtin14[GTIN_SIZE];
	size_t len = strlen(m->text);
	struct item item;
	int n, rc;

	*is = false;
	if (m->structured || !looks_like_gtin(m->text))
		return true;
	str_copy(right, sizeof right, m->text);
	right[len - 1] = gs1_check_digit(right, len - 1);
	if (gtin_normalise(right, len, gtin14) != GTIN_OK)
		return true;
	if ((rc = item_find_gtin(f->l, gtin14, &item, &n, err)) < 0)
		return false;
	*is = rc > 0;
	if (*is) {
		verdict_say(v, VERDICT_REFUSE, "code.check-digit",
		    "%s is the GTIN of %s but for its check digit: it is misread",
		    m->text, item.code);
		verdict_more(v, gtin14, "Scan it again; wanted is the unit's own label.");
	}
	return true;
}

/* What is known of the text's shape says more than "not known". */
static bool
wrong_shape(const struct form_slot *s, const struct meaning *m, struct verdict *v)
{
	if ((s->accepts & ACCEPT_ITEM) != 0 && looks_like_gtin(m->text)) {
		verdict_say(v, VERDICT_REFUSE, "code.check-digit",
		    "%s has a wrong check digit: a digit is misread or missing", m->text);
		return verdict_more(v, "GTIN", "Scan it again, or key it digit by digit.");
	}
	if (s->accepts == ACCEPT_DATE) {
		verdict_say(v, VERDICT_REFUSE, "date.invalid", "\"%.40s\" is no date",
		    m->text);
		return verdict_more(v, s->help, "%s", s->prompt);
	}
	return (s->accepts & ACCEPT_ITEM) != 0 && m->gtin_unknown &&
	    item_unknown(m, v);
}

static bool
unknown(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	size_t current = flow_current(f);
	const struct form_slot *s =
	    &f->form->slots[current == f->form->n_slots ? current - 1 : current];
	char near[TEXT_SIZE * NEAR_SHOWN], wanted[160], is[160];
	bool misread;

	if (wrong_shape(s, m, v))
		return true;
	if (!is_misread_gtin(f, m, &misread, v, err))
		return false;
	if (misread)
		return true;
	accepts_words(s->accepts, wanted, sizeof wanted);
	meaning_words(m, is, sizeof is);
	if (!near_words(f, m->text, s->accepts, near, sizeof near, err))
		return false;
	verdict_say(v, VERDICT_REFUSE, "scan.unknown", "%s is not known; wanted is %s%s%s%s",
	    is, wanted, near[0] != '\0' ? " (did you mean " : "", near,
	    near[0] != '\0' ? "?)" : "");
	return verdict_more(v, near[0] != '\0' ? near : s->help, "%s", s->prompt);
}

/* Does the slot take a unit, or the one before it still? */
static bool
wants_unit(const struct flow *f, size_t current)
{
	if (current == f->form->n_slots)
		return false;
	return (f->form->slots[current].accepts & ACCEPT_UNIT) != 0 ||
	    (current > 0 && f->form->slots[current - 1].many &&
	    (f->form->slots[current - 1].accepts & ACCEPT_UNIT) != 0);
}

static bool
not_for_any_slot(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	size_t current = flow_current(f);
	bool handled = false;

	if (f->def->other != NULL && !f->def->other(f, m, &handled, v, err))
		return false;
	if (handled)
		return true;
	if (m->structured && m->has_item && m->serial[0] != '\0' &&
	    m->n_units == 0 && wants_unit(f, current)) {
		verdict_say(v, VERDICT_REFUSE, "unit.unknown",
		    "no unit %s of %s is known", m->serial, m->item.code);
		return verdict_more(v, "", "Receive it first, or scan another label.");
	}
	if ((m->kinds & KNOWN) != 0 || (m->structured && !m->gtin_unknown &&
	    (m->kinds & (ACCEPT_SERIAL | ACCEPT_LOT | ACCEPT_DATE)) != 0))
		return wrong_kind(f, m, v);
	return unknown(f, m, v, err);
}

/* A label that also names an order does not change the order at work, and
 * adds nothing to what was gathered. */
static bool
is_settled(const struct flow *f, size_t slot)
{
	return f->slots[slot].values.n > 0 && (f->form->slots[slot].many ||
	    (f->form->slots[slot].accepts & ACCEPT_ORDER) != 0);
}

/* A thing known by one code fills one slot, though others would take it. */
static bool
is_taken(const struct flow *f, size_t slot, size_t first, const struct meaning *m)
{
	unsigned kinds = m->kinds & f->form->slots[slot].accepts;

	return kinds != 0 && (kinds & ~(f->form->slots[first].accepts & KNOWN)) == 0;
}

/* One label fills every slot it has something for, in the form's order. */
static bool
fill_slots(struct flow *f, size_t first, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	if (!entry_allowed(f, first, v))
		return true;
	if (!m->structured)
		return f->def->take(f, first, m, v, err);
	for (size_t i = 0; i < f->form->n_slots; i++) {
		if (i != first && (!meaning_fits(f, i, m) || is_settled(f, i) ||
		    is_taken(f, i, first, m)))
			continue;
		if (!f->def->take(f, i, m, v, err))
			return false;
		if (v->kind != VERDICT_OK)
			return true;
	}
	return true;
}

static bool
fill_and_commit(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	size_t slot = slot_for(f, m);

	/* the serial of a strange product is no serial of the item at work */
	if (m->structured && m->gtin_unknown &&
	    (slot == f->form->n_slots || f->form->slots[slot].accepts != ACCEPT_ANY))
		return item_unknown(m, v);
	if (slot == f->form->n_slots)
		return not_for_any_slot(f, m, v, err);
	if (!fill_slots(f, slot, m, v, err))
		return false;
	if (v->kind == VERDICT_OK && flow_is_complete(f) && f->def->commit != NULL &&
	    !f->def->commit(f, v, err))
		return false;
	if (v->kind == VERDICT_DONE)
		flow_after_commit(f);
	return true;
}

static bool
refuse_broken(struct flow *f, struct verdict *v)
{
	const struct scan_parsed *p = &f->parsed;

	verdict_say(v, VERDICT_REFUSE, p->code[0] != '\0' ? p->code : "code.syntax",
	    "%s", p->error);
	return verdict_more(v, scan_kind_name(p->kind),
	    "The label is damaged or wrong; scan another one on the goods.");
}

bool
feed_understand(struct flow *f, const struct scan_in *in, struct verdict *v,
    struct err *err)
{
	struct meaning m;
	size_t current = flow_current(f);
	unsigned accepts = 0;

	for (size_t i = 0; i < f->form->n_slots; i++)
		accepts |= f->form->slots[i].accepts;
	if (!f->parsed.valid)
		return refuse_broken(f, v);
	if (strstr(f->parsed.pairing, "forbids") != NULL) {
		verdict_say(v, VERDICT_REFUSE, "code.pairing",
		    "the label contradicts itself: %s", f->parsed.pairing);
		return verdict_more(v, "", "Scan another label on the goods.");
	}
	if (!resolve(f, in, accepts, &m, err))
		return false;
	if (current < f->form->n_slots)
		accepts = f->form->slots[current].accepts;
	if ((m.kinds & ACCEPT_BADGE) != 0 &&
	    (accepts & (ACCEPT_BADGE | ACCEPT_ANY)) == 0)
		return badge_scanned(f, &m.badge, v, err);
	ask_forget(f);
	return fill_and_commit(f, &m, v, err);
}
