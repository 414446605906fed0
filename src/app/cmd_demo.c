/*
 * cmd_demo.c - a recorded shift, played through the flows and printed.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Without --db it is played on a warehouse made for it and removed after, so
 * that it can be watched as often as one likes.  With --db it is work like any
 * other: what it books stays there.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "app/cmd.h"
#include "app/demo.h"
#include "base/file.h"
#include "ui/snapshot.h"

#define SCREEN_ROWS 24
#define SCREEN_COLUMNS 80
#define SHIFT_BYTES_MAX (1024 * 1024)

/* "80x24": columns, then rows. */
static bool
read_size(const char *text, struct demo_play_options *o)
{
	char *end;
	long columns = strtol(text, &end, 10), rows;

	if (*end != 'x')
		return false;
	rows = strtol(end + 1, &end, 10);
	if (*end != '\0' || columns < UI_COLUMNS_MIN || columns > UI_COLUMNS_MAX ||
	    rows < UI_ROWS_MIN || rows > UI_ROWS_MAX)
		return false;
	o->columns = (int)columns;
	o->rows = (int)rows;
	return true;
}

static void
say_fault(void *ctx, const char *fault)
{
	(void)ctx;
	puts(fault);
}

static bool
verify(struct app *app, bool *clean, struct err *err)
{
	struct ledger_census c;

	if (!ledger_verify(app->ledger, say_fault, NULL, &c, err))
		return false;
	*clean = c.faults == 0;
	printf("%lld events, %lld units, %lld stations: %s\n",
	    (long long)c.events, (long long)c.units, (long long)c.stations,
	    *clean ? "clean" : "not clean");
	return true;
}

/* The shift that was named, or ours. */
static bool
play(struct app *app, const char *file, const struct demo_play_options *o,
    bool *clean, struct err *err)
{
	const char *text = file == NULL ? demo_file("shift") : NULL;
	struct str read;
	bool ok;

	str_init(&read);
	if (file != NULL) {
		ok = file_read(file, SHIFT_BYTES_MAX, &read, err);
		text = read.p;
	} else {
		ok = true;
		file = "demo/shift.scans";
	}
	ok = ok && demo_play(app, file, text, o, err) && verify(app, clean, err);
	str_done(&read);
	return ok;
}

/* --- on the database that was named --- */

static bool
open_given(struct app *app, struct err *err)
{
	bool demo;

	if (!app_open(app, NEEDS_WRITING, err) || !app_identify(app, err) ||
	    !app_is_demo(app, &demo, err))
		return false;
	if (demo)
		return true;
	err_set(err, ERR_CLASH, "this is no demonstration warehouse");
	err_detail(err, "%s", store_path(ledger_store(app->ledger)));
	return err_hint(err,
	    "Leave out --db, or make one with 'dockledger init --demo'.");
}

/* --- on one of its own --- */

static const char *const left_behind[] = { "", "-key", "-lock", "-wal", "-shm" };

static bool
open_own(struct app *app, char folder[], struct str *path, struct err *err)
{
	if (mkdtemp(folder) == NULL) {
		err_set(err, ERR_ENV, "could not make a folder for the warehouse");
		err_detail(err, "%s: %s", folder, strerror(errno));
		folder[0] = '\0';
		return false;
	}
	str_addf(path, "%s/station.db", folder);
	return ledger_create(&app->ledger, path->p, "DEMO-1", err) &&
	    demo_fill(app->ledger, err);
}

static void
remove_own(struct app *app, const char *folder, struct str *path)
{
	size_t len = path->len;

	ledger_close(app->ledger);
	app->ledger = NULL;
	for (size_t i = 0; len > 0 &&
	    i < sizeof left_behind / sizeof left_behind[0]; i++) {
		str_truncate(path, len);
		str_add(path, left_behind[i]);
		unlink(path->p);
	}
	if (folder[0] != '\0')
		rmdir(folder);
}

static bool
on_own(struct app *app, const char *file, const struct demo_play_options *o,
    bool *clean, struct err *err)
{
	const char *tmp = getenv("TMPDIR");
	char folder[512];
	struct str path;
	bool ok;

	str_print(folder, sizeof folder, "%s/dockledger-demo-XXXXXX",
	    tmp == NULL || tmp[0] == '\0' ? "/tmp" : tmp);
	str_init(&path);
	ok = open_own(app, folder, &path, err) && play(app, file, o, clean, err);
	remove_own(app, folder, &path);
	str_done(&path);
	return ok;
}

static int
demo_run(struct app *app, const struct args *args)
{
	struct demo_play_options o = { .rows = SCREEN_ROWS,
	    .columns = SCREEN_COLUMNS, .out = stdout };
	const char *size = args_value(args, "screens");
	const char *file = args_value(args, "shift");
	bool clean = false, ok;
	struct err err;

	if (size != NULL && !read_size(size, &o))
		return app_usage(args->command,
		    "--screens takes COLUMNSxROWS, such as 80x24, not \"%s\"", size);
	if (app->globals.db != NULL)
		ok = open_given(app, &err) && play(app, file, &o, &clean, &err);
	else
		ok = on_own(app, file, &o, &clean, &err);
	if (!ok)
		return app_fail(&err);
	return clean ? EXIT_DONE : EXIT_REFUSED;
}

static const struct option_row demo_options[] = {
	{ "screens", "80x24|40x16|20x16", "how large the screens are that are shown" },
	{ "shift", "FILE", "another shift than the one that ships" },
	{ NULL, NULL, NULL }
};

const struct command cmd_demo = {
	.name = "demo", .usage = "[--screens 80x24|40x16|20x16] [--shift FILE]",
	.words = "Play a recorded shift on the demonstration warehouse, as text.",
	.options = demo_options, .needs = NEEDS_SETTINGS,
	.permission = ANYBODY, .run = demo_run,
};
