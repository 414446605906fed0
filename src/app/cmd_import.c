/*
 * cmd_import.c - definitions, orders and stock from a CSV file.
 * SPDX-License-Identifier: Apache-2.0
 *
 * All or nothing: what is wrong goes to stderr row by row, and then nothing
 * of the file was taken.
 */
#include <errno.h>
#include <string.h>
#include "app/cmd.h"
#include "exchange/import.h"

static void
print_as_json(const char *kind, const struct import_result *r, bool dry)
{
	struct json_out j;
	struct str line;

	str_init(&line);
	json_begin(&j, &line);
	json_object(&j);
	json_kv(&j, "kind", kind);
	json_kv_int(&j, "rows", r->rows);
	json_kv_int(&j, "wrong", r->wrong);
	json_kv_int(&j, "new", r->said);
	json_kv_int(&j, "known", r->stood);
	json_kv_bool(&j, "dry_run", dry);
	json_object_end(&j);
	print_json(&line);
	str_done(&line);
}

static void
print_text(const char *kind, const struct import_result *r, bool dry)
{
	printf("%s: %lld row%s, %lld new, %lld known already%s\n", kind,
	    (long long)r->rows, r->rows == 1 ? "" : "s", (long long)r->said,
	    (long long)r->stood, dry ? "; nothing was kept (dry run)" : "");
}

static int
import_stream(struct app *app, const struct args *args, FILE *in,
    const char *name)
{
	struct import_options options = { .dry_run = args_has(args, "dry-run"),
	    .held = args_has(args, "held") };
	const char *kind = args->operands[0];
	struct import_result result;
	struct err err;

	if (!import_run(app->ledger, kind, in, name, &options, stderr, &result,
	    &err)) {
		if (err.kind == ERR_USAGE)
			return app_usage(args->command, "%s; %s", err.what,
			    err.hint);
		return app_fail(&err);
	}
	if (app->globals.json)
		print_as_json(kind, &result, options.dry_run);
	else
		print_text(kind, &result, options.dry_run);
	return EXIT_DONE;
}

static int
import_command(struct app *app, const struct args *args)
{
	const char *path = args->operands[1];
	struct err err;
	FILE *in;
	int status;

	if (strcmp(path, "-") == 0)
		return import_stream(app, args, stdin, path);
	in = fopen(path, "re");
	if (in == NULL) {
		err_set(&err, ERR_ENV, "could not open %s", path);
		err_detail(&err, "%s", strerror(errno));
		return app_fail(&err);
	}
	status = import_stream(app, args, in, path);
	fclose(in);
	return status;
}

static const struct option_row import_options[] = {
	{ "dry-run", NULL, "check everything and keep nothing" },
	{ "held", NULL, "sales orders wait until they are released" },
	{ NULL, NULL, NULL }
};

const struct command cmd_import = {
	.name = "import", .usage = "KIND FILE.csv [--dry-run] [--held]",
	.words = "Take in items, bins, parties, operators, serial-rules, "
	    "warranties, orders, expected, units or boms; - is standard input.",
	.options = import_options, .min = 2, .max = 2, .needs = NEEDS_WRITING,
	.permission = MAY_DEFINE, .run = import_command,
};
