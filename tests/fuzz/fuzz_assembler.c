/*
 * fuzz_assembler.c - any bytes at any times through the scan assembler.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The input is a script: the first byte sets options; then each of its bytes
 * is fed, but 0xFE takes the next byte as a pause and 0xFF feeds the next byte
 * as it is.  Goal: nothing the assembler does leaves its bounds; whatever
 * goes in comes out or is a terminator, a prefix or the mark of a paste; a
 * second assembler that gets the same in one piece for each time, without
 * ticks, says the same.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "scan/assembler.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

struct run {
	struct scan_assembler *a;
	struct str outcomes;
	size_t fed;
	size_t came;
	int64_t now_us;
};

static void set_options(struct scan_assembler_options *options, uint8_t flags)
{
	scan_assembler_options_init(options);
	options->cr = flags & 1;
	options->lf = flags & 2;
	options->tab = flags & 4;
	if (flags & 8)
		str_copy(options->prefix, sizeof(options->prefix), "\x02");
	if (flags & 16)
		str_copy(options->prefix, sizeof(options->prefix), "~:~");
}

/* Hold text once given some, until Enter: as a line editor does. */
static void edit_line(struct run *run, const struct scan_out *out)
{
	for (size_t i = 0; i < out->len; i++)
		if (out->bytes[i] == '\r')
			scan_typed_line(run->a, false);
		else if (out->bytes[i] >= 0x20)
			scan_typed_line(run->a, true);
}

static void drain(struct run *run)
{
	static struct scan_out out;

	while (scan_next(run->a, &out)) {
		must(out.kind != SCAN_OUT_NONE && out.len <= SCAN_BYTES_MAX);
		must(out.first_us <= out.last_us && out.last_us <= run->now_us);
		must((out.kind == SCAN_OUT_REJECT) == (out.why != REJECT_NONE));
		must(!out.framed || out.kind == SCAN_OUT_SCAN);
		run->came += out.len;
		str_addn(&run->outcomes, (const char *)&out.kind,
		    sizeof(out.kind));
		str_addn(&run->outcomes, (const char *)&out.first_us,
		    2 * sizeof(out.first_us));
		str_addn(&run->outcomes, (const char *)out.bytes, out.len);
		if (out.kind == SCAN_OUT_KEYS)
			edit_line(run, &out);
	}
}

static void feed(struct run *run, const uint8_t *bytes, size_t n)
{
	run->fed += n;
	while (n > 0) {
		size_t k = scan_feed(run->a, bytes, n, run->now_us);

		bytes += k;
		n -= k;
		drain(run);
	}
}

static void tick(struct run *run)
{
	scan_tick(run->a, run->now_us);
	drain(run);
}

/* Play the script; in pieces, or whole for each time. */
static void play(struct run *run, const uint8_t *data, size_t size, bool whole)
{
	uint8_t *held = malloc(size + 1);
	size_t n = 0;

	must(held != NULL);
	for (size_t i = 0; i < size; i++) {
		if (data[i] == 0xFE && i + 1 < size) {
			feed(run, held, n);
			n = 0;
			run->now_us += (int64_t)data[++i] * 5000;
			continue;
		}
		if (data[i] == 0xFF && i + 1 < size)
			i++;
		held[n++] = data[i];
		if (!whole) {
			feed(run, held, n);
			tick(run);
			n = 0;
		}
	}
	feed(run, held, n);
	run->now_us += 2000000;
	tick(run);
	must(scan_assembler_deadline(run->a) == -1);
	free(held);
}

static void start(struct run *run, uint8_t flags)
{
	struct scan_assembler_options options;

	set_options(&options, flags);
	*run = (struct run){ .a = scan_assembler_new(&options),
	    .now_us = 1000000 };
	str_init(&run->outcomes);
}

static void stop(struct run *run)
{
	scan_assembler_free(run->a);
	str_done(&run->outcomes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct run pieces, whole;

	if (size == 0)
		return 0;
	start(&pieces, data[0]);
	start(&whole, data[0]);
	play(&pieces, data + 1, size - 1, false);
	play(&whole, data + 1, size - 1, true);
	must(pieces.came <= pieces.fed && pieces.fed == whole.fed);
	must(pieces.outcomes.len == whole.outcomes.len &&
	    memcmp(pieces.outcomes.p, whole.outcomes.p,
		whole.outcomes.len) == 0);
	stop(&pieces);
	stop(&whole);
	return 0;
}
