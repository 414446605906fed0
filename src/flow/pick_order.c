/*
 * pick_order.c - the order of a pick: may it be picked, what it is promised,
 * and its end.
 * SPDX-License-Identifier: Apache-2.0
 *
 * An order that cannot be had whole is asked about once: the same scan again
 * begins with what there is, and the rest stays open for another day.
 */
#include <string.h>
#include "base/str.h"
#include "flow/pick.h"

bool
pick_orders(struct flow *f, struct pick_orders *out, struct err *err)
{
	const struct slot *s = &f->slots[flow_slot(f, "order")];

	out->n = 0;
	for (size_t i = 0; i < s->values.n && out->n < BATCH_MAX; i++) {
		struct pick_order *one = &out->at[out->n++];

		str_print(one->key, sizeof one->key, "%s:%s", s->values.at[i].where,
		    s->values.at[i].code);
		if (!store_name_find(ledger_store(f->l), NAME_ORDER, one->key,
		    &one->id, err))
			return false;
	}
	return true;
}

bool
pick_bin(struct flow *f, int64_t *id, struct err *err)
{
	const char *bin = flow_text(f, "bin");

	*id = 0;
	return bin[0] == '\0' || store_name_find(ledger_store(f->l), NAME_BIN, bin,
	    id, err);
}

bool
pick_totals(struct flow *f, const struct pick_orders *orders, int64_t *qty,
    int64_t *picked, struct err *err)
{
	struct store *s = ledger_store(f->l);

	*qty = *picked = 0;
	if (!ledger_settle(f->l, err))
		return false;
	for (size_t i = 0; i < orders->n; i++) {
		if (store_first(s, Q_PICK_TOTALS, err, "i", orders->at[i].id) < 1)
			return false;
		*qty += store_int(s, Q_PICK_TOTALS, 0);
		*picked += store_int(s, Q_PICK_TOTALS, 1);
		store_end(s, Q_PICK_TOTALS);
	}
	return true;
}

/* --- Which order ----------------------------------------------------------- */

static bool
kind_of(const struct meaning *m, enum order_kind *kind, struct verdict *v)
{
	int n = 0;

	for (size_t i = 0; i < m->n_orders; i++)
		if (m->order_kinds[i] == ORDER_SO ||
		    m->order_kinds[i] == ORDER_TRANSFER) {
			*kind = m->order_kinds[i];
			n++;
		}
	if (n == 1)
		return true;
	if (n == 0) {
		verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
		    "%s %s is nothing to pick; wanted is an SO or a TRANSFER",
		    order_kind_name(m->order_kinds[0]), m->order_number);
		return !verdict_more(v, "", "Scan the pick slip of the order.");
	}
	verdict_say(v, VERDICT_REFUSE, "scan.ambiguous",
	    "%s is the number of an SO and of a TRANSFER", m->order_number);
	return !verdict_more(v, "", "Key SO:%s or TRANSFER:%s.", m->order_number,
	    m->order_number);
}

static bool
is_open(const struct order *o, struct verdict *v)
{
	static const char *const what_to_do[ORDER_STATES] = {
		[ORDER_DRAFT] = "A supervisor releases it first.",
		[ORDER_HELD] = "Ask who holds it; a supervisor releases it.",
		[ORDER_CLOSED] = "It is done; put the slip away.",
		[ORDER_CANCELLED] = "Pick nothing for it; put the slip away.",
	};

	if (o->state == ORDER_OPEN)
		return true;
	verdict_say(v, VERDICT_REFUSE, "order.closed", "%s %s is %s",
	    order_kind_name(o->kind), o->number, order_state_name(o->state));
	return !verdict_more(v, o->note, "%s", what_to_do[o->state]);
}

