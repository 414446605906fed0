/*
 * packing_json.c - a packing slip or bill of contents as JSON.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "report/packing_slip.h"

static void
line_json(const struct packing_line *line, struct json_out *j)
{
	json_object(j);
	json_kv_int(j, "line", line->line.line);
	json_kv(j, "item", line->line.item);
	json_kv_opt(j, "name", line->name);
	json_kv_int(j, "qty", line->line.qty);
	json_kv_int(j, "packed", line->packed);
	json_kv_int(j, "shipped", line->shipped);
	json_kv_int(j, "back_order", line->back_order);
	json_object_end(j);
}

static void
unit_json_row(const struct packing_unit *u, struct json_out *j)
{
	json_object(j);
	json_kv(j, "item", u->unit.item);
	json_kv_opt(j, "name", u->name);
	json_kv(j, "serial", u->unit.serial);
	json_kv_opt(j, "lot", u->lot);
	json_kv_opt(j, "made_on", u->unit.made_on);
	json_kv_opt(j, "expires_on", u->expires_on);
	json_kv_opt(j, "order", u->unit.order);
	json_kv_int(j, "line", u->unit.line);
	json_kv(j, "status", unit_status_name(u->unit.status));
	json_object_end(j);
}

/* The units of one container (SIZE_MAX: loose); they stand together. */
static void
units_json(const struct packing *p, const char *key, size_t carton, size_t *from,
    struct json_out *j)
{
	json_key(j, key);
	json_array(j);
	for (; *from < p->units.n && p->units.at[*from].carton == carton; (*from)++)
		unit_json_row(&p->units.at[*from], j);
	json_array_end(j);
}

static void
carton_json(const struct packing *p, size_t i, size_t *from, struct json_out *j)
{
	const struct shipment_carton *c = &p->cartons.at[i];
	char when[CLOCK_RFC3339_SIZE];

	clock_rfc3339(c->carton.shipped_at, when);
	json_object(j);
	json_kv(j, "carton", c->carton.code);
	json_kv(j, "kind", carton_kind_name(c->carton.kind));
	json_kv(j, "state", carton_state_name(c->carton.state));
	json_kv_opt(j, "pallet", strcmp(c->outermost, c->carton.code) == 0 ? "" :
	    c->outermost);
	json_key(j, "weight_g");
	if (c->carton.weight_g > 0)
		json_int(j, c->carton.weight_g);
	else
		json_null(j);
	json_kv_opt(j, "carrier", c->carton.carrier);
	json_kv_opt(j, "tracking", c->carton.tracking);
	json_kv_opt(j, "shipped_at", c->carton.shipped_at == 0 ? "" : when);
	units_json(p, "units", i, from, j);
	json_object_end(j);
}

void
packing_json(const struct packing *p, struct json_out *j)
{
	size_t from = 0;

	json_object(j);
	json_kv_opt(j, "order", p->order.number);
	json_kv_opt(j, "kind", p->is_slip ? order_kind_name(p->order.kind) : "");
	json_kv_opt(j, "party", p->is_slip ? p->order.party : p->party.code);
	json_kv_opt(j, "party_name", p->party.name);
	json_key(j, "lines");
	json_array(j);
	for (size_t i = 0; i < p->lines.n; i++)
		line_json(&p->lines.at[i], j);
	json_array_end(j);
	json_key(j, "cartons");
	json_array(j);
	for (size_t i = 0; i < p->cartons.n; i++)
		carton_json(p, i, &from, j);
	json_array_end(j);
	units_json(p, "loose", SIZE_MAX, &from, j);
	json_object_end(j);
}
