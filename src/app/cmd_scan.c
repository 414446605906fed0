/*
 * cmd_scan.c - a flow driven from standard input.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One scan a line, one verdict a scan, flushed before the next line is read.
 * When the input ends in the middle of an act, what was scanned of it is let
 * go and said on stderr: nothing of it was booked, and nobody comes back to a
 * pipe to finish it (the full-screen station keeps such work).
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "app/cmd.h"
#include "app/lines.h"
#include "base/xalloc.h"

struct drive {
	struct app *app;
	struct flow *flow;
	enum scan_entry entry;
	bool refused;
	struct str line;
};

/* "STATION-SEQ" of an event this station made just now. */
static void
event_name(struct drive *d, int64_t id, char *out, size_t size)
{
	str_print(out, size, "%s-%lld", ledger_station(d->app->ledger),
	    (long long)(id & ((INT64_C(1) << 40) - 1)));
}

static void
events_json(struct drive *d, const struct verdict *v, struct json_out *j)
{
	char id[CODE_SIZE + 24];
	size_t n = v->n_events < VERDICT_EVENTS_MAX ? v->n_events :
	    VERDICT_EVENTS_MAX;

	json_key(j, "events");
	json_array(j);
	for (size_t i = 0; i < n; i++) {
		event_name(d, v->events[i].id, id, sizeof id);
		json_object(j);
		json_kv(j, "type", event_type_name(v->events[i].type));
		json_kv_opt(j, "item", v->events[i].item);
		json_kv(j, "serial", v->events[i].subject);
		json_kv(j, "id", id);
		json_object_end(j);
	}
	json_array_end(j);
}

static void
say_json(struct drive *d, const struct verdict *v)
{
	struct json_out j;

	json_begin(&j, &d->line);
	json_object(&j);
	json_kv(&j, "verdict", verdict_name(v->kind));
	json_kv(&j, "code", v->code);
	json_kv(&j, "text", v->text);
	json_kv(&j, "prompt", v->prompt);
	json_key(&j, "slots");
	flow_slots_json(d->flow, &j);
	events_json(d, v, &j);
	json_kv_int(&j, "events_in_all", (int64_t)v->n_events);
	json_kv_opt(&j, "detail", v->detail);
	json_kv_opt(&j, "hint", v->hint);
	json_object_end(&j);
	print_json(&d->line);
}

/* One line, whatever was scanned. */
static void
say_field(const char *text, char end)
{
	for (; *text != '\0'; text++)
		putchar((unsigned char)*text < ' ' ? ' ' : *text);
	putchar(end);
}

static bool
say(struct drive *d, const struct verdict *v)
{
	d->refused = d->refused || v->kind == VERDICT_REFUSE;
	if (d->app->globals.json) {
		say_json(d, v);
	} else {
		say_field(verdict_name(v->kind), '\t');
		say_field(v->code, '\t');
		say_field(v->text, '\t');
		say_field(v->prompt, '\n');
	}
	return fflush(stdout) == 0;
}

static bool
written(struct err *err)
{
	err_set(err, ERR_ENV, "could not write a verdict");
	err_detail(err, "%s", strerror(errno));
	return err_hint(err, "The act it is about is booked: see the unit's trace.");
}

/* What is wanted now. */
static bool
prompt_of(const struct drive *d, char *out, size_t size, struct err *err)
{
	struct flow_view *view = xcalloc(1, sizeof *view);
	bool ok = flow_view(d->flow, view, err);

	str_copy(out, size, view->prompt);
	free(view);
	return ok;
}

/* A line that is no scan: its escape means nothing. */
static bool
refuse_line(struct drive *d, const struct lines *lines, struct err *err)
{
	struct verdict v = { .kind = VERDICT_REFUSE };

	str_copy(v.code, sizeof v.code, "code.syntax");
	str_print(v.text, sizeof v.text,
	    "line %zu, column %zu: a backslash is followed by xHH or a backslash",
	    lines->number, lines->column);
	return prompt_of(d, v.prompt, sizeof v.prompt, err) &&
	    (say(d, &v) || written(err));
}

