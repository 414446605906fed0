/*
 * utf8.h - where characters begin and end, for the rest of base.
 * SPDX-License-Identifier: Apache-2.0
 *
 * UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above
 * U+10FFFF.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H
#include <stddef.h>

/* Bytes of the character that p (n bytes) begins with; 0 when it begins with
 * none. */
size_t utf8_step(const char *p, size_t n);

/* How many of the n bytes at p to keep so that no character stands half at
 * the end: n, or up to 3 less. */
size_t utf8_cut(const char *p, size_t n);
#endif
