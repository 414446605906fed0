/*
 * options.c - the command line: options for all, a command, its own options.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Options for all may stand before or after the command.  The line is read
 * twice: up to the first word that is no option, which names the command, and
 * from there with the options of that command beside those for all.  getopt
 * knows options of one value; the second of two is taken behind its back.
 */
#include <assert.h>
#include <getopt.h>
#include <string.h>
#include "app/app.h"

const struct option_row global_options[] = {
	{ "db", "FILE", "the database (else $DOCKLEDGER_DB, else the station's)" },
	{ "config", "FILE", "the configuration" },
	{ "operator", "BADGE", "who acts (else the owner of the database)" },
	{ "pin-file", "FILE", "the first line is the operator's PIN" },
	{ "json", NULL, "one JSON object a line" },
	{ "help", NULL, "what there is, or what a command takes" },
	{ "version", NULL, "the version of this program" },
	{ NULL, NULL, NULL }
};
enum { G_DB, G_CONFIG, G_OPERATOR, G_PIN_FILE, G_JSON, G_HELP, G_VERSION, GLOBALS };
_Static_assert(sizeof global_options / sizeof global_options[0] == GLOBALS + 1,
    "a number for each option");

#define OPTIONS_MAX 48
#define OWN 1000	/* options of the command are numbered from here */
#define ALL 500

static size_t
add_rows(const struct option_row *rows, int base, struct option *out, size_t n)
{
	for (int i = 0; rows != NULL && rows[i].name != NULL; i++) {
		assert(n < OPTIONS_MAX - 1);
		out[n++] = (struct option){ .name = rows[i].name,
		    .has_arg = rows[i].value == NULL ? no_argument :
		    required_argument, .val = base + i };
	}
	return n;
}

static void
take_global(struct globals *g, int which, const char *value)
{
	switch (which) {
	case G_DB:
		g->db = value;
		break;
	case G_CONFIG:
		g->config = value;
		break;
	case G_OPERATOR:
		g->operator = value;
		break;
	case G_PIN_FILE:
		g->pin_file = value;
		break;
	case G_JSON:
		g->json = true;
		break;
	case G_HELP:
		g->help = true;
		break;
	case G_VERSION:
		g->version = true;
		break;
	default:
		assert(!"an option for all");
	}
}

/* What getopt does not like, in words. */
static bool
fault(int seen, char *const argv[], struct err *err)
{
	const char *word = argv[optind - 1];

	if (seen == ':')
		return err_set(err, ERR_USAGE, "option %s needs a value", word);
	if (optopt >= ALL)
		return err_set(err, ERR_USAGE, "option %s takes no value", word);
	if (optopt != 0)
		return err_set(err, ERR_USAGE, "there is no option -%c", optopt);
	return err_set(err, ERR_USAGE, "there is no option %s", word);
}

/* A value given to an option of the command, and the word behind it where the
 * option takes two. */
static bool
take_own(const struct command *c, size_t row, int argc, char **argv,
    struct args *args, struct err *err)
{
	const struct option_row *o = &c->options[row];
	struct given given = { .row = row, .value = optarg == NULL ? "" : optarg };

	if (o->value != NULL && strchr(o->value, ' ') != NULL) {
		if (optind >= argc)
			return err_set(err, ERR_USAGE, "option --%s needs two values: %s",
			    o->name, o->value);
		given.second = argv[optind++];
	}
	*vec_push(&args->given) = given;
	return true;
}

/* Read options; shape is "+:h" (stop at the first other word) or ":h". */
static bool
read_options(int argc, char **argv, const char *shape,
    const struct command *command, struct globals *g, struct args *args,
    struct err *err)
{
	struct option table[OPTIONS_MAX] = { { 0 } };
	size_t n = add_rows(global_options, ALL, table, 0);
	int seen;

	if (command != NULL)
		add_rows(command->options, OWN, table, n);
	optind = 0;		/* begin anew, as the GNU library wants it */
	opterr = 0;
	while ((seen = getopt_long(argc, argv, shape, table, NULL)) != -1) {
		if (seen >= OWN) {
			if (!take_own(command, (size_t)(seen - OWN), argc, argv, args,
			    err))
				return false;
		} else if (seen >= ALL)
			take_global(g, seen - ALL, optarg);
		else if (seen == 'h')
			g->help = true;
		else
			return fault(seen, argv, err);
	}
	return true;
}

bool
options_parse(int argc, char **argv, struct globals *g, struct args *args,
    struct err *err)
{
	memset(g, 0, sizeof *g);
	memset(args, 0, sizeof *args);
	if (!read_options(argc, argv, "+:h", NULL, g, args, err))
		return false;
	argc -= optind;
	argv += optind;
	if (argc == 0)
		return true;
	args->command = command_find(argv[0]);
	if (args->command == NULL)
		return err_set(err, ERR_USAGE, "there is no command \"%s\"", argv[0]);
	if (!read_options(argc, argv, ":h", args->command, g, args, err))
		return false;
	args->operands = argv + optind;
	args->n = (size_t)(argc - optind);
	return true;
}

void
args_done(struct args *args)
{
	vec_done(&args->given);
}

static bool
is_named(const struct args *args, const struct given *given, const char *name)
{
	return strcmp(args->command->options[given->row].name, name) == 0;
}

const char *
args_nth(const struct args *args, const char *name, size_t i)
{
	for (size_t k = 0; k < args->given.n; k++)
		if (is_named(args, &args->given.at[k], name) && i-- == 0)
			return args->given.at[k].value;
	return NULL;
}

const char *
args_value(const struct args *args, const char *name)
{
	for (size_t k = args->given.n; k > 0; k--)
		if (is_named(args, &args->given.at[k - 1], name))
			return args->given.at[k - 1].value;
	return NULL;
}

const char *
args_second(const struct args *args, const char *name)
{
	for (size_t k = args->given.n; k > 0; k--)
		if (is_named(args, &args->given.at[k - 1], name))
			return args->given.at[k - 1].second;
	return NULL;
}

bool
args_has(const struct args *args, const char *name)
{
	return args_value(args, name) != NULL;
}
