/*
 * cmd_parse.c - what scans on standard input are said to be.
 * SPDX-License-Identifier: Apache-2.0
 *
 * JSON for programs; a person at a terminal, and --text, get lines to read.
 * A scan that breaks its syntax is an answer like another: the exit status is
 * about whether all were answered.
 */
#include <unistd.h>
#include "app/cmd.h"
#include "app/parse_stream.h"

static int
parse_run(struct app *app, const struct args *args)
{
	bool text = args_has(args, "text") ||
	    (!app->globals.json && isatty(STDOUT_FILENO) == 1);
	struct scan_options options;
	struct parse_tally tally;
	struct err err;

	if (text && app->globals.json)
		return app_usage(args->command, "--text and --json exclude each other");
	scan_options_init(&options, app_year());
	options.gs_substitute = app->settings.gs_substitute;
	if (!parse_stream(stdin, stdout, !text, &options, &tally, &err))
		return app_fail(&err);
	return EXIT_DONE;
}

static const struct option_row parse_options[] = {
	{ "text", NULL, "for a person: a few lines a scan" },
	{ NULL, NULL, NULL }
};

const struct command cmd_parse = {
	.name = "parse", .usage = "[--text]",
	.words = "Say what each scan on standard input is; touches no database.",
	.options = parse_options, .needs = NEEDS_SETTINGS,
	.permission = ANYBODY, .run = parse_run,
};
