/*
 * test_allocate.c - the choice of units is what the rule says.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: each rule, the tie-break, ranges, lots, dates and the words.  Method:
 * a handful of units in every order of offering; the choice is said as the
 * serials between blanks.
 */
#include "../unit.h"
#include <string.h>
#include "base/str.h"
#include "domain/allocate.h"

#define DAY 86400000LL

/*		   serial bin  seq lot  made         expires      received */
static const struct candidate stock[] = {
	{ "S10", "B-2", 2, "L1", "2025-03-01", "2026-06-01", 5 * DAY },
	{ "S9",  "B-2", 2, "L1", "2025-03-01", "2026-06-01", 5 * DAY },
	{ "S2",  "B-1", 1, "L2", "2025-01-03", "",           7 * DAY },
	{ "S3",  "A-9", 2, "L2", "",           "2026-05-01", 5 * DAY },
	{ "S4",  "C-1", 0, "",   "2025-02-01", "2026-03-20", 9 * DAY },
};
#define N (sizeof stock / sizeof stock[0])

static struct wish
wish(enum allocation rule, int64_t want)
{
	return (struct wish){ .rule = rule, .want = want, .today = "2026-03-02" };
}

static void
say(struct chooser *ch, char *out, size_t size)
{
	const struct candidate *const *choice;
	size_t n = chooser_choice(ch, &choice);

	out[0] = '\0';
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(out);

		str_print(out + len, size - len, "%s%s", i == 0 ? "" : " ",
		    choice[i]->serial);
	}
}

static void
offer_from(const struct wish *w, size_t first, size_t step, const char *shall)
{
	struct chooser *ch = chooser_new(w);
	char got[200];

	for (size_t i = 0; i < N; i++)
		chooser_offer(ch, &stock[(first + i * step) % N]);
	say(ch, got, sizeof got);
	assert_string_equal(got, shall);
	say(ch, got, sizeof got);	/* asking does not change it */
	assert_string_equal(got, shall);
	chooser_free(ch);
}

/* Whatever the order of the offers (N is a prime: each step meets all). */
static void
chooses(const struct wish *w, const char *shall)
{
	for (size_t first = 0; first < N; first++)
		for (size_t step = 1; step < N; step++)
			offer_from(w, first, step, shall);
}

static void
chooser__follows__each_rule(void **state)
{
	struct wish w = wish(ALLOC_FIFO, 5);

	(void)state;
	chooses(&w, "S3 S9 S10 S2 S4");
	w.rule = ALLOC_LIFO;
	chooses(&w, "S4 S2 S3 S9 S10");
	w.rule = ALLOC_FEFO;
	chooses(&w, "S4 S3 S9 S10 S2");
	w.rule = ALLOC_OLDEST_MADE;
	chooses(&w, "S2 S4 S9 S10 S3");
	w.rule = ALLOC_MANUAL;
	chooses(&w, "");
}

static void
chooser__keeps__no_more_than_wanted(void **state)
{
	struct wish w = wish(ALLOC_FIFO, 2);

	(void)state;
	chooses(&w, "S3 S9");
	w.want = 1;
	w.rule = ALLOC_OLDEST_MADE;
	chooses(&w, "S2");
	w.want = 0;
	chooses(&w, "");
}

/* Does a chooser that was offered "S9 S2" want this one? */
static bool
wants(const struct wish *w, const char *serial)
{
	struct chooser *ch = chooser_new(w);
	const struct candidate *asked = NULL;
	bool wanted;

	for (size_t i = 0; i < N; i++) {
		if (strcmp(stock[i].serial, "S9") == 0 ||
		    strcmp(stock[i].serial, "S2") == 0)
			chooser_offer(ch, &stock[i]);
		if (strcmp(stock[i].serial, serial) == 0)
			asked = &stock[i];
	}
	assert_non_null(asked);
	wanted = chooser_wants(ch, asked);
	chooser_free(ch);
	return wanted;
}

static void
chooser__wants__what_goes_before_its_worst(void **state)
{
	struct wish w = wish(ALLOC_FIFO, 2);

	(void)state;
	assert_true(wants(&w, "S3"));
	assert_true(wants(&w, "S10"));
	assert_false(wants(&w, "S4"));
	str_copy(w.from, sizeof w.from, "S4");
	str_copy(w.to, sizeof w.to, "S4");
	assert_true(wants(&w, "S4"));
	w = wish(ALLOC_FIFO, 3);	/* not full */
	assert_true(wants(&w, "S4"));
	w.want = 0;
	assert_false(wants(&w, "S3"));
}

static void
chooser__puts__the_preferred_range_first(void **state)
{
	struct wish w = wish(ALLOC_FIFO, 3);

	(void)state;
	str_copy(w.from, sizeof w.from, "S4");
	str_copy(w.to, sizeof w.to, "S10");
	chooses(&w, "S9 S10 S4");
	assert_true(wish_prefers(&w, "S10"));
	assert_false(wish_prefers(&w, "S11"));
	str_copy(w.from, sizeof w.from, "T1");
	str_copy(w.to, sizeof w.to, "T9");
	chooses(&w, "S3 S9 S10");
}

