/*
 * code_list.c - bins, items, operators and parties, a page at a time.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A statement gives the codes of a page; the finders of ledger read what each
 * one means, so that the columns of definitions are known in one place.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "report/lists.h"

#define JUST_AFTER "\x01"	/* codes hold no control characters */
#define AFTER_ALL "\xff"

struct code { char text[CODE_SIZE]; };

struct page_of_codes {
	VEC(struct code) list;
};

/* The codes of a page in the list's order. */
static bool
read_codes(struct store *s, enum query forward, enum query back,
    enum page_way way, const char *anchor, size_t max,
    struct page_of_codes *out, struct err *err)
{
	enum query q = way == PAGE_BEFORE ? back : forward;
	char from[CODE_SIZE + 2];
	int rc;

	assert(max > 0);
	memset(out, 0, sizeof *out);
	if (way == PAGE_BEFORE && anchor[0] == '\0')
		str_copy(from, sizeof from, AFTER_ALL);
	else
		str_print(from, sizeof from, "%s%s", anchor,
		    way == PAGE_AFTER && anchor[0] != '\0' ? JUST_AFTER : "");
	if (!store_walk(s, q, err, "ti", from, (int64_t)max))
		return false;
	while ((rc = store_next(s, q, err)) > 0)
		str_copy(vec_push(&out->list)->text, CODE_SIZE,
		    store_text(s, q, 0));
	if (rc < 0)
		vec_done(&out->list);
	return rc == 0;
}

/* The i-th code of the page, whichever way it was read. */
static const char *
code_at(const struct page_of_codes *page, enum page_way way, size_t i)
{
	size_t n = page->list.n;

	return page->list.at[way == PAGE_BEFORE ? n - 1 - i : i].text;
}

/* Read each code of a page into its row by read(l, code, row). */
static bool
read_rows(struct ledger *l, enum query forward, enum query back,
    enum page_way way, const char *anchor, void *out, size_t size, size_t max,
    size_t *n, bool (*read)(struct ledger *, const char *, void *,
    struct err *), struct err *err)
{
	struct page_of_codes page;
	bool ok = true;

	if (!read_codes(ledger_store(l), forward, back, way, anchor, max, &page,
	    err))
		return false;
	for (size_t i = 0; ok && i < page.list.n; i++)
		ok = read(l, code_at(&page, way, i), (char *)out + i * size, err);
	if (ok)
		*n = page.list.n;
	vec_done(&page.list);
	return ok;
}

/* A code that was listed a moment ago must be found. */
static bool
found(int rc, const char *code, struct err *err)
{
	return rc > 0 || (rc == 0 &&
	    err_set(err, ERR_DAMAGED, "\"%s\" is listed and not found", code));
}

static bool
read_bin(struct ledger *l, const char *code, void *out, struct err *err)
{
	struct bin_row *row = out;

	return found(bin_find(l, code, &row->bin, err), code, err) &&
	    ledger_bin_units(l, code, &row->units, err);
}

bool
bin_list_page(struct ledger *l, enum page_way way, const char *code,
    struct bin_row out[], size_t max, size_t *n, struct err *err)
{
	return read_rows(l, Q_LIST_BINS, Q_LIST_BINS_BACK, way, code, out,
	    sizeof out[0], max, n, read_bin, err);
}

/* The sums of an item by status; b is status * 2 + held. */
static bool
read_sums(struct ledger *l, struct item_row *row, struct err *err)
{
	struct store *s = ledger_store(l);
	enum query q = Q_TALLY_BETWEEN;
	int rc;

	memset(row->units, 0, sizeof row->units);
	row->held = 0;
	if (!store_walk(s, q, err, "iiii", (int64_t)TALLY_STATUS, row->item.id,
	    (int64_t)0, (int64_t)UNIT_STATUSES * 2))
		return false;
	while ((rc = store_next(s, q, err)) > 0) {
		int64_t b = store_int(s, q, 0), units = store_int(s, q, 1);

		row->units[b / 2] += units;
		row->held += b % 2 == 1 ? units : 0;
	}
	return rc == 0;
}

static bool
read_item(struct ledger *l, const char *code, void *out, struct err *err)
{
	struct item_row *row = out;

	return found(item_find(l, code, &row->item, err), code, err) &&
	    read_sums(l, row, err);
}

bool
item_list_page(struct ledger *l, enum page_way way, const char *code,
    struct item_row out[], size_t max, size_t *n, struct err *err)
{
	return read_rows(l, Q_LIST_ITEMS, Q_LIST_ITEMS_BACK, way, code, out,
	    sizeof out[0], max, n, read_item, err);
}

static bool
read_operator(struct ledger *l, const char *badge, void *out, struct err *err)
{
	return found(operator_find(l, badge, out, err), badge, err);
}

bool
operator_list_page(struct ledger *l, enum page_way way, const char *badge,
    struct operator out[], size_t max, size_t *n, struct err *err)
{
	return read_rows(l, Q_LIST_OPERATORS, Q_LIST_OPERATORS_BACK, way, badge,
	    out, sizeof out[0], max, n, read_operator, err);
}

static bool
read_party(struct ledger *l, const char *code, void *out, struct err *err)
{
	return found(party_find(l, code, out, err), code, err);
}

bool
party_list_page(struct ledger *l, enum page_way way, const char *code,
    struct party out[], size_t max, size_t *n, struct err *err)
{
	return read_rows(l, Q_LIST_PARTIES, Q_LIST_PARTIES_BACK, way, code, out,
	    sizeof out[0], max, n, read_party, err);
}
