/*
 * fields.c - what a template asks for, and whether values are that.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <ctype.h>
#include <string.h>
#include "domain/check.h"
#include "domain/date.h"
#include "domain/gtin.h"
#include "label/font.h"
#include "label/label_private.h"

static const struct {
	const char *name;
	const char *example, *longest;	/* NULL: the template says it */
	bool fixed;			/* always of one length */
} types[FIELD_TYPES] = {
	[FIELD_TEXT] = { "text", NULL, NULL, false },
	[FIELD_ASCII] = { "ascii", NULL, NULL, false },
	[FIELD_GS1] = { "gs1", NULL, NULL, false },
	[FIELD_DIGITS] = { "digits", NULL, NULL, false },
	[FIELD_GTIN] = { "gtin", "09521001000116", "09521001000116", true },
	[FIELD_SSCC] = { "sscc", "395210010000000018", "395210010000000018", true },
	[FIELD_DATE] = { "date", "2027-06-30", "2027-06-30", true },
	[FIELD_ARROW] = { "arrow", "up", "right", true },
	[FIELD_CHECK] = { "check", "", "", true },
};

static const struct { const char *word, *shown; } arrows[] = {
	{ "up", "\xE2\x86\x91" }, { "down", "\xE2\x86\x93" },
	{ "left", "\xE2\x86\x90" }, { "right", "\xE2\x86\x92" },
};

int
field_index(const struct label *l, const char *name, size_t n)
{
	for (size_t i = 0; i < l->info.n_fields; i++)
		if (strlen(l->info.fields[i].name) == n &&
		    memcmp(l->info.fields[i].name, name, n) == 0)
			return (int)i;
	return -1;
}

const struct label_field *
label_field(const struct label *l, const char *name)
{
	int i = field_index(l, name, strlen(name));

	return i < 0 ? NULL : &l->info.fields[i];
}

/* --- One value ----------------------------------------------------------------- */

static bool
refuse(const struct label_field *f, struct err *err, const char *code,
    const char *words)
{
	err_code(err, ERR_INPUT, code, "%s: %s", f->name, words);
	return f->help[0] == '\0' ? false : err_hint(err, "%s", f->help);
}

static bool
takes_character(enum field_type type, unsigned char c)
{
	switch (type) {
	case FIELD_DIGITS:
		return c >= '0' && c <= '9';
	case FIELD_GS1:
		return check_value_82((char)c) >= 0;
	case FIELD_ASCII:
		return c >= ' ' && c <= '~';
	default:
		return c >= ' ' && c != 0x7F;
	}
}

static bool
characters_fit(const struct label_field *f, enum field_type type,
    const char *value, struct err *err)
{
	size_t n = font_characters(value);

	if (n == FONT_NOT_UTF8)
		return refuse(f, err, "code.syntax",
		    "it is not UTF-8, or has a control character");
	for (size_t i = 0; value[i] != '\0'; i++) {
		unsigned char c = (unsigned char)value[i];
		char words[80];

		if (takes_character(type, c))
			continue;
		if (c > ' ' && c <= '~')
			str_print(words, sizeof words,
			    "\"%c\" at place %zu is not taken", c, i + 1);
		else
			str_print(words, sizeof words, "%s at place %zu is not taken",
			    c == ' ' ? "a space" : c < ' ' ? "a control character" :
			    "a letter beyond ASCII", i + 1);
		return refuse(f, err, "code.syntax", words);
	}
	if (n <= f->max)
		return true;
	err_code(err, ERR_INPUT, "label.too-long",
	    "%s has %zu characters, %zu at most", f->name, n, f->max);
	return err_detail(err, "it reads \"%.100s\"", value);
}

static bool
take_gtin(const struct label_field *f, const char *value, char own[20],
    struct err *err)
{
	enum gtin_result r = gtin_normalise(value, strlen(value), own);

	return r == GTIN_OK || refuse(f, err, r == GTIN_CHECK ?
	    "code.check-digit" : "code.syntax", gtin_result_words(r));
}

static bool
take_sscc(const struct label_field *f, const char *value, struct err *err)
{
	size_t n = strlen(value);

	if (n != SSCC_SIZE - 1 || strspn(value, "0123456789") != n)
		return refuse(f, err, "code.syntax", "an SSCC has 18 digits");
	return sscc_ok(value, n) ||
	    refuse(f, err, "code.check-digit", "the last digit is wrong");
}

