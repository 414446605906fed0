/*
 * cell.c - one value of a file: texts, codes, dates and numbers.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "exchange/cell.h"
#include <assert.h>
#include <stdarg.h>
#include <string.h>
#include <strings.h>
#include "base/str.h"
#include "domain/date.h"
#include "domain/words.h"
#include "exchange/cell_private.h"

#define SHOWN_MAX 60

void
cell_show(char *out, size_t size, const char *text, size_t n)
{
	char cut[SHOWN_MAX + 1];
	struct str shown;

	str_init(&shown);
	str_copyn(cut, sizeof cut, text, n);
	str_escape(&shown, cut, strlen(cut), true);
	str_print(out, size, "\"%s%s\"", shown.p, n > SHOWN_MAX ? "..." : "");
	str_done(&shown);
}

bool
cell_refuse(char words[CELL_WORDS], const struct csv_field *f, const char *fmt, ...)
{
	char shown[4 * SHOWN_MAX + 8], why[CELL_WORDS];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(why, sizeof why, fmt, ap);
	va_end(ap);
	cell_show(shown, sizeof shown, f->p, f->n);
	str_print(words, CELL_WORDS, "%s %s", shown, why);
	return false;
}

/* The first byte of a control character, or n. */
static size_t
control_at(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char byte = (unsigned char)p[i];

		if (byte < 0x20 || byte == 0x7F || (byte == 0xC2 && i + 1 < n &&
		    (unsigned char)p[i + 1] < 0xA0))
			return i;
	}
	return n;
}

bool
cell_fits(const struct column *c, const struct csv_field *f, char words[CELL_WORDS])
{
	if (f->n >= c->size)
		return cell_refuse(words, f, "is longer than %zu bytes", c->size - 1);
	return true;
}

/* No control characters, no space at either end. */
static bool
is_clean(const struct csv_field *f, char words[CELL_WORDS])
{
	if (control_at(f->p, f->n) < f->n)
		return cell_refuse(words, f, "holds a control character");
	if (f->p[0] == ' ' || f->p[f->n - 1] == ' ')
		return cell_refuse(words, f, "begins or ends with a space");
	return true;
}

/* --- Texts --------------------------------------------------------------- */

bool
cell_text(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	char *text = to;
	size_t n = 0;

	if (!cell_fits(c, f, words))
		return false;
	for (size_t i = 0; i < f->n; i++) {
		char byte = f->p[i];

		if (byte == '\r' && f->p[i + 1] == '\n')
			continue;
		text[n++] = byte == '\n' || byte == '\t' || byte == '\r' ? ' ' : byte;
	}
	text[n] = '\0';
	if (control_at(text, n) == n && strspn(text, " ") < n)
		return true;
	text[0] = '\0';
	return cell_refuse(words, f, control_at(f->p, f->n) < f->n ?
	    "holds a control character" : "holds nothing but spaces");
}

bool
cell_exact(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	if (!cell_fits(c, f, words))
		return false;
	if (control_at(f->p, f->n) < f->n)
		return cell_refuse(words, f, "holds a control character");
	memcpy(to, f->p, f->n + 1);
	return true;
}

bool
cell_clean(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	if (!cell_fits(c, f, words) || !is_clean(f, words))
		return false;
	memcpy(to, f->p, f->n + 1);
	return true;
}

bool
cell_order_kind(const char *text, enum order_kind *kind, const char **number)
{
	const char *colon = strchr(text, ':');

	for (int k = 0; colon != NULL && k < ORDER_KINDS; k++) {
		const char *name = order_kind_name((enum order_kind)k);

		if (strlen(name) == (size_t)(colon - text) &&
		    strncmp(text, name, (size_t)(colon - text)) == 0) {
			*kind = (enum order_kind)k;
			*number = colon + 1;
			return true;
		}
	}
	return false;
}

/* Words that begin something else than a thing's own code. */
static bool
begins_otherwise(const struct csv_field *f, char words[CELL_WORDS])
{
	enum order_kind kind;
	const char *number;

	if (f->n >= 3 && strncasecmp(f->p, "XCX", 3) == 0)
		return cell_refuse(words, f, "begins with XCX, as command codes do");
	if (cell_order_kind(f->p, &kind, &number))
		return cell_refuse(words, f, "begins with %s:, as orders do",
		    order_kind_name(kind));
	return true;
}

