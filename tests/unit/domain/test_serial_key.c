/*
 * test_serial_key.c - natural order of serials, and ranges of them.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The keys are compared with an order worked out without them, on random
 * serials of a small alphabet, where runs of digits and zeros meet often.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "domain/serial_key.h"
#include "domain/serial_range.h"

static void order(const char *low, const char *high)
{
	if (serial_compare(low, high) >= 0 || serial_compare(high, low) <= 0)
		fail_msg("\"%s\" must come before \"%s\"", low, high);
}

static void serial_key__orders__as_people_count(void **state)
{
	(void)state;
	order("A9", "A10");
	order("A10", "A010");
	order("A010", "A11");
	order("A", "A0");
	order("A0", "A00");
	order("A00", "A1");
	order("A1", "A1B");
	order("A1B2", "A1B10");
	order("A01B2", "A1B3");
	order("A1B02", "A01B2");
	order("9", "10");
	order("A-1", "A1");
	order("A1", "B0");
	order("a99999999999999999999", "a100000000000000000000");
	order("D18-99", "D18-100");
	order("D9-100", "D18-99");
}

static void serial_key__is__made_as_the_header_says(void **state)
{
	unsigned char key[SERIAL_KEY_MAX];

	(void)state;
	assert_int_equal(serial_key("A007-10", key, sizeof(key)), 12);
	assert_memory_equal(key, "A0\x01" "7-0\x02" "10\x00\x02\x00", 12);
	assert_int_equal(serial_key("000", key, sizeof(key)), 4);
	assert_memory_equal(key, "0\x00\x00\x03", 4);
}

static void serial_key__refuses__what_has_none(void **state)
{
	unsigned char key[SERIAL_KEY_MAX] = { 7 };
	char text[SERIAL_MAX + 2];

	(void)state;
	memset(text, 'x', sizeof(text));
	text[SERIAL_MAX + 1] = '\0';
	assert_int_equal(serial_key("", key, sizeof(key)), 0);
	assert_int_equal(serial_key(text, key, sizeof(key)), 0);
	assert_int_equal(serial_key("A12", key, 5), 0);
	assert_int_equal(key[0], 7);
	for (size_t i = 0; i < SERIAL_MAX; i++)
		text[i] = i % 2 ? 'x' : '1';
	text[SERIAL_MAX] = '\0';
	assert_int_equal(serial_key(text, key, sizeof(key)), SERIAL_KEY_MAX);
}

static uint64_t seed = 20240611;

static unsigned random_below(unsigned n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % n;
}

static void random_serial(char *out, size_t max)
{
	static const char alphabet[] = "000112399AB-/:~";
	size_t n = 1 + random_below((unsigned)max);

	for (size_t i = 0; i < n; i++)
		out[i] = alphabet[random_below(sizeof(alphabet) - 1)];
	out[n] = '\0';
}

/* The order without keys.  While the texts agree piece by piece (a run of
 * digits by value, else one byte) go on; zeros count only at the very end. */
static int compare_slowly(const char *a, const char *b)
{
	int zeros = 0;

	while (*a && *b) {
		size_t za, zb, da, db;

		if (!isdigit((unsigned char)*a) || !isdigit((unsigned char)*b)) {
			/* a digit takes the place of "0" among other bytes */
			int ca = isdigit((unsigned char)*a) ? '0' : (unsigned char)*a;
			int cb = isdigit((unsigned char)*b) ? '0' : (unsigned char)*b;

			if (ca != cb)
				return ca - cb;
			a++;
			b++;
			continue;
		}
		za = strspn(a, "0");
		zb = strspn(b, "0");
		da = strspn(a + za, "0123456789");
		db = strspn(b + zb, "0123456789");
		if (da != db)
			return da < db ? -1 : 1;
		if (strncmp(a + za, b + zb, da) != 0)
			return strncmp(a + za, b + zb, da);
		if (zeros == 0 && za != zb)
			zeros = za < zb ? -1 : 1;
		a += za + da;
		b += zb + db;
	}
	if (*a || *b)
		return *a ? 1 : -1;
	return zeros;
}

static int sign(int n)
{
	return (n > 0) - (n < 0);
}

static void serial_key__agrees__with_the_slow_order(void **state)
{
	char a[SERIAL_SIZE], b[SERIAL_SIZE];

	(void)state;
	for (int i = 0; i < 200000; i++) {
		random_serial(a, i % 3 == 0 ? 4 : 12);
		random_serial(b, i % 3 == 0 ? 4 : 12);
		if (sign(serial_compare(a, b)) != sign(compare_slowly(a, b)))
			fail_msg("\"%s\" and \"%s\"", a, b);
		assert_int_equal(serial_compare(a, b) == 0, strcmp(a, b) == 0);
	}
}

static void serial_from_key__gives__the_same_serial_back(void **state)
{
	unsigned char key[SERIAL_KEY_MAX];
	char text[SERIAL_SIZE], back[SERIAL_SIZE];

	(void)state;
	for (int i = 0; i < 50000; i++) {
		size_t n;

		random_serial(text, SERIAL_MAX);
		n = serial_key(text, key, sizeof(key));
		assert_true(n > 0);
		assert_true(serial_from_key(key, n, back));
		assert_string_equal(back, text);
	}
}

