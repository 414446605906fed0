/*
 * report_sheet.c - packing slips and bills of contents on paper.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/report.h"
#include "base/clock.h"
#include "base/str.h"
#include "label/sheet.h"

static void
fact(struct sheet *s, const char *key, const char *value)
{
	if (value[0] != '\0')
		sheet_fact(s, key, value);
}

static void
add_party(struct sheet *s, const struct packing *p)
{
	const char *code = p->is_slip ? p->order.party : p->party.code;
	char line[CODE_SIZE + NAME_SIZE + 2];

	str_print(line, sizeof line, "%s  %s", code, p->party.name);
	fact(s, "For", code[0] == '\0' ? "" : line);
	fact(s, "Country", p->party.country);
}

/* "1  DRILL-18 Drill: ordered 6, shipped 2, back-order 4" */
static void
add_lines(struct sheet *s, const struct packing *p)
{
	struct str note;

	str_init(&note);
	for (size_t i = 0; i < p->lines.n; i++) {
		const struct packing_line *line = &p->lines.at[i];

		str_clear(&note);
		str_addf(&note, "%lld  %s %s: ordered %lld", (long long)
		    line->line.line, line->line.item, line->name,
		    (long long)line->line.qty);
		if (line->packed > 0)
			str_addf(&note, ", packed %lld", (long long)line->packed);
		str_addf(&note, ", shipped %lld, back-order %lld",
		    (long long)line->shipped, (long long)line->back_order);
		sheet_note(s, note.p);
	}
	str_done(&note);
}

static void
add_carton_facts(struct sheet *s, const struct carton *c, const char *outermost)
{
	char text[64];

	fact(s, "State", carton_state_name(c->state));
	fact(s, "Order", c->order);
	fact(s, "On pallet", strcmp(outermost, c->code) == 0 ? "" : outermost);
	if (c->weight_g > 0) {
		str_print(text, sizeof text, "%lld.%03lld kg",
		    (long long)c->weight_g / 1000, (long long)c->weight_g % 1000);
		fact(s, "Weight", text);
	}
	str_print(text, sizeof text, "%s %s", c->carrier, c->tracking);
	fact(s, "Sent by", text[0] == ' ' && text[1] == '\0' ? "" : text);
	clock_local(c->shipped_at, text);
	fact(s, "Left", c->shipped_at == 0 ? "" : text);
}

/* "Carton 340...: 3 units, on pallet 340..., DHL 123" */
static void
add_cartons(struct sheet *s, const struct packing *p)
{
	struct str note;
	size_t at = 0, n;

	str_init(&note);
	for (size_t i = 0; i < p->cartons.n; i++) {
		const struct carton *c = &p->cartons.at[i].carton;
		const char *outermost = p->cartons.at[i].outermost;

		for (n = 0; at < p->units.n && p->units.at[at].carton == i; at++)
			n++;
		str_clear(&note);
		str_addf(&note, "%s %s: %zu unit%s", c->kind == CARTON_PALLET ?
		    "Pallet" : "Carton", c->code, n, n == 1 ? "" : "s");
		if (strcmp(outermost, c->code) != 0)
			str_addf(&note, ", on pallet %s", outermost);
		if (c->carrier[0] != '\0' || c->tracking[0] != '\0')
			str_addf(&note, ", %s %s", c->carrier, c->tracking);
		sheet_note(s, note.p);
	}
	str_done(&note);
}

/* Widths leave the serial the room of 30 characters, the SSCC one line. */
static void
add_table(struct sheet *s, const struct packing *p)
{
	sheet_column(s, "Item", 32, false);
	sheet_column(s, "Serial", 0, false);
	sheet_column(s, "Lot", 24, false);
	sheet_column(s, "Expires", 23, false);
	sheet_column(s, "Carton", 44, false);
	for (size_t i = 0; i < p->units.n; i++) {
		const struct packing_unit *u = &p->units.at[i];
		const char *cells[] = { u->unit.item, u->unit.serial, u->lot,
		    u->expires_on, u->carton < p->cartons.n ?
		    p->cartons.at[u->carton].carton.code : "loose" };

		sheet_row(s, cells, sizeof cells / sizeof cells[0]);
	}
}

/* A number that is no barcode stays a text: it stands in the title. */
static void
add_barcode(struct sheet *s, const struct packing *p)
{
	struct err err;
	bool ok = p->is_slip ?
	    sheet_barcode(s, SHEET_CODE128, p->order.number, &err) :
	    sheet_barcode(s, SHEET_SSCC, p->cartons.at[0].carton.code, &err);

	(void)ok;
}

bool
packing_pdf(const struct packing *p, struct str *out, struct err *err)
{
	char title[CODE_SIZE + 40], count[64];
	struct sheet *s;
	bool ok;

	if (p->is_slip)
		str_print(title, sizeof title, "Packing slip %s %s",
		    order_kind_name(p->order.kind), p->order.number);
	else
		str_print(title, sizeof title, "Contents of %s %s",
		    carton_kind_name(p->cartons.at[0].carton.kind),
		    p->cartons.at[0].carton.code);
	s = sheet_new(title);
	add_party(s, p);
	if (p->is_slip)
		add_lines(s, p);
	else
		add_carton_facts(s, &p->cartons.at[0].carton,
		    p->cartons.at[0].outermost);
	str_print(count, sizeof count, "%zu", p->units.n);
	fact(s, "Units", count);
	add_cartons(s, p);
	add_barcode(s, p);
	add_table(s, p);
	sheet_footer(s, title);
	ok = sheet_pdf(s, out, err);
	sheet_free(s);
	return ok;
}
