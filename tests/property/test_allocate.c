/*
 * test_allocate.c - random stock offered in random orders.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: the same choice whatever the order of the offers, never more than is
 * wanted, never a unit that is unfit, and none left out that goes before one
 * that was chosen.  Method: against a plain sort of everything fit.
 */
#include "../unit/unit.h"
#include <string.h>
#include "../support/dice.h"
#include "base/str.h"
#include "domain/allocate.h"
#include "domain/date.h"

#define STOCK_MAX 60
#define TODAY "2026-03-02"

struct round {
	struct wish w;
	struct candidate stock[STOCK_MAX];
	size_t n;
};

static const struct wish *sort_wish;

static int
by_wish(const void *a, const void *b)
{
	return candidate_compare(sort_wish, a, b);
}

/* A day near today, or none. */
static void
roll_date(struct dice *d, char out[DATE_SIZE])
{
	out[0] = '\0';
	if (!dice_one_in(d, 4))
		date_add_days(TODAY, (int64_t)dice_below(d, 12) - 4, out);
}

static void
roll_candidate(struct dice *d, size_t i, struct candidate *c)
{
	memset(c, 0, sizeof *c);
	str_print(c->serial, sizeof c->serial, "%c%zu", "SAB"[dice_below(d, 3)], i);
	c->sequence = (int64_t)dice_below(d, 3);
	str_print(c->bin, sizeof c->bin, "B-%lld-%zu", (long long)c->sequence,
	    dice_below(d, 2));
	if (!dice_one_in(d, 5))
		str_print(c->lot, sizeof c->lot, "L%zu", dice_below(d, 4));
	roll_date(d, c->made_on);
	roll_date(d, c->expires_on);
	c->received_at = (int64_t)dice_below(d, 5) * 1000;
}

static void
roll(struct dice *d, struct round *r)
{
	memset(r, 0, sizeof *r);
	r->w.rule = (enum allocation)dice_below(d, ALLOC_MANUAL);
	r->w.want = (int64_t)dice_below(d, 20);
	r->w.one_lot = dice_one_in(d, 3);
	r->w.min_days = (int64_t)dice_below(d, 4);
	str_copy(r->w.today, sizeof r->w.today, TODAY);
	if (dice_one_in(d, 3)) {
		str_copy(r->w.from, sizeof r->w.from, "A3");
		str_copy(r->w.to, sizeof r->w.to, "B20");
	}
	r->n = dice_below(d, STOCK_MAX + 1);
	for (size_t i = 0; i < r->n; i++)
		roll_candidate(d, i, &r->stock[i]);
}

static void
shuffle(struct dice *d, struct round *r)
{
	for (size_t i = r->n; i > 1; i--) {
		size_t k = dice_below(d, i);
		struct candidate was = r->stock[i - 1];

		r->stock[i - 1] = r->stock[k];
		r->stock[k] = was;
	}
}

static void
choose(const struct round *r, struct str *out)
{
	const struct candidate *const *choice;
	struct chooser *ch = chooser_new(&r->w);
	size_t n;

	str_clear(out);
	for (size_t i = 0; i < r->n; i++)
		chooser_offer(ch, &r->stock[i]);
	n = chooser_choice(ch, &choice);
	assert_true((int64_t)n <= r->w.want);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(candidate_unfit(&r->w, choice[i]->expires_on),
		    UNFIT_NONE);
		str_addf(out, "%s ", choice[i]->serial);
	}
	chooser_free(ch);
}

/* Is this lot the one that shall be taken?  Enough first, then most, then the
 * one whose first comes first; all is sorted already. */
static size_t
lot_size(const struct candidate *fit, size_t n, const char *lot)
{
	size_t size = 0;

	for (size_t i = 0; i < n; i++)
		size += strcmp(fit[i].lot, lot) == 0;
	return size;
}

static const char *
lot_of(const struct round *r, const struct candidate *fit, size_t n)
{
	const char *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < n; i++) {
		size_t size = lot_size(fit, n, fit[i].lot);

		if ((int64_t)size >= r->w.want)
			return fit[i].lot;
		if (size > most) {
			best = fit[i].lot;
			most = size;
		}
	}
	return best;
}

static void
choose_plainly(const struct round *r, struct str *out)
{
	struct candidate fit[STOCK_MAX];
	const char *lot = NULL;
	int64_t got = 0;
	size_t n = 0;

	str_clear(out);
	for (size_t i = 0; i < r->n; i++)
		if (candidate_unfit(&r->w, r->stock[i].expires_on) == UNFIT_NONE &&
		    (!r->w.one_lot || r->stock[i].lot[0] != '\0'))
			fit[n++] = r->stock[i];
	sort_wish = &r->w;
	qsort(fit, n, sizeof fit[0], by_wish);
	if (r->w.one_lot)
		lot = lot_of(r, fit, n);
	for (size_t i = 0; i < n && got < r->w.want; i++)
		if (lot == NULL || strcmp(lot, fit[i].lot) == 0) {
			str_addf(out, "%s ", fit[i].serial);
			got++;
		}
}

static void
choice__is_the_same__in_every_order(void **state)
{
	uint64_t seed = dice_seed();
	struct str first, again, plain;
	static struct round r;

	(void)state;
	dice_say(seed);
	str_init(&first);
	str_init(&again);
	str_init(&plain);
	for (size_t round = 0; round < dice_rounds(2000); round++) {
		struct dice d = dice_of(seed, round);

		roll(&d, &r);
		choose(&r, &first);
		choose_plainly(&r, &plain);
		assert_string_equal(first.p, plain.p);
		for (int i = 0; i < 3; i++) {
			shuffle(&d, &r);
			choose(&r, &again);
			assert_string_equal(first.p, again.p);
		}
	}
	str_done(&first);
	str_done(&again);
	str_done(&plain);
}

UNIT_MAIN(
    cmocka_unit_test(choice__is_the_same__in_every_order),
)
