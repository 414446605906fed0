/*
 * vec.c - arrays that grow.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The caller's pointer has its own type, so it is read and written as bytes
 * here: that keeps the compiler's rules on types.
 */
#include "base/vec.h"
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"

#define FIRST_CAP 8

void *vec_grow(void **at, size_t *n, size_t *cap, size_t size)
{
	char *base, *element;

	assert(size > 0);
	assert(*n <= *cap);
	memcpy(&base, at, sizeof base);
	if (*n == *cap) {
		size_t grown = *cap == 0 ? FIRST_CAP : *cap * 2;

		assert(grown <= SIZE_MAX / 2 / size);
		base = xrealloc(base, grown * size);
		memcpy(at, &base, sizeof base);
		*cap = grown;
	}
	element = base + *n * size;
	memset(element, 0, size);
	(*n)++;
	return element;
}

void vec_free(void **at, size_t *n, size_t *cap)
{
	char *base;

	memcpy(&base, at, sizeof base);
	free(base);
	base = NULL;
	memcpy(at, &base, sizeof base);
	*n = 0;
	*cap = 0;
}
