/*
 * test_near.c - what is one slip away, and what is offered for it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "domain/near.h"

static void near(const char *a, const char *b)
{
	if (!near_miss(a, b) || !near_miss(b, a))
		fail_msg("\"%s\" is near \"%s\"", a, b);
}

static void far(const char *a, const char *b)
{
	if (near_miss(a, b) || near_miss(b, a))
		fail_msg("\"%s\" is not near \"%s\"", a, b);
}

static void near_miss__finds__one_slip(void **state)
{
	(void)state;
	near("B17-18", "B17-19");
	near("B17-18", "B17-1");
	near("B17-18", "B17-181");
	near("B17-18", "17-18");
	near("B17-18", "B71-18");
	near("B17-18", "B17-81");
	near("A", "B");
	near("AB", "BA");
	near("A", "");
}

static void near_miss__finds__look_alikes_and_case(void **state)
{
	(void)state;
	near("B01-I8", "801-1B");
	near("SO-O15", "50-0I5");
	near("po-1001", "PO-1001");
	near("Z2", "2Z");
}

static void near_miss__leaves__what_differs_more(void **state)
{
	(void)state;
	far("B17-18", "B17-18");
	far("B17-18", "B17-29");
	far("B17-18", "C17-19");
	far("B17-18", "B17-1899");
	far("AB", "CD");
	far("", "");
	far("", "AB");
	far("ABCD", "BADC");
}

struct found {
	const char *wanted;
	bool seen;
	size_t n;
	size_t stop_after;
};

static bool look(const char *candidate, void *ctx)
{
	struct found *f = ctx;

	f->n++;
	if (strcmp(candidate, f->wanted) == 0)
		f->seen = true;
	return f->stop_after == 0 || f->n < f->stop_after;
}

static void offers(const char *typed, const char *known)
{
	struct found f = { .wanted = known };
	size_t n = near_candidates(typed, look, &f);

	if (!f.seen)
		fail_msg("\"%s\" does not offer \"%s\"", typed, known);
	assert_int_equal(n, f.n);
	assert_true(n <= 85 * (strlen(typed) + 1));
}

static void near_candidates__offers__every_single_slip(void **state)
{
	(void)state;
	offers("B17-18", "B17-19");
	offers("B17-18", "B17-1");
	offers("B17-18", "B17-181");
	offers("B17-18", "17-18");
	offers("B17-18", "XB17-18");
	offers("B17-18", "B71-18");
	offers("O17-18", "017-18");
	offers("b17-18", "B17-18");
	offers("A", "B");
}

static bool all_near(const char *candidate, void *ctx)
{
	if (!near_miss(ctx, candidate))
		fail_msg("\"%s\" was offered for \"%s\"", candidate,
		    (const char *)ctx);
	return true;
}

static void near_candidates__offers__only_what_is_near(void **state)
{
	char typed[] = "b17-O8";

	(void)state;
	assert_true(near_candidates(typed, all_near, typed) > 100);
}

static void near_candidates__stops__when_told(void **state)
{
	struct found f = { .wanted = "", .stop_after = 5 };
	char too_long[NEAR_TEXT_MAX + 2];

	(void)state;
	assert_int_equal(near_candidates("B17-18", look, &f), 5);
	assert_int_equal(f.n, 5);
	memset(too_long, 'A', sizeof(too_long) - 1);
	too_long[sizeof(too_long) - 1] = '\0';
	assert_int_equal(near_candidates(too_long, look, &f), 0);
	assert_int_equal(near_candidates("", look, &f), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(near_miss__finds__one_slip),
		cmocka_unit_test(near_miss__finds__look_alikes_and_case),
		cmocka_unit_test(near_miss__leaves__what_differs_more),
		cmocka_unit_test(near_candidates__offers__every_single_slip),
		cmocka_unit_test(near_candidates__offers__only_what_is_near),
		cmocka_unit_test(near_candidates__stops__when_told),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
