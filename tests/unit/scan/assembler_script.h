/*
 * assembler_script.h - feeds an assembler by script, for its tests.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Texts are fed at times, and what comes out is kept as one line each: kind,
 * text, and for rejects the reason.  A line editor of three lines stands in
 * for the real one: it holds text once it was given a character, until Enter.
 */
#ifndef TESTS_ASSEMBLER_SCRIPT_H
#define TESTS_ASSEMBLER_SCRIPT_H
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

static inline int setup(void **state)
{
	(void)state;
	scan_assembler_options_init(&options);
	a = scan_assembler_new(&options);
	str_init(&log_text);
	now_us = 5000000;
	return 0;
}

static inline int teardown(void **state)
{
	(void)state;
	scan_assembler_free(a);
	str_done(&log_text);
	return 0;
}

static inline void use_options(void)
{
	scan_assembler_free(a);
	a = scan_assembler_new(&options);
}

static inline void edit_line(const struct scan_out *out)
{
	for (size_t i = 0; i < out->len; i++) {
		if (out->bytes[i] == '\r')
			scan_typed_line(a, false);
		else if (out->bytes[i] >= 0x20 && out->bytes[0] != 0x1B)
			scan_typed_line(a, true);
	}
}

static inline void drain(void)
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

static inline void bytes(const char *text, size_t n)
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

static inline void text(const char *s)
{
	bytes(s, strlen(s));
}

static inline void wait_us(int64_t us)
{
	now_us += us;
	scan_tick(a, now_us);
	drain();
}

/* One character every us. */
static inline void slowly(const char *s, int64_t us)
{
	for (; *s; s++) {
		bytes(s, 1);
		now_us += us;
	}
}

static inline void comes(const char *want)
{
	assert_string_equal(log_text.p, want);
	str_clear(&log_text);
}

/* A test between setup and teardown. */
#define SCRIPT(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
#endif
