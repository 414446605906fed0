/*
 * test_stock.c - what is read of the stock, against all of it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: whatever was done to the units, and whatever is asked for, reading in
 * the order of the rule until there is enough gives the same choice and the
 * same counts as reading every unit.  Method: random days in a house where
 * many units tie, some have no dates, some lie where nothing is picked or in a
 * bin that nobody defined; both readings for random wishes, inside the
 * transaction and after it.
 */
#include "../unit/unit.h"
#include <string.h>
#include "../support/dice.h"
#include "../support/house.h"
#include "domain/date.h"
#include "ledger/allocation_private.h"

#define UNITS 40
#define ACTS 25
#define WISHES 12
#define TODAY "2026-03-02"
#define ITEM "DRILL"

static const char *const bins[] = { "A-01", "A-02", "A-03", "DOCK-1", "QUAR-1",
    "NOWHERE" };

static void
serial_of(size_t i, char serial[TEXT_SIZE])
{
	str_print(serial, TEXT_SIZE, "%c%zu", "SAB"[i % 3], i);
}

/* A day near today, or none. */
static void
roll_date(struct dice *d, char out[DATE_SIZE])
{
	out[0] = '\0';
	if (!dice_one_in(d, 4))
		date_add_days(TODAY, (int64_t)dice_below(d, 10) - 4, out);
}

static void
tell(struct house *h, enum event_type type, const char *serial,
    const struct event_body *body)
{
	struct event e = { .type = type, .subject_kind = SUBJECT_UNIT,
	    .body = *body };
	struct anomaly odd;
	struct unit u;
	struct err err;
	char code[32];
	int rc;

	str_copy(e.item, sizeof e.item, ITEM);
	str_copy(e.subject, sizeof e.subject, serial);
	must((rc = ledger_unit(h->l, ITEM, serial, &u, &err)) >= 0);
	if (rc > 0 && !unit_may(&u, type, code))
		return;
	must(ledger_append(h->l, &e, &odd, &err));
}

/* --- Acts --------------------------------------------------------------------- */

static void
act_open(struct house *h, struct dice *d, const char *serial)
{
	struct event_body body = { .line = 0 };
	struct unit u;
	struct err err;
	int rc;

	must((rc = ledger_unit(h->l, ITEM, serial, &u, &err)) >= 0);
	if (rc > 0)
		return;
	str_copy(body.bin, sizeof body.bin, bins[dice_below(d, 6)]);
	roll_date(d, body.made_on);
	roll_date(d, body.expires_on);
	/* 1970-01-01 is stored as no moment, a day before is less than that */
	str_copy(body.received_on, sizeof body.received_on, (const char *const[]){
	    "2026-01-05", "2026-01-05", "2026-01-07", "1970-01-01", "1969-12-30",
	    "" }[dice_below(d, 6)]);
	if (!dice_one_in(d, 3))
		str_print(body.lot, sizeof body.lot, "L%zu", dice_below(d, 3));
	tell(h, EV_UNIT_OPENED, serial, &body);
}

static void
act_change(struct house *h, struct dice *d, const char *serial)
{
	struct event_body body = { .line = 0 };

	roll_date(d, body.expires_on);
	roll_date(d, body.made_on);
	tell(h, EV_UNIT_CORRECTED, serial, &body);
}

static void
act_move(struct house *h, struct dice *d, const char *serial)
{
	struct event_body body = { .line = 0 };

	if (dice_one_in(d, 3)) {	/* lost, found: nobody says where */
		tell(h, EV_UNIT_MISSED, serial, &body);
		if (dice_one_in(d, 2))
			tell(h, EV_UNIT_FOUND, serial, &body);
		return;
	}
	str_copy(body.bin, sizeof body.bin, bins[dice_below(d, 6)]);
	tell(h, EV_UNIT_MOVED, serial, &body);
}

static void
act_hold(struct house *h, struct dice *d, const char *serial)
{
	struct event_body body = { .reason = "quality" };

	tell(h, dice_one_in(d, 2) ? EV_UNIT_HELD : EV_UNIT_RELEASED, serial, &body);
}

static void
act_promise(struct house *h, struct dice *d, const char *serial)
{
	static const enum event_type types[] = { EV_UNIT_ALLOCATED,
	    EV_UNIT_DEALLOCATED, EV_UNIT_PICKED, EV_UNIT_UNPICKED };
	struct event_body body = { .order = "SO:1", .line = 1 };

	tell(h, types[dice_below(d, 4)], serial, &body);
}

