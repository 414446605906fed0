/*
 * serial_made.c - serials made by a mask, and held against it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Made from the last part to the first where the number is dealt out to free
 * places, so that the last of them counts fastest; then once more forward for
 * the check characters, which cover what stands before them.
 */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/str.h"
#include "domain/date.h"
#include "domain/serial_mask_private.h"

/* The year and week that a day belongs to (ISO 8601): those of its Thursday. */
static void iso_week(const char *date, int *year, int *week)
{
	int64_t days = date_to_days(date);
	int64_t thursday = days - ((days + 3) % 7 + 7) % 7 + 3;
	char text[DATE_ISO_SIZE], first[DATE_ISO_SIZE];

	if (!date_from_days(thursday, text))
		str_copy(text, sizeof text, date);
	date_split(text, year, NULL, NULL);
	date_make(*year, 1, 1, first);
	*week = (int)(date_days_between(first, text) / 7) + 1;
}

void mask_date(const struct serial_mask *m, enum mask_kind kind, const char *date,
    char out[4])
{
	int year, month, week, iso_year;
	char first[DATE_ISO_SIZE];

	date_split(date, &year, &month, NULL);
	iso_week(date, &iso_year, &week);
	date_make(year, 1, 1, first);
	switch (kind) {
	case MASK_YEAR:
		str_print(out, 4, "%02d", (m->by_week ? iso_year : year) % 100);
		break;
	case MASK_MONTH:
		str_print(out, 4, "%02d", month);
		break;
	case MASK_WEEK:
		str_print(out, 4, "%02d", week);
		break;
	default:
		str_print(out, 4, "%03d", (int)date_days_between(first, date) + 1);
		break;
	}
}

/* --- Making ------------------------------------------------------------------ */

static size_t length_of(const struct mask_part *part, size_t site)
{
	return part->kind == MASK_SITE ? site : part->n;
}

