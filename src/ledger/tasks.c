/*
 * tasks.c - counts that somebody asked for.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "ledger/others.h"
#include "ledger/record.h"
#include "ledger/tasks.h"

/* Columns of every query that gives tasks (src/store/sql/carton.sql). */
enum { COL_CODE, COL_KIND, COL_BIN, COL_ITEM, COL_ORDER, COL_REASON, COL_NOTE,
    COL_STATE, COL_OPENED, COL_OPERATOR, COL_TAKEN };

static const struct field task_fields[] = {
	{ FIELD_OF(task, bin), FIELD_TEXT, NULL },
	{ FIELD_OF(task, item), FIELD_TEXT, NULL },
	{ FIELD_OF(task, kind), FIELD_TEXT, NULL },
	{ FIELD_OF(task, note), FIELD_TEXT, NULL },
	{ FIELD_OF(task, order), FIELD_TEXT, NULL },
	{ FIELD_OF(task, reason), FIELD_TEXT, NULL },
};
static const struct record task_body = RECORD_OF(task_fields);

const char *
task_state_name(enum task_state state)
{
	static const char *const names[TASK_STATES] = { "open", "taken", "closed" };

	assert((size_t)state < TASK_STATES);
	return names[state];
}

#define TEXT(column, field) \
	str_copy(t->field, sizeof t->field, store_text(s, q, column))

bool
task_row(struct ledger *l, enum query q, struct task *t, struct err *err)
{
	struct store *s = l->store;

	(void)err;
	memset(t, 0, sizeof *t);
	TEXT(COL_CODE, code);
	TEXT(COL_KIND, kind);
	TEXT(COL_BIN, bin);
	TEXT(COL_ITEM, item);
	TEXT(COL_ORDER, order);
	TEXT(COL_REASON, reason);
	TEXT(COL_NOTE, note);
	t->state = (enum task_state)store_int(s, q, COL_STATE);
	t->opened_at = store_int(s, q, COL_OPENED);
	TEXT(COL_OPERATOR, operator);
	TEXT(COL_TAKEN, taken_by);
	return true;
}

int
task_find(struct ledger *l, const char *code, struct task *out, struct err *err)
{
	int rc = store_first(l->store, Q_TASK_FIND, err, "t", code);
	bool ok;

	if (rc <= 0)
		return rc;
	ok = task_row(l, Q_TASK_FIND, out, err);
	store_end(l->store, Q_TASK_FIND);
	return ok ? 1 : -1;
}

bool
task_list_page(struct ledger *l, bool open_only, const char *after,
    struct task out[], size_t max, size_t *n, struct err *err)
{
	bool ok = true;
	int rc = 0;

	*n = 0;
	if (!store_walk(l->store, Q_TASK_LIST, err, "tii", after,
	    (int64_t)open_only, (int64_t)max))
		return false;
	while (ok && *n < max && (rc = store_next(l->store, Q_TASK_LIST, err)) > 0)
		ok = task_row(l, Q_TASK_LIST, &out[(*n)++], err);
	store_end(l->store, Q_TASK_LIST);
	return ok && rc >= 0;
}

bool
task_request_event(struct ledger *l, struct task *t, bool *needed,
    struct event *e, struct str *body, struct err *err)
{
	struct json_out j;
	int rc;

	str_copy(t->kind, sizeof t->kind, "count");
	t->state = TASK_OPEN;
	rc = store_first(l->store, Q_TASK_OPEN_FOR, err, "tt", t->bin, t->kind);
	if (rc < 0)
		return false;
	*needed = rc == 0;
	if (rc > 0) {
		str_copy(t->code, sizeof t->code,
		    store_text(l->store, Q_TASK_OPEN_FOR, 0));
		store_end(l->store, Q_TASK_OPEN_FOR);
		return true;
	}
	str_print(t->code, sizeof t->code, "COUNT-%s-%lld", l->station,
	    (long long)(l->head_id - STATION_BASE(SELF_NO)) + 1);
	memset(e, 0, sizeof *e);
	e->type = EV_TASK_REQUESTED;
	e->subject_kind = SUBJECT_TASK;
	str_copy(e->subject, sizeof e->subject, t->code);
	str_clear(body);
	json_begin(&j, body);
	json_canonical(&j);
	record_write(&task_body, t, &j);
	e->json = body->p;
	return true;
}

static bool
add(struct ledger *l, const struct event *e, struct err *err)
{
	struct json *body = json_parse(e->json, strlen(e->json), err);
	struct task t;

	if (body == NULL)
		return false;
	memset(&t, 0, sizeof t);
	record_read(&task_body, body, &t);
	json_free(body);
	return store_run(l->store, Q_TASK_ADD, err, "tttoo" "ooiti", e->subject,
	    t.kind, t.bin, t.item, t.order, t.reason, t.note, e->at, e->operator,
	    e->id);
}

bool
tasks_project(struct ledger *l, const struct event *e, struct err *err)
{
	switch (e->type) {
	case EV_TASK_REQUESTED:
		return add(l, e, err);
	case EV_TASK_TAKEN:
		return store_run(l->store, Q_TASK_TAKE, err, "tt", e->subject,
		    e->operator);
	case EV_TASK_CLOSED:
		return store_run(l->store, Q_TASK_CLOSE, err, "t", e->subject);
	default:
		return true;
	}
}
