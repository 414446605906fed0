/*
 * cmd_report.c - reports: which there are, and one of them as text, CSV, JSON
 * or PDF.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A report is made whole in memory before a byte of it goes out, so that a
 * file is never half of one.
 */
#include <string.h>
#include <unistd.h>
#include "app/cmd.h"
#include "app/report.h"
#include "base/file.h"

enum format { TEXT, CSV, JSON, PDF, FORMATS };
static const char *const format_names[FORMATS] = { "text", "csv", "json", "pdf" };

static bool slip_make(struct app *, const struct args *, enum format,
    struct str *out, struct err *);
static bool contents_make(struct app *, const struct args *, enum format,
    struct str *out, struct err *);
static bool failing_make(struct app *, const struct args *, enum format,
    struct str *out, struct err *);

static const struct {
	const char *name, *usage, *words;
	bool (*make)(struct app *, const struct args *, enum format,
	    struct str *out, struct err *);
} reports[] = {
	{ "packing-slip", "--order NUMBER [--kind SO|TRANSFER]",
	  "every serial of an order by carton, what is shipped and what stays open",
	  slip_make },
	{ "carton-contents", "--carton SSCC",
	  "every serial in a carton or pallet", contents_make },
	{ "failing-labels", "",
	  "labels that would not read, by supplier, label and printer",
	  failing_make },
};
#define REPORTS (sizeof reports / sizeof reports[0])

/* --- Packing ------------------------------------------------------------------------- */

static bool
packing_bytes(struct packing *p, enum format format, struct str *out,
    struct err *err)
{
	struct json_out j;
	bool ok = true;

	switch (format) {
	case CSV:
		packing_csv(p, out);
		break;
	case JSON:
		json_begin(&j, out);
		packing_json(p, &j);
		str_addc(out, '\n');
		break;
	case PDF:
		ok = packing_pdf(p, out, err);
		break;
	default:
		packing_text(p, out);
		break;
	}
	packing_done(p);
	return ok;
}

static bool
slip_make(struct app *app, const struct args *args, enum format format,
    struct str *out, struct err *err)
{
	const char *number = args_value(args, "order"), *given;
	int kind = ORDER_SO;
	struct packing p;

	if (number == NULL)
		return err_set(err, ERR_USAGE, "packing-slip takes --order NUMBER");
	if (str_starts(number, "SO:") || str_starts(number, "TRANSFER:")) {
		kind = number[0] == 'S' ? ORDER_SO : ORDER_TRANSFER;
		number = strchr(number, ':') + 1;
	}
	if ((given = args_value(args, "kind")) != NULL)
		kind = order_kind_find(given);
	if (kind != ORDER_SO && kind != ORDER_TRANSFER)
		return err_set(err, ERR_USAGE, "--kind is SO or TRANSFER, not \"%s\"",
		    given);
	return packing_of_order(app->ledger, (enum order_kind)kind, number, &p,
	    err) && packing_bytes(&p, format, out, err);
}

static bool
contents_make(struct app *app, const struct args *args, enum format format,
    struct str *out, struct err *err)
{
	const char *code = args_value(args, "carton");
	struct packing p;

	if (code == NULL)
		return err_set(err, ERR_USAGE, "carton-contents takes --carton SSCC");
	return packing_of_carton(app->ledger, code, &p, err) &&
	    packing_bytes(&p, format, out, err);
}

/* --- Labels -------------------------------------------------------------------------- */

static bool
failing_make(struct app *app, const struct args *args, enum format format,
    struct str *out, struct err *err)
{
	struct failing_labels all;
	struct json_out j;
	bool ok = true;

	(void)args;
	if (!failing_labels_read(app->ledger, &all, err))
		return false;
	switch (format) {
	case CSV:
		failing_csv(&all, out);
		break;
	case JSON:
		json_begin(&j, out);
		failing_labels_json(&all, &j);
		str_addc(out, '\n');
		break;
	case PDF:
		ok = failing_pdf(&all, out, err);
		break;
	default:
		failing_text(&all, out);
		break;
	}
	failing_labels_done(&all);
	return ok;
}

