/*
 * test_event.c - names of events, their bodies, and the bytes that are hashed.
 * Goal: what is written is read back; the canonical bytes never change, for
 * every hash ever made stands on them.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <stddef.h>
#include <string.h>
#include "base/seal.h"
#include "base/str.h"
#include "domain/event.h"

static bool
is_type(int t)
{
	return (t > EV_UNKNOWN && t < EV_UNIT_TYPES) ||
	    (t >= EV_STATION_STARTED && t < EVENT_TYPES);
}

static void event_type__has__one_name_each(void **state)
{
	(void)state;
	for (int t = 0; t < EVENT_TYPES; t++) {
		const char *name = event_type_name((enum event_type)t);

		if (!is_type(t)) {
			assert_string_equal(name, "unknown");
			continue;
		}
		assert_true(strchr(name, '.') != NULL);
		assert_int_equal(event_type_find(name), t);
	}
	assert_int_equal(event_type_find("unknown"), EV_UNKNOWN);
	assert_int_equal(event_type_find("unit.exploded"), EV_UNKNOWN);
}

/* The texts of a body, to fill them all. */
#define TEXT(member) { offsetof(struct event_body, member), \
	sizeof ((struct event_body *)0)->member }
static const struct { size_t at, size; } texts[] = {
	TEXT(bin), TEXT(carton), TEXT(code), TEXT(condition), TEXT(country),
	TEXT(detail), TEXT(expires_on), TEXT(from), TEXT(incident), TEXT(lot),
	TEXT(made_on), TEXT(new_serial), TEXT(note), TEXT(order), TEXT(outcome),
	TEXT(override_by), TEXT(override_of), TEXT(owner), TEXT(parent_item),
	TEXT(parent_serial), TEXT(party), TEXT(reason), TEXT(received_on),
	TEXT(tracking), TEXT(until),
};
#define N_TEXTS (sizeof texts / sizeof texts[0])

static void
must_return(const struct event_body *body)
{
	struct event_body back;
	struct str json;
	struct err err;

	str_init(&json);
	event_body_write(body, &json);
	memset(&back, 'x', sizeof back);
	assert_true(event_body_read(json.p, json.len, &back, &err));
	assert_memory_equal(&back, body, sizeof back);
	str_done(&json);
}

static void event_body__returns__as_it_was(void **state)
{
	struct event_body body;

	(void)state;
	memset(&body, 0, sizeof body);
	must_return(&body);
	for (size_t i = 0; i < N_TEXTS; i++) {	/* each alone, as long as it may be */
		memset(&body, 0, sizeof body);
		memset((char *)&body + texts[i].at, 'a' + (int)i, texts[i].size - 1);
		must_return(&body);
	}
	body.line = INT64_MAX;
	must_return(&body);
	memset(&body, 0, sizeof body);
	for (size_t i = 0; i < N_TEXTS; i++)	/* all, with what JSON escapes */
		str_copy((char *)&body + texts[i].at, texts[i].size,
		    i % 2 == 0 ? "a\"\\" : "\x1d\xc3\xbc");
	must_return(&body);
}

static void event_body__is__empty_or_sorted(void **state)
{
	struct event_body body;
	struct str json;

	(void)state;
	memset(&body, 0, sizeof body);
	str_init(&json);
	event_body_write(&body, &json);
	assert_string_equal(json.p, "{}");
	str_clear(&json);
	str_copy(body.until, sizeof body.until, "2027-01-01");
	str_copy(body.bin, sizeof body.bin, "A-01");
	body.line = 7;
	event_body_write(&body, &json);
	assert_string_equal(json.p,
	    "{\"bin\":\"A-01\",\"line\":7,\"until\":\"2027-01-01\"}");
	str_done(&json);
}

static void event_body_read__keeps_out__what_it_does_not_know(void **state)
{
	static const char text[] = "{\"bin\":\"A\",\"colour\":\"red\",\"line\":\"x\"}";
	struct event_body body;
	struct err err;

	(void)state;
	assert_true(event_body_read(text, sizeof text - 1, &body, &err));
	assert_string_equal(body.bin, "A");
	assert_int_equal(body.line, 0);
	err_clear(&err);
	assert_false(event_body_read("{\"bin\":", 7, &body, &err));
	assert_int_not_equal(err.kind, ERR_NONE);
	assert_false(event_body_read("", 0, &body, &err));
}

