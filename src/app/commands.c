/*
 * commands.c - all commands, and what is made of the list: usage, help, the
 * manual's table, and seeing to what a command needs before it runs.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/app.h"
#include "app/cmd.h"

/* In the order in which a person meets them. */
const struct command *const commands[] = {
	&cmd_init, &cmd_import, &cmd_scan, &cmd_parse,
	&cmd_trace, &cmd_units, &cmd_order, &cmd_orders,
	&cmd_items, &cmd_bins, &cmd_operators, &cmd_operator,
	&cmd_incidents, &cmd_incident, &cmd_hold, &cmd_tasks,
	&cmd_label, &cmd_printers, &cmd_jobs, &cmd_agent, &cmd_serials,
	&cmd_verify, &cmd_backup, &cmd_doctor,
	&cmd_rules, &cmd_demo, &cmd_help, &cmd_version,
};
const size_t commands_count = sizeof commands / sizeof commands[0];

#define NAME_WIDTH 11
#define MDOC_WIDTH 60

const struct command *
command_find(const char *name)
{
	for (size_t i = 0; i < commands_count; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

void
command_usage(const struct command *c, FILE *to)
{
	fprintf(to, "usage: dockledger %s%s%s\n", c->name,
	    c->usage[0] == '\0' ? "" : " ", c->usage);
}

static void
options_help(const struct option_row *rows, FILE *to)
{
	char option[64];

	for (; rows != NULL && rows->name != NULL; rows++) {
		str_print(option, sizeof option, "--%s%s%s", rows->name,
		    rows->value == NULL ? "" : " ",
		    rows->value == NULL ? "" : rows->value);
		fprintf(to, "  %-22s %s\n", option, rows->words);
	}
}

void
command_help(const struct command *c, FILE *to)
{
	command_usage(c, to);
	fprintf(to, "%s\n", c->words);
	if (c->options != NULL)
		fputc('\n', to);
	options_help(c->options, to);
}

void
commands_usage(FILE *to)
{
	fputs("usage: dockledger [OPTION]... [COMMAND [ARGUMENT]...]\n"
	    "Without a command: the full-screen station.\n\n", to);
	options_help(global_options, to);
	fputs("\nOptions stand before or after the command.  Commands:\n", to);
	for (size_t i = 0; i < commands_count; i++)
		fprintf(to, "  %-*s %s\n", NAME_WIDTH, commands[i]->name,
		    commands[i]->words);
	fputs("\n'dockledger help COMMAND' says more.\n", to);
}

/* A text for roff in lines of moderate length; none of ours begins with a
 * point or a quote. */
static void
mdoc_text(const char *text, FILE *to)
{
	int width = 0;

	for (; *text != '\0'; text++, width++) {
		if (*text == '\\')
			fputs("\\e", to);
		else if (*text == '-')
			fputs("\\-", to);
		else if (*text == ' ' && width > MDOC_WIDTH && text[1] != '.' &&
		    text[1] != '[') {
			fputc('\n', to);
			width = 0;
		} else
			fputc(*text, to);
	}
	fputc('\n', to);
}

void
commands_mdoc(FILE *to)
{
	for (size_t i = 0; i < commands_count; i++) {
		const struct command *c = commands[i];

		fprintf(to, ".It Ic %s\n", c->name);
		if (c->usage[0] != '\0') {
			fputs(".Li ", to);
			mdoc_text(c->usage, to);
			fputs(".br\n", to);
		}
		mdoc_text(c->words, to);
		for (const struct option_row *o = c->options;
		    o != NULL && o->name != NULL; o++) {
			fprintf(to, ".br\n.Fl -%s%s%s :\n", o->name,
			    o->value == NULL ? "" : " Ar ",
			    o->value == NULL ? "" : o->value);
			mdoc_text(o->words, to);
		}
	}
}

static bool
operands_fit(const struct args *args)
{
	const struct command *c = args->command;

	return args->n >= c->min && args->n <= c->max;
}

/* Settings, database, operator, permission: as much as the command needs. */
static bool
prepare(struct app *app, const struct command *c, struct err *err)
{
	if (c->needs >= NEEDS_SETTINGS && !app_settings(app, err))
		return false;
	if (c->needs < NEEDS_READING)
		return true;
	return app_open(app, c->needs, err) && app_identify(app, err) &&
	    (c->permission == ANYBODY ||
	    app_may(app, (enum permission)c->permission, err));
}

int
command_run(struct app *app, const struct args *args)
{
	const struct command *c = args->command;
	struct err err;

	if (!operands_fit(args))
		return app_usage(c, "%s takes %s%zu argument%s, not %zu", c->name,
		    args->n < c->min ? (c->min == c->max ? "" : "at least ") :
		    (c->min == c->max ? "" : "at most "),
		    args->n < c->min ? c->min : c->max,
		    (args->n < c->min ? c->min : c->max) == 1 ? "" : "s", args->n);
	if (!prepare(app, c, &err))
		return app_fail(&err);
	return c->run(app, args);
}
