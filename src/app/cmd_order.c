/*
 * cmd_order.c - one order: progress by line, units bound; and what may be
 * done to it as a whole.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/cmd_order.h"
#include "app/void.h"
#include "report/order_report.h"

static const struct {
	const char *verb;
	enum event_type type;
	const char *done;
} acts[] = {
	{ "release", EV_ORDER_RELEASED, "released" },
	{ "hold", EV_ORDER_HELD, "held" },
	{ "cancel", EV_ORDER_CANCELLED, "cancelled" },
	{ "close", EV_ORDER_CLOSED, "closed" },
	{ "reopen", EV_ORDER_REOPENED, "reopened" },
};
#define ACTS (sizeof acts / sizeof acts[0])

static void
print_units(const char *title, const struct order_unit *units, size_t n)
{
	if (n == 0)
		return;
	printf("      %s:", title);
	for (size_t i = 0; i < n; i++)
		printf(" %s", units[i].serial);
	putchar('\n');
}

/* ", 3 promised (1 by number), 1 picked": what is more than nothing. */
static void
print_stages(const struct order_units *u)
{
	int64_t promised = (int64_t)u->allocated.n - u->picked - u->packed;

	if (promised + u->soft > 0)
		printf(", %lld promised", (long long)(promised + u->soft));
	if (u->soft > 0)
		printf(" (%lld by number)", (long long)u->soft);
	if (u->picked > 0)
		printf(", %lld picked", (long long)u->picked);
	if (u->packed > 0)
		printf(", %lld packed", (long long)u->packed);
}

static void
print_line(const struct order_units *u, bool outbound)
{
	printf("%4lld  %-20s %lld of %lld done", (long long)u->line.line,
	    u->line.item, (long long)u->done, (long long)u->line.qty);
	if (outbound)
		print_stages(u);
	printf("%s%s\n", u->line.due[0] == '\0' ? "" : ", due ", u->line.due);
	print_units(outbound ? "promised" : "announced", u->allocated.at,
	    u->allocated.n);
	print_units("done", u->units.at, u->units.n);
}

static void
print_text(const struct order_report *r)
{
	printf("%s %s, %s%s%s", order_kind_name(r->order.kind), r->order.number,
	    r->status, r->order.party[0] == '\0' ? "" : ", party ",
	    r->order.party);
	if (r->order.priority != 0)
		printf(", priority %lld", (long long)r->order.priority);
	putchar('\n');
	for (size_t i = 0; i < r->lines.n; i++)
		print_line(&r->lines.at[i], r->order.kind == ORDER_SO ||
		    r->order.kind == ORDER_TRANSFER);
}

static void
print_as_json(const struct order_report *r)
{
	struct json_out j;
	struct str line;

	str_init(&line);
	json_begin(&j, &line);
	order_report_json(r, &j);
	print_json(&line);
	str_done(&line);
}

static int
show(struct app *app, enum order_kind kind, const char *number)
{
	struct order_report report;
	struct err err;

	if (!order_report_read(app->ledger, kind, number, &report, &err))
		return app_fail(&err);
	if (app->globals.json)
		print_as_json(&report);
	else
		print_text(&report);
	order_report_done(&report);
	return EXIT_DONE;
}

struct change {
	enum event_type type;
	enum order_kind kind;
	const char *number;
	const char *note;
};

bool
order_named(struct ledger *l, enum order_kind kind, const char *number,
    struct order *o, struct err *err)
{
	int rc = order_find(l, kind, number, o, err);

	if (rc != 0)
		return rc > 0;
	err_code(err, ERR_ABSENT, "order.unknown", "there is no %s %s",
	    order_kind_name(kind), number);
	return err_hint(err, "'dockledger orders' lists them.");
}

static bool
change_state(struct ledger *l, void *ctx, struct err *err)
{
	const struct change *c = ctx;
	struct order order;
	bool ok;

	order_init(&order);
	ok = order_named(l, c->kind, c->number, &order, err) &&
	    order_set_state(l, &order, c->type, c->note, BY_KEYS, err);
	order_done(&order);
	return ok;
}

static int
change(struct app *app, const struct args *args, size_t act,
    enum order_kind kind)
{
	const char *note = args_value(args, "note");
	struct change c = { .type = acts[act].type, .kind = kind,
	    .number = args->operands[2], .note = note == NULL ? "" : note };
	struct err err;

	if (!app_may(app, MAY_DEFINE, &err) ||
	    !app_act(app, change_state, &c, &err))
		return app_fail(&err);
	if (app->globals.json)
		return show(app, c.kind, c.number);
	printf("%s %s is %s\n", args->operands[1], c.number, acts[act].done);
	return EXIT_DONE;
}

static int
act_on(struct app *app, const struct args *args)
{
	const char *verb = args->operands[0], *number = args->operands[2];
	int kind = order_kind_find(args->operands[1]);

	if (kind < 0)
		return app_usage(args->command, "there is no kind of order \"%s\"",
		    args->operands[1]);
	if (strcmp(verb, "allocate") == 0)
		return order_allocate_run(app, args, (enum order_kind)kind, number);
	if (strcmp(verb, "deallocate") == 0)
		return order_deallocate_run(app, args, (enum order_kind)kind, number);
	if (strcmp(verb, "void") == 0)
		return void_order(app, args, (enum order_kind)kind, number);
	for (size_t i = 0; i < ACTS; i++)
		if (strcmp(acts[i].verb, verb) == 0)
			return change(app, args, i, (enum order_kind)kind);
	return app_usage(args->command, "an order is not %s", verb);
}

static int
order_run(struct app *app, const struct args *args)
{
	int kind = order_kind_find(args->operands[0]);

	if (args->n == 3)
		return act_on(app, args);
	if (kind < 0)
		return app_usage(args->command, "there is no kind of order \"%s\"",
		    args->operands[0]);
	return show(app, (enum order_kind)kind, args->operands[1]);
}

static const struct option_row order_options[] = {
	{ "note", "TEXT", "why it is held, cancelled ..." },
	{ "partial", NULL, "allocate: promise what there is, the rest waits" },
	{ "soft", NULL, "allocate: promise pieces; units are bound when picked" },
	VOID_REASON,
	{ NULL, NULL, NULL }
};

const struct command cmd_order = {
	.name = "order",
	.usage = "[release|hold|cancel|close|reopen|allocate|deallocate|void] "
	    "KIND NUMBER [--partial] [--soft] [--note TEXT] [--reason TEXT]",
	.words = "Show an order's progress and units, allocate it, release, hold or "
	    "cancel it, or void its shipments.",
	.options = order_options, .min = 2, .max = 3, .needs = NEEDS_WRITING,
	.permission = ANYBODY, .run = order_run,
};
