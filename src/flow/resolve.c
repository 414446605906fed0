/*
 * resolve.c - what a scan means here: its structure, then what we know.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Structure decides first: an AI, a symbology or a "PO:" prefix says what a
 * code is.  A plain text is looked up among everything that has codes; it is
 * each thing it is found to be, and a new serial only when it is nothing
 * else.  Nothing is decided here between several meanings: that is the
 * slot's business, and where the slot cannot, the person's.
 */
#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "domain/date.h"
#include "domain/gtin.h"
#include "flow/flow_private.h"

static bool
find_item(struct flow *f, struct meaning *m, const char *gtin, struct err *err)
{
	int n = 1, rc = 1;

	if (f->item_is_of_gtin && strcmp(f->item.gtin, gtin) == 0)
		m->item = f->item;
	else if ((rc = item_find_gtin(f->l, gtin, &m->item, &n, err)) < 0)
		return false;
	if (rc > 0 && n == 1) {
		f->item = m->item;
		f->item_is_of_gtin = true;
	}
	m->has_item = rc > 0;
	m->gtin_unknown = rc == 0;
	if (rc > 0)
		m->kinds |= ACCEPT_ITEM;
	return true;
}

/* Units that bear the serial; with an item said, that item's alone. */
static bool
find_units(struct flow *f, struct meaning *m, struct err *err)
{
	int rc;

	m->units = f->units;
	if (m->serial[0] == '\0')
		return true;
	if (!m->has_item)
		return ledger_units_by_serial(f->l, m->serial, f->units,
		    UNITS_OF_SERIAL_MAX, &m->n_units, err);
	rc = ledger_unit(f->l, m->item.code, m->serial, &f->units[0], err);
	m->n_units = rc > 0;
	return rc >= 0;
}

/* Undone arrivals leave a unit of which nothing is known: no unit. */
static void
drop_blank_units(struct meaning *m)
{
	size_t kept = 0;

	for (size_t i = 0; i < m->n_units; i++)
		if (m->units[i].status != UNIT_NONE) {
			if (kept != i)
				m->units[kept] = m->units[i];
			kept++;
		}
	m->n_units = kept;
	if (kept > 0)
		m->kinds |= ACCEPT_UNIT;
}

/* Any code may be that of a container of ours; an SSCC is one in any case. */
static bool
resolve_container(struct flow *f, struct meaning *m, const char *code, bool sscc,
    struct err *err)
{
	int rc = carton_find(f->l, code, &m->container, err);

	if (rc > 0 || sscc) {
		str_copy(m->carton, sizeof m->carton, code);
		m->kinds |= ACCEPT_CARTON;
	}
	return rc >= 0;
}

static bool
resolve_structured(struct flow *f, struct meaning *m, struct err *err)
{
	const struct scan_parsed *p = m->parsed;

	m->structured = true;
	if (p->gtin[0] != '\0' && !find_item(f, m, p->gtin, err))
		return false;
	if (p->part[0] != '\0' && !m->has_item) {
		int rc = item_find(f->l, p->part, &m->item, err);

		if (rc < 0)
			return false;
		m->has_item = rc > 0;
		if (rc > 0)
			m->kinds |= ACCEPT_ITEM;
	}
	if (p->serial[0] != '\0') {
		str_copy(m->serial, sizeof m->serial, p->serial);
		m->kinds |= ACCEPT_SERIAL;
		if (!m->gtin_unknown && !find_units(f, m, err))
			return false;
		drop_blank_units(m);
	}
	if (p->lot[0] != '\0')
		m->kinds |= ACCEPT_LOT;
	if (p->made_on[0] != '\0' || p->expires_on[0] != '\0')
		m->kinds |= ACCEPT_DATE;
	if (p->sscc[0] != '\0' && !resolve_container(f, m, p->sscc, true, err))
		return false;
	if (p->order[0] != '\0') {
		str_copy(m->order_number, sizeof m->order_number, p->order);
		if (!order_kinds_of(f->l, m->order_number, m->order_kinds,
		    &m->n_orders, err))
			return false;
		if (m->n_orders > 0)
			m->kinds |= ACCEPT_ORDER;
	}
	if (p->count[0] != '\0')
		m->kinds |= ACCEPT_QTY;
	return true;
}

