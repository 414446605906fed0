/*
 * test_keys.c - typed bytes to presses.  Goal: what linux, xterm, screen and
 * VT220 send is known; what nobody knows is swallowed and never text; a lone
 * Esc needs time; and how the bytes are chopped makes no difference.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "term_unit.h"
#include "base/str.h"

static struct key_map map;

/* A press as a word: a character as itself, a key by its label. */
static void add_word(struct str *out, const struct press *press)
{
	if (out->len > 0)
		str_addc(out, ' ');
	if (press->key == K_CHAR && press->ch > 0x20 && press->ch < 0x7F)
		str_addc(out, (char)press->ch);
	else if (press->key == K_CHAR)
		str_addf(out, "U+%04X", (unsigned)press->ch);
	else if (press->key == K_CTRL)
		str_addf(out, "^%c", (char)press->ch);
	else
		str_add(out, key_label(press->key));
}

static void take(struct keys *keys, struct str *out)
{
	struct press press;

	while (keys_next(keys, &press))
		add_word(out, &press);
}

static void give(struct keys *keys, const char *bytes, size_t n, int64_t t_us,
    struct str *out)
{
	while (n > 0) {
		size_t took = keys_feed(keys, bytes, n, t_us);

		take(keys, out);
		bytes += took;
		n -= took;
	}
}

/* The presses of bytes that come at once, with nothing after them. */
static void assert_presses_at(const char *bytes, size_t n, const char *wanted,
    const char *file, int line)
{
	struct keys keys;
	struct str out;

	str_init(&out);
	keys_init(&keys, &map, KEYS_ESC_LOCAL_US);
	give(&keys, bytes, n, 1000, &out);
	keys_tick(&keys, 1000 + KEYS_SEQUENCE_US);
	take(&keys, &out);
	_assert_string_equal(out.p, wanted, file, line);
	assert_int_equal(keys_deadline(&keys), -1);
	str_done(&out);
}
#define assert_presses(bytes, wanted) \
	assert_presses_at(bytes, sizeof (bytes) - 1, wanted, __FILE__, __LINE__)

static void keys__know__plain_bytes(void **state)
{
	(void)state;
	assert_presses("a1]", "a 1 ]");
	assert_presses("\r", "Enter");
	assert_presses("\n", "Enter");
	assert_presses("\r\n", "Enter");
	assert_presses("\r\n\n", "Enter Enter");
	assert_presses("\t\x7f\b", "Tab Backspace Backspace");
	assert_presses("\x0c\x1d\0", "^L ^] ^@");
	assert_presses(" ", "U+0020");
}

static void keys__know__utf8(void **state)
{
	(void)state;
	assert_presses("\303\251x", "U+00E9 x");
	assert_presses("\345\200\211", "U+5009");
	assert_presses("\360\237\223\246", "U+1F4E6");
	assert_presses("\377a", "U+FFFD a");
	assert_presses("\303", "U+FFFD");
	assert_presses("\303(", "U+FFFD (");
	assert_presses("\355\240\200", "U+FFFD U+FFFD U+FFFD");
}

static void keys__know__what_terminals_send(void **state)
{
	(void)state;
	assert_presses("\033[A\033[B\033[C\033[D", "Up Down Right Left");
	assert_presses("\033OA\033OB\033OC\033OD", "Up Down Right Left");
	assert_presses("\033[H\033[F\033OH\033OF", "Home End Home End");
	assert_presses("\033[1~\033[4~\033[7~\033[8~", "Home End Home End");
	assert_presses("\033[2~\033[3~\033[5~\033[6~",
	    "Insert Delete PgUp PgDn");
	assert_presses("\033OP\033OQ\033OR\033OS", "F1 F2 F3 F4");
	assert_presses("\033[11~\033[12~\033[13~\033[14~", "F1 F2 F3 F4");
	assert_presses("\033[[A\033[[B\033[[C\033[[D\033[[E",
	    "F1 F2 F3 F4 F5");
	assert_presses("\033[15~\033[17~\033[18~\033[19~", "F5 F6 F7 F8");
	assert_presses("\033[20~\033[21~\033[23~\033[24~", "F9 F10 F11 F12");
	assert_presses("\033[Z", "BackTab");
}

static void keys__ignore__modifiers(void **state)
{
	(void)state;
	assert_presses("\033[1;2A\033[1;5D", "Up Left");
	assert_presses("\033[3;5~\033[15;2~", "Delete F5");
	assert_presses("\033[1;2P\033O5Q", "F1 F2");
}

