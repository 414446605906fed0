/*
 * test_parts.c - the packer, the picture and the letters.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each has a quick way and a plain one: they must agree on random input.
 */
#include <stdio.h>
#include <zlib.h>
#include "../../support/dice.h"
#include "label/bits.h"
#include "label/font.h"
#include "label/label_private.h"
#include "labels.h"

#define ROUNDS 300

static void
squeeze__unpacks__by_zlib(void **state)
{
	static uint8_t bytes[8192], back[8192];
	uint64_t seed = dice_seed();
	struct str out;

	(void)state;
	dice_say(seed);
	for (size_t i = 0; i < dice_rounds(ROUNDS); i++) {
		struct dice d = dice_of(seed, i);
		size_t stride = 1 + dice_below(&d, 200);
		size_t n = stride * (1 + dice_below(&d, 8000 / stride));
		uLongf got = sizeof back;

		for (size_t k = 0; k < n; k++)
			bytes[k] = k >= stride && !dice_one_in(&d, 40) ?
			    bytes[k - stride] : dice_one_in(&d, 3) ?
			    (uint8_t)dice_roll(&d) : (uint8_t)(k % 97 < 60 ? 0 : 255);
		str_init(&out);
		squeeze(bytes, n, stride, &out);
		assert_int_equal(uncompress(back, &got, (const Bytef *)out.p,
		    out.len), Z_OK);
		assert_int_equal(got, n);
		assert_memory_equal(back, bytes, n);
		str_done(&out);
	}
}

/* The same, dot by dot. */
static void
lay_plainly(struct label_bitmap *to, int x, int y, const struct label_bitmap *b)
{
	for (int j = 0; j < b->height; j++)
		for (int i = 0; i < b->width; i++)
			if (bits_get(b, i, j))
				to->bits[(size_t)(y + j) * to->stride +
				    (size_t)(x + i) / 8] |=
				    (uint8_t)(0x80 >> (x + i) % 8);
}

static void
bits__lay__as_dot_by_dot(void **state)
{
	uint64_t seed = dice_seed();
	struct label_bitmap a, b, from;

	(void)state;
	dice_say(seed);
	for (size_t round = 0; round < dice_rounds(ROUNDS); round++) {
		struct dice d = dice_of(seed, round);
		int w = 1 + (int)dice_below(&d, 300), h = 1 + (int)dice_below(&d, 5);
		int x = (int)dice_below(&d, 40), y = (int)dice_below(&d, 3);

		bits_init(&from, w, h);
		for (int i = 0; i < w * h; i++)
			if (dice_one_in(&d, 3))
				bits_fill(&from, i % w, i / w, 1, 1);
		/* no room to spare, so that a sanitizer sees a byte too many */
		bits_init(&a, x + w, y + h);
		bits_init(&b, x + w, y + h);
		bits_fill(&a, 0, 0, 1 + (x + w) / 2, 1);
		bits_copy(&b, &a);
		bits_lay(&a, x, y, &from);
		lay_plainly(&b, x, y, &from);
		assert_memory_equal(a.bits, b.bits, a.stride * (size_t)a.height);
		bits_done(&a);
		bits_done(&b);
		bits_done(&from);
	}
}

static void
bits__turn__four_times_to_where_they_were(void **state)
{
	struct label_bitmap from, a, b;

	(void)state;
	bits_init(&from, 13, 5);
	bits_fill(&from, 1, 1, 7, 2);
	bits_fill(&from, 12, 4, 1, 1);
	bits_init(&a, 5, 13);
	bits_lay_turned(&a, 0, 0, &from, 90);
	assert_true(bits_get(&a, 0, 12));
	bits_init(&b, 13, 5);
	bits_lay_turned(&b, 0, 0, &a, 270);
	assert_memory_equal(b.bits, from.bits, from.stride * 5);
	bits_done(&a);
	bits_done(&b);
	bits_done(&from);
}

/* Letters drawn before and laid side by side are what pango draws. */
static void
font__draws__as_pango_does(void **state)
{
	uint64_t seed = dice_seed();

	(void)state;
	dice_say(seed);
	for (size_t round = 0; round < dice_rounds(ROUNDS); round++) {
		struct dice d = dice_of(seed, round);
		struct font_style s = { .px = 7 + (int)dice_below(&d, 60),
		    .bold = dice_one_in(&d, 2), .mono = dice_one_in(&d, 4) };
		size_t n = 1 + dice_below(&d, 20);
		struct label_bitmap a, b;
		struct font_extent x;
		char text[24] = "";

		for (size_t i = 0; i < n; i++)
			text[i] = (char)(' ' + dice_below(&d, 95));
		font_measure(&s, text, &x);
		assert_int_equal(x.missing, 0);
		if (x.width == 0)
			continue;
		bits_init(&a, x.width, x.height);
		bits_init(&b, x.width, x.height);
		font_draw(&s, text, &a, 0, 0);
		font_draw_plainly(&s, text, &b, 0, 0);
		if (memcmp(a.bits, b.bits, a.stride * (size_t)a.height) != 0)
			fail_msg("\"%s\" at %d%s%s", text, s.px, s.bold ? " bold" : "",
			    s.mono ? " mono" : "");
		bits_done(&a);
		bits_done(&b);
	}
}

LABELS_MAIN(
    cmocka_unit_test(squeeze__unpacks__by_zlib),
    cmocka_unit_test(bits__lay__as_dot_by_dot),
    cmocka_unit_test(bits__turn__four_times_to_where_they_were),
    cmocka_unit_test(font__draws__as_pango_does),
)
