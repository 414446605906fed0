/*
 * stock_say.c - rows about units as events.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A unit is looked for only where its item had units before this file: the
 * first stock of an item, which is the large case, costs no look-up.
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "exchange/stock.h"

#define BULK_ROWS 20000		/* from here on indexes are made at the end ... */
#define BULK_SHARE 4		/* ... when that is over a quarter of all units */

struct standing {
	const struct event *event;	/* what the row says */
	struct str words, other;	/* bodies as text */
	bool found;
};

static bool
same_event(void *ctx, const struct event *e, bool undone)
{
	struct standing *s = ctx;

	if (undone || e->type != s->event->type)
		return true;
	str_clear(&s->other);
	event_body_write(&e->body, &s->other);
	s->found = strcmp(s->words.p, s->other.p) == 0;
	return !s->found;
}

/* Was this very fact said before? */
static bool
stands(struct import *im, const struct event *e, bool *found, struct err *err)
{
	struct standing s = { .event = e };
	bool ok;

	str_init(&s.words);
	str_init(&s.other);
	event_body_write(&e->body, &s.words);
	ok = ledger_history(im->l, e->item, e->subject, same_event, &s, err);
	*found = s.found;
	str_done(&s.words);
	str_done(&s.other);
	return ok;
}

static void
say_known(struct import *im, struct stock_unit *u, const struct unit *unit)
{
	char since[CLOCK_RFC3339_SIZE];

	clock_rfc3339(unit->changed_at, since);
	since[CLOCK_DATE_SIZE - 1] = '\0';
	import_say(im, &u->row, "serial", "%s %s is known already: %s%s%s since %s",
	    unit->item, unit->serial, unit_status_name(unit->status),
	    unit->bin[0] != '\0' ? " in " : "", unit->bin, since);
}

/* Is there anything left to say?  *more tells. */
static bool
judge(struct import *im, struct stock_unit *u, const struct event *e, bool *more,
    struct err *err)
{
	const struct stock *st = im->state;
	const struct stock_item *it = stock_thing(&st->items, u->item);
	char code[32];
	struct unit unit;
	int rc = it->has_units ? ledger_unit(im->l, e->item, e->subject, &unit, err) : 0;
	bool found;

	*more = rc == 0;
	if (rc <= 0)
		return rc == 0;
	if (!stands(im, e, &found, err))
		return false;
	*more = !found && unit_may(&unit, e->type, code);
	if (found)
		import_count(im, false);
	else if (!*more)
		say_known(im, u, &unit);
	return true;
}

static void
start_event(struct import *im, const struct stock_unit *u, struct event *e)
{
	const struct stock *st = im->state;
	const struct stock_item *it = stock_thing(&st->items, u->item);

	memset(e, 0, sizeof *e);
	e->subject_kind = SUBJECT_UNIT;
	e->entry = BY_FILE;
	str_copy(e->item, sizeof e->item, it->item.code);
	stock_serial(st, u, e->subject);
}

static bool
say_unit(struct import *im, const struct stock_saying *saying,
    struct stock_unit *u, struct err *err)
{
	struct anomaly odd;
	struct event e;
	bool more;

	start_event(im, u, &e);
	saying->make(im, u, &e);
	if (!judge(im, u, &e, &more, err))
		return false;
	if (!more || (saying->admit != NULL && !saying->admit(im, u)) ||
	    im->result->wrong > 0)
		return true;
	if (!ledger_append(im->l, &e, &odd, err))
		return false;
	if (odd.code[0] != '\0')
		import_say(im, &u->row, "serial", "%s", odd.detail);
	im->result->said++;
	return true;
}

/* Are there so many to come that indexes are better made at the end? */
static bool
bulk_pays(struct import *im, size_t rows, bool *pays, struct err *err)
{
	int64_t all;

	*pays = false;
	if (rows < BULK_ROWS)
		return true;
	if (store_first(im->store, Q_UNIT_COUNT_ALL, err, "") < 1)
		return false;
	all = store_int(im->store, Q_UNIT_COUNT_ALL, 0);
	store_end(im->store, Q_UNIT_COUNT_ALL);
	*pays = (int64_t)rows * BULK_SHARE >= all;
	return true;
}

bool
stock_say(struct import *im, const struct stock_saying *saying, struct err *err)
{
	struct stock *st = im->state;
	bool bulk = false, asked = false;

	for (size_t i = 0; i < st->n_sorted; i++) {
		if (!st->sorted[i]->row.wrong &&
		    !say_unit(im, saying, st->sorted[i], err))
			return false;
		if (asked || im->result->said == 0)
			continue;
		/* something is new in this file: the rest may be, too */
		asked = true;
		if (!bulk_pays(im, st->n_sorted - i, &bulk, err) ||
		    (bulk && !ledger_bulk_begin(im->l, err)))
			return false;
	}
	return !bulk || im->result->wrong > 0 || ledger_bulk_end(im->l, err);
}
