/*
 * cmd_jobs.c - the print outbox: what waits, what became of it, what a person
 * decides.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "app/cmd.h"
#include "app/label_queue.h"
#include "app/list.h"
#include "base/clock.h"
#include "ledger/print_outbox.h"

static const struct print_column columns[] = {
	{ "ID", 6 }, { "STATE", 9 }, { "SINCE", 16 }, { "LABEL", 12 },
	{ "PRINTER", 14 }, { "N", 3 }, { "UNIT", 24 }, { "DETAIL", 0 },
};

static bool
page(struct ledger *l, const void *filter, const void *last, void *rows,
    size_t max, size_t *n, struct err *err)
{
	const struct print_row *row = last;
	const bool *open = filter;

	return ledger_print_page(l, *open, row == NULL ? 0 : row->id, rows, max, n,
	    err);
}

static void
row_text(const void *of, struct list_cells *cells)
{
	const struct print_row *row = of;

	list_number(cells, 0, row->id);
	list_text(cells, 1, print_state_word(row->state));
	clock_local(row->made_at, cells->text[2]);
	list_text(cells, 3, row->template_name);
	list_text(cells, 4, row->printer[0] == '\0' ? "-" : row->printer);
	list_number(cells, 5, row->copies);
	str_print(cells->text[6], LIST_CELL_SIZE, "%s %s", row->item, row->serial);
	if (row->item[0] == '\0')
		list_text(cells, 6, "-");
	list_text(cells, 7, row->detail);
}

static void
unit_json(const struct print_row *row, struct json_out *j)
{
	json_key(j, "unit");
	if (row->item[0] == '\0') {
		json_null(j);
		return;
	}
	json_object(j);
	json_kv(j, "item", row->item);
	json_kv(j, "serial", row->serial);
	json_object_end(j);
}

static void
row_json(const void *of, struct json_out *j)
{
	const struct print_row *row = of;

	json_object(j);
	json_kv_int(j, "id", row->id);
	json_kv(j, "template", row->template_name);
	json_kv_opt(j, "printer", row->printer);
	json_kv_int(j, "copies", row->copies);
	json_kv(j, "state", print_state_word(row->state));
	json_kv_opt(j, "detail", row->detail);
	json_kv_time(j, "created_at", row->made_at);
	json_kv_time(j, "changed_at", row->changed_at);
	unit_json(row, j);
	json_kv_int(j, "copy", row->copy_no);
	json_kv_opt(j, "reason", row->reason);
	json_kv(j, "operator", row->operator);
	json_kv_int(j, "attempts", row->attempts);
	json_object_end(j);
}

static const struct lister lister = { columns,
    sizeof columns / sizeof columns[0], sizeof(struct print_row), page, NULL,
    row_text, row_json };

/* --- what a person decides ----------------------------------------------------- */

struct decision {
	int64_t id;
	const char *reason;
	int64_t others;		/* labels of the same job */
};

static bool
retry(struct ledger *l, void *ctx, struct err *err)
{
	const struct decision *d = ctx;

	return ledger_print_retry(l, d->id, d->reason, BY_KEYS, err);
}

static bool
cancel(struct ledger *l, void *ctx, struct err *err)
{
	struct decision *d = ctx;

	return ledger_print_cancel(l, d->id, &d->others, err);
}

static bool
hold(struct ledger *l, void *ctx, struct err *err)
{
	const struct decision *d = ctx;

	return ledger_print_hold(l, d->id, err);
}

static bool
confirm(struct ledger *l, void *ctx, struct err *err)
{
	const struct decision *d = ctx;

	return ledger_print_confirm(l, d->id, BY_KEYS, err);
}

static const struct {
	const char *option;
	bool (*act)(struct ledger *, void *ctx, struct err *);
} acts[] = {
	{ "retry", retry }, { "cancel", cancel }, { "hold", hold },
	{ "confirm", confirm },
};

static bool
read_id(const char *text, int64_t *id)
{
	char *end;

	errno = 0;
	*id = strtoll(text, &end, 10);
	return errno == 0 && end != text && *end == '\0' && *id > 0;
}

int
jobs_show(struct app *app, int64_t id)
{
	struct list_cells cells = { .text = { "" } };
	struct print_row row;
	struct str line;
	struct json_out j;
	struct err err;

	if (ledger_print_row(app->ledger, id, &row, &err) <= 0)
		return app_fail(&err);
	if (!app->globals.json) {
		row_text(&row, &cells);
		printf("%s %s %s%s%s\n", cells.text[0], cells.text[3], cells.text[1],
		    row.detail[0] == '\0' ? "" : ": ", row.detail);
		return EXIT_DONE;
	}
	str_init(&line);
	json_begin(&j, &line);
	row_json(&row, &j);
	print_json(&line);
	str_done(&line);
	return EXIT_DONE;
}

static int
decide(struct app *app, const struct args *args, size_t which, const char *value)
{
	struct decision d = { .reason = args_value(args, "reason") };
	struct err err;

	if (d.reason == NULL)
		d.reason = "";
	if (!read_id(value, &d.id))
		return app_usage(args->command, "--%s takes the number of a label, "
		    "not \"%s\"", acts[which].option, value);
	if (!app_act(app, acts[which].act, &d, &err))
		return app_fail(&err);
	if (d.others > 0)
		fprintf(stderr, "dockledger: %lld other labels travel in the same "
		    "print job and stop with it\n", (long long)d.others);
	return jobs_show(app, d.id);
}

static int
jobs_run(struct app *app, const struct args *args)
{
	bool open = args_has(args, "open"), decided = false;
	int status = EXIT_DONE;

	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
		const char *value;

		for (size_t k = 0; (value = args_nth(args, acts[i].option, k)) !=
		    NULL; k++) {
			int one = decide(app, args, i, value);

			decided = true;
			status = one > status ? one : status;
		}
	}
	return decided ? status : list_print(app, &lister, &open);
}

static const struct option_row jobs_options[] = {
	{ "open", NULL, "only labels that wait, are on their way or need a person" },
	{ "retry", "ID", "let a failed, unknown, cancelled or held label wait again" },
	{ "cancel", "ID", "cancel a label; one on its way with its whole print job" },
	{ "hold", "ID", "keep a waiting label from printing until it is retried" },
	{ "confirm", "ID", "it is in your hand" },
	{ "reason", "TEXT", "why it is printed again" },
	{ NULL, NULL, NULL }
};

const struct command cmd_jobs = {
	.name = "jobs",
	.usage = "[--open] | --retry ID [--reason TEXT] | --cancel ID | --hold ID | "
	    "--confirm ID",
	.words = "List the labels that were asked for and how far they are; decide "
	    "about one.",
	.options = jobs_options, .needs = NEEDS_WRITING,
	.permission = ANYBODY, .run = jobs_run,
};
