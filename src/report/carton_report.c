/*
 * carton_report.c - cartons, pallets and totes: by pages, and with all that is
 * in them.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "report/carton_report.h"

#define JUST_AFTER "\x01"	/* codes hold no control characters */
#define AFTER_ALL "\xff"

/* --- By pages ------------------------------------------------------------- */

static bool
walk_page(struct ledger *l, const struct carton_filter *f, bool back,
    const char *from, size_t max, enum query *q, struct err *err)
{
	struct store *s = ledger_store(l);
	int64_t order = 0;

	if (f->order[0] != '\0') {
		if (!store_name_find(s, NAME_ORDER, f->order, &order, err))
			return false;
		*q = back ? Q_CARTON_LIST_ORDER_BACK : Q_CARTON_LIST_ORDER;
		return store_walk(s, *q, err, "tiii", from, (int64_t)max, order,
		    (int64_t)f->here);
	}
	if (f->here)
		*q = back ? Q_CARTON_LIST_HERE_BACK : Q_CARTON_LIST_HERE;
	else
		*q = back ? Q_CARTON_LIST_BACK : Q_CARTON_LIST;
	return store_walk(s, *q, err, "ti", from, (int64_t)max);
}

static void
turn_round(struct carton_line rows[], size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct carton_line row = rows[i];

		rows[i] = rows[n - 1 - i];
		rows[n - 1 - i] = row;
	}
}

static bool
count_each(struct ledger *l, struct carton_line rows[], size_t n, struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (!carton_count(l, rows[i].carton.code, &rows[i].units,
		    &rows[i].cartons, err))
			return false;
	return true;
}

bool
carton_list_page(struct ledger *l, const struct carton_filter *filter,
    enum page_way way, const char *code, struct carton_line out[], size_t max,
    size_t *n, struct err *err)
{
	struct store *s = ledger_store(l);
	char from[CODE_SIZE + 2];
	size_t got = 0;
	enum query q;
	bool ok = true;
	int rc = 0;

	assert(max > 0);
	if (way == PAGE_BEFORE && code[0] == '\0')
		str_copy(from, sizeof from, AFTER_ALL);
	else
		str_print(from, sizeof from, "%s%s", code,
		    way == PAGE_AFTER && code[0] != '\0' ? JUST_AFTER : "");
	if (!walk_page(l, filter, way == PAGE_BEFORE, from, max, &q, err))
		return false;
	while (ok && got < max && (rc = store_next(s, q, err)) > 0)
		ok = carton_row(l, q, &out[got++].carton, err);
	store_end(s, q);
	if (!ok || rc < 0 || !count_each(l, out, got, err))
		return false;
	if (way == PAGE_BEFORE)
		turn_round(out, got);
	*n = got;
	return true;
}

/* --- One ------------------------------------------------------------------ */

static bool
read_units(struct ledger *l, struct carton_report *r, struct err *err)
{
	struct store *s = ledger_store(l);
	struct unit u;
	bool ok = true;
	int rc = 0;

	if (!store_walk(s, Q_CARTON_UNITS, err, "i", r->carton.id))
		return false;
	while (ok && (rc = store_next(s, Q_CARTON_UNITS, err)) > 0) {
		struct carton_unit *one;

		if (!(ok = ledger_unit_row(l, Q_CARTON_UNITS, &u, err)))
			break;
		one = vec_push(&r->units);
		str_copy(one->item, sizeof one->item, u.item);
		str_copy(one->serial, sizeof one->serial, u.serial);
	}
	store_end(s, Q_CARTON_UNITS);
	return ok && rc >= 0;
}

static bool
read_nested(struct ledger *l, struct carton_report *r, struct err *err)
{
	struct store *s = ledger_store(l);
	bool ok = true;
	int rc = 0;

	if (!store_walk(s, Q_CARTON_CHILDREN, err, "i", r->carton.id))
		return false;
	while (ok && (rc = store_next(s, Q_CARTON_CHILDREN, err)) > 0)
		ok = carton_row(l, Q_CARTON_CHILDREN,
		    &vec_push(&r->cartons)->carton, err);
	store_end(s, Q_CARTON_CHILDREN);
	return ok && rc >= 0 && count_each(l, r->cartons.at, r->cartons.n, err);
}

bool
carton_report_read(struct ledger *l, const char *code, struct carton_report *out,
    struct err *err)
{
	int rc;

	memset(out, 0, sizeof *out);
	if ((rc = carton_find(l, code, &out->carton, err)) < 0)
		return false;
	if (rc == 0) {
		err_code(err, ERR_ABSENT, "carton.unknown", "there is no carton %s",
		    code);
		return err_hint(err, "'dockledger carton list' lists them.");
	}
	if (read_units(l, out, err) && read_nested(l, out, err))
		return true;
	carton_report_done(out);
	return false;
}

void
carton_report_done(struct carton_report *r)
{
	vec_done(&r->units);
	vec_done(&r->cartons);
}

/* --- As JSON -------------------------------------------------------------- */

static void
kv_time(struct json_out *j, const char *key, int64_t ms)
{
	char text[CLOCK_RFC3339_SIZE];

	clock_rfc3339(ms, text);
	json_kv_opt(j, key, ms == 0 ? "" : text);
}

void
carton_json(const struct carton *c, struct json_out *j)
{
	json_kv(j, "code", c->code);
	json_kv(j, "kind", carton_kind_name(c->kind));
	json_kv(j, "state", carton_state_name(c->state));
	json_kv_opt(j, "order", c->order);
	json_kv_opt(j, "party", c->party);
	json_kv_opt(j, "parent", c->parent);
	json_kv_opt(j, "bin", c->bin);
	json_key(j, "weight_g");
	if (c->weight_g > 0)
		json_int(j, c->weight_g);
	else
		json_null(j);
	json_kv_opt(j, "carrier", c->carrier);
	json_kv_opt(j, "tracking", c->tracking);
	kv_time(j, "opened_at", c->opened_at);
	kv_time(j, "closed_at", c->closed_at);
	kv_time(j, "shipped_at", c->shipped_at);
}

static bool
json_deep(struct ledger *l, const struct carton_report *r, struct json_out *j,
    int deep, struct err *err)
{
	bool ok = true;

	json_object(j);
	carton_json(&r->carton, j);
	json_key(j, "units");
	json_array(j);
	for (size_t i = 0; i < r->units.n; i++) {
		json_object(j);
		json_kv(j, "item", r->units.at[i].item);
		json_kv(j, "serial", r->units.at[i].serial);
		json_object_end(j);
	}
	json_array_end(j);
	json_key(j, "cartons");
	json_array(j);
	for (size_t i = 0; ok && i < r->cartons.n && deep < CARTONS_DEEP_MAX; i++) {
		struct carton_report inner;

		ok = carton_report_read(l, r->cartons.at[i].carton.code, &inner, err);
		if (!ok)
			break;
		ok = json_deep(l, &inner, j, deep + 1, err);
		carton_report_done(&inner);
	}
	json_array_end(j);
	json_object_end(j);
	return ok;
}

bool
carton_report_json(struct ledger *l, const struct carton_report *r,
    struct json_out *j, struct err *err)
{
	return json_deep(l, r, j, 0, err);
}
