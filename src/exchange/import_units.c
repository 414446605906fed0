/*
 * import_units.c - a file of opening stock.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each row is a unit.opened: available in its bin, on hold where the bin is a
 * quarantine.  The order it came on is history that need not be known here; a
 * number without its kind is that of the order that is known by it, else of a
 * purchase.
 */
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "exchange/stock.h"

static const struct column units_columns[] = {
	COLUMN_MUST("item", cell_item, stock_row, item),
	COLUMN_MUST("serial", cell_serial, stock_row, serial),
	COLUMN_MUST("bin", cell_code, stock_row, bin),
	COLUMN("lot", cell_clean, stock_row, lot),
	COLUMN("made_on", cell_date, stock_row, made_on),
	COLUMN("expires_on", cell_date, stock_row, expires_on),
	COLUMN("received_on", cell_date, stock_row, received_on),
	COLUMN("supplier", cell_code, stock_row, party),
	COLUMN("order", cell_order, stock_row, order),
};

/* The key of the order a text names: thing of the list of orders. */
static bool
find_order(struct import *im, struct stock_ref *ref, struct err *err)
{
	enum order_kind kinds[ORDER_KINDS], kind;
	char *key = xmalloc(ORDER_SIZE);
	const char *number;
	size_t n = 0;

	ref->thing = key;
	if (cell_order_kind(ref->text, &kind, &number)) {
		order_key(key, kind, number);
		return true;
	}
	if (!order_kinds_of(im->l, ref->text, kinds, &n, err))
		return false;
	order_key(key, n > 0 && kinds[0] == ORDER_ASN ? ORDER_ASN : ORDER_PO,
	    ref->text);
	return true;
}

static bool
find_orders(struct import *im, struct err *err)
{
	struct stock_refs *refs = &((struct stock *)im->state)->orders;

	refs->free = free;
	for (size_t i = 0; i < refs->list.n; i++)
		if (!find_order(im, &refs->list.at[i], err))
			return false;
	return true;
}

/* What the item asks of each of its units. */
static void
check_needs(struct import *im, struct stock_unit *u)
{
	const struct stock *st = im->state;
	const struct stock_item *it = stock_thing(&st->items, u->item);

	if (it == NULL)
		return;
	if (it->item.lot == NEED_REQUIRED && stock_lot(st, u)[0] == '\0')
		import_say(im, &u->row, "lot", "must be filled for item %s",
		    it->item.code);
	if (it->item.made_on == NEED_REQUIRED && u->made_on == STOCK_NONE)
		import_say(im, &u->row, "made_on", "must be filled for item %s",
		    it->item.code);
	if (it->item.expires_on == NEED_REQUIRED && u->expires_on == STOCK_NONE)
		import_say(im, &u->row, "expires_on", "must be filled for item %s",
		    it->item.code);
}

static void
make_opened(struct import *im, const struct stock_unit *u, struct event *e)
{
	const struct stock *st = im->state;
	const struct bin *bin = stock_thing(&st->bins, u->bin);
	const char *order = stock_thing(&st->orders, u->order);
	struct event_body *b = &e->body;

	e->type = EV_UNIT_OPENED;
	str_copy(b->bin, sizeof b->bin, bin->code);
	if (bin->kind == BIN_QUARANTINE)
		str_copy(b->reason, sizeof b->reason, hold_name(HOLD_QUARANTINE));
	str_copy(b->lot, sizeof b->lot, stock_lot(st, u));
	stock_date(b->made_on, u->made_on);
	stock_date(b->expires_on, u->expires_on);
	stock_date(b->received_on, u->received_on);
	str_copy(b->party, sizeof b->party, stock_text(&st->parties, u->party));
	str_copy(b->order, sizeof b->order, order == NULL ? "" : order);
}

static bool
units_apply(struct import *im, struct err *err)
{
	static const struct stock_saying opened = { .make = make_opened };
	struct stock *st = im->state;

	if (!stock_find_items(im, err) || !stock_find_bins(im, err) ||
	    !stock_find_parties(im, err) || !find_orders(im, err))
		return false;
	for (size_t i = 0; i < st->units.n; i++) {
		struct stock_unit *u = &st->units.at[i];

		stock_check_refs(im, u);
		stock_check_unit(im, u);
		if (!u->row.wrong)
			check_needs(im, u);
	}
	stock_sort(im);
	return stock_say(im, &opened, err);
}

const struct import_kind import_units = {
	.name = "units", COLUMNS(units_columns), .row_size = sizeof(struct stock_row),
	.open = stock_open, .close = stock_close, .keep = stock_keep,
	.apply = units_apply,
};
