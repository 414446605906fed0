/*
 * cell_words.c - values that are one of a set, or follow a known form.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "domain/check.h"
#include "domain/gtin.h"
#include "domain/serial_rule.h"
#include "domain/words.h"
#include "exchange/cell_private.h"

#define PIN_DIGITS_MIN 4

/* --- One of a set ----------------------------------------------------------- */

bool
cell_word(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	const struct cell_words *set = c->of;
	int value = set->find(f->p);
	struct str names;

	assert(c->size == sizeof value);
	if (value >= 0 && value < set->n && strlen(f->p) == f->n) {
		memcpy(to, &value, sizeof value);
		return true;
	}
	str_init(&names);
	for (int i = 0; i < set->n; i++)
		str_addf(&names, " %s", set->name(i));
	cell_refuse(words, f, "is none of:%s", names.p);
	str_done(&names);
	return false;
}

static bool
is_choice(const char *const *names, const struct csv_field *f)
{
	for (; *names != NULL; names++)
		if (strlen(*names) == f->n && memcmp(*names, f->p, f->n) == 0)
			return true;
	return false;
}

static bool
refuse_choice(const char *const *names, const struct csv_field *f, char *words)
{
	struct str list;

	str_init(&list);
	for (; *names != NULL; names++)
		str_addf(&list, " %s", *names);
	cell_refuse(words, f, "is none of:%s", list.p);
	str_done(&list);
	return false;
}

bool
cell_choice(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	if (!is_choice(c->of, f))
		return refuse_choice(c->of, f, words);
	assert(f->n < c->size);
	memcpy(to, f->p, f->n + 1);
	return true;
}

struct chosen {
	const char *const *names;
	const struct csv_field *whole;
};

static bool
choose(void *ctx, const struct csv_field *part, char *words)
{
	const struct chosen *chosen = ctx;
	const struct csv_field before = { .p = chosen->whole->p,
	    .n = (size_t)(part->p - chosen->whole->p) };

	if (!is_choice(chosen->names, part))
		return refuse_choice(chosen->names, part, words);
	for (size_t i = 0; i + part->n < before.n; i++)
		if (memcmp(before.p + i, part->p, part->n) == 0 &&
		    before.p[i + part->n] == ';' && (i == 0 || before.p[i - 1] == ';'))
			return cell_refuse(words, part, "stands twice");
	return true;
}

bool
cell_choices(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	struct chosen chosen = { .names = c->of, .whole = f };

	if (!cell_fits(c, f, words) || !cell_parts(f, choose, &chosen, words))
		return false;
	memcpy(to, f->p, f->n + 1);
	return true;
}

/* --- Forms --------------------------------------------------------------- */

bool
cell_gtin(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	enum gtin_result result;

	assert(c->size == GTIN_SIZE);
	(void)c;
	result = gtin_normalise(f->p, f->n, to);
	return result == GTIN_OK ||
	    cell_refuse(words, f, "is no GTIN: %s", gtin_result_words(result));
}

bool
cell_serial(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	struct serial_fault fault;

	assert(c->size == SERIAL_SIZE);
	(void)c;
	if (!serial_legal(f->p, f->n, &fault))
		return cell_refuse(words, f, "is no serial: %s", fault.words);
	memcpy(to, f->p, f->n + 1);
	return true;
}

static bool
all_in(const struct csv_field *f, const char *set)
{
	return strspn(f->p, set) == f->n;
}

#define DIGITS "0123456789"
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* What has the form of an SSCC is held to its check digit. */
bool
cell_carton(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	if (f->n == SSCC_SIZE - 1 && all_in(f, DIGITS) && !sscc_ok(f->p, f->n))
		return cell_refuse(words, f, "is no SSCC: its check digit is wrong");
	return cell_code(c, f, to, words);
}

/* ISO 3166-1: two letters, three letters, or three digits. */
bool
cell_country(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	assert(c->size > 3);
	(void)c;
	if (!((f->n == 2 || f->n == 3) && all_in(f, CAPITALS)) &&
	    !(f->n == 3 && all_in(f, DIGITS)))
		return cell_refuse(words, f, "is no country code of ISO 3166");
	memcpy(to, f->p, f->n + 1);
	return true;
}

bool
cell_email(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	const char *at = memchr(f->p, '@', f->n);

	if (at == NULL || at == f->p || at[1] == '\0' ||
	    strchr(at + 1, '@') != NULL || strchr(f->p, ' ') != NULL)
		return cell_refuse(words, f, "is no e-mail address");
	return cell_exact(c, f, to, words);
}

bool
cell_pin(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	/* a PIN is never shown, not even a wrong one */
	if (!all_in(f, DIGITS) || f->n < PIN_DIGITS_MIN || f->n >= c->size) {
		str_print(words, CELL_WORDS, "not %d to %zu digits", PIN_DIGITS_MIN,
		    c->size - 1);
		return false;
	}
	memcpy(to, f->p, f->n + 1);
	return true;
}

bool
cell_check(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	enum check_kind kind = check_find(f->p);
	struct str names;

	if (kind != CHECK_COUNT) {
		str_copy(to, c->size, check_name(kind));
		return true;
	}
	str_init(&names);
	for (int i = 0; i < CHECK_COUNT; i++)
		str_addf(&names, " %s", check_name((enum check_kind)i));
	cell_refuse(words, f, "is none of:%s", names.p);
	str_done(&names);
	return false;
}
