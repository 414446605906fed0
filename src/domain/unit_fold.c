/*
 * unit_fold.c - all events of one unit in, its state out.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What was undone is left out before the first event is applied, wherever in
 * the order its undoing stands.  Open incidents are known by name here, so
 * that a resolution which comes twice, or of a question that nobody asked,
 * settles nothing.
 */
#include <string.h>
#include "base/vec.h"
#include "domain/unit.h"

struct incident_name { char key[INCIDENT_KEY_SIZE]; };

struct fold {
	struct unit *unit;
	VEC(int64_t) undone;
	VEC(struct incident_name) open;
};

static void
find_undone(struct fold *f, const struct event *const *events, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (events[i]->type == EV_UNIT_UNDONE)
			*vec_push(&f->undone) = events[i]->undoes;
}

static bool
is_undone(const struct fold *f, int64_t id)
{
	for (size_t i = 0; i < f->undone.n; i++)
		if (f->undone.at[i] == id)
			return true;
	return false;
}

static void
open_add(struct fold *f, const struct event *e, const char *code)
{
	struct incident_name *name = vec_push(&f->open);

	incident_key(name->key, e->station, e->seq, code);
}

/* Was this incident open?  It is not any more. */
static bool
open_take(struct fold *f, const char *key)
{
	for (size_t i = 0; i < f->open.n; i++)
		if (strcmp(f->open.at[i].key, key) == 0) {
			f->open.at[i] = f->open.at[--f->open.n];
			return true;
		}
	return false;
}

static bool
fold_one(struct fold *f, const struct event *e, struct anomaly *anomaly)
{
	struct event idle;
	bool ok;

	if (e->type == EV_INCIDENT_RESOLVED && !open_take(f, e->body.incident)) {
		idle = *e;
		idle.body.incident[0] = '\0';
		return unit_apply(f->unit, &idle, anomaly);
	}
	ok = unit_apply(f->unit, e, anomaly);
	if (!ok)
		open_add(f, e, anomaly->code);
	else if (e->type == EV_INCIDENT_OPENED)
		open_add(f, e, e->body.code);
	return ok;
}

void
unit_fold(struct unit *unit, const struct event *const *events, size_t n,
    void (*report)(void *, const struct event *, const struct anomaly *),
    void *ctx)
{
	struct fold f = { .unit = unit };
	struct anomaly anomaly;

	find_undone(&f, events, n);
	for (size_t i = 0; i < n; i++) {
		const struct event *e = events[i];

		if (e->type == EV_UNIT_UNDONE || is_undone(&f, e->id)) {
			unit->last_event = e->id;
			continue;
		}
		if (!fold_one(&f, e, &anomaly) && report != NULL)
			report(ctx, e, &anomaly);
	}
	vec_done(&f.undone);
	vec_done(&f.open);
}