/* "PO:4711", "PO 4711" or "PO-4711" where that order is there; else the whole
 * text as a number. */
static bool
resolve_order(struct flow *f, struct meaning *m, struct err *err)
{
	char kind[16];
	size_t n = strcspn(m->text, ": -");
	int k = -1;

	if (n < sizeof kind && m->text[n] != '\0') {
		for (size_t i = 0; i < n; i++)
			kind[i] = (char)toupper((unsigned char)m->text[i]);
		kind[n] = '\0';
		k = order_kind_find(kind);
	}
	str_copy(m->order_number, sizeof m->order_number, m->text);
	if (strlen(m->text) < CODE_SIZE && !order_kinds_of(f->l, m->order_number,
	    m->order_kinds, &m->n_orders, err))
		return false;
	if (m->n_orders == 0 && k >= 0 && strlen(m->text + n + 1) < CODE_SIZE) {
		enum order_kind found[ORDER_KINDS];
		size_t n_found;

		if (!order_kinds_of(f->l, m->text + n + 1, found, &n_found, err))
			return false;
		for (size_t i = 0; i < n_found; i++)
			if (found[i] == (enum order_kind)k) {
				m->order_kinds[0] = found[i];
				m->n_orders = 1;
				str_copy(m->order_number, sizeof m->order_number,
				    m->text + n + 1);
			}
	}
	if (m->n_orders > 0)
		m->kinds |= ACCEPT_ORDER;
	return true;
}

static bool
resolve_masters(struct flow *f, struct meaning *m, struct err *err)
{
	struct item item;
	int rc;

	if (strlen(m->text) >= CODE_SIZE)
		return true;
	if ((rc = bin_find(f->l, m->text, &m->bin, err)) < 0)
		return false;
	m->kinds |= rc > 0 ? ACCEPT_BIN : 0;
	if ((rc = operator_find(f->l, m->text, &m->badge, err)) < 0)
		return false;
	m->kinds |= rc > 0 ? ACCEPT_BADGE : 0;
	if ((rc = party_find(f->l, m->text, &m->party, err)) < 0)
		return false;
	m->kinds |= rc > 0 ? ACCEPT_PARTY : 0;
	if ((rc = item_find(f->l, m->text, &item, err)) < 0)
		return false;
	if (rc > 0) {
		m->item = item;
		m->has_item = true;
		m->gtin_unknown = false;
		m->kinds |= ACCEPT_ITEM;
	}
	return true;
}

static void
resolve_date(struct meaning *m, int year)
{
	bool no_day;

	if (date_is_valid(m->text))
		str_copy(m->date, sizeof m->date, m->text);
	else if (strlen(m->text) == 6 && strspn(m->text, "0123456789") == 6)
		date_from_yymmdd(m->text, year, true, m->date, &no_day);
	if (m->date[0] != '\0')
		m->kinds |= ACCEPT_DATE;
}

/* The 18 digits of an SSCC without its identifier, or with it but plain. */
static const char *
plain_sscc(const char *text)
{
	size_t n = strlen(text);

	if (n == 20 && text[0] == '0' && text[1] == '0')
		return plain_sscc(text + 2);
	return sscc_ok(text, n) ? text : NULL;
}

/* A tote or carton by its code; digits that nothing else is are the SSCC of a
 * strange carton where a carton is looked for. */
static bool
resolve_plain_carton(struct flow *f, struct meaning *m, unsigned accepts,
    struct err *err)
{
	const char *sscc = plain_sscc(m->text);

	if (strlen(m->text) >= CODE_SIZE)
		return true;
	return resolve_container(f, m, sscc != NULL ? sscc : m->text,
	    sscc != NULL && m->kinds == 0 && m->n_units == 0 &&
	    (accepts & (ACCEPT_CARTON | ACCEPT_ANY)) != 0, err);
}

