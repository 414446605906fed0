/*
 * str.h - text that grows, and small helpers for text that does not.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Invariant: between str_init and str_done, p is never NULL, p[len] is NUL,
 * and bytes before it are the content (which may itself hold NULs).
 * Lengths are bytes.
 */
#ifndef BASE_STR_H
#define BASE_STR_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"

struct str {
	char *p;
	size_t len;
	size_t cap;	/* 0: p is a shared empty text, not ours */
};

void str_init(struct str *s);
void str_done(struct str *s);		/* releases; s may be used again after str_init */
void str_clear(struct str *s);		/* keeps the memory */
void str_add(struct str *s, const char *text);
void str_addn(struct str *s, const void *bytes, size_t n);
void str_addc(struct str *s, char c);
/* n bytes more, for the caller to write: good until s changes next. */
char *str_extend(struct str *s, size_t n);
void str_addf(struct str *s, const char *fmt, ...) PRINTF_LIKE(2, 3);
void str_truncate(struct str *s, size_t len);
char *str_take(struct str *s);		/* the caller frees it; s is empty after */

/* Copy at most size-1 bytes and end with NUL; cuts at a whole UTF-8
 * character.  Returns true when all of src fitted. */
bool str_copy(char *dst, size_t size, const char *src);
/* The same for n bytes of src. */
bool str_copyn(char *dst, size_t size, const char *src, size_t n);
/* snprintf for when cutting is meant. */
void str_print(char *dst, size_t size, const char *fmt, ...) PRINTF_LIKE(3, 4);
bool str_eq(const char *a, const char *b);		/* NULL equals NULL only */
bool str_ieq(const char *a, const char *b);		/* ASCII caseless */
bool str_starts(const char *s, const char *prefix);
/* Remove white space at both ends, in place; returns the first byte kept. */
char *str_strip(char *s);

/* Bytes as the scan notation of the formats page: \xHH for bytes outside
 * 0x20..0x7E (UTF-8 kept as it is when utf8 is true) and \\ for a backslash. */
void str_escape(struct str *out, const void *bytes, size_t n, bool utf8);
/* The reverse, appended to out.  False on a \ that starts nothing known;
 * *at is then the offset of it. */
bool str_unescape(struct str *out, const char *text, size_t n, size_t *at);
#endif
