/*
 * cmd_incident.c - one open question: look at it, settle it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/cmd.h"
#include "base/clock.h"
#include "report/unit_json.h"

static void
print_text(const struct incident *i)
{
	char since[17], about[CODE_SIZE + TEXT_SIZE];

	clock_local(i->opened_at, since);
	incident_subject(i, about, sizeof about);
	printf("%s: %s\n  about     %s\n  since     %s\n", i->key, i->code, about,
	    since);
	if (i->detail[0] != '\0')
		printf("  detail    %s\n", i->detail);
	if (i->open)
		printf("  opened by %s\n", i->operator);
	else
		printf("  settled   %s, by %s\n", i->outcome, i->operator);
}

static void
print_as_json(const struct incident *i)
{
	struct json_out j;
	struct str line;

	str_init(&line);
	json_begin(&j, &line);
	incident_json(i, &j);
	print_json(&line);
	str_done(&line);
}

static int
show(struct app *app, const char *key)
{
	struct incident incident;
	struct err err;
	int rc = ledger_incident(app->ledger, key, &incident, &err);

	if (rc == 0) {
		err_set(&err, ERR_ABSENT, "there is no incident %s", key);
		err_hint(&err, "'dockledger incidents' lists them.");
	}
	if (rc <= 0)
		return app_fail(&err);
	if (app->globals.json)
		print_as_json(&incident);
	else
		print_text(&incident);
	return EXIT_DONE;
}

struct answer { const char *key, *outcome, *note; };

static bool
settle(struct ledger *l, void *ctx, struct err *err)
{
	const struct answer *a = ctx;

	return ledger_incident_resolve(l, a->key, a->outcome, a->note, BY_KEYS,
	    err);
}

static int
resolve(struct app *app, const struct args *args)
{
	struct answer a = { .key = args->operands[1],
	    .outcome = args_value(args, "outcome"),
	    .note = args_value(args, "note") };
	struct err err;

	if (a.outcome == NULL || a.outcome[0] == '\0' || a.note == NULL ||
	    a.note[0] == '\0')
		return app_usage(args->command,
		    "resolve takes --outcome CODE and --note TEXT");
	if (!app_may(app, MAY_RESOLVE, &err) || !app_act(app, settle, &a, &err))
		return app_fail(&err);
	return show(app, a.key);
}

static int
incident_run(struct app *app, const struct args *args)
{
	if (strcmp(args->operands[0], "show") == 0)
		return show(app, args->operands[1]);
	if (strcmp(args->operands[0], "resolve") == 0)
		return resolve(app, args);
	return app_usage(args->command, "an incident is shown or resolved, not %s",
	    args->operands[0]);
}

static const struct option_row incident_options[] = {
	{ "outcome", "CODE", "how it is settled" },
	{ "note", "TEXT", "why, in words" },
	{ NULL, NULL, NULL }
};

const struct command cmd_incident = {
	.name = "incident",
	.usage = "show ID | resolve ID --outcome CODE --note TEXT",
	.words = "Show an incident, or settle it.",
	.options = incident_options, .min = 2, .max = 2, .needs = NEEDS_WRITING,
	.permission = ANYBODY, .run = incident_run,
};
