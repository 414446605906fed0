/*
 * demo_stock.c - deliveries of the weeks before, and where the units went.
 * SPDX-License-Identifier: Apache-2.0
 *
 * An order is announced in the morning, received in the hours after, put away
 * by another hand and closed.  Units go to their item's own bin until it is
 * full, then on along the walk in the same zone.
 */
#include <stdlib.h>
#include <string.h>
#include "app/demo.h"
#include "report/lists.h"

#define PAGE 64
#define CARRIED 6			/* units a person takes along at once */
#define SCAN_S 19			/* from one unit to the next at the dock */
#define WALK_S 75			/* to a bin and back */

/* --- bins --- */

static int
by_walk(const void *a, const void *b)
{
	const struct demo_place *x = a, *y = b;

	return x->bin.sequence < y->bin.sequence ? -1 :
	    x->bin.sequence > y->bin.sequence;
}

bool
demo_places_read(struct demo *d, struct err *err)
{
	struct bin_row page[PAGE];
	char after[CODE_SIZE] = "";
	size_t n;

	do {
		if (!bin_list_page(d->l, PAGE_AFTER, after, page, PAGE, &n, err))
			return false;
		for (size_t i = 0; i < n; i++)
			((struct demo_place *)vec_push(&d->places))->bin = page[i].bin;
		if (n > 0)
			str_copy(after, sizeof after, page[n - 1].bin.code);
	} while (n == PAGE);
	qsort(d->places.at, d->places.n, sizeof d->places.at[0], by_walk);
	return true;
}

struct demo_place *
demo_place_of(struct demo *d, const char *bin)
{
	for (size_t i = 0; i < d->places.n; i++)
		if (strcmp(d->places.at[i].bin.code, bin) == 0)
			return &d->places.at[i];
	return NULL;
}

static bool
takes(const struct demo_place *p, const char *zone, const char *item)
{
	return p->bin.kind == BIN_STORAGE && strcmp(p->bin.zone, zone) == 0 &&
	    p->units < p->bin.capacity &&
	    (p->bin.reserved[0] == '\0' || bin_reserved_for(&p->bin, item));
}

/* The next bin with room, from the item's own one around its zone. */
static struct demo_place *
place_for(struct demo *d, const struct item *item, struct err *err)
{
	struct demo_place *own = demo_place_of(d, item->default_bin);
	size_t start = own == NULL ? 0 : (size_t)(own - d->places.at);

	for (size_t i = 0; own != NULL && i < d->places.n; i++) {
		struct demo_place *p = &d->places.at[(start + i) % d->places.n];

		if (takes(p, own->bin.zone, item->code))
			return p;
	}
	err_set(err, ERR_BUG, "demo/ has more %s than its zone holds", item->code);
	return NULL;
}

/* --- an order --- */

static void
order_lines(struct demo *d, const struct demo_table *t, size_t first, size_t end,
    struct order *order)
{
	for (size_t i = first; i < end; i++) {
		struct order_line *line = vec_push(&order->lines);

		line->line = (int64_t)(i - first + 1);
		line->qty = demo_number(t, i, "qty");
		str_copy(line->item, sizeof line->item, demo_cell(t, i, "item"));
		demo_date(d, -demo_number(t, i, "days_ago"), line->due);
	}
}

/* Rows first to end are the lines of one order: define it, let each line be
 * done, close it. */
static bool
one_order(struct demo *d, const struct demo_table *t, enum order_kind kind,
    size_t first, size_t end, bool (*line)(struct demo *, size_t row,
    const struct order *, int64_t line, struct err *), struct err *err)
{
	struct order order;
	bool changed, ok;

	order_init(&order);
	order.kind = kind;
	order.state = ORDER_OPEN;
	str_copy(order.number, sizeof order.number, demo_cell(t, first, "order"));
	str_copy(order.party, sizeof order.party, demo_cell(t, first, "party"));
	order_key(order.key, kind, order.number);
	order_lines(d, t, first, end, &order);
	ledger_set_operator(d->l, "system");
	ok = order_define(d->l, &order, BY_FILE, &changed, err);
	demo_clock_add(d, 40 * 60);
	for (size_t i = first; ok && i < end; i++)
		ok = line(d, i, &order, (int64_t)(i - first + 1), err);
	demo_clock_add(d, 5 * 60);
	ledger_set_operator(d->l, "SUPER1");
	ok = ok && order_set_state(d->l, &order, EV_ORDER_CLOSED, "", BY_KEYS, err);
	order_done(&order);
	return ok;
}

static bool
orders_of_day(struct demo *d, const struct demo_table *t, enum order_kind kind,
    int64_t days_ago, bool (*line)(struct demo *, size_t row,
    const struct order *, int64_t line, struct err *), struct err *err)
{
	size_t end;

	for (size_t i = 0; i < t->rows.n; i = end) {
		end = i + 1;
		if (demo_number(t, i, "days_ago") != days_ago)
			continue;
		while (end < t->rows.n && strcmp(demo_cell(t, end, "order"),
		    demo_cell(t, i, "order")) == 0)
			end++;
		if (!one_order(d, t, kind, i, end, line, err))
			return false;
	}
	return true;
}

/* --- goods in --- */

