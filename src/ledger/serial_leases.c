/*
 * serial_leases.c - who holds which numbers of a mask.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "ledger/others.h"
#include "ledger/record.h"
#include "ledger/serials_private.h"

/* Columns of every query that gives leases (src/store/sql/serial.sql). */
enum { COL_CODE, COL_RULE, COL_MASK, COL_ALPHABET, COL_HOLDER, COL_GIVER, COL_KEY,
    COL_LO, COL_HI, COL_NEXT, COL_ISSUED };

static const struct field say_fields[] = {
	{ FIELD_OF(lease_say, alphabet), FIELD_TEXT, NULL },
	{ FIELD_OF(lease_say, from), FIELD_NUMBER, NULL },
	{ FIELD_OF(lease_say, giver), FIELD_TEXT, NULL },
	{ FIELD_OF(lease_say, giver_key), FIELD_TEXT, NULL },
	{ FIELD_OF(lease_say, instead), FIELD_TEXT, NULL },
	{ FIELD_OF(lease_say, lease), FIELD_TEXT, NULL },
	{ FIELD_OF(lease_say, mask), FIELD_TEXT, NULL },
	{ FIELD_OF(lease_say, of), FIELD_TEXT, NULL },
	{ FIELD_OF(lease_say, station), FIELD_TEXT, NULL },
	{ FIELD_OF(lease_say, to), FIELD_NUMBER, NULL },
};
static const struct record say = RECORD_OF(say_fields);

#define TEXT(column, field) \
	str_copy(out->field, sizeof out->field, store_text(s, q, column))

static void
lease_row(struct ledger *l, enum query q, struct lease *out)
{
	struct store *s = l->store;

	memset(out, 0, sizeof *out);
	TEXT(COL_CODE, code);
	TEXT(COL_RULE, rule);
	TEXT(COL_MASK, mask);
	TEXT(COL_ALPHABET, alphabet);
	TEXT(COL_HOLDER, holder);
	TEXT(COL_GIVER, giver);
	TEXT(COL_KEY, giver_key);
	out->lo = store_int(s, q, COL_LO);
	out->hi = store_int(s, q, COL_HI);
	out->next = store_int(s, q, COL_NEXT);
	out->issued = store_int(s, q, COL_ISSUED);
}

int
lease_find(struct ledger *l, const char *code, struct lease *out, struct err *err)
{
	int rc = store_first(l->store, Q_LEASE_FIND, err, "t", code);

	if (rc > 0) {
		lease_row(l, Q_LEASE_FIND, out);
		store_end(l->store, Q_LEASE_FIND);
	}
	return rc;
}

bool
leases_of(struct ledger *l, const char *rule, struct leases *out, struct err *err)
{
	int rc;

	if (!store_walk(l->store, Q_LEASE_OF_RULE, err, "t", rule))
		return false;
	while ((rc = store_next(l->store, Q_LEASE_OF_RULE, err)) > 0)
		lease_row(l, Q_LEASE_OF_RULE, vec_push(&out->list));
	store_end(l->store, Q_LEASE_OF_RULE);
	return rc == 0;
}

int64_t
lease_left(const struct lease *lease, const struct serial_mask *mask)
{
	if (lease->hi < lease->lo)
		return 0;
	if (mask->counted)
		return lease->hi < lease->next ? 0 : lease->hi - lease->next + 1;
	return (lease->hi - lease->lo + 1) / SERIALS_SCARCE - lease->issued;
}

/* --- Saying -------------------------------------------------------------------- */

bool
serials_say(struct ledger *l, const struct serial_ask *ask, enum event_type type,
    const char *rule, const char *json, struct event *out, struct err *err)
{
	struct anomaly odd;

	memset(out, 0, sizeof *out);
	out->type = type;
	out->subject_kind = SUBJECT_POLICY;
	out->entry = ask->entry;
	out->json = json;
	str_copy(out->subject, sizeof out->subject, rule);
	return ask->append != NULL ? ask->append(ask->ctx, out, err) :
	    ledger_append(l, out, &odd, err);
}

/* A lease that was given elsewhere is known by that event. */
static void
lease_code(const struct event *e, const struct lease_say *what,
    char code[CODE_SIZE])
{
	if (what->lease[0] != '\0')
		str_copy(code, CODE_SIZE, what->lease);
	else
		str_print(code, CODE_SIZE, "%s-%lld", e->station, (long long)e->seq);
}

bool
lease_say(struct ledger *l, const char *rule, const struct lease_say *what,
    enum event_entry entry, char code[CODE_SIZE], struct err *err)
{
	struct serial_ask ask = { .entry = entry };
	struct json_out j;
	struct event e;
	struct str body;
	bool ok;

	str_init(&body);
	json_begin(&j, &body);
	json_canonical(&j);
	record_write(&say, what, &j);
	ok = serials_say(l, &ask, EV_SERIAL_LEASED, rule, body.p, &e, err);
	str_done(&body);
	if (ok)
		lease_code(&e, what, code);
	return ok;
}

bool
lease_own(struct ledger *l, const struct serial_rule_def *rule,
    enum event_entry entry, struct err *err)
{
	struct lease_say what = { .alphabet = "" };
	struct serial_mask mask;
	char code[CODE_SIZE];
	int rc;

	if (rule->mask[0] == '\0')
		return true;
	if (!serial_mask_parse(rule->mask, rule->alphabet, &mask, err))
		return false;
	rc = store_first(l->store, Q_LEASE_KNOWN, err, "tttt", rule->code, mask.text,
	    mask.alphabet, l->station);
	if (rc < 0)
		return false;
	store_end(l->store, Q_LEASE_KNOWN);
	if (rc > 0)
		return true;
	str_copy(what.alphabet, sizeof what.alphabet, mask.alphabet);
	str_copy(what.mask, sizeof what.mask, mask.text);
	str_copy(what.station, sizeof what.station, l->station);
	what.from = serial_mask_first(&mask);
	what.to = serial_mask_last(&mask);
	return lease_say(l, rule->code, &what, entry, code, err);
}

