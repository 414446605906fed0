/*
 * test_undo.c - events taken back, and incidents opened and settled.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "../../support/house.h"

#define OWN(seq) ((INT64_C(1) << 40) + (seq))

static int
setup(void **state)
{
	static struct house h;

	house_memory(&h);
	*state = &h;
	return 0;
}

static int
teardown(void **state)
{
	struct house *h = *state;
	bool clean = house_faults(h) == 0;

	house_close(h);
	return clean ? 0 : -1;
}

/* Take the event back; the error's code, or "". */
static const char *
undo(struct house *h, int64_t seq)
{
	static struct err err;
	struct event undone;

	err_clear(&err);
	must(ledger_begin(h->l, -1, &err));
	if (ledger_undo(h->l, OWN(seq), BY_KEYS, &undone, NULL, &err)) {
		assert_int_equal(undone.id, OWN(seq));
		must(ledger_commit(h->l, &err));
		return "";
	}
	ledger_rollback(h->l);
	return err.code;
}

static bool
resolve(struct house *h, const char *key, struct err *why)
{
	struct err err;
	bool ok;

	must(ledger_begin(h->l, -1, &err));
	ok = ledger_incident_resolve(h->l, key, "kept", "looked at it", BY_KEYS, why);
	if (ok)
		must(ledger_commit(h->l, &err));
	else
		ledger_rollback(h->l);
	return ok;
}

static void undo__frees__the_serial(void **state)
{
	struct house *h = *state;

	house_tell(h, "DRILL", "S1", "received bin=D order=PO:1 line=1");
	assert_string_equal(undo(h, 2), "");
	assert_string_equal(house_unit(h, "DRILL", "S1"), "none");
	assert_int_equal(house_received(h, "PO:1", 1), 0);
	assert_int_equal(house_bin_units(h, "D"), 0);
	house_tell(h, "DRILL", "S1", "received bin=E");
	assert_string_equal(house_unit(h, "DRILL", "S1"), "available bin=E");
}

static void undo__refuses__what_cannot_be(void **state)
{
	struct house *h = *state;

	house_tell(h, "DRILL", "S1", "received bin=D; moved bin=A; moved bin=B");
	assert_string_equal(undo(h, 99), "unit.unknown");
	assert_string_equal(undo(h, 1), "unit.unknown");	/* station.started */
	assert_string_equal(undo(h, 2), "unit.wrong-status");	/* moves stand on it */
	assert_string_equal(undo(h, 3), "");
	assert_string_equal(house_unit(h, "DRILL", "S1"), "available bin=B");
	assert_string_equal(undo(h, 3), "unit.already-done");
	assert_string_equal(undo(h, 5), "unit.unknown");	/* the undoing itself */
	assert_string_equal(undo(h, 4), "");
	assert_string_equal(undo(h, 2), "");
	assert_string_equal(house_unit(h, "DRILL", "S1"), "none");
}

/* One contradiction goes and another comes: that is standing on it, too. */
static void undo__refuses__to_trade_contradictions(void **state)
{
	struct house *h = *state;

	house_tell(h, "DRILL", "S1", "received bin=D; moved bin=A; received bin=E");
	assert_string_equal(undo(h, 2), "unit.wrong-status");
	assert_string_equal(house_unit(h, "DRILL", "S1"),
	    "available bin=A holds=incident");
}

static void undo__of_the_first__settles_the_second(void **state)
{
	struct house *h = *state;

	house_tell(h, "DRILL", "S1", "received bin=D; received bin=E");
	assert_int_equal(house_incidents(h), 1);
	assert_string_equal(undo(h, 2), "");
	assert_int_equal(house_incidents(h), 0);
	assert_string_equal(house_unit(h, "DRILL", "S1"), "available bin=E");
}

static void undo__of_an_incident__takes_it_away(void **state)
{
	struct house *h = *state;
	char key[INCIDENT_KEY_SIZE];
	struct err err;

	house_tell(h, "DRILL", "S1", "received bin=D");
	must(ledger_begin(h->l, -1, &err));
	must(ledger_incident_open(h->l, SUBJECT_UNIT, "DRILL", "S1", "unit.suspect",
	    "scratched", BY_KEYS, key, &err));
	must(ledger_commit(h->l, &err));
	assert_string_equal(key, "T1-3:unit.suspect");
	assert_int_equal(house_incidents(h), 1);
	assert_string_equal(undo(h, 3), "");
	assert_int_equal(house_incidents(h), 0);
	assert_string_equal(house_unit(h, "DRILL", "S1"), "available bin=D");
}