static bool
receive(struct demo *d, size_t row, const struct demo_serials *s,
    const struct order *order, int64_t line, const char *dock, struct err *err)
{
	const struct demo_table *t = &d->deliveries;

	for (uint32_t i = 0; i < s->n; i++) {
		struct event e = { .type = EV_UNIT_RECEIVED };
		struct demo_piece *piece = vec_push(&d->pieces);

		if (!demo_serial_at(s, i, e.subject, err))
			return false;
		str_copy(e.item, sizeof e.item, s->item.code);
		str_copy(e.body.bin, sizeof e.body.bin, dock);
		str_copy(e.body.order, sizeof e.body.order, order->key);
		str_copy(e.body.party, sizeof e.body.party, order->party);
		str_copy(e.body.lot, sizeof e.body.lot, demo_cell(t, row, "lot"));
		e.body.line = line;
		if (demo_cell(t, row, "made_days_ago")[0] != '\0')
			demo_date(d, -demo_number(t, row, "made_days_ago"),
			    e.body.made_on);
		if (demo_cell(t, row, "expires_in_days")[0] != '\0')
			demo_date(d, demo_number(t, row, "expires_in_days"),
			    e.body.expires_on);
		str_copy(piece->item, sizeof piece->item, e.item);
		str_copy(piece->serial, sizeof piece->serial, e.subject);
		demo_clock_add(d, SCAN_S);
		if (!demo_append(d, "CLERK1", &e, err))
			return false;
	}
	return true;
}

static bool
put_away(struct demo *d, const struct demo_serials *s, const char *dock,
    struct err *err)
{
	for (uint32_t i = 0; i < s->n; i++) {
		struct event e = { .type = EV_UNIT_MOVED };
		struct demo_place *place = place_for(d, &s->item, err);

		if (place == NULL || !demo_serial_at(s, i, e.subject, err))
			return false;
		str_copy(e.item, sizeof e.item, s->item.code);
		str_copy(e.body.from, sizeof e.body.from, dock);
		str_copy(e.body.bin, sizeof e.body.bin, place->bin.code);
		place->units++;
		if (i % CARRIED == 0)
			demo_clock_add(d, WALK_S);
		if (!demo_append(d, "CLERK2", &e, err))
			return false;
	}
	return true;
}

static bool
delivery_line(struct demo *d, size_t row, const struct order *order,
    int64_t line, struct err *err)
{
	bool stays = strcmp(demo_cell(&d->deliveries, row, "put_away"), "no") == 0;
	struct demo_serials s;
	char dock[CODE_SIZE];

	str_print(dock, sizeof dock, "DOCK-%d", (int)(row % 2) + 1);
	return demo_serials_of(d, &d->deliveries, row, &s, err) &&
	    receive(d, row, &s, order, line, dock, err) &&
	    (stays || put_away(d, &s, dock, err));
}

bool
demo_deliveries(struct demo *d, int64_t days_ago, struct err *err)
{
	return orders_of_day(d, &d->deliveries, ORDER_PO, days_ago, delivery_line,
	    err);
}

/* --- goods out --- */

static bool
ship_unit(struct demo *d, size_t row, const struct order *order, int64_t line,
    const struct unit *u, struct err *err)
{
	struct event picked = { .type = EV_UNIT_PICKED };
	struct event shipped = { .type = EV_UNIT_SHIPPED };
	struct demo_place *place = demo_place_of(d, u->bin);

	str_copy(picked.item, sizeof picked.item, u->item);
	str_copy(picked.subject, sizeof picked.subject, u->serial);
	str_copy(picked.body.from, sizeof picked.body.from, u->bin);
	str_copy(picked.body.bin, sizeof picked.body.bin, "STAGE-1");
	str_copy(picked.body.order, sizeof picked.body.order, order->key);
	picked.body.line = line;
	str_copy(shipped.item, sizeof shipped.item, u->item);
	str_copy(shipped.subject, sizeof shipped.subject, u->serial);
	str_copy(shipped.body.order, sizeof shipped.body.order, order->key);
	shipped.body.line = line;
	str_copy(shipped.body.party, sizeof shipped.body.party, order->party);
	str_print(shipped.body.tracking, sizeof shipped.body.tracking, "%s-%s",
	    demo_cell(&d->shipments, row, "carrier"), order->number);
	if (place != NULL)
		place->units--;
	demo_clock_add(d, SCAN_S);
	if (!demo_append(d, "CLERK3", &picked, err))
		return false;
	demo_clock_add(d, SCAN_S);
	return demo_append(d, "CLERK4", &shipped, err);
}

/* The oldest units that are free to go. */
static bool
shipment_line(struct demo *d, size_t row, const struct order *order,
    int64_t line, struct err *err)
{
	const char *item = demo_cell(&d->shipments, row, "item");
	int64_t left = demo_number(&d->shipments, row, "qty");
	struct unit u;

	for (size_t i = 0; left > 0 && i < d->pieces.n; i++) {
		struct demo_piece *piece = &d->pieces.at[i];

		if (piece->gone || strcmp(piece->item, item) != 0)
			continue;
		if (ledger_unit(d->l, item, piece->serial, &u, err) < 0)
			return false;
		if (u.holds != 0)
			continue;
		if (!ship_unit(d, row, order, line, &u, err))
			return false;
		piece->gone = true;
		left--;
	}
	return left == 0 || err_set(err, ERR_BUG,
	    "demo/shipments.csv wants more %s than came", item);
}

bool
demo_shipments(struct demo *d, int64_t days_ago, struct err *err)
{
	return orders_of_day(d, &d->shipments, ORDER_SO, days_ago, shipment_line,
	    err);
}
