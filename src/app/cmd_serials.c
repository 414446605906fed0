/*
 * cmd_serials.c - serials of our own: made, listed, voided; numbers leased.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is printed is on the disk: a serial that a printer has seen is never
 * made again, whatever happens to this process.
 */
#include <stdlib.h>
#include <string.h>
#include "app/cmd.h"
#include "app/serials_print.h"
#include "app/serials_say.h"
#include "base/file.h"

#define LEASE_FILE_MAX 16384

/* --- make ------------------------------------------------------------------------ */

struct making {
	struct serial_ask ask;
	struct made_serials made;
	char rule[CODE_SIZE];
	struct serials_desk *desk;	/* NULL: nothing is printed */
};

static bool
make(struct ledger *l, void *ctx, struct err *err)
{
	struct making *m = ctx;
	struct serial_rule_def rule;
	struct serial_mask mask;

	if (!serials_rule(l, m->ask.item, &rule, &mask, err) ||
	    !serials_issue(l, &m->ask, &m->made, err))
		return false;
	str_copy(m->rule, sizeof m->rule, rule.code);
	return m->desk == NULL || serials_print(l, m->desk, m->ask.item, &m->made,
	    err);
}

static void
say_made(struct app *app, const struct making *m)
{
	struct json_out j;
	struct str line;

	str_init(&line);
	for (size_t i = 0; i < m->made.list.n; i++) {
		if (!app->globals.json) {
			puts(m->made.list.at[i].text);
			continue;
		}
		json_begin(&j, &line);
		json_object(&j);
		json_kv(&j, "item", m->ask.item);
		json_kv(&j, "serial", m->made.list.at[i].text);
		json_kv(&j, "rule", m->rule);
		json_object_end(&j);
		print_json(&line);
	}
	str_done(&line);
}

/* A whole number above 0; 0 when it is none. */
static int64_t
number_of(const char *text)
{
	if (text == NULL || text[0] == '\0' || strlen(text) > 12 ||
	    strspn(text, "0123456789") != strlen(text))
		return 0;
	return strtoll(text, NULL, 10);
}

/* Labels are asked for in the act itself, so that both are there or neither. */
static int
run_make(struct app *app, const struct args *args)
{
	struct making m = { .ask = { .item = args->operands[1], .purpose = "label",
	    .site = app->settings.site, .entry = BY_KEYS } };
	struct serials_desk desk;
	struct err err;
	bool ok;

	m.ask.n = number_of(args->operands[2]);
	if (m.ask.n < 1 || m.ask.n > SERIALS_MAX)
		return app_usage(args->command, "COUNT is 1 to %d", SERIALS_MAX);
	if (args_has(args, "print")) {
		m.desk = &desk;
		if (!serials_desk(app, args_value(args, "print"), &desk, &err))
			return app_fail(&err);
	}
	ok = app_act(app, make, &m, &err);
	if (ok)
		say_made(app, &m);
	vec_done(&m.made.list);
	return ok ? EXIT_DONE : app_fail(&err);
}

/* --- void ------------------------------------------------------------------------ */

struct voiding {
	struct serial_ask ask;
	const char *text, *reason;
	int64_t n;
};

/* One serial, or the first and the last of a roll with .. between. */
static bool
do_void(struct ledger *l, void *ctx, struct err *err)
{
	struct voiding *v = ctx;
	const char *dots = strstr(v->text, ".."), *to = v->text;
	char from[TEXT_SIZE];
	struct issued one;
	int rc = issued_find(l, v->ask.item, v->text, &one, err);

	if (rc < 0)
		return false;
	str_copy(from, sizeof from, v->text);
	if (rc == 0 && dots != NULL) {
		str_copyn(from, sizeof from, v->text, (size_t)(dots - v->text));
		to = dots + 2;
	}
	return serials_void(l, &v->ask, from, to, v->reason, &v->n, err);
}

