/*
 * text_map.h - texts to numbers, for what a file names again and again.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	struct text_map seen = { 0 };
 *	size_t *line = text_map_at(&seen, code, &is_new);
 *	text_map_done(&seen);
 */
#ifndef EXCHANGE_TEXT_MAP_H
#define EXCHANGE_TEXT_MAP_H
#include <stdbool.h>
#include <stddef.h>

struct text_slot {
	char *key;		/* NULL: free */
	size_t hash;
	size_t value;
};

struct text_map {
	struct text_slot *slots;
	size_t n, cap;
};

/* The number of a text; a new one begins at 0 and *is_new says so (may be
 * NULL).  Good until the next call. */
size_t *text_map_at(struct text_map *, const char *key, bool *is_new);
/* The number of a text that is there, or NULL. */
const size_t *text_map_find(const struct text_map *, const char *key);
void text_map_done(struct text_map *);
#endif
