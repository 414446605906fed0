/*
 * list_orders.c - orders: all by number, the open ones by what comes first.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is typed opens the order of that number, or narrows the list: a kind, a
 * status, a party, the beginning of a number; "all" shows every one again.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "ui/lists.h"
#include "ui/words.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const struct table_column order_columns[] = {
	{ N_("Kind"), 8, 0, 8, PAINT_LEFT },
	{ N_("Number"), 10, 2, 9, PAINT_LEFT },
	{ N_("Party"), 12, 2, 4, PAINT_LEFT },
	{ N_("Status"), 9, 0, 7, PAINT_LEFT },
	{ N_("Done"), 7, 0, 6, PAINT_RIGHT },
	{ N_("Of"), 7, 0, 6, PAINT_RIGHT },
	{ N_("Lines"), 5, 0, 1, PAINT_RIGHT },
	{ N_("Prio"), 4, 0, 2, PAINT_RIGHT },
	{ N_("Due"), 10, 0, 3, PAINT_LEFT },
};

static void order_cells(const struct order_row *order, struct table_row *row)
{
	key_of_pair(&row->key, order->number, order_kind_name(order->kind));
	row_put_text(row, 0, order_kind_name(order->kind));
	row_put_text(row, 1, order->number);
	row_put_text(row, 2, order->party);
	row_put_text(row, 3, order->status);
	row_put_number(row, 4, order->done);
	row_put_number(row, 5, order->qty);
	row_put_number(row, 6, order->lines);
	if (order->priority != 0)
		row_put_number(row, 7, order->priority);
	row_put_text(row, 8, order->due);
}

static bool orders_read(struct list *list, bool open, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	struct order_filter filter = list->orders;
	struct order_row *page = xcalloc(max, sizeof *page);
	char number[CODE_SIZE], kind[CODE_SIZE];
	int found;
	bool ok;

	filter.open = open;
	if (!list->narrowed)
		filter.kind = -1;
	key_pair(key, number, sizeof number, kind, sizeof kind);
	found = order_kind_find(kind);
	ok = order_list_page(list->ledger, &filter, way,
	    found < 0 ? ORDER_PO : (enum order_kind)found, number, page, max,
	    n, err);
	for (size_t i = 0; ok && i < *n; i++)
		order_cells(&page[i], &rows[i]);
	free(page);
	return ok;
}

static bool orders_page(struct list *list, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	return orders_read(list, false, way, key, max, rows, n, err);
}

static bool orders_open_page(struct list *list, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	return orders_read(list, true, way, key, max, rows, n, err);
}

static struct outcome open_order(enum order_kind kind, const char *number)
{
	struct outcome out = outcome_open(&order_screen);

	out.open.number = kind;
	str_copy(out.open.subject, sizeof out.open.subject, number);
	return out;
}

static struct outcome order_chosen(struct ui *ui, struct list *list,
    const struct table_row *row)
{
	int kind = order_kind_find(row->cells[0]);

	(void)ui, (void)list;
	assert(kind >= 0);
	return open_order((enum order_kind)kind, row->cells[1]);
}

/* --- What was typed or scanned ---------------------------------------------- */

static void say_narrowed(struct list *list)
{
	const struct order_filter *f = &list->orders;

	list->subtitle[0] = '\0';
	if (list->narrowed)
		str_print(list->subtitle, sizeof list->subtitle, "%s%s%s%s%s%s%s",
		    f->kind < 0 ? "" : order_kind_name((enum order_kind)f->kind),
		    f->status[0] == '\0' ? "" : " ", f->status,
		    f->party[0] == '\0' ? "" : " ", f->party,
		    f->begins[0] == '\0' ? "" : " ", f->begins);
}

static void widen(struct list *list)
{
	memset(&list->orders, 0, sizeof list->orders);
	list->orders.kind = -1;
}

static bool any_begins(struct list *list, const char *text)
{
	struct order_filter f = { .kind = -1 };
	struct order_row one;
	struct err err;
	size_t n = 0;

	str_copy(f.begins, sizeof f.begins, text);
	return order_list_page(list->ledger, &f, PAGE_AFTER, ORDER_PO, "", &one, 1,
	    &n, &err) && n > 0;
}

static bool narrow(struct list *list, const char *text)
{
	struct order_filter *f = &list->orders;
	struct party party;
	struct err err;

	if (!list->narrowed)
		widen(list);
	if (str_ieq(text, "all")) {
		widen(list);
		list->narrowed = false;
		return true;
	}
	if (order_kind_find(text) >= 0)
		f->kind = order_kind_find(text);
	else if (order_status_is(text))
		str_copy(f->status, sizeof f->status, text);
	else if (party_find(list->ledger, text, &party, &err) > 0)
		str_copy(f->party, sizeof f->party, party.code);
	else if (any_begins(list, text))
		str_copy(f->begins, sizeof f->begins, text);
	else
		return false;
	list->narrowed = true;
	return true;
}

/* "4711" or "PO:4711" opens it; of several kinds, the first, or the one the
 * list is narrowed to. */
static struct outcome order_found(struct ui *ui, struct list *list,
    const struct scan_parsed *parsed, const char *text)
{
	const char *colon = strchr(text, ':');
	const char *number = parsed->order[0] != '\0' ? parsed->order :
	    colon != NULL ? colon + 1 : text;
	enum order_kind kinds[ORDER_KINDS];
	struct err err;
	size_t n = 0, at = 0;

	if (!order_kinds_of(list->ledger, number, kinds, &n, &err) || n == 0) {
		if (narrow(list, text)) {
			list_restart(list);
			return outcome_of(STAY);
		}
		ui_note(ui, _("there is no order %s"), number);
		ui_sound(ui, SOUND_WARN);
		return outcome_of(STAY);
	}
	for (size_t i = 0; list->narrowed && i < n; i++)
		if ((int)kinds[i] == list->orders.kind)
			at = i;
	for (size_t i = 0; colon != NULL && i < n; i++)
		if (strncmp(order_kind_name(kinds[i]), text,
		    (size_t)(colon - text)) == 0)
			at = i;
	return open_order(kinds[at], number);
}

const struct list_kind orders_open_list = {
	.name = "orders-open", .title = N_("OPEN ORDERS"),
	.empty = N_("no order is like that; key \"all\" to see every one"),
	.columns = order_columns, .n_columns = COUNT(order_columns),
	.page = orders_open_page, .choose = order_chosen, .find = order_found,
	.say = say_narrowed, .at = AT_LIST,
	.help = N_("Orders that are released and not closed, by kind: priority, due "
	    "day, age. Enter shows the lines. A number opens that order. Key what "
	    "narrows the list: a kind like SO, a status like part, a party, the "
	    "beginning of a number; \"all\" shows everything again."),
};

const struct list_kind orders_list = {
	.name = "orders", .title = N_("ALL ORDERS"),
	.empty = N_("no order is like that; key \"all\" to see every one"),
	.columns = order_columns, .n_columns = COUNT(order_columns),
	.page = orders_page, .choose = order_chosen, .find = order_found,
	.say = say_narrowed, .at = AT_LIST,
	.help = N_("Every order by its number. Enter shows the lines. A number "
	    "opens that order. Key what narrows the list: a kind like SO, a "
	    "status like closed, a party, the beginning of a number; \"all\" "
	    "shows everything again."),
};
