/*
 * test_masters.c - definitions as events and as rows.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: what is defined is found as it was said, the same fact is one event,
 * another fact is another event, and the rows can be made from the events
 * alone.  Method: a ledger in memory; events are counted by verify.
 */
#include "ledgers.h"
#include "base/str.h"

static const struct item pump = {
	.code = "PUMP-9", .name = "Pump \"nine\", caf\xC3\xA9", .gtin = "04006381333931",
	.serial_rule = "R1", .lot = NEED_REQUIRED, .made_on = NEED_OPTIONAL,
	.expires_on = NEED_NONE, .warranty = "W24", .abc = "A",
	.allocation = ALLOC_FEFO, .default_bin = "A-01", .min_remaining_days = 0,
	.gcp_len = 7, .max_temp_note = "below 30 C",
};

static int64_t
events_of(struct ledger *l)
{
	return must_verify(l);
}

static void
assert_item(const struct item *a, const struct item *b)
{
	assert_string_equal(a->code, b->code);
	assert_string_equal(a->name, b->name);
	assert_string_equal(a->gtin, b->gtin);
	assert_string_equal(a->serial_rule, b->serial_rule);
	assert_int_equal(a->lot, b->lot);
	assert_int_equal(a->made_on, b->made_on);
	assert_int_equal(a->expires_on, b->expires_on);
	assert_string_equal(a->warranty, b->warranty);
	assert_string_equal(a->abc, b->abc);
	assert_int_equal(a->allocation, b->allocation);
	assert_string_equal(a->default_bin, b->default_bin);
	assert_int_equal(a->min_remaining_days, b->min_remaining_days);
	assert_int_equal(a->gcp_len, b->gcp_len);
	assert_string_equal(a->max_temp_note, b->max_temp_note);
}

static bool
define_item(struct ledger *l, const struct item *item)
{
	struct err err;
	bool changed;

	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(item_define(l, item, BY_FILE, &changed, &err));
	must(ledger_commit(l, &err));
	return changed;
}

static void
item_define__is_found__as_it_was_said(void **state)
{
	struct ledger *l = *state;
	struct item out;
	struct err err;
	int n;

	assert_true(define_item(l, &pump));
	assert_int_equal(item_find(l, "PUMP-9", &out, &err), 1);
	assert_item(&out, &pump);
	assert_true(out.id > 0);
	assert_int_equal(item_find_gtin(l, "04006381333931", &out, &n, &err), 1);
	assert_int_equal(n, 1);
	assert_string_equal(out.code, "PUMP-9");
	assert_int_equal(item_find(l, "pump-9", &out, &err), 0);
	assert_int_equal(item_find_gtin(l, "00000000000000", &out, &n, &err), 0);
	assert_int_equal(n, 0);
}

static void
item_define__adds_no_event__for_the_same_fact(void **state)
{
	struct ledger *l = *state;
	struct item other = pump, out;
	struct err err;
	int64_t events;

	assert_true(define_item(l, &pump));
	events = events_of(l);
	assert_false(define_item(l, &pump));
	assert_int_equal(events_of(l), events);
	other.min_remaining_days = -1;
	assert_true(define_item(l, &other));
	assert_int_equal(events_of(l), events + 1);
	assert_int_equal(item_find(l, "PUMP-9", &out, &err), 1);
	assert_item(&out, &other);
	/* back to what it was is a new fact */
	assert_true(define_item(l, &pump));
	assert_int_equal(events_of(l), events + 2);
}

static void
item_define__keeps_a_bare_item__absent_fields_absent(void **state)
{
	struct ledger *l = *state;
	const struct item bare = { .code = "B", .name = "bare",
	    .min_remaining_days = -1 };
	struct item out;
	struct event e;
	struct str json;
	struct err err;

	define_item(l, &bare);
	assert_int_equal(item_find(l, "B", &out, &err), 1);
	assert_item(&out, &bare);
	str_init(&json);
	assert_int_equal(ledger_event(l, ((int64_t)1 << 40) + 2, &e, &json, &err), 1);
	assert_string_equal(json.p, "{\"allocation\":\"fifo\",\"expires_on\":\"none\","
	    "\"lot\":\"none\",\"made_on\":\"none\",\"name\":\"bare\"}");
	assert_string_equal(e.subject, "B");
	assert_int_equal(e.subject_kind, SUBJECT_ITEM);
	str_done(&json);
}

static void
item_find_gtin__counts__items_that_share_one(void **state)
{
	struct ledger *l = *state;
	struct item other = pump, out;
	struct err err;
	int n;

	str_copy(other.code, sizeof other.code, "PUMP-8");
	define_item(l, &pump);
	define_item(l, &other);
	assert_int_equal(item_find_gtin(l, pump.gtin, &out, &n, &err), 1);
	assert_int_equal(n, 2);
	assert_string_equal(out.code, "PUMP-8");
}

static void
bin_define__is_found__with_and_without_limits(void **state)
{
	struct ledger *l = *state;
	struct bin a = { .code = "A-01", .zone = "A", .kind = BIN_QUARANTINE,
	    .sequence = 10, .capacity = 0, .reserved = ";PUMP;PUMP-9;" };
	struct bin b = { .code = "A-02", .zone = "A", .capacity = -1 }, out;
	struct err err;
	bool changed;

	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(bin_define(l, &a, BY_FILE, &changed, &err));
	must(bin_define(l, &b, BY_FILE, &changed, &err));
	must(ledger_commit(l, &err));
	assert_int_equal(bin_find(l, "A-01", &out, &err), 1);
	assert_int_equal(out.kind, BIN_QUARANTINE);
	assert_int_equal(out.sequence, 10);
	assert_int_equal(out.capacity, 0);
	assert_string_equal(out.zone, "A");
	assert_true(bin_reserved_for(&out, "PUMP"));
	assert_true(bin_reserved_for(&out, "PUMP-9"));
	assert_false(bin_reserved_for(&out, "UMP"));
	assert_int_equal(bin_find(l, "A-02", &out, &err), 1);
	assert_int_equal(out.capacity, -1);
	assert_string_equal(out.reserved, "");
	assert_false(bin_reserved_for(&out, "PUMP"));
	assert_int_equal(bin_find(l, "A-03", &out, &err), 0);
	must_verify(l);
}

