/*
 * label_queue.c - a label into the print outbox.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The label is drawn once here, for the printer it is meant for: what cannot
 * be printed is refused where somebody reads it.
 */
#include <string.h>
#include "agent/render.h"
#include "app/agent_start.h"
#include "app/label_queue.h"
#include "flow/label_given.h"
#include "ledger/print_request.h"

bool
label_queue_open(struct app *app, struct err *err)
{
	return app_open(app, NEEDS_WRITING, err) && app_identify(app, err);
}

static void
say(const char *printer, const char *words)
{
	fprintf(stderr, "dockledger: %s: %s; the label waits here\n", printer, words);
}

/* The printer's profile, and the format its queue takes. */
static bool
find_printer(struct app *app, const char *name, struct printer_profile *p,
    enum print_format *format, struct err *err)
{
	const struct print_settings *s = &app->settings.print;
	const struct printer_profile *known = profile_find(s->printers, s->n, name);
	struct spooler *cups = cups_spooler();
	struct queue_view view = { .raw = false };
	struct trouble trouble = { .stands = false };
	bool there;

	if (known != NULL)
		*p = *known;
	else
		profile_of_queue(name, p);
	there = cups->is->queue(cups, p->queue, &view, err);
	spooler_close(cups);
	*format = p->format != FORMAT_AUTO ? p->format :
	    view.raw ? FORMAT_ZPL : FORMAT_PDF;
	if (!there && err->kind == ERR_ABSENT)
		return false;
	if (!there)
		str_copy(trouble.words, sizeof trouble.words, err->what);
	else
		trouble_of_queue(&view, &trouble);
	if (!there || trouble.stands)
		say(name, trouble.words);
	return true;
}

/* Could this printer print it? */
static bool
try_it(const struct label *label, const struct label_values *values,
    const struct printer_profile *p, enum print_format format, struct err *err)
{
	struct label_values once = *values;
	struct label_profile profile;
	struct str scratch;
	bool ok;

	once.copies = 1;
	agent_label_profile(p, format, &profile);
	str_init(&scratch);
	ok = label_render(label, &profile, format == FORMAT_ZPL ? LABEL_ZPL :
	    LABEL_PDF, &once, 1, &scratch, err);
	str_done(&scratch);
	return ok;
}

struct request { struct print_request r; int64_t id; };

static bool
add(struct ledger *l, void *ctx, struct err *err)
{
	struct request *r = ctx;

	return ledger_print_request(l, &r->r, &r->id, err);
}

static const char *
or_empty(const char *text)
{
	return text == NULL ? "" : text;
}

static bool
queue(struct app *app, const struct args *args, const struct label *label,
    const struct label_values *values, int64_t *id, struct err *err)
{
	struct request request = { .r = {
	    .template_name = label_info(label)->name,
	    .template_text = label_info(label)->text, .copies = values->copies,
	    .printer = args_value(args, "printer"),
	    .item = or_empty(args_value(args, "unit")),
	    .serial = or_empty(args_second(args, "unit")),
	    .reason = or_empty(args_value(args, "reason")), .entry = BY_KEYS } };
	struct str fields;
	bool ok;

	str_init(&fields);
	label_given_fields(values, &fields);
	request.r.fields = fields.p;
	ok = app_act(app, add, &request, err);
	str_done(&fields);
	*id = request.id;
	return ok;
}

int
label_queue(struct app *app, const struct args *args, const struct label *label,
    const struct label_values *values)
{
	const char *name = args_value(args, "printer");
	struct printer_profile p;
	enum print_format format;
	struct err err;
	int64_t id;

	if (strlen(name) >= QUEUE_SIZE || name[0] == '\0')
		return app_usage(args->command, "--printer names a printer");
	if (!find_printer(app, name, &p, &format, &err) ||
	    !try_it(label, values, &p, format, &err) ||
	    !queue(app, args, label, values, &id, &err))
		return app_fail(&err);
	if (!agent_is_here(app))
		fputs("dockledger: no worker is here; 'dockledger agent' prints what "
		    "waits\n", stderr);
	return jobs_show(app, id);
}
