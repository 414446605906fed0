/*
 * allocations.h - the small warehouse for tests of promises: told, asked.
 * SPDX-License-Identifier: Apache-2.0
 *
 * In memory, on a clock stopped in the morning of 2026-03-02; after each test
 * `verify` is clean.
 */
#ifndef TESTS_ALLOCATIONS_H
#define TESTS_ALLOCATIONS_H
#include "../unit.h"
#include <stdio.h>
#include <string.h>
#include "../../support/house.h"
#include "base/clock.h"
#include "ledger/allocation.h"

static struct allocation_result result;
static struct err last;

static inline int
setup(void **state)
{
	static struct house h;

	setenv("DOCKLEDGER_NOW", "2026-03-02T08:00:00.000Z", 1);
	clock_use(NULL);
	memset(&result, 0, sizeof result);
	house_memory(&h);
	house_furnish(&h);
	*state = &h;
	return 0;
}

static inline int
teardown(void **state)
{
	struct house *h = *state;
	bool clean = house_faults(h) == 0;

	allocation_result_done(&result);
	house_close(h);
	return clean ? 0 : -1;
}

/* --- Telling the house ---------------------------------------------------- */

static inline void
tell(struct house *h, enum event_type type, const char *item, const char *serial,
    const struct event_body *body)
{
	struct event e = { .type = type, .subject_kind = SUBJECT_UNIT, .body = *body };
	struct anomaly odd;
	struct err err;

	str_copy(e.item, sizeof e.item, item);
	str_copy(e.subject, sizeof e.subject, serial);
	must(ledger_begin(h->l, -1, &err));
	must(ledger_append(h->l, &e, &odd, &err));
	assert_string_equal(odd.code, "");
	must(ledger_commit(h->l, &err));
}

/* "SERIAL expires LOT": - for none. */
static inline void
open_unit(struct house *h, const char *item, const char *bin, const char *serial,
    const char *expires, const char *lot)
{
	struct event_body b = { .received_on = "2026-01-05" };

	str_copy(b.bin, sizeof b.bin, bin);
	str_copy(b.expires_on, sizeof b.expires_on, expires);
	str_copy(b.lot, sizeof b.lot, lot);
	tell(h, EV_UNIT_OPENED, item, serial, &b);
}

static inline void
hold(struct house *h, const char *item, const char *serial, const char *reason)
{
	struct event_body b = { .line = 0 };

	str_copy(b.reason, sizeof b.reason, reason);
	tell(h, EV_UNIT_HELD, item, serial, &b);
}

static inline void
find(struct house *h, const char *key, struct order *o)
{
	const char *colon = strchr(key, ':');
	char word[16];
	struct err err;

	order_init(o);
	str_copyn(word, sizeof word, key, (size_t)(colon - key));
	must(order_find(h->l, (enum order_kind)order_kind_find(word), colon + 1, o,
	    &err) > 0);
}

/* Change a line of an order: the order is defined anew. */
static inline void
amend_line(struct house *h, const char *key, size_t i, const struct order_line *to)
{
	struct order o;
	struct err err;
	bool changed;

	find(h, key, &o);
	o.state = ORDER_OPEN;
	o.lines.at[i] = *to;
	must(ledger_begin(h->l, -1, &err));
	must(order_define(h->l, &o, BY_FILE, &changed, &err));
	must(ledger_commit(h->l, &err));
	order_done(&o);
}

static inline struct order_line
line_of(struct house *h, const char *key, size_t i)
{
	struct order_line line;
	struct order o;

	find(h, key, &o);
	line = o.lines.at[i];
	order_done(&o);
	return line;
}

static inline bool
allocate_as(struct house *h, const char *key, const struct allocation_ask *ask)
{
	struct order o;
	struct err err;
	bool ok;

	allocation_result_done(&result);
	find(h, key, &o);
	err_clear(&last);
	must(ledger_begin(h->l, -1, &err));
	ok = order_allocate(h->l, &o, ask, &result, &last);
	if (ok)
		must(ledger_commit(h->l, &err));
	else
		ledger_rollback(h->l);
	order_done(&o);
	return ok;
}

static inline bool
allocate(struct house *h, const char *key)
{
	return allocate_as(h, key, &(struct allocation_ask){ .entry = BY_KEYS });
}

static inline bool
allocate_part(struct house *h, const char *key)
{
	return allocate_as(h, key,
	    &(struct allocation_ask){ .entry = BY_KEYS, .partial = true });
}

static inline bool
allocate_soft(struct house *h, const char *key)
{
	return allocate_as(h, key, &(struct allocation_ask){ .entry = BY_KEYS,
	    .partial = true, .soft = true });
}

/* --- Asking the house --------------------------------------------------------- */

/* Serials of an item that are promised to a line, natural order. */
static inline void
promised(struct house *h, const char *key, int64_t line, const char *shall)
{
	struct store *s = ledger_store(h->l);
	char got[300] = "";
	struct unit u;
	struct err err;
	int64_t id;

	must(store_name_find(s, NAME_ORDER, key, &id, &err));
	must(store_walk(s, Q_LIST_LINE_OUT, &err, "ii", id, line));
	while (store_next(s, Q_LIST_LINE_OUT, &err) > 0) {
		size_t len = strlen(got);

		must(ledger_unit_row(h->l, Q_LIST_LINE_OUT, &u, &err));
		if (u.status == UNIT_ALLOCATED)
			str_print(got + len, sizeof got - len, "%s%s",
			    len == 0 ? "" : " ", u.serial);
	}
	assert_string_equal(got, shall);
}

static inline int64_t
softly(struct house *h, const char *key, int64_t line)
{
	struct err err;
	int64_t n;

	must(allocation_soft(h->l, key, line, &n, &err));
	return n;
}

static inline void
says(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", text, part);
}

#define allocation_test(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
#endif