static void keys__know__the_keypad(void **state)
{
	(void)state;
	assert_presses("\033Op\033Oq\033Oy", "0 1 9");
	assert_presses("\033On\033Om\033Ok\033Oj\033Oo", ". - + * /");
	assert_presses("\033OM", "Enter");
}

static void keys__swallow__what_nobody_knows(void **state)
{
	(void)state;
	assert_presses("\033[99~x", "x");
	assert_presses("\033[?1;2cx", "x");
	assert_presses("\033[<0;12;7Mx", "x");
	assert_presses("\033[200~\033[201~x", "x");
	assert_presses("\033[Ix", "x");
	assert_presses("\033O!x", "x");
	assert_presses("\033[[Zx", "x");
	assert_presses("\033]11;rgb:00/00/00\007x", "x");
	assert_presses("\033]11;rgb:00/00/00\033\\x", "x");
	assert_presses("\033P1$r0m\033\\x", "x");
	assert_presses("\033[12", "");
	assert_presses("\033[1\rx", "Enter x");
}

static void keys__tell__esc_by_time(void **state)
{
	struct keys keys;
	struct str out;

	(void)state;
	str_init(&out);
	keys_init(&keys, &map, KEYS_ESC_LOCAL_US);
	give(&keys, "\033", 1, 1000, &out);
	assert_string_equal(out.p, "");
	assert_int_equal(keys_deadline(&keys), 1000 + KEYS_ESC_LOCAL_US);
	keys_tick(&keys, 1000 + KEYS_ESC_LOCAL_US - 1);
	take(&keys, &out);
	assert_string_equal(out.p, "");
	keys_tick(&keys, 1000 + KEYS_ESC_LOCAL_US);
	take(&keys, &out);
	assert_string_equal(out.p, "Esc");
	assert_int_equal(keys_deadline(&keys), -1);
	str_done(&out);
}

/* Over a network F1 may come in two pieces, 100 ms apart. */
static void keys__wait__longer_over_a_network(void **state)
{
	struct keys keys;
	struct str out;

	(void)state;
	str_init(&out);
	keys_init(&keys, &map, KEYS_ESC_REMOTE_US);
	give(&keys, "\033", 1, 1000, &out);
	give(&keys, "OP", 2, 101000, &out);
	assert_string_equal(out.p, "F1");
	str_clear(&out);
	keys_init(&keys, &map, KEYS_ESC_LOCAL_US);
	give(&keys, "\033", 1, 1000, &out);
	give(&keys, "OP", 2, 101000, &out);
	assert_string_equal(out.p, "Esc O P");
	str_done(&out);
}

/* Esc and a character in one read are two presses: nothing is lost. */
static void keys__give__esc_before_a_character(void **state)
{
	(void)state;
	assert_presses("\033x", "Esc x");
	assert_presses("\033\033[A", "Esc Up");
	assert_presses("\033\r", "Esc Enter");
}

/* The same bytes at the same times, in two pieces at every place, and byte by
 * byte. */
static void keys__are_the_same__however_chopped(void **state)
{
	static const char bytes[] = "a\033[A\303\251\033OP\r\n\033[[B1\033[15~"
	    "\345\200\211\033]0;x\007\033[1;5Cz\033Oq\033[99~\177\033x\t";
	struct str whole, parts;
	struct keys keys;
	size_t n = sizeof bytes - 1;

	(void)state;
	str_init(&whole);
	str_init(&parts);
	keys_init(&keys, &map, KEYS_ESC_LOCAL_US);
	give(&keys, bytes, n, 5000, &whole);
	for (size_t step = 1; step < n; step++) {
		str_clear(&parts);
		keys_init(&keys, &map, KEYS_ESC_LOCAL_US);
		for (size_t at = 0; at < n; at += step)
			give(&keys, bytes + at, n - at < step ? n - at : step,
			    5000, &parts);
		assert_string_equal(parts.p, whole.p);
	}
	str_done(&whole);
	str_done(&parts);
}

/* Many random streams: every byte is decoded, and chopping changes nothing
 * even when time passes between the bytes. */
