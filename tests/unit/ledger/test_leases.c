/*
 * test_leases.c - numbers on their way from station to station.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: what serials.h says of leases: whatever two stations issue that cannot
 * see each other, no serial is issued twice.
 */
#include "pair.h"

static void lease__brings__rule_and_numbers(void **state)
{
	struct pair *p = *state;
	struct serial_rule_def rule;
	struct err err;

	define(p->a, "R", "HH{SEQ:4}", "HH[0-9]{4}");
	issue(p->a, "I-R", 10);
	hand_over(p, "R", 500);
	err_clear(&err);
	assert_int_equal(serial_rule_find(p->b, "R", &rule, &err), 1);
	assert_string_equal(rule.pattern, "HH[0-9]{4}");
	assert_int_equal(holds(p->b, "R"), 1);	/* not the owner of all as well */
	define(p->b, "R", "", "");
	assert_string_equal(issue(p->b, "I-R", 499), "HH9500..HH9998");
	refuses(p->b, "I-R", 2, "serial.used-up");
	assert_string_equal(issue(p->a, "I-R", 2), "HH0011..HH0012");
	/* a second lease goes on where the first ended */
	hand_over(p, "R", 10);
	assert_string_equal(issue(p->b, "I-R", 3), "HH9999..HH9491");
	refuses(p->a, "I-R", 9478, "serial.used-up");
	issue(p->a, "I-R", 9477);
	refuses(p->a, "I-R", 1, "serial.used-up");
}

static void lease__accepted_twice__changes_nothing(void **state)
{
	struct pair *p = *state;
	char print[KEY_PRINT_SIZE];
	struct str file;
	bool changed;
	struct err err;

	err_clear(&err);
	str_init(&file);
	define(p->a, "R", "HH{SEQ:4}", ".+");
	must(station_key_print(p->a, print, &err));
	must(try_give(p->a, "R", "T2", 100, &file, &err));
	assert_false(try_accept(p->b, file.p, "", &changed, &err));
	assert_int_equal(err.kind, ERR_DENIED);
	assert_non_null(strstr(err.detail, print));
	assert_false(try_accept(p->b, file.p, "0000-1111", &changed, &err));
	must(try_accept(p->b, file.p, print, &changed, &err));
	assert_true(changed);
	define(p->b, "R", "", "");
	issue(p->b, "I-R", 40);
	must(try_accept(p->b, file.p, "", &changed, &err));	/* the key is known now */
	assert_false(changed);
	assert_string_equal(issue(p->b, "I-R", 1), "HH9940..HH9940");
	str_done(&file);
}

static void lease__refuses__what_was_changed(void **state)
{
	struct pair *p = *state;
	struct ledger *stranger;
	struct str file, other;
	bool changed;
	struct err err;
	char print[KEY_PRINT_SIZE], *digit;

	err_clear(&err);
	str_init(&file);
	str_init(&other);
	define(p->a, "R", "HH{SEQ:4}", ".+");
	must(station_key_print(p->a, print, &err));
	must(try_give(p->a, "R", "T2", 100, &file, &err));
	for (size_t n = 0; n < file.len; n += 7) {	/* cut short anywhere */
		str_clear(&other);
		str_addn(&other, file.p, n);
		assert_false(try_accept(p->b, other.p, print, &changed, &err));
	}
	str_clear(&other);
	str_add(&other, file.p);
	digit = strstr(other.p, "\"from\":");
	assert_non_null(digit);
	digit[8] = digit[8] == '1' ? '2' : '1';
	assert_false(try_accept(p->b, other.p, print, &changed, &err));
	assert_string_equal(err.code, "serial.lease");
	/* for another station */
	assert_false(try_accept(p->a, file.p, print, &changed, &err) && changed);
	must(try_accept(p->b, file.p, print, &changed, &err));
	/* another T1 */
	must(ledger_memory(&stranger, "T1", &err));
	define(stranger, "R", "HH{SEQ:4}", ".+");
	must(station_key_print(stranger, print, &err));
	must(try_give(stranger, "R", "T2", 7, &file, &err));
	assert_false(try_accept(p->b, file.p, print, &changed, &err));
	assert_string_equal(err.code, "serial.key");
	ledger_close(stranger);
	str_done(&other);
	str_done(&file);
}