static void
party_define__is_found__and_amended(void **state)
{
	struct ledger *l = *state;
	struct party p = { .code = "ACME", .name = "Acme", .kind = PARTY_CARRIER,
	    .country = "DE", .email = "a@b.example", .phone = "+49 1" }, out;
	struct err err;
	bool changed;

	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(party_define(l, &p, BY_FILE, &changed, &err));
	p.phone[0] = '\0';
	must(party_define(l, &p, BY_FILE, &changed, &err));
	assert_true(changed);
	must(ledger_commit(l, &err));
	assert_int_equal(party_find(l, "ACME", &out, &err), 1);
	assert_int_equal(out.kind, PARTY_CARRIER);
	assert_string_equal(out.country, "DE");
	assert_string_equal(out.email, "a@b.example");
	assert_string_equal(out.phone, "");
	must_verify(l);
}

static void
serial_rule_define__is_found__by_code_and_by_supplier(void **state)
{
	struct ledger *l = *state;
	struct serial_rule_def r = { .code = "R2", .pattern = "[A-Z]{2}\\d{6}",
	    .example = "AB123456", .hint = "two letters", .check = "none",
	    .strip = "S/N:;SN", .supplier = "ACME" }, out;
	struct err err;
	bool changed;

	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(serial_rule_define(l, &r, BY_FILE, &changed, &err));
	str_copy(r.code, sizeof r.code, "R1");
	must(serial_rule_define(l, &r, BY_FILE, &changed, &err));
	assert_true(changed);
	must(serial_rule_define(l, &r, BY_FILE, &changed, &err));
	assert_false(changed);
	must(ledger_commit(l, &err));
	assert_int_equal(serial_rule_find(l, "R2", &out, &err), 1);
	assert_string_equal(out.pattern, "[A-Z]{2}\\d{6}");
	assert_string_equal(out.strip, "S/N:;SN");
	assert_string_equal(out.check, "none");
	assert_int_equal(serial_rule_for_supplier(l, "ACME", &out, &err), 1);
	assert_string_equal(out.code, "R1");
	assert_int_equal(serial_rule_for_supplier(l, "OTHER", &out, &err), 0);
	must_verify(l);
}

static void
warranty_define__shares_a_code__with_a_serial_rule(void **state)
{
	struct ledger *l = *state;
	struct warranty_def w = { .code = "R1", .name = "two years", .months = 24,
	    .starts = "ship", .cap_from = "made", .cap_months = 30,
	    .covers = "parts;labour" }, out;
	struct serial_rule_def r = { .code = "R1", .pattern = "x", .example = "x" };
	struct err err;
	bool changed;

	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(serial_rule_define(l, &r, BY_FILE, &changed, &err));
	must(warranty_define(l, &w, BY_FILE, &changed, &err));
	assert_true(changed);
	must(warranty_define(l, &w, BY_FILE, &changed, &err));
	assert_false(changed);
	must(ledger_commit(l, &err));
	assert_int_equal(warranty_find(l, "R1", &out, &err), 1);
	assert_int_equal(out.months, 24);
	assert_int_equal(out.cap_months, 30);
	assert_string_equal(out.starts, "ship");
	assert_string_equal(out.cap_from, "made");
	assert_string_equal(out.covers, "parts;labour");
	must_verify(l);
}

static void
bom_define__is_one_fact__for_each_pair(void **state)
{
	struct ledger *l = *state;
	struct err err;
	bool changed;

	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(bom_define(l, "P", "C1", 2, BY_FILE, &changed, &err));
	assert_true(changed);
	must(bom_define(l, "P", "C2", 2, BY_FILE, &changed, &err));
	assert_true(changed);
	must(bom_define(l, "P", "C1", 2, BY_FILE, &changed, &err));
	assert_false(changed);
	must(bom_define(l, "P", "C1", 3, BY_FILE, &changed, &err));
	assert_true(changed);
	must(ledger_commit(l, &err));
	assert_int_equal(must_verify(l), 1 + 3);
}

static void
definitions__are_gone__after_a_rollback(void **state)
{
	struct ledger *l = *state;
	struct item out;
	struct err err;
	bool changed;

	err_clear(&err);
	must(ledger_begin(l, 0, &err));
	must(item_define(l, &pump, BY_FILE, &changed, &err));
	assert_int_equal(item_find(l, "PUMP-9", &out, &err), 1);
	ledger_rollback(l);
	assert_int_equal(item_find(l, "PUMP-9", &out, &err), 0);
	assert_true(define_item(l, &pump));
	must_verify(l);
}

UNIT_MAIN(
    ledger_test(item_define__is_found__as_it_was_said),
    ledger_test(item_define__adds_no_event__for_the_same_fact),
    ledger_test(item_define__keeps_a_bare_item__absent_fields_absent),
    ledger_test(item_find_gtin__counts__items_that_share_one),
    ledger_test(bin_define__is_found__with_and_without_limits),
    ledger_test(party_define__is_found__and_amended),
    ledger_test(serial_rule_define__is_found__by_code_and_by_supplier),
    ledger_test(warranty_define__shares_a_code__with_a_serial_rule),
    ledger_test(bom_define__is_one_fact__for_each_pair),
    ledger_test(definitions__are_gone__after_a_rollback),
)
