/*
 * ship_slots.c - what fills the slots of ship.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/ship.h"

bool
ship_is_order(const struct value *value)
{
	return order_kind_find(value->where) >= 0;
}

void
ship_order_key(const struct value *value, char out[ORDER_SIZE])
{
	str_print(out, ORDER_SIZE, "%s:%s", value->where, value->code);
}

void
ship_words(const struct value *value, char *out, size_t size)
{
	if (ship_is_order(value))
		str_print(out, size, "%s:%s", value->where, value->code);
	else
		str_print(out, size, "%s %s", value->where, value->code);
}

/* --- A container ------------------------------------------------------------ */

static bool
no_carton(const struct meaning *m, struct verdict *v)
{
	verdict_say(v, VERDICT_REFUSE, "carton.unknown", "no carton %s is known",
	    m->carton);
	return verdict_more(v, m->text,
	    "Scan the SSCC label that was made when it was packed, or the order.");
}

/* Is it in a state to leave by itself?  Sets a refusal if not. */
static bool
stands_alone(const struct carton *c, struct verdict *v)
{
	if (c->kind == CARTON_TOTE) {
		verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
		    "%s is a tote, wanted is a carton or an order", c->code);
		return !verdict_more(v, c->order, "Pack what is in it first.");
	}
	if (c->state == CARTON_ENDED) {
		verdict_say(v, VERDICT_REFUSE, "carton.closed",
		    "carton %s was emptied and is no longer used", c->code);
		return !verdict_more(v, "", "Scan the label on the carton that leaves.");
	}
	if (c->parent[0] != '\0') {
		verdict_say(v, VERDICT_REFUSE, "carton.nested",
		    "carton %s is on pallet %s", c->code, c->parent);
		return !verdict_more(v, c->parent,
		    "Ship the pallet, or take the carton off it first.");
	}
	return true;
}

static bool
fill_and_say(struct flow *f, size_t slot, const struct value *value,
    const struct shipment *s, const char *party, struct verdict *v)
{
	const struct shipment_left *left = &s->left;
	int64_t stays = left->allocated + left->in_totes + left->in_open +
	    left->on_shared;
	struct value *to = flow_fill(f, slot, value->code, party);
	char words[80], stay[48] = "";

	str_copy(to->where, sizeof to->where, value->where);
	ship_words(value, words, sizeof words);
	if (stays > 0)
		str_print(stay, sizeof stay, ", %lld stay here", (long long)stays);
	return verdict_say(v, VERDICT_OK, "", "%s%s%s: %zu unit%s%s", words,
	    party[0] != '\0' ? " for " : "", party, s->units.n,
	    s->units.n == 1 ? "" : "s", stay);
}

/* A pallet is for whom its cartons are. */
static const char *
party_of(const struct shipment *s)
{
	for (size_t i = 0; i < s->cartons.n; i++)
		if (s->cartons.at[i].carton.party[0] != '\0')
			return s->cartons.at[i].carton.party;
	return "";
}

static bool
take_carton(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	struct value value = { .where = "" };
	struct shipment s;
	struct carton c;
	bool ok;
	int rc = carton_find(f->l, m->carton, &c, err);

	if (rc <= 0)
		return rc == 0 && no_carton(m, v);
	str_copy(value.code, sizeof value.code, c.code);
	str_copy(value.where, sizeof value.where, carton_kind_name(c.kind));
	if (c.state == CARTON_SHIPPED)
		return ship_notice(f, &value, v, err);
	if (!stands_alone(&c, v))
		return true;
	shipment_init(&s);
	ok = ship_read(f, &value, &s, err);
	if (ok) {
		bool may;

		ok = ship_allows(f, &value, &s, &may, v, err) &&
		    (!may || ship_free(f, &value, &may, v, err));
		if (ok && may)
			fill_and_say(f, slot, &value, &s, party_of(&s), v);
	}
	shipment_done(&s);
	return ok;
}

/* --- An order --------------------------------------------------------------- */

static bool
goes_out(enum order_kind kind)
{
	return kind == ORDER_SO || kind == ORDER_TRANSFER;
}

/* The one kind of order that goes out under this number. */
static bool
choose_kind(const struct meaning *m, enum order_kind *kind, struct verdict *v)
{
	int n = 0;

	for (size_t i = 0; i < m->n_orders; i++)
		if (goes_out(m->order_kinds[i])) {
			*kind = m->order_kinds[i];
			n++;
		}
	if (n == 1)
		return true;
	if (n == 0) {
		verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
		    "%s %s does not go out; wanted is an SO or a TRANSFER",
		    order_kind_name(m->order_kinds[0]), m->order_number);
		return !verdict_more(v, "", "Scan the order that the goods are for.");
	}
	verdict_say(v, VERDICT_REFUSE, "scan.ambiguous",
	    "%s is the number of an SO and of a TRANSFER", m->order_number);
	return !verdict_more(v, "", "Key SO:%s or TRANSFER:%s.", m->order_number,
	    m->order_number);
}

/* What stays here, in words: "2 not picked, 3 in tote T-1". */
static void
left_words(const struct shipment_left *left, char *out, size_t size)
{
	const struct { int64_t n; const char *words, *where; } parts[] = {
		{ left->allocated, "not picked", "" },
		{ left->in_totes, "not packed, in tote ", left->tote },
		{ left->in_open, "in open carton ", left->carton },
		{ left->on_shared, "on shared pallet ", left->pallet },
	};

	out[0] = '\0';
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		size_t len = strlen(out);

		if (parts[i].n > 0)
			str_print(out + len, size - len, "%s%lld %s%s",
			    len > 0 ? ", " : "", (long long)parts[i].n,
			    parts[i].words, parts[i].where);
	}
}

