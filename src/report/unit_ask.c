/*
 * unit_ask.c - a filter on units, checked and with names made numbers.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "domain/date.h"
#include "report/unit_ask.h"

/* --- The filter ------------------------------------------------------------- */

static bool
date_ok(const char *date, const char *what, struct err *err)
{
	if (date[0] == '\0' || date_is_valid(date))
		return true;
	err_code(err, ERR_INPUT, "date.invalid", "\"%s\" is no date", date);
	err_detail(err, "%s", what);
	return err_hint(err, "Write YYYY-MM-DD.");
}

bool
unit_ask_serial(const char *serial, struct err *err)
{
	unsigned char key[SERIAL_KEY_MAX];

	if (serial[0] == '\0' || serial_key(serial, key, sizeof key) != 0)
		return true;
	return err_code(err, ERR_INPUT, "serial.format",
	    "a serial has at most %d bytes", SERIAL_MAX);
}

bool
unit_filter_check(const struct unit_filter *f, struct err *err)
{
	if (!date_ok(f->made_from, "made from", err) ||
	    !date_ok(f->made_to, "made to", err) ||
	    !date_ok(f->expires_before, "expires before", err) ||
	    !unit_ask_serial(f->from, err) || !unit_ask_serial(f->to, err))
		return false;
	if (f->from[0] != '\0' && f->to[0] != '\0' &&
	    serial_compare(f->from, f->to) > 0) {
		err_set(err, ERR_INPUT, "the range of serials runs backwards");
		return err_detail(err, "%s comes after %s", f->from, f->to);
	}
	if (f->made_from[0] != '\0' && f->made_to[0] != '\0' &&
	    date_compare(f->made_from, f->made_to) > 0)
		return err_set(err, ERR_INPUT, "made from is after made to");
	return true;
}

/* Keys are texts of digits and UTF-8: none begins with 0xFF. */
static void
bound_last(struct bound *b)
{
	b->bytes[0] = 0xFF;
	b->n = 1;
}

void
bound_set(struct bound *b, const char *serial, bool after)
{
	b->n = serial_key(serial, b->bytes, SERIAL_KEY_MAX);
	assert(b->n > 0);
	if (after)
		b->bytes[b->n++] = 0;
}

int
bound_compare(const struct bound *a, const struct bound *b)
{
	size_t n = a->n < b->n ? a->n : b->n;
	int order = memcmp(a->bytes, b->bytes, n);

	return order != 0 ? order : a->n < b->n ? -1 : a->n > b->n;
}

/* The number of a name; one that was never given matches nothing. */
static bool
number(struct asked *a, enum name_kind kind, const char *text, int64_t *id,
    struct err *err)
{
	if (!store_name_find(a->store, kind, text, id, err))
		return false;
	if (text[0] != '\0' && *id == 0)
		a->nothing = true;
	return true;
}

bool
unit_ask(struct asked *a, struct ledger *l, const struct unit_filter *f, bool back,
    struct err *err)
{
	memset(a, 0, sizeof *a);
	a->ledger = l;
	a->store = ledger_store(l);
	a->f = f;
	a->back = back;
	if (!unit_filter_check(f, err))
		return false;
	if (f->from[0] != '\0')
		bound_set(&a->low, f->from, false);
	bound_last(&a->high);
	if (f->to[0] != '\0')
		bound_set(&a->high, f->to, true);
	return number(a, NAME_ITEM, f->item, &a->item, err) &&
	    number(a, NAME_BIN, f->bin, &a->bin, err) &&
	    number(a, NAME_CARTON, f->carton, &a->carton, err) &&
	    number(a, NAME_ORDER, f->order, &a->order, err) &&
	    number(a, NAME_PARTY, f->party, &a->party, err);
}