/* 4 bytes as a choice of n. */
static size_t draw(const unsigned char *bytes, size_t n)
{
	uint32_t v = (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 |
	    (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;

	return v % n;
}

static char free_place(const struct serial_mask *m, const struct mask_part *part,
    int64_t *number, const unsigned char **random)
{
	const char *all = mask_choices(m, part);
	size_t n = strlen(all), i = 0;

	if (part->counts) {
		i = (size_t)(*number % (int64_t)n);
		*number /= (int64_t)n;
	} else if (*random != NULL) {
		i = draw(*random, n);
		*random += 4;
	}
	return all[i];
}

static void put_number(char *to, size_t n, int64_t number)
{
	while (n-- > 0) {
		to[n] = (char)('0' + number % 10);
		number /= 10;
	}
}

static void put_part(const struct serial_mask *m, const struct mask_part *part,
    const struct serial_making *with, int64_t *number,
    const unsigned char **random, char *to)
{
	char date[4];

	switch (part->kind) {
	case MASK_LITERAL:
		*to = part->literal;
		break;
	case MASK_SEQ:
		put_number(to, part->n, with->number);
		break;
	case MASK_SITE:
		memcpy(to, with->site, strlen(with->site));
		break;
	case MASK_YEAR:
	case MASK_MONTH:
	case MASK_WEEK:
	case MASK_DAY:
		mask_date(m, part->kind, with->date, date);
		memcpy(to, date, part->n);
		break;
	case MASK_CHECK:
		break;
	default:
		*to = free_place(m, part, number, random);
		break;
	}
}

/* Where part i begins. */
static size_t place_of(const struct serial_mask *m, size_t i, size_t site)
{
	size_t at = 0;

	while (i > 0)
		at += length_of(&m->parts[--i], site);
	return at;
}

static void put_checks(const struct serial_mask *m, size_t site, char *out)
{
	char check[CHECK_CHARS_MAX + 1];

	for (size_t i = 0, at = 0; i < m->n_parts; i++) {
		const struct mask_part *part = &m->parts[i];
		size_t from = place_of(m, part->from, site);

		if (part->kind == MASK_CHECK) {
			bool ok = check_compute(part->check, out + from, at - from,
			    check);

			assert(ok);	/* the mask was read so that it does */
			(void)ok;
			memcpy(out + at, check, part->n);
		}
		at += length_of(part, site);
	}
}

static bool site_fits(const struct serial_mask *m, const char *site,
    struct err *err)
{
	size_t n = strlen(site);

	if (!m->has_site)
		return true;
	if (n == 0) {
		err_code(err, ERR_INPUT, "serial.format",
		    "the mask %s wants a site, and this station names none", m->text);
		return err_hint(err, "Set site in the group station of dockledger.conf.");
	}
	if (n > SERIAL_SITE_MAX || strspn(site, MASK_SITES) != n)
		return err_code(err, ERR_INPUT, "serial.format",
		    "\"%s\" is no site: 1 to %d of A-Z 0-9", site, SERIAL_SITE_MAX);
	return m->fixed + n <= SERIAL_MADE_MAX || err_code(err, ERR_INPUT,
	    "serial.format", "with the site %s a serial of %s has more than %d "
	    "characters", site, m->text, SERIAL_MADE_MAX);
}

bool serial_mask_make(const struct serial_mask *m, const struct serial_making *with,
    char out[SERIAL_MADE_SIZE], struct err *err)
{
	size_t site = m->has_site ? strlen(with->site) : 0;
	const unsigned char *random = with->random;
	int64_t number = with->number;
	char made[SERIAL_MADE_SIZE] = "";
	struct serial_fault fault;

	assert(number >= serial_mask_first(m) && number <= serial_mask_last(m));
	assert(date_is_valid(with->date));
	if (!site_fits(m, with->site, err))
		return false;
	for (size_t i = m->n_parts; i > 0; i--)
		put_part(m, &m->parts[i - 1], with, &number, &random,
		    made + place_of(m, i - 1, site));
	put_checks(m, site, made);
	if (!serial_legal(made, m->fixed + site, &fault))
		return err_code(err, ERR_CLASH, fault.code, "serial %s: %s", made,
		    fault.words);
	str_copy(out, SERIAL_MADE_SIZE, made);
	return true;
}

void serial_mask_example(const struct serial_mask *m, const char *date,
    const char *site, char out[SERIAL_MADE_SIZE])
{
	unsigned char random[SERIAL_RANDOM_MAX];
	struct serial_making with = { .date = date, .random = random,
	    .site = site[0] == '\0' ? "SITE" : site };
	struct err err;

	for (size_t i = 0; i < sizeof random; i++)
		random[i] = (unsigned char)(i * 37 + 11);
	/* a number somewhere in the middle looks like what is drawn */
	with.number = m->counted ? 1 : m->space / 7 * 3 + m->space % 7 / 2;
	if (m->has_site && m->fixed + strlen(with.site) > SERIAL_MADE_MAX)
		with.site = "S";
	for (int tries = 0; tries < 8; tries++, random[tries] ^= 0x55) {
		if (serial_mask_make(m, &with, out, &err))
			return;
		if (with.number < serial_mask_last(m))
			with.number++;
	}
	out[0] = '\0';
}

/* --- Holding against ---------------------------------------------------------- */

PRINTF_LIKE(4, 5)
static bool wrong(struct serial_fault *fault, size_t at, const char *code,
    const char *fmt, ...)
{
	va_list ap;

	str_copy(fault->code, sizeof fault->code, code);
	fault->at = at;
	va_start(ap, fmt);
	vsnprintf(fault->words, sizeof fault->words, fmt, ap);
	va_end(ap);
	return false;
}

static const char *kind_words(enum mask_kind kind)
{
	static const char *const words[] = {
		[MASK_LITERAL] = "this very character", [MASK_DIGIT] = "a digit",
		[MASK_LETTER] = "a letter of the alphabet",
		[MASK_ANY] = "a character of the alphabet",
		[MASK_SEQ] = "a digit of the number", [MASK_YEAR] = "a year",
		[MASK_MONTH] = "a month, 01 to 12", [MASK_WEEK] = "a week, 01 to 53",
		[MASK_DAY] = "a day of the year, 001 to 366",
		[MASK_SITE] = "a site of A-Z 0-9", [MASK_CHECK] = "a check character",
	};

	return words[kind];
}

static bool date_part_ok(const struct mask_part *part, const char *text)
{
	int v = 0;

	for (size_t i = 0; i < part->n; i++)
		v = v * 10 + (text[i] - '0');
	return part->kind == MASK_YEAR || (v >= 1 &&
	    v <= (part->kind == MASK_MONTH ? 12 : part->kind == MASK_WEEK ? 53 : 366));
}

/* One part of the text, n characters at `at`. */
static bool part_fits(const struct serial_mask *m, const struct mask_part *part,
    const char *text, size_t at, size_t n, struct serial_fault *fault)
{
	const char *all = mask_choices(m, part);
	char one[2] = { part->literal, '\0' };

	if (part->kind == MASK_CHECK)
		return true;
	if (all == NULL)
		all = part->kind == MASK_LITERAL ? one : MASK_DIGITS;
	for (size_t i = 0; i < n; i++)
		if (strchr(all, text[at + i]) == NULL)
			return wrong(fault, at + i, "serial.format",
			    "\"%c\" is wrong as character %zu: wanted is %s%s%s (mask %s)",
			    (unsigned char)text[at + i] < 0x80 ? text[at + i] : '?',
			    at + i + 1, kind_words(part->kind),
			    part->kind == MASK_LITERAL ? " " : "",
			    part->kind == MASK_LITERAL ? one : "", m->text);
	if (part->kind >= MASK_YEAR && part->kind <= MASK_DAY &&
	    !date_part_ok(part, text + at))
		return wrong(fault, at, "serial.format",
		    "\"%.*s\" at character %zu is not %s (mask %s)", (int)n, text + at,
		    at + 1, kind_words(part->kind), m->text);
	return true;
}

static bool checks_hold(const struct serial_mask *m, const char *text, size_t site,
    struct serial_fault *fault)
{
	char want[CHECK_CHARS_MAX + 1];

	for (size_t i = 0, at = 0; i < m->n_parts; i++) {
		const struct mask_part *part = &m->parts[i];
		size_t from = place_of(m, part->from, site);

		if (part->kind == MASK_CHECK &&
		    (!check_compute(part->check, text + from, at - from, want) ||
		    memcmp(text + at, want, part->n) != 0))
			return wrong(fault, at, "serial.check",
			    "\"%.*s\" at character %zu is not what check %s gives: it "
			    "was misread or mistyped (mask %s)", (int)part->n, text + at,
			    at + 1, check_name(part->check), m->text);
		at += length_of(part, site);
	}
	return true;
}

static int64_t number_of(const struct serial_mask *m, const char *text, size_t site)
{
	int64_t number = 0;

	for (size_t i = 0, at = 0; i < m->n_parts; i++) {
		const struct mask_part *part = &m->parts[i];
		const char *all = mask_choices(m, part);

		if (part->kind == MASK_SEQ)
			for (size_t k = 0; k < part->n; k++)
				number = number * 10 + (text[at + k] - '0');
		else if (part->counts)
			number = number * (int64_t)strlen(all) +
			    (strchr(all, text[at]) - all);
		at += length_of(part, site);
	}
	return number;
}

bool serial_mask_fits(const struct serial_mask *m, const char *text,
    int64_t *number, struct serial_fault *fault)
{
	size_t n = strnlen(text, SERIAL_SIZE), site = 0;
	int64_t found;

	if (!serial_legal(text, n, fault))
		return false;
	if (m->has_site && n > m->fixed && n - m->fixed <= SERIAL_SITE_MAX)
		site = n - m->fixed;
	if (n != m->fixed + site || (m->has_site && site == 0) || n > SERIAL_MADE_MAX)
		return wrong(fault, n, "serial.format",
		    "it has %zu characters, the mask %s gives %zu%s", n, m->text,
		    m->fixed, m->has_site ? " and those of the site" : "");
	for (size_t i = 0, at = 0; i < m->n_parts; i++) {
		size_t length = length_of(&m->parts[i], site);

		if (!part_fits(m, &m->parts[i], text, at, length, fault))
			return false;
		at += length;
	}
	if (!checks_hold(m, text, site, fault))
		return false;
	found = number_of(m, text, site);
	if (found < serial_mask_first(m))
		return wrong(fault, 0, "serial.format",
		    "its number is 0; numbers begin with 1 (mask %s)", m->text);
	if (number != NULL)
		*number = found;
	return true;
}
