/*
 * test_questions.c - keyed entries, near misses, badges, PINs, confirmations,
 * commands, wrong keyboards: what every flow has in common.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "flows.h"
#include "base/file.h"

static struct player *
receiving(void **state)
{
	struct stage *stage = *state;

	house_order(&stage->house, "PO:4711", "DRILL:50:10 MASK:5");
	player_flow(&stage->p, "receiving", "CLERK1");
	return &stage->p;
}

static void keyed__near_a_known_serial__is_asked_about(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "ok" }, { "DRILL", "ok" },
		{ "SN123456", "done" },
		{ "keyed:SN123465", "ask serial.near-miss: SN123456" },
		{ "keyed:SN123465", "done: SN123465" },
		{ "keyed:SN12345", "ask serial.near-miss" },
		{ "XCXNO", "ok: left as it was" },
		{ "keyed:SN999999", "done" },
		{ "SN123457", "done" },		/* scanned ones are as they are */
		{ "keyed:SN123456", "warn unit.already-done" },
		{ "pasted:SN777777", "refuse entry.keyed-not-allowed" },
	};

	play(receiving(state), scenes);
}

static void badge__changes__who_works(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "ok" }, { "DRILL", "ok" }, { "S1", "done" },
		{ "CLERK2", "ok: Name of CLERK2 works here now" },
		{ "S2", "done" },
		{ "SUPER2", "ask pin.needed" },
		{ "S3", "refuse pin.wrong" },
		{ "XCXNO", "ok" },
		{ "S3", "done" },
		{ "SUPER2", "ask pin.needed" },
		{ "keyed:2468", "ok: Name of SUPER2 works here now" },
		{ "S4", "done" },
	};
	static const char *const who[] = { "CLERK1", "CLERK2", "CLERK2", "SUPER2" };
	struct player *p = receiving(state);
	struct event e;
	struct err err;
	struct unit u;

	play(p, scenes);
	for (int i = 0; i < 4; i++) {
		char serial[8];

		str_print(serial, sizeof serial, "S%d", i + 1);
		assert_int_equal(ledger_unit(p->house->l, "DRILL", serial, &u, &err), 1);
		assert_int_equal(ledger_event(p->house->l, u.last_event, &e, NULL,
		    &err), 1);
		assert_string_equal(e.operator, who[i]);
	}
}

static void badge__locked__after_five_wrong_pins(void **state)
{
	struct player *p = receiving(state);

	player_scan(p, "4711");
	player_scan(p, "DRILL");
	for (int i = 0; i < 4; i++) {
		player_scan(p, "SUPER2");
		assert_string_equal(player_scan(p, "keyed:0000"), "refuse pin.wrong");
		assert_string_equal(player_scan(p, "XCXNO"), "ok");
	}
	player_scan(p, "SUPER2");
	assert_string_equal(player_scan(p, "keyed:0000"), "refuse operator.locked");
	assert_string_equal(player_scan(p, "SUPER2"), "refuse operator.locked");
	/* and what was keyed is no unit to park, and stands nowhere */
	assert_string_equal(player_scan(p, "XCXNO"), "refuse command.not-here");
	assert_string_equal(house_unit(p->house, "DRILL", "0000"), "");
	assert_string_equal(player_scan(p, "S1"), "done");
}

static void pin__stands__in_no_log(void **state)
{
	struct player *p = receiving(state);
	char path[260];
	struct str file;
	struct err err;

	player_scan(p, "4711");
	player_scan(p, "SUPER2");
	assert_string_equal(player_scan(p, "keyed:975319753197531"),
	    "refuse pin.wrong");
	player_scan(p, "XCXNO");
	player_leave(p, true);
	house_shut(p->house);
	str_init(&file);
	for (int i = 0; i < 2; i++) {
		str_print(path, sizeof path, "%s%s", p->house->path, i ? "-wal" : "");
		assert_true(file_read(path, 64 << 20, &file, &err));
	}
	assert_null(memmem(file.p, file.len, "975319753197531", 15));
	str_done(&file);
	must(ledger_open(&p->house->l, p->house->path, false, 0, &err));
	p->st.ledger = p->house->l;
}

