/*
 * decode.c - what independent readers see in a picture of ours.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "decode.h"

#define MARGIN 8		/* white dots around what is cut out */
#define BAR_ROWS 80		/* of bars; ZXing stops at more at 600 dpi */
#define DARK 128

static const char *const programs[] = { "ZXingReader", "zbarimg", "dmtxread",
    "pdftoppm", NULL };

void
decode_run(const struct decode *d, struct str *out, const char *command)
{
	struct str whole;
	char bytes[4096];
	FILE *pipe;
	size_t n;

	str_init(&whole);
	str_addf(&whole, "cd '%s' && ", d->folder);
	str_add(&whole, command);
	pipe = popen(whole.p, "r");
	assert(pipe != NULL);
	while ((n = fread(bytes, 1, sizeof bytes, pipe)) > 0)
		str_addn(out, bytes, n);
	pclose(pipe);
	str_done(&whole);
}

bool
decode_can(const char **missing)
{
	char command[96];

	for (size_t i = 0; programs[i] != NULL; i++) {
		snprintf(command, sizeof command, "command -v %s > /dev/null",
		    programs[i]);
		*missing = programs[i];
		if (system(command) != 0)
			return false;
	}
	return true;
}

void
decode_begin(struct decode *d)
{
	memset(d, 0, sizeof *d);
	snprintf(d->folder, sizeof d->folder, "%s/labels-XXXXXX", "/tmp");
	assert(mkdtemp(d->folder) != NULL);
}

void
decode_end(struct decode *d)
{
	struct str out;

	str_init(&out);
	decode_run(d, &out, "rm -f ./* && rmdir \"$PWD\"");
	str_done(&out);
	vec_done(&d->cuts);
}

const char *
decode_path(const struct decode *d, const char *name)
{
	static char paths[4][192];
	static size_t next;

	next = (next + 1) % 4;
	snprintf(paths[next], sizeof paths[next], "%s/%s", d->folder, name);
	return paths[next];
}

void
decode_write(const struct decode *d, const char *name, const struct str *bytes)
{
	FILE *f = fopen(decode_path(d, name), "wb");

	assert(f != NULL && fwrite(bytes->p, 1, bytes->len, f) == bytes->len);
	fclose(f);
}

/* --- Files into dots ---------------------------------------------------------------- */

static void
bitmap_new(struct label_bitmap *b, int w, int h)
{
	b->width = w;
	b->height = h;
	b->stride = ((size_t)w + 7) / 8;
	b->bits = calloc((size_t)h, b->stride);
	assert(b->bits != NULL);
}

static void
blacken(struct label_bitmap *b, int x, int y)
{
	b->bits[(size_t)y * b->stride + (size_t)x / 8] |= (uint8_t)(0x80 >> x % 8);
}

static bool
is_black(const struct label_bitmap *b, int x, int y)
{
	return (b->bits[(size_t)y * b->stride + (size_t)x / 8] << x % 8 & 0x80) != 0;
}

static void
read_pgm(const char *path, struct label_bitmap *b)
{
	FILE *f = fopen(path, "rb");
	int w, h, most;

	assert(f != NULL && fscanf(f, "P5 %d %d %d", &w, &h, &most) == 3);
	fgetc(f);
	bitmap_new(b, w, h);
	for (int y = 0; y < h; y++)
		for (int x = 0; x < w; x++)
			if (fgetc(f) < DARK)
				blacken(b, x, y);
	fclose(f);
}

void
decode_pdf(const struct decode *d, const char *file, double dpi,
    struct label_bitmap pages[], size_t n)
{
	char command[160], name[48];
	int digits = n > 999 ? 4 : n > 99 ? 3 : n > 9 ? 2 : 1;
	struct str out;

	str_init(&out);
	snprintf(command, sizeof command, "pdftoppm -gray -r %.4f %s page", dpi,
	    file);
	decode_run(d, &out, command);
	str_done(&out);
	for (size_t i = 0; i < n; i++) {
		snprintf(name, sizeof name, "page-%0*zu.pgm", digits, i + 1);
		read_pgm(decode_path(d, name), &pages[i]);
		unlink(decode_path(d, name));
	}
}

void
decode_png(const struct decode *d, const char *file, struct label_bitmap *b)
{
	cairo_surface_t *s = cairo_image_surface_create_from_png(
	    decode_path(d, file));
	const unsigned char *p = cairo_image_surface_get_data(s);
	int w = cairo_image_surface_get_width(s);
	int stride = cairo_image_surface_get_stride(s);

	assert(cairo_surface_status(s) == CAIRO_STATUS_SUCCESS);
	bitmap_new(b, w, cairo_image_surface_get_height(s));
	for (int y = 0; y < b->height; y++)
		for (int x = 0; x < w; x++)
			if (p[y * stride + 4 * x] < DARK)
				blacken(b, x, y);
	cairo_surface_destroy(s);
}

