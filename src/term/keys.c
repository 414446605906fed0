/*
 * keys.c - typed bytes in, key presses out.
 * SPDX-License-Identifier: Apache-2.0
 *
 * keys_next looks at the bytes that wait and asks of what they begin with
 * how many bytes it takes: a positive answer ends in a press (or in nothing,
 * for a sequence nobody knows), 0 means that more must come or time must
 * pass.
 */
#include <assert.h>
#include <string.h>
#include <strings.h>
#include "term/keys.h"
#include "term/text.h"

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

/* CSI forms are read by their grammar (csi_press); what stands in the map are
 * the others. */
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

/* --- Sequences ------------------------------------------------------------- */

static struct press final_press(unsigned char final)
{
	for (size_t i = 0; i < sizeof finals / sizeof finals[0]; i++)
		if (finals[i].final == (char)final)
			return (struct press){ .key = finals[i].key };
	return (struct press){ .key = K_NONE };
}

static struct press number_press(const unsigned char *p, size_t n)
{
	int number = 0;

	for (size_t i = 0; i < n && p[i] >= '0' && p[i] <= '9'; i++)
		number = number < 1000 ? number * 10 + (p[i] - '0') : number;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		if (numbers[i].number == number)
			return (struct press){ .key = numbers[i].key };
	return (struct press){ .key = K_NONE };
}

/* p begins with ESC [ (n bytes are there): parameters 0x30..0x3F, then
 * intermediates 0x20..0x2F, then the final byte (ECMA-48 5.4). */
static size_t csi(const unsigned char *p, size_t n, struct press *press)
{
	size_t i = 2;

	if (n > 2 && p[2] == '[') {	/* linux console: F1 to F5 */
		if (n < 4)
			return 0;
		if (p[3] >= 'A' && p[3] <= 'E')
			press->key = key_function(p[3] - 'A' + 1);
		return 4;
	}
	while (i < n && p[i] >= 0x20 && p[i] <= 0x3F)
		i++;
	if (i == n)
		return 0;
	if (p[i] < 0x40 || p[i] > 0x7E)
		return i;		/* broken off by something else */
	if (p[i] == '~')
		*press = number_press(p + 2, i - 2);
	else
		*press = final_press(p[i]);
	return i + 1;
}

/* A string (OSC, DCS, PM, APC) to its BEL or ESC \; replies we never asked
 * for. */
static size_t string(const unsigned char *p, size_t n)
{
	for (size_t i = 2; i < n; i++) {
		if (p[i] == 0x07)
			return i + 1;
		if (p[i] == ESC && i + 1 < n)
			return p[i + 1] == '\\' ? i + 2 : i;
	}
	return 0;
}

/* ESC O X, where old terminals put a modifier before the final byte. */
static size_t ss3(const unsigned char *p, size_t n, struct press *press)
{
	size_t i = 2;

	while (i < n && p[i] >= '0' && p[i] <= ';')
		i++;
	if (i == n)
		return 0;
	if (p[i] < 0x40 || p[i] > 0x7E)
		return i;
	*press = final_press(p[i]);
	return i + 1;
}

/* The sequence of the map that p begins with; 0: none.  *more is set when p
 * may become one. */
static size_t mapped(const struct key_map *map, const unsigned char *p,
    size_t n, struct press *press, bool *more)
{
	*more = false;
	for (size_t i = 0; i < map->n; i++) {
		const struct key_sequence *s = &map->at[i];
		size_t len = strlen(s->bytes);

		if (memcmp(s->bytes, p, n < len ? n : len) != 0)
			continue;
		if (n >= len) {
			*press = s->press;
			return len;
		}
		*more = true;
	}
	return 0;
}

static bool is_string_introducer(unsigned char c)
{
	return c == ']' || c == 'P' || c == '^' || c == '_' || c == 'X';
}

/* What p, which is in no map, takes by the grammar of its introducer. */
static size_t grammar(const unsigned char *p, size_t n, struct press *press)
{
	assert(n > 1);
	if (p[1] == '[')
		return csi(p, n, press);
	if (p[1] == 'O')
		return ss3(p, n, press);
	if (is_string_introducer(p[1]))
		return string(p, n);
	press->key = K_ESC;		/* Esc, and then a character */
	return 1;
}

/* p begins with ESC and has waited for waited_us.  Returns the bytes it
 * takes; 0: it is not decided yet. */
