/*
 * stock.h - a small warehouse for the tests of reports.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TESTS_STOCK_H
#define TESTS_STOCK_H
#include "../ledger/ledgers.h"
#include "base/str.h"
#include "domain/serial_key.h"

/* One act of one event on a unit. */
static inline int64_t
book(struct ledger *l, enum event_type type, const char *item,
    const char *serial, const struct event_body *body)
{
	struct event e = { .type = type, .entry = BY_SCAN,
	    .subject_kind = SUBJECT_UNIT };
	struct anomaly odd;
	struct err err;

	err_clear(&err);
	str_copy(e.item, sizeof e.item, item);
	str_copy(e.subject, sizeof e.subject, serial);
	if (body != NULL)
		e.body = *body;
	must(ledger_begin(l, 0, &err));
	must(ledger_append(l, &e, &odd, &err));
	must(ledger_commit(l, &err));
	return e.id;
}

static inline void
define_item(struct ledger *l, const char *code, const char *gtin)
{
	struct item item = { .min_remaining_days = -1 };
	struct err err;
	bool changed;

	err_clear(&err);
	str_copy(item.code, sizeof item.code, code);
	str_print(item.name, sizeof item.name, "Item %s", code);
	str_copy(item.gtin, sizeof item.gtin, gtin);
	must(ledger_begin(l, 0, &err));
	must(item_define(l, &item, BY_FILE, &changed, &err));
	must(ledger_commit(l, &err));
}

static inline void
define_bin(struct ledger *l, const char *code, enum bin_kind kind,
    int64_t sequence)
{
	struct bin bin = { .kind = kind, .sequence = sequence, .capacity = -1 };
	struct err err;
	bool changed;

	err_clear(&err);
	str_copy(bin.code, sizeof bin.code, code);
	str_copy(bin.zone, sizeof bin.zone, "Z");
	must(ledger_begin(l, 0, &err));
	must(bin_define(l, &bin, BY_FILE, &changed, &err));
	must(ledger_commit(l, &err));
}

/* An order with one line of each of two items ("" for none). */
static inline void
define_order(struct ledger *l, enum order_kind kind, const char *number,
    const char *party, const char *first, const char *second, int64_t qty)
{
	const char *const items[2] = { first, second };
	struct order o;
	struct err err;
	bool changed;

	err_clear(&err);
	order_init(&o);
	o.kind = kind;
	o.state = ORDER_OPEN;
	str_copy(o.number, sizeof o.number, number);
	str_copy(o.party, sizeof o.party, party);
	order_key(o.key, kind, number);
	for (int i = 0; i < 2 && items[i][0] != '\0'; i++) {
		struct order_line *line = vec_push(&o.lines);

		line->line = i + 1;
		line->qty = qty;
		str_copy(line->item, sizeof line->item, items[i]);
	}
	must(ledger_begin(l, 0, &err));
	must(order_define(l, &o, BY_FILE, &changed, &err));
	must(ledger_commit(l, &err));
	order_done(&o);
}
#endif