static void label__is__no_reason_and_no_pin(void **state)
{
	static const struct scene scenes[] = {
		{ "8", "ok" }, { "DRILL", "ok" }, { "S1", "done" },
		{ "S2", "refuse order.over" },
		{ "SUPER1", "ask override.reason" },
		{ "]C1010400638133393121S3", "refuse scan.wrong-kind" },
		{ "it was free", "done: S2" },
	};
	struct stage *stage = *state;
	struct player *p = receiving(state);

	house_order(&stage->house, "PO:8", "DRILL:1:100");
	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S3"), "");
}

/* A question about one scan is not answered for another. */
static void allowance__is__for_one_scan(void **state)
{
	static const struct scene scenes[] = {
		{ "8", "ok" }, { "DRILL", "ok" }, { "S1", "done" },
		{ "S2", "refuse order.over" },
		{ "A-01", "refuse scan.wrong-kind" },
		{ "SUPER1", "ok: works here now" },
		{ "S2", "refuse order.over" },
		{ "CLERK1", "ok: works here now" },
		{ "S2", "refuse order.over" },
		{ "CLERK2", "ok: works here now" },
		{ "S3", "refuse order.over" },
		{ "SUPER1", "ask override.reason" },
		{ "why not", "done: S3" },
		{ "S4", "refuse order.over" },
	};
	struct stage *stage = *state;
	struct player *p = receiving(state);

	house_order(&stage->house, "PO:8", "DRILL:1:100");
	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S2"), "");
}

static void several_questions__about_one_scan__add_up(void **state)
{
	static const struct scene scenes[] = {
		{ "6", "ok" }, { "DRILL", "ok" }, { "E1", "done" },
		{ "X1", "ask unit.not-expected" },
		{ "XCXOK", "refuse order.over" },
		{ "SUPER1", "ask override.reason" },
		{ "one more", "done: X1" },
		{ "SHARED", "refuse unit.wrong-item" },
		{ "SUPER1", "ask override.reason" },
		{ "same number", "ask unit.not-expected" },
		{ "SHARED", "refuse order.over" },
		{ "SUPER1", "ask override.reason" },
		{ "and one more", "done: SHARED of DRILL" },
	};
	struct stage *stage = *state;
	struct player *p;

	house_order(&stage->house, "ASN:6", "DRILL:1:200");
	house_expect(&stage->house, "ASN:6", 1, "DRILL", "E1");
	house_stock(&stage->house, "SAW", "A-02", "SHARED");
	p = receiving(state);
	play(p, scenes);
}

static void scan__with_a_wrong_keyboard__is_said_in_words(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "ok" }, { "DRILL", "ok" },
		{ "xcxdone", "ask order.short" },	/* caseless: works all the same */
		{ "XCXNO", "ok" },
		{ "\\x5Dc1010400638133393121S1", "refuse scan.layout" },
	};

	play(receiving(state), scenes);
}

static void scan__too_long__is_refused_whole(void **state)
{
	struct player *p = receiving(state);
	char bytes[5000];
	struct scan_in in = { bytes, sizeof bytes, ENTRY_SCANNED, 0 };
	struct verdict v;
	struct err err;

	player_scan(p, "4711");
	memset(bytes, 'A', sizeof bytes);
	assert_true(flow_feed(p->flow, &in, &v, &err));
	assert_string_equal(v.code, "scan.too-long");
	in.len = 4096;
	assert_true(flow_feed(p->flow, &in, &v, &err));
	assert_string_equal(v.code, "scan.unknown");
	in.len = 4097;
	assert_true(flow_feed(p->flow, &in, &v, &err));
	assert_string_equal(v.code, "scan.too-long");
}

