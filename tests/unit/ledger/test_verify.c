/*
 * test_verify.c - verify finds every fault that can be planted, and none where
 * there is none.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Method: a small day is written; each row below changes one thing of the
 * database behind the ledger's back.
 */
#include "../unit.h"
#include <string.h>
#include "../../support/house.h"
#include "store/store_private.h"

#define OWN(seq) "((1 << 40) + " #seq ")"

static const struct {
	const char *what;
	const char *sql;
	const char *says;	/* part of one of its sentences */
} faults[] = {
	/* the ledger itself */
	{ "a byte of a body", "UPDATE event SET body = replace(body, 'A-02', 'A-03') "
	  "WHERE type = 5", "its hash does not follow" },
	{ "a body that is no JSON", "UPDATE event SET body = '{\"bin\":' "
	  "WHERE type = 5", "" },
	{ "a body of a definition", "UPDATE event SET body = replace(body, 'Drill', "
	  "'Drone') WHERE type = 65", "hash" },
	{ "a body of a definition that is no JSON",
	  "UPDATE event SET body = '[' WHERE type = 65", "" },
	{ "the time", "UPDATE event SET at = at + 1 WHERE type = 3", "hash" },
	{ "the operator", "UPDATE event SET operator = (SELECT max(id) FROM name) "
	  "WHERE type = 3", "hash" },
	{ "how it came", "UPDATE event SET entry = 1 WHERE type = 3", "hash" },
	{ "the type", "UPDATE event SET type = 2 WHERE type = 3", "hash" },
	{ "the kind of subject", "UPDATE event SET skind = 2 WHERE skind = 1", "hash" },
	{ "a kind that is none", "UPDATE event SET skind = 99 WHERE skind = 1", "" },
	{ "the subject", "UPDATE event SET subject = 'S9' WHERE type = 3", "hash" },
	{ "the item", "UPDATE event SET item = item + 1 WHERE type = 3", "hash" },
	{ "what it undoes", "UPDATE event SET undoes = undoes - 1 "
	  "WHERE undoes IS NOT NULL", "hash" },
	{ "a hash", "UPDATE event SET hash = zeroblob(32) WHERE type = 5", "hash" },
	{ "a short hash", "UPDATE event SET hash = zeroblob(31) WHERE type = 5",
	  "hash" },
	{ "a signature", "UPDATE event SET sig = zeroblob(64) WHERE id = "
	  "(SELECT max(id) FROM event)", "signature does not hold" },
	{ "a signature in the middle", "UPDATE event SET sig = zeroblob(64) "
	  "WHERE type = 3", "signature does not hold" },
	{ "a short signature", "UPDATE event SET sig = zeroblob(63) WHERE type = 3",
	  "signature does not hold" },
	{ "no last signature", "UPDATE event SET sig = NULL WHERE id = "
	  "(SELECT max(id) FROM event)", "not signed" },
	{ "an event left out", "DELETE FROM event WHERE type = 5",
	  "is missing before it" },
	{ "the first event left out", "DELETE FROM event WHERE id = " OWN(1),
	  "is missing before it" },
	{ "the last events left out", "DELETE FROM event WHERE id > "
	  "(SELECT max(id) - 2 FROM event)", "" },
	{ "an event moved", "UPDATE event SET id = id + 1000 WHERE id = "
	  "(SELECT max(id) FROM event)", "is missing before it" },
	{ "another key", "UPDATE station SET public_key = zeroblob(32)",
	  "signature does not hold" },
	{ "another station", "UPDATE station SET code = 'T2'", "hash" },
	{ "a name", "UPDATE name SET text = 'SAW2' WHERE text = 'SAW'", "hash" },
	{ "no name", "DELETE FROM name WHERE text = 'DRILL'", "" },
	{ "a unit's chain", "UPDATE event SET before = NULL WHERE type = 5",
	  "do not follow each other" },
	{ "a unit's chain to elsewhere", "UPDATE event SET before = 7 "
	  "WHERE type = 5", "do not follow each other" },
	{ "a unit's last event", "UPDATE unit SET last_event = last_event - 1 "
	  "WHERE serial = 'S1'", "do not follow each other" },
	/* what is projected */
	{ "a status", "UPDATE unit SET status = 6 WHERE serial = 'S1'", ": status" },
	{ "a hold", "UPDATE unit SET holds = holds + 16 WHERE serial = 'S1'",
	  ": holds" },
	{ "announced", "UPDATE unit SET was_expected = 1 WHERE serial = 'S1'",
	  ": was_expected" },
	{ "a bin", "UPDATE unit SET bin = NULL WHERE serial = 'S1'", ": bin" },
	{ "a lot", "UPDATE unit SET lot = 'L' WHERE serial = 'S1'", ": lot" },
	{ "a date made", "UPDATE unit SET made_on = '2020-01-01' "
	  "WHERE serial = 'S1'", ": made_on" },
	{ "a date of expiry", "UPDATE unit SET expires_on = '2020-01-01' "
	  "WHERE serial = 'S1'", ": expires_on" },
	{ "a country", "UPDATE unit SET country = 'DE' WHERE serial = 'S1'",
	  ": country" },
	{ "an inbound order", "UPDATE unit SET in_order = NULL WHERE serial = 'S1'",
	  ": inbound" },
	{ "an inbound line", "UPDATE unit SET in_line = 9 WHERE serial = 'S1'",
	  ": inbound" },
	{ "an outbound order", "UPDATE unit SET out_order = in_order "
	  "WHERE serial = 'S1'", ": outbound" },
	{ "a carton", "UPDATE unit SET carton = bin WHERE serial = 'S1'", ": carton" },
	{ "a party", "UPDATE unit SET party = NULL WHERE serial = 'S1'", ": party" },
	{ "an owner", "UPDATE unit SET owner = bin WHERE serial = 'S1'", ": owner" },
	{ "a parent", "UPDATE unit SET parent_serial = 'P' WHERE serial = 'S1'",
	  ": parent" },
	{ "cover", "UPDATE unit SET warranty_until = '2030-01-01' "
	  "WHERE serial = 'S1'", ": warranty" },
	{ "the time received", "UPDATE unit SET received_at = 1 "
	  "WHERE serial = 'S1'", ": received_at" },
	{ "the time shipped", "UPDATE unit SET shipped_at = 1 WHERE serial = 'S1'",
	  ": shipped_at" },
	{ "the time changed", "UPDATE unit SET changed_at = 1 WHERE serial = 'S1'",
	  ": changed_at" },
	{ "a count of incidents", "UPDATE unit SET incidents = 3 "
	  "WHERE serial = 'S1'", ": incidents" },
	{ "the serial", "UPDATE unit SET serial = 'S1x' WHERE serial = 'S1'",
	  "no events" },
	{ "a unit left out", "DELETE FROM unit WHERE serial = 'S1'",
	  "its row is not" },
	{ "the last unit left out", "DELETE FROM unit WHERE serial = 'W1'",
	  "its row is not" },
	{ "a unit too many", "INSERT INTO unit SELECT item, x'00', 'A0', status, "
	  "holds, was_expected, bin, lot, made_on, expires_on, country, in_order, "
	  "in_line, out_order, out_line, carton, party, owner, parent_item, "
	  "parent_serial, warranty_until, received_at, shipped_at, changed_at, "
	  "incidents, last_event FROM unit WHERE serial = 'S1'",
	  "A0: has a row and no events" },
	{ "a sum", "UPDATE tally SET n = n + 1 WHERE kind = 2", "events give" },
	{ "a sum too many", "INSERT INTO tally VALUES(1, 999, 4, 1)", "events give 0" },
	{ "a sum left out", "DELETE FROM tally WHERE kind = 1", "missing" },
	{ "an incident", "DELETE FROM incident", "is missing" },
	{ "an incident too many", "INSERT INTO incident SELECT 'T1-5:x', event, code, "
	  "skind, item, subject, opened_at, operator, detail, resolved_by, outcome "
	  "FROM incident LIMIT 1", "has no event" },
	{ "an incident settled", "UPDATE incident SET resolved_by = event, "
	  "outcome = 'x' WHERE resolved_by IS NULL", "differs" },
	{ "an incident opened again", "UPDATE incident SET resolved_by = NULL, "
	  "outcome = NULL WHERE resolved_by IS NOT NULL", "differs" },
	{ "an outcome", "UPDATE incident SET outcome = 'x' "
	  "WHERE resolved_by IS NOT NULL", "differs" },
	{ "a detail", "UPDATE incident SET detail = 'x'", "differs" },
	/* definitions */
	{ "an item", "UPDATE item SET name = 'x' WHERE code = 'DRILL'", "item:" },
	{ "an item left out", "DELETE FROM item WHERE code = 'DRILL'", "item:" },
	{ "an item too many", "INSERT INTO item(id, code, name, lot, made_on, "
	  "expires_on, allocation, event) VALUES(9999, 'X', 'x', 0, 0, 0, 0, 1)",
	  "item:" },
	{ "a bin's capacity", "UPDATE bin SET capacity = 4 WHERE code = 'A-01'",
	  "bin:" },
	{ "a party's kind", "UPDATE party SET kind = 1 WHERE code = 'ACME'", "party:" },
	{ "an operator's role", "UPDATE operator SET role = 2 "
	  "WHERE badge = 'CLERK1'", "operator:" },
	{ "an operator's lock", "UPDATE operator SET locked = 1 "
	  "WHERE badge = 'CLERK1'", "operator:" },
	{ "a serial rule", "UPDATE serial_rule SET pattern = '.*'", "serial rule:" },
	{ "an order's state", "UPDATE ord SET state = 3", "order:" },
	{ "an order's line", "UPDATE ord_line SET qty = qty + 1 WHERE line = 1",
	  "order line:" },
	{ "an order's line left out", "DELETE FROM ord_line WHERE line = 2",
	  "order line:" },
};
#define N_FAULTS (sizeof faults / sizeof faults[0])

