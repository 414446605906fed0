/*
 * print_request.c - labels that are asked for, in the transaction of their cause.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A row holds all that the label needs: the version of its template and the
 * values as they were.  What changes later changes no label that was ordered.
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/json.h"
#include "base/str.h"
#include "ledger/print_private.h"
#include "ledger/serials.h"

/* Each version of a template once, known by the hash of its text. */
static bool
template_id(struct ledger *l, const char *name, const char *text, int64_t *id,
    struct err *err)
{
	unsigned char hash[SEAL_HASH];
	char hex[2 * SEAL_HASH + 1];
	int rc;

	seal_hash(hash, NULL, text, strlen(text));
	seal_hex(hex, hash, sizeof hash);
	rc = store_first(l->store, Q_PRINT_TEMPLATE_FIND, err, "tt", name, hex);
	if (rc > 0) {
		*id = store_int(l->store, Q_PRINT_TEMPLATE_FIND, 0);
		store_end(l->store, Q_PRINT_TEMPLATE_FIND);
		return true;
	}
	if (rc < 0 || !store_run(l->store, Q_PRINT_TEMPLATE_ADD, err, "ttti", name,
	    hex, text, clock_wall_ms()))
		return false;
	*id = store_last_id(l->store);
	return true;
}

/* What was asked for this unit before, by the same template. */
struct before {
	const char *template_name;
	int copies;		/* that may be out there, or will be */
	struct print_row last;
};

static bool
look_before(void *ctx, const struct print_row *row)
{
	struct before *b = ctx;

	if (strcmp(row->template_name, b->template_name) != 0 ||
	    row->state == PRINT_VOID)
		return true;
	b->copies++;
	b->last = *row;
	return true;
}

static bool
refuse_reprint(const struct print_request *r, const struct before *b,
    struct err *err)
{
	char when[17];

	clock_local(b->last.made_at, when);
	err_code(err, ERR_CLASH, "label.reprint", "%s %s has a label \"%s\" already",
	    r->item, r->serial, r->template_name);
	err_detail(err, "label %lld, %s, asked for %s by %s",
	    (long long)b->last.id, print_state_word(b->last.state), when,
	    b->last.operator);
	return err_hint(err, "Say why another is needed (--reason), or confirm "
	    "that one.");
}

static bool
find_before(struct ledger *l, const struct print_request *r, struct before *b,
    struct err *err)
{
	memset(b, 0, sizeof *b);
	b->template_name = r->template_name;
	if (r->item[0] == '\0')
		return true;
	if (!ledger_print_of_unit(l, r->item, r->serial, look_before, b, err))
		return false;
	return b->copies == 0 || r->reason[0] != '\0' || refuse_reprint(r, b, err);
}

static bool
add_row(struct ledger *l, const struct print_request *r, int copy_no,
    struct err *err)
{
	int64_t template, item, operator;

	return template_id(l, r->template_name, r->template_text, &template, err) &&
	    store_name(l->store, NAME_ITEM, r->item, &item, err) &&
	    store_name(l->store, NAME_OPERATOR, l->operator, &operator, err) &&
	    store_run(l->store, Q_PRINT_LABEL_ADD, err, "ititzozioii", template,
	    r->fields, (int64_t)r->copies, r->printer, item, r->serial, r->event,
	    (int64_t)copy_no, r->reason, operator, clock_wall_ms());
}

bool
print_event(struct ledger *l, const struct print_row *row, enum event_type type,
    const char *reason, enum event_entry entry, struct err *err)
{
	struct event e = { .type = type, .subject_kind = SUBJECT_UNIT,
	    .entry = entry };
	struct anomaly odd;
	struct unit unit;
	int rc = row->item[0] == '\0' ? 0 :
	    ledger_unit(l, row->item, row->serial, &unit, err);

	if (rc <= 0)	/* a container, or a serial that no unit bears yet */
		return rc == 0;
	str_copy(e.item, sizeof e.item, row->item);
	str_copy(e.subject, sizeof e.subject, row->serial);
	str_copy(e.body.reason, sizeof e.body.reason, reason);
	str_print(e.body.note, sizeof e.body.note, "label %s", row->template_name);
	if (row->copy_no > 1)
		str_print(e.body.note, sizeof e.body.note, "label %s, copy %d",
		    row->template_name, row->copy_no);
	return ledger_append(l, &e, &odd, err);
}

/* A serial of ours has its label before a unit bears it. */
static int
is_issued(struct ledger *l, const struct print_request *r, struct err *err)
{
	struct issued issued;
	int rc = r->event == 0 ? 0 : issued_find(l, r->item, r->serial, &issued, err);

	return rc > 0 && issued.voided ? 0 : rc;
}

/* The unit must be known: a label for nothing is somebody's mistake. */
static bool
check_unit(struct ledger *l, const struct print_request *r, struct err *err)
{
	struct unit unit;
	int rc = r->item[0] == '\0' ? 1 :
	    ledger_unit(l, r->item, r->serial, &unit, err);

	if (rc == 0)
		rc = is_issued(l, r, err);
	if (rc == 0) {
		err_code(err, ERR_ABSENT, "unit.unknown",
		    "there is no unit %s of item %s", r->serial, r->item);
		err_hint(err, "Receive it first; the label comes with the act.");
	}
	return rc > 0;
}

bool
ledger_print_request(struct ledger *l, const struct print_request *r, int64_t *id,
    struct err *err)
{
	struct print_row row = { .copies = r->copies };
	struct before before;

	assert(store_in_transaction(l->store));
	assert(r->copies >= 1 && r->copies <= PRINT_COPIES_MAX);
	assert((r->item[0] == '\0') == (r->serial[0] == '\0'));
	if (!check_unit(l, r, err) || !find_before(l, r, &before, err) ||
	    !add_row(l, r, before.copies + 1, err))
		return false;
	*id = store_last_id(l->store);
	if (r->event != 0 && before.copies == 0)
		return true;	/* its cause tells of it */
	str_copy(row.template_name, sizeof row.template_name, r->template_name);
	str_copy(row.item, sizeof row.item, r->item);
	str_copy(row.serial, sizeof row.serial, r->serial);
	row.copy_no = before.copies + 1;
	return print_event(l, &row, EV_UNIT_LABEL_PRINTED, r->reason, r->entry, err);
}

bool
ledger_print_void(struct ledger *l, int64_t event, int64_t *left, struct err *err)
{
	enum query q = Q_PRINT_LABEL_LEFT_EVENT;

	assert(store_in_transaction(l->store) && event != 0);
	if (!store_run(l->store, Q_PRINT_LABEL_VOID_EVENT, err, "iti", event,
	    "its act was taken back", clock_wall_ms()) ||
	    store_first(l->store, q, err, "i", event) < 1)
		return false;
	*left = store_int(l->store, q, 0);
	store_end(l->store, q);
	return true;
}
