/*
 * test_gs1_again.c - what is read, written and read again stays the same.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Property: element strings made by chance from the table are valid; their
 * elements, composed to an element string, read as the same elements; and so
 * does the Digital Link that a key and its qualifiers make.  The chance is
 * seeded; GS1_SEED and GS1_RUNS in the environment change it.
 */
#include "../unit.h"
#include <stdio.h>
#include <string.h>
#include "base/str.h"
#include "domain/check.h"
#include "domain/gtin.h"
#include "scan/gs1.h"
#include "scan/gs1_private.h"

#define RUNS 20000

static uint64_t seed = 20260127;
static long runs = RUNS;
static struct scan_options options;
static struct scan_parsed first, second;

/* xorshift64*: a number below limit. */
static size_t below(size_t limit)
{
	seed ^= seed >> 12;
	seed ^= seed << 25;
	seed ^= seed >> 27;
	return (size_t)((seed * UINT64_C(2685821657736338717)) >> 33) % limit;
}

static char any_of(char set)
{
	for (;;) {
		char c = (char)(0x21 + below(0x5E));

		if (gs1_in_set(set, c))
			return c;
	}
}

/* Values that keep a rule which chance would seldom meet. */
static const char *sample(enum gs1_rule rule)
{
	static const char *const dates[] = { "260228", "271231", "000101" };
	static const char *const countries[] = { "276", "004", "840" };
	static const char *const packages[] = { "PX", "8", "1A", "202" };

	switch (rule) {
	case GS1_RULE_DATE:
		return dates[below(3)];
	case GS1_RULE_DATE0:
		return below(2) ? dates[below(3)] : "270200";
	case GS1_RULE_DATE8:
		return "19640229";
	case GS1_RULE_HHMM:
		return "2359";
	case GS1_RULE_HH:
		return "00";
	case GS1_RULE_MM:
	case GS1_RULE_SS:
		return "59";
	case GS1_RULE_COUNTRY:
	case GS1_RULE_COUNTRY999:
		return countries[below(3)];
	case GS1_RULE_COUNTRY2:
		return "DE";
	case GS1_RULE_CURRENCY:
		return "978";
	case GS1_RULE_IBAN:
		return "DE89370400440532013000";
	case GS1_RULE_MEDIA:
		return "03";
	case GS1_RULE_PACKAGE:
		return packages[below(4)];
	case GS1_RULE_SEX:
	case GS1_RULE_WINDING:
		return "9";
	case GS1_RULE_YESNO:
		return "1";
	case GS1_RULE_HYPHEN:
	case GS1_RULE_IMPORTER:
		return "-";
	case GS1_RULE_ZERO:
		return "0";
	case GS1_RULE_PIECE:
		return "0203";
	case GS1_RULE_SEQUENCE:
		return "2/3";
	case GS1_RULE_LATITUDE:
	case GS1_RULE_LONGITUDE:
		return "1234567890";
	case GS1_RULE_PERCENT:
		return "A%2FB";
	case GS1_RULE_COUPON:
		return "10123456" "654321" "15" "12" "0" "123";
	case GS1_RULE_OFFER:
		return "001234566543210123456";
	default:
		return NULL;
	}
}

static void keep_rules(const struct gs1_part *part, char *value, size_t n)
{
	char pair[CHECK_CHARS_MAX + 1];

	for (size_t i = 0; i < sizeof(part->rules); i++) {
		size_t from = part->rules[i] == GS1_RULE_GCP2;

		if (part->rules[i] == GS1_RULE_GCP1 || from)
			memcpy(value + from, "9506", 4);
		if (part->rules[i] == GS1_RULE_NOLEAD)
			value[0] = '7';
		if (part->rules[i] == GS1_RULE_NONZERO)
			value[n - 1] = '1';
	}
	if (part->rules[0] == GS1_RULE_MOD10)
		value[n - 1] = gs1_check_digit(value, n - 1);
	if (part->rules[0] == GS1_RULE_PAIR) {
		assert_true(check_compute(CHECK_GS1_PAIR, value, n - 2, pair));
		memcpy(value + n - 2, pair, 2);
	}
}

static size_t make_part(const struct gs1_part *part, char *value)
{
	const char *given = sample((enum gs1_rule)part->rules[0]);
	size_t least = part->min < 8 && part->max >= 8 ? 8 : part->min;
	size_t n = least + below((size_t)(part->max - least) + 1);

	if (given && strlen(given) <= part->max) {
		memcpy(value, given, strlen(given));
		return strlen(given);
	}
	for (size_t i = 0; i < n; i++)
		value[i] = any_of(part->set);
	keep_rules(part, value, n);
	return n;
}

static void make_element(struct scan_element *e, const struct gs1_ai *ai)
{
	unsigned number = ai->first + (unsigned)below(
	    (size_t)(ai->last - ai->first) + 1);
	size_t n = 0;

	e->id[ai->digits] = '\0';
	for (size_t i = ai->digits; i > 0; number /= 10)
		e->id[--i] = (char)('0' + number % 10);
	for (size_t i = 0; i < ai->n_parts; i++) {
		if (ai->parts[i].optional && below(2))
			break;
		n += make_part(&ai->parts[i], e->value + n);
	}
	e->value[n] = '\0';
}

