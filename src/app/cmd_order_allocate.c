/*
 * cmd_order_allocate.c - promise units to an order, or take the promises back.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A picker's scan of the order does the same; this is for whoever plans the
 * day.
 */
#include <string.h>
#include "app/cmd_order.h"
#include "ledger/allocation.h"

struct promise_act {
	enum order_kind kind;
	const char *number;
	struct allocation_ask ask;
	struct order order;
	struct allocation_result result;
};

static bool
allocate(struct ledger *l, void *ctx, struct err *err)
{
	struct promise_act *a = ctx;

	return order_named(l, a->kind, a->number, &a->order, err) &&
	    order_allocate(l, &a->order, &a->ask, &a->result, err);
}

static bool
deallocate(struct ledger *l, void *ctx, struct err *err)
{
	struct promise_act *a = ctx;

	return order_named(l, a->kind, a->number, &a->order, err) &&
	    order_deallocate(l, &a->order, &a->ask, err);
}

static void
line_text(const struct allocation_line *line, const char *verb)
{
	printf("%4lld  %-20s ", (long long)line->line, line->item);
	if (line->want == 0)
		printf("nothing open");
	else
		printf("%lld of %lld %s%s%s%s", (long long)line->got,
		    (long long)line->want, verb, line->soft ? " by number" : "",
		    line->why[0] == '\0' ? "" : ": ", line->why);
	putchar('\n');
	if (line->note[0] != '\0')
		printf("      %s\n", line->note);
}

static void
line_json(const struct allocation_line *line, struct json_out *j)
{
	json_object(j);
	json_kv_int(j, "line", line->line);
	json_kv(j, "item", line->item);
	json_kv_int(j, "wanted", line->want);
	json_kv_int(j, "got", line->got);
	json_kv_bool(j, "soft", line->soft);
	json_kv_int(j, "free", line->free);
	json_kv_int(j, "expired", line->expired);
	json_kv_int(j, "too_little_life", line->life);
	json_kv_opt(j, "why", line->why);
	json_kv_opt(j, "note", line->note);
	json_object_end(j);
}

static void
result_json(const struct promise_act *a, bool promised)
{
	struct json_out j;
	struct str out;

	str_init(&out);
	json_begin(&j, &out);
	json_object(&j);
	json_kv(&j, "kind", order_kind_name(a->kind));
	json_kv(&j, "number", a->number);
	json_kv_bool(&j, "promised", promised);
	json_kv_int(&j, "wanted", a->result.want);
	json_kv_int(&j, "got", a->result.got);
	json_key(&j, "lines");
	json_array(&j);
	for (size_t i = 0; i < a->result.lines.n; i++)
		line_json(&a->result.lines.at[i], &j);
	json_array_end(&j);
	json_object_end(&j);
	print_json(&out);
	str_done(&out);
}

/* Line by line what was promised, or what could be. */
static void
tell(struct app *app, const struct promise_act *a, bool promised)
{
	if (app->globals.json) {
		result_json(a, promised);
		return;
	}
	printf("%s: %lld of %lld %s\n", a->order.key, (long long)a->result.got,
	    (long long)a->result.want, promised ? "promised" : "could be promised");
	for (size_t i = 0; i < a->result.lines.n; i++)
		line_text(&a->result.lines.at[i], promised ? "promised" : "free");
}

int
order_allocate_run(struct app *app, const struct args *args,
    enum order_kind kind, const char *number)
{
	struct promise_act a = { .kind = kind, .number = number, .ask = {
	    .entry = BY_KEYS, .partial = args_has(args, "partial"),
	    .soft = args_has(args, "soft") } };
	struct err err;
	int status = EXIT_DONE;
	bool ok;

	order_init(&a.order);
	ok = app_may(app, MAY_PICK, &err) && app_act(app, allocate, &a, &err);
	if (ok || a.result.lines.n > 0)
		tell(app, &a, ok);
	if (!ok && strcmp(err.code, "order.short") == 0)
		err_hint(&err, "Nothing is promised; --partial takes what there is.");
	if (!ok)
		status = app_fail(&err);
	allocation_result_done(&a.result);
	order_done(&a.order);
	return status;
}

int
order_deallocate_run(struct app *app, const struct args *args,
    enum order_kind kind, const char *number)
{
	const char *note = args_value(args, "note");
	struct promise_act a = { .kind = kind, .number = number, .ask = {
	    .entry = BY_KEYS, .reason = note } };
	struct err err;
	bool ok;

	order_init(&a.order);
	ok = app_may(app, MAY_DEFINE, &err) && app_act(app, deallocate, &a, &err);
	if (ok && app->globals.json)
		result_json(&a, false);
	else if (ok)
		printf("%s is promised nothing any more\n", a.order.key);
	order_done(&a.order);
	return ok ? EXIT_DONE : app_fail(&err);
}
