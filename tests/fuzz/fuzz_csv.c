/*
 * fuzz_csv.c - any bytes through the reader of CSV.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The first byte says in how large pieces the rest is given.  Whatever comes:
 * rows keep within the limits, lines never go back, fields end in NUL, hold no
 * other NUL, and are UTF-8; the pieces change nothing (but for a byte order
 * mark, which must come in one).
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "base/utf8.h"
#include "exchange/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct source {
	const uint8_t *p;
	size_t n, piece;
};

static long
give(void *ctx, char *to, size_t n)
{
	struct source *s = ctx;
	size_t take = s->n < s->piece ? s->n : s->piece;

	take = take < n ? take : n;
	memcpy(to, s->p, take);
	s->p += take;
	s->n -= take;
	return (long)take;
}

static void
check_field(const struct csv_field *f)
{
	assert(f->n <= CSV_FIELD_MAX);
	assert(strlen(f->p) == f->n);
	for (size_t i = 0, step; i < f->n; i += step)
		assert((step = utf8_step(f->p + i, f->n - i)) > 0);
}

/* Everything that comes out, as one text. */
static void
play(const uint8_t *data, size_t size, size_t piece, struct str *out)
{
	struct source source = { .p = data, .n = size, .piece = piece };
	struct csv *csv = csv_new(give, &source);
	enum csv_result result;
	struct csv_row row;
	int64_t line = 0;

	while ((result = csv_next(csv, &row)) != CSV_END) {
		assert(result == CSV_ROW || result == CSV_WRONG);
		assert(row.line >= line && row.line >= 1);
		assert(row.n >= 1 && row.n <= CSV_FIELDS_MAX);
		line = row.line;
		str_addf(out, "%lld %d", (long long)line, (int)result);
		if (result == CSV_WRONG) {
			assert(row.wrong != NULL && row.wrong_field < row.n);
			str_addf(out, "%zu %s\n", row.wrong_field, row.wrong);
			continue;
		}
		for (size_t i = 0; i < row.n; i++) {
			check_field(&row.at[i]);
			str_addf(out, "|%s", row.at[i].p);
		}
		str_addc(out, '\n');
	}
	csv_free(csv);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str whole, pieces;

	if (size == 0 || (size >= 2 && data[1] == 0xEF))
		return 0;
	str_init(&whole);
	str_init(&pieces);
	play(data + 1, size - 1, size, &whole);
	play(data + 1, size - 1, 1 + (size_t)data[0] % 64, &pieces);
	assert(whole.len == pieces.len);
	assert(memcmp(whole.p, pieces.p, whole.len) == 0);
	str_done(&whole);
	str_done(&pieces);
	return 0;
}