static void
chooser__keeps__to_one_lot(void **state)
{
	struct wish w = wish(ALLOC_FIFO, 2);

	(void)state;
	w.one_lot = true;
	chooses(&w, "S3 S2");		/* L2 begins with the first of all */
	w.rule = ALLOC_LIFO;
	chooses(&w, "S2 S3");
	w.rule = ALLOC_FEFO;
	chooses(&w, "S3 S2");
	w.want = 3;			/* none has enough: equally many, L2 first */
	chooses(&w, "S3 S2");
	str_copy(w.lot, sizeof w.lot, "L1");
	chooses(&w, "S9 S10");
	w.one_lot = false;
	chooses(&w, "S9 S10");
}

static void
chooser__refuses__by_date_and_counts(void **state)
{
	struct wish w = wish(ALLOC_FEFO, 5);
	struct candidate c = { .serial = "X1", .expires_on = "2026-03-01" };
	struct chooser *ch;

	(void)state;
	w.min_days = 30;
	chooses(&w, "S3 S9 S10 S2");	/* S4 has 18 days */
	ch = chooser_new(&w);
	assert_int_equal(chooser_offer(ch, &c), UNFIT_EXPIRED);
	assert_int_equal(chooser_offer(ch, &stock[4]), UNFIT_LIFE);
	assert_int_equal(chooser_offer(ch, &stock[3]), UNFIT_NONE);
	assert_int_equal(chooser_offered(ch), 1);
	assert_int_equal(chooser_unfit(ch, UNFIT_EXPIRED), 1);
	assert_int_equal(chooser_unfit(ch, UNFIT_LIFE), 1);
	chooser_free(ch);
	chooser_free(NULL);
}

static void
candidate_unfit__counts__days_after_today(void **state)
{
	struct wish w = wish(ALLOC_FEFO, 1);

	(void)state;
	assert_int_equal(candidate_unfit(&w, "2026-03-01"), UNFIT_EXPIRED);
	assert_int_equal(candidate_unfit(&w, "2026-03-02"), UNFIT_NONE);
	assert_int_equal(candidate_unfit(&w, ""), UNFIT_NONE);
	assert_int_equal(candidate_unfit(&w, "2026-02-30"), UNFIT_EXPIRED);
	w.min_days = 30;
	assert_int_equal(candidate_unfit(&w, "2026-03-31"), UNFIT_LIFE);
	assert_int_equal(candidate_unfit(&w, "2026-04-01"), UNFIT_NONE);
	assert_int_equal(candidate_unfit(&w, ""), UNFIT_NONE);
}

static void
candidate_why__says__rule_range_and_bin(void **state)
{
	struct wish w = wish(ALLOC_OLDEST_MADE, 1);
	char why[NOTE_SIZE];

	(void)state;
	candidate_why(&w, &stock[2], why, sizeof why);
	assert_string_equal(why, "made first (2025-01-03), bin B-1");
	str_copy(w.from, sizeof w.from, "S1");
	w.rule = ALLOC_FIFO;
	w.one_lot = true;
	candidate_why(&w, &stock[2], why, sizeof why);
	assert_string_equal(why, "received first (1970-01-08), in the preferred "
	    "range, lot L2, bin B-1");
	w.rule = ALLOC_FEFO;
	candidate_why(&w, &stock[2], why, sizeof why);
	assert_true(str_starts(why, "expires first (no date known)"));
	w.rule = ALLOC_MANUAL;
	candidate_why(&w, &stock[4], why, sizeof why);
	assert_true(str_starts(why, "free for the picker to choose"));
}

static void
bin_kind_pickable__leaves_out__where_goods_are_no_stock(void **state)
{
	(void)state;
	assert_true(bin_kind_pickable(BIN_STORAGE));
	assert_true(bin_kind_pickable(BIN_DOCK));
	assert_true(bin_kind_pickable(BIN_STAGE));
	assert_false(bin_kind_pickable(BIN_QUARANTINE));
	assert_false(bin_kind_pickable(BIN_REPAIR));
	assert_false(bin_kind_pickable(BIN_TRANSIT));
	assert_false(bin_kind_pickable(BIN_CUSTODY));
}

UNIT_MAIN(
    cmocka_unit_test(chooser__follows__each_rule),
    cmocka_unit_test(chooser__keeps__no_more_than_wanted),
    cmocka_unit_test(chooser__wants__what_goes_before_its_worst),
    cmocka_unit_test(chooser__puts__the_preferred_range_first),
    cmocka_unit_test(chooser__keeps__to_one_lot),
    cmocka_unit_test(chooser__refuses__by_date_and_counts),
    cmocka_unit_test(candidate_unfit__counts__days_after_today),
    cmocka_unit_test(candidate_why__says__rule_range_and_bin),
    cmocka_unit_test(bin_kind_pickable__leaves_out__where_goods_are_no_stock),
)
