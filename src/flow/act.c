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
#include "flow/print.h"
#include "ledger/tasks.h"

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

/* Fill in how it came and who allowed it, and append. */
static bool
append(struct flow *f, struct verdict *v, struct event *e, struct err *err)
{
	struct anomaly odd;

	e->entry = (enum event_entry)f->entry;
	if (f->allowed[0] != '\0' && e->subject_kind == SUBJECT_UNIT) {
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
	verdict_note(v, e);
	return true;
}

bool
flow_append(struct flow *f, struct verdict *v, struct event *e, struct err *err)
{
	struct commit *act;

	if (!append(f, v, e, err))
		return false;
	act = act_now(f);
	if (act->n++ == 0)
		act->first = e->id;
	assert(e->id == act->first + act->n - 1);
	f->saw_commit = true;
	return true;
}

bool
flow_append_aside(struct flow *f, struct verdict *v, struct event *e,
    struct err *err)
{
	assert(!f->act_open);
	return append(f, v, e, err);
}

bool
flow_book(void *ctx, struct event *e, struct err *err)
{
	struct booker *booker = ctx;

	return flow_append(booker->f, booker->v, e, err);
}

bool
flow_book_aside(void *ctx, struct event *e, struct err *err)
{
	struct booker *booker = ctx;

	return flow_append_aside(booker->f, booker->v, e, err);
}

bool
flow_carton(struct flow *f, struct verdict *v, const char *code,
    enum event_type type, const struct carton_say *what, struct err *err)
{
	struct event e;
	struct str body;
	bool ok;

	str_init(&body);
	carton_event(&e, code, type, what, &body);
	ok = flow_append(f, v, &e, err);
	str_done(&body);
	return ok;
}

static bool
flow_carton_aside(struct flow *f, struct verdict *v, const char *code,
    enum event_type type, const struct carton_say *what, struct err *err)
{
	struct event e;
	struct str body;
	bool ok;

	str_init(&body);
	carton_event(&e, code, type, what, &body);
	ok = append(f, v, &e, err);
	str_done(&body);
	return ok;
}

bool
flow_ask_count(struct flow *f, struct verdict *v, const char *bin,
    const char *item, const char *reason, bool aside, char *code,
    struct err *err)
{
	struct task t = { .state = TASK_OPEN };
	struct event e;
	struct str body;
	bool needed, ok;

	str_copy(t.bin, sizeof t.bin, bin);
	str_copy(t.item, sizeof t.item, item);
	str_copy(t.reason, sizeof t.reason, reason);
	if (flow_value(f, "order") != NULL)
		str_print(t.order, sizeof t.order, "%s:%s",
		    flow_value(f, "order")->where, flow_text(f, "order"));
	str_init(&body);
	ok = task_request_event(f->l, &t, &needed, &e, &body, err) && (!needed ||
	    (aside ? flow_append_aside(f, v, &e, err) : flow_append(f, v, &e, err)));
	str_done(&body);
	if (ok && code != NULL)
		str_copy(code, CODE_SIZE, t.code);
	return ok;
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

/* --- Taking back ---------------------------------------------------------- */

/* Others may have gone on with it: closed, shipped, begun anew. */
static bool
may_go_back(struct flow *f, const char *code, enum event_type back,
    struct err *err)
{
	struct carton c;
	int rc = carton_find(f->l, code, &c, err);

	if (rc < 0)
		return false;
	return back == EV_CARTON_REOPENED ?
	    carton_check_reopen(rc > 0 ? &c : NULL, code, err) :
	    carton_check(rc > 0 ? &c : NULL, code, back, err);
}

/* Nothing goes into a container that is not open, or comes out of it. */
static bool
container_is_open(struct flow *f, const char *code, struct err *err)
{
	struct carton c;
	int rc = code[0] == '\0' ? 0 : carton_find(f->l, code, &c, err);

	return rc >= 0 && (rc == 0 || carton_check(&c, code, EV_CARTON_CLOSED, err));
}

/* What a container was said to be before an event on it. */
static bool
carton_back(struct flow *f, const struct event *target, const char *json,
    struct verdict *v, struct err *err)
{
	enum event_type back = EV_UNKNOWN;
	struct carton_say what, said;
	int64_t units, cartons;

	memset(&what, 0, sizeof what);
	if (!carton_say_read(json, &said, err))
		return false;
	switch (target->type) {
	case EV_CARTON_STARTED:
		if (!carton_count(f->l, target->subject, &units, &cartons, err))
			return false;
		if (units + cartons > 0)
			return err_code(err, ERR_CLASH, "carton.closed",
			    "carton %s is not empty", target->subject);
		back = EV_CARTON_ENDED;
		break;
	case EV_CARTON_CLOSED:
		back = EV_CARTON_REOPENED;
		break;
	case EV_CARTON_REOPENED:
		back = EV_CARTON_CLOSED;
		break;
	case EV_CARTON_NESTED:
		back = EV_CARTON_NESTED;
		if (!container_is_open(f, said.parent, err) ||
		    !container_is_open(f, said.from, err))
			return false;
		str_copy(what.parent, sizeof what.parent, said.from);
		str_copy(what.from, sizeof what.from, said.parent);
		break;
	case EV_CARTON_ENDED:
		if (said.kind[0] == '\0')
			return true;
		back = EV_CARTON_STARTED;	/* a tote that had been emptied */
		what = said;
		break;
	default:
		return true;	/* stays: somebody must void it */
	}
	str_copy(what.reason, sizeof what.reason, "undone");
	return may_go_back(f, target->subject, back, err) &&
	    flow_carton_aside(f, v, target->subject, back, &what, err);
}

static bool
task_back(struct flow *f, const struct event *target, struct verdict *v,
    struct err *err)
{
	struct event e = { .type = EV_TASK_CLOSED, .subject_kind = SUBJECT_TASK,
	    .json = "{\"reason\":\"undone\"}" };

	str_copy(e.subject, sizeof e.subject, target->subject);
	return append(f, v, &e, err);
}

static bool
undo_one(struct flow *f, struct event *target, const char *json,
    struct verdict *v, struct err *err)
{
	struct event undone;

	if (target->subject_kind == SUBJECT_CARTON)
		return carton_back(f, target, json, v, err);
	if (target->type == EV_TASK_REQUESTED)
		return task_back(f, target, v, err);
	if (target->subject_kind != SUBJECT_UNIT)
		return true;	/* an incident about an order stays */
	if ((target->type == EV_UNIT_PACKED || target->type == EV_UNIT_UNPACKED) &&
	    !container_is_open(f, target->body.carton, err))
		return false;
	if (!ledger_undo(f->l, target->id, (enum event_entry)f->entry, &undone,
	    &f->subject, err))
		return false;
	f->has_subject = true;
	target->type = EV_UNIT_UNDONE;
	verdict_note(v, target);
	return true;
}

static bool
undo_events(struct flow *f, const struct commit *c, int64_t *labels,
    struct verdict *v, struct err *err)
{
	struct event target;
	struct str json;
	int64_t left = 0;
	bool ok = true;

	str_init(&json);
	for (int64_t i = c->n; ok && i > 0; i--) {
		int rc;

		str_clear(&json);
		rc = ledger_event(f->l, c->first + i - 1, &target, &json, err);
		ok = rc >= 0 && (rc == 0 || (undo_one(f, &target, json.p, v, err) &&
		    print_void(f, target.id, &left, err)));
		*labels += left;
	}
	str_done(&json);
	return ok;
}

bool
flow_undo_last(struct flow *f, struct verdict *v, struct err *err)
{
	struct commit *c;
	int64_t labels = 0;		/* that are out there */

	if (f->commits.n == 0) {
		verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "there is nothing to take back in this job");
		return verdict_more(v, "", "An older act is corrected by a supervisor.");
	}
	c = &f->commits.at[f->commits.n - 1];
	if (!undo_events(f, c, &labels, v, err)) {
		if (err->kind != ERR_CLASH)
			return false;
		verdict_clear(v);
		verdict_from_err(v, err);
		err_clear(err);
		f->roll_back = true;	/* what was half undone */
		return true;
	}
	verdict_say(v, VERDICT_DONE, "", "taken back: %s", c->words);
	if (labels > 0)
		verdict_more(v, "", "Destroy %s: %lld may be printed already.",
		    labels == 1 ? "its label" : "its labels", (long long)labels);
	f->commits.n--;
	f->saw_commit = true;
	return true;
}
