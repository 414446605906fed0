/*
 * cmd_orders.c - the orders and how far they are.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/cmd.h"
#include "app/list.h"
#include "report/lists.h"

static const struct print_column columns[] = {
	{ "KIND", 8 }, { "NUMBER", 14 }, { "STATUS", 9 }, { "PRIO", 4 },
	{ "PARTY", 14 }, { "DONE", 12 }, { "LINES", 5 }, { "DUE", 0 },
};

static bool
page(struct ledger *l, const void *filter, const void *last, void *rows,
    size_t max, size_t *n, struct err *err)
{
	const struct order_row *row = last;

	return order_list_page(l, filter, PAGE_AFTER,
	    row == NULL ? ORDER_PO : row->kind, row == NULL ? "" : row->number,
	    rows, max, n, err);
}

/* Open, for a person, is what has something left to do. */
static bool
is_wanted(const void *filter, const void *row)
{
	const struct order_filter *f = filter;
	const struct order_row *r = row;

	return !f->open || strcmp(r->status, "complete") != 0;
}

static void
row_text(const void *row, struct list_cells *cells)
{
	const struct order_row *r = row;

	list_text(cells, 0, order_kind_name(r->kind));
	list_text(cells, 1, r->number);
	list_text(cells, 2, r->status);
	if (r->priority != 0)
		list_number(cells, 3, r->priority);
	list_text(cells, 4, r->party);
	str_print(cells->text[5], LIST_CELL_SIZE, "%lld of %lld",
	    (long long)r->done, (long long)r->qty);
	list_number(cells, 6, r->lines);
	list_text(cells, 7, r->due);
}

static void
row_json(const void *row, struct json_out *j)
{
	const struct order_row *r = row;

	json_object(j);
	json_kv(j, "kind", order_kind_name(r->kind));
	json_kv(j, "number", r->number);
	json_kv_opt(j, "party", r->party);
	json_kv(j, "status", r->status);
	json_kv_int(j, "lines", r->lines);
	json_kv_int(j, "qty", r->qty);
	json_kv_int(j, "done", r->done);
	json_kv_int(j, "promised", r->promised);
	json_kv_int(j, "picked", r->picked);
	json_kv_int(j, "packed", r->packed);
	json_kv_count(j, "priority", r->priority == 0 ? -1 : r->priority);
	json_kv_opt(j, "due", r->due);
	json_kv_time(j, "opened_at", r->opened_at);
	json_object_end(j);
}

/* A text of the command line into a field of the filter. */
static bool
given(const struct args *args, const char *option, char *to, size_t size)
{
	const char *value = args_value(args, option);

	return value == NULL || str_copy(to, size, value);
}

static int
orders_run(struct app *app, const struct args *args)
{
	static const struct lister lister = { columns,
	    sizeof columns / sizeof columns[0], sizeof(struct order_row), page,
	    is_wanted, row_text, row_json };
	const char *kind = args_value(args, "kind");
	const char *status = args_value(args, "status");
	struct order_filter f = { .open = args_has(args, "open"), .kind = -1 };

	if (kind != NULL && (f.kind = order_kind_find(kind)) < 0)
		return app_usage(args->command, "there is no kind of order \"%s\"",
		    kind);
	if (status != NULL && (!order_status_is(status) ||
	    !given(args, "status", f.status, sizeof f.status)))
		return app_usage(args->command, "--status is one of draft, open, "
		    "part, complete, held, closed, cancelled");
	if (!given(args, "party", f.party, sizeof f.party) ||
	    !given(args, "begins", f.begins, sizeof f.begins))
		return app_usage(args->command, "a code has at most %d bytes",
		    CODE_SIZE - 1);
	return list_print(app, &lister, &f);
}

static const struct option_row orders_options[] = {
	{ "open", NULL, "only those with something left to do: by priority, due "
	    "day and age" },
	{ "kind", "KIND", "PO, ASN, SO, RMA, TRANSFER or WORK" },
	{ "party", "CODE", "from this supplier or for this customer" },
	{ "status", "WORD", "draft, open, part, complete, held, closed or "
	    "cancelled" },
	{ "begins", "TEXT", "those whose number begins so" },
	{ NULL, NULL, NULL }
};

const struct command cmd_orders = {
	.name = "orders", .usage = "[--open] [--kind KIND] [--party CODE] "
	    "[--status WORD] [--begins TEXT]",
	.words = "List the orders and how far they are.",
	.options = orders_options, .needs = NEEDS_READING,
	.permission = ANYBODY, .run = orders_run,
};
