/*
 * serial_mask.c - reading a mask.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Every part but the site has a fixed length, so the length of a serial tells
 * that of its site, and each part has its place.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "domain/serial_mask_private.h"

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define SEQ_DIGITS_MAX 18
#define SPACE_MAX ((int64_t)1 << 62)

static const struct {
	const char *name, *letters, *any;
} alphabets[] = {
	{ "alnum", LETTERS, MASK_DIGITS LETTERS },
	{ "crockford", "ABCDEFGHJKMNPQRSTVWXYZ",
	    MASK_DIGITS "ABCDEFGHJKMNPQRSTVWXYZ" },
	{ "gs1", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789ABCDEFGHJKLMNPQRSTUVWXYZ" },
	{ "vin", "ABCDEFGHJKLMNPRSTUVWXYZ", MASK_DIGITS "ABCDEFGHJKLMNPRSTUVWXYZ" },
};
#define N_ALPHABETS (sizeof alphabets / sizeof alphabets[0])

/* What stands in braces without more. */
static const struct {
	const char *word;
	enum mask_kind kind;
	size_t n;
} words[] = {
	{ "YY", MASK_YEAR, 2 }, { "MM", MASK_MONTH, 2 }, { "WW", MASK_WEEK, 2 },
	{ "J", MASK_DAY, 3 }, { "SITE", MASK_SITE, 0 },
};
#define N_WORDS (sizeof words / sizeof words[0])

struct reader {
	struct serial_mask *mask;
	size_t at;		/* in the text */
	bool month_or_day, week;
	struct err *err;
};

const char *serial_alphabet_name(size_t i)
{
	return i < N_ALPHABETS ? alphabets[i].name : NULL;
}

static bool fault(struct reader *r, size_t at, const char *what)
{
	err_code(r->err, ERR_INPUT, "serial.format",
	    "the mask is wrong at character %zu: %s", at + 1, what);
	return err_detail(r->err, "mask %s", r->mask->text);
}

static bool add_part(struct reader *r, size_t at, const struct mask_part *part)
{
	struct serial_mask *m = r->mask;

	if (m->n_parts == SERIAL_MADE_MAX ||
	    m->fixed + part->n + (m->has_site || part->kind == MASK_SITE) >
	    SERIAL_MADE_MAX)
		return fault(r, at, "the serial would have more than 20 characters");
	m->parts[m->n_parts++] = *part;
	m->fixed += part->n;
	return true;
}

/* --- What stands in braces -------------------------------------------------- */

static bool add_seq(struct reader *r, size_t at, const char *digits)
{
	struct mask_part part = { .kind = MASK_SEQ };
	size_t n = strlen(digits);

	if (n < 1 || n > 2 || strspn(digits, MASK_DIGITS) != n)
		return fault(r, at, "{SEQ:n} wants a number of digits, as {SEQ:6}");
	part.n = strtoul(digits, NULL, 10);
	if (part.n < 1 || part.n > SEQ_DIGITS_MAX)
		return fault(r, at, "{SEQ:n} has 1 to 18 digits");
	if (r->mask->counted)
		return fault(r, at, "{SEQ} stands in a mask once");
	r->mask->counted = true;
	return add_part(r, at, &part);
}

/* May every character of this part stand in what the system checks? */
static bool part_is_in(const struct serial_mask *m, const struct mask_part *part,
    enum check_kind check)
{
	const char *all = mask_choices(m, part);
	char one[2] = { part->literal, '\0' }, got[CHECK_CHARS_MAX + 1];

	if (part->kind == MASK_CHECK)
		all = part->check == CHECK_MOD11_2 ? MASK_DIGITS "X" :
		    part->check == CHECK_MOD37_2 ? MASK_SITES "*" :
		    part->check == CHECK_MOD27_26 || part->check == CHECK_MOD661_26 ?
		    LETTERS : part->check == CHECK_MOD37_36 ||
		    part->check == CHECK_MOD1271_36 || part->check == CHECK_GS1_PAIR ?
		    MASK_SITES : MASK_DIGITS;
	else if (all == NULL)
		all = part->kind == MASK_LITERAL ? one : MASK_DIGITS;
	for (; *all != '\0'; all++)
		if (!check_compute(check, all, 1, got))
			return false;
	return true;
}

static bool add_check(struct reader *r, size_t at, const char *name)
{
	struct serial_mask *m = r->mask;
	struct mask_part part = { .kind = MASK_CHECK, .check = check_find(name),
	    .from = m->n_parts };

	if (part.check == CHECK_COUNT || part.check == CHECK_NONE)
		return fault(r, at, "there is no such check: luhn, mod10, damm, "
		    "verhoeff, mod11_10, mod37_36 and others are");
	if (part.check == CHECK_MOD43 || part.check == CHECK_CROCKFORD)
		return fault(r, at, "this check gives signs that GS1 does not allow "
		    "in a serial: take mod37_36");
	part.n = check_length(part.check);
	while (part.from > 0 && part_is_in(m, &m->parts[part.from - 1], part.check))
		part.from--;
	if (part.from == m->n_parts)
		return fault(r, at, "nothing before it is what this check covers: "
		    "luhn, mod10, damm and verhoeff take digits, mod37_36 letters too");
	return add_part(r, at, &part);
}

