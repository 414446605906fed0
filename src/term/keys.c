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
#include "key_map.h"
#include "term/text.h"

#define ESC 0x1B

/* --- Sequences ------------------------------------------------------------- */

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
		*press = key_map_number(p + 2, i - 2);
	else
		*press = key_map_final(p[i]);
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
	if (p[i] < 0x20 || p[i] > 0x7E)
		return i;
	*press = key_map_final(p[i]);
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
