/*
 * app.c - starting and stopping: settings, database, forms, acts.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "app/app.h"
#include "app/demo.h"
#include "app/label_desk.h"
#include "base/clock.h"
#include "domain/date.h"

#define KIB_PER_MIB 1024

void
app_init(struct app *app)
{
	memset(app, 0, sizeof *app);
	settings_init(&app->settings);
}

/* Who leaves empties the log, when it is long and nobody works: what a
 * command has done is on the disk either way. */
void
app_done(struct app *app)
{
	struct err err;

	if (app->ledger != NULL && !store_idle(ledger_store(app->ledger), &err))
		app_fail(&err);
	ledger_close(app->ledger);
	if (app->forms != NULL)
		forms_free(app->forms);
	free(app->desk);
	labels_free(app->labels);
	label_end();
	app->ledger = NULL;
	app->forms = NULL;
	app->labels = NULL;
	app->desk = NULL;
}

bool
app_settings(struct app *app, struct err *err)
{
	struct str path;
	bool ok = true;

	str_init(&path);
	if (path_config(&app->globals, &path))
		ok = settings_read(&app->settings, path.p, err) || app_env(err);
	str_done(&path);
	return ok;
}

/* A PIN is tried only where a wrong one can be written down. */
bool
app_open(struct app *app, enum needs needs, struct err *err)
{
	bool reading = needs == NEEDS_READING && app->globals.pin_file == NULL;
	struct str path;
	bool ok;

	assert(app->ledger == NULL && needs >= NEEDS_READING);
	str_init(&path);
	ok = path_database(&app->globals, &path, err) &&
	    ledger_open(&app->ledger, path.p, reading,
	    app->settings.cache_mib * KIB_PER_MIB, err);
	str_done(&path);
	return ok || app_env(err);
}

bool
app_env(struct err *err)
{
	if (err->kind == ERR_ABSENT)
		err->kind = ERR_ENV;
	return false;
}

bool
app_may(const struct app *app, enum permission permission, struct err *err)
{
	if (role_may(app->worker.role, permission))
		return true;
	err_code(err, ERR_DENIED, "operator.permission", "%s may not do this",
	    app->worker.badge);
	err_detail(err, "\"%s\" is for the role %s and above",
	    permission_name(permission),
	    role_name(permission_least_role(permission)));
	return err_hint(err, "Name somebody who may with --operator.");
}

static void
complain(void *ctx, const struct err *err)
{
	(void)ctx;
	app_fail(err);
}

bool
app_forms(struct app *app, struct err *err)
{
	const char *folder = app->settings.forms;

	return app->forms != NULL || forms_load(&app->forms,
	    folder[0] == '\0' ? NULL : folder, complain, NULL, err);
}

bool
app_labels(struct app *app, struct err *err)
{
	const char *folder = app->settings.labels;

	return app->labels != NULL || labels_load(&app->labels,
	    folder[0] == '\0' ? NULL : folder, complain, NULL, err);
}

int
app_year(void)
{
	char today[CLOCK_DATE_SIZE];
	int year;

	clock_today(today);
	date_split(today, &year, NULL, NULL);
	return year;
}

bool
app_station(struct app *app, const char *terminal, struct err *err)
{
	struct station *s = &app->station;

	assert(app->ledger != NULL);
	if (!app_forms(app, err))
		return false;
	s->ledger = app->ledger;
	s->forms = app->forms;
	scan_options_init(&s->scan_options, app_year());
	s->scan_options.gs_substitute = app->settings.gs_substitute;
	str_copy(s->terminal, sizeof s->terminal, terminal);
	s->lock_wait_ms = -1;
	s->pins_needed = app->settings.pins;
	s->sscc = app->settings.sscc;
	str_copy(s->site, sizeof s->site, app->settings.site);
	return label_desk(app, err);
}

bool
app_is_demo(struct app *app, bool *demo, struct err *err)
{
	struct store *s = ledger_store(app->ledger);
	int rc = store_first(s, Q_SETTING_GET, err, "t", "label");

	*demo = rc > 0 && strcmp(store_text(s, Q_SETTING_GET, 0), DEMO_LABEL) == 0;
	if (rc > 0)
		store_end(s, Q_SETTING_GET);
	return rc >= 0;
}

bool
app_act(struct app *app, bool (*act)(struct ledger *, void *, struct err *),
    void *ctx, struct err *err)
{
	if (!ledger_begin(app->ledger, -1, err))
		return false;
	if (act(app->ledger, ctx, err))
		return ledger_commit(app->ledger, err);
	ledger_rollback(app->ledger);
	return false;
}