/* A batch takes an order once, and only so many. */
static bool
has_room(struct flow *f, size_t slot, const struct order *o, struct verdict *v)
{
	const struct slot *s = &f->slots[slot];

	if (!f->form->slots[slot].many)
		return true;
	for (size_t i = 0; i < s->values.n; i++)
		if (strcmp(s->values.at[i].code, o->number) == 0 &&
		    strcmp(s->values.at[i].where, order_kind_name(o->kind)) == 0) {
			verdict_say(v, VERDICT_WARN, "unit.already-done",
			    "%s is in the batch already", o->key);
			return !verdict_more(v, "", "Nothing was added.");
		}
	if (s->values.n < BATCH_MAX)
		return true;
	verdict_say(v, VERDICT_REFUSE, "command.not-here",
	    "a batch has at most %d orders", BATCH_MAX);
	return !verdict_more(v, "", "Pick these first.");
}

/* --- What it is promised ------------------------------------------------------ */

static int64_t
had(const struct allocation_result *r)
{
	int64_t n = 0;

	for (size_t i = 0; i < r->lines.n; i++)
		n += r->lines.at[i].got;
	return n;
}

static bool
nothing_to_pick(const struct order *o, const struct err *short_of,
    struct verdict *v)
{
	verdict_say(v, VERDICT_REFUSE, "order.short", "%s: nothing can be picked: %s",
	    o->key, short_of->detail[0] != '\0' ? short_of->detail : short_of->what);
	return verdict_more(v, short_of->detail,
	    "Put the slip back; it is scanned again when goods have come.");
}

/* Something may stand promised from before. */
static bool
stands_already(struct flow *f, const struct order *o, bool *any, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc = store_first(s, Q_PICK_BINS, err, "ii", o->id, (int64_t)1);

	*any = rc > 0;
	store_end(s, Q_PICK_BINS);
	return rc >= 0;
}

/* What else a person should know: the first line's note. */
static void
keep_note(const struct allocation_result *r, char note[NOTE_SIZE])
{
	note[0] = '\0';
	for (size_t i = 0; i < r->lines.n && note[0] == '\0'; i++)
		str_copy(note, NOTE_SIZE, r->lines.at[i].note);
}

/* It cannot be had whole: *ok when it is begun with what there is. */
static bool
promise_part(struct flow *f, const struct order *o, bool any,
    const struct err *short_of, char note[NOTE_SIZE], bool *ok,
    struct verdict *v, struct err *err)
{
	struct booker booker = { f, v };
	struct allocation_ask ask = { .entry = (enum event_entry)f->entry,
	    .partial = true, .append = flow_book_aside, .ctx = &booker };
	struct allocation_result r = { 0 };

	*ok = false;
	if (!any && !stands_already(f, o, &any, err))
		return false;
	if (!any)
		return nothing_to_pick(o, short_of, v);
	if (!flow_confirmed(f, v, "order.short",
	    "%s is short: %s; the same again begins with what there is", o->key,
	    short_of->detail[0] != '\0' ? short_of->detail : short_of->what))
		return true;
	*ok = order_allocate(f->l, o, &ask, &r, err);
	keep_note(&r, note);
	allocation_result_done(&r);
	return *ok;
}

/* *ok: go on, with all or with what there is. */
static bool
promise(struct flow *f, const struct order *o, char note[NOTE_SIZE], bool *ok,
    struct verdict *v, struct err *err)
{
	struct booker booker = { f, v };
	struct allocation_ask ask = { .entry = (enum event_entry)f->entry,
	    .append = flow_book_aside, .ctx = &booker };
	struct allocation_result r = { 0 };
	struct err short_of;
	bool any;

	*ok = order_allocate(f->l, o, &ask, &r, err);
	any = had(&r) > 0;
	keep_note(&r, note);
	allocation_result_done(&r);
	if (*ok)
		return true;
	if (err->kind != ERR_CLASH && err->kind != ERR_ABSENT)
		return false;
	short_of = *err;
	err_clear(err);
	if (strcmp(short_of.code, "order.short") != 0)
		return verdict_from_err(v, &short_of);
	return promise_part(f, o, any, &short_of, note, ok, v, err);
}

/* "SO:5001 for JONES: 0 of 5 picked; go to A-01: 2 of DRILL" */
static bool
say_order(struct flow *f, const struct order *o, struct verdict *v,
    struct err *err)
{
	struct pick_orders one = { .n = 1 }, all;
	int64_t qty, picked;
	char what[120] = "";
	struct walk walk;

