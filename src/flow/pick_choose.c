/*
 * pick_choose.c - which line of which order a unit is for.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A unit that was promised is for the line it was promised to.  A free one is
 * for a line that wants pieces no unit is promised for; else it can take the
 * place of a promised one, rather of one in the same bin.  Lines are found by
 * their item, so that a thousand others cost nothing.
 */
#include <string.h>
#include "base/str.h"
#include "flow/pick.h"

enum { COL_LINE, COL_QTY, COL_OVER, COL_PROMISED, COL_GONE };

static bool
unit_to_replace(struct flow *f, enum query q, int64_t order, int64_t line,
    int64_t bin, char out[TEXT_SIZE], struct err *err)
{
	struct store *s = ledger_store(f->l);
	struct unit u;
	bool ok = true;
	int rc = bin != 0 ? store_first(s, q, err, "iii", order, bin, line) :
	    store_first(s, q, err, "ii", order, line);

	out[0] = '\0';
	if (rc <= 0)
		return rc == 0;
	ok = ledger_unit_row(f->l, q, &u, err);
	store_end(s, q);
	if (ok)
		str_copy(out, TEXT_SIZE, u.serial);
	return ok;
}

/* The line's rank for a free unit. */
static bool
rank_line(struct flow *f, const struct pick_order *order, int64_t bin,
    struct pick_choice *c, struct err *err)
{
	struct store *s = ledger_store(f->l);
	enum query q = Q_PICK_LINES_OF_ITEM;
	int64_t promised = store_int(s, q, COL_PROMISED);
	int64_t more;

	c->line = store_int(s, q, COL_LINE);
	c->qty = store_int(s, q, COL_QTY);
	c->gone = store_int(s, q, COL_GONE);
	more = c->qty * store_int(s, q, COL_OVER) / 100;
	c->replaces[0] = '\0';
	if (c->qty > c->gone + promised) {
		c->rank = RANK_OPEN;
		return true;
	}
	c->rank = c->gone < c->qty + more ? RANK_OVER : RANK_FULL;
	if (promised == 0)
		return true;
	c->rank = RANK_SWAP_HERE;
	if (bin != 0 && !unit_to_replace(f, Q_PICK_BIN_UNIT, order->id, c->line,
	    bin, c->replaces, err))
		return false;
	if (c->replaces[0] != '\0')
		return true;
	c->rank = RANK_SWAP;
	return unit_to_replace(f, Q_PICK_LINE_UNIT, order->id, c->line, 0,
	    c->replaces, err);
}

static bool
choose_line(struct flow *f, const struct pick_orders *orders, size_t i,
    int64_t item, int64_t bin, struct pick_choice *best, struct err *err)
{
	struct store *s = ledger_store(f->l);
	bool ok = true;
	int rc = 0;

	if (!store_walk(s, Q_PICK_LINES_OF_ITEM, err, "ii", orders->at[i].id, item))
		return false;
	while (ok && best->rank < RANK_OPEN &&
	    (rc = store_next(s, Q_PICK_LINES_OF_ITEM, err)) > 0) {
		struct pick_choice one = { .order = i };

		ok = rank_line(f, &orders->at[i], bin, &one, err);
		if (one.rank > best->rank)
			*best = one;
	}
	store_end(s, Q_PICK_LINES_OF_ITEM);
	return ok && rc >= 0;
}

static size_t
order_of(const struct pick_orders *orders, const char *key)
{
	size_t i = 0;

	while (i < orders->n && strcmp(orders->at[i].key, key) != 0)
		i++;
	return i;
}

/* The line that it was promised to. */
static bool
promised_line(struct flow *f, const struct pick_orders *orders, size_t i,
    int64_t line, struct pick_choice *c, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc = store_first(s, Q_PICK_LINE, err, "ii", orders->at[i].id, line);

	c->order = i;
	c->line = line;
	c->rank = RANK_PROMISED;
	if (rc <= 0)
		return rc == 0;
	c->qty = store_int(s, Q_PICK_LINE, 2);
	c->gone = store_int(s, Q_PICK_LINE, 8);
	store_end(s, Q_PICK_LINE);
	return true;
}

bool
pick_choose(struct flow *f, const struct pick_orders *orders,
    const struct unit *u, int64_t bin, struct pick_choice *c, struct err *err)
{
	size_t ours = order_of(orders, u->out_order);
	int64_t item;

	memset(c, 0, sizeof *c);
	if (u->status == UNIT_ALLOCATED && ours < orders->n)
		return promised_line(f, orders, ours, u->out_line, c, err);
	if (!store_name_find(ledger_store(f->l), NAME_ITEM, u->item, &item, err))
		return false;
	for (size_t i = 0; i < orders->n && c->rank < RANK_OPEN; i++)
		if (!choose_line(f, orders, i, item, bin, c, err))
			return false;
	return true;
}

bool
pick_line(struct flow *f, const struct pick_order *order, int64_t line,
    struct order_line *out, struct err *err)
{
	struct store *s = ledger_store(f->l);
	enum query q = Q_PICK_LINE;
	int rc = store_first(s, q, err, "ii", order->id, line);

	memset(out, 0, sizeof *out);
	if (rc <= 0)
		return rc == 0;
	out->line = line;
	str_copy(out->item, sizeof out->item, store_text(s, q, 0));
	out->qty = store_int(s, q, 2);
	out->over_pct = store_int(s, q, 3);
	str_copy(out->allocation, sizeof out->allocation, store_text(s, q, 4));
	str_copy(out->lots, sizeof out->lots, store_text(s, q, 5));
	str_copy(out->serial_from, sizeof out->serial_from, store_text(s, q, 6));
	str_copy(out->serial_to, sizeof out->serial_to, store_text(s, q, 7));
	store_end(s, q);
	return true;
}

bool
pick_wish(struct flow *f, const struct pick_order *order,
    const struct order_line *line, struct wish *w, struct err *err)
{
	struct store *s = ledger_store(f->l);
	struct order o;
	bool ok;

	order_init(&o);
	o.id = order->id;
	str_copy(o.key, sizeof o.key, order->key);
	if (store_first(s, Q_FLOW_ORDER, err, "i", order->id) < 1)
		return false;
	o.state = (enum order_state)store_int(s, Q_FLOW_ORDER, 0);
	str_copy(o.party, sizeof o.party, store_text(s, Q_FLOW_ORDER, 1));
	o.kind = (enum order_kind)store_int(s, Q_FLOW_ORDER, 2);
	str_copy(o.number, sizeof o.number, store_text(s, Q_FLOW_ORDER, 3));
	store_end(s, Q_FLOW_ORDER);
	ok = allocation_wish(f->l, &o, line, w, err);
	order_done(&o);
	return ok;
}