/* Damaged keys are refused, or are the key of another serial. */
static void serial_from_key__refuses__other_bytes(void **state)
{
	unsigned char key[SERIAL_KEY_MAX], again[SERIAL_KEY_MAX];
	char text[SERIAL_SIZE], back[SERIAL_SIZE];

	(void)state;
	for (int i = 0; i < 50000; i++) {
		size_t n;

		random_serial(text, 20);
		n = serial_key(text, key, sizeof(key));
		key[random_below((unsigned)n)] = (unsigned char)random_below(256);
		n -= random_below(2);
		if (!serial_from_key(key, n, back))
			continue;
		assert_int_equal(serial_key(back, again, sizeof(again)), n);
		assert_memory_equal(key, again, n);
	}
}

static void next_is(const char *serial, const char *want)
{
	char out[SERIAL_SIZE] = "";
	struct err err;

	assert_true(serial_next(serial, out, &err));
	assert_string_equal(out, want);
}

static void no_next(const char *serial)
{
	char out[SERIAL_SIZE] = "kept";
	struct err err;

	assert_false(serial_next(serial, out, &err));
	assert_string_equal(err.code, "serial.format");
	assert_string_equal(out, "kept");
}

static void serial_next__keeps__width_and_prefix(void **state)
{
	(void)state;
	next_is("A0012", "A0013");
	next_is("A0999", "A1000");
	next_is("7-0019/B", "7-0020/B");
	next_is("00099999999999999999999999", "00100000000000000000000000");
	no_next("A9999");
	no_next("ABC");
	no_next("");
}

static void range_is(const char *text, const char *first, const char *last,
    uint32_t count)
{
	struct serial_range r;
	struct err err;

	assert_true(serial_range_is(text));
	if (!serial_range_parse(text, &r, &err))
		fail_msg("%s: %s", text, err.what);
	assert_string_equal(r.first, first);
	assert_string_equal(r.last, last);
	assert_int_equal(r.count, count);
}

static void serial_range_parse__reads__both_forms(void **state)
{
	(void)state;
	range_is("A0012..A0035", "A0012", "A0035", 24);
	range_is("A0012 .. A0035", "A0012", "A0035", 24);
	range_is("A0012 x24", "A0012", "A0035", 24);
	range_is("A0012 x 24", "A0012", "A0035", 24);
	range_is("A0012 X1", "A0012", "A0012", 1);
	range_is("7..7", "7", "7", 1);
	range_is("B-001/E x3", "B-001/E", "B-003/E", 3);
	range_is("S000000000000000000000001..S000000000000000000100000",
	    "S000000000000000000000001", "S000000000000000000100000", 100000);
	assert_false(serial_range_is("A0012"));
	assert_false(serial_range_is("A0012x24"));
	assert_false(serial_range_is("x24"));
	assert_false(serial_range_is(" x24"));
	assert_false(serial_range_is("A.B"));
	assert_false(serial_range_is(""));
}

static void wrong(const char *text, const char *why)
{
	struct serial_range r = { .count = 77 };
	struct err err;

	assert_false(serial_range_parse(text, &r, &err));
	assert_string_equal(err.code, "serial.format");
	assert_int_equal(r.count, 77);
	if (!strstr(err.what, why))
		fail_msg("%s: %s", text, err.what);
}

static void serial_range_parse__says__what_is_wrong(void **state)
{
	(void)state;
	wrong("A0012..B0035", "begin differently");
	wrong("A0012/A..A0035/B", "end differently");
	wrong("A9..A12", "digits");
	wrong("A0035..A0012", "after");
	wrong("AB..AC", "no digits");
	wrong("A000001..A100001", "at most");
	wrong("A0000000000000000000000001..A9000000000000000000000000",
	    "at most");
	wrong("A0012 x0", "1 to");
	wrong("A0012 x100001", "1 to");
	wrong("A0012 x99999999999999999999999", "too large");
	wrong("A9990 x24", "more than 4 digits");
	wrong("A0012", "no range");
}

static void serial_range__walks_and_holds__its_serials(void **state)
{
	struct serial_range r;
	struct err err;
	char out[SERIAL_SIZE];

	(void)state;
	assert_true(serial_range_make("A0098/X", "A0103/X", &r, &err));
	serial_range_at(&r, 0, out);
	assert_string_equal(out, "A0098/X");
	serial_range_at(&r, 2, out);
	assert_string_equal(out, "A0100/X");
	serial_range_at(&r, 5, out);
	assert_string_equal(out, "A0103/X");
	assert_true(serial_range_holds(&r, "A0098/X"));
	assert_true(serial_range_holds(&r, "A0103/X"));
	assert_false(serial_range_holds(&r, "A0097/X"));
	assert_false(serial_range_holds(&r, "A0104/X"));
	assert_false(serial_range_holds(&r, "A100/X"));
	assert_false(serial_range_holds(&r, "A0100/Y"));
	assert_false(serial_range_holds(&r, "XYZ"));
	assert_int_equal(serial_range_count("A0012", "A0035"), 24);
	assert_int_equal(serial_range_count("A0035", "A0012"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(serial_key__orders__as_people_count),
		cmocka_unit_test(serial_key__is__made_as_the_header_says),
		cmocka_unit_test(serial_key__refuses__what_has_none),
		cmocka_unit_test(serial_key__agrees__with_the_slow_order),
		cmocka_unit_test(serial_from_key__gives__the_same_serial_back),
		cmocka_unit_test(serial_from_key__refuses__other_bytes),
		cmocka_unit_test(serial_next__keeps__width_and_prefix),
		cmocka_unit_test(serial_range_parse__reads__both_forms),
		cmocka_unit_test(serial_range_parse__says__what_is_wrong),
		cmocka_unit_test(serial_range__walks_and_holds__its_serials),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
