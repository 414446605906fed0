/*
 * serial_mask_suits.c - does a rule let pass what its mask makes?
 * SPDX-License-Identifier: Apache-2.0
 *
 * Not a proof: a pattern can hide a hole anywhere.  But every character comes
 * to stand in every free place, and every day is said once, which is where
 * masks and patterns part in practice; what is made is held against the rule
 * again when it is issued.
 */
#include <string.h>
#include "base/str.h"
#include "domain/date.h"
#include "domain/serial_mask_private.h"

#define DAYS 731		/* a leap year among them */
#define ROUNDS 36		/* the characters of the largest alphabet */

struct trial {
	const struct serial_mask *mask;
	struct serial_rule *rule;
	char *serial;
	struct serial_fault *fault;
};

static bool passes(struct trial *t, const struct serial_making *with)
{
	struct err err;

	/* a number that makes none is never issued */
	return !serial_mask_make(t->mask, with, t->serial, &err) ||
	    serial_rule_check(t->rule, t->serial, t->fault);
}

/* The number whose free places all hold their i-th character. */
static int64_t number_of_round(const struct serial_mask *m, size_t i)
{
	int64_t number = 0, last = serial_mask_last(m);

	if (m->counted)		/* 1, 2, 4 ... and the last */
		return i == ROUNDS - 1 || ((int64_t)1 << i) > last ? last :
		    (int64_t)1 << i;
	for (size_t k = 0; k < m->n_parts; k++)
		if (m->parts[k].counts) {
			int64_t n = (int64_t)strlen(mask_choices(m, &m->parts[k]));

			number = number * n + (int64_t)i % n;
		}
	return number;
}

bool serial_mask_suits(const struct serial_mask *m, struct serial_rule *rule,
    char serial[SERIAL_MADE_SIZE], struct serial_fault *fault)
{
	struct trial t = { m, rule, serial, fault };
	unsigned char random[SERIAL_RANDOM_MAX];
	char date[DATE_ISO_SIZE] = "2026-01-01";
	struct serial_making with = { .date = date, .site = "S", .random = random };

	memset(random, 0, sizeof random);
	for (size_t i = 0; i < ROUNDS; i++) {
		for (size_t k = 0; k < sizeof random; k += 4)
			random[k] = (unsigned char)i;
		with.number = number_of_round(m, i);
		if (!passes(&t, &with))
			return false;
	}
	for (int day = 0; day < DAYS; day++) {
		if (!date_from_days(date_to_days("2027-01-01") + day, date))
			return false;
		if (!passes(&t, &with))
			return false;
	}
	return true;
}