static void
act(struct house *h, struct dice *d)
{
	static void (*const acts[])(struct house *, struct dice *, const char *) = {
	    act_open, act_open, act_open, act_open, act_change, act_move, act_hold,
	    act_promise };
	char serial[TEXT_SIZE];

	serial_of(dice_below(d, UNITS), serial);
	acts[dice_below(d, sizeof acts / sizeof acts[0])](h, d, serial);
}

/* --- Both readings -------------------------------------------------------------- */

static void
roll_wish(struct dice *d, struct wish *w, struct serials *but)
{
	char serial[TEXT_SIZE];

	memset(w, 0, sizeof *w);
	memset(but, 0, sizeof *but);
	w->rule = (enum allocation)dice_below(d, ALLOCATIONS);
	w->want = (int64_t)dice_below(d, dice_one_in(d, 3) ? UNITS : 6);
	w->one_lot = dice_one_in(d, 6);
	w->min_days = (int64_t)dice_below(d, 4);
	str_copy(w->today, sizeof w->today, TODAY);
	if (w->one_lot && dice_one_in(d, 2))
		str_copy(w->lot, sizeof w->lot, "L1");
	if (dice_one_in(d, 3))
		serial_of(dice_below(d, UNITS), w->from);
	if (dice_one_in(d, 3))
		serial_of(dice_below(d, UNITS), w->to);
	for (size_t i = dice_below(d, 4); i > 0; i--) {
		serial_of(i * 7, serial);
		serials_add(but, serial);
	}
	serials_sort(but);
}

/* Each chosen unit, and what was counted, as text. */
static void
say(struct chooser *chooser, const struct stock_count *n, struct str *out)
{
	const struct candidate *const *choice;
	size_t chosen = chooser_choice(chooser, &choice);

	str_addf(out, "%lld fit, %lld expired, %lld short, %lld of no lot:",
	    (long long)n->fit, (long long)n->expired, (long long)n->life,
	    (long long)n->lot);
	for (size_t i = 0; i < chosen; i++) {
		assert_string_not_equal(choice[i]->bin, "");	/* not defined */
		assert_string_not_equal(choice[i]->bin, "QUAR-1");
		str_addf(out, " %s/%s", choice[i]->serial, choice[i]->bin);
	}
}

static void
read_both(struct house *h, struct dice *d)
{
	struct stock_count n;
	struct chooser *chooser;
	struct serials but;
	struct str some, all;
	struct wish w;
	struct err err;
	int64_t item;

	str_init(&some);
	str_init(&all);
	roll_wish(d, &w, &but);
	must(store_name_find(ledger_store(h->l), NAME_ITEM, ITEM, &item, &err));
	must(stock_settle(h->l, &err));
	chooser = chooser_new(&w);
	must(stock_offer(h->l, item, &w, &but, chooser, &n, &err));
	say(chooser, &n, &some);
	chooser_free(chooser);
	chooser = chooser_new(&w);
	must(stock_offer_all(h->l, item, &but, chooser, &n, &err));
	say(chooser, &n, &all);
	chooser_free(chooser);
	assert_string_equal(some.p, all.p);
	serials_done(&but);
	str_done(&some);
	str_done(&all);
}

/* --- Days ------------------------------------------------------------------------ */

static void
day(struct house *h, struct dice *d)
{
	struct err err;

	must(ledger_begin(h->l, -1, &err));
	for (int i = 0; i < ACTS; i++)
		act(h, d);
	for (int i = 0; i < WISHES; i++)
		read_both(h, d);
	if (dice_one_in(d, 6))
		ledger_rollback(h->l);
	else
		must(ledger_commit(h->l, &err));
	for (int i = 0; i < WISHES; i++)
		read_both(h, d);
}

static void
stock__read_in_order__is_as_if_all_was_read(void **state)
{
	uint64_t seed = dice_seed();

	(void)state;
	dice_say(seed);
	for (size_t round = 0; round < dice_rounds(25); round++) {
		struct dice d = dice_of(seed, round);
		struct house h;

		house_memory(&h);
		house_furnish(&h);
		for (int i = 0; i < 6; i++)
			day(&h, &d);
		house_close(&h);
	}
}

UNIT_MAIN(
    cmocka_unit_test(stock__read_in_order__is_as_if_all_was_read),
)
