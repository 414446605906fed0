/*
 * test_assembler.c - bytes and times into scans, keys, pastes and rejects.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A script feeds texts at times and keeps what comes out as one line each:
 * kind, text, and for rejects the reason.  A line editor of three lines
 * stands in for the real one: it holds text once it was given a character,
 * until Enter.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "scan/assembler.h"

#define MS 1000

static struct scan_assembler *a;
static struct scan_assembler_options options;
static struct str log_text;
static struct scan_out last;
static int64_t now_us;

static int setup(void **state)
{
	(void)state;
	scan_assembler_options_init(&options);
	a = scan_assembler_new(&options);
	str_init(&log_text);
	now_us = 5000000;
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	scan_assembler_free(a);
	str_done(&log_text);
	return 0;
}

static void use_options(void)
{
	scan_assembler_free(a);
	a = scan_assembler_new(&options);
}

static void edit_line(const struct scan_out *out)
{
	for (size_t i = 0; i < out->len; i++) {
		if (out->bytes[i] == '\r')
			scan_typed_line(a, false);
		else if (out->bytes[i] >= 0x20 && out->bytes[0] != 0x1B)
			scan_typed_line(a, true);
	}
}

static void drain(void)
{
	static const char *const kinds[] = { "none", "scan", "keys", "paste",
	    "reject" };
	static const char *const whys[] = { "", " incomplete", " glued",
	    " too-long", " stale" };

	while (scan_next(a, &last)) {
		str_addf(&log_text, "%s%s%s ", kinds[last.kind],
		    last.framed ? "!" : "", whys[last.why]);
		str_escape(&log_text, last.bytes, last.len, false);
		str_addc(&log_text, '\n');
		if (last.kind == SCAN_OUT_KEYS)
			edit_line(&last);
	}
}

static void bytes(const char *text, size_t n)
{
	while (n > 0) {
		size_t k = scan_feed(a, text, n, now_us);

		text += k;
		n -= k;
		drain();
	}
	scan_tick(a, now_us);
	drain();
}

static void text(const char *s)
{
	bytes(s, strlen(s));
}

static void wait_us(int64_t us)
{
	now_us += us;
	scan_tick(a, now_us);
	drain();
}

/* One character every us. */
static void slowly(const char *s, int64_t us)
{
	for (; *s; s++) {
		bytes(s, 1);
		now_us += us;
	}
}

static void comes(const char *want)
{
	assert_string_equal(log_text.p, want);
	str_clear(&log_text);
}

static void frame__is__whole_with_escape_and_gs(void **state)
{
	(void)state;
	text("]d201040063813339" "31\x1D" "21A\x1BOP\x1D" "10L\r");
	comes("scan! ]d20104006381333931\\x1D21A\\x1BOP\\x1D10L\n");
	assert_int_equal(last.entry, ENTRY_SCANNED);
	wait_us(2000 * MS);
	comes("");
}

static void frame__survives__stalls_below_a_second(void **state)
{
	(void)state;
	slowly("]C1", 20 * MS);
	slowly("0104006381333931", 900 * MS);
	comes("");
	text("\r");
	comes("scan! ]C10104006381333931\n");
	text("]C101");
	wait_us(1000 * MS);
	comes("");
	wait_us(1);
	comes("reject incomplete ]C101\n");
	text("\r");
	comes("keys \\x0D\n");
}

static void frame__rejects__a_second_opening(void **state)
{
	(void)state;
	text("]C10104006381333931]C10104006381333931\r");
	comes("reject glued ]C10104006381333931]C10104006381333931\n");
	text("]E04006381333931]d2010400\r");
	comes("reject glued ]E04006381333931]d2010400\n");
	text("]E04006381333931|]e010LOT\r");
	comes("scan! ]E04006381333931|]e010LOT\n");
	text("]Q1[1]a [x]yz\r");
	comes("scan! ]Q1[1]a [x]yz\n");
}