static int
run_void(struct app *app, const struct args *args)
{
	struct voiding v = { .ask = { .item = args->operands[1], .entry = BY_KEYS },
	    .text = args->operands[2], .reason = args_value(args, "reason") };
	struct json_out j;
	struct str line;
	struct err err;

	if (v.reason == NULL || v.reason[0] == '\0')
		return app_usage(args->command, "--reason says why they are void");
	if (!app_act(app, do_void, &v, &err))
		return app_fail(&err);
	if (!app->globals.json) {
		printf("%lld serial%s of %s void now\n", (long long)v.n,
		    v.n == 1 ? "" : "s", v.ask.item);
		return EXIT_DONE;
	}
	str_init(&line);
	json_begin(&j, &line);
	json_object(&j);
	json_kv(&j, "item", v.ask.item);
	json_kv_int(&j, "voided", v.n);
	json_object_end(&j);
	print_json(&line);
	str_done(&line);
	return EXIT_DONE;
}

/* --- lease, accept, key ------------------------------------------------------------ */

struct leasing {
	const char *rule, *station, *print;
	int64_t n;
	struct lease lease;
	struct str file;
	bool changed;
};

static bool
give(struct ledger *l, void *ctx, struct err *err)
{
	struct leasing *g = ctx;

	return lease_give(l, g->rule, g->station, g->n, BY_KEYS, &g->lease, err) &&
	    lease_write(l, &g->lease, &g->file, err);
}

/* The numbers are the other's when the act is on the disk; a file that could
 * not be written then is written by `serials again`. */
static int
run_lease(struct app *app, const struct args *args)
{
	struct leasing g = { .rule = args->operands[1],
	    .station = args_value(args, "station"),
	    .n = number_of(args_value(args, "count")) };
	const char *out = args_value(args, "out");
	char print[KEY_PRINT_SIZE];
	struct err err;
	bool ok;

	if (g.station == NULL || g.n < 1 || out == NULL)
		return app_usage(args->command,
		    "a lease wants --station ID, --count N and --out FILE");
	if (file_exists(out))
		return app_usage(args->command, "%s is there already", out);
	str_init(&g.file);
	ok = app_act(app, give, &g, &err) &&
	    station_key_print(app->ledger, print, &err);
	if (ok && !file_create(out, 0644, g.file.p, g.file.len, &err)) {
		app_env(&err);
		ok = err_hint(&err, "The lease stands: 'dockledger serials again %s "
		    "--out FILE' writes it.", g.lease.code);
	}
	str_done(&g.file);
	if (!ok)
		return app_fail(&err);
	serials_say_lease(app, &g.lease, print, "given");
	return EXIT_DONE;
}

/* The file of a lease that was given before: it was lost on its way. */
static int
run_again(struct app *app, const struct args *args)
{
	const char *code = args->operands[1], *out = args_value(args, "out");
	char print[KEY_PRINT_SIZE];
	struct lease lease;
	struct str file;
	struct err err;
	bool ok;
	int rc;

	if (out == NULL)
		return app_usage(args->command, "again wants --out FILE");
	if ((rc = lease_find(app->ledger, code, &lease, &err)) == 0 ||
	    (rc > 0 && strcmp(lease.giver, ledger_station(app->ledger)) != 0)) {
		err_set(&err, ERR_ABSENT, "this station gave no lease %s", code);
		err_hint(&err, "'dockledger serials show RULE --json' names them.");
		rc = -1;
	}
	str_init(&file);
	ok = rc > 0 && lease_write(app->ledger, &lease, &file, &err) &&
	    station_key_print(app->ledger, print, &err) &&
	    (file_create(out, 0644, file.p, file.len, &err) || app_env(&err));
	str_done(&file);
	if (!ok)
		return app_fail(&err);
	serials_say_lease(app, &lease, print, "given");
	return EXIT_DONE;
}

static bool
take(struct ledger *l, void *ctx, struct err *err)
{
	struct leasing *g = ctx;

	return lease_accept(l, g->file.p, g->print, BY_FILE, &g->lease, &g->changed,
	    err);
}

