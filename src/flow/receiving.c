/*
 * receiving.c - goods in against a purchase order or an ASN.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Every check is made at the scan, in the transaction that books it, so that
 * two terminals cannot both accept the same serial.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "flow/print.h"
#include "flow/receiving.h"

static const struct slot_def slots[] = {
	{ "order", ACCEPT_ORDER, true }, { "item", ACCEPT_ITEM, true },
	{ "lot", ACCEPT_LOT, true }, { "made_on", ACCEPT_DATE, true },
	{ "expires_on", ACCEPT_DATE, true },
	{ "serial", ACCEPT_SERIAL | ACCEPT_UNIT | ACCEPT_RANGE, true },
};
static const char *const columns[] = { "line", "item", "name", "done", "qty", NULL };

bool
delivery_read(struct flow *f, struct delivery *d, struct err *err)
{
	struct store *s = ledger_store(f->l);
	const struct value *order = flow_value(f, "order");
	int rc;

	assert(order != NULL);
	memset(d, 0, sizeof *d);
	str_print(d->key, sizeof d->key, "%s:%s", order->where, order->code);
	if (strcmp(f->delivery.key, d->key) == 0) {
		*d = f->delivery;
		return true;
	}
	if (!store_name_find(s, NAME_ORDER, d->key, &d->id, err) ||
	    (rc = store_first(s, Q_FLOW_ORDER, err, "i", d->id)) < 0)
		return false;
	if (rc > 0) {
		str_copy(d->party, sizeof d->party, store_text(s, Q_FLOW_ORDER, 1));
		store_end(s, Q_FLOW_ORDER);
	}
	if ((rc = store_first(s, Q_FLOW_ORDER_ANNOUNCED, err, "i", d->id)) < 0)
		return false;
	d->announced = rc > 0;
	store_end(s, Q_FLOW_ORDER_ANNOUNCED);
	f->delivery = *d;
	return true;
}

/* A line with room before one with tolerance, and that before a full one. */
static bool
is_better(const struct line_choice *a, const struct line_choice *b)
{
	if (a->over != b->over)
		return b->over;
	return a->within && !b->within;
}

bool
line_choose(struct flow *f, const struct delivery *d, const char *item,
    int64_t n, struct line_choice *c, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t id, stages[STAGES];
	int rc;

	memset(c, 0, sizeof *c);
	if (!store_name_find(s, NAME_ITEM, item, &id, err) ||
	    !store_walk(s, Q_FLOW_LINES_OF_ITEM, err, "ii", d->id, id))
		return false;
	while ((rc = store_next(s, Q_FLOW_LINES_OF_ITEM, err)) > 0) {
		struct line_choice one = { .line = store_int(s, Q_FLOW_LINES_OF_ITEM, 0),
		    .qty = store_int(s, Q_FLOW_LINES_OF_ITEM, 1) };
		int64_t more = one.qty * store_int(s, Q_FLOW_LINES_OF_ITEM, 2) / 100;

		if (!ledger_line_progress(f->l, d->key, one.line, stages, err)) {
			store_end(s, Q_FLOW_LINES_OF_ITEM);
			return false;
		}
		one.came = stages[STAGE_RECEIVED];
		one.over = one.came + n > one.qty;
		one.within = one.came + n <= one.qty + more;
		if (c->line == 0 || is_better(&one, c))
			*c = one;
	}
	store_end(s, Q_FLOW_LINES_OF_ITEM);
	return rc >= 0;
}

bool
receiving_dock(struct flow *f, bool *ok, struct verdict *v, struct err *err)
{
	struct bin bin;

	*ok = true;
	if (f->dock[0] != '\0')
		return true;
	if (!bin_first_of(f, BIN_DOCK, &bin, ok, err))
		return false;
	if (*ok) {
		str_copy(f->dock, sizeof f->dock, bin.code);
		return true;
	}
	verdict_say(v, VERDICT_REFUSE, "bin.unknown", "no dock bin is defined");
	return verdict_more(v, "", "Import a bin of the kind dock first.");
}

