/*
 * test_assembler_limits.c - what is too long, and what comes all at once.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "assembler_script.h"

static void fill(char *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		out[i] = (char)('A' + i % 26);
}

static void too_long__is_rejected__with_all_bytes(void **state)
{
	static char big[3 * SCAN_BYTES_MAX];
	size_t pieces = 0, total = 0;

	(void)state;
	fill(big, sizeof(big));
	memcpy(big, "]C0", 3);
	bytes(big, SCAN_BYTES_MAX);
	comes("");
	text("\r");
	assert_int_equal(last.kind, SCAN_OUT_SCAN);
	assert_int_equal(last.len, SCAN_BYTES_MAX);
	str_clear(&log_text);
	for (size_t at = 0, k; at < sizeof(big); at += k) {
		k = scan_feed(a, big + at, sizeof(big) - at, now_us);
		while (scan_next(a, &last)) {
			assert_int_equal(last.kind, SCAN_OUT_REJECT);
			assert_int_equal(last.why, REJECT_TOO_LONG);
			assert_memory_equal(last.bytes, big + total, last.len);
			total += last.len;
			pieces++;
		}
	}
	assert_int_equal(scan_feed(a, "\r", 1, now_us), 1);
	assert_true(scan_next(a, &last));
	assert_int_equal(last.why, REJECT_TOO_LONG);
	assert_int_equal(total + last.len, sizeof(big));
	assert_int_equal(pieces, 2);
	assert_true(strlen(scan_reject_words(last.why)) > 20);
	assert_string_equal(scan_reject_code(last.why), "scan.too-long");
	text("ABCD\r");
	comes("scan ABCD\n");
}

static void too_long__is_rejected__without_a_frame(void **state)
{
	static char big[SCAN_BYTES_MAX + 10];

	(void)state;
	fill(big, sizeof(big));
	bytes(big, sizeof(big));
	assert_int_equal(last.why, REJECT_TOO_LONG);
	assert_int_equal(last.len, SCAN_BYTES_MAX);
	wait_us(26 * MS);
	assert_int_equal(last.why, REJECT_TOO_LONG);
	assert_int_equal(last.len, 10);
	str_clear(&log_text);
	text("ABCD\r");
	comes("scan ABCD\n");
}

static void too_long__leaves__keys_alone(void **state)
{
	static char big[SCAN_BYTES_MAX + 10];

	(void)state;
	fill(big, sizeof(big));
	bytes(big, sizeof(big));
	str_clear(&log_text);
	text("\x7F");
	comes("reject too-long OPQRSTUVWX\nkeys \\x7F\n");
	bytes(big, SCAN_BYTES_MAX);
	str_clear(&log_text);
	text("\x7F");
	assert_int_equal(last.len, 1);
	assert_int_equal(last.kind, SCAN_OUT_KEYS);
}

/* Feed without a log, appending all bytes that come to *got.  Times of
 * outcomes must not overlap. */
static void collect(const char *from, size_t n, struct str *got)
{
	for (size_t k; n > 0; from += k, n -= k) {
		int64_t before_us = last.last_us;

		now_us++;
		k = scan_feed(a, from, n < 100 ? n : 100, now_us);
		while (scan_next(a, &last)) {
			assert_true(last.first_us >= before_us);
			before_us = last.last_us;
			str_addn(got, last.bytes, last.len);
		}
	}
}

/* The end of a paste, or what looks like it, may be cut by the limit. */
static void too_long__is_rejected__as_a_paste(void **state)
{
	static char big[SCAN_BYTES_MAX];
	struct str got, want;

	(void)state;
	fill(big, sizeof(big));
	str_init(&got);
	str_init(&want);
	for (size_t n = sizeof(big) - 12; n <= sizeof(big); n++) {
		str_clear(&got);
		str_clear(&want);
		str_addn(&want, big, n);
		str_add(&want, "\x1B[20Z1~ABCD");
		collect("\x1B[200~", 6, &got);
		collect(big, n, &got);
		collect("\x1B[20Z1~\x1B[201~ABCD\r", 18, &got);
		assert_int_equal(last.kind, SCAN_OUT_SCAN);
		assert_int_equal(got.len, want.len);
		assert_string_equal(got.p, want.p);
	}
	str_done(&got);
	str_done(&want);
}

/* 50 scans in one read: none lost, none split. */
static void fifty_scans__come_out__of_one_write(void **state)
{
	struct str all, want;

	(void)state;
	str_init(&all);
	str_init(&want);
	for (int i = 0; i < 50; i++) {
		str_addf(&all, "]C1010400638133393121%06d\r\n", i);
		str_addf(&want, "scan! ]C1010400638133393121%06d\n", i);
	}
	text(all.p);
	comes(want.p);
	str_done(&all);
	str_done(&want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCRIPT(too_long__is_rejected__with_all_bytes),
		SCRIPT(too_long__is_rejected__without_a_frame),
		SCRIPT(too_long__leaves__keys_alone),
		SCRIPT(too_long__is_rejected__as_a_paste),
		SCRIPT(fifty_scans__come_out__of_one_write),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
