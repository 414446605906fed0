/*
 * serial_strip.c - prefix words that a supplier prints before a serial.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Longer words are tried first, so that "SERIAL NUMBER" is not taken for
 * "SERIAL" with a rest.
 */
#include <assert.h>
#include <ctype.h>
#include <string.h>
#include "base/str.h"
#include "domain/serial_strip.h"

/* Keep the words sorted, longest first. */
static void insert(struct serial_strip *strip, const char *word)
{
	size_t at = strip->n++;

	while (at > 0 && strlen(strip->words[at - 1]) < strlen(word)) {
		memcpy(strip->words[at], strip->words[at - 1], STRIP_WORD_SIZE);
		at--;
	}
	str_copy(strip->words[at], STRIP_WORD_SIZE, word);
}

/* One word of n bytes; an empty one is passed over. */
static bool take_word(struct serial_strip *strip, const char *from, size_t n,
    struct err *err)
{
	char word[STRIP_WORD_SIZE];
	char *text;

	if (!str_copyn(word, sizeof(word), from, n))
		return err_code(err, ERR_INPUT, "serial.format",
		    "the prefix word \"%s...\" is longer than %d characters",
		    word, STRIP_WORD_SIZE - 1);
	text = str_strip(word);
	if (text[0] == '\0')
		return true;
	if (strip->n == SERIAL_STRIP_MAX)
		return err_code(err, ERR_INPUT, "serial.format",
		    "a serial rule has at most %d prefix words",
		    SERIAL_STRIP_MAX);
	insert(strip, text);
	return true;
}

bool serial_strip_read(struct serial_strip *strip, const char *list,
    struct err *err)
{
	strip->n = 0;
	for (;;) {
		size_t n = strcspn(list, ";");

		if (!take_word(strip, list, n, err))
			return false;
		if (list[n] == '\0')
			return true;
		list += n + 1;
	}
}

static bool same_letter(char a, char b)
{
	return toupper((unsigned char)a) == toupper((unsigned char)b);
}

static bool is_gap(char c)
{
	return c == ' ' || c == '.';
}

static bool is_separator(char c)
{
	return c == ':' || c == '#' || is_gap(c);
}

static const char *skip_gap(const char *text)
{
	while (is_gap(*text))
		text++;
	return text;
}

/* Is the rest of a word "number", which is printed as "#" as well? */
static bool means_number(const char *word)
{
	return str_ieq(word, "NO") || str_ieq(word, "NUMBER");
}

/* Where text goes on behind word, or NULL when it does not begin with it. */
static const char *skip_word(const char *word, const char *text)
{
	for (; *word; word++) {
		const char *next = text;

		if (*word == ' ') {
			next = skip_gap(text);
			if (*next == '#' && means_number(word + 1))
				return next;	/* it is the separator too */
			if (next == text)
				return NULL;
		} else if (!same_letter(*word, *next++)) {
			return NULL;
		}
		text = next;
	}
	return text;
}

/* A sign in a word keeps it apart from data without a separator. */
static bool has_sign(const char *word)
{
	for (; *word; word++)
		if (*word != ' ' && !isalnum((unsigned char)*word))
			return true;
	return false;
}

static const char *skip_one(const char *word, const char *text)
{
	const char *rest;

	assert(text != NULL);
	rest = skip_word(word, text);
	if (!rest || (!is_separator(*rest) && !has_sign(word)))
		return NULL;
	while (is_separator(*rest))
		rest++;
	return *rest ? rest : NULL;
}

const char *serial_strip_skip(const struct serial_strip *strip,
    const char *text)
{
	for (size_t i = 0; i < strip->n; i++) {
		const char *rest = skip_one(strip->words[i], text);

		if (rest)
			return rest;
	}
	return text;
}
