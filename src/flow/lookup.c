/*
 * lookup.c - scan anything, get its card.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/flow_private.h"
#include "ledger/serials.h"

#define CONTENTS_SHOWN 12

static const struct slot_def slots[] = { { "any", ACCEPT_ANY, true } };

static void line(struct flow *, const char *label, const char *fmt, ...)
    PRINTF_LIKE(3, 4);

static void
line(struct flow *f, const char *label, const char *fmt, ...)
{
	va_list ap;

	if (f->n_card == VIEW_CARD)
		return;
	va_start(ap, fmt);
	vsnprintf(f->card[f->n_card].value, sizeof f->card[0].value, fmt, ap);
	va_end(ap);
	if (f->card[f->n_card].value[0] == '\0')
		return;
	str_copy(f->card[f->n_card].label, sizeof f->card[0].label, label);
	f->n_card++;
}

static void
line_time(struct flow *f, const char *label, int64_t ms)
{
	char when[17];

	if (ms == 0)
		return;
	clock_local(ms, when);
	line(f, label, "%s", when);
}

static bool
card_unit(struct flow *f, const struct unit *u, struct verdict *v, struct err *err)
{
	char where[220], holds[64];
	struct item item;
	int rc = item_find(f->l, u->item, &item, err);

	if (rc < 0)
		return false;
	holds_words(u->holds, holds, sizeof holds);
	line(f, "Unit", "%s", u->serial);
	line(f, "Item", "%s %s", u->item, rc > 0 ? item.name : "");
	line(f, "GTIN", "%s", rc > 0 ? item.gtin : "");
	line(f, "Status", "%s", unit_status_name(u->status));
	line(f, "On hold", "%s", holds);
	line(f, "Bin", "%s", u->bin);
	line(f, "Lot", "%s", u->lot);
	line(f, "Made on", "%s", u->made_on);
	line(f, "Expires on", "%s", u->expires_on);
	line(f, "Came with", "%s", u->in_order);
	line(f, "For order", "%s", u->out_order);
	line(f, "Carton", "%s", u->carton);
	line(f, "Party", "%s", u->party);
	line(f, "Inside", "%s %s", u->parent_item, u->parent_serial);
	line(f, "Cover until", "%s", u->warranty_until);
	line_time(f, "Received", u->received_at);
	line_time(f, "Shipped", u->shipped_at);
	line_time(f, "Last act", u->changed_at);
	f->subject = *u;
	f->has_subject = true;
	unit_where_words(f, u, where, sizeof where);
	return verdict_say(v, VERDICT_OK, "", "unit %s of %s: %s", u->serial, u->item,
	    where);
}

static bool
card_units(struct flow *f, const struct meaning *m, struct verdict *v)
{
	char items[160] = "";

	for (size_t i = 0; i < m->n_units; i++) {
		const struct unit *u = &m->units[i];
		size_t len = strlen(items);

		line(f, u->item, "%s%s%s", unit_status_name(u->status),
		    u->bin[0] != '\0' ? " in " : "", u->bin);
		str_print(items + len, sizeof items - len, "%s%s", i > 0 ? ", " : "",
		    u->item);
	}
	verdict_say(v, VERDICT_WARN, "scan.ambiguous",
	    "several items bear the serial %s: %s", m->serial, items);
	return verdict_more(v, items, "Scan the label that holds the GTIN too.");
}

static bool
card_item(struct flow *f, const struct item *item, struct verdict *v,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t total = 0, free_units = 0;
	int rc;

	line(f, "Item", "%s", item->code);
	line(f, "Name", "%s", item->name);
	line(f, "GTIN", "%s", item->gtin);
	line(f, "Serial rule", "%s", item->serial_rule);
	line(f, "Lot", "%s", need_name(item->lot));
	line(f, "Allocation", "%s", allocation_name(item->allocation));
	line(f, "Own bin", "%s", item->default_bin);
	if (!store_walk(s, Q_FLOW_ITEM_STOCK, err, "i", item->id))
		return false;
	while ((rc = store_next(s, Q_FLOW_ITEM_STOCK, err)) > 0) {
		enum unit_status st = (enum unit_status)store_int(s, Q_FLOW_ITEM_STOCK, 0);
		int64_t n = store_int(s, Q_FLOW_ITEM_STOCK, 2);
		bool held = store_int(s, Q_FLOW_ITEM_STOCK, 1) != 0;

		total += n;
		if (st == UNIT_AVAILABLE && !held)
			free_units += n;
		line(f, unit_status_name(st), "%lld%s", (long long)n,
		    held ? " on hold" : "");
	}
	return rc == 0 && verdict_say(v, VERDICT_OK, "",
	    "item %s %s: %lld units known, %lld available", item->code, item->name,
	    (long long)total, (long long)free_units);
}

static bool
card_bin(struct flow *f, const struct bin *bin, struct verdict *v, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t n;
	int rc;

	if (!ledger_bin_units(f->l, bin->code, &n, err))
		return false;
	line(f, "Bin", "%s", bin->code);
	line(f, "Zone", "%s", bin->zone);
	line(f, "Kind", "%s", bin_kind_name(bin->kind));
	line(f, "Reserved", "%s", bin->reserved);
	if (bin->capacity >= 0)
		line(f, "Capacity", "%lld", (long long)bin->capacity);
	line(f, "Units", "%lld", (long long)n);
	if (!store_walk(s, Q_FLOW_BIN_CONTENTS, err, "ii", bin->id,
	    (int64_t)CONTENTS_SHOWN))
		return false;
	while ((rc = store_next(s, Q_FLOW_BIN_CONTENTS, err)) > 0)
		line(f, store_text(s, Q_FLOW_BIN_CONTENTS, 0), "%lld x %s",
		    (long long)store_int(s, Q_FLOW_BIN_CONTENTS, 2),
		    store_text(s, Q_FLOW_BIN_CONTENTS, 1));
	return rc == 0 && verdict_say(v, VERDICT_OK, "",
	    "bin %s (%s, zone %s): %lld units", bin->code, bin_kind_name(bin->kind),
	    bin->zone, (long long)n);
}

static bool
card_order(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	struct order order;
	const char *status = "";
	int rc;

	order_init(&order);
	rc = order_find(f->l, m->order_kinds[0], m->order_number, &order, err);
	if (rc > 0 && (status = order_status(f->l, &order, err)) != NULL) {
		line(f, "Order", "%s %s", order_kind_name(order.kind), order.number);
		line(f, "Party", "%s", order.party);
		line(f, "Status", "%s", status);
		line(f, "Note", "%s", order.note);
		for (size_t i = 0; i < order.lines.n; i++) {
			char label[24];

			str_print(label, sizeof label, "Line %lld",
			    (long long)order.lines.at[i].line);
			line(f, label, "%lld x %s", (long long)order.lines.at[i].qty,
			    order.lines.at[i].item);
		}
		verdict_say(v, VERDICT_OK, "", "%s %s of %s: %s, %zu lines",
		    order_kind_name(order.kind), order.number, order.party, status,
		    order.lines.n);
	}
	order_done(&order);
	return rc >= 0 && status != NULL;
}

static bool
card_carton(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t id, n = 0;
	int rc = 0;

	if (!store_name_find(s, NAME_CARTON, m->carton, &id, err))
		return false;
	if (id == 0) {
		verdict_say(v, VERDICT_REFUSE, "carton.unknown",
		    "no carton %s is known", m->carton);
		return true;
	}
	line(f, "Carton", "%s", m->carton);
	if (!store_walk(s, Q_FLOW_CARTON_UNITS, err, "i", id))
		return false;
	while ((rc = store_next(s, Q_FLOW_CARTON_UNITS, err)) > 0) {
		n++;
		line(f, store_text(s, Q_FLOW_CARTON_UNITS, 1), "%s",
		    store_text(s, Q_FLOW_CARTON_UNITS, 0));
	}
	return rc == 0 && verdict_say(v, VERDICT_OK, "", "carton %s: %lld units",
	    m->carton, (long long)n);
}

/* A label that is on no unit yet, or on none any more: 1 said, 0 no such, -1. */
static int
card_issued(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	char item[CODE_SIZE], when[17];
	struct issued issued;
	int rc;

	if (!issued_item(f->l, m->serial, item, err))
		return -1;
	if (item[0] == '\0' ||
	    (rc = issued_find(f->l, item, m->serial, &issued, err)) == 0)
		return 0;
	if (rc < 0)
		return -1;
	clock_local(issued.at, when);
	line(f, "Serial", "%s", issued.serial);
	line(f, "Item", "%s", item);
	line(f, "Issued", "%s by rule %s", when, issued.rule);
	line(f, "State", "%s%s", issued.voided ? "void: " : "issued, on no unit",
	    issued.voided ? issued.reason : "");
	verdict_say(v, VERDICT_OK, "", "%s was issued for %s and is %s",
	    issued.serial, item, issued.voided ? "void" : "on no unit");
	return 1;
}