static bool
take_arrow(const struct label_field *f, const char *value, char own[20],
    struct err *err)
{
	for (size_t i = 0; i < sizeof arrows / sizeof arrows[0]; i++)
		if (strcmp(value, arrows[i].word) == 0)
			return str_copy(own, 20, arrows[i].shown);
	return refuse(f, err, "code.syntax", "it is up, down, left or right");
}

static bool
take_value(const struct label *l, size_t i, const char *value,
    struct filled *out, struct err *err)
{
	const struct label_field *f = &l->info.fields[i];
	bool ok = true;

	out->value[i] = value;
	switch (l->rules[i].type) {
	case FIELD_GTIN:
		ok = take_gtin(f, value, out->own[i], err);
		out->value[i] = out->own[i];
		break;
	case FIELD_SSCC:
		ok = take_sscc(f, value, err);
		break;
	case FIELD_DATE:
		ok = date_is_valid(value) ||
		    refuse(f, err, "code.syntax", "a date is written 2027-06-30");
		break;
	case FIELD_ARROW:
		ok = take_arrow(f, value, out->own[i], err);
		out->value[i] = out->own[i];
		break;
	default:
		ok = characters_fit(f, l->rules[i].type, value, err);
		break;
	}
	return ok;
}

/* Check characters over the letters and digits of the field it is of. */
static void
derive(const struct label *l, size_t i, struct filled *out)
{
	const char *of = out->value[l->rules[i].of];
	char payload[256];
	size_t n = 0;

	for (; *of != '\0' && n < sizeof payload; of++)
		if (isalnum((unsigned char)*of) && (unsigned char)*of < 0x80)
			payload[n++] = (char)toupper((unsigned char)*of);
	if (!check_compute((enum check_kind)l->rules[i].system, payload, n,
	    out->own[i]))
		out->own[i][0] = '\0';
	out->value[i] = out->own[i];
}

static void
derive_all(const struct label *l, struct filled *out)
{
	for (size_t i = 0; i < l->info.n_fields; i++)
		if (l->rules[i].type == FIELD_CHECK)
			derive(l, i, out);
}

static bool
unknown_field(const struct label *l, const char *name, struct err *err)
{
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < l->info.n_fields; i++)
		if (!l->info.fields[i].derived)
			str_addf(&list, " %s", l->info.fields[i].name);
	err_code(err, ERR_INPUT, "label.field", "template %s has no field \"%s\"",
	    l->info.name, name);
	err_hint(err, "Its fields are:%s.", list.len == 0 ? " none" : list.p);
	str_done(&list);
	return false;
}

bool
fields_take(const struct label *l, const struct label_values *values,
    struct filled *out, struct err *err)
{
	for (size_t i = 0; i < l->info.n_fields; i++)
		out->value[i] = "";
	for (size_t k = 0; k < values->n; k++) {
		const char *name = values->at[k].name;
		int i = field_index(l, name, strlen(name));

		if (i < 0 || l->info.fields[i].derived)
			return unknown_field(l, name, err);
		out->value[i] = values->at[k].value;
	}
	for (size_t i = 0; i < l->info.n_fields; i++) {
		const struct label_field *f = &l->info.fields[i];

		if (out->value[i][0] != '\0') {
			if (!take_value(l, i, out->value[i], out, err))
				return false;
		} else if (f->required) {
			err_code(err, ERR_INPUT, "label.missing",
			    "template %s needs %s", l->info.name, f->name);
			return err_hint(err, "Give it with --set %s=VALUE.", f->name);
		}
	}
	derive_all(l, out);
	return true;
}

/* --- Samples --------------------------------------------------------------------- */

/* Characters that cost each symbology most, as many as there may be. */
static void
widen(const struct label_field *f, enum field_type type, bool less,
    char room[256])
{
	const char *cycle = type == FIELD_DIGITS ? "1234567890" : "aB_y:Z";
	size_t n = f->max > 1 && less ? f->max - 1 : f->max;

	for (size_t i = 0; i < n && i < 255; i++)
		room[i] = cycle[i % strlen(cycle)];
	room[n < 255 ? n : 255] = '\0';
}

void
fields_sample(const struct label *l, enum sample which, char room[][256],
    struct filled *out)
{
	struct err err;

	for (size_t i = 0; i < l->info.n_fields; i++) {
		const struct label_field *f = &l->info.fields[i];
		enum field_type type = l->rules[i].type;

		str_copy(room[i], 256, which == SAMPLE_EXAMPLE ? f->example :
		    f->longest);
		if (which >= SAMPLE_WIDE && !types[type].fixed)
			widen(f, type, which == SAMPLE_WIDE_LESS, room[i]);
		out->value[i] = room[i];
		if (types[type].fixed && type != FIELD_CHECK &&
		    !take_value(l, i, room[i], out, &err))
			assert(!"an example of ours is right");
	}
	derive_all(l, out);
}

