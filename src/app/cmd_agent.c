/*
 * cmd_agent.c - the worker in the background, as a command.
 * SPDX-License-Identifier: Apache-2.0
 *
 * It runs until it is told to stop (SIGTERM, SIGINT), under systemd or by
 * hand; the full-screen station starts one by itself when none is here
 * (agent_start.c).  With --once it does what can be done now and ends.
 */
#include <signal.h>
#include <string.h>
#include "agent/agent.h"
#include "agent/render.h"
#include "app/cmd.h"
#include "base/log.h"

static void
on_stop(int sig)
{
	(void)sig;
	agent_stop();
}

static void
catch_signals(void)
{
	struct sigaction act = { .sa_handler = on_stop };

	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGINT, &act, NULL);
	sigaction(SIGHUP, &act, NULL);
}

static void
report_json(const struct agent_report *r)
{
	struct json_out j;
	struct str line;

	str_init(&line);
	json_begin(&j, &line);
	json_object(&j);
	json_kv_int(&j, "jobs", r->jobs);
	json_kv_int(&j, "printed", r->sent);
	json_kv_int(&j, "failed", r->failed);
	json_kv_int(&j, "unknown", r->unknown);
	json_kv_int(&j, "waiting", r->waiting);
	json_kv_int(&j, "on_way", r->on_way);
	json_kv_opt(&j, "trouble", r->trouble);
	json_object_end(&j);
	print_json(&line);
	str_done(&line);
}

/* What is left, and what that means to whoever asked. */
static int
ended(const struct app *app, const struct agent_report *r)
{
	struct err err;

	if (app->globals.json)
		report_json(r);
	else
		printf("%lld print jobs; labels: %lld printed, %lld failed, "
		    "%lld unknown, %lld wait, %lld on their way\n",
		    (long long)r->jobs, (long long)r->sent, (long long)r->failed,
		    (long long)r->unknown, (long long)r->waiting,
		    (long long)r->on_way);
	if (r->waiting > 0 || (r->on_way > 0 && r->trouble[0] != '\0')) {
		err_set(&err, ERR_AWAY, "%lld labels are not printed",
		    (long long)(r->waiting + r->on_way));
		err_detail(&err, "%s", r->trouble);
		err_hint(&err, "They are kept and print when the printer can.");
		return app_fail(&err);
	}
	if (r->failed + r->unknown == 0)
		return EXIT_DONE;
	fputs("dockledger: a person must look at the labels that failed "
	    "('dockledger jobs --open' lists them)\n", stderr);
	return EXIT_REFUSED;
}

static int
agent_command(struct app *app, const struct args *args)
{
	const struct print_settings *p = &app->settings.print;
	struct spooler *cups = cups_spooler();
	struct agent_options o;
	struct agent_report report;
	struct err err;
	bool ok;

	agent_options_init(&o);
	o.profiles = p->printers;
	o.n_profiles = p->n;
	o.station = ledger_station(app->ledger);
	o.batch = p->batch;
	o.linger_ms = p->linger_ms;
	o.jobs = p->jobs;
	o.once = args_has(args, "once");
	o.while_screens = args_has(args, "while-screens");
	o.render = agent_render_labels;
	ok = args_value(args, "log") == NULL ||
	    log_open(args_value(args, "log"), &err);
	catch_signals();
	ok = ok && agent_run(ledger_store(app->ledger), cups, &o, &report, &err);
	spooler_close(cups);
	if (!ok)
		log_err(&err);
	log_close();
	return !ok ? app_fail(&err) : o.once ? ended(app, &report) : EXIT_DONE;
}

static const struct option_row agent_options[] = {
	{ "once", NULL, "do what can be done now, and end" },
	{ "log", "FILE", "what it does, a line each (- is standard error)" },
	{ "while-screens", NULL, "end when no screen is open and all is settled" },
	{ NULL, NULL, NULL }
};

const struct command cmd_agent = {
	.name = "agent", .usage = "[--once] [--log FILE]",
	.words = "Print the labels that wait; one a station, in the background.",
	.options = agent_options, .needs = NEEDS_WRITING,
	.permission = ANYBODY, .run = agent_command,
};
