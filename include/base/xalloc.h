/*
 * xalloc.h - memory that is there, or the program ends in order.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A warehouse station that has no memory cannot go on; it can stop without
 * harm, because nothing is acknowledged before it is on the disk.  When an
 * allocation fails the handler set here runs (it gives the terminal back),
 * one sentence goes to stderr, and the process exits with status 3.
 */
#ifndef BASE_XALLOC_H
#define BASE_XALLOC_H
#include <stddef.h>

void *xmalloc(size_t size) __attribute__((malloc, alloc_size(1)));
void *xcalloc(size_t n, size_t size) __attribute__((malloc, alloc_size(1, 2)));
void *xrealloc(void *p, size_t size) __attribute__((alloc_size(2)));
char *xstrdup(const char *s) __attribute__((malloc));
char *xstrndup(const char *s, size_t n) __attribute__((malloc));

/* Run handler (NULL: nothing) before the process ends for want of memory. */
void xalloc_on_failure(void (*handler)(void));
#endif
