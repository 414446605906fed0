/*
 * test_masks.c - masks by chance: what they make fits, with its number, and no
 * two numbers make the same serial.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit/unit.h"
#include <string.h>
#include "../support/dice.h"
#include "base/str.h"
#include "domain/serial_mask.h"

enum { MASKS = 400, RUN = 300 };

static uint64_t seed;

/* Some parts in any order; not every text is a mask. */
static void
roll_mask(struct dice *d, char out[SERIAL_MASK_SIZE])
{
	static const char *const parts[] = { "A", "-", "7", "#", "##", "@", "*", "***",
	    "{SEQ:3}", "{SEQ:6}", "{YY}", "{MM}", "{WW}", "{J}", "{SITE}",
	    "{CHK:luhn}", "{CHK:mod37_36}", "{CHK:mod97_10}", "{CHK:damm}",
	    "{CHK:gs1_cc_pair}", "\\*", "{CHK:verhoeff}", "{CHK:mod11_2}" };
	size_t n = 1 + dice_below(d, 6);

	out[0] = '\0';
	while (n-- > 0) {
		size_t len = strlen(out);

		str_print(out + len, SERIAL_MASK_SIZE - len, "%s",
		    parts[dice_below(d, sizeof parts / sizeof parts[0])]);
	}
}

static bool
make(const struct serial_mask *m, int64_t number, struct dice *d,
    char out[SERIAL_MADE_SIZE])
{
	unsigned char random[SERIAL_RANDOM_MAX];
	char date[11];
	struct serial_making with = { .number = number, .site = "HH2",
	    .random = random, .date = date };
	struct serial_fault fault;
	int64_t found = -1;
	struct err err;

	str_print(date, sizeof date, "20%02zu-%02zu-%02zu", 10 + dice_below(d, 80),
	    1 + dice_below(d, 12), 1 + dice_below(d, 28));
	for (size_t i = 0; i < sizeof random; i++)
		random[i] = (unsigned char)dice_below(d, 256);
	if (!serial_mask_make(m, &with, out, &err))
		return false;
	if (!serial_mask_fits(m, out, &found, &fault))
		fail_msg("mask %s made %s: %s", m->text, out, fault.words);
	if (found != number)
		fail_msg("mask %s made %s of %lld, read as %lld", m->text, out,
		    (long long)number, (long long)found);
	return true;
}

/* A slip in one character is another number, or fits no more. */
static void
slip(const struct serial_mask *m, const char *serial, struct dice *d)
{
	char wrong[SERIAL_MADE_SIZE];
	struct serial_fault fault;
	size_t at = dice_below(d, strlen(serial));

	str_copy(wrong, sizeof wrong, serial);
	wrong[at] = (char)(' ' + (int)dice_below(d, 95));
	if (!serial_mask_fits(m, wrong, NULL, &fault))
		assert_true(fault.words[0] != '\0' && fault.at <= strlen(wrong));
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void
run_of(const struct serial_mask *m, struct dice *d)
{
	static char made[RUN][SERIAL_MADE_SIZE];
	int64_t first = serial_mask_first(m), last = serial_mask_last(m);
	int64_t from = first + (int64_t)(dice_roll(d) % (uint64_t)m->space);
	size_t n = 0;

	for (int64_t k = from; k <= last && k - from < RUN; k++)
		if (make(m, k, d, made[n])) {
			slip(m, made[n], d);
			n++;
		}
	qsort(made, n, sizeof made[0], by_text);
	for (size_t i = 1; i < n; i++)
		if (strcmp(made[i - 1], made[i]) == 0)
			fail_msg("mask %s made %s twice", m->text, made[i]);
}

static void masks__make__what_fits_and_once(void **state)
{
	char text[SERIAL_MASK_SIZE];
	struct serial_mask mask;
	size_t taken = 0;
	struct err err;

	(void)state;
	for (size_t i = 0; i < dice_rounds(MASKS); i++) {
		struct dice d = dice_of(seed, i);

		roll_mask(&d, text);
		if (!serial_mask_parse(text, serial_alphabet_name(i % 4), &mask, &err)) {
			assert_string_equal(err.code, "serial.format");
			continue;
		}
		taken++;
		run_of(&mask, &d);
	}
	assert_true(taken > MASKS / 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(masks__make__what_fits_and_once),
	};

	seed = dice_seed();
	dice_say(seed);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
}
