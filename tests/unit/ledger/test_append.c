/*
 * test_append.c - acts as transactions: written, hashed, signed, projected, or
 * nothing of it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include "../../support/house.h"
#include "base/file.h"
#include "base/seal.h"

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

static void
received(struct event *e, const char *serial)
{
	memset(e, 0, sizeof *e);
	e->type = EV_UNIT_RECEIVED;
	e->subject_kind = SUBJECT_UNIT;
	str_copy(e->item, sizeof e->item, "DRILL");
	str_copy(e->subject, sizeof e->subject, serial);
	str_copy(e->body.bin, sizeof e->body.bin, "D");
	str_copy(e->body.order, sizeof e->body.order, "PO:1");
	e->body.line = 1;
}

static void append__numbers__events_without_a_gap(void **state)
{
	struct house *h = *state;
	struct anomaly odd;
	struct event e;
	struct err err;

	for (int i = 0; i < 6; i++) {
		must(ledger_begin(h->l, -1, &err));
		received(&e, (const char *const[]){ "A", "B", "C", "D", "E", "F" }[i]);
		must(ledger_append(h->l, &e, &odd, &err));
		assert_int_equal(e.seq, 2 + i / 2);
		assert_int_equal(e.id, OWN(e.seq));
		assert_string_equal(e.station, "T1");
		assert_string_equal(e.operator, "os:tester");
		assert_true(e.at > 0);
		if (i % 2 == 0)	/* what is rolled back takes no number */
			ledger_rollback(h->l);
		else
			must(ledger_commit(h->l, &err));
	}
	assert_int_equal(house_events(h), 4);
}

static void append__shows__its_effect_at_once(void **state)
{
	struct house *h = *state;
	struct anomaly odd;
	struct event e;
	struct err err;

	must(ledger_begin(h->l, -1, &err));
	for (int i = 0; i < 3; i++) {
		received(&e, (const char *const[]){ "A", "B", "C" }[i]);
		must(ledger_append(h->l, &e, &odd, &err));
		assert_int_equal(house_bin_units(h, "D"), i + 1);
		assert_int_equal(house_received(h, "PO:1", 1), i + 1);
	}
	ledger_rollback(h->l);
	assert_int_equal(house_bin_units(h, "D"), 0);
	assert_int_equal(house_received(h, "PO:1", 1), 0);
	assert_string_equal(house_unit(h, "DRILL", "A"), "");
}

static void append__keeps__what_it_was_given(void **state)
{
	struct house *h = *state;
	struct anomaly odd;
	struct event e, back;
	struct str json;
	struct err err;

	received(&e, "S\\1\xc3\xbc");
	e.at = 1234567890123;
	str_copy(e.operator, sizeof e.operator, "B7");
	e.entry = BY_KEYS;
	must(ledger_begin(h->l, -1, &err));
	must(ledger_append(h->l, &e, &odd, &err));
	must(ledger_commit(h->l, &err));
	str_init(&json);
	assert_int_equal(ledger_event(h->l, e.id, &back, &json, &err), 1);
	assert_string_equal(json.p,
	    "{\"bin\":\"D\",\"line\":1,\"order\":\"PO:1\"}");
	back.json = e.json;
	assert_memory_equal(&back, &e, sizeof e);
	assert_int_equal(ledger_event(h->l, e.id + 1, &back, NULL, &err), 0);
	str_done(&json);
}

static void append__of_a_contradiction__is_kept_and_held(void **state)
{
	struct house *h = *state;
	struct incident incident;
	struct anomaly odd;
	struct event e;
	struct err err;
	char key[INCIDENT_KEY_SIZE];

	house_tell(h, "DRILL", "S1", "received bin=D; picked; shipped");
	received(&e, "S1");
	must(ledger_begin(h->l, -1, &err));
	must(ledger_append(h->l, &e, &odd, &err));
	must(ledger_commit(h->l, &err));
	assert_string_equal(odd.code, "unit.duplicate");
	assert_string_equal(house_unit(h, "DRILL", "S1"), "shipped holds=incident");
	incident_key(key, "T1", e.seq, "unit.duplicate");
	assert_int_equal(ledger_incident(h->l, key, &incident, &err), 1);
	assert_true(incident.open);
	assert_string_equal(incident.subject, "S1");
	assert_string_equal(incident.item, "DRILL");
	assert_int_equal(incident.event, e.id);
	assert_int_equal(ledger_incident(h->l, "T1-99:none", &incident, &err), 0);
}

static void append__refuses__a_unit_without_a_name(void **state)
{
	struct house *h = *state;
	struct anomaly odd;
	struct event e;
	struct err err;

	must(ledger_begin(h->l, -1, &err));
	received(&e, "");
	assert_false(ledger_append(h->l, &e, &odd, &err));
	assert_int_equal(err.kind, ERR_INPUT);
	received(&e, "S1");
	e.item[0] = '\0';
	assert_false(ledger_append(h->l, &e, &odd, &err));
	received(&e, "S1");
	must(ledger_append(h->l, &e, &odd, &err));
	must(ledger_commit(h->l, &err));
}

