/*
 * print_failed.c - labels that will not read, and what stands for them.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "ledger/history.h"
#include "ledger/print_failed.h"
#include "ledger/print_private.h"

#define BETWEEN "; "

_Static_assert(EV_UNIT_LABEL_FAILED == 38, "as 0003_print.sql and event.sql have it");

void
label_failure_write(const struct label_failure *f, struct event_body *b)
{
	str_copy(b->party, sizeof b->party, f->supplier);
	str_copy(b->reason, sizeof b->reason, LABEL_UNREADABLE);
	str_print(b->detail, sizeof b->detail,
	    "%s" BETWEEN "%s" BETWEEN "%lld s" BETWEEN "%s", f->template_name,
	    f->symbols, (long long)f->age_s, f->printer);
	if (f->template_name[0] != '\0')
		str_print(b->note, sizeof b->note, "label %s", f->template_name);
}

/* The part up to the next mark, and what is behind it. */
static const char *
next_part(const char *text, char *out, size_t size)
{
	const char *end = strstr(text, BETWEEN);

	str_copyn(out, size, text, end == NULL ? strlen(text) : (size_t)(end - text));
	return end == NULL ? "" : end + strlen(BETWEEN);
}

void
label_failure_read(const struct event_body *b, struct label_failure *f)
{
	const char *text = b->detail;
	char age[32];

	memset(f, 0, sizeof *f);
	str_copy(f->supplier, sizeof f->supplier, b->party);
	text = next_part(text, f->template_name, sizeof f->template_name);
	text = next_part(text, f->symbols, sizeof f->symbols);
	text = next_part(text, age, sizeof age);
	f->age_s = strtoll(age, NULL, 10);
	str_copy(f->printer, sizeof f->printer, text);
}

static bool
settle(struct ledger *l, const struct print_request *again, int64_t below,
    struct err *err)
{
	int64_t item;

	return store_name(l->store, NAME_ITEM, again->item, &item, err) &&
	    store_run(l->store, Q_PRINT_LABEL_SETTLE, err, "ititi", item,
	    again->serial, below, LABEL_UNREADABLE, clock_wall_ms());
}

bool
ledger_label_failed(struct ledger *l, const char *item, const char *serial,
    const struct label_failure *f, const struct print_request *again, int64_t *id,
    enum event_entry entry, struct err *err)
{
	struct event e = { .type = EV_UNIT_LABEL_FAILED,
	    .subject_kind = SUBJECT_UNIT, .entry = entry };
	struct anomaly odd;

	assert(store_in_transaction(l->store));
	str_copy(e.item, sizeof e.item, item);
	str_copy(e.subject, sizeof e.subject, serial);
	label_failure_write(f, &e.body);
	if (!ledger_append(l, &e, &odd, err))
		return false;
	return again == NULL || (ledger_print_request(l, again, id, err) &&
	    settle(l, again, *id, err));
}

bool
label_failures(struct ledger *l, bool (*each)(void *, const struct event *,
    const struct label_failure *), void *ctx, struct err *err)
{
	struct label_failure f;
	struct event e;
	struct str json;
	bool ok = true, more = true;
	int rc = 0;

	if (!store_walk(l->store, Q_EVENT_LABEL_FAILED, err, ""))
		return false;
	str_init(&json);
	while (ok && more && (rc = store_next(l->store, Q_EVENT_LABEL_FAILED,
	    err)) > 0) {
		str_clear(&json);
		ok = event_row(l, Q_EVENT_LABEL_FAILED, &e, &json, err);
		if (ok) {
			label_failure_read(&e.body, &f);
			more = each(ctx, &e, &f);
		}
	}
	str_done(&json);
	store_end(l->store, Q_EVENT_LABEL_FAILED);
	return ok && rc >= 0;
}
