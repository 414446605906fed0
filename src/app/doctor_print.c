/*
 * doctor_print.c - checks of printing: CUPS, its queues, the worker, what waits.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>
#include "app/agent_start.h"
#include "app/doctor.h"
#include "base/file.h"
#include "ledger/print_outbox.h"

#define CONF_BYTES_MAX (1 << 20)

static const struct queue_view *
find_queue(const struct queue_views *queues, const char *name)
{
	for (size_t i = 0; i < queues->n; i++)
		if (strcmp(queues->at[i].name, name) == 0)
			return &queues->at[i];
	return NULL;
}

static void
look_at_printer(struct doctor *d, const struct printer_profile *p,
    const struct queue_views *queues)
{
	const struct queue_view *q = find_queue(queues, p->queue);
	struct trouble trouble;

	if (q == NULL) {
		doctor_say(d, HEALTH_BAD, "printer",
		    "Make the queue with lpadmin, or mend dockledger.conf.",
		    "%s: CUPS has no queue \"%s\"", p->name, p->queue);
		return;
	}
	trouble_of_queue(q, &trouble);
	if (trouble.words[0] != '\0')
		doctor_say(d, HEALTH_WARN, "printer",
		    "See to the printer; labels wait for it.", "%s: %s", p->name,
		    trouble.words);
	else
		doctor_say(d, HEALTH_OK, "printer", "", "%s prints by the queue %s",
		    p->name, p->queue);
}

static bool
has_line(const char *text, const char *key, const char *value)
{
	for (const char *p = text; p != NULL; p = strchr(p, '\n')) {
		p += *p == '\n';
		p += strspn(p, " \t");
		if (strncasecmp(p, key, strlen(key)) != 0)
			continue;
		p += strlen(key);
		p += strspn(p, " \t");
		if (strncasecmp(p, value, strlen(value)) == 0)
			return true;
	}
	return false;
}

/* As it comes, CUPS writes a job down half a minute after it took it. */
static void
look_at_durability(struct doctor *d)
{
	struct str text;
	struct err err;

	str_init(&text);
	if (file_read("/etc/cups/cupsd.conf", CONF_BYTES_MAX, &text, &err) &&
	    !has_line(text.p, "DirtyCleanInterval", "0"))
		doctor_say(d, HEALTH_WARN, "cups",
		    "Say \"DirtyCleanInterval 0\" in cupsd.conf and \"SyncOnClose "
		    "Yes\" in cups-files.conf.",
		    "CUPS forgets the jobs of the last half minute when it is cut off");
	str_done(&text);
}

static void
look_at_cups(struct doctor *d)
{
	const struct print_settings *p = &d->app->settings.print;
	struct spooler *cups = cups_spooler();
	struct queue_views queues;
	struct err err;

	if (!cups_queues(cups, &queues, &err))
		doctor_say(d, HEALTH_BAD, "cups", err.hint, "%s: %s", err.what,
		    err.detail);
	else {
		doctor_say(d, HEALTH_OK, "cups", "", "CUPS %s answers, %zu queues",
		    cups_version(), queues.n);
		for (size_t i = 0; i < p->n; i++)
			look_at_printer(d, &p->printers[i], &queues);
		look_at_durability(d);
	}
	vec_done(&queues);
	spooler_close(cups);
}

static void
look_at_outbox(struct doctor *d)
{
	struct print_counts n;
	struct err err;

	if (!ledger_print_counts(d->app->ledger, &n, &err)) {
		doctor_say(d, HEALTH_BAD, "labels", err.hint, "%s", err.what);
		return;
	}
	if (n.unknown + n.failed > 0)
		doctor_say(d, HEALTH_WARN, "labels",
		    "'dockledger jobs --open' lists them; confirm or retry each.",
		    "%lld labels failed, %lld may or may not be printed",
		    (long long)n.failed, (long long)n.unknown);
	if (n.waiting > 0 && !agent_is_here(d->app))
		doctor_say(d, HEALTH_WARN, "labels",
		    "Start 'dockledger agent', or open the station.",
		    "%lld labels wait and no worker is here", (long long)n.waiting);
	else if (n.unknown + n.failed == 0)
		doctor_say(d, HEALTH_OK, "labels", "", "%lld wait, %lld are on "
		    "their way, and %s worker is here", (long long)n.waiting,
		    (long long)n.on_way, agent_is_here(d->app) ? "a" : "no");
}

void
doctor_print(struct doctor *d)
{
	if (d->app->settings.print.n == 0)
		doctor_say(d, HEALTH_OK, "cups", "",
		    "no printer is set in dockledger.conf");
	else
		look_at_cups(d);
	if (d->app->ledger != NULL)
		look_at_outbox(d);
}
