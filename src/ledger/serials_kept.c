/*
 * serials_kept.c - what was issued: found, listed, voided.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "ledger/others.h"
#include "ledger/serials_private.h"

/* --- Finding --------------------------------------------------------------------- */

int
issued_find(struct ledger *l, const char *item, const char *serial,
    struct issued *out, struct err *err)
{
	enum { COL_SERIAL, COL_RULE, COL_PURPOSE, COL_EVENT, COL_PLACE, COL_VOIDED,
	    COL_REASON, COL_AT };
	const enum query q = Q_ISSUED_FIND;
	unsigned char key[SERIAL_KEY_MAX];
	size_t n = serial_key(serial, key, sizeof key);
	struct store *s = l->store;
	int64_t id;
	int rc;

	if (!store_name_find(s, NAME_ITEM, item, &id, err))
		return -1;
	if (n == 0 || id == 0)
		return 0;
	rc = store_first(s, q, err, "ib", id, (const void *)key, n);
	if (rc <= 0)
		return rc;
	memset(out, 0, sizeof *out);
	str_copy(out->item, sizeof out->item, item);
	str_copy(out->serial, sizeof out->serial, store_text(s, q, COL_SERIAL));
	str_copy(out->rule, sizeof out->rule, store_text(s, q, COL_RULE));
	str_copy(out->purpose, sizeof out->purpose, store_text(s, q, COL_PURPOSE));
	out->event = store_int(s, q, COL_EVENT);
	out->place = store_int(s, q, COL_PLACE);
	out->voided = !store_is_null(s, q, COL_VOIDED);
	str_copy(out->reason, sizeof out->reason, store_text(s, q, COL_REASON));
	out->at = store_int(s, q, COL_AT);
	store_end(s, q);
	return 1;
}

bool
issued_item(struct ledger *l, const char *serial, char item[CODE_SIZE],
    struct err *err)
{
	unsigned char key[SERIAL_KEY_MAX];
	size_t n = serial_key(serial, key, sizeof key);
	int rc;

	item[0] = '\0';
	if (n == 0)
		return true;
	rc = store_first(l->store, Q_ISSUED_ITEMS, err, "b", (const void *)key, n);
	if (rc > 0) {
		str_copy(item, CODE_SIZE, store_text(l->store, Q_ISSUED_ITEMS, 0));
		store_end(l->store, Q_ISSUED_ITEMS);
	}
	return rc >= 0;
}

static void
issued_row(struct store *s, enum query q, struct issued *out)
{
	enum { COL_ITEM, COL_SERIAL, COL_RULE, COL_PURPOSE, COL_STATION, COL_AT,
	    COL_EVENT, COL_PLACE, COL_VOIDED, COL_APPLIED, COL_REASON };

	memset(out, 0, sizeof *out);
	str_copy(out->item, sizeof out->item, store_text(s, q, COL_ITEM));
	str_copy(out->serial, sizeof out->serial, store_text(s, q, COL_SERIAL));
	str_copy(out->rule, sizeof out->rule, store_text(s, q, COL_RULE));
	str_copy(out->purpose, sizeof out->purpose, store_text(s, q, COL_PURPOSE));
	str_copy(out->station, sizeof out->station, store_text(s, q, COL_STATION));
	out->at = store_int(s, q, COL_AT);
	out->event = store_int(s, q, COL_EVENT);
	out->place = store_int(s, q, COL_PLACE);
	out->voided = store_int(s, q, COL_VOIDED) != 0;
	out->applied = store_int(s, q, COL_APPLIED) != 0;
	str_copy(out->reason, sizeof out->reason, store_text(s, q, COL_REASON));
}

bool
issued_page(struct ledger *l, const struct issued_filter *filter,
    const struct issued *after, struct issued out[], size_t max, size_t *n,
    struct err *err)
{
	struct store *s = l->store;
	int64_t item = 0;
	int rc;

	*n = 0;
	if (!store_name_find(s, NAME_ITEM, filter->item, &item, err))
		return false;
	if (filter->item[0] != '\0' && item == 0)
		return true;
	if (!store_walk(s, Q_ISSUED_LIST, err, "iiizi",
	    after == NULL ? INT64_C(0) : after->event,
	    after == NULL ? INT64_C(0) : after->place, (int64_t)filter->open, item,
	    (int64_t)max))
		return false;
	while ((rc = store_next(s, Q_ISSUED_LIST, err)) > 0)
		issued_row(s, Q_ISSUED_LIST, &out[(*n)++]);
	store_end(s, Q_ISSUED_LIST);
	return rc == 0;
}

bool
issued_latest(struct ledger *l, const char *item, struct issued out[], size_t max,
    size_t *n, struct err *err)
{
	struct store *s = l->store;
	int64_t id;
	int rc;

	*n = 0;
	if (!store_name_find(s, NAME_ITEM, item, &id, err) || !store_walk(s,
	    Q_ISSUED_LATEST, err, "ii", id, (int64_t)max))
		return false;
	while ((rc = store_next(s, Q_ISSUED_LATEST, err)) > 0)
		issued_row(s, Q_ISSUED_LATEST, &out[(*n)++]);
	store_end(s, Q_ISSUED_LATEST);
	return rc == 0;
}

