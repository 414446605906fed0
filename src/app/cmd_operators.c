/*
 * cmd_operators.c - who works here.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/cmd.h"
#include "app/list.h"
#include "report/lists.h"

static const struct print_column columns[] = {
	{ "BADGE", 16 }, { "ROLE", 10 }, { "PIN", 3 }, { "LOCKED", 6 },
	{ "NAME", 0 },
};

static bool
page(struct ledger *l, const void *filter, const void *last, void *rows,
    size_t max, size_t *n, struct err *err)
{
	const struct operator *row = last;

	(void)filter;
	return operator_list_page(l, PAGE_AFTER, row == NULL ? "" : row->badge,
	    rows, max, n, err);
}

static void
row_text(const void *row, struct list_cells *cells)
{
	const struct operator *o = row;

	list_text(cells, 0, o->badge);
	list_text(cells, 1, role_name(o->role));
	list_text(cells, 2, o->pin_hash[0] == '\0' ? "-" : "yes");
	list_text(cells, 3, o->locked ? "yes" : "-");
	list_text(cells, 4, o->name);
}

static void
row_json(const void *row, struct json_out *j)
{
	const struct operator *o = row;

	json_object(j);
	json_kv(j, "badge", o->badge);
	json_kv(j, "name", o->name);
	json_kv(j, "role", role_name(o->role));
	json_kv_bool(j, "pin", o->pin_hash[0] != '\0');
	json_kv_bool(j, "locked", o->locked);
	json_kv_int(j, "failures", o->failures);
	json_object_end(j);
}

static int
operators_run(struct app *app, const struct args *args)
{
	static const struct lister lister = { columns,
	    sizeof columns / sizeof columns[0], sizeof(struct operator), page,
	    NULL, row_text, row_json };

	(void)args;
	return list_print(app, &lister, NULL);
}

const struct command cmd_operators = {
	.name = "operators", .usage = "",
	.words = "List who works here: badges, roles, locks.",
	.needs = NEEDS_READING, .permission = ANYBODY, .run = operators_run,
};
