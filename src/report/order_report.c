/*
 * order_report.c - an order: progress by line, and the units bound to it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "ledger/allocation.h"
#include "report/order_report.h"

static bool
is_inbound(enum order_kind kind)
{
	return kind != ORDER_SO && kind != ORDER_RMA && kind != ORDER_TRANSFER;
}

/* Is a unit of the line promised, and not done yet? */
static bool
is_promised(const struct unit *u)
{
	return u->status == UNIT_ALLOCATED || u->status == UNIT_PICKED ||
	    u->status == UNIT_PACKED;
}

static void
bind_unit(struct order_units *line, enum order_kind kind, const struct unit *u)
{
	struct order_unit *to;

	line->picked += !is_inbound(kind) && u->status == UNIT_PICKED;
	line->packed += !is_inbound(kind) && u->status == UNIT_PACKED;
	if (is_inbound(kind) ? u->status == UNIT_EXPECTED : is_promised(u))
		to = vec_push(&line->allocated);
	else
		to = vec_push(&line->units);
	str_copy(to->item, sizeof to->item, u->item);
	str_copy(to->serial, sizeof to->serial, u->serial);
}

static bool
read_units(struct ledger *l, const struct order *o, struct order_units *line,
    struct err *err)
{
	enum query q = is_inbound(o->kind) ? Q_LIST_LINE_IN : Q_LIST_LINE_OUT;
	struct store *s = ledger_store(l);
	struct unit unit;
	int64_t order;
	bool ok = true;
	int rc = 0;

	if (!store_name_find(s, NAME_ORDER, o->key, &order, err))
		return false;
	if (order == 0)
		return true;	/* no unit has met it yet */
	if (!store_walk(s, q, err, "ii", order, line->line.line))
		return false;
	while (ok && (rc = store_next(s, q, err)) > 0) {
		ok = ledger_unit_row(l, q, &unit, err);
		if (ok)
			bind_unit(line, o->kind, &unit);
	}
	store_end(s, q);
	return ok && rc >= 0;
}

static bool
read_line(struct ledger *l, struct order_report *r,
    const struct order_line *line, struct err *err)
{
	struct order_units *to = vec_push(&r->lines);

	to->line = *line;
	return order_line_done(l, &r->order, line, &to->done, err) &&
	    (is_inbound(r->order.kind) ||
	    allocation_soft(l, r->order.key, line->line, &to->soft, err)) &&
	    read_units(l, &r->order, to, err);
}

static bool
read_all(struct ledger *l, enum order_kind kind, const char *number,
    struct order_report *r, struct err *err)
{
	int rc = order_find(l, kind, number, &r->order, err);
	const char *status;

	if (rc < 0)
		return false;
	if (rc == 0) {
		err_code(err, ERR_ABSENT, "order.unknown", "there is no %s %s",
		    order_kind_name(kind), number);
		return err_hint(err, "'dockledger orders' lists them.");
	}
	status = order_status(l, &r->order, err);
	if (status == NULL)
		return false;
	str_copy(r->status, sizeof r->status, status);
	for (size_t i = 0; i < r->order.lines.n; i++)
		if (!read_line(l, r, &r->order.lines.at[i], err))
			return false;
	return true;
}

bool
order_report_read(struct ledger *l, enum order_kind kind, const char *number,
    struct order_report *out, struct err *err)
{
	struct order_report r = { 0 };

	order_init(&r.order);
	if (read_all(l, kind, number, &r, err)) {
		*out = r;
		return true;
	}
	order_report_done(&r);
	return false;
}

void
order_report_done(struct order_report *r)
{
	for (size_t i = 0; i < r->lines.n; i++) {
		vec_done(&r->lines.at[i].units);
		vec_done(&r->lines.at[i].allocated);
	}
	vec_done(&r->lines);
	order_done(&r->order);
}

static void
serials_json(struct json_out *j, const char *key, const struct order_unit *units,
    size_t n)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < n; i++)
		json_text(j, units[i].serial);
	json_array_end(j);
}

static void
line_json(const struct order_units *line, bool inbound, struct json_out *j)
{
	json_object(j);
	json_kv_int(j, "line", line->line.line);
	json_kv(j, "item", line->line.item);
	json_kv_int(j, "qty", line->line.qty);
	json_kv_int(j, "done", line->done);
	json_kv_int(j, "soft", line->soft);
	json_kv_int(j, "picked", line->picked);
	json_kv_int(j, "packed", line->packed);
	serials_json(j, "allocated", line->allocated.at,
	    inbound ? 0 : line->allocated.n);
	serials_json(j, "units", line->units.at, line->units.n);
	serials_json(j, "expected", line->allocated.at,
	    inbound ? line->allocated.n : 0);
	json_kv_opt(j, "due", line->line.due);
	json_object_end(j);
}

void
order_report_json(const struct order_report *r, struct json_out *j)
{
	json_object(j);
	json_kv(j, "kind", order_kind_name(r->order.kind));
	json_kv(j, "number", r->order.number);
	json_kv_opt(j, "party", r->order.party);
	json_kv(j, "status", r->status);
	json_key(j, "priority");
	if (r->order.priority == 0)
		json_null(j);
	else
		json_int(j, r->order.priority);
	json_key(j, "lines");
	json_array(j);
	for (size_t i = 0; i < r->lines.n; i++)
		line_json(&r->lines.at[i], is_inbound(r->order.kind), j);
	json_array_end(j);
	json_object_end(j);
}