/* --- what is hashed --- */

static const struct event received = {
	.id = (INT64_C(1) << 40) + 17, .station = "DOCK-1", .seq = 17,
	.at = 1772438400123, .operator = "B\"7", .entry = BY_SCAN,
	.type = EV_UNIT_RECEIVED, .subject_kind = SUBJECT_UNIT,
	.item = "DRILL-18", .subject = "S\\1\xc3\xbc",
};
/* BLAKE2b-256 of the bytes below, and of that hash with the bytes behind it;
 * computed with another implementation. */
#define GOLDEN_FIRST \
	"4abcf1fcb537c1f66f8a56e27b2ba6f4005257195f17dfadb2ecce639a1091a9"
#define GOLDEN_SECOND \
	"f7781b49cc27bf25963b867e37f43fdadfe483146c31b45a4deecb0cbf7f236b"
static const char body_text[] =
    "{\"bin\":\"DOCK-1\",\"line\":1,\"order\":\"PO:4711\"}";

static void event_canonical__is__fixed_for_ever(void **state)
{
	unsigned char hash[SEAL_HASH];
	char hex[2 * SEAL_HASH + 1];
	struct str bytes;
	struct err err;

	(void)state;
	assert_true(seal_start(&err));
	str_init(&bytes);
	event_canonical(&received, body_text, NULL, &bytes);
	assert_string_equal(bytes.p, "[\"DOCK-1\",17,1772438400123,\"B\\\"7\","
	    "\"scanned\",\"unit.received\",\"unit\",\"DRILL-18\","
	    "\"S\\\\1\xc3\xbc\",{\"bin\":\"DOCK-1\",\"line\":1,"
	    "\"order\":\"PO:4711\"},null]");
	seal_hash(hash, NULL, bytes.p, bytes.len);
	seal_hex(hex, hash, sizeof hash);
	assert_string_equal(hex, GOLDEN_FIRST);
	seal_hash(hash, hash, bytes.p, bytes.len);
	seal_hex(hex, hash, sizeof hash);
	assert_string_equal(hex, GOLDEN_SECOND);
	str_done(&bytes);
}

static void event_canonical__names__what_it_undoes(void **state)
{
	struct event e = received;
	struct str bytes;

	(void)state;
	str_init(&bytes);
	e.type = EV_UNIT_UNDONE;
	e.undoes = 99;		/* a number of one database: not hashed */
	event_canonical(&e, "{}", "DOCK-2-16", &bytes);
	assert_true(strstr(bytes.p, ",{},\"DOCK-2-16\"]") != NULL);
	assert_true(strstr(bytes.p, "99") == NULL);
	str_done(&bytes);
}

/* Any one change of what is said changes the bytes. */
static void event_canonical__holds__every_part(void **state)
{
	struct event changed[8];
	struct str was, now;

	(void)state;
	for (size_t i = 0; i < 8; i++)
		changed[i] = received;
	str_copy(changed[0].station, CODE_SIZE, "DOCK-2");
	changed[1].seq++;
	changed[2].at++;
	str_copy(changed[3].operator, CODE_SIZE, "B8");
	changed[4].entry = BY_KEYS;
	changed[5].type = EV_UNIT_OPENED;
	changed[6].subject[0] = 'T';
	str_copy(changed[7].item, CODE_SIZE, "DRILL-19");
	str_init(&was);
	str_init(&now);
	event_canonical(&received, body_text, NULL, &was);
	for (size_t i = 0; i < 8; i++) {
		str_clear(&now);
		event_canonical(&changed[i], body_text, NULL, &now);
		assert_string_not_equal(was.p, now.p);
	}
	str_done(&was);
	str_done(&now);
}

UNIT_MAIN(
    cmocka_unit_test(event_type__has__one_name_each),
    cmocka_unit_test(event_body__returns__as_it_was),
    cmocka_unit_test(event_body__is__empty_or_sorted),
    cmocka_unit_test(event_body_read__keeps_out__what_it_does_not_know),
    cmocka_unit_test(event_canonical__is__fixed_for_ever),
    cmocka_unit_test(event_canonical__names__what_it_undoes),
    cmocka_unit_test(event_canonical__holds__every_part),
)