/* Nothing of it can leave: why, and what to do. */
static bool
nothing(const char *key, const struct shipment_left *left, struct verdict *v)
{
	char words[160];

	left_words(left, words, sizeof words);
	if (left->in_open > 0) {
		verdict_say(v, VERDICT_REFUSE, "carton.open",
		    "carton %s of %s is open: close it first", left->carton, key);
		return verdict_more(v, words, "Pack: scan it, then XCXFULL.");
	}
	if (left->on_shared > 0) {
		verdict_say(v, VERDICT_REFUSE, "carton.nested",
		    "%s is on pallet %s with other orders", key, left->pallet);
		return verdict_more(v, words,
		    "Ship the pallet, or take the cartons off it first.");
	}
	verdict_say(v, VERDICT_REFUSE, "order.short", "nothing of %s is ready%s%s",
	    key, words[0] != '\0' ? ": " : ": nothing was picked for it", words);
	return verdict_more(v, words, "Pick and pack it first.");
}

/* All that was bound to it left before? */
static bool
has_left(struct flow *f, const char *key, const struct shipment *s, bool *gone,
    struct err *err)
{
	const struct shipment_left *left = &s->left;
	int64_t qty, shipped;

	*gone = false;
	if (s->units.n > 0 || left->allocated + left->in_totes + left->in_open +
	    left->on_shared > 0)
		return true;
	if (!shipment_progress(f->l, key, &qty, &shipped, err))
		return false;
	*gone = shipped > 0;
	return true;
}

static bool
take_read(struct flow *f, size_t slot, const struct value *value,
    const struct shipment *s, struct verdict *v, struct err *err)
{
	char key[ORDER_SIZE], words[160];
	bool gone, open, may;

	ship_order_key(value, key);
	if (!has_left(f, key, s, &gone, err))
		return false;
	if (gone)
		return ship_notice(f, value, v, err);
	if (!ship_order_open(f, key, &open, v, err) || !open)
		return !open;
	if (s->units.n == 0)
		return nothing(key, &s->left, v);
	if (!ship_allows(f, value, s, &may, v, err) ||
	    (may && !ship_free(f, value, &may, v, err)))
		return false;
	left_words(&s->left, words, sizeof words);
	if (!may || (words[0] != '\0' && !flow_confirmed(f, v, "order.short",
	    "%s is not all ready (%s); the same again ships the other %zu",
	    key, words, s->units.n)))
		return true;
	return fill_and_say(f, slot, value, s, value->note, v);
}

bool
ship_take_order(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	struct value value = { .where = "" };
	enum order_kind kind = ORDER_KINDS;
	struct shipment s;
	struct order order;
	bool ok;

	if (!choose_kind(m, &kind, v))
		return true;
	order_init(&order);
	ok = order_find(f->l, kind, m->order_number, &order, err) >= 0;
	str_copy(value.code, sizeof value.code, order.number);
	str_copy(value.note, sizeof value.note, order.party);
	order_done(&order);
	str_copy(value.where, sizeof value.where, order_kind_name(kind));
	shipment_init(&s);
	ok = ok && ship_read(f, &value, &s, err) &&
	    take_read(f, slot, &value, &s, v, err);
	shipment_done(&s);
	return ok;
}

/* --- Carrier and tracking --------------------------------------------------- */

static bool
take_carrier(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v)
{
	if (m->party.kind != PARTY_CARRIER) {
		verdict_say(v, VERDICT_REFUSE, "party.mismatch",
		    "%s %s is a %s, wanted is a carrier", m->party.code,
		    m->party.name, party_kind_name(m->party.kind));
		return verdict_more(v, m->party.code,
		    "Scan the carrier, or XCXDONE to ship without.");
	}
	flow_fill(f, slot, m->party.code, m->party.name);
	return verdict_say(v, VERDICT_OK, "", "carrier %s %s", m->party.code,
	    m->party.name);
}

/* A thing of ours is no number of a carrier's. */
static bool
take_tracking(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v)
{
	char is[160];

	if ((m->kinds & (ACCEPT_UNIT | ACCEPT_ITEM | ACCEPT_BIN | ACCEPT_ORDER |
	    ACCEPT_PARTY)) != 0 || m->container.id != 0) {
		meaning_words(m, is, sizeof is);
		verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
		    "that is %s, wanted is a tracking number", is);
		return verdict_more(v, "",
		    "Scan the carrier's label, or XCXDONE to ship without.");
	}
	if (strlen(m->text) >= CODE_SIZE)
		return verdict_say(v, VERDICT_REFUSE, "scan.too-long",
		    "a tracking number has at most %d characters", CODE_SIZE - 1);
	flow_fill(f, slot, m->text, "");
	return verdict_say(v, VERDICT_OK, "", "tracking number %s", m->text);
}

bool
ship_take(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	const char *name = f->form->slots[slot].name;

	f->notice.code[0] = '\0';
	if (strcmp(name, "carrier") == 0)
		return take_carrier(f, slot, m, v);
	if (strcmp(name, "tracking") == 0)
		return take_tracking(f, slot, m, v);
	if ((m->kinds & ACCEPT_CARTON) != 0)
		return take_carton(f, slot, m, v, err);
	return ship_take_order(f, slot, m, v, err);
}
