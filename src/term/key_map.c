/*
 * key_map.c - which bytes stand for which key.
 * SPDX-License-Identifier: Apache-2.0
 *
 * CSI forms are read by their grammar (keys.c) and looked up by final byte or
 * number; the map holds the others, and whatever terminfo adds.
 */
#include <assert.h>
#include <string.h>
#include <strings.h>
#include "key_map.h"

#define ESC 0x1B

static const char *const names[K_COUNT] = {
	[K_NONE] = "", [K_CHAR] = "", [K_CTRL] = "",
	[K_ENTER] = "Enter", [K_TAB] = "Tab", [K_BACKTAB] = "BackTab",
	[K_BACKSPACE] = "Backspace", [K_DELETE] = "Delete",
	[K_INSERT] = "Insert", [K_ESC] = "Esc",
	[K_UP] = "Up", [K_DOWN] = "Down", [K_LEFT] = "Left",
	[K_RIGHT] = "Right", [K_HOME] = "Home", [K_END] = "End",
	[K_PAGE_UP] = "PgUp", [K_PAGE_DOWN] = "PgDn",
	[K_F1] = "F1", [K_F2] = "F2", [K_F3] = "F3", [K_F4] = "F4",
	[K_F5] = "F5", [K_F6] = "F6", [K_F7] = "F7", [K_F8] = "F8",
	[K_F9] = "F9", [K_F10] = "F10", [K_F11] = "F11", [K_F12] = "F12",
};

const char *key_label(enum key key)
{
	assert(key < K_COUNT);
	return names[key];
}

enum key key_by_name(const char *name)
{
	for (int key = K_ENTER; key < K_COUNT; key++)
		if (strcasecmp(names[key], name) == 0)
			return (enum key)key;
	return K_NONE;
}

enum key key_function(int n)
{
	assert(n >= 1 && n <= 12);
	return (enum key)(K_F1 + n - 1);
}

/* --- The map --------------------------------------------------------------- */

/* CSI finals (ESC [ X, and ESC [ 1 ; M X with a modifier), SS3 too. */
static const struct { char final; enum key key; } finals[] = {
	{ 'A', K_UP }, { 'B', K_DOWN }, { 'C', K_RIGHT }, { 'D', K_LEFT },
	{ 'H', K_HOME }, { 'F', K_END }, { 'Z', K_BACKTAB },
	{ 'P', K_F1 }, { 'Q', K_F2 }, { 'R', K_F3 }, { 'S', K_F4 },
};

/* ESC [ N ~: the VT220 editing and function keys and what grew from them. */
static const struct { int number; enum key key; } numbers[] = {
	{ 1, K_HOME }, { 2, K_INSERT }, { 3, K_DELETE }, { 4, K_END },
	{ 5, K_PAGE_UP }, { 6, K_PAGE_DOWN }, { 7, K_HOME }, { 8, K_END },
	{ 11, K_F1 }, { 12, K_F2 }, { 13, K_F3 }, { 14, K_F4 },
	{ 15, K_F5 }, { 17, K_F6 }, { 18, K_F7 }, { 19, K_F8 },
	{ 20, K_F9 }, { 21, K_F10 }, { 23, K_F11 }, { 24, K_F12 },
};

/* ESC O X of the keypad in application mode: plain characters. */
static const char keypad[] =
    "jkmnopqrstuvwxyX";
static const char keypad_characters[] =
    "*+-./0123456789=";
_Static_assert(sizeof keypad == sizeof keypad_characters, "pairs");

static void map_put(struct key_map *map, const char *bytes, struct press press)
{
	size_t i = 0;

	while (i < map->n && strcmp(map->at[i].bytes, bytes) != 0)
		i++;
	assert(i < KEY_MAP_MAX);
	if (i == map->n)
		map->n++;
	strcpy(map->at[i].bytes, bytes);
	map->at[i].press = press;
}

/* Were one the beginning of another, nobody could tell when it is whole. */
static bool map_takes(const struct key_map *map, const char *bytes)
{
	size_t n = strlen(bytes);

	for (size_t i = 0; i < map->n; i++) {
		size_t len = strlen(map->at[i].bytes);

		if (len == n && memcmp(map->at[i].bytes, bytes, n) == 0)
			return true;
		if (memcmp(map->at[i].bytes, bytes, n < len ? n : len) == 0)
			return false;
	}
	return map->n < KEY_MAP_MAX;
}

bool key_map_add(struct key_map *map, const char *bytes, enum key key)
{
	size_t n = strlen(bytes);

	assert(key > K_CTRL && key < K_COUNT);
	if (bytes[0] != ESC || n < 2 || n >= KEY_SEQUENCE_MAX)
		return false;
	if (!map_takes(map, bytes))
		return false;
	map_put(map, bytes, (struct press){ .key = key });
	return true;
}

void key_map_init(struct key_map *map)
{
	char bytes[4] = { ESC, 'O', '\0', '\0' };

	map->n = 0;
	for (size_t i = 0; i < sizeof finals / sizeof finals[0]; i++) {
		bytes[2] = finals[i].final;
		map_put(map, bytes, (struct press){ .key = finals[i].key });
	}
	bytes[2] = 'M';
	map_put(map, bytes, (struct press){ .key = K_ENTER });
	for (size_t i = 0; keypad[i] != '\0'; i++) {
		bytes[2] = keypad[i];
		map_put(map, bytes, (struct press){ .key = K_CHAR,
		    .ch = (unsigned char)keypad_characters[i] });
	}
}

/* --- Looking up ------------------------------------------------------------ */

struct press key_map_final(unsigned char final)
{
	for (size_t i = 0; i < sizeof finals / sizeof finals[0]; i++)
		if (finals[i].final == (char)final)
			return (struct press){ .key = finals[i].key };
	return (struct press){ .key = K_NONE };
}

struct press key_map_number(const unsigned char *p, size_t n)
{
	int number = 0;

	for (size_t i = 0; i < n && p[i] >= '0' && p[i] <= '9'; i++)
		number = number < 1000 ? number * 10 + (p[i] - '0') : number;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		if (numbers[i].number == number)
			return (struct press){ .key = numbers[i].key };
	return (struct press){ .key = K_NONE };
}