static bool has(const struct scan_element *elements, size_t n, const char *id)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(elements[i].id, id) == 0)
			return true;
	return false;
}

static size_t make_elements(struct scan_element *elements)
{
	size_t want = 1 + below(8), n = 0;

	while (n < want) {
		make_element(&elements[n], &gs1_ais[below(gs1_ai_count)]);
		n += !has(elements, n, elements[n].id);
	}
	return n;
}

static void read_scan(const struct str *scan, struct scan_parsed *out)
{
	scan_parse(scan->p, scan->len, &options, out);
	if (!out->valid)
		fail_msg("%s: %s", scan->p, out->error);
}

static void assert_same(const struct scan_element *want, size_t n,
    const struct scan_parsed *got, const struct str *scan)
{
	if (got->n_elements != n)
		fail_msg("%s: %zu elements of %zu", scan->p, got->n_elements, n);
	for (size_t i = 0; i < n; i++)
		if (strcmp(want[i].id, got->elements[i].id) != 0 ||
		    strcmp(want[i].value, got->elements[i].value) != 0)
			fail_msg("%s: (%s)%s", scan->p, got->elements[i].id,
			    got->elements[i].value);
}

static void gs1_compose__writes__what_is_read_again(void **state)
{
	struct scan_element made[8];
	struct str scan;

	(void)state;
	str_init(&scan);
	for (long i = 0; i < runs; i++) {
		size_t n = make_elements(made);

		str_clear(&scan);
		str_add(&scan, "]C1");
		gs1_compose(made, n, &scan);
		read_scan(&scan, &first);
		assert_same(made, n, &first, &scan);
		str_clear(&scan);
		str_add(&scan, "]d2");
		gs1_compose(first.elements, first.n_elements, &scan);
		read_scan(&scan, &second);
		assert_same(first.elements, first.n_elements, &second, &scan);
		assert_string_equal(first.pairing, second.pairing);
		assert_string_equal(first.serial, second.serial);
	}
	str_done(&scan);
}

static void add_segment(struct str *address, const struct scan_element *e)
{
	str_addf(address, "/%s/", e->id);
	for (const char *p = e->value; *p; p++) {
		if (strchr("-._~", *p) || gs1_in_set('z', *p))
			str_addc(address, *p);
		else
			str_addf(address, "%%%02x", (unsigned)*p);
	}
}

/* A key, and by chance qualifiers of one of its alternatives in order. */
static size_t make_link(struct scan_element *made, struct str *address)
{
	const struct gs1_ai *key;
	const char *at, *end;
	size_t n = 1;

	do
		key = &gs1_ais[below(gs1_ai_count)];
	while (!key->link);
	make_element(&made[0], key);
	add_segment(address, &made[0]);
	at = strchr(key->link, below(2) ? ':' : '|');
	if (!at)
		return n;
	for (end = at + 1 + strcspn(at + 1, "|"); at < end; ) {
		size_t len = strcspn(at + 1, ">|");

		if (below(2)) {
			make_element(&made[n], gs1_ai_find(at + 1, len));
			add_segment(address, &made[n++]);
		}
		at += 1 + len;
	}
	return n;
}

static void digital_links__say__what_they_were_made_of(void **state)
{
	struct scan_element made[8];
	struct str address;

	(void)state;
	str_init(&address);
	for (long i = 0; i < runs; i++) {
		size_t n;

		str_clear(&address);
		str_add(&address, "]Q1https://example.com/a");
		n = make_link(made, &address);
		read_scan(&address, &first);
		assert_int_equal(first.kind, SCAN_DIGITAL_LINK);
		assert_same(made, n, &first, &address);
	}
	str_done(&address);
}

/* One byte changed in a valid string: no crash, and what is called valid
 * still reads the same again. */
static void gs1_read__stands__changed_bytes(void **state)
{
	struct scan_element made[8];
	struct str scan;

	(void)state;
	str_init(&scan);
	for (long i = 0; i < runs; i++) {
		size_t n = make_elements(made);

		str_clear(&scan);
		str_add(&scan, "]C1");
		gs1_compose(made, n, &scan);
		scan.p[3 + below(scan.len - 3)] = (char)below(256);
		scan_parse(scan.p, scan.len, &options, &first);
		if (!first.valid) {
			assert_string_not_equal(first.error, "");
			continue;
		}
		str_clear(&scan);
		str_add(&scan, "]C1");
		gs1_compose(first.elements, first.n_elements, &scan);
		read_scan(&scan, &second);
		assert_same(first.elements, first.n_elements, &second, &scan);
	}
	str_done(&scan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gs1_compose__writes__what_is_read_again),
		cmocka_unit_test(digital_links__say__what_they_were_made_of),
		cmocka_unit_test(gs1_read__stands__changed_bytes),
	};
	const char *given = getenv("GS1_SEED");

	if (given)
		seed = strtoull(given, NULL, 10) | 1;
	given = getenv("GS1_RUNS");
	if (given)
		runs = strtol(given, NULL, 10);
	printf("# GS1_SEED=%llu GS1_RUNS=%ld\n", (unsigned long long)seed, runs);
	scan_options_init(&options, 2026);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
}