static void undo__of_a_resolution__opens_it_again(void **state)
{
	struct house *h = *state;
	struct incident incident;
	struct err err;

	house_tell(h, "DRILL", "S1", "received bin=D; received bin=E");
	assert_true(resolve(h, "T1-3:unit.duplicate", &err));
	assert_string_equal(house_unit(h, "DRILL", "S1"), "available bin=D");
	assert_int_equal(ledger_incident(h->l, "T1-3:unit.duplicate", &incident,
	    &err), 1);
	assert_false(incident.open);
	assert_string_equal(incident.outcome, "kept");
	assert_string_equal(undo(h, 4), "");
	assert_int_equal(ledger_incident(h->l, "T1-3:unit.duplicate", &incident,
	    &err), 1);
	assert_true(incident.open);
	assert_string_equal(house_unit(h, "DRILL", "S1"),
	    "available bin=D holds=incident");
}

static void resolve__refuses__twice_and_unknown(void **state)
{
	struct house *h = *state;
	struct err err;

	house_tell(h, "DRILL", "S1", "received bin=D; received bin=E");
	assert_false(resolve(h, "T1-2:unit.duplicate", &err));
	assert_int_equal(err.kind, ERR_ABSENT);
	assert_true(resolve(h, "T1-3:unit.duplicate", &err));
	assert_false(resolve(h, "T1-3:unit.duplicate", &err));
	assert_int_equal(err.kind, ERR_CLASH);
	assert_non_null(strstr(err.detail, "kept"));
}

static void incident__about_an_order__is_kept_too(void **state)
{
	struct house *h = *state;
	struct incident incident;
	char key[INCIDENT_KEY_SIZE];
	struct err err;

	must(ledger_begin(h->l, -1, &err));
	must(ledger_incident_open(h->l, SUBJECT_ORDER, "", "PO:1", "order.short",
	    "2 missing", BY_SYSTEM, key, &err));
	must(ledger_commit(h->l, &err));
	assert_int_equal(ledger_incident(h->l, key, &incident, &err), 1);
	assert_int_equal(incident.subject_kind, SUBJECT_ORDER);
	assert_string_equal(incident.detail, "2 missing");
	assert_true(resolve(h, key, &err));
	assert_int_equal(house_incidents(h), 0);
}

/* A resolution that names the incident of another unit settles nothing. */
static void resolution__about_another_unit__settles_nothing(void **state)
{
	struct house *h = *state;

	house_tell(h, "DRILL", "S1", "received bin=D; received bin=E");
	house_tell(h, "DRILL", "S2", "received bin=D; received bin=E");
	house_tell(h, "DRILL", "S2", "resolved 3:unit.duplicate");	/* ST-3: unknown */
	assert_int_equal(house_incidents(h), 2);
}

/* Many at once: the quick path and the fold count the same. */
static void incidents__many__are_all_counted(void **state)
{
	struct house *h = *state;
	struct err err;
	char key[INCIDENT_KEY_SIZE];

	house_tell(h, "DRILL", "S1", "received bin=D");
	for (int i = 0; i < 20; i++)
		house_tell(h, "DRILL", "S1", "received bin=D");
	assert_int_equal(house_incidents(h), 20);
	for (int i = 0; i < 20; i++) {
		assert_int_equal(house_faults(h), 0);
		assert_string_equal(house_unit(h, "DRILL", "S1"),
		    "available bin=D holds=incident");
		incident_key(key, "T1", 3 + i * 7 % 20, "unit.duplicate");
		assert_true(resolve(h, key, &err));
	}
	assert_string_equal(house_unit(h, "DRILL", "S1"), "available bin=D");
}

#define ledger_test(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

UNIT_MAIN(
    ledger_test(undo__frees__the_serial),
    ledger_test(undo__refuses__what_cannot_be),
    ledger_test(undo__refuses__to_trade_contradictions),
    ledger_test(undo__of_the_first__settles_the_second),
    ledger_test(undo__of_an_incident__takes_it_away),
    ledger_test(undo__of_a_resolution__opens_it_again),
    ledger_test(resolve__refuses__twice_and_unknown),
    ledger_test(incident__about_an_order__is_kept_too),
    ledger_test(resolution__about_another_unit__settles_nothing),
    ledger_test(incidents__many__are_all_counted),
)
