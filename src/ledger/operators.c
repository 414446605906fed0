/*
 * operators.c - people with badges: their definition, their PINs, their locks.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Wrong PINs, locks and unlocks are events about the badge; the row's counter
 * and lock are sums over them and survive a new definition.  A right PIN after
 * wrong ones is an operator.unlocked too: it sets the counter back.  What an
 * Argon2id hash costs (tens of milliseconds, 64 MiB) is paid before the lock on the
 * database is taken, where the caller lets us.
 */
#include <assert.h>
#include <string.h>
#include "base/seal.h"
#include "ledger/masters_private.h"

_Static_assert(sizeof(enum role) == sizeof(int), "enums are ints");

static const char *
role_word(int v)
{
	return role_name((enum role)v);
}

static const struct field_words role_words = { role_word, role_find };

static const struct field operator_fields[] = {
	{ FIELD_OF(operator, name), FIELD_TEXT, NULL },
	{ FIELD_OF(operator, pin_hash), FIELD_TEXT, NULL },
	{ FIELD_OF(operator, role), FIELD_WORD, &role_words },
};

const struct master operators = {
	.type = EV_OPERATOR_DEFINED, .subject = SUBJECT_OPERATOR,
	.name = NAME_OPERATOR, .id_at = offsetof(struct operator, id),
	.code_at = offsetof(struct operator, badge),
	.size = sizeof(struct operator), .record = RECORD_OF(operator_fields),
	.find = Q_OPERATOR_FIND, .put = Q_OPERATOR_PUT, .body = Q_OPERATOR_BODY,
};

/* Columns of operator_find behind number, badge and the fields. */
enum { COL_FAILURES = 5, COL_LOCKED = 6 };

int
operator_find(struct ledger *l, const char *badge, struct operator *out,
    struct err *err)
{
	int rc = store_first(l->store, Q_OPERATOR_FIND, err, "t", badge);

	if (rc <= 0)
		return rc;
	master_row(&operators, l->store, Q_OPERATOR_FIND, out);
	out->failures = store_int(l->store, Q_OPERATOR_FIND, COL_FAILURES);
	out->locked = store_int(l->store, Q_OPERATOR_FIND, COL_LOCKED) != 0;
	store_end(l->store, Q_OPERATOR_FIND);
	return 1;
}

bool
operator_define(struct ledger *l, const struct operator *operator,
    enum event_entry entry, bool *changed, struct err *err)
{
	struct operator now = *operator, stands;
	int rc = operator_find(l, operator->badge, &stands, err);

	if (rc < 0)
		return false;
	if (rc > 0 && now.pin_hash[0] == '\0')
		str_copy(now.pin_hash, sizeof now.pin_hash, stands.pin_hash);
	return master_define(&operators, l, &now, entry, changed, err);
}

/* --- PINs and locks -------------------------------------------------------- */

static bool
say(struct ledger *l, const char *badge, enum event_type type, const char *reason,
    struct err *err)
{
	struct event e = { .type = type, .subject_kind = SUBJECT_OPERATOR,
	    .entry = BY_SYSTEM };
	struct anomaly odd;
	char body[64];

	str_copy(e.subject, sizeof e.subject, badge);
	str_print(body, sizeof body, "{\"reason\":\"%s\"}", reason);
	e.json = body;
	return ledger_append(l, &e, &odd, err);
}

static void
say_locked(struct err *wrong, const struct operator *o)
{
	err_code(wrong, ERR_DENIED, "operator.locked", "badge %s is locked", o->badge);
	err_hint(wrong, "An admin can unlock it.");
}

static bool
pin_failed(struct ledger *l, const struct operator *o, struct err *wrong,
    struct err *err)
{
	int64_t left = PIN_TRIES_MAX - o->failures - 1;

	if (!say(l, o->badge, EV_OPERATOR_PIN_FAILED, "pin", err))
		return false;
	if (left <= 0) {
		say_locked(wrong, o);
		err_detail(wrong, "%d wrong PINs in a row", PIN_TRIES_MAX);
		return say(l, o->badge, EV_OPERATOR_LOCKED, "pin", err);
	}
	err_code(wrong, ERR_DENIED, "pin.wrong", "that is not the PIN of %s", o->name);
	err_hint(wrong, "%lld more tries before the badge is locked.", (long long)left);
	return true;
}

/* What a try comes to, knowing whether the PIN was right. */
static bool
pin_settle(struct ledger *l, const char *badge, bool right, struct err *wrong,
    struct err *err)
{
	struct operator o;
	int rc = operator_find(l, badge, &o, err);

	err_clear(wrong);
	if (rc < 0)
		return false;
	if (rc == 0) {
		err_code(wrong, ERR_ABSENT, "scan.unknown", "no operator has the badge %s",
		    badge);
		return true;
	}
	if (o.locked) {
		say_locked(wrong, &o);
		return true;
	}
	if (!right)
		return pin_failed(l, &o, wrong, err);
	return o.failures == 0 || say(l, badge, EV_OPERATOR_UNLOCKED, "pin", err);
}

/* A badge without a PIN has nothing to get wrong. */
static bool
pin_is_right(const struct operator *o, const char *pin)
{
	return o->pin_hash[0] == '\0' || seal_pin_matches(o->pin_hash, pin);
}

bool
operator_try_pin(struct ledger *l, const struct operator *o, const char *pin,
    struct err *wrong, struct err *err)
{
	assert(store_in_transaction(l->store));
	return pin_settle(l, o->badge, !o->locked && pin_is_right(o, pin), wrong, err);
}

bool
operator_check_pin(struct ledger *l, const struct operator *o, const char *pin,
    struct err *err)
{
	struct operator now = *o;
	struct err wrong;
	bool right;

	assert(!store_in_transaction(l->store));
	if (operator_find(l, o->badge, &now, err) < 0)
		return false;
	right = !now.locked && pin_is_right(&now, pin);
	if (right && now.failures == 0)
		return true;	/* the usual case writes nothing */
	if (!ledger_begin(l, -1, err))
		return false;
	if (!pin_settle(l, o->badge, right, &wrong, err)) {
		ledger_rollback(l);
		return false;
	}
	if (!ledger_commit(l, err))
		return false;
	if (wrong.kind == ERR_NONE)
		return true;
	*err = wrong;
	return false;
}

bool
operator_set_locked(struct ledger *l, const struct operator *o, bool locked,
    struct err *err)
{
	return say(l, o->badge, locked ? EV_OPERATOR_LOCKED : EV_OPERATOR_UNLOCKED,
	    "admin", err);
}

bool
operators_project(struct ledger *l, const struct event *e, struct err *err)
{
	switch (e->type) {
	case EV_OPERATOR_PIN_FAILED:
		return store_run(l->store, Q_OPERATOR_FAILED, err, "t", e->subject);
	case EV_OPERATOR_LOCKED:
		return store_run(l->store, Q_OPERATOR_LOCK, err, "t", e->subject);
	case EV_OPERATOR_UNLOCKED:
		return store_run(l->store, Q_OPERATOR_UNLOCK, err, "t", e->subject);
	default:
		return true;
	}
}