	str_copy(one.at[0].key, ORDER_SIZE, o->key);
	one.at[0].id = o->id;
	if (!pick_totals(f, &one, &qty, &picked, err) || !pick_orders(f, &all, err) ||
	    !walk_read(f, &all, 1, &walk, err))
		return false;
	if (walk.stops.n == 0) {
		verdict_say(v, VERDICT_OK, "", "%s for %s: %lld of %lld picked, "
		    "nothing is left to pick; XCXDONE ends it", o->key, o->party,
		    (long long)picked, (long long)qty);
	} else {
		walk_words(&walk, 0, all.n > 1 ? &all : NULL, what, sizeof what);
		verdict_say(v, VERDICT_OK, "", "%s for %s: %lld of %lld picked; "
		    "go to %s: %s", o->key, o->party, (long long)picked,
		    (long long)qty, walk.stops.at[0].bin, what);
	}
	walk_done(&walk);
	return true;
}

static void
fill(struct flow *f, size_t slot, const struct order *o)
{
	const struct value *now = flow_value(f, "order");
	bool same = now != NULL && strcmp(now->code, o->number) == 0 &&
	    strcmp(now->where, order_kind_name(o->kind)) == 0;
	struct value *value;

	if (!f->form->slots[slot].many && !same) {
		flow_empty(f, "bin");
		vec_clear(&f->skipped);
		if (now != NULL && f->picking.tote[0] != '\0')
			str_copy(f->picking.tote, CODE_SIZE, TOTE_WANTED);
	}
	value = flow_fill(f, slot, o->number, o->party);
	str_copy(value->where, sizeof value->where, order_kind_name(o->kind));
}

static bool
take_found(struct flow *f, size_t slot, const struct order *o, struct verdict *v,
    struct err *err)
{
	const char *kind = order_kind_name(o->kind);
	char note[NOTE_SIZE];
	int64_t job;
	bool ok;

	if (!is_open(o, v) || !has_room(f, slot, o, v))
		return true;
	if (!pick_not_taken(f, kind, o->number, &job, &ok, v, err))
		return false;
	if (!ok)
		return true;
	if (!promise(f, o, note, &ok, v, err))
		return false;
	if (!ok)
		return true;
	if (job != 0 && !pick_take_over(f, job, kind, o->number, err))
		return false;
	fill(f, slot, o);
	return say_order(f, o, v, err) && verdict_more(v, note, "%s", note);
}

bool
pick_take_order(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	enum order_kind kind = ORDER_KINDS;
	struct order o;
	bool ok = true;
	int rc;

	if (!kind_of(m, &kind, v))
		return true;
	order_init(&o);
	if ((rc = order_find(f->l, kind, m->order_number, &o, err)) > 0)
		ok = take_found(f, slot, &o, v, err);
	order_done(&o);
	return ok && rc >= 0;
}

/* --- The end --------------------------------------------------------------------- */

bool
pick_end(struct flow *f, struct verdict *v, struct err *err)
{
	struct pick_orders orders;
	int64_t qty, picked;
	char what[ORDER_SIZE + 16];

	if (!pick_orders(f, &orders, err))
		return false;
	if (orders.n == 0)
		return verdict_say(v, VERDICT_OK, "", "nothing is open here");
	if (flow_half_filled(f)) {
		verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "%s waits for its tote", flow_text(f, "unit"));
		return verdict_more(v, "", "Scan the tote, or XCXUNDO.");
	}
	if (!pick_totals(f, &orders, &qty, &picked, err))
		return false;
	str_copy(what, sizeof what, orders.at[0].key);
	if (orders.n > 1)
		str_print(what, sizeof what, "the batch of %zu orders", orders.n);
	if (picked < qty && !flow_confirmed(f, v, "order.short",
	    "%s: %lld of %lld are picked; the same again ends it and the rest "
	    "stays open", what, (long long)picked, (long long)qty))
		return true;
	if (!job_end(f, err))
		return false;
	return verdict_say(v, VERDICT_OK, "", "%s: %lld of %lld picked%s", what,
	    (long long)picked, (long long)qty, picked >= qty ?
	    ", all of it; take it to be packed" : ", the rest stays open");
}
