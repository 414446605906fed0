/*
 * player.c - plays files of keys and screens against a program.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Exit: 0 all passed, 77 one could not be played here (and none failed),
 * 1 one failed, 2 wrong usage.
 */
#include <getopt.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "play.h"

static const char usage[] =
    "usage: player [--size COLUMNSxROWS] [--png FILE] [--show] [--update] "
    "[--keep]\n"
    "              [--timeout SECONDS] FILE.test...\n"
    "--png FILE  a picture of the last screen (.txt: as text)\n"
    "--show      the last screen on standard error\n"
    "--update    screens become what they are now\n"
    "--keep      leave the folder of the test\n";

static const struct option options[] = {
	{ "size", required_argument, NULL, 's' },
	{ "png", required_argument, NULL, 'p' },
	{ "show", no_argument, NULL, 'v' },
	{ "update", no_argument, NULL, 'u' },
	{ "keep", no_argument, NULL, 'k' },
	{ "timeout", required_argument, NULL, 't' },
	{ NULL, 0, NULL, 0 }
};

static bool read_options(int argc, char *argv[], struct play_options *o)
{
	int c;

	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (c == 's' && sscanf(optarg, "%dx%d", &o->columns,
		    &o->rows) == 2 && o->columns > 0 && o->rows > 0)
			continue;
		if (c == 'p')
			o->shot = optarg;
		else if (c == 'v')
			o->show = true;
		else if (c == 'u')
			o->update = true;
		else if (c == 'k')
			o->keep = true;
		else if (c == 't' && atoi(optarg) > 0)
			o->timeout_ms = atoi(optarg) * 1000;
		else
			return false;
	}
	return optind < argc;
}

static enum play_end play_file(const char *path, const struct play_options *o)
{
	struct script script;
	enum play_end end;
	struct err err;

	err_clear(&err);
	if (!script_open(&script, path, &err)) {
		fprintf(stderr, "%s\n", err.what);
		return PLAY_FAILED;
	}
	end = play(&script, o, &err);
	if (end == PLAY_PASSED && !script_save(&script, &err))
		end = PLAY_FAILED;
	if (end == PLAY_SKIPPED)
		printf("SKIP %s\n", err.what);
	else if (end == PLAY_FAILED)
		fprintf(stderr, "%s\n%s\n", err.what, err.detail);
	script_close(&script);
	return end;
}

/* Started by hand, it is started in the build folder. */
static void assume_build_folder(void)
{
	char path[4096];

	if (getenv("DOCKLEDGER_BUILDDIR") == NULL &&
	    getcwd(path, sizeof path) != NULL)
		setenv("DOCKLEDGER_BUILDDIR", path, 1);
}

int main(int argc, char *argv[])
{
	struct play_options o = { .timeout_ms = 60000 };
	bool failed = false, skipped = false;

	setlocale(LC_ALL, "");
	assume_build_folder();
	if (!read_options(argc, argv, &o)) {
		fputs(usage, stderr);
		return 2;
	}
	for (int i = optind; i < argc; i++) {
		enum play_end end = play_file(argv[i], &o);

		failed = failed || end == PLAY_FAILED;
		skipped = skipped || end == PLAY_SKIPPED;
	}
	return failed ? 1 : skipped ? 77 : 0;
}
