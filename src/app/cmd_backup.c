/*
 * cmd_backup.c - a copy of the database while others work.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The key is never copied with it: whoever has both can write history in this
 * station's name.  It changes never, so one copy in a safe place is enough.
 */
#include "app/cmd.h"

static int
backup_run(struct app *app, const struct args *args)
{
	struct store *store = ledger_store(app->ledger);
	const char *to = args->operands[0];
	struct err err;

	if (!store_backup(store, to, &err)) {
		app_env(&err);
		return app_fail(&err);
	}
	if (!app->globals.json) {
		printf("%s is a copy of %s\n"
		    "The key %s-key is not in it; keep it apart.\n", to,
		    store_path(store), store_path(store));
		return EXIT_DONE;
	}
	print_pair("backup", to);
	return EXIT_DONE;
}

const struct command cmd_backup = {
	.name = "backup", .usage = "FILE",
	.words = "Copy the database to a new file while others work; never the key.",
	.min = 1, .max = 1, .needs = NEEDS_READING,
	.permission = MAY_ADMIN, .run = backup_run,
};
