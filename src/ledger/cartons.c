/*
 * cartons.c - containers: found, written as events, projected.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One table says what may happen to a container in which state; the
 * projection asks it too, so that an event which came too late (two stations
 * closed the same carton) changes nothing.
 */
#include <assert.h>
#include <string.h>
#include "ledger/cartons.h"
#include "ledger/others.h"
#include "ledger/record.h"

/* Columns of every query that gives containers (src/store/sql/carton.sql). */
enum { COL_ID, COL_CODE, COL_KIND, COL_STATE, COL_ORDER, COL_PARTY, COL_PARENT,
    COL_BIN, COL_WEIGHT, COL_CARRIER, COL_TRACKING, COL_OPENED, COL_CLOSED,
    COL_SHIPPED };

static const struct field say_fields[] = {
	{ FIELD_OF(carton_say, bin), FIELD_TEXT, NULL },
	{ FIELD_OF(carton_say, carrier), FIELD_TEXT, NULL },
	{ FIELD_OF(carton_say, from), FIELD_TEXT, NULL },
	{ FIELD_OF(carton_say, kind), FIELD_TEXT, NULL },
	{ FIELD_OF(carton_say, note), FIELD_TEXT, NULL },
	{ FIELD_OF(carton_say, order), FIELD_TEXT, NULL },
	{ FIELD_OF(carton_say, parent), FIELD_TEXT, NULL },
	{ FIELD_OF(carton_say, party), FIELD_TEXT, NULL },
	{ FIELD_OF(carton_say, reason), FIELD_TEXT, NULL },
	{ FIELD_OF(carton_say, tracking), FIELD_TEXT, NULL },
	{ FIELD_OF(carton_say, weight_g), FIELD_NUMBER, NULL },
};
static const struct record say = RECORD_OF(say_fields);

/* --- What may happen ------------------------------------------------------ */

#define IN(state) (1u << (state))
#define HERE (IN(CARTON_OPEN) | IN(CARTON_CLOSED))

static const struct {
	enum event_type type;
	unsigned from;		/* IN() of the states it may happen in */
	int to;			/* enum carton_state, -1: it stays */
} acts[] = {
	{ EV_CARTON_CLOSED, IN(CARTON_OPEN), CARTON_CLOSED },
	{ EV_CARTON_REOPENED, IN(CARTON_CLOSED), CARTON_OPEN },
	{ EV_CARTON_NESTED, HERE, -1 },
	{ EV_CARTON_MOVED, HERE, -1 },
	{ EV_CARTON_SHIPPED, HERE, CARTON_SHIPPED },
	{ EV_CARTON_SHIP_VOIDED, IN(CARTON_SHIPPED), CARTON_CLOSED },
	{ EV_CARTON_ENDED, HERE, CARTON_ENDED },
};
#define N_ACTS (sizeof acts / sizeof acts[0])

static size_t
act_of(enum event_type type)
{
	size_t i = 0;

	while (i < N_ACTS && acts[i].type != type)
		i++;
	return i;
}

/* A tote that was emptied begins anew; an SSCC never does. */
static bool
may_start(const struct carton *c)
{
	return c == NULL || (c->kind == CARTON_TOTE && c->state == CARTON_ENDED);
}

bool
carton_may(const struct carton *c, enum event_type type, char code[32])
{
	size_t act = act_of(type);

	code[0] = '\0';
	if (type == EV_CARTON_STARTED)
		str_copy(code, 32, may_start(c) ? "" : "carton.closed");
	else if (c == NULL)
		str_copy(code, 32, "carton.unknown");
	else if (act == N_ACTS || (acts[act].from & IN(c->state)) == 0)
		str_copy(code, 32, "carton.closed");
	return code[0] == '\0';
}

/* --- Finding -------------------------------------------------------------- */

static bool
name_into(struct ledger *l, int64_t id, char *out, size_t size, struct err *err)
{
	const char *text;

	if (!store_name_text(l->store, id, &text, err))
		return false;
	str_copy(out, size, text);
	return true;
}

#define TEXT(column, field) \
	str_copy(c->field, sizeof c->field, store_text(s, q, column))

