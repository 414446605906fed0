/*
 * master.c - any kind of definition: found, defined, projected.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A definition is an event whose body holds all of its fields; the row in its
 * table is made from that body and names the event.  To define again what
 * stands already is no new fact: the words to be written are compared with
 * the words of the event that the row names.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "ledger/masters_private.h"

static char *
code_of(const struct master *m, const void *thing)
{
	return (char *)(uintptr_t)thing + m->code_at;
}

void
master_row(const struct master *m, struct store *s, enum query q, void *out)
{
	int64_t id = store_int(s, q, 0);

	memset(out, 0, m->size);
	if (m->id_at != NO_ID)
		memcpy((char *)out + m->id_at, &id, sizeof id);
	str_copy(code_of(m, out), CODE_SIZE, store_text(s, q, 1));
	record_from_row(&m->record, s, q, 2, out);
}

int
master_find(const struct master *m, struct ledger *l, const char *code, void *out,
    struct err *err)
{
	int rc = store_first(l->store, m->find, err, "t", code);

	if (rc <= 0)
		return rc;
	master_row(m, l->store, m->find, out);
	store_end(l->store, m->find);
	return 1;
}

bool
master_say(struct ledger *l, struct event *e, int rc, enum query standing,
    bool *changed, struct err *err)
{
	struct anomaly odd;

	if (rc < 0)
		return false;
	*changed = rc == 0 || strcmp(store_text(l->store, standing, 0), e->json) != 0;
	store_end(l->store, standing);
	return !*changed || ledger_append(l, e, &odd, err);
}

bool
master_define(const struct master *m, struct ledger *l, const void *thing,
    enum event_entry entry, bool *changed, struct err *err)
{
	struct event e = { .type = m->type, .subject_kind = m->subject,
	    .entry = entry };
	struct json_out j;
	struct str body;
	bool ok;

	assert(code_of(m, thing)[0] != '\0');
	str_copy(e.subject, sizeof e.subject, code_of(m, thing));
	str_init(&body);
	json_begin(&j, &body);
	json_canonical(&j);
	record_write(&m->record, thing, &j);
	e.json = body.p;
	ok = master_say(l, &e, store_first(l->store, m->body, err, "t", e.subject),
	    m->body, changed, err);
	str_done(&body);
	return ok;
}

static bool
put_row(const struct master *m, struct ledger *l, const struct event *e,
    const char *row, struct err *err)
{
	int64_t id;

	if (m->id_at == NO_ID)
		return store_run(l->store, m->put, err, "tti", e->subject, row, e->id);
	return store_name(l->store, m->name, e->subject, &id, err) &&
	    store_run(l->store, m->put, err, "itti", id, e->subject, row, e->id);
}

static bool
project(const struct master *m, struct ledger *l, const struct event *e,
    struct err *err)
{
	struct json *body = json_parse(e->json, strlen(e->json), err);
	struct str row;
	void *thing;
	bool ok;

	if (body == NULL)
		return false;
	thing = xcalloc(1, m->size);
	str_init(&row);
	record_read(&m->record, body, thing);
	record_row(&m->record, thing, &row);
	ok = put_row(m, l, e, row.p, err);
	str_done(&row);
	free(thing);
	json_free(body);
	return ok;
}

bool
masters_project(struct ledger *l, const struct event *e, struct err *err)
{
	for (size_t i = 0; masters_all[i] != NULL; i++)
		if (masters_all[i]->type == e->type)
			return project(masters_all[i], l, e, err);
	return operators_project(l, e, err) && bom_project(l, e, err);
}
