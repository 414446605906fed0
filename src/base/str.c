/*
 * str.c - text that grows.
 * SPDX-License-Identifier: Apache-2.0
 *
 * An empty struct str borrows one shared NUL byte, so that initialising costs
 * no memory and p is never NULL.  Nothing writes through p while cap is 0.
 */
#include "base/str.h"
#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "base/xalloc.h"

#define FIRST_CAP 32

static char nothing[1];

static void check(const struct str *s)
{
	assert(s->p != NULL);
	assert(s->cap == 0 ? s->len == 0 : s->len < s->cap);
	assert(s->p[s->len] == '\0');
}

/* Make room for n bytes more and the NUL. */
static void reserve(struct str *s, size_t n)
{
	size_t cap = s->cap > 0 ? s->cap : FIRST_CAP;

	if (s->cap - s->len > n)
		return;
	assert(n < SIZE_MAX / 4 - s->len);
	while (cap - s->len <= n)
		cap *= 2;
	s->p = xrealloc(s->cap > 0 ? s->p : NULL, cap);
	s->cap = cap;
	s->p[s->len] = '\0';
}

void str_init(struct str *s)
{
	s->p = nothing;
	s->len = 0;
	s->cap = 0;
}

void str_done(struct str *s)
{
	if (s->cap > 0)
		free(s->p);
	str_init(s);
}

void str_clear(struct str *s)
{
	str_truncate(s, 0);
}

void str_add(struct str *s, const char *text)
{
	str_addn(s, text, strlen(text));
}

char *str_extend(struct str *s, size_t n)
{
	char *p;

	check(s);
	if (n == 0)
		return s->p + s->len;
	reserve(s, n);
	p = s->p + s->len;
	s->len += n;
	s->p[s->len] = '\0';
	return p;
}

void str_addn(struct str *s, const void *bytes, size_t n)
{
	if (n > 0)
		memcpy(str_extend(s, n), bytes, n);
}

void str_addc(struct str *s, char c)
{
	*str_extend(s, 1) = c;
}

void str_addf(struct str *s, const char *fmt, ...)
{
	va_list args, again;
	int n;

	check(s);
	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, args);
	assert(n >= 0);
	reserve(s, (size_t)n);
	vsnprintf(s->p + s->len, (size_t)n + 1, fmt, again);
	s->len += (size_t)n;
	va_end(again);
	va_end(args);
	check(s);
}

void str_truncate(struct str *s, size_t len)
{
	check(s);
	assert(len <= s->len);
	if (len == s->len)
		return;
	s->len = len;
	s->p[len] = '\0';
}

char *str_take(struct str *s)
{
	char *p;

	check(s);
	p = s->cap > 0 ? s->p : xstrdup("");
	str_init(s);
	return p;
}

/* --- Text in fixed room ---------------------------------------------------- */

bool str_copy(char *dst, size_t size, const char *src)
{
	return str_copyn(dst, size, src, strlen(src));
}

bool str_copyn(char *dst, size_t size, const char *src, size_t n)
{
	size_t kept = n;

	assert(size > 0);
	if (kept >= size)
		kept = utf8_cut(src, size - 1);
	memmove(dst, src, kept);
	dst[kept] = '\0';
	return kept == n;
}

void str_print(char *dst, size_t size, const char *fmt, ...)
{
	va_list args;
	int n;

	assert(size > 0);
	va_start(args, fmt);
	n = vsnprintf(dst, size, fmt, args);
	va_end(args);
	assert(n >= 0);
	if ((size_t)n >= size)
		dst[utf8_cut(dst, size - 1)] = '\0';
}

bool str_eq(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return strcmp(a, b) == 0;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool str_ieq(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	while (*a != '\0' && lower(*a) == lower(*b)) {
		a++;
		b++;
	}
	return lower(*a) == lower(*b);
}

bool str_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

char *str_strip(char *s)
{
	size_t len;

	while (is_space(*s))
		s++;
	len = strlen(s);
	while (len > 0 && is_space(s[len - 1]))
		len--;
	s[len] = '\0';
	return s;
}

/* --- The scan notation ------------------------------------------------------ */

/* Bytes of a character to keep as it is.  The control characters U+0080 to
 * U+009F are kept by nobody: some terminals obey them. */
static size_t keep_utf8(const char *p, size_t n)
{
	size_t step = utf8_step(p, n);

	if (step == 2 && (unsigned char)p[0] == 0xC2 &&
	    (unsigned char)p[1] < 0xA0)
		return 0;
	return step > 1 ? step : 0;
}

void str_escape(struct str *out, const void *bytes, size_t n, bool utf8)
{
	const char *p = bytes;

	for (size_t i = 0; i < n; ) {
		unsigned char c = (unsigned char)p[i];
		size_t kept = utf8 ? keep_utf8(p + i, n - i) : 0;

		if (kept > 0) {
			str_addn(out, p + i, kept);
			i += kept;
			continue;
		}
		if (c == '\\')
			str_add(out, "\\\\");
		else if (c >= 0x20 && c <= 0x7E)
			str_addc(out, p[i]);
		else
			str_addf(out, "\\x%02X", c);
		i++;
	}
}

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that the escape at p (n bytes) stands for, and its length; -1 when
 * it is none. */
static int unescape_one(const char *p, size_t n, size_t *length)
{
	if (n >= 2 && p[1] == '\\') {
		*length = 2;
		return '\\';
	}
	if (n >= 4 && p[1] == 'x' && hex_value(p[2]) >= 0 &&
	    hex_value(p[3]) >= 0) {
		*length = 4;
		return hex_value(p[2]) * 16 + hex_value(p[3]);
	}
	return -1;
}

bool str_unescape(struct str *out, const char *text, size_t n, size_t *at)
{
	size_t before = out->len;

	for (size_t i = 0; i < n; ) {
		size_t length = 1;
		int c = (unsigned char)text[i];

		if (c == '\\')
			c = unescape_one(text + i, n - i, &length);
		if (c < 0) {
			str_truncate(out, before);
			*at = i;
			return false;
		}
		str_addc(out, (char)c);
		i += length;
	}
	return true;
}
