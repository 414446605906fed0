/*
 * act.c - the events of one feed, and taking acts back.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/flow_private.h"

_Static_assert((int)BY_SCAN == (int)ENTRY_SCANNED &&
    (int)BY_SYSTEM == (int)ENTRY_SYSTEM, "how a scan came is how a fact came");

static struct commit *
act_now(struct flow *f)
{
	if (f->act_open)
		return &f->commits.at[f->commits.n - 1];
	if (f->commits.n == COMMITS_MAX) {	/* the oldest can no longer be undone */
		memmove(&f->commits.at[0], &f->commits.at[1],
		    (COMMITS_MAX - 1) * sizeof f->commits.at[0]);
		f->commits.n--;
	}
	f->act_open = true;
	*vec_push(&f->commits) = (struct commit){ .at = clock_wall_ms() };
	return &f->commits.at[f->commits.n - 1];
}

static void
verdict_note(struct verdict *v, const struct event *e)
{
	if (v->n_events < VERDICT_EVENTS_MAX) {
		v->events[v->n_events].id = e->id;
		v->events[v->n_events].type = e->type;
		str_copy(v->events[v->n_events].item, CODE_SIZE, e->item);
		str_copy(v->events[v->n_events].subject, TEXT_SIZE, e->subject);
	}
	v->n_events++;
}

bool
flow_append(struct flow *f, struct verdict *v, struct event *e, struct err *err)
{
	struct anomaly odd;
	struct commit *act;

	e->entry = (enum event_entry)f->entry;
	if (f->allowed[0] != '\0') {
		str_copy(e->body.override_by, sizeof e->body.override_by,
		    f->allowed_by.badge);
		str_copy(e->body.override_of, sizeof e->body.override_of, f->allowed_last);
		if (e->body.reason[0] == '\0')
			str_copy(e->body.reason, sizeof e->body.reason,
			    f->allowed_reason);
	}
	if (!ledger_append(f->l, e, &odd, err))
		return false;
	if (odd.code[0] != '\0') {	/* checks above this should not let it happen */
		err_code(err, ERR_BUG, odd.code, "%s", odd.detail);
		return err_hint(err, "Nothing was booked; look at the unit's history.");
	}
	act = act_now(f);
	if (act->n++ == 0)
		act->first = e->id;
	assert(e->id == act->first + act->n - 1);
	verdict_note(v, e);
	f->saw_commit = true;
	return true;
}

void
flow_commit_words(struct flow *f, const char *fmt, ...)
{
	va_list ap;

	assert(f->act_open);
	va_start(ap, fmt);
	vsnprintf(act_now(f)->words, sizeof act_now(f)->words, fmt, ap);
	va_end(ap);
}

bool
flow_incident(struct flow *f, struct verdict *v, enum subject_kind kind,
    const char *item, const char *subject, const char *code,
    const char *detail, struct err *err)
{
	struct event e = { .type = EV_INCIDENT_OPENED, .subject_kind = kind };

	str_copy(e.item, sizeof e.item, item);
	str_copy(e.subject, sizeof e.subject, subject);
	str_copy(e.body.code, sizeof e.body.code, code);
	str_copy(e.body.detail, sizeof e.body.detail, detail);
	return flow_append(f, v, &e, err);
}

static bool
undo_events(struct flow *f, const struct commit *c, struct verdict *v,
    struct err *err)
{
	struct event target, undone;

	for (int64_t i = c->n; i > 0; i--) {
		int rc = ledger_event(f->l, c->first + i - 1, &target, NULL, err);

		if (rc < 0)
			return false;
		if (rc == 0 || target.subject_kind != SUBJECT_UNIT)
			continue;	/* an incident about an order stays */
		if (!ledger_undo(f->l, target.id, (enum event_entry)f->entry,
		    &undone, &f->subject, err))
			return false;
		f->has_subject = true;
		target.type = EV_UNIT_UNDONE;
		verdict_note(v, &target);
	}
	return true;
}

bool
flow_undo_last(struct flow *f, struct verdict *v, struct err *err)
{
	struct commit *c;

	if (f->commits.n == 0) {
		verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "there is nothing to take back in this job");
		return verdict_more(v, "", "An older act is corrected by a supervisor.");
	}
	c = &f->commits.at[f->commits.n - 1];
	if (!undo_events(f, c, v, err)) {
		if (err->kind != ERR_CLASH)
			return false;
		verdict_clear(v);
		verdict_from_err(v, err);
		err_clear(err);
		f->roll_back = true;	/* what was half undone */
		return true;
	}
	verdict_say(v, VERDICT_DONE, "", "taken back: %s", c->words);
	f->commits.n--;
	f->saw_commit = true;
	return true;
}
