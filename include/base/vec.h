/*
 * vec.h - arrays that grow, typed by macro.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	VEC(struct scan) scans = {0};
 *	*vec_push(&scans) = one;		(a new element, zeroed)
 *	for (size_t i = 0; i < scans.n; i++) use(&scans.at[i]);
 *	vec_done(&scans);
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H
#include <stddef.h>

#define VEC(T) struct { T *at; size_t n; size_t cap; }

/* A pointer to a new zeroed element at the end; good until the next push. */
#define vec_push(v) \
	((__typeof__((v)->at))vec_grow((void **)&(v)->at, &(v)->n, &(v)->cap, \
	    sizeof(*(v)->at)))
#define vec_clear(v) ((void)((v)->n = 0))
#define vec_done(v) (vec_free((void **)&(v)->at, &(v)->n, &(v)->cap))

void *vec_grow(void **at, size_t *n, size_t *cap, size_t size);
void vec_free(void **at, size_t *n, size_t *cap);
#endif