static void
write_a_day(struct house *h)
{
	struct event undone;
	struct err err;
	char key[INCIDENT_KEY_SIZE];

	house_furnish(h);
	house_order(h, "PO:1", "DRILL:5 SAW:2");
	house_tell(h, "DRILL", "S1", "received bin=DOCK-1 order=PO:1 line=1 "
	    "party=ACME; moved bin=A-02; received bin=DOCK-1");
	house_tell(h, "DRILL", "S2", "received bin=DOCK-1; received bin=DOCK-1; "
	    "noted note=x");
	must(ledger_begin(h->l, -1, &err));
	must(ledger_undo(h->l, (INT64_C(1) << 40) + house_events(h), BY_KEYS,
	    &undone, NULL, &err));
	incident_key(key, "T1", house_events(h) - 2, "unit.duplicate");
	must(ledger_incident_resolve(h->l, key, "kept", "", BY_KEYS, &err));
	must(ledger_commit(h->l, &err));
	house_tell(h, "SAW", "W1", "expected order=PO:1 line=2");
}

struct heard {
	const char *wanted;
	bool found;
	size_t n;
	char first[400];
};

static void
hear(void *ctx, const char *fault)
{
	struct heard *heard = ctx;

	if (heard->n++ == 0)
		str_copy(heard->first, sizeof heard->first, fault);
	heard->found |= strstr(fault, heard->wanted) != NULL;
}

