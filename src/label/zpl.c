/*
 * zpl.c - a picture as ZPL's ^GFA, with its run-length compression.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A row is hexadecimal digits; "G" to "Y" before a digit repeat it 1 to 19
 * times, "g" to "z" 20 to 400; "," and "!" fill the row with 0 and F, ":" is
 * the row above once more.
 */
#include <string.h>
#include "label/label_private.h"

#define RUN_STEP 20
#define RUN_MAX (20 * RUN_STEP)

static char *
add_run(char *to, char digit, int n)
{
	for (; n >= RUN_MAX; n -= RUN_MAX) {
		*to++ = 'z';
		if (n - RUN_MAX < 1) {
			*to++ = digit;
			return to;
		}
		*to++ = digit;
	}
	if (n >= RUN_STEP)
		*to++ = (char)('f' + n / RUN_STEP);
	if (n % RUN_STEP > 1 || (n > RUN_STEP && n % RUN_STEP == 1))
		*to++ = (char)('F' + n % RUN_STEP);
	*to++ = digit;
	return to;
}

static int
nibble(const uint8_t *row, size_t i)
{
	return i % 2 == 0 ? row[i / 2] >> 4 : row[i / 2] & 15;
}

/* Digits from i on that are alike. */
static size_t
run_of(const uint8_t *row, size_t i, size_t n)
{
	int digit = nibble(row, i);
	uint8_t both = (uint8_t)(digit << 4 | digit);
	size_t k = i + 1;

	while (k < n && k % 2 != 0 && nibble(row, k) == digit)
		k++;
	if (k % 2 != 0)
		return k - i;
	for (uint64_t word, all = both * UINT64_C(0x0101010101010101);
	    k + 2 * sizeof word <= n; k += 2 * sizeof word) {
		memcpy(&word, row + k / 2, sizeof word);
		if (word != all)
			break;
	}
	while (k + 1 < n && row[k / 2] == both)
		k += 2;
	while (k < n && nibble(row, k) == digit)
		k++;
	return k - i;
}

static char *
add_row(char *to, const uint8_t *row, size_t n)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t run;

	for (size_t i = 0; i < n; i += run) {
		int digit = nibble(row, i);

		run = run_of(row, i, n);
		if (i + run == n && (digit == 0 || digit == 15)) {
			*to++ = digit == 0 ? ',' : '!';
			return to;
		}
		to = add_run(to, digits[digit], (int)run);
	}
	return to;
}

static void
add_picture(const struct label_bitmap *b, struct str *out)
{
	size_t digits = b->stride * 2, total = b->stride * (size_t)b->height;
	char line[8192], *end;

	str_addf(out, "^FO0,0^GFA,%zu,%zu,%zu,", total, total, b->stride);
	for (int y = 0; y < b->height; y++) {
		const uint8_t *row = b->bits + (size_t)y * b->stride;

		if (y > 0 && memcmp(row, row - b->stride, b->stride) == 0) {
			str_addc(out, ':');
			continue;
		}
		end = add_row(line, row, digits);
		str_addn(out, line, (size_t)(end - line));
	}
	str_add(out, "^FS\n");
}

void
zpl_write(const struct label_bitmap *b, const char *native, int copies,
    struct str *out)
{
	str_addf(out, "^XA^PW%d^LL%d^LH0,0\n", b->width, b->height);
	add_picture(b, out);
	str_add(out, native);
	str_addf(out, "^PQ%d^XZ\n", copies);
}