static bool
feed(struct drive *d, const struct str *bytes, struct err *err)
{
	struct scan_in in = { bytes->p, bytes->len, d->entry, 0 };
	struct verdict v;

	return flow_feed(d->flow, &in, &v, err) &&
	    (say(d, &v) || written(err)) &&
	    store_idle(ledger_store(d->app->ledger), err);
}

static bool
feed_all(struct drive *d, struct err *err)
{
	struct lines lines;
	bool ok = true;

	lines_init(&lines, stdin);
	while (ok) {
		enum line_kind kind = lines_next(&lines);

		if (kind == LINE_END)
			break;
		if (kind == LINE_SCAN)
			ok = feed(d, &lines.bytes, err);
		else if (kind == LINE_WRONG)
			ok = refuse_line(d, &lines, err);
		else
			ok = err_set(err, ERR_ENV, "could not read the scans");
	}
	lines_done(&lines);
	return ok;
}

static bool
set_slot(struct drive *d, const char *given, struct err *err)
{
	const char *equals = strchr(given, '=');
	struct verdict v;
	char name[64];

	if (equals == NULL || equals == given) {
		err_set(err, ERR_USAGE, "--slot takes NAME=VALUE, not \"%s\"", given);
		return false;
	}
	str_copyn(name, sizeof name, given, (size_t)(equals - given));
	if (!flow_set(d->flow, name, equals + 1, &v, err))
		return false;
	if (v.kind != VERDICT_REFUSE && v.kind != VERDICT_ASK)
		return true;
	err_code(err, ERR_INPUT, v.code, "%s", v.code);
	err_detail(err, "%s", v.text);
	return err_hint(err, "Nothing was scanned.");
}

static bool
set_slots(struct drive *d, const struct args *args, struct err *err)
{
	const char *given;

	for (size_t i = 0; (given = args_nth(args, "slot", i)) != NULL; i++)
		if (!set_slot(d, given, err))
			return false;
	return true;
}

/* Say what is let go: slots of an act that were filled and not committed. */
static void
tell_unfinished(struct drive *d)
{
	struct flow_view *view = xcalloc(1, sizeof *view);
	struct err err;

	if (flow_view(d->flow, view, &err))
		for (size_t i = 0; i < view->n_slots; i++)
			if (view->slots[i].value[0] != '\0' &&
			    !view->slots[i].sticky && strcmp(flow_name(d->flow),
			    "lookup") != 0)
				fprintf(stderr, "dockledger: the input ended in the "
				    "middle of an act: %s %s is not booked\n",
				    view->slots[i].name, view->slots[i].value);
	free(view);
}

static int
drive(struct drive *d, const struct args *args, const char *name)
{
	struct err err;
	bool ok;

	if (!app_station(d->app, "pipe", &err) || !flow_open(&d->flow,
	    &d->app->station, name, &d->app->worker, &err))
		return app_fail(&err);
	str_init(&d->line);
	ok = set_slots(d, args, &err) && feed_all(d, &err);
	if (ok)
		tell_unfinished(d);
	flow_close(d->flow, false);
	str_done(&d->line);
	if (!ok)
		return app_fail(&err);
	return d->refused ? EXIT_REFUSED : EXIT_DONE;
}

static int
scan_run(struct app *app, const struct args *args)
{
	struct drive d = { .app = app, .entry = ENTRY_FILE };
	const char *as = args_value(args, "as");

	if (as != NULL && strcmp(as, "scanned") == 0)
		d.entry = ENTRY_SCANNED;
	else if (as != NULL && strcmp(as, "keyed") == 0)
		d.entry = ENTRY_KEYED;
	else if (as != NULL)
		return app_usage(args->command,
		    "--as takes scanned or keyed, not \"%s\"", as);
	return drive(&d, args, args->operands[0]);
}

static const struct option_row scan_options[] = {
	{ "slot", "NAME=VALUE", "fill a slot first; may be given again" },
	{ "as", "scanned|keyed", "how the scans are recorded (else: from a file)" },
	{ NULL, NULL, NULL }
};

const struct command cmd_scan = {
	.name = "scan",
	.usage = "FLOW [--slot NAME=VALUE]... [--as scanned|keyed]",
	.words = "Drive a flow from standard input: a scan a line, a verdict a line.",
	.options = scan_options, .min = 1, .max = 1, .needs = NEEDS_WRITING,
	.permission = ANYBODY, .run = scan_run,
};
