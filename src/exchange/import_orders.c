/*
 * import_orders.c - a file of orders.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Rows of one (kind, number) are one order, wherever in the file they stand.
 * A sales order is released unless it shall be kept back.
 */
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "domain/serial_key.h"
#include "exchange/import_private.h"

#define QTY_MAX 10000000
#define LINE_MAX_NUMBER 1000000
#define OVER_MAX 1000
#define PRIORITY_MAX 9

struct orders_row {
	struct import_row row;
	enum order_kind kind;
	char number[CODE_SIZE];
	char party[CODE_SIZE];
	int64_t priority;
	struct order_line line;
};

_Static_assert(sizeof(enum order_kind) == sizeof(int), "enums are ints");

static const char *
kind_word(int v)
{
	return order_kind_name((enum order_kind)v);
}

/* Work orders come from no file. */
static const struct cell_words kind_words = { kind_word, order_kind_find,
    ORDER_WORK };

static const char *const allocation_words[] = { "fifo", "lifo", "fefo",
    "oldest_made", "manual", NULL };
static const char *const lots_words[] = { "any", "one", NULL };

static const struct column orders_columns[] = {
	COLUMN_OF("kind", true, cell_word, orders_row, kind, &kind_words),
	COLUMN_MUST("number", cell_code, orders_row, number),
	COLUMN_MUST("party", cell_code, orders_row, party),
	COLUMN_NUMBER("line", true, orders_row, line.line, 1, LINE_MAX_NUMBER),
	COLUMN_MUST("item", cell_item, orders_row, line.item),
	COLUMN_NUMBER("qty", true, orders_row, line.qty, 1, QTY_MAX),
	COLUMN("due", cell_date, orders_row, line.due),
	COLUMN_NUMBER("over_pct", false, orders_row, line.over_pct, 0, OVER_MAX),
	COLUMN("serial_from", cell_serial, orders_row, line.serial_from),
	COLUMN("serial_to", cell_serial, orders_row, line.serial_to),
	COLUMN_OF("allocation", false, cell_choice, orders_row, line.allocation,
	    allocation_words),
	COLUMN_OF("lots", false, cell_choice, orders_row, line.lots, lots_words),
	COLUMN_NUMBER("priority", false, orders_row, priority, 1, PRIORITY_MAX),
	COLUMN("note", cell_text, orders_row, line.note),
};

/* An order being put together. */
struct draft {
	struct order order;
	size_t first;		/* its first row */
	bool wrong;
};
struct drafts { VEC(struct draft) list; };

static void
check_range(struct import *im, struct orders_row *r)
{
	const struct order_line *line = &r->line;

	if ((line->serial_from[0] == '\0') != (line->serial_to[0] == '\0'))
		import_say(im, &r->row,
		    line->serial_from[0] == '\0' ? "serial_from" : "serial_to",
		    "must be filled, as the other end of the range is");
	else if (serial_compare(line->serial_from, line->serial_to) > 0)
		import_say(im, &r->row, "serial_to", "comes before serial_from");
}

static struct draft *
draft_of(struct import *im, struct drafts *drafts, size_t i)
{
	struct orders_row *r = import_row_at(im, i);
	char key[ORDER_SIZE];
	struct draft *new;
	bool is_new;
	size_t *at;

	order_key(key, r->kind, r->number);
	at = text_map_at(&im->seen, key, &is_new);
	if (!is_new)
		return &drafts->list.at[*at];
	*at = drafts->list.n;
	new = vec_push(&drafts->list);
	new->first = i;
	order_init(&new->order);
	new->order.kind = r->kind;
	new->order.state = r->kind == ORDER_SO && im->options->held ?
	    ORDER_DRAFT : ORDER_OPEN;
	str_copy(new->order.number, sizeof new->order.number, r->number);
	str_copy(new->order.key, sizeof new->order.key, key);
	str_copy(new->order.party, sizeof new->order.party, r->party);
	return new;
}

/* Has the order this line already?  From now on it has. */
static bool
line_stands(struct import *im, const struct orders_row *r, const char *key)
{
	char place[ORDER_SIZE + 24];
	bool is_new;

	str_print(place, sizeof place, "%s\n%lld", key, (long long)r->line.line);
	text_map_at(&im->seen, place, &is_new);
	return !is_new;
}

/* One priority for the whole order, wherever it stands. */
static void
draft_priority(struct import *im, struct draft *d, struct orders_row *r)
{
	if (r->priority == 0 || r->priority == d->order.priority)
		return;
	if (d->order.priority != 0)
		import_say(im, &r->row, "priority", "%s has the priority %lld already",
		    d->order.key, (long long)d->order.priority);
	d->order.priority = r->priority;
}

/* Add a row that is right in itself to its order. */
static void
draft_add(struct import *im, struct drafts *drafts, size_t i)
{
	struct orders_row *r = import_row_at(im, i);
	struct draft *d = draft_of(im, drafts, i);
	const struct orders_row *first = import_row_at(im, d->first);

	if (strcmp(d->order.party, r->party) != 0)
		import_say(im, &r->row, "party", "%s is with %s in line %lld",
		    d->order.key, d->order.party, (long long)first->row.line);
	if (line_stands(im, r, d->order.key))
		import_say(im, &r->row, "line", "%s has a line %lld already",
		    d->order.key, (long long)r->line.line);
	draft_priority(im, d, r);
	if (strcmp(r->line.lots, "any") == 0)
		r->line.lots[0] = '\0';
	if (r->row.wrong)
		d->wrong = true;
	else
		*vec_push(&d->order.lines) = r->line;
}

static int
by_line(const void *a, const void *b)
{
	const struct order_line *x = a, *y = b;

	return x->line < y->line ? -1 : x->line > y->line;
}

static bool
draft_say(struct import *im, struct draft *d, struct err *err)
{
	struct import_row *first = import_row_at(im, d->first);
	bool changed;

	if (d->wrong)
		return true;
	qsort(d->order.lines.at, d->order.lines.n, sizeof d->order.lines.at[0],
	    by_line);
	if (!order_define(im->l, &d->order, BY_FILE, &changed, err))
		return import_say_err(im, first, "number", err);
	import_count(im, changed);
	return true;
}

static bool
gather(struct import *im, struct drafts *drafts, struct err *err)
{
	for (size_t i = 0; i < im->n; i++) {
		struct orders_row *r = import_row_at(im, i);

		if (!import_need_party(im, &r->row, "party", r->party, err) ||
		    !import_need_item(im, &r->row, "item", r->line.item, err))
			return false;
		if (!r->row.wrong)
			check_range(im, r);
		if (!r->row.wrong)
			draft_add(im, drafts, i);
	}
	return true;
}

static bool
orders_apply(struct import *im, struct err *err)
{
	struct drafts drafts = { 0 };
	bool ok = gather(im, &drafts, err);

	for (size_t i = 0; ok && i < drafts.list.n; i++)
		ok = draft_say(im, &drafts.list.at[i], err);
	for (size_t i = 0; i < drafts.list.n; i++)
		order_done(&drafts.list.at[i].order);
	vec_done(&drafts.list);
	return ok;
}

const struct import_kind import_orders = {
	.name = "orders", COLUMNS(orders_columns),
	.row_size = sizeof(struct orders_row), .apply = orders_apply,
};
