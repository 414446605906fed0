/*
 * test_assembler_chop.c - how reads are chopped must not matter.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Random streams of scans, typing, keys, pastes and rubbish, with gaps that
 * lie around the assembler's limits, are played several times: byte by byte,
 * in random pieces, with ticks between or without.  Each time the same
 * outcomes must come, to the byte and the microsecond, and but for
 * terminators and the marks of pastes no byte may be missing.
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

#define STREAMS 2000
#define BYTES_MAX 12000

struct stream {
	size_t n;
	unsigned char bytes[BYTES_MAX];
	int64_t at_us[BYTES_MAX];
};

static uint64_t seed;

static unsigned below(unsigned n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % n;
}

/* --- Streams ------------------------------------------------------------- */

static void add(struct stream *s, const char *text, size_t n, int64_t gap_us)
{
	for (size_t i = 0; i < n && s->n < BYTES_MAX; i++) {
		s->bytes[s->n] = (unsigned char)text[i];
		s->at_us[s->n] = (s->n ? s->at_us[s->n - 1] : 1000000) + gap_us;
		s->n++;
	}
}

static int64_t any_gap(void)
{
	static const int64_t gaps[] = {
		0, 0, 0, 0, 0, 1, 2000, 16000, 24999, 25000, 25001, 25002,
		40000, 200000, 699999, 999999, 1000000, 1000001, 2000000
	};

	return gaps[below(sizeof(gaps) / sizeof(gaps[0]))];
}

static void add_pause(struct stream *s)
{
	if (s->n > 0)
		s->at_us[s->n - 1] += any_gap();
}

static void add_random(struct stream *s)
{
	static const char likely[] = "]]C1d2Q301\r\n\t\x1B[O20~1A\x1D\x1E\x04|e0x";
	size_t n = 1 + below(12);

	for (size_t i = 0; i < n; i++) {
		char c = below(4) ? likely[below(sizeof(likely) - 1)] :
		    (char)below(256);

		add(s, &c, 1, any_gap());
	}
}

static void add_long(struct stream *s)
{
	static char block[SCAN_BYTES_MAX + 20];
	size_t n = sizeof(block) - 40 + below(40);

	memset(block, 'x', n);
	if (below(2))
		memcpy(block, "]C1", 3);
	add(s, block, n, 0);
}

/* What people and scanners send. */
static const char *const pieces[] = {
	"]C10104006381333931\r", "]d2010400\x1D" "21AB\r\n", "4006381333931\r",
	"4006381333931\n", "123\r", "12", "]", "]C", "]C1", "ABCD\t", "\r",
	"\n", "\r\n", "\x1BOP", "\x1B[15~", "\x1B[A", "\x1B", "\x1B[",
	"\x1B[200~pasted\rtext\x1B[201~", "\x1B[200~broken", "\x1B[201~",
	"]E04006381333931|]e010LOT\r", "]C1010]C1010\r", "\x7F\x08", "\x02",
	"\x02" "7\r", "[)>\x1E" "06\x1DS1\x1E\x04\r",
};

static void make_stream(struct stream *s, unsigned number)
{
	unsigned parts = 3 + below(12);

	seed = 77 + number;
	s->n = 0;
	for (unsigned i = 0; i < parts; i++) {
		const char *piece = pieces[below(sizeof(pieces) /
		    sizeof(pieces[0]))];

		if (below(5) == 0)
			add_random(s);
		else if (below(400) == 0)
			add_long(s);
		else
			add(s, piece, strlen(piece), below(3) ? 0 : any_gap());
		add_pause(s);
	}
	for (size_t i = 1; i < s->n; i++)
		if (s->at_us[i] < s->at_us[i - 1])
			s->at_us[i] = s->at_us[i - 1];
}

/* --- Playing them -------------------------------------------------------- */

struct player {
	struct scan_assembler *a;
	struct str outcomes;	/* all of them, written out */
	struct str bytes;	/* all their bytes */
};

static void edit_line(struct player *p, const struct scan_out *out)
{
	for (size_t i = 0; i < out->len; i++)
		if (out->bytes[i] == '\r')
			scan_typed_line(p->a, false);
		else if (out->bytes[i] >= 0x20)
			scan_typed_line(p->a, true);
}

static void drain(struct player *p)
{
	static struct scan_out out;

	while (scan_next(p->a, &out)) {
		assert_true(out.len <= SCAN_BYTES_MAX);
		assert_true(out.first_us <= out.last_us);
		str_addf(&p->outcomes, "%d %d %d %d %lld %lld %zu ", out.kind,
		    out.entry, out.why, out.framed, (long long)out.first_us,
		    (long long)out.last_us, out.len);
		str_addn(&p->outcomes, out.bytes, out.len);
		str_addc(&p->outcomes, '\n');
		str_addn(&p->bytes, out.bytes, out.len);
		if (out.kind == SCAN_OUT_KEYS)
			edit_line(p, &out);
	}
}

