/*
 * cmd_trace.c - all that is known of one unit.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/cmd.h"
#include "base/clock.h"
#include "report/trace.h"
#include "report/unit_json.h"

static void
say(const char *label, const char *value)
{
	if (value[0] != '\0')
		printf("  %-14s %s\n", label, value);
}

static void
say_time(const char *label, int64_t ms)
{
	char text[17];

	clock_local(ms, text);
	say(label, ms == 0 ? "" : text);
}

static void
print_unit(const struct trace *t)
{
	const struct unit *u = &t->unit;
	char held[96];

	holds_words(u->holds, held, sizeof held);
	printf("%s %s, %s%s%s\n", u->item, u->serial,
	    unit_status_name(u->status), held[0] == '\0' ? "" : ", held: ", held);
	say("item", t->item_name);
	say("GTIN", t->gtin);
	say("bin", u->bin);
	say("lot", u->lot);
	say("made on", u->made_on);
	say("made in", u->country);
	say("expires on", u->expires_on);
	say("came on", u->in_order);
	say("promised to", u->out_order);
	say("carton", u->carton);
	say("party", u->party);
	say("owner", u->owner);
	say_time("received", u->received_at);
	say_time("shipped", u->shipped_at);
	say("warranty until", u->warranty_until);
	if (u->parent_serial[0] != '\0')
		printf("  %-14s %s %s\n", "in", u->parent_item, u->parent_serial);
	for (size_t i = 0; i < t->children.n; i++)
		printf("  %-14s %s %s\n", "holds", t->children.at[i].item,
		    t->children.at[i].serial);
}

static void
print_event(const struct trace_event *e)
{
	const struct event_body *b = &e->event.body;
	char at[17], note[NOTE_SIZE];

	clock_local(e->event.at, at);
	event_note(&e->event, note);
	printf("%s  %-18s %s@%s %s", at, event_type_name(e->event.type),
	    e->event.operator, e->event.station,
	    event_entry_name(e->event.entry));
	if (b->bin[0] != '\0')
		printf(", bin %s", b->bin);
	if (b->order[0] != '\0')
		printf(", %s", b->order);
	printf("%s%s%s\n", note[0] == '\0' ? "" : ", ", note,
	    e->undone ? "  (taken back)" : "");
}

static void
print_incident(const struct incident *i)
{
	printf("incident %s: %s%s%s\n", i->key, i->detail,
	    i->open ? " (open)" : ", settled: ", i->open ? "" : i->outcome);
}

static void
print_text(const struct trace *t)
{
	print_unit(t);
	for (size_t i = 0; i < t->events.n; i++)
		print_event(&t->events.at[i]);
	for (size_t i = 0; i < t->incidents.n; i++)
		print_incident(&t->incidents.at[i]);
}

static void
print_as_json(const struct trace *t)
{
	struct json_out j;
	struct str line;

	str_init(&line);
	json_begin(&j, &line);
	trace_json(t, &j);
	print_json(&line);
	str_done(&line);
}

static int
trace_run(struct app *app, const struct args *args)
{
	const char *item = args->n == 2 ? args->operands[0] : "";
	struct trace trace;
	struct err err;

	if (!trace_read(app->ledger, item, args->operands[args->n - 1], &trace,
	    &err))
		return app_fail(&err);
	if (app->globals.json)
		print_as_json(&trace);
	else
		print_text(&trace);
	trace_done(&trace);
	return EXIT_DONE;
}

const struct command cmd_trace = {
	.name = "trace", .usage = "[ITEM] SERIAL",
	.words = "Say all that is known of a unit: state, events, incidents.",
	.min = 1, .max = 2, .needs = NEEDS_READING,
	.permission = ANYBODY, .run = trace_run,
};
