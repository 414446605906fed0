/*
 * fill.c - texts with {fields} in them.
 * SPDX-License-Identifier: Apache-2.0
 *
 * "{serial}" is a field's value, "{expires_on:yymmdd}" a date in six digits,
 * "{{" and "}}" are braces.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "label/label_private.h"

static void
add_literal(struct fill *f, struct str *text)
{
	if (text->len > 0)
		*vec_push(&f->parts) = (struct fill_part){
		    .literal = xstrdup(text->p) };
	str_clear(text);
}

/* The n bytes between braces. */
static bool
add_field(const struct label *l, const char *name, size_t n, struct fill *f,
    struct err *err)
{
	const char *colon = memchr(name, ':', n);
	size_t len = colon == NULL ? n : (size_t)(colon - name);
	int field = field_index(l, name, len);

	if (field < 0)
		return err_set(err, ERR_INPUT, "there is no field \"%.*s\"",
		    (int)(len < 80 ? len : 80), name);
	if (colon != NULL && (n - len != 7 || memcmp(colon, ":yymmdd", 7) != 0))
		return err_set(err, ERR_INPUT,
		    "only :yymmdd may stand behind a field, not \"%.*s\"",
		    (int)(n - len < 80 ? n - len : 80), colon);
	if (colon != NULL && l->rules[field].type != FIELD_DATE)
		return err_set(err, ERR_INPUT, "field \"%.*s\" is not a date",
		    (int)len, name);
	*vec_push(&f->parts) = (struct fill_part){ .field = (size_t)field,
	    .yymmdd = colon != NULL };
	return true;
}

static bool
parse(const struct label *l, const char *text, struct fill *f, struct str *run,
    struct err *err)
{
	const char *end;

	while (*text != '\0') {
		if ((*text == '{' || *text == '}') && text[1] == *text) {
			str_addc(run, *text);
			text += 2;
		} else if (*text == '{') {
			end = strchr(text, '}');
			if (end == NULL)
				return err_set(err, ERR_INPUT,
				    "a { has no }; a brace is written {{");
			add_literal(f, run);
			if (!add_field(l, text + 1, (size_t)(end - text) - 1, f, err))
				return false;
			text = end + 1;
		} else if (*text == '}') {
			return err_set(err, ERR_INPUT,
			    "a } has no {; a brace is written }}");
		} else {
			str_addc(run, *text++);
		}
	}
	add_literal(f, run);
	return true;
}

bool
fill_parse(const struct label *l, const char *text, struct fill *f,
    struct err *err)
{
	struct str run;
	bool ok;

	str_init(&run);
	ok = parse(l, text, f, &run, err);
	str_done(&run);
	return ok;
}

void
fill_done(struct fill *f)
{
	for (size_t i = 0; i < f->parts.n; i++)
		free(f->parts.at[i].literal);
	vec_done(&f->parts);
}

bool
fill_is_fixed(const struct fill *f)
{
	for (size_t i = 0; i < f->parts.n; i++)
		if (f->parts.at[i].literal == NULL)
			return false;
	return true;
}

bool
fill_make(const struct fill *f, const struct filled *values, char *out,
    size_t size)
{
	size_t len = 0, n;

	for (size_t i = 0; i < f->parts.n; i++) {
		const struct fill_part *p = &f->parts.at[i];
		const char *text = p->literal != NULL ? p->literal :
		    values->value[p->field];
		char six[7];

		if (p->yymmdd && text[0] != '\0') {
			assert(strlen(text) == 10);
			str_print(six, sizeof six, "%.2s%.2s%.2s", text + 2,
			    text + 5, text + 8);
			text = six;
		}
		n = strlen(text);
		if (len + n >= size)
			return false;
		memcpy(out + len, text, n);
		len += n;
	}
	out[len] = '\0';
	return true;
}