/* --- Where it goes ----------------------------------------------------------------------- */

static bool
send(const struct args *args, enum format format, const struct str *bytes,
    struct err *err)
{
	const char *path = args_value(args, "out");

	if (path != NULL && strcmp(path, "-") != 0)
		return file_replace(path, 0644, bytes->p, bytes->len, err) ||
		    app_env(err);
	if (format == PDF && isatty(STDOUT_FILENO))
		return err_set(err, ERR_USAGE, "a PDF does not go to a terminal: "
		    "--out FILE.pdf");
	fwrite(bytes->p, 1, bytes->len, stdout);
	return true;
}

/* --format, else what --out ends in, else text (JSON where --json asks it). */
static int
format_of(const struct app *app, const struct args *args)
{
	const char *name = args_value(args, "format"), *path = args_value(args, "out");
	const char *point = path == NULL ? NULL : strrchr(path, '.');

	if (name == NULL && app->globals.json)
		return JSON;
	for (int f = 0; f < FORMATS; f++)
		if ((name != NULL && strcmp(name, format_names[f]) == 0) ||
		    (name == NULL && point != NULL &&
		    strcmp(point + 1, format_names[f]) == 0))
			return f;
	return name == NULL ? TEXT : -1;
}

static int
list(const struct app *app)
{
	struct json_out j;
	struct str line;

	str_init(&line);
	for (size_t i = 0; i < REPORTS; i++) {
		if (!app->globals.json) {
			printf("%-16s %s\n%-16s %s\n", reports[i].name,
			    reports[i].usage, "", reports[i].words);
			continue;
		}
		json_begin(&j, &line);
		json_object(&j);
		json_kv(&j, "name", reports[i].name);
		json_kv(&j, "usage", reports[i].usage);
		json_kv(&j, "words", reports[i].words);
		json_object_end(&j);
		print_json(&line);
	}
	str_done(&line);
	return EXIT_DONE;
}

static int
make(struct app *app, const struct args *args, size_t report)
{
	int format = format_of(app, args);
	struct str bytes;
	struct err err;
	bool ok;

	if (format < 0)
		return app_usage(args->command,
		    "--format is text, csv, json or pdf, not \"%s\"",
		    args_value(args, "format"));
	str_init(&bytes);
	ok = reports[report].make(app, args, (enum format)format, &bytes, &err) &&
	    send(args, (enum format)format, &bytes, &err);
	str_done(&bytes);
	return ok ? EXIT_DONE : app_fail(&err);
}

static int
report_run(struct app *app, const struct args *args)
{
	if (args_has(args, "list") || args->n == 0)
		return list(app);
	for (size_t i = 0; i < REPORTS; i++)
		if (strcmp(reports[i].name, args->operands[0]) == 0)
			return make(app, args, i);
	return app_usage(args->command, "there is no report \"%s\" (--list names "
	    "them)", args->operands[0]);
}

static const struct option_row report_options[] = {
	{ "list", NULL, "which reports there are" },
	{ "order", "NUMBER", "packing-slip: of this order" },
	{ "kind", "SO|TRANSFER", "packing-slip: of this kind (SO)" },
	{ "carton", "SSCC", "carton-contents: of this carton or pallet" },
	{ "format", "text|csv|json|pdf", "what it is made as (else by --out's ending)" },
	{ "out", "FILE", "into a file (else to standard output)" },
	{ NULL, NULL, NULL }
};

const struct command cmd_report = {
	.name = "report", .usage = "NAME [OPTION]... | --list",
	.words = "Make a report: a packing slip, a bill of contents, failing labels.",
	.options = report_options, .min = 0, .max = 1, .needs = NEEDS_READING,
	.permission = ANYBODY, .run = report_run,
};
