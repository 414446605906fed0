/*
 * cmd_printers.c - the printers of this site, and the queues of CUPS.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A line for each printer of dockledger.conf, then one for each queue that
 * none of them names: any queue can be printed to by its name.
 */
#include <string.h>
#include "app/cmd.h"
#include "print/profile.h"

static const struct print_column columns[] = {
	{ "PRINTER", 16 }, { "QUEUE", 16 }, { "FORMAT", 6 }, { "STATE", 8 },
	{ "LABELS", 24 }, { "DETAIL", 0 },
};

/* A printer as it is shown. */
struct shown {
	const struct printer_profile *profile;
	const struct queue_view *queue;	/* NULL: there is none, or nobody answers */
	bool cups;			/* CUPS answers */
	char detail[300];
	const char *state;
};

static const struct queue_view *
find_queue(const struct queue_views *queues, const char *name)
{
	for (size_t i = 0; i < queues->n; i++)
		if (strcmp(queues->at[i].name, name) == 0)
			return &queues->at[i];
	return NULL;
}

static void
judge(struct shown *s)
{
	struct trouble trouble;

	s->detail[0] = '\0';
	if (s->queue == NULL) {
		s->state = s->cups ? "absent" : "away";
		str_copy(s->detail, sizeof s->detail, s->cups ?
		    "CUPS has no such queue" : "the print server does not answer");
		return;
	}
	trouble_of_queue(s->queue, &trouble);
	s->state = trouble.stands ? "trouble" :
	    s->queue->state == QUEUE_PRINTING ? "printing" : "ready";
	str_copy(s->detail, sizeof s->detail, trouble.words);
}

static const char *
format_of(const struct shown *s)
{
	if (s->profile->format == FORMAT_AUTO && s->queue != NULL)
		return s->queue->raw ? "zpl" : "pdf";
	return print_format_name(s->profile->format);
}

static void
templates_json(const char *words, struct json_out *j)
{
	json_key(j, "templates");
	json_array(j);
	for (const char *p = words; *p != '\0'; ) {
		size_t n;

		p += strspn(p, " ");
		n = strcspn(p, " ");
		if (n > 0)
			json_textn(j, p, n);
		p += n;
	}
	json_array_end(j);
}

static void
as_json(const struct shown *s, struct str *line)
{
	struct json_out j;

	json_begin(&j, line);
	json_object(&j);
	json_kv(&j, "name", s->profile->name);
	json_kv(&j, "queue", s->profile->queue);
	json_kv(&j, "format", format_of(s));
	json_kv(&j, "state", s->state);
	json_kv_opt(&j, "detail", s->detail);
	json_key(&j, "accepting");
	if (s->queue == NULL)
		json_null(&j);
	else
		json_bool(&j, s->queue->accepting);
	json_kv_opt(&j, "info", s->queue == NULL ? "" : s->queue->info);
	json_kv_opt(&j, "reasons", s->queue == NULL ? "" : s->queue->reasons);
	json_kv_opt(&j, "message", s->queue == NULL ? "" : s->queue->message);
	json_kv_opt(&j, "media", s->profile->media);
	json_kv_bool(&j, "default", s->profile->is_default);
	templates_json(s->profile->templates, &j);
	json_object_end(&j);
	print_json(line);
}

static void
print_one(const struct app *app, struct shown *s, struct str *line)
{
	const char *templates = s->profile->templates;
	const char *cells[] = { s->profile->name, s->profile->queue, format_of(s),
	    NULL, templates[0] == '\0' ? "any" : templates + 1, NULL };

	judge(s);
	cells[3] = s->state;
	cells[5] = s->detail;
	if (app->globals.json)
		as_json(s, line);
	else
		print_row(columns, sizeof columns / sizeof columns[0], cells);
}

static void
print_all(const struct app *app, const struct queue_views *queues, bool cups)
{
	const struct print_settings *p = &app->settings.print;
	struct printer_profile bare;
	struct shown s = { .cups = cups };
	struct str line;

	str_init(&line);
	if (!app->globals.json)
		print_head(columns, sizeof columns / sizeof columns[0]);
	for (size_t i = 0; i < p->n; i++) {
		s.profile = &p->printers[i];
		s.queue = find_queue(queues, p->printers[i].queue);
		print_one(app, &s, &line);
	}
	for (size_t i = 0; i < queues->n; i++) {
		if (profile_find(p->printers, p->n, queues->at[i].name) != NULL)
			continue;
		profile_of_queue(queues->at[i].name, &bare);
		bare.is_default = p->n == 0 && queues->at[i].is_default;
		s.profile = &bare;
		s.queue = &queues->at[i];
		print_one(app, &s, &line);
	}
	str_done(&line);
}

static int
printers_run(struct app *app, const struct args *args)
{
	struct spooler *cups = cups_spooler();
	struct queue_views queues;
	struct err err;
	bool ok = cups_queues(cups, &queues, &err);

	(void)args;
	print_all(app, &queues, ok);
	vec_done(&queues);
	spooler_close(cups);
	return ok ? EXIT_DONE : app_fail(&err);
}

const struct command cmd_printers = {
	.name = "printers", .usage = "",
	.words = "List the printers and print queues, and how they are.",
	.needs = NEEDS_SETTINGS, .permission = ANYBODY, .run = printers_run,
};
