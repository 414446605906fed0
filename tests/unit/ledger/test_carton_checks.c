/*
 * test_carton_checks.c - what may go into what, and what was done to it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: the questions of cartons.h with their codes.  Method: containers made
 * by events alone, so that shapes are tried which no flow would let happen.
 */
#include "ledgers.h"
#include "base/str.h"
#include "ledger/cartons.h"

static void
happens(struct ledger *l, const char *code, enum event_type type,
    const char *kind, const char *party, const char *parent)
{
	struct carton_say what = { .note = "" };
	struct err err;

	str_copy(what.kind, sizeof what.kind, kind);
	str_copy(what.party, sizeof what.party, party);
	str_copy(what.parent, sizeof what.parent, parent);
	must(ledger_begin(l, 0, &err));
	must(carton_append(l, code, type, &what, BY_SCAN, &err));
	must(ledger_commit(l, &err));
}

static void
closed(struct ledger *l, const char *code, const char *party)
{
	happens(l, code, EV_CARTON_STARTED, "carton", party, "");
	happens(l, code, EV_CARTON_CLOSED, "", "", "");
}

static void
nest_is(struct ledger *l, const char *inner, const char *outer, const char *code)
{
	struct carton a, b;
	struct err err;

	err_clear(&err);
	assert_int_equal(carton_find(l, inner, &a, &err), 1);
	assert_int_equal(carton_find(l, outer, &b, &err), 1);
	if (carton_check_nest(l, &a, &b, &err) != (code[0] == '\0') ||
	    (code[0] != '\0' && strcmp(err.code, code) != 0))
		fail_msg("%s into %s: %s %s", inner, outer, err.code, err.what);
}

static void nest__wants__closed_into_open_of_one_party(void **state)
{
	struct ledger *l = *state;

	happens(l, "P1", EV_CARTON_STARTED, "pallet", "", "");
	happens(l, "T1", EV_CARTON_STARTED, "tote", "", "");
	happens(l, "OPEN", EV_CARTON_STARTED, "carton", "C-1", "");
	closed(l, "S1", "C-1");
	closed(l, "S2", "C-2");
	closed(l, "S3", "C-1");
	nest_is(l, "S1", "P1", "");
	nest_is(l, "OPEN", "P1", "carton.open");
	nest_is(l, "T1", "P1", "scan.wrong-kind");
	nest_is(l, "S1", "T1", "scan.wrong-kind");
	nest_is(l, "S1", "S2", "carton.closed");
	happens(l, "S1", EV_CARTON_NESTED, "", "", "P1");
	nest_is(l, "S1", "P1", "carton.nested");
	nest_is(l, "S2", "P1", "party.mismatch");
	nest_is(l, "S3", "P1", "");
	nest_is(l, "S3", "OPEN", "");
	happens(l, "S3", EV_CARTON_SHIPPED, "", "", "");
	nest_is(l, "S3", "P1", "carton.closed");
	must_verify(l);
}

static void nest__knows__no_rings_and_an_end(void **state)
{
	static const char *const chain[] = { "A", "B", "C", "D" };
	struct ledger *l = *state;

	for (size_t i = 0; i < 4; i++)
		happens(l, chain[i], EV_CARTON_STARTED, "carton", "C-1", "");
	happens(l, "E", EV_CARTON_STARTED, "carton", "C-1", "");
	closed(l, "F", "C-1");
	nest_is(l, "A", "A", "carton.nested");
	for (size_t i = 1; i < 4; i++)	/* D in C in B in A */
		happens(l, chain[i], EV_CARTON_NESTED, "", "", chain[i - 1]);
	nest_is(l, "A", "D", "carton.nested");	/* a ring */
	nest_is(l, "F", "D", "carton.nested");	/* a fifth */
	nest_is(l, "F", "C", "");
	happens(l, "F", EV_CARTON_NESTED, "", "", "C");
	nest_is(l, "A", "E", "carton.nested");	/* four deep, into one more */
	happens(l, "A", EV_CARTON_NESTED, "", "", "D");	/* as a file might say */
	nest_is(l, "B", "E", "carton.nested");
	nest_is(l, "E", "A", "carton.nested");
	must_verify(l);
}

static void
check_is(bool ok, const struct err *err, const char *code)
{
	assert_int_equal(ok, code[0] == '\0');
	if (!ok)
		assert_string_equal(err->code, code);
}

static void close_and_reopen__say__why_not(void **state)
{
	struct ledger *l = *state;
	struct carton c;
	struct err err;

	happens(l, "P1", EV_CARTON_STARTED, "pallet", "", "");
	closed(l, "S1", "C-1");
	must(carton_find(l, "P1", &c, &err) > 0);
	check_is(carton_check_close(l, &c, "P1", &err), &err, "carton.empty");
	check_is(carton_check_close(l, NULL, "NIX", &err), &err, "carton.unknown");
	assert_int_equal(err.kind, ERR_ABSENT);
	must(carton_find(l, "S1", &c, &err) > 0);
	check_is(carton_check_reopen(&c, "S1", &err), &err, "");
	check_is(carton_check_unnest(l, &c, &err), &err, "carton.closed");
	happens(l, "S1", EV_CARTON_NESTED, "", "", "P1");
	must(carton_find(l, "S1", &c, &err) > 0);
	check_is(carton_check_reopen(&c, "S1", &err), &err, "carton.nested");
	check_is(carton_check_unnest(l, &c, &err), &err, "");
	must(carton_find(l, "P1", &c, &err) > 0);
	check_is(carton_check_close(l, &c, "P1", &err), &err, "");
	happens(l, "P1", EV_CARTON_CLOSED, "", "", "");
	must(carton_find(l, "S1", &c, &err) > 0);
	check_is(carton_check_unnest(l, &c, &err), &err, "carton.closed");
	must_verify(l);
}

struct seen { size_t n; enum event_type types[8]; bool stop; };

static bool
see(void *ctx, const struct event *e)
{
	struct seen *seen = ctx;

	seen->types[seen->n++] = e->type;
	return !seen->stop;
}

static void history__is__of_one_container(void **state)
{
	struct ledger *l = *state;
	struct seen all = { 0 }, one = { .stop = true };
	struct carton_say what;
	struct event e;
	struct err err;

	closed(l, "S1", "C-1");
	closed(l, "S2", "C-1");
	happens(l, "S1", EV_CARTON_REOPENED, "", "", "");
	must(carton_history(l, "S1", see, &all, &err));
	assert_int_equal(all.n, 3);
	assert_int_equal(all.types[0], EV_CARTON_STARTED);
	assert_int_equal(all.types[2], EV_CARTON_REOPENED);
	must(carton_history(l, "S1", see, &one, &err));
	assert_int_equal(one.n, 1);
	assert_int_equal(carton_last(l, "S1", EV_CARTON_CLOSED, &e, &err), 1);
	assert_string_equal(e.operator, "os:tester");
	assert_int_equal(carton_last(l, "S1", EV_CARTON_NESTED, &e, &err), 0);
	assert_int_equal(carton_last(l, "NIX", EV_CARTON_CLOSED, &e, &err), 0);
	must(carton_say_read("{\"party\":\"X\",\"weight_g\":5}", &what, &err));
	assert_int_equal(what.weight_g, 5);
	assert_false(carton_say_read("{", &what, &err));
}

UNIT_MAIN(
    ledger_test(nest__wants__closed_into_open_of_one_party),
    ledger_test(nest__knows__no_rings_and_an_end),
    ledger_test(close_and_reopen__say__why_not),
    ledger_test(history__is__of_one_container),
)