bool
carton_row(struct ledger *l, enum query q, struct carton *c, struct err *err)
{
	struct store *s = l->store;

	memset(c, 0, sizeof *c);
	c->id = store_int(s, q, COL_ID);
	TEXT(COL_CODE, code);
	c->kind = (enum carton_kind)store_int(s, q, COL_KIND);
	c->state = (enum carton_state)store_int(s, q, COL_STATE);
	TEXT(COL_PARTY, party);
	TEXT(COL_BIN, bin);
	c->weight_g = store_int(s, q, COL_WEIGHT);
	TEXT(COL_CARRIER, carrier);
	TEXT(COL_TRACKING, tracking);
	c->opened_at = store_int(s, q, COL_OPENED);
	c->closed_at = store_int(s, q, COL_CLOSED);
	c->shipped_at = store_int(s, q, COL_SHIPPED);
	return name_into(l, store_int(s, q, COL_ORDER), c->order,
	    sizeof c->order, err) && name_into(l, store_int(s, q, COL_PARENT),
	    c->parent, sizeof c->parent, err);
}

int
carton_find(struct ledger *l, const char *code, struct carton *out,
    struct err *err)
{
	int rc = store_first(l->store, Q_CARTON_FIND, err, "t", code);
	bool ok;

	if (rc <= 0)
		return rc;
	ok = carton_row(l, Q_CARTON_FIND, out, err);
	store_end(l->store, Q_CARTON_FIND);
	return ok ? 1 : -1;
}

bool
carton_count(struct ledger *l, const char *code, int64_t *units,
    int64_t *cartons, struct err *err)
{
	int64_t id;

	*units = *cartons = 0;
	if (!store_name_find(l->store, NAME_CARTON, code, &id, err))
		return false;
	if (id == 0)
		return true;
	if (store_first(l->store, Q_CARTON_COUNTS, err, "i", id) < 1)
		return false;
	*units = store_int(l->store, Q_CARTON_COUNTS, 0);
	*cartons = store_int(l->store, Q_CARTON_COUNTS, 1);
	store_end(l->store, Q_CARTON_COUNTS);
	return true;
}

/* Append the codes directly in out[at]. */
static bool
add_children(struct ledger *l, size_t at, char out[][CODE_SIZE], size_t max,
    size_t *n, struct err *err)
{
	int64_t id;
	int rc;

	if (!store_name_find(l->store, NAME_CARTON, out[at], &id, err))
		return false;
	if (!store_walk(l->store, Q_CARTON_CHILDREN, err, "i", id))
		return false;
	while ((rc = store_next(l->store, Q_CARTON_CHILDREN, err)) > 0 && *n < max)
		str_copy(out[(*n)++], CODE_SIZE,
		    store_text(l->store, Q_CARTON_CHILDREN, COL_CODE));
	store_end(l->store, Q_CARTON_CHILDREN);
	return rc >= 0;
}

bool
carton_tree(struct ledger *l, const char *code, char out[][CODE_SIZE],
    size_t max, size_t *n, struct err *err)
{
	assert(max > 0);
	str_copy(out[0], CODE_SIZE, code);
	*n = 1;
	for (size_t at = 0; at < *n && *n < max; at++)
		if (!add_children(l, at, out, max, n, err))
			return false;
	return true;
}

bool
carton_outermost(struct ledger *l, const char *code, char out[CODE_SIZE],
    struct err *err)
{
	struct carton c;
	int rc = 1;

	str_copy(out, CODE_SIZE, code);
	for (int deep = 0; deep < CARTONS_DEEP_MAX && rc > 0; deep++) {
		if ((rc = carton_find(l, out, &c, err)) < 0)
			return false;
		if (rc == 0 || c.parent[0] == '\0')
			break;
		str_copy(out, CODE_SIZE, c.parent);
	}
	return true;
}

/* --- Events --------------------------------------------------------------- */

void
carton_event(struct event *e, const char *code, enum event_type type,
    const struct carton_say *what, struct str *body)
{
	struct json_out j;

	memset(e, 0, sizeof *e);
	e->type = type;
	e->subject_kind = SUBJECT_CARTON;
	str_copy(e->subject, sizeof e->subject, code);
	str_clear(body);
	json_begin(&j, body);
	json_canonical(&j);
	record_write(&say, what, &j);
	e->json = body->p;
}

