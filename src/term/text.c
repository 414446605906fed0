/*
 * text.c - UTF-8 text measured in cells of a terminal.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Widths come from the C library's wcwidth, which knows the Unicode version
 * the rest of the system has; it is asked only in a UTF-8 locale, because
 * elsewhere it knows ASCII alone.  Without UTF-8 one character is one cell,
 * shown by likeness; the tables below hold what labels, names and our own
 * sentences are made of.
 */
#include <assert.h>
#include <string.h>
#include <wchar.h>
#include "term/text.h"

/* --- UTF-8 (RFC 3629) ------------------------------------------------------ */

/* Lead byte -> length, first bits, and the least code point that needs it. */
static size_t lead(unsigned char c, uint32_t *ch, uint32_t *least)
{
	if (c >= 0xC2 && c <= 0xDF) {
		*ch = c & 0x1Fu;
		*least = 0x80;
		return 2;
	}
	if (c >= 0xE0 && c <= 0xEF) {
		*ch = c & 0x0Fu;
		*least = 0x800;
		return 3;
	}
	if (c >= 0xF0 && c <= 0xF4) {
		*ch = c & 0x07u;
		*least = 0x10000;
		return 4;
	}
	return 0;
}

static bool is_scalar(uint32_t ch)
{
	return ch <= 0x10FFFF && (ch < 0xD800 || ch > 0xDFFF);
}

size_t text_step(const char *text, size_t n, uint32_t *ch)
{
	const unsigned char *p = (const unsigned char *)text;
	uint32_t code = 0, least = 0;
	size_t len;

	assert(n > 0);
	*ch = TEXT_FAULTY;
	if (p[0] < 0x80) {
		*ch = p[0];
		return 1;
	}
	len = lead(p[0], &code, &least);
	if (len == 0 || len > n)
		return 1;
	for (size_t i = 1; i < len; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 1;
		code = code << 6 | (p[i] & 0x3Fu);
	}
	if (code < least || !is_scalar(code))
		return 1;
	*ch = code;
	return len;
}

