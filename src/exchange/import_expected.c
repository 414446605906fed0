/*
 * import_expected.c - a file of the serials that a supplier announces.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each row is a unit.expected on a line of a purchase (PO) or an advance ship
 * notice (ASN); the line tells the item.  A line takes as many serials as it
 * has pieces, those that came already among them.
 */
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "exchange/stock.h"

#define LINE_MAX_NUMBER 1000000

static const struct column expected_columns[] = {
	COLUMN_MUST("order", cell_order, stock_row, order),
	COLUMN_NUMBER("line", true, stock_row, line, 1, LINE_MAX_NUMBER),
	COLUMN_MUST("serial", cell_serial, stock_row, serial),
	COLUMN("lot", cell_clean, stock_row, lot),
	COLUMN("made_on", cell_date, stock_row, made_on),
	COLUMN("expires_on", cell_date, stock_row, expires_on),
	COLUMN("carton", cell_carton, stock_row, carton),
};

/* An order that rows name. */
struct announced {
	struct order order;
	bool ambiguous;			/* a PO and an ASN bear the number */
	int64_t *bound;			/* by line: units that are on it */
};

static void
announced_free(void *thing)
{
	struct announced *a = thing;

	order_done(&a->order);
	free(a->bound);
	free(a);
}

/* The kind of order a text names, and its number; 1, 0 none, -1 fault. */
static int
find_kind(struct import *im, const char *text, enum order_kind *kind,
    const char **number, bool *ambiguous, struct err *err)
{
	enum order_kind kinds[ORDER_KINDS];
	size_t n, hits = 0;

	if (cell_order_kind(text, kind, number))
		return *kind == ORDER_PO || *kind == ORDER_ASN;
	*number = text;
	if (!order_kinds_of(im->l, text, kinds, &n, err))
		return -1;
	for (size_t i = 0; i < n; i++)
		if (kinds[i] == ORDER_PO || kinds[i] == ORDER_ASN) {
			*kind = kinds[i];
			hits++;
		}
	*ambiguous = hits > 1;
	return hits > 0;
}

static bool
count_bound(struct import *im, struct announced *a, struct err *err)
{
	a->bound = xcalloc(a->order.lines.n + 1, sizeof a->bound[0]);
	for (size_t i = 0; i < a->order.lines.n; i++) {
		int64_t stages[STAGES];

		if (!ledger_line_progress(im->l, a->order.key,
		    a->order.lines.at[i].line, stages, err))
			return false;
		a->bound[i] = stages[STAGE_EXPECTED] + stages[STAGE_RECEIVED];
	}
	return true;
}

static bool
find_order(struct import *im, struct stock_ref *ref, struct err *err)
{
	struct announced *a = xcalloc(1, sizeof *a);
	enum order_kind kind;
	const char *number;
	int rc;

	order_init(&a->order);
	rc = find_kind(im, ref->text, &kind, &number, &a->ambiguous, err);
	if (rc > 0)
		rc = order_find(im->l, kind, number, &a->order, err);
	if (rc > 0) {
		ref->thing = a;
		return count_bound(im, a, err);
	}
	announced_free(a);
	return rc == 0;
}

static bool
find_orders(struct import *im, struct err *err)
{
	struct stock_refs *refs = &((struct stock *)im->state)->orders;

	refs->free = announced_free;
	for (size_t i = 0; i < refs->list.n; i++)
		if (!find_order(im, &refs->list.at[i], err))
			return false;
	return true;
}

/* The order and the line of a row, and so its item. */
static void
bind_line(struct import *im, struct stock_unit *u)
{
	struct stock *st = im->state;
	const struct announced *a = stock_thing(&st->orders, u->order);
	const struct order_line *line;

	if (u->order == STOCK_NONE)
		return;
	if (a == NULL) {
		import_say_unknown(im, &u->row, "order", "PO or ASN",
		    stock_text(&st->orders, u->order));
		return;
	}
	if (a->ambiguous)
		import_say(im, &u->row, "order",
		    "a PO and an ASN are called %s: write PO:%s or ASN:%s",
		    a->order.number, a->order.number, a->order.number);
	if (a->order.state == ORDER_CLOSED || a->order.state == ORDER_CANCELLED)
		import_say(im, &u->row, "order", "%s is %s", a->order.key,
		    order_state_name(a->order.state));
	line = order_line_of(&a->order, u->line);
	if (line != NULL)
		u->item = stock_ref(&st->items, line->item);
	else if (u->line != 0)
		import_say(im, &u->row, "line", "%s has no line %u", a->order.key,
		    u->line);
}

static void
make_expected(struct import *im, const struct stock_unit *u, struct event *e)
{
	const struct stock *st = im->state;
	const struct announced *a = stock_thing(&st->orders, u->order);
	struct event_body *b = &e->body;

	e->type = EV_UNIT_EXPECTED;
	str_copy(b->order, sizeof b->order, a->order.key);
	b->line = u->line;
	str_copy(b->party, sizeof b->party, a->order.party);
	str_copy(b->lot, sizeof b->lot, stock_lot(st, u));
	stock_date(b->made_on, u->made_on);
	stock_date(b->expires_on, u->expires_on);
	str_copy(b->carton, sizeof b->carton, stock_carton(st, u));
}

/* A serial takes one piece of its line. */
static bool
admit_expected(struct import *im, struct stock_unit *u)
{
	const struct stock *st = im->state;
	struct announced *a = stock_thing(&st->orders, u->order);
	const struct order_line *line = order_line_of(&a->order, u->line);
	int64_t *bound = &a->bound[line - a->order.lines.at];

	if (*bound < line->qty) {
		++*bound;
		return true;
	}
	import_say(im, &u->row, "serial",
	    "is one too many: line %lld of %s has %lld pieces and as many serials",
	    (long long)line->line, a->order.key, (long long)line->qty);
	return false;
}

static bool
expected_apply(struct import *im, struct err *err)
{
	static const struct stock_saying expected = { .make = make_expected,
	    .admit = admit_expected };
	struct stock *st = im->state;

	if (!find_orders(im, err))
		return false;
	for (size_t i = 0; i < st->units.n; i++)
		bind_line(im, &st->units.at[i]);
	if (!stock_find_items(im, err))
		return false;
	for (size_t i = 0; i < st->units.n; i++)
		stock_check_unit(im, &st->units.at[i]);
	stock_sort(im);
	return stock_say(im, &expected, err);
}

const struct import_kind import_expected = {
	.name = "expected", COLUMNS(expected_columns),
	.row_size = sizeof(struct stock_row), .open = stock_open,
	.close = stock_close, .keep = stock_keep, .apply = expected_apply,
};
