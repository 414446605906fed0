/*
 * cmd_init.c - a new database, with its station's key.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The folder is made with mode 0700 when it is not there; a folder that is
 * there is somebody's decision (`doctor` looks at it).
 */
#include <ctype.h>
#include <string.h>
#include <unistd.h>
#include "app/cmd.h"
#include "app/demo.h"
#include "base/file.h"

#define STATION_MAX 15

/* The host's name as a station's: letters, digits, points and dashes. */
static void
station_of_host(char out[STATION_MAX + 1])
{
	char host[256] = "";
	size_t n = 0;

	if (gethostname(host, sizeof host - 1) != 0)
		host[0] = '\0';
	for (const char *p = host; *p != '\0' && *p != '.' && n < STATION_MAX; p++)
		if (isalnum((unsigned char)*p) || *p == '-' || *p == '_')
			out[n++] = *p;
	out[n] = '\0';
	if (n == 0)
		str_copy(out, STATION_MAX + 1, "STATION");
}

static bool
make_database(struct app *app, const char *path, const char *station,
    struct err *err)
{
	struct str folder;
	bool ok;

	if (file_exists(path)) {
		err_set(err, ERR_CLASH, "there is a file already");
		err_detail(err, "%s", path);
		return err_hint(err, "Name another with --db, or move that one away.");
	}
	str_init(&folder);
	file_folder(path, &folder);
	ok = file_exists(folder.p) || file_make_folder(folder.p, 0700, err);
	str_done(&folder);
	return (ok && ledger_create(&app->ledger, path, station, err)) ||
	    app_env(err);
}

/* A warehouse that is half filled is of no use to anybody. */
static bool
fill(struct app *app, const char *path, struct err *err)
{
	static const char *const made[] = { "", "-key", "-wal", "-shm", "-lock" };
	struct str file;

	if (demo_fill(app->ledger, err))
		return true;
	ledger_close(app->ledger);
	app->ledger = NULL;
	str_init(&file);
	for (size_t i = 0; i < sizeof made / sizeof made[0]; i++) {
		str_clear(&file);
		str_addf(&file, "%s%s", path, made[i]);
		unlink(file.p);
	}
	str_done(&file);
	return false;
}

static void
tell(struct app *app, const char *path, const char *station)
{
	struct json_out j;
	struct str line;

	if (!app->globals.json) {
		printf("%s is the database of station %s\n"
		    "%s-key is its key: keep a copy where nobody else can read it\n",
		    path, station, path);
		return;
	}
	str_init(&line);
	json_begin(&j, &line);
	json_object(&j);
	json_kv(&j, "db", path);
	json_kv(&j, "station", station);
	json_object_end(&j);
	print_json(&line);
	str_done(&line);
}

static int
init_run(struct app *app, const struct args *args)
{
	const char *station = args_value(args, "station");
	char host[STATION_MAX + 1];
	struct str path;
	struct err err;
	bool ok;

	station_of_host(host);
	if (station == NULL)
		station = host;
	str_init(&path);
	ok = path_database(&app->globals, &path, &err) &&
	    make_database(app, path.p, station, &err) &&
	    (!args_has(args, "demo") || fill(app, path.p, &err));
	if (ok)
		tell(app, path.p, station);
	str_done(&path);
	return ok ? EXIT_DONE : app_fail(&err);
}

static const struct option_row init_options[] = {
	{ "station", "ID", "the station's name, 1 to 15 of A-Z a-z 0-9 . _ -" },
	{ "demo", NULL, "fill it with the demonstration warehouse" },
	{ NULL, NULL, NULL }
};

const struct command cmd_init = {
	.name = "init", .usage = "[--station ID] [--demo]",
	.words = "Make the database and the key of this station.",
	.options = init_options, .needs = NEEDS_SETTINGS,
	.permission = ANYBODY, .run = init_run,
};