/* What a person or a plain bar code says: anything that has that code. */
static bool
resolve_text(struct flow *f, struct meaning *m, unsigned accepts, struct err *err)
{
	struct err range_err;

	if (m->parsed->gtin[0] != '\0' && !find_item(f, m, m->parsed->gtin, err))
		return false;
	if (!resolve_masters(f, m, err) || !resolve_order(f, m, err))
		return false;
	if (strlen(m->text) < TEXT_SIZE && !m->structured) {
		struct item item = m->item;
		bool had = m->has_item;

		str_copy(m->serial, sizeof m->serial, m->text);
		m->has_item = false;	/* the text is the whole serial, of any item */
		if (!find_units(f, m, err))
			return false;
		m->item = item;
		m->has_item = had;
		drop_blank_units(m);
		if (!resolve_plain_carton(f, m, accepts, err))
			return false;
		if ((m->kinds & (ACCEPT_BIN | ACCEPT_BADGE | ACCEPT_PARTY |
		    ACCEPT_ITEM | ACCEPT_ORDER | ACCEPT_CARTON)) == 0)
			m->kinds |= ACCEPT_SERIAL | ACCEPT_LOT | ACCEPT_REASON;
	}
	if ((accepts & ACCEPT_DATE) != 0)
		resolve_date(m, f->st->scan_options.year);
	if ((accepts & ACCEPT_RANGE) != 0 && serial_range_is(m->text)) {
		m->kinds |= ACCEPT_RANGE;
		err_clear(&range_err);
		if (!serial_range_parse(m->text, &m->range, &range_err))
			m->range.count = 0;
	}
	if (m->text[0] != '\0' && strspn(m->text, "0123456789") == strlen(m->text) &&
	    strlen(m->text) <= 6)
		m->kinds |= ACCEPT_QTY;
	m->kinds |= ACCEPT_TEXT;
	return true;
}

bool
resolve(struct flow *f, const struct scan_in *in, unsigned accepts,
    struct meaning *m, struct err *err)
{
	const struct scan_parsed *p = &f->parsed;

	(void)in;
	memset(m, 0, offsetof(struct meaning, text));
	m->parsed = p;
	m->units = f->units;
	str_copyn(m->text, sizeof m->text, p->text, p->text_len);
	switch (p->kind) {
	case SCAN_GS1:
	case SCAN_DIGITAL_LINK:
	case SCAN_ISO15434:
	case SCAN_HIBC:
		return resolve_structured(f, m, err);
	case SCAN_GTIN:
		m->structured = p->symbology[0] != '\0';
		return resolve_text(f, m, accepts, err);
	default:
		return resolve_text(f, m, accepts, err);
	}
}

/* "bin A-01-02", "item DRILL-18", "unit S-77 of DRILL-18" ... */
void
meaning_words(const struct meaning *m, char *out, size_t size)
{
	char shown[48];

	str_copy(shown, sizeof shown, m->text);
	if ((m->kinds & ACCEPT_UNIT) != 0 && m->n_units == 1)
		str_print(out, size, "unit %s of %s", m->units[0].serial,
		    m->units[0].item);
	else if ((m->kinds & ACCEPT_BIN) != 0)
		str_print(out, size, "bin %s", m->bin.code);
	else if ((m->kinds & ACCEPT_BADGE) != 0)
		str_print(out, size, "the badge of %s", m->badge.name);
	else if ((m->kinds & ACCEPT_ITEM) != 0)
		str_print(out, size, "item %s", m->item.code);
	else if ((m->kinds & ACCEPT_ORDER) != 0)
		str_print(out, size, "order %s %s",
		    order_kind_name(m->order_kinds[0]), m->order_number);
	else if ((m->kinds & ACCEPT_CARTON) != 0)
		str_print(out, size, "%s %s", m->container.id == 0 ? "carton" :
		    carton_kind_name(m->container.kind), m->carton);
	else if ((m->kinds & ACCEPT_PARTY) != 0)
		str_print(out, size, "%s %s", party_kind_name(m->party.kind),
		    m->party.code);
	else if ((m->kinds & ACCEPT_UNIT) != 0)
		str_print(out, size, "serial %s of %zu items", m->serial, m->n_units);
	else if (m->structured && m->serial[0] != '\0')
		str_print(out, size, "serial %s", m->serial);
	else if (m->structured && m->gtin_unknown)
		str_print(out, size, "GTIN %s", m->parsed->gtin);
	else if (m->structured && m->parsed->lot[0] != '\0')
		str_print(out, size, "lot %s", m->parsed->lot);
	else
		str_print(out, size, "\"%s\"", shown);
}
