/*
 * squeeze.c - rows of dots as a zlib stream.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Most rows of a label are the row above once more, and most others are runs.
 * Looking for these two and nothing else, with deflate's fixed codes, takes a
 * tenth of the time that zlib takes and gives about the same size: it was the
 * larger half of making a PDF.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include "base/xalloc.h"
#include "label/label_private.h"

#define MATCH_MIN 3
#define MATCH_MAX 258
#define DISTANCE_MAX 32768
#define END_OF_BLOCK 256

struct code { uint16_t bits; uint8_t n; };	/* as they go into the stream */

struct packer {
	uint8_t *to;
	uint64_t bits;
	unsigned n;
};

static struct code literals[256];
static struct code lengths[MATCH_MAX + 1];	/* with their extra bits: n <= 13 */

static unsigned
mirrored(unsigned code, unsigned n)
{
	unsigned out = 0;

	for (unsigned i = 0; i < n; i++)
		out |= (code >> i & 1) << (n - 1 - i);
	return out;
}

/* RFC 1951, 3.2.6: the code of a symbol of literals and lengths. */
static struct code
fixed_code(unsigned symbol)
{
	if (symbol < 144)
		return (struct code){ (uint16_t)mirrored(0x30 + symbol, 8), 8 };
	if (symbol < 256)
		return (struct code){ (uint16_t)mirrored(0x190 + symbol - 144, 9), 9 };
	if (symbol < 280)
		return (struct code){ (uint16_t)mirrored(symbol - 256, 7), 7 };
	return (struct code){ (uint16_t)mirrored(0xC0 + symbol - 280, 8), 8 };
}

/* RFC 1951, 3.2.5: symbols 257 to 285 stand for lengths 3 to 258. */
static void
make_lengths(void)
{
	unsigned length = MATCH_MIN;

	for (unsigned symbol = 257; symbol < 285; symbol++) {
		unsigned extra = symbol < 265 ? 0 : (symbol - 261) / 4;
		struct code c = fixed_code(symbol);

		for (unsigned i = 0; i < 1u << extra && length < MATCH_MAX; i++)
			lengths[length++] = (struct code){
			    (uint16_t)(c.bits | i << c.n), (uint8_t)(c.n + extra) };
	}
	lengths[MATCH_MAX] = fixed_code(285);
}

static void
start(void)
{
	if (literals[0].n != 0)
		return;
	for (unsigned i = 0; i < 256; i++)
		literals[i] = fixed_code(i);
	make_lengths();
}

/* A distance's code: 5 bits and its extra bits. */
static struct code
distance_code(unsigned distance)
{
	unsigned symbol = 0, base = 1, extra = 0;

	assert(distance >= 1 && distance <= DISTANCE_MAX);
	for (; distance >= base + (1u << extra); symbol++) {
		base += 1u << extra;
		extra = symbol + 1 < 4 ? 0 : (symbol + 1) / 2 - 1;
	}
	return (struct code){ (uint16_t)(mirrored(symbol, 5) |
	    (distance - base) << 5), (uint8_t)(5 + extra) };
}

static void
pack(struct packer *p, unsigned bits, unsigned n)
{
	p->bits |= (uint64_t)bits << p->n;
	p->n += n;
	while (p->n >= 8) {
		*p->to++ = (uint8_t)p->bits;
		p->bits >>= 8;
		p->n -= 8;
	}
}

/* So many bytes once more, from distance; at least MATCH_MIN of them. */
static void
pack_match(struct packer *p, size_t n, struct code distance)
{
	while (n > 0) {
		size_t part = n < MATCH_MAX ? n : MATCH_MAX;

		if (n > part && n - part < MATCH_MIN)
			part -= MATCH_MIN;
		pack(p, lengths[part].bits, lengths[part].n);
		pack(p, distance.bits, distance.n);
		n -= part;
	}
}

/* How many of the n bytes at a are those at b. */
static size_t
alike(const uint8_t *a, const uint8_t *b, size_t n)
{
	size_t i = 0;
	uint64_t x, y;

	for (; i + sizeof x <= n; i += sizeof x) {
		memcpy(&x, a + i, sizeof x);
		memcpy(&y, b + i, sizeof y);
		if (x != y)
			break;
	}
	while (i < n && a[i] == b[i])
		i++;
	return i;
}

static void
pack_rows(struct packer *p, const uint8_t *bytes, size_t n, size_t stride)
{
	struct code above = distance_code((unsigned)stride);
	struct code before = distance_code(1);

	for (size_t i = 0; i < n; ) {
		size_t same = i < stride ? 0 :
		    alike(bytes + i, bytes + i - stride, n - i);
		size_t run = i == 0 || bytes[i] != bytes[i - 1] ? 0 :
		    alike(bytes + i, bytes + i - 1, n - i);

		if (same >= MATCH_MIN && same >= run) {
			pack_match(p, same, above);
			i += same;
		} else if (run >= MATCH_MIN) {
			pack_match(p, run, before);
			i += run;
		} else {
			pack(p, literals[bytes[i]].bits, literals[bytes[i]].n);
			i++;
		}
	}
}

void
squeeze(const uint8_t *bytes, size_t n, size_t stride, struct str *out)
{
	/* nine bits a byte at the worst, head, end and sum */
	uint8_t *room = xmalloc(n + n / 8 + 16);
	struct packer p = { .to = room };
	uLong sum = adler32(adler32(0, NULL, 0), bytes, (uInt)n);

	assert(stride <= DISTANCE_MAX);
	start();
	*p.to++ = 0x78;
	*p.to++ = 0x01;
	pack(&p, 3, 3);			/* the last block, fixed codes */
	pack_rows(&p, bytes, n, stride);
	pack(&p, fixed_code(END_OF_BLOCK).bits, 7);
	pack(&p, 0, (8 - p.n) % 8);
	for (int shift = 24; shift >= 0; shift -= 8)
		*p.to++ = (uint8_t)(sum >> shift);
	str_addn(out, room, (size_t)(p.to - room));
	free(room);
}
