/*
 * promises.c - pieces of order lines promised without naming units.
 * SPDX-License-Identifier: Apache-2.0
 *
 * order.promised says {"line":1,"qty":5}: the whole promise of the line, which
 * takes the place of the one before.  Units that are bound to a line use its
 * promise up; what is left of it nobody else may take.
 */
#include <string.h>
#include "base/json.h"
#include "ledger/masters.h"
#include "ledger/others.h"
#include "ledger/promises.h"

void
promise_event(struct event *e, struct str *body, const char *order, int64_t line,
    int64_t qty)
{
	struct json_out j;

	memset(e, 0, sizeof *e);
	e->type = EV_ORDER_PROMISED;
	e->subject_kind = SUBJECT_ORDER;
	str_copy(e->subject, sizeof e->subject, order);
	str_clear(body);
	json_begin(&j, body);
	json_canonical(&j);
	json_object(&j);
	json_kv_int(&j, "line", line);
	json_kv_int(&j, "qty", qty);
	json_object_end(&j);
	e->json = body->p;
}

bool
order_promise(struct ledger *l, const char *order, int64_t line, int64_t qty,
    enum event_entry entry, struct err *err)
{
	struct anomaly odd;
	struct event e;
	struct str body;
	bool ok;

	str_init(&body);
	promise_event(&e, &body, order, line, qty);
	e.entry = entry;
	ok = ledger_append(l, &e, &odd, err);
	str_done(&body);
	return ok;
}

bool
order_promised(struct ledger *l, const char *order, int64_t line, int64_t *qty,
    struct err *err)
{
	int64_t id;
	int rc;

	*qty = 0;
	if (!store_name_find(l->store, NAME_ORDER, order, &id, err))
		return false;
	rc = store_first(l->store, Q_PROMISE_GET, err, "ii", id, line);
	if (rc > 0) {
		*qty = store_int(l->store, Q_PROMISE_GET, 0);
		store_end(l->store, Q_PROMISE_GET);
	}
	return rc >= 0;
}

bool
promises_project(struct ledger *l, const struct event *e, struct err *err)
{
	struct json *body;
	int64_t id, line, qty;

	if (e->type != EV_ORDER_PROMISED)
		return true;
	if ((body = json_parse(e->json, strlen(e->json), err)) == NULL)
		return false;
	line = json_get_int(body, "line", 0);
	qty = json_get_int(body, "qty", 0);
	json_free(body);
	return store_name(l->store, NAME_ORDER, e->subject, &id, err) &&
	    store_run(l->store, Q_PROMISE_PUT, err, "iii", id, line, qty);
}

bool
others_project(struct ledger *l, const struct event *e, struct err *err)
{
	return masters_project(l, e, err) && orders_project(l, e, err) &&
	    promises_project(l, e, err) && cartons_project(l, e, err) &&
	    tasks_project(l, e, err) && serials_project(l, e, err);
}
