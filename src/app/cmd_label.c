/*
 * cmd_label.c - a label into a file, onto the terminal, or the templates.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is to be printed (struct job) is made apart from where it goes, so that
 * a queue of a printer is one more place beside a file.
 */
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "app/cmd.h"
#include "app/label_queue.h"
#include "app/label_values.h"
#include "base/file.h"

#define COLUMNS 80
#define ROWS 23
#define SYMBOLS_MAX 64

struct job {
	const struct label *label;
	struct label_given given;
	struct label_values values;
	struct label_profile profile;
};

/* --- Where it goes --------------------------------------------------------------- */

static void
say_symbols(const struct job *job)
{
	struct label_symbol symbols[SYMBOLS_MAX];
	struct err err;
	size_t n;

	if (!label_symbols(job->label, &job->profile, symbols, SYMBOLS_MAX, &n,
	    &err))
		return;
	for (size_t i = 0; i < n && i < SYMBOLS_MAX && n <= 4; i++)
		printf("  %s: %s, module %.3f mm (%d dots)\n", symbols[i].element,
		    symbols[i].kind, symbols[i].module_mm, symbols[i].module_dots);
}

static void
say_written(const struct app *app, const struct job *job, const char *path,
    size_t bytes)
{
	const struct label_info *info = label_info(job->label);
	struct json_out j;
	struct str line;

	if (!app->globals.json) {
		printf("%s: %s, %g x %g mm, %d cop%s\n", path, info->name,
		    info->width_mm, info->height_mm, job->values.copies,
		    job->values.copies == 1 ? "y" : "ies");
		say_symbols(job);
		return;
	}
	str_init(&line);
	json_begin(&j, &line);
	json_object(&j);
	json_kv(&j, "file", path);
	json_kv(&j, "template", info->name);
	json_kv(&j, "version", info->version);
	json_kv_int(&j, "copies", job->values.copies);
	json_kv_int(&j, "bytes", (int64_t)bytes);
	json_object_end(&j);
	print_json(&line);
	str_done(&line);
}

static int
into_file(struct app *app, const struct job *job, const char *path,
    enum label_format format)
{
	struct str bytes;
	struct err err;
	bool ok;

	str_init(&bytes);
	ok = label_render(job->label, &job->profile, format, &job->values, 1,
	    &bytes, &err) &&
	    (file_replace(path, 0644, bytes.p, bytes.len, &err) || app_env(&err));
	if (ok)
		say_written(app, job, path, bytes.len);
	str_done(&bytes);
	return ok ? EXIT_DONE : app_fail(&err);
}

static int
onto_terminal(const struct job *job)
{
	bool utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	struct winsize size = { 0 };
	struct str lines;
	struct err err;
	bool ok;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 2 ||
	    size.ws_row < 2)
		size = (struct winsize){ .ws_col = COLUMNS, .ws_row = ROWS + 1 };
	str_init(&lines);
	ok = label_preview(job->label, &job->values, size.ws_col, size.ws_row - 1,
	    utf8 ? LABEL_BRAILLE : LABEL_ASCII, &lines, &err);
	if (ok)
		fputs(lines.p, stdout);
	str_done(&lines);
	return ok ? EXIT_DONE : app_fail(&err);
}

/* --- What is to be printed ---------------------------------------------------------- */

static bool
take_numbers(const struct args *args, bool zpl, struct job *job, struct err *err)
{
	const char *copies = args_value(args, "copies");
	const char *dpi = args_value(args, "dpi");
	char *end;
	long n = 1;

	/* heads of 203 dpi have 8 dots a mm; CUPS makes pictures at 203 */
	if (dpi == NULL)
		dpi = zpl ? "203.2" : "203";
	if (!label_profile_dpi(dpi, &job->profile))
		return err_set(err, ERR_USAGE,
		    "--dpi is 203, 203.2, 300 or 600, not \"%s\"", dpi);
	if (copies != NULL) {
		n = strtol(copies, &end, 10);
		if (end == copies || *end != '\0' || n < 1 || n > LABEL_COPIES_MAX)
			return err_set(err, ERR_USAGE, "--copies is from 1 to %d",
			    LABEL_COPIES_MAX);
	}
	job->values.copies = (int)n;
	return true;
}

/* The ending of FILE says the format. */
static bool
take_format(const char *path, enum label_format *format, struct err *err)
{
	const char *dot = path == NULL ? NULL : strrchr(path, '.');
	int found = dot == NULL ? -1 : label_format_find(dot + 1);

	if (path != NULL && found < 0)
		return err_set(err, ERR_USAGE,
		    "--out ends in .pdf, .png or .zpl, not \"%s\"", path);
	*format = found < 0 ? LABEL_PDF : (enum label_format)found;
	return true;
}

