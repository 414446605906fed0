/*
 * print_list.c - the labels of the print outbox, read.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "ledger/print_private.h"

enum { COL_ID, COL_TEMPLATE, COL_TEMPLATE_ID, COL_PRINTER, COL_COPIES, COL_STATE,
    COL_DETAIL, COL_MADE, COL_CHANGED, COL_ITEM, COL_SERIAL, COL_OPERATOR,
    COL_REASON, COL_COPY_NO, COL_ATTEMPTS, COL_JOB, COL_JOB_DETAIL,
    COL_PRINTER_WORDS, COL_FIELDS };

static const char *const state_words[PRINT_STATES] = {
	[PRINT_QUEUED] = "waiting", [PRINT_HELD] = "waiting",
	[PRINT_SUBMITTING] = "waiting", [PRINT_CREATED] = "sent",
	[PRINT_SUBMITTED] = "sent", [PRINT_PRINTING] = "printing",
	[PRINT_SENT] = "printed", [PRINT_CONFIRMED] = "confirmed",
	[PRINT_FAILED] = "failed", [PRINT_UNKNOWN] = "unknown",
	[PRINT_VOID] = "cancelled",
};

const char *
print_state_word(enum print_state state)
{
	assert(state > 0 && state < PRINT_STATES);
	return state_words[state];
}

bool
print_state_is_live(enum print_state state)
{
	return state >= PRINT_SUBMITTING && state <= PRINT_PRINTING;
}

/* Its own words, else those of its job, else those of its printer. */
static void
read_detail(struct store *s, enum query q, struct print_row *out)
{
	const char *words = store_text(s, q, COL_DETAIL);

	if (words[0] == '\0' && out->job != 0 && out->state != PRINT_CONFIRMED)
		words = store_text(s, q, COL_JOB_DETAIL);
	if (words[0] == '\0' && (out->state == PRINT_QUEUED ||
	    print_state_is_live(out->state)))
		words = store_text(s, q, COL_PRINTER_WORDS);
	if (words[0] == '\0' && out->state == PRINT_HELD)
		words = "held by a person";
	str_copy(out->detail, sizeof out->detail, words);
}

bool
print_row_read(struct ledger *l, enum query q, struct print_row *out,
    struct err *err)
{
	struct store *s = l->store;
	int64_t state = store_int(s, q, COL_STATE);
	const char *text;

	memset(out, 0, sizeof *out);
	if (state < PRINT_QUEUED || state >= PRINT_STATES)
		return err_set(err, ERR_DAMAGED, "a label has no known state");
	out->id = store_int(s, q, COL_ID);
	out->state = (enum print_state)state;
	out->template_id = store_int(s, q, COL_TEMPLATE_ID);
	out->copies = (int)store_int(s, q, COL_COPIES);
	out->copy_no = (int)store_int(s, q, COL_COPY_NO);
	out->attempts = (int)store_int(s, q, COL_ATTEMPTS);
	out->made_at = store_int(s, q, COL_MADE);
	out->changed_at = store_int(s, q, COL_CHANGED);
	out->job = store_int(s, q, COL_JOB);
	str_copy(out->template_name, sizeof out->template_name,
	    store_text(s, q, COL_TEMPLATE));
	str_copy(out->printer, sizeof out->printer, store_text(s, q, COL_PRINTER));
	str_copy(out->serial, sizeof out->serial, store_text(s, q, COL_SERIAL));
	str_copy(out->reason, sizeof out->reason, store_text(s, q, COL_REASON));
	read_detail(s, q, out);
	if (!store_name_text(s, store_int(s, q, COL_ITEM), &text, err))
		return false;
	str_copy(out->item, sizeof out->item, text);
	if (!store_name_text(s, store_int(s, q, COL_OPERATOR), &text, err))
		return false;
	str_copy(out->operator, sizeof out->operator, text);
	return true;
}

int
ledger_print_row(struct ledger *l, int64_t id, struct print_row *out,
    struct err *err)
{
	int rc = store_first(l->store, Q_PRINT_LABEL_GET, err, "i", id);
	bool ok;

	if (rc <= 0)
		return rc;
	ok = print_row_read(l, Q_PRINT_LABEL_GET, out, err);
	store_end(l->store, Q_PRINT_LABEL_GET);
	return ok ? 1 : -1;
}

bool
print_row_need(struct ledger *l, int64_t id, struct print_row *out,
    struct err *err)
{
	int rc = ledger_print_row(l, id, out, err);

	if (rc == 0) {
		err_set(err, ERR_ABSENT, "there is no label %lld to print",
		    (long long)id);
		err_hint(err, "'dockledger jobs' lists them.");
	}
	return rc > 0;
}

/* Labels beside this number, the way the query goes. */
static bool
read_page(struct ledger *l, enum query q, int64_t beside, struct print_row out[],
    size_t max, size_t *n, struct err *err)
{
	size_t got = 0;
	bool ok = true;
	int rc = 0;

	assert(max > 0);
	if (!store_walk(l->store, q, err, "ii", beside, (int64_t)max))
		return false;
	while (ok && got < max && (rc = store_next(l->store, q, err)) > 0)
		ok = print_row_read(l, q, &out[got++], err);
	store_end(l->store, q);
	*n = got;
	return ok && rc >= 0;
}

bool
ledger_print_page(struct ledger *l, bool open_only, int64_t after,
    struct print_row out[], size_t max, size_t *n, struct err *err)
{
	return read_page(l, open_only ? Q_PRINT_LABEL_PAGE_OPEN :
	    Q_PRINT_LABEL_PAGE, after, out, max, n, err);
}