/* --- Giving --------------------------------------------------------------------- */

static bool
is_ours(const struct ledger *l, const struct lease *lease,
    const struct serial_mask *mask)
{
	return strcmp(lease->holder, l->station) == 0 &&
	    strcmp(lease->mask, mask->text) == 0 &&
	    strcmp(lease->alphabet, mask->alphabet) == 0;
}

/* The lease of ours with so many numbers at its end that were never touched. */
static const struct lease *
with_room(const struct ledger *l, const struct leases *all,
    const struct serial_mask *mask, int64_t width)
{
	for (size_t i = 0; i < all->list.n; i++) {
		const struct lease *lease = &all->list.at[i];

		if (is_ours(l, lease, mask) && lease->hi - lease->next + 1 >= width)
			return lease;
	}
	return NULL;
}

static bool
none_to_give(struct ledger *l, const struct serial_rule_def *rule, int64_t n,
    struct err *err)
{
	err_code(err, ERR_CLASH, "serial.used-up",
	    "%s has not %lld numbers of rule %s left in one piece", l->station,
	    (long long)n, rule->code);
	return err_hint(err, "'dockledger serials show %s' says who holds them.",
	    rule->code);
}

static bool
rule_with_mask(struct ledger *l, const char *code, struct serial_rule_def *rule,
    struct serial_mask *mask, struct err *err)
{
	int rc = serial_rule_find(l, code, rule, err);

	if (rc < 0)
		return false;
	if (rc == 0)
		return err_code(err, ERR_ABSENT, "serial.no-mask",
		    "there is no serial rule %s", code);
	if (rule->mask[0] == '\0') {
		err_code(err, ERR_INPUT, "serial.no-mask",
		    "serial rule %s has no mask: no serials are made by it", code);
		return err_hint(err, "Import the rule with a mask, as HH-{SEQ:6}.");
	}
	return serial_mask_parse(rule->mask, rule->alphabet, mask, err);
}

static bool
give(struct ledger *l, const struct lease *from, const char *station,
    int64_t width, enum event_entry entry, struct lease *out, struct err *err)
{
	struct lease_say what = { .from = from->hi - width + 1, .to = from->hi };
	char code[CODE_SIZE];
	int rc;

	str_copy(what.alphabet, sizeof what.alphabet, from->alphabet);
	str_copy(what.mask, sizeof what.mask, from->mask);
	str_copy(what.of, sizeof what.of, from->code);
	str_copy(what.giver, sizeof what.giver, l->station);
	str_copy(what.station, sizeof what.station, station);
	if (!lease_say(l, from->rule, &what, entry, code, err) ||
	    (rc = lease_find(l, code, out, err)) < 0)
		return false;
	return rc > 0 || err_set(err, ERR_BUG, "lease %s was given and is not there",
	    code);
}

bool
lease_give(struct ledger *l, const char *code, const char *station, int64_t n,
    enum event_entry entry, struct lease *out, struct err *err)
{
	struct leases all = { .list = { .n = 0 } };
	struct serial_rule_def rule;
	struct serial_mask mask;
	const struct lease *from;
	int64_t width = n;
	bool ok;

	if (strcmp(station, l->station) == 0)
		return err_code(err, ERR_INPUT, "serial.lease",
		    "%s is this station; a lease is for another one", station);
	if (!rule_with_mask(l, code, &rule, &mask, err))
		return false;
	if (n < 1 || n > INT64_MAX / SERIALS_SCARCE)
		return none_to_give(l, &rule, n, err);
	if (!mask.counted)
		width = n * SERIALS_SCARCE;
	ok = leases_of(l, code, &all, err);
	if (ok) {
		from = with_room(l, &all, &mask, width);
		ok = from == NULL ? none_to_give(l, &rule, n, err) :
		    give(l, from, station, width, entry, out, err);
	}
	vec_done(&all.list);
	return ok;
}

/* --- Projection ------------------------------------------------------------------- */

static bool
leased_project(struct ledger *l, const struct event *e, const struct json *body,
    struct err *err)
{
	struct lease_say what;
	char code[CODE_SIZE];

	memset(&what, 0, sizeof what);
	record_read(&say, body, &what);
	lease_code(e, &what, code);
	if (what.of[0] != '\0' &&
	    !store_run(l->store, Q_LEASE_CUT, err, "ti", what.of, what.from))
		return false;
	if (what.instead[0] != '\0' &&
	    !store_run(l->store, Q_LEASE_GIVE_UP, err, "t", what.instead))
		return false;
	return store_run(l->store, Q_LEASE_ADD, err, "ttttt" "ooiii", code,
	    e->subject, what.mask, what.alphabet, what.station, what.giver,
	    what.giver_key, what.from, what.to, e->id);
}

bool
serials_project(struct ledger *l, const struct event *e, struct err *err)
{
	struct json *body;
	bool ok;

	if (e->type != EV_SERIAL_LEASED && e->type != EV_SERIAL_ISSUED &&
	    e->type != EV_SERIAL_VOIDED)
		return true;
	if ((body = json_parse(e->json, strlen(e->json), err)) == NULL)
		return false;
	ok = e->type == EV_SERIAL_LEASED ? leased_project(l, e, body, err) :
	    e->type == EV_SERIAL_ISSUED ? issued_project(l, e, body, err) :
	    voided_project(l, e, body, err);
	json_free(body);
	return ok;
}