static bool
find_template(struct app *app, const char *name, const struct label **out,
    struct err *err)
{
	*out = labels_find(app->labels, name);
	if (*out != NULL)
		return true;
	err_code(err, ERR_ABSENT, "label.unknown", "there is no template \"%s\"",
	    name);
	return err_hint(err, "'dockledger label --list' names them.");
}

/* Said, because a scanner cannot miss what is not there. */
static void
say_left_out(const struct args *args, const struct job *job)
{
	const struct label_info *info = label_info(job->label);
	bool has = false;

	if (label_field(job->label, "gtin") == NULL ||
	    (!args_has(args, "unit") && !args_has(args, "item")))
		return;
	for (size_t i = 0; i < job->values.n; i++)
		if (strcmp(job->values.at[i].name, "gtin") == 0)
			has = job->values.at[i].value[0] != '\0';
	if (!has)
		fprintf(stderr, "dockledger: the item has no GTIN: template %s "
		    "leaves out its GS1 symbol\n", info->name);
}

static int
make(struct app *app, const struct args *args, struct job *job)
{
	const char *path = args_value(args, "out");
	enum label_format format = LABEL_PDF;
	struct err err;

	if (args_has(args, "printer") && !label_queue_open(app, &err))
		return app_fail(&err);
	if (!take_format(path, &format, &err) ||
	    !take_numbers(args, format == LABEL_ZPL, job, &err))
		return app_usage(args->command, "%s", err.what);
	if (!label_values_take(app, args, job->label, &job->given, &err))
		return err.kind == ERR_USAGE ?
		    app_usage(args->command, "%s", err.what) : app_fail(&err);
	job->values.at = job->given.at;
	job->values.n = job->given.n;
	say_left_out(args, job);
	if (args_has(args, "printer"))
		return label_queue(app, args, job->label, &job->values);
	return path != NULL ? into_file(app, job, path, format) :
	    onto_terminal(job);
}

static int
label_run(struct app *app, const struct args *args)
{
	static struct job job;
	struct err err;

	if (args->n == 0 && !args_has(args, "list"))
		return app_usage(args->command, "name a template, or give --list");
	if (!args_has(args, "list") && args_has(args, "out") +
	    args_has(args, "preview") + args_has(args, "printer") != 1)
		return app_usage(args->command,
		    "give one of --out FILE, --printer NAME and --preview");
	if (args_has(args, "printer") && args_has(args, "dpi"))
		return app_usage(args->command,
		    "the printer's own dpi stands in dockledger.conf");
	if (!app_labels(app, &err))
		return app_fail(&err);
	if (args->n == 1 && !find_template(app, args->operands[0], &job.label, &err))
		return app_fail(&err);
	if (!args_has(args, "list"))
		return make(app, args, &job);
	if (!take_numbers(args, false, &job, &err))
		return app_usage(args->command, "%s", err.what);
	return label_list(app, job.label, &job.profile);
}

static const struct option_row label_options[] = {
	{ "unit", "ITEM SERIAL", "fields from this unit" },
	{ "item", "CODE", "fields from this item" },
	{ "bin", "CODE", "fields from this bin" },
	{ "carton", "SSCC", "fields from this carton" },
	{ "badge", "BADGE", "fields from this operator" },
	{ "set", "NAME=VALUE", "a field by hand, over what the database says" },
	{ "copies", "N", "how often, 1 to 1000" },
	{ "dpi", "DPI", "of the printer: 203, 203.2, 300 or 600" },
	{ "out", "FILE", "write FILE.pdf, FILE.png or FILE.zpl" },
	{ "printer", "NAME", "queue it for this printer or print queue" },
	{ "reason", "TEXT", "why the label of a unit is printed again" },
	{ "preview", NULL, "draw it on the terminal" },
	{ "list", NULL, "the templates with their fields; one with its symbols" },
	{ NULL, NULL, NULL }
};

const struct command cmd_label = {
	.name = "label",
	.usage = "TEMPLATE [--unit ITEM SERIAL] [--set NAME=VALUE]... "
	    "(--out FILE | --printer NAME | --preview)",
	.words = "Make a label from a template, or list the templates (--list).",
	.options = label_options, .max = 1, .needs = NEEDS_SETTINGS,
	.permission = ANYBODY, .run = label_run,
};
