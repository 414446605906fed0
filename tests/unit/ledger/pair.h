/*
 * pair.h - two stations that issue serials and hand leases to each other.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two ledgers in memory, T1 and T2; verify computes all of both anew at the
 * end of each test.
 */
#ifndef TESTS_PAIR_H
#define TESTS_PAIR_H
#include "ledgers.h"
#include "base/str.h"
#include "ledger/serials.h"

struct pair { struct ledger *a, *b; };

static inline void
define(struct ledger *l, const char *rule, const char *mask, const char *pattern)
{
	struct serial_rule_def def = { .hint = "ours" };
	struct item item = { .name = "Thing", .min_remaining_days = -1 };
	bool changed;
	struct err err;

	err_clear(&err);
	str_copy(def.code, sizeof def.code, rule);
	str_copy(def.mask, sizeof def.mask, mask);
	str_copy(def.pattern, sizeof def.pattern, pattern);
	str_print(item.code, sizeof item.code, "I-%s", rule);
	str_copy(item.serial_rule, sizeof item.serial_rule, rule);
	must(ledger_begin(l, 0, &err));
	if (mask[0] != '\0')
		must(serial_rule_define(l, &def, BY_FILE, &changed, &err));
	must(item_define(l, &item, BY_FILE, &changed, &err));
	must(ledger_commit(l, &err));
}

static inline bool
try_issue(struct ledger *l, const char *item, int64_t n, struct made_serials *out,
    struct err *err)
{
	struct serial_ask ask = { .item = item, .n = n, .purpose = "label",
	    .site = "", .entry = BY_KEYS };

	err_clear(err);
	if (!ledger_begin(l, 0, err))
		return false;
	if (serials_issue(l, &ask, out, err))
		return ledger_commit(l, err);
	ledger_rollback(l);
	return false;
}

/* The first and last of n serials, "A..B". */
static inline const char *
issue(struct ledger *l, const char *item, int64_t n)
{
	static char said[64];
	struct made_serials out = { .list = { .n = 0 } };
	struct err err;

	must(try_issue(l, item, n, &out, &err));
	assert_int_equal(out.list.n, n);
	str_print(said, sizeof said, "%s..%s", out.list.at[0].text,
	    out.list.at[n - 1].text);
	vec_done(&out.list);
	return said;
}

static inline void
refuses(struct ledger *l, const char *item, int64_t n, const char *code)
{
	struct made_serials out = { .list = { .n = 0 } };
	struct err err;

	assert_false(try_issue(l, item, n, &out, &err));
	assert_string_equal(err.code, code);
	assert_true(err.what[0] != '\0');
	vec_done(&out.list);
}

static inline bool
try_give(struct ledger *l, const char *rule, const char *to, int64_t n,
    struct str *file, struct err *err)
{
	struct lease lease;

	err_clear(err);
	str_clear(file);
	if (!ledger_begin(l, 0, err))
		return false;
	if (lease_give(l, rule, to, n, BY_KEYS, &lease, err))
		return ledger_commit(l, err) && lease_write(l, &lease, file, err);
	ledger_rollback(l);
	return false;
}

static inline bool
try_accept(struct ledger *l, const char *file, const char *print, bool *changed,
    struct err *err)
{
	struct lease lease;

	err_clear(err);
	if (!ledger_begin(l, 0, err))
		return false;
	if (lease_accept(l, file, print, BY_FILE, &lease, changed, err))
		return ledger_commit(l, err);
	ledger_rollback(l);
	return false;
}

/* Give and accept at once. */
static inline void
hand_over(const struct pair *p, const char *rule, int64_t n)
{
	char print[KEY_PRINT_SIZE];
	struct str file;
	struct err err;
	bool changed;

	err_clear(&err);
	str_init(&file);
	must(station_key_print(p->a, print, &err));
	must(try_give(p->a, rule, "T2", n, &file, &err));
	must(try_accept(p->b, file.p, print, &changed, &err));
	assert_true(changed);
	str_done(&file);
}

static inline int
pair_setup(void **state)
{
	static struct pair p;
	struct err err;

	err_clear(&err);
	must(seal_start(&err));
	must(ledger_memory(&p.a, "T1", &err));
	must(ledger_memory(&p.b, "T2", &err));
	ledger_set_operator(p.a, "os:tester");
	ledger_set_operator(p.b, "os:tester");
	*state = &p;
	return 0;
}

static inline int
pair_teardown(void **state)
{
	struct pair *p = *state;

	must_verify(p->a);
	must_verify(p->b);
	ledger_close(p->a);
	ledger_close(p->b);
	return 0;
}

#define pair_test(f) cmocka_unit_test_setup_teardown(f, pair_setup, pair_teardown)

static inline int64_t
holds(struct ledger *l, const char *rule)
{
	struct leases all = { .list = { .n = 0 } };
	struct err err;
	int64_t n = 0;

	err_clear(&err);
	must(leases_of(l, rule, &all, &err));
	for (size_t i = 0; i < all.list.n; i++)
		n += strcmp(all.list.at[i].holder, ledger_station(l)) == 0 &&
		    all.list.at[i].hi >= all.list.at[i].lo;
	vec_done(&all.list);
	return n;
}
#endif
