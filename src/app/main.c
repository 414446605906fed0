/*
 * main.c - the program, from the command line to its exit status.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	options.c	what was asked: options for all, a command, its own
 *	commands.c	the table of commands
 *	settings.c	dockledger.conf
 *	app.c		the database, the forms, one act
 *	identity.c	who acts
 *	cmd_NAME.c	what a command does
 *	print.c		what is printed, and how failures are said
 */
#include "config.h"
#include <locale.h>
#include <signal.h>
#include "app/app.h"
#include "app/cmd.h"
#include "base/fault.h"
#include "base/seal.h"

/* Characters are the operator's; numbers and their points stay C's. */
static bool
start(struct err *err)
{
	setlocale(LC_CTYPE, "");
	signal(SIGPIPE, SIG_IGN);	/* a closed pipe is a failed write */
	return seal_start(err);
}

static int
wrong_usage(const struct args *args, const struct err *err)
{
	if (args->command != NULL)
		return app_usage(args->command, "%s", err->what);
	app_fail(err);
	fputs("usage: dockledger [OPTION]... [COMMAND [ARGUMENT]...]; "
	    "'dockledger help' lists them\n", stderr);
	return EXIT_USAGE;
}

/* What must answer even when the configuration is broken. */
static bool
answers_at_once(const struct app *app, const struct args *args)
{
	if (app->globals.version)
		puts("dockledger " PACKAGE_VERSION);
	else if (app->globals.help && args->command != NULL)
		command_help(args->command, stdout);
	else if (app->globals.help)
		commands_usage(stdout);
	else
		return false;
	return true;
}

static int
run(struct app *app, int argc, char **argv, struct args *args)
{
	struct err err;

	if (!options_parse(argc, argv, &app->globals, args, &err))
		return wrong_usage(args, &err);
	if (answers_at_once(app, args))
		return EXIT_DONE;
	if (!start(&err))
		return app_fail(&err);
	return args->command == NULL ? station_run(app) :
	    command_run(app, args);
}

int
main(int argc, char **argv)
{
	struct args args = { 0 };
	struct app app;
	int status;

	fault_start();
	app_init(&app);
	status = run(&app, argc, argv, &args);
	app_done(&app);
	args_done(&args);
	return app_flush(status);
}
