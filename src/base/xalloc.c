/*
 * xalloc.c - memory that is there, or the program ends in order.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The end is _exit: nothing registered with atexit may run and ask for
 * memory again, and stdout holds nothing that was promised (verdict lines
 * are flushed one by one).
 */
#include "base/xalloc.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/fault.h"

#define EXIT_ENVIRONMENT 3

static void (*on_failure)(void);

static void give_up(size_t size) __attribute__((noreturn));

static void give_up(size_t size)
{
	void (*handler)(void) = on_failure;
	char words[200];
	int n;

	/* Once only: the handler may fail for want of memory too. */
	on_failure = NULL;
	if (handler != NULL)
		handler();
	n = snprintf(words, sizeof words, "dockledger: out of memory: "
	    "%zu bytes more were wanted (what was acknowledged is kept; "
	    "end other programs, then start again)\n", size);
	if (n > 0 && write(STDERR_FILENO, words, (size_t)n) < 0)
		_exit(EXIT_ENVIRONMENT);	/* nobody to tell */
	_exit(EXIT_ENVIRONMENT);
}

/* malloc(0) may be NULL by right; one byte keeps NULL for failure. */
static size_t at_least_one(size_t size)
{
	return size > 0 ? size : 1;
}

void *xmalloc(size_t size)
{
	void *p = fault_due(FAULT_ALLOC) ? NULL : malloc(at_least_one(size));

	if (p == NULL)
		give_up(size);
	return p;
}

void *xcalloc(size_t n, size_t size)
{
	void *p = fault_due(FAULT_ALLOC) ? NULL
	    : calloc(at_least_one(n), at_least_one(size));

	if (p == NULL)
		give_up(size > 0 && n > (size_t)-1 / size ? (size_t)-1 : n * size);
	return p;
}

void *xrealloc(void *p, size_t size)
{
	void *grown = fault_due(FAULT_ALLOC) ? NULL
	    : realloc(p, at_least_one(size));

	if (grown == NULL)
		give_up(size);
	return grown;
}

char *xstrdup(const char *s)
{
	return xstrndup(s, strlen(s));
}

char *xstrndup(const char *s, size_t n)
{
	size_t len = strnlen(s, n);
	char *copy = xmalloc(len + 1);

	memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

void xalloc_on_failure(void (*handler)(void))
{
	on_failure = handler;
}