static void commands__are__answered_everywhere(void **state)
{
	static const char *const flows[] = { "receiving", "putaway", "move",
	    "lookup" };
	static const char *const commands[] = { "XCXDONE", "XCXUNDO", "XCXPREV",
	    "XCXNEXT", "XCXSKIP", "XCXSHORT", "XCXFULL", "XCXBEGIN", "XCXOK",
	    "XCXNO", "XCXHELP", "XCXINFO", "XCXREPRINT", "XCXLOCK" };
	struct player *p = receiving(state);

	for (size_t f = 0; f < 4; f++) {
		player_flow(p, flows[f], "CLERK1");
		for (size_t c = 0; c < sizeof commands / sizeof commands[0]; c++) {
			const char *said = player_scan(p, commands[c]);

			if (strcmp(said, "ok") != 0 &&
			    strcmp(said, "refuse command.not-here") != 0)
				fail_msg("%s in %s: %s", commands[c], flows[f], said);
			assert_true(p->last.text[0] != '\0');
			assert_true(p->last.prompt[0] != '\0');
		}
	}
}

/* XCXINFO names the code, the data and what to do, after every refusal. */
static void xcxinfo__explains__every_refusal(void **state)
{
	static const char *const wrong[] = { "A-01", "4712", "4006381333931",
	    "\\x01", "]C101", "SUPER9" };
	struct player *p = receiving(state);

	assert_string_equal(player_scan(p, "XCXINFO"), "ok");
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct verdict refused;

		player_scan(p, wrong[i]);
		refused = p->last;
		assert_int_equal(refused.kind, VERDICT_REFUSE);
		assert_true(refused.hint[0] != '\0');
		assert_string_equal(player_scan(p, "XCXINFO"), "ok");
		assert_non_null(strstr(p->last.text, refused.code));
		assert_string_equal(p->last.hint, refused.hint);
		assert_non_null(strstr(p->last.text, refused.hint));
		assert_string_equal(player_scan(p, "XCXINFO"), "ok");
		assert_non_null(strstr(p->last.text, refused.code));
	}
}

static void every_scan__is__in_the_log(void **state)
{
	struct player *p = receiving(state);
	struct store *s = ledger_store(p->house->l);
	struct err err;

	player_scan(p, "4711");
	player_scan(p, "nonsense");
	player_scan(p, "XCXINFO");
	player_scan(p, "DRILL");
	player_scan(p, "S1");
	assert_int_equal(store_first(s, Q_SCAN_COUNT, &err, ""), 1);
	assert_int_equal(store_int(s, Q_SCAN_COUNT, 0), 5);
	store_end(s, Q_SCAN_COUNT);
}

/* One line each, whatever the scan brought in. */
static void verdict__is__one_line(void **state)
{
	static const char *const odd[] = { "a\\x0ab", "\\x09tab", "\\x1b[31m",
	    "\\xff\\xfe", "\\x00nul", "\\x7f" };
	struct player *p = receiving(state);

	player_scan(p, "4711");
	player_scan(p, "DRILL");
	for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
		player_scan(p, odd[i]);
		assert_int_equal(p->last.kind, VERDICT_REFUSE);
		for (const char *c = p->last.text; *c != '\0'; c++)
			assert_true((unsigned char)*c >= 0x20 && *c != 0x7f);
	}
}

UNIT_MAIN(
    flow_test(keyed__near_a_known_serial__is_asked_about),
    flow_test(badge__changes__who_works),
    flow_test(badge__locked__after_five_wrong_pins),
    flow_test(pin__stands__in_no_log),
    flow_test(label__is__no_reason_and_no_pin),
    flow_test(allowance__is__for_one_scan),
    flow_test(several_questions__about_one_scan__add_up),
    flow_test(scan__with_a_wrong_keyboard__is_said_in_words),
    flow_test(scan__too_long__is_refused_whole),
    flow_test(commands__are__answered_everywhere),
    flow_test(xcxinfo__explains__every_refusal),
    flow_test(every_scan__is__in_the_log),
    flow_test(verdict__is__one_line),
)