bool
ledger_print_newest(struct ledger *l, bool open_only, int64_t before,
    struct print_row out[], size_t max, size_t *n, struct err *err)
{
	return read_page(l, open_only ? Q_PRINT_LABEL_NEWEST_OPEN :
	    Q_PRINT_LABEL_NEWEST, before, out, max, n, err);
}

bool
ledger_print_unchecked(struct ledger *l, int64_t after, struct print_row out[],
    size_t max, size_t *n, struct err *err)
{
	return read_page(l, Q_PRINT_LABEL_UNCHECKED, after, out, max, n, err);
}

bool
ledger_print_unchecked_count(struct ledger *l, int64_t *n, struct err *err)
{
	enum query q = Q_PRINT_LABEL_UNCHECKED_COUNT;

	if (store_first(l->store, q, err, "") < 1)
		return false;
	*n = store_int(l->store, q, 0);
	store_end(l->store, q);
	return true;
}

bool
ledger_print_unchecked_item(struct ledger *l, const char *serial,
    char item[CODE_SIZE], struct err *err)
{
	enum query q = Q_PRINT_LABEL_UNCHECKED_ITEM;
	int64_t id = 0;
	const char *text;
	int rc, n = 0;

	item[0] = '\0';
	if (!store_walk(l->store, q, err, "t", serial))
		return false;
	while ((rc = store_next(l->store, q, err)) > 0) {
		id = store_int(l->store, q, 0);
		n++;
	}
	store_end(l->store, q);
	if (rc < 0 || n != 1)
		return rc >= 0;
	if (!store_name_text(l->store, id, &text, err))
		return false;
	str_copy(item, CODE_SIZE, text);
	return true;
}

bool
ledger_print_of_unit(struct ledger *l, const char *item, const char *serial,
    bool (*each)(void *, const struct print_row *), void *ctx, struct err *err)
{
	enum query q = Q_PRINT_LABEL_OF_UNIT;
	struct print_row row;
	int64_t item_no;
	bool ok = true;
	int rc = 0;

	if (!store_name_find(l->store, NAME_ITEM, item, &item_no, err) ||
	    !store_walk(l->store, q, err, "it", item_no, serial))
		return false;
	while (ok && (rc = store_next(l->store, q, err)) > 0) {
		ok = print_row_read(l, q, &row, err);
		if (ok && !each(ctx, &row))
			break;
	}
	store_end(l->store, q);
	return ok && rc >= 0;
}

/* One text of a row, appended. */
static bool
read_text(struct ledger *l, enum query q, int64_t id, int column,
    struct str *out, const char *what, struct err *err)
{
	int rc = store_first(l->store, q, err, "i", id);

	if (rc == 0)
		return err_set(err, ERR_ABSENT, "there is no %s %lld", what,
		    (long long)id);
	if (rc < 0)
		return false;
	str_add(out, store_text(l->store, q, column));
	store_end(l->store, q);
	return true;
}

bool
ledger_print_fields(struct ledger *l, int64_t id, struct str *json,
    struct err *err)
{
	return read_text(l, Q_PRINT_LABEL_GET, id, COL_FIELDS, json,
	    "label to print", err);
}

bool
ledger_print_template(struct ledger *l, int64_t template_id, struct str *text,
    struct err *err)
{
	return read_text(l, Q_PRINT_TEMPLATE_GET, template_id, 1, text,
	    "label template", err);
}

bool
ledger_print_counts(struct ledger *l, struct print_counts *out, struct err *err)
{
	enum query q = Q_PRINT_LABEL_OPEN_COUNTS;
	struct print_counts counts = { 0 };
	int rc;

	if (!store_walk(l->store, q, err, ""))
		return false;
	while ((rc = store_next(l->store, q, err)) > 0) {
		enum print_state state = (enum print_state)store_int(l->store, q, 0);
		int64_t n = store_int(l->store, q, 1);

		if (state == PRINT_FAILED)
			counts.failed += n;
		else if (state == PRINT_UNKNOWN)
			counts.unknown += n;
		else if (print_state_is_live(state))
			counts.on_way += n;
		else
			counts.waiting += n;
	}
	store_end(l->store, q);
	*out = counts;
	return rc == 0;
}

bool
ledger_printers(struct ledger *l, struct printer_row out[], size_t max, size_t *n,
    struct err *err)
{
	enum query q = Q_PRINT_PRINTER_LIST;
	size_t got = 0;
	int rc = 0;

	if (!store_walk(l->store, q, err, ""))
		return false;
	while (got < max && (rc = store_next(l->store, q, err)) > 0) {
		struct printer_row *row = &out[got++];

		memset(row, 0, sizeof *row);
		str_copy(row->name, sizeof row->name, store_text(l->store, q, 0));
		str_copy(row->queue, sizeof row->queue, store_text(l->store, q, 1));
		row->state = (enum printer_state)store_int(l->store, q, 2);
		str_copy(row->words, sizeof row->words, store_text(l->store, q, 3));
		row->at = store_int(l->store, q, 4);
	}
	store_end(l->store, q);
	*n = got;
	return rc >= 0;
}

bool
ledger_printer_load(struct ledger *l, const char *name, struct printer_load *out,
    struct err *err)
{
	enum query q = Q_PRINT_PRINTER_LOAD;

	if (store_first(l->store, q, err, "t", name) < 1)
		return false;
	out->waiting = store_int(l->store, q, 0);
	out->printed_at = store_int(l->store, q, 1);
	store_end(l->store, q);
	return true;
}
