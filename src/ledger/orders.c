/*
 * orders.c - orders and their lines: found, written as events, projected.
 * SPDX-License-Identifier: Apache-2.0
 *
 * order.defined holds the whole order; later ones amend it.  The state that
 * its body names counts for the first one only: afterwards order.released,
 * .held, .cancelled, .closed and .reopened move it (order_acts.c).
 */
#include <assert.h>
#include <string.h>
#include "ledger/orders_private.h"

/* Columns of order_find. */
enum { COL_ID, COL_KIND, COL_NUMBER, COL_PARTY, COL_STATE, COL_NOTE, COL_OPENED,
    COL_PRIORITY };

static const struct field line_fields[] = {
	{ FIELD_OF(order_line, allocation), FIELD_TEXT, NULL },
	{ FIELD_OF(order_line, due), FIELD_TEXT, NULL },
	{ FIELD_OF(order_line, line), FIELD_NUMBER, NULL },
	{ FIELD_OF(order_line, lots), FIELD_TEXT, NULL },
	{ FIELD_OF(order_line, note), FIELD_TEXT, NULL },
	{ FIELD_OF(order_line, over_pct), FIELD_NUMBER, NULL },
	{ FIELD_OF(order_line, qty), FIELD_NUMBER, NULL },
	{ FIELD_OF(order_line, serial_from), FIELD_TEXT, NULL },
	{ FIELD_OF(order_line, serial_to), FIELD_TEXT, NULL },
};
static const struct record line_row = RECORD_OF(line_fields);

/* In the body a line names its item too. */
static const struct field line_words[] = {
	{ FIELD_OF(order_line, allocation), FIELD_TEXT, NULL },
	{ FIELD_OF(order_line, due), FIELD_TEXT, NULL },
	{ FIELD_OF(order_line, item), FIELD_TEXT, NULL },
	{ FIELD_OF(order_line, line), FIELD_NUMBER, NULL },
	{ FIELD_OF(order_line, lots), FIELD_TEXT, NULL },
	{ FIELD_OF(order_line, note), FIELD_TEXT, NULL },
	{ FIELD_OF(order_line, over_pct), FIELD_NUMBER, NULL },
	{ FIELD_OF(order_line, qty), FIELD_NUMBER, NULL },
	{ FIELD_OF(order_line, serial_from), FIELD_TEXT, NULL },
	{ FIELD_OF(order_line, serial_to), FIELD_TEXT, NULL },
};
static const struct record line_body = RECORD_OF(line_words);

void
order_init(struct order *o)
{
	memset(o, 0, sizeof *o);
}

void
order_done(struct order *o)
{
	vec_done(&o->lines);
}

void
order_key(char out[ORDER_SIZE], enum order_kind kind, const char *number)
{
	str_print(out, ORDER_SIZE, "%s:%s", order_kind_name(kind), number);
}

const struct order_line *
order_line_of(const struct order *o, int64_t line)
{
	for (size_t i = 0; i < o->lines.n; i++)
		if (o->lines.at[i].line == line)
			return &o->lines.at[i];
	return NULL;
}

/* --- Finding ------------------------------------------------------------- */

static void
read_head(struct store *s, struct order *o)
{
	vec_clear(&o->lines);
	o->id = store_int(s, Q_ORDER_FIND, COL_ID);
	o->kind = (enum order_kind)store_int(s, Q_ORDER_FIND, COL_KIND);
	str_copy(o->number, sizeof o->number, store_text(s, Q_ORDER_FIND, COL_NUMBER));
	str_copy(o->party, sizeof o->party, store_text(s, Q_ORDER_FIND, COL_PARTY));
	o->state = (enum order_state)store_int(s, Q_ORDER_FIND, COL_STATE);
	str_copy(o->note, sizeof o->note, store_text(s, Q_ORDER_FIND, COL_NOTE));
	o->opened_at = store_int(s, Q_ORDER_FIND, COL_OPENED);
	o->priority = store_int(s, Q_ORDER_FIND, COL_PRIORITY);
	order_key(o->key, o->kind, o->number);
}

static bool
read_lines(struct store *s, struct order *o, struct err *err)
{
	int rc;

	if (!store_walk(s, Q_ORDER_LINES, err, "i", o->id))
		return false;
	while ((rc = store_next(s, Q_ORDER_LINES, err)) > 0) {
		struct order_line *line = vec_push(&o->lines);

		str_copy(line->item, sizeof line->item, store_text(s, Q_ORDER_LINES, 0));
		record_from_row(&line_row, s, Q_ORDER_LINES, 1, line);
	}
	return rc == 0;
}

int
order_find(struct ledger *l, enum order_kind kind, const char *number,
    struct order *o, struct err *err)
{
	char key[ORDER_SIZE];
	int64_t id;
	int rc;