/* --- ^GFA ------------------------------------------------------------------------------ */

/* A digit of a row: four dots. */
static void
put_digit(struct label_bitmap *b, int row, size_t at, int value)
{
	for (int i = 0; i < 4; i++)
		if ((value << i & 8) != 0 && (int)at * 4 + i < b->width)
			blacken(b, (int)at * 4 + i, row);
}

static int
digit_of(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 :
	    -1;
}

/* Rows from text to the ^ that ends them. */
static void
read_rows(const char *text, size_t digits, struct label_bitmap *b)
{
	size_t at = 0, times = 0;
	int row = 0;

	for (; *text != '^'; text++) {
		assert(row < b->height);
		if (*text >= 'G' && *text <= 'Y') {
			times += (size_t)(*text - 'F');
		} else if (*text >= 'g' && *text <= 'z') {
			times += (size_t)(*text - 'f') * 20;
		} else if (*text == ':') {
			assert(at == 0 && row > 0);
			memcpy(b->bits + (size_t)row * b->stride,
			    b->bits + (size_t)(row - 1) * b->stride, b->stride);
			at = digits;
		} else if (*text == ',' || *text == '!') {
			for (; at < digits; at++)
				put_digit(b, row, at, *text == '!' ? 15 : 0);
		} else if (digit_of(*text) >= 0) {
			for (times = times == 0 ? 1 : times; times > 0; times--)
				put_digit(b, row, at++, digit_of(*text));
			assert(at <= digits);
		} else {
			assert(*text == '\n');
		}
		if (at == digits) {
			at = 0;
			row++;
		}
	}
	assert(row == b->height && at == 0);
}

size_t
decode_zpl(const char *zpl, struct label_bitmap labels[], size_t max)
{
	size_t n = 0, bytes, total, stride;
	const char *p = zpl;
	int w, h, skip;

	while ((p = strstr(p, "^XA")) != NULL) {
		assert(n < max);
		assert(sscanf(p, "^XA^PW%d^LL%d", &w, &h) == 2);
		p = strstr(p, "^GFA,");
		assert(p != NULL && sscanf(p, "^GFA,%zu,%zu,%zu,%n", &bytes, &total,
		    &stride, &skip) == 3);
		assert(bytes == total && stride == ((size_t)w + 7) / 8 &&
		    total == stride * (size_t)h);
		bitmap_new(&labels[n], w, h);
		read_rows(p + skip, stride * 2, &labels[n]);
		n++;
	}
	return n;
}

long
decode_differ(const struct label_bitmap *a, const struct label_bitmap *b)
{
	long n = 0;

	if (a->width != b->width || a->height != b->height)
		return (long)a->width * a->height;
	for (int y = 0; y < a->height; y++)
		for (int x = 0; x < a->width; x++)
			n += is_black(a, x, y) != is_black(b, x, y);
	return n;
}

/* --- Cutting out --------------------------------------------------------------------------- */

void
decode_cut(struct decode *d, const struct label_bitmap *b,
    const struct label_symbol *s, double dots_per_mm, const char *identifier,
    const char *data, const char *what)
{
	struct cut *c = vec_push(&d->cuts);
	int x0 = (int)lround(s->x_mm * dots_per_mm);
	int y0 = (int)lround(s->y_mm * dots_per_mm);
	int w = (int)lround(s->width_mm * dots_per_mm);
	int h = (int)lround(s->height_mm * dots_per_mm);
	FILE *f;

	if (strstr(s->kind, "128") != NULL && h > BAR_ROWS)
		h = BAR_ROWS;
	snprintf(c->file, sizeof c->file, "%zu.pgm", d->cuts.n);
	str_copy(c->identifier, sizeof c->identifier, identifier);
	str_copy(c->data, sizeof c->data, data);
	str_copy(c->what, sizeof c->what, what);
	f = fopen(decode_path(d, c->file), "wb");
	assert(f != NULL);
	fprintf(f, "P5\n%d %d\n255\n", w + 2 * MARGIN, h + 2 * MARGIN);
	for (int y = -MARGIN; y < h + MARGIN; y++)
		for (int x = -MARGIN; x < w + MARGIN; x++)
			fputc(x >= 0 && y >= 0 && x < w && y < h && y0 + y < b->height &&
			    x0 + x < b->width && is_black(b, x0 + x, y0 + y) ? 0 : 255,
			    f);
	fclose(f);
}