/* --- Reading ------------------------------------------------------------------------ */

static bool
name_is_good(const char *name)
{
	return name[0] >= 'a' && name[0] <= 'z' &&
	    strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name);
}

static bool
read_check(struct reader *r, const struct conf_node *node, struct field_rule *rule)
{
	char of[LABEL_NAME_SIZE] = "", system[24] = "mod37_36";

	if (!read_word(r, node, "of", of, sizeof of) ||
	    !read_word(r, node, "system", system, sizeof system))
		return false;
	rule->of = field_index(r->label, of, strlen(of));
	if (rule->of < 0)
		return conf_fault(r->conf, node, r->err,
		    "of: \"%s\" is no field before this one", of);
	rule->system = (int)check_find(system);
	if (rule->system == CHECK_NONE || rule->system == CHECK_COUNT)
		return conf_fault(r->conf, node, r->err,
		    "system: \"%s\" is no check", system);
	return true;
}

/* An example and the longest value must be values. */
static bool
samples_hold(struct reader *r, const struct conf_node *node, size_t i)
{
	struct label_field *f = &r->label->info.fields[i];
	struct filled filled;

	f->max = font_characters(f->longest);
	if (f->max == FONT_NOT_UTF8)
		return conf_fault(r->conf, node, r->err, "longest is not UTF-8");
	if (!take_value(r->label, i, f->longest, &filled, r->err) ||
	    !take_value(r->label, i, f->example, &filled, r->err))
		return conf_fault(r->conf, node, r->err, "field \"%s\": %s", f->name,
		    r->err->what);
	return true;
}

static bool
read_field(struct reader *r, const struct conf_node *node, size_t i)
{
	static const char *const names[] = { "name", "type", "help", "example",
	    "longest", "required", "of", "system", NULL };
	const char *words[FIELD_TYPES + 1] = { NULL };
	struct label_field *f = &r->label->info.fields[i];
	int type = FIELD_TEXT;

	for (size_t k = 0; k < FIELD_TYPES; k++)
		words[k] = types[k].name;
	if (conf_type(node) != CONF_GROUP)
		return conf_fault(r->conf, node, r->err, "a field is a { group }");
	if (!conf_only(r->conf, node, names, r->err) ||
	    !read_word(r, node, "name", f->name, sizeof f->name) ||
	    !read_choice(r, node, "type", words, &type))
		return false;
	if (!name_is_good(f->name) || field_index(r->label, f->name,
	    strlen(f->name)) != (int)i)
		return conf_fault(r->conf, node, r->err, "a field needs a name of "
		    "its own: small letters, digits and _");
	r->label->rules[i].type = (enum field_type)type;
	str_copy(f->type, sizeof f->type, types[type].name);
	if (types[type].fixed) {
		str_copy(f->example, sizeof f->example, types[type].example);
		str_copy(f->longest, sizeof f->longest, types[type].longest);
	}
	f->derived = type == FIELD_CHECK;
	if (!read_word(r, node, "help", f->help, sizeof f->help) ||
	    !conf_bool(r->conf, node, "required", &f->required, r->err))
		return false;
	if (f->derived)
		return read_check(r, node, &r->label->rules[i]);
	if (!read_word(r, node, "example", f->example, sizeof f->example) ||
	    !read_word(r, node, "longest", f->longest, sizeof f->longest))
		return false;
	if (f->example[0] == '\0' || f->longest[0] == '\0')
		return conf_fault(r->conf, node, r->err, "field \"%s\" needs an "
		    "example and its longest value", f->name);
	return samples_hold(r, node, i);
}

bool
fields_read(struct reader *r, const struct conf_node *root)
{
	const struct conf_node *list = conf_get(root, "fields");

	if (list == NULL)
		return true;
	if (conf_type(list) != CONF_LIST || conf_count(list) > LABEL_FIELDS_MAX)
		return conf_fault(r->conf, list, r->err,
		    "fields must be a ( list ) of at most %d", LABEL_FIELDS_MAX);
	for (size_t i = 0; i < conf_count(list); i++) {
		r->label->info.n_fields++;
		if (!read_field(r, conf_at(list, i), i))
			return false;
	}
	return true;
}