	order_key(key, kind, number);
	if (!store_name_find(l->store, NAME_ORDER, key, &id, err))
		return -1;
	if (id == 0)
		return 0;
	rc = store_first(l->store, Q_ORDER_FIND, err, "i", id);
	if (rc <= 0)
		return rc;
	read_head(l->store, o);
	store_end(l->store, Q_ORDER_FIND);
	return read_lines(l->store, o, err) ? 1 : -1;
}

bool
order_kinds_of(struct ledger *l, const char *number,
    enum order_kind kinds[ORDER_KINDS], size_t *n, struct err *err)
{
	int rc;

	*n = 0;
	if (!store_walk(l->store, Q_ORDER_KINDS, err, "t", number))
		return false;
	while ((rc = store_next(l->store, Q_ORDER_KINDS, err)) > 0 &&
	    *n < ORDER_KINDS)
		kinds[(*n)++] = (enum order_kind)store_int(l->store, Q_ORDER_KINDS, 0);
	store_end(l->store, Q_ORDER_KINDS);
	return rc >= 0;
}

/* --- Events -------------------------------------------------------------- */

void
order_body(const struct order *o, enum order_state state, struct str *out)
{
	struct json_out j;

	json_begin(&j, out);
	json_canonical(&j);
	json_object(&j);
	json_kv(&j, "kind", order_kind_name(o->kind));
	json_key(&j, "lines");
	json_array(&j);
	for (size_t i = 0; i < o->lines.n; i++)
		record_write(&line_body, &o->lines.at[i], &j);
	json_array_end(&j);
	if (o->note[0] != '\0')
		json_kv(&j, "note", o->note);
	json_kv(&j, "number", o->number);
	json_kv(&j, "party", o->party);
	if (o->priority != 0)
		json_kv_int(&j, "priority", o->priority);
	json_kv(&j, "state", order_state_name(state));
	json_object_end(&j);
}

static enum order_state
state_of(const struct json *body)
{
	const char *word = json_get_text(body, "state");

	return word != NULL && strcmp(word, order_state_name(ORDER_DRAFT)) == 0 ?
	    ORDER_DRAFT : ORDER_OPEN;
}

static const char *
text_of(const struct json *body, const char *key)
{
	const char *text = json_get_text(body, key);

	return text == NULL ? "" : text;
}

static bool
put_line(struct ledger *l, int64_t order, const struct json *words,
    struct err *err)
{
	struct order_line line;
	struct str row;
	int64_t item;
	bool ok;

	memset(&line, 0, sizeof line);
	record_read(&line_body, words, &line);
	if (line.item[0] == '\0' || line.line <= 0)
		return err_set(err, ERR_DAMAGED, "an order line without item or number");
	str_init(&row);
	record_row(&line_row, &line, &row);
	ok = store_name(l->store, NAME_ITEM, line.item, &item, err) &&
	    store_run(l->store, Q_ORDER_LINE_PUT, err, "iit", order, item, row.p);
	str_done(&row);
	return ok;
}

static bool
put_order(struct ledger *l, const struct event *e, const struct json *body,
    struct err *err)
{
	const struct json *lines = json_get(body, "lines");
	const char *word = json_get_text(body, "kind");
	int kind = word == NULL ? -1 : order_kind_find(word);
	int64_t id;

	if (kind < 0 || text_of(body, "number")[0] == '\0')
		return err_set(err, ERR_DAMAGED, "an order without kind or number");
	if (!store_name(l->store, NAME_ORDER, e->subject, &id, err) ||
	    !store_run(l->store, Q_ORDER_PUT, err, "iittioiii", id, (int64_t)kind,
	    text_of(body, "number"), text_of(body, "party"),
	    (int64_t)state_of(body), text_of(body, "note"), e->at, e->id,
	    json_get_int(body, "priority", 0)) ||
	    !store_run(l->store, Q_ORDER_LINES_DROP, err, "i", id))
		return false;
	for (size_t i = 0; i < json_count(lines); i++)
		if (!put_line(l, id, json_at(lines, i), err))
			return false;
	return store_run(l->store, Q_ORDER_PUT_DUE, err, "i", id);
}

static bool
project_order(struct ledger *l, const struct event *e, struct err *err)
{
	struct json *body = json_parse(e->json, strlen(e->json), err);
	bool ok;

	if (body == NULL)
		return false;
	ok = put_order(l, e, body, err);
	json_free(body);
	return ok;
}

bool
orders_project(struct ledger *l, const struct event *e, struct err *err)
{
	enum order_state to;
	int64_t id;

	if (e->type == EV_ORDER_DEFINED)
		return project_order(l, e, err);
	return !order_event_state(e->type, &to) ||
	    (store_name(l->store, NAME_ORDER, e->subject, &id, err) &&
	    store_run(l->store, Q_ORDER_SET_STATE, err, "ii", id, (int64_t)to));
}