bool
issued_counts(struct ledger *l, const char *rule, int64_t *issued,
    int64_t *voided, int64_t *applied, struct err *err)
{
	if (store_first(l->store, Q_ISSUED_COUNTS, err, "ti", rule,
	    (int64_t)SUBJECT_POLICY) < 1)
		return false;
	*issued = store_int(l->store, Q_ISSUED_COUNTS, 0);
	*voided = store_int(l->store, Q_ISSUED_COUNTS, 1);
	*applied = store_int(l->store, Q_ISSUED_COUNTS, 2);
	store_end(l->store, Q_ISSUED_COUNTS);
	return true;
}

/* --- Voiding --------------------------------------------------------------------- */

struct kept { char serial[TEXT_SIZE], rule[CODE_SIZE]; };
struct roll {
	VEC(struct kept) list;		/* that are not void yet */
	int64_t applied;
	char first_applied[TEXT_SIZE];
};

static bool
end_of_roll(struct ledger *l, const char *item, const char *serial,
    struct issued *out, struct err *err)
{
	int rc = issued_find(l, item, serial, out, err);

	if (rc < 0)
		return false;
	if (rc == 0) {
		err_code(err, ERR_ABSENT, "serial.not-issued",
		    "%s was never issued for %s", serial, item);
		return err_hint(err, "'dockledger serials list' says what was.");
	}
	return true;
}

static bool
read_roll(struct ledger *l, const char *item, const struct issued *from,
    const struct issued *to, struct roll *roll, struct err *err)
{
	const enum query q = Q_ISSUED_BETWEEN;
	struct store *s = l->store;
	int64_t id;
	int rc;

	if (!store_name_find(s, NAME_ITEM, item, &id, err) || !store_walk(s, q, err,
	    "iiiii", id, from->event, from->place, to->event, to->place))
		return false;
	while ((rc = store_next(s, q, err)) > 0) {
		struct kept *kept;

		if (store_int(s, q, 3) != 0 && roll->applied++ == 0)
			str_copy(roll->first_applied, TEXT_SIZE, store_text(s, q, 0));
		if (store_int(s, q, 2) != 0)
			continue;
		kept = vec_push(&roll->list);
		str_copy(kept->serial, sizeof kept->serial, store_text(s, q, 0));
		str_copy(kept->rule, sizeof kept->rule, store_text(s, q, 1));
	}
	store_end(s, q);
	return rc == 0;
}

/* One event on serials of one rule; *at moves behind them. */
static bool
void_some(struct ledger *l, const struct serial_ask *ask, const struct roll *roll,
    const char *reason, size_t *at, struct err *err)
{
	const char *rule = roll->list.at[*at].rule;
	struct json_out j;
	struct event e;
	struct str body;
	bool ok;

	str_init(&body);
	json_begin(&j, &body);
	json_canonical(&j);
	json_object(&j);
	json_kv(&j, "item", ask->item);
	json_kv(&j, "reason", reason);
	json_key(&j, "serials");
	json_array(&j);
	for (size_t n = 0; n < BATCH_MAX && *at < roll->list.n &&
	    strcmp(roll->list.at[*at].rule, rule) == 0; n++)
		json_text(&j, roll->list.at[(*at)++].serial);
	json_array_end(&j);
	json_object_end(&j);
	ok = serials_say(l, ask, EV_SERIAL_VOIDED, rule, body.p, &e, err);
	str_done(&body);
	return ok;
}

static bool
on_units(const struct roll *roll, struct err *err)
{
	err_code(err, ERR_CLASH, "unit.already-done",
	    "%lld of them are on units, the first is %s", (long long)roll->applied,
	    roll->first_applied);
	return err_hint(err, "Void what lies before and behind them.");
}

bool
serials_void(struct ledger *l, const struct serial_ask *ask, const char *from,
    const char *to, const char *reason, int64_t *n, struct err *err)
{
	struct roll roll = { .applied = 0 };
	struct issued first, last;
	size_t at = 0;
	bool ok;

	assert(store_in_transaction(l->store));
	*n = 0;
	if (strlen(reason) >= NOTE_SIZE)
		return err_code(err, ERR_INPUT, "serial.format",
		    "a reason has at most %d bytes", NOTE_SIZE - 1);
	if (!end_of_roll(l, ask->item, from, &first, err) ||
	    !end_of_roll(l, ask->item, to, &last, err))
		return false;
	if (first.event > last.event ||
	    (first.event == last.event && first.place > last.place)) {
		err_code(err, ERR_INPUT, "serial.format",
		    "%s was issued after %s", from, to);
		return err_hint(err, "Name the one first that was issued first.");
	}
	ok = read_roll(l, ask->item, &first, &last, &roll, err) &&
	    (roll.applied == 0 || on_units(&roll, err));
	while (ok && at < roll.list.n)
		ok = void_some(l, ask, &roll, reason, &at, err);
	*n = (int64_t)roll.list.n;
	vec_done(&roll.list);
	return ok;
}

bool
voided_project(struct ledger *l, const struct event *e, const struct json *body,
    struct err *err)
{
	const struct json *serials = json_get(body, "serials");
	const char *reason = json_get_text(body, "reason");
	const char *item = json_get_text(body, "item");
	unsigned char key[SERIAL_KEY_MAX];
	int64_t id;

	if (!store_name(l->store, NAME_ITEM, item == NULL ? "" : item, &id, err))
		return false;
	for (size_t i = 0; serials != NULL && i < json_count(serials); i++) {
		const char *serial = json_as_text(json_at(serials, i));
		size_t n = serial == NULL ? 0 : serial_key(serial, key, sizeof key);

		if (n > 0 && !store_run(l->store, Q_ISSUED_VOID, err, "ibit", id,
		    (const void *)key, n, e->id, reason == NULL ? "" : reason))
			return false;
	}
	return true;
}
