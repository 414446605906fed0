/*
 * app.h - the program: its options, its commands, what they share.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A command is a struct command and a function in a file of its own
 * (cmd_NAME.c); commands.c lists them all.  The struct says what the command
 * needs: by the time the function runs the database is open and the operator
 * is known and allowed.
 *
 * A command's function returns the exit status: 0 all done, 1 something was
 * refused, 2 wrong usage, 3 the environment failed.  What a person should
 * read about a failure goes to stderr through app_fail, once.
 */
#ifndef APP_APP_H
#define APP_APP_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include "app/settings.h"
#include "base/err.h"
#include "base/json.h"
#include "base/str.h"
#include "base/vec.h"
#include "domain/words.h"
#include "flow/flow.h"
#include "label/label.h"
#include "ledger/ledger.h"

enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2, EXIT_AWAY = 3 };

/* Options that stand before or after the command. */
struct globals {
	const char *db;		/* NULL: not given */
	const char *config;
	const char *operator;
	const char *pin_file;
	bool json;
	bool help;
	bool version;
};

/* A row of a command's own options; a table ends with a NULL name. */
struct option_row {
	const char *name;	/* without dashes */
	const char *value;	/* what stands for the value in usage, "ITEM SERIAL"
				 * for two values; NULL: a flag */
	const char *words;
};

struct given { size_t row; const char *value, *second; };

/* What was given to a command; texts are borrowed from argv. */
struct args {
	const struct command *command;	/* NULL: none was named */
	char **operands;
	size_t n;
	VEC(struct given) given;
};

struct app {
	struct globals globals;
	struct settings settings;
	struct ledger *ledger;		/* open when the command needs it */
	struct forms *forms;		/* loaded by app_forms */
	struct labels *labels;		/* loaded by app_labels */
	struct worker worker;		/* who acts */
	struct station station;		/* for flows and screens, by app_station */
	struct station_printer *desk;	/* its printers, by label_desk */
};

enum needs {
	NEEDS_NOTHING,		/* answers when the configuration is broken, too */
	NEEDS_SETTINGS,
	NEEDS_READING,		/* an open ledger, and an operator */
	NEEDS_WRITING
};
#define ANYBODY (-1)		/* any operator may */

struct command {
	const char *name;
	const char *usage;		/* what follows the name */
	const char *words;		/* one sentence */
	const struct option_row *options;	/* NULL: none */
	size_t min, max;		/* operands */
	enum needs needs;
	int permission;			/* enum permission, or ANYBODY */
	int (*run)(struct app *, const struct args *);
};

/* --- commands.c: the table ---------------------------------------------------- */

extern const struct command *const commands[];
extern const size_t commands_count;
const struct command *command_find(const char *name);
void commands_usage(FILE *to);		/* all of them, for --help */
void command_usage(const struct command *, FILE *to);	/* one line */
void command_help(const struct command *, FILE *to);	/* with its options */
void commands_mdoc(FILE *to);		/* as the manual lists them */
/* See to what a command needs, and run it. */
int command_run(struct app *, const struct args *);

/* --- options.c ------------------------------------------------------------------ */

extern const struct option_row global_options[];
/* Read the command line; argv is reordered.  ERR_USAGE, with args->command
 * set when the fault is that command's. */
bool options_parse(int argc, char **argv, struct globals *, struct args *,
    struct err *) MUST_CHECK;
void args_done(struct args *);
/* The last value of an option, NULL when it was not given (a flag: ""). */
const char *args_value(const struct args *, const char *name);
bool args_has(const struct args *, const char *name);
/* The second value of an option that takes two. */
const char *args_second(const struct args *, const char *name);
/* The i-th value of an option that may be repeated; NULL: no more. */
const char *args_nth(const struct args *, const char *name, size_t i);

/* --- app.c: starting and stopping -------------------------------------------------- */

void app_init(struct app *);
void app_done(struct app *);
/* Read the configuration, if there is one. */
bool app_settings(struct app *, struct err *) MUST_CHECK;
/* Open the database that was named, or the default one. */
bool app_open(struct app *, enum needs, struct err *) MUST_CHECK;
/* A file or folder that is not there is the environment's fault, not the
 * question's: ERR_ABSENT becomes ERR_ENV.  Returns false. */
bool app_env(struct err *);
/* ERR_DENIED operator.permission when the role of who acts does not suffice. */
bool app_may(const struct app *, enum permission, struct err *) MUST_CHECK;
/* Forms: ours, and the site's from forms/ beside the configuration file.  A
 * broken one is said on stderr and ours is used. */
bool app_forms(struct app *, struct err *) MUST_CHECK;
/* Templates of labels, in the same way from labels/. */
bool app_labels(struct app *, struct err *) MUST_CHECK;
/* What flows need: app->station.  terminal: "pipe", "pts/1" ... */
bool app_station(struct app *, const char *terminal, struct err *) MUST_CHECK;
/* Was the database made by init --demo? */
bool app_is_demo(struct app *, bool *demo, struct err *) MUST_CHECK;
/* The current year, for dates of two digits. */
int app_year(void);
/* One act: begin, do it, commit; rolled back when any of it fails. */
bool app_act(struct app *, bool (*act)(struct ledger *, void *ctx, struct err *),
    void *ctx, struct err *) MUST_CHECK;

/* --- identity.c ---------------------------------------------------------------------- */

/* Who acts: --operator with a PIN where the badge has one, else the owner of
 * the database file as os:NAME; anybody else is refused. */
bool app_identify(struct app *, struct err *) MUST_CHECK;

/* --- paths.c ------------------------------------------------------------------------- */

/* The database named by --db, $DOCKLEDGER_DB or the default, appended. */
bool path_database(const struct globals *, struct str *out, struct err *)
    MUST_CHECK;
/* The configuration file; false when none is there and none was named. */
bool path_config(const struct globals *, struct str *out);

/* --- print.c ------------------------------------------------------------------------- */

/* "dockledger: WHAT: DETAIL (HINT)" on stderr; returns the exit status. */
int app_fail(const struct err *);
/* The same for wrong usage of a command: its usage line follows. */
int app_usage(const struct command *, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* Did everything printed go out?  Complains when not (a closed pipe is no
 * news).  Returns the status to exit with. */
int app_flush(int status);

/* A list as text: columns padded to width (0: the rest of the line). */
struct print_column { const char *title; int width; };
void print_head(const struct print_column *, size_t n);
void print_row(const struct print_column *, size_t n, const char *const cells[]);
/* Text padded to width characters, and two blanks. */
void print_padded(const char *text, int width);
/* One JSON object and its newline. */
void print_json(struct str *line);
/* {"key":"value"} and its newline. */
void print_pair(const char *key, const char *value);
/* Time as RFC 3339, or null for 0. */
void json_kv_time(struct json_out *, const char *key, int64_t ms);
/* A number, or null below 0. */
void json_kv_count(struct json_out *, const char *key, int64_t n);
#endif