static void verify__of_a_day__is_clean(void **state)
{
	struct ledger_census census;
	struct heard heard = { .wanted = "" };
	struct house h;
	struct err err;

	(void)state;
	house_memory(&h);
	must(ledger_verify(h.l, hear, &heard, &census, &err));
	assert_int_equal(census.faults, 0);
	assert_int_equal(census.events, 1);
	write_a_day(&h);
	must(ledger_verify(h.l, hear, &heard, &census, &err));
	assert_string_equal(heard.first, "");
	assert_int_equal(census.faults, 0);
	assert_int_equal(census.events, house_events(&h));
	assert_int_equal(census.units, 3);
	assert_int_equal(census.stations, 1);
	house_close(&h);
}

static void
plant(struct house *h, size_t i)
{
	struct store *s = ledger_store(h->l);
	struct ledger_census census;
	struct heard heard = { .wanted = faults[i].says };
	struct err err;
	int64_t changed = 0;
	bool ok;

	err_clear(&err);
	must(store_exec(s, &err, faults[i].sql));
	must(store_exec_int(s, &err, "SELECT changes()", &changed));
	if (changed == 0)
		fail_msg("%s: nothing was planted", faults[i].what);
	names_forget(s->names);
	ok = ledger_verify(h->l, hear, &heard, &census, &err);
	if (!ok)
		fail_msg("%s: verify fails: %s: %s", faults[i].what, err.what,
		    err.detail);
	if (census.faults == 0 || heard.n == 0)
		fail_msg("%s: nothing is found", faults[i].what);
	if (!heard.found)
		fail_msg("%s: nothing says \"%s\", but \"%s\"", faults[i].what,
		    faults[i].says, heard.first);
}

static void verify__finds__what_was_planted(void **state)
{
	struct house h;

	(void)state;
	for (size_t i = 0; i < N_FAULTS; i++) {
		house_memory(&h);
		write_a_day(&h);
		plant(&h, i);
		house_close(&h);
	}
}

UNIT_MAIN(
    cmocka_unit_test(verify__of_a_day__is_clean),
    cmocka_unit_test(verify__finds__what_was_planted),
)
