/*
 * cmd_version.c - which program this is, and what it was built on.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "config.h"
#include "app/cmd.h"
#include "store/store.h"

static int
version_run(struct app *app, const struct args *args)
{
	struct json_out j;
	struct str line;

	(void)args;
	if (!app->globals.json) {
		printf("dockledger %s (SQLite %s, schema %d)\n", PACKAGE_VERSION,
		    store_library(), store_schema_version());
		return EXIT_DONE;
	}
	str_init(&line);
	json_begin(&j, &line);
	json_object(&j);
	json_kv(&j, "version", PACKAGE_VERSION);
	json_kv(&j, "sqlite", store_library());
	json_kv_int(&j, "schema", store_schema_version());
	json_object_end(&j);
	print_json(&line);
	str_done(&line);
	return EXIT_DONE;
}

const struct command cmd_version = {
	.name = "version", .usage = "",
	.words = "Say which program this is, and which SQLite it uses.",
	.permission = ANYBODY, .run = version_run,
};
