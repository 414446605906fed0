/*
 * test_assembler.c - bytes and times into scans, keys, pastes and rejects.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "assembler_script.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCRIPT(frame__is__whole_with_escape_and_gs),
		SCRIPT(frame__survives__stalls_below_a_second),
		SCRIPT(frame__rejects__a_second_opening),
		SCRIPT(frame__may_follow__typed_characters_in_one_read),
		SCRIPT(bracket__falls_back__to_a_character),
		SCRIPT(burst__is__a_scan),
		SCRIPT(burst__is__keys_when_short_or_slow),
		SCRIPT(burst__is__keys_behind_typed_text),
		SCRIPT(typing__comes_out__within_the_gap),
		SCRIPT(key_sequences__come_out__at_once),
		SCRIPT(scan__stays_whole__behind_an_esc_in_one_read),
		SCRIPT(cr_lf__is__one_terminator),
		SCRIPT(terminators__are__as_set),
		SCRIPT(prefix__opens__a_frame_and_goes),
		SCRIPT(paste__is__one_outcome),
		SCRIPT(double_trigger__is__the_same_code_soon),
		SCRIPT(stale__is__a_scan_made_before_the_screen),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