size_t text_encode(uint32_t ch, char out[4])
{
	if (!is_scalar(ch))
		ch = TEXT_FAULTY;
	if (ch < 0x80) {
		out[0] = (char)ch;
		return 1;
	}
	if (ch < 0x800) {
		out[0] = (char)(0xC0 | ch >> 6);
		out[1] = (char)(0x80 | (ch & 0x3F));
		return 2;
	}
	if (ch < 0x10000) {
		out[0] = (char)(0xE0 | ch >> 12);
		out[1] = (char)(0x80 | (ch >> 6 & 0x3F));
		out[2] = (char)(0x80 | (ch & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | ch >> 18);
	out[1] = (char)(0x80 | (ch >> 12 & 0x3F));
	out[2] = (char)(0x80 | (ch >> 6 & 0x3F));
	out[3] = (char)(0x80 | (ch & 0x3F));
	return 4;
}

/* --- Likeness without UTF-8 ------------------------------------------------ */

/* U+00A0..U+017F (Latin-1 and Latin Extended-A), one ASCII character each. */
static const char latin[] =
    " !cL$Y|S\"Ca<--R-o+23'uP.,1o>123?"		/* 00A0 */
    "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTs"		/* 00C0 */
    "aaaaaaaceeeeiiiidnooooo/ouuuuyty"		/* 00E0 */
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg"		/* 0100 */
    "GgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"		/* 0120 */
    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSs"		/* 0140 */
    "SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";		/* 0160 */
_Static_assert(sizeof latin == 0x180 - 0xA0 + 1, "one character for each");

static const struct { uint16_t ch; char ascii; } likeness[] = {
	{ 0x2010, '-' }, { 0x2011, '-' }, { 0x2012, '-' }, { 0x2013, '-' },
	{ 0x2014, '-' }, { 0x2018, '\'' }, { 0x2019, '\'' }, { 0x201A, ',' },
	{ 0x201C, '"' }, { 0x201D, '"' }, { 0x201E, '"' }, { 0x2022, '*' },
	{ 0x2026, '.' }, { 0x2030, '%' }, { 0x2039, '<' }, { 0x203A, '>' },
	{ 0x20AC, 'E' }, { 0x2116, '#' }, { 0x2190, '<' }, { 0x2191, '^' },
	{ 0x2192, '>' }, { 0x2193, 'v' }, { 0x2212, '-' }, { 0x2248, '~' },
	{ 0x2260, '#' }, { 0x2264, '<' }, { 0x2265, '>' }, { 0x2500, '-' },
	{ 0x2502, '|' }, { 0x2588, '#' }, { 0x25B2, '^' }, { 0x25BA, '>' },
	{ 0x25BC, 'v' }, { 0x2713, '+' }, { 0x2717, 'x' },
};

static uint32_t ascii_like(uint32_t ch)
{
	if (ch < 0x7F)
		return ch;
	if (ch >= 0xA0 && ch < 0x180)
		return (unsigned char)latin[ch - 0xA0];
	for (size_t i = 0; i < sizeof likeness / sizeof likeness[0]; i++)
		if (likeness[i].ch == ch)
			return (unsigned char)likeness[i].ascii;
	return '?';
}

/* The combining blocks; what wcwidth would say 0 to, had it UTF-8. */
static bool is_mark(uint32_t ch)
{
	return (ch >= 0x0300 && ch <= 0x036F) ||
	    (ch >= 0x1AB0 && ch <= 0x1AFF) || (ch >= 0x1DC0 && ch <= 0x1DFF) ||
	    (ch >= 0x200B && ch <= 0x200F) || (ch >= 0x20D0 && ch <= 0x20FF) ||
	    (ch >= 0xFE00 && ch <= 0xFE0F) || (ch >= 0xFE20 && ch <= 0xFE2F);
}

static bool is_control(uint32_t ch)
{
	return ch < 0x20 || (ch >= 0x7F && ch < 0xA0);
}

/* Most of every screen: wcwidth need not be asked. */
static bool is_ascii(uint32_t ch)
{
	return ch >= 0x20 && ch < 0x7F;
}

uint32_t text_shown(uint32_t ch, bool utf8)
{
	if (is_ascii(ch))
		return ch;
	if (ch == '\t')
		return ' ';
	if (is_control(ch))
		ch = TEXT_FAULTY;
	else if (utf8 && wcwidth((wchar_t)ch) < 0)
		ch = TEXT_FAULTY;
	return utf8 ? ch : ascii_like(ch);
}

int text_cells(uint32_t ch, bool utf8)
{
	int cells;

	if (is_ascii(ch))
		return 1;
	if (!utf8)
		return is_mark(ch) ? 0 : 1;
	if (is_control(ch))
		return 1;
	cells = wcwidth((wchar_t)ch);
	return cells < 0 ? 1 : cells > 2 ? 2 : cells;
}

/* --- Measuring ------------------------------------------------------------- */

/* Bytes of text[0..n) that fit into width cells, with the marks after the
 * last of them. */
static size_t fit(const char *text, size_t n, int width, bool utf8, int *used)
{
	size_t at = 0;
	int cells = 0;

	while (at < n) {
		uint32_t ch;
		size_t step = text_step(text + at, n - at, &ch);
		int more = text_cells(ch, utf8);

		if (cells + more > width)
			break;
		cells += more;
		at += step;
	}
	if (used != NULL)
		*used = cells;
	return at;
}

int text_width(const char *text, bool utf8)
{
	size_t n = strlen(text), at = 0;
	int cells = 0;

	while (at < n) {
		uint32_t ch;

		at += text_step(text + at, n - at, &ch);
		cells += text_cells(ch, utf8);
	}
	return cells;
}

size_t text_fit(const char *text, int width, bool utf8, int *used)
{
	return fit(text, strlen(text), width, utf8, used);
}

size_t text_wrap(const char *text, int width, bool utf8, size_t *next)
{
	size_t line = strcspn(text, "\n");
	size_t n = fit(text, line, width, utf8, NULL), cut;

	assert(width > 0);
	if (n == line) {
		*next = text[line] == '\n' && text[line + 1] != '\0' ?
		    line + 1 : 0;
		return n;
	}
	if (n == 0) {		/* a wide character in a row of one cell */
		uint32_t ch;

		n = text_step(text, line, &ch);
	}
	for (cut = n; cut > 0 && text[cut] != ' '; cut--)
		;
	if (cut > 0)
		n = cut;
	for (*next = n; text[*next] == ' '; (*next)++)
		;
	if (text[*next] == '\n')
		(*next)++;
	if (text[*next] == '\0')
		*next = 0;
	return n;
}

int text_rows(const char *text, int width, bool utf8)
{
	int rows = 0;
	size_t next;

	do {
		text_wrap(text, width, utf8, &next);
		text += next;
		rows++;
	} while (next > 0);
	return rows;
}
