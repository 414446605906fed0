/*
 * allocation.c - promising what is still open of an order.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "ledger/allocation_private.h"
#include "ledger/promises.h"

void
allocation_result_done(struct allocation_result *r)
{
	vec_done(&r->lines);
}

/* --- Events ------------------------------------------------------------------- */

bool
allocation_append(struct ledger *l, const struct allocation_ask *ask,
    struct event *e, struct err *err)
{
	struct anomaly odd;

	e->entry = ask->entry;
	if (ask->append != NULL)
		return ask->append(ask->ctx, e, err);
	if (!ledger_append(l, e, &odd, err))
		return false;
	if (odd.code[0] == '\0')
		return true;
	err_code(err, ERR_BUG, odd.code, "%s", odd.detail);
	return err_hint(err, "Nothing was booked; look at the unit's history.");
}

bool
allocation_promise(struct ledger *l, const struct allocation_ask *ask,
    const char *order, int64_t line, int64_t qty, struct err *err)
{
	struct event e;
	struct str body;
	bool ok;

	str_init(&body);
	promise_event(&e, &body, order, line, qty);
	ok = allocation_append(l, ask, &e, err);
	str_done(&body);
	return ok;
}

static bool
promise_unit(struct ledger *l, const struct plan *plan,
    const struct plan_line *p, const char *serial, struct err *err)
{
	struct event e = { .type = EV_UNIT_ALLOCATED, .subject_kind = SUBJECT_UNIT };

	str_copy(e.item, sizeof e.item, p->line->item);
	str_copy(e.subject, sizeof e.subject, serial);
	str_copy(e.body.order, sizeof e.body.order, plan->order->key);
	e.body.line = p->line->line;
	str_copy(e.body.reason, sizeof e.body.reason, allocation_name(p->wish.rule));
	return allocation_append(l, plan->ask, &e, err);
}

/* --- Carrying a plan out --------------------------------------------------------- */

static bool
line_take_back(struct ledger *l, const struct plan *plan,
    const struct plan_line *p, struct err *err)
{
	struct allocation_ask ask = *plan->ask;

	ask.reason = p->back_why;
	for (size_t i = 0; i < p->back.list.n; i++)
		if (!allocation_drop(l, &p->back.list.at[i], &ask, err))
			return false;
	return true;
}

/* The soft promise as it shall be: what was given without names, or none. */
static bool
line_promise(struct ledger *l, const struct plan *plan, const struct plan_line *p,
    struct err *err)
{
	int64_t bound = p->kept + (int64_t)p->chosen.list.n;
	int64_t rest = p->rest - (int64_t)p->chosen.list.n;
	int64_t shall = p->out.soft ? p->out.got : 0;

	if (rest < 0)
		rest = 0;
	return rest == shall || allocation_promise(l, plan->ask, plan->order->key,
	    p->line->line, shall == 0 ? 0 : bound + shall, err);
}

static bool
line_carry_out(struct ledger *l, const struct plan *plan,
    const struct plan_line *p, struct err *err)
{
	if (!line_take_back(l, plan, p, err))
		return false;
	for (size_t i = 0; i < p->chosen.list.n; i++)
		if (!promise_unit(l, plan, p, p->chosen.list.at[i], err))
			return false;
	return line_promise(l, plan, p, err);
}

static void
plan_result(const struct plan *plan, struct allocation_result *out)
{
	for (size_t i = 0; i < plan->lines.n; i++) {
		*vec_push(&out->lines) = plan->lines.at[i].out;
		out->want += plan->lines.at[i].out.want;
		out->got += plan->lines.at[i].out.got;
	}
}

static bool
may_allocate(const struct order *o, struct err *err)
{
	if (!order_goes_out(o->kind)) {
		err_code(err, ERR_CLASH, "scan.wrong-kind",
		    "nothing is promised to %s", o->key);
		return err_hint(err, "Sales orders and transfers send goods out.");
	}
	if (o->state == ORDER_OPEN)
		return true;
	err_code(err, ERR_CLASH, "order.closed", "%s is %s", o->key,
	    order_state_name(o->state));
	return err_hint(err, o->state == ORDER_DRAFT || o->state == ORDER_HELD ?
	    "Release it first." : "Reopen it first.");
}

bool
order_allocate(struct ledger *l, const struct order *o,
    const struct allocation_ask *ask, struct allocation_result *out,
    struct err *err)
{
	struct plan plan;
	bool ok;

	memset(out, 0, sizeof *out);
	if (!may_allocate(o, err) || !plan_make(l, &plan, o, ask, err))
		return false;
	plan_result(&plan, out);
	ok = ask->partial || out->got == out->want || plan_short(&plan, err);
	for (size_t i = 0; ok && i < plan.lines.n; i++)
		ok = line_carry_out(l, &plan, &plan.lines.at[i], err);
	plan_done(&plan);
	return ok;
}