static void frame__may_follow__typed_characters_in_one_read(void **state)
{
	(void)state;
	text("12]C10104006381333931\r");
	comes("keys 12\nscan! ]C10104006381333931\n");
	text("\r4006381333931]E04006381333931\r");
	comes("keys \\x0D\nkeys 4006381333931\nscan! ]E04006381333931\n");
}

static void bracket__falls_back__to_a_character(void **state)
{
	(void)state;
	text("]");
	comes("");
	wait_us(25 * MS);
	comes("");
	wait_us(1);
	comes("keys ]\n");
	slowly("C1", 100 * MS);
	wait_us(100 * MS);
	comes("keys C\nkeys 1\n");
}

static void burst__is__a_scan(void **state)
{
	(void)state;
	slowly("4006381333931", 25 * MS);
	text("\r");
	comes("scan 4006381333931\n");
	assert_false(last.framed);
	assert_int_equal(last.entry, ENTRY_SCANNED);
	assert_int_equal(last.last_us - last.first_us, 12 * 25 * MS);
	text("ABCD\nBIN-7\tEFGH\x1D" "1\r");
	comes("scan ABCD\nscan BIN-7\nscan EFGH\\x1D1\n");
	text("[)>\x1E" "06\x1DS1\x1E\x04\r");
	comes("scan [)>\\x1E06\\x1DS1\\x1E\\x04\n");
}

static void burst__is__keys_when_short_or_slow(void **state)
{
	(void)state;
	text("123\r");
	comes("keys 123\\x0D\n");
	slowly("4006", 26 * MS);
	text("\r");
	comes("keys 4\nkeys 0\nkeys 0\nkeys 6\nkeys \\x0D\n");
	assert_int_equal(last.entry, ENTRY_KEYED);
}

/* R3: the rest of a scan cut by the network must not become another code. */
static void burst__is__keys_behind_typed_text(void **state)
{
	(void)state;
	text("4006381");
	wait_us(200 * MS);
	text("333931\r");
	comes("keys 4006381\nkeys 333931\\x0D\n");
	text("4006381333931\r");
	comes("scan 4006381333931\n");
}

static void typing__comes_out__within_the_gap(void **state)
{
	(void)state;
	text("a");
	assert_int_equal(scan_assembler_deadline(a), now_us + 25 * MS + 1);
	now_us = scan_assembler_deadline(a);
	wait_us(0);
	comes("keys a\n");
	assert_int_equal(scan_assembler_deadline(a), -1);
	text("\x03");
	comes("keys \\x03\n");
	text("ab\x7F");
	comes("keys ab\\x7F\n");
	text("\xC3\xA9");
	wait_us(26 * MS);
	comes("keys \\xC3\\xA9\n");
}

static void key_sequences__come_out__at_once(void **state)
{
	(void)state;
	text("\x1BOP");
	comes("keys \\x1BOP\n");
	text("\x1B[15~\x1B[A\x1B[1;5C");
	comes("keys \\x1B[15~\nkeys \\x1B[A\nkeys \\x1B[1;5C\n");
	text("\x1B[[B");
	comes("keys \\x1B[[B\n");
	text("\x1B");
	comes("");
	wait_us(25 * MS + 1);
	comes("keys \\x1B\n");
	text("\x1B[2");
	wait_us(25 * MS + 1);
	comes("keys \\x1B[2\n");
	text("\x1B\x1B[A");
	comes("keys \\x1B\nkeys \\x1B[A\n");
}

static void scan__stays_whole__behind_an_esc_in_one_read(void **state)
{
	(void)state;
	text("\x1B]C10104006381333931\r");
	comes("keys \\x1B\nscan! ]C10104006381333931\n");
	text("\x1B" "4006381333931\r");
	comes("keys \\x1B\nscan 4006381333931\n");
	text("\x1B[\r");
	comes("keys \\x1B[\nkeys \\x0D\n");
}

