/*
 * keys.h - typed bytes in, key presses out.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A state machine with no I/O and no clock.  It is given the bytes of which
 * the scan assembler said that somebody typed them, with the time they came,
 * and gives presses one by one.  The same bytes with the same times give the
 * same presses however they were chopped.
 *
 * Sequences come from a key_map: fixed forms that linux, xterm, screen, tmux
 * and VT220 send (both CSI and SS3 for arrows, keypad digits of the
 * application mode), and what terminfo adds.  A sequence nobody knows is
 * swallowed to its end and gives no press: it is never taken for text.
 * Modifiers are ignored (Shift-Up is Up).
 *
 * A lone ESC is a press once esc_us have passed with nothing after it (25 ms
 * at the console, 150 ms over a network, where F1 may come in two pieces).
 * An introducer (ESC [ or ESC O) waits half a second for its end and is
 * dropped then.
 */
#ifndef TERM_KEYS_H
#define TERM_KEYS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum key {
	K_NONE,
	K_CHAR,		/* ch is its code point, 0x20 and above */
	K_CTRL,		/* ch is the letter: 'L' for Ctrl-L; also '\\' ']' '^' '_' '@' */
	K_ENTER, K_TAB, K_BACKTAB, K_BACKSPACE, K_DELETE, K_INSERT, K_ESC,
	K_UP, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END, K_PAGE_UP, K_PAGE_DOWN,
	K_F1, K_F2, K_F3, K_F4, K_F5, K_F6, K_F7, K_F8, K_F9, K_F10, K_F11,
	K_F12,
	K_COUNT
};

struct press {
	enum key key;
	uint32_t ch;	/* K_CHAR and K_CTRL, else 0 */
};

/* "F1", "Enter", "PgDn", ...; "" for K_NONE, K_CHAR and K_CTRL. */
const char *key_label(enum key key);
/* The reverse, caseless; K_NONE: no key bears that name. */
enum key key_by_name(const char *name);
/* K_F1..K_F12 for 1..12. */
enum key key_function(int n);

#define KEY_SEQUENCE_MAX 12
#define KEY_MAP_MAX 96

struct key_map {
	size_t n;
	struct key_sequence {
		char bytes[KEY_SEQUENCE_MAX];	/* begins with ESC; NUL-ended */
		struct press press;
	} at[KEY_MAP_MAX];
};

/* The fixed forms. */
void key_map_init(struct key_map *map);
/* One more; what is there already under the same bytes is replaced.  False,
 * nothing changed: it does not begin with ESC, is shorter than 2 bytes or too
 * long, one of it and another is the beginning of the other, or the map is
 * full. */
bool key_map_add(struct key_map *map, const char *bytes, enum key key);

#define KEYS_BYTES_MAX 4096
#define KEYS_ESC_LOCAL_US 25000
#define KEYS_ESC_REMOTE_US 150000
#define KEYS_SEQUENCE_US 500000

struct keys {
	const struct key_map *map;	/* borrowed */
	int64_t esc_us;
	int64_t last_us;	/* when the last byte came */
	int64_t now_us;		/* latest time told */
	size_t start, end;	/* bytes[start..end) wait to be decoded */
	bool after_cr;		/* an LF now belongs to the Enter before it */
	unsigned char bytes[KEYS_BYTES_MAX];
};

void keys_init(struct keys *keys, const struct key_map *map, int64_t esc_us);
/* Take up to n bytes that came at t_us; returns how many were taken.  Less
 * than n: what waits must be taken first; call keys_next until it is false
 * and feed the rest. */
size_t keys_feed(struct keys *keys, const void *bytes, size_t n, int64_t t_us);
/* Let time pass. */
void keys_tick(struct keys *keys, int64_t now_us);
/* When keys_tick should be called next, or -1: nothing is held back. */
int64_t keys_deadline(const struct keys *keys);
/* The next press; false when there is none (yet). */
bool keys_next(struct keys *keys, struct press *press);
#endif
