/*
 * text_map.c - texts to numbers: a hash table with open addressing.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "exchange/text_map.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"

#define FIRST_CAP 64		/* powers of two, at most three quarters full */

/* FNV-1a. */
static size_t
hash_of(const char *key)
{
	size_t h = 2166136261u;

	for (; *key != '\0'; key++)
		h = (h ^ (unsigned char)*key) * 16777619u;
	return h ^ h >> 15;
}

/* Where a key stands, or where it would. */
static struct text_slot *
find(struct text_slot *slots, size_t cap, size_t hash, const char *key)
{
	size_t i = hash & (cap - 1);

	while (slots[i].key != NULL &&
	    (slots[i].hash != hash || strcmp(slots[i].key, key) != 0))
		i = (i + 1) & (cap - 1);
	return &slots[i];
}

static void
grow(struct text_map *map)
{
	size_t cap = map->cap == 0 ? FIRST_CAP : map->cap * 2;
	struct text_slot *slots = xcalloc(cap, sizeof *slots);

	for (size_t i = 0; i < map->cap; i++)
		if (map->slots[i].key != NULL)
			*find(slots, cap, map->slots[i].hash, map->slots[i].key) =
			    map->slots[i];
	free(map->slots);
	map->slots = slots;
	map->cap = cap;
}

size_t *
text_map_at(struct text_map *map, const char *key, bool *is_new)
{
	size_t hash = hash_of(key);
	struct text_slot *slot;

	if (map->n * 4 >= map->cap * 3)
		grow(map);
	slot = find(map->slots, map->cap, hash, key);
	if (is_new != NULL)
		*is_new = slot->key == NULL;
	if (slot->key == NULL) {
		*slot = (struct text_slot){ .key = xstrdup(key), .hash = hash };
		map->n++;
	}
	assert(map->n < map->cap);
	return &slot->value;
}

const size_t *
text_map_find(const struct text_map *map, const char *key)
{
	const struct text_slot *slot;

	if (map->cap == 0)
		return NULL;
	slot = find(map->slots, map->cap, hash_of(key), key);
	return slot->key == NULL ? NULL : &slot->value;
}

void
text_map_done(struct text_map *map)
{
	for (size_t i = 0; i < map->cap; i++)
		free(map->slots[i].key);
	free(map->slots);
	memset(map, 0, sizeof *map);
}
