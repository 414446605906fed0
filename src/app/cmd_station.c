/*
 * cmd_station.c - the full-screen station: the program without a command.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Operators log in at the screen by badge.  --operator skips that, with the
 * PIN where the badge has one.
 */
#include <string.h>
#include <unistd.h>
#include "app/agent_start.h"
#include "app/cmd.h"
#include "base/log.h"
#include "ui/ui.h"

#define LOCK_WAIT_MS 300	/* then the screen says who it waits for */
#define S_PER_MIN 60

/* "/dev/pts/1" as "pts/1". */
static void
terminal_name(char *out, size_t size)
{
	const char *name = ttyname(STDIN_FILENO);

	if (name == NULL)
		name = "terminal";
	str_copy(out, size, str_starts(name, "/dev/") ? name + 5 : name);
}

static bool
know_who(struct app *app, struct ui_options *options, struct err *err)
{
	struct err nobody;

	if (app->globals.operator != NULL) {
		if (!app_identify(app, err))
			return false;
		options->worker = app->worker;
		return true;
	}
	if (app_identify(app, &nobody))
		str_copy(options->owner, sizeof options->owner,
		    app->worker.badge);
	return true;
}

/* A list of a profile is " a b ", or empty for any. */
static bool
names(const char *list, const char *name)
{
	char padded[CODE_SIZE + 2];

	str_print(padded, sizeof padded, " %s ", name);
	return list[0] == '\0' || strstr(list, padded) != NULL;
}

static void
know_printers(const struct app *app, struct ui_printing *printing)
{
	const struct print_settings *set = &app->settings.print;

	for (size_t i = 0; i < set->n && i < UI_PRINTERS_MAX; i++) {
		struct ui_printer *one = &printing->printers[printing->n++];

		str_copy(one->name, sizeof one->name, set->printers[i].name);
		one->here = names(set->printers[i].stations,
		    ledger_station(app->ledger));
	}
}

static bool
set_up(struct app *app, struct ui_options *options, struct err *err)
{
	char terminal[CODE_SIZE];

	terminal_name(terminal, sizeof terminal);
	ui_options_init(options);
	if (!app_settings(app, err))
		return false;
	options->idle_lock_s = app->settings.idle_lock_min * S_PER_MIN;
	options->tone = app->settings.tone;
	options->scanner = app->settings.scanner;
	if (!app_open(app, NEEDS_WRITING, err) || !know_who(app, options, err) ||
	    !app_is_demo(app, &options->demo, err) ||
	    !app_station(app, terminal, err))
		return false;
	app->station.lock_wait_ms = LOCK_WAIT_MS;
	know_printers(app, &options->printing);
	(void)!store_mark(ledger_store(app->ledger), STORE_MARK_SCREEN);
	if (!agent_ensure(app, err))	/* the screen works without it */
		log_err(err);
	return true;
}

int
station_run(struct app *app)
{
	struct ui_options options;
	struct err err;

	if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0) {
		fputs("dockledger: no command was given, and this is no terminal "
		    "for the full-screen station\n"
		    "usage: dockledger [OPTION]... [COMMAND [ARGUMENT]...]; "
		    "'dockledger help' lists them\n", stderr);
		return EXIT_USAGE;
	}
	if (!set_up(app, &options, &err) ||
	    !ui_run(&app->station, &options, &err))
		return app_fail(&err);
	return EXIT_DONE;
}