/* Each event's hash follows from the one before; the last of a commit bears a
 * signature over it. */
static void chain__is__hashed_and_signed(void **state)
{
	struct house *h = *state;
	struct store *s = ledger_store(h->l);
	unsigned char head[SEAL_HASH] = { 0 }, key[SEAL_PUBLIC];
	struct str bytes, json;
	struct anomaly odd;
	struct event e;
	struct err err;
	size_t n;

	must(ledger_begin(h->l, -1, &err));
	for (int i = 0; i < 2; i++) {
		received(&e, i == 0 ? "A" : "B");
		must(ledger_append(h->l, &e, &odd, &err));
	}
	must(ledger_commit(h->l, &err));
	assert_int_equal(store_first(s, Q_STATION_GET, &err, "i", INT64_C(1)), 1);
	memcpy(key, store_blob(s, Q_STATION_GET, 1, &n), SEAL_PUBLIC);
	store_end(s, Q_STATION_GET);
	str_init(&bytes);
	str_init(&json);
	for (int64_t seq = 1; seq <= 3; seq++) {
		const void *blob;

		assert_int_equal(ledger_event(h->l, OWN(seq), &e, &json, &err), 1);
		str_clear(&bytes);
		event_canonical(&e, json.p, NULL, &bytes);
		seal_hash(head, head, bytes.p, bytes.len);
		assert_int_equal(store_first(s, Q_EVENT_GET, &err, "i", OWN(seq)), 1);
		blob = store_blob(s, Q_EVENT_GET, 11, &n);
		assert_int_equal(n, SEAL_HASH);
		assert_memory_equal(blob, head, SEAL_HASH);
		blob = store_blob(s, Q_EVENT_GET, 12, &n);
		assert_int_equal(n, seq == 2 ? 0 : SEAL_SIGNATURE);
		if (seq != 2)
			assert_true(seal_verify(blob, head, SEAL_HASH, key));
		store_end(s, Q_EVENT_GET);
	}
	str_done(&bytes);
	str_done(&json);
}

struct told { char types[400]; size_t n; };

static bool
tell(void *ctx, const struct event *e, bool undone)
{
	struct told *t = ctx;
	size_t len = strlen(t->types);

	str_print(t->types + len, sizeof t->types - len, "%s%s ",
	    event_type_name(e->type) + 5, undone ? "-" : "");
	return ++t->n < 4;
}

static void history__is__whole_and_in_order(void **state)
{
	struct house *h = *state;
	struct told told = { .n = 0 };
	struct event undone;
	struct err err;

	house_tell(h, "DRILL", "S1", "received bin=D; moved bin=A");
	house_tell(h, "DRILL", "S2", "received bin=D");
	must(ledger_begin(h->l, -1, &err));
	must(ledger_undo(h->l, OWN(3), BY_KEYS, &undone, NULL, &err));
	must(ledger_commit(h->l, &err));
	house_tell(h, "DRILL", "S1", "moved bin=B; noted note=x");
	must(ledger_history(h->l, "DRILL", "S1", tell, &told, &err));
	assert_string_equal(told.types, "received moved- undone moved ");
	told = (struct told){ .n = 0 };
	must(ledger_history(h->l, "DRILL", "NONE", tell, &told, &err));
	assert_int_equal(told.n, 0);
}

static void units_by_serial__finds__every_item(void **state)
{
	struct house *h = *state;
	struct unit units[3];
	struct err err;
	size_t n;

	house_tell(h, "DRILL", "X1", "received bin=D");
	house_tell(h, "SAW", "X1", "received bin=D");
	house_tell(h, "MASK", "X1", "received bin=D");
	house_tell(h, "MASK", "x1", "received bin=D");
	must(ledger_units_by_serial(h->l, "X1", units, 3, &n, &err));
	assert_int_equal(n, 3);
	must(ledger_units_by_serial(h->l, "X1", units, 2, &n, &err));
	assert_int_equal(n, 2);
	must(ledger_units_by_serial(h->l, "x1", units, 3, &n, &err));
	assert_int_equal(n, 1);
	assert_string_equal(units[0].item, "MASK");
	must(ledger_units_by_serial(h->l, "", units, 3, &n, &err));
	assert_int_equal(n, 0);
}

static void unsent__counts__own_events(void **state)
{
	struct house *h = *state;
	int64_t n, oldest;
	struct err err;

	must(ledger_unsent(h->l, &n, &oldest, &err));
	assert_int_equal(n, 1);
	house_tell(h, "DRILL", "S1", "received bin=D; moved bin=A");
	must(ledger_unsent(h->l, &n, &oldest, &err));
	assert_int_equal(n, 3);
	assert_true(oldest > 0);
	must(store_begin(ledger_store(h->l), -1, &err));
	must(store_run(ledger_store(h->l), Q_SETTING_PUT, &err, "tt", "acked", "2"));
	must(store_commit(ledger_store(h->l), &err));
	must(ledger_unsent(h->l, &n, &oldest, &err));
	assert_int_equal(n, 1);
}