static bool
not_known(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	char near[TEXT_SIZE * NEAR_SHOWN], is[160];
	int rc = m->serial[0] == '\0' ? 0 : card_issued(f, m, v, err);

	if (rc != 0)
		return rc > 0;
	if (m->gtin_unknown && m->structured) {
		verdict_say(v, VERDICT_REFUSE, "item.unknown",
		    "no item has the GTIN %s", m->parsed->gtin);
		return verdict_more(v, m->parsed->serial, "Import the item first.");
	}
	if (m->structured && m->serial[0] != '\0') {
		verdict_say(v, VERDICT_REFUSE, "unit.unknown",
		    "no unit %s%s%s is known", m->serial, m->has_item ? " of " : "",
		    m->has_item ? m->item.code : "");
		return true;
	}
	if (!near_words(f, m->text, ~0u, near, sizeof near, err))
		return false;
	meaning_words(m, is, sizeof is);
	verdict_say(v, VERDICT_REFUSE, "scan.unknown", "%s is not known%s%s%s", is,
	    near[0] != '\0' ? " (did you mean " : "", near,
	    near[0] != '\0' ? "?)" : "");
	return true;
}

static bool
take(struct flow *f, size_t slot, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	(void)slot;
	f->n_card = 0;
	f->has_subject = false;
	if (m->n_units == 1)
		return card_unit(f, &m->units[0], v, err);
	if (m->n_units > 1)
		return card_units(f, m, v);
	if (m->structured && m->serial[0] != '\0')
		return not_known(f, m, v, err);
	if ((m->kinds & ACCEPT_BIN) != 0)
		return card_bin(f, &m->bin, v, err);
	if ((m->kinds & ACCEPT_ORDER) != 0)
		return card_order(f, m, v, err);
	if ((m->kinds & ACCEPT_ITEM) != 0)
		return card_item(f, &m->item, v, err);
	if ((m->kinds & ACCEPT_CARTON) != 0)
		return card_carton(f, m, v, err);
	if ((m->kinds & ACCEPT_BADGE) != 0) {
		line(f, "Operator", "%s", m->badge.name);
		line(f, "Role", "%s", role_name(m->badge.role));
		return verdict_say(v, VERDICT_OK, "", "badge of %s (%s)", m->badge.name,
		    role_name(m->badge.role));
	}
	if ((m->kinds & ACCEPT_PARTY) != 0) {
		line(f, "Party", "%s", m->party.code);
		line(f, "Name", "%s", m->party.name);
		line(f, "Kind", "%s", party_kind_name(m->party.kind));
		return verdict_say(v, VERDICT_OK, "", "%s %s %s",
		    party_kind_name(m->party.kind), m->party.code, m->party.name);
	}
	return not_known(f, m, v, err);
}

static bool
view(struct flow *f, struct flow_view *out, struct err *err)
{
	(void)err;
	for (size_t i = 0; i < f->n_card; i++) {
		str_copy(out->card[i].label, sizeof out->card[i].label,
		    f->card[i].label);
		str_copy(out->card[i].value, sizeof out->card[i].value,
		    f->card[i].value);
	}
	out->n_card = f->n_card;
	if (f->has_subject) {
		str_copy(out->card_item, sizeof out->card_item, f->subject.item);
		str_copy(out->card_serial, sizeof out->card_serial, f->subject.serial);
	}
	return true;
}

const struct flow_def lookup_flow = {
	.name = "lookup", .title = "Look up", .any_role = true,
	.slots = slots, .n_slots = 1, .take = take, .view = view,
};
