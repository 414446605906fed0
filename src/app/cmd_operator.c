/*
 * cmd_operator.c - lock a badge, or unlock one that wrong PINs have locked.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/cmd.h"
#include "ledger/masters.h"

struct lock_act { const char *badge; bool lock; };

static bool
act(struct ledger *l, void *ctx, struct err *err)
{
	const struct lock_act *a = ctx;
	struct operator o;
	int rc = operator_find(l, a->badge, &o, err);

	if (rc < 0)
		return false;
	if (rc == 0) {
		err_set(err, ERR_ABSENT, "there is no operator \"%s\"", a->badge);
		return err_hint(err, "'dockledger operators' lists the badges.");
	}
	if (o.locked == a->lock)
		return err_set(err, ERR_CLASH, "badge %s is %s already", a->badge,
		    a->lock ? "locked" : "unlocked");
	return operator_set_locked(l, &o, a->lock, err);
}

static int
operator_run(struct app *app, const struct args *args)
{
	const char *verb = args->operands[0];
	struct lock_act a = { .badge = args->operands[1],
	    .lock = strcmp(verb, "lock") == 0 };
	struct err err;

	if (!a.lock && strcmp(verb, "unlock") != 0)
		return app_usage(args->command,
		    "a badge is locked or unlocked, not %s", verb);
	if (!app_act(app, act, &a, &err))
		return app_fail(&err);
	if (app->globals.json)
		print_pair(a.lock ? "locked" : "unlocked", a.badge);
	else
		printf("badge %s is %s\n", a.badge, a.lock ? "locked" : "unlocked");
	return EXIT_DONE;
}

const struct command cmd_operator = {
	.name = "operator", .usage = "lock|unlock BADGE",
	.words = "Lock a badge, or unlock one that wrong PINs have locked.",
	.min = 2, .max = 2, .needs = NEEDS_WRITING,
	.permission = MAY_ADMIN, .run = operator_run,
};