/* An import drops the indexes of units and makes them again. */
static void bulk__leaves__the_same_tables(void **state)
{
	struct house *h = *state;
	struct anomaly odd;
	struct event e;
	struct err err;

	for (int round = 0; round < 2; round++) {
		must(ledger_begin(h->l, -1, &err));
		must(ledger_bulk_begin(h->l, &err));
		for (int i = 0; i < 50; i++) {
			char serial[16];

			str_print(serial, sizeof serial, "B%d-%d", round, i);
			received(&e, serial);
			must(ledger_append(h->l, &e, &odd, &err));
		}
		if (round == 0) {
			ledger_rollback(h->l);
			assert_int_equal(house_bin_units(h, "D"), 0);
			continue;
		}
		must(ledger_bulk_end(h->l, &err));
		must(ledger_commit(h->l, &err));
	}
	assert_int_equal(house_bin_units(h, "D"), 50);
	assert_string_equal(house_unit(h, "DRILL", "B1-7"), "available bin=D in=PO:1/1");
}

/* --- opening --- */

static void open__needs__the_key(void **state)
{
	struct house h;
	struct stat st;
	struct str key;
	struct err err;
	char path[260];

	(void)state;
	house_open(&h, "key");
	str_print(path, sizeof path, "%s-key", h.path);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(stat(h.path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	house_tell(&h, "DRILL", "S1", "received bin=D");
	house_shut(&h);
	str_init(&key);
	must(file_read(path, 4096, &key, &err));
	assert_int_equal(remove(path), 0);
	assert_false(ledger_open(&h.l, h.path, false, 0, &err));
	assert_int_not_equal(err.kind, ERR_NONE);
	must(ledger_open(&h.l, h.path, true, 0, &err));	/* reading needs none */
	assert_int_equal(house_faults(&h), 0);
	assert_false(ledger_begin(h.l, 0, &err));
	house_shut(&h);
	must(file_create(path, 0600, "zz", 2, &err));
	assert_false(ledger_open(&h.l, h.path, false, 0, &err));
	assert_int_equal(err.kind, ERR_DAMAGED);
	assert_int_equal(remove(path), 0);
	must(file_create(path, 0600, key.p, key.len, &err));
	must(ledger_open(&h.l, h.path, false, 0, &err));
	house_tell(&h, "DRILL", "S2", "received bin=D");
	assert_int_equal(house_faults(&h), 0);
	str_done(&key);
	house_close(&h);
}

/* Signing with the key of another station would be found only by verify. */
static void open__refuses__a_key_of_another_station(void **state)
{
	struct house a, b;
	struct str key;
	struct err err;
	char from[260], to[260];

	(void)state;
	house_open(&a, "key-a");
	house_open(&b, "key-b");
	house_shut(&b);
	str_print(from, sizeof from, "%s-key", a.path);
	str_print(to, sizeof to, "%s-key", b.path);
	str_init(&key);
	must(file_read(from, 4096, &key, &err));
	assert_int_equal(remove(to), 0);
	must(file_create(to, 0600, key.p, key.len, &err));
	assert_false(ledger_open(&b.l, b.path, false, 0, &err));
	assert_int_equal(err.kind, ERR_DAMAGED);
	b.l = NULL;
	str_done(&key);
	house_close(&a);
	house_close(&b);
}

static void create__refuses__what_is_there(void **state)
{
	struct house h;
	struct ledger *l;
	struct err err;

	(void)state;
	house_open(&h, "twice");
	assert_false(ledger_create(&l, h.path, "T2", &err));
	assert_int_equal(err.kind, ERR_CLASH);
	house_reopen(&h);
	assert_string_equal(ledger_station(h.l), "T1");
	house_close(&h);
}

static void create__refuses__odd_station_names(void **state)
{
	static const char *const odd[] = { "", "SIXTEEN-LETTERS-", "a b", "a/b",
	    "\xc3\xbc", "a:b" };
	struct house h;
	struct ledger *l;
	struct err err;

	(void)state;
	house_folder(&h, "names");
	for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
		assert_false(ledger_create(&l, h.path, odd[i], &err));
		assert_int_equal(err.kind, ERR_INPUT);
		assert_false(file_exists(h.path));
	}
	must(ledger_create(&h.l, h.path, "Dock_1.a-B.zzzz", &err));
	house_close(&h);
}

#define ledger_test(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

UNIT_MAIN(
    ledger_test(append__numbers__events_without_a_gap),
    ledger_test(append__shows__its_effect_at_once),
    ledger_test(append__keeps__what_it_was_given),
    ledger_test(append__of_a_contradiction__is_kept_and_held),
    ledger_test(append__refuses__a_unit_without_a_name),
    ledger_test(chain__is__hashed_and_signed),
    ledger_test(history__is__whole_and_in_order),
    ledger_test(units_by_serial__finds__every_item),
    ledger_test(unsent__counts__own_events),
    ledger_test(bulk__leaves__the_same_tables),
    cmocka_unit_test(open__needs__the_key),
    cmocka_unit_test(open__refuses__a_key_of_another_station),
    cmocka_unit_test(create__refuses__what_is_there),
    cmocka_unit_test(create__refuses__odd_station_names),
)
