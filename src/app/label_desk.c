/*
 * label_desk.c - which printer takes the labels of which template here.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Flows know neither CUPS nor profiles: each template's printer is chosen here
 * for this station, once.  A printer whose format is left to its queue is taken
 * for one that gets PDF: CUPS is not asked, for it may be away while goods
 * come in.
 */
#include "agent/render.h"
#include "app/label_desk.h"
#include "base/xalloc.h"

static void
add(struct app *app, const char *template_name)
{
	const struct print_settings *s = &app->settings.print;
	const struct printer_profile *p = profile_choose(s->printers, s->n,
	    template_name, ledger_station(app->ledger));
	struct station_printer *to = &app->desk[app->station.n_printers];

	if (p == NULL)
		return;
	str_copy(to->template_name, sizeof to->template_name, template_name);
	str_copy(to->name, sizeof to->name, p->name);
	agent_label_profile(p, p->format == FORMAT_ZPL ? FORMAT_ZPL : FORMAT_PDF,
	    &to->profile);
	app->station.n_printers++;
}

bool
label_desk(struct app *app, struct err *err)
{
	size_t n;

	if (app->settings.print.n == 0 || app->desk != NULL)
		return true;
	if (!app_labels(app, err))
		return false;
	n = labels_count(app->labels);
	app->desk = xcalloc(n, sizeof *app->desk);
	app->station.labels = app->labels;
	app->station.printers = app->desk;
	for (size_t i = 0; i < n; i++)
		add(app, label_info(labels_at(app->labels, i))->name);
	return true;
}
