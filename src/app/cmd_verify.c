/*
 * cmd_verify.c - everything recomputed from the events alone.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/cmd.h"

struct say {
	bool json;
	struct str line;
};

static void
say_fault(void *ctx, const char *fault)
{
	struct say *say = ctx;
	struct json_out j;

	if (!say->json) {
		puts(fault);
		return;
	}
	json_begin(&j, &say->line);
	json_object(&j);
	json_kv(&j, "fault", fault);
	json_object_end(&j);
	print_json(&say->line);
}

static void
say_census(struct say *say, const struct ledger_census *c)
{
	struct json_out j;

	if (!say->json) {
		printf("%lld events, %lld units, %lld stations: ",
		    (long long)c->events, (long long)c->units,
		    (long long)c->stations);
		if (c->faults == 0)
			puts("clean");
		else
			printf("%lld fault%s\n", (long long)c->faults,
			    c->faults == 1 ? "" : "s");
		return;
	}
	json_begin(&j, &say->line);
	json_object(&j);
	json_kv_int(&j, "events", c->events);
	json_kv_int(&j, "units", c->units);
	json_kv_int(&j, "stations", c->stations);
	json_kv_int(&j, "faults", c->faults);
	json_object_end(&j);
	print_json(&say->line);
}

static int
verify_run(struct app *app, const struct args *args)
{
	struct say say = { .json = app->globals.json };
	struct ledger_census census = { 0 };
	struct err err;
	bool ok;

	(void)args;
	str_init(&say.line);
	ok = ledger_verify(app->ledger, say_fault, &say, &census, &err);
	if (ok)
		say_census(&say, &census);
	str_done(&say.line);
	if (!ok)
		return app_fail(&err);
	return census.faults == 0 ? EXIT_DONE : EXIT_REFUSED;
}

const struct command cmd_verify = {
	.name = "verify", .usage = "",
	.words = "Recompute all from the events, and check chains and signatures.",
	.needs = NEEDS_READING, .permission = ANYBODY, .run = verify_run,
};