bool
carton_append(struct ledger *l, const char *code, enum event_type type,
    const struct carton_say *what, enum event_entry entry, struct err *err)
{
	struct anomaly odd;
	struct event e;
	struct str body;
	bool ok;

	str_init(&body);
	carton_event(&e, code, type, what, &body);
	e.entry = entry;
	ok = ledger_append(l, &e, &odd, err);
	str_done(&body);
	return ok;
}

/* --- Projection ----------------------------------------------------------- */

static void
start(struct carton *c, const struct event *e, const struct carton_say *what)
{
	int kind = carton_kind_find(what->kind);

	memset(c, 0, sizeof *c);
	str_copy(c->code, sizeof c->code, e->subject);
	c->kind = kind < 0 ? CARTON_CARTON : (enum carton_kind)kind;
	str_copy(c->order, sizeof c->order, what->order);
	str_copy(c->party, sizeof c->party, what->party);
	str_copy(c->bin, sizeof c->bin, what->bin);
	c->opened_at = e->at;
}

static void
change(struct carton *c, const struct event *e, const struct carton_say *what)
{
	int to = acts[act_of(e->type)].to;

	if (to >= 0)
		c->state = (enum carton_state)to;
	switch (e->type) {
	case EV_CARTON_CLOSED:
		c->closed_at = e->at;
		if (what->weight_g != 0)
			c->weight_g = what->weight_g;
		break;
	case EV_CARTON_REOPENED:
		c->closed_at = 0;
		break;
	case EV_CARTON_NESTED:
		str_copy(c->parent, sizeof c->parent, what->parent);
		break;
	case EV_CARTON_SHIPPED:
		str_copy(c->carrier, sizeof c->carrier, what->carrier);
		str_copy(c->tracking, sizeof c->tracking, what->tracking);
		c->shipped_at = e->at;
		c->bin[0] = '\0';
		return;
	case EV_CARTON_SHIP_VOIDED:
		c->carrier[0] = c->tracking[0] = '\0';
		c->shipped_at = 0;
		break;
	case EV_CARTON_ENDED:
		c->parent[0] = c->order[0] = '\0';
		break;
	default:
		break;
	}
	if (what->bin[0] != '\0')
		str_copy(c->bin, sizeof c->bin, what->bin);
}

static bool
save(struct ledger *l, const struct carton *c, int64_t event, struct err *err)
{
	int64_t id, order, parent;

	return store_name(l->store, NAME_CARTON, c->code, &id, err) &&
	    store_name(l->store, NAME_ORDER, c->order, &order, err) &&
	    store_name(l->store, NAME_CARTON, c->parent, &parent, err) &&
	    store_run(l->store, Q_CARTON_PUT, err, "itiiz" "ozozo" "oizzi", id,
	    c->code, (int64_t)c->kind, (int64_t)c->state, order, c->party, parent,
	    c->bin, c->weight_g, c->carrier, c->tracking, c->opened_at,
	    c->closed_at, c->shipped_at, event);
}

static bool
is_on_carton(enum event_type type)
{
	return type == EV_CARTON_STARTED || act_of(type) < N_ACTS;
}

bool
carton_say_read(const char *json, struct carton_say *what, struct err *err)
{
	struct json *body = json_parse(json, strlen(json), err);

	if (body == NULL)
		return false;
	memset(what, 0, sizeof *what);
	record_read(&say, body, what);
	json_free(body);
	return true;
}

bool
cartons_project(struct ledger *l, const struct event *e, struct err *err)
{
	struct carton_say what;
	struct carton c;
	char code[32];
	int rc;

	if (!is_on_carton(e->type))
		return true;
	if ((rc = carton_find(l, e->subject, &c, err)) < 0)
		return false;
	if (!carton_may(rc > 0 ? &c : NULL, e->type, code))
		return true;
	if (!carton_say_read(e->json, &what, err))
		return false;
	if (e->type == EV_CARTON_STARTED)
		start(&c, e, &what);
	else
		change(&c, e, &what);
	return save(l, &c, e->id, err);
}
