/*
 * ledgers.h - ledgers for tests: in memory, and the asking of verify.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TESTS_LEDGERS_H
#define TESTS_LEDGERS_H
#include "../unit.h"
#include <stdio.h>
#include <string.h>
#include "base/seal.h"
#include "ledger/ledger.h"
#include "ledger/masters.h"

/* A step that a test needs to go on: what went wrong is printed. */
#define must(ok) must_at((ok), &err, #ok, __FILE__, __LINE__)

static inline void
must_at(bool ok, const struct err *err, const char *what, const char *file, int line)
{
	if (ok)
		return;
	print_error("%s: %s (%s)\n", what, err->what, err->detail);
	_fail(file, line);
}

static inline int
ledger_setup(void **state)
{
	struct ledger *l;
	struct err err;

	err_clear(&err);
	must(seal_start(&err));
	must(ledger_memory(&l, "T1", &err));
	ledger_set_operator(l, "os:tester");
	*state = l;
	return 0;
}

static inline int
ledger_teardown(void **state)
{
	ledger_close(*state);
	return 0;
}

#define ledger_test(f) \
	cmocka_unit_test_setup_teardown(f, ledger_setup, ledger_teardown)

static inline void
fault_print(void *ctx, const char *fault)
{
	(void)ctx;
	print_error("verify: %s\n", fault);
}

/* Recomputed from its events, the database is what it is. */
static inline int64_t
must_verify(struct ledger *l)
{
	struct ledger_census census;
	struct err err;

	err_clear(&err);
	must(ledger_verify(l, fault_print, NULL, &census, &err));
	assert_int_equal(census.faults, 0);
	return census.events;
}
#endif
