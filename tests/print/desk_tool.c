/*
 * desk_tool.c - labels asked for and printed without any drawing.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	desk_tool ask DB PRINTER FIRST LAST	labels <L001> to ..., one act
 *	desk_tool work DB [BATCH [PATIENCE_MS]]	the worker, once
 *	desk_tool follow DB [BATCH [LINGER_MS]]	the worker, until SIGTERM
 *
 * Printers are bare queues.  The worker is the real one, with CUPS; only what
 * a label looks like is ours, so that what came out can be counted in bytes.
 * DOCKLEDGER_FAULT is heard.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../support/desk.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/seal.h"

static int fail(const struct err *err)
{
	fprintf(stderr, "desk_tool: %s: %s\n", err->what, err->detail);
	return 3;
}

static bool ask(struct ledger *l, const char *printer, int first, int last,
    struct err *err)
{
	int64_t id;

	if (!ledger_begin(l, -1, err))
		return false;
	for (int i = first; i <= last; i++) {
		char fields[64];
		struct print_request r = { .template_name = "desk",
		    .template_text = "a line", .fields = fields, .copies = 1,
		    .printer = printer, .item = "", .serial = "", .reason = "",
		    .entry = BY_KEYS };

		str_print(fields, sizeof fields, "{\"serial\":\"L%03d\"}", i);
		if (!ledger_print_request(l, &r, &id, err))
			return false;
	}
	return ledger_commit(l, err);
}

static void on_term(int sig)
{
	(void)sig;
	agent_stop();
}

static int work(struct ledger *l, bool once, int batch, int ms)
{
	struct spooler *cups = cups_spooler();
	struct agent_options o;
	struct agent_report r;
	struct err err;
	bool ok;

	agent_options_init(&o);
	o.station = "T1";
	o.once = once;
	o.batch = batch;
	o.patience_ms = ms;
	o.round_ms = 30;
	o.linger_ms = ms;
	o.render = desk_render;
	signal(SIGTERM, on_term);
	ok = agent_run(ledger_store(l), cups, &o, &r, &err);
	spooler_close(cups);
	if (!ok)
		return fail(&err);
	printf("%lld jobs, %lld sent, %lld failed, %lld unknown, %lld wait, "
	    "%lld on their way: %s\n", (long long)r.jobs, (long long)r.sent,
	    (long long)r.failed, (long long)r.unknown, (long long)r.waiting,
	    (long long)r.on_way, r.trouble);
	return 0;
}

int main(int argc, char **argv)
{
	struct ledger *l;
	struct err err;
	int status = 0;

	fault_start();
	if (argc < 3)
		return 2;
	if (!seal_start(&err) || !ledger_open(&l, argv[2], false, 0, &err))
		return fail(&err);
	ledger_set_operator(l, "os:tester");
	if (getenv("DESK_LOG") != NULL && !log_open(getenv("DESK_LOG"), &err))
		return fail(&err);
	if (strcmp(argv[1], "ask") == 0 && argc == 6)
		status = ask(l, argv[3], atoi(argv[4]), atoi(argv[5]), &err) ? 0 :
		    fail(&err);
	else if (strcmp(argv[1], "work") == 0)
		status = work(l, true, argc > 3 ? atoi(argv[3]) : 40,
		    argc > 4 ? atoi(argv[4]) : 5000);
	else if (strcmp(argv[1], "follow") == 0)
		status = work(l, false, argc > 3 ? atoi(argv[3]) : 40,
		    argc > 4 ? atoi(argv[4]) : 50);
	ledger_close(l);
	return status;
}