static void keys__are_the_same__for_random_streams(void **state)
{
	static const char *const pieces[] = { "\033", "[", "O", "A", "P", "~",
		"1", ";", "\303", "\251", "x", "\r", "\n", "\007", "]",
		"\\", "\377", "\033[", "\033[[", "\345\200" };
	unsigned seed = 20260302;

	(void)state;
	for (int run = 0; run < 3000; run++) {
		struct keys one, many;
		struct str a, b;
		int64_t t_us = 0;

		str_init(&a);
		str_init(&b);
		keys_init(&one, &map, KEYS_ESC_LOCAL_US);
		keys_init(&many, &map, KEYS_ESC_LOCAL_US);
		for (int i = 0; i < 12; i++) {
			const char *piece;

			seed = seed * 1103515245u + 12345u;
			piece = pieces[(seed >> 16) %
			    (sizeof pieces / sizeof pieces[0])];
			t_us += (seed >> 8) % 4 == 0 ? 30000 :
			    (seed >> 8) % 31 == 0 ? 600000 : 10;
			give(&one, piece, strlen(piece), t_us, &a);
			for (size_t k = 0; k < strlen(piece); k++)
				give(&many, piece + k, 1, t_us, &b);
		}
		keys_tick(&one, t_us + 2 * KEYS_SEQUENCE_US);
		keys_tick(&many, t_us + 2 * KEYS_SEQUENCE_US);
		take(&one, &a);
		take(&many, &b);
		assert_string_equal(a.p, b.p);
		assert_int_equal(keys_deadline(&one), -1);
		str_done(&a);
		str_done(&b);
	}
}

static void keys_feed__takes__no_more_than_fits(void **state)
{
	static char many[KEYS_BYTES_MAX + 100];
	struct keys keys;
	struct press press;
	size_t seen = 0;

	(void)state;
	memset(many, 'x', sizeof many);
	keys_init(&keys, &map, KEYS_ESC_LOCAL_US);
	assert_int_equal(keys_feed(&keys, many, sizeof many, 0),
	    KEYS_BYTES_MAX);
	assert_int_equal(keys_feed(&keys, many, 100, 0), 0);
	while (keys_next(&keys, &press))
		seen++;
	assert_int_equal(seen, KEYS_BYTES_MAX);
	assert_int_equal(keys_feed(&keys, many, 100, 0), 100);
}

static void key_map_add__refuses__the_ambiguous(void **state)
{
	struct key_map own;

	(void)state;
	key_map_init(&own);
	assert_true(key_map_add(&own, "\033[7$", K_HOME));
	assert_true(key_map_add(&own, "\033[7$", K_END));
	assert_false(key_map_add(&own, "\033[7$x", K_UP));
	assert_false(key_map_add(&own, "\033[7", K_UP));
	assert_false(key_map_add(&own, "\033", K_UP));
	assert_false(key_map_add(&own, "ab", K_UP));
	assert_false(key_map_add(&own, "\033[34567890123", K_UP));
	for (int i = 0; i < 2 * KEY_MAP_MAX; i++) {
		char bytes[] = { '\033', 'a', (char)('!' + i % 90),
			(char)('!' + i / 90), '\0' };

		if (!key_map_add(&own, bytes, K_F9))
			assert_int_equal(own.n, KEY_MAP_MAX);
	}
	assert_int_equal(own.n, KEY_MAP_MAX);
	assert_true(key_map_add(&own, "\033[7$", K_HOME));
}

/* A sequence that breaks the grammar of CSI, as rxvt sends, and one without
 * an introducer. */
static void keys__know__what_the_map_adds(void **state)
{
	(void)state;
	assert_true(key_map_add(&map, "\033[7$", K_HOME));
	assert_true(key_map_add(&map, "\033?x", K_F12));
	assert_presses("\033[7$\033[7~\033?x\033?y", "Home Home F12 Esc ? y");
}

static void key_by_name__finds__labels(void **state)
{
	(void)state;
	for (int key = K_ENTER; key < K_COUNT; key++)
		assert_int_equal(key_by_name(key_label((enum key)key)), key);
	assert_int_equal(key_by_name("pgdn"), K_PAGE_DOWN);
	assert_int_equal(key_by_name("F13"), K_NONE);
	assert_int_equal(key_by_name(""), K_NONE);
	assert_int_equal(key_function(1), K_F1);
	assert_int_equal(key_function(12), K_F12);
}

static int make_map(void **state)
{
	(void)state;
	key_map_init(&map);
	return 0;
}

#define TEST(t) cmocka_unit_test_setup(t, make_map)

UNIT_MAIN(
    TEST(keys__know__plain_bytes),
    TEST(keys__know__utf8),
    TEST(keys__know__what_terminals_send),
    TEST(keys__ignore__modifiers),
    TEST(keys__know__the_keypad),
    TEST(keys__swallow__what_nobody_knows),
    TEST(keys__tell__esc_by_time),
    TEST(keys__wait__longer_over_a_network),
    TEST(keys__give__esc_before_a_character),
    TEST(keys__are_the_same__however_chopped),
    TEST(keys__are_the_same__for_random_streams),
    TEST(keys_feed__takes__no_more_than_fits),
    TEST(key_map_add__refuses__the_ambiguous),
    TEST(keys__know__what_the_map_adds),
    TEST(key_by_name__finds__labels),
)