static void cr_lf__is__one_terminator(void **state)
{
	(void)state;
	text("ABCD\r\nEFGH\r\n]C1010\r\n");
	comes("scan ABCD\nscan EFGH\nscan! ]C1010\n");
	text("12\r\n");
	comes("keys 12\\x0D\n");
	text("\n");
	comes("keys \\x0A\n");
	text("\r");
	wait_us(30 * MS);
	text("\n");
	comes("keys \\x0D\nkeys \\x0A\n");
}

static void terminators__are__as_set(void **state)
{
	(void)state;
	options.cr = false;
	options.tab = false;
	use_options();
	text("]d1two\rlines\tof it\n");
	comes("scan! ]d1two\\x0Dlines\\x09of it\n");
	text("ABCD\tEFGH\n");
	comes("keys ABCD\\x09\nkeys EFGH\\x0A\n");
}

static void prefix__opens__a_frame_and_goes(void **state)
{
	(void)state;
	str_copy(options.prefix, sizeof(options.prefix), "\x02");
	use_options();
	text("\x02" "7\r");
	comes("scan! 7\n");
	text("\x02]C1010\r");
	comes("scan! ]C1010\n");
	text("\x02" "7\x02" "8\r");
	comes("reject glued 7\\x028\n");
	text("\x02\r");
	comes("reject incomplete \n");
	str_copy(options.prefix, sizeof(options.prefix), "~{~");
	use_options();
	text("12~{~ABC\r");
	comes("keys 12\nscan! ABC\n");
	text("~{");
	wait_us(26 * MS);
	comes("keys ~{\n");
}

static void paste__is__one_outcome(void **state)
{
	(void)state;
	text("ab\x1B[200~two\rlines \x1B[201 \x1B\x1B[201~cd");
	comes("keys ab\npaste two\\x0Dlines \\x1B[201 \\x1B\n");
	assert_int_equal(last.entry, ENTRY_PASTED);
	wait_us(26 * MS);
	comes("keys cd\n");
	text("\x1B[200~\x1B[201~");
	comes("");
	text("\x1B[200~abc");
	wait_us(1001 * MS);
	comes("reject incomplete abc\n");
}

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

static void double_trigger__is__the_same_code_soon(void **state)
{
	(void)state;
	text("ABCD\r");
	assert_false(scan_is_double(a, &last));
	wait_us(699 * MS);
	text("ABCD\r");
	assert_true(scan_is_double(a, &last));
	wait_us(701 * MS);
	text("ABCD\r");
	assert_false(scan_is_double(a, &last));
	text("ABCE\r");
	assert_false(scan_is_double(a, &last));
	text("ABCE\r");
	scan_step_changed(a);
	assert_false(scan_is_double(a, &last));
}

static void stale__is__a_scan_made_before_the_screen(void **state)
{
	(void)state;
	text("ABCD\r");
	assert_true(scan_is_stale(&last, last.first_us - 299999));
	assert_false(scan_is_stale(&last, last.first_us - 300000));
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

#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(frame__is__whole_with_escape_and_gs),
		T(frame__survives__stalls_below_a_second),
		T(frame__rejects__a_second_opening),
		T(frame__may_follow__typed_characters_in_one_read),
		T(bracket__falls_back__to_a_character),
		T(burst__is__a_scan),
		T(burst__is__keys_when_short_or_slow),
		T(burst__is__keys_behind_typed_text),
		T(typing__comes_out__within_the_gap),
		T(key_sequences__come_out__at_once),
		T(scan__stays_whole__behind_an_esc_in_one_read),
		T(cr_lf__is__one_terminator),
		T(terminators__are__as_set),
		T(prefix__opens__a_frame_and_goes),
		T(paste__is__one_outcome),
		T(too_long__is_rejected__with_all_bytes),
		T(too_long__is_rejected__without_a_frame),
		T(too_long__leaves__keys_alone),
		T(too_long__is_rejected__as_a_paste),
		T(double_trigger__is__the_same_code_soon),
		T(stale__is__a_scan_made_before_the_screen),
		T(fifty_scans__come_out__of_one_write),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