static void tick(struct player *p, int64_t at_us)
{
	scan_tick(p->a, at_us);
	drain(p);
}

/* A tick now and then between two bytes; at the deadline too, as the loop of
 * a screen does. */
static void wait(struct player *p, int64_t from_us, int64_t to_us)
{
	int64_t deadline_us = scan_assembler_deadline(p->a);

	if (to_us > from_us && below(2))
		tick(p, from_us + (int64_t)below((unsigned)(to_us - from_us)));
	if (deadline_us >= 0 && deadline_us <= to_us && below(2))
		tick(p, deadline_us);
	if (below(2))
		tick(p, to_us);
}

/* Play a stream in pieces of at most max bytes of one time; 0: with no more
 * ticks than the last. */
static void play(struct player *p, const struct stream *s, unsigned max)
{
	size_t i = 0;

	while (i < s->n) {
		size_t n = 1, want = max ? 1 + below(max) : s->n;

		while (i + n < s->n && n < want && s->at_us[i + n] == s->at_us[i])
			n++;
		if (max && i > 0)
			wait(p, s->at_us[i - 1], s->at_us[i]);
		i += scan_feed(p->a, s->bytes + i, n, s->at_us[i]);
		drain(p);
	}
	if (s->n > 0)
		tick(p, s->at_us[s->n - 1] + 5000000);
	assert_int_equal(scan_assembler_deadline(p->a), -1);
}

static void player_init(struct player *p, const char *prefix)
{
	struct scan_assembler_options options;

	scan_assembler_options_init(&options);
	str_copy(options.prefix, sizeof(options.prefix), prefix);
	p->a = scan_assembler_new(&options);
	str_init(&p->outcomes);
	str_init(&p->bytes);
}

static void player_done(struct player *p)
{
	scan_assembler_free(p->a);
	str_done(&p->outcomes);
	str_done(&p->bytes);
}

static void remove_all(struct str *s, const char *what)
{
	size_t n = strlen(what), out = 0;

	for (size_t i = 0; i < s->len; )
		if (s->len - i >= n && memcmp(s->p + i, what, n) == 0)
			i += n;
		else
			s->p[out++] = s->p[i++];
	str_truncate(s, out);
}

/* Terminators and marks of pastes may go; all else must be there, in order. */
static void all_bytes_came(const struct stream *s, struct str *bytes,
    unsigned number)
{
	struct str want;

	str_init(&want);
	str_addn(&want, s->bytes, s->n);
	for (int i = 0; i < 2; i++) {
		struct str *text = i ? bytes : &want;

		remove_all(text, "\x1B[200~");
		remove_all(text, "\x1B[201~");
		remove_all(text, "\r");
		remove_all(text, "\n");
		remove_all(text, "\t");
	}
	if (want.len != bytes->len || memcmp(want.p, bytes->p, want.len) != 0)
		fail_msg("stream %u: %zu bytes in, %zu out", number, want.len,
		    bytes->len);
	str_done(&want);
}

static void same_outcomes(const char *prefix, bool check_bytes)
{
	static struct stream stream;

	for (unsigned number = 0; number < STREAMS; number++) {
		struct player whole;

		make_stream(&stream, number);
		player_init(&whole, prefix);
		play(&whole, &stream, 0);
		for (unsigned max = 1; max <= 64; max *= 8) {
			struct player again;

			player_init(&again, prefix);
			play(&again, &stream, max);
			if (again.outcomes.len != whole.outcomes.len ||
			    memcmp(again.outcomes.p, whole.outcomes.p,
			    whole.outcomes.len) != 0)
				fail_msg("stream %u in pieces of %u:\n%s---\n%s",
				    number, max, whole.outcomes.p,
				    again.outcomes.p);
			player_done(&again);
		}
		if (check_bytes)
			all_bytes_came(&stream, &whole.bytes, number);
		player_done(&whole);
	}
}

static void assembler__gives__the_same_for_any_chopping(void **state)
{
	(void)state;
	same_outcomes("", true);
}

static void assembler__gives__the_same_with_a_prefix(void **state)
{
	(void)state;
	same_outcomes("\x02", false);	/* the prefix itself goes */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(assembler__gives__the_same_for_any_chopping),
		cmocka_unit_test(assembler__gives__the_same_with_a_prefix),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