static bool add_word(struct reader *r, size_t at, const char *word)
{
	struct mask_part part = { .kind = MASK_LITERAL };

	for (size_t i = 0; i < N_WORDS; i++)
		if (strcmp(words[i].word, word) == 0)
			part = (struct mask_part){ .kind = words[i].kind,
			    .n = words[i].n };
	if (part.kind == MASK_LITERAL)
		return fault(r, at, "there is {YY} {MM} {WW} {J} {SITE} {SEQ:6} "
		    "{CHK:luhn}, and nothing else in braces");
	if (part.kind == MASK_SITE && r->mask->has_site)
		return fault(r, at, "{SITE} stands in a mask once");
	r->month_or_day = r->month_or_day || part.kind == MASK_MONTH ||
	    part.kind == MASK_DAY;
	r->week = r->week || part.kind == MASK_WEEK;
	if (r->month_or_day && r->week)
		return fault(r, at, "a mask with {WW} has no {MM} and no {J}");
	if (!add_part(r, at, &part))
		return false;
	r->mask->has_site = r->mask->has_site || part.kind == MASK_SITE;
	return true;
}

static bool add_braced(struct reader *r)
{
	const char *from = r->mask->text + r->at + 1;
	size_t n = strcspn(from, "}"), at = r->at;
	char word[24];

	if (from[n] == '\0')
		return fault(r, at, "the brace is not closed");
	if (!str_copyn(word, sizeof word, from, n))
		return fault(r, at, "that is too long for what stands in braces");
	r->at += n + 2;
	if (str_starts(word, "SEQ:"))
		return add_seq(r, at, word + 4);
	if (str_starts(word, "CHK:"))
		return add_check(r, at, word + 4);
	return add_word(r, at, word);
}

/* --- Single characters ------------------------------------------------------ */

static bool add_single(struct reader *r)
{
	char c = r->mask->text[r->at];
	struct mask_part part = { .kind = MASK_LITERAL, .n = 1 };
	size_t at = r->at++;

	if (c == '#')
		part.kind = MASK_DIGIT;
	else if (c == '@')
		part.kind = MASK_LETTER;
	else if (c == '*')
		part.kind = MASK_ANY;
	else if (c == '\\' && (c = r->mask->text[r->at++]) == '\0')
		return fault(r, at, "a backslash wants the character that it means");
	if (part.kind == MASK_LITERAL && check_value_82(c) < 0)
		return fault(r, at, "GS1 does not allow this character in a serial");
	part.literal = c;
	return add_part(r, at, &part);
}

/* --- The whole -------------------------------------------------------------- */

static bool is_free(enum mask_kind kind)
{
	return kind == MASK_DIGIT || kind == MASK_LETTER || kind == MASK_ANY;
}

/* How many numbers there are, and which free places tell them apart. */
static void measure(struct serial_mask *m)
{
	bool room = true;

	m->space = 1;
	for (size_t i = 0; i < m->n_parts; i++) {
		struct mask_part *part = &m->parts[i];
		const char *all = mask_choices(m, part);
		int64_t n = all == NULL ? 1 : (int64_t)strlen(all);

		if (part->kind == MASK_SEQ) {
			for (size_t k = 0; k < part->n; k++)
				m->space *= 10;
			m->space--;	/* 0 is no number */
		}
		if (!is_free(part->kind))
			continue;
		room = room && !m->counted && m->space <= SPACE_MAX / n;
		part->counts = room;
		if (part->counts)
			m->space *= n;
		else
			m->drawn++;
	}
}

/* Literals alone may not spell the beginning of a command code. */
static bool begins_with_command(const struct serial_mask *m)
{
	char start[4] = "";

	for (size_t i = 0; i < 3 && i < m->n_parts; i++)
		if (m->parts[i].kind == MASK_LITERAL)
			start[i] = m->parts[i].literal;
		else
			break;
	return str_ieq(start, "XCX");
}

static bool is_whole(struct reader *r)
{
	struct serial_mask *m = r->mask;

	m->by_week = r->week;
	if (m->n_parts == 0)
		return fault(r, 0, "it is empty");
	if (begins_with_command(m))
		return fault(r, 0, "XCX begins a command code, never a serial");
	measure(m);
	return m->space > 1 ||
	    fault(r, 0, "it makes one serial only: it wants {SEQ:6}, or # @ *");
}

bool serial_mask_parse(const char *text, const char *alphabet,
    struct serial_mask *out, struct err *err)
{
	struct serial_mask mask = { .letters = NULL };
	struct reader r = { .mask = &mask, .err = err };
	size_t i = 0;

	if (!str_copy(mask.text, sizeof mask.text, text))
		return fault(&r, SERIAL_MASK_SIZE - 1, "it is too long");
	while (alphabet[0] != '\0' && i < N_ALPHABETS &&
	    strcmp(alphabets[i].name, alphabet) != 0)
		i++;
	if (i == N_ALPHABETS)
		return err_code(err, ERR_INPUT, "serial.format",
		    "there is no alphabet \"%s\": alnum, crockford, gs1 or vin",
		    alphabet);
	str_copy(mask.alphabet, sizeof mask.alphabet, alphabets[i].name);
	mask.letters = alphabets[i].letters;
	mask.any = alphabets[i].any;
	while (mask.text[r.at] != '\0')
		if (!(mask.text[r.at] == '{' ? add_braced(&r) : add_single(&r)))
			return false;
	if (!is_whole(&r))
		return false;
	*out = mask;
	return true;
}

const char *mask_choices(const struct serial_mask *m, const struct mask_part *part)
{
	switch (part->kind) {
	case MASK_DIGIT:
		return MASK_DIGITS;
	case MASK_LETTER:
		return m->letters;
	case MASK_ANY:
		return m->any;
	case MASK_SITE:
		return MASK_SITES;
	default:
		return NULL;
	}
}

int64_t serial_mask_first(const struct serial_mask *m)
{
	return m->counted ? 1 : 0;
}

int64_t serial_mask_last(const struct serial_mask *m)
{
	return m->counted ? m->space : m->space - 1;
}