static int
run_accept(struct app *app, const struct args *args)
{
	struct leasing g = { .print = args_value(args, "key") };
	struct err err;
	bool ok;

	if (g.print == NULL)
		g.print = "";
	str_init(&g.file);
	ok = (file_read(args->operands[1], LEASE_FILE_MAX, &g.file, &err) ||
	    app_env(&err)) && app_act(app, take, &g, &err);
	str_done(&g.file);
	if (!ok)
		return app_fail(&err);
	serials_say_lease(app, &g.lease, "", g.changed ? "accepted" :
	    "accepted before");
	return EXIT_DONE;
}

static int
run_key(struct app *app, const struct args *args)
{
	char print[KEY_PRINT_SIZE];
	struct err err;

	(void)args;
	if (!station_key_print(app->ledger, print, &err))
		return app_fail(&err);
	if (app->globals.json)
		print_pair("key", print);
	else
		puts(print);
	return EXIT_DONE;
}

/* --- The verbs --------------------------------------------------------------------- */

static int
run_list(struct app *app, const struct args *args)
{
	struct issued_filter f = { .open = args_has(args, "open") };
	const char *item = args_value(args, "item");

	if (item != NULL && !str_copy(f.item, sizeof f.item, item))
		return app_usage(args->command, "an item's code has at most %d bytes",
		    CODE_SIZE - 1);
	return serials_list(app, &f);
}

static int
run_show(struct app *app, const struct args *args)
{
	return serials_show(app, args->operands[1]);
}

static const struct {
	const char *verb;
	size_t operands;
	int may;
	int (*run)(struct app *, const struct args *);
} verbs[] = {
	{ "make", 3, MAY_RECEIVE, run_make }, { "void", 3, MAY_RECEIVE, run_void },
	{ "list", 1, ANYBODY, run_list }, { "show", 2, ANYBODY, run_show },
	{ "lease", 2, MAY_ADMIN, run_lease }, { "again", 2, MAY_ADMIN, run_again },
	{ "accept", 2, MAY_ADMIN, run_accept }, { "key", 1, ANYBODY, run_key },
};

static int
serials_run(struct app *app, const struct args *args)
{
	struct err err;

	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		if (strcmp(verbs[i].verb, args->operands[0]) != 0)
			continue;
		if (args->n != verbs[i].operands)
			return app_usage(args->command, "serials %s takes %zu argument%s",
			    verbs[i].verb, verbs[i].operands - 1,
			    verbs[i].operands == 2 ? "" : "s");
		if (verbs[i].may != ANYBODY &&
		    !app_may(app, (enum permission)verbs[i].may, &err))
			return app_fail(&err);
		return verbs[i].run(app, args);
	}
	return app_usage(args->command, "serials are not %s", args->operands[0]);
}

static const struct option_row serials_options[] = {
	{ "print", "TEMPLATE", "make: and print a label of each (unit)" },
	{ "open", NULL, "list: only those that are neither applied nor void" },
	{ "item", "CODE", "list: of this item" },
	{ "reason", "TEXT", "void: why" },
	{ "station", "ID", "lease: who gets the numbers" },
	{ "count", "N", "lease: for so many serials" },
	{ "out", "FILE", "lease, again: the file to take there" },
	{ "key", "PRINT", "accept: the giver's key, as 'serials key' says it there" },
	{ NULL, NULL, NULL }
};

const struct command cmd_serials = {
	.name = "serials",
	.usage = "make ITEM COUNT | list | show RULE | void ITEM SERIAL|FROM..TO | "
	    "lease RULE | again LEASE | accept FILE | key",
	.words = "Make serials of our own, and hand their numbers to other stations.",
	.options = serials_options, .min = 1, .max = 3, .needs = NEEDS_WRITING,
	.permission = ANYBODY, .run = serials_run,
};