bool
cell_code(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	if (!cell_fits(c, f, words) || !is_clean(f, words) ||
	    !begins_otherwise(f, words))
		return false;
	memcpy(to, f->p, f->n + 1);
	return true;
}

bool
cell_order(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	const struct column code = { .size = CODE_SIZE };
	struct csv_field number = *f;
	enum order_kind kind;
	char checked[CODE_SIZE];

	assert(c->size == ORDER_SIZE);
	(void)c;
	if (cell_order_kind(f->p, &kind, &number.p))
		number.n = f->n - (size_t)(number.p - f->p);
	if (number.n == 0)
		return cell_refuse(words, f, "has no number");
	if (!cell_code(&code, &number, checked, words))
		return false;
	memcpy(to, f->p, f->n + 1);
	return true;
}

bool
cell_item(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	if (memchr(f->p, ':', f->n) != NULL || memchr(f->p, ';', f->n) != NULL)
		return cell_refuse(words, f, "holds a colon or a semicolon");
	return cell_code(c, f, to, words);
}

/* Each part of a list with ; between, to a callback. */
bool
cell_parts(const struct csv_field *f, bool (*each)(void *ctx,
    const struct csv_field *part, char *words), void *ctx, char *words)
{
	const char *p = f->p, *end = f->p + f->n;

	while (p <= end) {
		const char *stop = memchr(p, ';', (size_t)(end - p));
		struct csv_field part = { .p = p };

		part.n = (size_t)((stop == NULL ? end : stop) - p);
		if (part.n == 0)
			return cell_refuse(words, f, "has an empty part");
		if (!each(ctx, &part, words))
			return false;
		p += part.n + 1;
	}
	return true;
}

struct list {
	const struct column *column;
	char *to;
	size_t n;
};

/* Add ";CODE" to a list that so far ends in a code. */
static bool
add_item(void *ctx, const struct csv_field *part, char *words)
{
	const struct column one = { .size = CODE_SIZE };
	struct list *list = ctx;
	char code[CODE_SIZE], copy[CELL_WORDS];
	struct csv_field f = { .p = copy, .n = part->n };

	if (part->n >= CODE_SIZE)
		return cell_refuse(words, part, "is longer than %d bytes", CODE_SIZE - 1);
	str_copyn(copy, sizeof copy, part->p, part->n);
	if (!cell_item(&one, &f, code, words))
		return false;
	if (list->n + part->n + 3 > list->column->size)
		return cell_refuse(words, part, "has no room: the list is longer than %zu bytes",
		    list->column->size - 1);
	list->to[list->n++] = ';';
	memcpy(list->to + list->n, code, part->n);
	list->n += part->n;
	return true;
}

bool
cell_items(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	struct list list = { .column = c, .to = to };

	if (!cell_parts(f, add_item, &list, words)) {
		list.to[0] = '\0';
		return false;
	}
	memcpy(list.to + list.n, ";", 2);
	return true;
}

/* --- Dates and numbers ------------------------------------------------------ */

bool
cell_date(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	assert(c->size == DATE_SIZE);
	(void)c;
	if (f->n != DATE_SIZE - 1 || !date_is_valid(f->p))
		return cell_refuse(words, f, "is no day as YYYY-MM-DD");
	memcpy(to, f->p, DATE_SIZE);
	return true;
}

bool
cell_number(const struct column *c, const struct csv_field *f, void *to, char *words)
{
	int64_t value = 0;

	assert(c->size == sizeof value);
	for (size_t i = 0; i < f->n; i++) {
		if (f->p[i] < '0' || f->p[i] > '9')
			return cell_refuse(words, f, "is no whole number");
		if (value <= c->max)
			value = value * 10 + (f->p[i] - '0');
	}
	if (value < c->min || value > c->max)
		return cell_refuse(words, f, "is not between %lld and %lld",
		    (long long)c->min, (long long)c->max);
	memcpy(to, &value, sizeof value);
	return true;
}
