/*
 * demo_play.c - a shift through the flows, told as text.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The same flow_feed and flow_view as at a terminal; this only prints what
 * they answer.
 */
#include <stdlib.h>
#include <string.h>
#include "app/demo.h"
#include "base/clock.h"
#include "base/xalloc.h"
#include "ui/snapshot.h"

#define SCAN_SHOWN 68

struct play {
	struct app *app;
	const struct demo_play_options *o;
	struct worker worker;
	struct flow *flow;
	enum scan_entry entry;
	bool secret;			/* the next scan is a PIN */
	int64_t scans;
	int64_t verdicts[VERDICT_KINDS];
	struct flow_view view;
};

static bool
misplaced(const struct demo_script *s, const char *what, struct err *err)
{
	return err_set(err, ERR_INPUT, "%s:%d: %s", s->name, s->line, what);
}

static bool
log_in(struct play *p, const struct demo_script *s, struct err *err)
{
	struct station *st = &p->app->station;
	struct worker worker;
	bool needs_pin;

	memset(&worker, 0, sizeof worker);
	if (!worker_by_badge(st, s->text, &worker, &needs_pin, err) ||
	    (needs_pin && !worker_check_pin(st, &worker, s->pin, err)))
		return false;
	p->worker = worker;
	if (p->flow != NULL)
		flow_set_worker(p->flow, &worker);
	fprintf(p->o->out, "== %s, %s, logs in\n", worker.badge, worker.name);
	return true;
}

static bool
open_flow(struct play *p, const struct demo_script *s, struct err *err)
{
	if (p->worker.badge[0] == '\0')
		return misplaced(s, "a flow before anybody logged in", err);
	flow_close(p->flow, false);
	p->flow = NULL;
	if (!flow_open(&p->flow, &p->app->station, s->text, &p->worker, err))
		return false;
	fprintf(p->o->out, "== %s, by %s\n", s->text, p->worker.badge);
	return true;
}

static bool
set_entry(struct play *p, const struct demo_script *s, struct err *err)
{
	if (strcmp(s->text, "scanned") != 0 && strcmp(s->text, "keyed") != 0)
		return misplaced(s, "scans are scanned or keyed", err);
	p->entry = s->text[0] == 's' ? ENTRY_SCANNED : ENTRY_KEYED;
	return true;
}

static bool
set_slot(struct play *p, const struct demo_script *s, struct err *err)
{
	char name[sizeof s->text];
	const char *equals = strchr(s->text, '=');
	struct verdict v;

	if (p->flow == NULL || equals == NULL)
		return misplaced(s, "NAME=VALUE for the slot of an open flow", err);
	str_copyn(name, sizeof name, s->text, (size_t)(equals - s->text));
	if (!flow_set(p->flow, name, equals + 1, &v, err))
		return false;
	if (v.kind == VERDICT_REFUSE)
		return misplaced(s, v.text, err);
	fprintf(p->o->out, "   %s is %s\n", name, equals + 1);
	return true;
}

static bool
edges_now(struct play *p, struct ui_edges *edges, struct err *err)
{
	struct ledger *l = p->app->ledger;
	int64_t oldest, now = clock_wall_ms();

	memset(edges, 0, sizeof *edges);
	str_copy(edges->label, sizeof edges->label, DEMO_LABEL);
	str_copy(edges->worker, sizeof edges->worker, p->worker.name);
	str_copy(edges->role, sizeof edges->role, role_name(p->worker.role));
	str_copy(edges->station, sizeof edges->station, ledger_station(l));
	clock_hhmm(now, edges->clock);
	if (!ledger_unsent(l, &edges->unsent, &oldest, err))
		return false;
	edges->unsent_age_s = oldest == 0 ? 0 : (now - oldest) / 1000;
	return true;
}

static bool
show_screen(struct play *p, const struct demo_script *s, struct err *err)
{
	struct ui_edges edges;

	if (p->flow == NULL)
		return misplaced(s, "no flow is open, so there is no screen", err);
	if (!flow_view(p->flow, &p->view, err) || !edges_now(p, &edges, err))
		return false;
	fputc('\n', p->o->out);
	ui_render_flow(&p->view, &edges, p->o->rows, p->o->columns, p->o->out);
	fputc('\n', p->o->out);
	return true;
}

static void
tell_scan(struct play *p, const struct str *bytes)
{
	struct str shown;

	str_init(&shown);
	if (p->secret)
		str_add(&shown, "****");
	else
		str_escape(&shown, bytes->p, bytes->len, true);
	if (shown.len > SCAN_SHOWN) {
		str_truncate(&shown, SCAN_SHOWN);
		str_add(&shown, " ...");
	}
	fprintf(p->o->out, " > %s%s\n", shown.p,
	    p->entry == ENTRY_KEYED ? "   (keyed)" : "");
	str_done(&shown);
}

static void
tell_verdict(struct play *p, const struct verdict *v)
{
	fprintf(p->o->out, "   %-6s  %s%s%s\n", verdict_name(v->kind), v->code,
	    v->code[0] == '\0' ? "" : ": ", v->text);
	if ((v->kind == VERDICT_REFUSE || v->kind == VERDICT_ASK) &&
	    v->hint[0] != '\0')
		fprintf(p->o->out, "           %s\n", v->hint);
}

static bool
feed(struct play *p, const struct demo_script *s, struct err *err)
{
	struct scan_in in = { s->bytes.p, s->bytes.len, p->entry, 0 };
	struct verdict v;

	if (p->flow == NULL)
		return misplaced(s, "a scan before the first flow", err);
	if (!flow_feed(p->flow, &in, &v, err) ||
	    !store_idle(ledger_store(p->app->ledger), err))
		return false;
	tell_scan(p, &s->bytes);
	tell_verdict(p, &v);
	p->secret = strcmp(v.code, "pin.needed") == 0;
	p->scans++;
	p->verdicts[v.kind]++;
	return true;
}

static bool
act(struct play *p, const struct demo_script *s, struct err *err)
{
	switch (s->kind) {
	case DEMO_OPERATOR:
		return log_in(p, s, err);
	case DEMO_FLOW:
		return open_flow(p, s, err);
	case DEMO_AS:
		return set_entry(p, s, err);
	case DEMO_SLOT:
		return set_slot(p, s, err);
	case DEMO_SCREEN:
		return show_screen(p, s, err);
	case DEMO_SCAN:
		return feed(p, s, err);
	case DEMO_TALK:
		fprintf(p->o->out, "%s\n", s->text);
		return true;
	default:
		fputc('\n', p->o->out);
		return true;
	}
}

static void
sum_up(const struct play *p)
{
	fprintf(p->o->out, "%lld scans:", (long long)p->scans);
	for (int k = 0; k < VERDICT_KINDS; k++)
		fprintf(p->o->out, " %lld %s%s", (long long)p->verdicts[k],
		    verdict_name((enum verdict_kind)k),
		    k + 1 < VERDICT_KINDS ? "," : "\n");
}

bool
demo_play(struct app *app, const char *name, const char *text,
    const struct demo_play_options *o, struct err *err)
{
	struct play *p = xcalloc(1, sizeof *p);
	struct demo_script script;
	bool ok;

	p->app = app;
	p->o = o;
	p->entry = ENTRY_SCANNED;
	demo_script_init(&script, name, text);
	ok = app_station(app, "demo", err);
	while (ok && (ok = demo_script_next(&script, err)) &&
	    script.kind != DEMO_END)
		ok = act(p, &script, err);
	if (ok)
		sum_up(p);
	flow_close(p->flow, false);
	demo_script_done(&script);
	free(p);
	return ok;
}
