/*
 * printers.c - the printers that the worker works for, and when to leave them
 * alone.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "agent/agent_private.h"
#include "base/clock.h"

#define PAUSE_FIRST_MS 500
#define PAUSE_MOST_MS 15000
#define LOOK_EVERY_US 15000000	/* for the status lines of screens */

static int
longer(int pause_ms)
{
	int next = pause_ms == 0 ? PAUSE_FIRST_MS : pause_ms * 2;

	return next > PAUSE_MOST_MS ? PAUSE_MOST_MS : next;
}

static struct printer *
find(struct agent *a, const char *name)
{
	for (size_t i = 0; i < a->printers.n; i++)
		if (strcmp(a->printers.at[i].name, name) == 0)
			return &a->printers.at[i];
	return NULL;
}

static struct printer *
add(struct agent *a, const struct printer_profile *profile)
{
	struct printer *p = vec_push(&a->printers);

	p->profile = *profile;
	str_copy(p->name, sizeof p->name, profile->name);
	return p;
}

/* No printer fits: that is said once, for labels that name none. */
static bool
tell_none(struct agent *a, const char *template_name, struct err *err)
{
	struct printer_profile none = { .is_default = false };
	struct printer *p = find(a, "");
	char words[DETAIL_SIZE];

	if (p == NULL)
		p = add(a, &none);
	str_print(words, sizeof words, "no printer is set for the label \"%s\"; "
	    "name one in dockledger.conf", template_name);
	a->blocked = true;
	a->none_fits = true;
	return agent_tell_printer(a, p, PRINTER_TROUBLE, words, err);
}

struct printer *
agent_printer(struct agent *a, const char *name, const char *template_name,
    struct err *err)
{
	const struct agent_options *o = a->options;
	const struct printer_profile *profile = name[0] == '\0' ?
	    profile_choose(o->profiles, o->n_profiles, template_name, o->station) :
	    profile_find(o->profiles, o->n_profiles, name);
	struct printer_profile bare;
	struct printer *p;

	err_clear(err);
	if (profile == NULL && name[0] == '\0') {
		(void)!tell_none(a, template_name, err);
		return NULL;
	}
	if (profile == NULL) {
		profile_of_queue(name, &bare);
		profile = &bare;
	}
	p = find(a, profile->name);
	return p != NULL ? p : add(a, profile);
}

struct printer *
agent_printer_of_job(struct agent *a, const struct job *j)
{
	struct printer_profile bare;
	struct printer *p = find(a, j->printer);

	if (p != NULL)
		return p;
	profile_of_queue(j->queue, &bare);
	str_copy(bare.name, sizeof bare.name, j->printer);
	return add(a, &bare);
}

bool
agent_tell_printer(struct agent *a, struct printer *p, enum printer_state state,
    const char *words, struct err *err)
{
	if (p->told && p->state == state && strcmp(p->words, words) == 0)
		return true;
	p->state = state;
	str_copy(p->words, sizeof p->words, words);
	p->told = true;
	return outbox_printer(a->store, p->name, p->profile.queue, state, words, err);
}

void
agent_pause_printer(struct printer *p)
{
	p->pause_ms = longer(p->pause_ms);
	p->not_before = clock_mono_us() + (int64_t)p->pause_ms * 1000;
}

void
agent_resume_printer(struct printer *p)
{
	p->pause_ms = 0;
	p->not_before = 0;
}

bool
agent_cups_away(struct agent *a, struct printer *p, const struct err *why,
    struct err *err)
{
	a->cups_pause_ms = longer(a->cups_pause_ms);
	a->cups_not_before = clock_mono_us() + (int64_t)a->cups_pause_ms * 1000;
	a->blocked = true;
	return agent_tell_printer(a, p, PRINTER_AWAY, why->what, err);
}

void
agent_cups_back(struct agent *a)
{
	a->cups_pause_ms = 0;
	a->cups_not_before = 0;
}

bool
agent_cups_is_away(const struct agent *a)
{
	return a->cups_not_before > clock_mono_us();
}

bool
agent_queue_takes(struct agent *a, struct printer *p, enum print_format *format,
    bool *takes, struct err *err)
{
	struct queue_view view;
	struct trouble trouble;
	struct err why;

	*takes = false;
	p->looked_at = clock_mono_us();
	if (!a->spooler->is->queue(a->spooler, p->profile.queue, &view, &why)) {
		if (why.kind != ERR_ABSENT && why.kind != ERR_DENIED)
			return agent_cups_away(a, p, &why, err);
		agent_pause_printer(p);
		a->blocked = true;
		return agent_tell_printer(a, p, PRINTER_TROUBLE, why.what, err);
	}
	agent_cups_back(a);
	*format = p->profile.format != FORMAT_AUTO ? p->profile.format :
	    view.raw ? FORMAT_ZPL : FORMAT_PDF;
	if (view.state != QUEUE_STOPPED && view.accepting) {
		agent_resume_printer(p);
		*takes = true;
		return p->live > 0 || agent_tell_printer(a, p, PRINTER_READY, "", err);
	}
	trouble_of_queue(&view, &trouble);
	agent_pause_printer(p);
	a->blocked = true;
	return agent_tell_printer(a, p, PRINTER_TROUBLE, trouble.words, err);
}

/* No label waits any more for want of a printer. */
static bool
forget_none(struct agent *a, struct err *err)
{
	struct printer *p = find(a, "");

	return p == NULL || a->none_fits ||
	    agent_tell_printer(a, p, PRINTER_READY, "", err);
}

bool
agent_know_printers(struct agent *a, struct err *err)
{
	const struct agent_options *o = a->options;

	for (size_t i = 0; i < o->n_profiles; i++)
		if (find(a, o->profiles[i].name) == NULL)
			add(a, &o->profiles[i]);
	return outbox_forget_printers(a->store, err);
}

bool
agent_look_at_printers(struct agent *a, struct err *err)
{
	int64_t now = clock_mono_us();
	enum print_format format;
	bool takes, ok = forget_none(a, err);

	for (size_t i = 0; ok && i < a->printers.n && !agent_cups_is_away(a); i++) {
		struct printer *p = &a->printers.at[i];

		if (p->name[0] == '\0' || p->live > 0 || p->not_before > now ||
		    (p->looked_at != 0 && now - p->looked_at < LOOK_EVERY_US))
			continue;
		ok = agent_queue_takes(a, p, &format, &takes, err);
	}
	return ok;
}
