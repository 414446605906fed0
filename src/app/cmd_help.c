/*
 * cmd_help.c - what there is, and what a command takes.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/cmd.h"

static int
help_run(struct app *app, const struct args *args)
{
	const struct command *c;

	(void)app;
	if (args_has(args, "mdoc")) {
		commands_mdoc(stdout);
		return EXIT_DONE;
	}
	if (args->n == 0) {
		commands_usage(stdout);
		return EXIT_DONE;
	}
	c = command_find(args->operands[0]);
	if (c == NULL)
		return app_usage(args->command, "there is no command \"%s\"",
		    args->operands[0]);
	command_help(c, stdout);
	return EXIT_DONE;
}

static const struct option_row help_options[] = {
	{ "mdoc", NULL, "the commands as the manual lists them" },
	{ NULL, NULL, NULL }
};

const struct command cmd_help = {
	.name = "help", .usage = "[COMMAND]",
	.words = "Say what there is, or what a command takes.",
	.options = help_options, .max = 1,
	.permission = ANYBODY, .run = help_run,
};
