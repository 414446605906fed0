/*
 * verify_incidents.c - incidents as the events tell them, against their rows.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each side is a text under the incident's key, so that every column counts.
 * Both gather in memory: there are as many as there are open questions.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "ledger/verify.h"

static void
words_of(const struct event *opened, const char *code, const char *detail,
    const struct event *resolved, struct incident_row *out)
{
	incident_key(out->key, opened->station, opened->seq, code);
	str_print(out->words, sizeof out->words, "%s %d %s %s %lld %lld %s %lld %s: %s",
	    code, (int)opened->subject_kind, opened->item, opened->subject,
	    (long long)opened->id, (long long)opened->at, opened->operator,
	    resolved == NULL ? 0LL : (long long)resolved->id,
	    resolved == NULL ? "" : resolved->body.outcome, detail);
}

void
verify_keep_incidents(struct verify *v, const struct unit_facts *facts)
{
	for (size_t i = 0; i < facts->incidents.n; i++) {
		const struct incident_fact *f = &facts->incidents.at[i];

		words_of(f->event, f->code, f->detail, f->resolved_by,
		    (struct incident_row *)vec_push(&v->incidents));
	}
}

/* --- about orders, stations and other things: no fold, in order --- */

struct others { VEC(struct event) opened, resolved; };

static const struct event *
answer_to(const struct others *o, const struct event *opened)
{
	char key[INCIDENT_KEY_SIZE];

	incident_key(key, opened->station, opened->seq, opened->body.code);
	for (size_t i = 0; i < o->resolved.n; i++) {
		const struct event *r = &o->resolved.at[i];

		if (strcmp(r->body.incident, key) == 0 && r->id > opened->id &&
		    r->subject_kind == opened->subject_kind &&
		    strcmp(r->item, opened->item) == 0 &&
		    strcmp(r->subject, opened->subject) == 0)
			return r;
	}
	return NULL;
}

static bool
read_others(struct verify *v, struct others *o, struct err *err)
{
	struct ledger *l = v->l;
	struct event e;
	int rc;

	if (!store_walk(l->store, Q_EVENT_OTHERS, err, ""))
		return false;
	while ((rc = store_next(l->store, Q_EVENT_OTHERS, err)) > 0) {
		if (!event_row(l, Q_EVENT_OTHERS, &e, NULL, err)) {
			if (!verify_goes_on(v, err))
				return false;
			continue;
		}
		if (e.type == EV_INCIDENT_OPENED)
			*(struct event *)vec_push(&o->opened) = e;
		else if (e.type == EV_INCIDENT_RESOLVED)
			*(struct event *)vec_push(&o->resolved) = e;
	}
	return rc == 0;
}

static bool
keep_others(struct verify *v, struct err *err)
{
	struct others o = { .opened = { 0 } };
	bool ok = read_others(v, &o, err);

	for (size_t i = 0; ok && i < o.opened.n; i++) {
		const struct event *e = &o.opened.at[i];

		words_of(e, e->body.code, e->body.detail, answer_to(&o, e),
		    (struct incident_row *)vec_push(&v->incidents));
	}
	vec_done(&o.opened);
	vec_done(&o.resolved);
	return ok;
}

/* --- the table --- */

/* The row at hand in the same words. */
static bool
row_words(struct verify *v, struct incident_row *out, struct err *err)
{
	struct store *s = v->l->store;
	const enum query q = Q_INCIDENT_ALL;
	char item[CODE_SIZE];
	const char *text;

	str_copy(out->key, sizeof out->key, store_text(s, q, 0));
	if (!store_name_text(s, store_int(s, q, 3), &text, err))
		return false;
	str_copy(item, sizeof item, text);
	if (!store_name_text(s, store_int(s, q, 6), &text, err))
		return false;
	str_print(out->words, sizeof out->words, "%s %d %s %s %lld %lld %s %lld %s: %s",
	    store_text(s, q, 1), (int)store_int(s, q, 2), item, store_text(s, q, 4),
	    (long long)store_int(s, q, 10), (long long)store_int(s, q, 5), text,
	    (long long)store_int(s, q, 8), store_text(s, q, 9), store_text(s, q, 7));
	return true;
}

static int
by_key(const void *a, const void *b)
{
	return strcmp(((const struct incident_row *)a)->key,
	    ((const struct incident_row *)b)->key);
}

/* One row against what the events tell; *at is the first not yet seen. */
static void
compare(struct verify *v, const struct incident_row *row, size_t *at)
{
	const struct incident_row *told = v->incidents.at;

	for (; *at < v->incidents.n && strcmp(told[*at].key, row->key) < 0; ++*at)
		verify_fault(v, "incident %s is missing", told[*at].key);
	if (*at == v->incidents.n || strcmp(told[*at].key, row->key) != 0) {
		verify_fault(v, "incident %s has no event", row->key);
		return;
	}
	if (strcmp(told[*at].words, row->words) != 0)
		verify_fault(v, "incident %s: its row differs from its events: "
		    "\"%.120s\", not \"%.120s\"", row->key, row->words,
		    told[*at].words);
	++*at;
}

bool
verify_incidents(struct verify *v, struct err *err)
{
	struct store *s = v->l->store;
	struct incident_row row;
	size_t at = 0;
	int rc;

	if (!keep_others(v, err))
		return false;
	if (v->incidents.n > 1)
		qsort(v->incidents.at, v->incidents.n, sizeof v->incidents.at[0], by_key);
	if (!store_walk(s, Q_INCIDENT_ALL, err, ""))
		return false;
	while ((rc = store_next(s, Q_INCIDENT_ALL, err)) > 0) {
		if (row_words(v, &row, err))
			compare(v, &row, &at);
		else if (!verify_goes_on(v, err))
			return false;
	}
	for (; rc == 0 && at < v->incidents.n; at++)
		verify_fault(v, "incident %s is missing", v->incidents.at[at].key);
	return rc == 0;
}