/* Who defined the rule too gives its own range up, unless it was used. */
static void lease__settles__two_owners(void **state)
{
	struct pair *p = *state;
	char print[KEY_PRINT_SIZE];
	struct str file;
	bool changed;
	struct err err;

	err_clear(&err);
	define(p->a, "R", "HH{SEQ:4}", ".+");
	define(p->b, "R", "HH{SEQ:4}", ".+");
	assert_int_equal(holds(p->b, "R"), 1);
	hand_over(p, "R", 50);
	assert_int_equal(holds(p->b, "R"), 1);
	assert_string_equal(issue(p->b, "I-R", 50), "HH9950..HH9999");
	refuses(p->b, "I-R", 1, "serial.used-up");

	define(p->a, "Q", "QQ{SEQ:4}", ".+");
	define(p->b, "Q", "QQ{SEQ:4}", ".+");
	issue(p->b, "I-Q", 1);
	str_init(&file);
	must(station_key_print(p->a, print, &err));
	must(try_give(p->a, "Q", "T2", 100, &file, &err));
	assert_false(try_accept(p->b, file.p, print, &changed, &err));
	assert_string_equal(err.code, "serial.lease");
	/* or gave some on */
	define(p->a, "G", "GG{SEQ:4}", ".+");
	define(p->b, "G", "GG{SEQ:4}", ".+");
	must(try_give(p->b, "G", "T9", 10, &file, &err));
	must(try_give(p->a, "G", "T2", 100, &file, &err));
	assert_false(try_accept(p->b, file.p, print, &changed, &err));
	assert_string_equal(err.code, "serial.lease");
	/* nor does a rule with another mask take a lease */
	define(p->a, "V", "VV{SEQ:4}", ".+");
	define(p->b, "V", "VV{SEQ:5}", ".+");
	must(try_give(p->a, "V", "T2", 100, &file, &err));
	assert_false(try_accept(p->b, file.p, print, &changed, &err));
	assert_string_equal(err.code, "serial.lease");
	str_done(&file);
}

/* Numbers that come back to their owner are one more lease of it. */
static void lease__goes__back_to_the_owner(void **state)
{
	struct pair *p = *state;
	char print[KEY_PRINT_SIZE];
	struct str file;
	bool changed;
	struct err err;

	err_clear(&err);
	str_init(&file);
	define(p->a, "R", "HH{SEQ:2}", ".+");
	issue(p->a, "I-R", 50);
	hand_over(p, "R", 40);
	define(p->b, "R", "", "");
	assert_string_equal(issue(p->b, "I-R", 5), "HH60..HH64");
	must(station_key_print(p->b, print, &err));
	must(try_give(p->b, "R", "T1", 30, &file, &err));
	must(try_accept(p->a, file.p, print, &changed, &err));
	assert_true(changed);
	assert_string_equal(issue(p->b, "I-R", 5), "HH65..HH69");
	refuses(p->b, "I-R", 1, "serial.used-up");
	assert_string_equal(issue(p->a, "I-R", 39), "HH51..HH99");
	refuses(p->a, "I-R", 1, "serial.used-up");
	/* a new mask is the owner's, and not of whoever held some of the old one */
	define(p->b, "R", "KK{SEQ:2}", ".+");
	refuses(p->b, "I-R", 1, "serial.used-up");
	define(p->a, "R", "KK{SEQ:2}", ".+");
	assert_string_equal(issue(p->a, "I-R", 1), "KK01..KK01");
	str_done(&file);
}

static void give__refuses__more_than_there_is(void **state)
{
	struct pair *p = *state;
	struct str file;
	struct err err;

	str_init(&file);
	define(p->a, "R", "HH{SEQ:3}", ".+");
	issue(p->a, "I-R", 500);
	assert_false(try_give(p->a, "R", "T2", 500, &file, &err));
	assert_string_equal(err.code, "serial.used-up");
	assert_false(try_give(p->a, "R", "T1", 5, &file, &err));
	assert_false(try_give(p->a, "R", "T2", 0, &file, &err));
	assert_false(try_give(p->a, "NONE", "T2", 5, &file, &err));
	must(try_give(p->a, "R", "T2", 499, &file, &err));
	refuses(p->a, "I-R", 1, "serial.used-up");
	str_done(&file);
}

static void drawn__leases__do_not_overlap(void **state)
{
	struct pair *p = *state;
	struct made_serials mine = { .list = { .n = 0 } }, theirs = { .list = { .n = 0 } };
	struct err err;

	define(p->a, "D", "****", "[0-9A-Z]{4}");	/* 1,679,616: 167 serials */
	must(try_issue(p->a, "I-D", 10, &mine, &err));	/* opens 104,976 of them */
	hand_over(p, "D", 100);
	define(p->b, "D", "", "");
	must(try_issue(p->b, "I-D", 100, &theirs, &err));
	refuses(p->b, "I-D", 1, "serial.used-up");
	refuses(p->a, "I-D", 58, "serial.used-up");
	for (size_t i = 0; i < theirs.list.n; i++)
		for (size_t k = 0; k < mine.list.n; k++)
			assert_true(strcmp(theirs.list.at[i].text, mine.list.at[k].text) > 0);
	issue(p->a, "I-D", 57);
	vec_done(&mine.list);
	vec_done(&theirs.list);
}

UNIT_MAIN(
    pair_test(lease__brings__rule_and_numbers),
    pair_test(lease__accepted_twice__changes_nothing),
    pair_test(lease__refuses__what_was_changed),
    pair_test(lease__settles__two_owners),
    pair_test(lease__goes__back_to_the_owner),
    pair_test(give__refuses__more_than_there_is),
    pair_test(drawn__leases__do_not_overlap),
)
