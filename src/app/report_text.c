/*
 * report_text.c - packing slips and bills of contents as text and as CSV.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/report.h"
#include "base/clock.h"
#include "base/str.h"

/* --- Text ----------------------------------------------------------------------- */

static void
fact(struct str *out, const char *label, const char *value)
{
	if (value[0] != '\0')
		str_addf(out, "  %-12s %s\n", label, value);
}

static void
add_head(const struct packing *p, struct str *out)
{
	const struct carton *c = p->cartons.n > 0 ? &p->cartons.at[0].carton : NULL;
	char line[CODE_SIZE + NAME_SIZE + 2];

	if (p->is_slip)
		str_addf(out, "Packing slip %s %s\n", order_kind_name(p->order.kind),
		    p->order.number);
	else
		str_addf(out, "Contents of %s %s\n", carton_kind_name(c->kind), c->code);
	str_print(line, sizeof line, "%s  %s", p->is_slip ? p->order.party :
	    p->party.code, p->party.name);
	fact(out, "for", line[0] == ' ' ? "" : line);
	fact(out, "note", p->order.note);
}

static void
add_lines(const struct packing *p, struct str *out)
{
	if (p->lines.n == 0)
		return;
	str_addf(out, "\n%4s  %-20s %7s %7s %7s %10s  %s\n", "Line", "Item",
	    "Ordered", "Packed", "Shipped", "Back-order", "Name");
	for (size_t i = 0; i < p->lines.n; i++) {
		const struct packing_line *line = &p->lines.at[i];

		str_addf(out, "%4lld  %-20s %7lld %7lld %7lld %10lld  %s\n",
		    (long long)line->line.line, line->line.item,
		    (long long)line->line.qty, (long long)line->packed,
		    (long long)line->shipped, (long long)line->back_order,
		    line->name);
	}
}

static void
add_units(const struct packing *p, size_t carton, size_t *from, struct str *out)
{
	for (; *from < p->units.n && p->units.at[*from].carton == carton; (*from)++) {
		const struct packing_unit *u = &p->units.at[*from];

		str_addf(out, "    %-20s %s", u->unit.item, u->unit.serial);
		if (u->lot[0] != '\0')
			str_addf(out, "  lot %s", u->lot);
		if (u->expires_on[0] != '\0')
			str_addf(out, "  expires %s", u->expires_on);
		if (!p->is_slip && u->unit.order[0] != '\0')
			str_addf(out, "  %s", u->unit.order);
		str_addc(out, '\n');
	}
}

static size_t
count_units(const struct packing *p, size_t carton)
{
	size_t n = 0;

	for (size_t i = 0; i < p->units.n; i++)
		n += p->units.at[i].carton == carton;
	return n;
}

static void
add_carton(const struct packing *p, size_t i, struct str *out)
{
	const struct carton *c = &p->cartons.at[i].carton;
	const char *outermost = p->cartons.at[i].outermost;
	size_t n = count_units(p, i);
	char when[17];

	str_addf(out, "\n%s %s, %s, %zu unit%s", carton_kind_name(c->kind), c->code,
	    carton_state_name(c->state), n, n == 1 ? "" : "s");
	if (strcmp(outermost, c->code) != 0)
		str_addf(out, ", on pallet %s", outermost);
	if (c->weight_g > 0)
		str_addf(out, ", %lld.%03lld kg", (long long)c->weight_g / 1000,
		    (long long)c->weight_g % 1000);
	if (c->carrier[0] != '\0' || c->tracking[0] != '\0')
		str_addf(out, ", %s %s", c->carrier, c->tracking);
	if (c->shipped_at != 0) {
		clock_local(c->shipped_at, when);
		str_addf(out, ", left %s", when);
	}
	str_addc(out, '\n');
}

void
packing_text(const struct packing *p, struct str *out)
{
	size_t from = 0;

	add_head(p, out);
	add_lines(p, out);
	for (size_t i = 0; i < p->cartons.n; i++) {
		add_carton(p, i, out);
		add_units(p, i, &from, out);
	}
	if (from < p->units.n)
		str_add(out, "\nloose\n");
	add_units(p, SIZE_MAX, &from, out);
	if (p->units.n == 0)
		str_add(out, "\nnothing is packed\n");
}

/* --- CSV -------------------------------------------------------------------------- */

static const char *const csv_columns[] = { "order", "line", "item", "name",
    "serial", "lot", "made_on", "expires_on", "carton", "pallet", "carrier",
    "tracking", "party", "party_name", "status" };
#define CSV_COLUMNS (sizeof csv_columns / sizeof csv_columns[0])

/* Quoted when the text would end the field or the line. */
void
report_cell(struct str *out, const char *text, bool last)
{
	if (text[strcspn(text, ",\"\r\n")] != '\0') {
		str_addc(out, '"');
		for (; *text != '\0'; text++) {
			if (*text == '"')
				str_addc(out, '"');
			str_addc(out, *text);
		}
		str_addc(out, '"');
	} else {
		str_add(out, text);
	}
	str_addc(out, last ? '\n' : ',');
}

static void
add_csv_row(const struct packing *p, const struct packing_unit *u, struct str *out)
{
	static const struct shipment_carton none;
	const struct shipment_carton *c = u->carton < p->cartons.n ?
	    &p->cartons.at[u->carton] : &none;
	char line[24] = "";
	const char *cells[CSV_COLUMNS] = { u->unit.order, line, u->unit.item,
	    u->name, u->unit.serial, u->lot, u->unit.made_on, u->expires_on,
	    c->carton.code, strcmp(c->outermost, c->carton.code) == 0 ? "" :
	    c->outermost, c->carton.carrier, c->carton.tracking,
	    p->is_slip ? p->order.party : p->party.code, p->party.name,
	    unit_status_name(u->unit.status) };

	if (u->unit.line != 0)
		str_print(line, sizeof line, "%lld", (long long)u->unit.line);
	for (size_t i = 0; i < CSV_COLUMNS; i++)
		report_cell(out, cells[i], i + 1 == CSV_COLUMNS);
}

void
packing_csv(const struct packing *p, struct str *out)
{
	for (size_t i = 0; i < CSV_COLUMNS; i++)
		report_cell(out, csv_columns[i], i + 1 == CSV_COLUMNS);
	for (size_t i = 0; i < p->units.n; i++)
		add_csv_row(p, &p->units.at[i], out);
}
