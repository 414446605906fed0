/*
 * unit_facts.c - a unit's fold together with the incidents it finds.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The quick path writes an incident when its event comes and settles it when
 * the resolution comes; these facts are the same, found from all events at
 * once.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "ledger/history.h"

static void
keep_anomaly(void *ctx, const struct event *e, const struct anomaly *a)
{
	struct unit_facts *facts = ctx;
	struct incident_fact *fact = vec_push(&facts->incidents);

	fact->event = e;
	fact->anomaly = true;
	str_copy(fact->code, sizeof fact->code, a->code);
	str_copy(fact->detail, sizeof fact->detail, a->detail);
}

static void
keep_opened(struct unit_facts *facts, const struct event *e)
{
	struct incident_fact *fact = vec_push(&facts->incidents);

	fact->event = e;
	str_copy(fact->code, sizeof fact->code, e->body.code);
	str_copy(fact->detail, sizeof fact->detail, e->body.detail);
}

static bool
is_undone(const struct event *const *events, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (events[i]->type == EV_UNIT_UNDONE && events[i]->undoes == id)
			return true;
	return false;
}

/* Where among the events an event stands. */
static size_t
place_of(const struct event *const *events, size_t n, const struct event *e)
{
	size_t i = 0;

	while (i < n && events[i] != e)
		i++;
	return i;
}

/* The first resolution of a question that was asked before it counts. */
static void
settle(struct unit_facts *facts, const struct event *const *events, size_t at)
{
	char key[INCIDENT_KEY_SIZE];

	for (size_t i = 0; i < facts->incidents.n; i++) {
		struct incident_fact *fact = &facts->incidents.at[i];

		incident_key(key, fact->event->station, fact->event->seq, fact->code);
		if (fact->resolved_by == NULL &&
		    strcmp(key, events[at]->body.incident) == 0 &&
		    place_of(events, at, fact->event) < at)
			fact->resolved_by = events[at];
	}
}

void
unit_facts_find(struct unit_facts *facts, const struct event *const *events,
    size_t n)
{
	assert(n > 0);
	memset(facts, 0, sizeof *facts);
	unit_init(&facts->unit, events[0]->item, events[0]->subject);
	unit_fold(&facts->unit, events, n, keep_anomaly, facts);
	for (size_t i = 0; i < n; i++)
		if (events[i]->type == EV_INCIDENT_OPENED &&
		    !is_undone(events, n, events[i]->id))
			keep_opened(facts, events[i]);
	for (size_t i = 0; i < n; i++)
		if (events[i]->type == EV_INCIDENT_RESOLVED &&
		    !is_undone(events, n, events[i]->id))
			settle(facts, events, i);
}

void
unit_facts_done(struct unit_facts *facts)
{
	vec_done(&facts->incidents);
}

void
unit_facts_of(struct unit_facts *facts, const struct pasts *past,
    const struct event *more)
{
	VEC(const struct event *) list = { 0 };

	for (size_t i = 0; i < past->list.n; i++)
		*vec_push(&list) = &past->list.at[i].event;
	if (more != NULL)
		*vec_push(&list) = more;
	unit_facts_find(facts, list.at, list.n);
	vec_done(&list);
}