static size_t escape(const struct keys *keys, const unsigned char *p, size_t n,
    int64_t waited_us, struct press *press)
{
	bool more, late = waited_us >= KEYS_SEQUENCE_US;
	size_t used = mapped(keys->map, p, n, press, &more);

	if (used > 0)
		return used;
	if (n == 1) {
		press->key = K_ESC;
		return waited_us >= keys->esc_us ? 1 : 0;
	}
	if (more && !late)
		return 0;
	used = grammar(p, n, press);
	return used == 0 && late ? n : used;
}

/* --- Bytes ----------------------------------------------------------------- */

static struct press control(unsigned char c)
{
	switch (c) {
	case '\r':
	case '\n':
		return (struct press){ .key = K_ENTER };
	case '\t':
		return (struct press){ .key = K_TAB };
	case 0x08:
	case 0x7F:
		return (struct press){ .key = K_BACKSPACE };
	default:
		return (struct press){ .key = K_CTRL, .ch = c + 0x40u };
	}
}

/* Could p be the beginning of a longer UTF-8 character?  Tried by filling it
 * up: valid with some tail means valid so far. */
static bool is_beginning(const unsigned char *p, size_t n)
{
	static const char tails[2] = { (char)0x80, (char)0xBF };
	uint32_t ch;

	for (size_t want = n + 1; want <= 4; want++)
		for (size_t t = 0; t < sizeof tails; t++) {
			char try[4];

			memset(try, tails[t], sizeof try);
			memcpy(try, p, n);
			if (text_step(try, want, &ch) == want)
				return true;
		}
	return false;
}

static size_t character(const unsigned char *p, size_t n, int64_t waited_us,
    struct press *press)
{
	size_t used = text_step((const char *)p, n, &press->ch);

	if (press->ch == TEXT_FAULTY && used == 1 && n < 4 &&
	    waited_us < KEYS_SEQUENCE_US && is_beginning(p, n))
		return 0;
	press->key = K_CHAR;
	return used;
}

static size_t decode(struct keys *keys, struct press *press)
{
	const unsigned char *p = keys->bytes + keys->start;
	size_t n = keys->end - keys->start;
	int64_t waited_us = keys->now_us - keys->last_us;

	*press = (struct press){ .key = K_NONE };
	if (p[0] == ESC)
		return escape(keys, p, n, waited_us, press);
	if (p[0] >= 0x20 && p[0] != 0x7F)
		return character(p, n, waited_us, press);
	if (p[0] != '\n' || !keys->after_cr)
		*press = control(p[0]);
	return 1;
}

/* --- The machine ----------------------------------------------------------- */

void keys_init(struct keys *keys, const struct key_map *map, int64_t esc_us)
{
	memset(keys, 0, sizeof *keys);
	keys->map = map;
	keys->esc_us = esc_us;
}

static void make_room(struct keys *keys)
{
	size_t n = keys->end - keys->start;

	memmove(keys->bytes, keys->bytes + keys->start, n);
	keys->start = 0;
	keys->end = n;
}

/* Bytes whose time was up before these came are decoded first: nothing is
 * taken, and keys_next, which now knows how late it is, makes the way free. */
size_t keys_feed(struct keys *keys, const void *bytes, size_t n, int64_t t_us)
{
	int64_t deadline_us = keys_deadline(keys);
	size_t room;

	keys_tick(keys, t_us);
	if (deadline_us >= 0 && t_us >= deadline_us)
		return 0;
	make_room(keys);
	room = KEYS_BYTES_MAX - keys->end;
	n = n < room ? n : room;
	if (n > 0) {
		memcpy(keys->bytes + keys->end, bytes, n);
		keys->end += n;
		keys->last_us = t_us;
	}
	return n;
}

void keys_tick(struct keys *keys, int64_t now_us)
{
	if (now_us > keys->now_us)
		keys->now_us = now_us;
}

int64_t keys_deadline(const struct keys *keys)
{
	size_t n = keys->end - keys->start;

	if (n == 0)
		return -1;
	if (n == 1 && keys->bytes[keys->start] == ESC)
		return keys->last_us + keys->esc_us;
	return keys->last_us + KEYS_SEQUENCE_US;
}

bool keys_next(struct keys *keys, struct press *press)
{
	while (keys->start < keys->end) {
		unsigned char first = keys->bytes[keys->start];
		size_t used = decode(keys, press);

		if (used == 0)
			return false;
		keys->start += used;
		keys->after_cr = first == '\r';
		if (press->key != K_NONE)
			return true;
	}
	return false;
}