void
arrival_event(struct flow *f, const struct delivery *d, int64_t line,
    const char *serial, struct event *e)
{
	struct event_body *b = &e->body;
	const char *country = scan_element(&f->parsed, "422");

	memset(e, 0, sizeof *e);
	e->type = EV_UNIT_RECEIVED;
	e->subject_kind = SUBJECT_UNIT;
	str_copy(e->item, sizeof e->item, flow_text(f, "item"));
	str_copy(e->subject, sizeof e->subject, serial);
	str_copy(b->bin, sizeof b->bin, f->dock);
	str_copy(b->order, sizeof b->order, d->key);
	b->line = line;
	str_copy(b->party, sizeof b->party, d->party);
	str_copy(b->lot, sizeof b->lot, flow_text(f, "lot"));
	str_copy(b->made_on, sizeof b->made_on, flow_text(f, "made_on"));
	str_copy(b->expires_on, sizeof b->expires_on, flow_text(f, "expires_on"));
	if (country != NULL)
		str_copy(b->country, sizeof b->country, country);
}

static bool
commit(struct flow *f, struct verdict *v, struct err *err)
{
	const char *serial = flow_text(f, "serial"), *item = flow_text(f, "item");
	struct line_choice line;
	struct delivery d;
	struct event e;
	bool ok;

	if (!receiving_dock(f, &ok, v, err))
		return false;
	if (!ok)
		return true;
	if (!delivery_read(f, &d, err) || (f->line.line == 0 &&
	    !line_choose(f, &d, item, 1, &f->line, err)))
		return false;
	line = f->line;
	arrival_event(f, &d, line.line, serial, &e);
	if (!flow_append(f, v, &e, err))
		return false;
	flow_commit_words(f, "received %s of %s", serial, item);
	unit_init(&f->subject, item, serial);
	f->subject.status = UNIT_AVAILABLE;
	f->has_subject = true;
	verdict_say(v, VERDICT_DONE, "",
	    "%s of %s received into %s, %lld of %lld", serial, item, f->dock,
	    (long long)line.came + 1, (long long)line.qty);
	return print_unit(f, item, serial, e.id, v, err);
}

static bool
command(struct flow *f, enum scan_command c, bool *handled, struct verdict *v,
    struct err *err)
{
	*handled = true;
	switch (c) {
	case CMD_DONE:
		return receiving_close(f, v, err);
	case CMD_NO:
		return receiving_park(f, v, err);
	case CMD_BEGIN:
		return receiving_dispute(f, v, err);
	case CMD_NEXT:
	case CMD_SKIP:
		if (flow_value(f, "item") == NULL)
			break;
		flow_empty(f, "item");
		flow_empty(f, "lot");
		flow_empty(f, "made_on");
		flow_empty(f, "expires_on");
		flow_empty(f, "serial");
		return verdict_say(v, VERDICT_OK, "", "next item");
	default:
		break;
	}
	*handled = false;
	return true;
}

/* Asked for only when the item requires it. */
static bool
wants(struct flow *f, size_t slot)
{
	const char *name = f->form->slots[slot].name;
	const struct item *item;
	struct err err;

	err_clear(&err);
	if (flow_item(f, flow_text(f, "item"), &item, &err) <= 0)
		return false;
	return strcmp(name, "lot") == 0 ? item->lot == NEED_REQUIRED :
	    strcmp(name, "made_on") == 0 ? item->made_on == NEED_REQUIRED :
	    item->expires_on == NEED_REQUIRED;
}

static bool
set_extra(struct flow *f, const char *slot, const char *value,
    struct verdict *v, struct err *err)
{
	struct bin bin;
	int rc;

	if (strcmp(slot, "bin") != 0) {
		err_set(err, ERR_USAGE, "receiving has no slot \"%s\"", slot);
		return err_hint(err, "It has order item lot made_on expires_on serial, and bin.");
	}
	if ((rc = bin_find(f->l, value, &bin, err)) < 0)
		return false;
	if (rc == 0)
		return verdict_say(v, VERDICT_REFUSE, "bin.unknown",
		    "no bin %s is known", value);
	if (bin.kind != BIN_DOCK)
		return verdict_say(v, VERDICT_REFUSE, "bin.kind",
		    "%s is a %s bin; goods are received at a dock", bin.code,
		    bin_kind_name(bin.kind));
	str_copy(f->dock, sizeof f->dock, bin.code);
	return verdict_say(v, VERDICT_OK, "", "receiving into %s", bin.code);
}

const struct flow_def receiving_flow = {
	.name = "receiving", .title = "Receive", .may = MAY_RECEIVE,
	.slots = slots, .n_slots = sizeof slots / sizeof slots[0],
	.columns = columns,
	.label = "unit",
	.commands = 1u << CMD_BEGIN | 1u << CMD_NEXT | 1u << CMD_SKIP,
	.take = receiving_take, .commit = commit, .command = command, .view = receiving_view,
	.wants = wants, .set_extra = set_extra,
};
